// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/PortalStanding.h"
#include "app/workflows/SignIn.h"
#include "models/visit/PaperReceipt.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

namespace motcua {

class MainWindow;
class OfflineDesk;
class OutboxPage;
class Page;
class PortalLink;
class SlipPrinter;

/** What is sent to the portal in the window: looked at anew while somebody looks, and left for where one was. */
class OutboxDesk : public QObject
{
    Q_OBJECT

public:
    /** All outlive this object; `printer` may be null. */
    OutboxDesk(MainWindow *window, SignIn *door, SlipPrinter *printer, QObject *parent = nullptr);
    ~OutboxDesk() override;

    /** `link` outlives this object. */
    void follow(PortalLink *link);

    void begin(const SignedInPerson &person);
    /** The same person came back after a lock, perhaps with another session. */
    void renew(const SignedInPerson &person);
    void end();

    void open();
    [[nodiscard]] bool isOwn(const Page *page) const;
    /** Esc on its page; what was there before is told by left(). */
    void goBack();

    [[nodiscard]] OutboxPage *page() const { return m_page; } ///< null until it was first opened
    [[nodiscard]] OfflineDesk *offline() const { return m_offline; }

Q_SIGNALS:
    void left(motcua::Page *before); ///< null when what was there before is nobody's any more
    void dossierChosen(const motcua::Id &dossier);
    void paperEntered(const motcua::PaperReceipt &receipt); ///< a dossier is to be begun with it
    void conflictChosen(const motcua::Id &dossier);

private:
    void needPage();
    void draw();
    void show(bool attention);
    void tryNow();
    void pause(bool paused);
    [[nodiscard]] PortalStanding standing() const;
    [[nodiscard]] static QString noPortal();
    [[nodiscard]] bool isLookedAt() const;

    MainWindow *m_window = nullptr;
    OfflineDesk *m_offline = nullptr;
    PortalLink *m_link = nullptr; ///< null: nothing is sent from here
    OutboxPage *m_page = nullptr;
    bool m_wasThere = false; ///< a portal, when the list was opened
    QPointer<Page> m_before;
    std::optional<Workplace> m_place;
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in
    QTimer m_looks;
    QTimer m_ticks; ///< while somebody sees how long the next try takes
};

} // namespace motcua
