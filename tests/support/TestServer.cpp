// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestServer.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace motcua::testsupport {

namespace {

void need(bool done, const char *what)
{
    if (!done) {
        ERR_print_errors_fp(stderr);
        qFatal("test server: %s", what);
    }
}

int sayExpired(int /*fine*/, X509_STORE_CTX *context)
{
    X509_STORE_CTX_set_error(context, X509_V_ERR_CERT_HAS_EXPIRED);
    return 0;
}

void trust(SSL_CTX *context, const QByteArray &pem)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> in(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), &BIO_free);
    X509 *one = PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr);
    need(one != nullptr, "client authority");
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context), one);
    SSL_CTX_add_client_CA(context, one);
    X509_free(one);
}

SSL_CTX *contextOf(const ServerTls &tls)
{
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    // A server that shows what it must not: OpenSSL would refuse weak keys here already.
    SSL_CTX_set_security_level(context, 0);
    if (tls.newest != 0) {
        SSL_CTX_set_max_proto_version(context, tls.newest);
    }
    const std::unique_ptr<BIO, decltype(&BIO_free)> in(
        BIO_new_mem_buf(tls.chainPem.constData(), static_cast<int>(tls.chainPem.size())), &BIO_free);
    X509 *own = PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr);
    need(own && SSL_CTX_use_certificate(context, own) == 1, "certificate");
    X509_free(own);
    while (X509 *next = PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr)) {
        SSL_CTX_add0_chain_cert(context, next);
    }
    ERR_clear_error();
    SSL_CTX_set_mode(context, SSL_MODE_AUTO_RETRY);
    // Left alone, OpenSSL completes the chain from what it trusts of clients.
    SSL_CTX_set_mode(context, SSL_MODE_NO_AUTO_CHAIN);
    const std::unique_ptr<BIO, decltype(&BIO_free)> keyIn(
        BIO_new_mem_buf(tls.keyPem.constData(), static_cast<int>(tls.keyPem.size())), &BIO_free);
    EVP_PKEY *key = PEM_read_bio_PrivateKey(keyIn.get(), nullptr, nullptr, nullptr);
    need(key && SSL_CTX_use_PrivateKey(context, key) == 1, "key");
    EVP_PKEY_free(key);
    if (!tls.clientAuthorityPem.isEmpty()) {
        trust(context, tls.clientAuthorityPem);
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, tls.sayExpired ? &sayExpired : nullptr);
    }
    return context;
}

} // namespace

TestServer::TestServer(Behaviour behaviour, const ServerTls &tls)
    : m_behaviour(std::move(behaviour))
{
    std::signal(SIGPIPE, SIG_IGN); // a client that has gone is no reason to end
    if (!tls.chainPem.isEmpty()) {
        m_context = contextOf(tls);
    }
    m_listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    need(::bind(m_listening, reinterpret_cast<sockaddr *>(&address), size) == 0 && ::listen(m_listening, 64) == 0
            && ::getsockname(m_listening, reinterpret_cast<sockaddr *>(&address), &size) == 0,
        "listen");
    m_port = ntohs(address.sin_port);
    m_accepting = std::thread([this] { accept(); });
}

TestServer::~TestServer()
{
    m_goes = true;
    ::shutdown(m_listening, SHUT_RDWR);
    m_accepting.join();
    {
        const std::lock_guard lock(m_mutex);
        for (const int socket : m_sockets) {
            ::shutdown(socket, SHUT_RDWR);
        }
    }
    for (std::thread &thread : m_threads) {
        thread.join();
    }
    ::close(m_listening);
    SSL_CTX_free(m_context);
}

void TestServer::accept()
{
    while (!m_goes) {
        const int socket = ::accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) {
            continue;
        }
        ++m_connections;
        const std::lock_guard lock(m_mutex);
        if (m_goes) {
            ::close(socket);
            return;
        }
        m_sockets.push_back(socket);
        m_threads.emplace_back([this, socket] { serve(socket); });
    }
}

