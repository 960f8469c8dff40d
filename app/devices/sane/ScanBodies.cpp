// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/sane/ScanBodies.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr std::size_t LongestText = 512; // bytes
constexpr std::uint32_t MostDpi = 9'600;
constexpr std::uint32_t MostMillimetres = 100'000;

class BodyWriter
{
public:
    BodyWriter &byte(std::uint8_t value)
    {
        m_bytes.push_back(value);
        return *this;
    }
    BodyWriter &number(std::uint32_t value) { return byte(static_cast<std::uint8_t>(value >> 24)).byte(static_cast<std::uint8_t>(value >> 16)).half(value & 0xFFFF); }
    BodyWriter &text(const std::string &value)
    {
        const std::size_t size = std::min(value.size(), LongestText);
        half(static_cast<std::uint32_t>(size));
        m_bytes.insert(m_bytes.end(), value.begin(), value.begin() + static_cast<std::ptrdiff_t>(size));
        return *this;
    }
    BodyWriter &half(std::uint32_t value) { return byte(static_cast<std::uint8_t>(value >> 8 & 0xFF)).byte(static_cast<std::uint8_t>(value & 0xFF)); }
    std::vector<std::uint8_t> bytes() { return std::move(m_bytes); }

private:
    std::vector<std::uint8_t> m_bytes;
};

/** Once a byte is missing or wrong, all that follows is empty and done() is false. */
class BodyReader
{
public:
    explicit BodyReader(std::span<const std::uint8_t> bytes)
        : m_rest(bytes)
    {
    }

    std::uint32_t number(std::size_t size = 4)
    {
        std::uint32_t value = 0;
        for (const std::uint8_t byte : take(size)) {
            value = value << 8 | byte;
        }
        return value;
    }
    std::uint32_t number(std::uint32_t least, std::uint32_t most)
    {
        const std::uint32_t value = number();
        m_isGood = m_isGood && value >= least && value <= most;
        return value;
    }
    std::string text()
    {
        const std::size_t size = number(2);
        m_isGood = m_isGood && size <= LongestText;
        const auto bytes = take(m_isGood ? size : 0);
        return {bytes.begin(), bytes.end()};
    }
    template <typename T>
    T word(T last)
    {
        const std::uint32_t value = number(1);
        m_isGood = m_isGood && value <= static_cast<std::uint8_t>(last);
        return m_isGood ? static_cast<T>(value) : T{};
    }
    void want(bool good) { m_isGood = m_isGood && good; }
    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] bool done() const { return m_isGood && m_rest.empty(); }

private:
    std::span<const std::uint8_t> take(std::size_t size)
    {
        if (!m_isGood || m_rest.size() < size) {
            m_isGood = false;
            return {};
        }
        const auto taken = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return taken;
    }

    std::span<const std::uint8_t> m_rest;
    bool m_isGood = true;
};

} // namespace

std::vector<std::uint8_t> ScanRequest::toBody() const
{
    BodyWriter writer;
    writer.byte(static_cast<std::uint8_t>(verb)).byte(static_cast<std::uint8_t>(source)).byte(static_cast<std::uint8_t>(colour));
    return writer.number(dpi).number(width).number(height).number(quality).text(device).bytes();
}

std::optional<ScanRequest> ScanRequest::fromBody(std::span<const std::uint8_t> body)
{
    BodyReader reader(body);
    ScanRequest request;
    request.verb = reader.word(Verb::Scan);
    request.source = reader.word(Source::Duplex);
    request.colour = reader.word(Colour::BlackAndWhite);
    request.dpi = reader.number(0, MostDpi);
    request.width = reader.number(0, MostMillimetres);
    request.height = reader.number(0, MostMillimetres);
    request.quality = reader.number(1, 100);
    request.device = reader.text();
    reader.want(request.verb == Verb::List || !request.device.empty());
    reader.want(request.verb != Verb::Scan || request.dpi > 0);
    reader.want(request.device.find('\0') == std::string::npos);
    return reader.done() ? std::optional(request) : std::nullopt;
}

std::vector<std::uint8_t> ScanDeviceBody::toBody() const
{
    return BodyWriter().text(id).text(vendor).text(model).text(kind).bytes();
}

