// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/StoreLists.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/Await.h"
#include "app/workflows/FileDossier.h"

#include <QPromise>

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
    made.receivedAtMs = summary.receivedAt;
    made.dueAtMs = summary.dueAt;
    made.status = dossierStatus(summary.status);
    made.inConflict = summary.conflict;
    made.place = summary.key.no;
    return made;
}

QList<WorklistRow> rows(const QList<storage::DossierSummary> &summaries)
{
    QList<WorklistRow> made;
    made.reserve(summaries.size());
    for (const storage::DossierSummary &summary : summaries) {
        made.append(row(summary));
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

WorklistSource listed(const storage::Store &store, List list)
{
    WorklistSource source;
    source.count = [store, list] {
        return store.ask(storage::WorklistPage{.list = list, .limit = 1})
            .then([](const Result<storage::WorklistPage::Page> &page) -> Result<qint64> {
                if (!page) {
                    return page.error();
                }
                return page->count;
            });
    };
    source.rows = [store, list](const WorklistWindow &window) {
        storage::WorklistPage query{.list = list, .offset = window.skip, .limit = window.limit};
        if (window.from) {
            // The window begins with its anchor; the store's page begins after a place, and lists run towards lower places.
            query.after = storage::WorklistKey{.at = window.from->receivedAtMs, .no = window.from->place + 1};
        }
        return store.ask(query).then([](const Result<storage::WorklistPage::Page> &page) -> Result<QList<WorklistRow>> {
            if (!page) {
                return page.error();
            }
            return rows(page->rows);
        });
    };
    source.newer = [store, list](const std::optional<WorklistKey> &first) {
        storage::WorklistPage query{.list = list, .limit = MostNewer};
        if (first) {
            query.before = storage::WorklistKey{.at = first->receivedAtMs, .no = first->place};
        }
        return store.ask(query).then([](const Result<storage::WorklistPage::Page> &page) -> Result<int> {
            if (!page) {
                return page.error();
            }
            return static_cast<int>(page->rows.size());
        });
    };
    return source;
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

WorklistSource open(const storage::Store &store)
{
    return listed(store, List::Open);
}

WorklistSource all(const storage::Store &store)
{
    return listed(store, List::All);
}

WorklistSource inConflict(const storage::Store &store)
{
    return listed(store, List::InConflict);
}

WorklistSource drafts(const Workplace &place)
{
    const auto asked = [place] { return place.store.ask(storage::Drafts{.person = place.person}); };
    WorklistSource source;
    source.count = [asked] {
        return asked().then([](const Result<QList<storage::Draft>> &all) -> Result<qint64> {
            if (!all) {
                return all.error();
            }
            return qint64{all->size()};
        });
    };
    source.rows = [asked, catalogue = place.law.catalogue](const WorklistWindow &window) {
        return asked().then([window, catalogue](const Result<QList<storage::Draft>> &all) -> Result<QList<WorklistRow>> {
            if (!all) {
                return all.error();
            }
            QList<WorklistRow> made;
            for (const storage::Draft &draft : stretch(*all, window)) {
                made.append(row(draft, catalogue));
            }
            return made;
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
