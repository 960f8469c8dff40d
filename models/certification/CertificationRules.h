// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/catalogue/SourceFile.h"

#include <QList>
#include <QString>

namespace motcua {

struct Certification;

/** Which registers of certifications there are and how their books and numbers are written: resources/certification/register.json. */
struct CertificationRules
{
    struct Kind
    {
        QString id = {};
        QString procedure = {}; ///< code without edition
        QString name = {};
        QString book = {}; ///< holds {series} and {year}
        QString number = {}; ///< holds {number}, and maybe {series} and {year}
        QString statement = {}; ///< of a signature on an electronic copy; holds {number} and {book}
        QString paperField = {}; ///< id of the answer that names the paper; empty: the form does not ask
        QString pagesField = {}; ///< of the pages of the original
        QString copiesField = {};
        QString mark = {}; ///< how certain the wording is
    };

    /** A column of the register as a table. */
    struct Column
    {
        enum class Fact { Book, Number, Date, Requester, Paper, Copies, Pages, Fee, Signer, Title, Dossier, Void };

        Fact fact = Fact::Number;
        QString name = {};
    };

    QList<Column> columns = {};
    QList<Kind> kinds = {};

    /** Every mistake: CatalogueSyntax, CatalogueSchema with file:line:column. */
    [[nodiscard]] static Result<CertificationRules, QList<Error>> read(const SourceFile &source);

    /** Null when there is none. */
    [[nodiscard]] const Kind *find(const QString &id) const;
    /** The one whose procedure `code` is, with an edition behind it or none; null when that certifies nothing. */
    [[nodiscard]] const Kind *ofProcedure(const QString &code) const;

    /** As the patterns of its kind write it; of a kind that is not known the bare number, and "series/year". */
    [[nodiscard]] QString numberOf(const Certification &certification) const;
    [[nodiscard]] QString bookOf(const Certification &certification) const;
    /** What the signature on an electronic copy says; empty of a kind that is not known. */
    [[nodiscard]] QString statementOf(const Certification &certification) const;
};

} // namespace motcua
