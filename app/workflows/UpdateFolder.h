// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

/**
 * Where the programs of a machine and its root service `motcua-update` leave each other word of a release: a folder of root's, with an inbox into which whoever works
 * at the machine may put files of their own, and whose rest they may read. No file of it tells of a person.
 *
 * The service puts a release in when no program of ours runs. From then on it is on trial, until a store it was copied from was opened by the new program: every
 * opening begins with begin() and ends with confirm() before anything is written, or with fail(). The service puts program and store back where the second comes, or
 * neither comes in time.
 */
class UpdateFolder
{
public:
    explicit UpdateFolder(QString path, QString keyFile = {}, QString program = QStringLiteral(MOTCUA_VERSION));

    /** MOTCUA_UPDATES with release.pem in it, else what the package brings. */
    [[nodiscard]] static UpdateFolder usual();

    /** Whose releases this machine takes, as root said. Errors: NotFound (none), FileUnreadable, Invalid. */
    [[nodiscard]] Result<QByteArray> key() const;
    /** The service is at work: no store is opened meanwhile. */
    [[nodiscard]] bool isBusy() const;
    /** Versions that were taken back here, the last one last. */
    [[nodiscard]] QStringList rolledBack() const;

    /** `release` is to be put in when nobody works; `store`: folder of the store that the machine has then. Error: FileUnwritable (the service is not there, too). */
    [[nodiscard]] Result<> ask(const QString &version, const QString &release, const QString &store) const;
    /** What ask() asked for, as long as the service has not taken it on; empty: nothing. */
    [[nodiscard]] QString asked() const;

    // While a release is on trial; without, or for a store that was not there then, each does nothing.

    /** Before the store is opened. Errors: StoreBusy (the service is at work), StoreNewer (another version is on trial than the one that runs: it has to be started again), FileUnwritable. */
    [[nodiscard]] Result<> begin(const QString &store) const;
    /** It was opened, and nothing of this session was written yet. Error: FileUnwritable: then nothing may be written, for it would be lost. */
    [[nodiscard]] Result<> confirm(const QString &store) const;
    /** It could not be opened; `why` is the name of an error. */
    void fail(const QString &store, const QString &why) const;

private:
    /** The version on trial for that store; empty: none, or it was judged already. */
    [[nodiscard]] QString onTrial(const QString &store) const;
    [[nodiscard]] QString inbox(const char *what) const;
    [[nodiscard]] Result<> leave(const char *what, const QStringList &lines) const;

    QString m_path;
    QString m_keyFile;
    QString m_program; ///< version that runs
};

} // namespace motcua
