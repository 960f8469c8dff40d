// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/VisitDesk.h"

#include "app/storage/Await.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/GuidanceDesk.h"
#include "app/workflows/UnitsFile.h"
#include "models/base/VietnamTime.h"
#include "ui/citizen/CitizenDesk.h"
#include "ui/dossier/StepPage.h"
#include "ui/form/AddressBook.h"
#include "ui/form/FormPage.h"
#include "ui/messages/StalledSentence.h"
#include "ui/shell/ErrorNotice.h"
#include "ui/shell/ShownTime.h"
#include "ui/shell/StripQuestion.h"
#include "ui/visit/AcceptPage.h"
#include "ui/visit/AcceptedPage.h"
#include "ui/visit/CardDesk.h"
#include "ui/visit/FeePage.h"
#include "ui/visit/GuideWords.h"
#include "ui/visit/NeedsPage.h"
#include "ui/visit/PaperDesk.h"
#include "ui/visit/SigningDesk.h"
#include "ui/visit/PapersGlance.h"
#include "ui/visit/PapersPage.h"
#include "ui/visit/PersonAhead.h"
#include "ui/visit/PreviewPage.h"
#include "ui/visit/ProcedurePage.h"
#include "ui/widgets/MessageStrip.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int PlaceSettlesMs = 300; // a run of Tab is one move

/** Where this person stood, in the working state of the machine. */
QString openPart(const Workplace &place)
{
    return QStringLiteral("visit.") + place.person.toString();
}

const QString DraftKey = QStringLiteral("draft");
const QString StepKey = QStringLiteral("visitStep");
const QString FieldKey = QStringLiteral("field");

QDateTime now()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch());
}

} // namespace

