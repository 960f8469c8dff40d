// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/OptionBox.h"

#include "models/base/Text.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QStyleOptionComboBox>
#include <QWheelEvent>

#include <algorithm>

namespace motcua {

namespace {

constexpr qint64 PrefixPauseMs = 1500;
constexpr int IconSpace = 4; // px beside the icon that none of them has, but that their frame keeps room for
constexpr int WordSpace = 2; // px above and below

} // namespace

OptionBox::OptionBox(QWidget *parent)
    : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setMinimumContentsLength(12);
    addItem(QStringLiteral("—"), QString());
}

void OptionBox::addOption(const QString &code, const QString &label)
{
    addItem(label, code);
}

void OptionBox::setCode(const QString &code)
{
    const int found = findData(code);
    setCurrentIndex(found < 0 ? 0 : found);
}

void OptionBox::setEmptyWords(const QString &words)
{
    setItemText(0, words);
}

/** What QComboBox::AdjustToMinimumContentsLengthWithIcon gives; but to ask for that makes the window of the list for every box of a form. */
QSize OptionBox::sizeHint() const
{
    ensurePolished();
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const int width = minimumContentsLength() * fontMetrics().horizontalAdvance(QLatin1Char('X')) + iconSize().width() + IconSpace;
    const int height = std::max(fontMetrics().height(), iconSize().height()) + WordSpace;
    return style()->sizeFromContents(QStyle::CT_ComboBox, &option, {width, height}, this);
}

void OptionBox::changeEvent(QEvent *event)
{
    // The list would be made only to be told of another look; it takes the look there is when it is made.
    if (event->type() == QEvent::StyleChange && !findChild<QAbstractItemView *>()) {
        QWidget::changeEvent(event);
        return;
    }
    QComboBox::changeEvent(event);
}

void OptionBox::keyPressEvent(QKeyEvent *event)
{
    const QString typed = event->text();
    const bool isLetter = !typed.isEmpty() && typed.at(0).isPrint() && !(typed == u" " && m_prefix.isEmpty())
        && (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (!isLetter) {
        m_prefix.clear();
        QComboBox::keyPressEvent(event);
        return;
    }
    if (!m_sinceLetter.isValid() || m_sinceLetter.elapsed() > PrefixPauseMs) {
        m_prefix.clear();
    }
    m_sinceLetter.start();
    m_prefix += typed;
    if (!chooseByPrefix()) {
        m_prefix = typed;
        chooseByPrefix();
    }
    event->accept();
}

void OptionBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

bool OptionBox::chooseByPrefix()
{
    const QString wanted = text::folded(m_prefix);
    if (wanted.isEmpty()) {
        return false;
    }
    int inside = -1;
    for (int index = 1; index < count(); ++index) {
        const QString label = text::folded(itemText(index));
        if (label.startsWith(wanted) || itemData(index).toString() == m_prefix) {
            setCurrentIndex(index);
            return true;
        }
        if (inside < 0 && label.contains(u' ' + wanted)) {
            inside = index;
        }
    }
    if (inside >= 0) {
        setCurrentIndex(inside);
    }
    return inside >= 0;
}

} // namespace motcua
