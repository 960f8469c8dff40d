// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Counter.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/Await.h"
#include "models/base/VietnamTime.h"
#include "ui/form/FormPage.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/ShownTime.h"
#include "ui/shell/TopBar.h"
#include "ui/visit/AcceptPage.h"
#include "ui/visit/AcceptSummary.h"
#include "ui/visit/AcceptedPage.h"
#include "ui/visit/PapersPage.h"
#include "ui/visit/ProcedurePage.h"
#include "ui/visit/SheetQuestion.h"
#include "ui/worklist/DossierPage.h"
#include "ui/worklist/DossierSheet.h"
#include "ui/worklist/StoreLists.h"
#include "ui/worklist/WorklistPage.h"

namespace motcua {

namespace {

const QString OpenTab = QStringLiteral("open");
const QString AllTab = QStringLiteral("all");
const QString ConflictTab = QStringLiteral("conflict");

QDateTime now()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch());
}

Notice notice(const Error &error)
{
    return {Notice::Kind::Danger, sentence(error).textWithCode(), {}};
}

} // namespace

Counter::Counter(SignIn *door, SlipPrinter *printer, QObject *parent)
    : QObject(parent)
    , m_door(door)
    , m_window(std::make_unique<MainWindow>())
    , m_slips(std::make_unique<SlipDesk>(printer))
    , m_sheets(std::make_unique<SheetQuestion>(m_slips.get(), m_window.get()))
{
    makePages();
    joinVisitPages();
    joinSlips();
    connect(m_window.get(), &MainWindow::hid, this, &Counter::lock);
    connect(m_window.get(), &MainWindow::leftPage, this, &Counter::goBack);
    connect(m_window.get(), &MainWindow::found, this, [this] {
        showList(AllTab);
        m_worklist->startSearch();
    });
    connect(m_window->topBar(), &TopBar::signOutPressed, this, &Counter::lock);
    connect(&m_clock, &QTimer::timeout, this, &Counter::tick);
    m_clock.start(1000);
    tick();
}

Counter::~Counter() = default;

void Counter::makePages()
{
    m_signIn = new SignInPage(m_window.get());
    m_worklist = new WorklistPage(m_window.get());
    m_dossier = new DossierPage(m_window.get());
    m_procedures = new ProcedurePage(m_window.get());
    m_form = new FormPage(m_window.get());
    m_papers = new PapersPage(m_window.get());
    m_accept = new AcceptPage(m_window.get());
    m_accepted = new AcceptedPage(m_window.get());

    // A page is adopted when it is first shown; until then it must not lie in the corner of the window.
    for (Page *page : m_window->findChildren<Page *>(Qt::FindDirectChildrenOnly)) {
        page->hide();
    }

    connect(m_signIn, &SignInPage::passwordGiven, this,
        [this](const QString &name, const QString &password) { letIn(m_door->withPassword(name, password)); });
    connect(m_signIn, &SignInPage::pinGiven, this, [this](const QString &name, const QString &pin) { letIn(m_door->withPin(name, pin)); });

    m_worklist->setTabs({{OpenTab, tr("Open dossiers"), -1}, {AllTab, tr("All dossiers"), -1}, {ConflictTab, tr("Contradictions"), -1}});
    connect(m_worklist, &WorklistPage::tabChosen, this, &Counter::showList);
    connect(m_worklist, &WorklistPage::searched, this, [this](const QString &text) {
        if (text.isEmpty()) {
            showList(m_tab);
        } else {
            m_worklist->open(tr("Found"), storelists::found(m_person->place.store, text));
        }
    });
    connect(m_worklist, &WorklistPage::newerAsked, this, [this] { showList(m_tab); });
    connect(m_worklist, &WorklistPage::dossierChosen, this, &Counter::showDossier);
    connect(m_dossier, &DossierPage::printAsked, this, [this] { m_slips->issue(m_person->place, *m_shown); });
    connect(m_worklist, &WorklistPage::dossierBegun, this, [this] {
        m_procedures->reset();
        m_procedures->setProcedures(m_filing->procedures());
        drawSteps(0);
        m_window->show(m_procedures);
    });
}

