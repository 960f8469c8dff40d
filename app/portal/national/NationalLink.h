// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/HttpLimits.h"
#include "app/portal/national/NationalQueue.h"
#include "app/portal/national/NationalSettings.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace motcua::national {

class NationalClient;

/**
 * Tells the national system while a gateway holds its store: builds client and queue where the store's settings name an access, follows what other
 * programs of the store want (`motcua-ctl portal national`), and keeps how it last went for them to show.
 */
class NationalLink : public QObject
{
    Q_OBJECT

public:
    /** `options` as the queue takes them; the address is that of the access. */
    NationalLink(const storage::Store &store, const NationalProfile &profile, NationalOptions options, HttpLimits limits = {},
        QObject *parent = nullptr);
    ~NationalLink() override;

    /** With what was read of the store just now. */
    void begin(const NationalSettings &settings);
    /** Nothing more is begun; ended() comes when what was under way was heard, or now. */
    void end();
    [[nodiscard]] bool isEnded() const { return m_ends && (!m_queue || m_queue->isDrained()); }

    [[nodiscard]] NationalSettings::Verdicts verdicts() const;

Q_SIGNALS:
    void configured(); ///< verdicts() may be other than it was
    void moved(); ///< something was told, or set aside
    void failed(const motcua::Error &error); ///< once for each kind of failure in a row; holds no personal data
    void ended();

private:
    void read();
    void take(const NationalSettings &settings);
    void build();
    void show(const NationalState &state);
    void keepLast();

    storage::Store m_store;
    NationalProfile m_profile;
    NationalOptions m_options;
    HttpLimits m_limits;
    NationalSettings m_settings;
    std::unique_ptr<NationalClient> m_client;
    std::unique_ptr<NationalQueue> m_queue;
    LastTold m_kept; ///< as the store has it
    QTimer m_reads;
    QTimer m_keeps;
    bool m_isReading = false;
    bool m_readAgain = false;
    bool m_ends = false;
};

} // namespace motcua::national
