// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CountBox.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>

namespace motcua {

CountBox::CountBox(QWidget *parent)
    : QWidget(parent)
{
    m_edit = new QLineEdit(this);
    m_edit->setAlignment(Qt::AlignRight);
    m_edit->setFixedWidth(72);
    m_edit->setInputMethodHints(Qt::ImhDigitsOnly);
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    const auto button = [this](const QString &sign, int by, const QString &name) {
        auto *made = new QToolButton(this);
        made->setText(sign);
        made->setProperty("role", QStringLiteral("small"));
        made->setFocusPolicy(Qt::NoFocus);
        made->setAccessibleName(name);
        connect(made, &QToolButton::clicked, this, [this, by] {
            m_edit->setFocus();
            step(by);
        });
        return made;
    };
    row->addWidget(button(QStringLiteral("−"), -1, tr("One less")));
    row->addWidget(m_edit);
    row->addWidget(button(QStringLiteral("+"), 1, tr("One more")));
    row->addStretch(1);
}

void CountBox::setRange(std::optional<qint64> minimum, std::optional<qint64> maximum)
{
    m_minimum = minimum;
    m_maximum = maximum;
}

void CountBox::step(int by)
{
    bool isNumber = false;
    const qint64 now = m_edit->text().toLongLong(&isNumber);
    qint64 next = isNumber ? now + by : m_minimum.value_or(1);
    next = std::max(next, m_minimum.value_or(0));
    if (m_maximum) {
        next = std::min(next, *m_maximum);
    }
    m_edit->setText(QString::number(next));
}

bool CountBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Plus || key == Qt::Key_Up) {
            step(1);
            return true;
        }
        if (key == Qt::Key_Minus || key == Qt::Key_Down) {
            step(-1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace motcua
