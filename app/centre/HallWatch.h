// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/DatabaseAccess.h"

#include <QObject>

#include <memory>

class QThread;

namespace motcua::centre {

class HallLoop;

/**
 * Listens to the hall of a centre on a connection of its own, and knows within three seconds when it is out of reach.
 *
 * Says that something changed also where whoever changed it did not come to say so. Whatever is read has to be read again after isBack(): what happened
 * meanwhile is told to nobody. Asks one short statement every 1.8 seconds.
 */
class HallWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr int PulseMs = 1'800;

    explicit HallWatch(const DatabaseAccess &access, QObject *parent = nullptr);
    /** Does not wait for a server that is out of reach. */
    ~HallWatch() override;

    /** This desk changed something: the others are told. */
    void tellOthers();
    /** A verb found the centre out of reach: it is looked for at once, and answered by isBack() or isAway(). */
    void lookNow();

Q_SIGNALS:
    void changed();
    void isBack(); ///< also the first time
    void isAway(const motcua::Error &why);

private:
    std::shared_ptr<HallLoop> m_loop;
    QThread *m_thread = nullptr;
};

} // namespace motcua::centre
