// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormDraft.h"
#include "models/person/TextRule.h"

#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

#include <optional>

namespace motcua {

/** What kind of answer a field takes. The normal form of each is told beside it. */
enum class FieldType {
    Text, ///< one line, tidied
    Name, ///< a person's whole name, tidied, never split or re-cased
    Date, ///< "1941-03-05"
    PartialDate, ///< "1941-03-05", "1941-03" or "1941"
    Enumeration, ///< the code of one of the options
    Integer, ///< decimal digits without leading zeros
    PersonalNumber, ///< digits
    Phone, ///< digits, a leading + for other countries
    Email,
    Address, ///< one line, tidied
    Tick, ///< "1" when ticked
};

/** One answer of an enumeration: the code is stored, the label shown and printed. */
struct FieldOption
{
    QString code = {};
    QString label = {};
    QString labelEn = {};

    friend bool operator==(const FieldOption &, const FieldOption &) = default;
};

/** "That field's answer is one of these": the only condition the vocabulary has, so it can always be decided. */
struct Condition
{
    QString field = {};
    QStringList anyOf = {};

    [[nodiscard]] bool isHeld(const FormDraft &draft) const;
    friend bool operator==(const Condition &, const Condition &) = default;
};

/** One question of a form. */
struct Field
{
    enum class Need { Required, Soft, Optional }; ///< Soft is reminded of, never refused

    QString id = {};
    FieldType type = FieldType::Text;
    QString label = {}; ///< Vietnamese, as the official form writes it
    QString labelEn = {};
    QString help = {};
    Need need = Need::Optional;
    bool mayBeAbsent = false; ///< "declared absent" answers it even when required
    bool mayFollow = false; ///< "to follow" answers it for now
    int maxLength = 0; ///< characters; 0 = not limited
    std::optional<qint64> minimum = {}; ///< Integer
    std::optional<qint64> maximum = {};
    TextRule rule = {}; ///< null when any text will do
    QList<FieldOption> options = {};
    std::optional<Condition> visibleIf = {};
    QString initial = {}; ///< what stands in it before anyone typed, normal form; empty = nothing
    QString mark = {}; ///< certainty, where it differs from the form's

    [[nodiscard]] const FieldOption *option(const QString &code) const;
    friend bool operator==(const Field &, const Field &) = default;
};

/** A titled block of fields. */
struct FormSection
{
    QString id = {};
    QString title = {};
    QString titleEn = {};
    QList<Field> fields = {};

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
    QMap<QString, QString> roles = {}; ///< "applicant.name" → field id; see knownRoles()

    /** The field, or null. Valid as long as this schema is not changed. */
    [[nodiscard]] const Field *field(const QString &id) const;

    /** False when the field, or the field its condition asks for, is hidden or the condition does not hold. */
    [[nodiscard]] bool isVisible(const Field &field, const FormDraft &draft) const;

    /** The field's answer as a person reads it: option labels instead of codes, dates as 05/03/1941. */
    [[nodiscard]] QString shown(const QString &field, const FormDraft &draft) const;

    /** A draft with the initial values. */
    [[nodiscard]] FormDraft blank() const;

    friend bool operator==(const FormSchema &, const FormSchema &) = default;
};

/** The parts an answer can play: applicant.{name,number,birth,address,phone,email}, subject.{name,birth}, copies. */
[[nodiscard]] const QSet<QString> &knownRoles();

} // namespace motcua
