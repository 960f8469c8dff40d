// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

class QLabel;
class QPushButton;

namespace motcua {

class ElidedLabel;

/** What the status line tells; an empty text is left out. */
struct StatusLine
{
    QString delivery = {}; ///< portal and centre, with the time of the last success
    QString deliveryTold = {}; ///< the same in whole sentences, for the pointer and for whoever listens
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

    /**
     * `machineKey` opens the page that tells more of the devices, and so does the mouse on them; `outboxKey` that of what is sent to the portal, and
     * so does the mouse on how it stands; empty: nobody may open it now.
     */
    void draw(const StatusLine &line, const QString &helpKey, const QString &machineKey = {}, const QString &outboxKey = {});

Q_SIGNALS:
    void deliveryPressed();
    void devicesPressed();

private:
    QPushButton *m_delivery = nullptr;
    QLabel *m_between = nullptr;
    QPushButton *m_devices = nullptr;
    ElidedLabel *m_left = nullptr;
    QLabel *m_right = nullptr;
};

} // namespace motcua
