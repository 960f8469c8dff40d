// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QMap>
#include <QString>

#include <mutex>

namespace motcua::testsupport {

/**
 * Named places on the way of a program at which it can die: whoever comes by says so, and at the fatal one the process ends by SIGKILL.
 *
 * A name is the stage of the work and what happens in it, "accept: dossier.accepted on the disk"; what happens again in one stage is numbered.
 */
class KillPoints
{
public:
    /** Every name that is reached is written to the file `trail` first; `fatal` may be empty. */
    KillPoints(const QString &trail, const QByteArray &fatal);

    /** What is done from here on. */
    void enter(const QByteArray &stage);
    /** From any thread. */
    void reached(const QByteArray &what);

private:
    std::recursive_mutex m_mutex;
    QFile m_trail;
    QByteArray m_fatal;
    QByteArray m_stage;
    QMap<QByteArray, int> m_times; ///< by name without its number
};

} // namespace motcua::testsupport
