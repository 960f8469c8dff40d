// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Practice.h"
#include "app/workflows/ServeVisit.h"
#include "ui/shell/Page.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace motcua {

class MainWindow;
class PracticePage;

/** Practice in the window: who stands at the desk beside the work, what there was to remark after it, and a morning on request. */
class PracticeDesk : public QObject
{
    Q_OBJECT

public:
    /** Both outlive this object. */
    PracticeDesk(MainWindow *window, Practice *practice, QObject *parent = nullptr);
    ~PracticeDesk() override;

    /** Somebody is at the desk; `turn` lives until end(). */
    void begin(const Workplace &place, ServeVisit *turn);
    void end();

    void show();
    [[nodiscard]] bool isOwn(const Page *page) const;
    /** Which page it was asked for on. */
    [[nodiscard]] Page *before() const { return m_before; }

    /** Whether the page may come by itself once a visit is over: nothing else was begun. */
    void setFree(std::function<bool()> isFree) { m_isFree = std::move(isFree); }

Q_SIGNALS:
    void left(); ///< back to where one was
    void filled(const motcua::Notice &told); ///< the hall is; the list is the place to begin

private:
    void needPage();
    void follow();
    void tellRemarks(const PracticeReport &report);
    void fill(int tickets);

    MainWindow *m_window = nullptr;
    Practice *m_practice = nullptr;
    PracticePage *m_page = nullptr; ///< made when first needed
    QPointer<Page> m_before;
    std::optional<Workplace> m_place;
    ServeVisit *m_turn = nullptr;
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in
    Id m_ticket; ///< whose story is shown
    std::function<bool()> m_isFree;
};

} // namespace motcua
