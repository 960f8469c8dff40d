// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/ChipReading.h"
#include "app/devices/eid/IsoTransport.h"
#include "app/devices/pcsc/PcscChannel.h"
#include "app/devices/pcsc/PcscFacts.h"
#include "app/training/chip/SoftwareChip.h"
#include "tests/app/devices/pcsc/PcscBench.h"
#include "tests/app/devices/pcsc/VirtualCard.h"
#include "tests/app/training/chip/TrainingCards.h"
#include "tests/bench/BareCrypto.h"
#include "tests/bench/Benches.h"
#include "tests/bench/MeasuredChip.h"
#include "tests/bench/Table.h"

#include <QDir>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QThread>

#include <sys/prctl.h>

#include <atomic>
#include <thread>

namespace motcua::bench {

using namespace training;
using namespace std::chrono_literals;

namespace {

constexpr int Rounds = 60; // of a chip that takes no time
constexpr int LinkRounds = 3; // of one that takes seconds
constexpr int MostExtended = 25; // commands
constexpr int MostShort = 90;
constexpr double PeerShare = 0.6;
constexpr double CryptoShare = 1.5;
constexpr double LinkShare = 1.05;

/** One way of reading a card: how it is opened, and how much of a file it gives at once. */
struct Way
{
    const char *name;
    const char *peer; ///< the same in peers.json
    bool pace;
    bool extended;
};

constexpr Way Ways[] = {
    {"BAC, short lengths", "bacShort", false, false},
    {"BAC, extended length", "bacWhole", false, true},
    {"PACE, short lengths", "paceShort", true, false},
    {"PACE, extended length", "paceWhole", true, true},
};

struct Read
{
    double wall = 0; ///< milliseconds
    double data = 0; ///< until the form could be filled
    double cpu = 0; ///< of the thread that reads
    int commands = 0;
    int dataCommands = 0;
    CardRecord card = {};
};

/** A whole reading, from a card just laid down to the last check. */
Read readingOf(CardChannel &channel, const ReadingTerms &terms, const CardKey &key)
{
    Read read;
    IsoTransport transport(channel);
    SystemEphemeral ephemeral;
    QElapsedTimer since;
    ChipReading reading(terms, {}, [&](const CardRecord &) {
        if (read.dataCommands == 0) {
            read.data = static_cast<double>(since.nsecsElapsed()) / 1e6;
            read.dataCommands = transport.commands();
        }
    });
    const double before = threadCpu();
    since.start();
    read.card = reading.read(transport, key, ephemeral);
    read.wall = static_cast<double>(since.nsecsElapsed()) / 1e6;
    read.cpu = threadCpu() - before;
    read.commands = transport.commands();
    if (read.card.verdict() != CardVerdict::Verified || read.card.files.size() != 5 || !read.card.face) {
        qFatal("the bench's own card was not read as genuine");
    }
    return read;
}

/** Whom a bench trusts, and a card of theirs as each way wants it. */
class Bench
{
public:
    Bench()
    {
        const QByteArray authority = m_cards.authority().authority();
        if (m_terms.trust.add(*TrustCertificate::fromDer(authority))) {
            qFatal("the training authority is not trusted");
        }
        m_terms.today = QDate(2026, 11, 1);
        m_terms.countries.insert(QStringLiteral("VNM"), {QStringLiteral("VN")});
    }

