// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/FileDossier.h"
#include "models/dossier/ScannedCode.h"
#include "models/form/OfferedAnswers.h"
#include "ui/shell/MainWindow.h"
#include "ui/visit/AcceptSummary.h"
#include "ui/visit/FeeFacts.h"
#include "ui/visit/VisitSteps.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace motcua {

class AcceptPage;
class AcceptedPage;
class CardDesk;
class CardReader;
class CitizenDesk;
struct CitizenReview;
class FeePage;
class FormPage;
class PapersGlance;
class GuidanceDesk;
class NeedsPage;
class PaperDesk;
class PapersPage;
class PersonAhead;
class PreviewPage;
class ProcedurePage;
class StepPage;
class StripQuestion;

/**
 * One dossier on the screen from its procedure to its slip: joins the pages of a visit to FileDossier, and decides nothing it decides.
 *
 * Where the officer stands (draft, step, field) is kept in the store as they move, so that after a crash it looks as it did.
 */
class VisitDesk : public QObject
{
    Q_OBJECT

public:
    /** Both outlive this object. */
    VisitDesk(MainWindow *window, SlipDesk *slips, QObject *parent = nullptr);
    ~VisitDesk() override;

    /** The reader of chip cards at this desk, and what decodes the photographs in them: see CardDesk. */
    [[nodiscard]] CardDesk *cards() const { return m_cards; }
    [[nodiscard]] PaperDesk *paperDesk() const { return m_paperDesk; } ///< what comes into the papers
    [[nodiscard]] QStringList deviceWords() const; ///< of both, for the status line

    void begin(const Workplace &place); ///< somebody is at the desk, with nothing open
    void end(); ///< nobody is any more; drafts stay

    /** Whether a form is open, or was just accepted. */
    [[nodiscard]] bool isServing() const;
    [[nodiscard]] FileDossier *filing() const { return m_filing.get(); }

    /** AcceptedPage::setFormsLeft; once something was accepted. */
    void setFormsLeft(bool left);

    /** Whose turn it is, with all its dossiers, after each change of it: see FileDossier::setTurn(). No visit: nobody's. */
    void setTurn(const Visit &turn);

    /** Who is here showed a card: it stands in the form, or is offered there beside what was typed; while the procedure is chosen it waits for its form. */
    void offerCard(const ScannedCode &card);

    /** A number was scanned: true where it was that of the envelope being opened. */
    bool takePostNumber(const QString &text);

    /** F9: the card of who is here is read; where none can be, in which way else it is known who they are is asked in the strip and answered in the form. */
    void askIdentity();

    /** A dossier of the turn that was begun and holds nothing yet, on a blank form. */
    void beginAgain(const QString &procedure);

    /** The page of procedures, for another dossier; what is open stays a draft. */
    void chooseProcedure();

    void resume(const storage::Draft &draft); ///< as it was left

    /** The papers of a dossier whose acceptance was a mistake, received again as `id`: what it was is there, and another procedure is chosen. */
    void receiveAgain(const Dossier &cancelled, const Id &id);

    /** After a crash: the draft that was open at this person's last sign-in, with its step and its field; else `nothing`. */
    void resumeOpen(const std::function<void()> &nothing);

    /** The citizen's screen shows nothing of anybody any more: the desk is hidden. */
    void hideFromCitizen();
    [[nodiscard]] CitizenDesk *citizen() const { return m_citizen; }

    void redraw(); ///< what is open, after a lock

    void goTo(int step); ///< Alt+1 …: any order

    /** Esc on one of its pages: true when it led somewhere inside the visit; false to go to the list. */
    [[nodiscard]] bool goBack(const Page *page);
    [[nodiscard]] bool isOwn(const Page *page) const;

    /** The officer went to the list: nothing is open, the draft waits there. */
    void setAside();

