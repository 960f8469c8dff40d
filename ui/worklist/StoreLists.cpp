// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/StoreLists.h"

#include "app/storage/DossierQueries.h"
#include "app/workflows/Await.h"

#include <QPromise>

#include <memory>
#include <optional>
#include <utility>

namespace motcua::storelists {

namespace {

using List = storage::WorklistPage::List;

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
    return source;
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

WorklistSource found(const storage::Store &store, const QString &text)
{
    const auto once = std::make_shared<FoundOnce>(store, text);
    WorklistSource source;
    source.count = [once] { return once->read<qint64>([](const QList<storage::DossierSummary> &all) { return qint64{all.size()}; }); };
    source.rows = [once](const WorklistWindow &window) {
        return once->read<QList<WorklistRow>>([window](const QList<storage::DossierSummary> &all) {
            qsizetype first = 0;
            for (qsizetype i = 0; window.from && i < all.size(); ++i) {
                if (all.at(i).id == window.from->id) {
                    first = i;
                    break;
                }
            }
            return rows(all.mid(first + window.skip, window.limit));
        });
    };
    return source;
}

} // namespace motcua::storelists
