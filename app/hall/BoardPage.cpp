// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall/BoardPage.h"

#include "app/hall/BoardPageParts.h"
#include "models/base/VietnamTime.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace motcua {

namespace {

/** Text as it may stand between tags and in quotes: what no page may hold, and what turns the direction of those around it, is left out. */
QString safe(const QString &text)
{
    QString kept;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const bool isLost = c.unicode() < 0x20 || (c.unicode() >= 0x7F && c.unicode() < 0xA0) || c.unicode() >= 0xFFFE
            || (c.unicode() >= 0x202A && c.unicode() <= 0x202E) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
        if (isPair) {
            kept += text.mid(i++, 2);
        } else if (!c.isSurrogate()) {
            kept += isLost ? QChar(u' ') : c;
        }
    }
    return kept.toHtmlEscaped();
}

QString both(const QString &vietnamese, const QString &english)
{
    return QStringLiteral("<span lang=\"vi\">%1</span> <span lang=\"en\">%2</span>").arg(vietnamese, english);
}

/** The same of words that somebody else wrote. */
QString bothOf(const QString &vietnamese, const QString &english)
{
    return both(safe(vietnamese), safe(english));
}

QString heading(const QString &vietnamese, const QString &english)
{
    return QStringLiteral("<h2>%1</h2>\n").arg(both(vietnamese, english));
}

QString time(qint64 ms)
{
    return vietnamTime(ms).toString(u"HH:mm");
}

QString desk(int number)
{
    return number > 0 ? QString::number(number).rightJustified(2, u'0') : QStringLiteral("—");
}

QString range(const WaitRange &wait)
{
    return wait.fromMinutes == wait.toMinutes ? QStringLiteral("≥ %1′").arg(wait.fromMinutes)
                                              : QStringLiteral("%1–%2′").arg(wait.fromMinutes).arg(wait.toMinutes);
}

QString numberList(const QList<BoardNumber> &numbers, const QString &kind)
{
    QString items;
    for (const BoardNumber &number : numbers) {
        items += QStringLiteral("<li data-number=\"%1\" data-kind=\"%2\">%1</li>").arg(number.shown(), kind);
    }
    return QStringLiteral("<ol class=\"numbers\">%1</ol>\n").arg(items);
}

QString calls(const Board &board)
{
    if (board.calls.isEmpty()) {
        return QStringLiteral("<p>%1</p>\n").arg(both(QStringLiteral("Chưa gọi ai."), QStringLiteral("Nobody is called just now.")));
    }
    QString rows;
    for (const BoardCall &call : board.calls) {
        rows += QStringLiteral("<tr data-number=\"%1\" data-kind=\"%2\" data-desk=\"%3\"%4><td>%1</td><td>→ %3</td><td class=\"small number\">%5</td></tr>\n")
                    .arg(call.number.shown(), call.isHere ? QStringLiteral("here") : QStringLiteral("called"), desk(call.desk),
                        call.isHere ? QStringLiteral(" class=\"here\"") : QString(), time(call.lastMs));
    }
    return QStringLiteral("<table class=\"calls\"><tr><th>%1</th><th>%2</th><th class=\"number\">%3</th></tr>\n%4</table>\n")
        .arg(both(QStringLiteral("Số"), QStringLiteral("Ticket")), both(QStringLiteral("Quầy"), QStringLiteral("Desk")),
            both(QStringLiteral("Gọi lúc"), QStringLiteral("Called at")), rows);
}

QString waiting(const Board &board, const HallRules &rules)
{
    QString rows;
    for (const BoardGroup &group : board.groups) {
        const ServiceGroup *named = rules.group(QString(group.letter));
        rows += QStringLiteral("<tr><th>%1 %2</th><td class=\"number\">%3</td><td class=\"number\">%4</td></tr>\n")
                    .arg(QString(group.letter), named ? bothOf(named->name, named->nameEn) : QString(), QString::number(group.waiting),
                        group.wait ? range(*group.wait) : QStringLiteral("—"));
    }
    return QStringLiteral("<table><tr><th></th><th class=\"number\">%1</th><th class=\"number\">%2</th></tr>\n%3</table>\n")
        .arg(both(QStringLiteral("Đang chờ"), QStringLiteral("Waiting")), both(QStringLiteral("Chờ khoảng"), QStringLiteral("About")), rows);
}

