// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/PageCipher.h"

#include "app/security/Random.h"
#include "app/storage/PageLayout.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <sqlite3.h>

#include <array>
#include <cstring>
#include <memory>
#include <new>

// In the amalgamation, but in a header that is not part of the package.
extern "C" int sqlite3mc_cipher_index(const char *cipherName);

namespace motcua::storage::pagecipher {

namespace {

using namespace pagelayout;

constexpr char Name[] = "motcua_sqlcipher";
constexpr char RawPrefix[] = {'r', 'a', 'w', ':'};
constexpr char ClearMagic[] = "SQLite format 3"; // 16 bytes with its zero
constexpr int Reserved = IvSize + SealSize;
constexpr int VectorsAtOnce = 64;
constexpr int BlockSize = 16;

/** The primitives are looked up once: EVP_aes_256_cbc() and its like ask the provider anew for each key. */
struct Primitives
{
    EVP_CIPHER *cbc = EVP_CIPHER_fetch(nullptr, "AES-256-CBC", nullptr);
    EVP_CIPHER *stealing = EVP_CIPHER_fetch(nullptr, "AES-256-CBC-CTS", nullptr);
    EVP_MAC *hmac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);

    static const Primitives &get()
    {
        static const Primitives primitives;
        return primitives;
    }
    [[nodiscard]] bool areThere() const { return cbc != nullptr && stealing != nullptr && hmac != nullptr; }
};

struct Freed
{
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
    void operator()(EVP_MAC_CTX *context) const { EVP_MAC_CTX_free(context); }
};

/** What SQLite3MultipleCiphers holds for one opened file and one direction of a re-keying. */
class Cipher
{
public:
    Cipher() = default;
    Cipher(const Cipher &) = delete;
    Cipher &operator=(const Cipher &) = delete;

    [[nodiscard]] unsigned char *salt() { return m_salt.data(); }

    void takeFrom(const Cipher &other)
    {
        m_key = other.m_key.clone();
        m_salt = other.m_salt;
        m_sealKey = other.m_sealKey.clone();
        m_ready = false;
        if (other.m_ready) {
            prepare();
        }
    }

    /** A key of another shape leaves the cipher without one: no page is read then, and none written but as zeros. */
    void setKey(const char *phrase, int length, bool freshSalt, const unsigned char *fileSalt)
    {
        constexpr int WithoutSalt = static_cast<int>(sizeof(RawPrefix)) + KeySize;
        m_ready = false;
        if ((length != WithoutSalt && length != WithoutSalt + SaltSize) || std::memcmp(phrase, RawPrefix, sizeof(RawPrefix)) != 0) {
            return;
        }
        m_key = security::SecretBytes::copyOf({phrase + sizeof(RawPrefix), KeySize});
        if (!freshSalt && fileSalt != nullptr) {
            std::memcpy(m_salt.data(), fileSalt, SaltSize);
        } else if (length > WithoutSalt) {
            std::memcpy(m_salt.data(), phrase + WithoutSalt, SaltSize);
        } else {
            std::memcpy(m_salt.data(), security::random::bytes(SaltSize).constData(), SaltSize);
        }
        m_sealKey = sealKey(m_key, {m_salt.data(), SaltSize});
        prepare();
    }

    /**
     * Never comes back with the page in clear: SQLite3MultipleCiphers writes what it finds in `data`, a copy made for this, also after an error,
     * and SQLite commits it.
     */
    int encrypt(int page, unsigned char *data, int size, int reserved)
    {
        const int start = page == 1 ? ClearStart : 0;
        const int text = size - Reserved;
        if (!m_ready || reserved != Reserved || text <= start) {
            OPENSSL_cleanse(data, static_cast<std::size_t>(size));
            return SQLITE_CORRUPT;
        }
        unsigned char *iv = data + text;
        drawVector(iv);
        mustWork(run(m_encrypting, m_encryptingFirst, iv, data + start, text - start));
        if (page == 1) {
            std::memcpy(data, m_salt.data(), SaltSize);
        }
        mustWork(seal(page, data + start, text + IvSize - start, iv + IvSize));
        return SQLITE_OK;
    }

    int decrypt(int page, unsigned char *data, int size, int reserved, bool checks)
    {
        const int start = page == 1 ? ClearStart : 0;
        const int text = size - Reserved;
        const int refused = page == 1 ? SQLITE_NOTADB : SQLITE_CORRUPT;
        if (!m_ready || reserved != Reserved || text <= start) {
            return refused;
        }
        const unsigned char *iv = data + text;
        std::array<unsigned char, SealSize> seal;
        if (checks && (!this->seal(page, data + start, text + IvSize - start, seal.data()) || CRYPTO_memcmp(seal.data(), iv + IvSize, SealSize) != 0)) {
            return refused;
        }
        if (!run(m_decrypting, m_decryptingFirst, iv, data + start, text - start)) {
            return SQLITE_ERROR;
        }
        if (page == 1) {
            std::memcpy(data, ClearMagic, sizeof(ClearMagic));
        }
        return SQLITE_OK;
    }

private:
    using Context = std::unique_ptr<EVP_CIPHER_CTX, Freed>;

    /** Without memory the process ends, as it does with the built-in cipher; of a commit cut short the log keeps nothing. */
    static void mustWork(bool worked)
    {
        if (!worked) {
            qFatal("OpenSSL has no memory for a page of the store");
        }
    }