std::optional<ScanDeviceBody> ScanDeviceBody::fromBody(std::span<const std::uint8_t> body)
{
    BodyReader reader(body);
    ScanDeviceBody device;
    device.id = reader.text();
    device.vendor = reader.text();
    device.model = reader.text();
    device.kind = reader.text();
    reader.want(!device.id.empty() && device.id.find('\0') == std::string::npos);
    return reader.done() ? std::optional(device) : std::nullopt;
}

std::vector<std::uint8_t> ScanAbilitiesBody::toBody() const
{
    BodyWriter writer;
    writer.byte(sources).byte(colours).number(width).number(height).number(leastDpi).number(mostDpi).half(static_cast<std::uint32_t>(std::min(dpis.size(), MostDpis)));
    for (std::size_t i = 0; i < std::min(dpis.size(), MostDpis); ++i) {
        writer.number(dpis[i]);
    }
    return writer.bytes();
}

std::optional<ScanAbilitiesBody> ScanAbilitiesBody::fromBody(std::span<const std::uint8_t> body)
{
    constexpr std::uint32_t AllBits = 7; // of three words
    BodyReader reader(body);
    ScanAbilitiesBody abilities;
    abilities.sources = static_cast<std::uint8_t>(reader.number(1));
    abilities.colours = static_cast<std::uint8_t>(reader.number(1));
    abilities.width = reader.number(0, MostMillimetres);
    abilities.height = reader.number(0, MostMillimetres);
    abilities.leastDpi = reader.number(0, MostDpi);
    abilities.mostDpi = reader.number(0, MostDpi);
    const std::size_t count = reader.number(2);
    reader.want(count <= MostDpis && abilities.sources <= AllBits && abilities.colours <= AllBits && abilities.leastDpi <= abilities.mostDpi);
    for (std::size_t i = 0; reader.isGood() && i < count; ++i) {
        abilities.dpis.push_back(reader.number(1, MostDpi));
    }
    return reader.done() ? std::optional(abilities) : std::nullopt;
}

std::vector<std::uint8_t> ScanProgressBody::toBody() const
{
    return BodyWriter().number(page).number(rows).number(allRows).bytes();
}

std::optional<ScanProgressBody> ScanProgressBody::fromBody(std::span<const std::uint8_t> body)
{
    BodyReader reader(body);
    ScanProgressBody progress;
    progress.page = reader.number(1, ScanPageHead::MostPages);
    progress.rows = reader.number(0, ScanPageHead::MostSide);
    progress.allRows = reader.number(0, ScanPageHead::MostSide);
    return reader.done() ? std::optional(progress) : std::nullopt;
}

std::vector<std::uint8_t> ScanPageHead::toBody() const
{
    return BodyWriter().number(page).number(width).number(height).number(dpi).number(channels).bytes();
}

std::optional<ScanPageHead> ScanPageHead::fromBody(std::span<const std::uint8_t> body)
{
    constexpr std::size_t Marker = 2; // bytes
    if (body.size() < Size + 2 * Marker) {
        return {};
    }
    BodyReader reader(body.first(Size));
    ScanPageHead head;
    head.page = reader.number(1, MostPages);
    head.width = reader.number(1, MostSide);
    head.height = reader.number(1, MostSide);
    head.dpi = reader.number(1, MostDpi);
    head.channels = reader.number(1, 3);
    reader.want(head.channels != 2);
    const auto picture = body.subspan(Size);
    reader.want(picture[0] == 0xFF && picture[1] == 0xD8 && picture[picture.size() - 2] == 0xFF && picture.back() == 0xD9);
    return reader.done() ? std::optional(head) : std::nullopt;
}

std::vector<std::uint8_t> ScanEndBody::toBody() const
{
    return BodyWriter().byte(static_cast<std::uint8_t>(how)).number(pages).text(detail).bytes();
}

std::optional<ScanEndBody> ScanEndBody::fromBody(std::span<const std::uint8_t> body)
{
    BodyReader reader(body);
    ScanEndBody end;
    end.how = reader.word(How::TooMany);
    end.pages = reader.number(0, ScanPageHead::MostPages);
    end.detail = reader.text();
    return reader.done() ? std::optional(end) : std::nullopt;
}

} // namespace motcua
