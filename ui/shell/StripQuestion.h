// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    /** Asks instead of whatever was asked; of more than MostChoices the first count. */
    void ask(const QString &text, const QList<Choice> &choices);

    /** Nobody answers any more. */
    void drop() { m_choices.clear(); }

private:
    MainWindow *m_window = nullptr;
    QList<Choice> m_choices;
};

} // namespace motcua
