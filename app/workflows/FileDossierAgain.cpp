// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/FileDossier.h"

#include "app/security/Random.h"
#include "models/dossier/HeldPaper.h"

#include <QJsonArray>
#include <QJsonDocument>

// FileDossier where an acceptance was a mistake and the same papers are received again.
namespace motcua {

storage::Draft FileDossier::draftAgain(const Workplace &place, const Dossier &cancelled, const Id &id, const Id &visit)
{
    FormDraft answers;
    for (auto field = cancelled.fields.cbegin(); field != cancelled.fields.cend(); ++field) {
        answers.set(field.key(), cancelled.field(field.key()));
    }
    PaperSet papers;
    const Result<PaperSet> seen = PaperSet::fromJson(cancelled.acceptance.value(QStringLiteral("papers")).toArray());
    for (Paper paper : seen ? seen->papers() : QList<Paper>()) {
        if (paper.state == Paper::State::NotApplicable && paper.reason.isEmpty()) {
            paper.state = Paper::State::NotSeen; // nobody needed it there, which says nothing of here
        }
        if (reusesPaper(cancelled, paper.id)) {
            paper = {.id = paper.id, .name = paper.name}; // nobody saw it, and its source is to be chosen anew
        }
        papers.set(paper);
    }
    const qint64 moment = QDateTime::currentMSecsSinceEpoch();
    // As keepDraft() writes it; the files of the papers stay with the dossier they were taken in for.
    QJsonObject form{{QStringLiteral("fields"), answers.toJson()}, {QStringLiteral("papers"), papers.toJson()}};
    if (const QJsonValue post = cancelled.acceptance.value(QStringLiteral("post")); post.isObject()) {
        form.insert(QStringLiteral("post"), post);
    }
    return {.id = id,
        .person = place.person,
        .visit = visit.isNull() ? security::random::id(moment) : visit,
        .procedure = cancelled.procedureCode(),
        .edition = cancelled.edition(),
        .form = QJsonDocument(form).toJson(QJsonDocument::Compact),
        .updatedMs = moment};
}

Result<> FileDossier::receiveAgain(const Dossier &cancelled, const Id &id)
{
    if (const Result<> resumed = resume(draftAgain(m_place, cancelled, id, m_turn.id())); !resumed) {
        return resumed;
    }
    m_similarTo.clear(); // the one that was cancelled is no surprise
    keepDraft(); // of who is here by now
    return {};
}

} // namespace motcua
