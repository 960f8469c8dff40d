// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace motcua {

/**
 * One data object in BER-TLV as chips send it (ISO/IEC 7816-4 clause 5.2.2): tags of at most 3 bytes, lengths of at most 4 bytes, never indefinite.
 *
 * It looks into the bytes it was read from and lives no longer than they do. Whatever a card sends is hostile: no length is believed before
 * the bytes it speaks of are there.
 */
struct Tlv
{
    quint32 tag = 0; ///< all its bytes, the first one highest: 0x30, 0x7F61, 0x5F1F
    QByteArrayView value = {};
    QByteArrayView whole = {}; ///< tag, length and value

    /** Whether its value is made of data objects again. */
    [[nodiscard]] bool constructed() const;

    friend bool operator==(const Tlv &, const Tlv &) = default;
};

/** Reads data objects that stand one after the other. */
class TlvReader
{
public:
    explicit TlvReader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    /** The next object, or nothing at the end or where the bytes are no object; broken() tells which. */
    [[nodiscard]] std::optional<Tlv> next();
    /** The next object if it has this tag; otherwise nothing, and it is still the next. */
    [[nodiscard]] std::optional<Tlv> next(quint32 tag);

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    /** Whether reading came to bytes that are no object. Nothing more is read then. */
    [[nodiscard]] bool broken() const { return m_broken; }

    /** The one object that fills `bytes` from first to last byte and has this tag. */
    [[nodiscard]] static std::optional<Tlv> only(QByteArrayView bytes, quint32 tag);
    /** The first object with this tag among those in `bytes`, or nothing when there is none or a broken one stands before it. */
    [[nodiscard]] static std::optional<Tlv> find(QByteArrayView bytes, quint32 tag);
    /**
     * How many bytes the object takes whose beginning this is, tag and length included: what is left to be read of a file on a chip. Nothing
     * when this is no beginning, or when `bytes` ends within tag or length.
     */
    [[nodiscard]] static std::optional<qsizetype> size(QByteArrayView bytes);

private:
    QByteArrayView m_rest;
    bool m_broken = false;
};

/** The object with this tag and value; the length in as few bytes as it needs (DER). */
[[nodiscard]] QByteArray tlv(quint32 tag, QByteArrayView value);

} // namespace motcua