VisitDesk::VisitDesk(MainWindow *window, SlipDesk *slips, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_slips(slips)
    , m_citizen(new CitizenDesk(window, this))
    , m_cards(new CardDesk(window, this))
    , m_ahead(new PersonAhead(window, m_cards, this))
    , m_paperDesk(new PaperDesk(window, this))
    , m_guidance(new GuidanceDesk(slips->printer(), this))
    , m_questions(new StripQuestion(window, this))
{
    connect(m_citizen, &CitizenDesk::said, window, &MainWindow::tell);
    joinCards();
    m_placeTimer.setSingleShot(true);
    m_placeTimer.setInterval(PlaceSettlesMs);
    connect(&m_placeTimer, &QTimer::timeout, this, &VisitDesk::keepPlace);
    connect(qApp, &QApplication::focusChanged, this, [this] {
        if (m_setAside) {
            return;
        }
        m_placeTimer.start();
        if (const QString field = m_window->page() == m_form ? m_form->focusedField() : QString(); !field.isEmpty()) {
            m_field = field;
        }
    });
}

VisitDesk::~VisitDesk() = default;

// Made when the first dossier is begun: neither the sign-in nor the list has to wait for them.
void VisitDesk::needPages()
{
    if (m_procedures) {
        return;
    }
    m_procedures = new ProcedurePage(m_window);
    m_form = new FormPage(m_window);
    m_form->setAddresses(new AddressBook([] { return UnitsFile(Lawbook::folder()).ask(); }, m_form));
    m_glance = new PapersGlance(m_window);
    m_glance->hide();
    m_form->setBeside(m_glance);
    m_papers = new PapersPage(m_window);
    m_fee = new FeePage(m_window);
    m_accept = new AcceptPage(m_window);
    m_accepted = new AcceptedPage(m_window);
    m_away = new StepPage(m_window);
    for (Page *page : std::initializer_list<Page *>{m_procedures, m_form, m_papers, m_fee, m_accept, m_accepted, m_away}) {
        page->hide(); // until it is first shown it must not lie in the corner of the window
    }
    joinPages();
}

void VisitDesk::joinPages()
{
    joinAway();
    joinPapers();
    joinNeeds();
    connect(m_accept, &AcceptPage::accepted, this, &VisitDesk::accept);
    const auto review = [this] { m_citizen->turn([this] { return this->review(); }); };
    connect(m_form, &FormPage::reviewAsked, this, review);
    connect(m_papers, &PapersPage::reviewAsked, this, review);
    connect(m_fee, &FeePage::reviewAsked, this, review);
    connect(m_accept, &AcceptPage::reviewAsked, this, review);
    connect(m_form, &FormPage::fieldChanged, this, &VisitDesk::answer);
    connect(m_form, &FormPage::formChanged, this, [this](const FormDraft &form) { m_filing->setForm(form); });
    connect(m_form, &FormPage::advanced, this, &VisitDesk::showPapers);
    connect(m_papers, &PapersPage::declarationAsked, this, [this] { m_filing->printDeclaration(); });
    connect(m_papers, &PapersPage::advanced, this, [this] { isFeeDue() ? showFee() : showAccept(); });
    connect(m_fee, &FeePage::paymentSettled, this, [this](const Payment &payment) {
        m_payment = payment;
        m_filing->pay(payment);
    });
    connect(m_fee, &FeePage::advanced, this, &VisitDesk::showAccept);
    connect(m_accept, &AcceptPage::settled, this, [this](const std::optional<SettledTerm> &longer) { m_filing->settle(longer); });
    connect(m_accept, &AcceptPage::previewAsked, this, &VisitDesk::showPreview);
    connect(m_accept, &AcceptPage::missingAsked, this, [this] {
        const QList<Violation> missing = m_filing->missing();
        const auto isLongerTerm = [](const Violation &one) {
            return one.code == ViolationCode::LongerTermUnknown || one.code == ViolationCode::LongerTermRefused;
        };
        if (!missing.isEmpty() && isLongerTerm(missing.constFirst())) {
            m_accept->focusLongerTerm();
        } else if (!missing.isEmpty() && missing.constFirst().code == ViolationCode::ChannelRefused) {
            showProcedures(true); // another one, or not by post
        } else if (!missing.isEmpty() && missing.constFirst().code == ViolationCode::EnvelopeIncomplete && goToEnvelope()) {
            return;
        } else if (!missing.isEmpty() && !m_filing->procedure().paper(missing.constFirst().field)) {
            showForm();
            m_form->focusField(missing.constFirst().field);
        } else {
            showPapers();
        }
    });
    connect(m_accepted, &AcceptedPage::printAsked, this, [this] { m_filing->printAgain(); });
    connect(m_accepted, &AcceptedPage::correctionAsked, this, [this] { Q_EMIT correctionAsked(m_filing->dossier()); });
    connect(m_accepted, &AcceptedPage::anotherAsked, this, &VisitDesk::anotherAsked);
    connect(m_accepted, &AcceptedPage::finished, this, [this] {
        Q_EMIT citizenDone();
        m_filing->finish();
    });
}

void VisitDesk::joinFiling()
{
    FileDossier *filing = m_filing.get();
    connect(filing, &FileDossier::stepChanged, this, &VisitDesk::showStep);
    connect(filing, &FileDossier::changed, this, &VisitDesk::draw);
    connect(filing, &FileDossier::similarFound, this, [this] {
        if (isServing() && isOwn(m_window->page())) {
            m_window->tell({Notice::Kind::Warning, similarSentence(facts().similar), {}});
        }
    });
    connect(filing, &FileDossier::filesTaken, m_paperDesk, &PaperDesk::tellFiles);
    connect(m_paperDesk, &PaperDesk::filesLate, filing, &FileDossier::filesLate);
    connect(filing, &FileDossier::filesLate, this, [this](int count) {
        m_window->tell({Notice::Kind::Warning, tr("%n file(s) came too late for the dossier they were for, so they were not taken in. Open that dossier and take them in again.", nullptr, count), {}});
    });
    connect(filing, &FileDossier::draftKept, this, [this](const QDateTime &at) {
        if (isServing()) {
            m_window->setSavedAt(at);
        }
        if (m_isUnkept && !m_filing->drafts().hasUnkept()) {
            m_isUnkept = false;
            m_window->tell({Notice::Kind::Done, tr("What was typed is saved again. Nothing was lost."), {}});
        }
        Q_EMIT draftKept();
    });
    connect(filing, &FileDossier::draftFailed, this, [this](const Error &error) {
        // Each letter fails anew, and is tried again by itself: it is said once.
        if (!std::exchange(m_isUnkept, true) || m_window->strip()->notice().text.isEmpty()) {
            m_window->setSavedAt({});
            const QString full = tr("The disk is full, so what is typed cannot be saved. It stays on the screen and is saved by itself as soon as there is room. "
                                    "Have the IT person free some space, and do not close the program.");
            m_window->tell(error.code == ErrorCode::DiskFull ? Notice{Notice::Kind::Danger, full, {}} : notice(error));
        }
    });
    connect(filing, &FileDossier::refused, this, [this](const QList<Violation> &missing, const Error &error) {
        m_accept->setBusy(false);
        showAccept();
        if (missing.isEmpty()) {
            m_window->tell(notice(error));
        }
    });
    connect(filing, &FileDossier::turnedAway, this, [this](const Dossier &dossier) { Q_EMIT turnedAway(dossier.id); });
    connect(filing, &FileDossier::awayRefused, this, [this](const Error &error) {
        m_away->setRefused();
        m_window->tell(notice(error));
    });
    joinAcceptance();
    connect(filing, &FileDossier::slipIssued, this, [this](const IssuedSlip &slip) {
        m_accepted->setPerson(slip.dossier.role(QStringLiteral("applicant.name")).text); // it may have been put right
        m_accepted->setSlip(m_slips->prints() ? AcceptedPage::Slip::Printing : AcceptedPage::Slip::Kept);
        Q_EMIT slipReady(slip);
    });
    connect(filing, &FileDossier::slipStalled, this, [this](const QStringList &reasons) { m_accepted->setSlipStalled(reasons); });
    connect(filing, &FileDossier::sheetStalled, this,
        [this](const QStringList &reasons) { m_window->tell({Notice::Kind::Warning, stalledSentence(reasons), {}}); });
    connect(filing, &FileDossier::slipPrinted, this, [this] { m_accepted->setSlip(AcceptedPage::Slip::Printed); });
    connect(filing, &FileDossier::declarationFailed, this,
        [this](const Error &error) { m_window->tell({Notice::Kind::Danger, declarationFailure(error), {}}); });
    connect(filing, &FileDossier::slipFailed, this, [this](const Error &error) { m_accepted->setSlipFailed(error); });
}

void VisitDesk::begin(const Workplace &place)
{
    m_place = place;
    m_cards->setCatalogue(place.law.catalogue);
    m_notRead.clear();
    m_citizen->setPlace(place.unit.unitName, tr("Desk %1 · %2").arg(QStringLiteral("%1").arg(place.unit.deskNumber, 2, 10, QLatin1Char('0')), place.personName));
    m_setAside = true;
    m_keptPlace.clear();
    m_filing = std::make_unique<FileDossier>(place, m_slips);
    joinFiling();
    m_paperDesk->begin(place, m_filing.get());
    learnUse();
}

void VisitDesk::end()
{
    // Where the officer stood is kept before the store is let go: signing out is no reason to lose the caret.
    keepPlace();
    m_citizen->blank();
    m_cards->forget();
    m_cardVisit = {};
    m_setAside = true;
    m_drawn = {};
    m_placeTimer.stop();
    if (m_preview) {
        m_preview->forget();
    }
    m_filing.reset();
    m_paperDesk->end(); // what it reads with outlives it
    m_place.reset();
}

bool VisitDesk::isServing() const
{
    return m_filing && !m_setAside && m_filing->step() != FileDossier::Step::Choosing;
}

bool VisitDesk::isOwn(const Page *page) const
{
    return page && (page == m_procedures || page == m_form || page == m_papers || page == m_fee || page == m_accept || page == m_accepted
                       || page == m_away || page == m_preview || page == m_needs || m_paperDesk->isOwn(page) || m_paperDesk->signing()->isOwn(page) || m_cards->isOwn(page));
}

void VisitDesk::setFormsLeft(bool left)
{
    if (m_accepted) {
        m_accepted->setFormsLeft(left);
    }
}

void VisitDesk::chooseProcedure()
{
    needPages();
    setAside();
    showProcedures(false);
}

void VisitDesk::showProcedures(bool changes)
{
    m_changes = changes;
    m_procedures->reset();
    m_procedures->setChanged(changes ? m_filing->procedure().code : QString());
    m_procedures->setProcedures(m_filing->procedures(), m_used);
    showPost();
    m_window->show(m_procedures);
    draw();
}

void VisitDesk::resume(const storage::Draft &draft)
{
    needPages();
    if (const Result<> resumed = m_filing->resume(draft); !resumed) {
        m_window->tell(notice(resumed.error()));
    }
}

void VisitDesk::resumeOpen(const std::function<void()> &nothing)
{
    const Workplace place = *m_place;
    await(m_filing.get(), place.store.ask(storage::OpenParts{}), [this, place, nothing](const Result<QMap<QString, QByteArray>> &parts) {
        learnWhyNotRead(parts ? *parts : QMap<QString, QByteArray>());
        const QJsonObject open = parts ? QJsonDocument::fromJson(parts->value(openPart(place))).object() : QJsonObject();
        const Id wanted = Id::fromString(open.value(DraftKey).toString());
        if (wanted.isNull()) {
            nothing();
            return;
        }
        await(m_filing.get(), place.store.ask(storage::DraftById{wanted}),
            [this, nothing, open](const Result<std::optional<storage::Draft>> &draft) {
                // What another officer went on with meanwhile is theirs.
                if (!draft || !*draft || (*draft)->person != m_place->person || isServing()) {
                    nothing();
                    if (draft && !*draft) {
                        tellWhetherFiled(Id::fromString(open.value(DraftKey).toString()));
                    }
                    return;
                }
                needPages();
                if (const Result<> resumed = m_filing->resume(**draft); !resumed) {
                    // Else every later sign-in would end here as well.
                    (void)m_place->store.keepOpen(openPart(*m_place), {});
                    nothing();
                    m_window->tell(notice(resumed.error()));
                    return;
                }
                if (const int step = open.value(StepKey).toInt(); step > static_cast<int>(VisitStep::Procedure)) { // a card is not known any more
                    goTo(step);
                }
                (void)m_form->focusField(open.value(FieldKey).toString());
                m_window->tell({Notice::Kind::Told,
                    tr("This form was open here last time, at %1. Nothing typed is lost. Go on where you were, or press Esc for the list.")
                        .arg(shownMoment(vietnamTime((*draft)->updatedMs))),
                    {}});
            });
    });
}

// Its form was open when the program ended, and it went with the acceptance: who pressed the key does not know whether it was in time. Where there
// is a printer, the question about the sheet says so.
void VisitDesk::tellWhetherFiled(const Id &dossier)
{
    (void)m_place->store.keepOpen(openPart(*m_place), {});
    await(m_filing.get(), m_place->store.ask(storage::DossierById{dossier}), [this](const Result<std::optional<Dossier>> &found) {
        if (found && *found && !(*found)->code.isEmpty() && !m_slips->prints()) {
            m_window->tell({Notice::Kind::Told,
                tr("Dossier %1 was accepted before the program ended. Nothing is lost; do not file it again. It stands under \"Open dossiers\".").arg((*found)->code), {}});
        }
    });
}

void VisitDesk::redraw()
{
    if (isServing() || isAhead()) {
        draw();
    }
}

void VisitDesk::hideFromCitizen()
{
    m_citizen->blank();
}

void VisitDesk::setAside()
{
    m_citizen->blank();
    m_setAside = true;
    if (m_filing && m_filing->turn().id().isNull()) {
        m_cards->forget(); // nobody is here any more
        m_paperDesk->signing()->forgetPin();
    }
    m_placeTimer.stop();
    if (m_place && !m_keptPlace.isEmpty()) {
        m_keptPlace.clear();
        (void)m_place->store.keepOpen(openPart(*m_place), {});
    }
}

void VisitDesk::keepPlace()
{
    if (!isServing() || m_filing->step() != FileDossier::Step::Filling || !isOwn(m_window->page())) {
        return;
    }
    const QJsonObject place{{DraftKey, m_filing->dossier().toString()}, {StepKey, static_cast<int>(shownStep()) + 1},
        {FieldKey, m_window->page() == m_form ? m_field : QString()}};
    const QByteArray bytes = QJsonDocument(place).toJson(QJsonDocument::Compact);
    if (bytes != m_keptPlace) {
        m_keptPlace = bytes;
        (void)m_place->store.keepOpen(openPart(*m_place), bytes);
    }
}

VisitStep VisitDesk::shownStep() const
{
    const Page *page = m_window->page();
    return m_cards->isOwn(page) ? VisitStep::Person
        : page == m_procedures || page == m_needs ? VisitStep::Procedure
        : page == m_papers || m_paperDesk->isOwn(page) ? VisitStep::Papers
        : page == m_fee         ? VisitStep::Fee
        : page == m_accept || page == m_preview || m_paperDesk->signing()->isOwn(page) ? VisitStep::Acceptance
        : page == m_away                        ? m_beforeAway
                                : VisitStep::Declaration;
}

void VisitDesk::goTo(int step)
{
    const auto wanted = static_cast<VisitStep>(step - 1);
    if (isAhead() && (wanted == VisitStep::Person || wanted == VisitStep::Procedure)) {
        wanted == VisitStep::Person ? m_cards->show() : showProcedures(false);
        draw();
        return;
    }
    if (!isServing()) {
        m_window->tell({Notice::Kind::Told, tr("Choose the procedure first. Nothing was changed."), {}});
        return;
    }
    if (m_filing->step() != FileDossier::Step::Filling) {
        m_window->tell({Notice::Kind::Told, tr("This dossier is filed already, so its steps are closed. Nothing was changed."), {}});
        return;
    }
    switch (wanted) {
    case VisitStep::Person:
        m_cards->show();
        draw();
        return;
    case VisitStep::Procedure:
        showProcedures(true);
        return;
    case VisitStep::Declaration:
        showForm();
        return;
    case VisitStep::Papers:
        showPapers();
        return;
    case VisitStep::Fee:
        showFee();
        return;
    case VisitStep::Acceptance:
        showAccept();
        return;
    }
}

bool VisitDesk::goBack(const Page *page)
{
    if (page == m_away) {
        goTo(static_cast<int>(m_beforeAway) + 1);
    } else if (page == m_preview && isServing()) {
        ++m_previews;
        m_preview->forget();
        showAccept();
    } else if (page == m_needs) {
        m_window->show(m_procedures);
        draw();
    } else if (m_paperDesk->signing()->isOwn(page) && isServing()) {
        showAccept();
    } else if (m_paperDesk->isOwn(page) && isServing()) {
        showPapers();
    } else if (m_cards->isOwn(page) && m_filing) {
        isServing() ? showForm() : showProcedures(false);
    } else if (page == m_accept) {
        isFeeDue() ? showFee() : showPapers();
    } else if (page == m_fee) {
        showPapers();
    } else if (page == m_papers) {
        showForm();
    } else if (page == m_procedures && isServing()) {
        showForm();
    } else if (page == m_accepted) {
        m_filing->finish();
    } else {
        return false;
    }
    return true;
}

void VisitDesk::showStep(FileDossier::Step step)
{
    Q_EMIT stepChanged();
    m_paperDesk->follow();
    switch (step) {
    case FileDossier::Step::Choosing:
        setAside();
        Q_EMIT left();
        return;
    case FileDossier::Step::Filling:
        m_citizen->blank(); // another dossier is shown when the officer says so
        m_setAside = false;
        m_papers->forgetLeftOut();
        Q_EMIT took(m_filing->dossier(), m_filing->procedure().code);
        for (const SharedPaper &paper : m_filing->carried()) {
            Q_EMIT paperShared(m_filing->dossier(), paper.paper);
        }
        // One payment for the whole visit: what was agreed last holds for this dossier too, whatever its draft said before.
        if (isOfTurn(m_filing->dossier()) && m_payment != Payment()) {
            m_filing->pay(m_payment);
        } else {
            m_payment = m_filing->payment();
        }
        showForm();
        carryCard();
        return;
    case FileDossier::Step::Accepting:
        m_accept->setBusy(true);
        return;
    case FileDossier::Step::Accepted:
        m_citizen->blank();
        m_accept->setBusy(false);
        m_keptPlace.clear();
        (void)m_place->store.keepOpen(openPart(*m_place), {});
        m_window->show(m_accepted);
        draw();
        return;
    }
}

void VisitDesk::showForm()
{
    m_form->setHeading(m_filing->procedure().code + QStringLiteral(" · ") + m_filing->procedure().name);
    m_form->setGuide(guideWords(m_filing->procedure().guidance));
    // Coming back to it within a visit, the form is as it was left, and a row that was removed can still be had back.
    const QDate today = now().date();
    if (m_drawn != m_filing->dossier() || m_drawnOn != today || m_form->draft() != m_filing->form()) {
        m_form->setForm(m_filing->procedure().checker, m_filing->form(), today);
        m_drawn = m_filing->dossier();
        m_drawnOn = today;
    }
    m_window->show(m_form);
    draw();
}

void VisitDesk::showPapers()
{
    m_papers->setGuide(guideWords(m_filing->procedure().guidance, GuideStep::Papers));
    m_papers->setPapers(m_filing->procedure(), m_filing->papers(), m_filing->filed(), now().date());
    QMap<QString, QString> seenFor;
    for (const SharedPaper &paper : m_filing->carried()) {
        seenFor.insert(paper.paper, m_known.value(paper.seenFor).name);
    }
    m_papers->setCarried(seenFor);
    m_papers->setFeeFollows(isFeeDue());
    m_paperDesk->draw();
    m_window->show(m_papers);
    draw();
}

void VisitDesk::showAccept()
{
    lookBeside();
    m_window->show(m_accept);
    draw();
}

void VisitDesk::draw()
{
    if (!isOwn(m_window->page())) {
        return; // behind the lock or the list: it is drawn when it is shown
    }
    if (!isServing()) {
        const VisitStep step = shownStep();
        const bool isBefore = step == VisitStep::Person || step == VisitStep::Procedure;
        m_window->setSteps(isBefore ? visitSteps(std::nullopt, step) : QList<StepMark>());
        m_window->setVisit(isBefore ? m_ahead->facts() : VisitFacts());
        return;
    }
    const AcceptFacts known = facts();
    VisitFacts shown = visitFacts(known);
    remember(known, shown.missing);
    addTurn(shown, known.due);
    if (const std::optional<Dossier> &accepted = m_filing->accepted()) {
        shown.isAccepted = true;
        shown.missing.clear();
        shown.promise = shownPromise(vietnamTime(accepted->dueAtMs()), known.now);
        shown.promiseNote.clear();
        m_window->setVisit(shown);
        m_window->setSteps(finishedSteps());
        return;
    }
    m_window->setVisit(shown);
    if (m_window->page() == m_fee) {
        m_fee->setFacts(feeFacts());
    } else if (m_window->page() == m_papers) {
        m_papers->setDeclaration(known.declaration);
    } else if (m_window->page() == m_form) {
        m_glance->setPapers(known.procedure, known.papers, known.form, now().date(), m_window->keys().shown(KeyAct::Step, static_cast<int>(VisitStep::Papers) + 1));
    }
    m_window->setSteps(visitSteps(known, shownStep()));
    m_accept->setSummary(acceptSummary(known));
    m_citizen->follow();
}

QTime VisitDesk::mark() const
{
    return isServing() && m_filing->step() == FileDossier::Step::Filling ? m_filing->procedure().limit.cutOff : QTime();
}

} // namespace motcua
