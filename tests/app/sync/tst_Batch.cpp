// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/Batch.h"

#include "tests/models/journal/Author.h"

#include <QTest>

#include <zstd.h>

using namespace motcua;
using namespace motcua::sync;
using journal::Author;
using journal::Entry;
using journal::Run;
using journal::testId;

class tst_Batch : public QObject
{
    Q_OBJECT

private:
    static Run runOf(qsizetype entries, qsizetype textSize = 20)
    {
        Author author('A');
        for (qsizetype i = 0; i < entries; ++i) {
            author.write(testId('s'), "dossier.noted", {{QStringLiteral("text"), QString(textSize, QLatin1Char('x')) + QString::number(i)}});
        }
        Run run{author.log, {}};
        run.head = {author.log.constLast().header.key, author.log.constLast().hash(), QByteArray(32, 'k'), QByteArray(64, 'g')};
        return run;
    }

    static QByteArray packed(const QByteArray &body)
    {
        QByteArray bytes(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(body.size()))), Qt::Uninitialized);
        bytes.truncate(static_cast<qsizetype>(ZSTD_compress(
            bytes.data(), static_cast<size_t>(bytes.size()), body.constData(), static_cast<size_t>(body.size()), 19)));
        return "MCB1\x01" + bytes;
    }

    /** The body of a batch as it is written without packing. */
    static QByteArray bodyOf(const Run &run)
    {
        const QByteArray batch = batchOf(run);
        QByteArray body(8 * 1024 * 1024, Qt::Uninitialized);
        body.truncate(static_cast<qsizetype>(ZSTD_decompress(
            body.data(), static_cast<size_t>(body.size()), batch.constData() + 5, static_cast<size_t>(batch.size()) - 5)));
        return body;
    }

