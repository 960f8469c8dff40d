// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/HandOverForm.h"

#include "models/form/FormSchema.h"

namespace motcua::handover {

QStringList missingIn(const FormSchema &form)
{
    QStringList missing;
    for (const QString &name : {Name, Shown, ShownReason, Document, Authority, Note}) {
        const Field *field = form.field(name);
        const bool isChosen = name == Shown || name == ShownReason || name == Authority;
        if (!field || (isChosen && field->options.isEmpty())) {
            missing.append(name);
        }
    }
    return missing;
}

bool bearsPersonalNumber(const QString &shown)
{
    return shown == u"cardCode" || shown == u"vneid"; // of the block "shown"
}

} // namespace motcua::handover
