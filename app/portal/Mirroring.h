// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/JournalMirror.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace motcua::portal {

/**
 * Brings a gateway and its database together, and keeps them so: waits until nobody else writes, takes over, brings over what is missing on either
 * side, and from then on keeps what was written without anybody asking (verdicts, settings) there too.
 */
class Mirroring : public QObject
{
    Q_OBJECT

public:
    struct Pace
    {
        int retryMs = 5'000; ///< between tries to begin
        int cutOffMs = 15'000; ///< without the database: less than the server needs to notice it and let another gateway write
        int lookMs = 3'000; ///< how often settings are compared, and the right to write is looked after: a server that was started anew gives it to the first who asks
    };

    explicit Mirroring(std::shared_ptr<centre::JournalMirror> mirror, const storage::Store &store, Pace pace, QObject *parent = nullptr);
    ~Mirroring() override;

    void begin();
    /** Somebody else met this failure of the database. */
    void heard(const Error &error) { judge(error); }

Q_SIGNALS:
    /** Another gateway writes: this one follows, and takes over when that one ends. Told once. */
    void standingBy();
    /** Everything is alike, and this gateway writes. Told once. */
    void began();
    /** Settings or law were taken over from another machine: what was read of them before is out of date. In place of began(). */
    void outOfDate();
    void failed(const motcua::Error &error); ///< it is tried again
    void recovered(); ///< after it failed
    /** Another gateway has taken over, or may have by now: this one may not go on. */
    void lost(const motcua::Error &error);

private:
    enum class Step { Held, Begun, Changed };

    [[nodiscard]] static Result<Step> beginning(centre::JournalMirror &mirror);
    [[nodiscard]] static Result<Step> matched(centre::JournalMirror &mirror);
    [[nodiscard]] static Result<> looking(centre::JournalMirror &mirror);
    void tryToBegin();
    void went(const Result<Step> &step);
    void look();
    void settle();
    void judge(const Result<> &done);

    std::shared_ptr<centre::JournalMirror> m_mirror;
    storage::Store m_store;
    Pace m_pace;
    QTimer m_retry;
    QTimer m_look;
    QElapsedTimer m_heard; ///< since the database last did what was asked
    bool m_isFailing = false;
    bool m_standsBy = false;
    bool m_looks = false;
    bool m_settles = false;
    bool m_isWanted = false; ///< something was written meanwhile
    QThreadPool m_thread;
};

} // namespace motcua::portal
