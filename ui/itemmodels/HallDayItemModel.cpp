// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/itemmodels/HallDayItemModel.h"

#include "ui/dashboard/DashboardWords.h"

#include <QLocale>

namespace motcua {

namespace {

constexpr double MinuteMs = 60'000;

/** "4,5"; "–" where nothing took any time. */
QString minutes(qint64 ms, int count)
{
    return count == 0 ? QStringLiteral("–") : QLocale(QLocale::Vietnamese).toString(static_cast<double>(ms) / MinuteMs, 'f', 1);
}

} // namespace

HallDayItemModel::HallDayItemModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void HallDayItemModel::setLines(HallDay::By by, const HallDay &day, const QMap<QString, QString> &names)
{
    beginResetModel();
    m_by = by;
    m_names = names;
    m_lines = day.lines.value(by);
    if (!m_lines.isEmpty()) {
        m_lines.append(day.whole);
    }
    endResetModel();
}

bool HallDayItemModel::isTold(Column column) const
{
    const bool isOfWork = m_by == HallDay::By::Desk || m_by == HallDay::By::Officer;
    return column == Drawn ? !isOfWork : column < Open || isOfWork;
}

int HallDayItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int HallDayItemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString HallDayItemModel::shown(const HallDay::Line &line, int column) const
{
    if (!isTold(static_cast<Column>(column))) {
        return QStringLiteral("–"); // a table that is taken along has the column all the same
    }
    switch (static_cast<Column>(column)) {
    case Key:
        return line.key.isEmpty() ? tr("All together") : m_names.value(line.key, line.key);
    case Drawn:
        return shownCount(line.drawn);
    case Served:
        return shownCount(line.served);
    case Missed:
        return line.missedPermille() < 0 ? QStringLiteral("–") : QStringLiteral("%1 · %2").arg(shownCount(line.missed), shownShare(line.missedPermille()));
    case Wait:
        return minutes(line.wait.medianMs, line.wait.count);
    case WaitLong:
        return minutes(line.wait.nineTenthsMs, line.wait.count);
    case Walk:
        return minutes(line.walk.medianMs, line.walk.count);
    case Serve:
        return minutes(line.serve.medianMs, line.serve.count);
    case ServeLong:
        return minutes(line.serve.nineTenthsMs, line.serve.count);
    case Hold:
        return minutes(line.hold.medianMs, line.hold.count);
    case Open:
        return minutes(line.openMs, 1);
    case Break:
        return minutes(line.breakMs, 1);
    case BackOffice:
        return minutes(line.backOfficeMs, 1);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant HallDayItemModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size()) {
        return {};
    }
    const HallDay::Line &line = m_lines.at(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        return shown(line, index.column());
    }
    if (role == Qt::TextAlignmentRole && index.column() != Key) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role == Qt::AccessibleTextRole) {
        QStringList told;
        for (int column = 0; column < ColumnCount; ++column) {
            if (isTold(static_cast<Column>(column))) {
                told.append(headerData(column, Qt::Horizontal).toString() + u' ' + shown(line, column));
            }
        }
        return told.join(QStringLiteral(", "));
    }
    return {};
}

QVariant HallDayItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && section != Key) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Key:
        switch (m_by) {
        case HallDay::By::Group:
            return tr("Group");
        case HallDay::By::Hour:
            return tr("Hour");
        case HallDay::By::Desk:
            return tr("Desk");
        case HallDay::By::Officer:
            return tr("Officer");
        }
        return {};
    case Drawn:
        return tr("Drawn");
    case Served:
        return tr("Served");
    case Missed:
        return tr("Missed");
    case Wait:
        return tr("Wait");
    case WaitLong:
        return tr("Wait 90 %");
    case Walk:
        return tr("Walk");
    case Serve:
        return tr("Serving");
    case ServeLong:
        return tr("Serving 90 %");
    case Hold:
        return tr("On hold");
    case Open:
        return tr("Open");
    case Break:
        return tr("Break");
    case BackOffice:
        return tr("Back office");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace motcua
