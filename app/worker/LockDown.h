// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace motcua::worker {

/** Bytes of address space, libraries included: the largest photograph that is taken (16 million pixels of four channels in one JPEG 2000 tile) needs 259 MiB. */
constexpr std::size_t MostMemory = std::size_t(320) * 1024 * 1024;
constexpr unsigned MostSeconds = 5; ///< of processor time

/** What a process that is locked in may use; unless told, what the photograph of a card needs. */
struct LockLimits
{
    std::size_t memory = MostMemory; ///< bytes of address space
    unsigned seconds = MostSeconds;
};

/**
 * From here on this process can read its standard input, write its standard output, have memory and end, and nothing else: the system kills it (SIGSYS) when it
 * asks for a file, a socket, a process, a thread or memory to run code from. It holds no other open file, leaves no core file, and dies with its parent.
 *
 * To be called before the first byte of what may be hostile is read, and after all that has to be opened. False when any part of it was refused: then nothing
 * may be read.
 */
[[nodiscard]] bool lockDown(const LockLimits &limits = {});

/**
 * The same for a process that has to reach a device: a scanner's driver opens USB devices and connections, starts threads and reads its configuration, so it keeps
 * that. It runs no other program, looks into no other process, changes nothing of the system, has memory, processor time and files for its work and no more, can gain
 * no right it does not have, leaves no core file, and is told to end (SIGUSR1) when its parent does. What it may not do is refused (EPERM).
 */
[[nodiscard]] bool lockDownForDevice();

} // namespace motcua::worker
