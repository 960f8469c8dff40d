// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/token/module/TokenSession.h"

#include "app/security/Random.h"

#include <p11-kit/pkcs11.h>

#include <QFile>

#include <dlfcn.h>

#include <array>
#include <cstring>
#include <type_traits>
#include <vector>

namespace motcua::token {

namespace {

constexpr const char *AnyToken = "p11-kit-proxy.so"; // of p11-kit-modules: all the libraries that are registered on this machine
constexpr qsizetype IdBytes = 16;
constexpr qsizetype DigestBytes = 32;
constexpr qsizetype SignatureBytes = 64;
constexpr qsizetype PointBytes = 65;
constexpr qsizetype LeastRsaBytes = 256;
constexpr qsizetype MostRsaBytes = 512;
/** OBJECT IDENTIFIER of P-256 (1.2.840.10045.3.1.7) in DER, as CKA_EC_PARAMS has a named curve. */
constexpr std::array<unsigned char, 10> P256{0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07};

/** What stands before a SHA-256 in what RSASSA-PKCS1-v1_5 signs (RFC 8017, 9.2, note 1). */
constexpr std::array<unsigned char, 19> Sha256Info{
    0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20};

using Session = CK_SESSION_HANDLE;
using Object = CK_OBJECT_HANDLE;

Refusal refusal(Outcome outcome, const char *what)
{
    return {outcome, QString::fromLatin1(what)};
}

/** By what the library returned from `call`. */
Refusal refusalOf(const char *call, CK_RV rv)
{
    const QString detail = QStringLiteral("%1 0x%2").arg(QString::fromLatin1(call)).arg(rv, 0, 16);
    switch (rv) {
    case CKR_PIN_INCORRECT:
    case CKR_PIN_INVALID:
    case CKR_PIN_LEN_RANGE:
        return {Outcome::PinWrong, detail};
    case CKR_PIN_LOCKED:
        return {Outcome::PinLocked, detail};
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_TOKEN_NOT_RECOGNIZED:
    case CKR_DEVICE_REMOVED:
    case CKR_SLOT_ID_INVALID:
        return {Outcome::TokenMissing, detail};
    case CKR_KEY_TYPE_INCONSISTENT:
    case CKR_KEY_FUNCTION_NOT_PERMITTED:
        return {Outcome::KeyUnfit, detail};
    default:
        return {Outcome::Failed, detail};
    }
}

/** Fields of a token are of a fixed size, filled up with blanks. */
template <std::size_t Size>
bool isNamed(const unsigned char (&field)[Size], const QByteArray &wanted)
{
    const QByteArray said(reinterpret_cast<const char *>(field), Size);
    qsizetype size = said.size();
    while (size > 0 && (said.at(size - 1) == ' ' || said.at(size - 1) == '\0')) {
        --size;
    }
    return wanted.isEmpty() || said.left(size) == wanted;
}

bool isThatOf(const TokenUri &uri, const CK_TOKEN_INFO &info)
{
    return isNamed(info.label, uri.token) && isNamed(info.manufacturerID, uri.manufacturer) && isNamed(info.model, uri.model)
        && isNamed(info.serialNumber, uri.serial);
}

/** A number or a truth value. */
template <typename T>
    requires std::is_integral_v<T>
CK_ATTRIBUTE attribute(CK_ATTRIBUTE_TYPE type, T &value)
{
    return {type, &value, sizeof value};
}

/** The library only reads what it is given to find or to make. */
CK_ATTRIBUTE attribute(CK_ATTRIBUTE_TYPE type, const QByteArray &value)
{
    return {type, const_cast<char *>(value.constData()), static_cast<CK_ULONG>(value.size())};
}

} // namespace

struct TokenSession::Library
{
    explicit Library(TokenUri of)
        : uri(std::move(of))
    {
    }
    ~Library()
    {
        if (session != CK_INVALID_HANDLE) {
            (void)functions->C_CloseSession(session); // of the last one, which signs out
        }
        if (isBegun) {
            (void)functions->C_Finalize(nullptr);
        }
        // It stays loaded: the process ends, and some do not bear being unloaded.
    }
    Library(const Library &) = delete;
    Library &operator=(const Library &) = delete;

