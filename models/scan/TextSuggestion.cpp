// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scan/TextSuggestion.h"

#include "models/base/Text.h"
#include "models/form/FieldPath.h"
#include "models/form/Typed.h"
#include "models/form/Validation.h"
#include "models/scan/PrintedLabels.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <optional>

namespace motcua {

namespace {

using Tokens = QList<PrintedToken>;

/** What stands behind a label, up to the next one, a wide gap or the end of the line. */
struct Stretch
{
    Tokens tokens = {};
    bool isTold = false; ///< a colon, dots or a line of its own part it from the label
    bool goesOn = false; ///< to a colon: its end belongs to a label that nobody knows
};

/** A value as a person would type it, and how many tokens of the stretch it takes. */
struct Reading
{
    QString typed = {};
    qsizetype taken = 0;
};

bool hasOnly(QStringView text, bool (*is)(QChar))
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), is);
}

bool isPlainDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isOfNumber(QChar c)
{
    return isPlainDigit(c) || (c.isLetter() && c.unicode() < 0x80) || c == u'+' || c == u'-' || c == u'.' || c == u'/';
}

bool isOfName(QChar c)
{
    return c.isLetter() || c.isMark() || c == u'\'' || c == u'’' || c == u'-';
}

/** Without the signs that stand around what is written: dots to write on, and the end of a sentence. */
QString bare(const QString &text)
{
    constexpr QStringView Signs = u".,…_-–—|*()\"“”";
    qsizetype begin = 0;
    qsizetype end = text.size();
    while (begin < end && Signs.contains(text[begin])) {
        ++begin;
    }
    while (end > begin && Signs.contains(text[end - 1])) {
        --end;
    }
    return text.sliced(begin, end - begin);
}

/** The first `count` of them as they are written, with spaces between. */
QString joined(const Tokens &tokens, qsizetype count)
{
    QStringList words;
    for (qsizetype i = 0; i < count; ++i) {
        words.append(bare(tokens[i].text));
    }
    return words.join(u' ');
}

/** Whether what was taken ends here for certain: the stretch does, or a sign says so. */
bool endsAt(const Stretch &stretch, qsizetype taken)
{
    return taken == stretch.tokens.size() ? !stretch.goesOn : !stretch.tokens[taken - 1].text.back().isLetterOrNumber();
}

std::optional<Reading> nameIn(const Stretch &stretch)
{
    constexpr qsizetype Least = 2;
    constexpr qsizetype Most = 10;
    qsizetype taken = 0;
    while (taken < stretch.tokens.size() && taken < Most) {
        const QString word = bare(stretch.tokens[taken].text);
        if (!hasOnly(word, &isOfName) || !word.front().isUpper()) {
            break;
        }
        ++taken;
        if (stretch.tokens[taken - 1].text.endsWith(u',') || stretch.tokens[taken - 1].text.endsWith(u'.')) {
            break;
        }
    }
    // Dots to write on behind it are its end.
    const bool isFilledUp = taken < stretch.tokens.size() && stretch.tokens[taken].key.isEmpty();
    if (taken < Least || !(isFilledUp || endsAt(stretch, taken))) {
        return {};
    }
    return Reading{joined(stretch.tokens, taken), taken};
}

std::optional<Reading> dayIn(const Stretch &stretch, bool isPartial)
{
    static const QRegularExpression day(QStringLiteral("^(?:ngay )?(\\d{1,2}) (?:thang )?(\\d{1,2}) (?:nam )?(\\d{4})$"));
    static const QRegularExpression month(QStringLiteral("^(?:thang )?(\\d{1,2}) (?:nam )?(\\d{4})$"));
    static const QRegularExpression year(QStringLiteral("^(?:nam )?(\\d{4})$"));
    constexpr qsizetype Most = 8; // "ngày 15 / 11 / 2026" has six
    const qsizetype most = std::min(Most, stretch.tokens.size());
    const auto first = [&stretch, most](const QRegularExpression &pattern) -> std::optional<Reading> {
        for (qsizetype taken = 1; taken <= most; ++taken) {
            const QRegularExpressionMatch match = pattern.match(text::folded(joined(stretch.tokens, taken)));
            if (match.hasMatch()) {
                return Reading{match.capturedTexts().sliced(1).join(u'/'), taken};
            }
        }
        return {};
    };
    auto found = first(day);
    for (const QRegularExpression *const pattern : {&month, &year}) {
        if (!found && isPartial) {
            found = first(*pattern);
            found = found && endsAt(stretch, found->taken) ? found : std::nullopt; // else it may be part of something else
        }
    }
    return found;
}

