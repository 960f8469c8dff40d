// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"

#include <QObject>

class QCheckBox;
class QLineEdit;
class QWidget;

namespace motcua {

class CountBox;
class OptionBox;

/** The widget in which one kind of answer is given, spoken to in one way: what was typed, and a stored answer shown. */
class FieldEditor : public QObject
{
    Q_OBJECT

public:
    /** A widget for `field` inside `parent`. */
    FieldEditor(const Field &field, QWidget *parent);

    [[nodiscard]] QWidget *widget() const;

    /** What takes the focus. */
    [[nodiscard]] QWidget *stop() const;

    /** As it stands on the screen; codes for lists, "1" for a tick, empty when nothing was entered. */
    [[nodiscard]] QString typed() const;

    /** Puts an answer in normal form on the screen without telling edited(). */
    void show(const QString &stored);

    /** What an empty editor says: "—", "to follow" or "left blank on request". */
    void setEmptyWords(const QString &words);
    void setWrong(bool wrong);

Q_SIGNALS:
    void edited(); ///< by the officer; only committed text, never what an input method is still composing
    void finished(); ///< the focus has left

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    FieldType m_type = FieldType::Text;
    QLineEdit *m_line = nullptr;
    CountBox *m_count = nullptr;
    OptionBox *m_options = nullptr;
    QCheckBox *m_tick = nullptr;
    bool m_showing = false;
};

} // namespace motcua
