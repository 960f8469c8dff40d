// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/ChipReading.h"
#include "app/devices/eid/IsoTransport.h"
#include "app/training/chip/SeededEphemeral.h"
#include "app/training/chip/SoftwareChip.h"
#include "tests/app/devices/eid/ForgedCards.h"
#include "tests/app/devices/eid/MeddledChannel.h"
#include "tests/app/training/chip/TrainingCards.h"

#include <QFile>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace motcua;
using namespace motcua::test;
using namespace motcua::training;

using Damage = std::function<void(ChipCard &)>;
using Meddle = MeddledChannel::Meddle;
Q_DECLARE_METATYPE(Damage)
Q_DECLARE_METATYPE(Meddle)
Q_DECLARE_METATYPE(motcua::training::ChipFaults)

namespace {

const QDate Today(2026, 11, 28);
constexpr qint64 MostGrowth = 64 * 1024; // KiB
constexpr std::chrono::milliseconds PerCommand(5);

/** A field of /proc/self/status in KiB. */
qint64 memory(const char *field)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith(field)) {
                return line.simplified().split(' ').value(1).toLongLong();
            }
        }
    }
    return -1;
}

/** Objects within objects, as deep as that. */
QByteArray nested(quint32 tag, int depth)
{
    QByteArray bytes("x");
    for (int i = 0; i < depth; ++i) {
        bytes = tlv(0x30, bytes);
    }
    return tlv(tag, bytes);
}

/** The first bytes of a file of that length, with no more behind them than `there`. */
QByteArray claiming(quint32 tag, const QByteArray &length, qsizetype there)
{
    return QByteArray(1, static_cast<char>(tag)) + length + QByteArray(there, 'x');
}

constexpr quint32 TagOf[] = {0, 0x61, 0x75, 0x63, 0x76, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F, 0x70};

} // namespace

/** Cards made to be believed, to crash their reader, or to keep it busy: none of them is Verified, and none costs more than a card may. */
class tst_EvilCards : public QObject
{
    Q_OBJECT

    TrainingCards m_cards;
    SeededEphemeral m_strangersKeys{QByteArrayLiteral("stranger")};
    TrainingAuthority m_stranger{TrainingAuthority::Scheme::Ecdsa, m_strangersKeys}; ///< of the same name, with keys of its own

    [[nodiscard]] ChipCard otherCard(const CardChoices &choices = {}) const { return ChipPersonaliser(m_cards.authority()).cardOf(People(7).at(12), choices); }

    struct End
    {
        CardRecord card = {};
        bool everVerified = false;
        int commands = 0;
    };
    [[nodiscard]] End read(const Damage &damage, const ChipFaults &faults = {}, const Meddle &meddle = {}, bool extended = true) const
    {
        SystemEphemeral ephemeral;
        ChipCard card = m_cards.card({.photoBytes = 3000});
        const CardKey key = TrainingCards::can(card.face);
        if (damage) {
            damage(card);
        }
        TrustStore trust;
        const auto authority = certificateIn(m_cards.authority().authority());
        if (!authority || trust.add(*authority)) {
            qFatal("the training authority is not taken");
        }
        SoftwareChip chip(std::move(card), {.extended = extended, .faults = faults}, ephemeral);
        std::chrono::milliseconds now{0};
        MeddledChannel channel(chip, [&](int number, const MeddledChannel::Answer &answer) {
            now += PerCommand;
            return meddle ? meddle(number, answer) : answer;
        });
        IsoTransport transport(channel, {.clock = [&now] { return now; }});
        End end;
        ChipReading reading({.trust = trust, .today = Today, .countries = {{QStringLiteral("VNM"), {QStringLiteral("VN")}}}}, {}, [&end](const CardRecord &told) {
            for (const IdentityPart part : told.identity.parts()) {
                for (const IdentityValue &value : told.identity.all(part)) {
                    end.everVerified = end.everVerified || value.source == IdentitySource::ChipVerified;
                }
            }
            end.everVerified = end.everVerified || told.verdict() == CardVerdict::Verified;
        });
        end.card = reading.read(transport, key, ephemeral);
        end.commands = transport.commands();
        return end;
    }

private Q_SLOTS:
    void theCardTheyAreMadeOfIsGood()
    {
        const End end = read({});
        QCOMPARE(end.card.verdict(), CardVerdict::Verified);
        QVERIFY(end.everVerified);
    }

