// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"
#include "models/form/OfferedAnswers.h"
#include "models/form/Validation.h"

#include <QDate>
#include <QObject>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QSpacerItem;
class QVBoxLayout;

namespace motcua {

class AddressBook;
class FieldEditor;
class FormerLine;
class KeyMap;
class OfferLine;
class OptionBox;
class WrapLabel;

/** One question on the screen: its label, its editor, where the answer came from, and what is still wrong with it. */
class FieldRow : public QObject
{
    Q_OBJECT

public:
    /** Adds the row at `line` of `grid`, whose widgets live in `parent`; what is answered stands at `path` in the draft. */
    FieldRow(const Field &field, const QString &path, QDate today, AddressBook *addresses, QGridLayout *grid, int line, QWidget *parent);

    [[nodiscard]] const Field &field() const { return m_field; }
    [[nodiscard]] const QString &path() const { return m_path; }
    /** The same question elsewhere in the draft, after rows above it came or went. */
    void setPath(const QString &path) { m_path = path; }
    /** Where it is asked, for who hears a question that the form asks more than once. */
    void setPlace(const QString &place);
    [[nodiscard]] const FieldValue &value() const { return m_value; }

    /** What the answer is typed in; for a computed one, what shows it. */
    [[nodiscard]] QWidget *stop() const;

    /** What takes the focus, in order, whether visible or not; nothing for a computed answer. */
    [[nodiscard]] QList<QWidget *> stops() const;

    /** Where the caret goes to put right what is wrong; null when nothing here takes it. */
    [[nodiscard]] QWidget *target() const;
    [[nodiscard]] bool owns(const QWidget *widget) const;

    /** Shows an answer that did not come from the keyboard. */
    void setValue(const FieldValue &value);

    /** Begins anew with an answer from a draft: one that was given was left before, and Ctrl+Z brings no letters back. */
    void begin(const FieldValue &value);
    void forgetTyping();

    /** Goes to the next kind of empty this field may be; does nothing while it holds an answer. Where the form wants a reason the caret goes to it. */
    bool nextEmptyKind();

    /** What is wrong with the answer and what is to be looked at again, shown once the officer has left the field. */
    void setProblem(const std::optional<Violation> &problem, const QStringList &warnings = {});
    /** What another source says, under the answer until it is taken or refused; null: nothing is offered. */
    void setOffer(const std::optional<OfferedAnswer> &offer, const KeyMap &keys);
    [[nodiscard]] bool hasOffer() const { return m_offer.has_value(); }

    void setVisible(bool visible);
    [[nodiscard]] bool isVisible() const { return m_visible; }

    /** The problem is shown from now on although the field was not left. */
    void point();

    [[nodiscard]] bool isListOpen() const;
    void takeListed();
    void closeList();

    /** The key that takes what is offered under the field. */
    void setOfferKey(const QString &key);
    [[nodiscard]] bool isOffering() const;
    void takeOffer();

Q_SIGNALS:
    void changed(const QString &path, const motcua::FieldValue &value);
    void offerTaken(const QString &path);
    void offerRefused(const QString &path);

private:
    void take();
    void leave();
    void draw();
    void drawMark();
    void needMark();
    void drawNote();
    void needNote();
    void drawReasons();
    void needReasons();
    void nameReasons();
    void drawOffer();
    void needOfferLine();
    [[nodiscard]] QString offerWords() const;

    Field m_field;
    QString m_path;
    QDate m_today;
    QGridLayout *m_grid = nullptr;
    int m_gridLine = 0;
    FieldValue m_value;
    std::optional<Violation> m_problem;
    QStringList m_warnings;
    WrapLabel *m_label = nullptr;
    FieldEditor *m_editor = nullptr;
    QLabel *m_unit = nullptr; ///< null without a unit
    QHBoxLayout *m_line = nullptr; ///< the editor, its unit and the mark
    QLabel *m_mark = nullptr; ///< made with the first answer ...
    QSpacerItem *m_markSpace = nullptr; ///< ... and until then, what keeps its place
    WrapLabel *m_note = nullptr; ///< made when something is first said beside the answer
    QVBoxLayout *m_answer = nullptr;
    FormerLine *m_former = nullptr; ///< only of an address
    OptionBox *m_reasons = nullptr; ///< made when a reason is first asked for
    OfferLine *m_offerLine = nullptr; ///< made when something is first offered
    std::optional<OfferedAnswer> m_offer;
    bool m_showing = false;
    bool m_visible = true;
    bool m_wasLeft = false;
};

} // namespace motcua