std::optional<Reading> integerIn(const Stretch &stretch)
{
    const QString number = bare(stretch.tokens.front().text);
    const bool isFollowed = stretch.tokens.size() > 1 && hasOnly(bare(stretch.tokens[1].text), &isPlainDigit);
    return hasOnly(number, &isPlainDigit) && !isFollowed ? std::optional(Reading{number, 1}) : std::nullopt;
}

std::optional<Reading> amountIn(const Stretch &stretch)
{
    const QString number = bare(stretch.tokens.front().text);
    const QString next = stretch.tokens.size() > 1 ? stretch.tokens[1].key : QString();
    const bool isCurrency = next == u"dong" || next == u"d" || next == u"vnd";
    if (!number.front().isDigit() || (!next.isEmpty() && !isCurrency)) {
        return {}; // "8 triệu": what comes behind may make it more
    }
    return Reading{isCurrency ? joined(stretch.tokens, 2) : number, isCurrency ? 2 : 1};
}

/** A number as cards and papers have it, perhaps in groups: `takes` says which reading is one. */
template <typename Takes>
std::optional<Reading> numberIn(const Stretch &stretch, Takes takes)
{
    constexpr qsizetype Most = 5;
    qsizetype most = 0;
    while (most < std::min(Most, stretch.tokens.size()) && hasOnly(bare(stretch.tokens[most].text), &isOfNumber)) {
        ++most;
    }
    for (qsizetype taken = most; taken > 0; --taken) {
        const QString number = joined(stretch.tokens, taken);
        const bool isFollowed = taken < stretch.tokens.size() && hasOnly(bare(stretch.tokens[taken].text), &isPlainDigit);
        if (!isFollowed && std::any_of(number.begin(), number.end(), &isPlainDigit) && takes(number)) {
            return Reading{number, taken};
        }
    }
    return {};
}

/** The code of the option that is written out. */
std::optional<Reading> optionIn(const Stretch &stretch, const Field &field)
{
    constexpr qsizetype Most = 8;
    for (qsizetype taken = std::min(Most, stretch.tokens.size()); taken > 0; --taken) {
        const QString written = joined(stretch.tokens, taken);
        if (field.type == FieldType::Category) {
            if (const QString code = field.category.codeOf(written); !code.isEmpty()) {
                return Reading{code, taken};
            }
            continue;
        }
        const QString key = text::folded(written);
        const auto isIt = [&key](const FieldOption &option) { return text::folded(option.label) == key; };
        if (std::count_if(field.options.begin(), field.options.end(), isIt) == 1) {
            return Reading{std::find_if(field.options.begin(), field.options.end(), isIt)->code, taken};
        }
    }
    return {};
}

/** The value of the field's type that the stretch begins with; none for types that may be anything. */
std::optional<Reading> readingOf(const Field &field, const Stretch &stretch, QDate today)
{
    const auto isTaken = [&field, today](const QString &number) {
        return !violation(field, FieldValue::given(normalised(field, number, today)), today);
    };
    switch (field.type) {
    case FieldType::Name:
        return nameIn(stretch);
    case FieldType::Date:
        return dayIn(stretch, false);
    case FieldType::PartialDate:
        return dayIn(stretch, true);
    case FieldType::Enumeration:
    case FieldType::Category:
        return optionIn(stretch, field);
    case FieldType::Integer:
        return integerIn(stretch);
    case FieldType::Money:
        return amountIn(stretch);
    case FieldType::PersonalNumber:
    case FieldType::Phone:
        return numberIn(stretch, isTaken);
    case FieldType::Text: {
        // Any text is a text; one that is called a number is a word with a digit in it.
        const bool isNumber = text::foldedWords(field.label).contains(QStringLiteral("so"));
        const Stretch word{stretch.tokens.first(1), stretch.isTold, false};
        return !isNumber ? std::nullopt : field.rule.isNull() ? numberIn(word, isTaken) : numberIn(stretch, isTaken);
    }
    case FieldType::Email:
        return stretch.tokens.front().text.contains(u'@') ? std::optional(Reading{bare(stretch.tokens.front().text), 1}) : std::nullopt;
    case FieldType::Address:
    case FieldType::Tick:
        return {};
    }
    return {};
}