    /** Keys are expanded here once and not for each page. */
    void prepare()
    {
        const Primitives &primitives = Primitives::get();
        std::array<char, 4> stealingMode = {"CS2"};
        const std::array<OSSL_PARAM, 2> stealing = {
            OSSL_PARAM_construct_utf8_string(OSSL_CIPHER_PARAM_CTS_MODE, stealingMode.data(), 0), OSSL_PARAM_construct_end()};
        const auto made = [this](const EVP_CIPHER *cipher, int direction, const OSSL_PARAM *mode) {
            Context context(EVP_CIPHER_CTX_new());
            mustWork(context && EVP_CipherInit_ex2(context.get(), cipher, m_key.data(), nullptr, direction, mode) == 1
                && (mode != nullptr || EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1));
            return context;
        };
        m_encrypting = made(primitives.cbc, 1, nullptr);
        m_decrypting = made(primitives.cbc, 0, nullptr);
        m_encryptingFirst = made(primitives.stealing, 1, stealing.data());
        m_decryptingFirst = made(primitives.stealing, 0, stealing.data());
        m_sealing.reset(EVP_MAC_CTX_new(primitives.hmac));
        std::array<char, 7> digest = {"SHA512"};
        const std::array<OSSL_PARAM, 2> parameters = {
            OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0), OSSL_PARAM_construct_end()};
        mustWork(m_sealing && EVP_MAC_init(m_sealing.get(), m_sealKey.data(), static_cast<std::size_t>(m_sealKey.size()), parameters.data()) == 1);
        m_ready = true;
    }

    /** Drawn for many pages at once: asking the generator costs as much as enciphering a quarter of a page. None is used twice. */
    void drawVector(unsigned char *iv)
    {
        if (m_drawn == m_vectors.size()) {
            m_vectors = security::random::bytes(VectorsAtOnce * IvSize);
            m_drawn = 0;
        }
        std::memcpy(iv, m_vectors.constData() + m_drawn, IvSize);
        m_drawn += IvSize;
    }

    /** In place. Page 1 ends half a block after its last whole one: ciphertext stealing, CS2 of NIST SP 800-38A Addendum. */
    static bool run(const Context &whole, const Context &stealing, const unsigned char *iv, unsigned char *text, int size)
    {
        int done = 0;
        const Context &context = size % BlockSize == 0 ? whole : stealing;
        return EVP_CipherInit_ex2(context.get(), nullptr, nullptr, iv, -1, nullptr) == 1
            && EVP_CipherUpdate(context.get(), text, &done, text, size) == 1 && done == size;
    }

    bool seal(int page, const unsigned char *sealed, int size, unsigned char *out)
    {
        const std::array<unsigned char, 4> number = {static_cast<unsigned char>(page), static_cast<unsigned char>(page >> 8),
            static_cast<unsigned char>(page >> 16), static_cast<unsigned char>(page >> 24)};
        std::size_t length = 0;
        return EVP_MAC_init(m_sealing.get(), nullptr, 0, nullptr) == 1
            && EVP_MAC_update(m_sealing.get(), sealed, static_cast<std::size_t>(size)) == 1
            && EVP_MAC_update(m_sealing.get(), number.data(), number.size()) == 1
            && EVP_MAC_final(m_sealing.get(), out, &length, SealSize) == 1 && length == SealSize;
    }

    security::SecretBytes m_key;
    std::array<unsigned char, SaltSize> m_salt = {};
    security::SecretBytes m_sealKey;
    QByteArray m_vectors;
    qsizetype m_drawn = 0;
    Context m_encrypting;
    Context m_decrypting;
    Context m_encryptingFirst;
    Context m_decryptingFirst;
    std::unique_ptr<EVP_MAC_CTX, Freed> m_sealing;
    bool m_ready = false;
};

Cipher *of(void *cipher)
{
    return static_cast<Cipher *>(cipher);
}

CipherDescriptor descriptor()
{
    CipherDescriptor ours = {};
    ours.m_name = Name;
    ours.m_allocateCipher = [](sqlite3 *) -> void * { return new (std::nothrow) Cipher; };
    ours.m_freeCipher = [](void *cipher) { delete of(cipher); };
    ours.m_cloneCipher = [](void *to, void *from) { of(to)->takeFrom(*of(from)); };
    ours.m_getLegacy = [](void *) { return 0; };
    ours.m_getPageSize = [](void *) { return 0; }; // the file's own
    ours.m_getReserved = [](void *) { return Reserved; };
    ours.m_getSalt = [](void *cipher) { return of(cipher)->salt(); };
    ours.m_generateKey = [](void *cipher, char *phrase, int length, int rekey, unsigned char *fileSalt) {
        // 2: re-keying a file in WAL mode, which keeps its salt: pages under the old and the new key may lie in one log.
        of(cipher)->setKey(phrase, length, rekey == 1 || (rekey == 2 && fileSalt == nullptr), fileSalt);
    };
    ours.m_encryptPage = [](void *cipher, int page, unsigned char *data, int size, int reserved) {
        return of(cipher)->encrypt(page, data, size, reserved);
    };
    ours.m_decryptPage = [](void *cipher, int page, unsigned char *data, int size, int reserved, int checks) {
        return of(cipher)->decrypt(page, data, size, reserved, checks != 0);
    };
    return ours;
}

} // namespace

int index()
{
    static const int number = [] {
        const CipherDescriptor ours = descriptor();
        // One parameter, which nothing reads: the table of a cipher must not be empty.
        const std::array<CipherParams, 2> parameters = {CipherParams{"hmac_use", 1, 1, 1, 1}, CipherParams{"", 0, 0, 0, 0}};
        return Primitives::get().areThere() && sqlite3mc_register_cipher(&ours, parameters.data(), 0) == SQLITE_OK ? sqlite3mc_cipher_index(Name) : 0;
    }();
    return number;
}

} // namespace motcua::storage::pagecipher
