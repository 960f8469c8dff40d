// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/CodeSymbol.h"
#include "models/catalogue/Procedure.h"
#include "models/form/FormDraft.h"
#include "ui/visit/FeeFacts.h"

#include <QDateTime>

#include <optional>

namespace motcua {

/** One line the citizen reads: what is asked, and what stands there. */
struct ReviewLine
{
    QString label = {};
    QString value = {}; ///< empty: `label` is the title of what follows

    friend bool operator==(const ReviewLine &, const ReviewLine &) = default;
};

/** What the citizen sees of their own dossier before it is signed and accepted. */
struct CitizenReview
{
    QString procedure = {};
    QList<ReviewLine> lines = {};
    QString promise = {}; ///< empty while none can be given
    QString due = {}; ///< of the whole visit; empty: nothing is to pay
    std::optional<CodeSymbol> payment = {}; ///< the order of a transfer, where that was chosen
    bool signs = false; ///< the declaration can be signed on this screen, once it was read

    friend bool operator==(const CitizenReview &one, const CitizenReview &other)
    {
        return one.procedure == other.procedure && one.lines == other.lines && one.promise == other.promise && one.due == other.due && one.signs == other.signs
            && one.payment.has_value() == other.payment.has_value();
    }
};

/**
 * The answers that were given, section by section, as the form asks them.
 *
 * What was declared absent, or not asked yet, is not there: nothing on this screen speaks of what a citizen chose not to say.
 */
[[nodiscard]] QList<ReviewLine> reviewLines(const FormChecker &form, const FormDraft &draft, QDate day);

} // namespace motcua
