// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/FileDossier.h"
#include "app/workflows/SignIn.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/SignInPage.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace motcua {

class AcceptPage;
class AcceptedPage;
class DossierPage;
class FormPage;
class PapersPage;
class ProcedurePage;
class SheetQuestion;
class WorklistPage;

/** The officer's day in one window: joins the pages to the workflows, and decides nothing that a workflow decides. */
class Counter : public QObject
{
    Q_OBJECT

public:
    /** `door` and `printer` outlive this object; `printer` may be null. */
    Counter(SignIn *door, SlipPrinter *printer, QObject *parent = nullptr);
    ~Counter() override;

    [[nodiscard]] MainWindow *window() const { return m_window.get(); }

    /** Names for the sign-in page; hints only in training. */
    void setPeople(const QList<KnownPerson> &people, bool training);

    /** Shows the sign-in page. */
    void start();

    [[nodiscard]] FileDossier *filing() const { return m_filing.get(); }

Q_SIGNALS:
    void signedIn();
    void worklistOpened();
    void slipReady(const motcua::IssuedSlip &slip);

private:
    void makePages();
    void joinVisitPages();
    void joinFiling();
    void letIn(const QFuture<Result<SignedInPerson>> &answer);
    void welcome(const SignedInPerson &person);
    void resumeOrList();
    void warnOfClock();
    void lock();
    void showList(const QString &tab);
    void showDossier(const Id &dossier);
    void joinSlips();
    void showStep(FileDossier::Step step);
    void showForm();
    void showPapers();
    void showAccept();
    void drawVisit();
    void drawSteps(int current);
    void goBack(Page *page);
    void tick();

    SignIn *m_door = nullptr;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<SlipDesk> m_slips;
    std::unique_ptr<SheetQuestion> m_sheets;
    std::optional<SignedInPerson> m_person;
    std::unique_ptr<FileDossier> m_filing;
    SignInPage *m_signIn = nullptr;
    WorklistPage *m_worklist = nullptr;
    DossierPage *m_dossier = nullptr;
    ProcedurePage *m_procedures = nullptr;
    FormPage *m_form = nullptr;
    PapersPage *m_papers = nullptr;
    AcceptPage *m_accept = nullptr;
    AcceptedPage *m_accepted = nullptr;
    std::optional<Dossier> m_shown; ///< on the dossier page
    QTimer m_clock;
    QString m_tab;
};

} // namespace motcua
