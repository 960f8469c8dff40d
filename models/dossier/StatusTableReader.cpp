// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/JsonMembers.h"
#include "models/dossier/StatusTable.h"

#include <algorithm>

namespace motcua {

namespace {

using Clock = StatusTable::Clock;

template <typename T>
QStringList names(const QList<T> &all, QString (*nameOf)(T))
{
    QStringList texts;
    for (const T one : all) {
        texts.append(nameOf(one));
    }
    return texts;
}

/** The text of a list's element as one of the words; complains when it is none. */
template <typename T>
std::optional<T> oneOf(const JsonNode &node, const QList<T> &all, QString (*nameOf)(T))
{
    const QString text = elementText(node);
    for (const T one : all) {
        if (nameOf(one) == text) {
            return one;
        }
    }
    if (!text.trimmed().isEmpty()) {
        node.complain(QStringLiteral("must be one of: %1").arg(names(all, nameOf).join(QStringLiteral(", "))));
    }
    return {};
}

/** The same of a member, which must be there. */
template <typename T>
std::optional<T> chosen(JsonMembers &members, const QString &key, const QList<T> &all, QString (*nameOf)(T))
{
    const QString text = members.text(key);
    for (const T one : all) {
        if (nameOf(one) == text) {
            return one;
        }
    }
    if (!text.trimmed().isEmpty()) {
        members.complain(key, QStringLiteral("\"%1\" must be one of: %2").arg(key, names(all, nameOf).join(QStringLiteral(", "))));
    }
    return {};
}

QString actorName(StatusStep::Actor actor)
{
    switch (actor) {
    case StatusStep::Actor::Citizen:
        return QStringLiteral("citizen");
    case StatusStep::Actor::Receptionist:
        return QStringLiteral("receptionist");
    case StatusStep::Actor::Unit:
        return QStringLiteral("unit");
    case StatusStep::Actor::Cashier:
        return QStringLiteral("cashier");
    case StatusStep::Actor::System:
        return QStringLiteral("system");
    }
    return {};
}

QList<StatusStep::Actor> allActors()
{
    return {StatusStep::Actor::Citizen, StatusStep::Actor::Receptionist, StatusStep::Actor::Unit, StatusStep::Actor::Cashier,
        StatusStep::Actor::System};
}

DossierStatus readStatus(JsonMembers &members, const QString &key)
{
    return *dossierStatus(static_cast<int>(members.integer(key, 1, 10)));
}

/** Free notes for people: an object in which any key may stand. */
void readNotes(JsonMembers &members, const QString &key)
{
    members.object(key, false, [](const JsonNode &node) {
        JsonMembers notes(node);
        notes.allKeys();
    });
}

Guard readGuard(const JsonNode &node, const QList<Guard> &earlier)
{
    JsonMembers members(node);
    const QString key = QStringLiteral("guard");
    const auto word = chosen(members, key, allGuards(), guardName);
    if (!word) {
        return {}; // which members belong to it nobody knows either
    }
    Guard guard;
    guard.word = *word;
    guard.soft = members.flag(QStringLiteral("soft"));
    switch (guard.word) {
    case Guard::Word::OnlyBy:
        guard.act = chosen(members, QStringLiteral("act"), allStepActs(), stepActName).value_or(guard.act);
        break;
    case Guard::Word::WithinWorkingDaysOfReceipt:
    case Guard::Word::DaysBeforeDue:
        guard.days = static_cast<int>(members.integer(QStringLiteral("days"), 1, 365));
        break;
    case Guard::Word::Confirmed:
        guard.what = chosen(members, QStringLiteral("what"), allConfirmations(), confirmationName).value_or(guard.what);
        guard.notByPost = members.flag(QStringLiteral("notByPost"));
        break;
    case Guard::Word::AtMostOnce:
    case Guard::Word::SameDayAsReceipt:
    case Guard::Word::SecondPerson:
    case Guard::Word::AsksForSomething:
    case Guard::Word::AnswerTimeIsOver:
    case Guard::Word::FeesCollected:
        break;
    }
    if (guard.soft && guard.word == Guard::Word::OnlyBy) {
        members.complain(QStringLiteral("soft"), QStringLiteral("no reason makes another act of it"));
    }
    if (std::any_of(earlier.cbegin(), earlier.cend(), [&](const Guard &other) { return other.name() == guard.name(); })) {
        members.complain(key, QStringLiteral("the guard \"%1\" stands here twice").arg(guard.name()));
    }
    members.done();
    return guard;
}

StatusStep readStep(const JsonNode &node, const QSet<DossierStatus> &terminal)
{
    JsonMembers members(node);
    StatusStep step;
    step.from = dossierStatus(static_cast<int>(members.integer(QStringLiteral("from"), 0, 10)));
    step.to = readStatus(members, QStringLiteral("to"));
    step.event = members.text(QStringLiteral("event"));
    members.each(QStringLiteral("actors"), true, [&](const JsonNode &one) {
        if (const auto actor = oneOf(one, allActors(), actorName)) {
            step.actors.append(*actor);
        }
    });
    members.each(QStringLiteral("rights"), false, [&](const JsonNode &one) {
        if (const auto right = oneOf(one, allRights(), rightName)) {
            step.rights.append(*right);
        }
    });
    if (step.rights.isEmpty()) {
        step.rights = {Right::StepDossier};
    }
    step.needsReason = members.flag(QStringLiteral("needsReason"));
    members.each(QStringLiteral("guards"), false, [&](const JsonNode &one) { step.guards.append(readGuard(one, step.guards)); });
    const auto readSlips = [&members](const QString &key, QList<SlipKind> &slips) {
        members.each(key, false, [&slips](const JsonNode &one) {
            if (const auto slip = oneOf(one, allSlipKinds(), slipKindName)) {
                slips.append(*slip);
            }
        });
    };
    readSlips(QStringLiteral("slips"), step.slips);
    readSlips(QStringLiteral("slipsIfLost"), step.slipsIfLost);
    const bool takesBack = std::any_of(step.guards.cbegin(), step.guards.cend(),
        [](const Guard &guard) { return guard.word == Guard::Word::Confirmed && guard.what == Confirmation::SlipWithdrawn; });
    if (step.mayLackSlip() && !takesBack) {
        members.complain(QStringLiteral("slipsIfLost"), QStringLiteral("no slip is taken back with this step: the guard slipWithdrawn is missing"));
    }
    if (members.has(QStringLiteral("clock"))) {
        step.clock = chosen(members, QStringLiteral("clock"), allClockEffects(), clockEffectName).value_or(step.clock);
    }
    step.promise = members.word<StatusStep::Promise>(
        QStringLiteral("promise"), {{u"may", StatusStep::Promise::May}, {u"must", StatusStep::Promise::Must}}, StatusStep::Promise::Never);
    step.note = members.textOr(QStringLiteral("note"));
    step.mark = members.text(QStringLiteral("mark"));
    if (step.from && terminal.contains(*step.from)) {
        members.complain(
            QStringLiteral("from"), QStringLiteral("nothing leads away from the terminal status %1").arg(statusCode(*step.from)));
    }
    members.done();
    return step;
}

StatusTable::SlipNumbers readNumbers(const JsonNode &node)
{
    JsonMembers members(node);
    StatusTable::SlipNumbers edition;
    edition.edition = members.text(QStringLiteral("edition"));
    edition.validFrom = members.date(QStringLiteral("validFrom"));
    members.text(QStringLiteral("mark"));
    members.object(QStringLiteral("numbers"), true, [&](const JsonNode &object) {
        JsonMembers numbers(object);
        for (const SlipKind kind : allSlipKinds()) {
            const QString number = numbers.textOr(slipKindName(kind));
            if (number.isEmpty()) {
                continue;
            }
            const QList<QString> taken = edition.numbers.values();
            if (taken.contains(number)) {
                numbers.complain(slipKindName(kind), QStringLiteral("two slips of one edition have the number %1").arg(number));
            }
            edition.numbers.insert(kind, number);
        }
        numbers.done();
    });
    members.done();
    return edition;
}

} // namespace

/** Fills a table from the members of the file. */
class StatusTable::Reader
{
public:
    static StatusTable table(JsonFile &file)
    {
        const JsonNode root(file);
        JsonMembers members(root);
        StatusTable table;
        if (const QString schema = QStringLiteral("motcua.transitions/1"); members.text(QStringLiteral("schema")) != schema) {
            members.complain(QStringLiteral("schema"), QStringLiteral("\"schema\" must be \"%1\"").arg(schema));
        }
        readNotes(members, QStringLiteral("meta"));
        table.m_onAcceptance = readStatus(members, QStringLiteral("onAcceptance"));
        const QList<int> terminal = members.integers(QStringLiteral("terminal"), 1, 10);
        for (const int code : terminal) {
            table.m_terminal.insert(*dossierStatus(code));
        }
        members.each(QStringLiteral("slipNumbers"), true, [&](const JsonNode &node) {
            const SlipNumbers edition = readNumbers(node);
            if (!table.m_slipNumbers.isEmpty() && edition.validFrom <= table.m_slipNumbers.constLast().validFrom) {
                node.complain(QStringLiteral("validFrom"), QStringLiteral("editions must follow each other"));
            }
            table.m_slipNumbers.append(edition);
        });
        readStatuses(members, table);
        readSteps(members, table);
        members.done();
        return table;
    }

private:
    static void readStatuses(JsonMembers &members, StatusTable &table)
    {
        const QString key = QStringLiteral("statuses");
        members.each(key, true, [&](const JsonNode &node) {
            JsonMembers row(node);
            const DossierStatus status = readStatus(row, QStringLiteral("code"));
            row.text(QStringLiteral("name"));
            row.text(QStringLiteral("mark"));
            const Clock clock = row.word<Clock>(QStringLiteral("clock"),
                {{u"notStarted", Clock::NotStarted}, {u"running", Clock::Running}, {u"none", Clock::None},
                    {u"byProcedure", Clock::ByProcedure}, {u"bySector", Clock::BySector}, {u"stopped", Clock::Stopped}});
            if (table.m_clocks.contains(status)) {
                row.complain(QStringLiteral("code"), QStringLiteral("this status stands here twice"));
            }
            table.m_clocks.insert(status, clock);
            row.done();
        });
        if (members.has(key) && table.m_clocks.size() != 10) {
            members.complain(key, QStringLiteral("\"%1\" must tell of all ten").arg(key));
        }
    }

    static void readSteps(JsonMembers &members, StatusTable &table)
    {
        const QString key = QStringLiteral("transitions");
        members.each(key, true, [&](const JsonNode &node) {
            const StatusStep step = readStep(node, table.m_terminal);
            if (table.step(step.from, step.event)) {
                node.complain(QStringLiteral("event"), QStringLiteral("\"%1\" leads away from there twice").arg(step.event));
            }
            table.m_steps.append(step);
        });
        if (members.has(key) && table.m_steps.isEmpty()) {
            members.complain(key, QStringLiteral("\"%1\" must not be empty").arg(key));
        }
    }
};

Result<StatusTable, QList<Error>> StatusTable::fromFile(const SourceFile &source)
{
    JsonFile file(source);
    StatusTable table;
    if (file.isGood()) {
        table = Reader::table(file);
    }
    if (!file.isGood()) {
        return file.errors();
    }
    return table;
}

Result<StatusTable> StatusTable::fromJson(const QByteArray &json)
{
    Result<StatusTable, QList<Error>> table = fromFile({QStringLiteral("transitions.json"), json});
    if (!table) {
        return table.error().constFirst();
    }
    return *std::move(table);
}

} // namespace motcua
