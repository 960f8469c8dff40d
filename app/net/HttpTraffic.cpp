// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/HttpTraffic.h"

#include "app/net/PacedBody.h"
#include "app/token/TokenKey.h"

#include <QBuffer>
#include <QDateTime>
#include <QFutureWatcher>

#include <algorithm>

namespace motcua {

namespace {

// As many connections as Qt makes over HTTP/1.1; over HTTP/2 they share one.
constexpr qsizetype MostAtOnce = 6;
constexpr int MostTimes = 3;
constexpr int WatchMs = 20;
constexpr int RestingWatchMs = 200; ///< while nobody asks anything, and the connection is kept
constexpr qint64 NoPace = 1'000'000'000; ///< bytes a second

QSslConfiguration tlsOf(const HttpSetup &setup)
{
    QSslConfiguration tls;
    // Said to be none: else Qt would fetch the system's own.
    tls.setCaCertificates({});
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    // Each connection shows its certificate anew.
    tls.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    tls.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    if (setup.identity) {
        tls.setLocalCertificateChain(setup.identity->chain());
        tls.setPrivateKey(setup.identity->key());
    }
    return tls;
}

bool isText(const QByteArray &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= ' ' && c <= '~'; });
}

} // namespace

HttpTraffic::HttpTraffic(std::shared_ptr<const HttpSetup> setup)
    : m_setup(std::move(setup))
    , m_access(new QNetworkAccessManager(this))
    , m_probe(m_setup->probe, m_setup->proxy, this)
    , m_watch(this)
{
    m_access->setProxyFactory(m_setup->proxy.factory());
    m_access->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (m_setup->uploadBytesPerSecond > 0) {
        m_pace = std::make_shared<UploadPace>(m_setup->uploadBytesPerSecond);
    }
    connect(&m_watch, &QTimer::timeout, this, &HttpTraffic::watch);
    m_running.start();
}

HttpTraffic::~HttpTraffic()
{
    m_waiting.clear();
    failAll({ErrorCode::Closed, {}});
    qDeleteAll(m_underWay.keyBegin(), m_underWay.keyEnd());
}

void HttpTraffic::take(const HttpRequest &request, const std::shared_ptr<HttpPromise> &promise)
{
    if (const auto error = unfit(request)) {
        promise->give(*error);
        return;
    }
    m_waiting.push_back({request, promise});
    next();
}

void HttpTraffic::cancelAll()
{
    const Error cancelled{ErrorCode::Cancelled, {}};
    for (const Waiting &waiting : std::exchange(m_waiting, {})) {
        waiting.promise->give(cancelled);
    }
    failAll(cancelled);
}

void HttpTraffic::failAll(const Error &error)
{
    const QList<HttpTransfer *> all = m_underWay.keys();
    for (HttpTransfer *transfer : all) {
        transfer->fail(error);
    }
}

void HttpTraffic::next()
{
    while (!m_waiting.empty() && m_underWay.size() < (m_isFrail ? 1 : MostAtOnce)) {
        const Waiting waiting = m_waiting.front();
        m_waiting.pop_front();
        if (!waiting.promise->isCancelled()) {
            begin(waiting);
        }
    }
}

