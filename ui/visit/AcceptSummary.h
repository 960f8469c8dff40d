// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/Deadline.h"
#include "models/catalogue/Procedure.h"
#include "models/dossier/PaperSet.h"
#include "models/dossier/SettledTerm.h"
#include "models/fee/Assessment.h"
#include "models/fee/Payment.h"
#include "models/form/Validation.h"
#include "models/visit/Envelope.h"
#include "models/visit/PaperReceipt.h"
#include "ui/messages/CardSentence.h"
#include "ui/shell/VisitPanel.h"
#include "ui/visit/DeclarationWords.h"

#include <QDateTime>

namespace motcua {

/** A thing with its name, as a summary lists it. */
struct SummaryLine
{
    QString label = {};
    QString value = {};

    friend bool operator==(const SummaryLine &, const SummaryLine &) = default;
};

/** What the officer sees before accepting: a summary, not a question. */
struct AcceptSummary
{
    QList<SummaryLine> recorded = {}; ///< will be written into the register
    QList<SummaryLine> follows = {}; ///< will happen
    QStringList notes = {}; ///< what may follow later, what nobody answered, a provisional promise
    QStringList warnings = {}; ///< one sentence each; to be looked at again, and nothing more
    QStringList missing = {}; ///< one sentence each; while there are any, it cannot be accepted
    QList<LongerTerm> grounds = {}; ///< on which a later day may be settled on
    std::optional<SettledTerm> longer = {}; ///< what was settled on
    int dossiers = 1; ///< accepted with one key
    QString another = {}; ///< what the next form with the same answers would be for, where the form says what is one's own: "child of the same birth"

    friend bool operator==(const AcceptSummary &, const AcceptSummary &) = default;
};

/** Everything known of a dossier that is about to be accepted. */
struct AcceptFacts
{
    Procedure procedure = {};
    FormDraft form = {};
    PaperSet papers = {};
    QList<Violation> missing = {};
    QList<Violation> warnings = {};
    QStringList beside = {}; ///< the other dossiers of the visit that are accepted with it, by name
    QStringList besideLeft = {}; ///< those that still want something and stay begun
    DeclarationFacts declaration = {};
    QStringList similar = {}; ///< dossiers of the same for the same person, as similarWords() tells them
    QStringList unanswered = {}; ///< paths of soft questions nobody answered
    std::optional<Promise> promise = {}; ///< none while the calendar does not reach
    std::optional<SettledTerm> longer = {};
    StatedLimit limit = {}; ///< for the channel it comes by
    Assessment fee = {};
    Money paidOnline = {}; ///< for this dossier, before anybody received it
    Money due = {}; ///< for the whole visit, of which this dossier's fee is a part
    Payment payment = {}; ///< of the whole visit
    std::optional<Envelope> envelope = {}; ///< in which it came
    std::optional<PaperReceipt> paper = {}; ///< the provisional slip it was received with
    CardMark card = {}; ///< what was seen of the card of who is here; no words: nothing
    QDateTime now = {};
    QString printer = {}; ///< empty: the slip is only shown
};

[[nodiscard]] AcceptSummary acceptSummary(const AcceptFacts &facts);

/** Papers seen and papers needed: "2/3". */
[[nodiscard]] QString paperCount(const AcceptFacts &facts);

/** The same facts for the panel beside the work. */
[[nodiscard]] VisitFacts visitFacts(const AcceptFacts &facts);

/** "H26.31.05-261123-0012, received 20/11/2026": another dossier of the same procedure for the same person. */
[[nodiscard]] QString similarWords(const QString &code, const QDate &received);

/** The sentence about all of them. */
[[nodiscard]] QString similarSentence(const QStringList &similar);

/** One sentence for each violation, with the name its field or paper has in `procedure`. */
[[nodiscard]] QStringList sentences(const Procedure &procedure, const QList<Violation> &violations);

} // namespace motcua