void Counter::joinVisitPages()
{
    connect(m_procedures, &ProcedurePage::procedureChosen, this, [this](const QString &code) {
        if (const Result<> chosen = m_filing->choose(code); !chosen) {
            m_window->tell(notice(chosen.error()));
        }
    });
    connect(
        m_form, &FormPage::fieldChanged, this, [this](const QString &field, const FieldValue &value) { m_filing->answer(field, value); });
    connect(m_form, &FormPage::advanced, this, &Counter::showPapers);
    connect(m_papers, &PapersPage::paperLookedAt, this, [this](const Paper &paper) { m_filing->look(paper); });
    connect(m_papers, &PapersPage::advanced, this, &Counter::showAccept);
    connect(m_accept, &AcceptPage::accepted, this, [this] { m_filing->accept(); });
    connect(m_accept, &AcceptPage::missingAsked, this, [this] {
        const QList<Violation> missing = m_filing->missing();
        if (!missing.isEmpty() && !m_filing->procedure().paper(missing.constFirst().field)) {
            showForm();
            m_form->focusField(missing.constFirst().field);
        } else {
            showPapers();
        }
    });
    connect(m_accepted, &AcceptedPage::printAsked, this, [this] { m_filing->printAgain(); });
    connect(m_accepted, &AcceptedPage::finished, this, [this] { m_filing->finish(); });
}

void Counter::joinFiling()
{
    FileDossier *filing = m_filing.get();
    connect(filing, &FileDossier::stepChanged, this, &Counter::showStep);
    connect(filing, &FileDossier::changed, this, &Counter::drawVisit);
    connect(filing, &FileDossier::draftKept, m_window.get(), &MainWindow::setSavedAt);
    connect(filing, &FileDossier::draftFailed, this, [this](const Error &error) { m_window->tell(notice(error)); });
    connect(filing, &FileDossier::refused, this, [this](const QList<Violation> &missing, const Error &error) {
        m_accept->setBusy(false);
        showAccept();
        if (missing.isEmpty()) {
            m_window->tell(notice(error));
        }
    });
    connect(filing, &FileDossier::dossierAccepted, this, [this](const Dossier &dossier) {
        AcceptedFacts facts;
        facts.code = dossier.code;
        facts.person = dossier.role(QStringLiteral("applicant.name")).text;
        facts.procedure = dossier.procedureName();
        facts.promise = shownPromise(vietnamTime(dossier.dueAtMs()), now());
        facts.fee = m_filing->fee().total().toString();
        m_accepted->setFacts(facts);
        m_accepted->setSlip(AcceptedPage::Slip::Making);
        m_window->show(m_accepted);
    });
    connect(filing, &FileDossier::slipIssued, this, [this](const IssuedSlip &slip) {
        m_accepted->setSlip(m_slips->prints() ? AcceptedPage::Slip::Printing : AcceptedPage::Slip::Kept);
        Q_EMIT slipReady(slip);
    });
    connect(filing, &FileDossier::slipPrinted, this, [this] { m_accepted->setSlip(AcceptedPage::Slip::Printed); });
    connect(filing, &FileDossier::slipFailed, this, [this](const Error &error) { m_accepted->setSlipFailed(error); });
}

void Counter::setPeople(const QList<KnownPerson> &people, bool training)
{
    m_signIn->setPeople(people);
    m_window->setTraining(training);
}

void Counter::start()
{
    m_window->show(m_signIn);
}

void Counter::letIn(const QFuture<Result<SignedInPerson>> &answer)
{
    m_signIn->setBusy(true);
    await(this, answer, [this](const Result<SignedInPerson> &person) {
        m_signIn->setBusy(false);
        if (person) {
            welcome(*person);
            return;
        }
        const ErrorCode code = person.error().code;
        const bool waits = code == ErrorCode::LockedOut || code == ErrorCode::WrongPassword;
        m_signIn->refuse(person.error(), waits ? person.error().detail.toInt() : 0);
    });
}

