// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/OfficeHours.h"

#include <QDateTime>
#include <QObject>

#include <functional>

namespace motcua {

class MainWindow;
class StripQuestion;

/** A call before opening hours: says when calling starts, and calls all the same for whoever means it; never twice a morning. */
class EarlyCall : public QObject
{
    Q_OBJECT

public:
    /** Both outlive this object. */
    EarlyCall(MainWindow *window, StripQuestion *questions, QObject *parent = nullptr);

    /**
     * Whether the key only brought the question, at `now` (Vietnam) of a day with these hours. While the question stands the same key
     * calls; `call` is what the answer does.
     */
    [[nodiscard]] bool asks(const QList<OfficeSession> &sessions, const QDateTime &now, int waiting, const std::function<void()> &call);

    /** Somebody else begins. */
    void forget();

private:
    MainWindow *m_window = nullptr;
    StripQuestion *m_questions = nullptr;
    QString m_asked; ///< as it stands in the strip
    QDate m_meant; ///< the morning on which it was meant
};

} // namespace motcua
