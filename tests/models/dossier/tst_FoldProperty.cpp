// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/DossierFold.h"

#include "tests/models/dossier/Bench.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id Subject = testId('s');

/** Three desks and a portal that write about one dossier and now and then hear of one another. */
class Desks
{
public:
    explicit Desks(quint32 seed)
        : m_random(seed)
    {
        for (Desk &desk : m_desks) {
            desk.heard.clear();
        }
    }

    QList<Entry> written(int count)
    {
        // A few were turned away before they were accepted.
        if (below(5) == 0) {
            write(0, kind::DossierTurnedAway, m_turnedAway);
        }
        write(0, kind::DossierAccepted, m_accepted);
        const QList<Entry> first = m_all;
        for (Desk &desk : m_desks) {
            if (below(10) != 0) {
                desk.heard = first;
            }
        }
        for (int i = 0; i < count; ++i) {
            const int at = below(4);
            if (below(4) == 0 || at == Portal) {
                m_desks[at].heard.append(m_desks[below(4)].heard);
            }
            at == Portal ? judge() : act(at);
        }
        return m_all;
    }

    int below(int bound) { return static_cast<int>(m_random() % static_cast<quint32>(bound)); }
    std::mt19937 &random() { return m_random; }

private:
    struct Desk
    {
        Author author;
        QList<Entry> heard = {};
    };

    static constexpr int Portal = 3;

    /** Mostly of what the portal has heard of, and mostly by the portal. */
    void judge()
    {
        QList<Entry> heard = below(8) == 0 ? m_all : m_desks[Portal].heard;
        heard.removeIf([](const Entry &one) { return isPortalAnswer(one.header); });
        if (heard.isEmpty()) {
            return;
        }
        heard = below(2) == 0 ? heard.mid(heard.size() - 1) : heard; // often of the last
        QJsonObject payload{{u"entry"_qs, heard.at(below(int(heard.size()))).header.id.toString()}};
        const bool accepts = below(2) == 0;
        if (accepts && below(3) == 0) {
            payload.insert(u"number", QString::number(below(5)));
        }
        if (!accepts) {
            payload.insert(u"code", u"missingField"_qs);
            payload.insert(u"fault", faultName(static_cast<PortalVerdict::Fault>(below(5))));
            payload.insert(u"fields", QJsonArray{QStringLiteral("f%1").arg(below(4))});
        }
        if (below(3) == 0) {
            payload.insert(u"at", vietnamTime(1'795'000'000'000 + below(1000) * 1000LL).toString(Qt::ISODate));
        }
        write(below(10) == 0 ? below(3) : Portal, accepts ? kind::PortalAccepted : kind::PortalRefused, payload);
    }

    void act(int at)
    {
        const Dossier seen = DossierFold::fold(Subject, m_desks[at].heard, m_table);
        switch (below(11)) {
        case 0:
        case 1:
        case 2:
            write(at, kind::DossierCorrected, someFields());
            return;
        case 3:
        case 4: {
            // Mostly lawful as this desk sees it, sometimes not.
            const auto steps = m_table.stepsFrom(seen.status.status.value_or(DossierStatus::Processing));
            const int to = steps.isEmpty() || below(5) == 0 ? 1 + below(10) : statusCode(steps.at(below(int(steps.size()))).to);
            QJsonObject payload{{u"from"_qs, statusCode(seen.status.status.value_or(DossierStatus::Accepted))}, {u"to"_qs, to}};
            if (below(3) == 0) {
                payload.insert(u"dueAt", vietnamTime(1'795'000'000'000 + below(3) * 86'400'000LL).toString(Qt::ISODate));
            }
            if (const auto named = m_table.stepsBetween(seen.status.status, *dossierStatus(to)); below(2) == 0 && !named.isEmpty()) {
                payload.insert(u"event", named.at(below(int(named.size()))).event);
            }
            if (below(4) == 0) {
                payload.insert(below(2) == 0 ? u"asked"_qs : u"arrived"_qs, QJsonArray{QJsonObject{{u"name"_qs, u"x"_qs}}});
            }
            write(at, kind::DossierStepped, payload);
            return;
        }
        case 5: {
            QJsonObject payload = someFields();
            if (seen.status.isInConflict()) {
                payload.insert(u"status", seen.status.conflict.constFirst().value);
            }
            write(at, kind::DossierResolved, payload);
            return;
        }
        case 6:
            write(at, below(2) == 0 ? "dossier.teleported" : kind::DossierNoted, {{u"text"_qs, below(100)}}, below(2) == 0 ? 1 : 7);
            return;
        case 7:
            write(at, below(2) == 0 ? kind::FeeTaken : kind::SlipIssued, {{u"amount"_qs, below(100)}});
            return;
        case 8:
            write(at, below(6) == 0 ? kind::PayloadPurged : kind::PaperAdded,
                {{u"attachment"_qs, u"x"_qs}, {u"kept"_qs, below(2) == 0 ? QJsonObject() : m_kept}});
            return;
        case 9:
            write(at, kind::DossierExternal,
                {{u"what"_qs, below(2) == 0 ? u"asked"_qs : u"answered"_qs}, {u"body"_qs, QString::number(below(2))}});
            return;
        case 10:
            write(at, below(2) == 0 ? kind::DossierTurnedAway : kind::DossierCancelled, below(2) == 0 ? m_turnedAway : m_cancelled);
            return;
        default:
            return;
        }
    }

