// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/Timestamps.h"

#include "app/evidence/OpenSsl.h"
#include "app/net/HttpClient.h"

#include <openssl/err.h>
#include <openssl/rand.h>

namespace motcua::evidence {

namespace {

constexpr qsizetype MostAnswerBytes = 64 * 1024;
constexpr int NonceBits = 63;

using Request = std::unique_ptr<TS_REQ, FreedBy<&TS_REQ_free>>;
using Response = std::unique_ptr<TS_RESP, FreedBy<&TS_RESP_free>>;
using Imprint = std::unique_ptr<TS_MSG_IMPRINT, FreedBy<&TS_MSG_IMPRINT_free>>;
using Algorithm = std::unique_ptr<X509_ALGOR, FreedBy<&X509_ALGOR_free>>;
using Number = std::unique_ptr<ASN1_INTEGER, FreedBy<&ASN1_INTEGER_free>>;
using Drawn = std::unique_ptr<BIGNUM, FreedBy<&BN_free>>;
using Check = std::unique_ptr<TS_VERIFY_CTX, FreedBy<&TS_VERIFY_CTX_free>>;

Error failed(const QString &what)
{
    return {ErrorCode::TimestampFailed, QStringLiteral("timestamp: ") + what};
}

Request requestOf(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    return Request(d2i_TS_REQ(nullptr, &at, static_cast<long>(der.size())));
}

HttpSetup setupFor(const TimeAuthority &authority)
{
    HttpSetup setup;
    setup.base = authority.address.adjusted(QUrl::RemovePath | QUrl::RemoveQuery);
    setup.mayBePlain = true;
    if (Result<TlsPins> pins = TlsPins::fromPem(authority.certificates)) {
        setup.pins = *std::move(pins);
    }
    setup.limits.answerBytes = MostAnswerBytes;
    setup.limits.total = std::chrono::milliseconds(30'000);
    return setup;
}

} // namespace

bool TimeAuthority::isAddress(const QUrl &address)
{
    return address.isValid() && (address.scheme() == u"https" || address.scheme() == u"http") && !address.host().isEmpty()
        && address.userInfo().isEmpty() && !address.hasFragment();
}

Result<TimeQuestion> TimeQuestion::of(const QByteArray &sha256)
{
    const Request request(TS_REQ_new());
    const Imprint imprint(TS_MSG_IMPRINT_new());
    const Algorithm algorithm(X509_ALGOR_new());
    const Drawn drawn(BN_new());
    QByteArray digest = sha256;
    const bool isMade = request && imprint && algorithm && drawn
        && X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr) == 1
        && TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1
        && TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char *>(digest.data()), static_cast<int>(digest.size())) == 1
        && TS_REQ_set_version(request.get(), 1) == 1 && TS_REQ_set_msg_imprint(request.get(), imprint.get()) == 1
        && TS_REQ_set_cert_req(request.get(), 1) == 1 && BN_rand(drawn.get(), NonceBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1;
    const Number nonce(isMade ? BN_to_ASN1_INTEGER(drawn.get(), nullptr) : nullptr);
    if (!nonce || TS_REQ_set_nonce(request.get(), nonce.get()) != 1) {
        return failed(lastOfOpenSsl());
    }
    QByteArray der(i2d_TS_REQ(request.get(), nullptr), '\0');
    auto *at = reinterpret_cast<unsigned char *>(der.data());
    i2d_TS_REQ(request.get(), &at);
    return TimeQuestion{der, sha256};
}

Result<QByteArray> TimeQuestion::tokenIn(const QByteArray &answer, const QByteArray &certificates) const
{
    const auto *at = reinterpret_cast<const unsigned char *>(answer.constData());
    const Response response(d2i_TS_RESP(nullptr, &at, static_cast<long>(answer.size())));
    const Request request = requestOf(der);
    if (!response || !request || answer.size() > MostAnswerBytes) {
        ERR_clear_error();
        return failed(QStringLiteral("the answer is none"));
    }
    TrustedOnes trusted(X509_STORE_new());
    for (const QByteArray &one : certificatesIn(certificates)) {
        X509_STORE_add_cert(trusted.get(), certificateOf(one).get());
    }
    X509_STORE_set_flags(trusted.get(), X509_V_FLAG_PARTIAL_CHAIN);
    // Digest, number and version as they were asked; the signature by somebody who may give the time.
    const Check check(TS_REQ_to_TS_VERIFY_CTX(request.get(), nullptr));
    TS_VERIFY_CTX_set_store(check.get(), trusted.release());
    TS_VERIFY_CTX_add_flags(check.get(), TS_VFY_SIGNATURE);
    ERR_clear_error();
    if (TS_RESP_verify_response(check.get(), response.get()) != 1) {
        return failed(lastOfOpenSsl());
    }
    PKCS7 *token = TS_RESP_get_token(response.get());
    QByteArray bytes(i2d_PKCS7(token, nullptr), '\0');
    auto *out = reinterpret_cast<unsigned char *>(bytes.data());
    i2d_PKCS7(token, &out);
    return bytes;
}

Timestamper timestamperOf(const TimeAuthority &authority)
{
    return [authority](const QByteArray &sha256) -> Result<QByteArray> {
        const Result<TimeQuestion> question = TimeQuestion::of(sha256);
        if (!question) {
            return question.error();
        }
        HttpClient client(setupFor(authority));
        const QString path = authority.address.path(QUrl::FullyEncoded);
        const QString query = authority.address.hasQuery() ? u'?' + authority.address.query(QUrl::FullyEncoded) : QString();
        const Result<HttpAnswer> answer = client.send({.method = "POST",
                                                          .path = (path.isEmpty() ? QStringLiteral("/") : path) + query,
                                                          .mediaType = "application/timestamp-query",
                                                          .body = question->der})
                                              .result();
        if (!answer) {
            return failed(errorName(answer.error().code) + QStringLiteral(": ") + answer.error().detail);
        }
        if (answer->status != 200) {
            return failed(QStringLiteral("the server answers %1").arg(answer->status));
        }
        return question->tokenIn(answer->body, authority.certificates);
    };
}

} // namespace motcua::evidence
