// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/WedgeFilter.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

/** The key itself: which character it gives may have changed between press and release. */
quint64 place(const QKeyEvent &key)
{
    return key.nativeScanCode() != 0 ? quint64{key.nativeScanCode()} << 32 : static_cast<quint64>(key.key());
}

bool isModifier(const QKeyEvent &key)
{
    switch (key.key()) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
        return true;
    default:
        return false;
    }
}

bool isCharacter(const QKeyEvent &key)
{
    const bool isShortcut = (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0;
    return !isShortcut && !key.text().isEmpty() && key.text().at(0).isPrint();
}

bool isEnd(const QKeyEvent &key)
{
    const bool isPlain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    return isPlain && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Tab);
}

} // namespace

WedgeFilter::WedgeFilter(QObject *parent)
    : QObject(parent)
{
    QElapsedTimer arrival;
    arrival.start();
    // Some ways through an input method lose the time a key was pressed at; all keys at moment 0 would look like one burst.
    m_clock = [arrival](const QKeyEvent &key) { return key.timestamp() != 0 ? static_cast<qint64>(key.timestamp()) : arrival.elapsed(); };
    m_silence.setSingleShot(true);
    m_silence.setTimerType(Qt::PreciseTimer);
    connect(&m_silence, &QTimer::timeout, this, &WedgeFilter::fallSilent);
    m_lastLine.setSingleShot(true);
    m_lastLine.setInterval(LinesMs);
    connect(&m_lastLine, &QTimer::timeout, this, [this] { tell({m_lines.silence()}); });
    qApp->installEventFilter(this);
}

WedgeFilter::~WedgeFilter() = default;

bool WedgeFilter::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::InputMethod:
        return composed(*static_cast<QInputMethodEvent *>(event));
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::WindowDeactivate:
        settle();
        return false;
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
        break;
    default:
        return false;
    }
    // A key reaches its window first and only then a widget. What the window system did not send, no reader typed.
    auto *window = event->spontaneous() ? qobject_cast<QWindow *>(watched) : nullptr;
    if (!window) {
        return false;
    }
    const auto &key = *static_cast<QKeyEvent *>(event);
    return event->type() == QEvent::KeyPress ? pressed(window, key) : released(window, key);
}

bool WedgeFilter::pressed(QWindow *window, const QKeyEvent &key)
{
    if (isModifier(key)) {
        return false; // it does nothing by itself, and a reader presses Shift between two letters
    }
    if (!key.isAutoRepeat() && isCharacter(key)) {
        return take(window, key);
    }
    if (isEnd(key) && !key.isAutoRepeat() && suffix(key)) {
        m_down.insert(place(key));
        return true;
    }
    settle();
    m_suffixMayCome = false;
    return false;
}

bool WedgeFilter::take(QWindow *window, const QKeyEvent &key)
{
    const qint64 now = m_clock(key);
    const qint64 gap = now - m_last;
    if (!m_text.isEmpty() && (gap < 0 || gap >= GapMs)) {
        settle();
    }
    m_suffixMayCome = false;
    m_last = now;
    append(key.text());
    if (m_isBurst) {
        m_down.insert(place(key));
    } else {
        m_held.push_back({window, std::unique_ptr<QKeyEvent>(key.clone())});
        if (m_text.size() >= FewestCharacters) {
            recognise();
        }
    }
    m_lookedAgain = false;
    m_silence.start(GapMs);
    return true;
}

void WedgeFilter::append(const QString &text)
{
    m_isTooLong = m_isTooLong || m_text.size() + text.size() > LongestCharacters;
    if (!m_isTooLong) {
        m_text.append(text);
    }
}

/** Nobody gets what was held. */
void WedgeFilter::recognise()
{
    m_isBurst = true;
    for (const Held &one : std::exchange(m_held, {})) {
        if (one.event->type() == QEvent::KeyPress) {
            m_down.insert(place(*one.event));
        } else {
            m_down.remove(place(*one.event));
        }
    }
}

bool WedgeFilter::suffix(const QKeyEvent &key)
{
    const qint64 gap = m_clock(key) - m_last;
    if (m_isBurst) {
        end();
        return gap >= 0 && gap < SuffixMs;
    }
    return m_suffixMayCome && gap >= 0 && gap < SuffixMs;
}

bool WedgeFilter::released(QWindow *window, const QKeyEvent &key)
{
    if (key.isAutoRepeat()) {
        return false;
    }
    if (m_down.remove(place(key))) {
        return true;
    }
    const auto isItsPress = [&key](const Held &one) { return one.event->type() == QEvent::KeyPress && place(*one.event) == place(key); };
    if (std::none_of(m_held.cbegin(), m_held.cend(), isItsPress)) {
        return false;
    }
    m_held.push_back({window, std::unique_ptr<QKeyEvent>(key.clone())});
    return true;
}

bool WedgeFilter::composed(const QInputMethodEvent &event)
{
    if (!m_isBurst) {
        letGo();
        return false;
    }
    m_hasComposed = true;
    append(event.commitString());
    m_lookedAgain = false;
    m_silence.start(GapMs);
    return true;
}

/** A person typed what is held: it goes where it was going, in its order. */
void WedgeFilter::letGo()
{
    m_silence.stop();
    m_text.clear();
    for (const Held &one : std::exchange(m_held, {})) {
        if (one.window) {
            QCoreApplication::sendEvent(one.window, one.event.get());
        }
    }
}

void WedgeFilter::settle()
{
    if (m_isBurst) {
        end();
    } else {
        letGo();
    }
}

void WedgeFilter::end()
{
    m_silence.stop();
    m_isBurst = false;
    m_suffixMayCome = true;
    const QByteArray bytes = std::exchange(m_text, {}).toUtf8();
    const bool tooLong = std::exchange(m_isTooLong, false);
    if (std::exchange(m_hasComposed, false)) {
        QGuiApplication::inputMethod()->reset(); // it still holds letters nobody typed
    }
    if (tooLong) {
        m_lastLine.stop();
        tell({m_lines.silence()});
        Q_EMIT dropped();
        return;
    }
    const QList<QByteArray> codes = m_lines.take(bytes + '\n');
    if (m_lines.isOpen()) {
        m_lastLine.start();
    } else {
        m_lastLine.stop();
    }
    tell(codes);
}

void WedgeFilter::tell(const QList<QByteArray> &codes)
{
    for (const QByteArray &code : codes) {
        if (!code.isEmpty()) {
            Q_EMIT scanned(code);
        }
    }
}

void WedgeFilter::fallSilent()
{
    if (!m_lookedAgain) {
        // While the program was busy the rest may have come: what waits is seen before this fires again.
        m_lookedAgain = true;
        m_silence.start(0);
        return;
    }
    settle();
}

} // namespace motcua
