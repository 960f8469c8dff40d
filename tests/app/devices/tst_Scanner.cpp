// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/Scanner.h"

#include "tests/app/devices/sane/ScannerBench.h"

#include <QTest>

using namespace motcua;
using namespace motcua::test;

namespace {

enum class Kind { Simulated, TestBackend, Escl };

} // namespace

Q_DECLARE_METATYPE(Kind)

/** What every scanner keeps, that of training as well as those of SANE. */
class tst_Scanner : public QObject
{
    Q_OBJECT

    static constexpr int Dpi = 300;
    static constexpr QSize Page{100, 150}; ///< millimetres
    static constexpr int EsclPages = 3;

    ScannerBench m_bench;

    static void kinds()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addRow("of training") << Kind::Simulated;
        QTest::addRow("SANE, its test backend") << Kind::TestBackend;
        QTest::addRow("SANE, of the network") << Kind::Escl;
    }

    /** `slow`: no page is ever whole. */
    std::unique_ptr<Scanner> scanner(Kind kind, bool slow = false)
    {
        switch (kind) {
        case Kind::Simulated:
            return std::make_unique<SimulatedScanner>(SimulatedScanner::Settings{.aPage = slow ? std::chrono::hours(1) : std::chrono::milliseconds(1)});
        case Kind::TestBackend:
            return std::make_unique<SaneScanner>(
                SaneScanner::Settings{.configFolder = m_bench.testBackend(slow ? "read-delay true\nread-delay-duration 200000\nread-limit true\nread-limit-size 1000" : "")});
        case Kind::Escl:
            return std::make_unique<SaneScanner>(SaneScanner::Settings{.configFolder = m_bench.escl(EsclPages, slow ? QStringList{u"--hang-after"_qs, u"0"_qs} : QStringList())});
        }
        return {};
    }
    static QString idOf(Kind kind)
    {
        switch (kind) {
        case Kind::Simulated: return SimulatedScanner::onlyId();
        case Kind::TestBackend: return ScannerBench::testId();
        case Kind::Escl: return ScannerBench::esclId();
        }
        return {};
    }
    static int stackOf(Kind kind) { return kind == Kind::Simulated ? 2 : kind == Kind::TestBackend ? 10 : EsclPages; }

    static ScanProfile profile(ScanSource source, int dpi = Dpi) { return {.id = u"p"_qs, .name = u"p"_qs, .source = source, .dpi = dpi, .page = Page}; }

    static void checkPage(const ScannedPage &page, bool isColour)
    {
        QCOMPARE(page.dpi, Dpi);
        QCOMPARE(page.isColour, isColour);
        const QImage picture = QImage::fromData(page.jpeg, "jpeg");
        QCOMPARE(picture.size(), page.size);
        QCOMPARE(picture.isGrayscale(), !isColour);
        // 1:1: what the picture says of its size on paper is the size that was asked for, within a millimetre.
        QVERIFY(qAbs(picture.widthMM() - Page.width()) <= 1);
        QVERIFY(qAbs(picture.heightMM() - Page.height()) <= 1);
        QVERIFY(qAbs(picture.dotsPerMeterX() - qRound(Dpi / 0.0254)) <= 20);
    }

