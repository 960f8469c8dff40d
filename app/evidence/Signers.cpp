// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/Signers.h"

#include "app/evidence/OpenSsl.h"
#include "app/security/Random.h"

#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>

namespace motcua::evidence {

namespace {

using SignatureParts = std::unique_ptr<ECDSA_SIG, FreedBy<&ECDSA_SIG_free>>;
using Container = std::unique_ptr<PKCS12, FreedBy<&PKCS12_free>>;
using KeyInfo = std::unique_ptr<PKCS8_PRIV_KEY_INFO, FreedBy<&PKCS8_PRIV_KEY_INFO_free>>;

struct FreedWithAll
{
    void operator()(STACK_OF(X509) *all) const { sk_X509_pop_free(all, X509_free); }
};

Error unreadable(const char *what)
{
    ERR_clear_error();
    return {ErrorCode::OwnCertificateUnreadable, QStringLiteral("signer: ") + QString::fromLatin1(what)};
}

Key opened(const security::SecretBytes &key)
{
    const unsigned char *at = key.data();
    Key read(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(key.size())));
    ERR_clear_error();
    return read;
}

security::SecretBytes sealed(const EVP_PKEY *key)
{
    const KeyInfo info(EVP_PKEY2PKCS8(key));
    security::SecretBytes der(info ? std::max(0, i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr)) : 0);
    if (!der.isEmpty()) {
        unsigned char *at = der.data();
        i2d_PKCS8_PRIV_KEY_INFO(info.get(), &at);
    }
    return der;
}

/** A pass phrase is never asked for: OpenSSL would ask at the terminal. */
int noPassPhrase(char * /*buffer*/, int /*size*/, int /*writing*/, void * /*data*/)
{
    return -1;
}

/** Whether the first of `certificates` is of `key`, and both are of a kind that is used here. */
Result<> belong(const EVP_PKEY *key, const QList<QByteArray> &certificates)
{
    const Certificate own = certificates.isEmpty() ? Certificate() : certificateOf(certificates.constFirst());
    if (!own || !isFitToSign(key)) {
        return unreadable(own ? "neither RSA of 2048 to 4096 bits nor P-256" : "no certificate");
    }
    const bool isOfIt = X509_check_private_key(own.get(), key) == 1;
    ERR_clear_error();
    return isOfIt ? Result<>() : Error{ErrorCode::OwnKeyOther, QStringLiteral("signer: the key is of another certificate")};
}

/** r and s of a token as ECDSA has them in DER. */
QByteArray inDer(const QByteArray &parts)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(parts.constData());
    constexpr int Half = TokenKey::SignatureBytes / 2;
    const SignatureParts signature(ECDSA_SIG_new());
    BIGNUM *r = BN_bin2bn(bytes, Half, nullptr);
    BIGNUM *s = BN_bin2bn(bytes + Half, Half, nullptr);
    if (!signature || ECDSA_SIG_set0(signature.get(), r, s) != 1) {
        BN_free(r);
        BN_free(s);
        return {};
    }
    QByteArray der(i2d_ECDSA_SIG(signature.get(), nullptr), '\0');
    auto *at = reinterpret_cast<unsigned char *>(der.data());
    i2d_ECDSA_SIG(signature.get(), &at);
    return der;
}

} // namespace

Result<BroughtKey> BroughtKey::fromPkcs12(const QByteArray &file, const security::SecretBytes &password)
{
    if (file.size() > MostBytes) {
        return Error{ErrorCode::FileTooLarge, QString::number(MostBytes)};
    }
    const auto *at = reinterpret_cast<const unsigned char *>(file.constData());
    const Container container(d2i_PKCS12(nullptr, &at, static_cast<long>(file.size())));
    if (!container) {
        return unreadable("no PKCS#12 file");
    }
    security::SecretBytes terminated(password.size() + 1);
    std::copy(password.view().begin(), password.view().end(), terminated.data());
    const char *typed = reinterpret_cast<const char *>(terminated.data());
    if (PKCS12_verify_mac(container.get(), typed, -1) != 1) {
        ERR_clear_error();
        return Error{ErrorCode::WrongPassword, QStringLiteral("signer: PKCS#12")};
    }
    EVP_PKEY *key = nullptr;
    X509 *own = nullptr;
    STACK_OF(X509) *others = nullptr;
    const bool isRead = PKCS12_parse(container.get(), typed, &key, &own, &others) == 1;
    const Key keyHeld(key);
    const Certificate ownHeld(own);
    const std::unique_ptr<STACK_OF(X509), FreedWithAll> othersHeld(others);
    if (!isRead || !keyHeld || !ownHeld) {
        return unreadable("no key with its certificate, or enciphered in a way of yesterday (RC2)");
    }
    BroughtKey brought{.key = sealed(keyHeld.get()), .certificates = {derOf(ownHeld.get())}};
    for (int i = 0; i < sk_X509_num(others); ++i) {
        brought.certificates.append(derOf(sk_X509_value(others, i)));
    }
    const Result<> fit = belong(keyHeld.get(), brought.certificates);
    return fit ? Result<BroughtKey>(std::move(brought)) : fit.error();
}

