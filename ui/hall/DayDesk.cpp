// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hall/DayDesk.h"

#include "app/storage/Await.h"
#include "app/storage/HouseQueries.h"
#include "models/base/VietnamTime.h"
#include "ui/hall/DayWords.h"
#include "ui/hall/OpenDayPage.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/StripQuestion.h"

#include <QDateTime>

namespace motcua {

namespace {

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QByteArray todaysName()
{
    return vietnamTime(nowMs()).date().toString(Qt::ISODate).toLatin1();
}

} // namespace

DayDesk::DayDesk(MainWindow *window, StripQuestion *questions, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_questions(questions)
{
}

DayDesk::~DayDesk() = default;

void DayDesk::begin(const Workplace &place)
{
    m_place = place;
    m_guest = std::make_unique<QObject>();
    m_busy = false;
}

void DayDesk::end()
{
    m_guest.reset();
    m_place.reset();
}

bool DayDesk::isOwn(const Page *page) const
{
    return page && page == m_page;
}

QString DayDesk::skippedSetting() const
{
    return QStringLiteral("day.skipped.") + m_place->person.toString();
}

void DayDesk::offer(int leftOver, const std::function<bool()> &isFree)
{
    if (!m_place || !m_place->unit.isConfigured()) {
        return;
    }
    await(m_guest.get(), m_place->store.ask(storage::Setting{skippedSetting()}), [this, leftOver, isFree](const Result<std::optional<QByteArray>> &skipped) {
        if (!skipped || skipped->value_or(QByteArray()) == todaysName()) {
            return;
        }
        await(m_guest.get(), OpenDay(*m_place).look(nowMs()), [this, leftOver, isFree](const Result<DayFacts> &facts) {
            if (facts && !facts->wasOpened && isFree()) {
                show(*facts, leftOver);
            }
        });
    });
}

void DayDesk::show(const DayFacts &facts, int leftOver)
{
    if (!m_page) {
        m_page = new OpenDayPage(m_window);
        m_page->hide(); // until it is first shown it must not lie in the corner of the window
        connect(m_page, &OpenDayPage::opened, this, &DayDesk::open);
        connect(m_page, &OpenDayPage::listAsked, this, &DayDesk::listAsked);
    }
    m_page->setDay(dayHeading(facts), dayLines(facts, leftOver));
    m_window->show(m_page);
}

// Who skipped the page in the morning can still enter the money of the drawer.
void DayDesk::showAgain()
{
    await(m_guest.get(), OpenDay(*m_place).look(nowMs()), [this](const Result<DayFacts> &facts) {
        if (facts) {
            show(*facts, 0);
        } else {
            m_window->tell({Notice::Kind::Danger, sentence(facts.error()).textWithCode(), {}});
        }
    });
}

void DayDesk::skip()
{
    if (m_place) {
        (void)m_place->store.keepSetting(skippedSetting(), todaysName());
    }
}

void DayDesk::open(Money cash)
{
    await(m_guest.get(), OpenDay(*m_place).open(cash, nowMs()), [this](const Result<Shift> &shift) {
        m_page->setBusy(false);
        if (!shift) {
            m_window->tell({Notice::Kind::Danger, sentence(shift.error()).textWithCode(), {}});
            return;
        }
        Q_EMIT changed(*shift, {}, false);
        Q_EMIT opened({Notice::Kind::Done, tr("The desk is open."), {}});
    });
}

QString DayDesk::pauseWords(const std::optional<Shift> &shift)
{
    if (!shift || shift->state == ShiftState::Serving) {
        return {};
    }
    if (shift->state == ShiftState::BackOffice) {
        return tr("In the back office");
    }
    const qint64 until = shift->now().announcedMs;
    return until == 0 ? tr("On a break") : tr("On a break until %1").arg(vietnamTime(until).toString(u"HH:mm"));
}

void DayDesk::pause(const std::optional<Shift> &shift, const QString &onHold)
{
    if (!m_place || m_busy) {
        return;
    }
    if (!pauseWords(shift).isEmpty()) {
        serveAgain();
        return;
    }
    QList<StripQuestion::Choice> choices;
    if (!shift) {
        choices.append({tr("Open the day"), [this] { showAgain(); }});
    }
    for (const int minutes : {10, 15, 30}) {
        choices.append({tr("%n minute(s)", nullptr, minutes), [this, minutes] { goOnBreak(nowMs() + minutes * 60'000LL); }});
    }
    choices.append({tr("Back office"), [this] { goToBackOffice(); }});
    choices.append({tr("Hand over the shift"), [this] { Q_EMIT handOverAsked(); }});
    if (shift) {
        choices.append({tr("Close the desk"), [this] { close(); }});
    }
    const QString question = tr("How long is the break?");
    m_questions->ask(onHold.isEmpty() ? question : question + u' ' + tr("On hold meanwhile: %1.").arg(onHold), choices);
}

void DayDesk::goOnBreak(qint64 untilMs, const QList<Act> &along)
{
    step(ShiftState::OnBreak, untilMs, tr("On a break until %1. The same key ends it.").arg(vietnamTime(untilMs).toString(u"HH:mm")), along);
}

void DayDesk::goToBackOffice(const QList<Act> &along)
{
    step(ShiftState::BackOffice, 0, tr("In the back office. Nobody is called here. The same key ends it."), along);
}

void DayDesk::close(const QList<Act> &along)
{
    step(ShiftState::Closed, 0, tr("The desk is closed for today."), along);
}

void DayDesk::serveAgain()
{
    step(ShiftState::Serving, 0, tr("The desk serves again."));
}

void DayDesk::step(ShiftState to, qint64 untilMs, const QString &told, const QList<Act> &along)
{
    if (!m_place || m_busy) {
        return;
    }
    m_busy = true;
    await(m_guest.get(), OpenDay(*m_place).step(to, untilMs, nowMs(), along), [this, told, isAlone = along.isEmpty()](const Result<Shift> &shift) {
        m_busy = false;
        if (!shift) {
            m_window->tell({Notice::Kind::Danger, sentence(shift.error()).textWithCode(), {}});
            Q_EMIT refused();
            return;
        }
        Q_EMIT changed(*shift, told, isAlone);
    });
}

} // namespace motcua