private Q_SLOTS:
    void isFoundAndSaysWhatItCan_data() { kinds(); }
    void isFoundAndSaysWhatItCan()
    {
        QFETCH(Kind, kind);
        const auto one = scanner(kind);
        const auto devices = one->devices();
        QVERIFY(!devices.isFinished());
        QTRY_VERIFY_WITH_TIMEOUT(devices.isFinished(), 60'000);
        QVERIFY(devices.result());
        QCOMPARE(devices.result()->size(), 1);
        const ScannerDevice device = devices.result()->constFirst();
        QCOMPARE(device.id, idOf(kind));
        QVERIFY(!device.vendor.isEmpty() && !device.model.isEmpty());
        const auto abilities = one->abilities(device.id);
        QVERIFY(!abilities.isFinished());
        QTRY_VERIFY_WITH_TIMEOUT(abilities.isFinished(), 60'000);
        const Scanner::Abilities can = abilities.result();
        QVERIFY(can);
        QVERIFY(can->sources.contains(ScanSource::Flatbed) && can->sources.contains(ScanSource::Feeder));
        QCOMPARE(can->sources.contains(ScanSource::Duplex), kind != Kind::TestBackend);
        QVERIFY(can->colours.contains(ScanColour::Colour) && can->colours.contains(ScanColour::Grey));
        QVERIFY(can->dpis.contains(Dpi) || (can->leastDpi <= Dpi && can->mostDpi >= Dpi));
        QVERIFY(can->area.width() >= 200 && can->area.height() >= 200);
    }

    void theGlassGivesOnePage_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<ScanColour>("colour");
        for (const auto &[name, kind] : {std::pair("of training", Kind::Simulated), std::pair("test backend", Kind::TestBackend), std::pair("of the network", Kind::Escl)}) {
            QTest::addRow("%s, colour", name) << kind << ScanColour::Colour;
            QTest::addRow("%s, grey", name) << kind << ScanColour::Grey;
        }
        QTest::addRow("test backend, black and white") << Kind::TestBackend << ScanColour::BlackAndWhite;
        QTest::addRow("of training, black and white") << Kind::Simulated << ScanColour::BlackAndWhite;
    }
    void theGlassGivesOnePage()
    {
        QFETCH(Kind, kind);
        QFETCH(ScanColour, colour);
        const auto one = scanner(kind);
        ToldStack told(*one);
        ScanProfile wanted = profile(ScanSource::Flatbed);
        wanted.colour = colour;
        one->scan(idOf(kind), wanted);
        QVERIFY(one->isScanning());
        QVERIFY(told.progress.isEmpty() && told.ends == 0); // never from inside the call
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY2(!told.fault, told.fault ? qPrintable(QString::number(int(told.fault->what)) + told.fault->detail) : "");
        QVERIFY(!one->isScanning());
        QCOMPARE(told.counted, 1);
        QCOMPARE(told.pages.size(), 1);
        QVERIFY(!told.progress.isEmpty());
        QCOMPARE(told.progress.constFirst().page, 1);
        QCOMPARE(told.pages.constFirst().number, 1);
        checkPage(told.pages.constFirst(), colour == ScanColour::Colour);
    }

    void aStackComesPageByPage_data() { kinds(); }
    void aStackComesPageByPage()
    {
        QFETCH(Kind, kind);
        const auto one = scanner(kind);
        ToldStack told(*one);
        QList<int> begun; // which page began when how many had come
        QList<int> expected;
        auto context = std::make_unique<QObject>();
        connect(one.get(), &Scanner::progressed, context.get(), [&](const ScanProgress &progress) {
            if (progress.rows == 0) {
                begun.append(progress.page);
                expected.append(static_cast<int>(told.pages.size()) + 1);
            }
        });
        one->scan(idOf(kind), profile(ScanSource::Feeder));
        one->scan(idOf(kind), profile(ScanSource::Flatbed)); // is ignored
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 120'000);
        QVERIFY2(!told.fault, told.fault ? qPrintable(QString::number(int(told.fault->what)) + told.fault->detail) : "");
        QCOMPARE(told.pages.size(), stackOf(kind));
        QCOMPARE(told.counted, stackOf(kind));
        QVERIFY(begun.size() >= stackOf(kind));
        QCOMPARE(begun, expected);
        for (int i = 0; i < told.pages.size(); ++i) {
            QCOMPARE(told.pages.at(i).number, i + 1);
            checkPage(told.pages.at(i), true);
        }
        // And again: it let go of the scanner.
        context.reset();
        ToldStack again(*one);
        one->scan(idOf(kind), profile(ScanSource::Flatbed));
        QTRY_COMPARE_WITH_TIMEOUT(again.ends, 1, 60'000);
        QVERIFY(!again.fault);
        QCOMPARE(again.counted, 1);
    }

    void isStoppedInTheMidstOfAPage_data() { kinds(); }
    void isStoppedInTheMidstOfAPage()
    {
        QFETCH(Kind, kind);
        const auto one = scanner(kind, true);
        ToldStack told(*one);
        one->scan(idOf(kind), profile(ScanSource::Feeder));
        QTRY_VERIFY_WITH_TIMEOUT(!told.progress.isEmpty(), 60'000);
        one->cancel();
        QCOMPARE(told.ends, 0);
        one->cancel(); // twice is once
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY(told.isOf(ScanFault::What::Cancelled));
        QVERIFY(told.pages.isEmpty());
        QCOMPARE(told.counted, 0);
        QVERIFY(!one->isScanning());
    }

    void isStoppedBeforeItBegan_data() { kinds(); }
    void isStoppedBeforeItBegan()
    {
        QFETCH(Kind, kind);
        const auto one = scanner(kind);
        ToldStack told(*one);
        one->cancel(); // nothing to stop
        one->scan(idOf(kind), profile(ScanSource::Feeder));
        one->cancel();
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY(told.isOf(ScanFault::What::Cancelled));
        QVERIFY(told.pages.isEmpty());
    }

    void whatItCannotIsRefused_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("dpi");
        QTest::addColumn<QSize>("page");
        for (const auto &[name, kind] : {std::pair("of training", Kind::Simulated), std::pair("test backend", Kind::TestBackend), std::pair("of the network", Kind::Escl)}) {
            QTest::addRow("%s, finer than it sees", name) << kind << 2'400 << Page;
            QTest::addRow("%s, larger than its glass", name) << kind << Dpi << QSize(420, 594);
        }
    }
    void whatItCannotIsRefused()
    {
        QFETCH(Kind, kind);
        QFETCH(int, dpi);
        QFETCH(QSize, page);
        const auto one = scanner(kind);
        ToldStack told(*one);
        ScanProfile wanted = profile(ScanSource::Flatbed, dpi);
        wanted.page = page;
        one->scan(idOf(kind), wanted);
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY(told.isOf(ScanFault::What::Unsupported));
        QVERIFY(told.pages.isEmpty());
    }

    void oneThatIsNotThereIsGone_data() { kinds(); }
    void oneThatIsNotThereIsGone()
    {
        QFETCH(Kind, kind);
        const auto one = scanner(kind);
        ToldStack told(*one);
        one->scan(u"nobody:7"_qs, profile(ScanSource::Flatbed));
        QTRY_COMPARE_WITH_TIMEOUT(told.ends, 1, 60'000);
        QVERIFY(told.isOf(ScanFault::What::Gone));
        const auto abilities = one->abilities(u"nobody:7"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(abilities.isFinished(), 60'000);
        QVERIFY(!abilities.result());
        QCOMPARE(abilities.result().error().what, ScanFault::What::Gone);
    }

    void whoeverAskedIsAnsweredWhenItGoes_data() { kinds(); }
    void whoeverAskedIsAnsweredWhenItGoes()
    {
        QFETCH(Kind, kind);
        auto one = scanner(kind, true);
        const auto devices = one->devices();
        const auto abilities = one->abilities(idOf(kind));
        one->scan(idOf(kind), profile(ScanSource::Flatbed));
        one.reset();
        QVERIFY(devices.isFinished() && abilities.isFinished());
        QCOMPARE(devices.result().error().what, ScanFault::What::Cancelled);
        QCOMPARE(abilities.result().error().what, ScanFault::What::Cancelled);
    }
};

QTEST_MAIN(tst_Scanner)
#include "tst_Scanner.moc"
