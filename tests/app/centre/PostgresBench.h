// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/DatabaseAccess.h"

#include <QProcess>
#include <QTemporaryDir>

namespace motcua::test {

/** A real PostgreSQL on a free port of the loopback, in a folder of its own, ended by its id. */
class PostgresBench
{
public:
    /** Where its programs are; empty where there is no PostgreSQL on this machine. */
    [[nodiscard]] static QString programs();

    PostgresBench() = default;
    ~PostgresBench();
    Q_DISABLE_COPY_MOVE(PostgresBench)

    /** It takes connections; else `output` says why not. Called again after stop() or kill() it goes on with the same data on the same port. */
    [[nodiscard]] bool start();
    /** Begun as a copy of `first`, which it follows from then on (streaming replication); read only until promote(). */
    [[nodiscard]] bool follow(const PostgresBench &first);
    [[nodiscard]] bool promote() const; ///< it takes writes from now on
    void stop(); ///< in good order, whoever is connected
    void kill(); ///< as when the machine loses its power
    [[nodiscard]] QString output() const { return m_output; }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /** What stands in postgresql.conf besides, from the next start on. */
    void configure(const QByteArray &lines);
    /** It speaks TLS with this certificate and key, in PEM, from the next start on. */
    void secure(const QByteArray &certificate, const QByteArray &key);
    /** A new, empty database whose owner may nothing else, and the way to it. */
    [[nodiscard]] centre::DatabaseAccess database(const QString &name);
    /** The same way once more. */
    [[nodiscard]] centre::DatabaseAccess access(const QString &name) const;
    /** As the owner of the server. True when it was done. */
    bool run(const QByteArray &sql, const QString &database = QStringLiteral("postgres")) const;

private:
    [[nodiscard]] QStringList asOwner(const QString &program, const QStringList &arguments) const;
    [[nodiscard]] bool made();
    [[nodiscard]] bool isReady() const;

    QTemporaryDir m_folder{QStringLiteral("/tmp/motcua-pg-XXXXXX")}; // its path goes into that of a socket, which may have 107 bytes
    int m_port = 0;
    QByteArray m_first; ///< to be configured with its making
    QString m_output;
    QProcess m_process;
};

} // namespace motcua::test