void Counter::welcome(const SignedInPerson &person)
{
    // Coming back after a lock, the visit is still there as it was; somebody else begins afresh and the drafts stay with their owner.
    const bool same = m_person && m_person->place.person == person.place.person && m_filing;
    const FileDossier::Step step = same ? m_filing->step() : FileDossier::Step::Choosing;
    m_person = person;
    if (!same) {
        m_filing = std::make_unique<FileDossier>(person.place, m_slips.get());
        joinFiling();
    }
    m_window->topBar()->setPlace(person.place.unit.unitName, person.place.unit.deskNumber);
    m_window->topBar()->setOfficer(person.place.personName);
    m_window->setTraining(person.place.isTraining());
    const QDate change = person.place.law.catalogue.lastChange(now().date());
    m_window->setStatus({.delivery = {},
        .devices = {},
        .catalogue = change.isValid() ? shownDate(change) : QString(),
        .version = QStringLiteral(MOTCUA_VERSION)});
    m_window->uncover();
    m_sheets->begin(person.place);
    Q_EMIT signedIn();
    if (same && step != FileDossier::Step::Choosing) {
        showStep(step);
    } else {
        resumeOrList();
    }
    warnOfClock();
}

// Work goes on under a clock that was set back, all but receiving dossiers.
void Counter::warnOfClock()
{
    if (m_person->clockBehindMs > 0) {
        m_window->tell({Notice::Kind::Warning, sentence({ErrorCode::ClockBack, {}}).textWithCode(), {}});
    }
}

void Counter::resumeOrList()
{
    await(this, m_person->place.store.ask(storage::Drafts{.person = m_person->place.person}),
        [this](const Result<QList<storage::Draft>> &drafts) {
            showList(OpenTab);
            warnOfClock();
            if (!drafts) {
                m_window->tell(notice(drafts.error()));
                return;
            }
            if (drafts->isEmpty()) {
                return;
            }
            const storage::Draft &draft = drafts->constFirst();
            if (const Result<> resumed = m_filing->resume(draft); !resumed) {
                m_window->tell(notice(resumed.error()));
                return;
            }
            m_window->tell({Notice::Kind::Told,
                tr("This form was open when the program ended at %1. Nothing typed is lost. Go on where you were, or press Esc for the "
                   "list.")
                    .arg(shownMoment(vietnamTime(draft.updatedMs))),
                {}});
            warnOfClock();
        });
}

void Counter::lock()
{
    m_window->cover();
    if (m_person) {
        m_signIn->welcomeBack(m_person->place.personName, false);
        if (m_person->session->state() == security::Session::State::Open) {
            (void)m_person->session->lock();
        }
    }
    m_window->endVisit();
    m_window->topBar()->setOfficer({});
    m_window->show(m_signIn);
    m_window->uncover();
}

void Counter::showList(const QString &tab)
{
    m_tab = tab;
    m_window->endVisit();
    m_window->setSteps({});
    m_worklist->setNow(now());
    const storage::Store &store = m_person->place.store;
    if (tab == AllTab) {
        m_worklist->open(tr("All dossiers"), storelists::all(store));
    } else if (tab == ConflictTab) {
        m_worklist->open(tr("Contradictions"), storelists::inConflict(store));
    } else {
        m_worklist->open(tr("Open dossiers"), storelists::open(store));
    }
    m_window->show(m_worklist);
    Q_EMIT worklistOpened();
}

void Counter::showDossier(const Id &dossier)
{
    await(this, m_person->place.store.ask(storage::DossierPage{.id = dossier}), [this](const Result<storage::DossierPage::Answer> &page) {
        if (!page || !*page) {
            m_window->tell(notice(page ? Error{ErrorCode::NotFound, {}} : page.error()));
            return;
        }
        const Dossier &read = (*page)->dossier;
        const Result<Procedure> procedure = m_person->place.law.catalogue.edition(read.procedureCode(), read.edition());
        DossierSheet sheet = dossierSheet(read, procedure ? &procedure->form : nullptr, now());
        for (const journal::Entry &entry : (*page)->history) {
            const bool own = entry.header.actor.id == m_person->place.person;
            sheet.history.append({.at = vietnamTime(entry.header.receiptMs),
                .kind = entry.header.kind,
                .person = own ? m_person->place.personName : QString(),
                .desk = QString::fromUtf8(entry.header.desk),
                .note = {}});
        }
        m_shown = read;
        m_dossier->setSheet(sheet);
        m_window->show(m_dossier);
    });
}