QString hours(const Board &board)
{
    QStringList told;
    if (board.day.isKnown) {
        QStringList sessions;
        for (const OfficeSession &one : board.day.hours) {
            sessions.append(one.from.toString(u"HH:mm") + u'–' + one.to.toString(u"HH:mm"));
        }
        const QString open = sessions.join(QStringLiteral(", "));
        told.append(sessions.isEmpty() ? both(QStringLiteral("Hôm nay nghỉ."), QStringLiteral("Closed today."))
                                       : both(QStringLiteral("Hôm nay làm việc %1.").arg(open), QStringLiteral("Open today %1.").arg(open)));
    }
    if (board.lastTicket.isValid()) {
        const QString until = board.lastTicket.toString(u"HH:mm");
        told.append(both(QStringLiteral("Lấy số đến %1.").arg(until), QStringLiteral("Tickets until %1.").arg(until)));
    }
    if (board.day.closedTomorrow) {
        const QString name = board.day.tomorrow.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(safe(board.day.tomorrow));
        told.append(both(QStringLiteral("Ngày mai nghỉ%1.").arg(name), QStringLiteral("Closed tomorrow%1.").arg(name)));
    }
    for (const BoardBreak &one : board.breaks) {
        const QString until = one.untilMs != 0 ? time(one.untilMs) : QString();
        told.append(both(QStringLiteral("Quầy %1 tạm nghỉ%2.").arg(desk(one.desk), until.isEmpty() ? QString() : QStringLiteral(" đến ") + until),
            QStringLiteral("Desk %1 is on a break%2.").arg(desk(one.desk), until.isEmpty() ? QString() : QStringLiteral(" until ") + until)));
    }
    QString lines;
    for (const QString &one : std::as_const(told)) {
        lines += QStringLiteral("<p>%1</p>\n").arg(one);
    }
    return lines;
}

/** What the page asks for anew. */
QString body(const Board &board, const BoardPlace &place)
{
    QString text = QStringLiteral("<p>%1 %2</p>\n").arg(both(QStringLiteral("Cập nhật"), QStringLiteral("As of")),
        board.atMs != 0 ? vietnamTime(board.atMs).toString(u"HH:mm dd/MM/yyyy") : QStringLiteral("—"));
    if (board.closing) {
        text += heading(QStringLiteral("Tạm ngừng phục vụ"), QStringLiteral("Closed for now"));
    }
    for (const BoardNotice &notice : board.notices) {
        text += QStringLiteral("<p class=\"notice\">%1</p>\n").arg(bothOf(notice.text, notice.textEn));
    }
    text += heading(QStringLiteral("Mời đến quầy"), QStringLiteral("Please come to the desk")) + calls(board);
    text += heading(QStringLiteral("Đang chờ"), QStringLiteral("Waiting")) + waiting(board, place.rules);
    if (!board.missed.isEmpty()) {
        text += heading(QStringLiteral("Gọi nhỡ: đến bàn hướng dẫn"), QStringLiteral("Missed: please ask the guide")) + numberList(board.missed, QStringLiteral("missed"));
    }
    if (!board.held.isEmpty()) {
        text += heading(QStringLiteral("Tạm giữ: quay lại không phải xếp hàng"), QStringLiteral("On hold: come back without queueing")) + numberList(board.held, QStringLiteral("held"));
    }
    if (!board.lines.isEmpty()) {
        text += heading(QStringLiteral("Thứ tự gọi"), QStringLiteral("Order of calling"));
        for (const QList<BoardNumber> &line : board.lines) {
            text += numberList(line, QStringLiteral("waiting"));
        }
    }
    text += heading(QStringLiteral("Giờ làm việc"), QStringLiteral("Opening hours")) + hours(board);
    return QStringLiteral("<main id=\"board\" data-at=\"%1\" data-live=\"%2\">\n%3</main>\n")
        .arg(QString::number(board.atMs), board.isLive ? QStringLiteral("1") : QStringLiteral("0"), text);
}

