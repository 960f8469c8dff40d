// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace motcua {

/** Tells when nobody has touched keyboard, mouse or screen for so long that the window is to be hidden, and half a minute before. */
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr int DefaultMinutes = 10;
    static constexpr int MostMinutes = 240;
    static constexpr int WarnMs = 30'000;

    explicit IdleWatch(QObject *parent = nullptr);

    /** 1 … MostMinutes; 0: never. */
    void setMinutes(int minutes);
    /** The same for whoever cannot wait so long: how long until the warning, and from there to the end. */
    void setTimes(int quietMs, int warnMs);

    /** Whether the window may be hidden now; while it says no, the time begins again. */
    void setAllowed(std::function<bool()> allowed) { m_allowed = std::move(allowed); }

    /** Something came in that is no key, such as a scanned code. */
    void touch();

    /** `[idle] lockMinutes` of a settings file; the default where there is none or nothing sensible. */
    [[nodiscard]] static int minutesIn(const QString &file);

Q_SIGNALS:
    void nearlyIdle(int secondsLeft);
    void touched(); ///< after nearlyIdle(): somebody is there
    void idled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isAllowed() const { return m_allowed && m_allowed(); }
    void begin();
    void warn();
    void end();

    std::function<bool()> m_allowed;
    QTimer m_quiet;
    QTimer m_last;
    int m_quietMs = 0; ///< 0: never
    int m_warnMs = WarnMs;
};

} // namespace motcua
