// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>

namespace motcua {

/** Sixteen bytes that name one thing for ever: an entry, a dossier, a person, an origin. All zero means "none". */
class Id
{
public:
    static constexpr qsizetype Size = 16;

    Id() = default;

    /** The id in exactly 16 bytes; the null id when `bytes` has any other length. */
    [[nodiscard]] static Id fromBytes(QByteArrayView bytes);

    /** The id written as 8-4-4-4-12 hex digits, any case; the null id when it is not. */
    [[nodiscard]] static Id fromString(QStringView text);

    /**
     * A UUID version 7 (RFC 9562 §5.7): 48 bits of `unixMs`, then version, variant and 74 bits of `random`.
     *
     * Pure: the caller brings clock and randomness. `random` must hold at least 10 bytes from a cryptographic source.
     */
    [[nodiscard]] static Id v7(qint64 unixMs, QByteArrayView random);

    [[nodiscard]] bool isNull() const;
    [[nodiscard]] QByteArray bytes() const;
    [[nodiscard]] QString toString() const;

    /** The milliseconds since 1970-01-01 UTC inside a version 7 id; meaningless for any other. */
    [[nodiscard]] qint64 unixMs() const;

    friend auto operator<=>(const Id &, const Id &) = default;

private:
    std::array<std::uint8_t, Size> m_bytes = {};
};

[[nodiscard]] size_t qHash(const Id &id, size_t seed = 0) noexcept;

} // namespace motcua
