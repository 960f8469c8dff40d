// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardError.h"
#include "models/base/Result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace motcua {

/**
 * The photograph in EF.DG2, as bytes that nobody has decoded yet: the first one where there are several (ICAO Doc 9303-10, 4.7.2: biometric information
 * template 7F61/7F60 of ISO/IEC 7816-11, data block of ISO/IEC 19794-5:2005). What its bytes are is told by how they begin, not by what the file says.
 */
struct FaceImage
{
    enum class Kind { Jpeg, Jpeg2000 };

    static constexpr qsizetype Largest = 512 * 1024; ///< bytes of a picture that is taken; cards have 10 to 25 thousand

    Kind kind = Kind::Jpeg;
    QByteArray bytes = {};
    int width = 0; ///< as the file says; 0 when it does not
    int height = 0;
    int faces = 1; ///< how many pictures the file says it has

    [[nodiscard]] static Result<FaceImage, CardError> fromBytes(QByteArrayView file);

    friend bool operator==(const FaceImage &, const FaceImage &) = default;
};

} // namespace motcua
