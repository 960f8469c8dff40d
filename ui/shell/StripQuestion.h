// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Notice.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace motcua {

class MainWindow;

/** A question of the moment in the strip: one at a time, answered by what its choices do, or left with Esc and then nothing happens. */
class StripQuestion : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MostChoices = 6; ///< what the strip has room for

    struct Choice
    {
        QString label = {};
        std::function<void()> act = {};
    };

    explicit StripQuestion(MainWindow *window, QObject *parent = nullptr);

    /** Asks what a key brought up, and takes the keyboard, instead of whatever was asked; of more than MostChoices the first count. */
    void ask(const QString &text, const QList<Choice> &choices);

    /** The same for a question nobody asked for: the keyboard stays where it is. */
    void offer(const QString &text, const QList<Choice> &choices);

    /** Nobody answers any more. */
    void drop() { m_choices.clear(); }

private:
    [[nodiscard]] static Notice noticeOf(const QString &text, const QList<Choice> &choices);

    MainWindow *m_window = nullptr;
    QList<Choice> m_choices;
};

} // namespace motcua
