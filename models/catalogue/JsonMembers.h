// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/JsonNode.h"

#include <QDate>
#include <QSet>
#include <QStringList>
#include <QTime>

#include <initializer_list>
#include <limits>
#include <optional>
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
    /** `node` must outlive this. Complains at once when it is no object. */
    explicit JsonMembers(const JsonNode &node);

    [[nodiscard]] bool has(const QString &key) const;
    [[nodiscard]] const JsonNode &node() const { return m_node; }

    QString text(const QString &key); ///< required, not empty
    QString textOr(const QString &key, const QString &otherwise = {});
    QStringList texts(const QString &key); ///< required, one at least
    bool flag(const QString &key); ///< false when left out
    qint64 integer(const QString &key, qint64 least, qint64 most);
    std::optional<qint64> integerIf(const QString &key, qint64 least, qint64 most);
    QList<int> integers(const QString &key, int least, int most); ///< required, one at least, none twice
    QDate date(const QString &key);
    QDate dateIf(const QString &key); ///< null when left out
    QTime time(const QString &key); ///< "15:00"

    /** The member as one of the words: `words` are {text, value}; `otherwise` when left out, required without. */
    template <typename T>
    T word(const QString &key, std::initializer_list<std::pair<QString, T>> words, std::optional<T> otherwise = {})
    {
        QStringList known;
        const QString found = otherwise && !has(key) ? claim(key) : text(key);
        for (const auto &[text, value] : words) {
            if (found == text) {
                return value;
            }
            known.append(text);
        }
        if (!found.isEmpty()) {
            complain(key, QStringLiteral("\"%1\" must be one of: %2").arg(key, known.join(QStringLiteral(", "))));
        }
        return otherwise.value_or(T{});
    }

    /** Calls `read(JsonNode)` for the object at `key`; complains when it is missing and `required`. */
    template <typename Read>
    void object(const QString &key, bool required, Read read)
    {
        if (const auto value = member(key, required, QJsonValue::Object, QStringLiteral("an object"))) {
            read(JsonNode(m_node, {key, -1}, *value));
        }
    }

    /** Calls `read(JsonNode)` for each element of the list at `key`. */
    template <typename Read>
    void each(const QString &key, bool required, Read read)
    {
        const auto value = member(key, required, QJsonValue::Array, QStringLiteral("a list"));
        if (!value) {
            return;
        }
        const JsonNode list(m_node, {key, -1}, *value);
        forEach(list, read);
    }

    /** Calls `read(JsonNode)` for each element of a list. */
    template <typename Read>
    static void forEach(const JsonNode &list, Read read)
    {
        const QList<QJsonValue> all = elements(list);
        for (qsizetype i = 0; i < all.size(); ++i) {
            read(JsonNode(list, {QString(), i}, all[i]));
        }
    }

    /** The keys of this object, for maps whose keys are data; none of them is complained about by done(). */
    QStringList allKeys();

    void complain(const QString &key, const QString &what) const;
    void done() const;

private:
    QString claim(const QString &key);
    std::optional<QJsonValue> member(const QString &key, bool required, QJsonValue::Type type, const QString &kind);
    static QList<QJsonValue> elements(const JsonNode &list);

    const JsonNode &m_node;
    QSet<QString> m_claimed;
};

/** The text of a list element; complains when it is none. */
[[nodiscard]] QString elementText(const JsonNode &node);

/** "07:30" as a time; null when it is none. */
[[nodiscard]] QTime clockTime(const QString &text);

} // namespace motcua
