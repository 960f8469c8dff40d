// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/catalogue/SourceFile.h"

#include <QList>
#include <QStringList>

namespace motcua {

/** Something a citizen can say with one touch of how they were served, in both languages. */
struct FeedbackReason
{
    QString id = {};
    QString name = {}; ///< Vietnamese
    QString nameEn = {};

    friend bool operator==(const FeedbackReason &, const FeedbackReason &) = default;
};

/** What a kiosk offers and how it behaves, from a motcua.kiosk/1 file. */
struct KioskPlan
{
    /** What a citizen can do there. */
    enum class Offer { Ticket, Identify, Appointment, Dossier, Procedures, Feedback };

    struct Reading; ///< what can be used of a file

    QList<Offer> offers = {}; ///< in the order of the start page; none twice
    int idleSeconds = 30; ///< 10 to 300: untouched for so long it goes back to its start page, and everything typed is gone
    int doneSeconds = 12; ///< 3 to 60: so long it shows a number that was drawn, and thanks
    QList<FeedbackReason> reasons = {};

    /** Its own name in a file: "ticket", "identify", "appointment", "dossier", "procedures", "feedback". */
    [[nodiscard]] static QString name(Offer offer);

    /**
     * A motcua.kiosk/1 file, or everything wrong with it: CatalogueSyntax or CatalogueSchema with "file:line:column: what".
     *
     * Refused besides missing, empty, mistyped and unknown members: no offer or one twice, an id twice, and numbers outside of the ranges above.
     */
    [[nodiscard]] static Result<KioskPlan, QList<Error>> read(const SourceFile &source);

    /** As much of a file as is right, and the rest of `otherwise`: a row with a mistake is left out, and told. */
    [[nodiscard]] static Reading readWhatIsRight(const SourceFile &source, const KioskPlan &otherwise);

    friend bool operator==(const KioskPlan &, const KioskPlan &) = default;
};

struct KioskPlan::Reading
{
    KioskPlan plan = {};
    QList<Error> faults = {}; ///< as KioskPlan::read() tells them, of everything that was left out
};

} // namespace motcua
