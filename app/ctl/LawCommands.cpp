// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"
#include "app/ctl/FilledFile.h"
#include "models/base/VietnamTime.h"
#include "models/calendar/LunarCalendar.h"
#include "models/dossier/Intake.h"
#include "models/form/Typed.h"
#include "ui/messages/ReadingSentence.h"
#include "ui/messages/Sentence.h"

#include <QJsonArray>

#include <algorithm>
#include <optional>

namespace motcua::ctl {

namespace {

QDateTime now()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch());
}

/** A day as anybody writes it; null when it is none. */
QDate dayIn(const QString &typed)
{
    Field field;
    field.type = FieldType::Date;
    return QDate::fromString(normalised(field, typed, QDate(2099, 12, 31)), Qt::ISODate);
}

int lunar(Context &context)
{
    if (context.words().isEmpty()) {
        context.terminal().explain(QStringLiteral("Which day? For example: motcua-ctl calendar lunar 2026-02-17"));
        return Usage;
    }
    const QDate day = dayIn(context.words().join(u' '));
    if (!day.isValid()) {
        return context.terminal().fail({ErrorCode::Invalid, context.words().join(u' ')});
    }
    const Result<LunarDate> date = lunarDate(day);
    if (!date) {
        return context.terminal().fail(date.error(), lunarRangeSentence());
    }
    context.terminal().say(lunarSentence(day, *date));
    context.terminal().answer({{QStringLiteral("solar"), day.toString(Qt::ISODate)}, {QStringLiteral("day"), date->day},
        {QStringLiteral("month"), date->month}, {QStringLiteral("leap"), date->leap}, {QStringLiteral("year"), date->year}});
    return Done;
}

/** The limit that --limit and --unit state; nothing when they state none. */
std::optional<Limit> statedLimit(const Context &context)
{
    static const QMap<QString, Limit::Kind> units{{QStringLiteral("minute"), Limit::Kind::WorkingMinutes},
        {QStringLiteral("hour"), Limit::Kind::WorkingHours}, {QStringLiteral("working-day"), Limit::Kind::WorkingDays},
        {QStringLiteral("day"), Limit::Kind::CalendarDays}, {QStringLiteral("month"), Limit::Kind::Months}};
    bool number = false;
    const int count = context.options().value(QStringLiteral("limit")).toInt(&number);
    const auto unit = units.constFind(context.options().value(QStringLiteral("unit")));
    return number && unit != units.constEnd() ? std::optional(Limit{*unit, count, {}}) : std::nullopt;
}

Result<Procedure> procedureOf(const Context &context, const Lawbook &law, QDate day)
{
    return law.catalogue.procedure(context.options().value(QStringLiteral("procedure")), day);
}

/** The channel that --channel names, or the counter. Invalid for what is none. */
Result<int> channelOf(const Context &context)
{
    const QString said = context.options().value(QStringLiteral("channel"));
    const int channel = said.isEmpty() ? 1 : said.toInt();
    return channel >= 1 && channel <= 3 ? Result<int>(channel) : Error{ErrorCode::Invalid, QStringLiteral("--channel is 1, 2 or 3")};
}

/** What to say of a channel by which `procedure` is not received; nothing for one by which it is. */
std::optional<Error> channelError(const Procedure &procedure, int channel)
{
    if (procedure.channels.contains(channel)) {
        return {};
    }
    QStringList open;
    for (const int one : procedure.channels) {
        open.append(QString::number(one));
    }
    return Error{ErrorCode::Invalid,
        QStringLiteral("%1 is not received through channel %2, only through %3").arg(procedure.code).arg(channel).arg(open.join(QStringLiteral(", ")))};
}

/** The working days that --longer GROUND=DAYS adds; 0 without it. Invalid with the grounds there are. */
Result<int> longerDays(const Context &context, const StatedLimit &published)
{
    if (!context.options().isSet(QStringLiteral("longer"))) {
        return 0;
    }
    const QStringList said = context.options().value(QStringLiteral("longer")).split(u'=');
    if (const int days = said.constLast().toInt(); said.size() == 2 && published.allows(said.constFirst(), days)) {
        return days;
    }
    QStringList known;
    for (const LongerTerm &one : published.longer) {
        known.append(QStringLiteral("%1=1 to %1=%2").arg(one.id).arg(one.mostDays));
    }
    return Error{ErrorCode::Invalid,
        known.isEmpty() ? QStringLiteral("--longer: this limit cannot be made longer at the receipt")
                        : QStringLiteral("--longer must be one of: %1").arg(known.join(QStringLiteral(", ")))};
}

