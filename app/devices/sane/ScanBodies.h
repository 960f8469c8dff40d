// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/sane/ScanFrame.h"

#include <string>

namespace motcua {

/**
 * What the frames between a program and its scanning worker hold. Integers are big-endian, of four bytes unless told; a text is two bytes of length and so much
 * UTF-8. fromBody() gives none for a body that is not to the byte what toBody() writes, or says what cannot be.
 */
struct ScanRequest
{
    enum class Verb : std::uint8_t { List = 0, Look = 1, Scan = 2 };
    enum class Source : std::uint8_t { Flatbed = 0, Feeder = 1, Duplex = 2 };
    enum class Colour : std::uint8_t { Colour = 0, Grey = 1, BlackAndWhite = 2 };

    Verb verb = Verb::List;
    Source source = Source::Flatbed;
    Colour colour = Colour::Colour;
    std::uint32_t dpi = 0;
    std::uint32_t width = 0; ///< millimetres; 0: as far as the scanner sees
    std::uint32_t height = 0;
    std::uint32_t quality = 90; ///< of the JPEG, 1 to 100
    std::string device = {}; ///< as SANE names it; empty with List only

    [[nodiscard]] std::vector<std::uint8_t> toBody() const;
    [[nodiscard]] static std::optional<ScanRequest> fromBody(std::span<const std::uint8_t> body);
    friend bool operator==(const ScanRequest &, const ScanRequest &) = default;
};

struct ScanDeviceBody
{
    std::string id = {};
    std::string vendor = {};
    std::string model = {};
    std::string kind = {};

    [[nodiscard]] std::vector<std::uint8_t> toBody() const;
    [[nodiscard]] static std::optional<ScanDeviceBody> fromBody(std::span<const std::uint8_t> body);
    friend bool operator==(const ScanDeviceBody &, const ScanDeviceBody &) = default;
};

struct ScanAbilitiesBody
{
    static constexpr std::size_t MostDpis = 256;

    std::uint8_t sources = 0; ///< a bit for each of ScanRequest::Source
    std::uint8_t colours = 0; ///< a bit for each of ScanRequest::Colour
    std::uint32_t width = 0; ///< millimetres that it sees; 0: it does not say
    std::uint32_t height = 0;
    std::uint32_t leastDpi = 0; ///< with any between; both 0: only those of dpis
    std::uint32_t mostDpi = 0;
    std::vector<std::uint32_t> dpis = {};

    [[nodiscard]] std::vector<std::uint8_t> toBody() const;
    [[nodiscard]] static std::optional<ScanAbilitiesBody> fromBody(std::span<const std::uint8_t> body);
    friend bool operator==(const ScanAbilitiesBody &, const ScanAbilitiesBody &) = default;
};

/** How far a page is. Began has the same body, with no rows read. */
struct ScanProgressBody
{
    std::uint32_t page = 0; ///< from 1
    std::uint32_t rows = 0; ///< that were read
    std::uint32_t allRows = 0; ///< 0: nobody knows

    [[nodiscard]] std::vector<std::uint8_t> toBody() const;
    [[nodiscard]] static std::optional<ScanProgressBody> fromBody(std::span<const std::uint8_t> body);
    friend bool operator==(const ScanProgressBody &, const ScanProgressBody &) = default;
};

/** What stands before a page's JPEG in its frame. */
struct ScanPageHead
{
    static constexpr std::size_t Size = 20;
    static constexpr std::uint32_t MostPages = 999; ///< of one run: more is no stack of paper
    static constexpr std::uint32_t MostSide = 65'500; ///< pixels: what a JPEG can have

    std::uint32_t page = 0;
    std::uint32_t width = 0; ///< pixels
    std::uint32_t height = 0;
    std::uint32_t dpi = 0;
    std::uint32_t channels = 3; ///< 3 in colour, else 1

    [[nodiscard]] std::vector<std::uint8_t> toBody() const;
    /** Of the first bytes of a page's body. None, too, when what follows does not begin and end as a JPEG. */
    [[nodiscard]] static std::optional<ScanPageHead> fromBody(std::span<const std::uint8_t> body);
    friend bool operator==(const ScanPageHead &, const ScanPageHead &) = default;
};

struct ScanEndBody
{
    enum class How : std::uint8_t {
        Done = 0, ///< all that lay there, or what was asked about
        FeederEmpty, ///< before the first page
        Jam,
        DoubleFeed,
        CoverOpen,
        Busy,
        Gone, ///< it cannot be opened: unplugged, switched off, or never there
        NotAllowed,
        Unsupported, ///< `detail` says what of the request it cannot do
        Broken, ///< it tells of a fault, or went away
        NoLibrary, ///< SANE is not installed
        Cancelled,
        TooLarge, ///< a page has more pixels or bytes than is taken
        TooMany, ///< pages
    };

    How how = How::Done;
    std::uint32_t pages = 0; ///< that were sent whole
    std::string detail = {}; ///< for the log, in English

    [[nodiscard]] std::vector<std::uint8_t> toBody() const;
    [[nodiscard]] static std::optional<ScanEndBody> fromBody(std::span<const std::uint8_t> body);
    friend bool operator==(const ScanEndBody &, const ScanEndBody &) = default;
};

} // namespace motcua
