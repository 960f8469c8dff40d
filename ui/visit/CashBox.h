// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/visit/FeeFacts.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace motcua {

class FlowRow;
class KeyButton;

/** What a citizen gives in notes and what goes back, note by note. */
class CashBox : public QWidget
{
    Q_OBJECT

public:
    explicit CashBox(QWidget *parent = nullptr);

    /** What was typed stays as it stands while it says the same. */
    void setFacts(const FeeFacts &facts);

    /** Exactly what is due was given. */
    void giveExactly();

    /** Puts what was typed into the way it is read. */
    void tidy();

    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

    /** Something stands there that is no amount. */
    [[nodiscard]] bool isUnreadable() const;

Q_SIGNALS:
    void given(const std::optional<motcua::Money> &amount); ///< none: nothing was typed, or no amount

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offerNotes();
    void write(Money amount);
    void draw();

    FeeFacts m_facts;
    QLineEdit *m_edit = nullptr;
    FlowRow *m_offers = nullptr;
    QList<KeyButton *> m_notes;
    QLabel *m_word = nullptr;
    QLabel *m_change = nullptr;
    QLabel *m_inNotes = nullptr;
    QLabel *m_drawer = nullptr;
};

} // namespace motcua
