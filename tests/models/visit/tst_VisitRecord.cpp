// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/VisitRecord.h"

#include "models/base/VietnamTime.h"
#include "tests/models/journal/Author.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <random>

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id Turn = testId('v');
constexpr qint64 Morning = 1'795'000'000'000;

QJsonObject golden(const QString &name)
{
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/journal/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no %s", qPrintable(name));
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

QJsonObject left(int minute)
{
    return {{u"outcome"_qs, u"left"_qs}, {u"endedAt"_qs, vietnamTime(Morning + minute * 60'000LL).toString(Qt::ISODateWithMs)}};
}

/** Whatever a fold tells, as text to compare. */
QString told(const VisitRecord &record)
{
    QStringList conflict;
    for (const Candidate &candidate : record.closing.conflict) {
        conflict.append(QString::fromUtf8(payloadBytes(candidate.value.toObject())));
    }
    return QStringList{record.ticket, QString::number(record.startedAtMs), QString::fromUtf8(payloadBytes(record.closing.value.toObject())),
        conflict.join(u'|'), QString::number(record.withoutPayload), QString::number(record.opened) + QString::number(record.purged),
        QString::number(record.heads.size())}
        .join(u'\n');
}

} // namespace

class tst_VisitRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGoldenPayloadsFold()
    {
        Author a('a');
        const Entry opened = a.write(Turn, kind::VisitOpened, golden(u"visit.opened.v1.json"_qs), {}, Morning);
        const VisitRecord open = VisitRecord::fold(Turn, {opened});
        QVERIFY(open.isKnown() && open.opened && !open.isClosed());
        QCOMPARE(open.ticket, u"A013"_qs);
        QCOMPARE(open.startedAtMs, Morning);
        QCOMPARE(open.endedAtMs(), 0);
        QVERIFY(!open.outcome());
        const Entry closed = a.write(Turn, kind::VisitClosed, golden(u"visit.closed.v1.json"_qs), {opened.header.key}, Morning + 1);
        const VisitRecord whole = VisitRecord::fold(Turn, {closed, opened});
        QCOMPARE(whole.outcome(), Visit::Outcome::Filed);
        QCOMPARE(whole.filed(), 2);
        QCOMPARE(vietnamTime(whole.endedAtMs()), vietnamTime(QDate(2026, 11, 23), QTime(8, 41)));
        QCOMPARE(whole.heads, QList<EntryKey>{closed.header.key});
        // What the program keeps for the figures names nobody and nothing.
        QCOMPARE(whole.forFigures().keys().join(u' '), u"endedAt filed handedOver outcome startedAt turnedAway"_qs);
    }

    void whatIsMissingIsMissing()
    {
        QVERIFY(!VisitRecord::fold(Turn, {}).isKnown());
        Author a('a');
        const Entry other = a.write(testId('w'), kind::VisitOpened, {{u"ticket"_qs, u"B"_qs}});
        QVERIFY(!VisitRecord::fold(Turn, {other}).isKnown());
        const Entry closed = a.write(Turn, kind::VisitClosed, left(5));
        const VisitRecord alone = VisitRecord::fold(Turn, {closed});
        QVERIFY(alone.isKnown() && alone.isClosed() && !alone.opened);
        QCOMPARE(VisitRecord::fold(Turn, {withoutPayload(closed)}).withoutPayload, 1);
        const Entry odd = a.writeBytes(Turn, kind::VisitClosed, R"({"outcome":7,"filed":"many","endedAt":[]})");
        QCOMPARE(VisitRecord::fold(Turn, {odd}).filed(), 0);
        QVERIFY(!VisitRecord::fold(Turn, {odd}).outcome());
        QVERIFY(VisitRecord::fold(Turn, {a.write(Turn, "visit.paused", {})}).fromNewerProgram);
    }

    void twoEndsAreAConflictUnlessTheyAreAlike()
    {
        Author a('a');
        Author b('b');
        const Entry opened = a.write(Turn, kind::VisitOpened, {{u"ticket"_qs, u"A"_qs}}, {}, Morning);
        const Entry here = a.write(Turn, kind::VisitClosed, left(5), {opened.header.key}, Morning + 1);
        const Entry there = b.write(Turn, kind::VisitClosed, left(9), {opened.header.key}, Morning + 2);
        const Entry alike = b.write(Turn, kind::VisitClosed, left(5), {opened.header.key}, Morning + 3);
        const VisitRecord odds = VisitRecord::fold(Turn, {opened, here, there});
        QVERIFY(odds.closing.isInConflict() && odds.isKnown());
        QVERIFY(!odds.isClosed());
        QVERIFY(!VisitRecord::fold(Turn, {opened, here, alike}).closing.isInConflict());
    }

    void everyOrderAndRepetitionFoldsAlike()
    {
        int conflicts = 0;
        for (quint32 seed = 1; seed <= 200; ++seed) {
            std::mt19937 random(seed);
            const auto below = [&random](int bound) { return static_cast<int>(random() % static_cast<quint32>(bound)); };
            Author authors[3] = {Author('a'), Author('b'), Author('c')};
            QList<Entry> entries;
            for (int i = 0; i < 3 + below(8); ++i) {
                Author &author = authors[below(3)];
                QList<EntryKey> basis;
                if (!entries.isEmpty() && below(3) != 0) {
                    const EntryKey seen = entries.at(below(int(entries.size()))).header.key;
                    if (seen.origin != author.origin()) {
                        basis.append(seen);
                    }
                }
                const int kind = below(7);
                const char *name = kind < 2 ? kind::VisitOpened
                    : kind < 5              ? kind::VisitClosed
                    : kind == 5             ? kind::PayloadPurged
                                            : "visit.paused";
                const QJsonObject payload = kind < 2 ? QJsonObject{{u"ticket"_qs, u"A%1"_qs.arg(below(3))}}
                    : kind < 5                       ? left(below(3))
                                                     : QJsonObject{{u"kept"_qs, left(below(3))}};
                Entry entry = author.write(Turn, name, payload, basis, Morning + below(1000));
                entries.append(below(10) == 0 ? withoutPayload(entry) : entry);
            }
            const VisitRecord expected = VisitRecord::fold(Turn, entries);
            conflicts += expected.closing.isInConflict();
            for (int round = 0; round < 5; ++round) {
                entries.append(entries.at(below(int(entries.size()))));
                std::shuffle(entries.begin(), entries.end(), random);
                QCOMPARE(told(VisitRecord::fold(Turn, entries)), told(expected));
                QCOMPARE(VisitRecord::fold(Turn, entries), expected);
            }
        }
        QVERIFY2(conflicts > 20, qPrintable(QString::number(conflicts)));
    }

    void aPurgeTakesTheWordsWhereverTheyLie()
    {
        Author a('a');
        const Entry opened = a.write(Turn, kind::VisitOpened, golden(u"visit.opened.v1.json"_qs), {}, Morning);
        const Entry closed = a.write(Turn, kind::VisitClosed, golden(u"visit.closed.v1.json"_qs), {}, Morning + 1);
        const QJsonObject kept = VisitRecord::fold(Turn, {opened, closed}).forFigures();
        const Entry purge = a.write(Turn, kind::PayloadPurged, {{u"reason"_qs, u"x"_qs}, {u"kept"_qs, kept}}, {}, Morning + 2);
        const VisitRecord purged = VisitRecord::fold(Turn, {opened, closed, purge});
        QVERIFY(purged.purged);
        QCOMPARE(purged.closing.value.toObject(), kept);
        QCOMPARE(purged.filed(), 2);
        QCOMPARE(purged, VisitRecord::fold(Turn, {purge, withoutPayload(closed), opened}));
    }
};

QTEST_APPLESS_MAIN(tst_VisitRecord)
#include "tst_VisitRecord.moc"
