// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormChecker.h"
#include "ui/shell/Page.h"

#include <QDate>
#include <QHash>

class QVBoxLayout;

namespace motcua {

class FieldRow;

/** A declaration drawn from its schema: every answer is told as it is typed, and what is missing is a list one can walk. */
class FormPage : public Page
{
    Q_OBJECT

public:
    explicit FormPage(QWidget *parent = nullptr);

    /** Draws another form, or the same one anew; `today` is the day of receipt, by which dates are judged. */
    void setForm(const FormChecker &form, const FormDraft &draft, QDate today);

    /** Shows an answer that did not come from this page, without telling fieldChanged(). */
    void setValue(const QString &field, const FieldValue &value);

    /** What keeps the dossier from being accepted beyond this form, such as papers. */
    void setOtherTasks(const QStringList &tasks);
    void setHeading(const QString &heading);
    void setMainLabel(const QString &label);

    [[nodiscard]] const FormDraft &draft() const { return m_draft; }
    [[nodiscard]] const QList<Violation> &problems() const { return m_problems; }
    [[nodiscard]] FieldRow *row(const QString &field) const { return m_rows.value(field); }

    /** Puts the caret into a field; false when the form does not show it. */
    bool focusField(const QString &field);

    /** The field that has the caret; empty when none has. */
    [[nodiscard]] QString focusedField() const;

    [[nodiscard]] QString heading() const override { return m_heading; }
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] QStringList tasks() const override;

Q_SIGNALS:
    void fieldChanged(const QString &field, const motcua::FieldValue &value);
    void advanced(); ///< Ctrl+Enter: to the next step, whatever is missing

private:
    void build();
    void judge();
    void walk();
    [[nodiscard]] FieldRow *focusedRow() const;

    FormChecker m_form;
    FormDraft m_draft;
    QDate m_today;
    QString m_heading;
    QString m_mainLabel;
    QList<Violation> m_problems;
    QStringList m_otherTasks;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_content = nullptr;
    QHash<QString, FieldRow *> m_rows;
    QStringList m_order;
    QHash<QString, QWidget *> m_titles; ///< section id → its heading
};

} // namespace motcua
