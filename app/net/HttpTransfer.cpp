// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/HttpTransfer.h"

#include "app/net/WireIntake.h"

#include <QSslCertificate>
#include <QSslConfiguration>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

/** Bytes that wait between Qt's thread and ours. */
constexpr qint64 ReadAhead = 256 * 1024;

/** Whether Qt's error is only its word for a status that came whole. */
bool isStatus(QNetworkReply::NetworkError error, int status)
{
    if (error == QNetworkReply::NoError) {
        return true;
    }
    if (status < 400) {
        return false;
    }
    return (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError
               && error != QNetworkReply::ContentReSendError)
        || error == QNetworkReply::ProtocolInvalidOperationError || error == QNetworkReply::ProxyAuthenticationRequiredError
        || (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

/** What Qt has against every server, since it is given no authorities: see HttpTraffic. */
bool isOfIssuer(QSslError::SslError error)
{
    switch (error) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return true;
    default:
        return false;
    }
}

Error malformed(QLatin1StringView what)
{
    return {ErrorCode::AnswerMalformed, what};
}

} // namespace

HttpTransfer::HttpTransfer(HttpRequest request, HttpLimits limits, std::shared_ptr<HttpPromise> promise, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_limits(limits)
    , m_promise(std::move(promise))
    , m_connect(this)
    , m_idle(this)
    , m_total(this)
{
    for (QTimer *timer : {&m_connect, &m_idle, &m_total}) {
        timer->setSingleShot(true);
    }
    const auto runsOut = [this](QTimer &timer, std::chrono::milliseconds after, QLatin1StringView what) {
        timer.setInterval(after);
        connect(&timer, &QTimer::timeout, this, [this, what] { fail({ErrorCode::NetTimedOut, what}); });
    };
    runsOut(m_connect, limits.connect, QLatin1StringView("connect"));
    runsOut(m_idle, limits.idle, QLatin1StringView("idle"));
    runsOut(m_total, limits.total, QLatin1StringView("total"));
}

void HttpTransfer::start(QNetworkReply *reply, const FaultCircumstances &circumstances)
{
    m_reply = reply;
    m_reply->setParent(this);
    m_reply->setReadBufferSize(ReadAhead);
    m_circumstances = circumstances;
    m_sent.start();
    m_connect.start();
    m_total.start();
    follow();
}

void HttpTransfer::follow()
{
    connect(m_reply, &QNetworkReply::sslErrors, this, &HttpTransfer::consider);
    connect(m_reply, &QNetworkReply::encrypted, this, [this] {
        show(false);
        moved();
    });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_sent.restart();
        moved();
    });
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent) {
        if (sent > 0) {
            m_sent.restart();
            moved();
        }
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpTransfer::readHead);
    connect(m_reply, &QIODevice::readyRead, this, &HttpTransfer::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &HttpTransfer::conclude);
}

void HttpTransfer::show(bool isAsked)
{
    QList<QByteArray> chain;
    for (const QSslCertificate &one : m_reply->sslConfiguration().peerCertificateChain()) {
        chain.append(one.toDer());
    }
    m_isAsked = isAsked;
    Q_EMIT shown(chain, isAsked);
    m_isAsked = false;
}

void HttpTransfer::consider(const QList<QSslError> &errors)
{
    show(true);
    if (m_failure || m_outcome) {
        return; // not let go, and so Qt breaks it off
    }
    if (!std::all_of(errors.cbegin(), errors.cend(), [](const QSslError &error) { return isOfIssuer(error.error()); })) {
        m_tlsErrors = errors;
        return;
    }
    m_reply->ignoreSslErrors(errors);
    // Qt lets the same errors of the same certificates go when it connects anew. That is well where one of them is of the server's own certificate;
    // where the server also shows its authority, all of them may be of that.
    const QSslCertificate own = m_reply->sslConfiguration().peerCertificate();
    if (std::none_of(errors.cbegin(), errors.cend(), [&own](const QSslError &error) { return error.certificate() == own; })) {
        Q_EMIT frail();
    }
}

void HttpTransfer::moved()
{
    if (!m_outcome) {
        m_connect.stop();
        m_idle.start();
    }
}

void HttpTransfer::fail(const Error &error)
{
    if (m_outcome) {
        return;
    }
    if (!m_failure) {
        m_failure = error;
    }
    if (m_isAsked) {
        return;
    }
    if (m_reply != nullptr && m_reply->isRunning()) {
        m_reply->abort(); // and so conclude()
    } else {
        conclude();
    }
}

void HttpTransfer::readHead()
{
    moved();
    m_circumstances.answerBegan = true;
    m_roundTripMs = m_sent.elapsed();
    const auto &headers = m_reply->rawHeaderPairs();
    qint64 bytes = 0;
    for (const auto &[name, value] : headers) {
        bytes += name.size() + value.size();
    }
    if (m_toBeShown == 0) {
        m_toBeShown = m_limits.answerBytes;
        WireTally::toBeShown += m_toBeShown;
        count(bytes);
    }
    if (headers.size() > m_limits.headers || bytes > m_limits.headerBytes) {
        fail(malformed(QLatin1StringView("too many headers")));
    } else if (m_request.method != "HEAD" && m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_limits.answerBytes) {
        fail({ErrorCode::AnswerTooLarge, u"announced"_qs});
    }
}

