// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/FormWords.h"

#include "models/form/FieldPath.h"
#include "ui/messages/Language.h"

#include <QCoreApplication>

namespace motcua {

QString rowWords(const FormSection &section, int row)
{
    QString name = section.repeats ? Language::label(section.repeats->row, section.repeats->rowEn) : QString();
    if (name.isEmpty()) {
        name = QCoreApplication::translate("FormWords", "row");
    }
    return row > 0 ? QStringLiteral("%1 %2").arg(name).arg(row) : name;
}

QString rowName(const FormSection &section, int row)
{
    const QString words = rowWords(section, row);
    return words.left(1).toUpper() + words.mid(1);
}

QString answerName(const FormSchema &form, const QString &path)
{
    const FieldPath where = FieldPath::parse(path);
    if (const Field *field = form.field(path)) {
        const QString label = Language::label(field->label, field->labelEn);
        const FormSection *section = where.row > 0 ? form.section(where.section) : nullptr;
        return section ? QStringLiteral("%1 · %2").arg(rowName(*section, where.row), label) : label;
    }
    const FormSection *section = form.section(path);
    return section ? Language::label(section->title, section->titleEn) : path;
}

QString optionName(const QList<FieldOption> &options, const QString &code)
{
    for (const FieldOption &one : options) {
        if (one.code == code) {
            return Language::label(one.label, one.labelEn);
        }
    }
    return {};
}

} // namespace motcua
