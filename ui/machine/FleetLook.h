// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"
#include "models/fleet/FleetView.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace motcua {

class FleetPage;
class MainWindow;
class Page;
class TellHealth;

/** The machines of all desks in the window, for whoever leads the centre or sets its desks up: asked anew every fifteen seconds, and only while it is looked at. */
class FleetLook : public QObject
{
    Q_OBJECT

public:
    /** `window` and `health` outlive this object. */
    FleetLook(MainWindow *window, TellHealth *health, QObject *parent = nullptr);
    ~FleetLook() override;

    void begin(const Workplace &place);
    void end();

    [[nodiscard]] bool mayOpen() const { return m_may; }
    /** Does nothing for somebody who may not. */
    void open();
    [[nodiscard]] bool isOwn(const Page *page) const;
    [[nodiscard]] FleetPage *page() const { return m_page; } ///< null until it was first opened

Q_SIGNALS:
    void mayChanged(); ///< mayOpen()
    void left();
    void looked(); ///< what is shown is what is known now

private:
    void judge();
    void look();
    void drawAlone();
    void fail(const Error &why);
    [[nodiscard]] bool isLookedAt() const;

    MainWindow *m_window = nullptr;
    TellHealth *m_health = nullptr;
    FleetPage *m_page = nullptr;
    std::optional<Workplace> m_place;
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in: answers that come later are nobody's
    QList<FleetDesk> m_known; ///< as the centre last told
    qint64 m_knownMs = 0; ///< when; 0: never
    std::optional<Error> m_why; ///< the centre is out of reach
    QTimer m_looks;
    bool m_may = false;
    bool m_isLooking = false;
};

} // namespace motcua
