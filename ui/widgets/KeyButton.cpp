// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/KeyButton.h"

#include "ui/widgets/Restyle.h"

namespace motcua {

KeyButton::KeyButton(const QString &label, const QString &key, Role role, QWidget *parent)
    : QPushButton(parent)
{
    setAutoDefault(false);
    switch (role) {
    case Role::Plain:
        break;
    case Role::Main:
        setProperty("role", QStringLiteral("main"));
        break;
    case Role::Flat:
        setProperty("role", QStringLiteral("flat"));
        break;
    }
    setWords(label, key);
}

void KeyButton::setWords(const QString &label, const QString &key)
{
    m_label = label;
    m_key = key;
    setText(key.isEmpty() ? label : label + QStringLiteral("  ") + key);
    setAccessibleName(label);
    setAccessibleDescription(key);
}

void KeyButton::setRefused(bool refused)
{
    restyle(this, "refused", refused);
}

} // namespace motcua
