// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace motcua {

/** How one kind of code other than a dossier's is written. Several patterns may stand for one kind. */
struct CodePattern
{
    enum class Kind {
        Procedure, ///< national code of a procedure, e.g. 2.000635
        LocalProcedure, ///< a province's own, e.g. 2.000815.000.00.00.H55
        Result, ///< what the citizen takes home, e.g. KQ.G15.000342
        OrganisationLevelOne, ///< a ministry or a province, e.g. H26
        Organisation, ///< a unit below one, e.g. H26.31.05
    };
    enum class Standing {
        Usual,
        Deviant, ///< met in practice though the usual pattern does not take it: accepted, and worth a second look
    };

    QString id = {};
    Kind kind = Kind::Procedure;
    Standing standing = Standing::Usual;
    QRegularExpression expression = {}; ///< anchored at both ends, ASCII only
    QString basis = {};
    QString mark = {};

    [[nodiscard]] bool takes(const QString &code) const { return expression.isValid() && expression.match(code).hasMatch(); }
    friend bool operator==(const CodePattern &, const CodePattern &) = default;
};

} // namespace motcua
