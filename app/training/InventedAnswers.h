// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/People.h"
#include "models/catalogue/Procedure.h"
#include "models/form/FormDraft.h"
#include "models/form/Validation.h"

#include <QDate>

namespace motcua::training {

/**
 * Answers any form as an invented person would: what it wants is answered, and what its rules find contradictory is put right,
 * so that nothing of a form need be known here.
 */
class InventedAnswers
{
public:
    /** `people` and `place` say who; `today` is the day of receipt. */
    InventedAnswers(const Procedure &procedure, const People &people, quint64 place, QDate today);

    /** The form, answered; a form that contradicts itself whatever is answered comes back with what was tried last. */
    [[nodiscard]] FormDraft form();

private:
    [[nodiscard]] InventedPerson whose(const QString &path) const;
    [[nodiscard]] QString answer(const Field &field, const QString &path) const;
    [[nodiscard]] QDate date(const Field &field, const InventedPerson &person) const;
    void fill(const QString &path);
    void mend(const Violation &violation);
    void mendRule(const FormRule &rule, const QString &at);
    void mendChoice(const QString &path);
    void mendTwins(const QString &path);
    void mendOrder(const FormRule &rule, const QString &at);
    void mendAge(const FormRule &rule, const QString &at);
    void mendRows(const FormRule &rule);
    [[nodiscard]] QString sibling(const QString &field, const QString &at) const;

    const Procedure &m_procedure;
    People m_people;
    quint64 m_place = 0;
    QDate m_today;
    FormDraft m_form;
};

} // namespace motcua::training
