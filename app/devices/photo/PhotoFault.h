// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace motcua {

/** Why there is no picture of a photograph's bytes. */
enum class PhotoFault {
    CannotDecode, ///< no JPEG or JPEG 2000, or a damaged one
    TooLarge, ///< more bytes or more pixels than a photograph of a card has
    TimedOut, ///< the worker was ended, because it took too long
    Crashed, ///< the worker ended, or was ended by the system, before it answered, or its answer is nonsense
    NotInstalled, ///< there is no worker beside this program
    Cancelled, ///< whoever asked is gone
};

} // namespace motcua
