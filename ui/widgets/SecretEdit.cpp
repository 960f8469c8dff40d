// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SecretEdit.h"

#include <QKeyEvent>

namespace motcua {

SecretEdit::SecretEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    // Qt keeps the attribute on for password lines that a native input method could still serve.
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setContextMenuPolicy(Qt::NoContextMenu);
}

QString SecretEdit::take()
{
    const QString secret = text();
    setText(QString());
    return secret;
}

void SecretEdit::keyPressEvent(QKeyEvent *event)
{
    const QString typed = event->text();
    if (typed.size() == 1 && typed.at(0).isLetter()) {
        const bool shifted = event->modifiers().testFlag(Qt::ShiftModifier);
        Q_EMIT capsLockSeen(typed.at(0).isUpper() != shifted);
    }
    QLineEdit::keyPressEvent(event);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

} // namespace motcua
