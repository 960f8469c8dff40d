// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fee/Change.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace motcua;

class tst_Change : public QObject
{
    Q_OBJECT

    static QList<Note> circulating()
    {
        QList<Note> notes;
        for (const qint64 value : {500'000, 200'000, 100'000, 50'000, 20'000, 10'000, 5'000, 2'000, 1'000, 500, 200, 100}) {
            notes.append({Money{value}, u"test"_qs});
        }
        return notes;
    }

    /** "200×2 50": thousands, from the largest down. */
    static QString shown(const QList<NoteCount> &notes)
    {
        QStringList words;
        for (const NoteCount &one : notes) {
            const QString value = one.value.dong % 1000 == 0 ? QString::number(one.value.dong / 1000) : u'.' + QString::number(one.value.dong);
            words.append(one.count == 1 ? value : QStringLiteral("%1×%2").arg(value).arg(one.count));
        }
        return words.join(u' ');
    }

    static Money worth(const Change &change)
    {
        Money sum = change.rest;
        for (const NoteCount &one : change.notes) {
            sum = sum + one.value * one.count;
        }
        return sum;
    }

    /** The fewest notes of the drawer, by trying everything; -1 when they cannot make it up. */
    static qint64 fewestByTryingAll(const Drawer &drawer, qint64 amount)
    {
        constexpr qint64 Never = 1'000'000;
        QList<qint64> least(amount + 1, Never);
        least[0] = 0;
        for (auto note = drawer.cbegin(); note != drawer.cend(); ++note) {
            for (qint64 used = 0; used < note.value(); ++used) {
                for (qint64 sum = amount; sum >= note.key().dong; --sum) {
                    least[sum] = std::min(least[sum], least[sum - note.key().dong] + 1);
                }
            }
        }
        return least[amount] >= Never ? -1 : least[amount];
    }

private Q_SLOTS:
    void theFewestNotesGoBack_data()
    {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("notes");
        QTest::addColumn<qint64>("rest");
        const auto row = [](const char *name, qint64 amount, const QString &notes, qint64 rest = 0) {
            QTest::addRow("%s", name) << amount << notes << rest;
        };
        row("500.000 for 8.000", 492'000, u"200×2 50 20×2 2"_qs);
        row("nothing", 0, QString());
        row("less than nothing", -8'000, QString());
        row("every note once", 888'800, u"500 200 100 50 20 10 5 2 1 .500 .200 .100"_qs);
        row("more of the largest", 2'000'000, u"500×4"_qs);
        row("50 đ are in no note", 150, u".100"_qs, 50);
        row("a rest beside thousands", 12'030, u"10 2"_qs, 30);
        row("less than the smallest", 99, QString(), 99);
    }
    void theFewestNotesGoBack()
    {
        QFETCH(qint64, amount);
        const Change change = Change::of(Money{amount}, circulating());
        QTEST(shown(change.notes), "notes");
        QTEST(change.rest.dong, "rest");
        QCOMPARE(worth(change), Money{std::max<qint64>(amount, 0)});
    }

    void withoutAListEverythingIsLeft()
    {
        QCOMPARE(Change::of(Money{8'000}, {}), (Change{{}, Money{8'000}}));
        QCOMPARE(Change::of(Money{8'000}, {{Money{0}, {}}}), (Change{{}, Money{8'000}}));
    }

    void aDrawerGivesWhatItHas_data()
    {
        QTest::addColumn<Drawer>("drawer");
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("notes"); ///< "not enough" for none
        const auto row = [](const char *name, const QList<std::pair<qint64, qint64>> &lying, qint64 amount, const QString &notes) {
            Drawer drawer;
            for (const auto &[value, count] : lying) {
                drawer.insert(Money{value}, count);
            }
            QTest::addRow("%s", name) << drawer << amount << notes;
        };
        row("one 200 is left", {{200'000, 1}, {100'000, 4}, {50'000, 2}, {20'000, 5}, {2'000, 3}}, 492'000, u"200 100×2 50 20×2 2"_qs);
        row("the largest first leads nowhere", {{50'000, 1}, {20'000, 3}}, 60'000, u"20×3"_qs);
        row("fewer notes are better than larger ones", {{50'000, 1}, {20'000, 4}, {1'000, 30}}, 80'000, u"20×4"_qs);
        row("the last one goes", {{2'000, 1}}, 2'000, u"2"_qs);
        row("enough money, not in the right notes", {{500'000, 3}}, 492'000, u"not enough"_qs);
        row("empty", {}, 1'000, u"not enough"_qs);
        row("nothing to give from nothing", {}, 0, QString());
        row("a note that circulates no more is not given", {{30'000, 5}}, 30'000, u"not enough"_qs);
        row("what no note makes up is no fault of the drawer", {{100, 1}}, 150, u".100"_qs);
    }
    void aDrawerGivesWhatItHas()
    {
        QFETCH(Drawer, drawer);
        QFETCH(qint64, amount);
        QFETCH(QString, notes);
        const std::optional<Change> change = Change::from(drawer, Money{amount}, circulating());
        QCOMPARE(change ? shown(change->notes) : u"not enough"_qs, notes);
        if (change) {
            QCOMPARE(worth(*change), Money{amount});
        }
    }

    void noDrawerHidesFewerNotes()
    {
        QRandomGenerator random(20261123);
        for (int round = 0; round < 400; ++round) {
            // In đồng so small that everything can be tried; the values follow one another as those in circulation do.
            QList<Note> notes;
            Drawer drawer;
            for (const qint64 value : {100, 50, 20, 10, 5, 2, 1}) {
                notes.append({Money{value}, {}});
                if (const int count = random.bounded(5); count > 0) {
                    drawer.insert(Money{value}, count);
                }
            }
            const qint64 amount = random.bounded(400);
            const std::optional<Change> change = Change::from(drawer, Money{amount}, notes);
            QCOMPARE(change ? change->count() : -1, fewestByTryingAll(drawer, amount));
        }
    }

    void aFullDrawerAnswersAtOnce()
    {
        Drawer drawer;
        for (const Note &note : circulating()) {
            drawer.insert(note.value, 100'000);
        }
        QCOMPARE(Change::from(drawer, Money{987'654'300}, circulating()), Change::of(Money{987'654'300}, circulating()));
        drawer.remove(Money{100});
        drawer.remove(Money{500});
        QVERIFY(!Change::from(drawer, Money{987'654'300}, circulating()));
    }
};

QTEST_APPLESS_MAIN(tst_Change)
#include "tst_Change.moc"
