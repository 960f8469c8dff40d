// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/FormPage.h"

#include "ui/form/FieldRow.h"
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace motcua {

FormPage::FormPage(QWidget *parent)
    : Page(parent)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(16, 8, 16, 16);
    m_mainLabel = tr("Next: Papers");
}

void FormPage::setForm(const FormChecker &form, const FormDraft &draft, QDate today)
{
    m_form = form;
    m_draft = draft;
    m_today = today;
    if (m_heading.isEmpty()) {
        m_heading = Language::label(form.schema().title, form.schema().titleEn);
    }
    build();
    judge();
    Q_EMIT headingChanged();
}

void FormPage::build()
{
    delete m_content;
    m_rows.clear();
    m_order.clear();
    m_titles.clear();
    m_content = new QWidget(this);
    auto *grid = new QGridLayout(m_content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(0, 232);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 6);
    grid->setColumnStretch(2, 4);
    int line = 0;
    for (const FormSection &section : m_form.schema().sections) {
        auto *title = new QLabel(Language::label(section.title, section.titleEn), m_content);
        title->setProperty("level", QStringLiteral("section"));
        title->setTextFormat(Qt::PlainText);
        title->setContentsMargins(0, line == 0 ? 4 : 12, 0, 0);
        grid->addWidget(title, line++, 0, 1, 3);
        m_titles.insert(section.id, title);
        for (const Field &field : section.fields) {
            auto *row = new FieldRow(field, m_today, grid, line++, m_content);
            row->setValue(m_draft.value(field.id));
            m_rows.insert(field.id, row);
            m_order.append(field.id);
            connect(row, &FieldRow::changed, this, [this](const QString &id, const FieldValue &value) {
                m_draft.set(id, value);
                judge();
                Q_EMIT fieldChanged(id, value);
            });
        }
    }
    m_column->insertWidget(0, m_content, 0, Qt::AlignTop);
    m_content->show(); // a page that is on the screen would else show it a turn later, and it could not be focused yet
}

void FormPage::setValue(const QString &field, const FieldValue &value)
{
    m_draft.set(field, value);
    if (FieldRow *found = row(field)) {
        found->setValue(value);
    }
    judge();
}

void FormPage::judge()
{
    m_problems = m_form.judge(m_draft, m_today).violations;
    const QStringList shown = m_form.view(m_draft, m_today).fields;
    const QSet<QString> visibleFields(shown.begin(), shown.end());
    QHash<QString, Violation> byField;
    for (auto problem = m_problems.crbegin(); problem != m_problems.crend(); ++problem) {
        byField.insert(problem->field, *problem);
    }
    for (const FormSection &section : m_form.schema().sections) {
        bool anyVisible = false;
        for (const Field &field : section.fields) {
            const bool visible = visibleFields.contains(field.id);
            anyVisible = anyVisible || visible;
            m_rows.value(field.id)->setVisible(visible);
            m_rows.value(field.id)->setProblem(byField.contains(field.id) ? std::optional(byField.value(field.id)) : std::nullopt);
        }
        m_titles.value(section.id)->setVisible(anyVisible);
    }
    Q_EMIT tasksChanged();
}

void FormPage::setOtherTasks(const QStringList &tasks)
{
    m_otherTasks = tasks;
    Q_EMIT tasksChanged();
}

void FormPage::setHeading(const QString &heading)
{
    m_heading = heading;
    Q_EMIT headingChanged();
}

void FormPage::setMainLabel(const QString &label)
{
    m_mainLabel = label;
    Q_EMIT actsChanged();
}

QList<PageAct> FormPage::acts() const
{
    QList<PageAct> acts = {{KeyAct::EmptyKind, {}, {}, true}};
    if (!m_problems.isEmpty()) {
        acts.append({KeyAct::NextToDo, {}, {}, false});
    }
    acts.append({KeyAct::Main, m_mainLabel, {}, true});
    return acts;
}

void FormPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        Q_EMIT advanced();
    } else if (act == KeyAct::NextToDo) {
        walk();
    } else if (act == KeyAct::EmptyKind) {
        FieldRow *row = focusedRow();
        if (!row) {
            Q_EMIT said({Notice::Kind::Told, tr("No field has the caret. Nothing was changed. Go into a field first."), {}});
        } else if (!row->nextEmptyKind()) {
            const QString why = row->value().isGiven()
                ? tr("This field holds an answer. Nothing was changed. Delete it first to say why it stays empty.")
                : tr("The form does not allow this field to follow later or to be left blank. Nothing was changed.");
            Q_EMIT said({Notice::Kind::Told, why, {}});
        }
    }
}

FieldRow *FormPage::focusedRow() const
{
    const QWidget *focused = window()->focusWidget();
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [focused](FieldRow *row) { return row->stop() == focused; });
    return found == m_rows.end() ? nullptr : *found;
}

QString FormPage::focusedField() const
{
    const FieldRow *row = focusedRow();
    return row ? row->field().id : QString();
}

void FormPage::walk()
{
    // From the field one stands in to the next faulty one below it, then round to the top.
    const FieldRow *from = focusedRow();
    const qsizetype start = from ? m_order.indexOf(from->field().id) : -1;
    const auto isAfter = [this, start](const Violation &problem) { return m_order.indexOf(problem.field) > start; };
    auto next = std::find_if(m_problems.cbegin(), m_problems.cend(), isAfter);
    if (next == m_problems.cend()) {
        next = m_problems.cbegin();
    }
    const Violation target = *next;
    if (focusField(target.field)) {
        row(target.field)->point();
    }
    const Field *field = m_form.schema().field(target.field);
    Q_EMIT said({Notice::Kind::Told, sentence(target, field ? Language::label(field->label, field->labelEn) : target.field), {}});
}

bool FormPage::focusField(const QString &field)
{
    FieldRow *found = row(field);
    if (!found || !found->stop()->isVisibleTo(this)) {
        return false;
    }
    found->stop()->setFocus(Qt::TabFocusReason); // selects what is there, to be typed over
    return true;
}

QWidget *FormPage::firstField() const
{
    for (const QString &id : m_order) {
        QWidget *stop = m_rows.value(id)->stop();
        if (stop->isVisibleTo(this)) {
            return stop;
        }
    }
    return nullptr;
}

QStringList FormPage::tasks() const
{
    QStringList tasks;
    for (const Violation &problem : m_problems) {
        const Field *field = m_form.schema().field(problem.field);
        tasks.append(field ? Language::label(field->label, field->labelEn) : problem.field);
    }
    return tasks + m_otherTasks;
}

} // namespace motcua