    QJsonObject someFields()
    {
        QJsonObject fields;
        for (int i = 0; i <= below(3); ++i) {
            fields.insert(QStringLiteral("f%1").arg(below(4)), QJsonObject{{u"v"_qs, QString::number(below(3))}});
        }
        return {{u"fields"_qs, fields}};
    }

    Entry write(int at, const char *kind, const QJsonObject &payload, quint16 version = 1)
    {
        Desk &desk = m_desks[at];
        const QList<EntryKey> heads = DossierFold::fold(Subject, desk.heard, m_table).heads;
        // Clocks differ by minutes and stand still at times.
        const qint64 ms = 1'795'000'000'000 + below(600'000);
        Entry entry = desk.author.write(Subject, kind, payload, heads, ms, version);
        if (below(12) == 0) {
            entry = withoutPayload(entry);
        }
        desk.heard.append(entry);
        m_all.append(entry);
        return entry;
    }

    std::mt19937 m_random;
    inline static const StatusTable m_table = shippedTable();
    inline static const QJsonObject m_accepted = golden(kind::DossierAccepted);
    inline static const QJsonObject m_turnedAway = golden(kind::DossierTurnedAway);
    inline static const QJsonObject m_cancelled = golden(kind::DossierCancelled);
    inline static const QJsonObject m_kept = golden(kind::PayloadPurged, u"events"_qs).value(u"kept").toObject();
    Desk m_desks[4] = {{Author('a')}, {Author('b')}, {Author('c')}, {Author('p', Actor::Kind::Portal)}};
    QList<Entry> m_all;
};

QByteArray bytesOf(const Dossier &dossier)
{
    return QJsonDocument(dossier.toJson()).toJson(QJsonDocument::Compact);
}

} // namespace

