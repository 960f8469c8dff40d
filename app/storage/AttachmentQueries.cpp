// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/AttachmentQueries.h"

#include "app/storage/Connection.h"
#include "app/storage/JournalTables.h"
#include "app/storage/KeptAttachments.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace motcua::storage {

using journal::Entry;

namespace {

constexpr QByteArrayView Mark("\"a1."); // no other text of ours begins so; what has none of it needs no parsing

QList<AttachmentReference> referencesIn(const Entry &entry)
{
    return entry.payload && entry.payload->bytes.contains(Mark) ? attachmentsIn(QJsonDocument::fromJson(entry.payload->bytes).object())
                                                                : QList<AttachmentReference>();
}

/** Every place where an entry names it, while `take` says to go on. */
template <typename Take>
void forEachNaming(Connection &connection, const QByteArray &name, Take take)
{
    const Snapshot snapshot(connection);
    JournalTables journal(connection);
    Statement row = connection.statement("SELECT dossier FROM p_attachment WHERE name = ?1");
    row.blob(name);
    while (row.step()) {
        for (const Entry &entry : journal.entriesOf(SubjectRow{.no = row.integer(0)})) {
            for (const AttachmentReference &reference : referencesIn(entry)) {
                if (reference.name == name && !take(entry, reference)) {
                    return;
                }
            }
        }
    }
}

} // namespace

NamedAttachment::Answer NamedAttachment::run(Connection &connection) const
{
    std::optional<AttachmentReference> found;
    forEachNaming(connection, name, [&found](const Entry &, const AttachmentReference &reference) {
        found = reference;
        return false;
    });
    return found;
}

NamingLogs::Answer NamingLogs::run(Connection &connection) const
{
    QSet<Id> logs;
    forEachNaming(connection, name, [&logs](const Entry &entry, const AttachmentReference &) {
        logs.insert(entry.header.key.origin);
        return true;
    });
    return logs;
}

LogAttachments::Answer LogAttachments::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    JournalTables journal(connection);
    Step step{{}, after};
    const std::optional<OriginRow> row = journal.origin(origin);
    if (!row) {
        return step;
    }
    for (const Entry &entry : journal.log(row->no, after + 1, qMin(last, row->contiguous), limit)) {
        step.seenTo = entry.header.key.seq;
        for (const AttachmentReference &reference : referencesIn(entry)) {
            step.attachments.append({entry.header.key.seq, entry.header.kind, reference});
        }
    }
    return step;
}

} // namespace motcua::storage
