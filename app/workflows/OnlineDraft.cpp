// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/OnlineDraft.h"

#include "app/security/Random.h"
#include "models/dossier/NextStep.h"
#include "models/dossier/PaperSet.h"

#include <QDateTime>
#include <QJsonDocument>

namespace motcua {

namespace {

const QString OnlineKey = QStringLiteral("online");
const QString PaidKey = QStringLiteral("paidOnline");

PaperFile fileIn(const QJsonValue &brought)
{
    return {.attachment = brought[u"attachment"].toString(),
        .mediaType = brought[u"mediaType"].toString(),
        .bytes = brought[u"bytes"].toInteger(),
        .digest = brought[u"sha256"].toString(),
        .name = {}};
}

} // namespace

storage::Draft onlineDraft(const Workplace &place, const Dossier &filed, const Id &visit)
{
    FormDraft answers;
    for (auto field = filed.fields.cbegin(); field != filed.fields.cend(); ++field) {
        answers.set(field.key(), filed.field(field.key()));
    }
    const Result<Procedure> edition = place.law.catalogue.edition(filed.procedureCode(), filed.edition());
    PaperSet papers = edition ? PaperSet::of(*edition) : PaperSet();
    const QJsonArray brought = filed.broughtOnline();
    for (const QJsonValue &file : brought) {
        Paper paper = papers.paper(file[u"paper"].toString());
        if (paper.name.isEmpty()) {
            paper.name = file[u"name"].toString();
        }
        paper.files.append(fileIn(file));
        papers.set(paper);
    }
    const qint64 moment = QDateTime::currentMSecsSinceEpoch();
    QJsonObject form{{QStringLiteral("fields"), answers.toJson()}, {QStringLiteral("papers"), papers.toJson()}};
    keepOnline(form, paidOnline(filed));
    return {.id = filed.id,
        .person = place.person,
        .visit = visit.isNull() ? security::random::id(moment) : visit,
        .procedure = filed.procedureCode(),
        .edition = filed.edition(),
        .form = QJsonDocument(form).toJson(QJsonDocument::Compact),
        .updatedMs = moment};
}

void keepOnline(QJsonObject &form, Money paid)
{
    form.insert(OnlineKey, true);
    form.insert(PaidKey, paid.dong);
}

storage::Draft withPayments(storage::Draft draft, const Dossier &filed)
{
    QJsonObject form = QJsonDocument::fromJson(draft.form).object();
    keepOnline(form, paidOnline(filed));
    draft.form = QJsonDocument(form).toJson(QJsonDocument::Compact);
    return draft;
}

bool isOnlineDraft(const storage::Draft &draft)
{
    return QJsonDocument::fromJson(draft.form).object().value(OnlineKey).toBool();
}

Money paidOnline(const storage::Draft &draft)
{
    return Money{QJsonDocument::fromJson(draft.form).object().value(PaidKey).toInteger()};
}

} // namespace motcua
