// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/SignatureStrokes.h"

#include <algorithm>
#include <cmath>

namespace motcua {

namespace {

// In heights of the pad: a name in the smallest hand that is still one is longer and larger than this.
constexpr double LeastLength = 0.4;
constexpr double LeastSpan = 0.15;
constexpr double LeastMove = 0.002; // what a trembling finger makes is no line of its own

double apart(QPointF one, QPointF other)
{
    return std::hypot(other.x() - one.x(), other.y() - one.y());
}

} // namespace

void SignatureStrokes::begin(QPointF at)
{
    m_strokes.append({at});
}

void SignatureStrokes::go(QPointF to)
{
    if (!m_strokes.isEmpty() && apart(m_strokes.constLast().constLast(), to) >= LeastMove) {
        m_strokes.last().append(to);
    }
}

double SignatureStrokes::length() const
{
    double all = 0;
    for (const QList<QPointF> &stroke : m_strokes) {
        for (qsizetype i = 1; i < stroke.size(); ++i) {
            all += apart(stroke.at(i - 1), stroke.at(i));
        }
    }
    return all;
}

QRectF SignatureStrokes::bounds() const
{
    if (m_strokes.isEmpty()) {
        return {};
    }
    QPointF least = m_strokes.constFirst().constFirst();
    QPointF most = least;
    for (const QList<QPointF> &stroke : m_strokes) {
        for (const QPointF &point : stroke) {
            least = {std::min(least.x(), point.x()), std::min(least.y(), point.y())};
            most = {std::max(most.x(), point.x()), std::max(most.y(), point.y())};
        }
    }
    return {least, most};
}

bool SignatureStrokes::isSignature() const
{
    const QRectF all = bounds();
    return length() >= LeastLength && std::max(all.width(), all.height()) >= LeastSpan;
}

} // namespace motcua
