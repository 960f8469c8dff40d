// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QWidget>

#include <optional>

namespace motcua {

/** A small whole number with − and + beside it; also the keys − and +, ↑ and ↓. Holds text, so a half-typed number is not lost. */
class CountBox : public QWidget
{
    Q_OBJECT

public:
    explicit CountBox(QWidget *parent = nullptr);

    void setRange(std::optional<qint64> minimum, std::optional<qint64> maximum);
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

    /** One more or less within the range; an empty or unreadable number becomes the minimum, or 1. */
    void step(int by);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *m_edit = nullptr;
    std::optional<qint64> m_minimum;
    std::optional<qint64> m_maximum;
};

} // namespace motcua
