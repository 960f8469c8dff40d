// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall/BoardState.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringTokenizer>

#include <algorithm>
#include <array>

namespace motcua {

namespace {

constexpr auto FeedSchema = QLatin1StringView("motcua.board-feed/1");
constexpr qsizetype MostRows = 20'000; // of one list: more nobody draws in a day
constexpr qsizetype LongestText = 4'000;
constexpr auto ClockFormat = QLatin1StringView("HH:mm");

// Rows of numbers are words of a text and no objects: a wall of two hundred boards reads each change two hundred times.
QString numbersToText(const QList<BoardNumber> &numbers)
{
    QStringList words;
    for (const BoardNumber &number : numbers) {
        words.append(number.shown());
    }
    return words.join(u' ');
}

QString callToText(const BoardCall &call)
{
    return call.number.shown() + u' ' + call.group + u' ' + QString::number(call.desk) + u' ' + QString::number(call.calledMs) + u' ' + QString::number(call.lastMs) + u' '
        + QString::number(call.times) + (call.isHere ? QStringLiteral(" 1") : QStringLiteral(" 0"));
}

QJsonObject noticeToJson(const BoardNotice &notice)
{
    return {{QStringLiteral("vi"), notice.text}, {QStringLiteral("en"), notice.textEn}};
}

QJsonObject dayToJson(const BoardDay &day)
{
    QJsonArray hours;
    for (const OfficeSession &one : day.hours) {
        hours.append(QJsonArray{one.from.toString(ClockFormat), one.to.toString(ClockFormat)});
    }
    return {{QStringLiteral("date"), day.day.toString(Qt::ISODate)}, {QStringLiteral("known"), day.isKnown}, {QStringLiteral("hours"), hours},
        {QStringLiteral("closedTomorrow"), day.closedTomorrow}, {QStringLiteral("tomorrow"), day.tomorrow}};
}

QString textOf(const QJsonValue &value)
{
    return value.toString().left(LongestText);
}

/** Nothing for what is no capital letter. */
QChar letterOf(const QJsonValue &value)
{
    const QString text = value.toString();
    return text.size() == 1 && text.front() >= u'A' && text.front() <= u'Z' ? text.front() : QChar();
}

int countOf(const QJsonValue &value, int most)
{
    return std::clamp(value.toInt(), 0, most);
}

qint64 msOf(const QJsonValue &value)
{
    return std::max<qint64>(0, value.toInteger());
}

/** Reads each row of an array, as many as a list may have. */
template <typename Take>
void eachRow(const QJsonValue &value, Take take)
{
    const QJsonArray rows = value.toArray();
    for (qsizetype i = 0; i < std::min(rows.size(), MostRows); ++i) {
        take(rows.at(i));
    }
}

/** Digits alone, and no more than `most` of them; -1 for anything else. */
qint64 digitsIn(QStringView text, qsizetype most)
{
    qint64 value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9') {
            return -1;
        }
        value = value * 10 + (c.unicode() - u'0');
    }
    return text.isEmpty() || text.size() > most ? -1 : value;
}

bool isLetter(QStringView text)
{
    return text.size() == 1 && text.front() >= u'A' && text.front() <= u'Z';
}

/** As BoardNumber::read(), in a twentieth of the time. */
std::optional<BoardNumber> numberIn(QStringView text)
{
    if (text.isEmpty() || !isLetter(text.first(1))) {
        return std::nullopt;
    }
    const qsizetype dash = text.indexOf(u'-');
    const qint64 mark = dash < 0 ? 0 : digitsIn(text.sliced(1, dash - 1), 3);
    const qint64 count = digitsIn(text.sliced(dash < 0 ? 1 : dash + 1), 5);
    const bool isMarked = dash >= 3 && mark > 0;
    return count >= 1 && (dash < 0 || isMarked) ? std::optional(BoardNumber{text.front(), static_cast<int>(count), static_cast<int>(mark)}) : std::nullopt;
}

QList<BoardNumber> numbersIn(const QJsonValue &value)
{
    QList<BoardNumber> numbers;
    const QString text = value.toString();
    for (const QStringView word : qTokenize(text, u' ', Qt::SkipEmptyParts)) {
        if (const auto number = numberIn(word); number && numbers.size() < MostRows) {
            numbers.append(*number);
        }
    }
    return numbers;
}

std::optional<BoardCall> callIn(const QString &text)
{
    constexpr qsizetype Words = 7;
    std::array<QStringView, Words> words;
    qsizetype count = 0;
    for (const QStringView word : qTokenize(text, u' ')) {
        if (count == Words) {
            return std::nullopt;
        }
        words[static_cast<std::size_t>(count++)] = word;
    }
    const auto number = numberIn(words[0]);
    const qint64 desk = digitsIn(words[2], 4);
    const qint64 called = digitsIn(words[3], 15);
    const qint64 last = digitsIn(words[4], 15);
    const qint64 times = digitsIn(words[5], 4);
    const qint64 here = digitsIn(words[6], 1);
    if (count != Words || !number || !isLetter(words[1]) || desk < 0 || called < 0 || last < 0 || times < 0 || here < 0) {
        return std::nullopt;
    }
    return BoardCall{*number, words[1].front(), static_cast<int>(desk), called, last, static_cast<int>(times), here != 0};
}

