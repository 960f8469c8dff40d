// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/LettersReader.h"
#include "ui/widgets/KeyButton.h"

#include <QFrame>
#include <QList>
#include <QPointer>

class QKeyEvent;

namespace motcua {

class FlowRow;

/**
 * The letters a Vietnamese keyboard lacks, in a row above the action bar: ← → and Enter, or the letter's own key, write one where the caret is.
 *
 * The keyboard stays in the field, with caret, selection and what it can undo; only the input method waits until the row is closed. Keys that
 * are no letter of the row do in the field what they always do.
 */
class LetterRow : public QFrame
{
    Q_OBJECT

public:
    explicit LetterRow(QWidget *parent = nullptr);

    /** From left to right; the row is drawn when it is first opened. */
    void setLetters(const QList<MinorityLetter> &letters);

    /** Why no such letter can be put where the keyboard is, a whole sentence; empty when it can. */
    [[nodiscard]] QString refusal(const QWidget *focused) const;

    /** For `field`, of which refusal() says nothing; until Esc or its key closes it, or the keyboard goes elsewhere. */
    void open(QWidget *field);
    void close();
    [[nodiscard]] bool isOpen() const { return !m_field.isNull(); }

    /** Writes the letter that is marked. */
    void takeMarked(bool capital = false);

    [[nodiscard]] QList<KeyButton *> buttons() const { return m_buttons; }
    [[nodiscard]] int marked() const { return m_marked; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void draw();
    void mark(int place);
    void write(int place, bool capital);
    [[nodiscard]] bool isOurs(const QKeyEvent &event) const;
    void press(const QKeyEvent &event);
    [[nodiscard]] int placeOf(const QKeyEvent &event) const; ///< -1: the key is no letter's

    QList<MinorityLetter> m_letters;
    FlowRow *m_row = nullptr;
    QList<KeyButton *> m_buttons;
    QPointer<QWidget> m_field;
    bool m_hadInputMethod = false;
    int m_marked = 0;
};

} // namespace motcua
