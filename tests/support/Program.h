// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua::testsupport {

/** A program run as a person runs it, allowed to leave a core file, so that a test sees how it ended and what it left. */
class Program
{
public:
    /** How it ended. */
    struct End
    {
        int code = -1; ///< exit code; −1 when a signal ended it
        int signal = 0;
        bool dumped = false; ///< it left a core file
    };

    /** `folder` is where it runs; a core file would lie there. */
    Program(const QString &path, const QStringList &arguments, const QString &folder);
    ~Program();
    Q_DISABLE_COPY_MOVE(Program)

    void setEnvironment(const QString &name, const QString &value) { m_environment.insert(name, value); }
    /** Where its standard output goes, appended; else nowhere. */
    void setOutput(const QString &file) { m_output = file; }
    void setErrors(const QString &file) { m_errors = file; }

    /** Its standard input is a pipe that stays open and empty. */
    [[nodiscard]] bool start();
    [[nodiscard]] qint64 id() const { return m_id; }

    /** The soft limit for core files as the system reports it now, in bytes; none when the program has ended. */
    [[nodiscard]] std::optional<QByteArray> coreLimit() const;

    void kill(int signal) const;
    [[nodiscard]] End waitForEnd();

private:
    QString m_path;
    QStringList m_arguments;
    QString m_folder;
    QMap<QString, QString> m_environment;
    QString m_output;
    QString m_errors;
    qint64 m_id = 0;
    int m_input = -1;
};

} // namespace motcua::testsupport
