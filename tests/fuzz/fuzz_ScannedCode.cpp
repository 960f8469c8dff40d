// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/CodeFrames.h"
#include "models/catalogue/Catalogue.h"
#include "models/dossier/ScannedCode.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace motcua;

namespace {

void must(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

/** However the bytes are cut on their way, the same codes come out, none of them empty or too long. */
void cut(const QByteArray &bytes, qsizetype piece)
{
    constexpr qsizetype Longest = 64;
    CodeFrames whole(Longest);
    QList<QByteArray> expected = whole.take(bytes);
    expected.append(whole.silence());
    CodeFrames pieces(Longest);
    QList<QByteArray> codes;
    for (qsizetype from = 0; from < bytes.size(); from += piece) {
        codes += pieces.take(bytes.mid(from, piece));
    }
    codes.append(pieces.silence());
    must(codes == expected && whole.dropped() == pieces.dropped() && !pieces.isOpen());
    codes.removeLast();
    must(std::all_of(codes.cbegin(), codes.cend(), [](const QByteArray &code) { return !code.isEmpty() && code.size() <= Longest; }));
}

} // namespace

/** Whatever a reader sends means one thing, however it is dressed, and of what was typed no letter of a card is believed. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using Kind = ScannedCode::Kind;
    static const Catalogue catalogue;
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    cut(bytes, 1 + (bytes.isEmpty() ? 0 : bytes.front() & 0x1F));
    for (const ScannedCode::Way way : {ScannedCode::Way::Device, ScannedCode::Way::Keyboard}) {
        const ScannedCode code = ScannedCode::of(bytes, way, catalogue);
        must((code.fault == ScannedCode::Fault::None) == (code.kind != Kind::Unreadable));
        must(!code.card || (code.kind == Kind::Card && way == ScannedCode::Way::Device && CardDigits::of(*code.card) == code.digits));
        must((code.kind == Kind::Card) == (code.digits.number.size() == 12));
        must(code.text.isEmpty() == (code.kind == Kind::Card || code.kind == Kind::Unreadable));
        if (code.kind != Kind::Unreadable && bytes.size() + 2 <= ScannedCode::LongestBytes) {
            must(ScannedCode::of(bytes + "\r\n", way, catalogue) == code);
        }
    }
    return 0;
}
