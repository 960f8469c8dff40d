// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/LockDown.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <string_view>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int Done = 42; ///< the deed was done, as though nothing were locked
constexpr int Refused = 43;

int ended(bool done)
{
    return done ? Done : Refused;
}

int attempt(std::string_view deed, void *page)
{
    constexpr std::size_t PageSize = 4096;
    if (deed == "read memory of others") {
        iovec mine{page, 1};
        iovec theirs{page, 1};
        return ended(::process_vm_readv(::getppid(), &mine, 1, &theirs, 1, 0) >= 0 || errno == EFAULT); // at worst it has nothing there
    }
    if (deed == "write a large file") {
        constexpr off_t Large = 64 * 1024 * 1024;
        ::signal(SIGXFSZ, SIG_IGN);
        return ended(::pwrite(STDOUT_FILENO, "x", 1, Large) == 1);
    }
    if (deed == "grow a file") {
        constexpr off_t Large = 64 * 1024 * 1024;
        ::signal(SIGXFSZ, SIG_IGN);
        return ended(::ftruncate(STDOUT_FILENO, Large) == 0);
    }
    if (deed == "open") {
        return ended(::open("/dev/null", O_RDONLY) >= 0);
    }
    if (deed == "create") {
        return ended(::open("left-behind", O_WRONLY | O_CREAT, 0600) >= 0);
    }
    if (deed == "socket") {
        return ended(::socket(AF_INET, SOCK_STREAM, 0) >= 0);
    }
    if (deed == "fork") {
        return ended(::fork() >= 0);
    }
    if (deed == "thread") {
        return ended(::syscall(SYS_clone, CLONE_VM | CLONE_SIGHAND | CLONE_THREAD, nullptr, nullptr, nullptr, 0) >= 0);
    }
    if (deed == "exec") {
        return ended(::execl("/bin/true", "true", nullptr) == 0);
    }
    if (deed == "signal") {
        return ended(::kill(::getppid(), 0) == 0);
    }
    if (deed == "trace") {
        return ended(::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0);
    }
    if (deed == "dump") {
        std::abort();
    }
    if (deed == "run memory") {
        return ended(::mmap(nullptr, PageSize, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED);
    }
    if (deed == "make memory run") {
        return ended(::mprotect(page, PageSize, PROT_READ | PROT_EXEC) == 0);
    }
    if (deed == "map a file") {
        return ended(::mmap(nullptr, PageSize, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0) != MAP_FAILED);
    }
    if (deed == "read another file") {
        char byte = 0;
        return ended(::read(STDERR_FILENO, &byte, 1) >= 0);
    }
    if (deed == "complain") {
        return ended(::write(STDERR_FILENO, "x", 1) == 1);
    }
    if (deed == "write a file") { // standard output is one in the test
        return ended(::write(STDOUT_FILENO, "x", 1) == 1);
    }
    if (deed == "much memory") {
        return ended(std::malloc(motcua::worker::MostMemory) != nullptr);
    }
    if (deed == "some memory") {
        constexpr std::size_t Some = 64 * 1024 * 1024;
        void *const memory = std::malloc(Some);
        return ended(memory != nullptr && std::memset(memory, 1, Some) == memory);
    }
    return ended(deed == "nothing");
}

/** Reads what never comes: of a pipe whose other end it holds itself, where complaints would go. */
[[noreturn]] void waitForEver()
{
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) > 0) { }
    ::_exit(Done);
}

/** A process that is locked in and whose parent ends: tells its number first. */
int orphan()
{
    std::array<int, 2> forEver{};
    std::array<int, 2> ready{};
    if (::pipe(forEver.data()) != 0 || ::pipe(ready.data()) != 0) {
        return Refused;
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(forEver[0], STDIN_FILENO);
        ::dup2(ready[1], STDOUT_FILENO);
        ::dup2(forEver[1], STDERR_FILENO);
        if (!motcua::worker::lockDown() || ::write(STDOUT_FILENO, "x", 1) != 1) {
            ::_exit(Refused);
        }
        waitForEver();
    }
    ::close(ready[1]);
    char byte = 0;
    const bool isReady = ::read(ready[0], &byte, 1) == 1;
    std::printf("%d\n", static_cast<int>(child));
    return ended(isReady && std::fflush(stdout) == 0);
}

/** Whether a file that was open before still is: the other end of a pipe sees it closed. */
int inherited()
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) {
        return Refused;
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        if (motcua::worker::lockDown()) {
            waitForEver(); // its input is the test's, which stays open
        }
        ::_exit(Refused);
    }
    ::close(ends[1]);
    constexpr int Patience = 30'000; // milliseconds, spent only where it stays open
    pollfd other{ends[0], POLLIN, 0};
    const bool isClosed = ::poll(&other, 1, Patience) == 1 && (other.revents & POLLHUP) != 0;
    const bool stillRuns = ::waitpid(child, nullptr, WNOHANG) == 0;
    ::kill(child, SIGKILL);
    return ended(!(isClosed && stillRuns));
}

} // namespace

int main(int argc, char *argv[])
{
    const std::string_view deed(argc == 2 ? argv[1] : "");
    if (deed == "orphan") {
        return orphan();
    }
    if (deed == "inherited") {
        return inherited();
    }
    void *const page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    constexpr std::string_view ForDevice = "device: ";
    const bool isForDevice = deed.starts_with(ForDevice);
    if (!(isForDevice ? motcua::worker::lockDownForDevice() : motcua::worker::lockDown())) {
        return 1;
    }
    ::_exit(attempt(isForDevice ? deed.substr(ForDevice.size()) : deed, page));
}
