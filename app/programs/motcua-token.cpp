// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/ProcessMemory.h"
#include "app/token/module/TokenVerb.h"

#include <unistd.h>

// Started by the programs and not by people: takes one question on standard input (app/token/TokenFrame.h), loads the library of the token it names, and answers on
// standard output. The PIN comes in the question, and so stands in no list of processes.
int main()
{
    constexpr unsigned int LongestSeconds = 120; // whoever started it kills it earlier; this is for when they are gone
    motcua::security::keepMemoryToOurselves();
    ::alarm(LongestSeconds);
    return motcua::token::answerOne(STDIN_FILENO, STDOUT_FILENO) ? 0 : 1;
}
