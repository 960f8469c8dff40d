// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/HttpFront.h"

#include "app/storage/Await.h"

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace motcua::portal {

namespace {

QByteArray methodOf(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get: return "GET";
    case QHttpServerRequest::Method::Post: return "POST";
    case QHttpServerRequest::Method::Put: return "PUT";
    default: return {};
    }
}

Question questionOf(const QHttpServerRequest &request)
{
    const QUrl url = request.url();
    Question question{.method = methodOf(request.method()),
        .path = url.path(QUrl::FullyEncoded).split(u'/').mid(1),
        .query = QUrlQuery(url.query(QUrl::FullyEncoded)),
        .body = request.body()};
    for (const auto &[name, value] : request.headers()) {
        question.headers.insert(name.toLower(), value);
    }
    return question;
}

} // namespace

/** A connection, and how much it has sent since its last question. Qt's server keeps a question whole in memory and knows no limit. */
class HttpFront::Line : public QTcpSocket
{
public:
    using QTcpSocket::QTcpSocket;

    void count()
    {
        m_received += bytesAvailable();
        if (m_received > MostBytes) {
            // Not while the server reads from it.
            QMetaObject::invokeMethod(this, [this] { abort(); }, Qt::QueuedConnection);
        }
    }
    /** A whole question was read; false when the one before it is not answered yet. */
    [[nodiscard]] bool take()
    {
        m_received = 0;
        return !std::exchange(m_isAsked, true);
    }
    void settle() { m_isAsked = false; }

private:
    qint64 m_received = 0;
    bool m_isAsked = false;
};

class HttpFront::Listener : public QTcpServer
{
public:
    using QTcpServer::QTcpServer;

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *line = new Line(this);
        line->setSocketDescriptor(handle);
        // Before the server's own, which then has read it.
        connect(line, &QTcpSocket::readyRead, line, [line] { line->count(); });
        addPendingConnection(line);
    }
};

class HttpFront::Server : public QAbstractHttpServer
{
public:
    explicit Server(HttpFront *front)
        : m_front(front)
    {
    }

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override
    {
        m_front->serve(questionOf(request), static_cast<Line *>(socket)); // the listener makes no others
        return true;
    }
    void missingHandler(const QHttpServerRequest & /*request*/, QTcpSocket *socket) override { socket->abort(); }

private:
    HttpFront *m_front;
};

HttpFront::HttpFront(Serve serve, QObject *parent)
    : QObject(parent)
    , m_serve(std::move(serve))
    , m_server(std::make_unique<Server>(this))
{
}

HttpFront::~HttpFront() = default;

Result<quint16> HttpFront::listen(quint16 port)
{
    auto listener = std::make_unique<Listener>();
    if (!listener->listen(QHostAddress::LocalHost, port)) {
        return Error{ErrorCode::FileUnwritable, QStringLiteral("127.0.0.1:%1: %2").arg(port).arg(listener->errorString())};
    }
    m_listener = listener.release();
    m_server->bind(m_listener);
    return m_listener->serverPort();
}

void HttpFront::stopListening()
{
    if (m_listener) {
        m_listener->close();
    }
}

void HttpFront::serve(const Question &question, Line *line)
{
    if (!line->take()) {
        line->abort();
        return;
    }
    ++m_underWay;
    await(this, m_serve(question), [this, line = QPointer<Line>(line)](const Answer &answer) {
        const auto deliverNow = [this, line, answer] {
            if (line) {
                deliver(line, answer);
            }
            --m_underWay;
            Q_EMIT answered();
        };
        answer.delayMs > 0 ? QTimer::singleShot(answer.delayMs, this, deliverNow) : deliverNow();
    });
}

void HttpFront::deliver(Line *line, const Answer &answer)
{
    line->settle();
    if (line->state() != QAbstractSocket::ConnectedState) {
        return; // it has gone, or was ended
    }
    if (answer.delivery == Answer::Delivery::Lost) {
        line->abort();
        return;
    }
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status) + " Answered\r\n";
    if (answer.status != 204) {
        bytes += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    }
    if (!answer.mediaType.isEmpty()) {
        bytes += "Content-Type: " + answer.mediaType + "\r\n";
    }
    for (const auto &[name, value] : answer.headers) {
        bytes += name + ": " + value + "\r\n";
    }
    // A connection for each question: to the loopback it costs nothing, and nobody waits behind somebody else's.
    bytes += "Connection: close\r\n\r\n";
    const bool isCut = answer.delivery == Answer::Delivery::Cut;
    line->write(bytes + (isCut ? answer.body.first(answer.body.size() / 2) : answer.body));
    line->disconnectFromHost();
}

} // namespace motcua::portal
