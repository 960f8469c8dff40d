// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTextStream>

namespace motcua::ctl {

/** What a command ends with. Scripts rely on these numbers: never renumber. */
enum ExitCode {
    Done = 0,
    Failed = 1, ///< refused or failed; the sentence says why
    Usage = 2,
    NotLetIn = 3, ///< password, PIN, lock-out, missing right
    Damaged = 4, ///< store, journal, slots, attachment or back-up do not hold
    NotFoundCode = 5,
    BadInput = 6, ///< a file given to the command breaks a rule
    // What "card read" found of a card whose data it read; only a genuine one is Done.
    CardIssuerUnknown = 10,
    CardUnproved = 11,
    CardChipUnproved = 12,
    CardExpired = 13,
    CardIssuerRefused = 14,
    CardSignatureWrong = 15,
    CardAltered = 16,
    CardCopied = 17,
};

/** The exit code that tells a script what kind of error this was. */
[[nodiscard]] ExitCode exitCode(const Error &error);

/** Where a command writes: lines for a person, or with --json one object for a script; errors go to standard error in both. */
class Terminal
{
public:
    explicit Terminal(bool json);

    [[nodiscard]] bool isJson() const { return m_json; }

    /** A line for a person; nothing under --json. */
    void say(const QString &line);

    /** The result for a script; nothing without --json. */
    void answer(const QJsonObject &object);

    /** The sentence of `error`, its detail and its name; returns the code to end with. */
    int fail(const Error &error);

    /** The same with a sentence that tells more than that of the code; the detail is then only for scripts. */
    int fail(const Error &error, const QString &told);

    /** A line on standard error that is no error of the program, e.g. how to call it. */
    void explain(const QString &line);

    /** What the program does last: a command that was called wrongly and answered nothing has an object with --json too. Returns `code`. */
    int end(int code);

private:
    bool m_json = false;
    bool m_answered = false;
    QStringList m_explained;
    QTextStream m_out;
    QTextStream m_err;
};

/**
 * The password for a command: from the file descriptor `fd` if not negative (up to its first line end), else from the
 * environment's MOTCUA_PASSWORD, else typed without echo at the terminal. Never from the command line, where any user could
 * read it. FileUnreadable when there is none of these.
 */
[[nodiscard]] Result<QString> askPassword(int fd, const QString &prompt, const char *variable = "MOTCUA_PASSWORD");

/** A line from the file descriptor `fd` if not negative, else typed at the terminal where it can be read. FileUnreadable without either. */
[[nodiscard]] Result<QString> askLine(int fd, const QString &prompt);

} // namespace motcua::ctl
