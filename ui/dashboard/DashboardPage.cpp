// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/DashboardPage.h"

#include "models/base/VietnamTime.h"
#include "ui/dashboard/FigureGrid.h"
#include "ui/itemmodels/DeskItemModel.h"
#include "ui/shell/ShownTime.h"
#include "ui/widgets/BarChart.h"
#include "ui/widgets/FigureButton.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/WrapLabel.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace motcua {

namespace {

constexpr int Inset = 16;
constexpr int Gap = 12;
constexpr int FigureInset = 8; // border and padding of a number
constexpr int NarrowFrom = 48; // lines of text: less than so many times the height of one and the columns stand under one another
constexpr int FewestDesks = 2;
constexpr int MostDesks = 8; // more are scrolled to

QLabel *note(QWidget *parent)
{
    auto *label = new WrapLabel(parent);
    label->setProperty("tone", QStringLiteral("secondary"));
    return label;
}

/** How far `to` lies from `from` in the direction of an arrow key: what lies straight ahead is nearer than what lies aside. */
int distance(const QRect &from, const QRect &to, int key)
{
    const bool isAcross = key == Qt::Key_Left || key == Qt::Key_Right;
    const int ahead = key == Qt::Key_Right ? to.left() - from.right()
        : key == Qt::Key_Left              ? from.left() - to.right()
        : key == Qt::Key_Down              ? to.top() - from.bottom()
                                           : from.top() - to.bottom();
    const int aside = isAcross ? std::max({0, to.top() - from.bottom(), from.top() - to.bottom()})
                               : std::max({0, to.left() - from.right(), from.left() - to.right()});
    return ahead < 0 ? std::numeric_limits<int>::max() : ahead + 4 * aside;
}

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

} // namespace

DashboardPage::DashboardPage(QWidget *parent)
    : Page(parent)
{
    m_asOf = new WrapLabel(this);
    m_asOf->setProperty("tone", QStringLiteral("secondary"));
    m_waiting = new FigureButton(FigureButton::Size::Large, this);
    m_longest = new FigureButton(FigureButton::Size::Large, this);
    m_kept = new FigureButton(FigureButton::Size::Large, this);
    m_inHand = new FigureButton(FigureButton::Size::Large, this);
    m_change = note(this);
    m_longestFor = note(this);
    m_keptOf = note(this);
    m_overdue = note(this);
    m_tiles = {m_waiting, m_longest, m_kept, m_inHand};
    m_tileRow = new QBoxLayout(QBoxLayout::LeftToRight);
    m_tileRow->setSpacing(Gap);
    m_tileRow->addWidget(tile(tr("WAITING NOW"), m_waiting, m_change), 1);
    m_tileRow->addWidget(tile(tr("LONGEST WAIT"), m_longest, m_longestFor), 1);
    m_tileRow->addWidget(tile(tr("NOT LATE THIS MONTH"), m_kept, m_keptOf), 1);
    m_tileRow->addWidget(tile(tr("IN HAND"), m_inHand, m_overdue), 1);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(Gap);
    m_columns->addWidget(hallColumn(), 4);
    m_columns->addWidget(dossierColumn(), 3);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Inset, Gap, Inset, Gap);
    column->setSpacing(Gap);
    column->addLayout(m_tileRow);
    column->addWidget(m_asOf);
    column->addLayout(m_columns);
    column->addStretch(1);
    for (QWidget *each : stops()) {
        stop(each);
    }
    forget();
}

QWidget *DashboardPage::tile(const QString &caption, QWidget *number, QWidget *below)
{
    auto *frame = new QFrame(this);
    frame->setProperty("card", true);
    auto *title = new QLabel(caption, frame);
    title->setProperty("level", QStringLiteral("section"));
    auto *lines = new QVBoxLayout(frame);
    // The number has a frame for the keyboard, and stands under its words all the same.
    lines->setContentsMargins(Gap - FigureInset, 8, Gap, 8);
    lines->setSpacing(0);
    title->setContentsMargins(FigureInset, 0, 0, 0);
    below->setContentsMargins(FigureInset, 0, 0, 0);
    lines->addWidget(title);
    lines->addWidget(number, 0, Qt::AlignLeft);
    lines->addWidget(below);
    lines->addStretch(1);
    return frame;
}

