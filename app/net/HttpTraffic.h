// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/CaptiveProbe.h"
#include "app/net/HttpSetup.h"
#include "app/net/HttpTransfer.h"
#include "app/net/UploadPace.h"
#include "app/net/WireIntake.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QTimer>

#include <deque>
#include <optional>

namespace motcua {

/**
 * The requests of a client on the thread of the network: who has its turn, and that nothing is sent before the server is proved.
 *
 * Qt is given no authorities at all, so that it has something against every server, and asks in the middle of each handshake: only who is proved then,
 * strictly, is let go. What is not asked, fails. Qt's own signal that a handshake is done would come too late, since Qt 6.4 may send before it is
 * answered (CVE-2024-39936).
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
        int times = 0; ///< it was begun before
    };

    /** Of a transfer that is under way. */
    struct Begun
    {
        int times = 0; ///< and before that
        quint64 refused = 0; ///< how often the token had refused by then
        qint64 unshown = 0; ///< how much had come by then that no transfer was shown
    };

    void next();
    void begin(const Waiting &waiting);
    void end(HttpTransfer *transfer);
    void prove(HttpTransfer *transfer, const QList<QByteArray> &chain, bool isAsked);
    void failAll(const Error &error);
    void watch();
    [[nodiscard]] std::optional<Error> unfit(const HttpRequest &request) const;
    [[nodiscard]] QUrl address(const HttpRequest &request) const;
    [[nodiscard]] QNetworkRequest prepared(const HttpRequest &request);
    [[nodiscard]] FaultCircumstances circumstances() const;
    [[nodiscard]] quint64 timesRefused() const;
    [[nodiscard]] Result<HttpAnswer> outcomeOf(const HttpTransfer &transfer, const Begun &begun) const;
    [[nodiscard]] qint64 nowMs() const;

    std::shared_ptr<const HttpSetup> m_setup;
    std::optional<QSslConfiguration> m_tls; ///< made when first needed, on this thread: it loads the TLS library and opens the key
    QNetworkAccessManager *m_access; ///< before the transfers, whose replies are its own
    CaptiveProbe m_probe;
    std::shared_ptr<UploadPace> m_pace; ///< null: no cap
    QElapsedTimer m_running;
    std::deque<Waiting> m_waiting;
    QHash<HttpTransfer *, Begun> m_underWay;
    QTimer m_watch;
    std::optional<WireIntake> m_intake; ///< while there are connections
    qint64 m_unshown = 0; ///< bytes that came less those that were shown, as of the last look; only how it grows says something
    std::optional<qint64> m_unshownAtRest; ///< the same when the last transfer ended
    bool m_isFrail = false; ///< no connection is used twice
};

} // namespace motcua
