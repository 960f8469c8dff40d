// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/form/FormDraft.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace motcua {

/** The person who stands at the desk: the applicant, or somebody who came for them. */
struct Submitter
{
    bool isApplicant = true;
    QString relation = {}; ///< of somebody else: the code of the form, such as "parent", or words
    QString authority = {}; ///< by what somebody else may: the id of the paper that says so, or words; empty where the relation is enough
    QMap<QString, FieldValue> answers = {}; ///< by part: "name", "number", "birth", "address", "phone", "email"

    /** Invalid: an applicant who is related to or authorised by themselves, or somebody else without saying in which relation. */
    [[nodiscard]] Result<> check() const;

    /** {"applicant": bool, "relation"?, "authority"?}: what the journal is told, which has the person's answers in their dossiers. */
    [[nodiscard]] QJsonObject standing() const;

    /** standing() and the answers; fromJson(toJson()) is equal. */
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Submitter fromJson(const QJsonObject &json);

    friend bool operator==(const Submitter &, const Submitter &) = default;
};

} // namespace motcua
