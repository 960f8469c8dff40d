// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/Hall.h"
#include "app/workflows/Workplace.h"
#include "models/dossier/PaperSet.h"
#include "models/visit/Visit.h"

#include <QObject>

#include <functional>
#include <optional>

namespace motcua {

/**
 * One citizen after another at this desk: from the call of a ticket, or from somebody who comes without one, to the end of the turn.
 *
 * The turn and the visit it is are written in one transaction. What is in hand is kept on this machine, so after a crash the turn goes on.
 * Every verb is answered by changed() or failed(); while one is on its way (isBusy) others are ignored, so a key pressed twice acts once.
 */
class ServeVisit : public QObject
{
    Q_OBJECT

public:
    enum class Turn {
        None,
        Called, ///< a number is shown, nobody is here yet
        Serving,
    };

    /** `hall` outlives this object. */
    ServeVisit(const Workplace &place, Hall *hall, QObject *parent = nullptr);

    [[nodiscard]] Turn turn() const { return m_turn; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /** takeUp() is not answered yet: nobody knows whose turn it is. */
    [[nodiscard]] bool isTakingUp() const { return m_takingUp; }
    /** Of the turn; none for somebody who came without one. */
    [[nodiscard]] const std::optional<Ticket> &ticket() const { return m_ticket; }
    /** While Serving. */
    [[nodiscard]] const Visit &visit() const { return m_visit; }
    /** What the next call would be refused for: who is in hand has to be finished or put on hold first. */
    [[nodiscard]] bool mayCall() const { return m_turn == Turn::None; }

    /** The visit that waits with a ticket on hold, in what OpenParts answered; none where it was put on hold at another desk. */
    [[nodiscard]] static std::optional<Visit> heldVisit(const QMap<QString, QByteArray> &parts, const Id &ticket)
    {
        return visitIn(parts.value(heldPart(ticket)));
    }

    /** The place of a hold on which nobody sent the citizen: the officer left the desk. */
    static const QString OfficerAway;

    /**
     * Takes up what was in hand when the program ended. `then` is called when that is known, whatever came of it.
     *
     * Whom another officer left behind at this very desk is put on hold for whoever resumes them, or waits again if they were only called.
     */
    void takeUp(const std::function<void()> &then);

    /** The officer leaves the desk: who has a ticket is put aside with their visit, and nothing tells of it any more. */
    void stepAway();

    /** What the hall showed while nothing was done here: a ticket that another desk moved is not in hand any more. */
    void see(const HallView &view);
    /** Changes with everything done here: what was seen before is older. */
    [[nodiscard]] int age() const { return m_age; }

    void callNext();
    /** This very one: on the list of those who wait or did not come, or back from a hold. */
    void call(const Id &ticket);
    /** Called → Called. */
    void recall();
    /** Called → Serving. */
    void begin();
    /** Called → None: nobody came. */
    void missed();
    /** Called or Serving → None. `place` is one of HallRules::holdPlaces. */
    void hold(const QString &place, const QString &reason = {});
    /** None → Serving: back from a hold, with the visit as it was. */
    void resume(const Id &ticket);
    /** Called or Serving → None: waits for another group or desk, with the time waited so far. */
    void transfer(const QString &group, const QString &desk = {}, const QString &reason = {});
    /** Called or Serving → None: back among those who wait, with the time waited so far. */
    void putBack();

    /** None → Serving: whose turn is over is back, or it was ended too early. The forms left over from `visit` are taken along. */
    void bringBack(const Id &ticket, const Visit &visit);

    /** None → Serving, without a ticket. Who is there without one leaves by it: the next is served. With `envelope` nobody is here: it came by post. */
    void serveWithoutTicket(const std::optional<Envelope> &envelope = {});
    /** What is said of the envelope, or that there is none after all. Ignored while nobody is served, and for who has a ticket. */
    void cameByPost(const std::optional<Envelope> &envelope);
    /** Serving → None: nobody was there, serveWithoutTicket() was a slip of the finger. Ignored once a dossier is begun. */
    void takeBack();
    /** Serving → None. What came of it is told by the dossiers; without any, the citizen was guided or left. */
    void finish(bool guidanceOnly = false);

    /** The dossiers of the turn, as they are begun, filed and given up. Ignored while nobody is served. */
    /** A dossier of the turn that is taken with another procedure has changed to it. */
    void took(const Id &dossier, const QString &procedure);
    void filed(const Id &dossier);
    void gaveUp(const Id &dossier);
    /** Refused, or sent back to be completed. */
    void turnedAway(const Id &dossier);
    /** The result of a dossier of an earlier visit was given out. */
    void handedOver(const Id &dossier, const QString &procedure);
    /** A paper was looked at for a dossier of the turn: one that is met serves the next ones too. Ignored likewise. */
    void saw(const Id &dossier, const Paper &paper);
    /** A paper seen for another dossier serves this one. */
    void shared(const Id &dossier, const QString &paper);
    /** What a form of the turn says of the person by its roles is known to the next one, but no addresses. Ignored likewise. */
    void learn(const FormDraft &form, const QMap<QString, QString> &roles);

Q_SIGNALS:
    void changed();
    void failed(const motcua::Error &error);
    void takenUp(); ///< takeUp() is answered
    void begun(); ///< somebody is at the desk
    void put(); ///< whoever was there is on hold or waits again; their drafts stay
    /** `ticket` is null for somebody who came without one. */
    void ended(const motcua::Visit &visit, const motcua::Id &ticket);

private:
    using Then = std::function<void(const Ticket &)>;
    void step(const Id &ticket, const StepTicket &step, const QList<Act> &along, const Then &then);
    void answered(const QFuture<Result<Ticket>> &answer, const Then &then);
    void leave(const StepTicket &step);
    void begin(const Id &ticket, const StepTicket &step, const Visit &visit, const QList<Act> &along);
    void beginAnew(const Id &ticket, const StepTicket &step, const QString &number);
    void openWithout(const Visit &next, const QList<Act> &acts);
    void goOn(const QMap<QString, QByteArray> &parts, const std::optional<Visit> &known, const std::function<void()> &then);
    void catchUp(const Visit &visit, qsizetype from, const std::function<void(const Visit &)> &then);
    void forgetHeld(const QMap<QString, QByteArray> &parts, const HallView &view);
    void letGo(const Visit &visit, const QString &where);
    void tidyDesk(const QMap<QString, QByteArray> &parts, const HallView &view);
    void putAside(const Ticket &ticket, const Id &officer, const QByteArray &visit);
    void changeVisit(const Result<Visit> &visit);
    void keep(const std::optional<Visit> &visit);
    void moveTo(Turn turn);
    [[nodiscard]] static QString part(const Id &person);
    [[nodiscard]] QString part() const { return part(m_place.person); }
    [[nodiscard]] static QString heldPart(const Id &ticket);
    /** How a dossier of the visit ended, as the journal tells it; none while it is being filled. */
    [[nodiscard]] static std::optional<VisitDossier::State> endIn(const Visit &visit, const Dossier &dossier);
    [[nodiscard]] static bool isClosedAlready(const Error &error);
    [[nodiscard]] static bool isOfToday(const Visit &visit);
    [[nodiscard]] static std::optional<Visit> visitIn(const QByteArray &bytes);
    [[nodiscard]] Visit madeVisit(const QString &number) const;

    Workplace m_place;
    Hall *m_hall = nullptr;
    Turn m_turn = Turn::None;
    bool m_busy = false;
    bool m_takingUp = false;
    int m_age = 0;
    std::optional<Ticket> m_ticket;
    Visit m_visit;
};

} // namespace motcua
