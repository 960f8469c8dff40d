// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/token/TokenFrame.h"
#include "app/token/TokenUri.h"

#include <cstdlib>

using namespace motcua;

// What the helper for tokens is asked and says, and where a key lies: whatever is read is written again as the same, and reads the same.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto answer = token::answerOf(bytes)) {
        const auto again = token::answerOf(token::framed(*answer));
        if (!again || again->outcome != answer->outcome || again->bytes != answer->bytes) {
            std::abort();
        }
    }
    if (const auto question = token::questionOf(security::SecretBytes::copyOf(bytes))) {
        const security::SecretBytes frame = token::framed(*question);
        if (!frame.isEmpty() && !token::questionOf(frame)) {
            std::abort();
        }
    }
    if (const Result<TokenUri> uri = TokenUri::fromString(QString::fromUtf8(bytes))) {
        const Result<TokenUri> again = TokenUri::fromString(uri->toString());
        // What is written may be longer than what was read, by three for one.
        if (again ? *again != *uri : uri->toString().size() <= TokenUri::MostCharacters) {
            std::abort();
        }
    }
    return 0;
}
