// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/FleetPage.h"

#include "models/base/VietnamTime.h"
#include "ui/itemmodels/FleetItemModel.h"
#include "ui/machine/FleetWords.h"
#include "ui/shell/ShownTime.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/WrapLabel.h"

#include <QItemSelectionModel>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua {

namespace {

const QList<int> FleetWidths = {116, 220, 116, 0};
constexpr int DetailLines = 7; // as many as a desk with several things wrong needs at the narrowest

} // namespace

FleetPage::FleetPage(QWidget *parent)
    : Page(parent)
    , m_model(new FleetItemModel(this))
    , m_table(new RowTable(this))
    , m_empty(new EmptyNote(this))
    , m_top(new WrapLabel(this))
    , m_details(new WrapLabel(this))
{
    m_table->setModel(m_model);
    m_table->setWidths(FleetWidths);
    m_table->setAccessibleName(tr("Machines of the desks"));
    m_empty->tell(tr("Nothing is known yet"), tr("The desks are being asked; it takes a moment."));
    // Of its own height, so that the list has all the rest.
    auto *details = new QWidget(this);
    details->setFixedHeight(DetailLines * fontMetrics().lineSpacing());
    auto *lines = new QVBoxLayout(details);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(m_details);
    lines->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_top);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(details);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FleetPage::drawDetails);
    forget();
}

void FleetPage::setView(const FleetView &view, Standing standing, qint64 atMs, const QString &why)
{
    const FleetLine *before = m_model->line(m_table->currentIndex().row());
    const QString login = before ? before->desk.login : QString();
    m_atMs = atMs;
    m_model->setView(view);
    m_table->selectRow(std::max(0, m_model->rowOf(login)));
    QString top = fleetwords::whole(view);
    if (standing == Standing::Alone) {
        top = tr("This desk has no centre: only its own machine is shown.") + u' ' + top;
    } else if (standing == Standing::Away) {
        top = tr("The centre is out of reach: this is how it was at %1. Desks go on working alone.").arg(shownMoment(vietnamTime(atMs))) + u' ' + why;
    }
    m_top->setText(top);
    const bool isEmpty = view.lines.isEmpty();
    const QWidget *at = window()->focusWidget();
    const bool waits = isVisible() && (!at || at == this || at == m_empty); // for the desks, and not in another field
    m_table->setVisible(!isEmpty);
    m_details->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    if (waits && !isEmpty) {
        m_table->setFocus(Qt::OtherFocusReason);
    }
    drawDetails();
    Q_EMIT headingChanged();
}

void FleetPage::forget()
{
    m_model->setView({});
    m_top->clear();
    m_details->clear();
    m_table->hide();
    m_details->hide();
    m_empty->show();
}

void FleetPage::drawDetails()
{
    const FleetLine *one = m_model->line(m_table->currentIndex().row());
    m_details->setText(one ? fleetwords::details(*one, vietnamTime(m_atMs)) : QString());
}

const FleetView &FleetPage::view() const
{
    return m_model->view();
}

QString FleetPage::top() const
{
    return m_top->text();
}

QString FleetPage::details() const
{
    return m_details->text();
}

QString FleetPage::heading() const
{
    return tr("Machines of the desks");
}

QList<PageAct> FleetPage::acts() const
{
    return {{KeyAct::NextToDo, tr("Look again"), {}}, {KeyAct::Main, tr("Back"), {}}};
}

void FleetPage::perform(KeyAct act, int)
{
    if (act == KeyAct::NextToDo) {
        Q_EMIT lookAsked();
    } else if (act == KeyAct::Main) {
        Q_EMIT left();
    }
}

QWidget *FleetPage::firstField() const
{
    return m_table->isVisibleTo(this) ? static_cast<QWidget *>(m_table) : m_empty;
}

} // namespace motcua
