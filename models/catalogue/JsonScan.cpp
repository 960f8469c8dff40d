// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/JsonScan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <cctype>

namespace motcua {

namespace {

// Catalogue files are at most nine levels deep; the bound keeps a hostile file from exhausting the stack.
constexpr qsizetype DeepestLevel = 64;

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

std::optional<JsonScan::Mistake> JsonScan::mistake()
{
    m_mistake.reset();
    if (const qsizetype bad = firstBadByte(m_text); bad >= 0) {
        m_mistake = Mistake{bad, QStringLiteral("this is not UTF-8")};
        return m_mistake;
    }
    m_seeking = false;
    walk();
    return m_mistake;
}

qsizetype JsonScan::value(const JsonPath &path)
{
    m_wanted = path;
    m_seeking = true;
    m_foundValue = -1;
    m_foundKey = -1;
    walk();
    return m_foundValue;
}

qsizetype JsonScan::key(const JsonPath &path)
{
    const qsizetype found = value(path);
    return !path.isEmpty() && path.constLast().index < 0 ? m_foundKey : found;
}

TextPlace JsonScan::place(qsizetype offset) const
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

bool JsonScan::walk()
{
    m_at = 0;
    m_keyAt = 0;
    m_path.clear();
    skipSpace();
    if (!walkValue()) {
        return false;
    }
    skipSpace();
    return m_at == m_text.size() || refuse(m_at, QStringLiteral("nothing may follow the end"));
}

bool JsonScan::walkValue()
{
    if (m_seeking && m_path == m_wanted) {
        m_foundValue = m_at;
        m_foundKey = m_keyAt;
        return false; // found: nothing further is of interest
    }
    if (m_path.size() >= DeepestLevel) {
        return refuse(m_at, QStringLiteral("nested too deeply"));
    }
    switch (at()) {
    case '{':
        return walkObject();
    case '[':
        return walkArray();
    case '"':
        return walkString(nullptr);
    case 't':
        return walkWord("true");
    case 'f':
        return walkWord("false");
    case 'n':
        return walkWord("null");
    default:
        return walkNumber();
    }
}

bool JsonScan::walkObject()
{
    QSet<QString> keys;
    ++m_at;
    skipSpace();
    if (at() == '}') {
        ++m_at;
        return true;
    }
    while (true) {
        const qsizetype keyAt = m_at;
        QString key;
        if (at() != '"') {
            return refuse(m_at, QStringLiteral("a key in quotation marks is expected here"));
        }
        if (!walkString(&key)) {
            return false;
        }
        if (keys.contains(key)) {
            return refuse(keyAt, QStringLiteral("the key \"%1\" is written twice").arg(key));
        }
        keys.insert(key);
        skipSpace();
        if (at() != ':') {
            return refuse(m_at, QStringLiteral("a colon is expected here"));
        }
        ++m_at;
        skipSpace();
        m_path.append({key, -1});
        m_keyAt = keyAt;
        if (!walkValue()) {
            return false;
        }
        m_path.removeLast();
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

bool JsonScan::walkArray()
{
    ++m_at;
    skipSpace();
    if (at() == ']') {
        ++m_at;
        return true;
    }
    for (qsizetype index = 0;; ++index) {
        m_path.append({QString(), index});
        m_keyAt = m_at;
        if (!walkValue()) {
            return false;
        }
        m_path.removeLast();
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

bool JsonScan::walkString(QString *decoded)
{
    const qsizetype from = m_at;
    bool escaped = false;
    ++m_at;
    while (m_at < m_text.size() && at() != '"') {
        if (static_cast<unsigned char>(at()) < 0x20) {
            return refuse(m_at, QStringLiteral("a text may not run over the end of a line"));
        }
        if (at() == '\\') {
            escaped = true;
            if (!walkEscape()) {
                return false;
            }
        } else {
            ++m_at;
        }
    }
    if (m_at >= m_text.size()) {
        return refuse(from, QStringLiteral("this text is never closed"));
    }
    ++m_at;
    if (decoded) {
        const QByteArray raw = m_text.mid(from, m_at - from);
        *decoded = escaped ? QJsonDocument::fromJson('[' + raw + ']').array().at(0).toString()
                           : QString::fromUtf8(raw.mid(1, raw.size() - 2));
    }
    return true;
}

bool JsonScan::walkEscape()
{
    const qsizetype from = m_at;
    ++m_at;
    const char kind = at();
    if (kind == 'u') {
        const QByteArray digits = m_text.mid(m_at + 1, 4);
        for (const char c : digits) {
            if (!std::isxdigit(static_cast<unsigned char>(c))) {
                return refuse(from, QStringLiteral("\\u needs four hexadecimal digits"));
            }
        }
        m_at += 1 + digits.size();
        return digits.size() == 4 || refuse(from, QStringLiteral("\\u needs four hexadecimal digits"));
    }
    if (kind == '\0' || !QByteArrayView("\"\\/bfnrt").contains(kind)) {
        return refuse(from, QStringLiteral("no such escape"));
    }
    ++m_at;
    return true;
}

bool JsonScan::walkNumber()
{
    const qsizetype from = m_at;
    const auto digits = [this] {
        const qsizetype first = m_at;
        while (isDigit()) {
            ++m_at;
        }
        return m_at > first;
    };
    const auto refused = [this, from] { return refuse(from, QStringLiteral("a value is expected here")); };
    if (at() == '-') {
        ++m_at;
    }
    const bool zero = at() == '0';
    const qsizetype whole = m_at;
    if (!digits() || (zero && m_at > whole + 1)) {
        return refused();
    }
    if (at() == '.') {
        ++m_at;
        if (!digits()) {
            return refused();
        }
    }
    if (at() == 'e' || at() == 'E') {
        ++m_at;
        if (at() == '+' || at() == '-') {
            ++m_at;
        }
        if (!digits()) {
            return refused();
        }
    }
    return true;
}

bool JsonScan::walkWord(QByteArrayView word)
{
    if (QByteArrayView(m_text).sliced(m_at).startsWith(word)) {
        m_at += word.size();
        return true;
    }
    return refuse(m_at, QStringLiteral("a value is expected here"));
}

bool JsonScan::refuse(qsizetype offset, const QString &what)
{
    m_mistake = Mistake{offset, what};
    return false;
}

void JsonScan::skipSpace()
{
    while (at() == ' ' || at() == '\t' || at() == '\n' || at() == '\r') {
        ++m_at;
    }
}

} // namespace motcua
