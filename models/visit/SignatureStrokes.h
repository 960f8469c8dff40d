// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>

namespace motcua {

/** What somebody drew with a finger, a pen or a mouse to sign: where it went, in heights of the pad. It lives in memory alone. */
class SignatureStrokes
{
public:
    void begin(QPointF at); ///< sets the pen down
    void go(QPointF to); ///< draws on; nothing before begin()
    void clear() { m_strokes.clear(); }

    [[nodiscard]] const QList<QList<QPointF>> &strokes() const { return m_strokes; }
    [[nodiscard]] bool isEmpty() const { return m_strokes.isEmpty(); }
    [[nodiscard]] double length() const; ///< of all lines
    [[nodiscard]] QRectF bounds() const; ///< without air; may be as thin as a line
    /** A dot, a slip of the finger or a short dash is none. Whose it is, nothing here tells. */
    [[nodiscard]] bool isSignature() const;

    friend bool operator==(const SignatureStrokes &, const SignatureStrokes &) = default;

private:
    QList<QList<QPointF>> m_strokes;
};

} // namespace motcua
