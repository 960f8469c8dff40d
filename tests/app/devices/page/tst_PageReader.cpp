// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/page/PageReader.h"

#include "app/devices/page/PageFrame.h"
#include "tests/app/devices/StandIn.h"
#include "tests/app/worker/DrawnPage.h"

#include <QFutureWatcher>
#include <QTest>
#include <QThread>

#include <memory>

using namespace motcua;
using motcua::test::DrawnPage;

Q_DECLARE_METATYPE(motcua::PageFault)

namespace {

QStringList said; // whatever went to the log

void note(QtMsgType, const QMessageLogContext &, const QString &message)
{
    said.append(message);
}

QByteArray bytesOf(const PageAnswer &answer)
{
    const PageAnswer::Bytes bytes = answer.toBytes();
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
}

/** Of one pixel, the same bytes. */
PageAnswer onePixel()
{
    return {.outcome = PageAnswer::Outcome::Page, .isSame = true, .width = 1, .height = 1, .smallWidth = 1, .smallHeight = 1};
}

} // namespace

/** The program itself, as whoever asks for pages has it. */
class tst_PageReader : public QObject
{
    Q_OBJECT

    using Read = PageReader::Read;
    using Look = Result<QImage, PageFault>;

    template <typename T>
    static void ended(const QFuture<T> &future)
    {
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 60'000);
    }

    test::StandIn m_standIn;

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

    void makesAPage()
    {
        QRectF bars;
        const QByteArray picture = DrawnPage{.dpi = 200, .askew = 3}.jpeg([&bars](QPainter &painter) {
            DrawnPage::letter(painter);
            bars = DrawnPage::code(painter, {150, 255}, QStringLiteral("H26.48.2-261130-0007"), ZXing::BarcodeFormat::QRCode, 25);
        });
        PageReader reader;
        const auto future = reader.read(picture);
        QVERIFY(!future.isFinished());
        ended(future);
        const Read read = future.result();
        QVERIFY(read);
        QVERIFY2(std::abs(read->askew + 3) <= 0.2, qPrintable(QString::number(read->askew)));
        QCOMPARE(read->dpi, 200);
        QVERIFY(read->isColour);
        QVERIFY(!read->isBlank);
        const QImage page = QImage::fromData(read->jpeg, "jpeg");
        QCOMPARE(page.size(), read->pixels);
        QCOMPARE(qRound(page.dotsPerMeterX() * 0.0254), 200);
        QCOMPARE(read->thumbnail.format(), QImage::Format_RGB888);
        QCOMPARE(std::max(read->thumbnail.width(), read->thumbnail.height()), ReadPage::ThumbnailSide);
        QCOMPARE(read->codes.size(), 1);
        QCOMPARE(read->codes.first().kind, PageCode::Kind::Qr);
        QCOMPARE(read->codes.first().text, QStringLiteral("H26.48.2-261130-0007"));
        QVERIFY(read->codes.first().corners.boundingRect().contains(bars.center().toPoint() * 200 / 25.4));
    }

    void givesTheVeryBytesBack()
    {
        const QByteArray picture = DrawnPage{}.jpeg(&DrawnPage::letter);
        PageReader reader;
        const auto future = reader.read(picture);
        ended(future);
        QVERIFY(future.result());
        QCOMPARE(future.result()->jpeg, picture);
        QCOMPARE(future.result()->askew, 0.0);
        QCOMPARE(future.result()->pixels, QImage::fromData(picture).size());
    }

    void wishesAreKept()
    {
        const QByteArray picture = DrawnPage{.askew = 2, .isGrey = true}.jpeg(&DrawnPage::letter);
        const QSize size = QImage::fromData(picture).size();
        PageReader reader;
        const auto plain = reader.read(picture, {.straightens = false, .crops = false, .readsCodes = false});
        const auto turned = reader.read(picture, {.straightens = false, .quarterTurns = -1});
        const auto blank = reader.read(DrawnPage{}.jpeg(&DrawnPage::nothing));
        ended(plain);
        ended(turned);
        ended(blank);
        QCOMPARE(plain.result()->jpeg, picture);
        QVERIFY(!plain.result()->isColour);
        QCOMPARE(turned.result()->pixels, size.transposed());
        QVERIFY(blank.result()->isBlank);
    }

