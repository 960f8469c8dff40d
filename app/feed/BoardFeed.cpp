// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feed/BoardFeed.h"

#include "app/net/TlsIdentity.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <QDateTime>
#include <QHostAddress>
#include <QPointer>
#include <QSslSocket>
#include <QTcpServer>

#include <algorithm>
#include <utility>

namespace motcua::feed {

namespace {

constexpr int KernelBytes = 64 * 1024; // that the system keeps of what a screen has not read
constexpr unsigned int UnansweredMs = 10'000; // a screen whose cable was pulled is gone after that

} // namespace

/** One connection. */
struct BoardFeed::Line
{
    QSslSocket *socket = nullptr;
    QByteArray question = {};
    QByteArray token = {}; ///< of a screen that is fed
    bool isFed = false;
    bool isOver = false; ///< it was answered and goes
    bool owes = false; ///< something newer than it was sent
    QElapsedTimer quiet = {}; ///< since it came; of one that is fed, since it had read everything
    [[nodiscard]] bool hasUnsent() const { return socket->bytesToWrite() > 0 || socket->encryptedBytesToWrite() > 0; }
};

class BoardFeed::Listener : public QTcpServer
{
public:
    explicit Listener(BoardFeed *feed)
        : m_feed(feed)
    {
    }

protected:
    void incomingConnection(qintptr handle) override { m_feed->take(handle); }

private:
    BoardFeed *m_feed;
};

BoardFeed::BoardFeed(const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_beats(this)
    , m_again(this)
{
    m_beats.setInterval(m_limits.beatMs);
    m_beats.setTimerType(Qt::PreciseTimer);
    connect(&m_beats, &QTimer::timeout, this, &BoardFeed::beat);
    m_again.setSingleShot(true);
    m_again.setInterval(m_limits.againMs);
    connect(&m_again, &QTimer::timeout, this, &BoardFeed::listen);
}

BoardFeed::BoardFeed(QObject *parent)
    : BoardFeed(Limits(), parent)
{
}

BoardFeed::~BoardFeed()
{
    stop();
}

qint64 BoardFeed::now() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

void BoardFeed::stop()
{
    m_again.stop();
    m_beats.stop();
    m_listener.reset();
    const auto lines = std::exchange(m_lines, {});
    for (const std::shared_ptr<Line> &line : lines) {
        line->socket->disconnect(this);
        line->socket->abort();
        line->socket->deleteLater();
    }
}

void BoardFeed::setUp(const QByteArray &kept)
{
    if (kept == m_kept) {
        return;
    }
    m_kept = kept;
    if (kept.isEmpty()) {
        stop();
        m_setup = {};
        m_content.clear();
        m_frame.clear(); // of the hall of somebody who has left
        m_toldLive = false;
        m_standing = {};
        Q_EMIT changed(m_standing);
        return;
    }
    Result<FeedSetup> read = FeedSetup::fromJson(kept);
    Result<TlsIdentity> identity = read ? TlsIdentity::fromPem(read->certificate, read->key.clone()) : read.error();
    if (!identity) {
        stop();
        m_standing = {.failure = identity.error()};
        Q_EMIT changed(m_standing);
        return;
    }
    const bool isSame = m_listener && read->certificate == m_setup.certificate && read->address == m_setup.address && read->port == m_setup.port;
    m_setup = *std::move(read);
    if (isSame) {
        const auto lines = m_lines.values();
        for (const std::shared_ptr<Line> &line : lines) {
            if (line->isFed && !m_setup.screenOf(line->token)) {
                line->socket->abort();
            }
        }
        return;
    }
    stop();
    m_tls = QSslConfiguration();
    m_tls.setProtocol(QSsl::TlsV1_3OrLater);
    m_tls.setPeerVerifyMode(QSslSocket::VerifyNone); // a screen shows its token
    m_tls.setCaCertificates({});
    m_tls.setLocalCertificateChain(identity->chain());
    m_tls.setPrivateKey(identity->key());
    m_tls.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    m_beats.start();
    listen();
}

void BoardFeed::listen()
{
    m_listener = std::make_unique<Listener>(this);
    m_listener->setListenBacklogSize(m_limits.screens); // after a power cut all of them come at once
    m_standing = {};
    if (m_listener->listen(QHostAddress(m_setup.address), m_setup.port)) {
        m_standing.isListening = true;
        m_standing.port = m_listener->serverPort();
    } else {
        m_standing.failure = Error{ErrorCode::NetUnreachable, QStringLiteral("%1:%2: %3").arg(m_setup.address).arg(m_setup.port).arg(m_listener->errorString())};
        m_listener.reset();
        m_again.start();
    }
    Q_EMIT changed(m_standing);
}

void BoardFeed::take(qintptr handle)
{
    const int most = m_limits.screens + m_limits.strangers;
    const auto strangers = std::count_if(m_lines.cbegin(), m_lines.cend(), [](const std::shared_ptr<Line> &line) { return !line->isFed; });
    auto *socket = new QSslSocket(this);
    if (!socket->setSocketDescriptor(handle) || m_lines.size() >= most || strangers >= m_limits.strangers) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    (void)::setsockopt(static_cast<int>(handle), IPPROTO_TCP, TCP_USER_TIMEOUT, &UnansweredMs, sizeof UnansweredMs);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, KernelBytes);
    socket->setReadBufferSize(2 * MostQuestion);
    socket->setSslConfiguration(m_tls);
    auto line = std::make_shared<Line>();
    line->socket = socket;
    line->quiet.start();
    m_lines.insert(socket, line);
    // Whoever hears may let the line go while it still speaks.
    const std::weak_ptr<Line> heard = line;
    connect(socket, &QSslSocket::readyRead, this, [this, heard] {
        if (const auto one = heard.lock()) {
            hear(*one);
        }
    });
    connect(socket, &QSslSocket::encryptedBytesWritten, this, [this, heard] {
        if (const auto one = heard.lock(); one && one->isFed && one->owes && !one->hasUnsent()) {
            give(*one);
        }
    });
    connect(socket, &QSslSocket::disconnected, this, [this, socket] { drop(socket); });
    connect(socket, &QSslSocket::errorOccurred, this, [socket] { QMetaObject::invokeMethod(socket, [socket] { socket->abort(); }, Qt::QueuedConnection); });
    socket->startServerEncryption();
}

// Also for one that never came to a handshake, of which no disconnected() is told.
void BoardFeed::drop(const QSslSocket *socket)
{
    const std::shared_ptr<Line> line = m_lines.take(socket);
    if (!line) {
        return;
    }
    line->socket->deleteLater();
    draw();
}

void BoardFeed::hear(Line &line)
{
    const QByteArray bytes = line.socket->read(2 * MostQuestion);
    line.question += bytes;
    // A screen asks once, and has nothing else to say.
    if ((line.isFed && !bytes.isEmpty()) || line.question.size() > MostQuestion) {
        line.socket->abort();
        return;
    }
    if (!line.isOver && line.question.contains("\r\n\r\n")) {
        answer(line);
    }
}

void BoardFeed::answer(Line &line)
{
    const QList<QByteArray> head = line.question.first(line.question.indexOf("\r\n\r\n")).split('\n');
    line.question.clear();
    QByteArray token;
    for (const QByteArray &one : head.sliced(1)) {
        if (const QByteArray field = one.trimmed(); field.toLower().startsWith("authorization: bearer ")) {
            token = field.sliced(22).trimmed();
        }
    }
    if (head.constFirst().trimmed() != "GET /board HTTP/1.1") {
        refuse(line, "404 Not Found");
        return;
    }
    if (!m_setup.screenOf(token)) {
        refuse(line, "401 Unauthorized");
        return;
    }
    if (m_standing.screens >= m_limits.screens) {
        refuse(line, "503 Service Unavailable");
        return;
    }
    line.token = token;
    line.isFed = true;
    line.socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n" + m_frame);
    (void)line.socket->flush();
    line.quiet.restart();
    draw();
}

void BoardFeed::refuse(Line &line, const QByteArray &status)
{
    line.isOver = true;
    line.socket->write("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    line.socket->disconnectFromHost();
}

void BoardFeed::show(const BoardState &state)
{
    m_told.start();
    QByteArray content = state.toJson();
    m_state.board.atMs = state.board.atMs;
    if (content == m_content && m_toldLive == state.board.isLive) {
        return;
    }
    m_state = state;
    m_content = std::move(content);
    writeOut(state.board.isLive);
}

void BoardFeed::writeOut(bool isLive)
{
    m_toldLive = isLive;
    QByteArray content = m_content;
    if (m_state.board.isLive && !isLive) {
        BoardState old = m_state;
        old.board = old.board.stale();
        content = old.toJson();
    }
    m_frame = "event: board\ndata: {\"at\":" + QByteArray::number(m_state.board.atMs) + ",\"now\":" + QByteArray::number(now()) + ",\"board\":" + content + "}\n\n";
    if (m_frame.size() > BoardState::MostBytes) {
        // No screen would take it: rather that each says it hears nothing than that it shows what was.
        m_frame.clear();
        const auto all = m_lines.values();
        for (const std::shared_ptr<Line> &line : all) {
            line->socket->abort();
        }
        return;
    }
    const auto lines = m_lines.values(); // a write may find that its screen has gone
    for (const std::shared_ptr<Line> &line : lines) {
        if (line->isFed) {
            give(*line);
        }
    }
}

// The newest, or once what was sent is gone, what is the newest then.
void BoardFeed::give(Line &line)
{
    if (m_frame.isEmpty()) {
        return;
    }
    line.owes = line.hasUnsent();
    if (!line.owes) {
        write(line, m_frame);
    }
}

void BoardFeed::write(Line &line, const QByteArray &bytes)
{
    line.quiet.restart();
    line.socket->write(bytes);
    (void)line.socket->flush();
}

void BoardFeed::beat()
{
    if (m_toldLive && m_told.hasExpired(m_limits.staleMs)) {
        writeOut(false);
    }
    const QByteArray bytes = "event: beat\ndata: {\"at\":" + QByteArray::number(m_state.board.atMs) + ",\"now\":" + QByteArray::number(now()) + "}\n\n";
    const auto lines = m_lines.values();
    for (const std::shared_ptr<Line> &line : lines) {
        if (line->isFed && !line->hasUnsent() && !m_frame.isEmpty()) {
            write(*line, bytes);
        } else if (line->quiet.hasExpired(line->isFed ? m_limits.stuckMs : m_limits.askMs)) {
            line->socket->abort();
            drop(line->socket);
        }
    }
}

void BoardFeed::draw()
{
    const auto fed = std::count_if(m_lines.cbegin(), m_lines.cend(), [](const std::shared_ptr<Line> &line) { return line->isFed; });
    if (m_standing.screens != static_cast<int>(fed)) {
        m_standing.screens = static_cast<int>(fed);
        Q_EMIT changed(m_standing);
    }
}

} // namespace motcua::feed
