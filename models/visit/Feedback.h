// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"
#include "models/journal/Entry.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace motcua {

/** What a citizen says of how they were served: a mark, a few words, or both. Nobody's name is asked. */
struct Feedback
{
    static constexpr int BestScore = 5;
    static constexpr qsizetype LongestText = 2000;
    static constexpr qsizetype LongestContact = 100;
    static constexpr qsizetype MostReasons = 10;

    Id id = {};
    int score = 0; ///< 1, the worst, to BestScore; 0: none was given
    QStringList reasons = {}; ///< ids of FeedbackRules
    QString text = {}; ///< in their own words; empty without
    QString contact = {}; ///< where an answer is wanted: a telephone number or an address; empty: nowhere
    QString ticket = {}; ///< number of the turn it is about, such as "A013"; empty: not said
    QString desk = {}; ///< "organisation code/desk number" at which it was given
    qint64 atMs = 0; ///< milliseconds since 1970-01-01 UTC
    QString answer = {}; ///< what was done about it
    Id settledBy = {}; ///< null while nobody has
    qint64 settledAtMs = 0;
    bool purged = false; ///< the words are gone
    QList<journal::EntryKey> heads = {}; ///< ascending: the basis of the next entry

    /** The entry that gives it is here. */
    [[nodiscard]] bool isKnown() const { return atMs != 0; }
    /** Somebody has to read it: words, or a place for an answer. A mark alone is a figure. */
    [[nodiscard]] bool wantsAnswer() const { return !text.isEmpty() || !contact.isEmpty(); }
    [[nodiscard]] bool isOpen() const { return isKnown() && wantsAnswer() && settledBy.isNull() && !purged; }

    /** `entries` of other subjects are ignored; the same set tells the same in any order. Of two answers the later one stands. */
    [[nodiscard]] static Feedback fold(const Id &feedback, const QList<journal::Entry> &entries);

    /** What figures need, and none of it tells who it was. */
    [[nodiscard]] QJsonObject forFigures() const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Feedback fromJson(const QJsonObject &json);

    friend bool operator==(const Feedback &, const Feedback &) = default;
};

} // namespace motcua