void Counter::joinSlips()
{
    const auto isShown = [this](const Id &dossier) { return m_shown && m_shown->id == dossier && m_window->page() == m_dossier; };
    connect(m_slips.get(), &SlipDesk::issued, this, [this, isShown](const IssuedSlip &slip) {
        if (m_shown && m_shown->id == slip.dossier.id) {
            m_shown = slip.dossier;
        }
        if (!m_slips->prints() && isShown(slip.dossier.id)) {
            m_window->tell({Notice::Kind::Done, tr("The copy is kept with the dossier; there is no printer here."), {}});
        }
    });
    connect(m_slips.get(), &SlipDesk::handed, this, [this, isShown](const Id &dossier) {
        if (isShown(dossier)) {
            m_window->tell({Notice::Kind::Done, tr("The copy was sent to the printer."), {}});
        }
    });
    connect(m_slips.get(), &SlipDesk::failed, this, [this](const Id &dossier, const Error &error) {
        // The page of the accepted dossier tells its own.
        const bool toldThere = m_filing && m_filing->accepted() && m_filing->accepted()->id == dossier;
        if (!toldThere && m_person) {
            m_window->tell(notice(error));
        }
    });
    connect(m_sheets.get(), &SheetQuestion::tasksChanged, m_worklist, &WorklistPage::setTasks);
    connect(m_worklist, &WorklistPage::taskAsked, m_sheets.get(), &SheetQuestion::ask);
}

void Counter::showStep(FileDossier::Step step)
{
    switch (step) {
    case FileDossier::Step::Choosing:
        m_tab.isEmpty() ? showList(OpenTab) : showList(m_tab);
        return;
    case FileDossier::Step::Filling:
        showForm();
        return;
    case FileDossier::Step::Accepting:
        m_accept->setBusy(true);
        return;
    case FileDossier::Step::Accepted:
        m_accept->setBusy(false);
        drawSteps(4);
        m_window->show(m_accepted);
        return;
    }
}

void Counter::showForm()
{
    m_form->setHeading(m_filing->procedure().code + QStringLiteral(" · ") + m_filing->procedure().name);
    m_form->setForm(m_filing->procedure().form, m_filing->form(), now().date());
    drawSteps(1);
    drawVisit();
    m_window->show(m_form);
}

void Counter::showPapers()
{
    m_papers->setPapers(m_filing->procedure(), m_filing->papers(), m_filing->form());
    drawSteps(2);
    m_window->show(m_papers);
}

void Counter::showAccept()
{
    drawVisit();
    drawSteps(3);
    m_window->show(m_accept);
}

void Counter::drawVisit()
{
    if (!m_filing || m_filing->step() == FileDossier::Step::Choosing) {
        return;
    }
    const Result<Promise> promise = m_filing->promise();
    AcceptFacts facts;
    facts.procedure = m_filing->procedure();
    facts.form = m_filing->form();
    facts.papers = m_filing->papers();
    facts.missing = m_filing->missing();
    if (promise) {
        facts.promise = *promise;
    }
    facts.fee = m_filing->fee();
    facts.now = now();
    facts.printer = m_slips->prints() ? tr("default printer") : QString();
    m_window->setVisit(visitFacts(facts));
    m_accept->setSummary(acceptSummary(facts));
}

void Counter::drawSteps(int current)
{
    const QStringList labels{tr("Procedure"), tr("Declaration"), tr("Papers"), tr("Acceptance")};
    QList<StepMark> marks;
    for (int i = 0; i < labels.size(); ++i) {
        const StepMark::State state = i < current ? StepMark::State::Done : i == current ? StepMark::State::Current : StepMark::State::Open;
        marks.append({.label = labels.at(i), .state = state, .missing = {}});
    }
    m_window->setSteps(marks);
}

void Counter::goBack(Page *page)
{
    if (page == m_accept) {
        showPapers();
    } else if (page == m_papers) {
        showForm();
    } else if (page == m_form || page == m_procedures || page == m_dossier) {
        // The draft stays: the list shows it again at the next sign-in, and Esc never discards.
        showList(m_tab.isEmpty() ? OpenTab : m_tab);
    } else if (page == m_accepted) {
        m_filing->finish();
    }
}

void Counter::tick()
{
    m_window->topBar()->setNow(now());
}

} // namespace motcua
