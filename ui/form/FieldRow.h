// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"
#include "models/form/Validation.h"

#include <QDate>
#include <QObject>

class QGridLayout;
class QLabel;

namespace motcua {

class FieldEditor;

/** One question on the screen: its label, its editor, where the answer came from, and what is still wrong with it. */
class FieldRow : public QObject
{
    Q_OBJECT

public:
    /** Adds the row at `line` of `grid`, whose widgets live in `parent`. */
    FieldRow(const Field &field, QDate today, QGridLayout *grid, int line, QWidget *parent);

    [[nodiscard]] const Field &field() const { return m_field; }
    [[nodiscard]] const FieldValue &value() const { return m_value; }
    [[nodiscard]] QWidget *stop() const;

    /** Shows an answer that did not come from the keyboard. */
    void setValue(const FieldValue &value);

    /** Goes to the next kind of empty this field may be; does nothing while it holds an answer. */
    bool nextEmptyKind();

    /** What is wrong with the answer, shown once the officer has left the field; none clears it. */
    void setProblem(const std::optional<Violation> &problem);
    void setVisible(bool visible);

    /** The problem is shown from now on although the field was not left. */
    void point();

Q_SIGNALS:
    void changed(const QString &field, const motcua::FieldValue &value);

private:
    void take();
    void leave();
    void draw();

    Field m_field;
    QDate m_today;
    FieldValue m_value;
    std::optional<Violation> m_problem;
    QLabel *m_label = nullptr;
    FieldEditor *m_editor = nullptr;
    QLabel *m_mark = nullptr;
    QLabel *m_note = nullptr;
    bool m_wasLeft = false;
};

} // namespace motcua
