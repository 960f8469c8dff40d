// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/LockDown.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <memory>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace motcua::worker {

namespace {

struct Release
{
    void operator()(void *filter) const { ::seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, Release>; // scmp_filter_ctx is a void *

template <typename... Conditions>
bool allow(const Filter &filter, int call, Conditions... conditions)
{
    const std::array<scmp_arg_cmp, sizeof...(conditions)> all{conditions...};
    return ::seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, all.size(), all.data()) == 0;
}

bool filterCalls()
{
    // Killed and not refused: a decoder that asks for anything else is not our decoder any more.
    const Filter filter(::seccomp_init(SCMP_ACT_KILL_PROCESS));
    if (!filter) {
        return false;
    }
    constexpr scmp_arg_cmp NoCode{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0};
    constexpr scmp_arg_cmp NoFile{3, SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS};
    bool done = allow(filter, SCMP_SYS(read), scmp_arg_cmp{0, SCMP_CMP_EQ, STDIN_FILENO, 0})
        && allow(filter, SCMP_SYS(write), scmp_arg_cmp{0, SCMP_CMP_EQ, STDOUT_FILENO, 0}) && allow(filter, SCMP_SYS(mmap), NoCode, NoFile)
        && allow(filter, SCMP_SYS(mprotect), NoCode);
    // What malloc and the C library ask for by themselves. Reading a clock is no call on these machines, but falls back to one.
    for (const int call : {SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex), SCMP_SYS(getrandom),
             SCMP_SYS(clock_gettime), SCMP_SYS(rt_sigreturn), SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group)}) {
        done = done && allow(filter, call);
    }
#if defined(__SANITIZE_ADDRESS__)
    done = done && allow(filter, SCMP_SYS(sigaltstack)); // asked for before whatever does not return
#endif
    return done && ::seccomp_load(filter.get()) == 0;
}

bool forbidDeeds()
{
    // What drivers need differs too much for a list of what is allowed: so it is a list of what no driver needs, refused and not killed, for some only try.
    const Filter filter(::seccomp_init(SCMP_ACT_ALLOW));
    bool done = filter != nullptr;
    for (const int call : {SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(kcmp),
             SCMP_SYS(pidfd_getfd), SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(setns), SCMP_SYS(unshare), SCMP_SYS(keyctl),
             SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd), SCMP_SYS(init_module),
             SCMP_SYS(finit_module), SCMP_SYS(delete_module), SCMP_SYS(kexec_load), SCMP_SYS(kexec_file_load), SCMP_SYS(open_by_handle_at), SCMP_SYS(reboot),
             SCMP_SYS(swapon), SCMP_SYS(swapoff), SCMP_SYS(sethostname), SCMP_SYS(settimeofday), SCMP_SYS(clock_settime), SCMP_SYS(adjtimex), SCMP_SYS(acct)}) {
        done = done && ::seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), call, 0) == 0;
    }
    return done && ::seccomp_load(filter.get()) == 0;
}

bool limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit both{most, most};
    return ::setrlimit(resource, &both) == 0;
}

bool limitMemory([[maybe_unused]] std::size_t most)
{
#if defined(__SANITIZE_ADDRESS__)
    return true; // its shadow alone is terabytes of address space
#else
    return limit(RLIMIT_AS, most);
#endif
}

bool closeOthers()
{
    if (::close_range(STDERR_FILENO + 1, ~0U, 0) == 0) {
        return true;
    }
    rlimit files{}; // a kernel before 5.9
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur > 1024 * 1024) {
        return false;
    }
    for (int file = STDERR_FILENO + 1; file < static_cast<int>(files.rlim_cur); ++file) {
        ::close(file);
    }
    return true;
}

} // namespace

bool lockDown(const LockLimits &limits)
{
    // Core files: both, as a core_pattern that pipes into a program knows no limit. Of the limits for processes the system excuses root; the filter does not.
    return limit(RLIMIT_CORE, 0) && ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0
        && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && closeOthers() && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, 3)
        && limit(RLIMIT_NPROC, 0) && limit(RLIMIT_CPU, limits.seconds) && limitMemory(limits.memory) && filterCalls();
}

bool lockDownForDevice()
{
    // Files: calibration tables that some drivers keep. Processes are not counted: the system counts all of this person's together.
    constexpr std::size_t Memory = std::size_t(1536) * 1024 * 1024; // a page of 320 MiB, its JPEG, and the stacks of the driver's threads
    constexpr rlim_t Seconds = 1'800; // 999 pages
    constexpr rlim_t LargestFile = 16 * 1024 * 1024;
    constexpr rlim_t Files = 256;
    return limit(RLIMIT_CORE, 0) && ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && ::prctl(PR_SET_PDEATHSIG, SIGUSR1, 0, 0, 0) == 0
        && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && closeOthers() && limit(RLIMIT_FSIZE, LargestFile) && limit(RLIMIT_NOFILE, Files)
        && limit(RLIMIT_CPU, Seconds) && limitMemory(Memory) && forbidDeeds();
}

} // namespace motcua::worker