    const TokenUri uri;
    CK_FUNCTION_LIST *functions = nullptr;
    bool isBegun = false;
    Session session = CK_INVALID_HANDLE;

    [[nodiscard]] Told<> load();
    [[nodiscard]] Told<CK_SLOT_ID> slot() const;
    [[nodiscard]] Told<> begin(CK_SLOT_ID slot, const security::SecretBytes &pin, bool isAttended, bool mayWrite);
    /** Two at most: to know whether it is the only one. */
    [[nodiscard]] Told<std::vector<Object>> objects(std::vector<CK_ATTRIBUTE> like) const;
    /** Empty where the object has no such attribute or does not tell it. */
    [[nodiscard]] QByteArray value(Object object, CK_ATTRIBUTE_TYPE type) const;
    [[nodiscard]] bool says(Object object, CK_ATTRIBUTE_TYPE type, bool unsaid) const;
    struct PrivateKey
    {
        Object object = CK_INVALID_HANDLE;
        bool isRsa = false;
    };
    [[nodiscard]] Told<PrivateKey> privateKey(bool mayBeRsa) const;
};

TokenSession::Told<> TokenSession::Library::load()
{
    const QByteArray path = uri.modulePath.isEmpty() ? QByteArray(AnyToken) : QFile::encodeName(uri.modulePath);
    void *const library = ::dlopen(path.constData(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
        return Refusal{Outcome::ModuleMissing,
            uri.modulePath.isEmpty()
                ? QStringLiteral("no module-path is named, and p11-kit-proxy.so is missing: install the package p11-kit-modules")
                : QStringLiteral("the library of module-path cannot be loaded: install the package it comes with (cards: opensc-pkcs11)")};
    }
    const auto list = reinterpret_cast<CK_C_GetFunctionList>(::dlsym(library, "C_GetFunctionList"));
    if (list == nullptr || list(&functions) != CKR_OK || functions == nullptr) {
        return refusal(Outcome::ModuleMissing, "the library of module-path is none for tokens");
    }
    CK_C_INITIALIZE_ARGS locking{};
    locking.flags = CKF_OS_LOCKING_OK;
    const CK_RV begun = functions->C_Initialize(&locking);
    if (begun != CKR_OK && begun != CKR_CRYPTOKI_ALREADY_INITIALIZED) {
        return refusalOf("C_Initialize", begun);
    }
    isBegun = true;
    return {};
}

TokenSession::Told<CK_SLOT_ID> TokenSession::Library::slot() const
{
    CK_ULONG count = 0;
    CK_RV rv = functions->C_GetSlotList(CK_TRUE, nullptr, &count);
    std::vector<CK_SLOT_ID> slots(count);
    if (rv == CKR_OK && count > 0) {
        rv = functions->C_GetSlotList(CK_TRUE, slots.data(), &count);
    }
    if (rv == CKR_BUFFER_TOO_SMALL) {
        return refusal(Outcome::TokenMissing, "one was plugged in just now");
    }
    if (rv != CKR_OK) {
        return refusalOf("C_GetSlotList", rv);
    }
    slots.resize(qMin<std::size_t>(slots.size(), count));
    std::vector<CK_SLOT_ID> found;
    for (const CK_SLOT_ID one : slots) {
        CK_TOKEN_INFO info{};
        // One that is pulled out just now is not there.
        if (functions->C_GetTokenInfo(one, &info) == CKR_OK && (info.flags & CKF_TOKEN_INITIALIZED) != 0 && isThatOf(uri, info)) {
            found.push_back(one);
        }
    }
    if (found.size() > 1) {
        return refusal(Outcome::Failed, "several tokens are of that name: say the serial number");
    }
    return found.empty() ? Told<CK_SLOT_ID>(refusal(Outcome::TokenMissing, "none of that name")) : Told<CK_SLOT_ID>(found.front());
}

TokenSession::Told<> TokenSession::Library::begin(CK_SLOT_ID slot, const security::SecretBytes &pin, bool isAttended, bool mayWrite)
{
    const CK_FLAGS kind = CKF_SERIAL_SESSION | (mayWrite ? CKF_RW_SESSION : 0);
    if (const CK_RV rv = functions->C_OpenSession(slot, kind, nullptr, nullptr, &session); rv != CKR_OK) {
        session = CK_INVALID_HANDLE;
        return refusalOf("C_OpenSession", rv);
    }
    CK_TOKEN_INFO info{};
    if (const CK_RV rv = functions->C_GetTokenInfo(slot, &info); rv != CKR_OK) {
        return refusalOf("C_GetTokenInfo", rv);
    }
    if ((info.flags & CKF_USER_PIN_LOCKED) != 0) {
        return refusal(Outcome::PinLocked, "it says so");
    }
    if ((info.flags & CKF_LOGIN_REQUIRED) == 0) {
        return {};
    }
    if ((info.flags & CKF_USER_PIN_INITIALIZED) == 0) {
        return refusal(Outcome::Failed, "it has no PIN of a user yet");
    }
    if (!isAttended && (info.flags & (CKF_USER_PIN_COUNT_LOW | CKF_USER_PIN_FINAL_TRY)) != 0) {
        return refusal(Outcome::PinWrong, "it counts wrong ones, and is left in peace");
    }
    if (pin.isEmpty()) {
        return refusal(Outcome::PinWrong, "none was entered");
    }
    const CK_RV rv = functions->C_Login(session, CKU_USER, const_cast<unsigned char *>(pin.data()), static_cast<CK_ULONG>(pin.size()));
    return rv == CKR_OK || rv == CKR_USER_ALREADY_LOGGED_IN ? Told<>() : Told<>(refusalOf("C_Login", rv));
}

TokenSession::Told<std::vector<Object>> TokenSession::Library::objects(std::vector<CK_ATTRIBUTE> like) const
{
    std::vector<Object> found(2);
    CK_ULONG count = 0;
    CK_RV rv = functions->C_FindObjectsInit(session, like.data(), like.size());
    if (rv != CKR_OK) {
        return refusalOf("C_FindObjectsInit", rv);
    }
    rv = functions->C_FindObjects(session, found.data(), found.size(), &count);
    (void)functions->C_FindObjectsFinal(session);
    if (rv != CKR_OK) {
        return refusalOf("C_FindObjects", rv);
    }
    found.resize(qMin<std::size_t>(found.size(), count));
    return found;
}

QByteArray TokenSession::Library::value(Object object, CK_ATTRIBUTE_TYPE type) const
{
    QByteArray bytes(256, '\0');
    CK_ATTRIBUTE wanted{type, bytes.data(), static_cast<CK_ULONG>(bytes.size())};
    const bool isTold = functions->C_GetAttributeValue(session, object, &wanted, 1) == CKR_OK
        && wanted.ulValueLen <= static_cast<CK_ULONG>(bytes.size());
    return isTold ? bytes.left(static_cast<qsizetype>(wanted.ulValueLen)) : QByteArray();
}

bool TokenSession::Library::says(Object object, CK_ATTRIBUTE_TYPE type, bool unsaid) const
{
    const QByteArray said = value(object, type);
    return said.size() == 1 ? said.at(0) != CK_FALSE : unsaid;
}

TokenSession::Told<TokenSession::Library::PrivateKey> TokenSession::Library::privateKey(bool mayBeRsa) const
{
    CK_OBJECT_CLASS kind = CKO_PRIVATE_KEY;
    std::vector<CK_ATTRIBUTE> like{attribute(CKA_CLASS, kind)};
    if (!uri.object.isEmpty()) {
        like.push_back(attribute(CKA_LABEL, uri.object));
    }
    if (!uri.id.isEmpty()) {
        like.push_back(attribute(CKA_ID, uri.id));
    }
    const auto found = objects(like);
    if (!found) {
        return found.error();
    }
    if (found->empty()) {
        return refusal(Outcome::KeyMissing, "no private key of that name");
    }
    if (found->size() > 1) {
        return refusal(Outcome::Failed, "several private keys are of that name: say its id");
    }
    const QByteArray type = value(found->front(), CKA_KEY_TYPE);
    CK_KEY_TYPE known = CKK_DSA;
    if (type.size() == sizeof known) {
        std::memcpy(&known, type.constData(), sizeof known);
    }
    const bool isRsa = mayBeRsa && known == CKK_RSA;
    if ((known != CKK_EC && !isRsa) || !says(found->front(), CKA_SIGN, true)) {
        return refusal(Outcome::KeyUnfit, "not a key of a kind that is used here, or it may not sign");
    }
    if (isRsa) {
        return PrivateKey{found->front(), true};
    }
    const QByteArray curve = value(found->front(), CKA_EC_PARAMS);
    if (!curve.isEmpty() && curve != QByteArrayView(reinterpret_cast<const char *>(P256.data()), P256.size())) {
        return refusal(Outcome::KeyUnfit, "not on P-256");
    }
    return PrivateKey{found->front(), false};
}

TokenSession::TokenSession(std::unique_ptr<Library> library)
    : m_library(std::move(library))
{
}
TokenSession::~TokenSession() = default;
TokenSession::TokenSession(TokenSession &&) noexcept = default;
TokenSession &TokenSession::operator=(TokenSession &&) noexcept = default;

TokenSession::Told<TokenSession> TokenSession::open(const TokenUri &uri, const security::SecretBytes &pin, bool isAttended, bool mayWrite)
{
    auto library = std::make_unique<Library>(uri);
    if (const Told<> loaded = library->load(); !loaded) {
        return loaded.error();
    }
    const Told<CK_SLOT_ID> slot = library->slot();
    if (!slot) {
        return slot.error();
    }
    if (const Told<> begun = library->begin(*slot, pin, isAttended, mayWrite); !begun) {
        return begun.error();
    }
    return TokenSession(std::move(library));
}

TokenSession::Told<QByteArray> TokenSession::point() const
{
    const auto key = m_library->privateKey(false);
    if (!key) {
        return key.error();
    }
    const QByteArray id = m_library->value(key->object, CKA_ID);
    const QByteArray label = m_library->value(key->object, CKA_LABEL);
    CK_OBJECT_CLASS kind = CKO_PUBLIC_KEY;
    const auto found = m_library->objects({attribute(CKA_CLASS, kind), id.isEmpty() ? attribute(CKA_LABEL, label) : attribute(CKA_ID, id)});
    if (!found) {
        return found.error();
    }
    // Some tell it of the private half as well; as an OCTET STRING, and some as it is.
    QByteArray point = m_library->value(found->empty() ? key->object : found->front(), CKA_EC_POINT);
    if (point.size() == PointBytes + 2 && point.startsWith(QByteArrayView("\x04\x41", 2))) {
        point = point.sliced(2);
    }
    if (point.isEmpty()) {
        return refusal(Outcome::Failed, "the key has no public half on the token");
    }
    return point.size() == PointBytes && point.at(0) == 4 ? Told<QByteArray>(point)
                                                          : Told<QByteArray>(refusal(Outcome::KeyUnfit, "not a point of P-256"));
}

TokenSession::Told<> TokenSession::make() const
{
    const QByteArray id = m_library->uri.id.isEmpty() ? security::random::bytes(IdBytes) : m_library->uri.id;
    const QByteArray label = m_library->uri.object.isEmpty() ? QByteArrayLiteral("motcua") : m_library->uri.object;
    const QByteArray curve(reinterpret_cast<const char *>(P256.data()), P256.size());
    CK_BBOOL yes = CK_TRUE;
    CK_BBOOL no = CK_FALSE;
    std::array<CK_ATTRIBUTE, 5> open{attribute(CKA_TOKEN, yes), attribute(CKA_VERIFY, yes), attribute(CKA_EC_PARAMS, curve),
        attribute(CKA_LABEL, label), attribute(CKA_ID, id)};
    std::array<CK_ATTRIBUTE, 7> secret{attribute(CKA_TOKEN, yes), attribute(CKA_PRIVATE, yes), attribute(CKA_SENSITIVE, yes),
        attribute(CKA_EXTRACTABLE, no), attribute(CKA_SIGN, yes), attribute(CKA_LABEL, label), attribute(CKA_ID, id)};
    CK_MECHANISM how{CKM_EC_KEY_PAIR_GEN, nullptr, 0};
    Object made = CK_INVALID_HANDLE;
    Object half = CK_INVALID_HANDLE;
    const CK_RV rv = m_library->functions->C_GenerateKeyPair(
        m_library->session, &how, open.data(), open.size(), secret.data(), secret.size(), &half, &made);
    return rv == CKR_OK ? Told<>() : Told<>(refusalOf("C_GenerateKeyPair", rv));
}

TokenSession::Told<QByteArray> TokenSession::sign(const QByteArray &digest, const security::SecretBytes &pin, bool mayBeRsa) const
{
    const auto key = m_library->privateKey(mayBeRsa);
    if (!key || digest.size() != DigestBytes) {
        return key ? refusal(Outcome::Failed, "digest") : key.error();
    }
    const CK_FUNCTION_LIST &call = *m_library->functions;
    // CKM_SHA256_RSA_PKCS would want all that is signed: the token is told a digest alone, as of a key on a curve.
    CK_MECHANISM how{key->isRsa ? CKM_RSA_PKCS : CKM_ECDSA, nullptr, 0};
    if (const CK_RV rv = call.C_SignInit(m_library->session, &how, key->object); rv != CKR_OK) {
        return refusalOf("C_SignInit", rv);
    }
    if (m_library->says(key->object, CKA_ALWAYS_AUTHENTICATE, false)) {
        const CK_RV rv = call.C_Login(
            m_library->session, CKU_CONTEXT_SPECIFIC, const_cast<unsigned char *>(pin.data()), static_cast<CK_ULONG>(pin.size()));
        if (rv != CKR_OK) {
            return refusalOf("C_Login for the key", rv);
        }
    }
    QByteArray asked = key->isRsa ? QByteArray(reinterpret_cast<const char *>(Sha256Info.data()), Sha256Info.size()) + digest : digest;
    QByteArray signature(key->isRsa ? MostRsaBytes : SignatureBytes, '\0');
    auto size = static_cast<CK_ULONG>(signature.size());
    const CK_RV rv = call.C_Sign(m_library->session, reinterpret_cast<unsigned char *>(asked.data()), static_cast<CK_ULONG>(asked.size()),
        reinterpret_cast<unsigned char *>(signature.data()), &size);
    if (rv == CKR_BUFFER_TOO_SMALL) {
        return refusal(Outcome::KeyUnfit, "a key of more than 4096 bits");
    }
    if (rv != CKR_OK) {
        return refusalOf("C_Sign", rv);
    }
    if (key->isRsa && size < static_cast<CK_ULONG>(LeastRsaBytes)) {
        return refusal(Outcome::KeyUnfit, "a key of less than 2048 bits");
    }
    return key->isRsa || size == static_cast<CK_ULONG>(SignatureBytes)
        ? Told<QByteArray>(signature.left(static_cast<qsizetype>(size)))
        : Told<QByteArray>(refusal(Outcome::Failed, "size of the signature"));
}

} // namespace motcua::token
