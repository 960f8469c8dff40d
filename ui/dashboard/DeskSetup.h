// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"
#include "models/dashboard/DashboardFigures.h"

#include <QObject>

#include <memory>
#include <optional>

namespace motcua {

class DeskGroupsPage;
class MainWindow;

/** What a supervisor changes about a desk of the centre: for which groups it calls, and that it is closed. */
class DeskSetup : public QObject
{
    Q_OBJECT

public:
    /** `window` outlives this object. */
    explicit DeskSetup(MainWindow *window, QObject *parent = nullptr);
    ~DeskSetup() override;

    void begin(const Workplace &place);
    void end();

    /** Shows the page of its groups. */
    void openGroups(const DeskFigures &desk, const DashboardFigures::Desk &setting);
    /** Closes the shift that is open there. */
    void close(const DeskFigures &desk);
    [[nodiscard]] DeskGroupsPage *page() const { return m_page; } ///< null until it was first opened

Q_SIGNALS:
    void left(); ///< what was chosen is kept
    void changed();

private:
    void assign(const QStringList &letters);

    MainWindow *m_window = nullptr;
    DeskGroupsPage *m_page = nullptr;
    std::optional<Workplace> m_place;
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in: answers that come later are nobody's
    Id m_origin; ///< of the desk on the page
    int m_number = 0;
};

} // namespace motcua
