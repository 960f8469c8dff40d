// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/PdfFile.h"

#include <algorithm>

namespace motcua::evidence {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isRegular(char c)
{
    return !isBlank(c) && !QByteArrayView("()<>[]{}/%").contains(c);
}

bool isNumber(QByteArrayView text)
{
    return !text.isEmpty() && text.size() < 11 && std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

qsizetype pastBlanks(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && (isBlank(text.at(at)) || text.at(at) == '%')) {
        if (text.at(at) == '%') {
            while (at < text.size() && text.at(at) != '\n' && text.at(at) != '\r') {
                ++at;
            }
        } else {
            ++at;
        }
    }
    return at;
}

qsizetype pastRegular(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isRegular(text.at(at))) {
        ++at;
    }
    return at;
}

/** The end of the string in brackets that begins at `at`; -1 when it has none. */
qsizetype pastString(QByteArrayView text, qsizetype at)
{
    int depth = 0;
    for (; at < text.size(); ++at) {
        if (text.at(at) == '\\') {
            ++at;
        } else if (text.at(at) == '(') {
            ++depth;
        } else if (text.at(at) == ')' && --depth == 0) {
            return at + 1;
        }
    }
    return -1;
}

/** The end of "7 0 R" where the number that ends at `at` begins one; else `at`. */
qsizetype pastReference(QByteArrayView text, qsizetype at)
{
    const qsizetype generation = pastBlanks(text, at);
    const qsizetype afterGeneration = pastRegular(text, generation);
    const qsizetype letter = pastBlanks(text, afterGeneration);
    const qsizetype end = pastRegular(text, letter);
    const bool isOne = isNumber(text.sliced(generation, afterGeneration - generation)) && text.sliced(letter, end - letter) == "R";
    return isOne ? end : at;
}

/** The next word from `at` on, which is put after it: a name, number, reference, string, keyword, or one of << >> [ ]. Empty at the end, or where there is none. */
QByteArrayView nextWord(QByteArrayView text, qsizetype &at)
{
    const qsizetype begin = pastBlanks(text, at);
    if (begin >= text.size()) {
        return {};
    }
    const char first = text.at(begin);
    const QByteArrayView two = text.sliced(begin, std::min<qsizetype>(2, text.size() - begin));
    qsizetype end = -1;
    if (two == "<<" || two == ">>") {
        end = begin + 2;
    } else if (first == '[' || first == ']') {
        end = begin + 1;
    } else if (first == '<') {
        const qsizetype close = text.indexOf('>', begin);
        end = close < 0 ? -1 : close + 1;
    } else if (first == '(') {
        end = pastString(text, begin);
    } else if (first == '/') {
        end = pastRegular(text, begin + 1);
    } else if (isRegular(first)) {
        end = pastRegular(text, begin);
        if (isNumber(text.sliced(begin, end - begin))) {
            end = pastReference(text, end);
        }
    }
    if (end < 0) {
        return {};
    }
    at = end;
    return text.sliced(begin, end - begin);
}

/** The whole value from `at` on, which is put after it; empty where there is none. */
QByteArrayView nextValue(QByteArrayView text, qsizetype &at)
{
    const qsizetype begin = pastBlanks(text, at);
    qsizetype end = begin;
    int depth = 0;
    do {
        const QByteArrayView word = nextWord(text, end);
        if (word.isEmpty()) {
            return {};
        }
        depth += word == "<<" || word == "[" ? 1 : word == ">>" || word == "]" ? -1 : 0;
    } while (depth > 0);
    if (depth < 0) {
        return {};
    }
    at = end;
    return text.sliced(begin, end - begin);
}

/** What stands within the two words that open and close it; nothing when it is no such value. */
std::optional<QByteArrayView> within(QByteArrayView value, QByteArrayView open, QByteArrayView close)
{
    const QByteArrayView text = value.trimmed();
    const qsizetype least = open.size() + close.size();
    return text.size() >= least && text.startsWith(open) && text.endsWith(close) ? std::optional(text.sliced(open.size(), text.size() - least))
                                                                                : std::nullopt;
}

Error foreign(const char *what)
{
    return {ErrorCode::RenderFailed, QStringLiteral("signature: ") + QString::fromLatin1(what)};
}

} // namespace

std::optional<PdfDictionary> dictionaryOf(QByteArrayView value)
{
    const auto inner = within(value, "<<", ">>");
    if (!inner) {
        return std::nullopt;
    }
    PdfDictionary found;
    qsizetype at = 0;
    while (pastBlanks(*inner, at) < inner->size()) {
        const QByteArrayView name = nextWord(*inner, at);
        const QByteArrayView one = nextValue(*inner, at);
        if (!name.startsWith('/') || one.isEmpty()) {
            return std::nullopt;
        }
        found.append({name.sliced(1).toByteArray(), one.toByteArray()});
    }
    return found;
}

