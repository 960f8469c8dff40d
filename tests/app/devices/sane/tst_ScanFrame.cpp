// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/sane/ScanBodies.h"

#include <QTest>

using namespace motcua;

/** What program and scanning worker say to each other: put together from any pieces, and nothing else than what one of them wrote. */
class tst_ScanFrame : public QObject
{
    Q_OBJECT

    using Bytes = std::vector<std::uint8_t>;
    using Kind = ScanFrame::Kind;

    static void append(Bytes &to, Kind kind, const Bytes &body)
    {
        const ScanFrame::Head head = ScanFrame::head(kind, body.size());
        to.insert(to.end(), head.begin(), head.end());
        to.insert(to.end(), body.begin(), body.end());
    }

    /** A byte of it changed, missing or too many: never taken for another value that is written alike. */
    template <typename T>
    static void holdsToTheByte(const T &value)
    {
        const Bytes body = value.toBody();
        const auto read = T::fromBody(body);
        QVERIFY(read);
        QCOMPARE(*read, value);
        QVERIFY(!T::fromBody(std::span(body).first(body.size() - 1)));
        Bytes longer = body;
        longer.push_back(0);
        QVERIFY(!T::fromBody(longer));
        for (std::size_t i = 0; i < body.size(); ++i) {
            Bytes changed = body;
            changed[i] ^= 0x81;
            if (const auto other = T::fromBody(changed)) {
                QCOMPARE(other->toBody(), changed);
            }
        }
    }

private Q_SLOTS:
    void bodiesHoldToTheByte()
    {
        holdsToTheByte(ScanRequest{.verb = ScanRequest::Verb::Scan, .source = ScanRequest::Source::Duplex, .colour = ScanRequest::Colour::Grey, .dpi = 300, .width = 210, .height = 297, .device = "net:Máy quét"});
        holdsToTheByte(ScanDeviceBody{"usb:1", "Maker", "Model 1", "flatbed scanner"});
        holdsToTheByte(ScanAbilitiesBody{.sources = 7, .colours = 3, .width = 216, .height = 297, .dpis = {100, 200, 300}});
        holdsToTheByte(ScanAbilitiesBody{.leastDpi = 50, .mostDpi = 1200});
        holdsToTheByte(ScanProgressBody{3, 100, 3508});
        holdsToTheByte(ScanEndBody{ScanEndBody::How::Jam, 2, "sane_read"});
    }

