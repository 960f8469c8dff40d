// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QLineEdit;
class QWidget;

namespace motcua {

class LineGrid;
class SecretEdit;

/** Where a supervisor stands beside: their sign-in name and their own password, as the next lines of a page. Hidden for who needs nobody. */
class ApproverBox : public QObject
{
    Q_OBJECT

public:
    /** `page` is what `grid` is laid out on. */
    ApproverBox(LineGrid *grid, QWidget *page);

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
    QList<QWidget *> m_shown; ///< lines and their words
};

} // namespace motcua
