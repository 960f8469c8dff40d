// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/Morning.h"

#include "app/security/Random.h"
#include "app/storage/HouseQueries.h"
#include "app/training/Seed.h"
#include "models/base/VietnamTime.h"
#include "models/story/StoriesReader.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace motcua::training {

namespace {

const QString MorningSetting = QStringLiteral("training.morning"); // {"day", "tickets": {ticket: story}, "laid": bool}
const QString Transfer = QStringLiteral("transfer"); // events of the transitions table
const QString Ready = QStringLiteral("result_ready");
const QString Supplement = QStringLiteral("request_supplement");

constexpr int MinutesApart = 4; // between two tickets, at most twice as many
constexpr quint64 PeopleSeed = 7; // not those of the seed
constexpr int MostDaysBack = 40;
const QTime Received(9, 0); // before every mark of the day

quint64 mixed(quint64 value)
{
    // The step of splitmix64 (Steele, Lea, Flood 2014).
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

QJsonObject morningOf(const Workplace &place, QDate day)
{
    const Result<std::optional<QByteArray>> kept = place.store.ask(storage::Setting{MorningSetting}).result();
    const QJsonObject morning = kept ? QJsonDocument::fromJson(kept->value_or(QByteArray())).object() : QJsonObject();
    return morning.value(u"day").toString() == day.toString(Qt::ISODate) ? morning : QJsonObject();
}

/** One morning while it is thought up; nothing is written before all of it is. */
class Making
{
public:
    Making(const Workplace &place, const MorningWish &wish)
        : m_place(place)
        , m_wish(wish)
        , m_today(wish.now.date())
        , m_people(mixed(wish.seed) % 1'000'000)
    {
    }

    /** A dossier that was promised for `due` (overdue: before today), brought to where `events` lead; its applicant is `name` where one is given. */
    [[nodiscard]] Result<> dossier(const QString &procedure, bool overdue, const QStringList &events, const QString &name = {});
    /** One that came within the last hour. */
    [[nodiscard]] Result<> ofToday(const QString &procedure, int minutesAgo);
    [[nodiscard]] Result<> draft(const QString &procedure);
    Id ticket(const Story &story, int minutesAgo);

    [[nodiscard]] const QList<Act> &acts() const { return m_acts; }
    [[nodiscard]] const QList<storage::Draft> &drafts() const { return m_drafts; }
    [[nodiscard]] const MorningFilled &filled() const { return m_filled; }

private:
    [[nodiscard]] Result<Intake> intake(const QString &procedure, const QDateTime &receivedAt, const QString &name);
    [[nodiscard]] Result<Intake> promised(const QString &procedure, bool overdue, const QString &name);
    void accept(const Intake &intake, const QStringList &events);
    [[nodiscard]] const WorkingCalendar &calendar() const { return m_place.law.catalogue.calendar(); }

    const Workplace &m_place;
    const MorningWish &m_wish;
    QDate m_today;
    quint64 m_people = 0; ///< the next of the invented people
    QList<Act> m_acts;
    QList<storage::Draft> m_drafts;
    MorningFilled m_filled;
};

Result<Intake> Making::intake(const QString &code, const QDateTime &receivedAt, const QString &name)
{
    const Result<Procedure> procedure = m_place.law.catalogue.procedure(code, receivedAt.date());
    if (!procedure) {
        return procedure.error();
    }
    FormDraft form = inventedForm(*procedure, PeopleSeed, m_people, receivedAt.date());
    if (const QString field = procedure->roles().value(QStringLiteral("applicant.name")); !name.isEmpty() && !field.isEmpty()) {
        form.set(field, FieldValue::given(name));
    }
    const auto made = Intake::from(*procedure, form, inventedPapers(*procedure, form, receivedAt.date()), calendar(), receivedAt);
    if (!made) {
        const Violation &first = made.error().constFirst();
        return Error{ErrorCode::Invalid, code + u' ' + first.field + u' ' + violationName(first.code)};
    }
    return *made;
}

// The latest day on which it would have been promised so.
Result<Intake> Making::promised(const QString &code, bool overdue, const QString &name)
{
    const Result<QDate> next = calendar().nextWorkingDay(m_today);
    const QDate wanted = calendar().isWorkingDay(m_today) || !next ? m_today : *next;
    for (int back = 1; back <= MostDaysBack; ++back) {
        const QDate day = m_today.addDays(-back);
        if (!calendar().covers(day) || !calendar().isWorkingDay(day)) {
            continue;
        }
        const Result<Intake> made = intake(code, vietnamTime(day, Received), name);
        if (!made) {
            return made.error();
        }
        const QDate due = made->promise().dueAt.date();
        if (overdue ? due < m_today : due <= wanted) {
            return made;
        }
    }
    return Error{ErrorCode::NotFound, QStringLiteral("no day of the calendar leads to such a promise")};
}

void Making::accept(const Intake &intake, const QStringList &events)
{
    const Id id = security::random::id(intake.receivedAt().toMSecsSinceEpoch());
    m_acts.append(m_place.act(id, AcceptDossier{.intake = intake, .competentUnit = {}}));
    for (const QString &event : events) {
        StepDossier step{.event = event};
        if (const std::optional<StatusStep> known = m_place.law.transitions.step(DossierStatus::Processing, event); known && known->asks()) {
            step.reason = QStringLiteral("Giấy tờ kèm theo chưa rõ, đề nghị bổ sung (tập huấn).");
            const QList<Paper> &papers = intake.papers().papers();
            step.asked = {{.paper = papers.isEmpty() ? QString() : papers.constFirst().id,
                .name = papers.isEmpty() ? QStringLiteral("Tờ khai") : papers.constFirst().name,
                .reason = QStringLiteral("chữ ký chưa rõ"),
                .originals = 1}};
        }
        m_acts.append(m_place.act(id, step));
    }
    ++m_people;
    ++m_filled.dossiers;
}

Result<> Making::dossier(const QString &procedure, bool overdue, const QStringList &events, const QString &name)
{
    const Result<Intake> made = promised(procedure, overdue, name);
    if (!made) {
        return made.error();
    }
    accept(*made, events);
    return {};
}

Result<> Making::ofToday(const QString &procedure, int minutesAgo)
{
    const QDateTime startOfDay = vietnamTime(m_today, QTime(0, 0));
    const Result<Intake> made = intake(procedure, std::max(startOfDay, m_wish.now.addSecs(-60 * minutesAgo)), {});
    if (!made) {
        return made.error();
    }
    accept(*made, {});
    return {};
}

Result<> Making::draft(const QString &code)
{
    const Result<Procedure> procedure = m_place.law.catalogue.procedure(code, m_today);
    if (!procedure) {
        return procedure.error();
    }
    FormDraft form = inventedForm(*procedure, PeopleSeed, m_people++, m_today);
    // It was left in the middle: half of what is asked is answered.
    const QMap<QString, FieldValue> all = form.values();
    FormDraft half = procedure->form().blank();
    qsizetype place = 0;
    for (auto it = all.cbegin(); it != all.cend() && place < (all.size() + 1) / 2; ++it, ++place) {
        half.set(it.key(), it.value());
    }
    if (const QString name = procedure->roles().value(QStringLiteral("applicant.name")); !name.isEmpty()) {
        half.set(name, form.value(name));
    }
    const QJsonObject json{{QStringLiteral("fields"), half.toJson()}, {QStringLiteral("papers"), PaperSet::of(*procedure).toJson()}};
    const qint64 at = m_wish.now.addDays(-1).toMSecsSinceEpoch();
    m_drafts.append({.id = security::random::id(at), .person = m_place.person, .visit = security::random::id(at), .procedure = procedure->code,
        .edition = procedure->edition, .form = QJsonDocument(json).toJson(QJsonDocument::Compact), .updatedMs = at});
    ++m_filled.drafts;
    return {};
}

Id Making::ticket(const Story &story, int minutesAgo)
{
    const qint64 midnight = vietnamTime(m_today, QTime(0, 0)).toMSecsSinceEpoch();
    const qint64 at = std::max(midnight, m_wish.now.toMSecsSinceEpoch() - qint64{minutesAgo} * 60'000);
    const Id id = security::random::id(at);
    Act act = m_place.act(id, IssueTicket{.group = story.group, .aheadMinutes = m_place.law.hall.aheadMinutes(story.needs), .number = {}});
    act.receiptMs = at;
    m_acts.append(act);
    ++m_filled.tickets;
    return id;
}

/** What lies on the desk in the morning whoever comes: of procedures that take days, and of those that take one. */
Result<> layOut(Making &making, const QList<Procedure> &inForce)
{
    QStringList ofDays;
    QStringList ofOne;
    for (const Procedure &procedure : inForce) {
        (procedure.limit.kind == Limit::Kind::SameDay ? ofOne : ofDays).append(procedure.code);
    }
    QList<Result<>> all;
    for (const QString &code : std::as_const(ofDays)) {
        all += {making.dossier(code, true, {Transfer}), making.dossier(code, false, {Transfer}), making.dossier(code, false, {Transfer, Supplement}),
            making.dossier(code, false, {Transfer, Ready}), making.draft(code)};
    }
    int minutesAgo = 20;
    for (const QString &code : std::as_const(ofOne)) {
        all += {making.dossier(code, true, {Transfer, Ready}), making.ofToday(code, minutesAgo)};
        minutesAgo += 15;
    }
    const auto wrong = std::find_if(all.cbegin(), all.cend(), [](const Result<> &one) { return !one; });
    return wrong == all.cend() ? Result<>() : Result<>(wrong->error());
}

} // namespace

Result<QList<Story>> storiesIn(const QString &resources)
{
    const Result<QList<SourceFile>> files = Lawbook::filesIn(resources, QStringLiteral("training/stories"));
    if (!files) {
        return files.error();
    }
    QList<Story> stories;
    for (const SourceFile &file : *files) {
        const Result<QList<Story>, QList<Error>> read = readStories(file);
        if (!read) {
            return read.error().constFirst();
        }
        stories.append(*read);
    }
    return stories;
}

Result<QMap<Id, QString>> peopleOf(const Workplace &place, QDate day)
{
    if (!place.isTraining()) {
        return Error{ErrorCode::NotAllowed, QStringLiteral("nobody is invented in a store that is not for training")};
    }
    QMap<Id, QString> people;
    const QJsonObject tickets = morningOf(place, day).value(u"tickets").toObject();
    for (auto it = tickets.begin(); it != tickets.end(); ++it) {
        people.insert(Id::fromString(it.key()), it->toString());
    }
    return people;
}

Result<MorningFilled> fillMorning(const Workplace &place, const QList<Story> &stories, const MorningWish &wish)
{
    if (!place.isTraining()) {
        return Error{ErrorCode::NotAllowed, QStringLiteral("a morning of practice is only for a training store")};
    }
    if (wish.tickets < 1 || wish.tickets > stories.size()) {
        return Error{ErrorCode::Invalid, QStringLiteral("1 to %1 tickets").arg(stories.size())};
    }
    const QDate today = wish.now.date();
    QJsonObject morning = morningOf(place, today);
    Making making(place, wish);
    const bool isLaid = morning.value(u"laid").toBool();
    if (!isLaid) {
        if (const Result<> laid = layOut(making, place.law.catalogue.procedures(today)); !laid) {
            return laid.error();
        }
    }
    QList<Story> order = stories;
    quint64 dice = mixed(wish.seed);
    for (qsizetype left = order.size(); left > 1; --left) {
        order.swapItemsAt(left - 1, static_cast<qsizetype>(dice % static_cast<quint64>(left)));
        dice = mixed(dice);
    }
    QJsonObject tickets = morning.value(u"tickets").toObject();
    QList<std::pair<Id, QStringList>> needs;
    // The first has waited longest.
    int ago = MinutesApart * wish.tickets;
    for (const Story &story : order.mid(0, wish.tickets)) {
        if (!story.collects.isEmpty()) {
            const Result<> collected = making.dossier(story.collects, false, {Transfer, Ready},
                story.forAnother ? story.applicant : story.name);
            if (!collected) {
                return collected.error();
            }
        }
        const Id ticket = making.ticket(story, ago + static_cast<int>(dice % MinutesApart));
        dice = mixed(dice);
        ago -= MinutesApart;
        tickets.insert(ticket.toString(), story.id);
        needs.append({ticket, story.needs});
    }
    morning = {{QStringLiteral("day"), today.toString(Qt::ISODate)}, {QStringLiteral("tickets"), tickets}, {QStringLiteral("laid"), isLaid}};
    // Whoever is called is known: what tells of them is there before their tickets are.
    if (const Result<> kept = place.store.keepSetting(MorningSetting, QJsonDocument(morning).toJson(QJsonDocument::Compact)).result(); !kept) {
        return kept.error();
    }
    for (const auto &[ticket, told] : needs) {
        if (const Result<> kept = place.store.keepNeeds(ticket, today, told).result(); !kept) {
            return kept.error();
        }
    }
    if (const Result<QList<storage::Recorded>> recorded = place.store.recordAll(making.acts()).result(); !recorded) {
        return recorded.error();
    }
    morning.insert(QStringLiteral("laid"), true);
    if (const Result<> kept = place.store.keepSetting(MorningSetting, QJsonDocument(morning).toJson(QJsonDocument::Compact)).result(); !kept) {
        return kept.error();
    }
    for (const storage::Draft &draft : making.drafts()) {
        if (const Result<> kept = place.store.keepDraft(draft).result(); !kept) {
            return kept.error();
        }
    }
    return making.filled();
}

} // namespace motcua::training
