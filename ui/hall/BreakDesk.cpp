// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hall/BreakDesk.h"

#include "app/storage/Await.h"
#include "app/workflows/FileDossier.h"
#include "models/base/VietnamTime.h"
#include "models/ticket/DeskHours.h"
#include "ui/hall/BreakPage.h"
#include "ui/hall/DayDesk.h"
#include "ui/hall/ShiftHandOverPage.h"
#include "ui/itemmodels/WorklistWords.h"
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/HallTime.h"
#include "ui/shell/MainWindow.h"

#include <QDateTime>
#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype MostLines = 5; // of one kind; how many there are stands beside its name

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

/** "Desk 4" of "H26.31.05/4". */
QString deskWords(const QString &desk)
{
    return BreakDesk::tr("Desk %1").arg(desk.section(u'/', 1));
}

HandedOver part(const QString &title, const QString &nothing, const QStringList &lines)
{
    return {title, static_cast<int>(lines.size()), lines.mid(0, MostLines), nothing};
}

QStringList dossierWords(const QList<storage::DossierSummary> &dossiers)
{
    QStringList words;
    for (const storage::DossierSummary &one : dossiers) {
        words.append(worklistwords::shortCode(one.code) + QStringLiteral(" · ") + one.name);
    }
    return words;
}

} // namespace

