// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/LockDown.h"
#include "app/worker/PdfVerb.h"

#include <unistd.h>

// Started by the programs and not by people: takes one PDF on standard input and answers on standard output what is in it (app/devices/pdf/PdfFrame.h). What it reads may be made
// to break it, so it gives up everything else first. Ends with 64 when it was asked for something else, with 1 when it could not lock itself in, be understood or be heard.
int main(int argc, char *[])
{
    // The largest PDF, what is read of it and what is written anew; who asked gives up sooner than its time is over.
    constexpr motcua::worker::LockLimits Limits{.memory = std::size_t(640) * 1024 * 1024, .seconds = 30};
    if (argc != 1) {
        return 64;
    }
    if (!motcua::worker::lockDown(Limits)) {
        return 1;
    }
    // Not by the way of the C library, whose last deeds would be ones we gave up.
    ::_exit(motcua::worker::answerPdf(STDIN_FILENO, STDOUT_FILENO) ? 0 : 1);
}
