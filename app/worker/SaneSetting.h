// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/sane/ScanBodies.h"
#include "app/worker/SaneOptions.h"

namespace motcua::worker {

/** Why a scanner cannot be set as it was asked, and in which of its options. */
struct SettingFault
{
    ScanEndBody::How how = ScanEndBody::How::Unsupported;
    std::string detail = {};
};

/** What scanners call by many names: sources, colours, resolution and area, found among the options of the one that is open. */
class SaneSetting
{
public:
    explicit SaneSetting(SaneOptions options)
        : m_options(std::move(options))
    {
    }

    [[nodiscard]] ScanAbilitiesBody abilities() const;

    /**
     * Sets it as `request` wants: the source first, since what else there is depends on it, then colour, resolution and area. Never coarser than asked: of fixed
     * resolutions the next finer is taken. None: done, and dpi() is what it scans with.
     */
    [[nodiscard]] std::optional<SettingFault> apply(const ScanRequest &request);
    [[nodiscard]] unsigned dpi() const { return m_dpi; }

    /** After a jam: whether it was two sheets at once, where the scanner can tell. */
    [[nodiscard]] bool sawDoubleFeed() const { return m_options.flag("double-feed").value_or(false); }

private:
    [[nodiscard]] std::optional<std::string> sourceFor(ScanRequest::Source source) const;
    [[nodiscard]] std::optional<std::string> modeFor(ScanRequest::Colour colour) const;
    [[nodiscard]] bool canDuplexApart() const;
    [[nodiscard]] std::optional<SettingFault> applySource(ScanRequest::Source source) const;
    [[nodiscard]] std::optional<SettingFault> applyColour(ScanRequest::Colour colour) const;
    [[nodiscard]] std::optional<SettingFault> applyDpi(unsigned dpi);
    [[nodiscard]] std::optional<SettingFault> applySide(const char *page, const char *from, const char *to, unsigned millimetres) const;
    [[nodiscard]] unsigned side(const char *from, const char *to) const;

    SaneOptions m_options;
    unsigned m_dpi = 0;
};

} // namespace motcua::worker
