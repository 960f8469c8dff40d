// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/SettlingLine.h"

class QNetworkInformation;

namespace motcua {

/** The line as the system tells it (NetworkManager, or GLib's monitor); everything is unknown where nobody tells. Lives on the main thread, as Qt's does. */
class SystemLine final : public SettlingLine
{
    Q_OBJECT

public:
    explicit SystemLine(QObject *parent = nullptr, std::chrono::milliseconds settling = std::chrono::milliseconds(800));

    /** Who tells, for a page about the machine: "networkmanager", "glib"; empty when nobody does. */
    [[nodiscard]] QString teller() const;

private:
    [[nodiscard]] State read() const;

    QNetworkInformation *m_information = nullptr;
};

} // namespace motcua
