// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/TlsPins.h"

#include "app/net/Certificates.h"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <QHostAddress>

#include <algorithm>
#include <functional>

namespace motcua {

namespace {

using Stack = std::unique_ptr<STACK_OF(X509), void (*)(STACK_OF(X509) *)>;

// Level 2 of OpenSSL: 112 bits, so RSA of 2048 and SHA-256 at least, in every certificate below the authority.
constexpr int Strength = 2;
constexpr int LongestChain = 4;

Error told(int verdict, int depth, bool futurePins)
{
    const QString detail = u"certificate %1: %2"_qs.arg(depth).arg(QString::fromLatin1(X509_verify_cert_error_string(verdict)));
    switch (verdict) {
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return {futurePins ? ErrorCode::ClockWrong : ErrorCode::ServerNotYetValid, detail};
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return {ErrorCode::ServerExpired, detail};
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return {ErrorCode::ServerOtherHost, detail};
    default:
        return {ErrorCode::ServerUntrusted, detail};
    }
}

} // namespace

Result<TlsPins> TlsPins::fromPem(const QByteArray &authorities, const QByteArray &revocationLists)
{
    const auto parts = certificates::fromPem(authorities);
    if (!parts) {
        return Error{ErrorCode::Invalid, u"pins: no certificates"_qs};
    }
    TlsPins pins;
    for (const QByteArray &der : *parts) {
        const auto one = certificates::fromDer(der);
        // 1: an authority by its basic constraints; what else OpenSSL lets pass as one (old versions, self-signed) is none.
        if (!one || X509_check_ca(one.get()) != 1) {
            return Error{ErrorCode::Invalid, u"pins: not an authority"_qs};
        }
        pins.m_authorities.append(der);
    }
    if (!revocationLists.isEmpty()) {
        const auto lists = certificates::revocationListsFromPem(revocationLists);
        if (!lists) {
            return Error{ErrorCode::Invalid, u"pins: revocation lists"_qs};
        }
        pins.m_revocations = *lists;
    }
    return pins;
}

bool TlsPins::areOfTheFuture(qint64 nowMs) const
{
    return std::any_of(m_authorities.cbegin(), m_authorities.cend(), [nowMs](const QByteArray &der) {
        const auto one = certificates::fromDer(der);
        return one && certificates::notBeforeMs(one.get()) > nowMs;
    });
}

namespace {

/** What OpenSSL found of a chain. */
struct Verdict
{
    bool isProved = false;
    int code = X509_V_OK;
    int depth = 0;
};

/** Follows `chain` to one of the authorities for `purpose`, as `ask` wants it besides; nothing when the chain is damaged, or `ask` cannot be asked. */
std::optional<Verdict> followed(const QList<QByteArray> &chain, const QList<QByteArray> &authorities, const QList<QByteArray> &revocations, int purpose,
    qint64 nowMs, const std::function<bool(X509_VERIFY_PARAM *)> &ask)
{
    const auto own = chain.isEmpty() ? certificates::Certificate() : certificates::fromDer(chain.first());
    const std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)> store(X509_STORE_new(), &X509_STORE_free);
    const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> context(X509_STORE_CTX_new(), &X509_STORE_CTX_free);
    const Stack between(sk_X509_new_null(), [](STACK_OF(X509) * all) { sk_X509_pop_free(all, X509_free); });
    if (!own || !store || !context || !between) {
        return std::nullopt;
    }
    for (const QByteArray &der : authorities) {
        X509_STORE_add_cert(store.get(), certificates::fromDer(der).get());
    }
    for (const QByteArray &der : revocations) {
        X509_STORE_add_crl(store.get(), certificates::revocationListFromDer(der).get());
    }
    for (const QByteArray &der : chain.sliced(1)) {
        auto one = certificates::fromDer(der);
        if (!one) {
            return std::nullopt;
        }
        sk_X509_push(between.get(), one.release());
    }
    X509_STORE_CTX_init(context.get(), store.get(), own.get(), between.get());
    X509_VERIFY_PARAM *rules = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_purpose(rules, purpose);
    X509_VERIFY_PARAM_set_auth_level(rules, Strength);
    X509_VERIFY_PARAM_set_depth(rules, LongestChain);
    X509_VERIFY_PARAM_set_time(rules, nowMs / 1000);
    // PARTIAL_CHAIN: a pinned authority is the end of the chain, also where another one certifies it.
    unsigned long flags = X509_V_FLAG_X509_STRICT | X509_V_FLAG_PARTIAL_CHAIN;
    if (!revocations.isEmpty()) {
        flags |= X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL;
    }
    X509_VERIFY_PARAM_set_flags(rules, flags);
    if (!ask(rules)) {
        return std::nullopt;
    }
    Verdict verdict;
    verdict.isProved = X509_verify_cert(context.get()) == 1;
    verdict.code = X509_STORE_CTX_get_error(context.get());
    verdict.depth = X509_STORE_CTX_get_error_depth(context.get());
    ERR_clear_error();
    return verdict;
}

} // namespace

Result<> TlsPins::prove(const QList<QByteArray> &chain, const QString &host, qint64 nowMs) const
{
    bool isAsked = true;
    const auto verdict = followed(chain, m_authorities, m_revocations, X509_PURPOSE_SSL_SERVER, nowMs, [&host, &isAsked](X509_VERIFY_PARAM *rules) {
        X509_VERIFY_PARAM_set_hostflags(rules, X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        const QByteArray name = host.toLatin1();
        isAsked = !name.isEmpty()
            && (QHostAddress(host).isNull() ? X509_VERIFY_PARAM_set1_host(rules, name.constData(), static_cast<std::size_t>(name.size()))
                                            : X509_VERIFY_PARAM_set1_ip_asc(rules, name.constData()))
                == 1;
        return isAsked;
    });
    if (!isAsked) {
        return Error{ErrorCode::ServerOtherHost, u"no host to compare with"_qs};
    }
    if (!verdict) {
        return Error{ErrorCode::ServerUntrusted, chain.isEmpty() ? u"no certificate"_qs : u"a damaged certificate in the chain"_qs};
    }
    if (!verdict->isProved) {
        return told(verdict->code, verdict->depth, areOfTheFuture(nowMs));
    }
    return {};
}

Result<> TlsPins::proveDesk(const QList<QByteArray> &chain, const QString &name, qint64 nowMs) const
{
    const auto verdict = followed(chain, m_authorities, m_revocations, X509_PURPOSE_SSL_CLIENT, nowMs, [](X509_VERIFY_PARAM *) { return true; });
    if (!verdict) {
        return Error{ErrorCode::OwnCertificateRefused, u"desk: no certificate"_qs};
    }
    if (!verdict->isProved) {
        const ErrorCode code = verdict->code == X509_V_ERR_CERT_HAS_EXPIRED ? ErrorCode::OwnCertificateExpired
            : verdict->code == X509_V_ERR_CERT_NOT_YET_VALID                ? ErrorCode::ClockWrong
                                                                            : ErrorCode::OwnCertificateRefused;
        return Error{code, u"desk: certificate %1: %2"_qs.arg(verdict->depth).arg(QString::fromLatin1(X509_verify_cert_error_string(verdict->code)))};
    }
    const auto own = certificates::fromDer(chain.first());
    if (certificates::commonName(X509_get_subject_name(own.get())) != name) {
        return Error{ErrorCode::OwnKeyOther, u"desk: of another one"_qs};
    }
    return {};
}

} // namespace motcua
