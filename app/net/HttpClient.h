// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/HttpPromise.h"
#include "app/net/HttpRequest.h"
#include "app/net/HttpSetup.h"

#include <QThread>

#include <memory>
#include <type_traits>
#include <utility>

namespace motcua {

class HttpTraffic;

/**
 * Asks one server over mutual TLS 1.3, by HTTP/2 where it can. Follows no redirect, keeps no cookie and no cache, asks nobody for a password, and takes
 * in no more than its limits say. Everything, also what the system says of a proxy, happens on a thread of its own: no call here waits.
 *
 * Nothing of a request is sent before the server's certificate proved it to be the one of the setup. Qt may send a request again over HTTP/1.1 when the
 * connection is lost before an answer began: what is asked has to bear being asked twice, or be a request that is sent once (`HttpRequest::isOnce`).
 */
class HttpClient
{
public:
    explicit HttpClient(HttpSetup setup);
    /** What still waits is answered with Closed. */
    ~HttpClient();
    Q_DISABLE_COPY_MOVE(HttpClient)

    /**
     * May be called from any thread. Cancelling the future ends the request, and then nobody is answered.
     *
     * Errors: those of the network in ErrorCode (NetUnreachable … AnswerForeign), Invalid (a setup or request that makes none), Cancelled, Closed. A
     * server that refuses or is busy is no error here: `HttpAnswer::refusal`.
     */
    [[nodiscard]] QFuture<Result<HttpAnswer>> send(const HttpRequest &request);

    /**
     * What `map` makes of the answer, on the thread of the network; cancelling the future ends nothing.
     *
     * Instead of QFuture::then(), which Qt 6.4 may run twice, and crash, when it is called in the very moment in which another thread answers.
     */
    template <typename Map>
    [[nodiscard]] QFuture<std::invoke_result_t<Map, const Result<HttpAnswer> &>> send(const HttpRequest &request, Map map)
    {
        const auto mapped = std::make_shared<QPromise<std::invoke_result_t<Map, const Result<HttpAnswer> &>>>();
        mapped->start();
        post(request, std::make_shared<HttpPromise>([mapped, map = std::move(map)](const Result<HttpAnswer> &answer) {
            mapped->addResult(map(answer));
            mapped->finish();
        }));
        return mapped->future();
    }

    /** Ends every request, each answered with Cancelled; later ones are sent as ever. */
    void cancelAll();

private:
    void post(const HttpRequest &request, std::shared_ptr<HttpPromise> promise);

    HttpTraffic *m_traffic; ///< lives and dies on m_thread
    QThread m_thread;
};

} // namespace motcua
