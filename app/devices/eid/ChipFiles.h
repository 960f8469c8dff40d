// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardChannel.h"

#include <functional>

namespace motcua {

/** A file on the chip, by its identifier and its short one (ICAO Doc 9303-10 clause 3.9). */
struct ChipFile
{
    quint16 id = 0;
    quint8 shortId = 0;

    [[nodiscard]] static constexpr ChipFile cardAccess() { return {0x011C, 0x1C}; }
    [[nodiscard]] static constexpr ChipFile com() { return {0x011E, 0x1E}; }
    [[nodiscard]] static constexpr ChipFile sod() { return {0x011D, 0x1D}; }
    /** 1 to 16. */
    [[nodiscard]] static constexpr ChipFile dataGroup(int number)
    {
        return {static_cast<quint16>(0x0100 + number), static_cast<quint8>(number)};
    }

    friend bool operator==(const ChipFile &, const ChipFile &) = default;
};

/** What has shown itself to work with a chip, learned from the first read on; what is sent after it costs no try. */
struct ReadingHabits
{
    int step = 0; ///< how many sizes of a read, from the largest down, have been refused
    bool pastEnd = true; ///< a read may ask for more than there is
    bool byShortId = true; ///< a read may select the file itself

    friend bool operator==(const ReadingHabits &, const ReadingHabits &) = default;
};

/**
 * Reads whole files with few commands (ICAO Doc 9303-10 clause 3.6.3): the first read selects the file by its short identifier and asks for as much as small
 * files hold, the second brings the rest. Each length a chip refuses (6700, 6Cxx, 6B00) is answered by a smaller one, down to 96 bytes, and by
 * reading the head alone first; what was learned holds for the next file.
 *
 * A file is as long as its outermost object says, and not longer than LargestFile; one that ends before, or comes in pieces of less than LeastPart, is
 * Nonsense.
 * One that cannot be read is Protocol with the card's words: isMissing() and isForbidden() tell the usual ones apart.
 */
class ChipFiles
{
public:
    static constexpr qsizetype LargestFile = 256 * 1024;
    static constexpr qsizetype LeastPart = 32; ///< bytes that a read must bring when as many were asked for

    /** Bytes read, and bytes of the whole file. */
    using Progress = std::function<void(qsizetype, qsizetype)>;

    explicit ChipFiles(CardChannel &channel, ReadingHabits habits = {});

    [[nodiscard]] Result<QByteArray, CardError> read(ChipFile file, const Progress &progress = {});

    [[nodiscard]] const ReadingHabits &habits() const { return m_habits; }

    // Neither is believed of an answer without the protection of its session.
    /** There is no such file on this chip. */
    [[nodiscard]] static bool isMissing(const CardError &error);
    /** The chip gives it to those only who prove who they are: finger prints and irises. */
    [[nodiscard]] static bool isForbidden(const CardError &error);

private:
    [[nodiscard]] qsizetype size() const; ///< of the data in one read
    [[nodiscard]] bool smaller(); ///< false at the smallest
    [[nodiscard]] Result<QByteArray, CardError> first(ChipFile file);
    [[nodiscard]] Result<QByteArray, CardError> part(qsizetype offset, qsizetype wanted);
    [[nodiscard]] Result<std::monostate, CardError> select(ChipFile file);

    CardChannel &m_channel;
    ReadingHabits m_habits;
};

} // namespace motcua
