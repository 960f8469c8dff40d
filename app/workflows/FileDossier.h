// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/DossierQueries.h"
#include "app/workflows/DeclarationDesk.h"
#include "app/workflows/DraftKeeper.h"
#include "app/workflows/SlipDesk.h"
#include "app/workflows/TakenFile.h"
#include "app/workflows/Workplace.h"
#include "models/dossier/Intake.h"
#include "models/dossier/NextStep.h"
#include "models/dossier/StepActs.h"
#include "models/fee/Payment.h"
#include "models/form/CarriedForm.h"
#include "models/visit/PaperReceipt.h"
#include "models/visit/Visit.h"

#include <QObject>

#include <optional>

namespace motcua {

/**
 * Filing one dossier at the counter: choose the procedure, answer the form, look through the papers, accept, hand out the slip.
 *
 * Every answer is kept as a draft before the next is asked, so a crash costs at most what is being typed. Steps:
 * nothing chosen → filling → accepting → accepted (the slip follows) ; an error leads back to filling with everything as it was.
 */
class FileDossier : public QObject
{
    Q_OBJECT

public:
    enum class Step { Choosing, Filling, Accepting, Accepted };

    /** `slips` may be null: then the slip is sealed and shown, and nothing is printed. It must outlive this object. */
    FileDossier(Workplace place, SlipDesk *slips, QObject *parent = nullptr);
    ~FileDossier() override;

    [[nodiscard]] Step step() const { return m_step; }
    /** Something is on its way to the journal: nothing else can be begun until it is answered. */
    [[nodiscard]] bool isBusy() const { return m_step == Step::Accepting || m_turningAway; }
    [[nodiscard]] const Workplace &place() const { return m_place; }
    [[nodiscard]] const DraftKeeper &drafts() const { return *m_drafts; }
    /** The editions in force today, by code. */
    [[nodiscard]] QList<Procedure> procedures() const;
    /** The chosen edition; only while filling or later. */
    [[nodiscard]] const Procedure &procedure() const { return *m_procedure; }
    [[nodiscard]] const FormDraft &form() const { return m_form; }
    /** What of the form would be filed now: the answers that are visible and say something. */
    [[nodiscard]] FormDraft filed() const;
    [[nodiscard]] const PaperSet &papers() const { return m_papers; }
    [[nodiscard]] Id dossier() const { return m_id; }

    /** Everything the law or the form still wants, as of now; empty when the dossier can be accepted. */
    [[nodiscard]] QList<Violation> missing() const;
    /** What the form itself makes of its answers: the warnings and the questions nobody answered are only here. */
    [[nodiscard]] Judgement judgement() const;
    /** The limit of what is filed here, with the grounds on which it may be exceeded; a procedure must be open. */
    [[nodiscard]] StatedLimit limit() const { return m_procedure->limitFor(channel()); }
    /** The envelope it came in by post; none: whoever files it is here. */
    [[nodiscard]] const std::optional<Envelope> &envelope() const { return m_envelope; }
    void cameByPost(const std::optional<Envelope> &envelope); ///< or did not; kept like an answer
    void setPaperReceipt(const std::optional<PaperReceipt> &receipt) { m_nextPaper = receipt; } ///< of what choose() begins next
    [[nodiscard]] const std::optional<PaperReceipt> &paperReceipt() const { return m_paper; }
    /** What was seen of the card of whoever has to be known. Kept like an answer; it holds for the number that stands there now. */
    void showCard(const std::optional<CardSeen> &card);
    [[nodiscard]] const std::optional<CardSeen> &card() const { return m_card; }
    /** What was settled on beyond the limit; nothing: the limit holds. */
    [[nodiscard]] const std::optional<SettledTerm> &longer() const { return m_longer; }
    /**
     * Other dossiers of this procedure for this applicant, by their personal number, that are open or a month old at most; but those of the
     * same visit, which were begun side by side. Follows the answers a moment later, with similarFound().
     */
    [[nodiscard]] const QList<storage::DossierSummary> &similar() const { return m_similar; }

    /** The promise and the fee if it were accepted now; no promise while the calendar does not reach. */
    [[nodiscard]] Result<Promise> promise() const;
    [[nodiscard]] Assessment fee() const;

    /** Whose turn dossiers belong to that are begun from now on, with what the visit knows of the person and which papers were seen; no visit: each has one of its own. */
    void setTurn(const Visit &turn);
    [[nodiscard]] const Visit &turn() const { return m_turn; }
    /** What the dossier belongs to: setTurn() when it was begun, or as its draft has it. */
    [[nodiscard]] const Id &visit() const { return m_visit; }

    /** Any step but Accepting → Filling, with a blank form; what was open before stays a draft. Errors: NotFound, EditionMissing. */
    [[nodiscard]] Result<> choose(const QString &procedureCode);

