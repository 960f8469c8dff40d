// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hall/EarlyCall.h"

#include "models/ticket/DeskHours.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/StripQuestion.h"
#include "ui/widgets/MessageStrip.h"

namespace motcua {

EarlyCall::EarlyCall(MainWindow *window, StripQuestion *questions, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_questions(questions)
{
}

bool EarlyCall::asks(const QList<OfficeSession> &sessions, const QDateTime &now, int waiting, const std::function<void()> &call)
{
    const QTime starts = callingStarts(sessions, now.time());
    if (!starts.isValid() || m_meant == now.date()) {
        return false;
    }
    const MessageStrip *strip = m_window->strip();
    if (!m_asked.isEmpty() && strip->isAsking() && strip->notice().text == m_asked) {
        m_meant = now.date();
        m_questions->drop();
        return false;
    }
    m_asked = tr("Calling starts at %1. %n ticket(s) wait and keep their waiting time. Nobody was called yet.", nullptr, waiting)
                  .arg(starts.toString(u"HH:mm"));
    m_questions->ask(m_asked, {{tr("Call now"), [this, day = now.date(), call] {
                                    m_meant = day;
                                    call();
                                }},
                                  {tr("Wait until %1").arg(starts.toString(u"HH:mm")), [] {}}});
    return true;
}

void EarlyCall::forget()
{
    m_asked.clear();
    m_meant = {};
}

} // namespace motcua
