// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/Question.h"
#include "models/base/Result.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

namespace motcua::portal {

/**
 * The gateway's side of the connection to the server before it: HTTP/1.1 on the loopback, and nobody else.
 *
 * A connection that sends more than a question may have is ended, and so is one that asks again before it was answered.
 */
class HttpFront : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 MostBytes = 9 * 1024 * 1024 + 256 * 1024; ///< of a question, head and body

    /** Is asked on the thread of this object and must not keep it waiting. */
    using Serve = std::function<QFuture<Answer>(const Question &question)>;

    explicit HttpFront(Serve serve, QObject *parent = nullptr);
    ~HttpFront() override;

    /** `port` 0: any that is free; the one it is. Error: FileUnwritable (taken, or not ours to take). */
    [[nodiscard]] Result<quint16> listen(quint16 port);
    /** Nobody new is heard; who has asked is answered. */
    void stopListening();
    /** Questions that were not answered yet. */
    [[nodiscard]] int underWay() const { return m_underWay; }

Q_SIGNALS:
    void answered();

private:
    class Server;
    class Listener;
    class Line;
    void serve(const Question &question, Line *line);
    static void deliver(Line *line, const Answer &answer);

    Serve m_serve;
    std::unique_ptr<Server> m_server;
    Listener *m_listener = nullptr; ///< the server's
    int m_underWay = 0;
};

} // namespace motcua::portal
