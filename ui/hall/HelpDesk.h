// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"
#include "models/ticket/HallWord.h"
#include "ui/shell/StripQuestion.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace motcua {

class MainWindow;
struct StaffMember;

/**
 * Calls for help between desks: whoever needs somebody calls, whoever leads the hall is told and says that they come, and the caller sees who.
 *
 * An alarm is not told at the desk that raised it: nothing but two signs in the last line says that it stands, and who is coming.
 */
class HelpDesk : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 UnansweredMs = 60'000; ///< then the caller is told that nobody has answered
    static constexpr qint64 AgainMs = 30'000; ///< then whoever leads the hall is asked once more

    /** `window` outlives this object. */
    explicit HelpDesk(MainWindow *window, QObject *parent = nullptr);
    ~HelpDesk() override;

    /** Milliseconds since 1970-01-01 UTC; the clock of the machine unless told otherwise. */
    void setClock(std::function<qint64()> now) { m_now = std::move(now); }

    void begin(const Workplace &place);
    void end();

    /** What the hall tells at the moment. */
    void hear(const HallWord &word);

    /** Calls somebody here; where somebody is called already, tells who comes; of whom others call, asks. */
    void call();
    void alarm();

    /** For the last line of the window: of an alarm of this desk that stands; else empty. */
    [[nodiscard]] QString quietWords() const;

Q_SIGNALS:
    void quietChanged();

private:
    void lookThen(const std::function<void()> &then);
    void learn(const std::function<void()> &then);
    void update();
    void tellCaller(const HelpCall &call);
    void offer();
    void raise(bool silent);
    void record(const Id &call, const ActKind &what, const QString &told);
    [[nodiscard]] QString about(const HelpCall &call) const;
    [[nodiscard]] QString namesOf(const QList<Id> &people) const;
    [[nodiscard]] const HelpCall *own(bool silent) const;
    [[nodiscard]] const HelpCall *others() const; ///< of somebody else's the one that is most urgent; null: none
    [[nodiscard]] QList<StripQuestion::Choice> answersTo(const HelpCall &call);

    MainWindow *m_window = nullptr;
    StripQuestion *m_questions = nullptr;
    std::function<qint64()> m_now;
    std::optional<Workplace> m_place;
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in: answers that come later are nobody's
    QList<HelpCall> m_calls;
    QHash<Id, QString> m_names;
    bool m_mayAnswer = false;
    bool m_isAlone = false; ///< nobody else leads the hall
    QSet<Id> m_leftToOthers; ///< calls
    QHash<Id, qint64> m_offeredMs; ///< by call
    QHash<Id, qsizetype> m_toldComing; ///< by call of this person: of how many they were told
    QSet<Id> m_toldUnanswered;
    QTimer m_ticks; ///< while somebody calls
};

} // namespace motcua
