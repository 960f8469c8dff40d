// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <memory>

struct evp_pkey_st;

namespace motcua::test {

/** A key of nobody, made anew in each run. */
class TestKey
{
public:
    enum class Kind { P256, P384, P192, Brainpool384, Brainpool384Written, OtherCurveWritten, Rsa2048, Rsa1024, RsaPss2048 };

    explicit TestKey(Kind kind = Kind::P256);

    [[nodiscard]] evp_pkey_st *handle() const { return m_key.get(); }
    [[nodiscard]] bool isPss() const { return m_isPss; }

private:
    std::shared_ptr<evp_pkey_st> m_key;
    bool m_isPss = false;
};

/** What a certificate says; what is not said is as a good one has it. */
struct TestCertificate
{
    QByteArray name = "Test CSCA";
    QByteArray country = "VN";
    TestKey key = TestKey();
    bool isAuthority = true;
    bool hasKeyUsage = true;
    bool mayNotSign = false; ///< key usage names something else
    bool hasKeyIdentifiers = true;
    int serial = 1;
    QByteArray digest = "SHA256";
    QDateTime from = QDateTime({2020, 1, 1}, {0, 0}, Qt::UTC);
    QDateTime to = QDateTime({2040, 1, 1}, {0, 0}, Qt::UTC);
    QByteArray extendedUsage = {}; ///< in figures; empty: none
    bool hasUnknownExtension = false; ///< a critical one

    /** DER, signed by `authority`'s key in its name; by its own when there is none. */
    [[nodiscard]] QByteArray der(const TestCertificate *authority = nullptr) const;
};

/** A signed content as CMS. */
struct TestSignature
{
    QByteArray contentType = "2.23.136.1.1.1";
    QByteArray content = {};
    QByteArray signer = {}; ///< DER
    TestKey key = TestKey();
    QByteArray digest = "SHA256";
    QList<QByteArray> along = {}; ///< more certificates, DER
    bool hasSignerAlong = true;
    bool hasSignedAttributes = true;
    QByteArray signedContentType = {}; ///< in figures; empty: contentType
    QDateTime signedAt = QDateTime({2024, 6, 1}, {8, 0}, Qt::UTC); ///< null: not said
    int signers = 1;

    [[nodiscard]] QByteArray der() const;
};

/** The LDS security object over these files. */
[[nodiscard]] QByteArray securityObject(const QMap<int, QByteArray> &files, const QByteArray &digest = "SHA256", int version = 0);
/** EF.SOD around a signature. */
[[nodiscard]] QByteArray sodFile(const QByteArray &cms);
/** A revocation list of `authority` that names these serial numbers, signed by `key`. */
[[nodiscard]] QByteArray revocationList(const TestCertificate &authority, const QList<int> &serials, const TestKey &key);
/** The content of a master list. */
[[nodiscard]] QByteArray certificateList(const QList<QByteArray> &certificates);

} // namespace motcua::test
