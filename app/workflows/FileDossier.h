// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/DossierQueries.h"
#include "app/workflows/CopyMeans.h"
#include "app/workflows/DeclarationDesk.h"
#include "app/workflows/DraftKeeper.h"
#include "app/workflows/SlipDesk.h"
#include "app/workflows/TakenFile.h"
#include "models/dossier/Intake.h"
#include "models/dossier/NextStep.h"
#include "models/dossier/StepActs.h"
#include "models/fee/Payment.h"
#include "models/form/CarriedForm.h"
#include "models/visit/PaperReceipt.h"
#include "models/visit/Visit.h"

#include <QObject>

#include <memory>
#include <optional>

namespace motcua {

class DraftPages;
struct ComingPage;

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
    [[nodiscard]] bool isBusy() const { return m_step == Step::Accepting || m_turningAway; } ///< something is on its way to the journal: nothing else can be begun until it is answered
    [[nodiscard]] const Workplace &place() const { return m_place; }
    [[nodiscard]] const DraftKeeper &drafts() const { return *m_drafts; }
    [[nodiscard]] QList<Procedure> procedures() const; ///< the editions in force today, by code
    [[nodiscard]] const Procedure &procedure() const { return *m_procedure; } ///< the chosen edition; only while filling or later
    [[nodiscard]] const FormDraft &form() const { return m_form; }
    [[nodiscard]] FormDraft filed() const; ///< what of the form would be filed now: the answers that are visible and say something
    [[nodiscard]] const PaperSet &papers() const { return m_papers; }
    [[nodiscard]] Id dossier() const { return m_id; }

    [[nodiscard]] QList<Violation> missing() const; ///< everything the law or the form still wants, as of now; empty when the dossier can be accepted
    [[nodiscard]] Judgement judgement() const; ///< what the form itself makes of its answers: the warnings and the questions nobody answered are only here
    [[nodiscard]] StatedLimit limit() const { return m_procedure->limitFor(channel()); } ///< the limit of what is filed here, with the grounds on which it may be exceeded; a procedure must be open
    [[nodiscard]] const std::optional<Envelope> &envelope() const { return m_envelope; } ///< the envelope it came in by post; none: whoever files it is here
    void cameByPost(const std::optional<Envelope> &envelope); ///< or did not; kept like an answer
    void setPaperReceipt(const std::optional<PaperReceipt> &receipt) { m_nextPaper = receipt; } ///< of what choose() begins next
    [[nodiscard]] const std::optional<PaperReceipt> &paperReceipt() const { return m_paper; }
    void showCard(const std::optional<CardSeen> &card); ///< what was seen of the card of whoever has to be known. Kept like an answer; it holds for the number that stands there now
    [[nodiscard]] const std::optional<CardSeen> &card() const { return m_card; }
    [[nodiscard]] const std::optional<SettledTerm> &longer() const { return m_longer; } ///< what was settled on beyond the limit; nothing: the limit holds
    /**
     * Other dossiers of this procedure for this applicant, by their personal number, that are open or a month old at most; but those of the
     * same visit, which were begun side by side. Follows the answers a moment later, with similarFound().
     */
    [[nodiscard]] const QList<storage::DossierSummary> &similar() const { return m_similar; }

    [[nodiscard]] Result<Promise> promise() const; ///< if it were accepted now, as the fee; none while the calendar does not reach
    [[nodiscard]] Assessment fee() const;

    /** Whose turn dossiers belong to that are begun from now on, with what the visit knows of the person and which papers were seen; no visit: each has one of its own. */
    void setTurn(const Visit &turn);
    [[nodiscard]] const Visit &turn() const { return m_turn; }
    [[nodiscard]] const Id &visit() const { return m_visit; } ///< what the dossier belongs to: setTurn() when it was begun, or as its draft has it

    [[nodiscard]] Result<> choose(const QString &procedureCode); ///< any step but Accepting → Filling, with a blank form; what was open before stays a draft. Errors: NotFound, EditionMissing

    /**
     * Filling → Filling: it turned out to be for another procedure. What both ask for, and the papers both want, move along; the rest waits
     * in the draft and stands there again when the procedure is changed back. Errors: NotFound, EditionMissing, Refused.
     */
    [[nodiscard]] Result<CarriedForm> change(const QString &procedureCode);
    [[nodiscard]] const FormDraft &waiting() const { return m_waiting; } ///< answers that the procedure does not ask for and that wait in the draft, by the paths they had
    [[nodiscard]] Result<> resume(const storage::Draft &draft); ///< the same with a draft as it was left; errors: NotFound, EditionMissing
    /** What was said and seen of a dossier whose acceptance is being cancelled, as the draft `id` it is received again with; `visit` null: a new one. */
    [[nodiscard]] static storage::Draft draftAgain(const Workplace &place, const Dossier &cancelled, const Id &id, const Id &visit);
    [[nodiscard]] Result<> receiveAgain(const Dossier &cancelled, const Id &id); ///< goes on with draftAgain(), which is kept since before the cancellation. Errors as of resume()

