// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PageVerb.h"

#include <unistd.h>

// Started by the programs and not by people: takes one picture on standard input, makes a page of it and answers on standard output (app/devices/page/PageFrame.h). What
// it reads may be made to break it, so it gives up everything else first. Ends with 1 when it could not lock itself in, be understood or be heard.
int main()
{
    if (!motcua::worker::lockDown(motcua::worker::PageLock)) {
        return 1;
    }
    // Not by the way of the C library, whose last deeds would be ones we gave up.
    ::_exit(motcua::worker::answerPage(STDIN_FILENO, STDOUT_FILENO) ? 0 : 1);
}
