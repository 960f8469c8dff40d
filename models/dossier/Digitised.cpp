// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/Digitised.h"

#include "models/base/VietnamTime.h"
#include "models/catalogue/RequiredPaper.h"

#include <QSet>

#include <algorithm>

namespace motcua {

namespace {

QSet<QString> papersWithFile(const Dossier &dossier)
{
    QSet<QString> papers;
    for (const DossierLine &line : dossier.papers) {
        if (!line.what.value(u"attachment").toString().isEmpty()) {
            papers.insert(line.what.value(u"paper").toString());
        }
    }
    return papers;
}

} // namespace

QList<UnscannedPaper> unscannedPapers(const Dossier &dossier)
{
    QSet<QString> done = papersWithFile(dossier);
    QList<UnscannedPaper> unscanned;
    const QJsonArray accepted = dossier.acceptance.value(u"papers").toArray();
    for (const QJsonValue &paper : accepted) {
        const QString id = paper[u"id"].toString();
        const bool isPaper = paper[u"state"].toString() == u"met" && paper[u"kind"].toString() != paperKindName(PaperKind::FromDatabase);
        if (isPaper && !done.contains(id)) {
            done.insert(id);
            unscanned.append({id, paper[u"name"].toString(), dossier.receivedAtMs});
        }
    }
    for (const SupplementRound &round : dossier.supplementRounds()) {
        for (const SupplementItem &item : round.arrived) {
            if (!item.paper.isEmpty() && !done.contains(item.paper)) {
                done.insert(item.paper);
                unscanned.append({item.paper, item.name, round.answeredAtMs});
            }
        }
    }
    return unscanned;
}

qint64 scanDueMs(const QList<UnscannedPaper> &papers, const WorkingCalendar &calendar)
{
    qint64 earliest = 0;
    for (const UnscannedPaper &paper : papers) {
        const Result<QDateTime> due = paper.sinceMs == 0 ? Result<QDateTime>(Error{ErrorCode::NotFound, {}}) : scanDue(vietnamTime(paper.sinceMs), calendar);
        if (due && (earliest == 0 || due->toMSecsSinceEpoch() < earliest)) {
            earliest = due->toMSecsSinceEpoch();
        }
    }
    return earliest;
}

bool wantsResultFile(const Dossier &dossier)
{
    return !dossier.acceptance.value(u"resultName").toString().isEmpty() && !papersWithFile(dossier).contains(ResultPaper);
}

bool isDigitised(const Dossier &dossier)
{
    QSet<QString> papers = papersWithFile(dossier);
    papers.remove(ResultPaper);
    return !papers.isEmpty() && !wantsResultFile(dossier);
}

} // namespace motcua
