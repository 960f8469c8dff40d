// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/IssuedSlip.h"

#include <QFuture>
#include <QImage>

namespace motcua {

/**
 * The pages of the form of this kind with `values`, in the edition and on the paper it would have here today; drawn on another thread, and
 * only to be looked at.
 *
 * Errors: EditionMissing, those of SlipDocument::pictures().
 */
[[nodiscard]] QFuture<Result<QList<QImage>>> previewSlip(const Workplace &place, SlipKind kind, const SlipValues &values, int dotsPerInch, bool large = false);

} // namespace motcua
