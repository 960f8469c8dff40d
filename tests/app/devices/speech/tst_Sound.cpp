// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/speech/Chime.h"
#include "app/devices/speech/Sound.h"

#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

#include <algorithm>

using namespace motcua;

namespace {

QByteArray u16(quint16 value)
{
    const quint16 little = qToLittleEndian(value);
    return {reinterpret_cast<const char *>(&little), sizeof little};
}

QByteArray u32(quint32 value)
{
    const quint32 little = qToLittleEndian(value);
    return {reinterpret_cast<const char *>(&little), sizeof little};
}

QByteArray piece(const char *name, const QByteArray &bytes)
{
    return QByteArray(name) + u32(static_cast<quint32>(bytes.size())) + bytes + (bytes.size() % 2 != 0 ? QByteArray(1, '\0') : QByteArray());
}

QByteArray form(quint16 kind = 1, quint16 channels = 1, quint32 rate = 16'000, quint16 bits = 16)
{
    return u16(kind) + u16(channels) + u32(rate) + u32(rate * channels * bits / 8) + u16(static_cast<quint16>(channels * bits / 8)) + u16(bits);
}

QByteArray riff(const QByteArray &pieces)
{
    return "RIFF" + u32(static_cast<quint32>(4 + pieces.size())) + "WAVE" + pieces;
}

const QByteArray Two = u16(7) + u16(0x8000);

/** What is behind a file is not behind its bytes: a reader that goes too far meets the end of the memory (under asan). */
QByteArray exact(const QByteArray &bytes)
{
    QByteArray copy(bytes.constData(), bytes.size());
    copy.squeeze();
    return copy;
}

} // namespace

/** Sound as files hold it, good and hostile, and what is done with it. */
class tst_Sound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain()
    {
        const Sound sound(22'050, {0, 1, -1, 32'767, -32'768, 1'234});
        const QByteArray wav = sound.toWav();
        QCOMPARE(wav.size(), 44 + 12);
        QCOMPARE(wav.left(4), "RIFF");
        QCOMPARE(qFromLittleEndian<quint32>(wav.constData() + 4), static_cast<quint32>(wav.size() - 8));
        const Result<Sound> read = Sound::fromWav(wav);
        QVERIFY(bool(read));
        QCOMPARE(read->rate(), 22'050);
        QCOMPARE(read->samples(), sound.samples());
        QCOMPARE(read->peak(), 32'768);
    }

    void oneFormIsTaken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("taken");
        const QByteArray data = piece("data", Two);
        QTest::newRow("the form and the samples") << riff(piece("fmt ", form()) + data) << true;
        QTest::newRow("a longer form") << riff(piece("fmt ", form() + u16(0)) + data) << true;
        QTest::newRow("something between them") << riff(piece("fmt ", form()) + piece("LIST", "odd") + data) << true;
        QTest::newRow("something behind") << QByteArray(riff(piece("fmt ", form()) + data) + "more") << true;
        QTest::newRow("the lowest rate") << riff(piece("fmt ", form(1, 1, 8'000)) + data) << true;
        QTest::newRow("the highest rate") << riff(piece("fmt ", form(1, 1, 48'000)) + data) << true;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("only the head") << riff({}) << false;
        QTest::newRow("another container") << QByteArray(riff(piece("fmt ", form()) + data)).replace("WAVE", "AVI ") << false;
        QTest::newRow("a big-endian one") << QByteArray(riff(piece("fmt ", form()) + data)).replace("RIFF", "RIFX") << false;
        QTest::newRow("samples before their form") << riff(data + piece("fmt ", form())) << false;
        QTest::newRow("samples without a form") << riff(data) << false;
        QTest::newRow("a form without samples") << riff(piece("fmt ", form())) << false;
        QTest::newRow("two forms") << riff(piece("fmt ", form()) + piece("fmt ", form()) + data) << false;
        QTest::newRow("a short form") << riff(piece("fmt ", form().left(15)) + data) << false;
        QTest::newRow("two channels") << riff(piece("fmt ", form(1, 2)) + data) << false;
        QTest::newRow("no channel") << riff(piece("fmt ", form(1, 0)) + data) << false;
        QTest::newRow("eight bits") << riff(piece("fmt ", form(1, 1, 16'000, 8)) + data) << false;
        QTest::newRow("24 bits") << riff(piece("fmt ", form(1, 1, 16'000, 24)) + data) << false;
        QTest::newRow("floating point") << riff(piece("fmt ", form(3, 1, 16'000, 32)) + data) << false;
        QTest::newRow("compressed") << riff(piece("fmt ", form(2)) + data) << false;
        QTest::newRow("too low a rate") << riff(piece("fmt ", form(1, 1, 7'999)) + data) << false;
        QTest::newRow("too high a rate") << riff(piece("fmt ", form(1, 1, 48'001)) + data) << false;
        QTest::newRow("no rate") << riff(piece("fmt ", form(1, 1, 0)) + data) << false;
        QTest::newRow("the largest rate") << riff(piece("fmt ", form(1, 1, 0xffffffff)) + data) << false;
        QTest::newRow("no sample") << riff(piece("fmt ", form()) + piece("data", {})) << false;
        QTest::newRow("half a sample") << riff(piece("fmt ", form()) + piece("data", "abc")) << false;
        QTest::newRow("samples that are not all there") << riff(piece("fmt ", form()) + "data" + u32(6) + Two) << false;
        QTest::newRow("the largest number of samples") << riff(piece("fmt ", form()) + "data" + u32(0xffffffff) + Two) << false;
        QTest::newRow("a piece that is longer than the file") << riff(piece("fmt ", form()) + "LIST" + u32(0xfffffffe) + data) << false;
        QTest::newRow("a piece whose padding is missing") << riff(piece("fmt ", form()) + "LIST" + u32(1) + "x") << false;
        QTest::newRow("pieces without an end") << riff(piece("LIST", {}).repeated(100) + piece("fmt ", form()) + data) << false;
        QByteArray longer = riff(piece("fmt ", form()) + data);
        longer.replace(4, 4, u32(static_cast<quint32>(longer.size())));
        QTest::newRow("a file that says it is longer") << longer << false;
        QTest::newRow("a file that is too large") << riff(piece("fmt ", form()) + piece("data", QByteArray(Sound::LargestFile, '\1'))) << false;
    }
    void oneFormIsTaken()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, taken);
        const Result<Sound> sound = Sound::fromWav(exact(bytes));
        QCOMPARE(bool(sound), taken);
        if (taken) {
            QCOMPARE(sound->samples(), (QList<qint16>{7, -32'768}));
        } else {
            QVERIFY(!sound.error().detail.isEmpty());
        }
    }

    void whatComesThroughAPipeEndsWhereItEnds()
    {
        const QByteArray streamed = "RIFF" + u32(0x7ffff024) + "WAVE" + piece("fmt ", form()) + "data" + u32(0x7ffff000) + Two + "x";
        QVERIFY(!Sound::fromWav(exact(streamed)));
        const Result<Sound> sound = Sound::fromWav(exact(streamed), Sound::Length::Streamed);
        QVERIFY(bool(sound));
        QCOMPARE(sound->samples(), (QList<qint16>{7, -32'768}));
        QVERIFY(!Sound::fromWav("RIFF" + u32(0x7ffff024) + "WAVE" + piece("fmt ", form()) + "data" + u32(0x7ffff000), Sound::Length::Streamed));
        QVERIFY(!Sound::fromWav("RIFF" + u32(0) + "WAVE" + "fmt " + u32(0x7ffff000) + form(), Sound::Length::Streamed)); // only samples may be cut
    }

    void everyCutAndEveryWrongByteIsRefusedOrHeard()
    {
        const QByteArray good = riff(piece("LIST", "abc") + piece("fmt ", form()) + piece("data", Two.repeated(5)));
        QRandomGenerator random(1);
        for (qsizetype length = 0; length < good.size(); ++length) {
            QVERIFY(!Sound::fromWav(exact(good.left(length))));
            (void)Sound::fromWav(exact(good.left(length)), Sound::Length::Streamed);
        }
        for (qsizetype at = 0; at < good.size(); ++at) {
            for (int round = 0; round < 40; ++round) {
                QByteArray bad = good;
                bad[at] = static_cast<char>(random.bounded(256));
                const qsizetype other = random.bounded(static_cast<int>(good.size()));
                bad[other] = static_cast<char>(random.bounded(256));
                for (const auto length : {Sound::Length::AsTold, Sound::Length::Streamed}) {
                    const Result<Sound> sound = Sound::fromWav(exact(bad), length);
                    QVERIFY(!sound || (sound->samples().size() * 2 <= bad.size() && !sound->samples().isEmpty()));
                    QVERIFY(!sound || (sound->rate() >= Sound::LowestRate && sound->rate() <= Sound::HighestRate));
                }
            }
        }
    }

    void soundsAreJoinedAtOneRate()
    {
        Sound whole(8'000, QList<qint16>(8'000, 100));
        whole.append(Sound(16'000, QList<qint16>(16'000, -100)));
        QCOMPARE(whole.length(), std::chrono::milliseconds(2'000));
        QCOMPARE(whole.samples().constFirst(), qint16(100));
        QCOMPARE(whole.samples().constLast(), qint16(-100));
        whole.appendSilence(std::chrono::milliseconds(500));
        QCOMPARE(whole.length(), std::chrono::milliseconds(2'500));
        QCOMPARE(whole.samples().constLast(), qint16(0));
        QCOMPARE(Sound(8'000, {0, 100}).atRate(16'000).samples(), (QList<qint16>{0, 50, 100, 100}));
        QCOMPARE(Sound(16'000, {0, 50, 100, 100}).atRate(8'000).samples(), (QList<qint16>{0, 100}));
        QVERIFY(Sound(8'000).atRate(48'000).samples().isEmpty());
    }

    void theVolumeIsAPartOfEachSample()
    {
        const Sound loud(8'000, {32'767, -32'768, 10});
        QCOMPARE(loud.scaled(100).samples(), loud.samples());
        QCOMPARE(loud.scaled(50).samples(), (QList<qint16>{16'383, -16'384, 5}));
        QCOMPARE(loud.scaled(0).peak(), 0);
        QCOMPARE(loud.scaled(400).samples(), loud.samples());
    }

    void theChimeIsTwoSoftTonesAndASilence_data()
    {
        QTest::addColumn<int>("rate");
        QTest::newRow("8000") << 8'000;
        QTest::newRow("22050") << 22'050;
        QTest::newRow("48000") << 48'000;
    }
    void theChimeIsTwoSoftTonesAndASilence()
    {
        QFETCH(int, rate);
        const Sound sound = chime(rate);
        QCOMPARE(sound.rate(), rate);
        QVERIFY(sound.length() > std::chrono::milliseconds(1'000) && sound.length() < std::chrono::milliseconds(1'500));
        QVERIFY(sound.peak() > 4'000 && sound.peak() < 12'000);
        const QList<qint16> samples = sound.samples();
        QVERIFY(std::abs(samples.constFirst()) < 200);
        QVERIFY(std::all_of(samples.cend() - rate / 10, samples.cend(), [](qint16 sample) { return sample == 0; }));
        // No click: nowhere does it jump more than the higher of its tones can between two samples.
        for (qsizetype i = 1; i < samples.size(); ++i) {
            QVERIFY(std::abs(samples[i] - samples[i - 1]) < 12'000.0 * 2 * 3.15 * 660 * 1.4 / rate + 50);
        }
        const auto crossings = [&samples, rate](double from, double to) {
            int count = 0;
            for (auto i = static_cast<qsizetype>(from * rate) + 1; i < static_cast<qsizetype>(to * rate); ++i) {
                count += samples[i - 1] < 0 && samples[i] >= 0;
            }
            return count / (to - from);
        };
        QVERIFY(std::abs(crossings(0.05, 0.3) - 659) < 12); // hertz
        QVERIFY(std::abs(crossings(0.4, 0.7) - 523) < 12);
    }
};

QTEST_APPLESS_MAIN(tst_Sound)
#include "tst_Sound.moc"
