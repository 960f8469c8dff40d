// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/itemmodels/OutboxLine.h"
#include "ui/shell/Page.h"

class QLabel;
class QStackedWidget;

namespace motcua {

class EmptyNote;
class KeyButton;
class OutboxItemModel;
class RowTable;

/** How it stands with the portal, in words: what stands above the rows. */
struct OutboxView
{
    bool isThere = true; ///< a portal
    QString heading = {}; ///< after the page's own name
    QString summary = {};
    bool isPaused = false;
    int tries = 0; ///< failed ones, of all that waits
    QString why = {}; ///< it waits
    QString toDo = {};
    QString limits = {}; ///< on work without the portal that are near or reached, and what was decided; empty for none
    bool entersPaper = false; ///< provisional slips may be left to be entered
    bool hasAftermath = false; ///< an outage is over that nobody has gone through

    friend bool operator==(const OutboxView &, const OutboxView &) = default;
};

/** What is sent to the portal and what became of it: quiet, for an outage is nobody's work; only what was refused is. */
class OutboxPage : public Page
{
    Q_OBJECT

public:
    explicit OutboxPage(QWidget *parent = nullptr);

    void setView(const OutboxView &view);
    /** `attention`: only what somebody has to put right. */
    void open(const OutboxSource &source, bool attention);
    /** Something happened: looks what became of the rows. */
    void lookAgain();
    void forget();

    [[nodiscard]] bool showsAttention() const { return m_isAttention; }
    [[nodiscard]] OutboxItemModel *model() const { return m_model; }

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool enter(QWidget *focused) override;
    [[nodiscard]] bool closeInner() override;
    [[nodiscard]] bool scrolls() const override { return false; }

Q_SIGNALS:
    void tryAsked();
    void pauseAsked(bool paused);
    void narrowed(bool attention);
    void newerAsked(); ///< the list is opened anew
    void limitsAsked();
    void aftermathAsked();
    void paperAsked();
    void dossierChosen(const motcua::Id &dossier);
    void conflictChosen(const motcua::Id &dossier); ///< the same where desks contradict each other about it
    void appeared();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] const OutboxLine *current() const;
    [[nodiscard]] bool actByLetter(const QKeyEvent *event);
    void drawLine();
    void drawBody();
    void choose();

    OutboxView m_view;
    bool m_isAttention = false;
    quint64 m_place = 0; ///< of the row that was marked when the list was put in order anew
    OutboxItemModel *m_model = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_limits = nullptr;
    KeyButton *m_decide = nullptr;
    KeyButton *m_after = nullptr;
    KeyButton *m_paper = nullptr;
    KeyButton *m_try = nullptr;
    KeyButton *m_pause = nullptr;
    KeyButton *m_newer = nullptr;
    QStackedWidget *m_body = nullptr;
    RowTable *m_table = nullptr;
    EmptyNote *m_empty = nullptr;
    QLabel *m_line = nullptr;
};

} // namespace motcua
