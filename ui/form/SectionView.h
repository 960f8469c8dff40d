// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"
#include "models/form/Validation.h"
#include "ui/shell/KeyMap.h"

#include <QDate>
#include <QHash>
#include <QSet>
#include <QWidget>

namespace motcua {

class AddressBook;
class FieldRow;
class KeyButton;
class RowGroup;
class SectionBox;

/** What a form makes of its answers, by path: what is wrong, what is to be looked at again, and what of it is shown. */
struct FormFindings
{
    QHash<QString, Violation> problems = {};
    QHash<QString, QStringList> warnings = {};
    QSet<QString> fields = {};
    QSet<QString> sections = {};
};

/** One section of a form on the screen: its head with the choice to declare it absent, and its fields, row by row where it repeats. */
class SectionView : public QWidget
{
    Q_OBJECT

public:
    SectionView(const FormSection &section, QDate today, AddressBook *addresses, QWidget *parent);

    [[nodiscard]] const FormSection &section() const { return m_section; }
    void setKeys(const KeyMap &keys);

    /** Draws what `draft` says of it: its rows, its answers, whether it was declared absent. Tells nothing. */
    void begin(const FormDraft &draft);

    /** Another row at `row`, which goes up to one more than there are; the rows from there on move down. Its answers are still to be shown. */
    void insertRow(int row);
    /** The rows below move up with their answers. */
    void removeRow(int row);
    [[nodiscard]] int rows() const { return static_cast<int>(m_groups.size()); }

    /** The row in which a widget lies, from 1; 0 when it lies in none. */
    [[nodiscard]] int rowOf(const QWidget *widget) const;

    [[nodiscard]] QList<FieldRow *> fields() const;
    [[nodiscard]] QList<FieldRow *> fieldsOf(int row) const;

    /** Everything that takes the focus, from top to bottom, whether visible or not. */
    [[nodiscard]] QList<QWidget *> stops() const;

    /** Where the caret goes for what concerns the section as a whole. */
    [[nodiscard]] QWidget *target() const;

    void judge(const FormFindings &findings);

    /** As if the choice in the head had been pressed. */
    void turnAbsent();

Q_SIGNALS:
    /** A field's path, or the section's id when it was declared absent or taken back. */
    void changed(const QString &path, const motcua::FieldValue &value);
    void offerTaken(const QString &path);
    void offerRefused(const QString &path);
    void rowAsked();

private:
    struct Group
    {
        RowGroup *box = nullptr;
        QList<FieldRow *> fields = {};
    };
    Group group(int row);
    void setRows(int count);
    void name();

    FormSection m_section;
    QDate m_today;
    AddressBook *m_addresses = nullptr;
    QString m_offerKey;
    SectionBox *m_box = nullptr;
    QList<Group> m_groups;
    KeyButton *m_add = nullptr; ///< null where nothing repeats
};

} // namespace motcua
