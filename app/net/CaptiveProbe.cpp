// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/CaptiveProbe.h"

#include <QNetworkReply>

namespace motcua {

namespace {

constexpr int LongestMs = 5'000;

bool isStranger(const QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isPage = reply.header(QNetworkRequest::ContentTypeHeader).toString().startsWith(u"text/html", Qt::CaseInsensitive);
    return (status >= 300 && status < 400) || status == 511 || (status == 200 && isPage);
}

} // namespace

CaptiveProbe::CaptiveProbe(QUrl address, const ProxyChoice &proxy, QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_access(this)
{
    m_access.setProxyFactory(proxy.factory());
    m_access.setAutoDeleteReplies(true);
}

void CaptiveProbe::ask(std::function<void(bool isCaptive)> tell)
{
    QNetworkRequest request(m_address);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"motcua"_qs);
    request.setRawHeader("Accept-Encoding", "identity");
    request.setTransferTimeout(LongestMs);
    QNetworkReply *reply = m_access.get(request);
    reply->setReadBufferSize(4'096);
    // The head says enough; the page that comes with it is nobody's concern.
    connect(reply, &QNetworkReply::metaDataChanged, reply, [reply] {
        reply->setProperty("stranger", isStranger(*reply));
        if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() < 400) {
            reply->abort(); // else Qt ends it with an error of its own
        }
    });
    connect(reply, &QNetworkReply::finished, this, [reply, tell = std::move(tell)] { tell(reply->property("stranger").toBool()); });
}

} // namespace motcua
