// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/KeptPortal.h"

#include "app/storage/HouseQueries.h"
#include "app/storage/LocalTables.h"
#include "app/storage/Store.h"

#include <QJsonDocument>

#include <algorithm>

namespace motcua {

QByteArray LastDelivery::toJson() const
{
    const QJsonObject json{{QStringLiteral("contact"), contactMs}, {QStringLiteral("delivered"), deliveredMs}, {QStringLiteral("failing"), failingMs},
        {QStringLiteral("failure"), failure}, {QStringLiteral("fault"), fault}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

LastDelivery LastDelivery::fromJson(const QByteArray &json)
{
    const QJsonObject read = QJsonDocument::fromJson(json).object();
    return {.contactMs = read.value(u"contact").toInteger(),
        .deliveredMs = read.value(u"delivered").toInteger(),
        .failingMs = read.value(u"failing").toInteger(),
        .failure = read.value(u"failure").toString(),
        .fault = read.value(u"fault").toString()};
}

QByteArray LastCatalogue::toJson() const
{
    return QJsonDocument(QJsonObject{{QStringLiteral("at"), atMs}, {QStringLiteral("failure"), failure}, {QStringLiteral("detail"), detail},
                             {QStringLiteral("heard"), heardMs}})
        .toJson(QJsonDocument::Compact);
}

bool LastCatalogue::isRefusal() const
{
    static const QList<ErrorCode> refusals{
        ErrorCode::SignatureWrong, ErrorCode::FileTooLarge, ErrorCode::Refused, ErrorCode::CatalogueSyntax, ErrorCode::CatalogueSchema};
    return std::any_of(refusals.cbegin(), refusals.cend(), [this](ErrorCode code) { return errorName(code) == failure; });
}

LastCatalogue LastCatalogue::fromJson(const QByteArray &json)
{
    const QJsonObject kept = QJsonDocument::fromJson(json).object();
    return {kept[u"at"].toInteger(), kept[u"failure"].toString(), kept[u"detail"].toString(), kept[u"heard"].toInteger()};
}

Result<> KeptPortal::keep(const storage::Store &store, const PortalAccess &access)
{
    return store.keepSetting(QString::fromLatin1(storage::local::Portal), QJsonDocument(access.toJson()).toJson(QJsonDocument::Compact)).result();
}

Result<KeptPortal> KeptPortal::of(const storage::Store &store)
{
    KeptPortal kept;
    QByteArray paused;
    QByteArray last;
    const std::pair<QString, QByteArray *> wanted[] = {{QString::fromLatin1(storage::local::Portal), &kept.bytes}, {pausedSetting(), &paused},
        {wokenSetting(), &kept.woken}, {lastSetting(), &last}};
    for (const auto &[name, into] : wanted) {
        const Result<std::optional<QByteArray>> value = store.ask(storage::Setting{name}).result();
        if (!value) {
            return value.error();
        }
        *into = value->value_or(QByteArray());
    }
    if (Result<PortalAccess> access = PortalAccess::fromJson(kept.bytes)) {
        kept.access = *std::move(access);
    }
    kept.pausedMs = paused.toLongLong();
    kept.last = LastDelivery::fromJson(last);
    return kept;
}

} // namespace motcua
