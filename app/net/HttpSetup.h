// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/HttpLimits.h"
#include "app/net/ProxyChoice.h"
#include "app/net/TlsIdentity.h"
#include "app/net/TlsPins.h"

#include <QUrl>

#include <functional>
#include <memory>

namespace motcua {

/** Whom a client speaks to, and how. */
struct HttpSetup
{
    QUrl base = {}; ///< https://host[:port][/path], without a slash at the end, a name or a password
    bool mayBePlain = false; ///< http:// will do too: only where nothing is told that others may not know, and the answer proves itself
    std::optional<TlsPins> pins = {}; ///< without them there is no connection by https
    std::shared_ptr<const TlsIdentity> identity = {}; ///< null: the desk has no certificate yet
    HttpLimits limits = {};
    ProxyChoice proxy = {};
    qint64 uploadBytesPerSecond = 0; ///< of all requests together; 0: no cap
    QUrl probe = {}; ///< a plain http:// address that answers 204, to tell a network that answers by itself; empty: not told
    std::function<qint64()> nowMs = {}; ///< milliseconds since 1970; empty: the system's clock
};

} // namespace motcua
