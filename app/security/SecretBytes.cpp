// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/SecretBytes.h"

#include <openssl/crypto.h>

#include <QtGlobal>

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>
#include <utility>

namespace motcua::security {

SecretBytes::SecretBytes(qsizetype size)
{
    if (size <= 0) {
        return;
    }
    // Whole pages of its own: locking and dump flags work by the page and must not end with a neighbour's life.
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const std::size_t mapped = (static_cast<std::size_t>(size) + page - 1) / page * page;
    void *memory = ::mmap(nullptr, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        qFatal("no memory for a secret");
    }
    // Best effort: the limit of locked memory may be small, and the secret is still wiped.
    ::mlock(memory, mapped);
    ::madvise(memory, mapped, MADV_DONTDUMP);
    m_data = static_cast<unsigned char *>(memory);
    m_size = size;
    m_mapped = mapped;
}

SecretBytes::~SecretBytes()
{
    wipe();
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_mapped(std::exchange(other.m_mapped, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_mapped = std::exchange(other.m_mapped, 0);
    }
    return *this;
}

SecretBytes SecretBytes::copyOf(QByteArrayView bytes)
{
    SecretBytes copy(bytes.size());
    if (!bytes.isEmpty()) {
        std::memcpy(copy.m_data, bytes.data(), static_cast<std::size_t>(bytes.size()));
    }
    return copy;
}

bool SecretBytes::equals(const SecretBytes &other) const
{
    return m_size == other.m_size && (m_size == 0 || CRYPTO_memcmp(m_data, other.m_data, static_cast<std::size_t>(m_size)) == 0);
}

void SecretBytes::wipe()
{
    if (m_data != nullptr) {
        OPENSSL_cleanse(m_data, m_mapped);
        ::munmap(m_data, m_mapped);
    }
    m_data = nullptr;
    m_size = 0;
    m_mapped = 0;
}

} // namespace motcua::security
