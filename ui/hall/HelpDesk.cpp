// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hall/HelpDesk.h"

#include "app/security/Random.h"
#include "app/storage/Await.h"
#include "app/storage/HallWordQueries.h"
#include "app/storage/HouseQueries.h"
#include "models/base/VietnamTime.h"
#include "models/staff/Staff.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/MainWindow.h"

#include <QApplication>
#include <QDateTime>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int TickMs = 1000;

QString deskNumber(const QString &desk)
{
    return desk.section(u'/', -1).rightJustified(2, u'0');
}

QString clockTime(qint64 ms)
{
    return vietnamTime(ms).toString(u"HH:mm");
}

} // namespace

HelpDesk::HelpDesk(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_questions(new StripQuestion(window, this))
    , m_now([] { return QDateTime::currentMSecsSinceEpoch(); })
    , m_guest(std::make_unique<QObject>())
{
    m_ticks.setInterval(TickMs);
    connect(&m_ticks, &QTimer::timeout, this, &HelpDesk::update);
}

HelpDesk::~HelpDesk() = default;

void HelpDesk::begin(const Workplace &place)
{
    end();
    m_place = place;
}

void HelpDesk::end()
{
    m_questions->drop();
    m_ticks.stop();
    m_guest = std::make_unique<QObject>();
    m_place.reset();
    m_calls.clear();
    m_names.clear();
    m_mayAnswer = false;
    m_leftToOthers.clear();
    m_offeredMs.clear();
    m_toldComing.clear();
    m_toldUnanswered.clear();
    Q_EMIT quietChanged();
}

void HelpDesk::hear(const HallWord &word)
{
    if (!m_place || word.calls == m_calls) {
        return;
    }
    const auto knew = [this](const HelpCall &call) {
        return std::any_of(m_calls.cbegin(), m_calls.cend(), [&call](const HelpCall &one) { return one.id == call.id; });
    };
    const bool isAlarmed = std::any_of(word.calls.cbegin(), word.calls.cend(), [&](const HelpCall &one) { return one.silent && one.person != m_place->person && !knew(one); });
    m_calls = word.calls;
    learn([this, isAlarmed] {
        if (isAlarmed && m_mayAnswer) {
            QApplication::beep(); // also of whoever has hidden their window and is not far
        }
        m_calls.isEmpty() ? m_ticks.stop() : m_ticks.start();
        update();
        Q_EMIT quietChanged();
    });
}

// What was just recorded, before the hall tells it.
void HelpDesk::lookThen(const std::function<void()> &then)
{
    await(m_guest.get(), m_place->store.ask(storage::HallWordAt{QDateTime::currentMSecsSinceEpoch()}), [this, then](const Result<HallWord> &word) {
        if (word) {
            m_calls = word->calls;
            m_calls.isEmpty() ? m_ticks.stop() : m_ticks.start();
        }
        learn([this, then] {
            Q_EMIT quietChanged();
            then();
        });
    });
}

// Who may answer, and what they are called, as it is now.
void HelpDesk::learn(const std::function<void()> &then)
{
    await(m_guest.get(), m_place->store.ask(storage::StaffList{}), [this, then](const Result<QList<StaffMember>> &members) {
        if (members) {
            const Staff staff(m_place->store.rules().roles, *members);
            m_mayAnswer = staff.may(m_place->person, Right::SupervisorApprove);
            m_isAlone = true;
            for (const StaffMember &one : *members) {
                m_names.insert(one.id(), one.name());
                m_isAlone = m_isAlone && (one.id() == m_place->person || !staff.may(one.id(), Right::SupervisorApprove));
            }
        }
        then();
    });
}

QString HelpDesk::namesOf(const QList<Id> &people) const
{
    QStringList names;
    for (const Id &one : people) {
        names.append(m_names.value(one));
    }
    return names.join(QStringLiteral(", "));
}

const HelpCall *HelpDesk::own(bool silent) const
{
    const auto found = std::find_if(m_calls.cbegin(), m_calls.cend(), [&](const HelpCall &one) { return one.person == m_place->person && one.silent == silent; });
    return found == m_calls.cend() ? nullptr : &*found;
}

const HelpCall *HelpDesk::others() const
{
    const HelpCall *found = nullptr;
    for (const HelpCall &one : m_calls) {
        if (one.person != m_place->person && !m_leftToOthers.contains(one.id) && (!found || (one.silent && !found->silent))) {
            found = &one;
        }
    }
    return found;
}

QString HelpDesk::quietWords() const
{
    const HelpCall *alarm = m_place ? own(true) : nullptr;
    if (!alarm) {
        return {};
    }
    const QString sign = QStringLiteral("◈ ") + clockTime(alarm->atMs);
    return alarm->coming.isEmpty() ? sign : sign + QStringLiteral(" · ") + namesOf(alarm->coming);
}

void HelpDesk::update()
{
    if (!m_place) {
        return;
    }
    if (const HelpCall *mine = own(false)) {
        tellCaller(*mine);
    }
    offer();
}

void HelpDesk::tellCaller(const HelpCall &call)
{
    if (m_window->isLocked()) {
        return;
    }
    if (call.coming.size() > m_toldComing.value(call.id)) {
        m_window->tellBeside({Notice::Kind::Done, tr("%1 is coming to this desk.").arg(namesOf(call.coming.mid(m_toldComing.value(call.id)))), {}});
        m_toldComing.insert(call.id, call.coming.size());
    } else if (call.coming.isEmpty() && m_now() - call.atMs >= UnansweredMs && !m_toldUnanswered.contains(call.id)) {
        m_toldUnanswered.insert(call.id);
        m_window->tellBeside({Notice::Kind::Warning, tr("Nobody has answered the call of %1 yet. It stands, and whoever signs in sees it. Please telephone as well.").arg(clockTime(call.atMs)), {}});
    }
}

// Once, and again after a while for as long as nobody comes; never in the place of a question that is being answered.
void HelpDesk::offer()
{
    const HelpCall *call = m_mayAnswer ? others() : nullptr;
    if (!call || call->coming.contains(m_place->person) || m_window->isLocked() || m_window->isAskedNow()) {
        return;
    }
    const qint64 offered = m_offeredMs.value(call->id);
    if (offered != 0 && (!call->coming.isEmpty() || m_now() - offered < AgainMs)) {
        return;
    }
    m_offeredMs.insert(call->id, m_now());
    m_questions->offer(about(*call), answersTo(*call));
}

QString HelpDesk::about(const HelpCall &call) const
{
    const QString desk = deskNumber(call.desk);
    const QString said = call.silent ? tr("SILENT ALARM at desk %1 (%2, %3). Nobody there sees that you know.").arg(desk, m_names.value(call.person), clockTime(call.atMs))
                                     : tr("Desk %1 calls a supervisor (%2, %3).").arg(desk, m_names.value(call.person), clockTime(call.atMs));
    return call.coming.isEmpty() ? said : said + u' ' + tr("On the way: %1.").arg(namesOf(call.coming));
}

QList<StripQuestion::Choice> HelpDesk::answersTo(const HelpCall &call)
{
    QList<StripQuestion::Choice> choices;
    if (!call.coming.contains(m_place->person)) {
        choices.append({tr("I am coming"), [this, id = call.id, desk = deskNumber(call.desk)] { record(id, AnswerHelp{}, tr("Desk %1 sees that you are coming. %2 ends the call when it is settled.").arg(desk, m_window->keys().shown(KeyAct::CallSupervisor))); }});
    }
    choices.append({tr("It is settled"), [this, id = call.id, desk = deskNumber(call.desk)] { record(id, EndHelp{}, tr("The call of desk %1 is ended.").arg(desk)); }});
    choices.append({tr("Others see to it"), [this, id = call.id] { m_leftToOthers.insert(id); }});
    return choices;
}

void HelpDesk::call()
{
    if (!m_place) {
        return;
    }
    lookThen([this] {
        if (const HelpCall *mine = own(false)) {
            const QString said = mine->coming.isEmpty() ? tr("You called at %1. Nobody has answered yet.").arg(clockTime(mine->atMs))
                                                        : tr("You called at %1. On the way: %2.").arg(clockTime(mine->atMs), namesOf(mine->coming));
            m_questions->ask(said, {{tr("It is settled"), [this, id = mine->id] { record(id, EndHelp{}, tr("The call is taken back.")); }}, {tr("Let it stand"), [] {}}});
            return;
        }
        m_leftToOthers.clear(); // whoever presses the key wants to know of all
        if (const HelpCall *call = m_mayAnswer ? others() : nullptr) {
            QList<StripQuestion::Choice> choices = answersTo(*call);
            choices.append({tr("Call somebody to this desk"), [this] { raise(false); }});
            m_questions->ask(about(*call), choices);
            return;
        }
        raise(false);
    });
}

void HelpDesk::alarm()
{
    if (m_place && !own(true)) {
        raise(true);
    }
}

void HelpDesk::raise(bool silent)
{
    if (!silent && m_isAlone) {
        m_window->tell({Notice::Kind::Told, tr("Nobody else here leads the hall, so nobody was called. Nothing was changed. An administrator gives somebody that role."), {}});
        return;
    }
    const QString told = silent ? QString() : tr("A supervisor is called to this desk. You are told who comes. %1 takes it back.").arg(m_window->keys().shown(KeyAct::CallSupervisor));
    record(security::random::id(m_now()), CallHelp{silent}, told);
}

void HelpDesk::record(const Id &call, const ActKind &what, const QString &told)
{
    await(m_guest.get(), m_place->store.record(m_place->act(call, what)), [this, told](const Result<storage::Recorded> &kept) {
        if (!kept) {
            m_window->tellBeside({Notice::Kind::Danger, sentence(kept.error()).textWithCode(), {}});
            return;
        }
        if (!told.isEmpty()) {
            m_window->tell({Notice::Kind::Done, told, {}});
        }
        lookThen([] {});
    });
}

} // namespace motcua
