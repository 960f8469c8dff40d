// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "models/dossier/DossierEvent.h"
#include "models/dossier/DossierStatus.h"
#include "models/dossier/PortalVerdict.h"
#include "models/dossier/SupplementRound.h"
#include "models/form/FormDraft.h"
#include "models/journal/Registers.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace motcua {

/** One line of the lists that only grow: a slip, a paper, a fee, a note. */
struct DossierLine
{
    journal::EntryKey entry = {};
    journal::HybridTime time = {};
    QJsonObject what = {}; ///< the payload of its entry

    friend bool operator==(const DossierLine &, const DossierLine &) = default;
};

/** A dossier's status, or the one all desks last agreed on and what each made of it. */
struct StatusRegister
{
    std::optional<DossierStatus> status = {}; ///< none: no acceptance is here and no step names where it came from
    journal::EntryKey entry = {}; ///< that set it
    QList<journal::Candidate> conflict = {}; ///< values are status numbers

    [[nodiscard]] bool isInConflict() const { return !conflict.isEmpty(); }

    friend bool operator==(const StatusRegister &, const StatusRegister &) = default;
};

/** The citizen's case as its entries tell it. Always loads: what is missing is missing, and says so. */
struct Dossier
{
    Id id = {};
    QString code = {};
    QString unit = {}; ///< organisation code of the unit that received it
    QString competentUnit = {}; ///< of the one that decides; the same unless the dossier crossed a boundary
    QJsonObject acceptance =
        {}; ///< the payload of the acceptance, or while there is none of turning away, but for the fields, which are below
    QMap<QString, journal::Register> fields = {}; ///< values as FormDraft writes them: {"v", "e", "s"}
    StatusRegister status = {};
    QList<DossierEvent> events = {}; ///< in causal order: the steps that led to the status, and questions to other bodies
    QList<DossierLine> slips = {}; ///< each list by (time, origin, seq)
    QList<DossierLine> papers = {};
    QList<DossierLine> fees = {};
    QList<DossierLine> notes = {};
    QList<DossierLine> missing = {}; ///< attachments that could not be found
    QList<DossierLine> confirmations = {}; ///< money that has come, by the portal's word or a person's
    QList<DossierLine> told = {}; ///< what the citizen was told of it
    qint64 receivedAtMs = 0; ///< milliseconds since 1970-01-01 UTC; 0 when unknown
    journal::Register due = {}; ///< the promise as last given, ISO 8601 text; undefined when there is none
    qint64 firstDueAtMs = 0; ///< the promise of the acceptance, kept for the figures
    PortalAnswers portal = {}; ///< what the portal said of it; decides nothing at the centre
    int revision = 0; ///< counts what a slip would show differently: acceptance, corrections, resolutions, a new promise, supplements

    bool incomplete = true; ///< no readable acceptance is among the entries
    bool purged = false;
    bool fromNewerProgram = false; ///< some entry is of a kind or version this program does not know
    bool tangled = false; ///< entries name each other in a circle, which no honest program writes
    int withoutPayload = 0; ///< entries whose payload was purged, withheld or unreadable

    QList<journal::EntryKey> heads = {}; ///< ascending: the basis of the next entry
    QList<journal::EntryKey> ownHeads = {}; ///< the same without the answers of the portal, which come at any moment and change nothing here
    QMap<Id, quint64> horizon = {}; ///< per origin the highest place here or named by an entry here

    /** The answer in a field, as far as one stands. */
    [[nodiscard]] FieldValue field(const QString &id) const;
    /** The answer in the field the procedure pinned to a role such as "applicant.name" at acceptance. */
    [[nodiscard]] FieldValue role(const QString &role) const;
    [[nodiscard]] QString procedureCode() const;
    [[nodiscard]] QString procedureName() const;
    [[nodiscard]] QString edition() const;
    /** The promise in milliseconds since 1970-01-01 UTC; 0 when there is none. */
    [[nodiscard]] qint64 dueAtMs() const;
    /** Received by one unit and decided by another. */
    [[nodiscard]] bool crossesBoundary() const { return !competentUnit.isEmpty() && competentUnit != unit; }
    [[nodiscard]] bool hasConflict() const;
    [[nodiscard]] QList<SupplementRound> supplementRounds() const { return motcua::supplementRounds(events); }
    /** It was accepted by mistake and taken back the same day; its code stays with it. */
    [[nodiscard]] bool isCancelled() const;
    /** Known to the counter and without a code: turned away so far, or only registered. */
    [[nodiscard]] bool isRegisteredOnly() const;
    /** Filed online, and neither accepted nor turned away since. */
    [[nodiscard]] bool isNewOnline() const;
    /** What came with it when it was last filed online: {paper, name, attachment, mediaType, bytes, sha256} each. */
    [[nodiscard]] QJsonArray broughtOnline() const;
    /** The number its citizen was given when it was filed online; empty when it was not. */
    [[nodiscard]] QString onlineNumber() const;
    /** Only that there is such a dossier is known here: all that came of it are answers of the portal and entries without their payload. */
    [[nodiscard]] bool isElsewhere() const;
    /** How much of the fee that this entry took is said to have come. */
    [[nodiscard]] Money cameFor(const journal::EntryKey &fee) const;
    /** Fees said to come by transfer whose money nobody has confirmed, in their order. */
    [[nodiscard]] QList<DossierLine> unconfirmedFees() const;

    /** The projection column; fromJson(toJson()) is equal. */
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Dossier fromJson(const QJsonObject &json);

    friend bool operator==(const Dossier &, const Dossier &) = default;
};

} // namespace motcua
