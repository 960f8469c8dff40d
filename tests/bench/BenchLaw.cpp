// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/Lawbook.h"
#include "models/base/Text.h"
#include "models/base/VietnamTime.h"
#include "models/calendar/Clock.h"
#include "models/catalogue/Catalogue.h"
#include "models/form/FormChecker.h"
#include "tests/bench/Benches.h"
#include "tests/bench/SixtyFields.h"
#include "tests/bench/Table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace motcua::bench {

namespace {

constexpr int Blocks = 40; // ours and floor take turns so often
constexpr int PerBlock = 500;

/** What one call of `work` takes in µs: the median over blocks; `floor` runs in turn with it. */
std::pair<double, double> inTurn(const std::function<void()> &ours, const std::function<void()> &floor)
{
    Samples mine;
    Samples theirs;
    for (int block = 0; block < Blocks; ++block) {
        theirs.add(timed([&] {
            for (int i = 0; i < PerBlock; ++i) {
                floor();
            }
        }) * 1000 / PerBlock);
        mine.add(timed([&] {
            for (int i = 0; i < PerBlock; ++i) {
                ours();
            }
        }) * 1000 / PerBlock);
    }
    return {mine.at(0.5), theirs.at(0.5)};
}

/** The catalogue of a country: so many procedures over fifty forms, as texts. */
QList<SourceFile> nation(int procedures)
{
    QList<SourceFile> files;
    files.append({QStringLiteral("rules.json"), SixtyFields::rules()});
    for (int form = 0; form < 50; ++form) {
        QJsonObject json = SixtyFields::form();
        json.insert(QStringLiteral("id"), QStringLiteral("form-%1").arg(form));
        files.append({QStringLiteral("form-%1.json").arg(form), QJsonDocument(json).toJson()});
    }
    for (int number = 0; number < procedures; ++number) {
        files.append({QStringLiteral("%1.json").arg(number), QJsonDocument(SixtyFields::procedure(number)).toJson()});
    }
    return files;
}

/** Deadlines and the three dates of a dossier that was asked for supplements, by each policy, over a year of receipts. */
void benchDeadlines(Table &table, const WorkingCalendar &calendar)
{
    constexpr int Year = 365;
    const QDateTime first = vietnamTime(QDate(2026, 1, 1), QTime(9, 30));
    volatile qint64 sink = 0;
    int day = 0;
    const auto received = [&] { return first.addDays(day = (day + 1) % Year); };
    const auto floor = [&] { sink = sink + received().addDays(20).toMSecsSinceEpoch(); };
    const QList<std::pair<QString, Limit>> limits{{QStringLiteral("90 minutes"), {Limit::Kind::WorkingMinutes, 90, {}}},
        {QStringLiteral("8 hours"), {Limit::Kind::WorkingHours, 8, {}}}, {QStringLiteral("20 working days"), {Limit::Kind::WorkingDays, 20, {}}},
        {QStringLiteral("30 days"), {Limit::Kind::CalendarDays, 30, {}}}, {QStringLiteral("2 months"), {Limit::Kind::Months, 2, {}}},
        {QStringLiteral("the same day"), {Limit::Kind::SameDay, 0, QTime(15, 0)}}};
    for (const auto &[name, limit] : limits) {
        const auto [ours, beside] = inTurn([&] { sink = sink + promised(limit, received(), calendar)->dueAt.toMSecsSinceEpoch(); }, floor);
        table.bound(QStringLiteral("a deadline of ") + name, ours, beside, 5, QStringLiteral("µs"));
    }
    const QList<std::pair<QString, ClockPolicy>> policies{{QStringLiteral("none"), ClockPolicy::None}, {QStringLiteral("restart"), ClockPolicy::Restart},
        {QStringLiteral("suspend"), ClockPolicy::Suspend}, {QStringLiteral("fixed extension"), ClockPolicy::FixedExtension},
        {QStringLiteral("exclude external"), ClockPolicy::ExcludeExternal}};
    for (const auto &[name, policy] : policies) {
        ClockRule rule;
        rule.policy = policy;
        rule.extensionDays = policy == ClockPolicy::FixedExtension ? 5 : 0;
        const auto [ours, beside] = inTurn(
            [&] {
                const QDateTime at = received();
                const QList<ClockEvent> events{{ClockEvent::Kind::SupplementRequested, at.addDays(2), {}}, {ClockEvent::Kind::SupplementReceived, at.addDays(9), {}}};
                sink = sink + dueDates({Limit::Kind::WorkingDays, 20, {}}, rule, at, events, calendar)->original.toMSecsSinceEpoch();
            },
            floor);
        table.bound(QStringLiteral("three dates, policy ") + name, ours, beside, 5, QStringLiteral("µs"));
    }
}

} // namespace

