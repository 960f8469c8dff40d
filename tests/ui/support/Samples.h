// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Catalogue.h"
#include "models/form/FormSchema.h"
#include "ui/itemmodels/WorklistSource.h"
#include "ui/visit/DeclarationWords.h"

#include <QObject>

namespace motcua::test {

/** A form with one field of each type; sections "a" and "b". */
[[nodiscard]] FormSchema everyType();

/** `fields` lines of text in sections of ten. */
[[nodiscard]] FormSchema longForm(int fields);

/**
 * A procedure that shows what a form can do: parents one of whom can be declared absent, children row by row, a list of peoples,
 * amounts, computed answers, a rule that warns; papers for each child and one that hangs on the father; every kind of fee; guidance.
 */
[[nodiscard]] Procedure family();

/** Answers to it that leave nothing missing but a second child's. */
[[nodiscard]] FormDraft familyAnswers();

/** What is known of a declaration, ten minutes before `now` on sheet 3F9A2C, unless it was not printed. */
[[nodiscard]] DeclarationFacts declaration(
    const FormSchema &form, const QDateTime &now, DeclarationStanding::State state, const QStringList &changed = {}, int pages = 1);

/** The shipped catalogue. */
[[nodiscard]] Catalogue shippedCatalogue();

/** A list of invented dossiers that answers from the event loop and counts what it was asked. */
class InventedList
{
public:
    /** `isOfDrafts`: nothing was received yet. */
    explicit InventedList(qint64 rows, bool isOfDrafts = false)
        : m_rows(rows)
        , m_isOfDrafts(isOfDrafts)
    {
    }

    [[nodiscard]] WorklistSource source();
    [[nodiscard]] const QList<WorklistWindow> &asked() const { return m_asked; }
    [[nodiscard]] static WorklistRow row(qint64 place);

    /** Answers nothing until release(). */
    void hold() { m_held = true; }
    void release();
    void fail(const Error &error) { m_error = error; }

private:
    qint64 m_rows = 0;
    bool m_isOfDrafts = false;
    bool m_held = false;
    std::optional<Error> m_error;
    QList<WorklistWindow> m_asked;
    QList<std::function<void()>> m_answers;
    QObject m_loop;
};

} // namespace motcua::test
