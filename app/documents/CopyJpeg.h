// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QSize>

namespace motcua {

/** What a PDF has to say of a JPEG that it holds as it is. */
struct CopyJpeg
{
    QSize pixels = {};
    int channels = 0; ///< 1: grey, 3: colour

    /**
     * Looks through `bytes` from marker to marker (ITU-T T.81, annex B) and decodes nothing: what is taken is a picture of 8 bits, grey or of three channels, baseline
     * or progressive, as the filter DCTDecode wants it. It holds no more than its picture: none of the segments in which cameras and editors write who, where and with
     * what, and not a byte after its end. Errors: Invalid.
     */
    [[nodiscard]] static Result<CopyJpeg> of(const QByteArray &bytes);
};

} // namespace motcua
