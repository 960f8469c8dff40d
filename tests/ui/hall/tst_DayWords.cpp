// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hall/DayWords.h"

#include "models/base/VietnamTime.h"
#include "ui/messages/Language.h"

#include <QTest>

using namespace motcua;

namespace {

DayFacts ordinary()
{
    DayFacts facts;
    facts.day = QDate(2026, 11, 26);
    facts.isOpen = true;
    facts.sessions = {{QTime(7, 30), QTime(11, 30)}, {QTime(13, 0), QTime(17, 0)}};
    facts.nextDay = QDate(2026, 11, 27);
    facts.numbersLeft = 99;
    return facts;
}

} // namespace

class tst_DayWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDayIsTold_data()
    {
        QTest::addColumn<DayFacts>("facts");
        QTest::addColumn<int>("leftOver");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("line");
        const int good = int(DayLine::Kind::Good);
        const int note = int(DayLine::Kind::Note);
        const int attention = int(DayLine::Kind::Attention);
        const auto with = [](const std::function<void(DayFacts &)> &change) {
            DayFacts facts = ordinary();
            change(facts);
            return facts;
        };
        QTest::newRow("hours") << ordinary() << 0 << good << "Open 07:30–11:30, 13:00–17:00";
        QTest::newRow("a day off") << with([](DayFacts &one) { one.isOpen = false; one.dayName = u"Tết"_qs; }) << 0 << attention
                                   << "This desk is closed today (Tết). Dossiers received today count from the next working day.";
        QTest::newRow("a Sunday") << with([](DayFacts &one) { one.isOpen = false; }) << 0 << attention
                                  << "This desk is closed today (no working day). Dossiers received today count from the next working day.";
        QTest::newRow("no calendar") << with([](DayFacts &one) { one.sessions.clear(); }) << 0 << attention
                                     << "No working calendar covers this day. Ask for a catalogue with the calendar of this year.";
        QTest::newRow("not published") << with([](DayFacts &one) { one.isProvisional = true; }) << 0 << attention
                                       << "Open 07:30–11:30, 13:00–17:00 · the calendar of this year is not published yet, so promises are provisional";
        QTest::newRow("days off ahead") << with([](DayFacts &one) { one.offDays = {u"Tết"_qs}; one.nextDay = QDate(2026, 11, 30); }) << 0
                                        << attention << "Days off ahead: Tết. The next day here is Monday 30/11/2026.";
        const auto ending = [&with](QDate last) {
            return with([last](DayFacts &one) { one.certificateUntilMs = vietnamTime(last, QTime(9, 0)).toMSecsSinceEpoch(); });
        };
        QTest::newRow("the certificate ends") << ending(QDate(2026, 12, 5)) << 0 << attention
                                              << "The certificate of this desk at the portal ends on 05/12/2026. A new one is asked for by itself; if this stands here "
                                                 "tomorrow too, tell the IT person.";
        QTest::newRow("it has ended") << ending(QDate(2026, 11, 25)) << 0 << attention
                                      << "The certificate of this desk at the portal ended on 25/11/2026, so nothing is sent. Tell the IT person; work goes on.";
        QTest::newRow("one rule") << with([](DayFacts &one) { one.newRules = {{u"1.1"_qs, u"Khai sinh"_qs, u"Birth"_qs}}; }) << 0 << attention
                                  << "The rules of 1 procedure change today: 1.1 Birth";
        QTest::newRow("many rules") << with([](DayFacts &one) {
            for (int n = 1; n <= 6; ++n) {
                one.newRules.append({QString::number(n), u"x"_qs, u"x"_qs});
            }
        }) << 0 << attention << "The rules of 6 procedures change today: 1 x; 2 x; 3 x; 4 x …";
        QTest::newRow("numbers") << ordinary() << 0 << good << "99 dossier numbers of this desk are left for today";
        QTest::newRow("few numbers") << with([](DayFacts &one) { one.numbersLeft = 12; one.numbersADay = 40; }) << 0 << attention
                                     << "12 dossier numbers of this desk are left for today · the busiest day of the last month used 40; ask the administrator for a wider range";
        QTest::newRow("promises") << with([](DayFacts &one) { one.dueToday = 9; one.dueNext = 4; }) << 0 << note
                                  << "9 results promised for today · 4 for Fri 27/11";
        QTest::newRow("overdue first") << with([](DayFacts &one) { one.dueToday = 9; one.overdue = 2; }) << 0 << attention
                                       << "2 overdue · 7 results promised for today · 0 for Fri 27/11";
        QTest::newRow("left over") << with([](DayFacts &one) { one.drafts = 1; }) << 2 << note
                                   << "1 draft of yours waits (Ctrl+7) · 2 tickets of earlier days were ended";
    }
    void theDayIsTold()
    {
        QFETCH(DayFacts, facts);
        QFETCH(int, leftOver);
        QFETCH(int, kind);
        QFETCH(QString, line);
        const QList<DayLine> lines = dayLines(facts, leftOver);
        QStringList all;
        for (const DayLine &one : lines) {
            all.append(one.text);
        }
        QVERIFY2(lines.contains(DayLine{static_cast<DayLine::Kind>(kind), line}), qPrintable(all.join(u'\n')));
    }

    void whatIsNotSoIsNotSaid()
    {
        QCOMPARE(dayLines(ordinary(), 0).size(), 3); // hours, promises, numbers
        QCOMPARE(dayHeading(ordinary()), u"Open the day · Thursday 26/11/2026"_qs);
    }

private:
    Language m_language{Language::Code::English};
};

QTEST_MAIN(tst_DayWords)
#include "tst_DayWords.moc"
