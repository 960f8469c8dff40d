// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket/KioskPlan.h"
#include "models/visit/Feedback.h"
#include "ui/shell/Page.h"

class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace motcua {

class EmptyNote;
class WrapLabel;

/** What citizens said of how they were served: what waits for an answer stands first, the oldest on top; then what was said last. */
class FeedbackPage : public Page
{
    Q_OBJECT

public:
    explicit FeedbackPage(QWidget *parent = nullptr);

    /** What the ids of reasons are called. */
    void setReasons(const QList<FeedbackReason> &reasons) { m_reasons = reasons; }
    /** What waits, and what was said last; a row that is read stays chosen, and what is being typed stays. */
    void setRows(const QList<Feedback> &open, const QList<Feedback> &latest);
    void setMayAnswer(bool may);
    void setBusy(bool busy);
    /** It was kept: the field is free for the next one. */
    void setAnswered();
    void forget();

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool enter(QWidget *focused) override;
    [[nodiscard]] bool scrolls() const override { return false; }

Q_SIGNALS:
    void settled(const motcua::Id &feedback, const QString &answer);

private:
    [[nodiscard]] const Feedback *chosen() const;
    void draw();

    QList<FeedbackReason> m_reasons;
    QList<Feedback> m_rows;
    qsizetype m_waiting = 0; ///< the first of m_rows
    bool m_mayAnswer = false;
    bool m_busy = false;
    Id m_shown; ///< of which the words on the right are
    QListWidget *m_list = nullptr;
    EmptyNote *m_empty = nullptr;
    QWidget *m_right = nullptr;
    QLabel *m_mark = nullptr;
    WrapLabel *m_about = nullptr;
    WrapLabel *m_text = nullptr;
    WrapLabel *m_contact = nullptr;
    WrapLabel *m_answered = nullptr;
    QLabel *m_asked = nullptr;
    QPlainTextEdit *m_answer = nullptr;
};

} // namespace motcua
