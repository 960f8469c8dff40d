// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/DraftPages.h"

#include "app/storage/Await.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>
#include <utility>

namespace motcua {

namespace {

const QString DraftPapers = QStringLiteral("papers"); // as FileDossier writes drafts

} // namespace

Result<PaperSet> papersOf(const storage::Draft &draft)
{
    return PaperSet::fromJson(QJsonDocument::fromJson(draft.form).object().value(DraftPapers).toArray());
}

bool ComingPage::putInto(PaperSet &papers) const
{
    Paper changed = papers.paper(paper);
    const auto place = [&changed](const QString &attachment) {
        return std::find_if(changed.pages.begin(), changed.pages.end(), [&attachment](const PaperPage &one) { return one.attachment == attachment; });
    };
    if (place(page.attachment) != changed.pages.end()) {
        return false;
    }
    if (const auto replaced = place(instead); replaced != changed.pages.end()) {
        *replaced = page;
    } else {
        changed.pages.insert(at >= 0 && at < changed.pages.size() ? at : changed.pages.size(), page);
    }
    papers.set(changed);
    return true;
}

DraftPages::DraftPages(Workplace place, DraftKeeper *drafts, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
    , m_drafts(drafts)
{
}

void DraftPages::add(const ComingPage &page)
{
    m_waiting.append(page);
    next();
}

void DraftPages::goOn()
{
    m_isPaused = false;
    next();
}

void DraftPages::next()
{
    if (m_isPaused || m_isAtWork || m_waiting.isEmpty()) {
        return;
    }
    m_isAtWork = true;
    const Id draft = m_waiting.constFirst().dossier;
    await(this, m_place.store.ask(storage::DraftById{draft}), [this, draft](const Result<std::optional<storage::Draft>> &stored) {
        m_isAtWork = false;
        // Meanwhile it may have been opened, with its pages, or something is on its way to the journal.
        if (m_isPaused || m_waiting.isEmpty() || m_waiting.constFirst().dossier != draft) {
            next();
            return;
        }
        const ComingPage page = m_waiting.takeFirst();
        // What the disk has not taken yet is newer than what was read.
        const std::optional<storage::Draft> newest = m_drafts->newest(draft);
        if (!m_givenUp.contains(draft) && (newest || (stored && *stored))) {
            put(page, newest ? *newest : **stored);
        } else {
            Q_EMIT late(page);
            next();
        }
    });
}

void DraftPages::put(const ComingPage &page, storage::Draft draft)
{
    const Result<Procedure> procedure = m_place.law.catalogue.edition(draft.procedure, draft.edition);
    const RequiredPaper *required = procedure ? procedure->paper(page.paper) : nullptr;
    QJsonObject form = QJsonDocument::fromJson(draft.form).object();
    Result<PaperSet> papers = papersOf(draft);
    if (!required || !papers) {
        Q_EMIT late(page);
        next();
        return;
    }
    if (papers->paper(page.paper).name.isEmpty()) {
        papers->set({.id = page.paper, .name = required->name});
    }
    (void)page.putInto(*papers);
    form.insert(DraftPapers, papers->toJson());
    draft.form = QJsonDocument(form).toJson(QJsonDocument::Compact);
    m_put.append(page);
    m_isAtWork = true; // until it lies there: what is read next must have it
    await(this, m_drafts->keep(draft), [this, page](const Result<> &written) {
        m_isAtWork = false;
        if (written) {
            Q_EMIT kept(page);
        }
        next();
    });
}

QList<ComingPage> DraftPages::whatCameFor(const Id &draft) const
{
    QList<ComingPage> came;
    for (const QList<ComingPage> &pages : {m_put, m_waiting}) {
        std::copy_if(pages.cbegin(), pages.cend(), std::back_inserter(came), [&draft](const ComingPage &one) { return one.dossier == draft; });
    }
    return came;
}

QList<ComingPage> DraftPages::takeFor(const Id &draft)
{
    m_givenUp.remove(draft);
    const QList<ComingPage> came = whatCameFor(draft);
    for (QList<ComingPage> *pages : {&m_put, &m_waiting}) {
        pages->removeIf([&draft](const ComingPage &one) { return one.dossier == draft; });
    }
    return came;
}

} // namespace motcua
