// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipTemplate.h"
#include "app/documents/SlipValues.h"
#include "models/base/Result.h"

#include <QByteArray>

namespace motcua {

/** A filled slip as a file for printer, archive and signature. */
class SlipDocument
{
public:
    /**
     * The sheet as PDF/A-1b (ISO 19005-1): fonts embedded, text extractable, nothing personal in its metadata.
     *
     * May be called on any thread while a QGuiApplication exists. Errors: Invalid (no code on a sheet that is not a
     * draft, a copy without number, a missing time), RenderFailed (a font is not installed, no font has a letter of a
     * value, no room on the sheet).
     */
    [[nodiscard]] static Result<QByteArray> render(const SlipTemplate &form, const SlipValues &values);
};

} // namespace motcua
