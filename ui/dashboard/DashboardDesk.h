// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"
#include "models/dashboard/DashboardFigures.h"
#include "ui/widgets/Notice.h"
#include "ui/worklist/ExportLine.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace motcua {

class Hall;
class ListExport;
class DashboardListPage;
class DashboardPage;
class DeskActs;
class DeskSetup;
class FeedbackDesk;
class HallDayPage;
class MainWindow;
class NoticeDesk;
class Page;

/**
 * The dashboard in the window, for whoever holds the right to it: asks the store when something happened, at most once a second and only
 * while it is looked at, and shows what stands behind a number.
 */
class DashboardDesk : public QObject
{
    Q_OBJECT

public:
    /** `window` outlives this object. */
    explicit DashboardDesk(MainWindow *window, QObject *parent = nullptr);
    ~DashboardDesk() override;

    /** In which a supervisor moves and ends tickets of other desks; may answer null. */
    void setHall(std::function<Hall *()> hall) { m_hall = std::move(hall); }

    /** Somebody is here; the window offers the dashboard as soon as it is known that they may see it. */
    void begin(const Workplace &place);
    /** Nobody is any more. */
    void end();

    /** Shows it. What was shown before is told by back(), when it is left. */
    void open();
    [[nodiscard]] bool isOwn(const Page *page) const;

    /** Esc on `page`: from a list to the numbers, from the numbers to what was there before, told by left(). */
    void goBack(const Page *page);

    [[nodiscard]] DashboardPage *page() const { return m_page; } ///< null until it was first opened
    [[nodiscard]] DashboardListPage *list() const { return m_list; }
    [[nodiscard]] FeedbackDesk *feedback() const { return m_feedback; }
    [[nodiscard]] NoticeDesk *notices() const { return m_notices; }
    [[nodiscard]] HallDayPage *hallDay() const { return m_hallDay; }

Q_SIGNALS:
    void left(motcua::Page *before); ///< null when what was there before is nobody's any more
    void dossierChosen(const motcua::Id &dossier);
    void machinesAsked(); ///< how the machines of the desks are
    void looked(); ///< the numbers are those of the store as it stood a moment ago
    void exported(const QString &path); ///< and told in the window

private:
    void make();
    void judge();
    void need();
    void look();
    void drill(const DashboardList &list);
    void openHallDay();
    void lookAtHallDay();
    void offerExport();
    void exportTo(ExportLine::Form form, const QString &folder);
    void setExporting(bool exporting);
    void endExport(const Notice &told);
    void tell(const Error &error);
    [[nodiscard]] bool isLookedAt() const;
    [[nodiscard]] bool isBehind(const Page *page) const;

    MainWindow *m_window = nullptr;
    DashboardPage *m_page = nullptr;
    DashboardListPage *m_list = nullptr;
    FeedbackDesk *m_feedback = nullptr;
    NoticeDesk *m_notices = nullptr;
    DeskActs *m_acts = nullptr;
    DeskSetup *m_setup = nullptr;
    HallDayPage *m_hallDay = nullptr; ///< made when first opened
    std::function<Hall *()> m_hall;
    ListExport *m_export = nullptr; ///< its guest's
    QPointer<Page> m_before;
    std::optional<Workplace> m_place;
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in: answers that come later are nobody's
    QTimer m_settles;
    QTimer m_ticks;
    qint64 m_lookedMs = 0;
    bool m_mayLook = false;
    bool m_mayApprove = false;
    bool m_looking = false;
    bool m_lookAgain = false;
    bool m_afresh = true; ///< the next figures may be put in their proper order
};

} // namespace motcua
