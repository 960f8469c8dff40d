// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

class QLabel;

namespace motcua {

/** What the status line tells; an empty text is left out. */
struct StatusLine
{
    QString delivery = {}; ///< portal and centre, with the time of the last success
    QString devices = {};
    QString catalogue = {}; ///< the day its newest rule came into force
    QString version = {};

    friend bool operator==(const StatusLine &, const StatusLine &) = default;
};

/** Region S: one line that is always there. */
class StatusBar : public QFrame
{
    Q_OBJECT

public:
    static constexpr int Height = 24;

    explicit StatusBar(QWidget *parent = nullptr);

    void draw(const StatusLine &line, const QString &helpKey);

private:
    QLabel *m_left = nullptr;
    QLabel *m_right = nullptr;
};

} // namespace motcua
