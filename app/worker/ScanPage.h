// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/sane/ScanBodies.h"
#include "app/worker/SaneLibrary.h"

#include <functional>

namespace motcua::worker {

/** One page out of an open scanner that was set: read as its rows come, and made a JPEG meanwhile. */
class ScanPage
{
public:
    /** Where frames go; false: nobody listens any more. */
    using Say = std::function<bool(ScanFrame::Kind, std::span<const std::uint8_t>)>;

    struct Form
    {
        unsigned page = 1;
        unsigned dpi = 0;
        unsigned quality = 90;
    };

    ScanPage(const SaneLibrary &sane, SANE_Handle scanner, const Form &form, const Say &say)
        : m_sane(sane)
        , m_scanner(scanner)
        , m_form(form)
        , m_say(say)
    {
    }

    /** Reads the page whose first pass has been started, and says it. Done: it was said whole. FeederEmpty: there was none. */
    [[nodiscard]] ScanEndBody::How read();

private:
    bool say(ScanFrame::Kind kind, std::span<const std::uint8_t> body);

    const SaneLibrary &m_sane;
    SANE_Handle m_scanner;
    Form m_form;
    const Say &m_say;
    bool m_isUnheard = false; ///< nobody listens any more
};

} // namespace motcua::worker
