// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace motcua {

/** A line for passwords, PINs and keys: no input method reaches it, nothing can be copied out, and it notices Caps Lock. */
class SecretEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretEdit(QWidget *parent = nullptr);

    /** The text, which leaves the line empty and its undo history gone. */
    [[nodiscard]] QString take();

Q_SIGNALS:
    /** A letter came in the case that Caps Lock gives. */
    void capsLockSeen(bool on);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace motcua
