// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/BoardFiles.h"
#include "app/workflows/Lawbook.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

/** The board of a store: what comes with the program, and over it what an administrator wrote down. */
class tst_BoardFiles : public QObject
{
    Q_OBJECT

    void write(const QByteArray &text) const
    {
        QFile file(m_dir.filePath(u"board.json"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    [[nodiscard]] BoardFiles read() const { return BoardFiles::read(Lawbook::folder(), m_dir.path()); }

private Q_SLOTS:
    void withoutAnOwnFileTheShippedOneCounts()
    {
        const BoardFiles files = read();
        QVERIFY(files.faults.isEmpty());
        QCOMPARE(files.plan.columns, 3);
        QVERIFY(!files.plan.notices.isEmpty());
        QVERIFY(files.plan.page.isEmpty()); // nobody's folder is written into unasked
    }

    void aBadRowIsLeftOutAndToldAndTheRestIsShown()
    {
        write(R"({"schema": "motcua.board/1", "mark": "m", "columns": 5,
"notices": [{"text": "Một", "textEn": "One"}, {"text": "Hai"}, {"text": "Ba", "textEn": "Three", "until": "2026-13-01"}]})");
        const BoardFiles files = read();
        QCOMPARE(files.plan.columns, 5);
        QCOMPARE(files.plan.notices.size(), 1);
        QCOMPARE(files.plan.lastTicketMinutes, 30); // as shipped
        QCOMPARE(files.faults.size(), 2);
        QVERIFY2(files.faults.at(0).detail.startsWith(u"board.json:2:"_qs), qPrintable(files.faults.at(0).detail));
    }

    void aFileThatIsNoneTakesNoBoardFromTheWall_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("torn") << QByteArray("{\"schema\": \"motcua.bo");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("something else") << QByteArray("[1, 2]");
        QTest::newRow("endless") << QByteArray((1 << 20) + 1, ' ');
    }
    void aFileThatIsNoneTakesNoBoardFromTheWall()
    {
        QFETCH(QByteArray, text);
        write(text);
        const BoardFiles files = read();
        QVERIFY(!files.faults.isEmpty());
        QCOMPARE(files.plan.columns, 3);
        QVERIFY(!files.plan.notices.isEmpty());
    }

    void withoutAnyFileThereIsAPlan()
    {
        const BoardFiles files = BoardFiles::read(m_dir.filePath(u"nowhere"_qs), m_dir.filePath(u"nowhere"_qs));
        QCOMPARE(files.faults.constFirst().code, ErrorCode::FileUnreadable);
        QCOMPARE(files.plan.columns, BoardPlan().columns);
    }

    void cleanup() { QFile::remove(m_dir.filePath(u"board.json"_qs)); }

private:
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(tst_BoardFiles)
#include "tst_BoardFiles.moc"
