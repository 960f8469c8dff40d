// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Header.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace motcua::journal {

namespace {

constexpr QByteArrayView Magic("MCJ1");
constexpr qsizetype HashSize = 32;
constexpr qsizetype KeySize = Id::Size + 8;
constexpr qsizetype MaxDesk = 64;
constexpr qsizetype MaxKind = 64;
constexpr qsizetype MaxBasis = 64;
// Every holder keeps places in signed 64-bit columns.
constexpr quint64 MaxSeq = 0x7FFF'FFFF'FFFF'FFFF;

template <typename Integer>
QByteArray bigEndian(Integer value)
{
    QByteArray bytes(sizeof(Integer), Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

template <typename Integer>
Integer fromBigEndian(QByteArrayView bytes)
{
    return qFromBigEndian<Integer>(bytes.data());
}

void appendField(QByteArray &bytes, QByteArrayView field)
{
    bytes.append(bigEndian(static_cast<quint16>(field.size())));
    bytes.append(field.data(), field.size());
}

Error malformed(const char *what)
{
    return {ErrorCode::EntryMalformed, QString::fromLatin1(what)};
}

/** Hands out the fields one after the other and remembers whether any was not there in the size asked for. */
class Fields
{
public:
    explicit Fields(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    QByteArrayView take(qsizetype least, qsizetype most)
    {
        if (m_good && m_rest.size() >= 2) {
            const auto size = static_cast<qsizetype>(fromBigEndian<quint16>(m_rest));
            if (size >= least && size <= most && m_rest.size() >= 2 + size) {
                const QByteArrayView field = m_rest.sliced(2, size);
                m_rest = m_rest.sliced(2 + size);
                return field;
            }
        }
        m_good = false;
        // Zeros of the least size keep the caller simple: it asks once, at the end.
        static const QByteArray zeros(HashSize, '\0');
        return QByteArrayView(zeros).first(least);
    }
    QByteArrayView take(qsizetype size) { return take(size, size); }

    [[nodiscard]] bool areGood() const { return m_good && m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
    bool m_good = true;
};

bool isUtf8(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes).toUtf8() == bytes && !bytes.contains('\0');
}

bool isKindName(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(),
        [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'; });
}

bool isKey(const EntryKey &key)
{
    return !key.origin.isNull() && key.seq >= 1 && key.seq <= MaxSeq;
}

bool isBasis(const QList<EntryKey> &basis, const EntryKey &own)
{
    for (qsizetype i = 0; i < basis.size(); ++i) {
        const EntryKey &key = basis.at(i);
        if (!isKey(key) || (i > 0 && !(basis.at(i - 1) < key)) || (key.origin == own.origin && key.seq >= own.seq)) {
            return false;
        }
    }
    return true;
}

} // namespace

QByteArray Header::encoded() const
{
    QByteArray bytes = Magic.toByteArray();
    bytes.reserve(320 + basis.size() * KeySize);
    appendField(bytes, bigEndian(flags));
    appendField(bytes, key.origin.bytes());
    appendField(bytes, bigEndian(key.seq));
    appendField(bytes, previous);
    appendField(bytes, id.bytes());
    appendField(bytes, bigEndian(time.packed()));
    appendField(bytes, bigEndian(receiptMs));
    appendField(bytes, static_cast<char>(actor.kind) + actor.id.bytes());
    appendField(bytes, desk);
    appendField(bytes, visit.bytes());
    appendField(bytes, subject.bytes());
    appendField(bytes, kind);
    appendField(bytes, bigEndian(version));
    QByteArray keys;
    for (const EntryKey &seen : basis) {
        keys.append(seen.origin.bytes() + bigEndian(seen.seq));
    }
    appendField(bytes, keys);
    appendField(bytes, payloadHash);
    return bytes;
}

Result<Header> Header::decoded(QByteArrayView bytes)
{
    if (!bytes.startsWith(Magic)) {
        return malformed("not a journal header");
    }
    Fields fields(bytes.sliced(Magic.size()));
    Header header;
    header.flags = fromBigEndian<quint16>(fields.take(2));
    header.key.origin = Id::fromBytes(fields.take(Id::Size));
    header.key.seq = fromBigEndian<quint64>(fields.take(8));
    header.previous = fields.take(HashSize).toByteArray();
    header.id = Id::fromBytes(fields.take(Id::Size));
    header.time = HybridTime::fromPacked(fromBigEndian<quint64>(fields.take(8)));
    header.receiptMs = fromBigEndian<qint64>(fields.take(8));
    const QByteArrayView actor = fields.take(1 + Id::Size);
    const auto actorKind = static_cast<quint8>(actor[0]);
    header.actor.id = Id::fromBytes(actor.sliced(1));
    header.desk = fields.take(0, MaxDesk).toByteArray();
    header.visit = Id::fromBytes(fields.take(Id::Size));
    header.subject = Id::fromBytes(fields.take(Id::Size));
    header.kind = fields.take(1, MaxKind).toByteArray();
    header.version = fromBigEndian<quint16>(fields.take(2));
    const QByteArrayView basis = fields.take(0, MaxBasis * KeySize);
    header.payloadHash = fields.take(HashSize).toByteArray();
    if (!fields.areGood()) {
        return malformed("a field has another size than the format gives it");
    }
    if ((header.flags & ~TrainingFlag) != 0 || actorKind < 1 || actorKind > 3 || header.version == 0) {
        return malformed("a number outside its range");
    }
    header.actor.kind = static_cast<Actor::Kind>(actorKind);
    if (!isKey(header.key) || header.id.isNull() || header.subject.isNull()) {
        return malformed("an entry without place, id or subject");
    }
    if ((header.key.seq == 1) != (header.previous == QByteArray(HashSize, '\0'))) {
        return malformed("only the first entry of a log follows nothing");
    }
    if (!isUtf8(header.desk) || !isKindName(header.kind)) {
        return malformed("desk or kind holds bytes it must not");
    }
    if (basis.size() % KeySize != 0) {
        return malformed("the basis is not whole keys");
    }
    for (qsizetype at = 0; at < basis.size(); at += KeySize) {
        header.basis.append({Id::fromBytes(basis.sliced(at, Id::Size)), fromBigEndian<quint64>(basis.sliced(at + Id::Size))});
    }
    if (!isBasis(header.basis, header.key)) {
        return malformed("the basis is not ascending, or names the entry itself or a later one");
    }
    return header;
}

QByteArray sha256(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result();
}

QByteArray payloadHash(QByteArrayView salt, QByteArrayView payload)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(salt);
    hash.addData(payload);
    return hash.result();
}

} // namespace motcua::journal
