// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/Provenance.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <algorithm>

namespace motcua {

/** One answer. The three kinds of empty are different values: not asked yet, to follow, and declared absent. */
struct FieldValue
{
    enum class State { NotAsked, Given, ToFollow, DeclaredAbsent };

    State state = State::NotAsked;
    QString text = {}; ///< normal form of the field's type: dates "1990-05-17", enumerations their code, numbers digits; declared absent: the reason's code
    Provenance source = Provenance::Typed;

    [[nodiscard]] static FieldValue given(const QString &text, Provenance source = Provenance::Typed);
    /** Declared absent, for the reason with this code where the form gives reasons. */
    [[nodiscard]] static FieldValue absent(const QString &reason = {});
    [[nodiscard]] bool isGiven() const { return state == State::Given; }
    /** Nothing but spaces: given, but not an answer. */
    [[nodiscard]] bool isBlank() const
    {
        return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
    }

    friend bool operator==(const FieldValue &, const FieldValue &) = default;
};

/** A form while it is being filled: field id to answer. Anything may be missing; Intake decides what the law needs. */
class FormDraft
{
public:
    void set(const QString &field, const FieldValue &value);
    [[nodiscard]] FieldValue value(const QString &field) const { return m_values.value(field); }
    [[nodiscard]] QString text(const QString &field) const { return m_values.value(field).text; }
    [[nodiscard]] const QMap<QString, FieldValue> &values() const { return m_values; }

    /** {"field": {"v": text, "e": state, "s": source}}; e is left out when given, s when typed. */
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static FormDraft fromJson(const QJsonObject &json);

    friend bool operator==(const FormDraft &, const FormDraft &) = default;

private:
    QMap<QString, FieldValue> m_values;
};

} // namespace motcua
