// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/** One step from a JSON value to a value inside it: a member by key, or an element by index. */
struct JsonStep
{
    QString key = {};
    qsizetype index = -1; ///< from 0; -1 when the step is a key

    friend bool operator==(const JsonStep &, const JsonStep &) = default;
};
using JsonPath = QList<JsonStep>;

/** Where something stands in a text, both counted from 1; the column in characters, not bytes. */
struct TextPlace
{
    int line = 1;
    int column = 1;

    friend bool operator==(const TextPlace &, const TextPlace &) = default;
};

/**
 * Says where things stand in a JSON text (RFC 8259).
 *
 * Qt's parser keeps no positions and takes the last of two equal keys without a word, so this scanner walks the same
 * text for what a person who wrote the file needs: line and column of a mistake, and of any value or key.
 */
class JsonScan
{
public:
    /** What is wrong with the text, and at which byte. */
    struct Mistake
    {
        qsizetype offset = 0;
        QString what = {};
    };

    explicit JsonScan(const QByteArray &text)
        : m_text(text)
    {
    }

    /** The first mistake: not UTF-8, not JSON, a key written twice in one object, or deeper than 64 levels. */
    [[nodiscard]] std::optional<Mistake> mistake();

    /** The byte at which the value at `path` begins, in a text without mistake; -1 when there is none. */
    [[nodiscard]] qsizetype value(const JsonPath &path);

    /** The byte at which the last key of `path` begins; that of the value when the last step is an index. */
    [[nodiscard]] qsizetype key(const JsonPath &path);

    /** Line and column of a byte. */
    [[nodiscard]] TextPlace place(qsizetype offset) const;

private:
    bool walk();
    bool walkValue();
    bool walkObject();
    bool walkArray();
    bool walkString(QString *decoded);
    bool walkEscape();
    bool walkNumber();
    bool walkWord(QByteArrayView word);
    bool refuse(qsizetype offset, const QString &what);
    void skipSpace();
    [[nodiscard]] char at() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    [[nodiscard]] bool isDigit() const { return at() >= '0' && at() <= '9'; }

    QByteArray m_text;
    qsizetype m_at = 0;
    JsonPath m_path; ///< of the value the scanner stands before
    qsizetype m_keyAt = 0;
    JsonPath m_wanted;
    bool m_seeking = false;
    qsizetype m_foundValue = -1;
    qsizetype m_foundKey = -1;
    std::optional<Mistake> m_mistake;
};

} // namespace motcua
