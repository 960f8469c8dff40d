// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

/** Who took a result away, as the officer established it (NĐ 61/2018 Đ.20). */
struct Receiver
{
    enum class Who {
        Applicant, ///< chủ hồ sơ
        Submitter, ///< who handed the papers in
        Delegate, ///< somebody else, with an authority
    };

    Who who = Who::Applicant;
    QString name = {}; ///< of a delegate; of the others the dossier knows it
    QString document = {}; ///< by which paper they were identified, with its number; may be empty
    QString authority = {}; ///< of a delegate: which paper gives it

    /** A delegate has a name and an authority. */
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] QStringList texts() const { return {name, document, authority}; }

    /** {"who", "name"?, "document"?, "authority"?}. */
    [[nodiscard]] QJsonObject toJson() const;
    /** Nothing for what toJson() does not write. */
    [[nodiscard]] static std::optional<Receiver> fromJson(const QJsonObject &json);

    friend bool operator==(const Receiver &, const Receiver &) = default;
};

/** "applicant" and so on, as journal entries write it. */
[[nodiscard]] QString receiverName(Receiver::Who who);

} // namespace motcua