QWidget *DashboardPage::block(const QString &caption, const QList<QWidget *> &parts)
{
    auto *frame = new QFrame(this);
    frame->setProperty("card", true);
    auto *title = new QLabel(caption, frame);
    title->setProperty("level", QStringLiteral("section"));
    auto *lines = new QVBoxLayout(frame);
    lines->setContentsMargins(Gap, 8, Gap, 8);
    lines->setSpacing(4);
    lines->addWidget(title);
    for (QWidget *part : parts) {
        lines->addWidget(part);
    }
    return frame;
}

QWidget *DashboardPage::hallColumn()
{
    m_deskModel = new DeskItemModel(this);
    m_desks = new RowTable(this);
    m_desks->setModel(m_deskModel);
    m_desks->setWidths({60, 0, 172, 100, 88, 80});
    m_desks->setGivingWay({DeskItemModel::Since, DeskItemModel::Ticket}, 96);
    m_desks->setAccessibleName(tr("Desks"));
    m_groups = new BarChart(this);
    m_groups->setProperty("title", tr("Waiting by service group"));
    m_groups->setParts({tr("waiting")});
    m_noGroups = note(this);
    m_noGroups->setText(tr("No number was drawn here in the last 30 days, so nobody is known to wait."));
    m_days = new BarChart(this);
    m_days->setProperty("title", tr("Finished by day"));
    m_days->setParts({tr("early"), tr("on time"), tr("late")});
    auto *column = new QWidget(this);
    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(Gap);
    m_export = new ExportLine(this);
    m_export->hide();
    connect(m_export, &ExportLine::asked, this, &DashboardPage::exportAsked);
    lines->addWidget(block(tr("DESKS"), {m_desks, m_export}));
    lines->addWidget(block(tr("WAITING BY SERVICE GROUP"), {m_groups, m_noGroups}));
    m_noDays = note(this);
    m_noDays->setText(tr("Nothing was finished in the last two weeks."));
    lines->addWidget(block(tr("FINISHED BY DAY"), {m_days, m_noDays}));
    lines->addStretch(1);
    connect(m_groups, &BarChart::chosen, this, [this] { open(m_groups); });
    connect(m_days, &BarChart::chosen, this, [this] { open(m_days); });
    connect(m_desks, &RowTable::doubleClicked, this, [this] { open(m_desks); });
    return column;
}

QWidget *DashboardPage::dossierColumn()
{
    const auto grid = [this](const QString &title) {
        auto *made = new FigureGrid(this);
        made->setTitle(title);
        connect(made, &FigureGrid::made, this, &DashboardPage::stop);
        return made;
    };
    m_periods = grid(tr("Dossiers"));
    m_hand = grid(tr("Dossiers"));
    m_due = grid(tr("Due"));
    m_units = grid(tr("Overdue"));
    m_scans = grid(tr("Papers to be scanned"));
    m_digitised = grid(tr("Digitised"));
    m_index = note(this);
    m_statuses = grid(tr("Accepted today"));
    m_units->setEmptyWords(tr("Nothing is overdue."));
    m_statuses->setEmptyWords(tr("Nothing was accepted today yet."));
    auto *column = new QWidget(this);
    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(Gap);
    lines->addWidget(block(tr("DOSSIERS"), {m_periods, m_hand}));
    lines->addWidget(block(tr("DUE"), {m_due}));
    lines->addWidget(block(tr("OVERDUE, BY WHO DECIDES"), {m_units}));
    lines->addWidget(block(tr("SCANNING"), {m_scans, m_digitised, m_index}));
    lines->addWidget(block(tr("ACCEPTED TODAY, BY STATUS"), {m_statuses}));
    lines->addStretch(1);
    return column;
}

void DashboardPage::stop(QWidget *widget)
{
    widget->installEventFilter(this);
    if (auto *button = qobject_cast<FigureButton *>(widget)) {
        connect(button, &FigureButton::clicked, this, [this, button] { open(button); });
    }
}

QList<QWidget *> DashboardPage::stops() const
{
    QList<QWidget *> all = m_tiles;
    all.append({m_desks, m_groups, m_days});
    for (const FigureGrid *grid : {m_periods, m_hand, m_due, m_units, m_scans, m_digitised, m_statuses}) {
        for (FigureButton *button : grid->buttons()) {
            all.append(button);
        }
    }
    return all;
}

