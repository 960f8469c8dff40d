// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scan/PrintedLabels.h"

#include "models/base/Text.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <numeric>
#include <vector>

namespace motcua {

namespace {

/** What papers call the same in other words, folded; in each list what is longer before what it begins with. */
const std::array<std::initializer_list<const char *>, 4> Kin = {{
    {"ho chu dem ten", "ho chu dem va ten", "ho va ten khai sinh", "ho va ten", "ho ten"},
    {"ngay thang nam sinh", "ngay sinh", "sinh ngay", "nam sinh"},
    {"so dinh danh ca nhan", "so can cuoc cong dan", "can cuoc cong dan so", "so the can cuoc", "the can cuoc so", "so dinh danh", "so can cuoc", "so cccd"},
    {"so dien thoai", "dien thoai", "so dt"},
}};

/** What stands on many papers behind an answer, asked for or not. */
constexpr std::array Others = {"gioi tinh", "dan toc", "quoc tich", "ton giao", "nghe nghiep", "que quan", "noi sinh", "noi cu tru", "noi thuong tru", "noi o hien tai", "ngay cap", "noi cap",
    "co quan cap", "co gia tri den", "dia chi", "chuc vu", "so dien thoai", "ngay thang nam sinh", "ngay sinh", "nam sinh", "so dinh danh ca nhan"};

/** How many letters may be read wrong in a label of so many. */
int wrongIn(qsizetype letters)
{
    constexpr qsizetype LettersOfOne = 8;
    constexpr int Most = 3;
    return std::min(Most, int(letters / LettersOfOne));
}

/** The edits that make one of the other, if they are no more than `most`. */
std::optional<int> editsWithin(QStringView one, QStringView other, int most)
{
    if (std::abs(one.size() - other.size()) > most) {
        return {};
    }
    std::vector<int> row(std::size_t(other.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < one.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        int least = row[0];
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int changed = diagonal + (one[i] == other[qsizetype(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
            least = std::min(least, row[j]);
        }
        if (least > most) {
            return {};
        }
    }
    return row.back() <= most ? std::optional(row.back()) : std::nullopt;
}

/** Whether a label may begin at a token: not in the midst of words. */
bool canBegin(const QList<PrintedToken> &tokens, qsizetype at)
{
    if (tokens[at].key.isEmpty()) {
        return false;
    }
    if (at == 0 || tokens[at].isApart) {
        return true;
    }
    const PrintedToken &before = tokens[at - 1];
    return before.endsWithColon || before.key.isEmpty() || !before.text.back().isLetter() || tokens[at].text.front().isUpper();
}

} // namespace

QList<PrintedToken> printedTokens(const PageText &page)
{
    constexpr double WideGap = 1.5; // heights of a word; a space of print is a third of one
    QList<PrintedToken> tokens;
    for (qsizetype i = 0; i < page.words.size(); ++i) {
        const PageText::Word &word = page.words[i];
        const PageText::Word *const before = i > 0 && page.words[i - 1].line == word.line ? &page.words[i - 1] : nullptr;
        bool isApart = !before || word.box.left() - before->box.right() > WideGap * word.box.height();
        QString text = word.text;
        text.replace(u';', u':');
        QStringList parts = text.split(u':');
        for (qsizetype part = 0; part < parts.size(); ++part) {
            const bool isLast = part + 1 == parts.size();
            if (isLast && part > 0 && parts[part].isEmpty()) {
                break; // nothing behind the colon
            }
            PrintedToken token{parts[part], text::folded(parts[part]).remove(u' '), int(i), word.line, word.box, word.confidence, !isLast, isApart};
            if (token.text.isEmpty()) {
                token.text = QStringLiteral(":"); // by itself
            }
            tokens.append(token);
            isApart = false;
        }
    }
    return tokens;
}

PrintedLabels::PrintedLabels()
{
    for (const char *const other : Others) {
        addKey(QString::fromLatin1(other).split(u' '), {});
    }
}

void PrintedLabels::add(const QString &label, qsizetype number)
{
    // What a form explains in brackets, papers leave out.
    for (const QString &said : {label, label.left(label.indexOf(u'('))}) {
        const QString own = text::foldedWords(said).join(u' ');
        addKey(own.split(u' '), number);
        for (const auto &kin : Kin) {
            const auto wording = std::find_if(kin.begin(), kin.end(), [&own](const char *one) { return (own + u' ').startsWith(QString::fromLatin1(one) + u' '); });
            if (wording == kin.end()) {
                continue;
            }
            const QString rest = own.sliced(QString::fromLatin1(*wording).size());
            for (const char *const another : kin) {
                addKey((QString::fromLatin1(another) + rest).split(u' '), number);
            }
        }
    }
}

bool PrintedLabels::isCommon(const QString &label)
{
    const QString own = text::foldedWords(label).join(u' ');
    const auto isIt = [&own](const char *wording) { return own == QString::fromLatin1(wording); };
    return std::any_of(Others.begin(), Others.end(), isIt) || std::any_of(Kin.begin(), Kin.end(), [&isIt](const auto &kin) { return std::any_of(kin.begin(), kin.end(), isIt); });
}

void PrintedLabels::addKey(const QStringList &words, std::optional<qsizetype> number)
{
    const QString key = words.join(QString());
    if (key.isEmpty()) {
        return;
    }
    auto known = std::find_if(m_labels.begin(), m_labels.end(), [&key](const Label &label) { return label.key == key; });
    if (known == m_labels.end()) {
        m_labels.append({key, words.size(), {}});
        known = std::prev(m_labels.end());
        m_longest = std::max(m_longest, key.size());
    }
    if (number && !known->numbers.contains(*number)) {
        known->numbers.append(*number);
    }
}

PrintedLabels::Found PrintedLabels::at(const QList<PrintedToken> &tokens, qsizetype begin) const
{
    Found best{begin, begin, 0, {}};
    qsizetype length = 0; // of the best label
    QString key;
    for (qsizetype end = begin; end < tokens.size(); ++end) {
        const PrintedToken &token = tokens[end];
        // A label is in one piece: it goes over no gap, no line and no colon.
        if (end > begin && (token.isApart || tokens[end - 1].endsWithColon)) {
            break;
        }
        key += token.key;
        if (key.size() > m_longest + wrongIn(m_longest)) {
            break;
        }
        if (token.key.isEmpty()) {
            continue;
        }
        for (const Label &label : m_labels) {
            const auto wrong = editsWithin(key, label.key, wrongIn(label.key.size()));
            // One word alone ("Số") is a label only where the paper says so.
            if (!wrong || (label.words == 1 && !token.endsWithColon)) {
                continue;
            }
            if (label.key.size() > length || (label.key.size() == length && *wrong < best.wrong)) {
                best = {begin, end + 1, *wrong, label.numbers};
                length = label.key.size();
            } else if (label.key.size() == length && *wrong == best.wrong && best.end == end + 1) {
                best.labels += label.numbers; // nobody can tell which of them it is
            }
        }
    }
    return best;
}

QList<PrintedLabels::Found> PrintedLabels::in(const QList<PrintedToken> &tokens) const
{
    QList<Found> all;
    for (qsizetype i = 0; i < tokens.size();) {
        const Found found = canBegin(tokens, i) ? at(tokens, i) : Found{i, i, 0, {}};
        if (found.end > found.begin) {
            all.append(found);
        }
        i = std::max(found.end, i + 1);
    }
    return all;
}

} // namespace motcua
