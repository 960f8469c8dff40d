// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/DurableFile.h"
#include "tests/support/IoLog.h"

namespace motcua::testsupport {

/** A probe that lets every step of replaceDurably() through and writes it down in `log`, which must outlive it. */
[[nodiscard]] security::FileProbe recordingProbe(IoLog &log);

/** Writes a file that lies there already down as one that was flushed before anything began. */
void recordAsFlushed(IoLog &log, const QString &path);

} // namespace motcua::testsupport
