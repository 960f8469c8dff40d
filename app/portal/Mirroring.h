// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/JournalMirror.h"

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
        int lookMs = 3'000; ///< how often settings are compared, and the right to write is looked after: a server that was started anew gives it to the first who asks
    };

    explicit Mirroring(std::shared_ptr<centre::JournalMirror> mirror, const storage::Store &store, Pace pace, QObject *parent = nullptr);
    ~Mirroring() override;

    void begin();

Q_SIGNALS:
    /** Another gateway writes: this one follows, and takes over when that one ends. Told once. */
    void standingBy();
    /** Everything is alike, and this gateway writes. Told once. */
    void began();
    /** Settings or law were taken over from another machine: what was read of them before is out of date. In place of began(). */
    void outOfDate();
    void failed(const motcua::Error &error); ///< it is tried again
    /** Another gateway has taken over: this one may not go on. */
    void lost();

private:
    enum class Step { Held, Begun, Changed };

    [[nodiscard]] static Result<Step> beginning(centre::JournalMirror &mirror);
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
    bool m_standsBy = false;
    bool m_looks = false;
    bool m_settles = false;
    bool m_isWanted = false; ///< something was written meanwhile
    QThreadPool m_thread;
};

} // namespace motcua::portal
