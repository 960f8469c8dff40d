// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/HallDayPage.h"

#include "ui/itemmodels/HallDayItemModel.h"
#include "ui/messages/Language.h"
#include "ui/shell/ShownTime.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/OptionBox.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/WrapLabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace motcua {

namespace {

const QList<int> Widths = {0, 76, 76, 116, 76, 92, 76, 92, 108, 84, 84, 84, 92};
constexpr int LeastKey = 160;
constexpr int DayLetters = 18;
constexpr std::array Kinds{HallDay::By::Group, HallDay::By::Hour, HallDay::By::Desk, HallDay::By::Officer};

} // namespace

HallDayPage::HallDayPage(QWidget *parent)
    : Page(parent)
{
    m_days = new OptionBox(this);
    m_days->setMinimumContentsLength(DayLetters);
    m_kinds = new OptionBox(this);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    for (const auto &[label, box] : {std::pair(tr("Day"), m_days), std::pair(tr("By"), m_kinds)}) {
        auto *asked = new QLabel(label, this);
        asked->setBuddy(box);
        box->setAccessibleName(label);
        top->addWidget(asked);
        top->addWidget(box);
    }
    top->addStretch(1);
    m_kinds->clear();
    m_kinds->addOption(QStringLiteral("0"), tr("service group"));
    m_kinds->addOption(QStringLiteral("1"), tr("hour"));
    m_kinds->addOption(QStringLiteral("2"), tr("desk"));
    m_kinds->addOption(QStringLiteral("3"), tr("officer"));
    m_model = new HallDayItemModel(this);
    m_table = new RowTable(this);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Figures of the hall"));
    m_empty = new EmptyNote(this);
    m_empty->tell(tr("Nobody drew a ticket on this day"), tr("Choose another day above."));
    m_meaning = new WrapLabel(this);
    m_meaning->setProperty("tone", QStringLiteral("secondary"));
    m_meaning->setText(tr("Times are minutes, the middle one of all; of those under 90 % nine of ten took no longer. What is still going on is not counted. Missed: calls to which nobody came."));
    m_export = new ExportLine(this);
    m_export->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_meaning);
    column->addWidget(m_export);
    connect(m_days, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT dayChosen(day()); });
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &HallDayPage::draw);
    connect(m_export, &ExportLine::asked, this, &HallDayPage::exportAsked);
    draw();
}

void HallDayPage::open(QDate today, const HallRules &rules)
{
    m_today = today;
    m_rules = rules;
    m_day = {};
    const QSignalBlocker still(m_days);
    m_days->clear();
    for (int back = 0; back < MostDays; ++back) {
        m_days->addOption(QString::number(back), shownDay(today.addDays(-back)));
    }
    m_days->setCurrentIndex(0);
    draw();
}

QDate HallDayPage::day() const
{
    return m_today.addDays(-std::max(m_days->currentIndex(), 0));
}

HallDay::By HallDayPage::by() const
{
    return Kinds.at(static_cast<std::size_t>(std::clamp(m_kinds->currentIndex(), 0, static_cast<int>(Kinds.size()) - 1)));
}

void HallDayPage::setFigures(const HallDay &day, const QMap<QString, QString> &officers)
{
    m_day = day;
    m_officers = officers;
    draw();
}

void HallDayPage::draw()
{
    QMap<QString, QString> names;
    switch (by()) {
    case HallDay::By::Group:
        for (const ServiceGroup &group : std::as_const(m_rules.groups)) {
            names.insert(group.letter, group.letter + QStringLiteral("  ") + Language::label(group.name, group.nameEn));
        }
        break;
    case HallDay::By::Hour:
        for (int hour = 0; hour < 24; ++hour) {
            const QString key = QStringLiteral("%1").arg(hour, 2, 10, QChar(u'0'));
            names.insert(key, QStringLiteral("%1:00–%1:59").arg(key));
        }
        break;
    case HallDay::By::Desk:
        for (const HallDay::Line &line : m_day.lines.value(HallDay::By::Desk)) {
            names.insert(line.key, line.key.section(u'/', -1).rightJustified(2, u'0'));
        }
        break;
    case HallDay::By::Officer:
        names = m_officers;
        break;
    }
    m_model->setLines(by(), m_day, names);
    QList<int> widths = Widths;
    for (int column = 0; column < HallDayItemModel::ColumnCount; ++column) {
        const bool isTold = m_model->isTold(static_cast<HallDayItemModel::Column>(column));
        m_table->setColumnHidden(column, !isTold);
        widths[column] = isTold ? Widths.at(column) : 1; // it takes no room from the others
    }
    m_table->setWidths(widths);
    m_table->setGivingWay({HallDayItemModel::Hold, HallDayItemModel::Walk, HallDayItemModel::ServeLong, HallDayItemModel::WaitLong}, LeastKey);
    m_table->selectRow(0);
    const bool isEmpty = m_model->rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_meaning->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    Q_EMIT headingChanged();
    Q_EMIT actsChanged();
}

void HallDayPage::forget()
{
    m_export->hide();
    m_officers.clear();
    m_day = {};
    draw();
}

QString HallDayPage::title() const
{
    return tr("Figures of the hall, %1, by %2").arg(shownDay(day()), m_kinds->currentText());
}

void HallDayPage::openExport(const QStringList &folders)
{
    m_export->setFolders(folders);
    m_export->show();
    m_export->folders()->setFocus();
}

void HallDayPage::setExporting(bool exporting)
{
    m_export->setBusy(exporting);
}

bool HallDayPage::closeInner()
{
    if (!m_export->isVisibleTo(this)) {
        return false;
    }
    if (m_export->isAncestorOf(focusWidget())) {
        m_days->setFocus();
    }
    m_export->hide();
    return true;
}

QString HallDayPage::heading() const
{
    return tr("Dashboard") + QStringLiteral(" · ") + tr("Figures of the hall");
}

QList<PageAct> HallDayPage::acts() const
{
    return {{KeyAct::ExportList, tr("Take the figures along"), m_model->rowCount() > 0 ? QString() : tr("There is nothing to take along. Nothing was changed.")}};
}

void HallDayPage::perform(KeyAct act, int)
{
    if (act == KeyAct::ExportList) {
        Q_EMIT exportWanted();
    }
}

QWidget *HallDayPage::firstField() const
{
    return m_days;
}

bool HallDayPage::enter(QWidget *focused)
{
    if (m_export->isAncestorOf(focused)) {
        m_export->ask();
        return true;
    }
    return false;
}

} // namespace motcua