void HttpTraffic::begin(const Waiting &waiting)
{
    const HttpRequest &request = waiting.request;
    auto *transfer = new HttpTransfer(request, request.limits.value_or(m_setup->limits), waiting.promise, this);
    if (!m_intake) {
        m_intake.emplace(m_setup->proxy.portsTo(m_setup->base));
        m_unshown = -WireTally::shown;
    }
    m_unshownAtRest.reset();
    m_watch.start(WatchMs);
    m_underWay.insert(transfer, {waiting.times, timesRefused(), m_unshown});
    // Queued: what ends at once ends after this function all the same.
    connect(
        transfer, &HttpTransfer::ended, this, [this, transfer] { end(transfer); }, Qt::QueuedConnection);
    connect(transfer, &HttpTransfer::shown, this,
        [this, transfer](const QList<QByteArray> &chain, bool isAsked) { prove(transfer, chain, isAsked); });
    connect(transfer, &HttpTransfer::frail, this, [this] { m_isFrail = true; });
    auto *watcher = new QFutureWatcher<Result<HttpAnswer>>(transfer);
    connect(watcher, &QFutureWatcherBase::canceled, transfer, [transfer] { transfer->fail({ErrorCode::Cancelled, {}}); });
    watcher->setFuture(waiting.promise->future());

    QNetworkRequest prepared = this->prepared(request);
    QIODevice *body = nullptr;
    if (!request.body.isEmpty()) {
        if (m_pace || request.isOnce) {
            // Qt sends again what it can read again, and asks nobody.
            body = new PacedBody(request.body, m_pace ? m_pace : std::make_shared<UploadPace>(NoPace), m_running, transfer);
            // Qt would otherwise first take in the whole of what comes slowly.
            prepared.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        } else {
            auto *buffer = new QBuffer(transfer);
            buffer->setData(request.body);
            buffer->open(QIODevice::ReadOnly);
            body = buffer;
        }
    }
    transfer->start(m_access->sendCustomRequest(prepared, request.method, body), circumstances());
}

void HttpTraffic::end(HttpTransfer *transfer)
{
    if (!m_underWay.contains(transfer)) {
        return;
    }
    const Begun begun = m_underWay.take(transfer);
    const int times = begun.times + 1;
    transfer->deleteLater();
    if (m_isFrail && m_underWay.isEmpty()) {
        m_access->clearConnectionCache(); // which also ends whatever is under way
    }
    const Result<HttpAnswer> outcome = outcomeOf(*transfer, begun);
    if (transfer->isUntouched() && times < MostTimes && !transfer->request().isOnce) {
        m_waiting.push_front({transfer->request(), transfer->promise(), times});
        next();
        return;
    }
    if (!outcome && mayBeCaptive(outcome.error().code) && m_probe.isPossible()) {
        m_probe.ask([promise = transfer->promise(), error = outcome.error()](bool isCaptive) {
            promise->give(isCaptive ? Error{ErrorCode::CaptivePortal, error.detail} : error);
        });
    } else {
        transfer->promise()->give(outcome);
    }
    next();
}

/** Ends what is being sent a head without an end, or bytes nobody asked for: Qt would keep all of it. */
void HttpTraffic::watch()
{
    const std::optional<qint64> came = m_intake->came();
    if (!came || (m_underWay.isEmpty() && !m_intake->isConnected())) {
        m_watch.stop();
        m_intake.reset();
        return;
    }
    m_unshown = *came - WireTally::shown;
    const qint64 toBeShown = WireTally::toBeShown;
    bool isTooMuch = false;
    if (m_underWay.isEmpty()) {
        m_watch.setInterval(RestingWatchMs);
        m_unshownAtRest = m_unshownAtRest.value_or(m_unshown);
        isTooMuch = m_unshown - *m_unshownAtRest > m_setup->limits.unshownBytes + toBeShown;
    }
    for (auto it = m_underWay.cbegin(); it != m_underWay.cend(); ++it) {
        isTooMuch = isTooMuch || (!it.key()->hasHead() && m_unshown - it->unshown > it.key()->limits().unshownBytes + toBeShown);
    }
    if (isTooMuch) {
        failAll({ErrorCode::AnswerMalformed, QStringLiteral("a head without an end")});
        m_access->clearConnectionCache(); // over HTTP/2 the line would go on bringing it
        m_unshownAtRest.reset();
    }
}

quint64 HttpTraffic::timesRefused() const
{
    return m_setup->identity && m_setup->identity->token() ? m_setup->identity->token()->refused().times : 0;
}

