// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/LockDown.h"
#include "app/worker/PhotoVerb.h"

#include <string_view>
#include <unistd.h>

// Started by the programs and not by people: "motcua-worker photo" takes one photograph on standard input and answers on standard output
// (app/devices/photo/PhotoFrame.h). What it reads may be made to break it, so it gives up everything else first. Ends with 64 when it was asked for
// something else, with 1 when it could not lock itself in or be heard.
int main(int argc, char *argv[])
{
    if (argc != 2 || std::string_view(argv[1]) != "photo") {
        return 64;
    }
    if (!motcua::worker::lockDown()) {
        return 1;
    }
    // Not by the way of the C library, whose last deeds would be ones we gave up.
    ::_exit(motcua::worker::answerPhoto(STDIN_FILENO, STDOUT_FILENO) ? 0 : 1);
}
