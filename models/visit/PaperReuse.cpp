// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/PaperReuse.h"

#include "models/base/VietnamTime.h"

namespace motcua {

QJsonObject PaperReuse::toJson() const
{
    QJsonObject json{{u"dossier"_qs, dossier.toString()}, {u"code"_qs, code}, {u"receivedAt"_qs, vietnamTime(receivedAtMs).toString(Qt::ISODate)},
        {u"paper"_qs, paper}, {u"kind"_qs, paperKindName(kind)}};
    if (!purpose.isEmpty()) {
        json.insert(u"purpose", purpose);
    }
    if (!note.isEmpty()) {
        json.insert(u"note", note);
    }
    return json;
}

Result<PaperReuse> PaperReuse::fromJson(const QJsonObject &json)
{
    const std::optional<PaperKind> kind = paperKind(json.value(u"kind").toString());
    const QDateTime receivedAt = QDateTime::fromString(json.value(u"receivedAt").toString(), Qt::ISODate);
    PaperReuse reuse{Id::fromString(json.value(u"dossier").toString()), json.value(u"code").toString(), receivedAt.isValid() ? receivedAt.toMSecsSinceEpoch() : 0,
        json.value(u"paper").toString(), kind.value_or(PaperKind::OriginalSeen), json.value(u"purpose").toString(), json.value(u"note").toString()};
    if (!kind || !receivedAt.isValid() || reuse.dossier.isNull() || reuse.code.isEmpty() || reuse.paper.isEmpty()) {
        return Error{ErrorCode::EntryMalformed, QStringLiteral("a paper that is used again")};
    }
    return reuse;
}

} // namespace motcua
