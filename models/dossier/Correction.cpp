// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/Correction.h"

#include "models/base/VietnamTime.h"
#include "models/form/FieldPath.h"

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

bool isSame(const FieldValue &a, const FieldValue &b)
{
    return a.state == b.state && a.text == b.text;
}

/** The section in which the answer at `path` stands, or null. */
const FormSection *sectionOf(const FormSchema &form, const QString &path)
{
    const QString id = FieldPath::parse(path).field;
    const auto holds = [&id](const FormSection &section) {
        return std::any_of(section.fields.cbegin(), section.fields.cend(), [&id](const Field &field) { return field.id == id; });
    };
    const auto found = std::find_if(form.sections.cbegin(), form.sections.cend(), holds);
    return found == form.sections.cend() ? nullptr : &*found;
}

bool isAbsent(const FormDraft &draft, const FormSection &section)
{
    return draft.value(section.id).state == FieldValue::State::DeclaredAbsent;
}

Correction::Question absenceOf(const FormSection &section)
{
    Field asked;
    asked.id = section.id;
    asked.label = section.absence->label;
    asked.labelEn = section.absence->labelEn;
    asked.type = section.absence->reasons.isEmpty() ? FieldType::Tick : FieldType::Enumeration;
    asked.options = section.absence->reasons;
    return {.path = section.id, .field = asked, .section = section.id, .row = 0, .isAbsence = true};
}

/** What was wrong before is nobody's correction; but an answer that is said anew is judged as it is. */
QList<Violation> without(const QList<Violation> &found, const QList<Violation> &before, const QMap<QString, FieldValue> &said)
{
    QList<Violation> left;
    std::copy_if(found.cbegin(), found.cend(), std::back_inserter(left), [&](const Violation &one) { return said.contains(one.field) || !before.contains(one); });
    return left;
}

} // namespace

FieldValue Correction::Question::typed(const FieldValue &value) const
{
    if (!isAbsence) {
        return value;
    }
    const bool isTick = field.type == FieldType::Tick;
    return value.state == FieldValue::State::DeclaredAbsent ? FieldValue::given(isTick ? QStringLiteral("1") : value.text, value.source) : FieldValue();
}

FieldValue Correction::Question::meant(const FieldValue &typed) const
{
    if (!isAbsence) {
        return typed;
    }
    const bool isTick = field.type == FieldType::Tick;
    const bool isDeclared = typed.isGiven() && (isTick ? typed.text == u"1" : !typed.text.isEmpty());
    return isDeclared ? FieldValue::absent(isTick ? QString() : typed.text) : FieldValue();
}

Correction::Correction(const Dossier &dossier, const FormChecker &form, QDate today)
    : m_form(form)
    , m_day(dossier.receivedAtMs > 0 ? vietnamTime(dossier.receivedAtMs).date() : today)
{
    for (auto field = dossier.fields.cbegin(); field != dossier.fields.cend(); ++field) {
        if (field->isInConflict()) {
            m_inConflict.insert(field.key());
        } else {
            m_before.set(field.key(), dossier.field(field.key()));
        }
    }
}

FormDraft Correction::draft() const
{
    FormDraft draft = m_before;
    for (auto one = m_said.cbegin(); one != m_said.cend(); ++one) {
        const FormSection *section = sectionOf(m_form.schema(), one.key());
        if (section && isAbsent(draft, *section)) {
            draft.set(section->id, {});
        }
        draft.set(one.key(), one.value());
    }
    return m_form.completed(draft, m_day);
}

QList<Correction::Question> Correction::questions() const
{
    FormDraft open = draft();
    for (const FormSection &section : m_form.schema().sections) {
        if (isAbsent(open, section)) {
            open.set(section.id, {});
        }
    }
    QList<Question> questions;
    const FormSection *last = nullptr;
    for (const QString &path : m_form.view(open, m_day).fields) {
        const Field *field = m_form.schema().field(path);
        const FormSection *section = sectionOf(m_form.schema(), path);
        if (section && section != std::exchange(last, section) && section->absence && !m_inConflict.contains(section->id)) {
            questions.append(absenceOf(*section));
        }
        if (field && section && !field->computed && !m_inConflict.contains(path)) {
            questions.append({path, *field, section->id, FieldPath::parse(path).row});
        }
    }
    return questions;
}

void Correction::set(const QString &path, const FieldValue &value)
{
    // Of a declaration and the answers it is about the last word counts.
    if (m_form.schema().section(path) && value.state == FieldValue::State::DeclaredAbsent) {
        m_said.removeIf([&](const auto &one) {
            const FormSection *section = sectionOf(m_form.schema(), one.key());
            return section && section->id == path;
        });
    } else if (const FormSection *section = sectionOf(m_form.schema(), path);
               section && m_said.value(section->id).state == FieldValue::State::DeclaredAbsent && !isSame(value, m_before.value(path))) {
        m_said.remove(section->id);
    }
    if (isSame(value, m_before.value(path))) {
        m_said.remove(path);
    } else {
        m_said.insert(path, value);
    }
}

FormDraft Correction::filed() const
{
    return m_form.filed(draft(), m_day);
}

QMap<QString, FieldValue> Correction::changes() const
{
    QMap<QString, FieldValue> changes;
    if (m_said.isEmpty()) {
        return changes;
    }
    const FormDraft now = filed();
    const FormDraft then = m_form.filed(m_before, m_day);
    QStringList paths = now.values().keys() + m_before.values().keys() + m_said.keys();
    paths.removeDuplicates();
    for (const QString &path : std::as_const(paths)) {
        const bool isAsked = m_form.schema().field(path) || m_form.schema().section(path);
        // What the form makes otherwise today than it did when the dossier was accepted is nobody's correction.
        const bool isMoved = !isSame(now.value(path), then.value(path)) || m_said.contains(path);
        if (isAsked && isMoved && !m_inConflict.contains(path) && !isSame(now.value(path), m_before.value(path))) {
            changes.insert(path, now.value(path));
        }
    }
    return changes;
}

QList<Violation> Correction::violations() const
{
    return m_said.isEmpty() ? QList<Violation>()
                            : without(m_form.judge(draft(), m_day).violations, m_form.judge(m_before, m_day).violations, m_said);
}

QList<Violation> Correction::warnings() const
{
    return m_said.isEmpty() ? QList<Violation>() : without(m_form.judge(draft(), m_day).warnings, m_form.judge(m_before, m_day).warnings, m_said);
}

Correction Correction::onto(const Dossier &now) const
{
    Correction same(now, m_form, m_day);
    for (auto one = m_said.cbegin(); one != m_said.cend(); ++one) {
        same.set(one.key(), one.value());
    }
    return same;
}

QStringList Correction::overtaken(const Dossier &now) const
{
    QStringList paths;
    const QMap<QString, FieldValue> written = changes();
    for (auto one = written.cbegin(); one != written.cend(); ++one) {
        if (now.fields.value(one.key()).isInConflict() || !isSame(now.field(one.key()), m_before.value(one.key()))) {
            paths.append(one.key());
        }
    }
    return paths;
}

QStringList answerIds(const FormSchema &form)
{
    QStringList ids;
    for (const FormSection &section : form.sections) {
        if (section.absence || section.repeats) {
            ids.append(section.id);
        }
        for (const Field &field : section.fields) {
            ids.append(field.id);
        }
    }
    return ids;
}

} // namespace motcua
