// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipWording.h"
#include "models/base/PaperSize.h"
#include "models/base/Result.h"

#include <QDate>
#include <QList>
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

    QString label = {};
    QString value = {}; ///< with placeholders
    Empty empty = Empty::Blank;
    bool strong = false;
};

/** One horizontal piece of a slip. */
struct SlipBlock
{
    enum class Kind {
        Head, ///< left: governing body and unit; right: the State's name and motto, place and date
        Code, ///< the dossier code in letters, as QR and as Code 128
        Title,
        Fields, ///< one field, or several sharing a line
        Papers, ///< a label, then the numbered papers
        Paragraph,
        Signatures, ///< left and right
    };

    Kind kind = Kind::Paragraph;
    QString text = {}; ///< Title, Paragraph
    QList<SlipField> fields = {}; ///< Code, Fields, Papers
    QStringList left = {}; ///< Head, Signatures: lines from the top
    QStringList right = {};
};

/**
 * One effective-dated edition of a printed form: its sheet, its blocks in order and its labels word for word.
 *
 * There is none with a placeholder that the program cannot fill: such a file is refused when it is read.
 */
class SlipTemplate
{
public:
    /** The template in `json`, or its first fault as "fileName:line:column: what" (CatalogueSyntax, CatalogueSchema). */
    [[nodiscard]] static Result<SlipTemplate> fromJson(const QByteArray &json, const QString &fileName);

    /** The template in the file or resource at `path`; FileUnreadable besides the errors of fromJson(). */
    [[nodiscard]] static Result<SlipTemplate> load(const QString &path);

    /** Every fault of `json` in the order found; empty when fromJson() would succeed. */
    [[nodiscard]] static QList<Error> check(const QByteArray &json, const QString &fileName);

    /** The edition of form `form` in force on `day`, the later one where two overlap; EditionMissing otherwise. */
    [[nodiscard]] static Result<SlipTemplate> inForce(const QList<SlipTemplate> &editions, const QString &form, QDate day);

    [[nodiscard]] const QString &form() const { return m_form; } ///< "01"
    [[nodiscard]] const QString &edition() const { return m_edition; }
    [[nodiscard]] const QString &name() const { return m_name; } ///< title of the form, without personal data
    [[nodiscard]] QDate validFrom() const { return m_validFrom; }
    [[nodiscard]] QDate validUntil() const { return m_validUntil; } ///< last day; invalid while open
    [[nodiscard]] const QStringList &unverified() const { return m_unverified; } ///< what nobody has yet seen in the law itself

    [[nodiscard]] PaperSize paper() const { return m_paper; }
    [[nodiscard]] double textPoints() const { return m_textPoints; }
    [[nodiscard]] double marginMillimetres() const { return m_marginMillimetres; }
    [[nodiscard]] const QList<SlipBlock> &blocks() const { return m_blocks; }
    [[nodiscard]] const SlipWording &wording() const { return m_wording; }

private:
    friend class SlipTemplateReader;

    QString m_form;
    QString m_edition;
    QString m_name;
    QDate m_validFrom;
    QDate m_validUntil;
    QStringList m_unverified;
    PaperSize m_paper = PaperSize::A5;
    double m_textPoints = 10;
    double m_marginMillimetres = 10;
    QList<SlipBlock> m_blocks;
    SlipWording m_wording;
};

} // namespace motcua