    [[nodiscard]] const ReadingTerms &terms() const { return m_terms; }
    [[nodiscard]] ChipCard card(const Way &way) const { return m_cards.card(way.pace ? CardChoices{} : CardChoices{.pace = std::nullopt}); }
    [[nodiscard]] static CardKey key(const Way &way, const CardFace &face) { return way.pace ? TrainingCards::can(face) : TrainingCards::mrz(face); }
    [[nodiscard]] static ChipOptions options(const Way &way) { return {.extended = way.extended, .pace = way.pace}; }

private:
    TrainingCards m_cards;
    ReadingTerms m_terms;
};

QString figure(double value, const char *unit)
{
    return QStringLiteral("%1 %2").arg(value, 0, 'f', 1).arg(QLatin1String(unit));
}

/** Gives what went over the way, for whoever sends it again. */
QList<Exchange> benchInProcess(Table &table, const Bench &bench, const Way &way, const QJsonValue &peer)
{
    SeededEphemeral random(QByteArrayLiteral("bench"));
    SoftwareChip chip(bench.card(way), Bench::options(way), random);
    MeasuredChip measured(chip);
    const CardKey key = Bench::key(way, chip.card().face);
    const Read first = readingOf(measured, bench.terms(), key);
    const QList<Exchange> exchanges = measured.exchanges();
    qsizetype bytes = 0;
    for (const Exchange &one : exchanges) {
        bytes += one.command.size() + one.answer;
    }
    BareCrypto bare(way.pace ? BareCrypto::Opening::Pace : BareCrypto::Opening::Bac, exchanges, first.card.files.values());
    Samples wall;
    Samples data;
    Samples cpu;
    Samples crypto;
    Samples ratios;
    for (int round = 0; round < Rounds; ++round) {
        chip.reset();
        measured.forget();
        const Read read = readingOf(measured, bench.terms(), key);
        const double before = threadCpu();
        bare.run();
        const double floor = threadCpu() - before;
        wall.add(read.wall);
        data.add(read.data);
        cpu.add(read.cpu - measured.chipCpu());
        crypto.add(floor);
        ratios.add((read.cpu - measured.chipCpu()) / floor);
    }
    const QString name = QString::fromLatin1(way.name);
    table.bound(name + QStringLiteral(": commands, beside gmrtd's"), first.commands, peer[u"commands"].toDouble(), way.extended ? MostExtended : MostShort, QString());
    table.row(name + QStringLiteral(": processor time, beside bare cryptography"), cpu.at(0.5), crypto.at(0.5), ratios.at(0.5), Table::Holds::AtMost, CryptoShare);
    table.row(name + QStringLiteral(": wall, chip in our process, beside gmrtd's"), wall.at(0.5), peer[u"ms"].toDouble(), wall.at(0.5) / peer[u"ms"].toDouble(),
        Table::Holds::AtMost, PeerShare);
    table.note(QStringLiteral("the form can be filled after"),
        QStringLiteral("%1 of %2 commands, %3 of %4; %5 bytes both ways").arg(first.dataCommands).arg(first.commands).arg(figure(data.at(0.5), "ms"), figure(wall.at(0.5), "ms")).arg(bytes));
    return exchanges;
}

/** A chip that takes the time of the air, and 5 ms for each command. */
void benchLink(Table &table, const Bench &bench, const Way &way, int kbps, const QJsonValue &peer)
{
    SeededEphemeral random(QByteArrayLiteral("bench"));
    const MeasuredChip *measuring = nullptr;
    ChipOptions options = Bench::options(way);
    options.kbps = kbps;
    options.perCommand = 5ms;
    options.pass = [&measuring](std::chrono::microseconds took) { std::this_thread::sleep_until(measuring->began() + took); };
    SoftwareChip chip(bench.card(way), options, random);
    MeasuredChip measured(chip);
    measuring = &measured;
    Samples wall;
    Samples model;
    Samples data;
    Samples ratios;
    for (int round = 0; round < LinkRounds; ++round) {
        chip.reset();
        const auto before = chip.time();
        const Read read = readingOf(measured, bench.terms(), Bench::key(way, chip.card().face));
        const double took = std::chrono::duration<double, std::milli>(chip.time() - before).count();
        wall.add(read.wall);
        data.add(read.data);
        model.add(took);
        ratios.add(read.wall / took);
    }
    const QString name = QStringLiteral("%1, %2 kbit/s").arg(QLatin1String(way.name)).arg(kbps);
    table.row(name + QStringLiteral(": wall, beside the link alone"), wall.at(0.5), model.at(0.5), ratios.at(0.5), Table::Holds::AtMost, LinkShare);
    const double theirs = peer[QStringLiteral("link%1").arg(kbps)].toDouble();
    table.note(QStringLiteral("the form can be filled after"),
        figure(data.at(0.5), "ms") + (theirs > 0 ? QStringLiteral("; gmrtd reads the whole card in %1 under this model").arg(figure(theirs, "ms")) : QString()));
}

/** Until this lies on the first reader; the service looks now and then. */
void await(PcscReader::State state)
{
    for (int tries = 0; tries < 1000; ++tries) {
        const PcscFacts facts = PcscFacts::now();
        if (!facts.readers.isEmpty() && facts.readers.constFirst().reader.state == state) {
            return;
        }
        QThread::msleep(20);
    }
    qFatal("the virtual reader does not show its card");
}

void benchService(Table &table, const Bench &bench, const PcscBench &service, const Way &way, const QList<Exchange> &exchanges, const QJsonValue &peer)
{
    SeededEphemeral random(QByteArrayLiteral("bench"));
    SoftwareChip chip(bench.card(way), Bench::options(way), random);
    std::atomic_bool isChip = true;
    std::atomic<qsizetype> answer = 2;
    await(PcscReader::State::Empty);
    const VirtualCard card(
        service.cardPath(0), chip.atr(),
        [&](const QByteArray &command) {
            return isChip.load() ? *chip.transmit(command) : QByteArray(answer.load() - 2, '\0') + QByteArray::fromHex("9000");
        },
        [&](int) { chip.reset(); });
    await(PcscReader::State::Card);
    const auto channel = PcscChannel::open(PcscBench::reader(0));
    if (!channel) {
        qFatal("the virtual card cannot be reached: %s", qPrintable(channel.error().detail));
    }
    Samples wall;
    Samples data;
    Samples alone;
    for (int round = 0; round < Rounds; ++round) {
        if (!(*channel)->reset()) {
            qFatal("the virtual card cannot be reset");
        }
        const Read read = readingOf(**channel, bench.terms(), Bench::key(way, chip.card().face));
        wall.add(read.wall);
        data.add(read.data);
        isChip.store(false);
        alone.add(timed([&] {
            for (const Exchange &one : exchanges) {
                answer.store(one.answer);
                if (const auto got = (*channel)->transmit(one.command); !got || got->size() != one.answer) {
                    qFatal("the way to the virtual card lost something");
                }
            }
        }));
        isChip.store(true);
    }
    table.row(QString::fromLatin1(way.name) + QStringLiteral(": wall through pcscd and vpcd, beside gmrtd's"), wall.at(0.5), peer[u"ms"].toDouble(),
        wall.at(0.5) / peer[u"ms"].toDouble(), Table::Holds::AtMost, PeerShare);
    table.note(QStringLiteral("the same bytes over the same way, and nobody computes"),
        QStringLiteral("%1; the form can be filled after %2").arg(figure(alone.at(0.5), "ms"), figure(data.at(0.5), "ms")));
}

} // namespace

int benchCard()
{
    const QJsonObject peer = peers().value(u"card").toObject();
    const QJsonObject readings = peer.value(u"readings").toObject();
    const Bench bench;
    Table table(QStringLiteral("card: a whole reading (COM, SOD, DG1, DG2, DG13, DG14, DG15, chip authentication, passive authentication) of a chip of ours, %1 times").arg(Rounds));
    table.note(QStringLiteral("what the chip computes is on the reader's thread"), QStringLiteral("and taken off its processor time; wall times contain it"));
    table.note(QStringLiteral("gmrtd's figures, noted %1").arg(peer.value(u"noted").toString()), peer.value(u"how").toString());
    QList<QList<Exchange>> exchanges;
    for (const Way &way : Ways) {
        exchanges.append(benchInProcess(table, bench, way, readings.value(QLatin1String(way.peer))));
    }

    // The kernel would let us sleep 50 µs longer each time.
    ::prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
    for (const Way &way : {Ways[2], Ways[3]}) {
        for (const int kbps : {106, 424, 848}) {
            benchLink(table, bench, way, kbps, readings.value(QLatin1String(way.peer)));
        }
    }
    ::prctl(PR_SET_TIMERSLACK, 0UL, 0UL, 0UL, 0UL);

    PcscBench service;
    if (const QString why = service.start(); !why.isEmpty()) {
        table.note(QStringLiteral("through a real smart card service: not measured"), why);
        return table.missed();
    }
    for (std::size_t i = 0; i < std::size(Ways); ++i) {
        benchService(table, bench, service, Ways[i], exchanges.at(static_cast<qsizetype>(i)), readings.value(QLatin1String(Ways[i].peer)));
    }
    return table.missed();
}

} // namespace motcua::bench
