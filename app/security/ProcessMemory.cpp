// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/ProcessMemory.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace motcua::security {

bool keepMemoryToOurselves()
{
    // Both: the limit does not reach a core_pattern that pipes into a program, and a debugger asks only for the flag.
    const rlimit none{0, 0};
    const bool noCore = ::setrlimit(RLIMIT_CORE, &none) == 0;
    return ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && noCore;
}

} // namespace motcua::security