    /** The moment of the day at which the promise of what is open moves; null when it does not. */
    [[nodiscard]] QTime mark() const;

Q_SIGNALS:
    void left(); ///< to the list
    void citizenDone(); ///< the officer is through with who is here; left() follows
    void slipReady(const motcua::IssuedSlip &slip);
    void draftKept(); ///< on the disk
    void stepChanged(); ///< of filing()
    void took(const motcua::Id &dossier, const QString &procedure); ///< under way now, as filing() has it
    void filed(const motcua::Id &dossier);
    void correctionAsked(const motcua::Id &dossier); ///< of what was just accepted an answer is wrong
    void envelopeSaid(const std::optional<motcua::Envelope> &envelope); ///< of the turn: what it came in, or that somebody is here after all
    void anotherAsked(); ///< another dossier of who is here
    void turnedAway(const motcua::Id &dossier); ///< sent back to be completed, or refused; left() follows
    void paperLookedAt(const motcua::Id &dossier, const motcua::Paper &paper);
    void paperShared(const motcua::Id &dossier, const QString &paper); ///< it was seen for another dossier of the turn

private:
    void needPages();
    void joinPages();
    void joinFiling();
    void joinAcceptance();
    void accept(bool duplicates);
    void duplicate(const QString &code);
    void forgetOwnPapers(const QString &section);
    void joinAway();
    void joinPapers();
    void showAway(bool refused);
    [[nodiscard]] CitizenReview review() const;
    void drawAway(bool refused, const NextStep &next);
    void showStep(FileDossier::Step step);
    void showForm();
    void showPapers();
    void showFee();
    void showAccept();
    void showPreview();
    void learnTurn();
    void lookBeside();
    void learnUse();
    void learn(const Id &dossier, const QString &name, const Assessment &fee, const QString &state);
    void remember(const AcceptFacts &facts, const QString &missing);
    void addTurn(VisitFacts &shown, Money due) const;
    /** For the whole visit, of which `own` is what the dossier on the screen costs. */
    [[nodiscard]] Money due(const Assessment &own) const;
    [[nodiscard]] bool isFeeDue() const { return due(m_filing->fee()) > Money{}; }
    [[nodiscard]] bool isOfTurn(const Id &dossier) const;
    [[nodiscard]] FeeFacts feeFacts() const;
    void showProcedures(bool changes);
    void showPost();
    void sayEnvelope(const std::optional<Envelope> &envelope);
    void warnOfChannel();
    [[nodiscard]] bool goToEnvelope();
    void joinNeeds();
    void chooseFrom(const QString &code);
    void showNeeds(const QString &procedure);
    void printNeeds(const QString &procedure);
    void answer(const QString &field, const FieldValue &value);
    void joinCards();
    void proveCard();
    void takeZone(bool alone);
    void attributeCode(const OfferedAnswers &card, Provenance source);
    void askOtherWays(const QString &why);
    void askWhyNotRead(const std::function<void()> &then = {});
    void learnWhyNotRead(const QMap<QString, QByteArray> &parts);
    void carryCard();
    void fillAhead();
    void offerCode(const ScannedCode &card);
    [[nodiscard]] bool isAhead() const;
    [[nodiscard]] QString personAtDesk() const;
    [[nodiscard]] OfferedAnswers answersOf(const Identity &identity) const;
    [[nodiscard]] CardMark cardOfWhoIsHere() const;
    void answerIdentity(const QString &part, const QString &code);
    void askWhyNoCard();
    void tellUnproved();
    void changeProcedure(const QString &code);
    void draw();
    void keepPlace();
    void tellWhetherFiled(const Id &dossier);
    [[nodiscard]] AcceptFacts facts() const;
    [[nodiscard]] VisitStep shownStep() const;

    MainWindow *m_window = nullptr;
    SlipDesk *m_slips = nullptr;
    CitizenDesk *m_citizen = nullptr;
    CardDesk *m_cards = nullptr;
    PersonAhead *m_ahead = nullptr;
    Id m_cardVisit; ///< to which the card that was read belongs
    QString m_notRead; ///< why this desk reads no cards today, once somebody said so
    ProcedurePage *m_procedures = nullptr;
    FormPage *m_form = nullptr;
    PapersPage *m_papers = nullptr;
    PapersGlance *m_glance = nullptr; ///< beside the form
    FeePage *m_fee = nullptr;
    AcceptPage *m_accept = nullptr;
    PreviewPage *m_preview = nullptr; ///< made when somebody first asks for it
    int m_previews = 0; ///< that were asked for; an answer to an earlier one is let fall
    AcceptedPage *m_accepted = nullptr;
    StepPage *m_away = nullptr;
    PaperDesk *m_paperDesk = nullptr;
    NeedsPage *m_needs = nullptr; ///< likewise
    QString m_needed; ///< the procedure it tells of
    GuidanceDesk *m_guidance = nullptr;
    StripQuestion *m_questions = nullptr;
    bool m_refuses = false; ///< what m_away is about; else it asks for what is missing
    VisitStep m_beforeAway = VisitStep::Papers;
    /** What is known here of a dossier of the turn, for the panel and for the one payment. */
    struct Known
    {
        QString name = {};
        Assessment fee = {};
        QString state = {};
    };
    QMap<Id, Known> m_known;
    QMap<QString, int> m_used; ///< accepted at this desk today, by procedure: what is done most stands first
    QList<storage::Draft> m_beside; ///< of the turn and complete: accepted with what is on the screen
    int m_besideRound = 0; ///< of looking for them: answers to an earlier look are nobody's
    QStringList m_besideLeft; ///< names of those that are not
    QStringList m_acceptedBeside; ///< told with the acceptance
    Payment m_payment; ///< of the turn
    std::optional<Workplace> m_place;
    std::unique_ptr<FileDossier> m_filing;
    QTimer m_placeTimer;
    Id m_drawn; ///< the dossier whose form the form page holds ...
    QDate m_drawnOn; ///< ... and the day by which it is judged
    QString m_field; ///< that had the caret last
    QByteArray m_keptPlace; ///< what the store was last told
    /** The form that was begun with the answers of one just accepted, while nobody was told that it says the same. */
    struct Copy
    {
        Id id = {};
        FormDraft answers = {};
        QString code = {}; ///< of the one that was accepted
    };
    Copy m_copy;
    bool m_duplicates = false; ///< what is being accepted is followed by another one with its answers
    bool m_isUnkept = false; ///< what was typed last is not on the disk
    bool m_setAside = true;
    bool m_changes = false; ///< the page of procedures stands for another one of what is open
};

} // namespace motcua