/** What is said of the ticket in the address; the script shows one of them. */
QString ownTicket()
{
    const QString number = QStringLiteral("<b class=\"n\"></b>");
    const QString place = QStringLiteral("<b class=\"d\"></b>");
    const auto line = [](const QString &kind, const QString &vietnamese, const QString &english) {
        return QStringLiteral("<p data-say=\"%1\" hidden=\"hidden\">%2</p>\n").arg(kind, both(vietnamese, english));
    };
    return QStringLiteral("<section id=\"mine\" aria-live=\"polite\" hidden=\"hidden\">\n")
        + line(QStringLiteral("called"), QStringLiteral("Số %1: mời đến quầy %2.").arg(number, place), QStringLiteral("%1: please come to desk %2.").arg(number, place))
        + line(QStringLiteral("here"), QStringLiteral("Số %1 đang được phục vụ ở quầy %2.").arg(number, place), QStringLiteral("%1 is being served at desk %2.").arg(number, place))
        + line(QStringLiteral("next"), QStringLiteral("Số %1: đến lượt kế tiếp.").arg(number), QStringLiteral("%1 is the next to be called.").arg(number))
        + line(QStringLiteral("waiting"), QStringLiteral("Số %1: còn %2 số phía trước.").arg(number, QStringLiteral("<b class=\"k\"></b>")),
            QStringLiteral("%1: %2 before you.").arg(number, QStringLiteral("<b class=\"k\"></b>")))
        + line(QStringLiteral("missed"), QStringLiteral("Số %1 đã được gọi. Mời đến bàn hướng dẫn.").arg(number), QStringLiteral("%1 was called. Please ask the guide.").arg(number))
        + line(QStringLiteral("held"), QStringLiteral("Số %1 đang tạm giữ. Khi quay lại, đến quầy hoặc bàn hướng dẫn, không phải xếp hàng.").arg(number),
            QStringLiteral("%1 is on hold. When you are back, come to the desk or the guide; you need not queue.").arg(number))
        + line(QStringLiteral("none"), QStringLiteral("Số %1 không có trong danh sách hôm nay: đã xong, hoặc gõ nhầm.").arg(number),
            QStringLiteral("%1 is not in today's list: it is finished, or was mistyped.").arg(number))
        + QStringLiteral("</section>\n<form id=\"asked\" hidden=\"hidden\"><label>%1 <input id=\"typed\" autocomplete=\"off\" autocapitalize=\"characters\" maxlength=\"10\" placeholder=\"A013\" /></label></form>\n")
              .arg(both(QStringLiteral("Xem số của bạn"), QStringLiteral("Where is your ticket?")));
}

QByteArray hashOf(const char *text)
{
    return QCryptographicHash::hash(QByteArray(text), QCryptographicHash::Sha256).toBase64();
}

QByteArray htmlOf(const Board &board, const BoardPlace &place)
{
    // Only this very style and script, and only this very site: whatever else should ever get into the page does nothing there.
    const QString policy = QStringLiteral("default-src 'none'; style-src 'sha256-%1'; script-src 'sha256-%2'; connect-src 'self'; base-uri 'none'; form-action 'none'")
                               .arg(QString::fromLatin1(hashOf(boardpage::Style)), QString::fromLatin1(hashOf(boardpage::Script)));
    const QString since = QStringLiteral("<span class=\"since\">%1</span>").arg(board.atMs != 0 ? time(board.atMs) : QStringLiteral("—"));
    const QString old = both(QStringLiteral("Không cập nhật từ %1. Hãy nhìn bảng và nghe gọi tại chỗ.").arg(since), QStringLiteral("Not live since %1. Please look and listen in the hall.").arg(since));
    QString page = QStringLiteral("<!DOCTYPE html>\n<html lang=\"vi\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"utf-8\" />\n"
                                  "<meta http-equiv=\"Content-Security-Policy\" content=\"%1\" />\n"
                                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n<meta name=\"robots\" content=\"noindex\" />\n"
                                  "<meta name=\"referrer\" content=\"no-referrer\" />\n"
                                  "<noscript><meta http-equiv=\"refresh\" content=\"15\" /></noscript>\n<title>").arg(policy);
    page += QStringLiteral("Số chờ · Tickets</title>\n<style>") + QLatin1String(boardpage::Style) + QStringLiteral("</style>\n</head>\n<body>\n");
    page += place.isTraining ? QStringLiteral("<p class=\"practice\">%1</p>\n").arg(both(QStringLiteral("TẬP HUẤN, không có giá trị pháp lý"), QStringLiteral("TRAINING, no legal effect"))) : QString();
    page += QStringLiteral("<h1>%1</h1>\n").arg(safe(place.unitName));
    page += QStringLiteral("<p id=\"old\" class=\"old\"%1>%2</p>\n").arg(board.isLive ? QStringLiteral(" hidden=\"hidden\"") : QString(), old);
    page += ownTicket() + body(board, place);
    page += QStringLiteral("<footer><p>%1</p></footer>\n<script>").arg(both(QStringLiteral("Trang chỉ có số thứ tự, không có tên ai."), QStringLiteral("This page holds ticket numbers and nobody's name.")));
    page += QLatin1String(boardpage::Script) + QStringLiteral("</script>\n</body>\n</html>\n");
    return page.toUtf8();
}

