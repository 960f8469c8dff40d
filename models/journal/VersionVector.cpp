// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/VersionVector.h"

#include <QtEndian>

#include <limits>

namespace motcua::journal {

namespace {

constexpr qsizetype PairSize = Id::Size + 8;
constexpr quint64 MaxSeq = std::numeric_limits<qint64>::max();

Error invalid(const char *what)
{
    return {ErrorCode::Invalid, QString::fromLatin1(what)};
}

} // namespace

void VersionVector::set(const Id &origin, quint64 seq)
{
    if (seq == 0) {
        m_highest.remove(origin);
    } else {
        m_highest.insert(origin, seq);
    }
}

bool VersionVector::append(const EntryKey &key)
{
    const quint64 here = highest(key.origin);
    if (key.seq == here + 1) {
        m_highest.insert(key.origin, key.seq);
    }
    return key.seq != 0 && key.seq <= here + 1;
}

void VersionVector::merge(const VersionVector &other)
{
    for (auto it = other.m_highest.cbegin(); it != other.m_highest.cend(); ++it) {
        set(it.key(), std::max(it.value(), highest(it.key())));
    }
}

bool VersionVector::covers(const VersionVector &other) const
{
    return missingFrom(other).isEmpty();
}

QList<SeqRange> VersionVector::missingFrom(const VersionVector &other) const
{
    QList<SeqRange> ranges;
    for (auto it = other.m_highest.cbegin(); it != other.m_highest.cend(); ++it) {
        const quint64 here = highest(it.key());
        if (here < it.value()) {
            ranges.append({it.key(), here + 1, it.value()});
        }
    }
    return ranges;
}

QByteArray VersionVector::toBytes() const
{
    QByteArray bytes;
    bytes.reserve(m_highest.size() * PairSize);
    for (auto it = m_highest.cbegin(); it != m_highest.cend(); ++it) {
        QByteArray seq(8, Qt::Uninitialized);
        qToBigEndian(it.value(), seq.data());
        bytes.append(it.key().bytes() + seq);
    }
    return bytes;
}

Result<VersionVector> VersionVector::fromBytes(QByteArrayView bytes)
{
    if (bytes.size() % PairSize != 0) {
        return invalid("a version vector is whole pairs of origin and place");
    }
    VersionVector vector;
    Id before;
    for (qsizetype at = 0; at < bytes.size(); at += PairSize) {
        const Id origin = Id::fromBytes(bytes.sliced(at, Id::Size));
        const auto seq = qFromBigEndian<quint64>(bytes.data() + at + Id::Size);
        if (!(before < origin) || seq == 0 || seq > MaxSeq) {
            return invalid("a version vector ascends and holds places from 1");
        }
        vector.m_highest.insert(origin, seq);
        before = origin;
    }
    return vector;
}

QJsonObject VersionVector::toJson() const
{
    QJsonObject json;
    for (auto it = m_highest.cbegin(); it != m_highest.cend(); ++it) {
        json.insert(it.key().toString(), QString::number(it.value()));
    }
    return json;
}

Result<VersionVector> VersionVector::fromJson(const QJsonObject &json)
{
    VersionVector vector;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        const Id origin = Id::fromString(it.key());
        bool isNumber = false;
        const quint64 seq = it.value().toString().toULongLong(&isNumber);
        if (origin.isNull() || vector.m_highest.contains(origin) || !isNumber || seq == 0 || seq > MaxSeq) {
            return invalid("a version vector maps origins to places from 1");
        }
        vector.m_highest.insert(origin, seq);
    }
    return vector;
}

} // namespace motcua::journal
