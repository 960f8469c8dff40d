// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QUrl>

#include <optional>

class QNetworkProxyFactory;

namespace motcua {

/** By which proxy the server is reached. */
struct ProxyChoice
{
    enum class Kind { None, System, Fixed };

    Kind kind = Kind::None;
    QString host = {}; ///< of a fixed one, as its port
    quint16 port = 0;

    /** "none", "system" or "host:port" ("[::1]:3128" for an address with colons); nothing for any other text. Names and passwords are not taken. */
    [[nodiscard]] static std::optional<ProxyChoice> fromText(const QString &text);
    [[nodiscard]] QString text() const;

    /** What a QNetworkAccessManager takes; asked on its thread, where asking the system may take its time. */
    [[nodiscard]] QNetworkProxyFactory *factory() const;

    /** Of whatever `url` is reached by: the server's own, and those of the proxies; asking the system may take its time. */
    [[nodiscard]] QSet<quint16> portsTo(const QUrl &url) const;

    friend bool operator==(const ProxyChoice &, const ProxyChoice &) = default;
};

} // namespace motcua
