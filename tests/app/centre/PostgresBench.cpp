// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/centre/PostgresBench.h"

#include "app/centre/Postgres.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <arpa/inet.h>
#include <algorithm>
#include <csignal>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace motcua::test {

namespace {

const QString Superuser = QStringLiteral("owner");
const QString Password = QStringLiteral("a'b c\\d"); // one that has to be written with care
constexpr int StartMs = 30'000;

int freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool isBound = ::bind(socket, reinterpret_cast<sockaddr *>(&address), size) == 0
        && ::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    ::close(socket);
    return isBound ? ntohs(address.sin_port) : 0;
}

const passwd *servant()
{
    return ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr; // it refuses to run as root
}

} // namespace

QString PostgresBench::programs()
{
    const QDir all(QStringLiteral("/usr/lib/postgresql"));
    const QStringList versions = all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    const QString found = versions.isEmpty() ? QString() : all.filePath(versions.constLast() + QStringLiteral("/bin"));
    return QFileInfo::exists(found + QStringLiteral("/initdb")) && QFileInfo::exists(found + QStringLiteral("/postgres")) ? found : QString();
}

PostgresBench::~PostgresBench()
{
    stop();
}

QStringList PostgresBench::asOwner(const QString &program, const QStringList &arguments) const
{
    // It ends with the test, also where that is killed.
    QStringList all{QStringLiteral("setpriv"), QStringLiteral("--pdeathsig"), QStringLiteral("INT")};
    if (const passwd *who = servant()) {
        all << QStringLiteral("--reuid=%1").arg(who->pw_uid) << QStringLiteral("--regid=%1").arg(who->pw_gid) << QStringLiteral("--clear-groups");
    }
    return all + QStringList{programs() + u'/' + program} + arguments;
}

