// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"
#include "ui/shell/Page.h"

#include <functional>
#include <optional>

class QLabel;

namespace motcua {

class SecretEdit;

/** Choosing the PIN of the day, or another password: typed twice, told at once what is wrong with it, and nothing changes before Ctrl+Enter. */
class NewSecretPage : public Page
{
    Q_OBJECT

public:
    enum class Kind {
        Pin,
        Password, ///< asks for the one used until now, too
    };

    /** What is wrong with a secret; nothing when it may be chosen. */
    using Judge = std::function<std::optional<Error>(const QString &secret)>;

    explicit NewSecretPage(Kind kind, QWidget *parent = nullptr);

    void setJudge(Judge judge) { m_judge = std::move(judge); }

    /** Empty lines, for the next time. */
    void reset();

    /** While the keys are wrapped anew nothing can be pressed twice. */
    void setBusy(bool busy);

    /** It was not taken over. */
    void refuse(const Error &error);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;

Q_SIGNALS:
    /** `current` is empty for a PIN. Both lines are empty again when this is told. */
    void chosen(const QString &current, const QString &secret);

private:
    void judge();
    void give();
    [[nodiscard]] QString flawSentence(const Error &error) const;
    void point(SecretEdit *edit, const QString &said);

    Kind m_kind;
    Judge m_judge;
    SecretEdit *m_current = nullptr; ///< null for a PIN
    SecretEdit *m_secret = nullptr;
    SecretEdit *m_again = nullptr;
    QLabel *m_verdict = nullptr;
    QLabel *m_caps = nullptr;
    bool m_busy = false;
};

} // namespace motcua
