// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/HallActs.h"
#include "models/ticket/KioskPlan.h"
#include "ui/kiosk/KioskPage.h"

class QLineEdit;
class QPlainTextEdit;
class QStackedLayout;

namespace motcua {

/** What somebody thinks of how they were served: a mark, reasons with one touch, and words if they like. Nobody's name is asked. */
class KioskFeedbackPage : public KioskPage
{
    Q_OBJECT

public:
    KioskFeedbackPage(const QList<FeedbackReason> &reasons, const KioskLook &look, const KioskWords &words, QWidget *parent);

    [[nodiscard]] bool back() override;
    [[nodiscard]] QWidget *firstField() const override;

    /** The ticket was scanned: so it is known which turn is meant. */
    void setTicket(const QString &number);
    /** It was not kept; what was said stays on the page. */
    void showRefused(const QString &told);

Q_SIGNALS:
    void given(const motcua::GiveFeedback &feedback);

private:
    [[nodiscard]] QWidget *marks();
    [[nodiscard]] QWidget *more();
    void mark(int score);
    void send();

    QList<FeedbackReason> m_reasons;
    QStackedLayout *m_stack = nullptr;
    QList<QPushButton *> m_marks;
    QList<QPushButton *> m_chosen; ///< reasons, each with its id
    QPlainTextEdit *m_text = nullptr;
    QLineEdit *m_contact = nullptr;
    QLabel *m_told = nullptr;
    QLabel *m_about = nullptr;
    QPushButton *m_send = nullptr;
    QWidget *m_choices = nullptr; ///< the reasons; they make way for the keys while somebody types
    QString m_ticket;
    int m_score = 0;
};

} // namespace motcua