/** Reads what stands behind the labels of one page. */
class PageSuggestions
{
public:
    PageSuggestions(const PageText &page, const PrintedLabels &labels)
        : m_tokens(printedTokens(page))
        , m_found(labels.in(m_tokens))
    {
    }

    [[nodiscard]] const QList<PrintedLabels::Found> &found() const { return m_found; }

    [[nodiscard]] Stretch behind(const PrintedLabels::Found &label) const
    {
        qsizetype at = label.end;
        Stretch stretch;
        stretch.isTold = m_tokens[at - 1].endsWithColon;
        const int line = m_tokens[at - 1].line;
        const auto isOnLine = [this, line](qsizetype i) { return i < m_tokens.size() && m_tokens[i].line == line; };
        if (isOnLine(at) && m_tokens[at].text.startsWith(u'/')) {
            // "Họ và tên / Full name:" as cards have it.
            constexpr qsizetype LongestTail = 7;
            const qsizetype slash = at;
            while (isOnLine(at) && at - slash < LongestTail && !m_tokens[at].endsWithColon) {
                ++at;
            }
            stretch.isTold = isOnLine(at) && m_tokens[at].endsWithColon;
            at = stretch.isTold ? at + 1 : slash;
        }
        while (isOnLine(at) && m_tokens[at].key.isEmpty()) {
            stretch.isTold = true; // dots to write on, a colon by itself
            ++at;
        }
        if (!isOnLine(at)) {
            at = below(label);
            stretch.isTold = true;
        }
        const qsizetype begin = at;
        const int lineOfValue = begin < m_tokens.size() ? m_tokens[begin].line : 0;
        const auto isInIt = [this, begin, lineOfValue](qsizetype i) {
            return i < m_tokens.size() && m_tokens[i].line == lineOfValue && (i == begin || !m_tokens[i].isApart);
        };
        for (; isInIt(at) && !isLabel(at); ++at) {
            stretch.tokens.append(m_tokens[at]);
            stretch.goesOn = stretch.goesOn || m_tokens[at].endsWithColon;
        }
        return stretch;
    }

private:
    [[nodiscard]] bool isLabel(qsizetype at) const
    {
        return std::any_of(m_found.begin(), m_found.end(), [at](const PrintedLabels::Found &label) { return label.begin == at; });
    }

    /** The first token of the next line that stands below the label, close to it; behind the last where there is none. */
    [[nodiscard]] qsizetype below(const PrintedLabels::Found &label) const
    {
        constexpr int MostHeights = 3; // from base line to base line
        const PrintedToken &first = m_tokens[label.begin];
        const int line = m_tokens[label.end - 1].line + 1;
        for (qsizetype i = label.end; i < m_tokens.size() && m_tokens[i].line <= line; ++i) {
            const PrintedToken &token = m_tokens[i];
            const int down = token.box.bottom() - first.box.bottom();
            if (token.line == line && token.isApart && token.box.right() > first.box.left() && down > 0 && down <= MostHeights * std::max(first.box.height(), token.box.height())) {
                return i;
            }
        }
        return m_tokens.size();
    }

    Tokens m_tokens;
    QList<PrintedLabels::Found> m_found;
};

/** A field that can be answered, by the path it is answered at. */
struct Asked
{
    QString path = {};
    const Field *field = nullptr;
    QString section = {};
};

QList<Asked> askedBy(const FormSchema &form)
{
    QList<Asked> all;
    for (const FormSection &section : form.sections) {
        for (const Field &field : section.fields) {
            if (!field.computed && field.type != FieldType::Tick && field.type != FieldType::Address) {
                all.append({section.repeats ? FieldPath::inRow(section.id, 1, field.id) : field.id, &field, section.id});
            }
        }
    }
    return all;
}

