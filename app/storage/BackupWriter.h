// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Attachments.h"
#include "app/storage/Backup.h"

namespace motcua::storage {

class Connection;

/** Writes one back-up from a consistent copy of an open store; throws StoreFault and leaves no half back-up behind. */
class BackupWriter
{
public:
    /** `beside`: the store next to which slots, issuers and law lie; empty: that of `connection`. */
    BackupWriter(Connection &connection, Attachments attachments, const StoreOptions &options, const QString &beside = {});

    [[nodiscard]] BackupReport write(const QString &folder);

private:
    void fill(const QString &folder, BackupReport &report);
    void copyAttachments(const QString &folder, BackupReport &report);
    void copyCertificates(const QString &folder, const QString &part);
    void copyLaw(const QString &folder);
    void sign(const QString &folder, BackupReport &report);

    Connection &m_connection;
    Attachments m_attachments;
    const StoreOptions &m_options;
    QString m_beside;
};

} // namespace motcua::storage
