// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/IdentityShown.h"

namespace motcua {

namespace {

constexpr qsizetype LeastOfANumber = 8; // signs; fewer are still being typed

bool isAnother(const FormDraft &before, const FormDraft &now, const QString &path)
{
    const FieldValue was = before.value(path);
    return !path.isEmpty() && was.isGiven() && was.text.size() >= LeastOfANumber && was.text != now.value(path).text;
}

} // namespace

bool showsIdentity(const FormSchema &form, const FormDraft &draft, const QString &person)
{
    const auto path = [&](const char *part) { return form.roles.value(person + u'.' + QLatin1String(part)); };
    const Field *field = form.field(path("shown"));
    const FieldValue shown = draft.value(path("shown"));
    const FieldOption *chosen = field && shown.isGiven() ? field->option(shown.text) : nullptr;
    const FieldValue number = draft.value(path("number"));
    return chosen && chosen->proves && !(number.isGiven() && chosen->provesNotFrom.contains(number.source));
}

QStringList shownOfAnother(const FormSchema &form, const FormDraft &before, const FormDraft &now)
{
    QStringList gone;
    for (const QString &person : {QStringLiteral("applicant."), QStringLiteral("submitter.")}) {
        const auto at = [&](const char *part) { return form.roles.value(person + QLatin1String(part)); };
        if (!isAnother(before, now, at("number")) && !isAnother(before, now, at("document"))) {
            continue;
        }
        for (const QString &path : {at("shown"), at("shownReason")}) {
            if (!path.isEmpty() && now.value(path).isGiven()) {
                gone.append(path);
            }
        }
    }
    return gone;
}

} // namespace motcua