private Q_SLOTS:
    void whatGoesInComesOut_data()
    {
        QTest::addColumn<Run>("run");
        QTest::newRow("one entry") << runOf(1);
        QTest::newRow("five hundred") << runOf(500);
        Run some = runOf(3);
        some.entries[1].payload.reset();
        QTest::newRow("a payload held back") << some;
        Run relayed = runOf(3);
        relayed.head.signature.clear();
        QTest::newRow("without a signature") << relayed;
        QTest::newRow("a payload of nearly a megabyte that packs a thousand to one") << runOf(2, 1'000'000);
    }

    void whatGoesInComesOut()
    {
        QFETCH(Run, run);
        const QByteArray batch = batchOf(run);
        const Result<Run> read = runIn(batch);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        QCOMPARE(*read, run);
        // The same when it trickles in.
        BatchReader reader;
        for (qsizetype i = 0; i < batch.size(); i += 7) {
            QVERIFY(reader.feed(QByteArrayView(batch).sliced(i, qMin<qsizetype>(7, batch.size() - i))));
        }
        const Result<Run> trickled = reader.end();
        QVERIFY(trickled);
        QCOMPARE(*trickled, run);
    }

    void fiveHundredAlikeEntriesAreSmall()
    {
        const Run run = runOf(500, 700);
        qsizetype plain = 0;
        for (const Entry &entry : run.entries) {
            plain += entry.headerBytes.size() + entry.payload->bytes.size();
        }
        QVERIFY2(batchOf(run).size() < plain / 3, qPrintable(QString::number(batchOf(run).size())));
    }

    void refusesWhatIsNoBatch_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray good = batchOf(runOf(5));
        const QByteArray body = bodyOf(runOf(5));
        QTest::newRow("nothing") << QByteArray() << ErrorCode::FileTruncated;
        QTest::newRow("a page of a captive portal") << QByteArray("<html><body>Please sign in") << ErrorCode::FileKindUnknown;
        QTest::newRow("packed in another way") << QByteArray("MCB1\x07zzzz") << ErrorCode::FileNewer;
        QTest::newRow("cut off") << good.chopped(9) << ErrorCode::FileTruncated;
        QTest::newRow("only the beginning") << good.first(5) << ErrorCode::FileTruncated;
        QTest::newRow("something after it") << good + "x" << ErrorCode::EntryMalformed;
        QTest::newRow("two of them") << good + good.sliced(5) << ErrorCode::EntryMalformed;
        QTest::newRow("packed badly") << "MCB1\x01" + QByteArray(200, 'q') << ErrorCode::EntryMalformed;
        QTest::newRow("no entry") << packed(QByteArray(2, '\0') + body.sliced(2)) << ErrorCode::EntryMalformed;
        QTest::newRow("more entries than are there") << packed(QByteArray("\x00\x09", 2) + body.sliced(2)) << ErrorCode::FileTruncated;
        QTest::newRow("fewer entries than are there") << packed(QByteArray("\x00\x04", 2) + body.sliced(2)) << ErrorCode::EntryMalformed;
        QTest::newRow("more than five hundred") << packed(QByteArray("\x03\xe8", 2) + body.sliced(2)) << ErrorCode::EntryMalformed;
        QTest::newRow("a bomb of zeros") << packed(QByteArray(7 * 1024 * 1024, '\0')) << ErrorCode::FileTooLarge;
        QTest::newRow("beyond eight megabytes as it is") << "MCB1" + QByteArray(1, '\0') + QByteArray(8 * 1024 * 1024 + 1, 'x')
                                                         << ErrorCode::FileTooLarge;
        QByteArray other = body;
        other[other.size() - 3] = static_cast<char>(other[other.size() - 3] ^ 1);
        QTest::newRow("a payload changed") << packed(other) << ErrorCode::PayloadMismatch;
        Run gap = runOf(5);
        gap.entries.remove(2);
        QTest::newRow("a gap") << batchOf(gap) << ErrorCode::EntryMalformed;
        Run strange = runOf(2);
        Author somebody('B');
        strange.entries[1] = somebody.write(testId('s'), "dossier.noted", {});
        QTest::newRow("another log") << batchOf(strange) << ErrorCode::EntryMalformed;
        Run forked = runOf(2);
        Author same('A');
        same.write(testId('t'), "dossier.noted", {});
        forked.entries[1] = same.write(testId('t'), "dossier.noted", {});
        QTest::newRow("an entry that follows another one") << batchOf(forked) << ErrorCode::EntryMalformed;
    }

    void refusesWhatIsNoBatch()
    {
        QFETCH(QByteArray, bytes);
        const Result<Run> read = runIn(bytes);
        QVERIFY(!read);
        QTEST(read.error().code, "code");
    }

    void saysSoBeforeItHasUnpackedTheBomb()
    {
        // 1 GiB of zeros in some kilobytes: the reader must stop within its first megabytes.
        std::unique_ptr<ZSTD_CCtx, size_t (*)(ZSTD_CCtx *)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
        const QByteArray zeros(1024 * 1024, '\0');
        QByteArray bomb("MCB1\x01");
        QByteArray piece(static_cast<qsizetype>(ZSTD_CStreamOutSize()), Qt::Uninitialized);
        for (int i = 0; i < 1024; ++i) {
            ZSTD_inBuffer in{zeros.constData(), static_cast<size_t>(zeros.size()), 0};
            const ZSTD_EndDirective mode = i == 1023 ? ZSTD_e_end : ZSTD_e_continue;
            for (size_t left = 1; left > 0 || in.pos < in.size;) {
                ZSTD_outBuffer out{piece.data(), static_cast<size_t>(piece.size()), 0};
                left = ZSTD_compressStream2(context.get(), &out, &in, mode);
                QVERIFY(!ZSTD_isError(left));
                bomb.append(piece.constData(), static_cast<qsizetype>(out.pos));
                if (mode == ZSTD_e_continue && in.pos == in.size) {
                    break;
                }
            }
        }
        QVERIFY(bomb.size() < 200'000);
        BatchReader reader;
        qsizetype fed = 0;
        Result<> said;
        for (; fed < bomb.size() && said; fed += 64) {
            said = reader.feed(QByteArrayView(bomb).sliced(fed, qMin<qsizetype>(64, bomb.size() - fed)));
        }
        QVERIFY(!said);
        QCOMPARE(said.error().code, ErrorCode::FileTooLarge);
        QVERIFY2(fed < bomb.size() / 10, qPrintable(QString::number(fed)));
        QVERIFY(!reader.feed("more"));
        QVERIFY(!reader.end());
    }
};

QTEST_APPLESS_MAIN(tst_Batch)
#include "tst_Batch.moc"
