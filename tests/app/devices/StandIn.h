// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTemporaryDir>

#include <csignal>

namespace motcua::test {

/** Programs that are started in place of a worker: scripts, in a folder of their own. */
class StandIn
{
public:
    /** Path of a program; `mayRun` false: a file that may not be started. */
    QString program(const QByteArray &script, bool mayRun = true)
    {
        const QString path = m_folder.filePath(QStringLiteral("worker-%1").arg(m_count++));
        return write(path, "#!/bin/sh\n" + script, mayRun) ? path : QString();
    }

    /** One that takes everything and then says `bytes`. */
    QString saying(const QByteArray &bytes, const QByteArray &then = {})
    {
        const QString path = m_folder.filePath(QStringLiteral("answer-%1").arg(m_count));
        return write(path, bytes, false) ? program("cat > /dev/null\ncat '" + QFile::encodeName(path) + "'\n" + then) : QString();
    }

    /** What may be run by its mode, and is nothing that runs. */
    QString noProgram()
    {
        const QString path = m_folder.filePath(QStringLiteral("no-program"));
        return write(path, QByteArray("\x7F" "ELF and no more"), true) ? path : QString();
    }

    /** One that writes its process number into that file of the folder, and hangs. */
    QString hanging(const QString &name)
    {
        const QByteArray number = QFile::encodeName(path(name));
        return program("echo $$ > '" + number + ".new'; mv '" + number + ".new' '" + number + "'\nexec sleep 600\n");
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /** Whether the one that hangs, by the name of its file, has begun and not ended. */
    [[nodiscard]] bool runs(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) && ::kill(file.readAll().trimmed().toInt(), 0) == 0;
    }

private:
    static bool write(const QString &path, const QByteArray &bytes, bool mayRun)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | (mayRun ? QFile::ExeOwner : QFile::Permission{}));
    }

    QTemporaryDir m_folder;
    int m_count = 0;
};

} // namespace motcua::test
