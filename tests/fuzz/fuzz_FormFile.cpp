// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/FieldPath.h"
#include "models/form/Typed.h"
#include "tests/models/form/EngineForm.h"

#include <cstddef>
#include <cstdint>

using namespace motcua;

/** A form file nobody foresaw is refused with a place, or read into a form that can be filled in, judged and filed. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const FormParts parts = test::engineParts();
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    JsonFile file({QStringLiteral("form.json"), bytes});
    const FormSchema form = readForm(file, parts);
    if (!file.isGood()) {
        const QList<Error> errors = file.errors();
        for (const Error &error : errors) {
            if (!error.detail.startsWith(QStringLiteral("form.json:"))) {
                qFatal("an error without a place: %s", qPrintable(error.detail));
            }
        }
        return 0;
    }
    const QDate today(2026, 11, 23);
    const FormChecker checker(form);
    FormDraft draft = form.blank();
    for (const FormSection &section : form.sections) {
        draft = form.withNewRow(draft, section.id);
        for (const Field &field : section.fields) {
            const QString path = section.repeats ? FieldPath::inRow(section.id, 1, field.id) : field.id;
            draft.set(path, FieldValue::given(normalised(field, QStringLiteral("1"), today)));
        }
    }
    const FormDraft whole = checker.completed(draft, today);
    if (!(checker.completed(whole, today) == whole)) {
        qFatal("computed answers change when they are computed again");
    }
    const FormDraft filed = checker.filed(whole, today);
    if (!(checker.filed(filed, today) == filed)) {
        qFatal("what was filed would be filed differently");
    }
    checker.judge(filed, today);
    return 0;
}
