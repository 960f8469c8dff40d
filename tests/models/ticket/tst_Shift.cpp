// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/Shift.h"

#include "tests/models/journal/Author.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id Day = testId('d');
constexpr qint64 Morning = 1'795'000'000'000;
constexpr qint64 Minute = 60'000;

QJsonObject golden(const QString &name)
{
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/journal/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no %s", qPrintable(name));
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

class tst_Shift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGoldenPayloadsFold()
    {
        Author a('a');
        const Entry opened = a.write(Day, kind::ShiftOpened, golden(u"shift.opened.v1.json"_qs), {}, Morning);
        const Entry paused = a.write(Day, kind::ShiftStepped, golden(u"shift.stepped.v1.json"_qs), {opened.header.key}, Morning + 30 * Minute);
        const Shift shift = Shift::fold(Day, {paused, opened});
        QVERIFY(shift.isOpen());
        QCOMPARE(shift.cash, Money{500'000});
        QCOMPARE(shift.state, ShiftState::OnBreak);
        QCOMPARE(shift.now().announcedMs, QDateTime::fromString(u"2026-11-23T10:50:00.000+07:00"_qs, Qt::ISODateWithMs).toMSecsSinceEpoch());
        QCOMPARE(shift.intervals.constFirst().untilMs, Morning + 30 * Minute);
        QCOMPARE(shift.heads, QList<EntryKey>{paused.header.key});
        QCOMPARE(Shift::fromJson(shift.toJson()), shift);
    }

    void handingOverEndsTheShiftAndNamesWhoTookIt()
    {
        Author a('a');
        const Entry opened = a.write(Day, kind::ShiftOpened, golden(u"shift.opened.v1.json"_qs), {}, Morning);
        const Entry handed = a.write(Day, kind::ShiftHandedOver, golden(u"shift.handedOver.v1.json"_qs), {opened.header.key}, Morning + 30 * Minute);
        const Shift shift = Shift::fold(Day, {handed, opened});
        QVERIFY(shift.isKnown() && !shift.isOpen());
        QCOMPARE(shift.handedTo, Id::fromString(u"0193a1b2-0000-7000-8000-000000000003"_qs));
        QVERIFY(!shift.handedTo.isNull());
        QCOMPARE(shift.now().untilMs, Morning + 30 * Minute);
        QCOMPARE(Shift::fromJson(shift.toJson()), shift);
        const Entry late = a.write(Day, kind::ShiftStepped, {{u"to"_qs, u"serving"_qs}}, {handed.header.key}, Morning + 40 * Minute);
        QVERIFY(!Shift::fold(Day, {handed, opened, late}).isOpen());
    }

    void aDayIsIntervalsWithoutAGapAndEnds()
    {
        Author a('a');
        QList<Entry> entries{a.write(Day, kind::ShiftOpened, {}, {}, Morning)};
        int minute = 0;
        for (const char *to : {"break", "serving", "backOffice", "nonsense", "serving", "closed", "serving"}) {
            minute += 10;
            entries.append(
                a.write(Day, kind::ShiftStepped, {{u"to"_qs, QString::fromLatin1(to)}}, {entries.constLast().header.key}, Morning + minute * Minute));
        }
        const Shift shift = Shift::fold(Day, entries);
        QVERIFY(shift.isKnown() && !shift.isOpen()); // what is closed does not open again
        QCOMPARE(shift.intervals.size(), 5);
        for (qsizetype at = 1; at < shift.intervals.size(); ++at) {
            QCOMPARE(shift.intervals.at(at).fromMs, shift.intervals.at(at - 1).untilMs);
        }
        QCOMPARE(shift.now().untilMs, Morning + 60 * Minute);
    }

    void aClockSetBackMakesNoTimeShorterThanNone()
    {
        Author a('a');
        const Entry opened = a.write(Day, kind::ShiftOpened, {}, {}, Morning);
        const Entry paused = a.write(Day, kind::ShiftStepped, {{u"to"_qs, u"break"_qs}}, {opened.header.key}, Morning - Minute);
        QCOMPARE(Shift::fold(Day, {opened, paused}).intervals.constFirst().untilMs, Morning);
    }

    void withoutAnOpeningThereIsNone()
    {
        Author a('a');
        QVERIFY(!Shift::fold(Day, {a.write(Day, kind::ShiftStepped, {{u"to"_qs, u"break"_qs}}, {}, Morning)}).isKnown());
        QVERIFY(!Shift::fold(Day, {a.write(testId('e'), kind::ShiftOpened, {}, {}, Morning)}).isKnown());
    }
};

QTEST_GUILESS_MAIN(tst_Shift)
#include "tst_Shift.moc"