QJsonArray jsonOf(const QList<BoardNumber> &numbers)
{
    QJsonArray list;
    for (const BoardNumber &number : numbers) {
        list.append(number.shown());
    }
    return list;
}

QString iso(qint64 ms)
{
    return vietnamTime(ms).toString(Qt::ISODate);
}

QByteArray jsonOf(const Board &board, const BoardPlace &place)
{
    QJsonArray calls;
    for (const BoardCall &call : board.calls) {
        calls.append(QJsonObject{{QStringLiteral("number"), call.number.shown()}, {QStringLiteral("desk"), call.desk},
            {QStringLiteral("calledAt"), iso(call.lastMs)}, {QStringLiteral("times"), call.times}, {QStringLiteral("isHere"), call.isHere}});
    }
    QJsonArray groups;
    for (const BoardGroup &group : board.groups) {
        const ServiceGroup *named = place.rules.group(QString(group.letter));
        QJsonObject one{{QStringLiteral("letter"), QString(group.letter)}, {QStringLiteral("name"), named ? named->name : QString()},
            {QStringLiteral("nameEn"), named ? named->nameEn : QString()}, {QStringLiteral("waiting"), group.waiting}};
        if (group.wait) {
            one.insert(QStringLiteral("fromMinutes"), group.wait->fromMinutes);
            one.insert(QStringLiteral("toMinutes"), group.wait->toMinutes);
        }
        groups.append(one);
    }
    QJsonArray lines;
    for (const QList<BoardNumber> &line : board.lines) {
        lines.append(jsonOf(line));
    }
    QJsonArray breaks;
    for (const BoardBreak &one : board.breaks) {
        QJsonObject desk{{QStringLiteral("desk"), one.desk}};
        if (one.untilMs != 0) {
            desk.insert(QStringLiteral("until"), iso(one.untilMs));
        }
        breaks.append(desk);
    }
    QJsonArray notices;
    for (const BoardNotice &notice : board.notices) {
        notices.append(QJsonObject{{QStringLiteral("text"), notice.text}, {QStringLiteral("textEn"), notice.textEn}});
    }
    QJsonArray sessions;
    for (const OfficeSession &one : board.day.hours) {
        sessions.append(QJsonArray{one.from.toString(u"HH:mm"), one.to.toString(u"HH:mm")});
    }
    QJsonObject json{{QStringLiteral("schema"), QStringLiteral("motcua.board-now/1")}, {QStringLiteral("unit"), place.unitName},
        {QStringLiteral("training"), place.isTraining}, {QStringLiteral("isLive"), board.isLive}, {QStringLiteral("calls"), calls},
        {QStringLiteral("groups"), groups}, {QStringLiteral("lines"), lines}, {QStringLiteral("missed"), jsonOf(board.missed)},
        {QStringLiteral("held"), jsonOf(board.held)}, {QStringLiteral("breaks"), breaks}, {QStringLiteral("notices"), notices},
        {QStringLiteral("isClosed"), board.closing.has_value()}, {QStringLiteral("closedTomorrow"), board.day.closedTomorrow}};
    if (board.atMs != 0) {
        json.insert(QStringLiteral("at"), iso(board.atMs));
    }
    if (board.day.isKnown) {
        json.insert(QStringLiteral("hours"), sessions);
    }
    if (board.lastTicket.isValid()) {
        json.insert(QStringLiteral("lastTicket"), board.lastTicket.toString(u"HH:mm"));
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

Result<> written(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther) && file.commit();
    return isWritten ? Result<>() : Result<>(Error{ErrorCode::FileUnwritable, path + QStringLiteral(": ") + file.errorString()});
}

} // namespace

BoardPage BoardPage::of(const Board &board, const BoardPlace &place)
{
    return {htmlOf(board, place), jsonOf(board, place)};
}

Result<> BoardPage::writeTo(const QString &folder) const
{
    if (!QDir().mkpath(folder)) {
        return Error{ErrorCode::FileUnwritable, folder};
    }
    const Result<> page = written(folder + QStringLiteral("/index.html"), html);
    return page ? written(folder + QStringLiteral("/board.json"), json) : page;
}

} // namespace motcua
