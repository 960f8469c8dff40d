// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dashboard/DashboardList.h"
#include "models/ticket/Ticket.h"
#include "ui/dashboard/DashboardWords.h"
#include "ui/itemmodels/WorklistSource.h"
#include "ui/shell/Page.h"
#include "ui/worklist/ExportLine.h"

#include <QDateTime>

class QAbstractItemModel;
class QLabel;
class QStackedWidget;

namespace motcua {

class EmptyNote;
class RowTable;
class TicketItemModel;
class WorklistItemModel;

/** What stands behind one number of the dashboard: as many rows as it told, and no citizen's name. Rows stay until the list is opened anew. */
class DashboardListPage : public Page
{
    Q_OBJECT

public:
    explicit DashboardListPage(QWidget *parent = nullptr);

    void setNames(const DashboardNames &names) { m_names = names; }

    void openDossiers(const DashboardList &list, const WorklistSource &source, const QDateTime &now);
    /** The list is shown, and its tickets are on their way. */
    void openTickets(const DashboardList &list);
    void setTickets(const QList<Ticket> &tickets, qint64 nowMs);
    void forget();

    /** Asks into which of these folders, or another, the list is taken along. */
    void openExport(const QStringList &folders);
    void setExporting(bool exporting);

    [[nodiscard]] const DashboardList &list() const { return m_list; }
    [[nodiscard]] QString title() const;
    /** Rows of the list; −1 while they are being counted. */
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] const QAbstractItemModel *shown() const;

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool enter(QWidget *focused) override;
    [[nodiscard]] bool closeInner() override;
    [[nodiscard]] bool scrolls() const override { return false; }

Q_SIGNALS:
    void dossierChosen(const motcua::Id &dossier);
    void exportWanted(); ///< Alt+X
    void exportAsked(motcua::ExportLine::Form form, const QString &folder);

private:
    void counted(qint64 count);
    void choose();

    DashboardNames m_names;
    DashboardList m_list;
    qint64 m_count = -1;
    QLabel *m_counted = nullptr;
    QStackedWidget *m_body = nullptr;
    RowTable *m_dossiers = nullptr;
    RowTable *m_tickets = nullptr;
    EmptyNote *m_empty = nullptr;
    ExportLine *m_export = nullptr;
    WorklistItemModel *m_dossierModel = nullptr;
    TicketItemModel *m_ticketModel = nullptr;
};

} // namespace motcua
