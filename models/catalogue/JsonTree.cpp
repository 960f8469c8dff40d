// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/JsonTree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <cctype>

namespace motcua {

namespace {

// Catalogue files are at most nine levels deep; the bound keeps a hostile file from exhausting the stack.
constexpr int DeepestLevel = 64;
constexpr qsizetype LargestText = 1 << 30;
constexpr int FewKeys = 24; // so many are compared with each other faster than hashed
constexpr qsizetype BytesPerValue = 16; // seldom less in files people write

qsizetype firstBadByte(const QByteArray &text)
{
    if (text.isValidUtf8()) {
        return -1;
    }
    qsizetype at = 0;
    while (at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const qsizetype length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (!QByteArrayView(text).sliced(at, qMin(length, text.size() - at)).isValidUtf8()) {
            return at;
        }
        at += length;
    }
    return text.size();
}

} // namespace

/** The one pass over a text. */
class JsonReading
{
public:
    explicit JsonReading(JsonTree &tree)
        : m_tree(tree)
        , m_begin(tree.m_text.constData())
        , m_end(m_begin + tree.m_text.size())
        , m_at(m_begin)
    {
    }

    bool readAll()
    {
        m_tree.m_nodes.reserve(static_cast<size_t>((m_end - m_begin) / BytesPerValue + 1));
        skipSpace();
        if (!readValue({}, 0)) {
            return false;
        }
        skipSpace();
        return m_at == m_end || refuse(m_at, QStringLiteral("nothing may follow the end"));
    }

private:
    using Node = JsonTree::Node;
    using Kind = JsonTree::Kind;

    /** What stands in quotation marks, without them. */
    struct Quoted
    {
        quint32 from = 0;
        quint32 to = 0;
        bool escaped = false;
    };

    [[nodiscard]] char at() const { return m_at < m_end ? *m_at : '\0'; }
    [[nodiscard]] quint32 offset() const { return static_cast<quint32>(m_at - m_begin); }
    void skipSpace()
    {
        while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r')) {
            ++m_at;
        }
    }
    bool refuse(const char *where, const QString &what)
    {
        m_tree.m_mistake = JsonTree::Mistake{where - m_begin, what};
        return false;
    }

    /** `keyed` is a node with the key in it; its value stands here. */
    bool readValue(Node node, int level)
    {
        if (level >= DeepestLevel) {
            return refuse(m_at, QStringLiteral("nested too deeply"));
        }
        node.at = offset();
        if (node.keyEnd == 0) {
            node.keyAt = node.keyEnd = node.at;
        }
        const size_t index = m_tree.m_nodes.size();
        m_tree.m_nodes.push_back(node);
        Quoted text;
        bool good = false;
        Kind kind = Kind::Null;
        switch (at()) {
        case '{':
            kind = Kind::Object;
            good = readObject(index, level);
            break;
        case '[':
            kind = Kind::List;
            good = readList(level);
            break;
        case '"':
            kind = Kind::Text;
            good = readText(text);
            break;
        case 't':
            kind = Kind::Bool;
            good = readWord("true");
            break;
        case 'f':
            kind = Kind::Bool;
            good = readWord("false");
            break;
        case 'n':
            good = readWord("null");
            break;
        default:
            kind = Kind::Number;
            good = readNumber();
        }
        Node &made = m_tree.m_nodes[index];
        made.kind = kind;
        made.escaped = text.escaped;
        made.end = offset();
        made.next = static_cast<quint32>(m_tree.m_nodes.size());
        return good;
    }

    bool readObject(size_t index, int level)
    {
        QSet<QString> keys; // of an object that has many
        int count = 0;
        ++m_at;
        skipSpace();
        if (at() == '}') {
            ++m_at;
            return true;
        }
        while (true) {
            const char *keyAt = m_at;
            Quoted key;
            if (at() != '"') {
                return refuse(m_at, QStringLiteral("a key in quotation marks is expected here"));
            }
            if (!readText(key)) {
                return false;
            }
            if (isTaken(key, index, count, keys)) {
                return refuse(keyAt, QStringLiteral("the key \"%1\" is written twice").arg(m_tree.decoded(key.from, key.to, key.escaped)));
            }
            ++count;
            skipSpace();
            if (at() != ':') {
                return refuse(m_at, QStringLiteral("a colon is expected here"));
            }
            ++m_at;
            skipSpace();
            Node member;
            member.keyAt = key.from - 1;
            member.keyEnd = key.to + 1;
            member.keyEscaped = key.escaped;
            if (!readValue(member, level + 1)) {
                return false;
            }
            skipSpace();
            if (at() == '}') {
                ++m_at;
                return true;
            }
            if (at() != ',') {
                return refuse(m_at, QStringLiteral("a comma or } is expected here"));
            }
            ++m_at;
            skipSpace();
        }
    }

