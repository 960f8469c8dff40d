// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/NetworkFault.h"

#include <QTest>

using namespace motcua;

namespace {

constexpr FaultCircumstances Known{false, true, false, false};

} // namespace

/** From what Qt says to a code: what no server of a test can bring about as well. */
class tst_NetworkFault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alerts_data();
    void alerts();
    void failures_data();
    void failures();
    void theWorstIsTold_data();
    void theWorstIsTold();
};

void tst_NetworkFault::alerts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("hasIdentity");
    QTest::addColumn<bool>("isExpired");
    QTest::addColumn<int>("code");
    const auto row = [](const char *text, bool hasIdentity, bool isExpired, ErrorCode code) {
        QTest::addRow("%s %d %d", text, hasIdentity, isExpired) << QString::fromLatin1(text) << hasIdentity << isExpired << int(code);
    };
    row("error:0A00045C:SSL routines::tlsv13 alert certificate required", false, false, ErrorCode::OwnCertificateMissing);
    row("error:0A00045C:SSL routines::tlsv13 alert certificate required", true, false, ErrorCode::OwnCertificateRefused);
    row("error:0A000415:SSL routines::sslv3 alert certificate expired", true, false, ErrorCode::OwnCertificateExpired);
    row("error:0A000415:SSL routines::ssl/tls alert certificate expired", true, false, ErrorCode::OwnCertificateExpired);
    row("error:0A000412:SSL routines::sslv3 alert bad certificate", true, false, ErrorCode::OwnCertificateRefused);
    row("error:0A000412:SSL routines::sslv3 alert bad certificate", true, true, ErrorCode::OwnCertificateExpired);
    row("error:0A000414:SSL routines::sslv3 alert certificate revoked", true, false, ErrorCode::OwnCertificateRefused);
    row("error:0A000418:SSL routines::tlsv1 alert unknown ca", true, false, ErrorCode::OwnCertificateRefused);
    row("error:0A000416:SSL routines::sslv3 alert certificate unknown", false, false, ErrorCode::OwnCertificateMissing);
    row("error:0A00042E:SSL routines::tlsv1 alert protocol version", true, false, ErrorCode::TlsTooOld);
    row("error:0A000102:SSL routines::unsupported protocol", true, false, ErrorCode::TlsTooOld);
    row("error:0A00010B:SSL routines::wrong version number", true, false, ErrorCode::TlsFailed);
    row("error:0A000410:SSL routines::sslv3 alert handshake failure", true, false, ErrorCode::TlsFailed);
}

void tst_NetworkFault::alerts()
{
    QFETCH(QString, text);
    FaultCircumstances circumstances;
    QFETCH(bool, hasIdentity);
    QFETCH(bool, isExpired);
    circumstances.hasIdentity = hasIdentity;
    circumstances.identityExpired = isExpired;
    for (const auto error :
        {QNetworkReply::SslHandshakeFailedError, QNetworkReply::UnknownNetworkError, QNetworkReply::RemoteHostClosedError}) {
        QTEST(int(networkFault(error, u"Error while reading: "_qs + text, circumstances).code), "code");
    }
}

void tst_NetworkFault::failures_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("answerBegan");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, QNetworkReply::NetworkError error, const char *text, bool began, ErrorCode code) {
        QTest::newRow(name) << int(error) << QString::fromLatin1(text) << began << int(code);
    };
    using R = QNetworkReply;
    row("refused", R::ConnectionRefusedError, "Connection refused", false, ErrorCode::NetRefused);
    row("closed before", R::RemoteHostClosedError, "Connection closed", false, ErrorCode::NetCut);
    row("closed within", R::RemoteHostClosedError, "Connection closed", true, ErrorCode::AnswerCutOff);
    row("no name", R::HostNotFoundError, "Host not found", false, ErrorCode::NetNameUnknown);
    row("too slow a socket", R::TimeoutError, "Socket operation timed out", false, ErrorCode::NetTimedOut);
    row("the network is away", R::TemporaryNetworkFailureError, "", false, ErrorCode::NetUnreachable);
    row("unreachable", R::UnknownNetworkError, "Network unreachable", false, ErrorCode::NetUnreachable);
    row("lost within", R::UnknownNetworkError, "whatever", true, ErrorCode::AnswerCutOff);
    row("a proxy that denies", R::UnknownNetworkError, "Proxy denied connection", false, ErrorCode::ProxyRefused);
    row("a proxy that is away", R::ProxyConnectionRefusedError, "", false, ErrorCode::ProxyRefused);
    row("a proxy without a name", R::ProxyNotFoundError, "", false, ErrorCode::ProxyRefused);
    row("a proxy with a password", R::ProxyAuthenticationRequiredError, "", false, ErrorCode::ProxyPassword);
    row("nonsense", R::ProtocolFailure, "", true, ErrorCode::AnswerMalformed);
    row("a body that could not be sent again", R::ContentReSendError, "", false, ErrorCode::NetCut);
}

void tst_NetworkFault::failures()
{
    QFETCH(int, error);
    QFETCH(QString, text);
    QFETCH(bool, answerBegan);
    FaultCircumstances circumstances = Known;
    circumstances.answerBegan = answerBegan;
    QTEST(int(networkFault(static_cast<QNetworkReply::NetworkError>(error), text, circumstances).code), "code");
}

void tst_NetworkFault::theWorstIsTold_data()
{
    using E = QSslError;
    QTest::addColumn<QList<int>>("errors");
    QTest::addColumn<bool>("isBehind");
    QTest::addColumn<int>("code");
    QTest::newRow("time and host and trust") << QList<int>{E::CertificateExpired, E::HostNameMismatch, E::SelfSignedCertificate} << false
                                             << int(ErrorCode::ServerUntrusted);
    QTest::newRow("time and host") << QList<int>{E::CertificateExpired, E::HostNameMismatch} << false << int(ErrorCode::ServerOtherHost);
    QTest::newRow("expired") << QList<int>{E::CertificateExpired} << false << int(ErrorCode::ServerExpired);
    QTest::newRow("early") << QList<int>{E::CertificateNotYetValid} << false << int(ErrorCode::ServerNotYetValid);
    QTest::newRow("early by a clock that is behind") << QList<int>{E::CertificateNotYetValid} << true << int(ErrorCode::ClockWrong);
    QTest::newRow("what has no name") << QList<int>{E::UnspecifiedError} << false << int(ErrorCode::ServerUntrusted);
    QTest::newRow("revoked") << QList<int>{E::CertificateRevoked} << false << int(ErrorCode::ServerUntrusted);
    QTest::newRow("nothing") << QList<int>{} << false << int(ErrorCode::TlsFailed);
}

void tst_NetworkFault::theWorstIsTold()
{
    QFETCH(QList<int>, errors);
    QFETCH(bool, isBehind);
    FaultCircumstances circumstances = Known;
    circumstances.clockIsBehind = isBehind;
    QList<QSslError> all;
    for (const int error : errors) {
        all.append(QSslError(static_cast<QSslError::SslError>(error)));
    }
    QTEST(int(tlsFault(all, circumstances).code), "code");
}

QTEST_GUILESS_MAIN(tst_NetworkFault)
#include "tst_NetworkFault.moc"
