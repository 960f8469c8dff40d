// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/DurableFile.h"
#include "app/security/Moment.h"
#include "models/base/Id.h"
#include "models/base/Result.h"

#include <QHash>
#include <QList>
#include <QString>

namespace motcua::security {

/** A sign-in that failed, for the journal. */
struct SignInFailure
{
    enum class Means {
        Password,
        Pin,
        Recovery,
    };
    qint64 serial = 0; ///< grows by one with each failure of this store
    Id person = {}; ///< as claimed; null for the recovery key
    qint64 wallMs = 0; ///< milliseconds since 1970-01-01 UTC
    Means means = Means::Password;

    friend bool operator==(const SignInFailure &, const SignInFailure &) = default;
};

/**
 * Who must wait before the next try, kept beside the store (`<store>.failures`): 1, 2, 4 … s, at most 15 min, for that person alone.
 *
 * A restart forgets nothing. While the machine runs, setting its clock changes nothing; after a restart a clock set back never
 * shortens a wait, and no wait grows beyond its own length.
 */
class LockOut
{
public:
    static constexpr int LongestSeconds = 15 * 60;

    explicit LockOut(const QString &storePath, FileProbe probe = {});

    /** The pause after the n-th failure in a row, n ≥ 1. */
    [[nodiscard]] static int delaySeconds(int failures);

    /** Seconds, rounded up, that `person` still has to wait; 0 when they may try. */
    [[nodiscard]] int wait(const Id &person, const Moment &now);

    /** Counts a failure and returns the pause that follows it, in seconds. It also counts when the disk cannot keep it. */
    int failed(const Id &person, SignInFailure::Means means, const Moment &now);

    /** Lists a failure for the journal without a pause: a wrong PIN, which has tries of its own, or a person nobody knows. */
    void noted(const Id &person, SignInFailure::Means means, const Moment &now);

    /** The right password: the next failure starts at 1 s again. The list for the journal stays. */
    void succeeded(const Id &person);

    /** Failures nobody has journalled yet, oldest first. */
    [[nodiscard]] QList<SignInFailure> failures();

    /** The journal has committed every failure up to and including `serial`. */
    [[nodiscard]] Result<> journalled(qint64 serial);

    [[nodiscard]] QString path() const { return m_path; }

private:
    struct Count
    {
        int failures = 0;
        Moment last = {};
    };
    void load();
    Result<> save();
    void listed(const Id &person, SignInFailure::Means means, const Moment &now);
    [[nodiscard]] QString lockPath() const;

    QString m_path;
    FileProbe m_probe;
    QHash<Id, Count> m_counts;
    QList<SignInFailure> m_failures;
    qint64 m_lastSerial = 0;
    bool m_aheadOfFile = false;
};

} // namespace motcua::security
