// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feed/BoardReader.h"

#include "app/security/Random.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

#include <algorithm>
#include <utility>

namespace motcua::feed {

namespace {

constexpr qsizetype MostHead = 4'096; // bytes
constexpr qsizetype MostEvent = BoardState::MostBytes + 1'024;
constexpr qint64 MostAtOnce = 256 * 1024;

Error lineError(QAbstractSocket::SocketError error, const QString &told)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError: return {ErrorCode::NetRefused, told};
    case QAbstractSocket::HostNotFoundError: return {ErrorCode::NetNameUnknown, told};
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError: return {ErrorCode::TlsFailed, told};
    case QAbstractSocket::SocketTimeoutError: return {ErrorCode::NetTimedOut, told};
    case QAbstractSocket::RemoteHostClosedError: return {ErrorCode::NetCut, told};
    default: return {ErrorCode::NetUnreachable, told};
    }
}

} // namespace

BoardReader::BoardReader(BoardInvitation invitation, const Patience &patience, QObject *parent)
    : BoardSource(parent)
    , m_invitation(std::move(invitation))
    , m_patience(patience)
{
    if (const Result<TlsPins> pins = TlsPins::fromPem(m_invitation.authority)) {
        m_pins = *pins;
    }
    m_silence.setSingleShot(true);
    m_silence.setTimerType(Qt::PreciseTimer);
    connect(&m_silence, &QTimer::timeout, this, &BoardReader::listen);
    m_waits.setSingleShot(true);
    connect(&m_waits, &QTimer::timeout, this, &BoardReader::join);
}

BoardReader::BoardReader(BoardInvitation invitation, QObject *parent)
    : BoardReader(std::move(invitation), Patience(), parent)
{
}

BoardReader::~BoardReader()
{
    end();
}

void BoardReader::start()
{
    if (!m_socket && !m_waits.isActive()) {
        join();
    }
}

qint64 BoardReader::nowMs() const
{
    return m_hostMs == 0 ? QDateTime::currentMSecsSinceEpoch() : m_hostMs + m_sinceHost.elapsed();
}

void BoardReader::join()
{
    end();
    m_socket = new QSslSocket(this);
    m_socket->setProxy(QNetworkProxy::NoProxy); // the desk is in this house
    m_socket->setReadBufferSize(MostAtOnce);
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setCaCertificates({});
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // prove() does, by the invitation alone
    m_socket->setSslConfiguration(tls);
    connect(m_socket, &QSslSocket::encrypted, this, &BoardReader::prove);
    connect(m_socket, &QSslSocket::readyRead, this, &BoardReader::read);
    connect(m_socket, &QSslSocket::errorOccurred, this, [this, socket = m_socket](QAbstractSocket::SocketError error) {
        if (socket == m_socket) {
            read(); // what it said before it went
        }
        if (socket == m_socket) {
            lose(lineError(error, socket->errorString()));
        }
    });
    m_patientMs = m_patience.joinMs;
    m_heard.start();
    m_silence.start(m_patience.joinMs);
    m_socket->connectToHostEncrypted(m_invitation.host, m_invitation.port);
}

void BoardReader::prove()
{
    QList<QByteArray> chain;
    const QList<QSslCertificate> shown = m_socket->peerCertificateChain();
    for (const QSslCertificate &one : shown) {
        chain.append(one.toDer());
    }
    // A screen whose clock began anew with the power: it certainly is no earlier than the invitation.
    const qint64 now = std::max(QDateTime::currentMSecsSinceEpoch(), m_invitation.madeMs);
    const Result<> proved = m_pins ? m_pins->prove(chain, m_invitation.host, now) : Error{ErrorCode::InvitationUnreadable, QStringLiteral("no authority")};
    if (!proved) {
        lose(proved.error());
        return;
    }
    m_socket->write("GET /board HTTP/1.1\r\nHost: board\r\nAccept: text/event-stream\r\nAuthorization: Bearer " + m_invitation.token + "\r\n\r\n");
}

// The timer is not wound up with each event: it looks whether there was one.
void BoardReader::listen()
{
    const qint64 left = m_patientMs - m_heard.elapsed();
    if (left > 0) {
        m_silence.start(static_cast<int>(left));
        return;
    }
    lose({ErrorCode::NetTimedOut, QStringLiteral("the desk is silent")});
}

