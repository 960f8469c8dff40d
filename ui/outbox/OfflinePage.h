// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/OfflineLimits.h"
#include "models/dossier/PortalActs.h"
#include "ui/shell/Page.h"

class QLineEdit;
class QRadioButton;
class QSpinBox;
class QVBoxLayout;

namespace motcua {

class ApproverBox;
class WrapLabel;

/** How far the desk may go on without the portal, and where a supervisor says how it does. */
class OfflinePage : public Page
{
    Q_OBJECT

public:
    explicit OfflinePage(QWidget *parent = nullptr);

    /** `mostDays`: of an extension; `needsApprover`: who is here is no supervisor; `prints`: there is a printer for blank provisional slips. */
    void begin(const OfflineStanding &standing, int mostDays, bool needsApprover, bool prints, const QDateTime &now);
    void setBusy(bool busy);
    void setPrinting(bool printing); ///< of blank slips; apart from what is decided
    void forget(); ///< what was typed of a second person

    /** One line for each limit that is near or reached. */
    [[nodiscard]] static QStringList limitWords(const OfflineStanding &standing);
    /** Whether it goes on until a day, or on paper; empty for neither. */
    [[nodiscard]] static QString decisionWords(const OfflineStanding &standing, const QDateTime &now);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;

Q_SIGNALS:
    void decided(const motcua::DecideOffline &what, const QString &approver, const QString &password);
    void blanksAsked(int count); ///< numbers of provisional slips to be printed

private:
    [[nodiscard]] DecideOffline::Choice choice() const;
    [[nodiscard]] qint64 untilMs() const;
    void judge();

    OfflineStanding m_standing;
    QDateTime m_now;
    bool m_busy = false;
    bool m_prints = false;
    bool m_isPrinting = false;
    WrapLabel *m_limits = nullptr;
    WrapLabel *m_decision = nullptr;
    QRadioButton *m_extend = nullptr;
    QRadioButton *m_paper = nullptr;
    QRadioButton *m_resume = nullptr;
    QSpinBox *m_days = nullptr;
    QSpinBox *m_blanks = nullptr;
    QWidget *m_blankRow = nullptr;
    WrapLabel *m_until = nullptr;
    QLineEdit *m_reason = nullptr;
    ApproverBox *m_approver = nullptr;
};

} // namespace motcua
