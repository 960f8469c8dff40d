// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Attachments.h"
#include "models/base/Id.h"

#include <QList>
#include <QSet>

#include <optional>

/** Questions about the files that entries name, for Store::ask(). */
namespace motcua::storage {

class Connection;

/** The reference of an attachment that an entry held here names; none when no entry does, or its payload is not here. */
struct NamedAttachment
{
    using Answer = std::optional<AttachmentReference>;
    QByteArray name = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Whose logs name an attachment, as far as their entries are held here with their payload. */
struct NamingLogs
{
    using Answer = QSet<Id>;
    QByteArray name = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** An attachment, and the entry that names it. */
struct EntryAttachment
{
    quint64 seq = 0;
    QByteArray kind = {};
    AttachmentReference reference = {};
};

/** The attachments named in the stretch (after, last] of a log, in its order, from as many entries as a step looks through. */
struct LogAttachments
{
    struct Step
    {
        QList<EntryAttachment> attachments = {};
        quint64 seenTo = 0; ///< up to where the log was looked through; `after` when there is nothing more
    };
    using Answer = Step;

    Id origin = {};
    quint64 after = 0;
    quint64 last = ~quint64{0};
    qsizetype limit = 500; ///< entries a step

    [[nodiscard]] Answer run(Connection &connection) const;
};

} // namespace motcua::storage
