// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"
#include "app/storage/HouseQueries.h"
#include "models/staff/Staff.h"
#include "ui/messages/Sentence.h"

namespace motcua::ctl {

Context::Context(const QCommandLineParser &options, const QStringList &words, Terminal &terminal)
    : m_options(options)
    , m_words(words)
    , m_terminal(terminal)
{
}

StoreFolder Context::folder() const
{
    const QString chosen = m_options.value(QStringLiteral("store"));
    return chosen.isEmpty() ? StoreFolder::usual(m_options.isSet(QStringLiteral("training"))) : StoreFolder(chosen);
}

QStringList Context::trustFolders() const
{
    const QString chosen = m_options.value(QStringLiteral("resources"));
    return {(chosen.isEmpty() ? Lawbook::folder() : chosen) + QStringLiteral("/trust"), folder().trust()};
}

Result<Lawbook> Context::law() const
{
    const QString chosen = m_options.value(QStringLiteral("resources"));
    const auto prices = m_options.isSet(QStringLiteral("training")) ? Lawbook::Prices::Invented : Lawbook::Prices::Real;
    // Whoever names a folder means that folder.
    Result<Lawbook, QList<Error>> law = chosen.isEmpty() ? Lawbook::loadFor(Lawbook::folder(), prices, folder().law()) : Lawbook::load(chosen, prices);
    if (!law) {
        for (const Error &error : law.error()) {
            m_terminal.explain(error.detail);
        }
        return law.error().constFirst();
    }
    if (law->packageFault) {
        m_terminal.explain(QStringLiteral("The catalogue package in %1 is not used: %2 [%3]").arg(folder().law(), errorName(law->packageFault->code), law->packageFault->detail));
    }
    return *std::move(law);
}

Result<QString> Context::password(const QString &prompt) const
{
    const QString fd = m_options.value(QStringLiteral("password-fd"));
    return askPassword(fd.isEmpty() ? -1 : fd.toInt(), prompt);
}

Result<Workplace> Context::enter()
{
    if (!folder().exists()) {
        return Error{ErrorCode::StoreMissing, folder().path()};
    }
    const QString name = m_options.value(QStringLiteral("person"));
    if (name.isEmpty()) {
        return Error{ErrorCode::PersonUnknown, QStringLiteral("--person")};
    }
    const Result<QString> typed = password(QStringLiteral("Password"));
    if (!typed) {
        return typed.error();
    }
    return enterAs(name, *typed);
}

Result<Workplace> Context::enterAs(const QString &name, const QString &typed)
{
    const Result<Lawbook> book = law();
    if (!book) {
        return book.error();
    }
    m_typed = typed;
    m_door = std::make_unique<SignIn>(folder(), *book);
    Result<SignedInPerson> person = m_door->withPassword(name, m_typed).result();
    if (!person) {
        return person.error();
    }
    m_person = *std::move(person);
    if (m_person->forked) {
        m_terminal.explain(sentence({ErrorCode::OriginForked, {}}).textWithCode());
    }
    for (const Error &fault : std::as_const(m_person->slipFaults)) {
        m_terminal.explain(fault.detail + QStringLiteral(" (the template that came with the program is used)"));
    }
    return m_person->place;
}

Result<Workplace> Context::enterWith(Right right)
{
    Result<Workplace> place = enter();
    if (!place) {
        return place;
    }
    const Result<QList<StaffMember>> members = place->store.ask(storage::StaffList{}).result();
    if (!members) {
        return members.error();
    }
    return Staff(place->law.roles, *members).may(place->person, right) ? place : Error{ErrorCode::NotAllowed, rightName(right)};
}

Result<QString> Context::newPassword(const QString &prompt) const
{
    const QString fd = m_options.value(QStringLiteral("new-password-fd"));
    constexpr auto Variable = "MOTCUA_NEW_PASSWORD";
    Result<QString> typed = askPassword(fd.isEmpty() ? -1 : fd.toInt(), prompt, Variable);
    if (!typed || !fd.isEmpty() || qEnvironmentVariableIsSet(Variable)) {
        return typed;
    }
    // Nobody sees what is typed, and a slip of the finger would lock somebody out.
    const Result<QString> again = askPassword(-1, QStringLiteral("Once more"), Variable);
    if (!again) {
        return again;
    }
    return *again == *typed ? typed : Error{ErrorCode::Invalid, QStringLiteral("not the same both times")};
}

} // namespace motcua::ctl
