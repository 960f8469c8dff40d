// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/CatalogueShelf.h"
#include "app/sync/CatalogueSource.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace motcua::sync {

/** What a courier fetches for whom. */
struct CatalogueErrand
{
    QString shelf = {}; ///< folder of the CatalogueShelf
    Id portal = {}; ///< whose packages count, as enrolling named it
    QByteArray portalKey = {}; ///< Ed25519, likewise
    qint64 mostBytes = 32 * 1024 * 1024;
    int restMs = 3'600'000; ///< between two questions
    std::function<Result<>(const QByteArray &package)> check = {}; ///< whether the program could work by it; asked on another thread
};

/**
 * Fetches the portal's catalogue package when there is a newer one than here: signed by the portal this desk enrolled at, never older than what is
 * here, and good to work by. What is not all of that changes nothing. A package that was broken off goes on where it stopped.
 *
 * What was fetched lies on the shelf; a program goes by it from its next start on, so never in the midst of a visit.
 */
class CatalogueCourier : public QObject
{
    Q_OBJECT

public:
    CatalogueCourier(std::shared_ptr<CatalogueSource> source, CatalogueErrand errand, QObject *parent = nullptr);

    /** Asks now, and from then on once an hour. */
    void begin();
    /** The portal said that it has this edition: asked for at once when it is newer than all that was asked for. */
    void hear(qint64 edition);
    /** By a person; what was begun is ended. */
    void setPaused(bool paused) { m_isPaused = paused; }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void kept(const motcua::security::SignedCatalogue &head); ///< a newer one lies on the shelf
    void rested(); ///< there is nothing newer
    void failed(const motcua::Error &error); ///< nothing was changed

private:
    using Head = security::SignedCatalogue;

    void ask();
    void heard(const Heard<std::optional<Head>> &said);
    [[nodiscard]] static Result<bool> isNewer(const Head &head, const CatalogueErrand &errand);
    void fetch();
    void arrived(const QByteArray &chunk);
    void settle();
    void end(const Error &error);
    template <typename T, typename Next>
    void when(const QFuture<T> &future, Next next);

    std::shared_ptr<CatalogueSource> m_source;
    CatalogueErrand m_errand;
    storage::CatalogueShelf m_shelf;
    Head m_head; ///< what is being fetched
    qint64 m_heardOf = 0; ///< the last edition somebody told of
    QByteArray m_refused; ///< SHA-256 of a package that was whole and no good: it is not fetched again
    QTimer m_rest;
    bool m_isBusy = false;
    bool m_isPaused = false;
};

} // namespace motcua::sync