QString provisionalNote(const Promise &promise)
{
    return promise.provisional ? QStringLiteral("  provisional: the calendar of a year is not published yet") : QString();
}

int deadline(Context &context)
{
    const bool ofProcedure = context.options().isSet(QStringLiteral("procedure"));
    const std::optional<Limit> stated = statedLimit(context);
    const bool longerOfNothing = context.options().isSet(QStringLiteral("longer")) && !ofProcedure;
    if (!context.options().isSet(QStringLiteral("received")) || ofProcedure == stated.has_value() || longerOfNothing) {
        context.terminal().explain(QStringLiteral(
            "motcua-ctl deadline --received 2026-11-23T08:15 (--procedure CODE [--channel N] [--longer GROUND=DAYS] | --limit N --unit minute|hour|working-day|day|month)"));
        return Usage;
    }
    const QDateTime received = momentIn(context.options().value(QStringLiteral("received")));
    if (!received.isValid()) {
        return context.terminal().fail({ErrorCode::Invalid, QStringLiteral("--received is no time like 2026-11-23T08:15")});
    }
    const Result<int> channel = channelOf(context);
    if (!channel) {
        return context.terminal().fail(channel.error());
    }
    const Result<Lawbook> law = context.law();
    if (!law) {
        return context.terminal().fail(law.error());
    }
    Limit limit = stated.value_or(Limit());
    if (ofProcedure) {
        const Result<Procedure> procedure = procedureOf(context, *law, vietnamTime(received.toMSecsSinceEpoch()).date());
        if (!procedure) {
            return context.terminal().fail(procedure.error());
        }
        if (const auto closed = channelError(*procedure, *channel)) {
            return context.terminal().fail(*closed);
        }
        const StatedLimit published = procedure->limitFor(*channel);
        const Result<int> days = longerDays(context, published);
        if (!days) {
            return context.terminal().fail(days.error());
        }
        limit = published.longerBy(*days);
    }
    const Result<Promise> promise = promised(limit, received, law->catalogue.calendar());
    if (!promise) {
        return context.terminal().fail(promise.error());
    }
    context.terminal().say(QStringLiteral("%1  %2%3").arg(promise->dueAt.toString(Qt::ISODate), promise->rule, provisionalNote(*promise)));
    context.terminal().answer({{QStringLiteral("dueAt"), promise->dueAt.toString(Qt::ISODate)}, {QStringLiteral("rule"), promise->rule},
        {QStringLiteral("provisional"), promise->provisional}});
    return Done;
}

/** A procedure and a filled file for it. */
struct Case
{
    Lawbook law = {};
    Procedure procedure = {};
    FilledFile filled = {};
    QDateTime receivedAt = {};
};

/** The case that --procedure and the first word name, or the code to end with. */
Result<Case, int> caseOf(Context &context, const QString &command)
{
    if (context.words().isEmpty() || !context.options().isSet(QStringLiteral("procedure"))) {
        context.terminal().explain(QStringLiteral("motcua-ctl %1 --procedure CODE FILE.json [--received TIME] [--channel N]").arg(command));
        return int{Usage};
    }
    Result<Lawbook> law = context.law();
    if (!law) {
        return context.terminal().fail(law.error());
    }
    QDateTime received = now();
    if (context.options().isSet(QStringLiteral("received"))) {
        received = momentIn(context.options().value(QStringLiteral("received")));
        if (!received.isValid()) {
            return context.terminal().fail({ErrorCode::Invalid, QStringLiteral("--received is no time like 2026-11-23T08:15")});
        }
    }
    const Result<int> channel = channelOf(context);
    if (!channel) {
        return context.terminal().fail(channel.error());
    }
    const Result<QByteArray> bytes = bytesOf(context.words().constFirst());
    if (!bytes) {
        return context.terminal().fail(bytes.error());
    }
    // The file may say itself when it was received, and with that which edition it was written for.
    for (int look = 0; look < 2; ++look) {
        Result<Procedure> procedure = procedureOf(context, *law, vietnamTime(received.toMSecsSinceEpoch()).date());
        if (!procedure) {
            return context.terminal().fail(procedure.error());
        }
        Result<FilledFile> filled = readFilled(context.words().constFirst(), *bytes, *procedure, vietnamTime(received.toMSecsSinceEpoch()).date());
        if (!filled) {
            return context.terminal().fail(filled.error());
        }
        if (context.options().isSet(QStringLiteral("channel"))) {
            filled->channel = *channel;
        }
        const bool another = look == 0 && filled->receivedAt.isValid() && !context.options().isSet(QStringLiteral("received"));
        if (!another) {
            return Case{*std::move(law), *std::move(procedure), *std::move(filled), received};
        }
        received = filled->receivedAt;
    }
    return int{Failed};
}

