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
    HttpTransfer(const HttpRequest &request, HttpLimits limits, std::shared_ptr<HttpPromise> promise, QObject *parent);

    /** From here on `reply` is this one's. `circumstances` as of now, but for whether an answer began. */
    void start(QNetworkReply *reply, const FaultCircumstances &circumstances);

    /** Ends it with `error`, whatever becomes of it on the way; nothing when it has ended. */
    void fail(const Error &error);

    [[nodiscard]] const std::shared_ptr<HttpPromise> &promise() const { return m_promise; }
    /** Once it has ended. */
    [[nodiscard]] const Result<HttpAnswer> &outcome() const { return *m_outcome; }

Q_SIGNALS:
    /** The other side has shown its certificate (DER, its own first), and not a byte of ours was sent. Who finds fault with it calls `fail` at once. */
    void shown(const QList<QByteArray> &chain);
    void ended();

private:
    void follow();
    void readHead();
    void readBody();
    void conclude();
    void moved();
    [[nodiscard]] Result<HttpAnswer> judged();
    [[nodiscard]] std::optional<Error> bodyFault(const HttpAnswer &answer) const;

    bool m_isHead; ///< an answer to HEAD has no body, whatever it says
    HttpLimits m_limits;
    std::shared_ptr<HttpPromise> m_promise;
    QNetworkReply *m_reply = nullptr;
    FaultCircumstances m_circumstances;
    QByteArray m_body;
    QList<QSslError> m_tlsErrors;
    std::optional<Error> m_failure;
    std::optional<Result<HttpAnswer>> m_outcome;
    QTimer m_connect;
    QTimer m_idle;
    QTimer m_total;
    QElapsedTimer m_sent;
    qint64 m_roundTripMs = 0;
};

} // namespace motcua
