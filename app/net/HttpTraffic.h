// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/CaptiveProbe.h"
#include "app/net/HttpSetup.h"
#include "app/net/HttpTransfer.h"
#include "app/net/UploadPace.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <deque>

namespace motcua {

/**
 * The requests of a client on the thread of the network: who has its turn, over which connection, and that nothing is sent before the server is proved.
 *
 * Over HTTP/2 eight are under way at once, over HTTP/1.1, and until it is known which it is, one.
 */
class HttpTraffic : public QObject
{
    Q_OBJECT

public:
    explicit HttpTraffic(std::shared_ptr<const HttpSetup> setup);
    /** Whatever waits is answered with Closed. */
    ~HttpTraffic() override;

    void take(const HttpRequest &request, const std::shared_ptr<HttpPromise> &promise);
    /** Everything that waits or is under way is answered with Cancelled. */
    void cancelAll();

private:
    struct Waiting
    {
        HttpRequest request;
        std::shared_ptr<HttpPromise> promise;
    };

    void next();
    void begin(const Waiting &waiting);
    void end(HttpTransfer *transfer);
    void prove(const QList<QByteArray> &chain);
    void failAll(const Error &error);
    [[nodiscard]] std::optional<Error> unfit(const HttpRequest &request) const;
    [[nodiscard]] QUrl address(const HttpRequest &request) const;
    [[nodiscard]] QNetworkRequest prepared(const HttpRequest &request);
    [[nodiscard]] FaultCircumstances circumstances() const;
    [[nodiscard]] qint64 nowMs() const;

    std::shared_ptr<const HttpSetup> m_setup;
    std::optional<QSslConfiguration> m_tls; ///< made when first needed, on this thread: it loads the TLS library and opens the key
    QNetworkAccessManager *m_access; ///< before the transfers, whose replies are its own
    CaptiveProbe m_probe;
    std::shared_ptr<UploadPace> m_pace; ///< null: no cap
    QElapsedTimer m_running;
    std::deque<Waiting> m_waiting;
    QList<HttpTransfer *> m_underWay;
    bool m_isHttp2 = false; ///< and that is known
};

} // namespace motcua
