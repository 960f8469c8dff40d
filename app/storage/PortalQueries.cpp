// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/PortalQueries.h"

#include "app/storage/Connection.h"

#include <QJsonDocument>

#include <algorithm>

// The index has only these, and by name of the index a plan that reads the journal is refused.
#define DESK_ENTRIES \
    "SELECT e.header, e.salt, e.payload FROM j_entry e INDEXED BY j_entry_desk JOIN j_origin o ON o.no = e.place >> 40 " \
    "WHERE e.kind IN ('desk.invited', 'desk.enrolled', 'desk.revoked') AND o.origin IN (SELECT origin FROM l_origin_key) "

namespace motcua::storage {

namespace {

QString codeIn(QByteArrayView settings)
{
    return QJsonDocument::fromJson(settings.toByteArray()).object()[u"organisationCode"].toString();
}

Id invitationIn(const QByteArray &payload)
{
    return Id::fromString(QJsonDocument::fromJson(payload).object()[u"invitation"].toString());
}

} // namespace

QList<journal::Entry> DeskEntries::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    QList<journal::Entry> entries;
    const auto read = [&entries](Statement &row) {
        while (row.step()) {
            entries.append(JournalTables::entryAt(row, 0));
        }
    };
    if (!desk) {
        Statement row = connection.statement(DESK_ENTRIES "ORDER BY e.time, e.place");
        read(row);
        return entries;
    }
    QSet<Id> subjects{*desk};
    const auto readSubject = [&](const Id &subject) {
        Statement row = connection.statement(DESK_ENTRIES "AND e.subject = (SELECT no FROM j_subject WHERE subject = ?1) ORDER BY e.time, e.place");
        read(row.bind(subject));
    };
    readSubject(*desk);
    const QList<journal::Entry> own = entries;
    for (const journal::Entry &entry : own) {
        const Id with = entry.payload ? invitationIn(entry.payload->bytes) : Id();
        if (!with.isNull() && !subjects.contains(with)) {
            subjects.insert(with);
            readSubject(with);
        }
    }
    std::stable_sort(entries.begin(), entries.end(),
        [](const journal::Entry &one, const journal::Entry &other) { return one.header.time < other.header.time; });
    return entries;
}

std::optional<OriginRow> OriginNow::run(Connection &connection) const
{
    return JournalTables(connection).origin(origin);
}

QSet<Id> LogsForDesk::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    QSet<Id> logs;
    Statement own = connection.statement("SELECT origin FROM l_origin_key");
    while (own.step()) {
        logs.insert(own.id(0));
    }
    Statement asked = connection.statement("SELECT o.settings FROM j_subject s JOIN p_origin o ON o.no = s.no WHERE s.subject = ?1");
    const QString code = asked.bind(desk).step() ? codeIn(asked.view(0)) : QString();
    if (!code.isEmpty()) {
        Statement row = connection.statement("SELECT s.subject, o.settings FROM p_origin o JOIN j_subject s ON s.no = o.no");
        while (row.step()) {
            if (codeIn(row.view(1)) == code) {
                logs.insert(row.id(0));
            }
        }
    }
    return logs;
}

QMap<QString, QByteArray> SettingsUnder::run(Connection &connection) const
{
    const QString whole = QStringLiteral("app.") + prefix;
    QMap<QString, QByteArray> settings;
    Statement row = connection.statement("SELECT name, value FROM l_setting WHERE substr(name, 1, length(?1)) = ?1");
    row.text(whole);
    while (row.step()) {
        settings.insert(row.string(0).sliced(whole.size()), row.bytes(1));
    }
    return settings;
}

} // namespace motcua::storage
