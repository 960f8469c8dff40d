// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Counter.h"

#include <QObject>

namespace motcua {

/**
 * For the bench: tells on standard output when the window became useful, one line a moment with the microseconds of the machine's
 * monotonic clock: `sign-in` focused and painted, `signed-in`, `worklist` painted.
 *
 * Signs in with the name and the password that stand in the first two lines of standard input; the program ends when that ends.
 */
class Moments : public QObject
{
    Q_OBJECT

public:
    explicit Moments(Counter *counter, QObject *parent = nullptr);

    static void tell(const char *moment);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void read();
    void signIn();

    Counter *m_counter = nullptr;
    QByteArray m_input;
    bool m_signInTold = false;
    bool m_given = false;
    bool m_worklistTold = false;
};

} // namespace motcua
