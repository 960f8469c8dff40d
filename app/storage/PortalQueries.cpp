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

QString unitOf(Connection &connection, const Id &desk)
{
    Statement asked = connection.statement("SELECT o.settings FROM j_subject s JOIN p_origin o ON o.no = s.no WHERE s.subject = ?1");
    return asked.bind(desk).step() ? codeIn(asked.view(0)) : QString();
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

QList<journal::Entry> SystemEntries::run(Connection &connection) const
{
    QList<journal::Entry> entries;
    Statement row = connection.statement("SELECT e.header, e.salt, e.payload FROM j_entry e INDEXED BY j_entry_system JOIN j_origin o ON o.no = e.place >> 40 "
                                         "WHERE e.kind IN ('system.admitted', 'system.removed') AND o.origin IN (SELECT origin FROM l_origin_key) "
                                         "ORDER BY e.time, e.place");
    while (row.step()) {
        entries.append(JournalTables::entryAt(row, 0));
    }
    return entries;
}

QSet<Id> LogsForDesk::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    QSet<Id> logs;
    Statement own = connection.statement("SELECT origin FROM l_origin_key");
    while (own.step()) {
        logs.insert(own.id(0));
    }
    const QString code = unitOf(connection, desk);
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

bool IsFileOfUnit::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    const QString code = unitOf(connection, desk);
    Statement row = connection.statement("SELECT 1 FROM p_attachment a JOIN p_dossier d ON d.no = a.dossier WHERE a.name = ?1 AND ?2 <> '' "
                                         "AND (d.unit = ?2 OR d.competent_unit = ?2) LIMIT 1");
    return row.blob(name).text(code).step();
}

QSet<Id> DossiersOfOtherUnits::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    const QString code = unitOf(connection, desk);
    QSet<Id> others;
    for (const Id &subject : subjects) {
        Statement row = connection.statement("SELECT d.unit, d.competent_unit FROM j_subject s JOIN p_dossier d ON d.no = s.no WHERE s.subject = ?1");
        if (row.bind(subject).step() && row.string(0) != code && row.string(1) != code) {
            others.insert(subject);
        }
    }
    return others;
}

int LogsOfDesk::run(Connection &connection) const
{
    int logs = 0;
    Statement row = connection.statement("SELECT settings FROM p_origin");
    while (row.step()) {
        const QJsonObject settings = QJsonDocument::fromJson(row.view(0).toByteArray()).object();
        logs += settings[u"organisationCode"].toString() == organisation && settings[u"deskNumber"].toInt() == desk ? 1 : 0;
    }
    return logs;
}

QMap<QString, QString> UnitsOfDesks::run(Connection &connection) const
{
    QMap<QString, QString> units;
    Statement row = connection.statement("SELECT settings FROM p_origin");
    while (row.step()) {
        const QJsonObject settings = QJsonDocument::fromJson(row.view(0).toByteArray()).object();
        if (const QString code = settings[u"organisationCode"].toString(); !code.isEmpty()) {
            units.insert(code, settings[u"unitName"].toString());
        }
    }
    return units;
}

std::monostate ForgottenSettings::run(Connection &connection) const
{
    for (const QString &name : names) {
        connection.statement("DELETE FROM l_setting WHERE name = ?1").text(QStringLiteral("app.") + name).run();
    }
    return {};
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
