// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/SaneSetting.h"

#include "app/worker/SaneStatus.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <initializer_list>
#include <string_view>

namespace motcua::worker {

namespace {

using Way = ScanRequest::Source;
using Ink = ScanRequest::Colour;

constexpr double MillimetresPerInch = 25.4;
constexpr double Tolerance = 3; ///< millimetres by which the glass of an A4 scanner may be smaller than the sheet

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool holdsOneOf(const std::string &text, std::initializer_list<std::string_view> parts)
{
    return std::any_of(parts.begin(), parts.end(), [&text](std::string_view part) { return text.find(part) != std::string::npos; });
}

bool isSource(const std::string &word, Way source)
{
    const std::string text = lowered(word);
    const bool isFeeder = holdsOneOf(text, {"adf", "feeder"});
    switch (source) {
    case Way::Flatbed:
        return !isFeeder && !holdsOneOf(text, {"duplex", "transparen", "tpu", "film", "slide", "negativ", "positiv", "back"});
    case Way::Feeder:
        return isFeeder && !holdsOneOf(text, {"duplex", "back"});
    case Way::Duplex:
        return holdsOneOf(text, {"duplex"});
    }
    return false;
}

/** How well a mode's name says that it is `colour`; 0: not at all. */
int fits(const std::string &word, Ink colour)
{
    const std::string text = lowered(word);
    const bool isInk = holdsOneOf(text, {"lineart", "black", "binary", "halftone", "dither", "diffusion", "threshold"});
    const auto score = [&text](std::string_view best) { return text == best ? 3 : text.find("24") != std::string::npos || text.find("true") != std::string::npos ? 2 : 1; };
    switch (colour) {
    case Ink::Colour:
        return !isInk && holdsOneOf(text, {"color", "colour", "rgb"}) ? score("color") : 0;
    case Ink::Grey:
        return !isInk && holdsOneOf(text, {"gray", "grey"}) ? score("gray") : 0;
    case Ink::BlackAndWhite:
        return isInk && !holdsOneOf(text, {"color", "colour"}) ? score("lineart") : 0;
    }
    return 0;
}

SettingFault faultOf(SANE_Status status, const char *option)
{
    return {status == SANE_STATUS_INVAL ? ScanEndBody::How::Unsupported : howOf(status), option};
}

} // namespace

std::optional<std::string> SaneSetting::sourceFor(Way source) const
{
    for (const std::string &word : m_options.words("source")) {
        if (isSource(word, source)) {
            return word;
        }
    }
    return {};
}

std::optional<std::string> SaneSetting::modeFor(Ink colour) const
{
    std::optional<std::string> best;
    int most = 0;
    for (const std::string &word : m_options.words("mode")) {
        if (const int fit = fits(word, colour); fit > most) {
            most = fit;
            best = word;
        }
    }
    return best;
}

/** Both sides by an option beside the source, as some feeders have it. */
bool SaneSetting::canDuplexApart() const
{
    const std::vector<std::string> modes = m_options.words("adf-mode");
    return m_options.has("duplex") || std::any_of(modes.begin(), modes.end(), [](const std::string &word) { return isSource(word, Way::Duplex); });
}

unsigned SaneSetting::side(const char *from, const char *to) const
{
    const auto start = m_options.numbers(from);
    const auto end = m_options.numbers(to);
    if (!start || !end) {
        return 0;
    }
    const double extent = end->most - start->least;
    const double dpi = m_options.number("resolution").value_or(0);
    const double millimetres = !end->isPixels ? extent : dpi > 0 ? extent / dpi * MillimetresPerInch : 0;
    return static_cast<unsigned>(std::clamp(std::lround(millimetres), 0L, 10'000L));
}

ScanAbilitiesBody SaneSetting::abilities() const
{
    ScanAbilitiesBody body;
    const auto add = [](std::uint8_t &bits, auto which) { bits = static_cast<std::uint8_t>(bits | 1U << static_cast<unsigned>(which)); };
    for (const Way source : {Way::Flatbed, Way::Feeder, Way::Duplex}) {
        if (sourceFor(source)) {
            add(body.sources, source);
        }
    }
    if (m_options.words("source").empty()) {
        add(body.sources, Way::Flatbed); // whoever has but one way to take paper does not name it
    }
    if (sourceFor(Way::Feeder) && canDuplexApart()) {
        add(body.sources, Way::Duplex);
    }
    for (const Ink colour : {Ink::Colour, Ink::Grey, Ink::BlackAndWhite}) {
        if (modeFor(colour)) {
            add(body.colours, colour);
        }
    }
    const auto depths = m_options.numbers("depth");
    if (modeFor(Ink::Grey) && depths && std::find(depths->only.begin(), depths->only.end(), 1.0) != depths->only.end()) {
        add(body.colours, Ink::BlackAndWhite);
    }
    body.width = side("tl-x", "br-x");
    body.height = side("tl-y", "br-y");
    const auto resolutions = m_options.numbers(m_options.has("resolution") ? "resolution" : "x-resolution");
    if (resolutions && !resolutions->only.empty()) {
        for (const double dpi : resolutions->only) {
            if (dpi >= 1 && dpi <= 9'600) {
                body.dpis.push_back(static_cast<std::uint32_t>(std::lround(dpi)));
            }
        }
    } else if (resolutions) {
        body.leastDpi = static_cast<std::uint32_t>(std::clamp(resolutions->least, 1.0, 9'600.0));
        body.mostDpi = static_cast<std::uint32_t>(std::clamp(resolutions->most, 1.0, 9'600.0));
    }
    return body;
}

std::optional<SettingFault> SaneSetting::applySource(Way source) const
{
    std::optional<std::string> word = sourceFor(source);
    const bool isApart = source == Way::Duplex && !word && canDuplexApart();
    if (isApart) {
        word = sourceFor(Way::Feeder);
    }
    if (word) {
        if (const SANE_Status status = m_options.setWord("source", *word); status != SANE_STATUS_GOOD) {
            return faultOf(status, "source");
        }
    } else if (source != Way::Flatbed || !m_options.words("source").empty()) {
        return SettingFault{ScanEndBody::How::Unsupported, "source"};
    }
    if (isApart || (source == Way::Feeder && canDuplexApart())) {
        bool isSet = m_options.setFlag("duplex", isApart) == SANE_STATUS_GOOD;
        for (const std::string &mode : m_options.words("adf-mode")) {
            if (isSource(mode, Way::Duplex) == isApart) {
                isSet = m_options.setWord("adf-mode", mode) == SANE_STATUS_GOOD || isSet;
                break;
            }
        }
        if (isApart && !isSet) {
            return SettingFault{ScanEndBody::How::Unsupported, "duplex"};
        }
    }
    // Where the scanner feels two sheets at once it is to stop; where it has no such thing, nothing is lost.
    (void)m_options.setWord("df-action", "Stop");
    (void)m_options.setFlag("df-thickness", true);
    return {};
}

std::optional<SettingFault> SaneSetting::applyColour(Ink colour) const
{
    std::optional<std::string> mode = modeFor(colour);
    const bool isByDepth = !mode && colour == Ink::BlackAndWhite;
    if (isByDepth) {
        mode = modeFor(Ink::Grey);
    }
    if (!mode) {
        return SettingFault{ScanEndBody::How::Unsupported, "mode"};
    }
    if (const SANE_Status status = m_options.setWord("mode", *mode); status != SANE_STATUS_GOOD) {
        return faultOf(status, "mode");
    }
    const double depth = isByDepth ? 1 : 8;
    const auto depths = m_options.numbers("depth");
    const bool has = depths && (depths->only.empty() || std::find(depths->only.begin(), depths->only.end(), depth) != depths->only.end());
    const SANE_Status status = has ? m_options.setNumber("depth", depth) : SANE_STATUS_INVAL;
    // Any depth will do but where it is the only way to black and white.
    return isByDepth && status != SANE_STATUS_GOOD ? std::optional(SettingFault{ScanEndBody::How::Unsupported, "depth"}) : std::nullopt;
}

std::optional<SettingFault> SaneSetting::applyDpi(unsigned dpi)
{
    const bool isOne = m_options.has("resolution");
    const char *const name = isOne ? "resolution" : "x-resolution";
    const auto numbers = m_options.numbers(name);
    if (!numbers || numbers->most < dpi) {
        return SettingFault{ScanEndBody::How::Unsupported, name};
    }
    double value = std::max<double>(dpi, numbers->least);
    if (!numbers->only.empty()) {
        value = *std::lower_bound(numbers->only.begin(), numbers->only.end(), double(dpi));
    } else if (numbers->step > 0) {
        value = std::min(numbers->least + std::ceil((value - numbers->least) / numbers->step - 1e-6) * numbers->step, numbers->most);
    }
    const SANE_Status status = m_options.setNumber(name, value);
    const double stands = m_options.number(name).value_or(0);
    if (status != SANE_STATUS_GOOD && std::lround(stands) != std::lround(value)) {
        return faultOf(status, name);
    }
    if (!isOne) {
        (void)m_options.setNumber("y-resolution", value);
        if (std::lround(m_options.number("y-resolution").value_or(0)) != std::lround(stands)) {
            return SettingFault{ScanEndBody::How::Unsupported, "y-resolution"}; // the picture would be drawn out
        }
    }
    if (std::lround(stands) < static_cast<long>(dpi) || stands > 65'535) {
        return SettingFault{ScanEndBody::How::Unsupported, name};
    }
    m_dpi = static_cast<unsigned>(std::lround(stands));
    return {};
}

std::optional<SettingFault> SaneSetting::applySide(const char *page, const char *from, const char *to, unsigned millimetres) const
{
    const auto scaled = [this, millimetres](const SaneOptions::Numbers &numbers) { return numbers.isPixels ? millimetres / MillimetresPerInch * m_dpi : millimetres; };
    if (const auto numbers = m_options.numbers(page); numbers && millimetres > 0) {
        (void)m_options.setNumber(page, std::min(scaled(*numbers), numbers->most)); // what a feeder takes for the sheet, within which the area lies
    }
    const auto start = m_options.numbers(from);
    const auto end = m_options.numbers(to);
    if (!start || !end) {
        return {};
    }
    const double room = end->most - start->least;
    const double wanted = millimetres > 0 ? scaled(*end) : room;
    if (wanted > room + (end->isPixels ? Tolerance / MillimetresPerInch * m_dpi : Tolerance)) {
        return SettingFault{ScanEndBody::How::Unsupported, to}; // a strip of the paper would be missing and nobody would see it
    }
    (void)m_options.setNumber(from, start->least);
    const double until = std::min(start->least + wanted, end->most);
    const SANE_Status status = m_options.setNumber(to, until);
    const double stands = m_options.number(to).value_or(0);
    const double least = until - (end->isPixels ? Tolerance / MillimetresPerInch * m_dpi : Tolerance);
    return stands < least ? std::optional(faultOf(status == SANE_STATUS_GOOD ? SANE_STATUS_INVAL : status, to)) : std::nullopt;
}

std::optional<SettingFault> SaneSetting::apply(const ScanRequest &request)
{
    (void)m_options.setFlag("preview", false);
    if (auto fault = applySource(request.source)) {
        return fault;
    }
    if (auto fault = applyColour(request.colour)) {
        return fault;
    }
    if (auto fault = applyDpi(request.dpi)) {
        return fault;
    }
    if (auto fault = applySide("page-width", "tl-x", "br-x", request.width)) {
        return fault;
    }
    return applySide("page-height", "tl-y", "br-y", request.height);
}

} // namespace motcua::worker
