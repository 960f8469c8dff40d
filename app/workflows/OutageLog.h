// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/OfflineQueries.h"
#include "app/storage/Store.h"
#include "app/workflows/PortalStanding.h"

#include <QObject>

#include <functional>
#include <memory>

namespace motcua {

/**
 * When the portal could not be reached, kept in the store: what was received meanwhile is gone through afterwards.
 *
 * Only what lasted, and only where the network or the portal was at fault: a pause or a certificate that is over is no outage. One that was
 * under way when the program ended goes on.
 */
class OutageLog : public QObject
{
    Q_OBJECT

public:
    /** `minutes`: from then on it counts. */
    explicit OutageLog(int minutes, std::function<qint64()> now, QObject *parent = nullptr);
    ~OutageLog() override;

    void begin(const storage::Store &store);
    void end();

    /** How it stands by now. */
    void see(const PortalStanding &standing);

    /** The last one, with what is under way; none when there was none. */
    [[nodiscard]] const std::optional<storage::Outage> &last() const { return m_last; }
    [[nodiscard]] bool isKnown() const { return m_isKnown; } ///< the store has answered
    /** Somebody went through what it left behind. */
    void setSeen();

Q_SIGNALS:
    void changed(); ///< last()

private:
    void keep(const storage::Outage &outage);

    int m_minutes = 0;
    std::function<qint64()> m_now;
    std::optional<storage::Store> m_store;
    std::unique_ptr<QObject> m_guest; ///< as long as the store
    bool m_isKnown = false; ///< the store has answered
    PortalStanding m_standing; ///< meanwhile
    std::optional<storage::Outage> m_last;
};

} // namespace motcua
