// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/journal/EntryKey.h"

#include <QJsonObject>
#include <QList>
#include <QMap>

namespace motcua::journal {

/** A stretch of one log, both ends included. */
struct SeqRange
{
    Id origin = {};
    quint64 first = 1;
    quint64 last = 0;

    [[nodiscard]] quint64 size() const { return last < first ? 0 : last - first + 1; }

    friend bool operator==(const SeqRange &, const SeqRange &) = default;
};

/**
 * What one holder has: per origin the highest place up to which nothing is missing.
 *
 * Cursor, acknowledgement and gap detector in one. An origin that is not named counts as 0.
 */
class VersionVector
{
public:
    [[nodiscard]] quint64 highest(const Id &origin) const { return m_highest.value(origin); }
    [[nodiscard]] const QMap<Id, quint64> &origins() const { return m_highest; }
    [[nodiscard]] bool isEmpty() const { return m_highest.isEmpty(); }

    /** Everything of `origin` up to `seq` is here; 0 forgets the origin. */
    void set(const Id &origin, quint64 seq);

    /** Moves on by exactly this entry; false when it would leave a gap, true also for an entry that was here before. */
    bool append(const EntryKey &key);

    /** Takes the higher place of each origin. */
    void merge(const VersionVector &other);

    [[nodiscard]] bool covers(const EntryKey &key) const { return key.seq <= highest(key.origin); }
    [[nodiscard]] bool covers(const VersionVector &other) const;

    /** What `other` has and this has not, by ascending origin. */
    [[nodiscard]] QList<SeqRange> missingFrom(const VersionVector &other) const;

    /** n × (origin 16 bytes, seq 8 bytes big-endian), origins ascending, no seq 0. */
    [[nodiscard]] QByteArray toBytes() const;

    /** Invalid when the bytes are not exactly what toBytes() writes. */
    [[nodiscard]] static Result<VersionVector> fromBytes(QByteArrayView bytes);

    /** {"origin uuid": "seq"}; the place as decimal text because a JSON number is exact only to 2^53. */
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<VersionVector> fromJson(const QJsonObject &json);

    friend bool operator==(const VersionVector &, const VersionVector &) = default;

private:
    QMap<Id, quint64> m_highest;
};

} // namespace motcua::journal
