// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evidence/CopySignature.h"
#include "app/storage/DossierQueries.h"
#include "app/workflows/CertifyCopies.h"
#include "app/workflows/MediaThreads.h"
#include "app/workflows/SignIn.h"
#include "app/workflows/TakeStep.h"
#include "ui/shell/MainWindow.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace motcua {

class AddFiles;
class CertifyPage;
class CorrectAnswers;
class CorrectPage;
class DossierPage;
class DossierPapersPage;
struct DossierSheet;
class FileChooser;
class GuidanceDesk;
class NotePage;
class RegisterDesk;
class SigningDesk;
class SlipDesk;
class StripQuestion;
class StepPage;
struct CorrectDraft;
struct CorrectFacts;
struct StepAnswer;

/** A dossier that exists, on the screen: read, noted on, put right, taken a step further, its slips printed again. It decides nothing a workflow decides. */
class DossierDesk : public QObject
{
    Q_OBJECT

public:
    /** All outlive this object. */
    DossierDesk(MainWindow *window, SlipDesk *slips, SignIn *door, QObject *parent = nullptr);
    ~DossierDesk() override;

    /** Somebody is at the desk, with nothing open. */
    void begin(const SignedInPerson &person);
    /** Nobody is any more. */
    void end();

    /** The same person came back after a lock, perhaps with another session. */
    void renew(const SignedInPerson &person) { m_person = person; }
    /** The desk is hidden: what a second person typed is not there for whoever comes back. */
    void hide();

    /** What is to be held of the signatures of a PDF; asked on this thread, answered whenever. Without it nothing is said of them. */
    using Verifier = std::function<QFuture<QList<evidence::SignatureVerdict>>(const QByteArray &pdf)>;
    void setVerifier(Verifier verifier) { m_verifier = std::move(verifier); }

    /** Whose turn it is while something is done; null: nobody's. */
    void setVisit(const Id &visit) { m_visit = visit; }

    /** Reads the dossier and shows it. */
    void open(const Id &dossier) { read(dossier, Opens::Page, {}); }

    /** Reads the dossier to put an answer right, and leads back to where that was asked for. */
    void correct(const Id &dossier);

    /** It was changed elsewhere: whoever is with it sees it as it is now. */
    void lookAgain(const Id &dossier) { refresh(dossier, {}); }

    [[nodiscard]] const std::optional<Dossier> &dossier() const { return m_dossier; }

    /** A number was scanned: true where it was that of the envelope a result goes back in. */
    bool takePostNumber(const QString &text);

    [[nodiscard]] bool isOwn(const Page *page) const;

