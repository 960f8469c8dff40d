// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/SharePolicy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace motcua::journal {

namespace {

std::optional<Share> shareOf(const QJsonValue &word)
{
    const QString text = word.toString();
    if (text == u"full") {
        return Share::Full;
    }
    if (text == u"header") {
        return Share::HeaderOnly;
    }
    if (text == u"never") {
        return Share::Never;
    }
    return std::nullopt;
}

} // namespace

Result<SharePolicy> SharePolicy::fromJson(const QByteArray &json)
{
    const QJsonObject table = QJsonDocument::fromJson(json).object();
    SharePolicy policy;
    const auto rowOf = [](const QJsonObject &said) -> std::optional<Row> {
        const std::optional<Share> centre = shareOf(said.value(u"centre"));
        const std::optional<Share> portal = shareOf(said.value(u"portal"));
        return centre && portal ? std::optional<Row>({*centre, *portal}) : std::nullopt;
    };
    const std::optional<Row> common = rowOf(table.value(u"default").toObject());
    if (!common) {
        return Error{ErrorCode::CatalogueSchema, QStringLiteral("kinds.json: no default")};
    }
    policy.m_default = *common;
    for (const QJsonValue &said : table.value(u"kinds").toArray()) {
        const QByteArray kind = said[u"kind"].toString().toLatin1();
        const std::optional<Row> row = rowOf(said.toObject());
        if (kind.isEmpty() || !row || policy.m_rows.contains(kind)) {
            return Error{ErrorCode::CatalogueSchema, QStringLiteral("kinds.json: %1").arg(QString::fromLatin1(kind))};
        }
        policy.m_rows.insert(kind, *row);
    }
    // Without it nobody could verify a single signature of the log.
    if (policy.share("origin.started", PeerRole::Centre) != Share::Full || policy.share("origin.started", PeerRole::Portal) != Share::Full) {
        return Error{ErrorCode::CatalogueSchema, QStringLiteral("kinds.json: the beginning of a log is given in full to everybody")};
    }
    return policy;
}

Share SharePolicy::share(const QByteArray &kind, PeerRole role) const
{
    const Row row = m_rows.value(kind, m_default);
    return role == PeerRole::Portal ? row.portal : row.centre;
}

} // namespace motcua::journal