std::optional<FieldSuggestion> suggestionOf(const Asked &asked, const Stretch &stretch, const PrintedLabels::Found &label, QDate today)
{
    constexpr int PointsOfLetter = 5;
    // Where nothing parts them, only what shows by itself that it begins here.
    const bool showsItself = asked.field->type == FieldType::Date || asked.field->type == FieldType::PartialDate || asked.field->type == FieldType::PersonalNumber;
    if (stretch.tokens.isEmpty() || bare(stretch.tokens.front().text).isEmpty() || (!stretch.isTold && !showsItself)) {
        return {};
    }
    const auto reading = readingOf(*asked.field, stretch, today);
    if (!reading) {
        return {};
    }
    FieldSuggestion suggestion{asked.path, normalised(*asked.field, reading->typed, today), 100, 0, {}};
    const bool isStrange = asked.field->type == FieldType::Name && suspicion(*asked.field, suggestion.value);
    if (isStrange || violation(*asked.field, FieldValue::given(suggestion.value), today)) {
        return {};
    }
    for (const PrintedToken &token : stretch.tokens.first(reading->taken)) {
        suggestion.confidence = std::min(suggestion.confidence, token.confidence);
        if (suggestion.words.isEmpty() || suggestion.words.last() != token.word) {
            suggestion.words.append(token.word);
        }
    }
    suggestion.confidence -= label.wrong * PointsOfLetter;
    return suggestion.confidence >= FieldSuggestion::LeastConfidence ? std::optional(suggestion) : std::nullopt;
}

/** What is suggested to a field: where the paper says whose answer it is, and what may be somebody else's. */
struct Candidates
{
    QList<FieldSuggestion> told = {};
    QList<FieldSuggestion> possible = {};
};

/** Puts it among those of its field: the surer first, of a value only the surest. */
void rank(QList<FieldSuggestion> &all, const FieldSuggestion &one)
{
    const auto same = std::find_if(all.begin(), all.end(), [&one](const FieldSuggestion &other) { return other.value == one.value; });
    if (same != all.end()) {
        if (same->confidence >= one.confidence) {
            return;
        }
        all.erase(same);
    }
    const auto place = std::find_if(all.begin(), all.end(), [&one](const FieldSuggestion &other) { return other.confidence < one.confidence; });
    all.insert(place, one);
    if (all.size() > FieldSuggestion::MostOfField) {
        all.removeLast();
    }
}

} // namespace

QList<FieldSuggestion> fieldSuggestions(const QList<PageText> &pages, const FormSchema &form, QDate today)
{
    const QList<Asked> asked = askedBy(form);
    PrintedLabels labels;
    for (qsizetype i = 0; i < asked.size(); ++i) {
        labels.add(asked[i].field->label, i);
    }
    QList<Candidates> ofFields(asked.size());
    for (qsizetype page = 0; page < pages.size(); ++page) {
        const PageSuggestions read(pages[page], labels);
        QString section; // whose part of the page this is, as its last label told that is asked there alone
        for (const PrintedLabels::Found &label : read.found()) {
            if (label.labels.isEmpty()) {
                continue;
            }
            if (label.labels.size() == 1) {
                const Asked &only = asked[label.labels.first()];
                section = PrintedLabels::isCommon(only.field->label) ? QString() : only.section;
            }
            QList<qsizetype> meant;
            std::copy_if(label.labels.begin(), label.labels.end(), std::back_inserter(meant), [&asked, &section](qsizetype i) { return asked[i].section == section; });
            const bool isTold = !meant.isEmpty() || label.labels.size() == 1;
            const Stretch stretch = read.behind(label);
            for (const qsizetype number : meant.isEmpty() ? label.labels : meant) {
                if (auto one = suggestionOf(asked[number], stretch, label, today)) {
                    one->page = int(page);
                    rank(isTold ? ofFields[number].told : ofFields[number].possible, *one);
                }
            }
        }
    }
    QList<FieldSuggestion> all;
    for (const Candidates &ofField : ofFields) {
        all += ofField.told.isEmpty() ? ofField.possible : ofField.told;
    }
    return all;
}

} // namespace motcua