QString labelOf(const Procedure &procedure, const QString &path)
{
    const Field *field = procedure.form().field(path);
    const FormSection *section = procedure.form().section(path);
    const RequiredPaper *paper = procedure.paper(path);
    return field ? field->label : section ? section->title : paper ? paper->name : path;
}

QJsonArray told(Context &context, const Procedure &procedure, const QList<Violation> &all, const QString &sign)
{
    QJsonArray array;
    for (const Violation &violation : all) {
        const QString words = sentence(violation, labelOf(procedure, violation.field));
        context.terminal().say(sign + QStringLiteral(" %1  %2").arg(violation.field, words));
        QJsonObject params;
        for (auto it = violation.params.cbegin(); it != violation.params.cend(); ++it) {
            params.insert(it.key(), *it);
        }
        array.append(QJsonObject{{QStringLiteral("field"), violation.field}, {QStringLiteral("code"), violationName(violation.code)},
            {QStringLiteral("params"), params}, {QStringLiteral("sentence"), words}});
    }
    return array;
}

int validate(Context &context)
{
    const Result<Case, int> read = caseOf(context, QStringLiteral("validate"));
    if (!read) {
        return read.error();
    }
    const Procedure &procedure = read->procedure;
    const QDate day = vietnamTime(read->receivedAt.toMSecsSinceEpoch()).date();
    const auto intake = Intake::from(
        procedure, read->filled.form, read->filled.papers, read->law.catalogue.calendar(), read->receivedAt, read->filled.channel, read->filled.longer);
    const FormDraft whole = procedure.checker.completed(read->filled.form, day);
    const Judgement judgement = procedure.checker.judge(whole, day);
    QJsonObject answer{{QStringLiteral("valid"), bool(intake)}, {QStringLiteral("edition"), procedure.edition}};
    answer.insert(QStringLiteral("violations"), told(context, procedure, intake ? QList<Violation>() : intake.error(), QStringLiteral("✗")));
    answer.insert(QStringLiteral("warnings"), told(context, procedure, judgement.warnings, QStringLiteral("!")));
    answer.insert(QStringLiteral("unanswered"), QJsonArray::fromStringList(judgement.unanswered));
    QJsonArray papers;
    const FormDraft filed = procedure.checker.filed(whole, day);
    for (const RequiredPaper &paper : procedure.papers) {
        if (paper.isNeeded(filed, day)) {
            papers.append(QJsonObject{{QStringLiteral("id"), paper.id}, {QStringLiteral("name"), paper.name},
                {QStringLiteral("originals"), paper.originalsFor(filed)}, {QStringLiteral("copies"), paper.copiesFor(filed)}});
        }
    }
    answer.insert(QStringLiteral("papers"), papers);
    if (intake) {
        answer.insert(QStringLiteral("dueAt"), intake->promise().dueAt.toString(Qt::ISODate));
        answer.insert(QStringLiteral("provisional"), intake->promise().provisional);
        // What nobody knows is not nothing.
        answer.insert(QStringLiteral("fee"), intake->fee().isComplete() ? QJsonValue(intake->fee().total().dong) : QJsonValue());
        context.terminal().say(QStringLiteral("nothing is missing; due %1%2").arg(intake->promise().dueAt.toString(Qt::ISODate), provisionalNote(intake->promise())));
    }
    context.terminal().answer(answer);
    return intake ? Done : BadInput;
}

