// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/LockDown.h"
#include "app/worker/PhotoVerb.h"
#include "app/worker/ScanVerb.h"

#include <string_view>
#include <unistd.h>

// Started by the programs and not by people. "motcua-worker photo" takes one photograph on standard input and answers on standard output
// (app/devices/photo/PhotoFrame.h); what it reads may be made to break it, so it gives up everything else first. "motcua-worker scan" takes one request about scanners
// and answers likewise (app/devices/sane/ScanFrame.h); drivers of all makers run in it, so it gives up what it can. Ends with 64 when it was asked for
// something else, with 1 when it could not lock itself in, be understood or be heard.
int main(int argc, char *argv[])
{
    const std::string_view verb = argc == 2 ? argv[1] : "";
    if (verb != "photo" && verb != "scan") {
        return 64;
    }
    if (!(verb == "photo" ? motcua::worker::lockDown() : motcua::worker::lockDownForDevice())) {
        return 1;
    }
    // Not by the way of the C library, whose last deeds would be ones we gave up.
    ::_exit((verb == "photo" ? motcua::worker::answerPhoto(STDIN_FILENO, STDOUT_FILENO) : motcua::worker::answerScan(STDIN_FILENO, STDOUT_FILENO)) ? 0 : 1);
}
