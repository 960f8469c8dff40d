// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/HandbookFile.h"
#include "app/workflows/Lawbook.h"
#include "ui/shell/KeyMap.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImageReader>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace motcua;

namespace {

const QString Root = QStringLiteral(MOTCUA_TEST_DATA "/../..");

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList matches(const QString &pattern, const QString &text)
{
    QStringList all;
    for (auto it = QRegularExpression(pattern).globalMatch(text); it.hasNext();) {
        all.append(it.next().captured(1));
    }
    return all;
}

} // namespace

/** The handbook as it is shipped: whole, and in the words and keys the windows have. */
class tst_HandbookPages : public QObject
{
    Q_OBJECT

    Handbook m_book;

private Q_SLOTS:
    void initTestCase()
    {
        const auto book = HandbookFile(Lawbook::folder()).ask().result();
        QVERIFY2(book, book ? "" : qPrintable(book.error().detail));
        m_book = *book;
    }

    void hasTenPagesAndNoneIsLeftOut()
    {
        QCOMPARE(m_book.parts().size(), 10);
        QStringList listed;
        for (const HandbookPart &part : m_book.parts()) {
            listed.append(part.name + u".md"_qs);
            QVERIFY(!part.title.isEmpty());
            QVERIFY2(part.markdown.contains(u"## Nếu không được"_qs) || part.name.startsWith(u"09"_qs), qPrintable(part.name));
        }
        listed.sort();
        QCOMPARE(QDir(Root + u"/resources/handbook/vi"_qs).entryList(QDir::Files, QDir::Name), listed);
    }

    void namesOnlyKeysOfTheTable()
    {
        QStringList known;
        const KeyMap keys;
        for (const KeyBinding &one : keys.bindings()) {
            if (KeyMap::isInUse(one.act, one.number) || one.act == KeyAct::Dashboard) {
                known.append(one.id);
            }
        }
        for (const HandbookPart &part : m_book.parts()) {
            const QStringList named = Handbook::keysIn(part.markdown);
            QVERIFY2(!named.isEmpty(), qPrintable(part.name));
            for (const QString &key : named) {
                QVERIFY2(known.contains(key), qPrintable(part.name + u": "_qs + key));
            }
            // A key that somebody may move is never written out.
            const QStringList written = matches(u"`((?:F\\d|Ctrl|Alt|Shift|Esc)[^`]*)`"_qs, part.markdown);
            QVERIFY2(written.isEmpty(), qPrintable(part.name + u": "_qs + written.join(u' ')));
        }
    }

    void quotesOnlyWordsOfTheWindows()
    {
        QSet<QString> known;
        QFile file(Root + u"/translations/motcua_vi.ts"_qs);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        while (!xml.atEnd()) {
            if (xml.readNextStartElement() && xml.name() == u"translation") {
                known.insert(xml.readElementText(QXmlStreamReader::IncludeChildElements));
            }
        }
        QVERIFY(known.size() > 500);
        for (const HandbookPart &part : m_book.parts()) {
            const QStringList quoted = matches(u"«([^»]*)»"_qs, part.markdown);
            for (const QString &words : quoted) {
                QVERIFY2(known.contains(words), qPrintable(part.name + u": "_qs + words));
            }
        }
    }

    void everyPictureIsShownAndSmallEnough()
    {
        QSet<QString> shown;
        for (const HandbookPart &part : m_book.parts()) {
            const QStringList pictures = Handbook::picturesIn(part.markdown);
            QVERIFY2(!pictures.isEmpty(), qPrintable(part.name));
            for (const QString &picture : pictures) {
                shown.insert(picture);
                QVERIFY2(contents(Root + u"/app/programs/Tour.cpp"_qs).contains(u"QStringLiteral(\"%1\")"_qs.arg(picture.section(u'.', 0, 0))), qPrintable(picture));
            }
        }
        qint64 bytes = 0;
        const QFileInfoList files = QDir(Root + u"/resources/handbook/pictures"_qs).entryInfoList(QDir::Files);
        for (const QFileInfo &file : files) {
            QVERIFY2(shown.contains(file.fileName()), qPrintable(file.fileName()));
            QCOMPARE(QImageReader(file.filePath()).size(), QSize(1366, 698));
            bytes += file.size();
        }
        QCOMPARE(files.size(), shown.size());
        QVERIFY(bytes < 1'500'000);
    }

    void everyScreenHasItsPage()
    {
        QStringList screens{u"StepPage/asked"_qs};
        QDirIterator headers(Root + u"/ui"_qs, {u"*Page.h"_qs}, QDir::Files, QDirIterator::Subdirectories);
        while (headers.hasNext()) {
            screens += matches(u"class (\\w+) : public Page\\b"_qs, contents(headers.next()));
        }
        screens.removeAll(u"KeysPage"_qs); // the way there
        screens.removeAll(u"HandbookPage"_qs);
        screens.sort();
        QCOMPARE(m_book.screens().keys(), screens);
    }
};

QTEST_GUILESS_MAIN(tst_HandbookPages)
#include "tst_HandbookPages.moc"
