// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Dossier.h"
#include "models/form/FormChecker.h"

#include <QDate>

namespace motcua {

/**
 * Answers of a dossier while they are put right: which may be, what follows from them for the others, and what then holds no longer.
 *
 * Judged by the form of the edition the dossier pins, as of the day of its receipt. Nothing of the dossier is changed by it.
 */
class Correction
{
public:
    /** One answer that may be put right, or whether a section is declared absent. */
    struct Question
    {
        QString path = {};
        Field field = {};
        QString section = {}; ///< id of the section it stands in
        int row = 0; ///< of a section that repeats, from 1
        bool isAbsence = false; ///< asked of the section as a whole: its field names the reason, or is ticked where there are none

        /** The answer as the field takes it, and back. */
        [[nodiscard]] FieldValue typed(const FieldValue &value) const;
        [[nodiscard]] FieldValue meant(const FieldValue &typed) const;
    };

    Correction() = default;
    /** `today` is the day by which answers are judged where the dossier was never received. */
    Correction(const Dossier &dossier, const FormChecker &form, QDate today);

    [[nodiscard]] const FormChecker &form() const { return m_form; }
    [[nodiscard]] QDate day() const { return m_day; }

    /**
     * What may be put right with what is said so far, in the order of the form, never answered or not. Left out are answers that follow from
     * others, and those two desks answered differently, which a supervisor settles first. Of a section that was declared absent every answer
     * is there: to give one takes the declaration back, and to declare it anew drops what was said in it.
     */
    [[nodiscard]] QList<Question> questions() const;

    /** The answer at `path` as it is to stand; the one that stands already says nothing. */
    void set(const QString &path, const FieldValue &value);
    [[nodiscard]] const QMap<QString, FieldValue> &said() const { return m_said; }

    /** The answer before, and as it would stand. */
    [[nodiscard]] FieldValue before(const QString &path) const { return m_before.value(path); }
    [[nodiscard]] FieldValue after(const QString &path) const { return m_said.value(path, m_before.value(path)); }
    [[nodiscard]] const FormDraft &filedBefore() const { return m_before; }
    /** The whole form as it would be filed. */
    [[nodiscard]] FormDraft filed() const;

    /** What is to be written: what was said, what follows from it, and what has no place any more, which is taken away. */
    [[nodiscard]] QMap<QString, FieldValue> changes() const;

    /** What is wrong with what was said, or holds no longer because of it; nothing that stood so before. */
    [[nodiscard]] QList<Violation> violations() const;
    [[nodiscard]] QList<Violation> warnings() const;

    /** The same said of the dossier as it is `now`. */
    [[nodiscard]] Correction onto(const Dossier &now) const;
    /** The answers this puts right that stand otherwise in `now`: somebody wrote them meanwhile. */
    [[nodiscard]] QStringList overtaken(const Dossier &now) const;

private:
    [[nodiscard]] FormDraft draft() const;

    FormChecker m_form;
    QDate m_day;
    FormDraft m_before;
    QSet<QString> m_inConflict;
    QMap<QString, FieldValue> m_said;
};

/** The ids of everything a form asks, as an act may name it: fields, and sections that may be declared absent or have rows. */
[[nodiscard]] QStringList answerIds(const FormSchema &form);

} // namespace motcua
