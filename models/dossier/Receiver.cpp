// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/Receiver.h"

#include "models/base/Text.h"
#include "models/visit/Envelope.h"

namespace motcua {

QString receiverName(Receiver::Who who)
{
    switch (who) {
    case Receiver::Who::Applicant:
        return QStringLiteral("applicant");
    case Receiver::Who::Submitter:
        return QStringLiteral("submitter");
    case Receiver::Who::Delegate:
        return QStringLiteral("delegate");
    case Receiver::Who::Post:
        return QStringLiteral("post");
    }
    return {};
}

bool Receiver::isComplete() const
{
    if (who == Who::Post) {
        return isPostalNumber(postalNumber(tracking));
    }
    return who != Who::Delegate || (!text::tidy(name).isEmpty() && !text::tidy(authority).isEmpty());
}

QJsonObject Receiver::toJson() const
{
    QJsonObject json{{QStringLiteral("who"), receiverName(who)}};
    const auto insert = [&json](const QString &key, const QString &value) {
        if (const QString tidied = text::tidy(value); !tidied.isEmpty()) {
            json.insert(key, tidied);
        }
    };
    insert(QStringLiteral("name"), name);
    insert(QStringLiteral("document"), document);
    insert(QStringLiteral("authority"), authority);
    insert(QStringLiteral("tracking"), postalNumber(tracking));
    insert(QStringLiteral("authorityKind"), authorityKind);
    if (shown.isAsked()) {
        json.insert(QStringLiteral("shown"), shown.toJson());
    }
    return json;
}

std::optional<Receiver> Receiver::fromJson(const QJsonObject &json)
{
    const QString who = json.value(u"who").toString();
    for (const Who one : {Who::Applicant, Who::Submitter, Who::Delegate, Who::Post}) {
        if (receiverName(one) == who) {
            return Receiver{one, json.value(u"name").toString(), json.value(u"document").toString(), json.value(u"authority").toString(),
                json.value(u"authorityKind").toString(), ShownIdentity::fromJson(json.value(u"shown").toObject()), json.value(u"tracking").toString()};
        }
    }
    return {};
}

} // namespace motcua
