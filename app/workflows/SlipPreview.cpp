// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/SlipPreview.h"

#include "app/documents/SlipDocument.h"
#include "models/base/VietnamTime.h"

#include <QtConcurrent/QtConcurrentRun>

namespace motcua {

QFuture<Result<QList<QImage>>> previewSlip(const Workplace &place, SlipKind kind, const SlipValues &values, int dotsPerInch, bool large)
{
    return QtConcurrent::run([=]() -> Result<QList<QImage>> {
        const Result<SlipTemplate> form = slipForm(place, kind, vietnamTime(QDateTime::currentMSecsSinceEpoch()), large);
        if (!form) {
            return form.error();
        }
        return SlipDocument::pictures(*form, values, dotsPerInch);
    });
}

} // namespace motcua