    /**
     * Filling → Filling: it turned out to be for another procedure. What both ask for, and the papers both want, move along; the rest waits
     * in the draft and stands there again when the procedure is changed back. Errors: NotFound, EditionMissing, Refused.
     */
    [[nodiscard]] Result<CarriedForm> change(const QString &procedureCode);
    /** Answers that the procedure does not ask for and that wait in the draft, by the paths they had. */
    [[nodiscard]] const FormDraft &waiting() const { return m_waiting; }
    [[nodiscard]] Result<> resume(const storage::Draft &draft); ///< the same with a draft as it was left; errors: NotFound, EditionMissing
    /** What was said and seen of a dossier whose acceptance is being cancelled, as the draft `id` it is received again with; `visit` null: a new one. */
    [[nodiscard]] static storage::Draft draftAgain(const Workplace &place, const Dossier &cancelled, const Id &id, const Id &visit);
    /** Goes on with draftAgain(), which is kept since before the cancellation. Errors as of resume(). */
    [[nodiscard]] Result<> receiveAgain(const Dossier &cancelled, const Id &id);

    /** The papers of other dossiers of the turn that choose() took over, by what they are called there. */
    [[nodiscard]] const QList<SharedPaper> &carried() const { return m_carried; }

    /** What a draft would cost now, as one of this turn. Errors: NotFound, EditionMissing. */
    [[nodiscard]] static Result<Assessment> assessed(const Workplace &place, const storage::Draft &draft, const Visit &turn);
    /** The answers a draft holds, to list it. */
    [[nodiscard]] static FormDraft answersOf(const storage::Draft &draft);

    void answer(const QString &field, const FieldValue &value);
    /** All answers at once, after rows of the form came or went; what follows from them is made anew. Kept like a single answer. */
    void setForm(const FormDraft &form);
    void look(const Paper &paper);
    /**
     * Takes files in for a paper, and leaves them where they lie as well; what the officer decided of the paper stays as it is. Answered by
     * filesTaken(), or by filesLate() when another dossier is open by then. Ignored in any other step.
     */
    void takeIn(const QString &paper, const QStringList &paths);
    [[nodiscard]] bool isTakingIn() const { return m_takingIn.value(m_id) > 0; } ///< what is accepted meanwhile would be without these files
    /** The term beyond the limit, or none any more. Kept like an answer; what is wrong with it stands in missing(). */
    void settle(const std::optional<SettledTerm> &longer);

    /** How the visit is to be paid for. Kept like an answer; nothing is written of the money before accept(). */
    void pay(const Payment &payment);
    [[nodiscard]] const Payment &payment() const { return m_payment; }
    [[nodiscard]] Money paidOnline() const { return m_paidOnline; } ///< before anybody received it

    /** Whether the declaration of what is filed here is a sheet that printDeclaration() prints; an organisation may send a letter instead. */
    [[nodiscard]] bool printsDeclaration() const;
    /** Which sheet of it is out, and whether it still shows what is answered. */
    [[nodiscard]] DeclarationStanding declaration() const;
    /** Prints the answers as they are, to be checked and signed; changed() follows, or declarationFailed(). Ignored while one is printing. */
    void printDeclaration();

    /** What the acceptance slip would show if it were accepted now, whatever is still missing: a draft, without a code. */
    [[nodiscard]] SlipValues draftSlip() const;

    /** What would be filed of another dossier's draft now, as one of this turn, or what it still wants. */
    [[nodiscard]] static Result<Intake, QList<Violation>> intakeOf(const Workplace &place, const storage::Draft &draft, const Visit &turn);

    /**
     * Filling → Accepting; `collected`: what payment() says was received, and this dossier's part of it is written with it. Answered by
     * dossierAccepted() or refused(). Ignored in any other step, so a key pressed twice files once.
     *
     * Drafts of `beside`, of the same turn, are accepted in the same transaction, each told by besideAccepted() before. When one of them wants
     * something by now, nothing is written, and besideWanting() tells which: their money may be among what was received.
     */
    void accept(bool collected = false, const QList<storage::Draft> &beside = {});

    void discard(); ///< Filling → Choosing; the draft is dropped
    /**
     * What turning the papers away is as a step of the table, with what stands against it; a procedure must be open. `before` is the
     * dossier if the same papers were sent back earlier, else an empty one.
     */
    [[nodiscard]] NextStep away(bool refused, const Dossier &before, const QList<StaffMember> &members) const;

    /**
     * Filling → Choosing: the papers are not received: refused with form 03, or sent back with form 02, and `said` says why and what for. Sent
     * back, the draft stays for when they come again. Answered by turnedAway() or awayRefused(); a second press is ignored.
     */
    void turnAway(bool refused, const StepDossier &said);

