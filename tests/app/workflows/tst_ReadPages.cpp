// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/ReadPages.h"

#include "tests/app/workflows/SealedPages.h"
#include "tests/app/workflows/ScriptedTexts.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::TextFault)

/** Texts are read behind the officer's back: one page after the other, once, and no fault holds the others up. */
class tst_ReadPages : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<ScriptedTexts> m_texts;
    std::unique_ptr<ReadPages> m_reading;

private Q_SLOTS:
    void initTestCase()
    {
        Result<storage::Store> store = storage::Store::create(m_folder.filePath(u"store"_qs), security::SecretBytes::copyOf(QByteArray(32, 'k')), {}, {});
        QVERIFY(store);
        m_place = std::make_unique<Workplace>(Workplace{.store = *store});
    }
    void cleanupTestCase()
    {
        m_reading.reset();
        m_place.reset();
    }
    void init()
    {
        m_reading.reset();
        m_texts = std::make_unique<ScriptedTexts>();
        m_reading = std::make_unique<ReadPages>(*m_place, *m_texts);
    }

    void oneAfterTheOtherAndEachOnce()
    {
        const QList<PaperPage> pages{scannedPage(*m_place, 1), scannedPage(*m_place, 2), scannedPage(*m_place, 3)};
        QSignalSpy read(m_reading.get(), &ReadPages::pageRead);
        for (const PaperPage &page : pages + pages) {
            m_reading->read(page);
        }
        QVERIFY(m_reading->isReading());
        QTRY_COMPARE(read.size(), 3);
        QVERIFY(!m_reading->isReading());
        m_reading->read(pages.constFirst());
        QVERIFY(!m_reading->isReading());
        QCOMPARE(m_texts->asked, QList<QByteArray>({jpegOf(1), jpegOf(2), jpegOf(3)}));
        QCOMPARE(m_texts->mostAtOnce, 1);
        QCOMPARE(m_reading->text(pages.at(1).digest)->words.constFirst().text, ScriptedTexts::wordOf(jpegOf(2)));
        QCOMPARE(m_reading->texts(pages).size(), 3);
        QVERIFY(!m_reading->text(u"another"_qs));
    }

    void onePageThatCannotBeReadHoldsNoOtherUp_data()
    {
        QTest::addColumn<TextFault>("fault");
        for (const TextFault fault : {TextFault::CannotDecode, TextFault::TooLarge, TextFault::TimedOut, TextFault::Crashed}) {
            QTest::addRow("%d", int(fault)) << fault;
        }
    }
    void onePageThatCannotBeReadHoldsNoOtherUp()
    {
        QFETCH(TextFault, fault);
        m_texts->faults = {{jpegOf(1), fault}};
        const QList<PaperPage> pages{scannedPage(*m_place, 1), scannedPage(*m_place, 2), scannedPage(*m_place, 3)};
        QVERIFY(loseSealed(*m_place, pages.at(1).attachment));
        QSignalSpy read(m_reading.get(), &ReadPages::pageRead);
        for (const PaperPage &page : pages) {
            m_reading->read(page);
        }
        QTRY_COMPARE(read.size(), 1);
        QCOMPARE(m_reading->texts(pages).keys(), QList<QString>({pages.at(2).digest}));
        m_reading->read(pages.constFirst());
        QVERIFY(!m_reading->isReading()); // it would go as before
    }

    void whereNothingIsReadNothingIsTriedAgain_data()
    {
        QTest::addColumn<TextFault>("fault");
        QTest::newRow("no Vietnamese") << TextFault::NoLanguage;
        QTest::newRow("not installed") << TextFault::NotInstalled;
    }
    void whereNothingIsReadNothingIsTriedAgain()
    {
        QFETCH(TextFault, fault);
        m_texts->faults = {{jpegOf(1), fault}};
        QSignalSpy unreadable(m_reading.get(), &ReadPages::unreadable);
        for (int number = 1; number <= 3; ++number) {
            m_reading->read(scannedPage(*m_place, number));
        }
        QTRY_COMPARE(unreadable.size(), 1);
        m_reading->read(scannedPage(*m_place, 4));
        QVERIFY(!m_reading->isReading());
        QCOMPARE(m_texts->asked.size(), 1);
    }

    void theOldestAreForgotten()
    {
        QSignalSpy read(m_reading.get(), &ReadPages::pageRead);
        PaperPage page = scannedPage(*m_place, 1);
        const QString first = QString::number(0).rightJustified(64, u'0');
        for (int number = 0; number <= ReadPages::MostTexts; ++number) {
            page.digest = QString::number(number).rightJustified(64, u'0');
            m_reading->read(page);
        }
        QTRY_COMPARE_WITH_TIMEOUT(read.size(), ReadPages::MostTexts + 1, 60'000);
        QVERIFY(!m_reading->text(first));
        QVERIFY(m_reading->text(page.digest));
        page.digest = first;
        m_reading->read(page);
        QTRY_VERIFY(m_reading->text(first));
    }
};

QTEST_GUILESS_MAIN(tst_ReadPages)
#include "tst_ReadPages.moc"
