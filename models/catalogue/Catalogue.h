// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/base/SharedWork.h"
#include "models/calendar/WorkingCalendar.h"
#include "models/catalogue/CodeGrammar.h"
#include "models/catalogue/CodePattern.h"
#include "models/catalogue/PaperFileRules.h"
#include "models/catalogue/Procedure.h"
#include "models/catalogue/SourceFile.h"
#include "models/fee/Bank.h"
#include "models/fee/Note.h"
#include "models/form/Category.h"
#include "models/person/PersonalNumberScheme.h"

#include <QMap>

namespace motcua {

/**
 * The law as data, checked as a whole: procedures with their editions, forms, the working calendar, the codes, the banks and the notes.
 *
 * There is no partly loaded catalogue. A copy is cheap.
 */
class Catalogue
{
public:
    /** A catalogue without any law in it. */
    Catalogue() = default;

    /**
     * The catalogue in `files`, or every error found in them.
     *
     * Each file names its own kind by the key "schema": motcua.procedure/1, motcua.form/1, motcua.rules/1, motcua.calendar/1,
     * motcua.codes/1, motcua.banks/1, motcua.notes/1, motcua.files/1, motcua.category/1, motcua.blocks/1, motcua.fees/1, motcua.declaration/1. Errors are
     * CatalogueSyntax or CatalogueSchema with `detail` "file:line:column: what"; columns count
     * characters from 1. A form needs its rules and a procedure its form among the files; editions of a procedure follow
     * each other without gap or overlap. `share` does what can be done for each file alone.
     */
    [[nodiscard]] static Result<Catalogue, QList<Error>> fromFiles(const QList<SourceFile> &files, const SharedWork &share = oneByOne);

    /** The edition in force on `day`: NotFound for a code nobody knows, EditionMissing when none is in force. */
    [[nodiscard]] Result<Procedure> procedure(const QString &code, QDate day) const;

    /** That very edition, for a dossier that pins it; EditionMissing or NotFound. */
    [[nodiscard]] Result<Procedure> edition(const QString &code, const QString &edition) const;

    /** The editions in force on `day`, by code. */
    [[nodiscard]] QList<Procedure> procedures(QDate day) const;

    /** Every edition, by code, then by date. */
    [[nodiscard]] QList<Procedure> editions() const;

    /** The last day before `day` or `day` itself on which an edition came into force; null when none. */
    [[nodiscard]] QDate lastChange(QDate day) const;

    [[nodiscard]] const WorkingCalendar &calendar() const { return m_calendar; }
    /** What the digits of personal numbers mean; nothing when no file says so. */
    [[nodiscard]] const PersonalNumberScheme &personalNumbers() const { return m_personalNumbers; }

    [[nodiscard]] const QList<CodeGrammar> &codeGrammars() const { return m_codeGrammars; }

    /** The first grammar that takes this unit code; NotFound when none does. */
    [[nodiscard]] Result<CodeGrammar> codeGrammar(const QString &unitCode) const;

    /** How codes of procedures, results and organisations are written; none where the files name none. */
    [[nodiscard]] const QList<CodePattern> &codePatterns() const { return m_codePatterns; }

    /** The bank with this number; NotFound is no fault of a VietQR, only of our list. */
    [[nodiscard]] Result<Bank> bank(const QString &bin) const;

    /** The notes in circulation, from the largest down; none where the files name none. */
    [[nodiscard]] const QList<Note> &notes() const { return m_notes; }

    /** A form by its id, also one that no procedure files, such as what is asked of whoever takes a result away; a blank one where there is none. */
    [[nodiscard]] FormSchema form(const QString &id) const { return m_forms.value(id); }

    /** The published list with this id, such as "nationality"; null when there is none. */
    [[nodiscard]] Category category(const QString &id) const { return m_categories.value(id); }

    /** Which files are taken in for papers; none where the files of the catalogue do not say. */
    [[nodiscard]] const PaperFileRules &fileRules() const { return m_fileRules; }

private:
    friend class CatalogueReading;

    QMap<QString, QList<Procedure>> m_editions; ///< by code, each list in order of validFrom
    WorkingCalendar m_calendar;
    QList<CodeGrammar> m_codeGrammars;
    PersonalNumberScheme m_personalNumbers;
    QList<CodePattern> m_codePatterns;
    QMap<QString, Bank> m_banks; ///< by BIN
    QList<Note> m_notes;
    QMap<QString, Category> m_categories; ///< by id
    PaperFileRules m_fileRules;
    QMap<QString, FormSchema> m_forms; ///< by id
};

} // namespace motcua
