// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;

namespace motcua {

/** Typing the recovery key back from paper, with a tick or a cross under each group while one types. */
class RecoveryKeyBox : public QWidget
{
    Q_OBJECT

public:
    /** The groups, from 1, in which the typed text differs from the key. */
    using Differing = std::function<QList<int>(const QString &typed)>;

    explicit RecoveryKeyBox(QWidget *parent = nullptr);

    void setKey(int groups, int groupSize, const Differing &differing);
    [[nodiscard]] bool isCopied() const;
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void copied(bool right);

private:
    void judge();

    QLineEdit *m_edit = nullptr;
    QLabel *m_marks = nullptr;
    Differing m_differing;
    int m_groups = 0;
    int m_groupSize = 0;
};

} // namespace motcua
