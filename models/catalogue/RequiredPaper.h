// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"

namespace motcua {

/** In which form a paper lay before the officer. */
enum class PaperKind { OriginalSeen, CertifiedCopy, RegisterCopy, SignedElectronicCopy, FromDatabase, CitizenScan };

/** "originalSeen" and so on, as catalogue files and journal entries write it. */
[[nodiscard]] QString paperKindName(PaperKind kind);
[[nodiscard]] std::optional<PaperKind> paperKind(const QString &name);

/** A paper that an edition of a procedure asks for, and when. */
struct RequiredPaper
{
    enum class Need {
        Always,
        Conditional, ///< when `requiredIf` holds; else it drops out
        OnRequest, ///< only when the officer finds that no database can answer; not seen means not needed
    };
    enum class Mode { Submit, Present }; ///< handed in and kept, or shown and given back

    QString id = {};
    QString name = {}; ///< as the slip lists it
    QString help = {}; ///< what the officer looks at
    Need need = Need::Always;
    std::optional<Condition> requiredIf = {};
    Mode mode = Mode::Submit;
    int originals = 0;
    int copies = 0;
    QString perRowOf = {}; ///< a repeated section: so many for each of its rows; empty = once
    bool declaration = false; ///< the signed form itself
    QString provesIdentityOf = {}; ///< whose identity it proves, e.g. "applicant"; empty = nobody's
    bool mayFollow = false;
    bool waivable = false; ///< "not applicable" with a reason satisfies it although it is needed
    QList<PaperKind> kinds = {}; ///< which kinds do; empty = all
    QString database = {}; ///< which one tells what the paper would; empty: whoever takes it from one says which
    QString mark = {};

    /** Whether the answers as filed call for it; `day` is the day of receipt. */
    [[nodiscard]] bool isNeeded(const FormDraft &draft, QDate day = {}) const;

    /** How many originals and copies the answers as filed call for. */
    [[nodiscard]] int originalsFor(const FormDraft &draft) const;
    [[nodiscard]] int copiesFor(const FormDraft &draft) const;
    friend bool operator==(const RequiredPaper &, const RequiredPaper &) = default;
};

} // namespace motcua
