// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/SystemLine.h"

#include <QNetworkInformation>

namespace motcua {

SystemLine::SystemLine(QObject *parent, std::chrono::milliseconds settling)
    : SettlingLine(settling, parent)
{
    using Feature = QNetworkInformation::Feature;
    // Who knows what a line costs knows everything; GLib's monitor only knows whether there is one.
    if (QNetworkInformation::loadBackendByFeatures(Feature::Reachability | Feature::Metered)
        || QNetworkInformation::loadBackendByFeatures(Feature::Reachability)) {
        m_information = QNetworkInformation::instance();
    }
    if (m_information != nullptr) {
        const auto look = [this] { observe(read()); };
        connect(m_information, &QNetworkInformation::reachabilityChanged, this, look);
        connect(m_information, &QNetworkInformation::isMeteredChanged, this, look);
        connect(m_information, &QNetworkInformation::isBehindCaptivePortalChanged, this, look);
        connect(m_information, &QNetworkInformation::transportMediumChanged, this, look);
    }
    begin(read());
}

QString SystemLine::teller() const
{
    return m_information != nullptr ? m_information->backendName() : QString();
}

Line::State SystemLine::read() const
{
    State now;
    if (m_information == nullptr) {
        return now;
    }
    using Reachability = QNetworkInformation::Reachability;
    switch (m_information->reachability()) {
    case Reachability::Unknown:
        break;
    case Reachability::Disconnected:
        now.reach = Reach::None;
        break;
    case Reachability::Local:
        now.reach = Reach::Local;
        break;
    case Reachability::Site:
        now.reach = Reach::Site;
        break;
    case Reachability::Online:
        now.reach = Reach::Online;
        break;
    }
    if (m_information->supports(QNetworkInformation::Feature::Metered)) {
        // A mobile network costs, whatever else is said of it.
        const bool isMobile = m_information->transportMedium() == QNetworkInformation::TransportMedium::Cellular;
        now.cost = m_information->isMetered() || isMobile ? Cost::Metered : Cost::Free;
    }
    now.isCaptive = m_information->isBehindCaptivePortal();
    return now;
}

} // namespace motcua
