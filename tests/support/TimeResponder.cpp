// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TimeResponder.h"

#include <openssl/pem.h>
#include <openssl/ts.h>

#include <memory>

namespace motcua::testsupport {

namespace {

template <auto Free>
struct Gone
{
    template <typename T>
    void operator()(T *one) const
    {
        Free(one);
    }
};

IssuedCertificate::Wish wishOfOne()
{
    IssuedCertificate::Wish wish;
    wish.name = "Time";
    wish.extendedUsage = "critical,timeStamping";
    wish.names.clear();
    return wish;
}

ASN1_INTEGER *serial(TS_resp_ctx * /*context*/, void * /*data*/)
{
    ASN1_INTEGER *number = ASN1_INTEGER_new();
    ASN1_INTEGER_set(number, 4'711);
    return number;
}

QByteArray derOfResponse(TS_RESP *response)
{
    QByteArray der(i2d_TS_RESP(response, nullptr), '\0');
    auto *at = reinterpret_cast<unsigned char *>(der.data());
    i2d_TS_RESP(response, &at);
    return der;
}

} // namespace

TimeResponder::TimeResponder(const IssuedCertificate &root, Trick trick)
    : m_trick(trick)
    , m_certificate(wishOfOne(), &root)
{
}

QByteArray TimeResponder::answered(const QByteArray &request) const
{
    const auto *at = reinterpret_cast<const unsigned char *>(request.constData());
    const std::unique_ptr<TS_REQ, Gone<&TS_REQ_free>> asked(d2i_TS_REQ(nullptr, &at, static_cast<long>(request.size())));
    if (!asked) {
        return {};
    }
    if (m_trick == Trick::OtherNonce) {
        const std::unique_ptr<ASN1_INTEGER, Gone<&ASN1_INTEGER_free>> nonce(ASN1_INTEGER_new());
        ASN1_INTEGER_set(nonce.get(), 1);
        TS_REQ_set_nonce(asked.get(), nonce.get());
    }
    if (m_trick == Trick::OtherDigest) {
        QByteArray other(32, 'x');
        TS_MSG_IMPRINT_set_msg(TS_REQ_get_msg_imprint(asked.get()), reinterpret_cast<unsigned char *>(other.data()), 32);
    }
    const QByteArray changed = [&asked] {
        QByteArray der(i2d_TS_REQ(asked.get(), nullptr), '\0');
        auto *out = reinterpret_cast<unsigned char *>(der.data());
        i2d_TS_REQ(asked.get(), &out);
        return der;
    }();
    const QByteArray keyPem = m_certificate.keyPem();
    const QByteArray own = m_certificate.der();
    const std::unique_ptr<BIO, Gone<&BIO_free>> keyIn(BIO_new_mem_buf(keyPem.constData(), static_cast<int>(keyPem.size())));
    const std::unique_ptr<EVP_PKEY, Gone<&EVP_PKEY_free>> key(PEM_read_bio_PrivateKey(keyIn.get(), nullptr, nullptr, nullptr));
    at = reinterpret_cast<const unsigned char *>(own.constData());
    const std::unique_ptr<X509, Gone<&X509_free>> certificate(d2i_X509(nullptr, &at, static_cast<long>(own.size())));
    const std::unique_ptr<TS_RESP_CTX, Gone<&TS_RESP_CTX_free>> context(TS_RESP_CTX_new());
    TS_RESP_CTX_set_signer_cert(context.get(), certificate.get());
    TS_RESP_CTX_set_signer_key(context.get(), key.get());
    TS_RESP_CTX_set_signer_digest(context.get(), EVP_sha256());
    TS_RESP_CTX_set_ess_cert_id_digest(context.get(), EVP_sha256());
    const std::unique_ptr<ASN1_OBJECT, Gone<&ASN1_OBJECT_free>> policy(OBJ_txt2obj("1.2.3.4.1", 1));
    TS_RESP_CTX_set_def_policy(context.get(), policy.get());
    TS_RESP_CTX_add_md(context.get(), m_trick == Trick::Refuses ? EVP_sha512() : EVP_sha256());
    TS_RESP_CTX_set_serial_cb(context.get(), &serial, nullptr);
    const std::unique_ptr<BIO, Gone<&BIO_free>> in(BIO_new_mem_buf(changed.constData(), static_cast<int>(changed.size())));
    const std::unique_ptr<TS_RESP, Gone<&TS_RESP_free>> response(TS_RESP_create_response(context.get(), in.get()));
    return response ? derOfResponse(response.get()) : QByteArray();
}

} // namespace motcua::testsupport
