// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/ChannelCardReader.h"
#include "app/devices/pcsc/PcscReaders.h"

#include <optional>
#include <vector>

namespace motcua {

/**
 * The card reader by PC/SC. Of several the one is meant on which a card lies, else the first that answers; where desk.ini names one
 * (`[cardReader] name=`, a part of the name `motcua-ctl doctor` shows), only that.
 */
class PcscCardReader final : public ChannelCardReader
{
    Q_OBJECT

public:
    explicit PcscCardReader(Terms terms, const QString &namePart = {}, QObject *parent = nullptr);
    /** Waits for reading and service alike, and for five seconds at most: a service or a driver that hangs is left to itself. */
    ~PcscCardReader() override;

    /** What `desk.ini` says; empty: any reader. */
    [[nodiscard]] static QString configured(const QString &file);

    void start() override;
    void stop() override;
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] QString name() const override { return m_name; }

    /** The reader of `readers` that is meant; nothing when there is none by that part of a name. */
    [[nodiscard]] static std::optional<PcscReader> chosen(const QList<PcscReader> &readers, const QString &namePart);

protected:
    [[nodiscard]] Way way() const override;

private:
    void follow();

    QString m_namePart;
    QString m_name;
    State m_state = State::Off;
    std::unique_ptr<PcscReaders> m_readers; ///< while started
    std::vector<std::unique_ptr<PcscReaders>> m_left; ///< of earlier times, until the service has let them go
};

} // namespace motcua
