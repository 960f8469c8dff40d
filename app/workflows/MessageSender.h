// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/MessageHook.h"

#include "models/base/Id.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

namespace motcua {

class HttpClient;
struct HttpAnswer;
struct HttpRequest;

/** What is sent of one message; in the body as the members of the same names. */
struct PhoneMessage
{
    QString id = {}; ///< the same whenever it is tried again; in the header Idempotency-Key too, for whoever wants to know a second try
    QString kind = {}; ///< ticketMessageName(), or "test"
    QString phone = {}; ///< as TicketPhone::of() gives it
    QString text = {};
    QString number = {}; ///< of the ticket
    QString desk = {}; ///< its number, where they are called; else empty
    Id ticket = {}; ///< is not sent; null: of none
    qint64 untilMs = 0; ///< of no use after that, ms since 1970-01-01 UTC: it is not sent any more
};

/**
 * Sends messages by the hook, off the GUI thread and in no order: each is tried until a 2xx is heard, then never again; until it is refused; or until it is of no use
 * any more. After a lost connection nobody knows whether it was taken, and it is tried again.
 *
 * What it tells of a failure is an error of HttpClient, without a telephone or a text in it.
 */
class MessageSender : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MostWaiting = 200; ///< more than a hall draws in an hour: whatever comes then is not sent
    static constexpr qsizetype MostAtOnce = 4;

    struct Setup
    {
        std::function<qint64()> now = {}; ///< ms since 1970-01-01 UTC; empty: the system's clock
        int firstWaitMs = 1'000; ///< after a failure, and twice as long after each further one
        int longestWaitMs = 30'000;
        int patienceMs = 10'000; ///< for one answer
    };

    /** `hook` is not one that is elsewhere. */
    explicit MessageSender(const MessageHook &hook, Setup setup, QObject *parent = nullptr);
    /** What was not sent is not, and is told by nobody. */
    ~MessageSender() override;

    /** What waits of the same ticket is dropped: it tells what was before. */
    void send(const PhoneMessage &message);
    /** Drops what nobody took yet; what is under way is not tried again. */
    void drop(const std::function<bool(const PhoneMessage &)> &isGone);
    /** While it holds, nothing is sent; what is too late by then is not sent at all. */
    void hold(bool holds);

    /** Not sent yet. */
    [[nodiscard]] qsizetype waiting() const { return static_cast<qsizetype>(m_waiting.size()) + m_underWay.size(); }

Q_SIGNALS:
    void sent(const QString &id);
    void failed(const motcua::Error &error); ///< once more; it is tried again
    void notSent(const QString &id, const motcua::Error &error); ///< and will not be
    void dropped(const QString &id); ///< nor this, which is no failure

private:
    struct Waiting
    {
        PhoneMessage message;
        int failures = 0;
        qint64 fromMs = 0; ///< not before
        Error last = {}; ///< why it was not taken
    };

    void next();
    void post(const Waiting &waiting);
    void take(Waiting waiting, const Result<HttpAnswer> &answer);
    [[nodiscard]] qint64 now() const;
    [[nodiscard]] HttpRequest requestOf(const PhoneMessage &message) const;

    MessageHook m_hook;
    Setup m_setup;
    std::unique_ptr<HttpClient> m_client;
    std::deque<Waiting> m_waiting;
    QHash<QString, PhoneMessage> m_underWay; ///< by id
    QSet<QString> m_gone; ///< of those, whatever is not to be tried again
    bool m_holds = false;
    QTimer m_timer;
};

} // namespace motcua
