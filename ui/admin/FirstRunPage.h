// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"
#include "ui/admin/RecoveryKeyBox.h"
#include "ui/shell/Page.h"

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace motcua {

class CountBox;
class SecretEdit;

/** What the administrator answers when a desk is set up. */
struct FirstRunAnswers
{
    QString unitName = {};
    QString governingBody = {};
    QString place = {}; ///< before the date of every slip
    QString organisationCode = {};
    int deskNumber = 0;
    bool onlyDesk = false;
    QString administrator = {};
    QString password = {};
};

/** Setting up a desk in four steps: the unit, the administrator, the recovery key shown once, the recovery key typed back. */
class FirstRunPage : public Page
{
    Q_OBJECT

public:
    enum class Step { Unit, Administrator, KeyShown, KeyTyped };

    /**
     * Says what is wrong with the answers of a step, or nothing: Invalid with detail "unit-name", "governing-body", "place",
     * "organisation-code", "desk-number", "password-is-name", "password-trivial", or PasswordTooShort. Must answer at once.
     */
    using Judge = std::function<std::optional<Error>(Step step, const FirstRunAnswers &answers)>;

    explicit FirstRunPage(QWidget *parent = nullptr);

    void setJudge(const Judge &judge) { m_judge = judge; }

    /** The key as it is shown once: groups with hyphens between them. */
    void setRecoveryKey(const QString &text, const RecoveryKeyBox::Differing &differing);

    /** While the keys are made nothing can be pressed twice. */
    void setBusy(bool busy);
    void refuse(const Error &error);

    [[nodiscard]] Step step() const { return m_step; }

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    bool closeInner() override;
    [[nodiscard]] bool standsAlone() const override { return true; }

Q_SIGNALS:
    /** Every step is done and the key was typed back; the password is handed over and forgotten here. */
    void answered(const motcua::FirstRunAnswers &answers);

private:
    QWidget *unitSide();
    QWidget *administratorSide();
    QWidget *keyShownSide();
    QWidget *keyTypedSide();
    void advance();
    void moveTo(Step step);
    [[nodiscard]] bool mayLeave();
    [[nodiscard]] QString flawSentence(const Error &error) const;
    void point(const Error &error);
    [[nodiscard]] FirstRunAnswers answers() const;

    Judge m_judge;
    Step m_step = Step::Unit;
    bool m_busy = false;
    QStackedWidget *m_stack = nullptr;
    QLineEdit *m_unit = nullptr;
    QLineEdit *m_body = nullptr;
    QLineEdit *m_place = nullptr;
    QLineEdit *m_organisation = nullptr;
    CountBox *m_desk = nullptr;
    QCheckBox *m_onlyDesk = nullptr;
    QLineEdit *m_name = nullptr;
    SecretEdit *m_password = nullptr;
    SecretEdit *m_again = nullptr;
    QLabel *m_caps = nullptr;
    QLabel *m_key = nullptr;
    RecoveryKeyBox *m_typed = nullptr;
};

} // namespace motcua