    [[nodiscard]] const QList<SharedPaper> &carried() const { return m_carried; } ///< the papers of other dossiers of the turn that choose() took over, by what they are called there

    [[nodiscard]] static Result<Assessment> assessed(const Workplace &place, const storage::Draft &draft, const Visit &turn); ///< what it would cost now, as one of this turn; errors: NotFound, EditionMissing
    [[nodiscard]] static FormDraft answersOf(const storage::Draft &draft); ///< the answers a draft holds, to list it

    void answer(const QString &field, const FieldValue &value);
    void setForm(const FormDraft &form); ///< all answers at once, after rows of the form came or went; what follows from them is made anew. Kept like a single answer
    void look(const Paper &paper);
    /**
     * Takes files in for a paper, and leaves them where they lie as well; what the officer decided of the paper stays as it is. Answered by
     * filesTaken(), or by filesLate() when another dossier is open by then. Ignored in any other step.
     */
    void takeIn(const QString &paper, const QStringList &paths);
    [[nodiscard]] bool isTakingIn() const { return m_takingIn.value(m_id) > 0; } ///< what is accepted meanwhile would be without these files
    /**
     * A page came for a paper of `dossier`: before page `at` of all its pages (more than there are, or less than 0: behind them), or in the place of the page whose attachment is
     * `instead` while that is there; and where another dossier is open by now, into the draft of that one. Answered by pageKept() or pageLate(); waits while isBusy().
     */
    void addPage(const Id &dossier, const QString &paper, int at, const PaperPage &page, const QString &instead = {});
    void setCopies(const CopyMeans &means); ///< with what pages become copies when the dossier is accepted; what is read on them begins at once
    void settle(const std::optional<SettledTerm> &longer); ///< the term beyond the limit, or none any more. Kept like an answer; what is wrong with it stands in missing()

    void pay(const Payment &payment); ///< how the visit is to be paid for. Kept like an answer; nothing is written of the money before accept()
    [[nodiscard]] const Payment &payment() const { return m_payment; }
    [[nodiscard]] Money paidOnline() const { return m_paidOnline; } ///< before anybody received it

    [[nodiscard]] bool printsDeclaration() const; ///< whether the declaration of what is filed here is a sheet that printDeclaration() prints; an organisation may send a letter instead
    [[nodiscard]] DeclarationStanding declaration() const; ///< which sheet of it is out, and whether it still shows what is answered
    void printDeclaration(); ///< prints the answers as they are, to be checked and signed; changed() follows, or declarationFailed(). Ignored while one is printing

    [[nodiscard]] SlipValues draftSlip() const; ///< what the acceptance slip would show if it were accepted now, whatever is still missing: a draft, without a code

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
    void changed(); ///< a field, a paper, or what follows from them changed: missing(), promise() and fee() may answer otherwise
    void similarFound(); ///< similar() tells of some; changed() follows
    void filesTaken(const QString &paper, const QList<motcua::FileOutcome> &outcomes);
    void filesLate(int count); ///< that were for a dossier which is open no longer; they were not taken in
    void pageKept(const motcua::Id &dossier, const QString &paper, const motcua::PaperPage &page); ///< its draft with it is on the disk; of what is open changed() told before
    void pageLate(const motcua::Id &dossier, const QString &paper, const motcua::PaperPage &page); ///< no draft takes it any more: sealed it lies there, and is nobody's
    void draftKept(const QDateTime &at);
    void draftFailed(const motcua::Error &error); ///< what was typed is only in memory; it is kept as soon as the disk takes it, with draftKept(), also when another form is open by then
    void besideAccepted(const motcua::Dossier &dossier);
    void besideWanting(const QList<motcua::Id> &drafts); ///< nothing was accepted; everything typed is still there
    void copiesUnsigned(int copies, const motcua::Error &error); ///< of what is accepted all the same, as dossierAccepted() tells next; `error` of the first
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
    struct Acceptance;
    void copyPages(const std::shared_ptr<Acceptance> &acceptance);
    void record(const std::shared_ptr<Acceptance> &acceptance);
    void giveBackWhatIsGone(const Error &error);
    void accepted(const Acceptance &acceptance, const QList<storage::Recorded> &recorded);
    [[nodiscard]] TurnAway awayNow(bool refused, const StepDossier &said) const;
    void moveTo(Step step);
    QFuture<Result<>> keepDraft();
    void lookForSimilar();
    void forgetCardOfAnother(const FormDraft &before);
    void addFiles(const QString &id, const QList<TakenFile> &files);
    void joinPages();
    void takePage(const ComingPage &page);
    void takePagesThatWaited();
    void takePagesOfDraft();
    void readPages() const;
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
    DraftPages *m_draftPages = nullptr; ///< of what is not open
    QList<ComingPage> m_waitingPages; ///< that came while it was busy
    CopyMeans m_copies;
    MediaThreads m_media;
    PdfLook m_pdf;
    bool m_turningAway = false;
    QMap<Id, int> m_takingIn; ///< rounds of files on their way in, by the dossier they are for
    QList<Id> m_sheets; ///< slips of what is on its way to the journal, remembered since before it
    std::optional<Dossier> m_accepted;
};

} // namespace motcua
