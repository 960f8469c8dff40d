// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/SpokenCall.h"

#include "models/base/Text.h"
#include "models/base/VietnameseWords.h"
#include "models/ticket/Ticket.h"

#include <algorithm>

namespace motcua {

namespace {

using Language = CallPhrases::Language;

QString englishBelowTwenty(int number)
{
    static constexpr std::array Words{u"zero", u"one", u"two", u"three", u"four", u"five", u"six", u"seven", u"eight", u"nine", u"ten", u"eleven",
        u"twelve", u"thirteen", u"fourteen", u"fifteen", u"sixteen", u"seventeen", u"eighteen", u"nineteen"};
    return QString::fromUtf16(Words.at(static_cast<std::size_t>(number)));
}

/** 0 to 999. */
QStringList englishNumber(int number)
{
    static constexpr std::array Tens{u"twenty", u"thirty", u"forty", u"fifty", u"sixty", u"seventy", u"eighty", u"ninety"};
    QStringList words;
    if (number >= 100) {
        words << englishBelowTwenty(number / 100) << QStringLiteral("hundred");
        number %= 100;
        if (number == 0) {
            return words;
        }
        words << QStringLiteral("and");
    }
    if (number >= 20) {
        words << QString::fromUtf16(Tens.at(static_cast<std::size_t>(number / 10 - 2)));
        number %= 10;
        if (number == 0) {
            return words;
        }
    }
    return words << englishBelowTwenty(number);
}

QStringList numberWords(int number, Language language)
{
    switch (language) {
    case Language::Vietnamese:
        return VietnameseWords().number(number).split(u' ');
    case Language::English:
        break;
    }
    return englishNumber(number);
}

/** The letter and each digit, also of the mark of a desk; nothing for what is no ticket's number. */
QStringList ticketWords(const QString &number, const CallPhrases &phrases)
{
    constexpr qsizetype MostDigits = 6;
    if (Ticket::countIn(number) == 0 || number.section(u'-', -1).size() > 1 + MostDigits) {
        return {};
    }
    QStringList words{phrases.letters.at(static_cast<std::size_t>(number.front().unicode() - u'A'))};
    for (const QChar digit : QStringView(number).mid(1)) {
        if (digit != u'-') {
            words += numberWords(digit.unicode() - u'0', phrases.language);
        }
    }
    return words;
}

/** Letters and digits only: what a synthesiser may take for a command in its text is not said. */
QString plainName(const QString &name)
{
    QString plain = name;
    for (QChar &c : plain) {
        if (!c.isLetterOrNumber() && !c.isMark()) {
            c = u' ';
        }
    }
    return text::tidy(plain).left(SpokenCall::LongestDeskName).trimmed();
}

/** Puts the words of a sentence one behind the other. */
class Sentence
{
public:
    /** What stands around the places: a mark of the sentence is a pause. */
    void fixed(QStringView words)
    {
        QString run;
        for (const QChar c : words) {
            if (!QStringView(u",.;:!?").contains(c)) {
                run.append(c);
                continue;
            }
            piece(run);
            run.clear();
            if (!m_pieces.isEmpty()) {
                m_pieces.last().hasPause = true;
            }
        }
        piece(run);
    }
    void piece(const QString &words)
    {
        if (const QString said = text::tidy(words); !said.isEmpty()) {
            m_pieces.append({said});
        }
    }
    [[nodiscard]] QList<SpokenPiece> pieces() const { return m_pieces; }

private:
    QList<SpokenPiece> m_pieces;
};

} // namespace

QString SpokenCall::text() const
{
    QString all;
    for (const SpokenPiece &piece : pieces) {
        if (!all.isEmpty()) {
            all.append(u' ');
        }
        all.append(piece.text);
        if (piece.hasPause && &piece != &pieces.constLast()) {
            all.append(u',');
        }
    }
    return all.isEmpty() ? all : all.append(u'.');
}

std::optional<SpokenCall> SpokenCall::of(const TicketCall &call, const CallPhrases &phrases)
{
    const QStringList ticket = ticketWords(call.number, phrases);
    const bool hasNumber = call.desk != 0;
    QStringList desk;
    if (hasNumber && call.desk > 0 && call.desk <= LargestDesk) {
        desk = numberWords(call.desk, phrases.language);
    } else if (const QString name = plainName(call.deskName); !hasNumber && !name.isEmpty()) {
        desk = {name};
    }
    if (ticket.isEmpty() || desk.isEmpty()) {
        return {};
    }
    Sentence sentence;
    QStringView rest = hasNumber ? phrases.toNumber : phrases.toName;
    while (!rest.isEmpty()) {
        const qsizetype open = rest.indexOf(u'{');
        sentence.fixed(open < 0 ? rest : rest.first(open));
        rest = open < 0 ? QStringView() : rest.sliced(open);
        const qsizetype close = rest.indexOf(u'}');
        if (close < 0) {
            break;
        }
        for (const QString &word : rest.first(close + 1) == u"{ticket}" ? ticket : desk) {
            sentence.piece(word);
        }
        rest = rest.sliced(close + 1);
    }
    return SpokenCall{phrases.id(), sentence.pieces()};
}

} // namespace motcua
