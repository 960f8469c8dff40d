// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "models/form/FormDraft.h"
#include "models/journal/EntryKey.h"
#include "models/visit/PaperFile.h"

#include <QMap>

#include <optional>

namespace motcua {

/** A file a citizen gave with what they filed online, for a paper of the procedure. */
struct BroughtFile
{
    QString paper = {}; ///< id in the procedure's list; empty: they did not say for which
    QString name = {}; ///< of the paper, as the edition names it
    PaperFile file = {};

    friend bool operator==(const BroughtFile &, const BroughtFile &) = default;
};

/**
 * The portal, and only it: a citizen filed a dossier online, or filed it again after it was sent back. Subject: the dossier.
 *
 * It stands at "registered" until a desk of its unit accepts it, or turns it away.
 */
struct SubmitDossier
{
    QString procedure = {};
    QString procedureName = {};
    QString edition = {};
    QString unit = {}; ///< organisation code of the unit whose desks are to receive it
    QString unitName = {};
    QString number = {}; ///< by which the citizen knows it
    QString source = {}; ///< the system it was filed with, as the portal lists it
    qint64 submittedMs = 0; ///< when the citizen sent it, ms since 1970-01-01 UTC
    QMap<QString, QString> roles = {}; ///< "applicant.name" → field id
    FormDraft fields = {};
    QList<BroughtFile> files = {};
};

/**
 * Money that was to come by transfer has come, or was paid online. Subject: the dossier.
 *
 * The portal's word, or that of a person who handles cash with a supervisor beside (the unit's bank statement was looked at).
 */
struct ConfirmFee
{
    std::optional<journal::EntryKey> fee = {}; ///< the entry that said it was taken; none: it was paid online, before anybody at a desk asked
    Money amount = {}; ///< that came
    QString reference = {}; ///< of the bank or of the system it was paid with
    QString source = {}; ///< that system, or how a person knows
    qint64 paidMs = 0; ///< ms since 1970-01-01 UTC
};

/** The citizen was told something about their dossier that changed behind the counter. Subject: the dossier. */
struct TellCitizen
{
    enum class About {
        Number, ///< the portal's number, which the slip could not show yet
        Refusal, ///< the portal sent it back
        NewDate, ///< the promise is another
        Payment, ///< the money has not come
    };
    enum class Means { Telephone, Message, Mail, Letter, InPerson };

    About about = About::Number;
    Means means = Means::Telephone;
    QString text = {}; ///< what else there is to say of it; may be empty
};

[[nodiscard]] QString aboutName(TellCitizen::About about); ///< "number", "refusal", "newDate" or "payment"
[[nodiscard]] std::optional<TellCitizen::About> aboutNamed(const QString &name);
[[nodiscard]] QString tellingName(TellCitizen::Means means); ///< "telephone", "message", "mail", "letter" or "inPerson"
[[nodiscard]] std::optional<TellCitizen::Means> tellingNamed(const QString &name);

/** At a portal: another system may bring in what citizens file and pay with it. Subject: the system's new id. */
struct AdmitSystem
{
    QString name = {}; ///< as the portal lists it, and as stands in what it brings
    QByteArray secretHash = {}; ///< SHA-256 of what it has to say with every question; the secret itself is written nowhere
};

/** At a portal: it may not any more. Subject: the system. */
struct RemoveSystem
{
    QString reason = {};
};

/**
 * A limit on work without the portal is reached or near, and a supervisor says how to go on. Subject: the origin.
 *
 * The program never ends intake by itself: it asks for this.
 */
struct DecideOffline
{
    enum class Choice {
        Extend, ///< on as before, until `untilMs`
        Paper, ///< provisional slips with numbers of a paper block, entered later
        Resume, ///< paper is over
    };

    Choice choice = Choice::Extend;
    qint64 untilMs = 0; ///< of an extension, ms since 1970-01-01 UTC
    QString reason = {};
};

[[nodiscard]] QString choiceName(DecideOffline::Choice choice); ///< "extend", "paper" or "resume"
[[nodiscard]] std::optional<DecideOffline::Choice> choiceNamed(const QString &name);

} // namespace motcua