    void whatCannotBeIsNone()
    {
        QVERIFY(!ScanRequest::fromBody(ScanRequest{.verb = ScanRequest::Verb::Look}.toBody())); // at nothing
        QVERIFY(!ScanRequest::fromBody(ScanRequest{.verb = ScanRequest::Verb::Scan, .device = "x"}.toBody())); // with no resolution
        QVERIFY(!ScanRequest::fromBody(ScanRequest{.verb = ScanRequest::Verb::Look, .device = std::string("x\0y", 3)}.toBody()));
        QVERIFY(!ScanDeviceBody::fromBody(ScanDeviceBody{}.toBody()));
        QVERIFY(!ScanProgressBody::fromBody(ScanProgressBody{0, 0, 0}.toBody()));
        QVERIFY(!ScanProgressBody::fromBody(ScanProgressBody{1'000, 0, 0}.toBody()));
        QVERIFY(!ScanAbilitiesBody::fromBody(ScanAbilitiesBody{.sources = 8}.toBody()));
        QVERIFY(!ScanAbilitiesBody::fromBody(ScanAbilitiesBody{.leastDpi = 2, .mostDpi = 1}.toBody()));
        QVERIFY(!ScanEndBody::fromBody(Bytes{}));
    }

    void aPageIsAPicture_data()
    {
        QTest::addColumn<Bytes>("picture");
        QTest::addColumn<int>("channels");
        QTest::addColumn<bool>("isOne");
        QTest::addRow("from start to end") << Bytes{0xFF, 0xD8, 1, 2, 0xFF, 0xD9} << 3 << true;
        QTest::addRow("grey") << Bytes{0xFF, 0xD8, 0xFF, 0xD9} << 1 << true;
        QTest::addRow("of two colours") << Bytes{0xFF, 0xD8, 0xFF, 0xD9} << 2 << false;
        QTest::addRow("without an end") << Bytes{0xFF, 0xD8, 1, 2} << 3 << false;
        QTest::addRow("something else") << Bytes{'%', 'P', 'D', 'F'} << 3 << false;
        QTest::addRow("nothing") << Bytes{} << 3 << false;
    }
    void aPageIsAPicture()
    {
        QFETCH(Bytes, picture);
        QFETCH(int, channels);
        QFETCH(bool, isOne);
        const ScanPageHead head{1, 2480, 3508, 300, static_cast<std::uint32_t>(channels)};
        Bytes body = head.toBody();
        QCOMPARE(body.size(), ScanPageHead::Size);
        body.insert(body.end(), picture.begin(), picture.end());
        const auto read = ScanPageHead::fromBody(body);
        QCOMPARE(read.has_value(), isOne);
        QVERIFY(!read || *read == head);
    }

    void framesComeInAnyPieces_data()
    {
        QTest::addColumn<int>("piece");
        for (const int piece : {1, 2, 5, 11, 12, 13, 64, 10'000}) {
            QTest::addRow("%d bytes", piece) << piece;
        }
    }
    void framesComeInAnyPieces()
    {
        QFETCH(int, piece);
        Bytes all;
        append(all, Kind::Began, ScanProgressBody{1, 0, 0}.toBody());
        append(all, Kind::Device, {}); // nothing is a body, too
        append(all, Kind::Page, Bytes(5'000, 7));
        append(all, Kind::End, ScanEndBody{}.toBody());
        ScanFrames frames;
        std::vector<ScanFrame> taken;
        for (std::size_t at = 0; at < all.size(); at += static_cast<std::size_t>(piece)) {
            auto bytes = std::span<const std::uint8_t>(all).subspan(at).first(std::min(all.size() - at, static_cast<std::size_t>(piece)));
            while (auto frame = frames.take(bytes)) {
                taken.push_back(std::move(*frame));
            }
            QVERIFY(bytes.empty());
        }
        QVERIFY(frames.isAtStart());
        QCOMPARE(taken.size(), std::size_t(4));
        QVERIFY(taken[0].kind == Kind::Began && taken[1].kind == Kind::Device && taken[2].kind == Kind::Page && taken[3].kind == Kind::End);
        QVERIFY(taken[1].body.empty());
        QCOMPARE(taken[2].body, Bytes(5'000, 7));
    }

    void whoOnceSaidNonsenseIsNotHeardAgain_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("byte");
        QTest::addRow("the magic") << 0 << int('X');
        QTest::addRow("a kind before the first") << 4 << 0;
        QTest::addRow("a kind after the last") << 4 << 8;
        QTest::addRow("what stands for nothing") << 6 << 1;
        QTest::addRow("a length") << 8 << 1;
        QTest::addRow("a length a little too large") << 10 << 0x21;
    }
    void whoOnceSaidNonsenseIsNotHeardAgain()
    {
        QFETCH(int, at);
        QFETCH(int, byte);
        Bytes bad;
        append(bad, Kind::End, ScanEndBody{}.toBody());
        bad[static_cast<std::size_t>(at)] = static_cast<std::uint8_t>(byte);
        append(bad, Kind::End, ScanEndBody{}.toBody());
        ScanFrames frames;
        auto bytes = std::span<const std::uint8_t>(bad);
        QVERIFY(!frames.take(bytes));
        QVERIFY(frames.isBroken() && !frames.isAtStart());
        Bytes good;
        append(good, Kind::End, ScanEndBody{}.toBody());
        bytes = good;
        QVERIFY(!frames.take(bytes));
    }
};

QTEST_APPLESS_MAIN(tst_ScanFrame)
#include "tst_ScanFrame.moc"
