// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardError.h"
#include "app/devices/pcsc/PcscReader.h"

#include <QList>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace motcua {

/**
 * Which card readers there are and what lies on them, kept up to date by a thread of its own that waits for SCardGetStatusChange: readers that are
 * plugged in and out, cards that come and go, a service that is stopped and started again.
 */
class PcscReaders : public QObject
{
    Q_OBJECT

public:
    explicit PcscReaders(QObject *parent = nullptr);
    /** Waits until nobody looks any more, but not longer than patience: a service that does not come back is left to itself. */
    ~PcscReaders() override;

    /** Begins to look; the first changed() tells what is there. */
    void start();
    /** Nothing is told any more. Does not wait for the service; isOver() says when it has let go. */
    void end();
    [[nodiscard]] bool isOver() const;

    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    /** As last seen; none while fault() says why. */
    [[nodiscard]] const QList<PcscReader> &readers() const { return m_readers; }
    /** ServiceNotRunning while the service cannot be asked; it is tried again every other second. Nothing at all before the first changed(). */
    [[nodiscard]] const std::optional<CardError> &fault() const { return m_fault; }

Q_SIGNALS:
    void changed();

private:
    class Watch;
    void take(QList<PcscReader> readers, std::optional<CardError> fault);

    QList<PcscReader> m_readers;
    std::optional<CardError> m_fault;
    bool m_told = false;
    bool m_ended = false;
    std::chrono::milliseconds m_patience = std::chrono::seconds(5);
    std::shared_ptr<Watch> m_watch;
};

} // namespace motcua
