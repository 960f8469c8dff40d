// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace motcua {

/**
 * In which way somebody showed who they are, where no form of a dossier keeps it: what was chosen of the questions a form asks (block "shown"),
 * as codes and as they were called, so that it is read when the catalogue has changed.
 */
struct ShownIdentity
{
    QString way = {}; ///< "passport"; empty: nobody was asked
    QString wayName = {};
    QString reason = {}; ///< why without an identity card; empty where that is not asked
    QString reasonName = {};
    bool proves = false; ///< the way proves who they are

    [[nodiscard]] bool isAsked() const { return !way.isEmpty(); }
    /** "Giấy khác có ảnh (Để quên)". */
    [[nodiscard]] QString words() const;
    [[nodiscard]] QStringList texts() const { return {wayName, reasonName}; }

    /** {"way", "wayName", "reason"?, "reasonName"?, "proves"}. */
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ShownIdentity fromJson(const QJsonObject &json);

    friend bool operator==(const ShownIdentity &, const ShownIdentity &) = default;
};

} // namespace motcua
