// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/DiskModel.h"

#include <QString>

#include <functional>

namespace motcua::testsupport {

/** One crash: where, what it lost, and what must be there all the same. */
struct Crash
{
    qsizetype afterRecord = 0; ///< index into IoLog::records()
    Loss loss = Loss::None;
    qint64 acknowledged = 0; ///< the greatest mark before the crash: acts 1 to this were promised
    qint64 serial = 0; ///< counts the distinct images of a replay from 1
};

/**
 * Crashes a recorded workload at every point of its log and lets a judge look at each disk that could be left.
 *
 * The images of one replay depend on log and seed alone. An image that was seen with the same promise before is not
 * shown again, so the count is of distinct ones.
 */
class CrashReplay
{
public:
    /** Returns why the image in `folder` is wrong, or an empty string. */
    using Judge = std::function<QString(const Crash &crash, const QString &folder)>;

    struct Outcome
    {
        qint64 images = 0;
        qint64 points = 0;
        qint64 wrong = 0;
        QStringList complaints = {}; ///< the first 20
    };

    /** `root` is the folder the workload ran in; its paths in the log begin with it. */
    CrashReplay(const IoLog &log, const QString &root);

    /**
     * Judges at least `wanted` distinct images when the log yields as many, in `folder`, which is emptied before each.
     * With `stopAtFirst` the first wrong one ends the replay.
     */
    Outcome run(qint64 wanted, quint64 seed, const QString &folder, const Judge &judge, bool stopAtFirst = false) const;

private:
    void materialise(const DiskImage &image, const QString &folder) const;

    const IoLog &m_log;
    QByteArray m_root;
};

} // namespace motcua::testsupport
