// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/CardQr.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

/** A scanned text is a card, and then it is written again as it came, or it is refused at a field it has. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto card = CardQr::fromBytes(bytes);
    if (!card) {
        return card.error().field >= 0 && card.error().field <= 11 ? 0 : (std::abort(), 1);
    }
    const QString text = card->text();
    const auto again = CardQr::fromText(text);
    if (text != QString::fromUtf8(bytes).normalized(QString::NormalizationForm_C) || !again || *again != *card) {
        std::abort();
    }
    (void)card->cancelledNumber();
    (void)card->parentNames();
    return 0;
}
