// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/ProxyChoice.h"

#include <QNetworkAccessManager>
#include <QUrl>

#include <functional>

namespace motcua {

/**
 * Whether the network answers by itself: asks a plain address that is known to answer 204 and nothing else. A redirect, a page or 511 comes from a
 * network that wants a sign-in first. Sends nothing that tells who asks.
 */
class CaptiveProbe : public QObject
{
    Q_OBJECT

public:
    /** `address` is http://; empty: nothing is ever asked. */
    CaptiveProbe(QUrl address, const ProxyChoice &proxy, QObject *parent = nullptr);

    [[nodiscard]] bool isPossible() const { return m_address.scheme() == u"http" && !m_address.host().isEmpty(); }

    /** `tell` is called once and later, after five seconds at most; false also where nothing answered. Not when the probe goes away first. */
    void ask(std::function<void(bool isCaptive)> tell);

private:
    QUrl m_address;
    QNetworkAccessManager m_access;
};

} // namespace motcua