    void whatIsNoPageIsNamed_data()
    {
        QTest::addColumn<QByteArray>("picture");
        QTest::addColumn<PageFault>("fault");
        const QByteArray picture = DrawnPage{}.jpeg(&DrawnPage::letter);
        QTest::addRow("nothing") << QByteArray() << PageFault::CannotDecode;
        QTest::addRow("a text") << QByteArray("không phải ảnh") << PageFault::CannotDecode;
        QTest::addRow("half of it") << picture.first(picture.size() / 2) << PageFault::CannotDecode;
        QByteArray large = picture;
        const qsizetype frame = large.indexOf("\xFF\xC0");
        large.replace(frame + 5, 4, "\xFF\xDC\xFF\xDC");
        QTest::addRow("65,500 by 65,500") << large << PageFault::TooLarge;
        QTest::addRow("a byte more than may be") << QByteArray(PageReader::MostBytes + 1, 'x') << PageFault::TooLarge;
    }
    void whatIsNoPageIsNamed()
    {
        QFETCH(QByteArray, picture);
        QFETCH(PageFault, fault);
        PageReader reader;
        const auto page = reader.read(picture);
        const auto look = reader.picture(picture, {100, 100});
        QVERIFY(!page.isFinished());
        QVERIFY(!look.isFinished());
        ended(page);
        ended(look);
        QVERIFY(!page.result());
        QCOMPARE(page.result().error(), fault);
        QVERIFY(!look.result());
        QCOMPARE(look.result().error(), fault);
    }

