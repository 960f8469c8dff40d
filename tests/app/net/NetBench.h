// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/HttpClient.h"
#include "tests/support/IssuedCertificate.h"
#include "tests/support/TestServer.h"

#include <QTest>

namespace motcua::test {

using testsupport::IssuedCertificate;
using testsupport::ServerTls;
using testsupport::TestServer;

/** An authority, a server and a desk it certified, and clients that pin it. */
struct NetBench
{
    IssuedCertificate root{IssuedCertificate::authority("Root")};
    IssuedCertificate server{{}, &root};
    IssuedCertificate desk{IssuedCertificate::desk(), &root};

    /** A good server that wants a desk's certificate. */
    [[nodiscard]] ServerTls serverTls() const
    {
        ServerTls tls;
        tls.chainPem = server.pem();
        tls.keyPem = server.keyPem();
        tls.clientAuthorityPem = root.pem();
        return tls;
    }

    [[nodiscard]] std::shared_ptr<const TlsIdentity> identity() const { return identityOf(desk); }

    [[nodiscard]] static std::shared_ptr<const TlsIdentity> identityOf(const IssuedCertificate &one)
    {
        return std::make_shared<const TlsIdentity>(*TlsIdentity::fromPem(one.pem(), one.secretKeyPem()));
    }

    [[nodiscard]] HttpSetup setup(quint16 port, const QString &host = u"localhost"_qs) const
    {
        HttpSetup setup;
        setup.base = QUrl(u"https://%1:%2"_qs.arg(host).arg(port));
        setup.pins = *TlsPins::fromPem(root.pem());
        setup.identity = identity();
        return setup;
    }
};

/** The answer, waited for; Internal when none came within half a minute, or nobody was answered. */
inline Result<HttpAnswer> answered(const QFuture<Result<HttpAnswer>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000)) {
        return Error{ErrorCode::Internal, u"no answer"_qs};
    }
    return future.resultCount() > 0 ? future.result() : Result<HttpAnswer>(Error{ErrorCode::Internal, u"nobody was answered"_qs});
}

/** "Name: detail" of what came instead of an answer; "answered 200" when one did. */
inline QString told(const Result<HttpAnswer> &result)
{
    return result ? u"answered %1"_qs.arg(result->status) : errorName(result.error().code) + u": "_qs + result.error().detail;
}

} // namespace motcua::test