    /** Whether one of the `count` members read so far of the object at `index` has this key. */
    bool isTaken(const Quoted &key, size_t index, int count, QSet<QString> &keys)
    {
        const auto decoded = [this](const Node &node) { return m_tree.decoded(node.keyAt + 1, node.keyEnd - 1, node.keyEscaped); };
        size_t member = index + 1;
        if (count < FewKeys) {
            const QByteArrayView wanted = m_tree.raw(key.from, key.to);
            for (int i = 0; i < count; ++i, member = m_tree.m_nodes[member].next) {
                const Node &node = m_tree.m_nodes[member];
                const bool same = node.keyEscaped || key.escaped ? decoded(node) == m_tree.decoded(key.from, key.to, key.escaped)
                                                                 : m_tree.raw(node.keyAt + 1, node.keyEnd - 1) == wanted;
                if (same) {
                    return true;
                }
            }
            return false;
        }
        if (keys.isEmpty()) {
            for (int i = 0; i < count; ++i, member = m_tree.m_nodes[member].next) {
                keys.insert(decoded(m_tree.m_nodes[member]));
            }
        }
        const qsizetype before = keys.size();
        keys.insert(m_tree.decoded(key.from, key.to, key.escaped));
        return keys.size() == before;
    }

    bool readList(int level)
    {
        ++m_at;
        skipSpace();
        if (at() == ']') {
            ++m_at;
            return true;
        }
        while (true) {
            if (!readValue({}, level + 1)) {
                return false;
            }
            skipSpace();
            if (at() == ']') {
                ++m_at;
                return true;
            }
            if (at() != ',') {
                return refuse(m_at, QStringLiteral("a comma or ] is expected here"));
            }
            ++m_at;
            skipSpace();
        }
    }

    bool readText(Quoted &text)
    {
        const char *from = m_at;
        ++m_at;
        text.from = offset();
        while (m_at < m_end && *m_at != '"') {
            if (static_cast<unsigned char>(*m_at) < 0x20) {
                return refuse(m_at, QStringLiteral("a text may not run over the end of a line"));
            }
            if (*m_at == '\\') {
                text.escaped = true;
                if (!readEscape()) {
                    return false;
                }
            } else {
                ++m_at;
            }
        }
        if (m_at >= m_end) {
            return refuse(from, QStringLiteral("this text is never closed"));
        }
        text.to = offset();
        ++m_at;
        return true;
    }

    bool readEscape()
    {
        const char *from = m_at;
        ++m_at;
        const char kind = at();
        if (kind == 'u') {
            ++m_at;
            for (int i = 0; i < 4; ++i, ++m_at) {
                if (!std::isxdigit(static_cast<unsigned char>(at()))) {
                    return refuse(from, QStringLiteral("\\u needs four hexadecimal digits"));
                }
            }
            return true;
        }
        if (kind == '\0' || !QByteArrayView("\"\\/bfnrt").contains(kind)) {
            return refuse(from, QStringLiteral("no such escape"));
        }
        ++m_at;
        return true;
    }

    bool readDigits()
    {
        const char *from = m_at;
        while (at() >= '0' && at() <= '9') {
            ++m_at;
        }
        return m_at > from;
    }

    bool readNumber()
    {
        const char *from = m_at;
        const auto refused = [this, from] { return refuse(from, QStringLiteral("a value is expected here")); };
        if (at() == '-') {
            ++m_at;
        }
        const bool zero = at() == '0';
        const char *whole = m_at;
        if (!readDigits() || (zero && m_at > whole + 1)) {
            return refused();
        }
        if (at() == '.') {
            ++m_at;
            if (!readDigits()) {
                return refused();
            }
        }
        if (at() == 'e' || at() == 'E') {
            ++m_at;
            if (at() == '+' || at() == '-') {
                ++m_at;
            }
            if (!readDigits()) {
                return refused();
            }
        }
        return true;
    }

    bool readWord(QByteArrayView word)
    {
        if (QByteArrayView(m_at, m_end).startsWith(word)) {
            m_at += word.size();
            return true;
        }
        return refuse(m_at, QStringLiteral("a value is expected here"));
    }

