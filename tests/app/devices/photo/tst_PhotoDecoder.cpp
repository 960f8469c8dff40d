// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/photo/PhotoDecoder.h"

#include "app/devices/photo/PhotoFrame.h"
#include "app/storage/Await.h"
#include "app/training/chip/DrawnFace.h"
#include "tests/app/worker/Pictures.h"
#include "tests/app/worker/WrittenJp2.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <optional>

using namespace motcua;
using namespace motcua::test;

Q_DECLARE_METATYPE(motcua::PhotoFault)

namespace {

QStringList said; // whatever went to the log

void note(QtMsgType, const QMessageLogContext &, const QString &message)
{
    said.append(message);
}

} // namespace

class tst_PhotoDecoder : public QObject
{
    Q_OBJECT

    using Decoded = PhotoDecoder::Decoded;
    using Future = QFuture<Decoded>;

    static constexpr std::chrono::minutes Patient{1}; ///< as long as a busy machine needs: no row waits for it to pass

    static QByteArray sized(QByteArray bytes, qsizetype size) { return bytes.append(QByteArray(size - bytes.size(), 'x')); }

    /** A program that is started in place of the worker: a script. */
    QString standIn(const QByteArray &script, bool mayRun = true)
    {
        const QString path = m_folder.filePath(u"worker-%1"_qs.arg(m_scripts++));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + script) < 0) {
            return {};
        }
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | (mayRun ? QFile::ExeOwner : QFile::Permission{}));
        return path;
    }

    /** What may be run by its mode, and is nothing that runs. */
    QString notAProgram()
    {
        QFile file(m_folder.filePath(u"no-program"_qs));
        if (!file.open(QIODevice::WriteOnly)
            || file.write("\x7F"
                          "ELF and no more")
                < 0) {
            return {};
        }
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        return file.fileName();
    }

    /** One that takes everything and then says `bytes`. */
    QByteArray saying(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"answer-%1"_qs.arg(m_scripts));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            return {};
        }
        return "cat > /dev/null\ncat '" + QFile::encodeName(path) + "'\n";
    }

    static QByteArray head(const PhotoFrame &frame)
    {
        const PhotoFrame::Head bytes = frame.head();
        return QByteArray(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    }

    static QByteArray twoPixels() { return head({PhotoFrame::Outcome::Picture, 3, 2, 1}) + "RGBrgb"; }

    static void ended(const Future &future) { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 60'000); }

    QTemporaryDir m_folder;
    int m_scripts = 0;

private Q_SLOTS:
    void init()
    {
        said.clear();
        qInstallMessageHandler(&note);
    }
    void cleanup()
    {
        qInstallMessageHandler(nullptr);
        QCOMPARE(said, QStringList());
    }

    void picturesComeBack_data()
    {
        using Colours = WrittenJp2::Colours;
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QImage>("picture");
        QTest::addColumn<double>("tolerance");
        const QImage fields = fourFields({96, 128});
        const QImage grey = fourFields({96, 128}, true);
        const QImage glass = fourFields({96, 128}, false, 100);
        const QImage odd = fourFields({97, 131});
        QTest::addRow("JPEG") << jpeg(fields) << fields << 3.0;
        QTest::addRow("JPEG, grey") << jpeg(grey.convertToFormat(QImage::Format_Grayscale8)) << grey << 2.0;
        QTest::addRow("JPEG, progressive") << jpeg(fields, true) << fields << 3.0;
        QTest::addRow("JPEG, odd") << jpeg(odd) << odd << 3.0;
        QTest::addRow("JPEG, a pixel") << jpeg(fields.copy(60, 20, 1, 1)) << fields.copy(60, 20, 1, 1) << 3.0;
        QTest::addRow("JPEG, as large as may be") << jpeg(fourFields({480, 640})) << fourFields({480, 640}) << 3.0;
        QTest::addRow("JPEG, a little larger") << jpeg(fourFields({600, 800})) << fourFields({480, 640}) << 3.0;
        QTest::addRow("JPEG, large and broad") << jpeg(fourFields({4000, 3000}), false, 50) << fourFields({480, 360}) << 4.0;
        QTest::addRow("JPEG, large and progressive") << jpeg(fourFields({3000, 4000}), true, 50) << fourFields({480, 640}) << 4.0;
        QTest::addRow("JPEG, with bytes behind it") << sized(jpeg(fields), 1024 * 1024) << fields << 3.0;
        const QByteArray face = training::DrawnFace::jpeg(15'000, 7);
        QTest::addRow("a face of training mode") << face << QImage::fromData(face, "jpeg") << 1.0;
        QTest::addRow("JP2") << WrittenJp2{}.of(fields) << fields << 0.0;
        QTest::addRow("JP2, bare stream") << WrittenJp2{.isBare = true}.of(fields) << fields << 0.0;
        QTest::addRow("JP2, grey") << WrittenJp2{.colours = Colours::Grey}.of(grey) << grey << 0.0;
        QTest::addRow("JP2, grey with opacity")
            << WrittenJp2{.colours = Colours::GreyOpacity}.of(fourFields({96, 128}, true, 100)) << fourFields({96, 128}, true, 100) << 0.0;
        QTest::addRow("JP2, with opacity") << WrittenJp2{.colours = Colours::RgbOpacity}.of(glass) << glass << 0.0;
        QTest::addRow("JP2, luma and colour") << WrittenJp2{.colours = Colours::LumaAndColour}.of(fields) << fields << 1.0;
        QTest::addRow("JP2, half the colours") << WrittenJp2{.colours = Colours::LumaAndColour, .half = 2}.of(odd) << odd << 2.0;
        QTest::addRow("JP2, lossy") << WrittenJp2{.ratio = 20}.of(fields) << fields << 6.0;
        QTest::addRow("JP2, 12 bits") << WrittenJp2{.bits = 12}.of(fields) << fields << 0.5;
        QTest::addRow("JP2, 5 bits") << WrittenJp2{.bits = 5}.of(fields) << fields << 5.0;
        QTest::addRow("JP2, tiles") << WrittenJp2{.tile = 50}.of(odd) << odd << 0.0;
        QTest::addRow("JP2, large") << WrittenJp2{.ratio = 60}.of(fourFields({3000, 4000})) << fourFields({480, 640}) << 3.0;
        QTest::addRow("JP2, the largest there may be")
            << WrittenJp2{.colours = Colours::RgbOpacity, .resolutions = 1, .ratio = 60}.of(fourFields({3900, 4096}, false, 100))
            << fourFields({480, 504}, false, 100) << 6.0;
        QTest::addRow("JP2, with bytes behind it") << sized(WrittenJp2{}.of(fields), 1024 * 1024) << fields << 0.0;
    }
    void picturesComeBack()
    {
        QFETCH(QByteArray, file);
        QFETCH(QImage, picture);
        QFETCH(double, tolerance);
        QVERIFY(file.size() <= 1024 * 1024);
        PhotoDecoder decoder(PhotoDecoder::besideThisProgram(), Patient);
        const Future future = decoder.decode(file);
        QVERIFY(!future.isFinished());
        ended(future);
        const Decoded decoded = future.result();
        QVERIFY2(decoded, decoded ? "" : qPrintable(QString::number(int(decoded.error()))));
        QCOMPARE(decoded->size(), picture.size());
        QCOMPARE(decoded->format(),
            picture.hasAlphaChannel() && qAlpha(picture.pixel(picture.width() - 1, 0)) < 255 ? QImage::Format_RGBA8888
                                                                                             : QImage::Format_RGB888);
        const double apart = distance(*decoded, picture);
        QVERIFY2(apart <= tolerance, qPrintable(QString::number(apart)));
    }

    void whatIsNoPhotographIsNamed_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<PhotoFault>("fault");
        const QByteArray picture = jpeg(fourFields({96, 128}));
        const QByteArray wavelets = WrittenJp2{}.of(fourFields({96, 128}));
        QByteArray random(50'000, '\0');
        QRandomGenerator dice(1);
        dice.fillRange(reinterpret_cast<quint32 *>(random.data()), random.size() / 4);
        QByteArray png;
        QBuffer buffer(&png);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && fourFields({96, 128}).save(&buffer, "PNG"));
        QTest::addRow("nothing") << QByteArray() << PhotoFault::CannotDecode;
        QTest::addRow("a byte") << QByteArray("\xFF") << PhotoFault::CannotDecode;
        QTest::addRow("random bytes") << random << PhotoFault::CannotDecode;
        QTest::addRow("a JPEG's start and random bytes") << QByteArray("\xFF\xD8\xFF\xE0") + random << PhotoFault::CannotDecode;
        QTest::addRow("a JPEG 2000's start and random bytes") << QByteArray("\xFF\x4F\xFF\x51") + random << PhotoFault::CannotDecode;
        QTest::addRow("PNG") << png << PhotoFault::CannotDecode;
        QTest::addRow("half a JPEG") << picture.first(picture.size() / 2) << PhotoFault::CannotDecode;
        QTest::addRow("half a JP2") << wavelets.first(wavelets.size() / 2) << PhotoFault::CannotDecode;
        QTest::addRow("a JPEG that says 65500 x 65500") << test::saying(picture, 65500, 65500) << PhotoFault::TooLarge;
        QTest::addRow("a JP2 that says 65500 x 65500") << test::saying(wavelets, 65500, 65500) << PhotoFault::TooLarge;
        QTest::addRow("a JPEG of 17 million pixels") << test::saying(picture, 4096, 4096) << PhotoFault::TooLarge;
        QTest::addRow("a byte more than may be") << sized(picture, 1024 * 1024 + 1) << PhotoFault::TooLarge;
        QTest::addRow("64 MiB behind it") << sized(picture, 64 * 1024 * 1024) << PhotoFault::TooLarge;
    }
    void whatIsNoPhotographIsNamed()
    {
        QFETCH(QByteArray, file);
        QFETCH(PhotoFault, fault);
        PhotoDecoder decoder(PhotoDecoder::besideThisProgram(), Patient);
        const Future future = decoder.decode(file);
        QVERIFY(!future.isFinished());
        ended(future);
        QVERIFY(!future.result());
        QCOMPARE(future.result().error(), fault);
    }

    void aWorkerIsNotTrusted_data()
    {
        using Outcome = PhotoFrame::Outcome;
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<PhotoFault>("fault");
        const auto row = [](const char *name) -> QTestData & { return QTest::newRow(name); };
        row("it says nothing") << QByteArray("cat > /dev/null\n") << PhotoFault::Crashed;
        row("it does not even listen") << QByteArray("exit 0\n") << PhotoFault::Crashed;
        row("half a head") << QByteArray("cat > /dev/null; printf MCP1\n") << PhotoFault::Crashed;
        row("it fails") << QByteArray("cat > /dev/null; exit 3\n") << PhotoFault::Crashed;
        row("it crashes") << QByteArray("cat > /dev/null; kill -SEGV $$\n") << PhotoFault::Crashed;
        row("it is killed unheard") << QByteArray("kill -SYS $$\n") << PhotoFault::Crashed;
        const QByteArray good = twoPixels();
        const auto lie = [this, row](const char *name, const QByteArray &answer) {
            row(name) << saying(answer) << PhotoFault::Crashed;
            ++m_scripts;
        };
        lie("a byte is missing", good.chopped(1));
        lie("a byte too many", good + "x");
        lie("only a head", good.first(16));
        lie("a length that is none", QByteArray(good).replace(12, 4, "\xFF\xFF\xFF\xFF"));
        lie("a length of one row less", QByteArray(good).replace(12, 4, QByteArray(4, '\0')));
        lie("a fault with a picture", head({}) + "RGBrgb");
        lie("another magic", QByteArray(good).replace(0, 4, "MCP9"));
        lie("a picture larger than may be", head({Outcome::Picture, 4, 481, 640}) + QByteArray(4 * 481 * 640, 'x'));
        row("no end of it") << QByteArray("cat > /dev/null; exec cat /dev/zero\n") << PhotoFault::Crashed;
        row("a good answer, and then it fails") << saying(good) + "exit 1\n" << PhotoFault::Crashed;
        ++m_scripts;
        row("a good answer, and then it crashes") << saying(good) + "kill -SEGV $$\n" << PhotoFault::Crashed;
        ++m_scripts;
        row("it cannot decode") << saying(head({})) << PhotoFault::CannotDecode;
        ++m_scripts;
        row("it is too large") << saying(head({.outcome = Outcome::TooLarge})) << PhotoFault::TooLarge;
        ++m_scripts;
    }
    void aWorkerIsNotTrusted()
    {
        QFETCH(QByteArray, script);
        QFETCH(PhotoFault, fault);
        PhotoDecoder decoder(standIn(script), Patient);
        const Future future = decoder.decode(jpeg(fourFields({96, 128})));
        ended(future);
        QVERIFY(!future.result());
        QCOMPARE(future.result().error(), fault);
    }

    void aWorkerGetsNothingOfOurs()
    {
        qputenv("MOTCUA_SECRET_OF_A_TEST", "1");
        // One variable there is, so that a library of the system speaks plainly.
        const QByteArray script = R"sh(cat > /dev/null
test "$(tr '\0' ' ' < /proc/$$/environ)" = 'LC_ALL=C ' || exit 4
test "$*" = photo || exit 5
test "$(pwd)" = / || exit 6
)sh" + saying(twoPixels());
        PhotoDecoder decoder(standIn(script), Patient);
        const Future future = decoder.decode("x");
        ended(future);
        QVERIFY(future.result());
        QCOMPARE(future.result()->size(), QSize(2, 1));
        QCOMPARE(future.result()->pixelColor(1, 0), QColor('r', 'g', 'b'));
    }

    void theSampleShowsWhetherItWorksAtAll()
    {
        PhotoDecoder decoder(PhotoDecoder::besideThisProgram(), Patient);
        const Future works = decoder.decodeSample();
        ended(works);
        QVERIFY(works.result());
        QCOMPARE(works.result()->size(), QSize(24, 32));
        PhotoDecoder nothing(m_folder.filePath(u"nobody"_qs), Patient);
        const Future fails = nothing.decodeSample();
        ended(fails);
        QCOMPARE(fails.result().error(), PhotoFault::NotInstalled);
    }

    void whatCannotBeStartedIsNamed_data()
    {
        QTest::addColumn<QString>("worker");
        QTest::addColumn<PhotoFault>("fault");
        QTest::addRow("nothing there") << m_folder.filePath(u"nobody"_qs) << PhotoFault::NotInstalled;
        QTest::addRow("a folder") << m_folder.path() << PhotoFault::NotInstalled;
        QTest::addRow("may not run") << standIn("exit 0\n", false) << PhotoFault::NotInstalled;
        QTest::addRow("no name") << QString() << PhotoFault::NotInstalled;
        QTest::addRow("no program") << notAProgram() << PhotoFault::Crashed;
    }
    void whatCannotBeStartedIsNamed()
    {
        QFETCH(QString, worker);
        QFETCH(PhotoFault, fault);
        PhotoDecoder decoder(worker, Patient);
        const Future future = decoder.decode(jpeg(fourFields({96, 128})));
        QVERIFY(!future.isFinished());
        ended(future);
        QVERIFY(!future.result());
        QCOMPARE(future.result().error(), fault);
    }

    /** Says its number and hangs. */
    QString hanging(const QString &number)
    {
        return standIn("echo $$ > '" + QFile::encodeName(number) + ".new'; mv '" + QFile::encodeName(number) + ".new' '"
            + QFile::encodeName(number) + "'\nexec sleep 600\n");
    }

    static bool runs(const QString &number)
    {
        QFile file(number);
        return file.open(QIODevice::ReadOnly) && ::kill(file.readAll().trimmed().toInt(), 0) == 0;
    }

    void aWorkerThatHangsIsEnded()
    {
        const QString number = m_folder.filePath(u"hangs"_qs);
        PhotoDecoder decoder(hanging(number), std::chrono::seconds(1));
        const Future future = decoder.decode(jpeg(fourFields({96, 128})));
        ended(future);
        QVERIFY(!future.result());
        QCOMPARE(future.result().error(), PhotoFault::TimedOut);
        QTRY_VERIFY(!runs(number));
        QTRY_VERIFY(decoder.children().isEmpty());
    }

    void aWorkerEndsWithWhoeverAsked()
    {
        const QString number = m_folder.filePath(u"left"_qs);
        auto decoder = std::make_unique<PhotoDecoder>(hanging(number), Patient);
        const Future future = decoder->decode(jpeg(fourFields({96, 128})));
        QTRY_VERIFY_WITH_TIMEOUT(runs(number), 60'000);
        QVERIFY(!future.isFinished());
        decoder.reset();
        QVERIFY(!runs(number));
        QVERIFY(future.isFinished());
        QVERIFY(!future.result());
        QCOMPARE(future.result().error(), PhotoFault::Cancelled);
    }

    void whoeverAskedMayEndWithTheAnswer()
    {
        auto decoder = std::make_unique<PhotoDecoder>(PhotoDecoder::besideThisProgram(), Patient);
        const Future future = decoder->decode(jpeg(fourFields({96, 128})));
        std::optional<bool> isRight;
        await(this, future, [&decoder, &isRight](const Decoded &decoded) {
            decoder.reset();
            isRight = decoded && decoded->size() == QSize(96, 128);
        });
        QTRY_VERIFY_WITH_TIMEOUT(isRight, 60'000);
        QVERIFY(*isRight);
    }

    void manyAreAnsweredEachWithItsOwn()
    {
        PhotoDecoder decoder(PhotoDecoder::besideThisProgram(), Patient);
        QList<Future> futures;
        for (int i = 1; i <= 6; ++i) {
            futures.append(decoder.decode(i == 3 ? QByteArray("nonsense") : jpeg(fourFields({40 * i, 50}))));
        }
        for (int i = 1; i <= 6; ++i) {
            ended(futures.at(i - 1));
            const Decoded decoded = futures.at(i - 1).result();
            QCOMPARE(bool(decoded), i != 3);
            QVERIFY(!decoded || decoded->size() == QSize(40 * i, 50));
        }
        for (int i = 1; i <= 3; ++i) {
            const Future again = decoder.decode(jpeg(fourFields({50, 40 * i})));
            ended(again);
            QVERIFY(again.result());
            QCOMPARE(again.result()->height(), 40 * i);
        }
        QTRY_VERIFY(decoder.children().isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_PhotoDecoder)
#include "tst_PhotoDecoder.moc"
