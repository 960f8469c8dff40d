// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/DashboardListPage.h"

#include "ui/itemmodels/TicketItemModel.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/messages/Sentence.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/RowTable.h"
#include "ui/worklist/RowDelegate.h"

#include <QComboBox>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace motcua {

DashboardListPage::DashboardListPage(QWidget *parent)
    : Page(parent)
{
    m_counted = new QLabel(this);
    m_counted->setProperty("tone", QStringLiteral("secondary"));
    m_counted->setTextFormat(Qt::PlainText);
    m_dossierModel = new WorklistItemModel(this);
    m_dossiers = new RowTable(this);
    m_dossiers->setModel(m_dossierModel);
    m_dossiers->setItemDelegate(new RowDelegate(m_dossiers));
    m_dossiers->setWidths({24, 200, 0, 0, 136, 176, 128});
    m_dossiers->setNarrowing(WorklistItemModel::Code, 112);
    m_dossiers->setColumnHidden(WorklistItemModel::Name, true); // behind a number nobody is named
    m_dossiers->setGivingWay({WorklistItemModel::Where, WorklistItemModel::Status}, 120);
    m_dossiers->setAccessibleName(tr("Dossiers"));
    m_ticketModel = new TicketItemModel(this);
    m_tickets = new RowTable(this);
    m_tickets->setModel(m_ticketModel);
    m_tickets->setWidths({104, 0, 112, 112, 152});
    m_tickets->setAccessibleName(tr("Tickets"));
    m_empty = new EmptyNote(this);
    m_empty->setFocusPolicy(Qt::StrongFocus);
    m_export = new ExportLine(this);
    m_export->hide();
    m_body = new QStackedWidget(this);
    m_body->addWidget(m_dossiers);
    m_body->addWidget(m_tickets);
    m_body->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_counted);
    column->addWidget(m_body, 1);
    column->addWidget(m_export);
    connect(m_export, &ExportLine::asked, this, &DashboardListPage::exportAsked);
    connect(m_dossiers, &RowTable::doubleClicked, this, &DashboardListPage::choose);
    connect(m_dossierModel, &WorklistItemModel::opened, this, &DashboardListPage::counted);
    connect(m_dossierModel, &WorklistItemModel::failed, this,
        [this](const Error &error) { Q_EMIT said({Notice::Kind::Danger, sentence(error).textWithCode(), {}}); });
    connect(m_dossierModel, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_dossiers->currentIndex().isValid()) {
            m_dossiers->selectRow(0);
        }
    });
}

void DashboardListPage::openDossiers(const DashboardList &list, const WorklistSource &source, const QDateTime &now)
{
    m_list = list;
    m_count = -1;
    m_counted->setText(tr("counting…"));
    m_body->setCurrentWidget(m_dossiers);
    m_dossierModel->setNow(now);
    m_dossierModel->open(source);
    Q_EMIT headingChanged();
    Q_EMIT actsChanged();
}

void DashboardListPage::openTickets(const DashboardList &list)
{
    m_list = list;
    m_count = -1;
    m_counted->setText(tr("counting…"));
    m_ticketModel->setTickets({}, {}, 0);
    m_body->setCurrentWidget(m_tickets);
    Q_EMIT headingChanged();
    Q_EMIT actsChanged();
}

void DashboardListPage::setTickets(const QList<Ticket> &tickets, qint64 nowMs)
{
    QMap<QString, QString> groups;
    for (const Ticket &ticket : tickets) {
        groups.insert(ticket.group, m_names.group(ticket.group));
    }
    m_ticketModel->setTickets(tickets, groups, nowMs);
    m_tickets->selectRow(0);
    counted(tickets.size());
}

void DashboardListPage::counted(qint64 count)
{
    m_count = count;
    m_counted->setText(m_list.isOfTickets() ? tr("%1 tickets").arg(shownCount(count)) : tr("%1 dossiers").arg(shownCount(count)));
    Q_EMIT actsChanged();
    if (count > 0) {
        return;
    }
    m_empty->tell(m_list.isOfTickets() ? tr("No ticket stands behind this number") : tr("No dossier stands behind this number"),
        tr("Esc goes back to the dashboard."));
    // The keyboard must not stay in a list that goes out of sight.
    const bool hadFocus = m_dossiers->hasFocus() || m_tickets->hasFocus();
    m_body->setCurrentWidget(m_empty);
    if (hadFocus) {
        m_empty->setFocus();
    }
}

void DashboardListPage::openExport(const QStringList &folders)
{
    m_export->setFolders(folders);
    m_export->show();
    m_export->folders()->setFocus();
}

void DashboardListPage::setExporting(bool exporting)
{
    m_export->setBusy(exporting);
}

bool DashboardListPage::closeInner()
{
    if (!m_export->isVisibleTo(this)) {
        return false;
    }
    if (m_export->isAncestorOf(focusWidget())) {
        m_body->currentWidget()->setFocus();
    }
    m_export->hide();
    return true;
}

void DashboardListPage::forget()
{
    m_export->hide();
    m_dossierModel->clear();
    m_ticketModel->setTickets({}, {}, 0);
    m_list = {};
    m_count = -1;
    m_counted->clear();
}

QString DashboardListPage::title() const
{
    return listTitle(m_list, m_names);
}

const QAbstractItemModel *DashboardListPage::shown() const
{
    return m_list.isOfTickets() ? static_cast<const QAbstractItemModel *>(m_ticketModel) : m_dossierModel;
}

QString DashboardListPage::heading() const
{
    return tr("Dashboard") + QStringLiteral(" · ") + title();
}

QList<PageAct> DashboardListPage::acts() const
{
    const QString nothing = m_count > 0 ? QString() : tr("This list has no rows. Nothing was changed. Esc goes back to the dashboard.");
    QList<PageAct> acts{{KeyAct::ExportList, {}, nothing}};
    if (!m_list.isOfTickets()) {
        acts.append({KeyAct::Main, tr("Open the dossier"), nothing, true, tr("Enter")});
    }
    return acts;
}

void DashboardListPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        choose();
    } else if (act == KeyAct::ExportList) {
        Q_EMIT exportWanted();
    }
}

QWidget *DashboardListPage::firstField() const
{
    return m_body->currentWidget();
}

void DashboardListPage::choose()
{
    const WorklistRow *row = m_dossiers->currentIndex().isValid() ? m_dossierModel->row(m_dossiers->currentIndex().row()) : nullptr;
    if (row && !m_list.isOfTickets()) {
        Q_EMIT dossierChosen(row->id);
    }
}

bool DashboardListPage::enter(QWidget *focused)
{
    if (m_export->isAncestorOf(focused)) {
        m_export->ask();
    } else {
        choose();
    }
    return true;
}

} // namespace motcua
