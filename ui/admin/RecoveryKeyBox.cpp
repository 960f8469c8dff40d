// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/RecoveryKeyBox.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua {

RecoveryKeyBox::RecoveryKeyBox(QWidget *parent)
    : QWidget(parent)
{
    m_edit = new QLineEdit(this);
    m_edit->setAccessibleName(tr("Recovery key"));
    m_edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhPreferUppercase);
    m_edit->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_edit->setContextMenuPolicy(Qt::NoContextMenu);
    m_edit->setDragEnabled(false);
    m_marks = new QLabel(this);
    m_marks->setTextFormat(Qt::PlainText);
    m_marks->setWordWrap(true);
    setFocusProxy(m_edit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_edit);
    column->addWidget(m_marks);
    connect(m_edit, &QLineEdit::textChanged, this, &RecoveryKeyBox::judge);
}

void RecoveryKeyBox::setKey(int groups, int groupSize, const Differing &differing)
{
    m_groups = groups;
    m_groupSize = groupSize;
    m_differing = differing;
    m_edit->clear();
    judge();
}

bool RecoveryKeyBox::isCopied() const
{
    return m_differing && m_differing(m_edit->text()).isEmpty();
}

void RecoveryKeyBox::judge()
{
    const QString typed = m_edit->text();
    const auto letters = std::count_if(typed.begin(), typed.end(), [](QChar one) { return one.isLetterOrNumber(); });
    const QList<int> differing = m_differing ? m_differing(typed) : QList<int>();
    QStringList marks;
    for (int group = 1; group <= m_groups; ++group) {
        // A group still being typed is neither right nor wrong yet.
        const bool isTyped = letters >= qsizetype(group) * m_groupSize;
        const QString mark = !isTyped ? QStringLiteral("○") : differing.contains(group) ? QStringLiteral("✖") : QStringLiteral("✔");
        marks.append(QStringLiteral("%1 %2").arg(group).arg(mark));
    }
    m_marks->setText(marks.join(QStringLiteral("    ")));
    Q_EMIT copied(isCopied());
}

} // namespace motcua
