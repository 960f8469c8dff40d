// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/Terminal.h"
#include "app/security/Session.h"
#include "app/workflows/Lawbook.h"
#include "app/workflows/StoreFolder.h"
#include "app/workflows/Workplace.h"

#include <QCommandLineParser>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace motcua::ctl {

/** What every command is given: its words and options, where it writes, and the doors to law and store. */
class Context
{
public:
    Context(const QCommandLineParser &options, const QStringList &words, Terminal &terminal);

    [[nodiscard]] const QCommandLineParser &options() const { return m_options; }
    /** What stands after the command's name. */
    [[nodiscard]] const QStringList &words() const { return m_words; }
    [[nodiscard]] Terminal &terminal() const { return m_terminal; }

    /** --store, else the machine's own. */
    [[nodiscard]] StoreFolder folder() const;

    /** The law of --resources, else of this program. Every fault is written out; then only the first is the error. */
    [[nodiscard]] Result<Lawbook> law() const;

    /** Signs --person in with the password of --password-fd, MOTCUA_PASSWORD or the terminal. */
    [[nodiscard]] Result<Workplace> enter();

    /** The keys of who is signed in; null before enter(). */
    [[nodiscard]] const security::OpenedKeys *keys() const;

    /** The password of --password-fd, MOTCUA_PASSWORD or the terminal. */
    [[nodiscard]] Result<QString> password(const QString &prompt) const;

private:
    const QCommandLineParser &m_options;
    QStringList m_words;
    Terminal &m_terminal;
    std::shared_ptr<security::Session> m_session;
};

/** One thing motcua-ctl can do. */
struct Command
{
    QString name = {}; ///< one or two words, e.g. "journal verify"
    QString usage = {}; ///< what follows the name
    QString purpose = {};
    std::function<int(Context &)> run = {};
};

[[nodiscard]] QList<Command> catalogueCommands();
[[nodiscard]] QList<Command> dossierCommands();
[[nodiscard]] QList<Command> journalCommands();
[[nodiscard]] QList<Command> storeCommands();
[[nodiscard]] QList<Command> peopleCommands();
[[nodiscard]] QList<Command> unitCommands();

} // namespace motcua::ctl
