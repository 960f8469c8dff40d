// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardError.h"
#include "app/devices/pcsc/PcscReader.h"

#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/** What can be said of the smart card service and its readers at one moment, for whoever looks why no card is read. */
struct PcscFacts
{
    struct OfReader
    {
        PcscReader reader = {};
        bool isHeld = false; ///< another program has its card for itself alone
        QString vendor = {}; ///< as the driver says it; empty when it does not, or while the reader is held
        QString version = {}; ///< of the reader or its driver, e.g. "1.4.0"; likewise
    };

    bool isInstalled = false; ///< pcscd is there, running or not
    std::optional<CardError> fault = {}; ///< why the readers are not known
    QList<OfReader> readers = {};

    /**
     * Asks the service and each reader once; off the GUI thread. No card is switched on or disturbed by it. A service that has not answered after some
     * seconds is TimedOut.
     */
    [[nodiscard]] static PcscFacts now();

private:
    [[nodiscard]] static PcscFacts asked();
};

} // namespace motcua