    void finish(); ///< Accepted → Choosing, for the next citizen
    /**
     * After acceptance: another sheet, marked as a copy; while it is in doubt whether the one before came out, that one again or a
     * replacement. Answered by slipIssued(), slipPrinted() or slipFailed().
     */
    void printAgain();
    [[nodiscard]] const std::optional<Dossier> &accepted() const { return m_accepted; }

Q_SIGNALS:
    void stepChanged(motcua::FileDossier::Step step);
    /** A field, a paper, or what follows from them changed: missing(), promise() and fee() may answer otherwise. */
    void changed();
    void similarFound(); ///< similar() tells of some; changed() follows
    void filesTaken(const QString &paper, const QList<motcua::FileOutcome> &outcomes);
    void filesLate(int count); ///< that were for a dossier which is open no longer; they were not taken in
    void draftKept(const QDateTime &at);
    /** What was typed is only in memory; it is kept as soon as the disk takes it, with draftKept(), also when another form is open by then. */
    void draftFailed(const motcua::Error &error);
    void besideAccepted(const motcua::Dossier &dossier);
    void besideWanting(const QList<motcua::Id> &drafts); ///< nothing was accepted; everything typed is still there
    void dossierAccepted(const motcua::Dossier &dossier);
    void turnedAway(const motcua::Dossier &dossier, bool refused); ///< stepChanged() follows
    void awayRefused(const motcua::Error &error); ///< nobody was turned away; everything typed is still there
    /** Not filed; everything typed is still there. `missing` is empty when the journal or the disk refused. */
    void refused(const QList<motcua::Violation> &missing, const motcua::Error &error);
    void slipIssued(const motcua::IssuedSlip &slip);
    void slipFailed(const motcua::Error &error); ///< the dossier is filed all the same
    void slipPrinted();
    void slipStalled(const QStringList &reasons); ///< it waits at the printer until somebody acts there; slipPrinted() or slipFailed() follows
    void sheetStalled(const QStringList &reasons); ///< a declaration likewise
    void declarationFailed(const motcua::Error &error); ///< no sheet came out, or nobody knows: declaration() tells which

private:
    [[nodiscard]] int channel() const { return m_online ? channel::Online : m_envelope ? channel::Post : channel::Direct; }
    [[nodiscard]] WorkingCalendar calendar() const; ///< the working days, and the hours of this desk
    [[nodiscard]] Result<Intake, QList<Violation>> intakeNow() const;
    [[nodiscard]] QDateTime receivedAt() const; ///< now, or when the provisional slip was written
    struct Accepting;
    void accepted(const QList<Accepting> &all, const QList<storage::Recorded> &recorded);
    [[nodiscard]] TurnAway awayNow(bool refused, const StepDossier &said) const;
    void moveTo(Step step);
    QFuture<Result<>> keepDraft();
    void lookForSimilar();
    void forgetCardOfAnother(const FormDraft &before);
    void addFiles(const QString &id, const QList<TakenFile> &files);
    void joinSlips();
    void joinDeclarations();
    void learnSheet();
    void forgetSheets();
    [[nodiscard]] const RequiredPaper *declarationPaper() const;
    /** The papers, the declaration with the sheet that was signed. */
    [[nodiscard]] PaperSet papersWithSheet() const;
    [[nodiscard]] DeclarationScene scene() const;
    [[nodiscard]] bool isAbout(const Id &dossier) const { return m_accepted && m_accepted->id == dossier; }

    Workplace m_place;
    SlipDesk *m_slips = nullptr;
    DeclarationDesk *m_declarations = nullptr;
    Step m_step = Step::Choosing;
    std::optional<Procedure> m_procedure;
    Id m_id, m_visit;
    Visit m_turn;
    bool m_online = false; ///< it was filed online: nobody stands here, and nothing lies here
    Money m_paidOnline;
    std::optional<Envelope> m_envelope;
    std::optional<CardSeen> m_card;
    std::optional<PaperReceipt> m_paper, m_nextPaper;
    FormDraft m_form;
    PaperSet m_papers, m_waitingPapers;
    QString m_similarTo; ///< procedure and number that were asked about last
    QList<storage::DossierSummary> m_similar;
    FormDraft m_waiting; ///< with m_waitingPapers, since change()
    QList<SharedPaper> m_carried;
    std::optional<SettledTerm> m_longer;
    Payment m_payment;
    std::optional<DeclarationSheet> m_declared; ///< the declaration printed last ...
    std::optional<DeclarationSheet> m_declaredBefore; ///< ... and the one that counts until it is out
    DraftKeeper *m_drafts = nullptr;
    MediaThreads m_media;
    bool m_turningAway = false;
    QMap<Id, int> m_takingIn; ///< rounds of files on their way in, by the dossier they are for
    QList<Id> m_sheets; ///< slips of what is on its way to the journal, remembered since before it
    std::optional<Dossier> m_accepted;
};

} // namespace motcua
