// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/HttpClient.h"

#include "app/net/HttpTraffic.h"

namespace motcua {

HttpClient::HttpClient(HttpSetup setup)
    : m_traffic(new HttpTraffic(std::make_shared<const HttpSetup>(std::move(setup))))
{
    QObject::connect(&m_thread, &QThread::finished, m_traffic, &QObject::deleteLater);
    m_traffic->moveToThread(&m_thread);
    m_thread.setObjectName(u"net"_qs);
    m_thread.start();
}

HttpClient::~HttpClient()
{
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<HttpAnswer>> HttpClient::send(const HttpRequest &request)
{
    auto promise = std::make_shared<HttpPromise>();
    auto future = promise->future();
    post(request, std::move(promise));
    return future;
}

void HttpClient::post(const HttpRequest &request, std::shared_ptr<HttpPromise> promise)
{
    QMetaObject::invokeMethod(
        m_traffic, [traffic = m_traffic, request, promise = std::move(promise)] { traffic->take(request, promise); }, Qt::QueuedConnection);
}

void HttpClient::cancelAll()
{
    QMetaObject::invokeMethod(m_traffic, &HttpTraffic::cancelAll, Qt::QueuedConnection);
}

} // namespace motcua
