// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"
#include "models/catalogue/PrintedDeclaration.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace motcua {

/** A declaration that went to paper to be checked and signed: what it shows, so that later answers can be held against it. */
struct DeclarationSheet
{
    enum class Stage {
        Printing, ///< on its way to the printer or at it; perhaps out, if the program ended over it
        Kept, ///< sealed beside the store, for there is no printer
        Out,
    };

    Id id = {};
    Stage stage = Stage::Printing;
    QDateTime printedAt = {}; ///< what it bears as its day, and when it was asked for
    QByteArray digest = {}; ///< of what it shows
    QMap<QString, QString> answers = {}; ///< that it shows, see printedAnswers()
    int pages = 0; ///< 0 until it was set
    QString attachment = {}; ///< Kept: under what reference

    /** The sheet that shows `draft` as it is; `scene.day` is that of `at`. */
    [[nodiscard]] static DeclarationSheet of(
        const Id &id, const QDateTime &at, const DeclarationLayout &layout, const FormChecker &form, const FormDraft &draft, const DeclarationScene &scene);

    /** The six signs at the foot of the sheet that tell it from an earlier one: "3F9A2C". */
    [[nodiscard]] QString mark() const;

    /** Whether the sheet as it would be printed now for `scene` says the same, whatever day it is. */
    [[nodiscard]] bool shows(const DeclarationLayout &layout, const FormChecker &form, const FormDraft &draft, const DeclarationScene &scene) const;

    /** The paths of the answers that stand otherwise on it than `now`, in the order of `form`; not those that follow from others. */
    [[nodiscard]] QStringList changed(const FormSchema &form, const QMap<QString, QString> &now) const;

    /** {id, stage, printedAt (ISO 8601), digest (hex), answers {path: text}, pages, attachment} */
    [[nodiscard]] QJsonObject toJson() const;
    /** None when it is not what toJson() writes. A stage nobody knows counts as the one in which the least is known. */
    [[nodiscard]] static std::optional<DeclarationSheet> fromJson(const QJsonObject &json);

    friend bool operator==(const DeclarationSheet &, const DeclarationSheet &) = default;
};

/** How the declaration on paper stands to what is answered. */
struct DeclarationStanding
{
    enum class State {
        NotPrinted,
        Printing,
        MayBeOut, ///< the program ended over it, or the printer does not know: it is printed again if it is not there
        Kept, ///< sealed, for there is no printer
        Printed,
        OutOfDate, ///< printed, but it shows something else
    };

    State state = State::NotPrinted;
    std::optional<DeclarationSheet> sheet = {}; ///< the last one
    QStringList changed = {}; ///< paths of answers, when it is out of date; none when only what is printed around them changed
};

} // namespace motcua
