// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/citizen/CitizenReview.h"

#include "models/form/FieldPath.h"
#include "ui/messages/FormWords.h"
#include "ui/messages/Language.h"

#include <QSet>

#include <algorithm>

namespace motcua {

QList<ReviewLine> reviewLines(const FormChecker &form, const FormDraft &draft, QDate day)
{
    const FormSchema &schema = form.schema();
    const QStringList shown = form.view(draft, day).fields;
    const QSet<QString> visible(shown.cbegin(), shown.cend());
    QList<ReviewLine> lines;
    const auto add = [&](const QString &path, const Field &field) {
        if (visible.contains(path) && draft.value(path).isGiven()) {
            lines.append({Language::label(field.label, field.labelEn), schema.shown(path, draft)});
        }
    };
    for (const FormSection &section : schema.sections) {
        const qsizetype before = lines.size();
        lines.append({Language::label(section.title, section.titleEn), {}});
        if (section.repeats) {
            const int rows = std::max(rowsIn(draft, section.id), section.repeats->least);
            for (int row = 1; row <= rows; ++row) {
                const qsizetype begun = lines.size();
                lines.append({rowName(section, row), {}});
                for (const Field &field : section.fields) {
                    add(FieldPath::inRow(section.id, row, field.id), field);
                }
                if (lines.size() == begun + 1) {
                    lines.removeLast(); // nothing was said of this one
                }
            }
        } else {
            for (const Field &field : section.fields) {
                add(field.id, field);
            }
        }
        if (lines.size() == before + 1) {
            lines.removeLast();
        }
    }
    return lines;
}

} // namespace motcua