int benchLaw(const Options &)
{
    Table table(QStringLiteral("The law's arithmetic, %1 blocks of %2 in turn").arg(Blocks).arg(PerBlock));
    volatile qsizetype sink = 0;

    const FormSchema schema = SixtyFields::schema();
    const FormChecker checker(schema);
    const FormDraft draft = SixtyFields::draft();
    const SixtyFields::Record record = SixtyFields::record(draft);
    const QDate today(2026, 11, 23);
    if (!checker.judge(draft, today).violations.isEmpty() || SixtyFields::faults(record, today) != 0) {
        qFatal("the form of the bench is not in order: %s", qPrintable(checker.judge(draft, today).violations.constFirst().field));
    }
    const auto [judged, byHand] = inTurn([&] { sink = sink + checker.judge(draft, today).violations.size(); }, [&] { sink = sink + SixtyFields::faults(record, today); });
    table.row(QStringLiteral("a form of 60 fields judged, beside code written for it"), judged, byHand, judged / byHand, Table::Holds::AtMost, 15, QStringLiteral("µs"));
    table.bound(QStringLiteral("the same beside ajv's figure"), judged, SixtyFields::AjvMicroseconds, SixtyFields::AjvMicroseconds, QStringLiteral("µs"));
    const auto [compiled, copied] = inTurn([&] { sink = sink + FormChecker(schema).isNull(); }, [&] { sink = sink + FormSchema(schema).sections.size(); });
    table.bound(QStringLiteral("its schema made ready"), compiled, copied, 1000, QStringLiteral("µs"));

    const Result<Lawbook, QList<Error>> law = Lawbook::load(Lawbook::folder());
    if (!law) {
        qFatal("%s", qPrintable(law.error().constFirst().detail));
    }
    benchDeadlines(table, law->catalogue.calendar());

    const QString name = QStringLiteral("Nguyễn Thị Thuỳ Trang");
    const auto [folded, lowered] = inTurn([&] { sink = sink + text::folded(name).size(); }, [&] { sink = sink + name.toLower().size(); });
    table.bound(QStringLiteral("a name folded for search"), folded, lowered, 2, QStringLiteral("µs"));

    const QList<SourceFile> files = nation(7000);
    qint64 bytes = 0;
    for (const SourceFile &file : files) {
        bytes += file.bytes.size();
    }
    Samples parsed;
    Samples loaded;
    for (int turn = 0; turn < 15; ++turn) {
        parsed.add(timed([&] {
            for (const SourceFile &file : files) {
                sink = sink + QJsonDocument::fromJson(file.bytes).isObject();
            }
        }));
        std::optional<Result<Catalogue, QList<Error>>> catalogue;
        loaded.add(timed([&] { catalogue = Catalogue::fromFiles(files, Lawbook::shareOut); }));
        if (!*catalogue) {
            qFatal("%s", qPrintable(catalogue->error().constFirst().detail));
        }
        sink = sink + (*catalogue)->editions().size();
    }
    table.bound(QStringLiteral("7,000 procedures loaded, beside their JSON parsed (%1 MB)").arg(bytes / 1'000'000), loaded.at(0.5), parsed.at(0.5), 150);
    return table.missed();
}

} // namespace motcua::bench
