// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/SharedPaper.h"

#include <QJsonArray>

namespace motcua {

QJsonObject SharedPaper::use() const
{
    QJsonArray dossiers;
    for (const Id &dossier : serves) {
        dossiers.append(dossier.toString());
    }
    return {{u"paper"_qs, paper}, {u"name"_qs, name}, {u"kind"_qs, paperKindName(kind)}, {u"seenFor"_qs, seenFor.toString()},
        {u"serves"_qs, dossiers}};
}

QJsonObject SharedPaper::toJson() const
{
    QJsonObject json = use();
    if (!files.isEmpty()) {
        json.insert(u"files", motcua::toJson(files));
    }
    if (!pages.isEmpty()) {
        json.insert(u"pages", motcua::toJson(pages));
    }
    return json;
}

Result<SharedPaper> SharedPaper::fromJson(const QJsonObject &json)
{
    const auto kind = paperKind(json.value(u"kind").toString());
    const Result<QList<PaperFile>> files = paperFiles(json.value(u"files").toArray());
    const Result<QList<PaperPage>> pages = paperPages(json.value(u"pages").toArray());
    SharedPaper shared{json.value(u"paper").toString(), json.value(u"name").toString(), kind.value_or(PaperKind::OriginalSeen),
        files ? *files : QList<PaperFile>(), Id::fromString(json.value(u"seenFor").toString()), {}, pages ? *pages : QList<PaperPage>()};
    const QJsonArray serves = json.value(u"serves").toArray();
    for (const QJsonValue &dossier : serves) {
        shared.serves.append(Id::fromString(dossier.toString()));
    }
    if (!kind || !files || !pages || shared.paper.isEmpty() || shared.serves.isEmpty() || shared.serves.constFirst() != shared.seenFor
        || shared.serves.contains(Id())) {
        return Error{ErrorCode::EntryMalformed, QStringLiteral("a paper of a visit")};
    }
    return shared;
}

} // namespace motcua
