// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace motcua {

class SecretEdit;

/** Where a supervisor stands beside: their sign-in name and their own password. Hidden for who needs nobody. */
class ApproverBox : public QWidget
{
    Q_OBJECT

public:
    explicit ApproverBox(QWidget *parent = nullptr);

    void begin(bool isAsked);
    [[nodiscard]] bool isAsked() const { return m_isAsked; }
    [[nodiscard]] QString name() const;
    /** Leaves the line empty. */
    [[nodiscard]] QString takePassword();
    /** What is missing, a whole sentence; empty when nothing is. */
    [[nodiscard]] QString missing() const;

Q_SIGNALS:
    void changed();

private:
    bool m_isAsked = false;
    QLineEdit *m_name = nullptr;
    SecretEdit *m_password = nullptr;
};

} // namespace motcua
