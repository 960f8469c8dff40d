// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/StripQuestion.h"

#include "ui/shell/MainWindow.h"
#include "ui/widgets/MessageStrip.h"

#include <utility>

namespace motcua {

StripQuestion::StripQuestion(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
    // Several desks ask in the one strip: an answer is for whoever asked last.
    connect(m_window->strip(), &MessageStrip::told, this, &StripQuestion::drop);
    connect(m_window, &MainWindow::chosen, this, [this](int index) {
        const QList<Choice> choices = std::exchange(m_choices, {});
        if (index >= 0 && index < choices.size()) {
            choices.at(index).act();
        }
    });
}

Notice StripQuestion::noticeOf(const QString &text, const QList<Choice> &choices)
{
    QStringList labels;
    for (const Choice &choice : choices) {
        labels.append(choice.label);
    }
    return {Notice::Kind::Question, text, labels};
}

void StripQuestion::ask(const QString &text, const QList<Choice> &choices)
{
    const QList<Choice> offered = choices.mid(0, MostChoices);
    m_window->ask(noticeOf(text, offered));
    m_choices = offered;
}

void StripQuestion::offer(const QString &text, const QList<Choice> &choices)
{
    const QList<Choice> offered = choices.mid(0, MostChoices);
    m_window->tell(noticeOf(text, offered));
    m_choices = offered;
}

} // namespace motcua