Result<BroughtKey> BroughtKey::fromPem(const security::SecretBytes &key, const QList<QByteArray> &certificates)
{
    if (key.isEmpty()) {
        return unreadable("no key");
    }
    const std::unique_ptr<BIO, FreedBy<&BIO_free>> in(BIO_new_mem_buf(key.data(), static_cast<int>(key.size())));
    const Key read(PEM_read_bio_PrivateKey(in.get(), nullptr, &noPassPhrase, nullptr));
    const Result<> fit = read ? belong(read.get(), certificates) : unreadable("no key, or an enciphered one");
    return fit ? Result<BroughtKey>(BroughtKey{sealed(read.get()), certificates}) : fit.error();
}

SealedSigner::SealedSigner(security::SecretBytes key, QList<QByteArray> certificates)
    : m_key(std::move(key))
    , m_certificates(std::move(certificates))
{
}

Result<std::shared_ptr<Signer>> SealedSigner::of(security::SecretBytes key, const QList<QByteArray> &certificates)
{
    const Key read = opened(key);
    const Result<> fit = read ? belong(read.get(), certificates) : unreadable("no key");
    if (!fit) {
        return fit.error();
    }
    return std::shared_ptr<Signer>(new SealedSigner(std::move(key), certificates));
}

Result<QByteArray> SealedSigner::sign(const QByteArray &digest) const
{
    // Opened for each signature: OpenSSL's own buffers are neither locked into memory nor kept long.
    const Key key = opened(m_key);
    const std::unique_ptr<EVP_PKEY_CTX, FreedBy<&EVP_PKEY_CTX_free>> context(EVP_PKEY_CTX_new(key.get(), nullptr));
    const bool isReady = context && EVP_PKEY_sign_init(context.get()) == 1
        && (EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA || EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1)
        && EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) == 1;
    QByteArray signature(isReady ? EVP_PKEY_get_size(key.get()) : 0, '\0');
    auto size = static_cast<std::size_t>(signature.size());
    if (!isReady
        || EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
               reinterpret_cast<const unsigned char *>(digest.constData()), static_cast<std::size_t>(digest.size()))
            != 1) {
        return Error{ErrorCode::Internal, QStringLiteral("signer: ") + lastOfOpenSsl()};
    }
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

TokenSigner::TokenSigner(std::shared_ptr<const TokenKey> token, QList<QByteArray> certificates)
    : m_token(std::move(token))
    , m_certificates(std::move(certificates))
{
}

Result<QByteArray> TokenSigner::signedThere(const QByteArray &digest, bool isAttended) const
{
    Result<QByteArray> signature = m_token->signDocument(digest, isAttended);
    return signature && signature->size() == TokenKey::SignatureBytes ? Result<QByteArray>(inDer(*signature)) : signature;
}

Result<> TokenSigner::prove() const
{
    const Certificate own = m_certificates.isEmpty() ? Certificate() : certificateOf(m_certificates.constFirst());
    if (!own || !isFitToSign(X509_get0_pubkey(own.get()))) {
        return unreadable("no certificate of a key that is used here");
    }
    const QByteArray digest = security::random::bytes(TokenKey::DigestBytes);
    const Result<QByteArray> signature = signedThere(digest, true);
    if (!signature) {
        return signature.error();
    }
    return isSignatureOf(X509_get0_pubkey(own.get()), digest, *signature)
        ? Result<>()
        : Error{ErrorCode::OwnKeyOther, QStringLiteral("signer: the token's key is of another certificate")};
}

Result<QByteArray> TokenSigner::sign(const QByteArray &digest) const
{
    return signedThere(digest, false);
}

} // namespace motcua::evidence
