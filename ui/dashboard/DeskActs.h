// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/Hall.h"
#include "models/dashboard/HallFigures.h"
#include "ui/shell/StripQuestion.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace motcua {

class MainWindow;

/** What a supervisor does about the ticket at somebody else's desk: asked in the strip, done by a step of the ticket, and the desk sees that it is gone. */
class DeskActs : public QObject
{
    Q_OBJECT

public:
    /** `window` outlives this object; `hall` is asked when something is to be done, and may answer null. */
    DeskActs(MainWindow *window, std::function<Hall *()> hall, QObject *parent = nullptr);

    /** Asks what is to become of the ticket that is called or served there, of which groups the desk calls, and whether it stays open. */
    void ask(const DeskFigures &desk, const QString &officer);

    /** Nobody is here any more. */
    void end();

Q_SIGNALS:
    void done(); ///< a ticket was moved or ended
    void groupsAsked(const motcua::DeskFigures &desk);
    void closingAsked(const motcua::DeskFigures &desk); ///< it is open

private:
    void take(const QString &number, TicketStep step, const QString &told);

    MainWindow *m_window = nullptr;
    std::function<Hall *()> m_hall;
    StripQuestion *m_questions = nullptr;
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in: answers that come later are nobody's
};

} // namespace motcua
