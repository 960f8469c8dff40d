// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/Catalogue.h"

#include <QFile>
#include <QTest>

#include <thread>
#include <vector>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::Limit)
Q_DECLARE_METATYPE(motcua::ClockRule)

class tst_Catalogue : public QObject
{
    Q_OBJECT

    static SourceFile fileNamed(const QString &name)
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/catalogue/") + name + u".json"_qs);
        return {name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray()};
    }

    static Catalogue small()
    {
        QList<SourceFile> files;
        // Out of order on purpose: what a file needs may come after it.
        for (const QString &name :
            {u"procedure-next"_qs, u"procedure"_qs, u"form"_qs, u"codes"_qs, u"calendar"_qs, u"rules"_qs, u"banks"_qs, u"patterns"_qs}) {
            files.append(fileNamed(name));
        }
        const auto catalogue = Catalogue::fromFiles(files);
        return catalogue ? *catalogue : Catalogue();
    }

    /** The small catalogue with the whole calendar and, in its first procedure, one text in the place of another. */
    static Result<Catalogue, QList<Error>> edited(const QByteArray &before, const QByteArray &after)
    {
        QList<SourceFile> files;
        for (const QString &name : {u"procedure"_qs, u"form"_qs, u"calendar-whole"_qs, u"rules"_qs}) {
            files.append(fileNamed(name));
            if (name == u"procedure" && !before.isEmpty()) {
                files.last().bytes.replace(before, after);
            }
        }
        return Catalogue::fromFiles(files);
    }

    const Catalogue m_catalogue = small();

