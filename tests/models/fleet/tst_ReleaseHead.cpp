// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/ReleaseHead.h"

#include <QTest>

using namespace motcua;

/** What a release says of itself: one way to write it, and nothing else is read. */
class tst_ReleaseHead : public QObject
{
    Q_OBJECT

private:
    static ReleaseHead head()
    {
        return {.version = QStringLiteral("0.9.2"), .follows = QStringLiteral("0.9.0"), .schema = 14, .schemaFrom = 9, .bytes = 31'000'000, .sha256 = QByteArray(32, '\x5a'), .madeMs = 1'795'000'000'000,
            .notes = {QStringLiteral("Gọi số nhanh hơn"), QStringLiteral("Sửa lỗi in phiếu")}};
    }
    static QByteArray text()
    {
        return QByteArrayLiteral("motcua-release-1\nVersion: 0.9.2\nFollows: 0.9.0\nSchema: 14\nSchema-From: 9\nSize: 31000000\nSha256: ") + QByteArray(32, '\x5a').toHex()
            + QByteArrayLiteral("\nMade: 1795000000000\nNote: Gọi số nhanh hơn\nNote: Sửa lỗi in phiếu\n");
    }

private Q_SLOTS:
    void isWrittenAsItIsRead()
    {
        QCOMPARE(head().text(), text());
        const Result<ReleaseHead> read = ReleaseHead::fromText(text());
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, head());
    }

    void isRefused_data()
    {
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<QString>("line");
        const auto row = [](const char *name, const char *from, const QByteArray &to, const char *line) {
            QByteArray bad = text();
            QVERIFY2(bad.contains(from), name);
            QTest::newRow(name) << bad.replace(from, to) << QString::fromLatin1(line);
        };
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("motcua-release-1");
        QTest::newRow("bytes") << QByteArray("\x00\xff\xfe garbage", 11) << QStringLiteral("motcua-release-1");
        QTest::newRow("too long") << text() + QByteArray(ReleaseHead::MostBytes, 'x') << QStringLiteral("motcua-release-1");
        QTest::newRow("cut in a line") << text().first(30) << QStringLiteral("Version");
        QTest::newRow("no line end at last") << text().chopped(1) << QStringLiteral("further lines");
        row("a later form", "motcua-release-1", "motcua-release-2", "motcua-release-1");
        row("no version", "Version: 0.9.2\n", "", "Version");
        row("a version of words", "Version: 0.9.2", "Version: 0.9.2-beta", "Version");
        row("a zero before a number", "Version: 0.9.2", "Version: 0.09.2", "Version");
        row("a way out of a folder", "Version: 0.9.2", "Version: ../0.9", "Version");
        row("one number", "Follows: 0.9.0", "Follows: 9", "Follows");
        row("no schema", "Schema: 14", "Schema: 0", "Schema");
        row("from a later schema", "Schema-From: 9", "Schema-From: 15", "Schema-From");
        row("no bytes", "Size: 31000000", "Size: 0", "Size");
        row("too many bytes", "Size: 31000000", "Size: 536870913", "Size");
        row("a number with a sign", "Size: 31000000", "Size: +31000000", "further lines");
        row("a short hash", "5a5a\nMade", "\nMade", "Sha256");
        row("a hash in capitals", "5a5a\nMade", "5A5A\nMade", "further lines");
        row("before all time", "Made: 1795000000000", "Made: -1", "Made");
        row("another order", "Schema: 14\nSchema-From: 9\n", "Schema-From: 9\nSchema: 14\n", "Schema");
        row("a line of its own", "Note: Gọi", "Run: rm\nNote: Gọi", "further lines");
        row("a note with a bell", "Note: Gọi", "Note: \aGọi", "Note");
        row("an empty note", "Note: Gọi số nhanh hơn", "Note: ", "Note");
        row("a long note", "Note: Gọi", QByteArray("Note: ") + QByteArray(501, 'x'), "Note");
        row("no UTF-8", "Note: Gọi", "Note: G\xc3", "further lines");
    }

    void isRefused()
    {
        QFETCH(QByteArray, bad);
        QFETCH(QString, line);
        const Result<ReleaseHead> read = ReleaseHead::fromText(bad);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Invalid);
        QCOMPARE(read.error().detail, line);
    }

    void asManyNotesAsThereAre()
    {
        ReleaseHead many = head();
        many.notes = QStringList(ReleaseHead::MostNotes, QStringLiteral("x"));
        QVERIFY(ReleaseHead::fromText(many.text()));
        many.notes.append(QStringLiteral("x"));
        QVERIFY(!ReleaseHead::fromText(many.text()));
        many.notes.clear();
        QCOMPARE(*ReleaseHead::fromText(many.text()), many);
    }

    void versionsAreInTheirOrder()
    {
        QVERIFY(ReleaseHead::compare(QStringLiteral("0.10.0"), QStringLiteral("0.9.9")) > 0);
        QVERIFY(ReleaseHead::compare(QStringLiteral("0.9"), QStringLiteral("0.9.1")) < 0);
        QCOMPARE(ReleaseHead::compare(QStringLiteral("1.2.3"), QStringLiteral("1.2.3")), 0);
    }
};

QTEST_GUILESS_MAIN(tst_ReleaseHead)
#include "tst_ReleaseHead.moc"
