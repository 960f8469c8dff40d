// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormDraft.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace motcua {

/**
 * A statement about the answers of a form, true or false for every draft: a small vocabulary without script, so that it always ends.
 *
 * An answer that is hidden or empty makes every statement about its content false. Inside a repeated section a field of the same
 * section means the same row.
 */
struct Condition
{
    enum class Kind {
        AnyOf, ///< the answer of `field` is one of `anyOf`
        State, ///< `field` is in the state `wanted`
        Number, ///< the number in `field` lies from `least` to `most`
        Age, ///< who was born on `field` is, on the day of `other` (empty: the day of receipt), surely from `least` to `most` years old
        Absent, ///< the section `field` was declared absent
        Rows, ///< the section `field` has from `least` to `most` rows
        All, ///< every one of `parts`
        Any, ///< one of `parts`
        Not, ///< not the one of `parts`
    };
    enum class Wanted { Given, ToFollow, DeclaredAbsent, Empty };

    QString field = {};
    QStringList anyOf = {};
    Kind kind = Kind::AnyOf;
    Wanted wanted = Wanted::Given;
    std::optional<qint64> least = {};
    std::optional<qint64> most = {};
    QString other = {};
    QList<Condition> parts = {};

    // Where FormChecker found `field` and `other`; says nothing of its own.
    int place = -1;
    int otherPlace = -1;

    [[nodiscard]] static Condition all(const QList<Condition> &parts);
    [[nodiscard]] static Condition any(const QList<Condition> &parts);
    [[nodiscard]] static Condition negated(const Condition &part);
    [[nodiscard]] static Condition absent(const QString &section);

    /** Held against the answers as they stand in `draft`, hidden ones included; `today` is the day of receipt. */
    [[nodiscard]] bool isHeld(const FormDraft &draft, QDate today = {}) const;

    /** Every field and section it asks for, in order, doubles included. */
    [[nodiscard]] QStringList asks() const;

    friend bool operator==(const Condition &a, const Condition &b)
    {
        return a.field == b.field && a.anyOf == b.anyOf && a.kind == b.kind && a.wanted == b.wanted && a.least == b.least
            && a.most == b.most && a.other == b.other && a.parts == b.parts;
    }
};


namespace conditions {

/** Whether the number in `text` lies between the bounds; false when it is none. */
[[nodiscard]] bool isBetween(const QString &text, std::optional<qint64> least, std::optional<qint64> most);

/** Whether somebody born on `birth` (in full or in part) is surely from `least` to `most` full years old on `day`. */
[[nodiscard]] bool isAged(const QString &birth, QDate day, std::optional<qint64> least, std::optional<qint64> most);

/**
 * The truth of `condition`: `answer(name, place)` gives the visible answer of a field or section, or null;
 * `rows(name, place)` the number of rows of a section.
 */
template <typename Answer, typename Rows>
[[nodiscard]] bool holds(const Condition &condition, QDate today, const Answer &answer, const Rows &rows)
{
    using Kind = Condition::Kind;
    switch (condition.kind) {
    case Kind::AnyOf: {
        const FieldValue *value = answer(condition.field, condition.place);
        return value && value->isGiven() && condition.anyOf.contains(value->text);
    }
    case Kind::State: {
        const FieldValue *value = answer(condition.field, condition.place);
        const FieldValue::State state = value ? value->state : FieldValue::State::NotAsked;
        const bool given = state == FieldValue::State::Given && !value->isBlank();
        switch (condition.wanted) {
        case Condition::Wanted::Given:
            return given;
        case Condition::Wanted::ToFollow:
            return state == FieldValue::State::ToFollow;
        case Condition::Wanted::DeclaredAbsent:
            return state == FieldValue::State::DeclaredAbsent;
        case Condition::Wanted::Empty:
            return !given;
        }
        return false;
    }
    case Kind::Number: {
        const FieldValue *value = answer(condition.field, condition.place);
        return value && value->isGiven() && isBetween(value->text, condition.least, condition.most);
    }
    case Kind::Age: {
        const FieldValue *birth = answer(condition.field, condition.place);
        QDate day = today;
        if (!condition.other.isEmpty()) {
            const FieldValue *on = answer(condition.other, condition.otherPlace);
            day = on && on->isGiven() ? QDate::fromString(on->text, Qt::ISODate) : QDate();
        }
        return birth && birth->isGiven() && isAged(birth->text, day, condition.least, condition.most);
    }
    case Kind::Absent: {
        const FieldValue *value = answer(condition.field, condition.place);
        return value && value->state == FieldValue::State::DeclaredAbsent;
    }
    case Kind::Rows: {
        const int count = rows(condition.field, condition.place);
        return count >= condition.least.value_or(0) && count <= condition.most.value_or(count);
    }
    case Kind::All:
        return std::all_of(condition.parts.cbegin(), condition.parts.cend(),
            [&](const Condition &part) { return holds(part, today, answer, rows); });
    case Kind::Any:
        return std::any_of(condition.parts.cbegin(), condition.parts.cend(),
            [&](const Condition &part) { return holds(part, today, answer, rows); });
    case Kind::Not:
        return std::none_of(condition.parts.cbegin(), condition.parts.cend(),
            [&](const Condition &part) { return holds(part, today, answer, rows); });
    }
    return false;
}

} // namespace conditions

} // namespace motcua
