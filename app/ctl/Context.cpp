// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"
#include "app/workflows/SignIn.h"

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

Result<Lawbook> Context::law() const
{
    const QString chosen = m_options.value(QStringLiteral("resources"));
    Result<Lawbook, QList<Error>> law = Lawbook::load(chosen.isEmpty() ? Lawbook::folder() : chosen);
    if (!law) {
        for (const Error &error : law.error()) {
            m_terminal.explain(error.detail);
        }
        return law.error().constFirst();
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
    const Result<Lawbook> book = law();
    if (!book) {
        return book.error();
    }
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
    SignIn door(folder(), *book);
    Result<SignedInPerson> person = door.withPassword(name, *typed).result();
    if (!person) {
        return person.error();
    }
    m_session = person->session;
    return person->place;
}

const security::OpenedKeys *Context::keys() const
{
    return m_session ? m_session->keys() : nullptr;
}

} // namespace motcua::ctl
