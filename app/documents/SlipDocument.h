// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipTemplate.h"
#include "app/documents/SlipValues.h"
#include "models/base/Result.h"

#include <QByteArray>
#include <QImage>
#include <QList>

namespace motcua {

/** A form and what is written into it: all a sheet is made of. */
struct FilledSlip
{
    SlipTemplate form = {};
    SlipValues values = {};
};

/** A filled slip as a file for printer, archive and signature. */
class SlipDocument
{
public:
    /**
     * The sheet as PDF/A-1b (ISO 19005-1): fonts embedded, text extractable, nothing personal in its metadata.
     *
     * May be called on any thread while a QGuiApplication exists. Errors: Invalid (no code on a sheet that must have one and is no
     * draft, a copy without number, a time missing that the form writes), RenderFailed (a font is not installed, no font has a letter of
     * a value, no room on the sheet).
     */
    [[nodiscard]] static Result<QByteArray> render(const SlipTemplate &form, const SlipValues &values);

    /**
     * Several sheets of one paper as one file for the printer, page for page as render() has each of them; with its errors, on any thread
     * as well. Invalid: they are of different paper, or there are none.
     */
    [[nodiscard]] static Result<QByteArray> together(const QList<FilledSlip> &slips);

    /** The pages of the same sheet as pictures to look at, line for line as render() sets them; with its errors, on any thread as well. */
    [[nodiscard]] static Result<QList<QImage>> pictures(const SlipTemplate &form, const SlipValues &values, int dotsPerInch);
};

} // namespace motcua
