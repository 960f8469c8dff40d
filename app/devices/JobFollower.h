// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/Spooler.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace motcua {

/** Asks a spooler about jobs until each is final, and says so once. Lives on the thread that may block. */
class JobFollower : public QObject
{
    Q_OBJECT

public:
    explicit JobFollower(Spooler &spooler);

    void follow(const PrintJob &job);

Q_SIGNALS:
    void printed(const motcua::PrintJob &job);
    void failed(const motcua::PrintJob &job, const motcua::Error &error);
    void stalled(const motcua::PrintJob &job, const QStringList &reasons);

private:
    struct Followed
    {
        PrintJob job = {};
        QStringList seen = {}; ///< why it stalled at the last look
        QStringList said = {}; ///< what stalled() said last
        bool isFinal = false;
    };

    void poll();
    void ask(Followed &followed);

    Spooler &m_spooler;
    QList<Followed> m_jobs;
    QTimer m_timer;
};

} // namespace motcua