QString worked(const FeeStep &step)
{
    switch (step.kind) {
    case FeeStep::Kind::Tier:
        return QStringLiteral("%1 %2 × %3 = %4").arg(step.count).arg(step.text, step.price.toString(), step.amount.toString());
    case FeeStep::Kind::Cap:
        return QStringLiteral("at most %1").arg(step.price.toString());
    case FeeStep::Kind::Reduction:
        return QStringLiteral("−%1 % of %2 = %3: %4").arg(step.count).arg(step.price.toString(), step.amount.toString(), step.text);
    }
    return {};
}

QString priced(const FeeLine &line)
{
    if (!line.isKnown) {
        return QStringLiteral("%1: the province sets it, and its price is not among the law files").arg(line.text);
    }
    if (!line.isCounted) {
        return QStringLiteral("%1: not counted, for the file does not say how many").arg(line.text);
    }
    return QStringLiteral("%1: %2 × %3 %4 = %5").arg(line.text, line.unitPrice.toString()).arg(line.quantity).arg(line.unit, line.amount.toString());
}

/** Whether what is paid hangs on this answer. */
bool isPriced(const Procedure &procedure, const QString &field)
{
    const auto asks = [&field](const std::optional<Condition> &when) { return when && when->asks().contains(field); };
    return std::any_of(procedure.fees.cbegin(), procedure.fees.cend(), [&](const FeeRule &rule) {
        return rule.quantityField == field || rule.tieredBy == field || asks(rule.when)
            || std::any_of(rule.reductions.cbegin(), rule.reductions.cend(), [&](const FeeReduction &one) { return asks(one.when); });
    });
}

int fee(Context &context)
{
    const Result<Case, int> read = caseOf(context, QStringLiteral("fee"));
    if (!read) {
        return read.error();
    }
    if (const auto closed = channelError(read->procedure, read->filled.channel)) {
        return context.terminal().fail(*closed);
    }
    const QDate day = vietnamTime(read->receivedAt.toMSecsSinceEpoch()).date();
    const FormDraft whole = read->procedure.checker.completed(read->filled.form, day);
    const Assessment assessment = Assessment::of(read->procedure.fees, read->procedure.checker.filed(whole, day), day, read->filled.channel);
    // A form need not be complete to be priced, but what the price is made of must be right.
    QList<Violation> wrong = read->procedure.checker.judge(whole, day).violations;
    wrong.removeIf([&read](const Violation &one) { return !isPriced(read->procedure, one.field); });
    QJsonArray violations = told(context, read->procedure, wrong, QStringLiteral("✗"));
    for (const FeeLine &line : assessment.lines) {
        context.terminal().say(priced(line));
        for (const FeeStep &step : line.steps) {
            context.terminal().say(QStringLiteral("    ") + worked(step));
        }
        context.terminal().say(QStringLiteral("    ") + line.mark);
    }
    const bool isSure = assessment.isComplete() && wrong.isEmpty();
    context.terminal().say(QStringLiteral("total %1%2").arg(assessment.total().toString(), isSure ? QString() : QStringLiteral(", and what is not known")));
    QJsonObject answer = assessment.toJson();
    answer.insert(QStringLiteral("complete"), isSure);
    answer.insert(QStringLiteral("violations"), violations);
    context.terminal().answer(answer);
    return isSure ? Done : BadInput;
}

} // namespace

QList<Command> lawCommands()
{
    return {
        {QStringLiteral("calendar lunar"), QStringLiteral("DATE"), QStringLiteral("the lunar date of a day from 1950 to 2099"), lunar},
        {QStringLiteral("deadline"),
            QStringLiteral("--received TIME (--procedure CODE [--channel N] [--longer GROUND=DAYS] | --limit N --unit minute|hour|working-day|day|month)"),
            QStringLiteral("when the result is due, and by which rule"), deadline},
        {QStringLiteral("validate"), QStringLiteral("--procedure CODE FILE.json [--received TIME] [--channel N]"),
            QStringLiteral("what keeps this dossier from being accepted, and which papers it needs; 0 when nothing does, else 6"), validate},
        {QStringLiteral("fee"), QStringLiteral("--procedure CODE FILE.json [--received TIME] [--channel N]"),
            QStringLiteral("what it costs, line by line with the working; 6 when a price is not known"), fee},
    };
}

} // namespace motcua::ctl
