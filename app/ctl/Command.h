// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/Terminal.h"
#include "app/workflows/SignIn.h"

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

    /** Where certificates of who may sign chip cards lie: what comes with the program, and what the centre brought itself. */
    [[nodiscard]] QStringList trustFolders() const;

    /** The law of --resources, else of this program. Every fault is written out; then only the first is the error. */
    [[nodiscard]] Result<Lawbook> law() const;

    /** Signs --person in with the password of --password-fd, MOTCUA_PASSWORD or the terminal. */
    [[nodiscard]] Result<Workplace> enter();

    /** The same for somebody whose password was asked already. */
    [[nodiscard]] Result<Workplace> enterAs(const QString &name, const QString &typed);

    /** As enter(), for somebody with `right`. Error: NotAllowed. */
    [[nodiscard]] Result<Workplace> enterWith(Right right);

    // After enter().

    [[nodiscard]] SignIn &door() const { return *m_door; }
    [[nodiscard]] const SignedInPerson &signedIn() const { return *m_person; }
    [[nodiscard]] const security::OpenedKeys &keys() const { return *m_person->session->keys(); }
    /** What was typed to sign in. */
    [[nodiscard]] const QString &typedPassword() const { return m_typed; }

    /** The password of --password-fd, MOTCUA_PASSWORD or the terminal. */
    [[nodiscard]] Result<QString> password(const QString &prompt) const;

    /** A password to be set, of --new-password-fd, MOTCUA_NEW_PASSWORD or twice from the terminal. Error: Invalid (not twice the same). */
    [[nodiscard]] Result<QString> newPassword(const QString &prompt) const;

private:
    const QCommandLineParser &m_options;
    QStringList m_words;
    Terminal &m_terminal;
    std::unique_ptr<SignIn> m_door;
    std::optional<SignedInPerson> m_person;
    QString m_typed;
};

/** One thing motcua-ctl can do. */
struct Command
{
    QString name = {}; ///< one to three words, e.g. "journal verify"
    QString usage = {}; ///< what follows the name
    QString purpose = {};
    std::function<int(Context &)> run = {};
};

[[nodiscard]] QList<Command> addressCommands();
[[nodiscard]] QList<Command> boardCommands();
[[nodiscard]] QList<Command> cardCommands();
[[nodiscard]] QList<Command> catalogueCommands();
[[nodiscard]] QList<Command> centreCommands();
[[nodiscard]] QList<Command> certificationCommands();
[[nodiscard]] QList<Command> conflictCommands();
[[nodiscard]] QList<Command> databaseCommands();
[[nodiscard]] QList<Command> dossierCommands();
[[nodiscard]] QList<Command> fleetCommands();
[[nodiscard]] QList<Command> hallCommands();
[[nodiscard]] QList<Command> hallMessageCommands();
[[nodiscard]] QList<Command> hallWordCommands();
[[nodiscard]] QList<Command> appointmentCommands();
[[nodiscard]] QList<Command> importCommands();
[[nodiscard]] QList<Command> journalCommands();
[[nodiscard]] QList<Command> keysCommands();
[[nodiscard]] QList<Command> lawCommands();
[[nodiscard]] QList<Command> nationalCommands();
[[nodiscard]] QList<Command> paperCommands();
[[nodiscard]] QList<Command> scanCommands();
[[nodiscard]] QList<Command> signingCommands();
[[nodiscard]] QList<Command> slipCommands();
[[nodiscard]] QList<Command> storeCommands();
[[nodiscard]] QList<Command> syncCommands();
[[nodiscard]] QList<Command> recoverCommands();
[[nodiscard]] QList<Command> releaseCommands();
[[nodiscard]] QList<Command> peopleCommands();
[[nodiscard]] QList<Command> personCommands();
[[nodiscard]] QList<Command> portalCommands();
[[nodiscard]] QList<Command> systemCommands();
[[nodiscard]] QList<Command> trainingCommands();
[[nodiscard]] QList<Command> trustCommands();
[[nodiscard]] QList<Command> unitCommands();
[[nodiscard]] QList<Command> vietQrCommands();
[[nodiscard]] QList<Command> voiceCommands();

} // namespace motcua::ctl
