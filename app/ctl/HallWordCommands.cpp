// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/security/Random.h"
#include "app/storage/HallDayQueries.h"
#include "app/storage/HallWordQueries.h"
#include "models/base/VietnamTime.h"

#include <QDateTime>
#include <QJsonArray>

#include <functional>

namespace motcua::ctl {

namespace {

constexpr qint64 MinuteMs = 60'000;

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QString iso(qint64 ms)
{
    return vietnamTime(ms).toString(Qt::ISODate);
}

QJsonObject jsonOf(const HelpCall &call)
{
    return {{QStringLiteral("id"), call.id.toString()}, {QStringLiteral("desk"), call.desk}, {QStringLiteral("silent"), call.silent}, {QStringLiteral("at"), iso(call.atMs)},
        {QStringLiteral("coming"), call.coming.size()}};
}

QJsonObject jsonOf(const HallNotice &notice)
{
    return {{QStringLiteral("id"), notice.id.toString()}, {QStringLiteral("text"), notice.text}, {QStringLiteral("textEn"), notice.textEn},
        {QStringLiteral("closes"), notice.closes}, {QStringLiteral("at"), iso(notice.atMs)}, {QStringLiteral("until"), iso(notice.untilMs)}};
}

int kept(Context &context, const Workplace &place, const Id &subject, const ActKind &what, const QString &told)
{
    const Result<storage::Recorded> recorded = place.store.record(place.act(subject, what)).result();
    if (!recorded) {
        return context.terminal().fail(recorded.error());
    }
    context.terminal().say(told);
    context.terminal().answer({{QStringLiteral("id"), subject.toString()}});
    return Done;
}

int word(Context &context)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<HallWord> said = place->store.ask(storage::HallWordAt{nowMs()}).result();
    if (!said) {
        return context.terminal().fail(said.error());
    }
    QJsonArray calls;
    for (const HelpCall &one : said->calls) {
        context.terminal().say(QStringLiteral("%1  %2  desk %3  since %4, %5 on the way").arg(one.id.toString(), one.silent ? QStringLiteral("ALARM") : QStringLiteral("help"),
            one.desk, vietnamTime(one.atMs).toString(u"HH:mm")).arg(one.coming.size()));
        calls.append(jsonOf(one));
    }
    QJsonArray notices;
    for (const HallNotice &one : said->notices) {
        context.terminal().say(QStringLiteral("%1  %2  until %3  %4").arg(one.id.toString(), one.closes ? QStringLiteral("CLOSED") : QStringLiteral("notice"),
            vietnamTime(one.untilMs).toString(u"dd/MM HH:mm"), one.text));
        notices.append(jsonOf(one));
    }
    if (calls.isEmpty() && notices.isEmpty()) {
        context.terminal().say(QStringLiteral("Nobody calls for help, and nothing is told besides numbers."));
    }
    context.terminal().answer({{QStringLiteral("calls"), calls}, {QStringLiteral("notices"), notices}, {QStringLiteral("isClosed"), said->closing() != nullptr}});
    return Done;
}

int post(Context &context, bool closes)
{
    const QString minutes = context.options().value(QStringLiteral("minutes"));
    bool isNumber = true;
    const int standing = minutes.isEmpty() ? 0 : minutes.toInt(&isNumber);
    if (context.words().size() != 1 || !isNumber || standing < 0) {
        context.terminal().explain(QStringLiteral("motcua-ctl hall %1 TEXT [--english TEXT] [--minutes N] --person SUPERVISOR: without minutes until the end of the day")
                                       .arg(closes ? QStringLiteral("close") : QStringLiteral("tell")));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Right::SupervisorApprove);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const PostNotice notice{.text = context.words().constFirst(), .textEn = context.options().value(QStringLiteral("english")),
        .untilMs = standing == 0 ? 0 : nowMs() + standing * MinuteMs, .closes = closes};
    return kept(context, *place, security::random::id(nowMs()), notice,
        closes ? QStringLiteral("The hall is closed: nobody is called and no number is given.") : QStringLiteral("It is told to everybody in the hall."));
}

int reopen(Context &context)
{
    const Result<Workplace> place = context.enterWith(Right::SupervisorApprove);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<HallWord> said = place->store.ask(storage::HallWordAt{nowMs()}).result();
    if (!said) {
        return context.terminal().fail(said.error());
    }
    QList<Act> acts;
    for (const HallNotice &one : said->notices) {
        if (one.closes) {
            acts.append(place->act(one.id, WithdrawNotice{}));
        }
    }
    if (!acts.isEmpty()) {
        if (const Result<QList<storage::Recorded>> done = place->store.recordAll(acts).result(); !done) {
            return context.terminal().fail(done.error());
        }
    }
    context.terminal().say(acts.isEmpty() ? QStringLiteral("The hall was open already.") : QStringLiteral("The hall is open again."));
    context.terminal().answer({{QStringLiteral("withdrawn"), acts.size()}});
    return Done;
}

int help(Context &context)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const bool silent = context.options().isSet(QStringLiteral("silent"));
    return kept(context, *place, security::random::id(nowMs()), CallHelp{silent}, QStringLiteral("A supervisor is called to this desk."));
}

