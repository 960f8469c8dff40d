// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/visit/Envelope.h"
#include "models/visit/SharedPaper.h"
#include "models/visit/Submitter.h"

#include <optional>

namespace motcua {

struct Procedure;

/** One dossier of a visit. */
struct VisitDossier
{
    enum class State {
        UnderWay, ///< being filled; after the visit its draft may still be resumed
        Filed,
        TurnedAway, ///< refused, or sent back to be completed
        HandedOver, ///< its result was given out
    };

    Id id = {};
    QString procedure = {};
    State state = State::UnderWay;

    friend bool operator==(const VisitDossier &, const VisitDossier &) = default;
};

/**
 * One person's turn at the desk, from being called to the next one: none to many dossiers, which share the person and the papers.
 *
 * It cannot be wrong: every change gives a new visit or Refused or Invalid with why, and a closed one does not change any more.
 */
class Visit
{
public:
    enum class Outcome { Filed, HandedOver, TurnedAway, GuidanceOnly, Left };

    /** No visit: it has no id, and nothing can be done with it. */
    Visit() = default;

    /** Somebody comes, at milliseconds since 1970-01-01 UTC; `ticket` is empty without one. */
    [[nodiscard]] static Result<Visit> begun(const Id &id, qint64 startedAtMs, const QString &ticket = {});

    [[nodiscard]] const Id &id() const { return m_id; }
    [[nodiscard]] const QString &ticket() const { return m_ticket; }
    [[nodiscard]] qint64 startedAtMs() const { return m_startedAtMs; }
    [[nodiscard]] qint64 endedAtMs() const { return m_endedAtMs; } ///< 0 while it goes on
    [[nodiscard]] std::optional<Outcome> outcome() const { return m_outcome; }
    [[nodiscard]] bool isClosed() const { return m_outcome.has_value(); }
    [[nodiscard]] const QString &reason() const { return m_reason; }
    [[nodiscard]] const Submitter &submitter() const { return m_submitter; }
    /** Nobody stands here: what is filed came by post in this envelope, of which not everything may be said yet. */
    [[nodiscard]] const std::optional<Envelope> &envelope() const { return m_envelope; }
    [[nodiscard]] const QList<VisitDossier> &dossiers() const { return m_dossiers; }
    [[nodiscard]] const QList<SharedPaper> &papers() const { return m_papers; }
    [[nodiscard]] int count(VisitDossier::State state) const;

    [[nodiscard]] Result<Visit> withSubmitter(const Submitter &submitter) const;
    /** Its dossiers came by post, or, with nothing, they did not. Refused for who was called by a ticket. */
    [[nodiscard]] Result<Visit> withEnvelope(const std::optional<Envelope> &envelope) const;
    /** One more dossier under way; what carriedAnswers() and carriable() tell goes into its form and its papers. */
    [[nodiscard]] Result<Visit> withDossier(const Id &dossier, const QString &procedure) const;
    /** A dossier under way turned out to be for another procedure; its papers stay with it as far as that one wants them too. */
    [[nodiscard]] Result<Visit> withProcedure(const Id &dossier, const QString &procedure) const;
    /** A dossier came to its end, or is taken up again. */
    [[nodiscard]] Result<Visit> withState(const Id &dossier, VisitDossier::State state) const;
    /** A dossier that is not filed is given up, with the papers that lie with it and serve no other; who else they serve keeps them. */
    [[nodiscard]] Result<Visit> without(const Id &dossier) const;

    /** A paper was seen for a dossier; seen again, the later sight counts. */
    [[nodiscard]] Result<Visit> withPaper(
        const Id &dossier, const QString &paper, const QString &name, PaperKind kind, const QList<PaperFile> &files = {}, const QList<PaperPage> &pages = {}) const;
    /** The paper was not what it seemed: it serves this dossier no more. Unchanged when it did not. */
    [[nodiscard]] Result<Visit> withoutPaper(const Id &dossier, const QString &paper) const;
    /** The paper serves this dossier too. Refused when the visit has no such paper. */
    [[nodiscard]] Result<Visit> sharing(const QString &paper, const Id &dossier) const;

    /**
     * The papers of other dossiers that can serve this one of that procedure: on its list, in a kind that does, and no declaration,
     * which is signed for one dossier only.
     */
    [[nodiscard]] QList<SharedPaper> carriable(const Procedure &procedure, const Id &dossier) const;

    /**
     * The answers to begin a form with, by its fields; `roles` says which answer plays which part.
     *
     * The submitter's go to the parts "applicant.…" when the applicant came in person, else to "submitter.…". Their sources go with them.
     */
    [[nodiscard]] FormDraft carriedAnswers(const QMap<QString, QString> &roles) const;

    /**
     * The turn is over. Filed and HandedOver need such a dossier, and a visit with both was for filing; TurnedAway (with its reason),
     * GuidanceOnly (nobody was turned away) and Left are of visits with neither.
     */
    [[nodiscard]] Result<Visit> closed(Outcome outcome, qint64 endedAtMs, const QString &reason = {}) const;

    /** The payload of "visit.closed": no answers of anybody, which stand in the dossiers. Of a closed visit. */
    [[nodiscard]] QJsonObject closing() const;

    /** The whole visit, for this machine's own working state; EntryMalformed when it is not what toJson() writes. */
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<Visit> fromJson(const QJsonObject &json);

    friend bool operator==(const Visit &, const Visit &) = default;

private:
    [[nodiscard]] std::optional<Error> unfit() const;
    [[nodiscard]] qsizetype place(const Id &dossier) const;

    Id m_id;
    QString m_ticket;
    qint64 m_startedAtMs = 0;
    qint64 m_endedAtMs = 0;
    std::optional<Outcome> m_outcome;
    QString m_reason;
    Submitter m_submitter;
    std::optional<Envelope> m_envelope;
    QList<VisitDossier> m_dossiers;
    QList<SharedPaper> m_papers;
};

/** "guidanceOnly" and so on, as journal entries write it. */
[[nodiscard]] QString outcomeName(Visit::Outcome outcome);
[[nodiscard]] std::optional<Visit::Outcome> outcomeNamed(const QString &name);

} // namespace motcua
