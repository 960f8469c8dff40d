// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/FormDraft.h"

#include <array>

namespace motcua {

namespace {

using State = FieldValue::State;

// The words stand in journal payloads for ever: add, never change.
struct StateWord
{
    State state;
    QLatin1String word;
};
constexpr std::array StateWords = {
    StateWord{State::NotAsked, QLatin1String("notAsked")},
    StateWord{State::Given, QLatin1String("given")},
    StateWord{State::ToFollow, QLatin1String("toFollow")},
    StateWord{State::DeclaredAbsent, QLatin1String("absent")},
};

State stateOf(const QString &word)
{
    for (const StateWord &known : StateWords) {
        if (word == known.word) {
            return known.state;
        }
    }
    return word.isEmpty() ? State::Given : State::NotAsked;
}

} // namespace

FieldValue FieldValue::given(const QString &text, Provenance source)
{
    return {State::Given, text, source};
}

FieldValue FieldValue::absent(const QString &reason)
{
    return {State::DeclaredAbsent, reason, Provenance::Typed};
}

void FormDraft::set(const QString &field, const FieldValue &value)
{
    // "Not asked" is what a missing field already says; keeping both would make equal drafts differ.
    if (value.state == State::NotAsked) {
        m_values.remove(field);
        return;
    }
    m_values.insert(field, value);
}

QJsonObject FormDraft::toJson() const
{
    QJsonObject json;
    for (auto it = m_values.constBegin(); it != m_values.constEnd(); ++it) {
        QJsonObject one{{QStringLiteral("v"), it->text}};
        for (const StateWord &known : StateWords) {
            if (it->state == known.state && known.state != State::Given) {
                one.insert(QStringLiteral("e"), known.word);
            }
        }
        if (it->source != Provenance::Typed) {
            one.insert(QStringLiteral("s"), provenanceName(it->source));
        }
        json.insert(it.key(), one);
    }
    return json;
}

FormDraft FormDraft::fromJson(const QJsonObject &json)
{
    FormDraft draft;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        const QJsonObject one = it->toObject();
        draft.set(it.key(),
            {stateOf(one.value(QStringLiteral("e")).toString()), one.value(QStringLiteral("v")).toString(),
                provenanceNamed(one.value(QStringLiteral("s")).toString()).value_or(Provenance::Typed)});
    }
    return draft;
}

} // namespace motcua
