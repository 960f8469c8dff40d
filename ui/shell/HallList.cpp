// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/HallList.h"

#include "ui/shell/HallTime.h"

#include <QAbstractListModel>
#include <QApplication>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QSet>
#include <QStyledItemDelegate>

#include <algorithm>

namespace motcua {

namespace {

constexpr int RowHeight = 28;
constexpr int Gap = 8;
constexpr int LeastRows = 2; // of a list that takes what room there is
constexpr int Bar = 4; // px: the selected row has a shape of its own, not only a ground

QString gone()
{
    return QCoreApplication::translate("motcua::HallList", "no longer here");
}

} // namespace

/** The rows as they are shown, changed row by row so that the selection stays with its ticket. */
class HallRowModel final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid() || index.row() >= m_rows.size()) {
            return {};
        }
        const HallRow &row = m_rows.at(index.row());
        if (role == Qt::DisplayRole) {
            return row.number;
        }
        if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole) {
            return {};
        }
        QStringList parts = {row.number, isGone(index.row()) ? gone() : row.what};
        if (m_nowMs > 0 && !isGone(index.row())) {
            parts.append(spokenMinutes(row.sinceMs, m_nowMs));
        }
        parts.append(row.mark);
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }

    void setRows(const QList<HallRow> &wanted, const QSet<Id> &gone)
    {
        m_gone = gone;
        for (int at = 0; at < wanted.size(); ++at) {
            const int from = find(wanted.at(at).ticket, at);
            if (from < 0) {
                beginInsertRows({}, at, at);
                m_rows.insert(at, wanted.at(at));
                endInsertRows();
            } else if (from != at) {
                beginMoveRows({}, from, from, {}, at);
                m_rows.move(from, at);
                endMoveRows();
            }
            m_rows[at] = wanted.at(at);
        }
        if (m_rows.size() > wanted.size()) {
            beginRemoveRows({}, static_cast<int>(wanted.size()), static_cast<int>(m_rows.size()) - 1);
            m_rows.resize(wanted.size());
            endRemoveRows();
        }
        if (!m_rows.isEmpty()) {
            Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
        }
    }

    void setNow(qint64 nowMs) { m_nowMs = nowMs; }
    [[nodiscard]] qint64 now() const { return m_nowMs; }
    [[nodiscard]] const QList<HallRow> &rows() const { return m_rows; }
    [[nodiscard]] bool isGone(int row) const { return m_gone.contains(m_rows.at(row).ticket); }

    [[nodiscard]] int find(const Id &ticket, int from = 0) const
    {
        for (int at = from; at < m_rows.size(); ++at) {
            if (m_rows.at(at).ticket == ticket) {
                return at;
            }
        }
        return -1;
    }

private:
    QList<HallRow> m_rows;
    QSet<Id> m_gone;
    qint64 m_nowMs = 0;
};

namespace {

class HallRowPainter final : public QStyledItemDelegate
{
public:
    explicit HallRowPainter(HallRowModel *model)
        : QStyledItemDelegate(model)
        , m_model(model)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int line = std::max(RowHeight, option.fontMetrics.height() + 8);
        const bool hasMark = !m_model->rows().at(index.row()).mark.isEmpty();
        return {40, hasMark ? line + option.fontMetrics.height() : line};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        ground.text.clear();
        const QWidget *widget = option.widget;
        widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, widget);

        // The program's palette: a style sheet that colours the widget would leave only a faint placeholder of its secondary colour.
        const QPalette palette = QApplication::palette();
        const HallRow &row = m_model->rows().at(index.row());
        const bool isGone = m_model->isGone(index.row());
        const QFontMetrics &metrics = option.fontMetrics;
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(QRect(option.rect.topLeft(), QSize(Bar, option.rect.height())), palette.color(QPalette::Link));
        }
        QRect line = option.rect.adjusted(Gap, 0, -Gap, 0);
        line.setHeight(std::max(RowHeight, metrics.height() + 8));

        QFont bold = option.font;
        bold.setBold(true);
        const QFontMetrics boldMetrics(bold);
        painter->setPen(palette.color(isGone ? QPalette::PlaceholderText : QPalette::Text));
        painter->setFont(bold);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, row.number);
        const int numberWidth = std::max(boldMetrics.horizontalAdvance(row.number), boldMetrics.horizontalAdvance(QStringLiteral("A000")));

        painter->setFont(option.font);
        const QString minutes = isGone || m_model->now() <= 0 ? QString() : shownMinutes(row.sinceMs, m_model->now());
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, minutes);
        const QRect middle = line.adjusted(numberWidth + Gap, 0, minutes.isEmpty() ? 0 : -metrics.horizontalAdvance(minutes) - Gap, 0);
        const QString what = metrics.elidedText(isGone ? gone() : row.what, Qt::ElideRight, middle.width());
        painter->drawText(middle, Qt::AlignLeft | Qt::AlignVCenter, what);
        if (!row.mark.isEmpty()) {
            const QRect below(middle.left(), line.bottom() - 4, line.right() - middle.left() + 1, metrics.height());
            painter->setPen(palette.color(QPalette::Link));
            const QString mark = metrics.elidedText(shownMark(row.mark), Qt::ElideRight, below.width());
            painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter, mark);
        }
        painter->restore();
    }

