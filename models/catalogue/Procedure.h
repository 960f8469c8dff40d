// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/ClockRule.h"
#include "models/calendar/Deadline.h"
#include "models/catalogue/RequiredPaper.h"
#include "models/fee/FeeRule.h"
#include "models/form/FormSchema.h"

#include <QDate>

namespace motcua {

/** What the citizen takes home. */
struct ProcedureResult
{
    QString code = {}; ///< e.g. KQ.G15.000342
    QString name = {};

    friend bool operator==(const ProcedureResult &, const ProcedureResult &) = default;
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
    ClockRule clock = {}; ///< what moves the limit while papers, opinions or money are awaited
    FormSchema form = {};
    QList<RequiredPaper> papers = {};
    QList<FeeRule> fees = {};
    QList<ProcedureResult> results = {};
    QStringList legalBasis = {};
    QString mark = {}; ///< how certain the facts are and where they were read

    [[nodiscard]] const QMap<QString, QString> &roles() const { return form.roles; }
    [[nodiscard]] const RequiredPaper *paper(const QString &id) const;
    [[nodiscard]] bool isInForce(QDate day) const;
    [[nodiscard]] QString resultName() const { return results.isEmpty() ? QString() : results.constFirst().name; }

    friend bool operator==(const Procedure &, const Procedure &) = default;
};

} // namespace motcua
