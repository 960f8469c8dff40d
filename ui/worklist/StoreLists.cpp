// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/StoreLists.h"

#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/FileDossier.h"
#include "ui/messages/PostWords.h"

#include <QPromise>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace motcua::storelists {

namespace {

using List = storage::WorklistPage::List;

constexpr int MostNewer = 100; // what the button can say; more are only "many"

WorklistRow row(const storage::DossierSummary &summary)
{
    WorklistRow made;
    made.id = summary.id;
    made.code = summary.code;
    made.name = summary.name;
    made.procedure = summary.procedureName;
    made.procedureCode = summary.procedure;
    made.receivedAtMs = summary.receivedAt;
    made.dueAtMs = summary.dueAt;
    made.status = dossierStatus(summary.status);
    made.inConflict = summary.conflict;
    made.at = summary.key.at;
    made.place = summary.key.no;
    made.unit = summary.unit;
    made.competentUnit = summary.competentUnit;
    made.desk = summary.desk;
    made.scanDueAtMs = summary.scanDueAt;
    made.unscanned = summary.unscanned;
    if (summary.post) {
        made.envelope = envelopeNumber(*summary.post);
        made.isAnsweredByPost = summary.post->answer == Envelope::Answer::ByPost;
    }
    return made;
}

/** The stretch of a list that came whole. */
template <typename T>
QList<T> stretch(const QList<T> &all, const WorklistWindow &window)
{
    qsizetype first = 0;
    for (qsizetype i = 0; window.from && i < all.size(); ++i) {
        if (all.at(i).id == window.from->id) {
            first = i;
            break;
        }
    }
    return all.mid(first + window.skip, window.limit);
}

/** What is asked, its answer made into another on the store's thread; errors stay. */
template <typename To, typename Query, typename Making>
QFuture<Result<To>> made(const storage::Store &store, const Query &query, Making making)
{
    return store.ask(query, [making](const Result<typename Query::Answer> &answer) -> Result<To> {
        if (!answer) {
            return answer.error();
        }
        return making(*answer);
    });
}

WorklistRow row(const storage::Draft &draft, const Catalogue &catalogue)
{
    WorklistRow made;
    made.id = draft.id;
    made.isDraft = true;
    made.receivedAtMs = draft.updatedMs;
    made.procedure = draft.procedure;
    if (const Result<Procedure> procedure = catalogue.edition(draft.procedure, draft.edition)) {
        made.procedure = procedure->name;
        made.name = FileDossier::answersOf(draft).text(procedure->roles().value(QStringLiteral("applicant.name")));
    }
    return made;
}

using Found = Result<QList<storage::DossierSummary>>;

/** The answer to one search, asked once and read by the count and by every page; lives in the window's thread. */
class FoundOnce : public QObject
{
public:
    FoundOnce(const storage::Store &store, const QString &text)
    {
        await(this, store.ask(storage::FindDossiers{.text = text, .limit = MostFound}), [this](const Found &found) {
            m_found = found;
            for (const auto &tell : std::exchange(m_waiting, {})) {
                tell(found);
            }
        });
    }

    template <typename T>
    [[nodiscard]] QFuture<Result<T>> read(std::function<T(const QList<storage::DossierSummary> &)> reading)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const auto tell = [promise, reading = std::move(reading)](const Found &found) {
            promise->addResult(found ? Result<T>(reading(*found)) : Result<T>(found.error()));
            promise->finish();
        };
        m_found ? tell(*m_found) : m_waiting.append(tell);
        return promise->future();
    }

private:
    std::optional<Found> m_found;
    QList<std::function<void(const Found &)>> m_waiting;
};

} // namespace

QList<WorklistRow> rows(const QList<storage::DossierSummary> &summaries)
{
    QList<WorklistRow> made;
    made.reserve(summaries.size());
    for (const storage::DossierSummary &summary : summaries) {
        made.append(row(summary));
    }
    return made;
}

WorklistSource listed(const storage::Store &store, const storage::WorklistPage &query)
{
    using Page = storage::WorklistPage::Page;
    const bool ascending = storage::WorklistPage::isAscending(query.list);
    const bool isCounted = query.filter.isEmpty() && (query.list == List::All || query.list == List::Open || query.list == List::OfStatus
        || query.list == List::Awaiting || query.list == List::Ready);
    const auto counted = std::make_shared<qint64>(0); // when the list was opened
    WorklistSource source;
    source.tellsEnvelopes = query.list == List::ByPost;
    source.tellsScans = query.list == List::NotDigitised;
    source.most = isCounted ? 0 : static_cast<int>(storage::WorklistPage::MostCounted);
    source.count = [store, query, counted] {
        storage::WorklistPage whole = query;
        whole.limit = 1;
        return made<qint64>(store, whole, [counted](const Page &page) {
            *counted = page.count;
            return page.count;
        });
    };
    source.rows = [store, query, ascending](const WorklistWindow &window) {
        storage::WorklistPage stretch = query;
        stretch.offset = window.skip;
        stretch.limit = window.limit;
        if (window.from) {
            // The window begins with its anchor; the store's page begins behind a place.
            stretch.after = storage::WorklistKey{.at = window.from->at, .no = window.from->place + (ascending ? -1 : 1)};
        }
        return made<QList<WorklistRow>>(store, stretch, [](const Page &page) { return rows(page.rows); });
    };
    source.newer = [store, query, ascending, counted](const std::optional<WorklistKey> &first) {
        storage::WorklistPage newer = query;
        newer.limit = MostNewer;
        if (first && !ascending) {
            newer.before = storage::WorklistKey{.at = first->at, .no = first->place};
        }
        return made<int>(store, newer, [first, ascending, before = *counted](const Page &page) {
            const qint64 grown = std::clamp<qint64>(page.count - before, 0, MostNewer);
            return static_cast<int>(ascending && first ? grown : page.rows.size());
        });
    };
    return source;
}

WorklistSource open(const storage::Store &store)
{
    return listed(store, {.list = List::Open});
}

WorklistSource all(const storage::Store &store)
{
    return listed(store, {.list = List::All});
}

WorklistSource drafts(const Workplace &place)
{
    const storage::Drafts query{.person = place.person};
    WorklistSource source;
    source.count = [store = place.store, query] { return made<qint64>(store, query, [](const QList<storage::Draft> &all) { return qint64{all.size()}; }); };
    source.rows = [store = place.store, query, catalogue = place.law.catalogue](const WorklistWindow &window) {
        return made<QList<WorklistRow>>(store, query, [window, catalogue](const QList<storage::Draft> &all) {
            QList<WorklistRow> rows;
            for (const storage::Draft &draft : stretch(all, window)) {
                rows.append(row(draft, catalogue));
            }
            return rows;
        });
    };
    return source;
}

WorklistSource found(const storage::Store &store, const QString &text)
{
    const auto once = std::make_shared<FoundOnce>(store, text);
    WorklistSource source;
    source.most = MostFound;
    source.count = [once] { return once->read<qint64>([](const QList<storage::DossierSummary> &all) { return qint64{all.size()}; }); };
    source.rows = [once](const WorklistWindow &window) {
        return once->read<QList<WorklistRow>>([window](const QList<storage::DossierSummary> &all) {
            return rows(stretch(all, window));
        });
    };
    return source;
}

} // namespace motcua::storelists
