// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/DeclarationLayout.h"
#include "models/form/FormChecker.h"

#include <QDate>
#include <QMap>

namespace motcua {

/** Stands where an answer belongs and nobody gave one: a dotted line for the pen. No keyboard types it. */
inline constexpr QChar DeclarationGap(u'\uFDD0');

/** One piece of a filled declaration: a text, "label: answer" pairs, a table, or signatures side by side. */
struct PrintedBlock
{
    DeclarationBlock::Kind kind = DeclarationBlock::Kind::Paragraph;
    QString text = {};
    QList<std::pair<QString, QString>> parts = {}; ///< Line: label and answer; an answer that is empty prints blank, as what was declared absent does
    QStringList header = {}; ///< Table
    QList<int> widths = {}; ///< Line, Table: shares
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
    QDate dated = {}; ///< what the sheet bears, when it was printed on another day than that of receipt; null: it was not
};

/**
 * The declaration as it is printed: rows written out, a gap where an answer is missing, nothing where it was declared absent, nothing
 * invented. Placeholders parted by spaces alone are one answer: what is empty of them leaves no trace beside what is not.
 */
[[nodiscard]] QList<PrintedBlock> printed(
    const DeclarationLayout &layout, const FormChecker &form, const FormDraft &draft, const DeclarationScene &scene);

/** The answers the declaration shows, by path, as it shows them; one that was declared absent is a space. */
[[nodiscard]] QMap<QString, QString> printedAnswers(
    const DeclarationLayout &layout, const FormChecker &form, const FormDraft &draft, const DeclarationScene &scene);

/** SHA-256 over everything `blocks` print and where they print it. */
[[nodiscard]] QByteArray digestOf(const QList<PrintedBlock> &blocks);

} // namespace motcua
