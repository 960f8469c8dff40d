// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Act.h"
#include "models/dossier/Dossier.h"
#include "models/fee/FeeRule.h"
#include "models/form/FormSchema.h"
#include "models/journal/Entry.h"

namespace motcua {

/** One of the values that stand against each other, and who wrote it. */
struct Voice
{
    QJsonValue value = {}; ///< an answer as FormDraft writes it, the number of a status (null: unknown), a promise as ISO 8601 text
    journal::EntryKey entry = {};
    journal::Actor actor = {};
    QByteArray desk = {}; ///< as its entry has it; empty when that is not here
    qint64 writtenMs = 0; ///< hybrid time, milliseconds since 1970-01-01 UTC

    friend bool operator==(const Voice &, const Voice &) = default;
};

/** One thing of a dossier that was written differently by people who had not seen each other's entry. */
struct Dispute
{
    enum class About { Status, Promise, Answer };

    About about = About::Answer;
    QString path = {}; ///< of the answer; else empty
    QJsonValue common = QJsonValue(QJsonValue::Undefined); ///< what all of them had seen last; undefined where they had seen none
    QList<Voice> voices = {}; ///< two or more, in causal order

    /** "status", "dueAt", or the path of the answer. */
    [[nodiscard]] QString name() const;
    /** `value`, of an answer. */
    [[nodiscard]] FieldValue answer(const QJsonValue &value) const;

    friend bool operator==(const Dispute &, const Dispute &) = default;
};

/**
 * Everything two or more wrote differently: the status, the promise, then the answers in the order of `form`, and behind them those it does
 * not ask (all by their names where it is null). `history` are the dossier's entries, of which authors and desks are taken.
 */
[[nodiscard]] QList<Dispute> disputes(const Dossier &dossier, const QList<journal::Entry> &history, const FormSchema *form);

/** The ids of the answers that are money: amounts, and what a fee is counted, tiered, conditioned or reduced by. */
[[nodiscard]] QStringList moneyAnswers(const FormSchema &form, const QList<FeeRule> &fees);

/** Status, promise and money are decided by whoever leads the centre; plain answers by everybody who may put answers right. */
[[nodiscard]] bool needsSupervisor(const ResolveConflict &what, const QStringList &moneyAnswers);

} // namespace motcua