bool PostgresBench::made()
{
    if (const passwd *who = servant(); who && ::chown(m_folder.path().toUtf8().constData(), who->pw_uid, who->pw_gid) != 0) {
        m_output = QStringLiteral("chown");
        return false;
    }
    QFile password(m_folder.filePath(QStringLiteral("pw")));
    if (!password.open(QIODevice::WriteOnly) || password.write(Password.toUtf8()) < 0) {
        return false;
    }
    password.setPermissions(QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    password.close();
    QStringList command = asOwner(QStringLiteral("initdb"),
        {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-U"), Superuser, QStringLiteral("-A"), QStringLiteral("scram-sha-256"),
            QStringLiteral("--pwfile=") + password.fileName(), QStringLiteral("-E"), QStringLiteral("UTF8"), QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync")});
    QProcess initdb;
    initdb.setProcessChannelMode(QProcess::MergedChannels);
    initdb.setWorkingDirectory(QStringLiteral("/"));
    initdb.start(command.takeFirst(), command);
    const bool isDone = initdb.waitForFinished(60'000) && initdb.exitCode() == 0;
    m_output = QString::fromUtf8(initdb.readAll());
    QFile::remove(password.fileName());
    m_port = freePort();
    // A crash of the server is not one of the machine: what it wrote is there without waiting for the disk.
    configure("listen_addresses = '127.0.0.1'\nport = " + QByteArray::number(m_port) + "\nunix_socket_directories = '" + m_folder.path().toUtf8()
        + "'\nfsync = off\nfull_page_writes = off\nshared_buffers = 64MB\nmax_connections = 60\nlogging_collector = off\n" + m_first);
    return isDone;
}

bool PostgresBench::follow(const PostgresBench &first)
{
    if (const passwd *who = servant(); who && ::chown(m_folder.path().toUtf8().constData(), who->pw_uid, who->pw_gid) != 0) {
        return false;
    }
    QStringList command = asOwner(QStringLiteral("pg_basebackup"),
        {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-R"), QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(first.port()),
            QStringLiteral("-U"), Superuser, QStringLiteral("--checkpoint=fast"), QStringLiteral("--no-sync")});
    QProcess copy;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PGPASSWORD"), Password);
    copy.setProcessEnvironment(environment);
    copy.setProcessChannelMode(QProcess::MergedChannels);
    copy.setWorkingDirectory(QStringLiteral("/"));
    copy.start(command.takeFirst(), command);
    if (!copy.waitForFinished(60'000) || copy.exitCode() != 0) {
        m_output = QString::fromUtf8(copy.readAll());
        return false;
    }
    m_port = freePort();
    configure("port = " + QByteArray::number(m_port) + "\nunix_socket_directories = '" + m_folder.path().toUtf8() + "'\n");
    return start();
}

bool PostgresBench::isReady() const
{
    return QProcess::execute(programs() + QStringLiteral("/pg_isready"), {QStringLiteral("-q"), QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(m_port)}) == 0;
}

bool PostgresBench::promote() const
{
    QStringList command = asOwner(QStringLiteral("pg_ctl"), {QStringLiteral("promote"), QStringLiteral("-w"), QStringLiteral("-s"), QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data"))});
    const QString program = command.takeFirst();
    QProcess promoted;
    promoted.setWorkingDirectory(QStringLiteral("/"));
    promoted.start(program, command);
    return promoted.waitForFinished(60'000) && promoted.exitCode() == 0;
}

void PostgresBench::configure(const QByteArray &lines)
{
    if (m_port == 0) {
        m_first += lines + '\n';
        return;
    }
    QFile file(m_folder.filePath(QStringLiteral("data/postgresql.conf")));
    if (file.open(QIODevice::Append)) {
        file.write(lines);
    }
}

void PostgresBench::secure(const QByteArray &certificate, const QByteArray &key)
{
    for (const auto &[name, bytes] : {std::pair("server.pem", certificate), std::pair("server.key", key)}) {
        QFile file(m_folder.filePath(QLatin1StringView(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
            qFatal("%s is not written", name);
        }
        if (const passwd *who = servant(); who && ::chown(file.fileName().toUtf8().constData(), who->pw_uid, who->pw_gid) != 0) {
            qFatal("chown");
        }
    }
    const QByteArray folder = m_folder.path().toUtf8();
    configure("ssl = on\nssl_cert_file = '" + folder + "/server.pem'\nssl_key_file = '" + folder + "/server.key'\n");
}

bool PostgresBench::start()
{
    if (m_port == 0 && !made()) {
        return false;
    }
    const QStringList command = asOwner(QStringLiteral("postgres"), {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data"))});
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_folder.filePath(QStringLiteral("log")));
    m_process.setWorkingDirectory(QStringLiteral("/"));
    for (const QDeadlineTimer end(StartMs); !end.hasExpired();) {
        m_process.start(command.constFirst(), command.mid(1));
        if (QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning || isReady(); }, StartMs) && m_process.state() != QProcess::NotRunning) {
            return true;
        }
        QFile log(m_folder.filePath(QStringLiteral("log")));
        m_output = log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()) : QString();
        if (!m_output.contains(u"shared memory")) {
            return false;
        }
        // The children of one that was killed have not all noticed yet: again.
    }
    return false;
}

void PostgresBench::stop()
{
    if (m_process.state() != QProcess::NotRunning) {
        ::kill(static_cast<pid_t>(m_process.processId()), SIGINT); // "fast": it does not wait for whoever is connected
        m_process.waitForFinished(StartMs);
    }
}

void PostgresBench::kill()
{
    // Its children as well, which would go on answering until they notice that it is gone.
    const QString pid = QString::number(m_process.processId());
    QFile list(QStringLiteral("/proc/%1/task/%1/children").arg(pid));
    const QList<QByteArray> children = list.open(QIODevice::ReadOnly) ? list.readAll().simplified().split(' ') : QList<QByteArray>();
    for (const QByteArray &one : QList<QByteArray>{pid.toLatin1()} + children) {
        if (one.toInt() > 1) {
            ::kill(one.toInt(), SIGKILL);
        }
    }
    m_process.waitForFinished(StartMs);
    (void)QTest::qWaitFor([&children] {
        return std::none_of(children.cbegin(), children.cend(), [](const QByteArray &one) { return one.toInt() > 1 && ::kill(one.toInt(), 0) == 0; });
    }, StartMs);
}

centre::DatabaseAccess PostgresBench::access(const QString &name) const
{
    return {.address = QStringLiteral("postgresql://%1@127.0.0.1:%2/%1").arg(name).arg(m_port), .password = Password};
}

centre::DatabaseAccess PostgresBench::database(const QString &name)
{
    QString quoted = Password;
    quoted.replace(u'\'', QStringLiteral("''"));
    if (!run(QStringLiteral("CREATE ROLE %1 LOGIN PASSWORD '%2'").arg(name, quoted).toUtf8()) || !run(QStringLiteral("CREATE DATABASE %1 OWNER %1").arg(name).toUtf8())) {
        qFatal("the database is not made");
    }
    return access(name);
}

bool PostgresBench::run(const QByteArray &sql, const QString &database) const
{
    const auto connection = centre::Postgres::open({.address = QStringLiteral("postgresql://%1@127.0.0.1:%2/%3").arg(Superuser).arg(m_port).arg(database), .password = Password});
    if (!connection) {
        return false;
    }
    const Result<> done = (*connection)->script(sql);
    return done.operator bool();
}

} // namespace motcua::test