QJsonObject jsonOf(const Spread &spread)
{
    return {{QStringLiteral("count"), spread.count}, {QStringLiteral("medianMs"), spread.medianMs}, {QStringLiteral("nineTenthsMs"), spread.nineTenthsMs},
        {QStringLiteral("longestMs"), spread.longestMs}, {QStringLiteral("totalMs"), spread.totalMs}};
}

QJsonObject jsonOf(const HallDay::Line &line)
{
    return {{QStringLiteral("key"), line.key}, {QStringLiteral("drawn"), line.drawn}, {QStringLiteral("served"), line.served}, {QStringLiteral("missed"), line.missed},
        {QStringLiteral("wait"), jsonOf(line.wait)}, {QStringLiteral("walk"), jsonOf(line.walk)}, {QStringLiteral("serve"), jsonOf(line.serve)},
        {QStringLiteral("hold"), jsonOf(line.hold)}, {QStringLiteral("openMs"), line.openMs}, {QStringLiteral("breakMs"), line.breakMs},
        {QStringLiteral("backOfficeMs"), line.backOfficeMs}};
}

int figures(Context &context)
{
    const QString asked = context.options().value(QStringLiteral("day"));
    const QDate day = asked.isEmpty() ? vietnamTime(nowMs()).date() : QDate::fromString(asked, Qt::ISODate);
    if (!day.isValid()) {
        context.terminal().explain(QStringLiteral("motcua-ctl hall figures [--day 2026-11-23] --person NAME"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Right::ViewDashboard);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<storage::HallDayFigures::Told> told = place->store.ask(storage::HallDayFigures{day, nowMs()}).result();
    if (!told) {
        return context.terminal().fail(told.error());
    }
    QJsonObject json{{QStringLiteral("day"), day.toString(Qt::ISODate)}, {QStringLiteral("whole"), jsonOf(told->figures.whole)}};
    for (const auto &[by, name] : {std::pair(HallDay::By::Group, QStringLiteral("groups")), std::pair(HallDay::By::Hour, QStringLiteral("hours")),
             std::pair(HallDay::By::Desk, QStringLiteral("desks")), std::pair(HallDay::By::Officer, QStringLiteral("officers"))}) {
        QJsonArray lines;
        const QList<HallDay::Line> all = told->figures.lines.value(by);
        for (const HallDay::Line &line : all) {
            context.terminal().say(QStringLiteral("%1  %2  drawn %3, served %4, missed %5, wait %6 s, serving %7 s").arg(name, told->officers.value(line.key, line.key))
                                       .arg(line.drawn).arg(line.served).arg(line.missed).arg(line.wait.medianMs / 1000).arg(line.serve.medianMs / 1000));
            lines.append(jsonOf(line));
        }
        json.insert(name, lines);
    }
    context.terminal().answer(json);
    return Done;
}

/** One of hall word's lines, named by its id. */
std::function<int(Context &)> ofOne(const QString &name, const ActKind &what, const QString &told)
{
    return [name, what, told](Context &context) {
        const Id id = context.words().size() == 1 ? Id::fromString(context.words().constFirst()) : Id();
        if (id.isNull()) {
            context.terminal().explain(QStringLiteral("motcua-ctl %1 ID --person NAME: an id as hall word tells it").arg(name));
            return int(Usage);
        }
        const Result<Workplace> place = context.enter();
        return place ? kept(context, *place, id, what, told) : context.terminal().fail(place.error());
    };
}

} // namespace

QList<Command> hallWordCommands()
{
    const QString text = QStringLiteral("TEXT [--english TEXT] [--minutes N]");
    const QString id = QStringLiteral("ID");
    return {
        {QStringLiteral("hall word"), {}, QStringLiteral("which desks call for help, and what everybody in the hall is told"), word},
        {QStringLiteral("hall tell"), text, QStringLiteral("a notice on the board, at the kiosk and on the page for telephones"), [](Context &context) { return post(context, false); }},
        {QStringLiteral("hall close"), text, QStringLiteral("an emergency: nobody is called and no number is given until hall reopen"), [](Context &context) { return post(context, true); }},
        {QStringLiteral("hall reopen"), {}, QStringLiteral("the hall is open again"), reopen},
        {QStringLiteral("hall untell"), id, QStringLiteral("a notice is taken back"), ofOne(QStringLiteral("hall untell"), WithdrawNotice{}, QStringLiteral("It is told no more."))},
        {QStringLiteral("hall figures"), QStringLiteral("[--day DAY]"), QStringLiteral("how the hall worked on a day: by group, hour, desk and officer"), figures},
        {QStringLiteral("hall help"), QStringLiteral("[--silent]"), QStringLiteral("calls a supervisor to this desk"), help},
        {QStringLiteral("hall coming"), id, QStringLiteral("whoever called sees that you are coming"), ofOne(QStringLiteral("hall coming"), AnswerHelp{}, QStringLiteral("The desk sees that you are coming."))},
        {QStringLiteral("hall settled"), id, QStringLiteral("a call is over"), ofOne(QStringLiteral("hall settled"), EndHelp{}, QStringLiteral("The call is over."))},
    };
}

} // namespace motcua::ctl
