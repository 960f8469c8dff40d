// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/CausalOrder.h"

#include <QJsonValue>
#include <QMap>
#include <QString>

namespace motcua::journal {

/** One of the values that stand against each other. */
struct Candidate
{
    QJsonValue value = {};
    EntryKey entry = {};
    HybridTime time = {};

    friend bool operator==(const Candidate &, const Candidate &) = default;
};

/** What stands in one field: the value, who wrote it, and the values that contradict each other, if any do. */
struct Register
{
    QJsonValue value = QJsonValue(QJsonValue::Undefined); ///< in conflict the last common value; undefined when there was none
    EntryKey entry = {}; ///< the entry that wrote the value; null origin when there is none
    QList<Candidate> conflict = {}; ///< two or more in causal order, or empty

    [[nodiscard]] bool isInConflict() const { return !conflict.isEmpty(); }

    friend bool operator==(const Register &, const Register &) = default;
};

/**
 * Folds what entries wrote into fields so that every holder of the same entries reads the same.
 *
 * A write supersedes the writes its author had seen. Where the writes that nothing supersedes agree, that is the value;
 * where they differ the last value all their authors had seen stays and every one of them is a candidate.
 */
class Registers
{
public:
    /** The part of a value that decides whether two values are the same. */
    using Sameness = QJsonValue (*)(const QJsonValue &);

    /** `order` and `headers` (those the order was made of) must outlive this. */
    Registers(const CausalOrder &order, const QList<Header> &headers, Sameness sameness = nullptr);

    /** The entry at `place` of the order writes `value` into `field`. Places must not descend from call to call. */
    void write(const QString &field, qsizetype place, const QJsonValue &value);

    [[nodiscard]] QMap<QString, Register> folded() const;

private:
    struct Write
    {
        qsizetype place = 0;
        QJsonValue value = {};
    };
    [[nodiscard]] Register foldedOver(const QList<Write> &writes, EntrySet within) const;
    [[nodiscard]] QJsonValue same(const QJsonValue &value) const { return m_sameness ? m_sameness(value) : value; }

    const CausalOrder &m_order;
    const QList<Header> &m_headers;
    Sameness m_sameness;
    QMap<QString, QList<Write>> m_writes;
};

} // namespace motcua::journal
