// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "ui/shell/Page.h"

#include <optional>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace motcua {

/** One thing whoever opens a desk should know. */
struct DayLine
{
    enum class Kind { Good, Note, Attention };

    Kind kind = Kind::Note;
    QString text = {};

    friend bool operator==(const DayLine &, const DayLine &) = default;
};

/** The first page of the day at a desk: what is to be known, and the money in the drawer. It can be skipped with Esc. */
class OpenDayPage : public Page
{
    Q_OBJECT

public:
    explicit OpenDayPage(QWidget *parent = nullptr);

    void setDay(const QString &heading, const QList<DayLine> &lines);
    void setBusy(bool busy);

    [[nodiscard]] QString heading() const override { return m_heading; }
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool enter(QWidget *focused) override;

Q_SIGNALS:
    void opened(motcua::Money cash);
    void listAsked(int number); ///< Ctrl+1 …

private:
    void judge();

    QString m_heading;
    QVBoxLayout *m_lines = nullptr;
    QLineEdit *m_cash = nullptr;
    QLabel *m_amount = nullptr;
    std::optional<Money> m_money = Money{};
    bool m_busy = false;
};

} // namespace motcua
