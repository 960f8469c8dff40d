// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/CodeFrames.h"

#include <QByteArray>
#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QString>
#include <QTimer>
#include <QWindow>

#include <functional>
#include <memory>
#include <vector>

class QInputMethodEvent;

namespace motcua {

/**
 * Recognises a code reader that passes for a keyboard by how fast it types, and keeps all it types out of the field that has the caret,
 * its first characters and its last Enter included.
 *
 * A character is held back until 30 ms of silence say that a person typed it, then it goes where it was going; what it was going before is never
 * overtaken: any other key, a click and an input method let go first what is held. Keys that repeat because they are held down, shortcuts, and
 * events that come from no keyboard are never held. Before a burst is recognised an input method works as ever; what it makes of a
 * recognised burst is kept out too. The lines of a machine-readable zone, each a burst of its own, are told as one code, as CodeFrames has it.
 */
class WedgeFilter : public QObject
{
    Q_OBJECT

public:
    static constexpr int GapMs = 30; ///< nobody types so fast for long
    static constexpr int FewestCharacters = 8;
    static constexpr int SuffixMs = 100; ///< an Enter or Tab this soon after a burst still belongs to it
    static constexpr int LinesMs = 300; ///< a line of a zone that none follows for so long is a code by itself
    static constexpr qsizetype LongestCharacters = 4096;

    /** The moment of a key in milliseconds, by any clock that does not stop while the program is busy. */
    using Clock = std::function<qint64(const QKeyEvent &)>;

    /** Sees the keys of every window of the program from now on. */
    explicit WedgeFilter(QObject *parent = nullptr);
    ~WedgeFilter() override;

    /** Instead of the time the window system gives each key. */
    void setClock(const Clock &clock) { m_clock = clock; }

Q_SIGNALS:
    void scanned(const QByteArray &bytes); ///< what was typed, as UTF-8, without what ended it
    void dropped(); ///< a burst too long for a code

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Held
    {
        QPointer<QWindow> window = {};
        std::unique_ptr<QKeyEvent> event = {};
    };

    bool pressed(QWindow *window, const QKeyEvent &key);
    bool released(QWindow *window, const QKeyEvent &key);
    bool take(QWindow *window, const QKeyEvent &key);
    bool suffix(const QKeyEvent &key);
    bool composed(const QInputMethodEvent &event);
    void append(const QString &text);
    void recognise();
    void letGo();
    void settle();
    void end();
    void fallSilent();
    void tell(const QList<QByteArray> &codes);

    Clock m_clock;
    std::vector<Held> m_held; ///< presses and releases in their order
    QSet<quint64> m_down; ///< keys of a burst whose release is still to come
    QString m_text;
    CodeFrames m_lines{4 * LongestCharacters}; ///< bursts that may be lines of one zone
    QTimer m_silence;
    QTimer m_lastLine;
    qint64 m_last = 0; ///< of the last character that was held, or of a burst's end
    bool m_isBurst = false;
    bool m_isTooLong = false;
    bool m_hasComposed = false;
    bool m_suffixMayCome = false;
    bool m_lookedAgain = false;
};

} // namespace motcua
