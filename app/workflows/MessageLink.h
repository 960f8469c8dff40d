// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/Hall.h"
#include "app/workflows/MessageSender.h"
#include "app/workflows/Workplace.h"

#include <QPointer>
#include <QSet>

namespace motcua {

/**
 * Tells whoever gave a telephone how it stands with their ticket, from where the store says that messages are sent; else it does nothing, and asks the hall
 * nothing. What is due is read off the hall as it changes, and as time passes; each message is taken on in the hall before it is sent, so the house sends it
 * once, from whichever desk. Follows what other programs of the store write (`motcua-ctl hall messages`).
 *
 * Nobody waits for it, and nothing is told but by tally().
 */
class MessageLink : public QObject
{
    Q_OBJECT

public:
    struct Setup
    {
        std::function<qint64()> now = {}; ///< ms since 1970-01-01 UTC; empty: the system's clock
        int settlesMs = 1'000; ///< between two looks at the hall
        int tickMs = 15'000; ///< without news: somebody may be on hold for long
        MessageSender::Setup sender = {};
    };

    explicit MessageLink(Setup setup, QObject *parent = nullptr);
    ~MessageLink() override;

    /** Somebody is here, and `hall` is theirs; end() comes before it goes. */
    void begin(const Workplace &place, Hall *hall);
    void end();

    /** Messages are sent from here. Not so where what the store says of it cannot be read, which tally() tells. */
    [[nodiscard]] bool isOn() const { return m_sender != nullptr; }
    [[nodiscard]] const MessageTally &tally() const { return m_tally; }

Q_SIGNALS:
    void changed(); ///< isOn() or tally()

private:
    void read();
    void take(const QByteArray &kept, const QByteArray &last);
    void look();
    void take(const HallView &view);
    void claim(const DueTicketMessage &due, const PhoneMessage &message);
    void note(const std::function<void(MessageTally &)> &change);
    [[nodiscard]] qint64 now() const;

    Setup m_setup;
    std::optional<Workplace> m_place;
    QPointer<Hall> m_hall;
    std::unique_ptr<QObject> m_guest; ///< as long as somebody is here: answers that come later are nobody's
    std::unique_ptr<MessageSender> m_sender;
    QByteArray m_kept; ///< the setting the sender was made by
    QSet<QString> m_asked; ///< ids of messages that were taken on, by whomever
    MessageTally m_tally;
    QTimer m_reads;
    QTimer m_looks;
    QTimer m_ticks;
    QTimer m_keeps;
    bool m_isReading = false;
    bool m_readAgain = false;
    bool m_isLooking = false;
    bool m_lookAgain = false;
};

} // namespace motcua