std::optional<QList<QByteArray>> arrayOf(QByteArrayView value)
{
    const auto inner = within(value, "[", "]");
    if (!inner) {
        return std::nullopt;
    }
    QList<QByteArray> found;
    qsizetype at = 0;
    while (pastBlanks(*inner, at) < inner->size()) {
        const QByteArrayView one = nextValue(*inner, at);
        if (one.isEmpty()) {
            return std::nullopt;
        }
        found.append(one.toByteArray());
    }
    return found;
}

int referenceOf(QByteArrayView value)
{
    const QByteArrayView text = value.trimmed();
    return text.endsWith('R') ? text.first(pastRegular(text, 0)).toInt() : 0;
}

QByteArray valueIn(const PdfDictionary &dictionary, QByteArrayView name)
{
    const auto found = std::find_if(dictionary.cbegin(), dictionary.cend(), [name](const auto &one) { return one.first == name; });
    return found == dictionary.cend() ? QByteArray() : found->second;
}

void setValue(PdfDictionary &dictionary, const QByteArray &name, const QByteArray &value)
{
    const auto found = std::find_if(dictionary.begin(), dictionary.end(), [&name](const auto &one) { return one.first == name; });
    if (found == dictionary.end()) {
        dictionary.append({name, value});
    } else {
        found->second = value;
    }
}

QByteArray written(const PdfDictionary &dictionary)
{
    QByteArray text = "<<";
    for (const auto &[name, value] : dictionary) {
        text += " /" + name + ' ' + value;
    }
    return text + " >>";
}

QByteArray withValues(const QByteArray &object, const PdfDictionary &values)
{
    qsizetype at = 0;
    auto dictionary = dictionaryOf(nextValue(object, at));
    if (!dictionary) {
        return {};
    }
    for (const auto &[name, value] : values) {
        setValue(*dictionary, name, value);
    }
    return written(*dictionary) + object.sliced(at);
}

QByteArray renumbered(QByteArrayView object, const std::function<int(int)> &numberOf)
{
    QByteArray text;
    qsizetype at = 0;
    while (pastBlanks(object, at) < object.size()) {
        const QByteArrayView word = nextWord(object, at);
        if (word == "stream" || word.isEmpty()) {
            return text + (word.isEmpty() ? object.sliced(at) : object.sliced(at - word.size())).toByteArray();
        }
        const int number = referenceOf(word);
        text += number > 0 ? QByteArray::number(numberOf(number)) + " 0 R" : word.toByteArray();
        text += word == "<<" || word == "[" ? "" : " ";
    }
    return text.trimmed();
}

Result<PdfFile> PdfFile::of(const QByteArray &pdf)
{
    PdfFile file;
    file.m_bytes = pdf;
    return file.read() ? Result<PdfFile>(std::move(file)) : foreign("no table of objects as ours");
}

bool PdfFile::read()
{
    const qsizetype mark = m_bytes.lastIndexOf("startxref");
    if (!m_bytes.startsWith("%PDF-1.") || mark < 0) {
        return false;
    }
    qsizetype at = mark + 9;
    qsizetype table = nextWord(m_bytes, at).toLongLong();
    m_tableAt = table;
    for (int revision = 0; revision < MostRevisions; ++revision) {
        PdfDictionary trailer;
        if (!readTable(table, trailer)) {
            return false;
        }
        if (revision == 0) {
            m_trailer = trailer;
            m_size = valueIn(trailer, "Size").toInt();
        }
        const QByteArray before = valueIn(trailer, "Prev");
        if (before.isEmpty()) {
            return m_size > 0 && std::all_of(m_entries.keyBegin(), m_entries.keyEnd(), [this](int number) { return number < m_size; });
        }
        // A table before the one it is said in: nothing goes round in a circle.
        if (before.toLongLong() >= table) {
            return false;
        }
        table = before.toLongLong();
    }
    return false;
}

bool PdfFile::readTable(qsizetype at, PdfDictionary &trailer)
{
    if (at <= 0 || at >= m_bytes.size() || nextWord(m_bytes, at) != "xref") {
        return false;
    }
    const auto number = [this, &at](qsizetype &into) {
        const QByteArrayView word = nextWord(m_bytes, at);
        into = word.toLongLong();
        return isNumber(word);
    };
    for (;;) {
        qsizetype ahead = at;
        if (nextWord(m_bytes, ahead) == "trailer") {
            const auto read = dictionaryOf(nextValue(m_bytes, ahead));
            trailer = read.value_or(PdfDictionary());
            return read.has_value();
        }
        qsizetype first = 0;
        qsizetype count = 0;
        if (!number(first) || !number(count) || count > m_bytes.size() || first > m_bytes.size()) {
            return false;
        }
        for (qsizetype i = 0; i < count; ++i) {
            qsizetype where = 0;
            qsizetype generation = 0;
            if (!number(where) || !number(generation)) {
                return false;
            }
            const QByteArrayView kind = nextWord(m_bytes, at);
            const int which = static_cast<int>(first + i);
            // The last revision is read first, and its word stands.
            if ((kind == "n" || kind == "f") && !m_entries.contains(which)) {
                m_entries.insert(which, {kind == "n" ? where : 0, static_cast<int>(generation)});
            }
        }
    }
}

