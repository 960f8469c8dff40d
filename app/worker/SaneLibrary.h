// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sane/sane.h>

namespace motcua::worker {

// Every function of SANE the worker calls.
#define MOTCUA_SANE_FUNCTIONS(X) \
    X(sane_cancel) \
    X(sane_close) \
    X(sane_control_option) \
    X(sane_exit) \
    X(sane_get_devices) \
    X(sane_get_option_descriptor) \
    X(sane_get_parameters) \
    X(sane_init) \
    X(sane_open) \
    X(sane_read) \
    X(sane_start)

/**
 * The system's SANE, loaded when a scanner is asked for.
 *
 * Linked in the usual way, it and all it stands on (USB, discovery of services, XML) would be loaded into the process that decodes the photograph of a card, and
 * the program could not be installed without it.
 */
struct SaneLibrary
{
#define MOTCUA_SANE_MEMBER(name) decltype(&::name) name = nullptr;
    MOTCUA_SANE_FUNCTIONS(MOTCUA_SANE_MEMBER)
#undef MOTCUA_SANE_MEMBER

    /** False where SANE is not installed; nothing else may be called then. */
    [[nodiscard]] bool isThere() const;

    /** Stays loaded. */
    [[nodiscard]] static SaneLibrary load();
};

} // namespace motcua::worker
