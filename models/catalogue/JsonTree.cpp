// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/JsonTree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstring>

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

/** Where, from `at` on, the first quotation mark, backslash or control character stands; `end` without any. */
const char *endOfRun(const char *at, const char *end)
{
    // Eight bytes at a time, as most of a file is texts. Each term has the top bit of a byte set that is meant, and of none before the
    // first such byte.
    constexpr quint64 Ones = 0x0101'0101'0101'0101;
    constexpr quint64 Tops = 0x80 * Ones;
    for (; end - at >= qsizetype(sizeof(quint64)); at += sizeof(quint64)) {
        const quint64 bytes = qFromLittleEndian<quint64>(at);
        const quint64 quotes = bytes ^ ('"' * Ones);
        const quint64 slashes = bytes ^ ('\\' * Ones);
        const quint64 meant = (((quotes - Ones) & ~quotes) | ((slashes - Ones) & ~slashes) | ((bytes - ' ' * Ones) & ~bytes)) & Tops;
        if (meant != 0) {
            return at + std::countr_zero(meant) / 8;
        }
    }
    return std::find_if(at, end, [](char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < ' '; });
}

/** Tells keys apart by their length, ends and middle; never 0. `key` is of bytes or characters, which are the same in ASCII. */
template <typename Unit>
quint16 keyHash(const Unit *key, qsizetype size)
{
    const auto unit = [key](qsizetype at) { return static_cast<quint32>(static_cast<std::make_unsigned_t<Unit>>(key[at])); };
    const quint32 parts = size == 0 ? 0 : unit(0) << 9 ^ unit(size / 2) << 5 ^ unit(size - 1);
    return static_cast<quint16>((parts ^ static_cast<quint32>(size) << 12) | 1);
}

quint16 keyHash(QByteArrayView key)
{
    return keyHash(key.data(), key.size());
}

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

quint16 keyHash(QStringView key)
{
    return isAscii(key) ? keyHash(key.utf16(), key.size()) : keyHash(QByteArrayView(key.toUtf8()));
}

/** The bit of a hash in JsonTree::Node::members; all of them for a key that has to be decoded. */
quint32 memberBit(quint16 hash)
{
    return hash == 0 ? ~quint32(0) : quint32(1) << ((hash >> 1 ^ hash >> 6 ^ hash >> 11) % 32);
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
        constexpr QByteArrayView Indent("        ");
        while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r')) {
            ++m_at;
            while (m_end - m_at >= Indent.size() && std::memcmp(m_at, Indent.data(), Indent.size()) == 0) {
                m_at += Indent.size();
            }
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
        quint32 members = 0;
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
            Node member;
            member.keyAt = key.from - 1;
            member.keyEnd = key.to + 1;
            member.keyEscaped = key.escaped;
            member.keyHash = key.escaped ? quint16(0) : keyHash(m_tree.raw(key.from, key.to));
            const quint32 bit = memberBit(member.keyHash);
            const bool mayBeTaken = (members & bit) != 0 || count >= FewKeys; // of many keys each is kept
            if (mayBeTaken && isTaken(member, index, count, keys)) {
                return refuse(keyAt, QStringLiteral("the key \"%1\" is written twice").arg(m_tree.decoded(key.from, key.to, key.escaped)));
            }
            members |= bit;
            ++count;
            skipSpace();
            if (at() != ':') {
                return refuse(m_at, QStringLiteral("a colon is expected here"));
            }
            ++m_at;
            skipSpace();
            if (!readValue(member, level + 1)) {
                return false;
            }
            skipSpace();
            if (at() == '}') {
                ++m_at;
                m_tree.m_nodes[index].members = members;
                return true;
            }
            if (at() != ',') {
                return refuse(m_at, QStringLiteral("a comma or } is expected here"));
            }
            ++m_at;
            skipSpace();
        }
    }

    /** Whether one of the `count` members read so far of the object at `index` has the key of `wanted`. */
    bool isTaken(const Node &wanted, size_t index, int count, QSet<QString> &keys)
    {
        const auto decoded = [this](const Node &node) { return m_tree.decoded(node.keyAt + 1, node.keyEnd - 1, node.keyEscaped); };
        size_t member = index + 1;
        if (count < FewKeys) {
            for (int i = 0; i < count; ++i, member = m_tree.m_nodes[member].next) {
                const Node &node = m_tree.m_nodes[member];
                const bool mayBe = node.keyHash == wanted.keyHash || node.keyEscaped || wanted.keyEscaped;
                if (mayBe && decoded(node) == decoded(wanted)) {
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
        keys.insert(decoded(wanted));
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
        for (m_at = endOfRun(m_at, m_end); m_at < m_end && *m_at != '"'; m_at = endOfRun(m_at, m_end)) {
            if (*m_at != '\\') {
                return refuse(m_at, QStringLiteral("a text may not run over the end of a line"));
            }
            text.escaped = true;
            if (!readEscape()) {
                return false;
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

inline bool JsonTree::isCalled(const Node &node, QStringView key, quint16 hash) const
{
    return (node.keyEscaped || node.keyHash == hash) && says(node.keyAt + 1, node.keyEnd - 1, node.keyEscaped, key);
}

bool JsonTree::says(quint32 from, quint32 to, bool escaped, QStringView text) const
{
    const QByteArrayView written = raw(from, to);
    // The words and keys of readers are ASCII, whose bytes are its characters.
    if (!escaped && isAscii(text)) {
        return std::equal(
            written.begin(), written.end(), text.begin(), text.end(), [](char a, QChar b) { return a == static_cast<char>(b.unicode()); });
    }
    return decoded(from, to, escaped) == text;
}

bool JsonValue::toBool() const
{
    return isBool() && m_tree->m_text[node().at] == 't';
}

std::optional<qint64> JsonValue::toWhole() const
{
    if (!isDouble()) {
        return {};
    }
    const QByteArrayView written = m_tree->raw(node().at, node().end);
    qint64 whole = 0;
    if (const auto [end, fault] = std::from_chars(written.begin(), written.end(), whole); fault == std::errc() && end == written.end()) {
        return whole;
    }
    constexpr double Beyond = 9'007'199'254'740'992.0; // 2^53, from which on a double has no fraction to tell of
    bool read = false;
    const double number = written.toDouble(&read);
    return read && number == std::floor(number) && std::abs(number) < Beyond ? std::optional(static_cast<qint64>(number)) : std::nullopt;
}

QString JsonValue::toString() const
{
    return isString() ? m_tree->decoded(node().at + 1, node().end - 1, node().escaped) : QString();
}

bool JsonValue::says(QStringView text) const
{
    return isString() && m_tree->says(node().at + 1, node().end - 1, node().escaped, text);
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
    const quint16 hash = keyHash(key);
    if ((node().members & memberBit(hash)) == 0) {
        return {};
    }
    const quint32 middle = near.isUndefined() ? begin : near.m_index;
    const auto found = [&](quint32 from, quint32 to) -> quint32 {
        for (quint32 index = from; index < to; index = nodes[index].next) {
            if (m_tree->isCalled(nodes[index], key, hash)) {
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
