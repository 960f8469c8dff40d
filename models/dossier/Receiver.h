// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/ShownIdentity.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

/** Who took a result away, as the officer established it (NĐ 61/2018 Đ.20), or the envelope it goes back in. */
struct Receiver
{
    enum class Who {
        Applicant, ///< chủ hồ sơ
        Submitter, ///< who handed the papers in
        Delegate, ///< somebody else, with an authority
        Post, ///< nobody stands here: it is posted to the applicant
    };

    Who who = Who::Applicant;
    QString name = {}; ///< of a delegate; of the others the dossier knows it
    QString document = {}; ///< by which paper they were identified, with its number; may be empty
    QString authority = {}; ///< of a delegate: which paper gives it, with its number and date where it has any
    QString authorityKind = {}; ///< its kind, by the code of the form "hand-over"; empty where it was told in words only
    ShownIdentity shown = {}; ///< asked of a delegate, and of anybody whose slip is lost
    QString tracking = {}; ///< of the post: the number of the envelope, as postalNumber() writes it

    /** A delegate has a name and an authority, what is posted a number by which it can be asked after. Whether they showed who they are is not asked here. */
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] QStringList texts() const { return QStringList{name, document, authority, tracking} + shown.texts(); }

    /** {"who", "name"?, "document"?, "authority"?, "tracking"?, "authorityKind"?, "shown"?}. */
    [[nodiscard]] QJsonObject toJson() const;
    /** Nothing for what toJson() does not write. */
    [[nodiscard]] static std::optional<Receiver> fromJson(const QJsonObject &json);

    friend bool operator==(const Receiver &, const Receiver &) = default;
};

/** "applicant" and so on, as journal entries write it. */
[[nodiscard]] QString receiverName(Receiver::Who who);

} // namespace motcua
