// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/Submitter.h"

namespace motcua {

Result<> Submitter::check() const
{
    const bool related = !relation.trimmed().isEmpty();
    if (isApplicant && (related || !authority.isEmpty())) {
        return Error{ErrorCode::Invalid, QStringLiteral("who comes for themselves comes for nobody else")};
    }
    if (!isApplicant && !related) {
        return Error{ErrorCode::Invalid, QStringLiteral("who comes for somebody says in which relation")};
    }
    return {};
}

QJsonObject Submitter::standing() const
{
    QJsonObject json{{u"applicant"_qs, isApplicant}};
    if (!relation.isEmpty()) {
        json.insert(u"relation", relation);
    }
    if (!authority.isEmpty()) {
        json.insert(u"authority", authority);
    }
    return json;
}

QJsonObject Submitter::toJson() const
{
    FormDraft parts;
    for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
        parts.set(it.key(), it.value());
    }
    QJsonObject json = standing();
    json.insert(u"answers", parts.toJson());
    return json;
}

Submitter Submitter::fromJson(const QJsonObject &json)
{
    return {json.value(u"applicant").toBool(true), json.value(u"relation").toString(), json.value(u"authority").toString(),
        FormDraft::fromJson(json.value(u"answers").toObject()).values()};
}

} // namespace motcua