class tst_FoldProperty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOrderAndRepetitionFoldsAlike()
    {
        const StatusTable table = shippedTable();
        int conflicts = 0;
        int statusConflicts = 0;
        qsizetype events = 0;
        int standing = 0;
        int settled = 0;
        int numbers = 0;
        for (quint32 seed = 1; seed <= 400; ++seed) {
            Desks desks(seed);
            QList<Entry> entries = desks.written(4 + desks.below(30));
            const Dossier expected = DossierFold::fold(Subject, entries, table);
            conflicts += expected.hasConflict();
            statusConflicts += expected.status.isInConflict();
            events += expected.events.size();
            standing += !expected.portal.standing().isEmpty();
            settled += std::any_of(expected.portal.verdicts.cbegin(), expected.portal.verdicts.cend(),
                [](const PortalVerdict &one) { return one.state == PortalVerdict::State::Settled; });
            numbers += !expected.portal.number.isEmpty() && expected.portal.isAccepted();
            for (int round = 0; round < 6; ++round) {
                for (int copies = desks.below(5); copies > 0; --copies) {
                    entries.append(entries.at(desks.below(int(entries.size()))));
                }
                std::shuffle(entries.begin(), entries.end(), desks.random());
                QCOMPARE(bytesOf(DossierFold::fold(Subject, entries, table)), bytesOf(expected));
            }
            QCOMPARE(Dossier::fromJson(QJsonDocument::fromJson(bytesOf(expected)).object()), expected);
        }
        // A generator that never disagreed would prove nothing.
        QVERIFY2(conflicts > 100 && statusConflicts > 15 && events > 400,
            qPrintable(u"%1 conflicts, %2 of status, %3 events"_qs.arg(conflicts).arg(statusConflicts).arg(events)));
        QVERIFY2(standing > 100 && settled > 5 && numbers > 100,
            qPrintable(u"%1 refused, %2 settled, %3 with a number"_qs.arg(standing).arg(settled).arg(numbers)));
    }

    void goingForwardIsFolding()
    {
        const StatusTable table = shippedTable();
        int forwards = 0;
        int answers = 0;
        for (quint32 seed = 1001; seed <= 1400; ++seed) {
            Desks desks(seed);
            QList<Entry> entries = desks.written(4 + desks.below(30));
            if (seed % 2 == 0) {
                std::shuffle(entries.begin(), entries.end(), desks.random());
            }
            Dossier dossier{.id = Subject};
            QList<Entry> known;
            for (const Entry &entry : std::as_const(entries)) {
                known.append(entry);
                const Dossier refolded = DossierFold::fold(Subject, known, table);
                if (const auto forward = DossierFold::forward(dossier, entry, table)) {
                    QCOMPARE(bytesOf(*forward), bytesOf(refolded));
                    QCOMPARE(*forward, refolded);
                    ++forwards;
                    answers += isPortalAnswer(entry.header);
                }
                dossier = refolded;
            }
        }
        QVERIFY2(forwards > 500 && answers > 30, qPrintable(QStringLiteral("%1, %2 of them answers").arg(forwards).arg(answers)));
    }

    void anEarlierVersionIsWhatStoodThen()
    {
        const StatusTable table = shippedTable();
        int versions = 0;
        for (quint32 seed = 2001; seed <= 2100; ++seed) {
            Desks desks(seed);
            QList<Entry> entries = desks.written(4 + desks.below(30));
            const Dossier whole = DossierFold::fold(Subject, entries, table);
            for (int revision = 0; revision <= whole.revision + 1; ++revision) {
                const auto version = DossierFold::atRevision(Subject, entries, revision, table);
                QCOMPARE(version.has_value(), !whole.purged && revision >= 1 && revision <= whole.revision);
                if (!version) {
                    continue;
                }
                QCOMPARE(version->revision, revision);
                QVERIFY(version->events.size() <= entries.size());
                std::shuffle(entries.begin(), entries.end(), desks.random());
                QCOMPARE(DossierFold::atRevision(Subject, entries, revision, table), version);
                ++versions;
            }
            for (const Entry &entry : std::as_const(entries)) {
                const auto seen = DossierFold::asSeenBy(Subject, entries, entry.header.key, table);
                QVERIFY(seen);
                // What an author had seen ends where its entry says so, as far as those entries are here.
                for (const EntryKey &key : seen->heads) {
                    QVERIFY(entry.header.basis.contains(key) || key.origin == entry.header.key.origin);
                }
            }
        }
        QVERIFY(versions > 300);
    }

    void circlesFoldAlikeToo()
    {
        // No honest desk writes these: every entry names entries that name it back.
        const StatusTable table = shippedTable();
        std::mt19937 random(3);
        int tangled = 0;
        for (int round = 0; round < 100; ++round) {
            Author authors[3] = {Author('a'), Author('b'), Author('c')};
            QList<Entry> entries;
            for (int i = 0; i < 20; ++i) {
                Author &author = authors[random() % 3];
                QList<EntryKey> basis;
                const char other = static_cast<char>('a' + random() % 3);
                if (testId(other) != author.origin()) {
                    basis.append({testId(other), 1 + random() % 8});
                }
                const QJsonObject payload{{u"fields"_qs, QJsonObject{{u"f"_qs, QJsonObject{{u"v"_qs, QString::number(random() % 3)}}}}},
                    {u"from"_qs, 4}, {u"to"_qs, int(4 + random() % 3)}};
                const char *name = random() % 2 == 0 ? kind::DossierCorrected : kind::DossierStepped;
                entries.append(author.write(Subject, name, payload, basis, static_cast<qint64>(random() % 1000)));
            }
            const Dossier expected = DossierFold::fold(Subject, entries, table);
            tangled += expected.tangled;
            std::shuffle(entries.begin(), entries.end(), random);
            QCOMPARE(bytesOf(DossierFold::fold(Subject, entries, table)), bytesOf(expected));
        }
        QVERIFY(tangled > 20);
    }
};

QTEST_APPLESS_MAIN(tst_FoldProperty)
#include "tst_FoldProperty.moc"
