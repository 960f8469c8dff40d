// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/CatalogueCourier.h"

#include <QFutureWatcher>
#include <QtConcurrent/QtConcurrentRun>

namespace motcua::sync {

using storage::CatalogueShelf;

template <typename T, typename Next>
void CatalogueCourier::when(const QFuture<T> &future, Next next)
{
    auto *watcher = new QFutureWatcher<T>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, next = std::move(next)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) {
            next(watcher->result());
        } else {
            end({ErrorCode::Closed, {}});
        }
    });
    watcher->setFuture(future);
}

CatalogueCourier::CatalogueCourier(std::shared_ptr<CatalogueSource> source, CatalogueErrand errand, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_errand(std::move(errand))
    , m_shelf(m_errand.shelf)
{
    m_rest.setInterval(m_errand.restMs);
    connect(&m_rest, &QTimer::timeout, this, &CatalogueCourier::ask);
}

void CatalogueCourier::begin()
{
    m_rest.start();
    ask();
}

void CatalogueCourier::hear(qint64 edition)
{
    if (edition > m_heardOf && !m_isPaused) {
        m_heardOf = edition;
        ask();
    }
}

// Whatever is done with files is done on another thread, by values of its own: nobody waits for it, whoever goes.

void CatalogueCourier::ask()
{
    if (m_isBusy || m_isPaused) {
        return;
    }
    m_isBusy = true;
    when(m_source->current(), [this](const Heard<std::optional<Head>> &said) { heard(said); });
}

Result<bool> CatalogueCourier::isNewer(const Head &head, const CatalogueErrand &errand)
{
    // Its signature before anything it says.
    if (head.origin != errand.portal || head.publicKey != errand.portalKey || !head.isSigned()) {
        return Error{ErrorCode::SignatureWrong, QStringLiteral("catalogue: not signed by the portal of this desk")};
    }
    if (head.bytes > errand.mostBytes) {
        return Error{ErrorCode::FileTooLarge, QString::number(errand.mostBytes)};
    }
    const CatalogueShelf shelf(errand.shelf);
    const Result<std::optional<Head>> here = shelf.head();
    // What is here and cannot be read, or is of a portal before this one, is no measure.
    if (!here || !*here || (*here)->publicKey != errand.portalKey) {
        return true;
    }
    if (head.edition < (*here)->edition || (head.edition == (*here)->edition && head.sha256 != (*here)->sha256)) {
        return Error{ErrorCode::Refused, QStringLiteral("catalogue: edition %1 is offered, and %2 is here").arg(head.edition).arg((*here)->edition)};
    }
    return head.edition > (*here)->edition || !shelf.package(**here);
}

void CatalogueCourier::heard(const Heard<std::optional<Head>> &said)
{
    if (!said) {
        end(said.error().error);
        return;
    }
    if (!*said) {
        m_isBusy = false;
        Q_EMIT rested();
        return;
    }
    m_head = **said;
    m_heardOf = qMax(m_heardOf, m_head.edition);
    if (m_head.sha256 == m_refused) {
        end({ErrorCode::Refused, QStringLiteral("catalogue: edition %1 was found no good before").arg(m_head.edition)});
        return;
    }
    when(QtConcurrent::run([head = m_head, errand = m_errand] { return isNewer(head, errand); }), [this](const Result<bool> &newer) {
        if (!newer) {
            end(newer.error());
        } else if (!*newer) {
            m_isBusy = false;
            Q_EMIT rested();
        } else {
            fetch();
        }
    });
}

void CatalogueCourier::fetch()
{
    const qint64 at = m_shelf.arrived(m_head);
    if (at >= m_head.bytes) {
        settle();
        return;
    }
    when(m_source->chunk(m_head.edition, at), [this, at](const Heard<QByteArray> &chunk) {
        if (!chunk) {
            end(chunk.error().error);
        } else if (chunk->size() != qMin<qint64>(CatalogueShelf::ChunkBytes, m_head.bytes - at)) {
            // None of it: another was published meanwhile. Anything else is no chunk of this one.
            end({chunk->isEmpty() ? ErrorCode::NotFound : ErrorCode::AnswerMalformed, QStringLiteral("catalogue chunk")});
        } else {
            arrived(*chunk);
        }
    });
}

void CatalogueCourier::arrived(const QByteArray &chunk)
{
    when(QtConcurrent::run([shelf = m_shelf, head = m_head, chunk] { return shelf.add(head, chunk); }), [this](const Result<> &added) {
        added ? fetch() : end(added.error());
    });
}

void CatalogueCourier::settle()
{
    when(QtConcurrent::run(
             [shelf = m_shelf, head = m_head, check = m_errand.check]() -> Result<> {
                 const Result<QByteArray> package = shelf.whole(head);
                 Result<> good = package ? Result<>() : Result<>(package.error());
                 if (package && !head.covers(*package)) {
                     good = Error{ErrorCode::SignatureWrong, QStringLiteral("catalogue: these are not the bytes that were signed")};
                 } else if (package && check) {
                     good = check(*package);
                 }
                 if (!good) {
                     shelf.discard();
                     return good;
                 }
                 return shelf.keep(head, *package);
             }),
        [this](const Result<> &done) {
            if (!done) {
                // A check finds the same in the same bytes; other bytes may come the next time.
                if (done.error().code == ErrorCode::CatalogueSchema || done.error().code == ErrorCode::CatalogueSyntax) {
                    m_refused = m_head.sha256;
                }
                end(done.error());
                return;
            }
            m_isBusy = false;
            Q_EMIT kept(m_head);
        });
}

void CatalogueCourier::end(const Error &error)
{
    m_isBusy = false;
    Q_EMIT failed(error);
}

} // namespace motcua::sync
