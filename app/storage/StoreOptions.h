// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/FileOperations.h"
#include "models/calendar/WorkingCalendar.h"
#include "models/catalogue/CodeGrammar.h"
#include "models/dossier/StatusTable.h"
#include "models/staff/Role.h"

#include <QByteArray>
#include <QDateTime>

#include <functional>
#include <memory>

namespace motcua::storage {

/** The law and the bundles of rights the journal is folded and decided by, as read from resources/. */
struct JournalRules
{
    StatusTable table = {};
    Roles roles = {};
    QList<CodeGrammar> grammars = {}; ///< how dossier codes are written; the first that takes a unit's code is the unit's
    WorkingCalendar calendar = {}; ///< by which working days are counted
    /** What the form of that edition of a procedure asks, by id: what a correction may name beyond what was answered. Any thread; may be null. */
    std::function<QStringList(const QString &procedure, const QString &edition)> formFields = {};
    /** Which of them are money (moneyAnswers()), so that a supervisor decides where desks contradict each other. Any thread; may be null. */
    std::function<QStringList(const QString &procedure, const QString &edition)> moneyAnswers = {};
};

/** What a store is for, decided when it is made and never changed. */
struct StoreProfile
{
    bool training = false; ///< its origin carries the training flag and real stores refuse it
};

/** What a store takes from its surroundings. The defaults are those of the installed program. */
struct StoreOptions
{
    enum class Durability {
        Full,
        LosesLastActs, ///< for the test that proves the crash harness sees a loss; never in a program
    };

    JournalRules rules = {};
    std::function<qint64()> now = [] { return QDateTime::currentMSecsSinceEpoch(); }; ///< ms since 1970-01-01 UTC; any thread
    std::shared_ptr<FileOperations> files = FileOperations::ofSystem();
    QByteArray vfs = {}; ///< name of an encrypting VFS (sqlite3mc_vfs_create); empty: the default
    Durability durability = Durability::Full;
    int busyTimeoutMs = 5000;
    int watchMs = 1000; ///< how often another program's commits are looked for
    qint64 passiveCheckpointBytes = 8 * 1024 * 1024;
    qint64 restartCheckpointBytes = 64 * 1024 * 1024;
};

} // namespace motcua::storage
