// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/HallBook.h"

#include <QMap>
#include <QStringList>

namespace motcua::test {

/**
 * What happened in a hall, judged afterwards: the steps as its tables keep them, and when each desk asked and was answered.
 *
 * Pure: the same history always gives the same faults, each one line.
 */
class HallHistory
{
public:
    /** A call as the desk that made it saw it, by the clock of this machine, ms. */
    struct Call
    {
        QByteArray desk = {};
        qint64 fromMs = 0;
        qint64 untilMs = 0;
        QString number = {};
    };

    QList<centre::HallStep> steps = {}; ///< all of a day, in any order
    QList<Call> calls = {};
    QMap<QByteArray, QList<qint64>> asks = {}; ///< by desk: when it asked for somebody, in order, also where it died before it was answered
    /** By number: from when until when it was asked for that somebody stands among those who wait, and it was told that they do; only from then on can anybody see them. */
    QMap<QString, QList<QPair<qint64, qint64>>> shown = {};
    /** From when until when a claim may have been held of which nothing is known, since the server or the desk died: whom it held was passed over by nobody's fault. */
    QList<QPair<qint64, qint64>> upsets = {};
    qint64 unsureMs = 0; ///< so far apart a moment of the server and one of a desk may be and be the same

    struct Judgement
    {
        QStringList faults = {};
        QStringList passedOver = {}; ///< who waited all the while in which a desk was given somebody who comes after them
        qsizetype calls = 0;
        qsizetype tickets = 0;
        qsizetype judgedForOrder = 0; ///< calls of which is known when they were asked for
    };
    [[nodiscard]] Judgement judged() const;

private:
    [[nodiscard]] qint64 askedBefore(const QByteArray &desk, qint64 atMs) const;
    [[nodiscard]] qint64 seenFrom(const QString &number, qint64 atMs) const;
};

} // namespace motcua::test
