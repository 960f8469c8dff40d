// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/JsonNode.h"

#include <QDate>
#include <QStringList>
#include <QTime>
#include <QVarLengthArray>

#include <initializer_list>
#include <limits>
#include <optional>
#include <span>
#include <utility>

namespace motcua {

/**
 * Reads the members of one JSON object strictly: a missing, misspelt, mistyped or unknown member is complained about.
 *
 * Every reading function names one key; done() complains about the keys nobody named. After a complaint the value is the
 * type's empty one and reading goes on, so that one run finds every mistake.
 */
class JsonMembers
{
public:
    /** Complains at once when `node` is no object. */
    explicit JsonMembers(const JsonNode &node);

    [[nodiscard]] bool has(const QString &key) const;
    [[nodiscard]] const JsonNode &node() const { return m_node; }

    QString text(const QString &key); ///< required, not empty
    QString textOr(const QString &key, const QString &otherwise = {});
    QStringList texts(const QString &key); ///< required, one at least
    bool flag(const QString &key); ///< false when left out
    qint64 integer(const QString &key, qint64 least, qint64 most);
    std::optional<qint64> integerIf(const QString &key, qint64 least, qint64 most);
    double decimal(const QString &key, double least, double most);
    QList<int> integers(const QString &key, int least, int most); ///< required, one at least, none twice
    QDate date(const QString &key);
    QDate dateIf(const QString &key); ///< null when left out
    QTime time(const QString &key); ///< "15:00"

    /** The member as one of the words: `words` are {text, value}; `otherwise` when left out, required without. */
    template <typename T>
    T word(const QString &key, std::initializer_list<std::pair<QStringView, T>> words, std::optional<T> otherwise = {})
    {
        return word<T>(key, std::span(words.begin(), words.size()), otherwise);
    }
    template <typename T>
    T word(const QString &key, std::span<const std::pair<QStringView, T>> words, std::optional<T> otherwise = {})
    {
        const JsonValue value = member(key, !otherwise, &JsonValue::isString, "a text");
        for (const auto &[text, meant] : words) {
            if (value.says(text)) {
                return meant;
            }
        }
        if (!value.isUndefined()) {
            QStringList known;
            for (const auto &word : words) {
                known.append(word.first.toString());
            }
            complain(key, QStringLiteral("\"%1\" must be one of: %2").arg(key, known.join(QStringLiteral(", "))));
        }
        return otherwise.value_or(T{});
    }

    /** Calls `read(JsonNode)` for the object at `key`; complains when it is missing and `required`. */
    template <typename Read>
    void object(const QString &key, bool required, Read read)
    {
        const JsonValue value = member(key, required, &JsonValue::isObject, "an object");
        if (!value.isUndefined()) {
            read(JsonNode(m_node, value));
        }
    }

    /** Calls `read(JsonNode)` for each element of the list at `key`. */
    template <typename Read>
    void each(const QString &key, bool required, Read read)
    {
        const JsonValue value = member(key, required, &JsonValue::isArray, "a list");
        if (!value.isUndefined()) {
            forEach(JsonNode(m_node, value), read);
        }
    }

    /** Calls `read(JsonNode)` for each element of a list. */
    template <typename Read>
    static void forEach(const JsonNode &list, Read read)
    {
        for (JsonValue one = list.value().isArray() ? list.value().first() : JsonValue(); !one.isUndefined(); one = one.after(list.value())) {
            read(JsonNode(list, one));
        }
    }

    /** The keys of this object, for maps whose keys are data; none of them is complained about by done(). */
    QStringList allKeys();

    void complain(const QString &key, const QString &what) const;
    void done() const;

private:
    /** The member, claimed; none after a complaint that it is missing or not what `is` asks for, in words `kind`. */
    JsonValue member(const QString &key, bool required, bool (JsonValue::*is)() const, const char *kind);
    std::optional<qint64> whole(const QString &key, bool required, qint64 least, qint64 most);
    QDate day(const QString &key, bool required);
    [[nodiscard]] JsonValue find(const QString &key) const;

    const JsonNode m_node;
    mutable JsonValue m_near; ///< where the member asked for next most likely stands
    QVarLengthArray<qsizetype, 32> m_claimed; ///< by offset
};

/** The text of a list element; complains when it is none. */
[[nodiscard]] QString elementText(const JsonNode &node);

/** "07:30" as a time; null when it is none. */
[[nodiscard]] QTime clockTime(const QString &text);

} // namespace motcua
