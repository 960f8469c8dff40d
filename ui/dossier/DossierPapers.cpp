// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/DossierPapers.h"

#include "models/dossier/PaperSet.h"
#include "ui/visit/HeldPaperWords.h"
#include "ui/visit/PaperWords.h"

#include <QJsonArray>

namespace motcua {

QList<DossierPaper> dossierPapers(const Dossier &dossier)
{
    QMap<QString, int> files;
    QMap<QString, QString> sources; // of those that were filed before
    for (const DossierLine &line : dossier.papers) {
        const QString paper = line.what.value(u"paper").toString();
        if (!line.what.value(u"attachment").toString().isEmpty()) {
            ++files[paper];
        }
        if (const auto reuse = PaperReuse::fromJson(line.what.value(u"details")[u"reused"].toObject()); reuse && !sources.contains(paper)) {
            const QString note = reuse->note.isEmpty() ? QString() : QStringLiteral(" (") + reuse->note + u')';
            sources.insert(paper, QStringLiteral(" · ↺ ") + reuseWords(*reuse) + note);
        }
    }
    QList<DossierPaper> papers;
    const Result<PaperSet> accepted = PaperSet::fromJson(dossier.acceptance.value(u"papers").toArray());
    for (const Paper &paper : accepted ? accepted->papers() : QList<Paper>()) {
        // Nobody had to say why of what was not asked for.
        const bool wasNeeded = paper.state != Paper::State::NotApplicable || !paper.reason.isEmpty();
        Paper shown = paper;
        shown.state = wasNeeded ? paper.state : Paper::State::NotSeen;
        const PaperLook look = paperLook(shown, {}, wasNeeded);
        const int count = files.take(paper.id);
        const QString database = paper.state == Paper::State::Met && paper.kind == PaperKind::FromDatabase && !paper.reason.isEmpty() ? QStringLiteral(": ") + paper.reason : QString();
        papers.append({paper.id, paper.name, look.shape, look.words + database + sources.value(paper.id), count, paper.state == Paper::State::Met && count == 0});
    }
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        papers.append({it.key(), it.key(), QStringLiteral("▤"), {}, it.value(), false});
    }
    return papers;
}

} // namespace motcua
