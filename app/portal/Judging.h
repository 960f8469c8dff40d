// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/Verdicts.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace motcua::portal {

/** Has what came in judged, on a thread of its own, as soon as something was written to the store; after a failure again a while later. */
class Judging : public QObject
{
    Q_OBJECT

public:
    Judging(const storage::Store &store, std::shared_ptr<const Verdicts> verdicts, int retryMs = 10'000, QObject *parent = nullptr);
    ~Judging() override;

    /** Looks now. */
    void wake();

Q_SIGNALS:
    void failed(const motcua::Error &error);
    void rested(); ///< nothing is left to be judged

private:
    void go();
    void went(const Result<Verdicts::Step> &step);

    std::shared_ptr<const Verdicts> m_verdicts;
    QTimer m_retry;
    bool m_isAtWork = false;
    bool m_isWanted = false; ///< something was written meanwhile
    QThreadPool m_thread;
};

} // namespace motcua::portal
