// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/TextVerb.h"

#include <unistd.h>

// Started by the programs and not by people: takes one page as a JPEG on standard input and answers with its words on standard output (app/devices/text/TextFrame.h).
// What it reads may be made to break it, so it opens what it needs and then gives up everything else. Ends with 64 when it was asked for something else, with 1 when it
// could not lock itself in or be heard.
int main(int argc, char *[])
{
    constexpr int LowestPriority = 19;
    if (argc != 1) {
        return 64;
    }
    (void)::nice(LowestPriority); // nobody waits for it
    motcua::worker::TextEngine engine;
    if (!motcua::worker::lockDown(motcua::worker::TextLock)) {
        return 1;
    }
    // Not by the way of the C library, whose last deeds would be ones we gave up.
    ::_exit(engine.answerText(STDIN_FILENO, STDOUT_FILENO) ? 0 : 1);
}
