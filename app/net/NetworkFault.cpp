// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/NetworkFault.h"

#include <algorithm>

namespace motcua {

namespace {

bool containsAny(const QString &text, std::initializer_list<QLatin1StringView> words)
{
    return std::any_of(words.begin(), words.end(), [&text](QLatin1StringView word) { return text.contains(word, Qt::CaseInsensitive); });
}

/** An alert of the server, which Qt only passes on in the words of OpenSSL (ssl/ssl_err.c); its codes are those of RFC 8446 §6. */
std::optional<ErrorCode> alertFault(const QString &text, const FaultCircumstances &circumstances)
{
    using Word = QLatin1StringView;
    const ErrorCode refused = !circumstances.hasIdentity ? ErrorCode::OwnCertificateMissing
        : circumstances.identityExpired                  ? ErrorCode::OwnCertificateExpired
                                                         : ErrorCode::OwnCertificateRefused;
    if (containsAny(text, {Word("alert certificate required")})) {
        return refused;
    }
    if (containsAny(text, {Word("alert certificate expired")})) {
        return ErrorCode::OwnCertificateExpired;
    }
    if (containsAny(text,
            {Word("alert bad certificate"), Word("alert unsupported certificate"), Word("alert certificate revoked"),
                Word("alert certificate unknown"), Word("alert unknown ca"), Word("alert access denied"), Word("alert decrypt error")})) {
        return refused;
    }
    if (containsAny(text, {Word("alert protocol version"), Word("unsupported protocol"), Word("no protocols available")})) {
        return ErrorCode::TlsTooOld;
    }
    if (containsAny(text, {Word("SSL routines"), Word("TLS/SSL"), Word("SSL handshake")})) {
        return ErrorCode::TlsFailed;
    }
    return std::nullopt;
}

enum class Weight { None, Time, Host, Trust };

Weight weightOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::NoError:
        return Weight::None;
    case QSslError::CertificateNotYetValid:
    case QSslError::CertificateExpired:
        return Weight::Time;
    case QSslError::HostNameMismatch:
        return Weight::Host;
    default: // whatever else is wrong, the certificate proves nobody
        return Weight::Trust;
    }
}

} // namespace

Error tlsFault(const QList<QSslError> &errors, const FaultCircumstances &circumstances)
{
    const auto worst = std::max_element(
        errors.cbegin(), errors.cend(), [](const QSslError &a, const QSslError &b) { return weightOf(a.error()) < weightOf(b.error()); });
    if (worst == errors.cend()) {
        return {ErrorCode::TlsFailed, {}};
    }
    const QString detail = u"tls: %1"_qs.arg(worst->errorString());
    switch (weightOf(worst->error())) {
    case Weight::None:
        return {ErrorCode::TlsFailed, detail};
    case Weight::Time:
        if (worst->error() == QSslError::CertificateExpired) {
            return {ErrorCode::ServerExpired, detail};
        }
        return {circumstances.clockIsBehind ? ErrorCode::ClockWrong : ErrorCode::ServerNotYetValid, detail};
    case Weight::Host:
        return {ErrorCode::ServerOtherHost, detail};
    case Weight::Trust:
        break;
    }
    return {ErrorCode::ServerUntrusted, detail};
}

Error networkFault(QNetworkReply::NetworkError error, const QString &text, const FaultCircumstances &circumstances)
{
    const QString detail = u"%1: %2"_qs.arg(static_cast<int>(error)).arg(text);
    const ErrorCode cut = circumstances.answerBegan ? ErrorCode::AnswerCutOff : ErrorCode::NetCut;
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return {ErrorCode::NetRefused, detail};
    case QNetworkReply::HostNotFoundError:
        return {ErrorCode::NetNameUnknown, detail};
    case QNetworkReply::TimeoutError:
        return {ErrorCode::NetTimedOut, detail};
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return {ErrorCode::NetUnreachable, detail};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return {ErrorCode::ProxyRefused, detail};
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {ErrorCode::ProxyPassword, detail};
    case QNetworkReply::SslHandshakeFailedError:
        return {alertFault(text, circumstances).value_or(ErrorCode::TlsFailed), detail};
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return {alertFault(text, circumstances).value_or(cut), detail};
    case QNetworkReply::ProtocolUnknownError: // HTTP/2: GOAWAY
        return {circumstances.answerBegan ? ErrorCode::AnswerMalformed : ErrorCode::NetCut, detail};
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return {ErrorCode::AnswerMalformed, detail};
    case QNetworkReply::UnknownNetworkError:
        if (const auto alert = alertFault(text, circumstances)) {
            return {*alert, detail};
        }
        if (containsAny(text, {QLatin1StringView("proxy")})) {
            return {ErrorCode::ProxyRefused, detail};
        }
        if (containsAny(text, {QLatin1StringView("unreachable"), QLatin1StringView("no route")})) {
            return {ErrorCode::NetUnreachable, detail};
        }
        return {circumstances.answerBegan ? ErrorCode::AnswerCutOff : ErrorCode::NetUnreachable, detail};
    default: // nothing a request of ours can meet
        return {circumstances.answerBegan ? ErrorCode::AnswerMalformed : ErrorCode::NetUnreachable, detail};
    }
}

bool mayBeCaptive(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NetRefused:
    case ErrorCode::NetTimedOut:
    case ErrorCode::NetCut:
    case ErrorCode::ServerUntrusted:
    case ErrorCode::ServerOtherHost:
    case ErrorCode::TlsTooOld:
    case ErrorCode::TlsFailed:
    case ErrorCode::ProxyRefused:
        return true;
    default:
        return false;
    }
}

} // namespace motcua