QList<BoardCall> callsIn(const QJsonValue &value)
{
    QList<BoardCall> calls;
    calls.reserve(std::min(value.toArray().size(), MostRows));
    eachRow(value, [&calls](const QJsonValue &row) {
        if (const auto call = callIn(row.toString())) {
            calls.append(*call);
        }
    });
    return calls;
}

void readGroups(const QJsonValue &value, BoardState &state)
{
    eachRow(value, [&state](const QJsonValue &row) {
        const QChar letter = letterOf(row[u"g"]);
        if (letter.isNull() || state.place.rules.group(QString(letter))) {
            return;
        }
        BoardGroup group{letter, countOf(row[u"w"], 1'000'000), {}};
        if (row[u"from"].isDouble() && row[u"to"].isDouble()) {
            group.wait = WaitRange{countOf(row[u"from"], 10'000), countOf(row[u"to"], 10'000)};
        }
        state.board.groups.append(group);
        ServiceGroup named;
        named.letter = QString(letter);
        named.name = textOf(row[u"name"]);
        named.nameEn = textOf(row[u"nameEn"]);
        state.place.rules.groups.append(named);
    });
}

BoardNotice noticeIn(const QJsonValue &value)
{
    return {textOf(value[u"vi"]), textOf(value[u"en"]), {}, {}};
}

BoardDay dayIn(const QJsonValue &value)
{
    BoardDay day{QDate::fromString(value[u"date"].toString(), Qt::ISODate), value[u"known"].toBool(), {}, value[u"closedTomorrow"].toBool(), textOf(value[u"tomorrow"])};
    eachRow(value[u"hours"], [&day](const QJsonValue &row) {
        const OfficeSession session{QTime::fromString(row[0].toString(), ClockFormat), QTime::fromString(row[1].toString(), ClockFormat)};
        if (session.from.isValid() && session.to.isValid()) {
            day.hours.append(session);
        }
    });
    return day;
}

} // namespace

QByteArray BoardState::toJson() const
{
    QJsonArray calls;
    for (const BoardCall &call : board.calls) {
        calls.append(callToText(call));
    }
    QJsonArray groups;
    for (const BoardGroup &group : board.groups) {
        const ServiceGroup *named = place.rules.group(QString(group.letter));
        QJsonObject one{{QStringLiteral("g"), QString(group.letter)}, {QStringLiteral("name"), named ? named->name : QString()},
            {QStringLiteral("nameEn"), named ? named->nameEn : QString()}, {QStringLiteral("w"), group.waiting}};
        if (group.wait) {
            one.insert(QStringLiteral("from"), group.wait->fromMinutes);
            one.insert(QStringLiteral("to"), group.wait->toMinutes);
        }
        groups.append(one);
    }
    QJsonArray breaks;
    for (const BoardBreak &one : board.breaks) {
        breaks.append(QJsonObject{{QStringLiteral("d"), one.desk}, {QStringLiteral("u"), one.untilMs}});
    }
    QJsonArray notices;
    for (const BoardNotice &notice : board.notices) {
        notices.append(noticeToJson(notice));
    }
    QJsonObject json{{QStringLiteral("schema"), FeedSchema}, {QStringLiteral("unit"), place.unitName}, {QStringLiteral("training"), place.isTraining},
        {QStringLiteral("columns"), columns}, {QStringLiteral("isLive"), board.isLive}, {QStringLiteral("calls"), calls}, {QStringLiteral("groups"), groups},
        {QStringLiteral("missed"), numbersToText(board.missed)}, {QStringLiteral("breaks"), breaks}, {QStringLiteral("notices"), notices}, {QStringLiteral("day"), dayToJson(board.day)}};
    if (board.closing) {
        json.insert(QStringLiteral("closing"), noticeToJson(*board.closing));
    }
    if (board.lastTicket.isValid()) {
        json.insert(QStringLiteral("lastTicket"), board.lastTicket.toString(ClockFormat));
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<BoardState> BoardState::fromJson(const QByteArray &json)
{
    if (json.size() > MostBytes) {
        return Error{ErrorCode::AnswerTooLarge, QString::number(MostBytes)};
    }
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root[u"schema"].toString() != FeedSchema || !root[u"isLive"].isBool() || !root[u"calls"].isArray() || !root[u"groups"].isArray()) {
        return Error{ErrorCode::AnswerMalformed, QStringLiteral("board: not a %1").arg(FeedSchema)};
    }
    BoardState state;
    state.place.unitName = textOf(root[u"unit"]);
    state.place.isTraining = root[u"training"].toBool();
    state.columns = std::clamp(root[u"columns"].toInt(1), 1, BoardPlan::MostColumns);
    Board &board = state.board;
    board.isLive = root[u"isLive"].toBool();
    board.calls = callsIn(root[u"calls"]);
    readGroups(root[u"groups"], state);
    board.missed = numbersIn(root[u"missed"]);
    eachRow(root[u"breaks"], [&board](const QJsonValue &row) {
        if (const int desk = countOf(row[u"d"], 9'999); desk > 0) {
            board.breaks.append({desk, msOf(row[u"u"])});
        }
    });
    eachRow(root[u"notices"], [&board](const QJsonValue &row) {
        if (const BoardNotice notice = noticeIn(row); !notice.text.isEmpty()) {
            board.notices.append(notice);
        }
    });
    if (root[u"closing"].isObject()) {
        board.closing = noticeIn(root[u"closing"]);
    }
    board.day = dayIn(root[u"day"]);
    board.lastTicket = QTime::fromString(root[u"lastTicket"].toString(), ClockFormat);
    return state;
}

} // namespace motcua
