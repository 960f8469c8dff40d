// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/ShiftHandOver.h"
#include "app/workflows/SignIn.h"
#include "ui/shell/Page.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace motcua {

class BreakPage;
class DayDesk;
class MainWindow;
class ShiftHandOverPage;
struct BreakChoice;

/** Leaving the desk in the window, for a while or to a colleague; it decides nothing ShiftHandOver decides. */
class BreakDesk : public QObject
{
    Q_OBJECT

public:
    /** Both outlive this object. */
    BreakDesk(MainWindow *window, DayDesk *day, QObject *parent = nullptr);
    ~BreakDesk() override;

    /** By which a colleague comes in; outlives this object. Without one no shift is handed over. */
    void setDoor(SignIn *door) { m_door = door; }
    /** What the place of a hold is called. */
    void setPlaceWords(std::function<QString(const QString &id)> words) { m_placeWords = std::move(words); }

    void begin(const Workplace &place);
    void end();

    /** Shows what is in hand where something is, else asks in the strip; ends the break while the desk is on one. */
    void pause(const std::optional<Shift> &shift, const QString &onHold);

    /** Shows what a colleague would take over. */
    void showHandOver();

    [[nodiscard]] bool isOwn(const Page *page) const;
    /** Esc: no secret stays in a line behind the list. */
    void leave();
    /** A colleague is being let in, and what is handed over recorded. */
    [[nodiscard]] bool isHandingOver() const { return m_handing; }

Q_SIGNALS:
    void handedOver(const motcua::SignedInPerson &next, const QString &told); ///< who takes over is let in already, and this person to be signed out

private:
    void showBreak(const ShiftInHand &inHand, bool mayClose);
    void take(const BreakChoice &choice);
    void takeOver(const QString &name, const QString &secret);
    void record(const SignedInPerson &next);
    void refuse(const Error &error);
    void fillHandOver(const ShiftInHand &inHand);
    void lookAgain();
    [[nodiscard]] QString formWords(const storage::Draft &draft) const;
    [[nodiscard]] QStringList formWords(const QList<storage::Draft> &drafts) const;
    [[nodiscard]] QString heldWords(const HeldTicket &one) const;
    void tell(const Error &error);

    MainWindow *m_window = nullptr;
    DayDesk *m_day = nullptr;
    SignIn *m_door = nullptr;
    std::function<QString(const QString &)> m_placeWords;
    BreakPage *m_break = nullptr; ///< made when first shown
    ShiftHandOverPage *m_handOver = nullptr; ///< likewise
    std::optional<Workplace> m_place;
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in: answers that come later are nobody's
    ShiftInHand m_inBreak; ///< what the page before a break shows
    ShiftInHand m_inHand; ///< what the page of the hand-over shows
    bool m_handing = false;
};

} // namespace motcua
