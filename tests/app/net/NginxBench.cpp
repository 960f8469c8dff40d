// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/net/NginxBench.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace motcua::test {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace

QString NginxBench::program()
{
    return QStandardPaths::findExecutable(u"nginx"_qs, {u"/usr/sbin"_qs, u"/usr/local/sbin"_qs, u"/usr/bin"_qs});
}

NginxBench::NginxBench(const QString &folder, const QByteArray &locations, quint16 port)
    : NginxBench(folder, [locations](quint16 at) {
        return "log_format seen '$status $server_protocol $request_length $ssl_client_verify';\naccess_log seen.log seen;\n"
               "server {\nlisten 127.0.0.1:"
            + QByteArray::number(at)
            + " ssl http2;\nserver_name localhost;\nssl_certificate server.pem;\nssl_certificate_key server.key;\nssl_protocols TLSv1.3;\n"
              "ssl_client_certificate clients.pem;\nssl_verify_client on;\nclient_max_body_size 8m;\n"
            + locations + "}\n";
    })
{
    m_port = port;
}

NginxBench::NginxBench(const QString &folder, std::function<QByteArray(quint16 port)> http)
    : m_folder(folder)
    , m_http(std::move(http))
{
}

NginxBench::~NginxBench()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.terminate();
        if (!m_process.waitForFinished(5'000)) {
            m_process.kill();
            m_process.waitForFinished(5'000);
        }
    }
}

bool NginxBench::start()
{
    // Between finding a free port and taking it another may take it: then the next one.
    const quint16 wanted = m_port;
    for (int attempt = 0; attempt < 5; ++attempt) {
        m_port = wanted != 0 ? wanted : freePort();
        QFile file(m_folder + u"/nginx.conf"_qs);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
            return false;
        }
        file.write("daemon off;\nmaster_process off;\nworker_processes 1;\npid nginx.pid;\nerror_log stderr warn;\nevents { "
                   "worker_connections 64; }\nhttp {\n"
                   "client_body_temp_path body;\nproxy_temp_path proxy;\nfastcgi_temp_path fastcgi;\nuwsgi_temp_path "
                   "uwsgi;\nscgi_temp_path scgi;\n"
            + m_http(m_port) + "}\n");
        file.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.setWorkingDirectory(m_folder);
        m_process.start(program(), {u"-p"_qs, m_folder, u"-c"_qs, u"nginx.conf"_qs});
        const auto listens = [this] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
            return m_process.state() == QProcess::NotRunning || socket.waitForConnected(1'000);
        };
        if (QTest::qWaitFor(listens, 10'000) && m_process.state() == QProcess::Running) {
            return true;
        }
        m_output = QString::fromLocal8Bit(m_process.readAll());
        m_process.kill();
        m_process.waitForFinished(5'000);
    }
    return false;
}

QString NginxBench::output() const
{
    return m_process.errorString() + u' ' + m_output;
}

QByteArray NginxBench::log() const
{
    return contentOf(m_folder + u"/seen.log"_qs);
}

} // namespace motcua::test
