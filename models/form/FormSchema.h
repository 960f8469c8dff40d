// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/DayTable.h"
#include "models/form/Field.h"
#include "models/form/FormDraft.h"
#include "models/form/FormRule.h"
#include "models/person/PersonalNumberScheme.h"

#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

#include <optional>

namespace motcua {

/** How often a section may be filled in. */
struct Repetition
{
    int least = 0;
    int most = 1; ///< up to MostRows
    QString row = {}; ///< what one row is, e.g. "thành viên"
    QString rowEn = {};

    friend bool operator==(const Repetition &, const Repetition &) = default;
};

/** Somebody whom a form asks about twice: what another section says of them can stand in this one. */
struct SamePerson
{
    QString section = {}; ///< that says it
    Condition when = {}; ///< they are the same

    friend bool operator==(const SamePerson &, const SamePerson &) = default;
};

/**
 * A titled block of fields: filled in once, or row by row, or declared absent as a whole.
 *
 * The draft keeps under the section's id that it was declared absent (text: the reason's code), or how many rows it has. The ids
 * of a repeated section's fields begin with the section's: "members.name" is answered by "members[1].name", "members[2].name" …
 */
struct FormSection
{
    QString id = {};
    QString title = {};
    QString titleEn = {};
    QList<Field> fields = {};
    std::optional<Condition> visibleIf = {};
    std::optional<Absence> absence = {}; ///< none: it cannot be declared absent
    std::optional<Repetition> repeats = {};
    std::optional<SamePerson> sameAs = {};

    friend bool operator==(const FormSection &, const FormSection &) = default;
};

/** A declaration form as data: what is asked, in which order, and which answer plays which part in the dossier. */
struct FormSchema
{
    QString id = {};
    QString title = {};
    QString titleEn = {};
    QString mark = {};
    QList<FormSection> sections = {};
    QMap<QString, QString> roles = {}; ///< "applicant.name" → path of an answer; see knownRoles()
    QList<FormRule> rules = {};
    std::optional<PersonalNumberScheme> personalNumbers = {}; ///< what rules about personal numbers go by
    DayTable days = {}; ///< what rules that count days go by

    /** The field that is answered at `path` ("members[2].name" answers "members.name"), or null. Valid as long as this schema is not changed. */
    [[nodiscard]] const Field *field(const QString &path) const;

    /** The section with this id, or null. Valid as long as this schema is not changed. */
    [[nodiscard]] const FormSection *section(const QString &id) const;

    /** The answer at `path` as a person reads it: labels instead of codes, dates as 05/03/1941, amounts as 8.000; empty for every kind of empty. */
    [[nodiscard]] QString shown(const QString &path, const FormDraft &draft) const;

    /** A draft with the initial values, and as many rows as repeated sections have at least. */
    [[nodiscard]] FormDraft blank() const;

    /** `draft` with one more row of a repeated section, its initial values in it; unchanged when no more are allowed. */
    [[nodiscard]] FormDraft withNewRow(const FormDraft &draft, const QString &section) const;

    friend bool operator==(const FormSchema &, const FormSchema &) = default;
};

/**
 * The parts an answer can play: {applicant,submitter}.{name,number,document,birth,address,phone,email,shown,shownReason,largePrint}, subject.{name,birth}, copies,
 * own.{name,sex,order} that no other of the same birth has, and applicant.{organisation,organisationAddress}. The submitter stands at the desk; without one the applicant.
 */
[[nodiscard]] const QSet<QString> &knownRoles();

} // namespace motcua
