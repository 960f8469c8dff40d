// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace motcua {

/** Stands where a list would: says that nothing is in it, and what puts something there. */
class EmptyNote : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyNote(QWidget *parent = nullptr);

    /** `title` in a few words; `next` says what the officer can do, one or two sentences. */
    void tell(const QString &title, const QString &next);

    [[nodiscard]] QString title() const;

private:
    QLabel *m_title = nullptr;
    QLabel *m_next = nullptr;
};

} // namespace motcua