bool BoardReader::readHead()
{
    const qsizetype end = m_unread.indexOf("\r\n\r\n");
    if (end < 0) {
        if (m_unread.size() > MostHead) {
            lose({ErrorCode::AnswerMalformed, QStringLiteral("board: no head")});
        }
        return false;
    }
    const QByteArray status = m_unread.first(m_unread.indexOf('\r')).split(' ').value(1);
    if (status != "200") {
        const ErrorCode code = status == "401" ? ErrorCode::ServerRefused : status == "503" ? ErrorCode::ServerBusy : ErrorCode::AnswerForeign;
        lose({code, QStringLiteral("board: %1").arg(QString::fromLatin1(status.first(std::min<qsizetype>(status.size(), 8))))});
        return false;
    }
    m_unread.remove(0, end + 4);
    m_isAnswered = true;
    return true;
}

void BoardReader::read()
{
    while (m_socket && m_socket->bytesAvailable() > 0) {
        m_unread += m_socket->read(MostAtOnce);
        if (!m_isAnswered && !readHead()) {
            if (!m_socket) {
                return;
            }
            continue;
        }
        for (qsizetype end = m_unread.indexOf("\n\n", m_searched); end >= 0; end = m_unread.indexOf("\n\n", m_searched)) {
            const QByteArray event = m_unread.first(end);
            m_unread.remove(0, end + 2);
            m_searched = 0;
            takeEvent(event);
            if (!m_socket) {
                return;
            }
        }
        m_searched = std::max<qsizetype>(0, m_unread.size() - 1);
        if (m_unread.size() > MostEvent) {
            lose({ErrorCode::AnswerTooLarge, QString::number(MostEvent)});
        }
    }
}

void BoardReader::takeEvent(const QByteArray &event)
{
    const bool isBoard = event.startsWith("event: board\ndata: ");
    const bool isBeat = event.startsWith("event: beat\ndata: ");
    if (!isBoard && !isBeat) {
        return; // of a newer program
    }
    const QByteArray data = event.sliced(event.indexOf("data: ") + 6);
    // The envelope is ours to cut: what is in it is read once.
    const qsizetype cut = isBoard ? data.indexOf(",\"board\":") : -1;
    const QJsonObject head = QJsonDocument::fromJson(isBoard && cut > 0 ? data.first(cut) + '}' : data).object();
    const qint64 at = head[u"at"].toInteger(-1);
    const qint64 host = head[u"now"].toInteger(-1);
    if (at < 0 || host <= 0 || (isBoard && cut < 0)) {
        lose({ErrorCode::AnswerMalformed, QStringLiteral("board: an event without its times")});
        return;
    }
    if (isBoard) {
        Result<BoardState> state = BoardState::fromJson(data.sliced(cut + 9).chopped(1));
        if (!state) {
            lose(state.error());
            return;
        }
        m_state = *std::move(state);
    } else if (m_attempts != 0 || m_failure) {
        return; // nothing was told yet that could still count
    }
    m_state.board.atMs = at;
    m_hostMs = host;
    m_sinceHost.start();
    m_heard.start();
    if (m_patientMs != m_patience.silentMs) {
        m_patientMs = m_patience.silentMs;
        m_silence.start(m_patience.silentMs);
    }
    if (isBoard) {
        m_attempts = 0;
        m_failure.reset();
        Q_EMIT changed();
    }
}

// What was heard stays; it is told since when it does not count.
void BoardReader::lose(const Error &why)
{
    end();
    const bool isOther = !m_failure || m_failure->code != why.code;
    m_failure = why;
    ++m_attempts;
    const int longest = std::min(m_patience.longestWaitMs, m_patience.firstWaitMs << std::min(m_attempts - 1, 10));
    m_waits.start(longest / 2 + (longest / 2) * security::random::below(256) / 256);
    if (m_state.board.isLive) {
        m_state.board = m_state.board.stale();
        Q_EMIT changed();
    }
    if (isOther) {
        Q_EMIT failed(why);
    }
}

void BoardReader::end()
{
    m_silence.stop();
    m_unread.clear();
    m_searched = 0;
    m_isAnswered = false;
    if (QSslSocket *socket = std::exchange(m_socket, nullptr)) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

} // namespace motcua::feed