std::optional<Figure> DashboardPage::figureOf(const QWidget *stop) const
{
    if (!m_figures || !stop) {
        return std::nullopt;
    }
    const DashboardFigures &now = *m_figures;
    if (stop == m_waiting || stop == m_longest) {
        return now.waiting();
    }
    if (stop == m_kept) {
        return now.month.finished.late;
    }
    if (stop == m_inHand) {
        return now.inHand;
    }
    if (stop == m_desks) {
        const DeskFigures *desk = m_deskModel->desk(m_desks->currentIndex().row());
        return desk ? std::optional(now.served(*desk)) : std::nullopt;
    }
    if (stop == m_groups) {
        return m_groups->line() < 0 ? std::nullopt : std::optional(now.waiting(m_letters.value(m_groups->line())));
    }
    if (stop == m_days) {
        const int line = m_days->line();
        const OutcomeFigures day = now.byDay.value(line);
        return line < 0 ? std::nullopt : std::optional(m_days->part() == 0 ? day.early : m_days->part() == 1 ? day.onTime : day.late);
    }
    for (const FigureGrid *grid : {m_periods, m_hand, m_due, m_units, m_scans, m_digitised, m_statuses}) {
        if (const std::optional<Figure> figure = grid->figure(stop)) {
            return figure;
        }
    }
    return std::nullopt;
}

void DashboardPage::open(const QWidget *stop)
{
    if (const std::optional<Figure> figure = figureOf(stop)) {
        Q_EMIT drilled(figure->list);
    } else {
        Q_EMIT said({Notice::Kind::Told, tr("The figures are still being counted. Nothing was changed."), {}});
    }
}

QString DashboardPage::heading() const
{
    if (!m_figures) {
        return tr("Dashboard");
    }
    return tr("Dashboard") + QStringLiteral(" · ") + shownDay(m_figures->days.today) + QStringLiteral(" · ")
        + vietnamTime(m_figures->days.nowMs).toString(u"HH:mm");
}

QList<PageAct> DashboardPage::acts() const
{
    const int open = m_figures ? m_figures->feedback.open : 0;
    const QString feedback = open == 0 ? tr("Feedback") : tr("Feedback: %n not answered", nullptr, open);
    QList<PageAct> acts;
    if (m_mayAct) {
        acts.append({KeyAct::Transfer, tr("The desk's ticket, groups, closing"), {}});
        acts.append({KeyAct::Note, tr("Notices, close the hall"), {}});
    }
    acts.append({KeyAct::AddDossier, tr("Figures of the hall"), {}});
    acts.append({KeyAct::Complaint, feedback, {}});
    acts.append({KeyAct::NextToDo, tr("Machines of the desks"), {}});
    acts.append({KeyAct::ExportList, tr("Take the desks along"), m_deskModel->rowCount() > 0 ? QString() : tr("There is no desk to take along. Nothing was changed.")});
    acts.append({KeyAct::Main, tr("Open what is behind the number"), {}, true, tr("Enter")});
    return acts;
}

void DashboardPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        open(m_lastStop);
    } else if (act == KeyAct::ExportList) {
        Q_EMIT exportWanted();
    } else if (act == KeyAct::Transfer) {
        const DeskFigures *desk = m_deskModel->desk(m_desks->currentIndex().row());
        if (desk) {
            Q_EMIT deskActed(*desk);
        } else {
            Q_EMIT said({Notice::Kind::Told, tr("No desk is chosen. Nothing was changed. Choose its line among the desks with the arrow keys."), {}});
        }
    } else if (act == KeyAct::Complaint) {
        Q_EMIT feedbackAsked();
    } else if (act == KeyAct::AddDossier) {
        Q_EMIT hallDayAsked();
    } else if (act == KeyAct::Note) {
        Q_EMIT noticesAsked();
    } else if (act == KeyAct::NextToDo) {
        Q_EMIT machinesAsked();
    }
}

void DashboardPage::setMayAct(bool may)
{
    if (m_mayAct != may) {
        m_mayAct = may;
        Q_EMIT actsChanged();
    }
}

