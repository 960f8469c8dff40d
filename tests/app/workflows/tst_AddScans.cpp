// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/AddScans.h"

#include "app/storage/DossierQueries.h"
#include "tests/app/workflows/SealedPages.h"
#include "tests/app/workflows/TrainingDesk.h"

#include <QSignalSpy>

using namespace motcua;

/** What is scanned for a dossier that was accepted before becomes a copy of it. */
class tst_AddScans : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TrainingDesk> m_desk;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<AddScans> m_scans;
    Id m_dossier;

    [[nodiscard]] QList<DossierLine> papers() const
    {
        const auto stored = m_place->store.ask(storage::DossierById{m_dossier}).result();
        return stored && *stored ? (*stored)->papers : QList<DossierLine>();
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TrainingDesk>();
        Result<Workplace> made = m_desk->setUp();
        QVERIFY(made);
        m_place = std::make_unique<Workplace>(*made);
        FileDossier filing(*m_place, nullptr);
        QSignalSpy accepted(&filing, &FileDossier::dossierAccepted);
        QVERIFY(filing.choose(u"2.000635"_qs));
        TrainingDesk::fill(filing);
        filing.accept();
        QTRY_COMPARE(accepted.size(), 1);
        m_dossier = filing.dossier();
        m_scans = std::make_unique<AddScans>(*m_place);
    }
    void cleanup()
    {
        m_scans.reset();
        m_place.reset();
        m_desk.reset();
    }

    void becomesACopyThatIsRecorded()
    {
        QSignalSpy added(m_scans.get(), &AddScans::added);
        QList<PaperKind> kinds;
        m_scans->setCopies({.subject = [&kinds](PaperKind kind) {
            kinds.append(kind);
            return u"Sao từ bản chính"_qs;
        }});
        QList<PaperPage> pages{scannedPage(*m_place, 1), scannedPage(*m_place, 2), scannedPage(*m_place, 3)};
        pages[1].isBlank = true;
        const int request = m_scans->add(m_dossier, u"declaration"_qs, pages, {});
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(added.constFirst().at(0).toInt(), request);
        QCOMPARE(added.constFirst().at(1).value<Id>(), m_dossier);
        QCOMPARE(added.constFirst().at(2).toString(), u"declaration"_qs);
        QVERIFY(!added.constFirst().at(3).value<std::optional<Error>>());
        QCOMPARE(kinds, QList<PaperKind>({PaperKind::OriginalSeen}));
        QCOMPARE(papers().size(), 1);
        const QJsonObject what = papers().constFirst().what;
        QCOMPARE(what.value(u"paper").toString(), u"declaration"_qs);
        const QJsonObject details = what.value(u"details").toObject();
        QCOMPARE(details.value(u"source").toString(), u"scan"_qs);
        QCOMPARE(details.value(u"mediaType").toString(), u"application/pdf"_qs);
        QCOMPARE(details.value(u"pages").toInt(), 2);
        QCOMPARE(details.value(u"dpi").toInt(), 300);
        const Result<QByteArray> pdf = m_place->store.attachments().read(what.value(u"attachment").toString());
        QVERIFY(pdf);
        QCOMPARE(details.value(u"bytes").toInteger(), pdf->size());
        QVERIFY(pdf->contains(jpegOf(1)) && pdf->contains(jpegOf(3)) && !pdf->contains(jpegOf(2)));
    }

    void severalAtOnceAreEachAnswered()
    {
        QSignalSpy added(m_scans.get(), &AddScans::added);
        QSignalSpy refused(m_scans.get(), &AddScans::refused);
        const int first = m_scans->add(m_dossier, u"declaration"_qs, {scannedPage(*m_place, 1)}, {});
        const int none = m_scans->add(m_dossier, u"declaration"_qs, {}, {});
        const int second = m_scans->add(m_dossier, u"residence"_qs, {scannedPage(*m_place, 2)}, {});
        QTRY_COMPARE(added.size(), 2);
        QTRY_COMPARE(refused.size(), 1);
        QSet<int> answered{added.at(0).at(0).toInt(), added.at(1).at(0).toInt()};
        QCOMPARE(answered, QSet<int>({first, second}));
        QCOMPARE(refused.constFirst().constFirst().toInt(), none);
        QCOMPARE(refused.constFirst().at(3).value<Error>().code, ErrorCode::Invalid);
        QCOMPARE(papers().size(), 2);
    }

    void whatCannotBeRecordedIsToldAndNothingIs_data()
    {
        QTest::addColumn<QString>("lack");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no such dossier") << u"dossier"_qs << ErrorCode::NotFound;
        QTest::newRow("a page that is not there") << u"page"_qs << ErrorCode::AttachmentMissing;
    }
    void whatCannotBeRecordedIsToldAndNothingIs()
    {
        QFETCH(QString, lack);
        QFETCH(ErrorCode, code);
        QSignalSpy refused(m_scans.get(), &AddScans::refused);
        const PaperPage page = scannedPage(*m_place, 1);
        if (lack == u"page") {
            QVERIFY(loseSealed(*m_place, page.attachment));
        }
        (void)m_scans->add(lack == u"dossier" ? Id::fromString(u"018f5e66-0000-7000-8000-000000000001"_qs) : m_dossier, u"declaration"_qs, {page}, {});
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.constFirst().at(3).value<Error>().code, code);
        QVERIFY(papers().isEmpty());
    }
};

QTEST_MAIN(tst_AddScans)
#include "tst_AddScans.moc"
