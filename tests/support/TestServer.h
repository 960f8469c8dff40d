// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <atomic>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

struct ssl_ctx_st;
struct ssl_st;

namespace motcua::testsupport {

/** What a server speaks; an empty chain: plain TCP. */
struct ServerTls
{
    QByteArray chainPem = {}; ///< its own certificate first
    QByteArray keyPem = {};
    QByteArray clientAuthorityPem = {}; ///< empty: no client certificate is asked for
    int newest = 0; ///< TLS1_2_VERSION …; 0: whatever there is
    bool sayExpired = false; ///< whatever client certificate is shown, an alert says that it has expired
};

/** A server on a free port of the loopback, that does what a test wants of it: also what no server should. */
class TestServer
{
public:
    /** One connection, on a thread of its own; what a behaviour is given. Every call ends when the server goes. */
    class Connection
    {
    public:
        /** Head and body of the next request, by Content-Length; nothing when the client has gone. */
        [[nodiscard]] std::optional<QByteArray> readRequest();
        /** Whatever comes next; empty at the end. */
        [[nodiscard]] QByteArray readSome();
        /** Whether all of it could be written. */
        bool write(const QByteArray &bytes);
        /** A whole answer. */
        bool answer(const QByteArray &status, const QByteArray &headers, const QByteArray &body);
        /** Until the client has closed, or the server goes. */
        void waitForClient();
        /** As a machine does that has lost the connection (RST). */
        void reset();
        /** From now on the bytes go to and fro between the client and this port of the loopback. */
        void tunnelTo(quint16 port);

    private:
        friend class TestServer;
        int m_socket = -1;
        ssl_st *m_tls = nullptr;
        TestServer *m_server = nullptr;
        QByteArray m_ahead; ///< read and not asked for yet
    };
    using Behaviour = std::function<void(Connection &)>;

    explicit TestServer(Behaviour behaviour, const ServerTls &tls = {});
    ~TestServer();
    Q_DISABLE_COPY_MOVE(TestServer)

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] int connections() const { return m_connections; }
    /** Handshakes that came to their end on this side. */
    [[nodiscard]] int handshakes() const { return m_handshakes; }
    /** Of the client, within TLS. */
    [[nodiscard]] qint64 applicationBytes() const { return m_applicationBytes; }

    /** Answers every request of a connection alike. */
    [[nodiscard]] static Behaviour always(const QByteArray &status, const QByteArray &headers, const QByteArray &body);

private:
    void accept();
    void serve(int socket);

    Behaviour m_behaviour;
    ssl_ctx_st *m_context = nullptr;
    int m_listening = -1;
    quint16 m_port = 0;
    std::atomic_bool m_goes = false;
    std::atomic_int m_connections = 0;
    std::atomic_int m_handshakes = 0;
    std::atomic<qint64> m_applicationBytes = 0;
    std::mutex m_mutex; ///< of the two below
    std::list<int> m_sockets;
    std::list<std::thread> m_threads;
    std::thread m_accepting;
};

} // namespace motcua::testsupport
