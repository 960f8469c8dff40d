// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/OfflineLimits.h"
#include "app/workflows/OutageLog.h"
#include "app/workflows/SignIn.h"
#include "models/visit/PaperReceipt.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace motcua {

class AftermathPage;
class GuidanceDesk;
class MainWindow;
class OfflinePage;
class Page;
class PaperReceiptPage;
class PaymentCamePage;
class PortalLink;
class SlipPrinter;
class StripQuestion;
struct AftermathItem;

/** Work without the portal in the window: its limits and who decides on them, and what an outage leaves to do. */
class OfflineDesk : public QObject
{
    Q_OBJECT

public:
    /** All outlive this object; `printer` may be null. */
    OfflineDesk(MainWindow *window, SignIn *door, SlipPrinter *printer, QObject *parent = nullptr);
    ~OfflineDesk() override;

    /** `link` outlives this object. */
    void follow(PortalLink *link);

    void begin(const SignedInPerson &person);
    /** The same person came back after a lock, perhaps with another session. */
    void renew(const SignedInPerson &person) { m_person = person; }
    void end();

    [[nodiscard]] const OfflineStanding &standing() const { return m_standing; }
    /** The last outage is over, and nobody went through what it left. */
    [[nodiscard]] bool hasAftermath() const;

    void openLimits();
    void openAftermath();
    void openPaper();
    [[nodiscard]] bool isOwn(const Page *page) const;
    /** Esc on one of its pages; where that leads is told by left(). */
    void goBack();

Q_SIGNALS:
    void changed(); ///< standing() or hasAftermath()
    void left(motcua::Page *before); ///< null when what was there before is nobody's any more
    void dossierChosen(const motcua::Id &dossier);
    void paperEntered(const motcua::PaperReceipt &receipt); ///< a dossier is to be begun with it

private:
    void needPages();
    void look();
    void lookOn(const OfflineStanding::Facts &facts);
    void judge(const OfflineStanding::Facts &facts);
    void lookAtAftermath();
    void ask(const AftermathItem &item);
    void tell(const AftermathItem &item, TellCitizen::Means means);
    void confirm(const AftermathItem &item);
    void decide(const DecideOffline &what, const QString &approver, const QString &password);
    void record(const Id &subject, const ActKind &what, const Id &approver, const QString &done);
    /** `then` with who answers for it; null where nobody has to. */
    void vouched(const QString &approver, const QString &password, const std::function<void(const Id &)> &then);
    [[nodiscard]] bool isSupervisor() const { return m_isSupervisor; }
    void show(Page *page);
    void setFree();

    MainWindow *m_window = nullptr;
    SignIn *m_door = nullptr;
    GuidanceDesk *m_blanks = nullptr;
    PortalLink *m_link = nullptr; ///< null: there is none
    std::optional<SignedInPerson> m_person;
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in
    std::unique_ptr<OutageLog> m_outages;
    OfflineStanding m_standing;
    bool m_isSupervisor = false;
    QTimer m_looks;
    OfflinePage *m_limits = nullptr;
    AftermathPage *m_aftermath = nullptr;
    PaymentCamePage *m_payment = nullptr;
    PaperReceiptPage *m_paper = nullptr;
    StripQuestion *m_questions = nullptr;
    QPointer<Page> m_before;
};

} // namespace motcua
