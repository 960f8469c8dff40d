// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

#include <functional>
#include <memory>

namespace motcua::test {

/** A real nginx on a free port of the loopback, in a folder of its own, ended by its id. */
class NginxBench
{
public:
    /** Empty where there is no nginx on this machine. */
    [[nodiscard]] static QString program();

    /** `folder` has server.pem, server.key and clients.pem; `locations` goes into the server's part of the configuration;
     * `port` is that of an nginx that has gone, else any. */
    NginxBench(const QString &folder, const QByteArray &locations, quint16 port = 0);
    /** `http` gives what stands in the http part of the configuration, with a server on that port. */
    NginxBench(const QString &folder, std::function<QByteArray(quint16 port)> http);
    ~NginxBench();
    Q_DISABLE_COPY_MOVE(NginxBench)

    /** It listens; else `output` says why not. */
    [[nodiscard]] bool start();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString output() const;
    /** A line a request: status, protocol, bytes received, whether the client's certificate was verified. */
    [[nodiscard]] QByteArray log() const;

private:
    QString m_folder;
    std::function<QByteArray(quint16 port)> m_http;
    quint16 m_port = 0;
    QString m_output;
    QProcess m_process;
};

} // namespace motcua::test
