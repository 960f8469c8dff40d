// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worker/LockDown.h"

#include <memory>

namespace tesseract {
class TessBaseAPI;
}

namespace motcua::worker {

/** What reading a page takes, libraries included: a page of A4 at 300 dpi needs 120 MiB of addresses, the largest progressive JPEG that is taken some 520. */
constexpr LockLimits TextLock{.memory = std::size_t(768) * 1024 * 1024, .seconds = 60};

/**
 * Reads Vietnamese by Tesseract. What it opens, it opens when it is made: from then on it asks for memory and nothing else, wants no thread where OMP_THREAD_LIMIT is 1,
 * and its complaints go nowhere.
 */
class TextEngine
{
public:
    TextEngine();
    ~TextEngine();
    TextEngine(const TextEngine &) = delete;
    TextEngine &operator=(const TextEngine &) = delete;

    /** False when the data of Vietnamese are not installed. */
    [[nodiscard]] bool hasLanguage() const { return m_hasLanguage; }

    /**
     * Reads one JPEG from `input` to its end and writes the answer to `output` as TextFrame says; files are the system's numbers. False when either failed, and half an
     * answer may have been written. May throw std::bad_alloc.
     */
    [[nodiscard]] bool answerText(int input, int output);

private:
    std::unique_ptr<tesseract::TessBaseAPI> m_tesseract;
    bool m_hasLanguage = false;
};

} // namespace motcua::worker
