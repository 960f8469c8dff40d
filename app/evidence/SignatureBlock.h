// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evidence/CopySignature.h"

#include <QSizeF>

namespace motcua::evidence {

/** How a signature looks: a page of its own, whose content and font go into the document. */
struct SignatureBlock
{
    static constexpr double WidestPoints = 200; ///< a third of an A4 page

    QByteArray pdf = {};
    QSizeF points = {};

    /**
     * Agency, time and mark in a serif of 10 points, upright, black. May be called on any thread while a QGuiApplication exists. RenderFailed: a font is not installed, or none
     * has a letter of it.
     */
    [[nodiscard]] static Result<SignatureBlock> of(const SignatureLook &look);
};

/** dd-MM-yyyy hh:mm:ss ±hh:mm, by the clock of Vietnam. */
[[nodiscard]] QString shownTime(const QDateTime &at);

} // namespace motcua::evidence