QWidget *DashboardPage::firstField() const
{
    return m_lastStop && m_lastStop->isVisibleTo(this) ? m_lastStop.data() : m_waiting;
}

bool DashboardPage::enter(QWidget *focused)
{
    if (m_export->isAncestorOf(focused)) {
        m_export->ask();
    } else {
        open(focused);
    }
    return true;
}

void DashboardPage::openExport(const QStringList &folders)
{
    m_export->setFolders(folders);
    m_export->show();
    m_export->folders()->setFocus();
}

bool DashboardPage::closeInner()
{
    if (!m_export->isVisibleTo(this)) {
        return false;
    }
    if (m_export->isAncestorOf(focusWidget())) {
        firstField()->setFocus();
    }
    m_export->hide();
    return true;
}

bool DashboardPage::walksInside(QWidget *stop, int key) const
{
    if (stop == m_desks) {
        const int next = m_desks->currentIndex().row() + (key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0);
        return (key == Qt::Key_Up || key == Qt::Key_Down) && next >= 0 && next < m_deskModel->rowCount();
    }
    auto *chart = qobject_cast<BarChart *>(stop);
    return chart && chart->walk(key);
}

void DashboardPage::walk(const QWidget *from, int key)
{
    const auto placeOf = [this](const QWidget *widget) { return QRect(widget->mapTo(this, QPoint()), widget->size()); };
    QWidget *nearest = nullptr;
    int least = std::numeric_limits<int>::max();
    const QList<QWidget *> all = stops();
    for (QWidget *one : all) {
        const int far = one == from || !one->isVisibleTo(this) ? least : distance(placeOf(from), placeOf(one), key);
        if (far < least) {
            least = far;
            nearest = one;
        }
    }
    if (nearest) {
        nearest->setFocus(key == Qt::Key_Left || key == Qt::Key_Up ? Qt::BacktabFocusReason : Qt::TabFocusReason);
    }
}

// Tab goes from block to block; inside one the arrow keys walk, and Tab comes back to where one was.
void DashboardPage::keepOneTabStop(const QWidget *focused)
{
    const auto keep = [focused](const QList<QWidget *> &group) {
        const auto isStop = [](const QWidget *one) { return one->focusPolicy() == Qt::StrongFocus; };
        const bool isSettled = std::count_if(group.cbegin(), group.cend(), isStop) == 1;
        const bool isHere = group.contains(focused);
        for (QWidget *one : isSettled && !isHere ? QList<QWidget *>() : group) {
            one->setFocusPolicy(one == (isHere ? focused : group.constFirst()) ? Qt::StrongFocus : Qt::ClickFocus);
        }
    };
    keep(m_tiles);
    for (const FigureGrid *grid : {m_periods, m_hand, m_due, m_units, m_scans, m_digitised, m_statuses}) {
        const QList<FigureButton *> buttons = grid->buttons();
        keep(QList<QWidget *>(buttons.cbegin(), buttons.cend()));
    }
}

bool DashboardPage::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::FocusIn) {
        m_lastStop = widget;
        keepOneTabStop(widget);
        if (widget == m_desks && !m_desks->currentIndex().isValid()) {
            m_desks->selectRow(0);
        }
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isArrow(key->key()) && !(key->modifiers() & ~Qt::KeypadModifier)) {
            const bool isInside = walksInside(widget, key->key());
            if (!isInside) {
                walk(widget, key->key());
            }
            return !isInside || widget != m_desks; // the table moves its own line
        }
    }
    return Page::eventFilter(watched, event);
}

void DashboardPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    layOut();
    Q_EMIT appeared();
}

void DashboardPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    layOut();
}

void DashboardPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_columns) {
        layOut();
    }
}

void DashboardPage::layOut()
{
    const bool isNarrow = width() < NarrowFrom * fontMetrics().height();
    m_columns->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    fitDesks();
}

void DashboardPage::fitDesks()
{
    const int lines = std::clamp(m_deskModel->rowCount(), FewestDesks, MostDesks);
    m_desks->setFixedHeight(m_desks->horizontalHeader()->sizeHint().height() + lines * m_desks->verticalHeader()->defaultSectionSize() + 4);
}

} // namespace motcua