QByteArrayView PdfFile::valueOf(int number, qsizetype &end) const
{
    end = m_entries.value(number).at;
    if (end <= 0 || end >= m_bytes.size() || nextWord(m_bytes, end).toInt() != number || !isNumber(nextWord(m_bytes, end))
        || nextWord(m_bytes, end) != "obj") {
        return {};
    }
    return nextValue(m_bytes, end);
}

QByteArray PdfFile::object(int number) const
{
    qsizetype at = 0;
    const QByteArrayView value = valueOf(number, at);
    qsizetype ahead = at;
    if (value.isEmpty() || nextWord(m_bytes, ahead) != "stream") {
        return value.toByteArray();
    }
    const QByteArray said = valueIn(dictionaryOf(value).value_or(PdfDictionary()), "Length");
    qsizetype unused = 0;
    const QByteArrayView length = referenceOf(said) > 0 ? valueOf(referenceOf(said), unused) : QByteArrayView(said);
    ahead += QByteArrayView(m_bytes).sliced(ahead).startsWith("\r\n") ? 2 : 1;
    qsizetype end = ahead + length.toLongLong();
    if (!isNumber(length) || end > m_bytes.size() || nextWord(m_bytes, end) != "endstream") {
        return {};
    }
    const qsizetype begin = value.data() - m_bytes.constData();
    return m_bytes.sliced(begin, end - begin);
}

QByteArray PdfFile::resolved(const QByteArray &value) const
{
    const int number = referenceOf(value);
    return number > 0 ? object(number) : value;
}

int PdfRevision::add(const QByteArray &object)
{
    const int made = number();
    set(made, object);
    return made;
}

QByteArray PdfRevision::takenOver(const PdfFile &from, QByteArrayView value)
{
    QHash<int, int> numbers;
    QList<int> waiting;
    const auto numberOf = [&](int there) {
        if (!numbers.contains(there)) {
            numbers.insert(there, number());
            waiting.append(there);
        }
        return numbers.value(there);
    };
    const QByteArray taken = renumbered(value, numberOf);
    while (!waiting.isEmpty()) {
        const int there = waiting.takeFirst();
        set(numbers.value(there), renumbered(from.object(there), numberOf));
    }
    return taken;
}

PdfRevision::Whole PdfRevision::whole(const QByteArray &id) const
{
    Whole made{.pdf = m_file.bytes()};
    if (!made.pdf.endsWith('\n')) {
        made.pdf += '\n';
    }
    for (auto it = m_objects.cbegin(); it != m_objects.cend(); ++it) {
        made.at.insert(it.key(), made.pdf.size());
        made.pdf += QByteArray::number(it.key()) + ' ' + QByteArray::number(m_file.generation(it.key())) + " obj\n" + it.value() + "\nendobj\n";
    }
    const qsizetype tableAt = made.pdf.size();
    made.pdf += "xref\n";
    for (auto it = m_objects.cbegin(); it != m_objects.cend();) {
        auto end = it;
        QByteArray rows;
        int count = 0;
        for (; end != m_objects.cend() && end.key() == it.key() + count; ++end, ++count) {
            rows += QByteArray::number(made.at.value(end.key())).rightJustified(10, '0') + ' '
                + QByteArray::number(m_file.generation(end.key())).rightJustified(5, '0') + " n \n";
        }
        made.pdf += QByteArray::number(it.key()) + ' ' + QByteArray::number(count) + '\n' + rows;
        it = end;
    }
    PdfDictionary trailer = m_file.trailer();
    setValue(trailer, "Size", QByteArray::number(m_next));
    setValue(trailer, "Prev", QByteArray::number(m_file.tableAt()));
    // The first half names the file for good, the second this state of it (ISO 32000-1, 14.4).
    const auto ids = arrayOf(valueIn(trailer, "ID"));
    const QByteArray own = '<' + id.toHex() + '>';
    setValue(trailer, "ID", '[' + (ids && ids->size() == 2 ? ids->constFirst() : own) + ' ' + own + ']');
    made.pdf += "trailer\n" + written(trailer) + "\nstartxref\n" + QByteArray::number(tableAt) + "\n%%EOF\n";
    return made;
}

} // namespace motcua::evidence