    JsonTree &m_tree;
    const char *m_begin;
    const char *m_end;
    const char *m_at;
};

JsonTree::JsonTree(const QByteArray &text)
    : m_text(text)
{
    if (text.size() > LargestText) {
        m_mistake = Mistake{LargestText, QStringLiteral("the file is too large")};
    } else if (const qsizetype bad = firstBadByte(text); bad >= 0) {
        m_mistake = Mistake{bad, QStringLiteral("this is not UTF-8")};
    } else {
        JsonReading(*this).readAll();
    }
    if (m_mistake) {
        m_nodes.clear();
    }
}

JsonValue JsonTree::root() const
{
    return m_nodes.empty() ? JsonValue() : JsonValue(this, 0);
}

TextPlace JsonTree::place(qsizetype offset) const
{
    TextPlace place;
    for (qsizetype i = 0; i < qMin(offset, m_text.size()); ++i) {
        const auto byte = static_cast<unsigned char>(m_text[i]);
        if (byte == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((byte & 0xC0) != 0x80) { // continuation bytes of UTF-8 begin no character
            ++place.column;
        }
    }
    return place;
}

QString JsonTree::decoded(quint32 from, quint32 to, bool escaped) const
{
    if (!escaped) {
        return QString::fromUtf8(raw(from, to));
    }
    return QJsonDocument::fromJson("[\"" + raw(from, to).toByteArray() + "\"]").array().at(0).toString();
}

inline bool JsonTree::isCalled(const Node &node, QStringView key) const
{
    const qsizetype size = qsizetype(node.keyEnd) - node.keyAt - 2;
    const auto *raw = reinterpret_cast<const uchar *>(m_text.constData()) + node.keyAt + 1;
    if (!node.keyEscaped) {
        // UTF-8 has never fewer bytes than UTF-16 has units, and as many only when all of it is ASCII, which the keys of readers are.
        if (size < key.size() || (size > 0 && !key.isEmpty() && key[0].unicode() < 0x80 && key[0].unicode() != raw[0])) {
            return false;
        }
        if (size == key.size()) {
            return std::equal(raw, raw + size, key.begin(), [](uchar a, QChar b) { return a == b.unicode(); });
        }
        if (std::all_of(raw, raw + size, [](uchar c) { return c < 0x80; })) {
            return false;
        }
    }
    return decoded(node.keyAt + 1, node.keyEnd - 1, node.keyEscaped) == key;
}

bool JsonValue::toBool() const
{
    return isBool() && m_tree->m_text[node().at] == 't';
}

double JsonValue::toDouble(double otherwise) const
{
    return isDouble() ? m_tree->raw(node().at, node().end).toDouble() : otherwise;
}

QString JsonValue::toString() const
{
    return isString() ? m_tree->decoded(node().at + 1, node().end - 1, node().escaped) : QString();
}

QByteArray JsonValue::written() const
{
    return isUndefined() ? QByteArray() : m_tree->raw(node().at, node().end).toByteArray();
}

JsonValue JsonValue::member(QStringView key, const JsonValue &near) const
{
    if (!isObject()) {
        return {};
    }
    const std::vector<JsonTree::Node> &nodes = m_tree->m_nodes;
    const quint32 begin = m_index + 1;
    const quint32 middle = near.isUndefined() ? begin : near.m_index;
    const auto found = [&](quint32 from, quint32 to) -> quint32 {
        for (quint32 index = from; index < to; index = nodes[index].next) {
            if (m_tree->isCalled(nodes[index], key)) {
                return index;
            }
        }
        return 0; // the outermost value, which is nobody's member
    };
    quint32 index = found(middle, node().next);
    if (index == 0) {
        index = found(begin, middle);
    }
    return index == 0 ? JsonValue() : JsonValue(m_tree, index);
}

JsonValue JsonValue::first() const
{
    const bool any = (isObject() || isArray()) && node().next > m_index + 1;
    return any ? JsonValue(m_tree, m_index + 1) : JsonValue();
}

JsonValue JsonValue::after(const JsonValue &whole) const
{
    return node().next < whole.node().next ? JsonValue(m_tree, node().next) : JsonValue();
}

QString JsonValue::key() const
{
    return isUndefined() || node().keyEnd == node().keyAt ? QString()
                                                          : m_tree->decoded(node().keyAt + 1, node().keyEnd - 1, node().keyEscaped);
}

} // namespace motcua
