// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/ProxyChoice.h"

#include <QNetworkProxyFactory>
#include <QRegularExpression>

namespace motcua {

namespace {

class Chosen final : public QNetworkProxyFactory
{
public:
    explicit Chosen(ProxyChoice choice)
        : m_choice(std::move(choice))
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        switch (m_choice.kind) {
        case ProxyChoice::Kind::None:
            break;
        case ProxyChoice::Kind::System:
            return systemProxyForQuery(query);
        case ProxyChoice::Kind::Fixed:
            return {QNetworkProxy(QNetworkProxy::HttpProxy, m_choice.host, m_choice.port)};
        }
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    }

private:
    ProxyChoice m_choice;
};

} // namespace

std::optional<ProxyChoice> ProxyChoice::fromText(const QString &text)
{
    if (text == u"none") {
        return ProxyChoice{};
    }
    if (text == u"system") {
        return ProxyChoice{Kind::System, {}, 0};
    }
    static const QRegularExpression form(u"\\A(?:([A-Za-z0-9.-]{1,253})|\\[([0-9A-Fa-f:.]{2,45})\\]):([0-9]{1,5})\\z"_qs);
    const auto match = form.match(text);
    const int port = match.captured(3).toInt();
    if (!match.hasMatch() || port < 1 || port > 65'535) {
        return std::nullopt;
    }
    const QString host = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    return ProxyChoice{Kind::Fixed, host, static_cast<quint16>(port)};
}

QSet<quint16> ProxyChoice::portsTo(const QUrl &url) const
{
    QSet<quint16> ports{static_cast<quint16>(url.port(url.scheme() == u"http" ? 80 : 443))};
    for (const QNetworkProxy &proxy : Chosen(*this).queryProxy(QNetworkProxyQuery(url))) {
        if (proxy.port() != 0) {
            ports.insert(proxy.port());
        }
    }
    return ports;
}

QString ProxyChoice::text() const
{
    switch (kind) {
    case Kind::None:
        return u"none"_qs;
    case Kind::System:
        return u"system"_qs;
    case Kind::Fixed:
        break;
    }
    return (host.contains(u':') ? u"[%1]:%2"_qs : u"%1:%2"_qs).arg(host).arg(port);
}

QNetworkProxyFactory *ProxyChoice::factory() const
{
    return new Chosen(*this);
}

} // namespace motcua