void TestServer::serve(int socket)
{
    Connection connection;
    connection.m_socket = socket;
    connection.m_server = this;
    bool isReady = true;
    if (m_context != nullptr) {
        connection.m_tls = SSL_new(m_context);
        SSL_set_fd(connection.m_tls, socket);
        isReady = SSL_accept(connection.m_tls) == 1;
        m_handshakes += isReady ? 1 : 0;
    }
    if (isReady) {
        m_behaviour(connection);
        if (connection.m_tls != nullptr && !m_goes) {
            SSL_shutdown(connection.m_tls);
        }
    }
    SSL_free(connection.m_tls);
    ERR_clear_error();
    // Not both ways at once: what the client still sends would answer an alert, which it has not read yet, with a reset.
    ::shutdown(socket, SHUT_WR);
    std::array<char, 16'384> rest{};
    while (::recv(socket, rest.data(), rest.size(), 0) > 0) { }
    const std::lock_guard lock(m_mutex);
    m_sockets.remove(socket);
    ::close(socket);
}

QByteArray TestServer::Connection::readSome()
{
    if (!m_ahead.isEmpty()) {
        return std::exchange(m_ahead, {});
    }
    std::array<char, 16'384> room{};
    const auto size = m_tls != nullptr ? SSL_read(m_tls, room.data(), static_cast<int>(room.size()))
                                       : static_cast<int>(::recv(m_socket, room.data(), room.size(), 0));
    if (size <= 0) {
        return {};
    }
    m_server->m_applicationBytes += size;
    return QByteArray(room.data(), size);
}

std::optional<QByteArray> TestServer::Connection::readRequest()
{
    QByteArray read;
    qsizetype end = -1;
    while ((end = read.indexOf("\r\n\r\n")) < 0) {
        const QByteArray more = readSome();
        if (more.isEmpty()) {
            return std::nullopt;
        }
        read += more;
    }
    qsizetype whole = end + 4;
    const QByteArray head = read.first(end).toLower();
    if (const qsizetype at = head.indexOf("content-length:"); at >= 0) {
        const QByteArray rest = head.sliced(at + 15);
        whole += rest.first(rest.indexOf('\r') < 0 ? rest.size() : rest.indexOf('\r')).trimmed().toLongLong();
    }
    while (read.size() < whole) {
        const QByteArray more = readSome();
        if (more.isEmpty()) {
            return std::nullopt;
        }
        read += more;
    }
    m_ahead = read.sliced(whole);
    return read.first(whole);
}

bool TestServer::Connection::write(const QByteArray &bytes)
{
    qsizetype at = 0;
    while (at < bytes.size()) {
        const int left = static_cast<int>(bytes.size() - at);
        const auto written = m_tls != nullptr
            ? SSL_write(m_tls, bytes.constData() + at, left)
            : static_cast<int>(::send(m_socket, bytes.constData() + at, static_cast<std::size_t>(left), MSG_NOSIGNAL));
        if (written <= 0) {
            return false;
        }
        at += written;
    }
    return true;
}

bool TestServer::Connection::answer(const QByteArray &status, const QByteArray &headers, const QByteArray &body)
{
    return write("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
}

void TestServer::Connection::waitForClient()
{
    while (!readSome().isEmpty()) { }
}

void TestServer::Connection::reset()
{
    const linger abort{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &abort, sizeof abort);
    if (m_tls != nullptr) {
        SSL_set_quiet_shutdown(m_tls, 1);
    }
    // With shutdown() there would be an orderly end first; the socket's own close comes with the reset.
    const int gone = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::dup2(gone, m_socket);
    ::close(gone);
}

void TestServer::Connection::tunnelTo(quint16 port)
{
    const int other = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    if (::connect(other, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0) {
        std::array<pollfd, 2> ends{pollfd{m_socket, POLLIN, 0}, pollfd{other, POLLIN, 0}};
        std::array<char, 16'384> room{};
        bool flows = true;
        while (flows && ::poll(ends.data(), ends.size(), -1) > 0) {
            for (std::size_t i = 0; flows && i < 2; ++i) {
                if (ends[i].revents != 0) {
                    const auto size = ::recv(ends[i].fd, room.data(), room.size(), 0);
                    flows = size > 0 && ::send(ends[1 - i].fd, room.data(), static_cast<std::size_t>(size), MSG_NOSIGNAL) == size;
                }
            }
        }
    }
    ::close(other);
}

TestServer::Behaviour TestServer::always(const QByteArray &status, const QByteArray &headers, const QByteArray &body)
{
    return [=](Connection &connection) {
        while (connection.readRequest() && connection.answer(status, headers, body)) { }
    };
}

} // namespace motcua::testsupport
