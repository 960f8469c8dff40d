// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/PaperSize.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace motcua {

/** One column of a table whose rows are the rows of a repeated section. */
struct DeclarationColumn
{
    QString title = {};
    QString value = {}; ///< with placeholders; {row} is the row's number
    int width = 1; ///< share of the table's width

    friend bool operator==(const DeclarationColumn &, const DeclarationColumn &) = default;
};

/** One horizontal piece of a declaration. Texts may hold placeholders: {field} for an answer, {field=code} for a box that is crossed when this is the answer, {unit.name}, {receipt.day} … */
struct DeclarationBlock
{
    enum class Kind {
        State, ///< the State's name and motto
        Title,
        Addressee, ///< "Kính gửi: …"
        Dated, ///< place and day, over where it is signed
        Line, ///< one "label: answer", or several sharing a line
        Paragraph,
        Table, ///< `section` row by row in `columns`
        Each, ///< `blocks` for every row of `section`
        Signatures, ///< `columns`: each a list of lines, side by side
    };

    Kind kind = Kind::Paragraph;
    QString text = {}; ///< Title, Addressee, Dated, Paragraph
    QList<DeclarationColumn> columns = {}; ///< Line: title is the label; Table
    QString section = {}; ///< Table, Each
    QList<DeclarationBlock> blocks = {}; ///< Each
    QList<QStringList> signatures = {}; ///< Signatures; whoever declares is the last
    QStringList witness = {}; ///< Signatures: a column before the last one that is there only when one of its answers was given
    bool capitals = false; ///< Line: the answers are printed in capitals, as the form asks; they are not stored so

    friend bool operator==(const DeclarationBlock &, const DeclarationBlock &) = default;
};

/** How a form is printed to be checked and signed: where on the official sheet each answer stands. */
struct DeclarationLayout
{
    QString id = {};
    QString form = {}; ///< id of the form it prints
    QString name = {}; ///< the official name of the sheet
    QString basis = {}; ///< the instrument that issued it
    QString mark = {};
    PaperSize paper = PaperSize::A4;
    QList<DeclarationBlock> blocks = {};
    QStringList notPrinted = {}; ///< fields the sheet has no place for

    [[nodiscard]] bool isNull() const { return id.isEmpty(); }
    friend bool operator==(const DeclarationLayout &, const DeclarationLayout &) = default;
};

} // namespace motcua
