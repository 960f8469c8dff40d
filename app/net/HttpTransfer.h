// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/HttpPromise.h"
#include "app/net/HttpRequest.h"
#include "app/net/NetworkFault.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QTimer>

#include <memory>

namespace motcua {

/** One request from its turn to its answer: keeps the limits and says what became of it. Lives on the thread of the network. */
class HttpTransfer : public QObject
{
    Q_OBJECT

public:
    HttpTransfer(HttpRequest request, HttpLimits limits, std::shared_ptr<HttpPromise> promise, QObject *parent);
    ~HttpTransfer() override;

    /** From here on `reply` is this one's. `circumstances` as of now, but for whether an answer began. */
    void start(QNetworkReply *reply, const FaultCircumstances &circumstances);

    /** Ends it with `error`, whatever becomes of it on the way; nothing when it has ended. */
    void fail(const Error &error);

    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    [[nodiscard]] const std::shared_ptr<HttpPromise> &promise() const { return m_promise; }
    [[nodiscard]] const HttpLimits &limits() const { return m_limits; }
    [[nodiscard]] bool hasHead() const { return m_circumstances.answerBegan; }
    /** Once it has ended. */
    [[nodiscard]] const Result<HttpAnswer> &outcome() const { return *m_outcome; }
    /** Once it has ended: the server ended the connection in good order (HTTP/2, GOAWAY) and did nothing with the request. */
    [[nodiscard]] bool isUntouched() const { return m_isUntouched; }

Q_SIGNALS:
    /**
     * The other side has shown its certificate (DER, its own first): in the middle of the handshake, where every request that waits for the connection is
     * asked (`isAsked`), and again when that is done, where only one is told. Who finds fault with it calls `fail` before it returns.
     */
    void shown(const QList<QByteArray> &chain, bool isAsked);
    /** A connection was let go on which another certificate might be shown later without being asked about: it must not be used again. */
    void frail();
    void ended();

private:
    void follow();
    void show(bool isAsked);
    void consider(const QList<QSslError> &errors);
    void readHead();
    void readBody();
    void conclude();
    void moved();
    void count(qint64 bytes);
    void settle(bool isWhole);
    [[nodiscard]] Result<HttpAnswer> judged();
    [[nodiscard]] std::optional<Error> bodyFault(const HttpAnswer &answer) const;

    HttpRequest m_request;
    HttpLimits m_limits;
    std::shared_ptr<HttpPromise> m_promise;
    QNetworkReply *m_reply = nullptr;
    FaultCircumstances m_circumstances;
    QByteArray m_body;
    qint64 m_shownBytes = 0; ///< of head and body
    qint64 m_toBeShown = 0; ///< what WireTally has of it
    QList<QSslError> m_tlsErrors;
    std::optional<Error> m_failure;
    bool m_isAsked = false; ///< just now: Qt breaks off by itself what is not let go
    bool m_isUntouched = false;
    std::optional<Result<HttpAnswer>> m_outcome;
    QTimer m_connect;
    QTimer m_idle;
    QTimer m_total;
    QElapsedTimer m_sent;
    qint64 m_roundTripMs = 0;
};

} // namespace motcua
