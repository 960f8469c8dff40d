// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fee/VietQr.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

namespace {

/** What is read is written back and read as the same; what is refused has a name. */
void judge(const QString &text)
{
    const auto code = VietQr::decoded(text);
    if (!code) {
        if (faultName(code.error().fault).isEmpty() || code.error().offset > text.size()) {
            std::abort();
        }
        return;
    }
    const auto written = code->encoded();
    if (!written || written->size() != text.size()) {
        std::abort();
    }
    const auto again = VietQr::decoded(*written);
    if (!again || !(*again == *code)) {
        std::abort();
    }
}

} // namespace

/** Any text is taken or refused; with its checksum made right the fuzzer also comes past the checksum. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    judge(text);
    const QString covered = text.chopped(std::min<qsizetype>(text.size(), 8)) + QStringLiteral("6304");
    judge(covered + QString::number(VietQr::checksum(covered.toUtf8()), 16).toUpper().rightJustified(4, u'0'));
    return 0;
}