BreakDesk::BreakDesk(MainWindow *window, DayDesk *day, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_day(day)
{
    connect(m_day, &DayDesk::handOverAsked, this, &BreakDesk::showHandOver);
    connect(m_day, &DayDesk::refused, this, [this] {
        if (m_break) {
            m_break->setBusy(false);
        }
    });
}

BreakDesk::~BreakDesk() = default;

void BreakDesk::begin(const Workplace &place)
{
    m_place = place;
    m_guest = std::make_unique<QObject>();
}

void BreakDesk::end()
{
    leave();
    m_guest.reset();
    m_place.reset();
    m_inBreak = {};
    m_inHand = {};
    m_handing = false;
}

bool BreakDesk::isOwn(const Page *page) const
{
    return page && (page == m_break || page == m_handOver);
}

void BreakDesk::leave()
{
    if (m_handOver) {
        m_handOver->forget();
    }
}

void BreakDesk::tell(const Error &error)
{
    m_window->tell({Notice::Kind::Danger, sentence(error).textWithCode(), {}});
}

void BreakDesk::pause(const std::optional<Shift> &shift, const QString &onHold)
{
    if (!m_place) {
        return;
    }
    if (!DayDesk::pauseWords(shift).isEmpty()) {
        m_day->pause(shift, onHold); // it ends
        return;
    }
    await(m_guest.get(), ShiftHandOver(*m_place).look(nowMs(), false), [this, shift, onHold](const Result<ShiftInHand> &inHand) {
        if (!inHand) {
            tell(inHand.error());
        } else if (inHand->isEmpty()) {
            m_day->pause(shift, onHold);
        } else {
            showBreak(*inHand, shift.has_value());
        }
    });
}

QString BreakDesk::formWords(const storage::Draft &draft) const
{
    const Result<Procedure> procedure = m_place->law.catalogue.edition(draft.procedure, draft.edition);
    if (!procedure) {
        return draft.procedure;
    }
    const QString name = FileDossier::answersOf(draft).text(procedure->roles().value(QStringLiteral("applicant.name")));
    const QString title = Language::label(procedure->name, procedure->nameEn);
    return name.isEmpty() ? title : title + QStringLiteral(" · ") + name;
}

QStringList BreakDesk::formWords(const QList<storage::Draft> &drafts) const
{
    QStringList words;
    for (const storage::Draft &draft : drafts) {
        words.append(formWords(draft));
    }
    return words;
}

QString BreakDesk::heldWords(const HeldTicket &one) const
{
    const TicketInterval now = one.ticket.now();
    const QStringList words = QStringList{one.ticket.number, m_placeWords(now.place), shownMinutes(now.fromMs, nowMs())} + formWords(one.forms);
    return words.join(QStringLiteral(" · "));
}

void BreakDesk::showBreak(const ShiftInHand &inHand, bool mayClose)
{
    if (!m_break) {
        m_break = new BreakPage(m_window);
        m_break->hide(); // until it is first shown it must not lie in the corner of the window
        connect(m_break, &BreakPage::chosen, this, &BreakDesk::take);
        connect(m_break, &BreakPage::handOverAsked, this, &BreakDesk::showHandOver);
    }
    m_inBreak = inHand;
    const QDateTime now = vietnamTime(nowMs());
    const WorkingCalendar calendar = m_place->law.catalogue.calendar().forDesk(QString::fromUtf8(m_place->unit.desk()));
    BreakFacts facts{.drafts = formWords(inHand.drafts),
        .now = now.time(),
        .backAt = breakEnd(calendar.sessions(now.date()), now.time()),
        .mayClose = mayClose};
    for (const HeldTicket &one : inHand.held) {
        facts.held.append({one.ticket.number, m_placeWords(one.ticket.now().place), shownMinutes(one.ticket.now().fromMs, nowMs()), formWords(one.forms)});
    }
    for (const QString &desk : inHand.desks) {
        facts.desks.append(deskWords(desk));
    }
    m_break->setFacts(facts);
    m_window->show(m_break);
}

void BreakDesk::take(const BreakChoice &choice)
{
    QList<Act> along;
    for (qsizetype row = 0; row < choice.fates.size() && row < m_inBreak.held.size(); ++row) {
        if (choice.fates.at(row) != BreakChoice::Stays) {
            along.append(ShiftHandOver(*m_place).sent(m_inBreak.held.at(row).ticket.id, m_inBreak.desks.value(choice.fates.at(row))));
        }
    }
    switch (choice.kind) {
    case BreakChoice::Kind::Break:
        m_day->goOnBreak(vietnamTime(vietnamTime(nowMs()).date(), choice.backAt).toMSecsSinceEpoch(), along);
        break;
    case BreakChoice::Kind::BackOffice:
        m_day->goToBackOffice(along);
        break;
    case BreakChoice::Kind::Close:
        m_day->close(along);
        break;
    }
}

void BreakDesk::showHandOver()
{
    if (!m_place || !m_door || m_handing) {
        return;
    }
    await(m_guest.get(), ShiftHandOver(*m_place).look(nowMs(), true), [this](const Result<ShiftInHand> &inHand) {
        if (!inHand) {
            tell(inHand.error());
            return;
        }
        if (m_handing) {
            return; // what the colleague signs stays as they saw it
        }
        if (!m_handOver) {
            m_handOver = new ShiftHandOverPage(m_window);
            m_handOver->hide(); // until it is first shown it must not lie in the corner of the window
            connect(m_handOver, &ShiftHandOverPage::signedBy, this, &BreakDesk::takeOver);
        }
        m_handOver->forget();
        fillHandOver(*inHand);
        m_window->show(m_handOver);
    });
}

// What stood against it may be somebody on hold whom another desk went on with.
void BreakDesk::lookAgain()
{
    await(m_guest.get(), ShiftHandOver(*m_place).look(nowMs(), true), [this](const Result<ShiftInHand> &inHand) {
        if (inHand && m_window->page() == m_handOver && !m_handOver->isBusy()) {
            fillHandOver(*inHand);
        }
    });
}

void BreakDesk::fillHandOver(const ShiftInHand &inHand)
{
    m_inHand = inHand;
    QStringList held;
    for (const HeldTicket &one : inHand.held) {
        held.append(heldWords(one));
    }
    QStringList names;
    for (const Colleague &one : inHand.colleagues) {
        names.append(one.name);
    }
    m_handOver->setFacts(m_place->personName,
        {part(tr("Tickets on hold"), tr("Nobody is on hold."), held), part(tr("Forms not filed"), tr("No form is begun."), formWords(inHand.drafts)),
            part(tr("Originals held"), tr("No originals lie here."), dossierWords(inHand.originals)),
            part(tr("Results to hand over"), tr("No result waits here."), dossierWords(inHand.results)),
            part(tr("Money"), tr("The program does not keep the drawer yet: count it together and write it down."), {})},
        names);
}

// Four digits less are no PIN, and a password of digits alone is chosen by nobody.
void BreakDesk::takeOver(const QString &name, const QString &secret)
{
    if (m_handing) {
        return;
    }
    m_handing = true;
    const bool isDigits = !secret.isEmpty() && std::all_of(secret.cbegin(), secret.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const auto letIn = [this](const QFuture<Result<SignedInPerson>> &answer) {
        await(m_guest.get(), answer, [this](const Result<SignedInPerson> &next) {
            if (next) {
                record(*next);
            } else {
                refuse(next.error());
            }
        });
    };
    if (!isDigits) {
        letIn(m_door->withPassword(name, secret));
        return;
    }
    await(m_guest.get(), m_door->pinAvailable(name), [this, letIn, name, secret](bool hasPin) {
        letIn(hasPin ? m_door->withPin(name, secret) : m_door->withPassword(name, secret));
    });
}

void BreakDesk::refuse(const Error &error)
{
    m_handing = false;
    m_handOver->refuse(error);
}

void BreakDesk::record(const SignedInPerson &next)
{
    await(m_guest.get(), ShiftHandOver(*m_place).handOver(next.place.person, m_inHand, nowMs()), [this, next](const Result<Shift> &shift) {
        if (!shift) {
            next.session->shut(); // they were let in for nothing
            refuse(shift.error());
            lookAgain();
            return;
        }
        QStringList parts{tr("%1 handed the shift to you.").arg(m_place->personName)};
        if (!m_inHand.held.isEmpty()) {
            parts.append(tr("%n ticket(s) on hold are yours.", nullptr, static_cast<int>(m_inHand.held.size())));
        }
        if (m_inHand.formCount() > 0) {
            parts.append(tr("%n form(s) wait under \"My drafts\".", nullptr, m_inHand.formCount()));
        }
        // Behind this answer, which belongs to whoever is signed out by it.
        QTimer::singleShot(0, this, [this, guest = QPointer<QObject>(m_guest.get()), next, told = parts.join(u' ')] {
            if (guest) {
                Q_EMIT handedOver(next, told);
            } else {
                next.session->shut(); // whoever handed over has signed out already: the colleague comes in by the door
            }
        });
    });
}

} // namespace motcua
