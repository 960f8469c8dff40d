// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Program.h"

#include <QFile>
#include <QProcessEnvironment>

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace motcua::testsupport {

namespace {

std::vector<char *> pointers(QList<QByteArray> &strings)
{
    std::vector<char *> all;
    for (QByteArray &one : strings) {
        all.push_back(one.data());
    }
    all.push_back(nullptr);
    return all;
}

/** In the child, before exec: only calls that are safe there. */
void redirect(const QByteArray &file, int to)
{
    const int from = ::open(file.isEmpty() ? "/dev/null" : file.constData(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (from >= 0) {
        ::dup2(from, to);
        ::close(from);
    }
}

} // namespace

Program::Program(const QString &path, const QStringList &arguments, const QString &folder)
    : m_path(path)
    , m_arguments(arguments)
    , m_folder(folder)
{
}

Program::~Program()
{
    if (m_id > 0) {
        kill(SIGKILL);
        (void)waitForEnd();
    }
}

bool Program::start()
{
    QList<QByteArray> arguments{QFile::encodeName(m_path)};
    for (const QString &argument : m_arguments) {
        arguments.append(argument.toUtf8());
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto it = m_environment.cbegin(); it != m_environment.cend(); ++it) {
        environment.insert(it.key(), it.value());
    }
    QList<QByteArray> variables;
    for (const QString &variable : environment.toStringList()) {
        variables.append(variable.toUtf8());
    }
    const std::vector<char *> argv = pointers(arguments);
    const std::vector<char *> envp = pointers(variables);
    const QByteArray folder = QFile::encodeName(m_folder);
    const QByteArray output = QFile::encodeName(m_output);
    const QByteArray errors = QFile::encodeName(m_errors);
    int ends[2] = {-1, -1};
    int begun[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0 || ::pipe2(begun, O_CLOEXEC) != 0) {
        return false;
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGABRT, SIG_DFL); // the test's own handlers are no part of the program
        ::signal(SIGSEGV, SIG_DFL);
        const rlimit any{RLIM_INFINITY, RLIM_INFINITY};
        ::setrlimit(RLIMIT_CORE, &any);
        ::dup2(ends[0], STDIN_FILENO);
        redirect(output, STDOUT_FILENO);
        redirect(errors, STDERR_FILENO);
        if (::chdir(folder.constData()) == 0) {
            ::execve(argv[0], argv.data(), envp.data());
        }
        ::_exit(127);
    }
    ::close(ends[0]);
    m_input = ends[1];
    m_id = child;
    // The other end closes when the program itself runs; until then its limits are the test's.
    ::close(begun[1]);
    char none = 0;
    const bool runs = child > 0 && ::read(begun[0], &none, 1) == 0;
    ::close(begun[0]);
    return runs;
}

std::optional<QByteArray> Program::coreLimit() const
{
    QFile limits(QStringLiteral("/proc/%1/limits").arg(m_id));
    if (!limits.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QList<QByteArray> lines = limits.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Max core file size")) {
            return line.mid(18).simplified().split(' ').constFirst();
        }
    }
    return {};
}

void Program::kill(int signal) const
{
    ::kill(static_cast<pid_t>(m_id), signal);
}

Program::End Program::waitForEnd()
{
    int status = 0;
    const bool ended = m_id > 0 && ::waitpid(static_cast<pid_t>(m_id), &status, 0) == m_id;
    m_id = 0;
    ::close(m_input);
    m_input = -1;
    if (!ended) {
        return {};
    }
    return {.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1,
        .signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0,
        .dumped = WIFSIGNALED(status) && WCOREDUMP(status)};
}

} // namespace motcua::testsupport
