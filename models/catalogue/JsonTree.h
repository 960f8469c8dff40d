// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace motcua {

/** Where something stands in a text, both counted from 1; the column in characters, not bytes. */
struct TextPlace
{
    int line = 1;
    int column = 1;

    friend bool operator==(const TextPlace &, const TextPlace &) = default;
};

class JsonValue;

/**
 * A JSON text (RFC 8259), read in one pass into values that know where they stand.
 *
 * Qt's parser keeps no positions, takes the last of two equal keys without a word, and decodes every text whether or not
 * anybody asks for it. A person who wrote a file needs line and column; a country of procedures is read in a tenth of a second.
 * Texts and numbers stay as they were written until they are asked for.
 */
class JsonTree
{
public:
    /** What is wrong with the text, and at which byte. */
    struct Mistake
    {
        qsizetype offset = 0;
        QString what = {};
    };

    JsonTree() = default;
    /** Reads `text`; after a mistake there are no values. */
    explicit JsonTree(const QByteArray &text);

    /** The first mistake: not UTF-8, not JSON, a key written twice in one object, deeper than 64 levels, or over 1 GiB. */
    [[nodiscard]] const std::optional<Mistake> &mistake() const { return m_mistake; }

    /** The outermost value; undefined after a mistake. Values point into the tree, which must stay where it is. */
    [[nodiscard]] JsonValue root() const;

    /** Line and column of a byte. */
    [[nodiscard]] TextPlace place(qsizetype offset) const;

private:
    friend class JsonValue;
    friend class JsonReading;

    enum class Kind : quint8 { Null, Bool, Number, Text, List, Object };

    /** A value: bytes `at` to `end`, its key, and the index of the value that follows it and everything inside it. */
    struct Node
    {
        quint32 at = 0;
        quint32 end = 0;
        quint32 keyAt = 0; ///< that of the value itself in a list
        quint32 keyEnd = 0; ///< as keyAt in a list
        quint32 next = 0;
        quint32 members = 0; ///< of an object: a bit for the hash of each key, so that most keys it lacks are not looked for
        quint16 keyHash = 0; ///< of the bytes of the key; 0 when they have to be decoded first
        Kind kind = Kind::Null;
        bool escaped = false; ///< a text with escapes
        bool keyEscaped = false;
    };

    [[nodiscard]] QByteArrayView raw(quint32 from, quint32 to) const { return QByteArrayView(m_text).sliced(from, to - from); }
    [[nodiscard]] bool isCalled(const Node &node, QStringView key, quint16 hash) const;
    [[nodiscard]] bool says(quint32 from, quint32 to, bool escaped, QStringView text) const;
    [[nodiscard]] QString decoded(quint32 from, quint32 to, bool escaped) const;

    QByteArray m_text;
    std::vector<Node> m_nodes; ///< each value before those inside it
    std::optional<Mistake> m_mistake;
};

/** A value of a tree, or none; as cheap to copy as a pointer. The names are those of QJsonValue. */
class JsonValue
{
public:
    JsonValue() = default;

    [[nodiscard]] bool isUndefined() const { return !m_tree; }
    [[nodiscard]] bool isNull() const { return is(JsonTree::Kind::Null); }
    [[nodiscard]] bool isBool() const { return is(JsonTree::Kind::Bool); }
    [[nodiscard]] bool isDouble() const { return is(JsonTree::Kind::Number); }
    [[nodiscard]] bool isString() const { return is(JsonTree::Kind::Text); }
    [[nodiscard]] bool isArray() const { return is(JsonTree::Kind::List); }
    [[nodiscard]] bool isObject() const { return is(JsonTree::Kind::Object); }

    [[nodiscard]] bool toBool() const;
    /** A number without a fraction; none for anything else, beyond 64 bits, and from 2^53 on when written with a stop or an exponent. */
    [[nodiscard]] std::optional<qint64> toWhole() const;
    [[nodiscard]] QString toString() const;
    /** Whether it is a text and this one. */
    [[nodiscard]] bool says(QStringView text) const;
    /** The text as it was written, without white space around it. */
    [[nodiscard]] QByteArray written() const;

    /** The member of an object; looked for from `near` on first, for a reader that asks in the order of the text. */
    [[nodiscard]] JsonValue member(QStringView key, const JsonValue &near) const;
    [[nodiscard]] JsonValue member(QStringView key) const { return member(key, JsonValue()); }
    [[nodiscard]] bool contains(QStringView key) const { return !member(key).isUndefined(); }
    /** The first element or member of a list or object; none when it is empty or neither. */
    [[nodiscard]] JsonValue first() const;
    /** The one after this in `whole`, the list or object it stands in. */
    [[nodiscard]] JsonValue after(const JsonValue &whole) const;
    /** The key of a member; empty for an element. */
    [[nodiscard]] QString key() const;

    /** The byte at which the value begins, and its key; for an element the same. */
    [[nodiscard]] qsizetype offset() const { return node().at; }
    [[nodiscard]] qsizetype keyOffset() const { return node().keyAt; }

    friend bool operator==(const JsonValue &, const JsonValue &) = default;

private:
    friend class JsonTree;
    JsonValue(const JsonTree *tree, quint32 index)
        : m_tree(tree)
        , m_index(index)
    {
    }

    [[nodiscard]] const JsonTree::Node &node() const { return m_tree->m_nodes[m_index]; }
    [[nodiscard]] bool is(JsonTree::Kind kind) const { return m_tree && node().kind == kind; }

    const JsonTree *m_tree = nullptr;
    quint32 m_index = 0;
};

} // namespace motcua