    void showsAPage_data()
    {
        QTest::addColumn<QSize>("box");
        QTest::addColumn<QSize>("size");
        QTest::addRow("a third") << QSize(413, 2'000) << QSize(413, 584);
        QTest::addRow("as it is") << QSize(1'240, 1'754) << QSize(1'240, 1'754);
        QTest::addRow("never larger") << QSize(100'000, 100'000) << QSize(1'240, 1'754);
        QTest::addRow("no box") << QSize() << QSize(1, 1);
    }
    void showsAPage()
    {
        QFETCH(QSize, box);
        QFETCH(QSize, size);
        const QByteArray picture = DrawnPage{}.jpeg(&DrawnPage::letter);
        PageReader reader;
        const auto look = reader.picture(picture, box);
        ended(look);
        QVERIFY(look.result());
        QCOMPARE(look.result()->size(), size);
        QCOMPARE(look.result()->format(), QImage::Format_RGB888);
        const QImage wanted = QImage::fromData(picture).scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        qint64 unlike = 0;
        for (int y = 0; y < size.height(); ++y) {
            for (int x = 0; x < size.width(); ++x) {
                unlike += std::abs(qGray(look.result()->pixel(x, y)) - qGray(wanted.pixel(x, y))) > 60 ? 1 : 0;
            }
        }
        QVERIFY2(unlike * 100 < qint64(size.width()) * size.height(), qPrintable(QString::number(unlike)));
    }

    void aWorkerIsNotTrusted_data()
    {
        QTest::addColumn<QString>("worker");
        QTest::addColumn<PageFault>("fault");
        const QByteArray good = bytesOf(onePixel()) + "RGB";
        QTest::addRow("nobody") << m_standIn.path(QStringLiteral("nobody")) << PageFault::NotInstalled;
        QTest::addRow("it says nothing") << m_standIn.saying({}) << PageFault::Crashed;
        QTest::addRow("half a head") << m_standIn.saying(good.first(16)) << PageFault::Crashed;
        QTest::addRow("a byte is missing") << m_standIn.saying(good.chopped(1)) << PageFault::Crashed;
        QTest::addRow("a byte too many") << m_standIn.saying(good + "x") << PageFault::Crashed;
        QTest::addRow("another magic") << m_standIn.saying(QByteArray(good).replace(0, 4, "MCA9")) << PageFault::Crashed;
        QTest::addRow("it crashes") << m_standIn.program("cat > /dev/null; kill -SEGV $$\n") << PageFault::Crashed;
        QTest::addRow("the system ends it") << m_standIn.program("kill -SYS $$\n") << PageFault::Crashed;
        QTest::addRow("no end of it") << m_standIn.program("exec cat /dev/zero\n") << PageFault::Crashed;
        QTest::addRow("a good answer, and then it crashes") << m_standIn.saying(good, "kill -SEGV $$\n") << PageFault::Crashed;
        PageAnswer codes = onePixel();
        codes.codes = 1;
        QTest::addRow("a code that is not there") << m_standIn.saying(bytesOf(codes) + "RGB") << PageFault::Crashed;
        codes.codesSize = 5;
        QTest::addRow("a code that is none") << m_standIn.saying(bytesOf(codes) + "RGBabcde") << PageFault::Crashed;
        QTest::addRow("another question's answer") << m_standIn.saying(bytesOf({.outcome = PageAnswer::Outcome::Look, .smallWidth = 1, .smallHeight = 1}) + "RGB") << PageFault::Crashed;
        QTest::addRow("it cannot decode") << m_standIn.saying(bytesOf({})) << PageFault::CannotDecode;
        QTest::addRow("it is too large") << m_standIn.saying(bytesOf({.outcome = PageAnswer::Outcome::TooLarge})) << PageFault::TooLarge;
    }
    void aWorkerIsNotTrusted()
    {
        QFETCH(QString, worker);
        QFETCH(PageFault, fault);
        PageReader reader(worker);
        const auto page = reader.read("x");
        ended(page);
        QVERIFY(!page.result());
        QCOMPARE(page.result().error(), fault);
    }

    /** A page over which the reader of codes ends its process is still a page. */
    void isMadeWithoutCodesWhereTheyCrash()
    {
        const QByteArray answer = QFile::encodeName(m_standIn.path(QStringLiteral("plain-answer")));
        QFile file(m_standIn.path(QStringLiteral("plain-answer")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytesOf(onePixel()) + "RGB"), 35);
        file.close();
        // The sixth byte of a request are its wishes.
        PageReader reader(m_standIn.program("wishes=$(od -An -tu1 -j5 -N1)\ntest $((wishes & 8)) = 0 || kill -ABRT $$\ncat > /dev/null\ncat '" + answer + "'\n"));
        const auto page = reader.read("picture");
        ended(page);
        QVERIFY(page.result());
        QCOMPARE(page.result()->jpeg, QByteArray("picture"));
        QVERIFY(page.result()->codes.isEmpty());
    }

    void aPictureLargerThanItsBoxIsNone()
    {
        const QByteArray two = bytesOf({.outcome = PageAnswer::Outcome::Look, .smallWidth = 2, .smallHeight = 1}) + "RGBrgb";
        PageReader reader(m_standIn.saying(two));
        const auto fits = reader.picture("x", {2, 2});
        const auto large = reader.picture("x", {1, 2});
        ended(fits);
        ended(large);
        QVERIFY(fits.result());
        QCOMPARE(fits.result()->pixelColor(1, 0), QColor('r', 'g', 'b'));
        QVERIFY(!large.result());
        QCOMPARE(large.result().error(), PageFault::Crashed);
    }

    /** Each with its own answer, as many at once as there are processors, and the others after them as they came; whoever wants to see one goes first. */
    void manyWaitInTheirOrder()
    {
        const QByteArray log = QFile::encodeName(m_standIn.path(QStringLiteral("order")));
        const QByteArray at = QFile::encodeName(m_standIn.path(QStringLiteral("gate")));
        // Says whose question it is, waits until it may go on, and fails.
        PageReader reader(m_standIn.program("tail -c 2 >> '" + log + "'; while test ! -e '" + at + "'; do sleep 0.05; done; exit 1\n"));
        const int most = QThread::idealThreadCount();
        QList<QFuture<Read>> pages;
        for (int i = 0; i < most + 3; ++i) {
            pages.append(reader.read(QByteArray::number(10 + i), {.readsCodes = false}));
        }
        const auto contents = [this] {
            QFile file(m_standIn.path(QStringLiteral("order")));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTRY_COMPARE_WITH_TIMEOUT(contents().size(), 2 * most, 60'000);
        const auto look = reader.picture("LK", {10, 10});
        QFile gate(m_standIn.path(QStringLiteral("gate")));
        QVERIFY(gate.open(QIODevice::WriteOnly));
        for (const auto &page : pages) {
            ended(page);
            QCOMPARE(page.result().error(), PageFault::Crashed);
        }
        ended(look);
        const QByteArray order = contents();
        QCOMPARE(order.size(), 2 * (most + 4));
        // Of those that are at work together either may come first.
        for (int i = 0; i < most; ++i) {
            QVERIFY(order.first(2 * most).contains(QByteArray::number(10 + i)));
        }
        QVERIFY2(order.sliced(2 * most, 2 * most).contains("LK"), order.constData());
        QVERIFY2(order.indexOf("LK") < order.lastIndexOf(QByteArray::number(10 + most + 1)), order.constData());
    }

    void eachGetsItsOwn()
    {
        PageReader reader;
        QList<QFuture<Read>> pages;
        for (int i = 1; i <= 6; ++i) {
            QImage image(40 * i, 50, QImage::Format_RGB32);
            image.fill(Qt::white);
            pages.append(reader.read(i == 3 ? QByteArray("nonsense") : DrawnPage::jpegOf(image)));
        }
        for (int i = 1; i <= 6; ++i) {
            ended(pages.at(i - 1));
            const Read read = pages.at(i - 1).result();
            QCOMPARE(bool(read), i != 3);
            QVERIFY(!read || read->pixels == QSize(40 * i, 50));
        }
        QTRY_VERIFY(reader.children().isEmpty());
    }

    void cancelsWhenItGoes()
    {
        const QString name = QStringLiteral("left");
        auto reader = std::make_unique<PageReader>(m_standIn.hanging(name));
        QList<QFuture<Read>> pages;
        for (int i = 0; i < QThread::idealThreadCount() + 2; ++i) {
            pages.append(reader->read("x"));
        }
        const auto look = reader->picture("x", {10, 10});
        QTRY_VERIFY_WITH_TIMEOUT(m_standIn.runs(name), 60'000);
        reader.reset();
        QVERIFY(!m_standIn.runs(name));
        for (const auto &page : pages) {
            QVERIFY(page.isFinished());
            QCOMPARE(page.result().error(), PageFault::Cancelled);
        }
        QVERIFY(look.isFinished());
        QCOMPARE(look.result().error(), PageFault::Cancelled);
    }

    void whoeverAskedMayEndWithTheAnswer()
    {
        auto reader = std::make_unique<PageReader>();
        QFutureWatcher<Read> watcher;
        bool isRight = false;
        connect(&watcher, &QFutureWatcherBase::finished, this, [&] {
            reader.reset();
            isRight = bool(watcher.result());
        });
        watcher.setFuture(reader->read(DrawnPage{.dpi = 75}.jpeg(&DrawnPage::nothing)));
        QTRY_VERIFY_WITH_TIMEOUT(watcher.isFinished() && !reader, 60'000);
        QVERIFY(isRight);
    }
};

QTEST_MAIN(tst_PageReader)
#include "tst_PageReader.moc"
