// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/ClockRule.h"
#include "models/calendar/Deadline.h"
#include "models/catalogue/DeclarationLayout.h"
#include "models/catalogue/RequiredPaper.h"
#include "models/fee/FeeRule.h"
#include "models/form/FormChecker.h"

#include <QDate>

namespace motcua {

/** What the citizen takes home. */
struct ProcedureResult
{
    QString code = {}; ///< e.g. KQ.G15.000342
    QString name = {};

    friend bool operator==(const ProcedureResult &, const ProcedureResult &) = default;
};

/** A ground on which the office and the citizen may settle on a later day than the limit when the dossier is received. */
struct LongerTerm
{
    QString id = {}; ///< unique in its limit
    QString text = {}; ///< as it is chosen
    QString textEn = {};
    QString onSlip = {}; ///< as the slip prints it, "%1" for the days; Vietnamese
    int mostDays = Limit::MostMore; ///< working days beyond the limit, from one
    QString paper = {}; ///< the paper that must be there for it, by id; empty: none
    QString basis = {};

    friend bool operator==(const LongerTerm &, const LongerTerm &) = default;
};

/** A limit as it is published. */
struct StatedLimit
{
    Limit limit = {};
    QString text = {}; ///< as the slip prints it
    QString basis = {};
    QList<int> channels = {}; ///< for which it holds
    QList<LongerTerm> longer = {};

    /** Null when the limit has no such ground. */
    [[nodiscard]] const LongerTerm *longerTerm(const QString &id) const;
    /** Whether so many working days beyond the limit may be settled on for this ground. */
    [[nodiscard]] bool allows(const QString &ground, int days) const;
    /** The limit with `days` working days more. */
    [[nodiscard]] Limit longerBy(int days) const;

    friend bool operator==(const StatedLimit &, const StatedLimit &) = default;
};

/** How well a procedure wants to know whom it serves. */
struct IdentityNeed
{
    enum class Level {
        None, ///< nobody is asked who they are
        Stated, ///< the name and a number of an identity paper
        Proved, ///< that, and a paper or card that was seen and proves it
    };

    Level level = Level::None;
    QString of = QStringLiteral("applicant"); ///< the beginning of the roles that name the person
    QString basis = {};
    QString mark = {};

    friend bool operator==(const IdentityNeed &, const IdentityNeed &) = default;
};

/** What an officer who has not served this procedure before should know; in the words of the office, not of the law. */
struct Guidance
{
    QStringList ask = {}; ///< the citizen, before the form
    QStringList lookAt = {}; ///< on the papers
    QStringList mistakes = {}; ///< that come back from the deciding unit
    QString mark = {};

    friend bool operator==(const Guidance &, const Guidance &) = default;
};

/** One edition of an administrative procedure: everything a counter needs to accept a dossier, in force from day to day. */
struct Procedure
{
    QString code = {}; ///< national code, e.g. 2.000635
    QString edition = {}; ///< what a dossier pins, unique per code
    QDate validFrom = {};
    QDate validTo = {}; ///< last day in force; null = until further notice
    QString name = {};
    QString nameEn = {};
    QString field = {}; ///< lĩnh vực
    QString agency = {};
    QString decision = {};
    QStringList levels = {};
    QList<int> channels = {}; ///< 1 direct, 2 online, 3 post
    Limit limit = {};
    QString limitText = {}; ///< as the slip prints it
    QString limitBasis = {};
    QList<LongerTerm> longer = {}; ///< of `limit`
    QList<StatedLimit> channelLimits = {}; ///< where a channel has a limit of its own
    ClockRule clock = {}; ///< what moves the limit while papers, opinions or money are awaited
    FormChecker checker = {}; ///< of the form; null while there is none
    IdentityNeed identity = {};
    DeclarationLayout declaration = {}; ///< how the signed form is printed; null when the procedure has none
    Guidance guidance = {};
    QList<RequiredPaper> papers = {};
    QList<FeeRule> fees = {};
    QList<ProcedureResult> results = {};
    QStringList legalBasis = {};
    QString mark = {}; ///< how certain the facts are and where they were read

    [[nodiscard]] const FormSchema &form() const { return checker.schema(); }
    [[nodiscard]] const QMap<QString, QString> &roles() const { return form().roles; }
    /** The limit of a dossier received through `channel` (1 direct, 2 online, 3 post). */
    [[nodiscard]] StatedLimit limitFor(int channel) const;

    [[nodiscard]] const RequiredPaper *paper(const QString &id) const;
    [[nodiscard]] bool isInForce(QDate day) const;
    [[nodiscard]] QString resultName() const { return results.isEmpty() ? QString() : results.constFirst().name; }

    friend bool operator==(const Procedure &, const Procedure &) = default;
};

} // namespace motcua
