// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/IssuedCertificate.h"

namespace motcua::testsupport {

/** An authority for timestamps (RFC 3161), with OpenSSL's own hand, that also does what none should. */
class TimeResponder
{
public:
    enum class Trick {
        None,
        OtherNonce, ///< as of an answer to somebody else
        OtherDigest,
        Refuses,
    };

    explicit TimeResponder(const IssuedCertificate &root, Trick trick = Trick::None);

    /** The answer (DER) to a request (DER). */
    [[nodiscard]] QByteArray answered(const QByteArray &request) const;

private:
    Trick m_trick;
    IssuedCertificate m_certificate;
};

} // namespace motcua::testsupport
