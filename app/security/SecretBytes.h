// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

class QDebug;

namespace motcua::security {

/**
 * Bytes nobody else may see: wiped when they go, kept out of swap and core files as far as the system allows.
 *
 * Move-only, and it never turns into a QByteArray, a QString or a debug line by itself.
 */
class SecretBytes
{
public:
    SecretBytes() = default;

    /** `size` zero bytes; aborts when the machine has no memory left. */
    explicit SecretBytes(qsizetype size);
    ~SecretBytes();

    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    /** A second buffer with the same bytes; the caller still wipes its own source. */
    [[nodiscard]] static SecretBytes copyOf(QByteArrayView bytes);
    [[nodiscard]] SecretBytes clone() const { return copyOf(view()); }

    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] unsigned char *data() { return m_data; }
    [[nodiscard]] const unsigned char *data() const { return m_data; }

    /** The bytes for a call that needs them now; not to be kept. */
    [[nodiscard]] QByteArrayView view() const { return QByteArrayView(m_data, m_size); }

    /** Whether both hold the same bytes, in time that depends on the length alone. */
    [[nodiscard]] bool equals(const SecretBytes &other) const;

    /** Overwrites and frees the bytes; empty afterwards. */
    void wipe();

private:
    unsigned char *m_data = nullptr;
    qsizetype m_size = 0;
    std::size_t m_mapped = 0;
};

QDebug operator<<(QDebug, const SecretBytes &) = delete;

} // namespace motcua::security