/** Qt only knows of a token that refused that there was no handshake, and would have it the server's fault. */
Result<HttpAnswer> HttpTraffic::outcomeOf(const HttpTransfer &transfer, const Begun &begun) const
{
    const Result<HttpAnswer> &outcome = transfer.outcome();
    const auto isOfAHandshake = [](ErrorCode code) {
        return code == ErrorCode::TlsFailed || code == ErrorCode::NetCut || code == ErrorCode::NetUnreachable
            || code == ErrorCode::NetTimedOut;
    };
    return !outcome && isOfAHandshake(outcome.error().code) && timesRefused() != begun.refused
        ? Result<HttpAnswer>(m_setup->identity->token()->refused().last)
        : outcome;
}

void HttpTraffic::prove(HttpTransfer *transfer, const QList<QByteArray> &chain, bool isAsked)
{
    const auto proved = m_setup->pins->prove(chain, m_setup->base.host(QUrl::FullyEncoded), nowMs());
    if (proved) {
        return;
    }
    if (isAsked) {
        transfer->fail(proved.error());
    } else {
        failAll(proved.error()); // nobody else is told
    }
}

std::optional<Error> HttpTraffic::unfit(const HttpRequest &request) const
{
    const QUrl &base = m_setup->base;
    const bool isPlain = m_setup->mayBePlain && base.scheme() == u"http";
    if ((base.scheme() != u"https" && !isPlain) || base.host().isEmpty() || !base.userInfo().isEmpty() || base.hasQuery() || base.hasFragment()) {
        return Error{ErrorCode::Invalid, u"http: base"_qs};
    }
    if (!m_setup->pins && !isPlain) {
        return Error{ErrorCode::Invalid, u"http: nobody is pinned"_qs};
    }
    const bool isMethod = !request.method.isEmpty()
        && std::all_of(request.method.cbegin(), request.method.cend(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!isMethod || !request.path.startsWith(u'/') || !address(request).isValid()) {
        return Error{ErrorCode::Invalid, u"http: method or path"_qs};
    }
    const bool areHeaders = isText(request.mediaType)
        && std::all_of(request.headers.cbegin(), request.headers.cend(),
            [](const auto &header) { return isText(header.first) && isText(header.second); });
    if (!areHeaders) {
        return Error{ErrorCode::Invalid, u"http: header"_qs};
    }
    return std::nullopt;
}

QUrl HttpTraffic::address(const HttpRequest &request) const
{
    return QUrl(m_setup->base.toString(QUrl::FullyEncoded) + request.path, QUrl::StrictMode);
}

QNetworkRequest HttpTraffic::prepared(const HttpRequest &request)
{
    if (!m_tls) {
        m_tls = tlsOf(*m_setup);
    }
    QNetworkRequest prepared(address(request));
    for (const auto &[name, value] : request.headers) {
        prepared.setRawHeader(name, value);
    }
    if (!request.body.isEmpty()) {
        prepared.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        prepared.setRawHeader(
            "Content-Type", request.mediaType.isEmpty() ? QByteArrayLiteral("application/octet-stream") : request.mediaType);
    }
    prepared.setRawHeader("User-Agent", QByteArrayLiteral("motcua/" MOTCUA_VERSION));
    // Said by us, so that Qt unpacks nothing: what is counted is what came.
    prepared.setRawHeader("Accept-Encoding", "identity");
    prepared.setRawHeader("Accept-Language", "vi");
    prepared.setSslConfiguration(*m_tls);
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    prepared.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // In clear it would be asked for beside the request, which not every server bears.
    prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute, m_setup->base.scheme() == u"https");
    return prepared;
}

FaultCircumstances HttpTraffic::circumstances() const
{
    FaultCircumstances now;
    now.hasIdentity = m_setup->identity != nullptr;
    now.identityExpired = m_setup->identity && nowMs() > m_setup->identity->validToMs();
    now.clockIsBehind = m_setup->pins && m_setup->pins->areOfTheFuture(nowMs());
    return now;
}

qint64 HttpTraffic::nowMs() const
{
    return m_setup->nowMs ? m_setup->nowMs() : QDateTime::currentMSecsSinceEpoch();
}

} // namespace motcua
