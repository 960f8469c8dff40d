// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/DossierDesk.h"

#include "app/storage/Await.h"
#include "ui/dossier/DossierPapersPage.h"

#include <algorithm>
#include <memory>

// DossierDesk where it is seen who signed the copies of a paper.
namespace motcua {

namespace {

/** Copies that are looked at one after the other, and what was held of them by now. */
struct CopiesLookedAt
{
    QStringList attachments = {};
    QList<CopySignatures> held = {};
};

} // namespace

void DossierDesk::lookAtSignatures(const QString &paper)
{
    const int round = ++m_signatureRound;
    if (!m_verifier || !m_dossier) {
        return;
    }
    const auto looked = std::make_shared<CopiesLookedAt>();
    const QList<DossierPaper> papers = dossierPapers(*m_dossier);
    const auto found = std::find_if(papers.cbegin(), papers.cend(), [&paper](const DossierPaper &one) { return one.id == paper; });
    const QString name = found == papers.cend() ? paper : found->name;
    for (const DossierLine &line : m_dossier->papers) {
        const bool isPdf = line.what.value(u"details")[u"mediaType"].toString() == u"application/pdf";
        if (isPdf && line.what.value(u"paper").toString() == paper && !line.what.value(u"attachment").toString().isEmpty()) {
            looked->attachments.append(line.what.value(u"attachment").toString());
        }
    }
    const auto next = std::make_shared<std::function<void()>>();
    *next = [this, round, paper, name, looked, self = std::weak_ptr(next)] {
        if (round != m_signatureRound) {
            return;
        }
        if (looked->attachments.isEmpty()) {
            m_papersPage->setSignatures(paper, looked->held);
            return;
        }
        const QString attachment = looked->attachments.takeFirst();
        const auto read = m_media.run([attachments = m_person->place.store.attachments(), attachment] { return attachments.read(attachment); });
        await(m_steps.get(), read, [this, round, name, looked, goOn = self.lock()](const Result<QByteArray> &pdf) {
            if (round != m_signatureRound || !pdf) {
                (*goOn)(); // one that has not come here yet is told of elsewhere
                return;
            }
            await(m_steps.get(), m_verifier(*pdf), [name, looked, goOn](const QList<evidence::SignatureVerdict> &verdicts) {
                looked->held.append({.name = name, .signatures = verdicts});
                (*goOn)();
            });
        });
    };
    (*next)();
}

} // namespace motcua
