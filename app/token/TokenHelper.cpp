// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/token/TokenHelper.h"

#include <QFile>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <vector>

namespace motcua::token {

namespace {

Error failed(const char *what)
{
    return {ErrorCode::TokenFailed, QStringLiteral("token helper: ") + QString::fromLatin1(what)};
}

/** Both ends of a pipe, closed when they go. */
struct Pipe
{
    Pipe() { isThere = ::pipe2(ends.data(), O_CLOEXEC) == 0; }
    ~Pipe()
    {
        shut(0);
        shut(1);
    }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    void shut(std::size_t end)
    {
        if (ends[end] >= 0) {
            ::close(ends[end]);
            ends[end] = -1;
        }
    }

    std::array<int, 2> ends{-1, -1}; // reading, writing
    bool isThere = false;
};

/** A child that is waited for, whatever happens. */
class Child
{
public:
    explicit Child(pid_t pid)
        : m_pid(pid)
    {
    }
    ~Child()
    {
        ::kill(m_pid, SIGKILL);
        while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
    }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

private:
    pid_t m_pid;
};

std::vector<char *> inherited()
{
    std::vector<char *> environment;
    for (char **one = environ; *one != nullptr; ++one) {
        if (!std::string_view(*one).starts_with("MOTCUA_")) {
            environment.push_back(*one);
        }
    }
    environment.push_back(nullptr);
    return environment;
}

/** Error number; 0 when it runs. */
int spawned(const QString &program, const Pipe &in, const Pipe &out, pid_t &pid)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&files, in.ends[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, out.ends[1], STDOUT_FILENO);
    // What a library of somebody else complains of might have in it what it was given.
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    QByteArray path = QFile::encodeName(program);
    std::array<char *, 2> words{path.data(), nullptr};
    const int error = ::posix_spawn(&pid, path.constData(), &files, &attributes, words.data(), inherited().data());
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    return error;
}

} // namespace

Result<Answer> asked(const QString &program, const security::SecretBytes &question, std::chrono::milliseconds patience)
{
    using Clock = std::chrono::steady_clock;
    const Clock::time_point end = Clock::now() + patience;
    Pipe in;
    Pipe out;
    // It lies in the pipe before anybody reads, and our own end for reading is still open: nobody is ended by a signal for writing to one who is gone.
    if (!in.isThere || !out.isThere || ::write(in.ends[1], question.data(), static_cast<std::size_t>(question.size())) != question.size()) {
        return failed("pipe");
    }
    pid_t pid = 0;
    if (const int error = spawned(program, in, out, pid); error != 0) {
        return error == ENOENT || error == EACCES
            ? Error{ErrorCode::TokenModuleMissing, QStringLiteral("the program motcua-token is missing: install the package motcua again")}
            : failed("spawn");
    }
    const Child child(pid);
    in.shut(0);
    in.shut(1);
    out.shut(1);
    QByteArray said;
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
        pollfd ready{out.ends[0], POLLIN, 0};
        const int polled = left > 0 ? ::poll(&ready, 1, static_cast<int>(left)) : 0;
        if (polled == 0) {
            return failed("no answer in time");
        }
        std::array<char, 1024> bytes{};
        const ssize_t got = polled < 0 ? -1 : ::read(out.ends[0], bytes.data(), bytes.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0 || said.size() + got > Answer::MostBytes) {
            return failed("it ended without an answer");
        }
        said.append(bytes.data(), got);
        // Not at the end of the file: whatever a library leaves running may hold it open.
        if (const std::optional<Answer> answer = answerOf(said)) {
            return *answer;
        }
    }
}

} // namespace motcua::token
