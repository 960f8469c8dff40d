// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Store.h"
#include "app/training/People.h"
#include "models/catalogue/Catalogue.h"

#include <atomic>

namespace motcua::testsupport {

/**
 * A desk with one officer who may do everything, a clock that only moves when told, and people to serve.
 *
 * Uses the rules and the catalogue the program is shipped with. Everything but the store's own random numbers follows from
 * the places asked for.
 */
class StoreScene
{
public:
    StoreScene();

    [[nodiscard]] static security::SecretBytes key();
    [[nodiscard]] static QByteArray keyBytes() { return QByteArray(32, '\x5a'); }

    /** Full durability, the scene's clock, no watching. */
    [[nodiscard]] storage::StoreOptions options(const QByteArray &vfs = {}) const;

    /** A new store at `path` with its unit configured and its officer admitted, under `dataKey` or else key(). */
    [[nodiscard]] Result<storage::Store> founded(
        const QString &path, const storage::StoreOptions &options, const security::SecretBytes &dataKey = key()) const;
    /** The two acts that founded() records in a new store. */
    [[nodiscard]] QList<Act> founding(const Id &origin) const;

    /** The form of the person at `place`, as typed. */
    [[nodiscard]] FormDraft form(quint64 place) const;
    /** That person's dossier, received now or at `receivedMs`; its subject is dossier(place). */
    [[nodiscard]] Act accepting(quint64 place, qint64 receivedMs = 0) const;
    [[nodiscard]] Act about(const Id &subject, const ActKind &what) const;
    [[nodiscard]] static Id dossier(quint64 place);
    [[nodiscard]] training::InventedPerson person(quint64 place) const { return m_people.at(place); }
    [[nodiscard]] Id officer() const { return m_officer; }

    [[nodiscard]] qint64 nowMs() const { return *m_clock; }
    void passMs(qint64 ms) const { *m_clock += ms; }

private:
    Catalogue m_catalogue;
    Procedure m_procedure;
    storage::JournalRules m_rules;
    training::People m_people{2026};
    Id m_officer;
    std::shared_ptr<std::atomic<qint64>> m_clock;
};

} // namespace motcua::testsupport
