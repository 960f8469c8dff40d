// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/StatusWord.h"

#include <chrono>
#include <functional>
#include <limits>

namespace motcua::training {

/** What is wrong with a card, or goes wrong with it. */
struct ChipFaults
{
    static constexpr int Never = std::numeric_limits<int>::max();

    /** What is claimed of a length and is not so. */
    enum class Lie {
        None,
        LongerFile, ///< files say they are longer than they are
        HugeFile, ///< files say they have four thousand million bytes
        LongerObject, ///< so does an object of a protected answer, by one byte
        OtherLength, ///< once it is open, each read is answered by 6C10, whatever it asked for
    };

    int tamperedGroup = 0; ///< in this data group one bit is another than the issuer signed
    int missingGroup = 0; ///< this data group is not there, though EF.COM and EF.SOD tell of it
    bool wrongSod = false; ///< one bit of the signature is another
    bool copied = false; ///< all files are there, and the private keys are others
    int removedAfter = Never; ///< after so many commands the card is taken away
    int silentAfter = Never; ///< … it does not answer any more
    int wrongMacAfter = Never; ///< … protected answers have a wrong checksum
    int endlessAfter = Never; ///< … each answer says that there is more to fetch
    Lie lie = Lie::None;
};

/** How chips of the same kind differ, as met in the field; as they stand, one that does everything. */
struct ChipOptions
{
    bool extended = true; ///< extended length
    bool bac = true;
    bool pace = true; ///< where the card has an EF.CardAccess
    bool selectsMaster = true; ///< else SELECT MF is 6D00, and EF.CardAccess can be selected from everywhere
    bool shortIds = true; ///< files can be read by short identifier, else 6A86
    bool longAnswers = false; ///< a short command may get 256 bytes of data under protection: answers of 285 bytes
    bool chainsAnswers = false; ///< what does not fit a short answer is fetched by GET RESPONSE, else 6700
    int largestRead = 65536; ///< what asks for more is refused
    quint16 tooLong = sw::WrongLength; ///< with these words
    int tries = 0; ///< wrong passwords before PACE is blocked, told as 63Cx; 0: it counts none and says 6300

    std::chrono::microseconds perCommand{0}; ///< the chip thinks, and the bus of the reader
    int kbps = 0; ///< of the air: 106 to 848; 0: no time passes there
    std::function<void(std::chrono::microseconds)> pass = {}; ///< lets the time of one command pass; without it, it is only counted

    ChipFaults faults = {};
};

} // namespace motcua::training