    /** Esc on one of its pages: true when it led back to the dossier; false to go where the dossier was opened from. */
    [[nodiscard]] bool goBack(const Page *page);

Q_SIGNALS:
    /** The page of a dossier is about to take the place of another page. */
    void opening();
    void stepTaken(const motcua::Dossier &dossier, const QString &event);
    /** Its acceptance is cancelled, and the papers are received again at once as `again`. */
    void againWanted(const motcua::Dossier &cancelled, const motcua::Id &again);
    void corrected(const motcua::Dossier &dossier);
    /** What was filed online waits as this draft, to be looked through and received. */
    void onlineTakenUp(const motcua::Id &draft);
    /** What is in conflict about it is to be decided. */
    void conflictAsked(const motcua::Id &dossier);
    /** What correct() opened the dossier for is done. */
    void doneFor(const motcua::Notice &told);

private:
    /** What a dossier is read for: to be seen as it is by now where it is on the screen, or to be opened. */
    enum class Opens { No, Page, Correction };
    void needPages();
    void joinSlips();
    void read(const Id &dossier, Opens opens, const Notice &told);
    void refresh(const Id &dossier, const Notice &told);
    void draw(Opens opens, const Notice &told);
    [[nodiscard]] bool isOnScreen(const Id &dossier) const;
    void hold(const storage::DossierPage::Page &page, const QList<StaffMember> &members);
    void learn(const Id &dossier);
    void learnReplacement(const DossierSheet &sheet);
    void beginStep(int index);
    [[nodiscard]] bool mayTakeUp(const QList<StaffMember> &members) const;
    void takeUp();
    void decide();
    void askWhetherAgain();
    void settle();
    void take(const NextStep &next, const StepAnswer &answer, const Id &approver);
    void keepForAgain(const std::function<void()> &then);
    void goOnAgain(const Dossier &cancelled, const Id &again);
    void printAgain(SlipKind kind);
    void joinCorrections();
    void beginCorrections();
    void beginCorrection();
    void keepCorrection();
    void decideCorrection();
    void tellOvertaken(const Dossier &now, const QStringList &paths);
    void tellKept();
    void tellWhyNot();
    [[nodiscard]] CorrectFacts correctFacts(const Procedure &edition) const;
    void renewFacts();
    void joinCertifications();
    void beginCertifications();
    void showCertification(const CertifyCopies::Case &found);
    void enterInRegister();
    void voidInRegister();
    void tellRegisterBusy();
    void signCertified();
    [[nodiscard]] QString whyUnsignable() const;
    void tellCertified(const storage::CertificationLine &line);
    void joinFiles();
    void beginFiles();
    void showPapers();
    void lookAtSignatures(const QString &paper);
    [[nodiscard]] std::optional<Procedure> procedure() const;
    [[nodiscard]] QList<SlipKind> issuedSlips() const;

    MainWindow *m_window = nullptr;
    SlipDesk *m_slips = nullptr;
    SignIn *m_door = nullptr;
    std::optional<SignedInPerson> m_person;
    std::unique_ptr<TakeStep> m_steps; ///< of who is here: answers that come later are nobody's
    Id m_visit;
    Id m_slipsOf; ///< the dossier of which slips were asked for here; those of an acceptance may come out while it is looked at
    DossierPage *m_page = nullptr; ///< all made when first shown
    StepPage *m_stepPage = nullptr;
    NotePage *m_notePage = nullptr;
    DossierPapersPage *m_papersPage = nullptr;
    FileChooser *m_chooser = nullptr;
    QString m_filesFor; ///< the paper files are chosen for
    Verifier m_verifier;
    MediaThreads m_media;
    int m_signatureRound = 0; ///< of looking at signatures; what an earlier one found is let fall
    std::unique_ptr<AddFiles> m_files; ///< as m_steps
    CorrectPage *m_correctPage = nullptr;
    std::unique_ptr<CorrectAnswers> m_corrections; ///< as m_steps
    QMap<Id, CorrectDraft> m_begun; ///< by dossier: corrections that were begun and left, until their person goes
    Id m_corrected; ///< the dossier the page of corrections is about; null: none
    bool m_mayCorrect = false;
    bool m_besideCorrects = false; ///< and a supervisor has to answer for it
    bool m_onlyCorrects = false; ///< it was opened by correct(), for nothing else
    CertifyPage *m_certifyPage = nullptr;
    GuidanceDesk *m_statements = nullptr; ///< made with the pages
    RegisterDesk *m_register = nullptr;
    SigningDesk *m_signing = nullptr; ///< who signs electronic certified copies
    std::unique_ptr<CertifyCopies> m_certify; ///< as m_steps
    std::optional<storage::CertificationLine> m_certified; ///< that holds, on the page of the register
    QString m_certifyKind; ///< of the register that page is about
    bool m_besideVoids = false; ///< a supervisor has to answer for a line that is voided
    std::optional<Dossier> m_dossier;
    QList<NextStep> m_offered;
    bool m_takesUp = false; ///< before them
    std::optional<NextStep> m_step; ///< on the step page
    StripQuestion *m_questions = nullptr;
    Id m_again; ///< what is received in place of the dossier whose acceptance is being cancelled
    int m_round = 0; ///< of what stands on the screen: an approval is for the round in which it was asked, and no other
    bool m_done = false; ///< what the step page or the note page is about was recorded while it was not looked at
};

} // namespace motcua
