// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Notice.h"

#include <QFrame>

class QBoxLayout;
class QLabel;

namespace motcua {

class FlowRow;

/** The one place where the window speaks: a notice with its shape, word and colour, and the choices of a question. Takes no focus. */
class MessageStrip : public QFrame
{
    Q_OBJECT

public:
    explicit MessageStrip(QWidget *parent = nullptr);

    /** Shows `notice` instead of the one before and tells screen readers. */
    void tell(const Notice &notice);
    /** Says `words` too, behind what stands here, whose choices stay as they are. */
    void add(const QString &words);
    void clear();

    [[nodiscard]] const Notice &notice() const { return m_notice; }
    [[nodiscard]] bool isAsking() const { return !m_notice.choices.isEmpty(); }

    /** Answers the question as if the button had been pressed; false when there is no such choice. */
    bool choose(int index);

Q_SIGNALS:
    void told(); ///< something else is about to stand here: what was asked before is asked no longer
    void chosen(int index);
    /** The choice that has the keyboard is about to go: whoever knows where it came from takes it back. */
    void keyboardLeaving();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void drawWords();
    void drawChoices();
    void arrange();

    Notice m_notice;
    QLabel *m_shape = nullptr;
    QLabel *m_word = nullptr;
    QLabel *m_text = nullptr;
    QBoxLayout *m_parts = nullptr; ///< the words, and the choices behind or below them
    FlowRow *m_choices = nullptr;
};

} // namespace motcua