private:
    HallRowModel *m_model = nullptr;
};

} // namespace

HallList::HallList(QWidget *parent)
    : QListView(parent)
    , m_model(new HallRowModel(this))
{
    setObjectName(QStringLiteral("hallList"));
    setModel(m_model);
    setItemDelegate(new HallRowPainter(m_model));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    connect(this, &QListView::doubleClicked, this, &HallList::choose);
    measure();
}

void HallList::setRows(const QList<HallRow> &rows)
{
    m_rows = rows;
    place();
}

void HallList::place()
{
    const int before = count();
    QList<HallRow> shown;
    QSet<Id> gone;
    if (hasFocus()) {
        const auto known = [this](const Id &ticket) {
            return std::find_if(m_rows.cbegin(), m_rows.cend(), [&ticket](const HallRow &one) { return one.ticket == ticket; });
        };
        for (const HallRow &row : m_model->rows()) {
            const auto found = known(row.ticket);
            shown.append(found == m_rows.cend() ? row : *found);
            if (found == m_rows.cend()) {
                gone.insert(row.ticket);
            }
        }
        for (const HallRow &row : std::as_const(m_rows)) {
            if (m_model->find(row.ticket) < 0) {
                shown.append(row);
            }
        }
    } else {
        shown = m_rows;
        const Id kept = selected();
        if (std::none_of(shown.cbegin(), shown.cend(), [&kept](const HallRow &one) { return one.ticket == kept; })) {
            setCurrentIndex({}); // else the view would select the neighbour, and Enter would mean somebody else
        }
    }
    m_model->setRows(shown, gone);
    measure();
    if (count() != before) {
        Q_EMIT countChanged();
    }
}

void HallList::setNow(qint64 nowMs)
{
    m_model->setNow(nowMs);
    viewport()->update();
}

void HallList::setMostRows(int most)
{
    m_most = most;
    measure();
}

void HallList::measure()
{
    const auto heightOf = [this](int rows) {
        int height = 2 * std::max(frameWidth(), 2);
        for (int row = 0; row < rows; ++row) {
            height += row < count() ? sizeHintForRow(row) : std::max(RowHeight, fontMetrics().height() + 8);
        }
        return height;
    };
    setMinimumHeight(heightOf(m_most > 0 ? 1 : LeastRows));
    if (m_most > 0) {
        setMaximumHeight(heightOf(std::clamp(count(), 1, m_most)));
        updateGeometry();
    }
    scheduleDelayedItemsLayout(); // a mark that came or went changed the height of its row
}

QSize HallList::sizeHint() const
{
    return {minimumSizeHint().width(), m_most > 0 ? maximumHeight() : minimumHeight()};
}

Id HallList::selected() const
{
    const QModelIndexList rows = selectionModel()->selectedIndexes();
    return rows.isEmpty() ? Id() : m_model->rows().at(rows.constFirst().row()).ticket;
}

int HallList::count() const
{
    return m_model->rowCount();
}

void HallList::choose(const QModelIndex &index)
{
    if (index.isValid()) {
        Q_EMIT chosen(m_model->rows().at(index.row()).ticket);
    }
}

void HallList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        choose(selectionModel()->isSelected(currentIndex()) ? currentIndex() : QModelIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void HallList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    // With the mouse the row under it is selected by the click itself.
    if (event->reason() != Qt::MouseFocusReason && selected().isNull() && count() > 0) {
        setCurrentIndex(m_model->index(0));
    }
}

void HallList::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    place();
}

void HallList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (m_model && (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)) {
        measure();
    }
}

} // namespace motcua