void HttpTransfer::count(qint64 bytes)
{
    m_shownBytes += bytes;
    WireTally::shown += bytes;
}

/** Of an answer that is not whole, what was still to be shown may have come. */
void HttpTransfer::settle(bool isWhole)
{
    const qint64 left = std::exchange(m_toBeShown, 0);
    WireTally::toBeShown -= left;
    WireTally::shown += isWhole ? 0 : left;
}

HttpTransfer::~HttpTransfer()
{
    settle(false);
}

void HttpTransfer::readBody()
{
    moved();
    if (m_failure || m_outcome) {
        return;
    }
    const qsizetype before = m_body.size();
    m_body += m_reply->read(m_limits.answerBytes - m_body.size() + 1);
    count(m_body.size() - before);
    if (m_body.size() > m_limits.answerBytes) {
        fail({ErrorCode::AnswerTooLarge, u"came"_qs});
    }
}

void HttpTransfer::conclude()
{
    if (m_outcome) {
        return;
    }
    if (m_reply != nullptr && !m_failure) {
        readBody();
        if (m_outcome) {
            return;
        }
    }
    for (QTimer *timer : {&m_connect, &m_idle, &m_total}) {
        timer->stop();
    }
    m_isUntouched = !m_failure && !m_circumstances.answerBegan
        && (m_reply->error() == QNetworkReply::ContentReSendError || m_reply->error() == QNetworkReply::ProtocolUnknownError);
    m_outcome = m_failure ? Result<HttpAnswer>(*m_failure) : judged();
    settle(m_outcome->operator bool());
    Q_EMIT ended();
}

Result<HttpAnswer> HttpTransfer::judged()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!m_tlsErrors.isEmpty()) {
        return tlsFault(m_tlsErrors, m_circumstances);
    }
    if (!isStatus(m_reply->error(), status)) {
        return networkFault(m_reply->error(), m_reply->errorString(), m_circumstances);
    }
    if (status < 200 || status > 599) {
        return malformed(QLatin1StringView("status"));
    }
    HttpAnswer answer;
    answer.status = status;
    answer.headers = m_reply->rawHeaderPairs();
    answer.body = m_body;
    answer.roundTripMs = m_roundTripMs;
    answer.isHttp2 = m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
    const QByteArray type = answer.header("Content-Type");
    const qsizetype parameters = type.indexOf(';');
    answer.mediaType = (parameters < 0 ? type : type.first(parameters)).trimmed().toLower();
    answer.dateMs = HttpAnswer::httpDateMs(answer.header("Date").trimmed());
    answer.retryAfter = HttpAnswer::retryAfterOf(answer.header("Retry-After").trimmed(), answer.dateMs, m_limits.retryAfter);
    if (const auto fault = bodyFault(answer)) {
        return *fault;
    }
    if (auto other = answer.answeredInPlace()) {
        if (other->code == ErrorCode::OwnCertificateRefused && m_circumstances.identityExpired) {
            other->code = ErrorCode::OwnCertificateExpired;
        }
        return *other;
    }
    if (status < 400 && (status >= 300 || answer.mediaType == "text/html")) {
        return Error{ErrorCode::AnswerForeign, u"%1 %2"_qs.arg(status).arg(QString::fromLatin1(answer.mediaType))};
    }
    if (status >= 400 && answer.mediaType == Problem::mediaType()) {
        auto problem = Problem::fromJson(answer.body);
        if (problem && (problem->status == 0 || problem->status == status)) {
            answer.problem = std::move(*problem);
        }
    }
    return answer;
}

std::optional<Error> HttpTransfer::bodyFault(const HttpAnswer &answer) const
{
    const QByteArray encoding = answer.header("Content-Encoding").trimmed().toLower();
    if (!encoding.isEmpty() && encoding != "identity") {
        return malformed(QLatin1StringView("an encoding nobody asked for"));
    }
    if (m_request.method == "HEAD") {
        return std::nullopt;
    }
    const QByteArray length = answer.header("Content-Length").trimmed();
    if (!length.isEmpty()) {
        bool isNumber = false;
        const qlonglong said = length.toLongLong(&isNumber);
        if (!isNumber || said < 0 || answer.body.size() > said) {
            return malformed(QLatin1StringView("length"));
        }
        if (answer.body.size() < said) {
            return Error{ErrorCode::AnswerCutOff, u"%1 of %2"_qs.arg(answer.body.size()).arg(said)};
        }
        return std::nullopt;
    }
    // A body that ends when the connection does may as well have been cut.
    const bool isFramed = answer.isHttp2 || answer.header("Transfer-Encoding").toLower().contains("chunked");
    if (!isFramed && answer.status != 204) {
        return malformed(QLatin1StringView("no length"));
    }
    return std::nullopt;
}

} // namespace motcua
