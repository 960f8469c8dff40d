// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace motcua {

/** A button that prints its key after its words: "Accept  Ctrl+Enter". It is pressed with Space or the mouse; Enter never presses it. */
class KeyButton : public QPushButton
{
    Q_OBJECT

public:
    enum class Role { Plain, Main, Flat };

    explicit KeyButton(const QString &label = {}, const QString &key = {}, Role role = Role::Plain, QWidget *parent = nullptr);

    void setWords(const QString &label, const QString &key);
    [[nodiscard]] QString label() const { return m_label; }
    [[nodiscard]] QString key() const { return m_key; }

    /** Drawn as one that cannot act now; it stays pressable so that it can say why. */
    void setRefused(bool refused);

private:
    QString m_label;
    QString m_key;
};

} // namespace motcua
