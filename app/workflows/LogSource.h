// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Store.h"
#include "models/journal/ExportReader.h"

#include <QFile>
#include <QHash>

namespace motcua {

/** A log somebody else holds, up to where it can be taken over. */
struct HeldLog
{
    journal::LogHead head = {}; ///< the highest place its owner signed; of a log nobody signed its end, without a signature
    quint64 last = 0; ///< up to where they hold it

    friend bool operator==(const HeldLog &, const HeldLog &) = default;
};

/** Logs that somebody else holds, read from wherever is asked. Calls block on the disk. */
class LogSource
{
public:
    virtual ~LogSource() = default;
    LogSource() = default;
    LogSource(const LogSource &) = delete;
    LogSource &operator=(const LogSource &) = delete;

    [[nodiscard]] virtual bool isTraining() const = 0;
    /** By their ids. */
    [[nodiscard]] virtual Result<QList<HeldLog>> logs() = 0;
    /** The entries in [first, last] of a log; `first` is 1 and a multiple of Run::MaxEntries, and no more than as many are asked for. */
    [[nodiscard]] virtual Result<QList<journal::Entry>> stretch(const Id &origin, quint64 first, quint64 last) = 0;
};

/** The logs of an export (.mcj). It is read through once when opened, and again stretch by stretch; of it only where stretches begin is kept. */
class ExportSource final : public LogSource
{
public:
    /** Errors: FileUnreadable, OriginForeign (training and real work in one file), and those of ExportReader. */
    [[nodiscard]] static Result<std::shared_ptr<ExportSource>> opened(const QString &path);

    [[nodiscard]] bool isTraining() const override { return m_training; }
    [[nodiscard]] Result<QList<HeldLog>> logs() override { return m_logs; }
    [[nodiscard]] Result<QList<journal::Entry>> stretch(const Id &origin, quint64 first, quint64 last) override;

private:
    explicit ExportSource(const QString &path)
        : m_file(path)
    {
    }
    [[nodiscard]] Result<> readThrough();
    [[nodiscard]] Result<> note(const journal::ExportRecord &record);

    QFile m_file;
    bool m_training = false;
    qint64 m_at = journal::ExportReader::BeginSize;
    Id m_origin; ///< whose records are read through
    QHash<Id, QList<qint64>> m_places; ///< by log, where each stretch of Run::MaxEntries begins, and last where it ends
    QHash<Id, QByteArray> m_keys; ///< by log, the key its beginning names
    QList<HeldLog> m_logs;
};

/** The logs of an open store. */
class StoreSource final : public LogSource
{
public:
    explicit StoreSource(const storage::Store &store)
        : m_store(store)
    {
    }

    [[nodiscard]] bool isTraining() const override { return m_store.isTraining(); }
    [[nodiscard]] Result<QList<HeldLog>> logs() override;
    [[nodiscard]] Result<QList<journal::Entry>> stretch(const Id &origin, quint64 first, quint64 last) override;

private:
    storage::Store m_store;
};

} // namespace motcua
