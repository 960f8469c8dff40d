// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CategoryBox.h"

#include "models/base/Text.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStringListModel>

#include <algorithm>

namespace motcua {

namespace {

constexpr int MostShown = 8; // rows; the others are scrolled to
constexpr int PageStep = MostShown - 1;

} // namespace

CategoryBox::CategoryBox(Source source, bool open, QWidget *parent)
    : QLineEdit(parent)
    , m_source(std::move(source))
    , m_open(open)
    , m_model(new QStringListModel(this))
{
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (!m_setting) {
            m_code.clear();
        }
    });
    connect(this, &QLineEdit::textEdited, this, [this](const QString &typed) {
        if (typed.trimmed().isEmpty()) {
            closeList();
        } else {
            offer(typed);
        }
    });
}

CategoryBox::~CategoryBox()
{
    delete m_list; // it lies on another widget than this
}

void CategoryBox::setEntry(const Entry &entry)
{
    m_setting = true;
    m_code = entry.code;
    setText(entry.label);
    m_setting = false;
}

bool CategoryBox::isListOpen() const
{
    return m_list && !m_list->isHidden();
}

QStringList CategoryBox::listed() const
{
    return isListOpen() ? m_model->stringList() : QStringList();
}

void CategoryBox::closeList()
{
    if (m_list) {
        m_list->hide();
    }
}

void CategoryBox::takeListed()
{
    if (!isListOpen()) {
        return;
    }
    const Entry entry = m_entries.value(m_list->currentIndex().row());
    closeList();
    if (!entry.code.isEmpty()) {
        setEntry(entry);
        Q_EMIT chosen(entry.code);
    }
}

void CategoryBox::offer(const QString &typed)
{
    m_entries = m_source(typed);
    QStringList labels;
    int marked = 0;
    const QString key = text::folded(typed);
    bool isListed = false;
    for (int row = 0; row < m_entries.size(); ++row) {
        labels.append(m_entries.at(row).label);
        isListed = isListed || text::folded(labels.constLast()) == key;
        if (!m_code.isEmpty() && m_entries.at(row).code == m_code) {
            marked = row;
        }
    }
    if (m_entries.isEmpty()) {
        closeList();
        return;
    }
    if (m_open && !key.isEmpty() && !isListed) {
        m_entries.append({{}, typed});
        labels.append(tr("“%1” as typed").arg(typed.trimmed()));
    }
    m_model->setStringList(labels);
    if (!m_list) {
        m_list = new QListView;
        m_list->setObjectName(QStringLiteral("choices"));
        m_list->setModel(m_model);
        m_list->setUniformItemSizes(true);
        m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setAccessibleName(accessibleName());
        connect(m_list, &QListView::clicked, this, &CategoryBox::takeListed);
    }
    place();
    mark(marked);
}

/** What the list lies on: what scrolls with the line, else the window. */
QWidget *CategoryBox::ground() const
{
    for (QWidget *up = parentWidget(); up; up = up->parentWidget()) {
        if (const auto *area = qobject_cast<QScrollArea *>(up)) {
            return area->widget();
        }
    }
    return window();
}

void CategoryBox::place()
{
    QWidget *under = ground();
    if (m_list->parentWidget() != under) {
        m_list->setParent(under);
    }
    m_list->ensurePolished();
    const int rowHeight = std::max(1, m_list->sizeHintForRow(0));
    const int wanted = rowHeight * std::min<int>(MostShown, static_cast<int>(m_entries.size())) + 2 * m_list->frameWidth();
    const QPoint corner = mapTo(under, QPoint(0, 0));
    const QRect seen = under->visibleRegion().boundingRect();
    const int below = seen.bottom() + 1 - (corner.y() + height());
    const int above = corner.y() - seen.top();
    const bool isBelow = below >= wanted || below >= above;
    const int high = std::clamp(isBelow ? below : above, std::min(wanted, 2 * rowHeight), wanted);
    m_list->setGeometry(corner.x(), isBelow ? corner.y() + height() : corner.y() - high, width(), high);
    m_list->show();
    m_list->raise();
}

void CategoryBox::mark(int row)
{
    const QModelIndex index = m_model->index(row);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    // The list never has the focus; a screen reader is told which entry is marked all the same.
    QAccessibleEvent told(m_list, QAccessible::Focus);
    told.setChild(row);
    QAccessible::updateAccessibility(&told);
}

void CategoryBox::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_entries.size()) - 1;
    const int row = isListOpen() ? m_list->currentIndex().row() : 0;
    if (!isListOpen()) {
        if (event->key() == Qt::Key_Down && !isReadOnly()) {
            // A chosen entry is looked up among all the others; typed letters go on choosing.
            offer(m_code.isEmpty() ? text() : QString());
            return;
        }
        QLineEdit::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Down:
        mark(row == last ? 0 : row + 1);
        return;
    case Qt::Key_Up:
        mark(row == 0 ? last : row - 1);
        return;
    case Qt::Key_PageDown:
        mark(std::min(last, row + PageStep));
        return;
    case Qt::Key_PageUp:
        mark(std::max(0, row - PageStep));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        takeListed();
        return;
    case Qt::Key_Escape:
        closeList();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void CategoryBox::focusOutEvent(QFocusEvent *event)
{
    closeList();
    QLineEdit::focusOutEvent(event);
}

void CategoryBox::hideEvent(QHideEvent *event)
{
    closeList();
    QLineEdit::hideEvent(event);
}

} // namespace motcua
