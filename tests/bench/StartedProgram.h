// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QProcess>
#include <QString>

namespace motcua::bench {

/** A program beside the bench that tells its moments on standard output, and ends when its standard input does. */
class StartedProgram
{
public:
    /** `name` is a file in the bench's own folder. */
    StartedProgram(const QString &name, const QStringList &arguments);
    ~StartedProgram();
    Q_DISABLE_COPY_MOVE(StartedProgram)

    void give(const QByteArray &input);
    /** Milliseconds from the start of the process to that moment. Ends the bench when the program ends first or 60 s pass. */
    [[nodiscard]] double moment(const QByteArray &name);
    /** A line of /proc/PID/smaps_rollup, in MiB. */
    [[nodiscard]] double memory(const char *line) const;

private:
    QString m_name;
    QProcess m_process;
    qint64 m_startedUs = 0;
    QHash<QByteArray, qint64> m_moments;
};

} // namespace motcua::bench
