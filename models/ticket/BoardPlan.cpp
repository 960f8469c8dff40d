// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/BoardPlan.h"

#include "models/catalogue/JsonMembers.h"

namespace motcua {

namespace {

BoardNotice readNotice(const JsonNode &node)
{
    JsonMembers members(node);
    BoardNotice notice;
    const QString until = QStringLiteral("until");
    notice.text = members.text(QStringLiteral("text"));
    notice.textEn = members.text(QStringLiteral("textEn"));
    notice.from = members.dateIf(QStringLiteral("from"));
    notice.until = members.dateIf(until);
    if (notice.from.isValid() && notice.until.isValid() && notice.until < notice.from) {
        members.complain(until, QStringLiteral("the notice ends before it begins"));
    }
    members.done();
    return notice;
}

QString readLetter(const JsonNode &node, const QStringList &before)
{
    const QString letter = elementText(node);
    if (!letter.isEmpty() && (letter.size() != 1 || letter.front() < u'A' || letter.front() > u'Z')) {
        node.complain(QStringLiteral("a group is one capital letter from A to Z"));
    } else if (before.contains(letter)) {
        node.complain(QStringLiteral("the letter \"%1\" stands here twice").arg(letter));
    }
    return letter;
}

/** Reads into `plan`, and of what is wrong leaves there what was: of a list the row, of a member the member. */
void readPlan(JsonFile &file, BoardPlan &plan)
{
    const auto complaints = [&file] { return file.errors().size(); };
    enum class Kind { Board };
    const JsonNode root(file);
    JsonMembers members(root);
    members.word<Kind>(QStringLiteral("schema"), {{u"motcua.board/1", Kind::Board}});
    members.text(QStringLiteral("mark"));
    const auto number = [&members](const char *name, int least, int most, int &into) {
        const std::optional<qint64> told = members.integerIf(QLatin1String(name), least, most);
        into = told ? static_cast<int>(*told) : into;
    };
    number("columns", 1, BoardPlan::MostColumns, plan.columns);
    number("lastTicketMinutes", 0, 240, plan.lastTicketMinutes);
    const QString groups = QStringLiteral("groups");
    if (members.has(groups)) {
        plan.groups.clear();
    }
    members.each(groups, false, [&](const JsonNode &node) {
        const qsizetype before = complaints();
        const QString letter = readLetter(node, plan.groups);
        if (complaints() == before) {
            plan.groups.append(letter);
        }
    });
    const QString notices = QStringLiteral("notices");
    if (members.has(notices)) {
        plan.notices.clear();
    }
    members.each(notices, false, [&](const JsonNode &node) {
        const qsizetype before = complaints();
        const BoardNotice notice = readNotice(node);
        if (complaints() == before) {
            plan.notices.append(notice);
        }
    });
    const QString page = QStringLiteral("page");
    const qsizetype before = complaints();
    const QString folder = members.textOr(page, plan.page);
    if (!folder.isEmpty() && !folder.startsWith(u'/')) {
        members.complain(page, QStringLiteral("\"page\" must be an absolute path"));
    }
    if (complaints() == before) {
        plan.page = folder;
    }
    members.done();
}

} // namespace

QList<BoardNotice> BoardPlan::noticesOn(QDate day) const
{
    QList<BoardNotice> shown = notices;
    shown.removeIf([day](const BoardNotice &one) { return !one.isShownOn(day); });
    return shown;
}

BoardPlan::Reading BoardPlan::readWhatIsRight(const SourceFile &source, const BoardPlan &otherwise)
{
    JsonFile file(source);
    Reading reading{otherwise, {}};
    if (file.isGood()) {
        readPlan(file, reading.plan);
    }
    reading.faults = file.errors();
    return reading;
}

Result<BoardPlan, QList<Error>> BoardPlan::read(const SourceFile &source)
{
    const Reading reading = readWhatIsRight(source, {});
    if (!reading.faults.isEmpty()) {
        return reading.faults;
    }
    return reading.plan;
}

} // namespace motcua
