// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/JournalMirror.h"
#include "app/portal/Question.h"
#include "app/sync/Exchange.h"

namespace motcua::portal {

/** The exchange of journal entries, in the words of app/sync/portal-openapi.yaml. Calls block; safe from any thread. */
class ExchangeRoutes
{
public:
    /** `mirror`: where files and batches are before they are answered for; null: the store alone. */
    ExchangeRoutes(const storage::Store &store, const journal::SharePolicy &policy, std::function<qint64()> now,
        std::shared_ptr<centre::JournalMirror> mirror = {});

    /** `catalogue`: edition of the package that is given, 0 for none. */
    [[nodiscard]] Answer greet(const Question &question, const Id &desk, qint64 catalogue);
    [[nodiscard]] Answer give(const Question &question);
    [[nodiscard]] Answer take(const Question &question, const Id &desk);
    [[nodiscard]] Answer heldOf(const Question &question);
    [[nodiscard]] Answer giveChunk(const Question &question);
    /** Of an attachment that is named in the desk's own log, or in one it may take. */
    [[nodiscard]] Answer takeChunk(const Question &question, const Id &desk);
    /** Up to where the portal has a log, as its owner signed it, and the portal's own signature that it saw it. */
    [[nodiscard]] Answer head(const Question &question, const Id &desk) const;

private:
    /** Keeps a file that is whole here in the database; what is whole only there is brought here where `isFetched`. */
    [[nodiscard]] Result<> matchFile(const QByteArray &name, bool isFetched) const;

    storage::Store m_store;
    std::shared_ptr<centre::JournalMirror> m_mirror;
    std::function<qint64()> m_now;
    sync::Exchange m_exchange;
};

} // namespace motcua::portal
