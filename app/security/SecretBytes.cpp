// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/SecretBytes.h"

#include <openssl/crypto.h>

#include <QtGlobal>

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstring>
#include <utility>

namespace motcua::security {

namespace {

/** Whole pages, since locking and dump flags work by the page. Zeros. */
unsigned char *mapped(std::size_t bytes)
{
    void *memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        qFatal("no memory for a secret");
    }
    // Best effort: the limit of locked memory may be small, and the secret is still wiped.
    ::mlock(memory, bytes);
    ::madvise(memory, bytes, MADV_DONTDUMP);
    return static_cast<unsigned char *>(memory);
}

/**
 * Room for keys and the like: pages that stay locked, so that a key that lives for one command of a chip costs no three calls of the system. May be asked
 * from any thread; never given back, because secrets live until the very end of the program.
 */
class SmallSecrets
{
public:
    static constexpr std::size_t Largest = 64; // bytes
    static constexpr std::size_t Most = 256;

    static SmallSecrets &room()
    {
        static auto *const room = new SmallSecrets;
        return *room;
    }

    /** Zeros; null when all are taken. */
    [[nodiscard]] unsigned char *take()
    {
        for (std::size_t i = 0; i < Most; ++i) {
            if (!m_taken[i].test_and_set(std::memory_order_acquire)) {
                return m_memory + Largest * i;
            }
        }
        return nullptr;
    }

    void giveBack(const unsigned char *wiped) { m_taken[static_cast<std::size_t>(wiped - m_memory) / Largest].clear(std::memory_order_release); }

private:
    unsigned char *m_memory = mapped(Largest * Most);
    std::array<std::atomic_flag, Most> m_taken{};
};

} // namespace

SecretBytes::SecretBytes(qsizetype size)
{
    if (size <= 0) {
        return;
    }
    m_size = size;
    if (static_cast<std::size_t>(size) <= SmallSecrets::Largest) {
        m_data = SmallSecrets::room().take();
    }
    if (m_data == nullptr) {
        const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
        m_mapped = (static_cast<std::size_t>(size) + page - 1) / page * page;
        m_data = mapped(m_mapped);
    }
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
    if (m_data != nullptr && m_mapped == 0) { // no pages of its own
        OPENSSL_cleanse(m_data, SmallSecrets::Largest);
        SmallSecrets::room().giveBack(m_data);
    } else if (m_data != nullptr) {
        OPENSSL_cleanse(m_data, m_mapped);
        ::munmap(m_data, m_mapped);
    }
    m_data = nullptr;
    m_size = 0;
    m_mapped = 0;
}

} // namespace motcua::security
