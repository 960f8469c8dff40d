// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipWording.h"
#include "models/base/PaperSize.h"
#include "models/base/Result.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace motcua {

/** One "label: value" of a slip. */
struct SlipField
{
    /** What stands in place of a value that was not given. */
    enum class Empty {
        Blank, ///< nothing
        Dots, ///< a dotted line to be filled in by pen
        Omit, ///< the label goes too
    };

    QString label = {}; ///< empty only in a Text
    QString value = {}; ///< with placeholders
    Empty empty = Empty::Blank;
    bool strong = false;
};

/** One column of a table whose rows are what is asked for. */
struct SlipColumn
{
    QString title = {};
    int width = 0; ///< percent of the table
    QStringList lines = {}; ///< with placeholders of the row; one that has nothing to say is left out
    QString note = {}; ///< the same, beneath them in italics
    bool isCentred = false;
};

/** One horizontal piece of a slip. */
struct SlipBlock
{
    enum class Kind {
        Head, ///< left: governing body and unit; right: the State's name and motto, place and date
        Code, ///< the dossier code in letters, as QR and as Code 128
        Title,
        Fields, ///< one field, or several sharing a line
        Papers, ///< a label, then the numbered entries of one list
        Text, ///< one field whose value keeps the paragraphs it was written in
        Table, ///< a row for each thing asked for
        Paragraph, ///< with dots for what is not known
        Signatures, ///< left, or else recipients, and right
    };

    Kind kind = Kind::Paragraph;
    QString text = {}; ///< Title, Paragraph
    QList<SlipField> fields = {}; ///< Code, Fields, Papers, Text
    QStringList left = {}; ///< Head, Signatures: lines from the top
    QStringList right = {};
    QString number = {}; ///< Head: beneath the unit, with dots for what is not known
    QStringList recipients = {}; ///< Signatures: where copies go, in place of a left signature
    QList<SlipColumn> columns = {}; ///< Table
};

/**
 * One effective-dated edition of a printed form: its sheet, its blocks in order and its labels word for word.
 *
 * There is none with a placeholder that the program cannot fill: such a file is refused when it is read.
 */
class SlipTemplate
{
public:
    /** What a size of paper asks for. */
    struct Sheet
    {
        double textPoints = 10;
        double marginMillimetres = 10;
    };

    /** The template in `json`, or its first fault as "fileName:line:column: what" (CatalogueSyntax, CatalogueSchema). */
    [[nodiscard]] static Result<SlipTemplate> fromJson(const QByteArray &json, const QString &fileName);

    /** The template in the file or resource at `path`; FileUnreadable besides the errors of fromJson(). */
    [[nodiscard]] static Result<SlipTemplate> load(const QString &path);

    /** Every fault of `json` in the order of the text; empty when fromJson() would succeed. */
    [[nodiscard]] static QList<Error> check(const QByteArray &json, const QString &fileName);

    /** The edition of form `form` in force on `day`, the later one where two overlap; EditionMissing otherwise. */
    [[nodiscard]] static Result<SlipTemplate> inForce(const QList<SlipTemplate> &editions, const QString &form, QDate day);

    [[nodiscard]] const QString &form() const { return m_form; } ///< "01"
    [[nodiscard]] const QString &edition() const { return m_edition; }
    [[nodiscard]] const QString &name() const { return m_name; } ///< title of the form, without personal data
    [[nodiscard]] QDate validFrom() const { return m_validFrom; }
    [[nodiscard]] QDate validUntil() const { return m_validUntil; } ///< last day; invalid while open
    [[nodiscard]] const QStringList &unverified() const { return m_unverified; } ///< what nobody has yet seen in the law itself

    /** This template for another size of paper; as it is where it has no such sheet. */
    [[nodiscard]] SlipTemplate on(PaperSize paper) const;

    [[nodiscard]] PaperSize paper() const { return m_paper; } ///< as read: what the law or the file names
    [[nodiscard]] QList<PaperSize> papers() const { return m_sheets.keys(); }
    [[nodiscard]] double textPoints() const { return m_sheets.value(m_paper).textPoints; }
    [[nodiscard]] double marginMillimetres() const { return m_sheets.value(m_paper).marginMillimetres; }
    [[nodiscard]] const QList<SlipBlock> &blocks() const { return m_blocks; }
    [[nodiscard]] const SlipWording &wording() const { return m_wording; }

    /** Whether a value, or the day of a time, is written somewhere on the sheet. */
    [[nodiscard]] bool writes(const QString &placeholder) const;

    /** It is given to whoever was turned away too, whose dossier has no code. */
    [[nodiscard]] bool mayLackCode() const;

private:
    friend class SlipTemplateReader;

    QString m_form;
    QString m_edition;
    QString m_name;
    QDate m_validFrom;
    QDate m_validUntil;
    QStringList m_unverified;
    PaperSize m_paper = PaperSize::A5;
    QMap<PaperSize, Sheet> m_sheets;
    QList<SlipBlock> m_blocks;
    QStringList m_placeholders; ///< of all blocks
    SlipWording m_wording;
};

} // namespace motcua