private Q_SLOTS:
    void itIsTheSameHoweverTheWorkIsShared_data()
    {
        QTest::addColumn<bool>("broken");
        QTest::newRow("good files") << false;
        QTest::newRow("files with mistakes, named in the order of the files") << true;
    }

    void itIsTheSameHoweverTheWorkIsShared()
    {
        QFETCH(bool, broken);
        QList<SourceFile> files;
        for (const QString &name : {u"form"_qs, u"codes"_qs, u"calendar"_qs, u"rules"_qs, u"patterns"_qs}) {
            files.append(fileNamed(name));
        }
        for (int n = 0; n < 9; ++n) {
            SourceFile form = fileNamed(u"form"_qs);
            form.name = u"form-%1"_qs.arg(n);
            form.bytes.replace("\"id\": \"small\"", "\"id\": \"small" + QByteArray::number(n / 2) + "\""); // most stand there twice
            if (!broken) {
                form.bytes.replace("\"small" + QByteArray::number(n / 2), "\"other" + QByteArray::number(n));
            }
            files.append(form);
        }
        for (int n = 0; n < 60; ++n) {
            SourceFile procedure = fileNamed(u"procedure"_qs);
            procedure.name = u"procedure-%1"_qs.arg(n);
            procedure.bytes.replace("9.000001", "9.1" + QByteArray::number(10'000 + n));
            if (broken && n % 7 == 0) {
                procedure.bytes.replace("\"decision\"", "\"decided\"");
            }
            files.append(procedure);
        }
        const auto backwards = [](std::size_t count, const std::function<void(std::size_t)> &piece) {
            for (std::size_t index = count; index > 0; --index) {
                piece(index - 1);
            }
        };
        const auto atOnce = [](std::size_t count, const std::function<void(std::size_t)> &piece) {
            std::vector<std::jthread> threads;
            for (std::size_t from = 0; from < 4; ++from) {
                threads.emplace_back([=, &piece] {
                    for (std::size_t index = from; index < count; index += 4) {
                        piece(index);
                    }
                });
            }
        };
        const auto plain = Catalogue::fromFiles(files);
        QCOMPARE(bool(plain), !broken);
        for (const SharedWork &share : {SharedWork(backwards), SharedWork(atOnce)}) {
            const auto shared = Catalogue::fromFiles(files, share);
            QCOMPARE(bool(shared), !broken);
            if (broken) {
                QVERIFY(plain.error().size() >= 13);
                QCOMPARE(shared.error(), plain.error());
            } else {
                QCOMPARE(shared->editions().size(), 60);
                for (qsizetype at = 0; at < 60; ++at) {
                    QCOMPARE(shared->editions().at(at).code, plain->editions().at(at).code);
                    QCOMPARE(shared->editions().at(at).papers, plain->editions().at(at).papers);
                    QCOMPARE(shared->editions().at(at).form(), plain->editions().at(at).form());
                }
            }
        }
    }

    /** A part may speak of procedures as it likes; and a procedure need not write its kind as others do. */
    void readsEachFileAsWhatItIs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addRow("a form with the words of a procedure") << u"form"_qs << QByteArray("\"mark\": \"") << QByteArray("\"mark\": \"motcua.procedure/1 ");
        QTest::addRow("rules with the words of a procedure") << u"rules"_qs << QByteArray("\"mark\": \"") << QByteArray("\"mark\": \"motcua.procedure/1 ");
        QTest::addRow("a procedure whose kind is written with an escape")
            << u"procedure"_qs << QByteArray("motcua.procedure/1") << QByteArray("motcua.procedure\\/1");
    }
    void readsEachFileAsWhatItIs()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QList<SourceFile> files;
        bool changed = false;
        for (const QString &one : {u"procedure"_qs, u"form"_qs, u"calendar-whole"_qs, u"rules"_qs}) {
            files.append(fileNamed(one));
            if (one == name) {
                changed = files.last().bytes.contains(before);
                files.last().bytes.replace(before, after);
            }
        }
        QVERIFY(changed);
        const auto catalogue = Catalogue::fromFiles(files);
        QVERIFY2(catalogue, catalogue ? "" : qPrintable(catalogue.error().constFirst().detail));
        QCOMPARE(catalogue->editions().size(), 1);
        QCOMPARE(catalogue->editions().constFirst().form().id, u"small"_qs);
        QVERIFY(!catalogue->editions().constFirst().form().sections.isEmpty());
    }

    void picksTheEditionInForce_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("edition");
        const QString code = u"9.000001"_qs;
        QTest::addRow("the day before the first") << code << QDate(2025, 12, 31) << u"EditionMissing"_qs;
        QTest::addRow("the first day") << code << QDate(2026, 1, 1) << u"first"_qs;
        QTest::addRow("the last day") << code << QDate(2026, 6, 30) << u"first"_qs;
        QTest::addRow("the day it changes") << code << QDate(2026, 7, 1) << u"second"_qs;
        QTest::addRow("long after, until further notice") << code << QDate(2040, 1, 1) << u"second"_qs;
        QTest::addRow("no day") << code << QDate() << u"EditionMissing"_qs;
        QTest::addRow("a code nobody knows") << u"9.000002"_qs << QDate(2026, 1, 1) << u"NotFound"_qs;
    }
    void picksTheEditionInForce()
    {
        QFETCH(QString, code);
        QFETCH(QDate, day);
        QFETCH(QString, edition);
        const auto procedure = m_catalogue.procedure(code, day);
        QCOMPARE(procedure ? procedure->edition : errorName(procedure.error().code), edition);
    }

    void aPinnedEditionIsFoundAfterItEnded()
    {
        QCOMPARE(m_catalogue.edition(u"9.000001"_qs, u"first"_qs)->validTo, QDate(2026, 6, 30));
        QCOMPARE(m_catalogue.edition(u"9.000001"_qs, u"third"_qs).error().code, ErrorCode::EditionMissing);
        QCOMPARE(m_catalogue.edition(u"9.000002"_qs, u"first"_qs).error().code, ErrorCode::NotFound);
    }

    void listsWhatIsInForceOnADay()
    {
        QCOMPARE(m_catalogue.procedures(QDate(2025, 12, 31)).size(), 0);
        QCOMPARE(m_catalogue.procedures(QDate(2026, 7, 1)).size(), 1);
        QCOMPARE(m_catalogue.editions().size(), 2);
        QCOMPARE(m_catalogue.editions().constFirst().edition, u"first"_qs);
    }

    void knowsWhenTheLawLastChanged()
    {
        QCOMPARE(m_catalogue.lastChange(QDate(2026, 6, 30)), QDate(2026, 1, 1));
        QCOMPARE(m_catalogue.lastChange(QDate(2026, 7, 1)), QDate(2026, 7, 1));
        QVERIFY(m_catalogue.lastChange(QDate(2025, 1, 1)).isNull());
    }

    void readsEveryMember()
    {
        const Procedure first = *m_catalogue.edition(u"9.000001"_qs, u"first"_qs);
        QCOMPARE(first.limit, (Limit{Limit::Kind::WorkingDays, 3, {}}));
        QCOMPARE(first.limitText, u"03 ngày làm việc"_qs);
        QCOMPARE(first.channels, QList<int>{1});
        QCOMPARE(first.levels, QStringList(u"Cấp xã"_qs));
        QCOMPARE(first.form().id, u"small"_qs);
        QCOMPARE(first.roles().value(u"applicant.name"_qs), u"name"_qs);
        QCOMPARE(first.form().field(u"more"_qs)->rule.id, u"letters"_qs);
        QCOMPARE(first.form().field(u"more"_qs)->visibleIf, (Condition{u"kind"_qs, {u"b"_qs}}));
        QCOMPARE(first.form().field(u"copies"_qs)->maximum, std::optional<qint64>(9));
        QCOMPARE(first.papers.size(), 1);
        QCOMPARE(first.papers[0].kinds, QList<PaperKind>{PaperKind::OriginalSeen});
        QCOMPARE(first.paper(u"paper"_qs)->requiredIf, (Condition{u"kind"_qs, {u"b"_qs}}));
        QCOMPARE(first.fees[0].unitPrice, Money{8000});
        QCOMPARE(first.fees[0].quantityField, u"copies"_qs);
        QCOMPARE(first.resultName(), u"Giấy"_qs);
        QCOMPARE(m_catalogue.calendar().sessions().size(), 2);
        QVERIFY(m_catalogue.calendar().isWorkingDay(QDate(2026, 1, 10)));
    }

    void readsEveryLimit_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Limit>("limit");
        const auto row = [](const char *claim, const char *json, const Limit &limit) {
            QTest::addRow("%s", claim) << QByteArray(json) << limit;
        };
        row("same day", R"("kind": "sameDay", "cutOff": "15:00")", {Limit::Kind::SameDay, 0, QTime(15, 0)});
        row("minutes", R"("kind": "workingMinutes", "count": 90)", {Limit::Kind::WorkingMinutes, 90, {}});
        row("hours", R"("kind": "workingHours", "count": 8)", {Limit::Kind::WorkingHours, 8, {}});
        row("working days", R"("kind": "workingDays", "count": 3650)", {Limit::Kind::WorkingDays, 3650, {}});
        row("days", R"("kind": "calendarDays", "count": 40)", {Limit::Kind::CalendarDays, 40, {}});
        row("months", R"("kind": "months", "count": 120)", {Limit::Kind::Months, 120, {}});
    }
    void readsEveryLimit()
    {
        QFETCH(QByteArray, json);
        QFETCH(Limit, limit);
        const auto changed = edited(R"("kind": "workingDays", "count": 3)", json);
        QVERIFY(changed);
        QCOMPARE(changed->edition(u"9.000001"_qs, u"first"_qs)->limit, limit);
    }

    void readsEveryClock_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<ClockRule>("clock");
        const auto row = [](const char *claim, const char *json, const ClockRule &clock) {
            QTest::addRow("%s", claim) << QByteArray(json) << clock;
        };
        const QString b = u"b"_qs;
        const QString m = u"m"_qs;
        row("none", R"("clock": { "policy": "none", "basis": "b", "mark": "m" },)", {.policy = ClockPolicy::None, .basis = b, .mark = m});
        row("restart", R"("clock": { "policy": "restart", "basis": "b", "mark": "m" },)",
            {.policy = ClockPolicy::Restart, .basis = b, .mark = m});
        row("suspend", R"("clock": { "policy": "suspend", "excludesPayment": true, "basis": "b", "mark": "m" },)",
            {.policy = ClockPolicy::Suspend, .excludesPayment = true, .basis = b, .mark = m});
        row("five working days more", R"("clock": { "policy": "fixedExtension", "extensionDays": 5, "basis": "b", "mark": "m" },)",
            {.policy = ClockPolicy::FixedExtension, .extensionDays = 5, .basis = b, .mark = m});
        row("without another body's time",
            R"("clock": { "policy": "excludeExternal", "supplement": "suspend", "basis": "b", "mark": "m" },)",
            {.policy = ClockPolicy::ExcludeExternal, .supplement = ClockPolicy::Suspend, .basis = b, .mark = m});
        row("left out: what the general law says, which the calendar file states", "",
            {.policy = ClockPolicy::ExcludeExternal,
                .supplement = ClockPolicy::Suspend,
                .excludesPayment = true,
                .basis = u"c"_qs,
                .mark = u"d"_qs});
    }
    void readsEveryClock()
    {
        QFETCH(QByteArray, json);
        QFETCH(ClockRule, clock);
        const auto changed = edited(R"("form": "small",)", R"("form": "small",)" + json);
        QVERIFY(changed);
        QCOMPARE(changed->edition(u"9.000001"_qs, u"first"_qs)->clock, clock);
    }

    void aChannelMayHaveALimitOfItsOwn_data()
    {
        QTest::addColumn<int>("channel");
        QTest::addColumn<Limit>("limit");
        QTest::addColumn<QString>("text");
        const Limit three{Limit::Kind::WorkingDays, 3, {}};
        const Limit five{Limit::Kind::CalendarDays, 5, {}};
        QTest::addRow("at the counter, where nothing else is said") << 1 << three << u"03 ngày làm việc"_qs;
        QTest::addRow("online") << 2 << five << u"05 ngày"_qs;
        QTest::addRow("by post, in the same limit as online") << 3 << five << u"05 ngày"_qs;
    }
    void aChannelMayHaveALimitOfItsOwn()
    {
        QFETCH(int, channel);
        QFETCH(Limit, limit);
        const auto changed = edited(R"("channels": [1],)",
            R"("channels": [1, 2, 3], "channelLimits": [{ "channels": [2, 3], "kind": "calendarDays", "count": 5, "text": "05 ngày", "basis": "2/2026" }],)");
        QVERIFY(changed);
        const StatedLimit stated = changed->edition(u"9.000001"_qs, u"first"_qs)->limitFor(channel);
        QCOMPARE(stated.limit, limit);
        QTEST(stated.text, "text");
        QCOMPARE(stated.channels.contains(channel), true);
    }

    void withoutAnyClockTheLimitBeginsAnew() { QCOMPARE(m_catalogue.edition(u"9.000001"_qs, u"first"_qs)->clock, ClockRule()); }

    void readsEverythingACalendarSays()
    {
        const auto whole = edited({}, {});
        QVERIFY(whole);
        const WorkingCalendar calendar = whole->calendar();
        const CalendarLaw &law = calendar.law();
        QCOMPARE(law.counting, (CountingRules{CountingRules::DayZero::Receipt, {}, CountingRules::DueTime::Closing, u"a"_qs, u"b"_qs}));
        QCOMPARE(law.services, (ServiceLimits{QTime(14, 30), 3, 5}));
        QCOMPARE(calendar.dayKind(QDate(2026, 1, 1)), DayKind::Statutory);
        QCOMPARE(calendar.dayKind(QDate(2026, 1, 2)), DayKind::SwappedOff);
        QCOMPARE(calendar.dayKind(QDate(2026, 4, 27)), DayKind::Compensation);
        QCOMPARE(calendar.dayKind(QDate(2026, 1, 10)), DayKind::MadeUp);

        QCOMPARE(law.schedules.size(), 2);
        const WorkingCalendar desk = calendar.forDesk(u"H26.1/3"_qs);
        QCOMPARE(desk.schedule().name, u"Sáng thứ Bảy"_qs);
        QCOMPARE(desk.counting().cutOff, QTime(14, 0));
        QCOMPARE(desk.counting().dueTime, CountingRules::DueTime::Midnight);
        QVERIFY(desk.isWorkingDay(QDate(2026, 6, 6))); // a Saturday
        QCOMPARE(desk.sessions(QDate(2026, 6, 6)), (QList<OfficeSession>{{QTime(8, 0), QTime(11, 0)}}));
        QCOMPARE(desk.sessions(QDate(2026, 6, 5)), (QList<OfficeSession>{{QTime(7, 30), QTime(16, 0)}}));
        QCOMPARE(desk.sessions(QDate(2026, 6, 4)), calendar.sessions());
        QCOMPARE(calendar.forDesk(u"H26.2/1"_qs).endOfWork(QDate(2026, 6, 4))->time(), QTime(19, 0));

        QCOMPARE(law.forecast.rules.size(), 2);
        QCOMPARE(law.forecast.rules[1].start, (std::array<int, 7>{1, 2, 3, 4, 5, 6, 7}));
        QCOMPARE(law.forecast.rules[1].validTo, QDate(2028, 12, 31));
        QVERIFY(calendar.covers(QDate(2028, 12, 31)) && !calendar.covers(QDate(2029, 1, 1)));
        QCOMPARE(calendar.years().last().mark, u"foretold"_qs);
        QCOMPARE(calendar.dayName(QDate(2026, 12, 31)), QString()); // published without it
        QCOMPARE(calendar.dayName(QDate(2027, 12, 31)), u"Một"_qs);
        QCOMPARE(calendar.dayName(QDate(2028, 1, 3)), u"Bù Một"_qs); // 1/1/2028 is a Saturday
        QCOMPARE(calendar.dayName(QDate(2028, 1, 29)), u"Hai"_qs); // Tết on a Wednesday, three days later
        QVERIFY(calendar.dayName(QDate(2027, 2, 13)).isEmpty()); // before the rule
    }

    void picksTheGrammarByTheUnitsOwnCode()
    {
        QCOMPARE(m_catalogue.codeGrammar(u"ABC"_qs)->id, u"plain"_qs);
        QCOMPARE(m_catalogue.codeGrammar(u"ABCD"_qs).error().code, ErrorCode::NotFound);
    }

    void knowsHowOtherCodesAreWritten()
    {
        QCOMPARE(m_catalogue.codePatterns().size(), 3);
        QCOMPARE(m_catalogue.codePatterns()[0].kind, CodePattern::Kind::Procedure);
        QCOMPARE(m_catalogue.codePatterns()[0].standing, CodePattern::Standing::Usual);
        QCOMPARE(m_catalogue.codePatterns()[2].standing, CodePattern::Standing::Deviant);
        QVERIFY(m_catalogue.codePatterns()[0].takes(u"9.123456"_qs));
        QVERIFY(!m_catalogue.codePatterns()[0].takes(u"9.12345６"_qs));
        QVERIFY(!m_catalogue.codePatterns()[0].takes(u"9.123456\n"_qs));
    }

    void namesABankAndForgivesAnUnknownOne()
    {
        QCOMPARE(m_catalogue.bank(u"970000"_qs)->name, u"Ngân hàng Thử"_qs);
        QCOMPARE(m_catalogue.bank(u"970001"_qs).error().code, ErrorCode::NotFound);
    }

    void anEmptyCatalogueKnowsNothing()
    {
        const auto none = Catalogue::fromFiles({});
        QVERIFY(none);
        QCOMPARE(none->procedure(u"9.000001"_qs, QDate(2026, 1, 1)).error().code, ErrorCode::NotFound);
        QVERIFY(!none->calendar().covers(QDate(2026, 1, 1)));
    }
};

QTEST_APPLESS_MAIN(tst_Catalogue)
#include "tst_Catalogue.moc"
