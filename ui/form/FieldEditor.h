// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"

#include <QObject>

class QCheckBox;
class QLabel;
class QLineEdit;
class QWidget;

namespace motcua {

class AddressBook;
class AddressBox;
class CategoryBox;
class ChoiceLine;
class CountBox;
class OptionBox;

/** The widget in which one kind of answer is given, spoken to in one way: what was typed, and a stored answer shown. */
class FieldEditor : public QObject
{
    Q_OBJECT

public:
    /** A widget for `field` inside `parent`; without `addresses` an address is plain text. */
    FieldEditor(const Field &field, AddressBook *addresses, QWidget *parent);

    [[nodiscard]] QWidget *widget() const;

    /** What takes the focus; what shows a computed answer never does. */
    [[nodiscard]] QWidget *stop() const;

    /** The line of an address; null for any other field. */
    [[nodiscard]] AddressBox *addressBox() const { return m_address; }

    /** What its numbers count, to stand behind it; empty for most. */
    [[nodiscard]] QString unit() const { return m_unit; }

    /** What a screen reader calls it: its label, and the place it is asked at where that was told. */
    [[nodiscard]] QString spoken() const;
    /** Where it is asked, for a question that the form asks more than once. */
    void setPlace(const QString &place);

    /** As it stands on the screen; codes for lists, "1" for a tick, empty when nothing was entered. */
    [[nodiscard]] QString typed() const;

    /** Puts an answer in normal form on the screen without telling edited(). */
    void show(const QString &stored);

    /** What was typed before cannot be had back with Ctrl+Z any more: it belongs to something else now. */
    void forgetTyping();

    [[nodiscard]] bool isListOpen() const;
    void takeListed();
    void closeList();

    /** What an empty editor says: "—", "to follow" or "left blank on request". */
    void setEmptyWords(const QString &words);
    void setWrong(bool wrong);

Q_SIGNALS:
    void edited(); ///< by the officer; only committed text, never what an input method is still composing
    void finished(); ///< the focus has left

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeLine(AddressBook *addresses, QWidget *parent);
    void drawName();
    void fit();
    [[nodiscard]] QString shown(const QString &stored) const;

    Field m_field;
    QString m_unit;
    QString m_place;
    QLabel *m_computed = nullptr;
    QLineEdit *m_line = nullptr;
    ChoiceLine *m_listed = nullptr; ///< m_line, where that has a list ...
    CategoryBox *m_category = nullptr; ///< ... of a category
    AddressBox *m_address = nullptr; ///< ... of communes
    CountBox *m_count = nullptr;
    OptionBox *m_options = nullptr;
    QCheckBox *m_tick = nullptr;
    bool m_showing = false;
};

} // namespace motcua
