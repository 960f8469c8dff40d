// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"
#include "ui/conflict/ConflictView.h"

#include <QDate>
#include <QFrame>

#include <optional>

class QGridLayout;
class QLabel;
class QRadioButton;

namespace motcua {

class AddressBook;
class FieldRow;
class WrapLabel;

/** One thing that was written differently: what each wrote, side by side, of which one is kept, or something else is said instead. */
class ConflictItem : public QFrame
{
    Q_OBJECT

public:
    enum class Kind {
        Typeable, ///< something else may be said
        Plain,
        Follows, ///< decided with others; nothing is chosen here
    };

    ConflictItem(const ConflictLine &line, Kind kind, QWidget *parent = nullptr);

    [[nodiscard]] const ConflictLine &line() const { return m_line; }
    [[nodiscard]] Kind kind() const { return m_kind; }

    /** Shows what is decided: a voice, by its place, or what is typed; nothing yet when neither. */
    void setChoice(std::optional<int> voice, bool typed);
    /** Of what follows from others: whether they are decided. */
    void setFollowing(bool decided);

    /** Opens the field in which something else is said, with `value` in it; the same one when it is open already. */
    FieldRow *openField(const Field &field, const QString &path, QDate day, AddressBook *addresses, const FieldValue &value);
    void closeField();
    [[nodiscard]] FieldRow *field() const { return m_field; }

    /** What takes the focus: what is chosen, or the first choice; of what follows, the whole. */
    [[nodiscard]] QWidget *stop();
    /** The choices in order, that of saying something else last. */
    [[nodiscard]] QList<QWidget *> stops() const;
    /**
     * The voice `by` on from the one that has the keyboard, or from what is chosen; −1 when there is none that way. To the left of the first
     * lies the first while nothing is chosen.
     */
    [[nodiscard]] int beside(int by) const;
    /** Gives the keyboard to choice `place`. */
    void point(int place);

Q_SIGNALS:
    void chosen(int place); ///< by mouse or Space; the place behind the voices says something else

private:
    void addVoice(int place, QGridLayout *grid);
    void addOther(QGridLayout *grid);
    [[nodiscard]] QWidget *cell(int place, QGridLayout *grid);

    ConflictLine m_line;
    Kind m_kind;
    QLabel *m_state = nullptr;
    QWidget *m_fieldPlace = nullptr; ///< made with the field
    FieldRow *m_field = nullptr;
    QList<QRadioButton *> m_choices;
    std::optional<int> m_chosen;
};

} // namespace motcua
