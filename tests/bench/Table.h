// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>

#include <functional>

namespace motcua::bench {

/** Durations in milliseconds and what can be said of them. */
class Samples
{
public:
    void add(double ms) { m_ms.append(ms); }
    void append(const Samples &others) { m_ms.append(others.m_ms); }
    [[nodiscard]] bool isEmpty() const { return m_ms.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_ms.size(); }
    /** The one added last; there is one. */
    [[nodiscard]] double last() const { return m_ms.constLast(); }
    /** `share` 0.5 is the median, 1 the largest; 0 without samples. */
    [[nodiscard]] double at(double share) const;

private:
    QList<double> m_ms;
};

/** Milliseconds `work` took. */
[[nodiscard]] double timed(const std::function<void()> &work);

/** Rows of ours beside a floor, each judged against what it holds; printed as they come. */
class Table
{
public:
    enum class Holds { AtMost, AtLeast };

    explicit Table(const QString &title);

    /** Ours and floor are in `unit`; the ratio is what is judged. */
    void row(const QString &what, double ours, double floor, double ratio, Holds holds, double limit, const QString &unit = QStringLiteral("ms"));
    /** Ours is judged by itself, at most `limit`; the floor stands beside it to be compared. */
    void bound(const QString &what, double ours, double floor, double limit, const QString &unit = QStringLiteral("ms"));
    /** A figure nobody judges. */
    void note(const QString &what, const QString &figure);

    [[nodiscard]] int missed() const { return m_missed; }

private:
    void print(const QString &what, double ours, double floor, const QString &unit, double ratio, const QString &hold, bool held);

    int m_missed = 0;
};

} // namespace motcua::bench
