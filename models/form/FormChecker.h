// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"
#include "models/form/Validation.h"

#include <QDate>
#include <QSet>

#include <memory>

namespace motcua {

struct FormPlan;

/** What a form makes of a draft. */
struct Judgement
{
    QList<Violation> violations = {}; ///< what keeps the dossier from being accepted, in the order of the form, then of its rules; then unknown answers
    QList<Violation> warnings = {}; ///< what is asked about and refuses nothing
    QStringList unanswered = {}; ///< paths of visible soft questions nobody answered

    friend bool operator==(const Judgement &, const Judgement &) = default;
};

/**
 * A form schema made ready to judge drafts: names become places, and everything that hangs on other answers stands in an order in
 * which each is decided once. Immutable and implicitly shared.
 */
class FormChecker
{
public:
    /** Judges nothing and finds everything in order. */
    FormChecker() = default;

    /** Ready for `schema`, which is copied. A circle() is cut at its last link. */
    explicit FormChecker(const FormSchema &schema);

    /** The fields and sections on a circle of conditions or computations, in order; empty when there is none. */
    [[nodiscard]] static QStringList circle(const FormSchema &schema);

    [[nodiscard]] bool isNull() const { return !m_plan; }
    [[nodiscard]] const FormSchema &schema() const;

    /** Judges the answers as they stand, computed ones included, in normal form. `today` is the day of receipt. */
    [[nodiscard]] Judgement judge(const FormDraft &draft, QDate today) const;

    /** `draft` with every computed answer as it follows from the others; a computed answer that cannot be made is not asked. */
    [[nodiscard]] FormDraft completed(const FormDraft &draft, QDate today) const;

    /**
     * What is filed of `draft`: the answers that are visible and say something, completed; sections declared absent and numbers of
     * rows; nothing the form does not know.
     */
    [[nodiscard]] FormDraft filed(const FormDraft &draft, QDate today) const;

    /** The paths of the answers `draft` may give now, in the order of the form, and the ids of the sections that are shown. */
    struct View
    {
        QStringList fields = {};
        QSet<QString> sections = {}; ///< visible, whether declared absent or not
    };
    [[nodiscard]] View view(const FormDraft &draft, QDate today) const;

    friend bool operator==(const FormChecker &a, const FormChecker &b);

private:
    std::shared_ptr<const FormPlan> m_plan;
};

} // namespace motcua
