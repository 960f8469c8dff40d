// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/StoreScene.h"

#include <QMap>

#include <functional>

namespace motcua::testsupport {

/** What a store must hold after so many steps of a workload. */
struct StoreExpectation
{
    quint64 head = 0; ///< of its own log
    QMap<Id, QByteArray> drafts = {}; ///< id to form
    QMap<QString, QByteArray> attachments = {}; ///< reference to plain bytes

    friend bool operator==(const StoreExpectation &, const StoreExpectation &) = default;
};

/**
 * An officer's day in short: dossiers accepted one by one and in batches, corrected, moved on, papers attached, drafts kept.
 *
 * Step after step, each waited for; a step that the store refuses because of its disk is told and the day goes on.
 */
class StoreWorkload
{
public:
    StoreWorkload(const StoreScene &scene, storage::Store store);

    /** Does the next step. Its result is Ok when all of it was acknowledged; the expectation grows only then. */
    Result<> step();
    [[nodiscard]] const StoreExpectation &expected() const { return m_expected; }
    [[nodiscard]] int steps() const { return m_steps; }
    void startAt(int step) { m_steps = step; }

private:
    Result<> recorded(const Act &act);
    Result<> withPaper();
    Result<> withTicket(const Id &ticket);

    const StoreScene &m_scene;
    storage::Store m_store;
    StoreExpectation m_expected;
    int m_steps = 0;
    Id m_latest; ///< dossier
    bool m_mayMove = false; ///< it was accepted and not moved on
};

} // namespace motcua::testsupport