    void noneIsVerified_data()
    {
        QTest::addColumn<Damage>("damage");
        QTest::addColumn<ChipFaults>("faults");
        QTest::addColumn<Meddle>("meddle");
        const auto files = [](const QString &name, const Damage &damage) { QTest::newRow(qPrintable(name)) << damage << ChipFaults{} << Meddle(); };
        const auto chip = [](const QString &name, const ChipFaults &faults) { QTest::newRow(qPrintable(name)) << Damage() << faults << Meddle(); };
        const auto way = [](const QString &name, const Meddle &meddle) { QTest::newRow(qPrintable(name)) << Damage() << ChipFaults{} << meddle; };

        // Of other people.
        for (const int group : {1, 2, 13, 14, 15}) {
            files(QStringLiteral("data group %1 of somebody else").arg(group), [this, group](ChipCard &card) {
                card.files[idOf(group)] = otherCard({.seed = 2, .photoBytes = 3000}).files.value(idOf(group));
            });
        }
        files(u"EF.SOD of somebody else"_qs, [this](ChipCard &card) { card.files[ChipFile::sod().id] = otherCard().files.value(ChipFile::sod().id); });
        files(u"EF.SOD and face of somebody else"_qs, [this](ChipCard &card) {
            const ChipCard other = otherCard({.seed = 2});
            card.files[ChipFile::sod().id] = other.files.value(ChipFile::sod().id);
            card.files[idOf(2)] = other.files.value(idOf(2));
        });
        files(u"all files of somebody else, and other keys"_qs, [this](ChipCard &card) { card.files = otherCard().files; });
        files(u"all files of somebody else without keys"_qs, [this](ChipCard &card) {
            card.files = otherCard().files;
            card.files.remove(idOf(14));
            card.files.remove(idOf(15));
            tellOf(card, {1, 2, 13});
        });
        files(u"a zone and national data of two people, truly signed"_qs, [this](ChipCard &card) { exchange(card, 13, otherCard().files.value(idOf(13)), m_cards.authority()); });

        // Signed by others.
        files(u"signed anew by a stranger of the same name"_qs, [this](ChipCard &card) { signGroups(card, groupsOn(card), m_stranger); });
        files(u"other data, signed by a stranger"_qs, [this](ChipCard &card) { exchange(card, 13, otherCard().files.value(idOf(13)), m_stranger); });
        files(u"without EF.SOD"_qs, [](ChipCard &card) { card.files.remove(ChipFile::sod().id); });
        files(u"EF.SOD is refused"_qs, [](ChipCard &card) { card.withheld.insert(ChipFile::sod().id); });
        files(u"EF.SOD signs nothing"_qs, [this](ChipCard &card) { signGroups(card, {}, m_cards.authority()); });
        files(u"EF.SOD signs the zone alone"_qs, [this](ChipCard &card) { signGroups(card, {{1, groupsOn(card).value(1)}}, m_cards.authority()); });
        files(u"the keys were never signed"_qs, [this](ChipCard &card) {
            auto groups = groupsOn(card);
            groups.remove(14);
            groups.remove(15);
            signGroups(card, groups, m_cards.authority());
        });
        chip(u"one bit of the signature"_qs, {.wrongSod = true});

        // Kept back, and hidden.
        for (const int group : {1, 2, 13, 14, 15}) {
            chip(QStringLiteral("without data group %1").arg(group), {.missingGroup = group});
            files(QStringLiteral("without data group %1, of which EF.COM does not tell").arg(group), [group](ChipCard &card) {
                card.files.remove(idOf(group));
                QList<int> told{1, 2, 13, 14, 15};
                told.removeAll(group);
                tellOf(card, told);
            });
        }
        files(u"everything is refused"_qs, [](ChipCard &card) {
            for (const quint16 id : card.files.keys()) {
                card.withheld.insert(id);
            }
        });
        chip(u"a copy"_qs, {.copied = true});
        files(u"a copy that shows one of two keys"_qs, [](ChipCard &card) { card.chipKeyParameters = -1; });
        files(u"PACE is hidden"_qs, [](ChipCard &card) { card.cardAccess.clear(); });

        // Cut short, too long, without end.
        for (const int group : {1, 2, 13, 14, 15}) {
            const quint32 tag = TagOf[group];
            chip(QStringLiteral("one bit of data group %1").arg(group), {.tamperedGroup = group});
            files(QStringLiteral("data group %1 cut in half").arg(group), [group](ChipCard &card) { card.files[idOf(group)].truncate(card.files[idOf(group)].size() / 2); });
            files(QStringLiteral("data group %1 empty").arg(group), [group](ChipCard &card) { card.files[idOf(group)].clear(); });
            files(QStringLiteral("data group %1 of erased memory").arg(group), [group](ChipCard &card) { card.files[idOf(group)].fill('\xFF'); });
            files(QStringLiteral("data group %1 claims 4 GB").arg(group), [group, tag](ChipCard &card) { card.files[idOf(group)] = claiming(tag, QByteArray::fromHex("84FFFFFFF0"), 4000); });
            files(QStringLiteral("data group %1 claims as much as is taken").arg(group), [group, tag](ChipCard &card) { card.files[idOf(group)] = claiming(tag, QByteArray::fromHex("8303FFF0"), 4000); });
            files(QStringLiteral("data group %1 of nothing but depth").arg(group), [this, group, tag](ChipCard &card) {
                if (group == 15) { // where there is a stronger key, nobody needs this one
                    card.files[idOf(group)] = nested(tag, 4000);
                } else {
                    exchange(card, group, nested(tag, 4000), m_cards.authority());
                }
            });
            files(QStringLiteral("data group %1 of as much as is taken").arg(group),
                [group, tag](ChipCard &card) { card.files[idOf(group)] = tlv(tag, QByteArray(ChipFiles::LargestFile - 16, '\x30')); });
        }
        files(u"EF.COM of nothing but depth"_qs, [](ChipCard &card) {
            card.files[ChipFile::com().id] = nested(0x60, 4000);
            card.files.remove(idOf(2));
        });
        files(u"EF.SOD of nothing but depth"_qs, [](ChipCard &card) { card.files[ChipFile::sod().id] = nested(0x77, 4000); });
        files(u"EF.SOD of as much as is taken"_qs, [](ChipCard &card) { card.files[ChipFile::sod().id] = tlv(0x77, QByteArray(ChipFiles::LargestFile - 16, '\x30')); });
        files(u"EF.CardAccess of nothing but depth"_qs, [](ChipCard &card) { card.cardAccess = nested(0x31, 400); });
        files(u"a hundred thousand fields in the national data"_qs, [this](ChipCard &card) {
            exchange(card, 13, tlv(0x6D, tlv(0x30, tlv(0x31, QByteArray::fromHex("3003020101").repeated(50'000)))), m_cards.authority());
        });
        files(u"a face that claims to be larger than its file"_qs, [](ChipCard &card) {
            QByteArray &face = card.files[idOf(2)];
            const qsizetype at = face.indexOf("FAC");
            face.replace(at + 8, 4, QByteArray::fromHex("FFFFFFFF"));
        });
        chip(u"lengths that lie in every file"_qs, {.lie = ChipFaults::Lie::LongerFile});
        chip(u"lengths without measure in every file"_qs, {.lie = ChipFaults::Lie::HugeFile});
        chip(u"objects of answers that lie"_qs, {.lie = ChipFaults::Lie::LongerObject});
        chip(u"always another length"_qs, {.lie = ChipFaults::Lie::OtherLength});
        for (const int after : {0, 3, 9, 12, 16}) {
            chip(QStringLiteral("answers without end after %1 commands").arg(after), {.endlessAfter = after});
            chip(QStringLiteral("wrong checksums after %1 commands").arg(after), {.wrongMacAfter = after});
            chip(QStringLiteral("silence after %1 commands").arg(after), {.silentAfter = after});
        }

        // Somebody in between.
        way(u"every answer is 61FF"_qs, [](int, const auto &) { return QByteArray::fromHex("61FF"); });
        way(u"every answer is 6C00"_qs, [](int, const auto &) { return QByteArray::fromHex("6C00"); });
        way(u"every answer is 9000"_qs, [](int, const auto &) { return QByteArray::fromHex("9000"); });
        way(u"every answer is one byte"_qs, [](int, const auto &) { return QByteArray::fromHex("90"); });
        way(u"every answer is nothing"_qs, [](int, const auto &) { return QByteArray(); });
        way(u"every answer is as long as can be"_qs, [](int, const auto &) { return QByteArray(65536, 'x') + QByteArray::fromHex("9000"); });
        way(u"every answer is longer than can be"_qs, [](int, const auto &) { return QByteArray(1'000'000, 'x') + QByteArray::fromHex("9000"); });
        way(u"every answer is the first one"_qs, [first = std::make_shared<QByteArray>()](int number, const MeddledChannel::Answer &answer) -> MeddledChannel::Answer {
            if (number == 0 && answer) {
                *first = *answer;
            }
            return *first;
        });
        for (const int from : {8, 11, 14}) {
            way(QStringLiteral("the same protected answer again and again from %1").arg(from),
                [from, kept = std::make_shared<QByteArray>()](int number, const MeddledChannel::Answer &answer) -> MeddledChannel::Answer {
                    if (number <= from) {
                        *kept = answer ? *answer : QByteArray();
                        return answer;
                    }
                    return *kept;
                });
        }
    }

    void noneIsVerified()
    {
        QFETCH(Damage, damage);
        QFETCH(ChipFaults, faults);
        QFETCH(Meddle, meddle);
        for (const bool extended : {true, false}) {
            // In a process of its own, which begins with what this one has and tells how much it came to need.
            const pid_t child = fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                QFile clear(QStringLiteral("/proc/self/clear_refs"));
                const bool isReset = clear.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && clear.write("5") == 1; // the peak begins anew
                const qint64 before = memory(isReset ? "VmRSS:" : "VmHWM:");
                const End end = read(damage, faults, meddle, extended);
                const qint64 growth = memory("VmHWM:") - before;
                const bool isVerified = end.everVerified || end.card.verdict() == CardVerdict::Verified;
                _exit(isVerified ? 1 : growth > MostGrowth ? 2 : end.commands > ReadingBudget().commands ? 3 : 0);
            }
            int status = 0;
            QCOMPARE(waitpid(child, &status, 0), child);
            QVERIFY2(WIFEXITED(status), "it crashed");
            QVERIFY2(WEXITSTATUS(status) != 1, "it is verified");
            QVERIFY2(WEXITSTATUS(status) != 2, "it takes too much memory");
            QCOMPARE(WEXITSTATUS(status), 0);
        }
    }

    void tornOffAtEveryCommandItIsNotVerified()
    {
        for (const bool extended : {true, false}) {
            const int whole = read({}, {}, {}, extended).commands;
            QVERIFY(whole > 15);
            for (int after = 0; after < whole; ++after) {
                const End end = read({}, {.removedAfter = after}, {}, extended);
                QVERIFY(end.card.broken && end.card.broken->fault == CardFault::Removed);
                QVERIFY2(!end.everVerified && end.card.verdict() == CardVerdict::Unproved, qPrintable(QString::number(after)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_EvilCards)
#include "tst_EvilCards.moc"
