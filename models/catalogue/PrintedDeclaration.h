// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/DeclarationLayout.h"
#include "models/form/FormChecker.h"

#include <QDate>
#include <QMap>

namespace motcua {

/** One piece of a filled declaration: a text, "label: answer" pairs, a table, or signatures side by side. */
struct PrintedBlock
{
    DeclarationBlock::Kind kind = DeclarationBlock::Kind::Paragraph;
    QString text = {};
    QList<std::pair<QString, QString>> parts = {}; ///< Line: label and answer; an answer that is empty prints blank
    QStringList header = {}; ///< Table
    QList<int> widths = {}; ///< Table: shares
    QList<QStringList> rows = {}; ///< Table: cells by row; Signatures: lines by column

    friend bool operator==(const PrintedBlock &, const PrintedBlock &) = default;
};

/** What the unit and the day put into a declaration. */
struct DeclarationScene
{
    QString unitName = {};
    QString governingBody = {};
    QString place = {};
    QDate day = {}; ///< of receipt
};

/** The declaration as it is printed: hidden and empty answers blank, rows written out, nothing invented. */
[[nodiscard]] QList<PrintedBlock> printed(
    const DeclarationLayout &layout, const FormChecker &form, const FormDraft &draft, const DeclarationScene &scene);

} // namespace motcua
