// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/national/NationalSettings.h"

#include "app/storage/PortalQueries.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace motcua::national {

QByteArray LastTold::toJson() const
{
    const QJsonObject json{{u"told"_qs, toldMs}, {u"failing"_qs, failingMs}, {u"next"_qs, nextTryMs}, {u"failure"_qs, failure}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

LastTold LastTold::fromJson(const QByteArray &json)
{
    const QJsonObject kept = QJsonDocument::fromJson(json).object();
    return {kept[u"told"].toInteger(), kept[u"failing"].toInteger(), kept[u"next"].toInteger(), kept[u"failure"].toString()};
}

std::optional<NationalSettings::Verdicts> NationalSettings::verdictsOf(const QString &word)
{
    return word == u"own" ? std::optional(Verdicts::Own) : word == u"national" ? std::optional(Verdicts::National) : std::nullopt;
}

QString NationalSettings::word(Verdicts verdicts)
{
    return verdicts == Verdicts::National ? u"national"_qs : u"own"_qs;
}

NationalSettings NationalSettings::in(const QMap<QString, QByteArray> &kept)
{
    return {.access = kept.value(accessName()),
        .verdicts = verdictsOf(QString::fromUtf8(kept.value(verdictsName()))).value_or(Verdicts::Own),
        .woken = kept.value(wokenName()),
        .last = LastTold::fromJson(kept.value(lastName()))};
}

Result<NationalSettings> NationalSettings::of(const storage::Store &store)
{
    const auto kept = store.ask(storage::SettingsUnder{prefix()}).result();
    return kept ? Result<NationalSettings>(in(*kept)) : kept.error();
}

Result<> NationalSettings::keepIn(const storage::Store &store) const
{
    for (const auto &[name, value] : {std::pair(verdictsName(), word(verdicts).toUtf8()), std::pair(accessName(), access)}) {
        if (const Result<> done = store.keepSetting(prefix() + name, value).result(); !done) {
            return done;
        }
    }
    return {};
}

} // namespace motcua::national
