// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/ScanPage.h"

#include "app/worker/JpegWriter.h"
#include "app/worker/PageRows.h"
#include "app/worker/SaneStatus.h"

#include <algorithm>
#include <chrono>
#include <memory>

namespace motcua::worker {

namespace {

using How = ScanEndBody::How;

constexpr auto Pause = std::chrono::milliseconds(100); ///< between two words of how far it is
constexpr std::size_t Bite = 128 * 1024; ///< bytes asked for at once
constexpr int MostPasses = 3;

std::optional<PageRows::Shape> shapeOf(const SANE_Parameters &parameters)
{
    PageRows::Shape shape{.bytesPerRow = parameters.bytes_per_line, .pixels = parameters.pixels_per_line, .rows = parameters.lines, .depth = parameters.depth};
    switch (parameters.format) {
    case SANE_FRAME_GRAY: shape.bands = PageRows::Bands::Grey; return shape;
    case SANE_FRAME_RGB: shape.bands = PageRows::Bands::Rgb; return shape;
    case SANE_FRAME_RED: shape.bands = PageRows::Bands::Red; return shape;
    case SANE_FRAME_GREEN: shape.bands = PageRows::Bands::Green; return shape;
    case SANE_FRAME_BLUE: shape.bands = PageRows::Bands::Blue; return shape;
    }
    return {}; // infrared and the like
}

/** The JPEG of a page that comes in one pass and says how long it is: written while the scanner is at work. */
class WrittenAlong
{
public:
    WrittenAlong(const PageRows &rows, const JpegWriter::Form &form, int told)
        : m_rows(rows)
        , m_form(form)
    {
        if (told > 0) {
            m_form.height = static_cast<unsigned>(told);
            m_writer = std::make_unique<JpegWriter>(m_form);
        }
    }

    void follow()
    {
        for (; m_writer && m_written < std::min(m_rows.rows(), m_form.height); ++m_written) {
            if (!m_writer->add(m_rows.row(m_written))) {
                m_writer.reset();
                return;
            }
        }
    }

    /** Many feeders end a page sooner than they said, when the sheet does: then it is written anew. */
    std::span<const std::uint8_t> whole()
    {
        if (!m_writer || m_rows.rows() != m_form.height) {
            m_form.height = m_rows.rows();
            m_writer = std::make_unique<JpegWriter>(m_form);
            m_written = 0;
        }
        follow();
        return m_writer ? m_writer->finished() : std::span<const std::uint8_t>();
    }

private:
    const PageRows &m_rows;
    JpegWriter::Form m_form;
    std::unique_ptr<JpegWriter> m_writer;
    unsigned m_written = 0;
};

} // namespace

bool ScanPage::say(ScanFrame::Kind kind, std::span<const std::uint8_t> body)
{
    m_isUnheard = m_isUnheard || !m_say(kind, body);
    return !m_isUnheard;
}

How ScanPage::read()
{
    PageRows rows;
    std::unique_ptr<WrittenAlong> along;
    std::vector<SANE_Byte> bite(Bite);
    bool isLast = false;
    for (int pass = 1; !isLast; ++pass) {
        SANE_Parameters parameters{};
        if (const SANE_Status status = m_sane.sane_get_parameters(m_scanner, &parameters); status != SANE_STATUS_GOOD) {
            return howOf(status);
        }
        const auto shape = shapeOf(parameters);
        if (!shape || pass > MostPasses || !rows.begin(*shape)) {
            return rows.isTooLarge() ? How::TooLarge : How::Broken;
        }
        isLast = parameters.last_frame != SANE_FALSE || shape->bands == PageRows::Bands::Grey || shape->bands == PageRows::Bands::Rgb;
        ScanProgressBody progress{m_form.page, 0, static_cast<std::uint32_t>(std::max(shape->rows, 0))};
        if (pass == 1) {
            const JpegWriter::Form form{rows.width(), 0, rows.channels(), m_form.dpi, m_form.quality};
            along = std::make_unique<WrittenAlong>(rows, form, isLast ? shape->rows : -1);
            if (!say(ScanFrame::Kind::Began, progress.toBody())) {
                return How::Broken;
            }
        }
        auto said = std::chrono::steady_clock::now();
        for (;;) {
            SANE_Int size = 0;
            const SANE_Status status = m_sane.sane_read(m_scanner, bite.data(), static_cast<SANE_Int>(bite.size()), &size);
            if (status == SANE_STATUS_EOF) {
                break;
            }
            if (status != SANE_STATUS_GOOD) {
                // The end of the stack is told by some only here; in the midst of a page it is none.
                return status == SANE_STATUS_NO_DOCS && rows.rows() > 0 ? How::Broken : howOf(status);
            }
            const std::size_t taken = static_cast<std::size_t>(std::clamp(size, SANE_Int(0), static_cast<SANE_Int>(bite.size())));
            if (!rows.add(std::span(bite).first(taken))) {
                return How::TooLarge;
            }
            along->follow();
            // Told only when it goes on, so that whoever waits knows a scanner that hangs by its silence.
            const auto now = std::chrono::steady_clock::now();
            if (rows.rows() > progress.rows && now - said >= Pause) {
                progress.rows = rows.rows();
                said = now;
                if (!say(ScanFrame::Kind::Progress, progress.toBody())) {
                    return How::Broken;
                }
            }
        }
        if (!rows.endPass()) {
            return How::Broken;
        }
        if (!isLast) {
            if (const SANE_Status status = m_sane.sane_start(m_scanner); status != SANE_STATUS_GOOD) {
                return howOf(status);
            }
        }
    }
    const auto picture = along->whole();
    if (picture.empty() || picture.size() + ScanPageHead::Size > ScanFrame::LargestPage) {
        return How::TooLarge;
    }
    std::vector<std::uint8_t> body = ScanPageHead{m_form.page, rows.width(), rows.rows(), m_form.dpi, rows.channels()}.toBody();
    body.insert(body.end(), picture.begin(), picture.end());
    return say(ScanFrame::Kind::Page, body) ? How::Done : How::Broken;
}

} // namespace motcua::worker
