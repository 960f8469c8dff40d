// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/DossierDesk.h"

#include "app/security/Random.h"
#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/AddFiles.h"
#include "app/workflows/CorrectAnswers.h"
#include "app/workflows/FileDossier.h"
#include "app/workflows/SlipDesk.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/HandOverForm.h"
#include "ui/certification/CertifyPage.h"
#include "ui/certification/RegisterDesk.h"
#include "ui/dossier/CorrectPage.h"
#include "ui/dossier/DossierPapersPage.h"
#include "ui/dossier/NotePage.h"
#include "ui/dossier/StepPage.h"
#include "ui/dossier/StepWords.h"
#include "ui/files/FileChooser.h"
#include "ui/messages/Wording.h"
#include "ui/shell/ErrorNotice.h"
#include "ui/shell/StripQuestion.h"
#include "ui/visit/SigningDesk.h"
#include "ui/worklist/DossierPage.h"
#include "ui/worklist/HistoryLines.h"

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

QDateTime now()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch());
}

/** What the counter itself does next: the one step that is its own and needs nobody beside. */
int mainStep(const QList<NextStep> &offered)
{
    const auto isOurs = [](const NextStep &next) {
        return !next.needsApprover && !next.hindrance()
            && (next.step.actors.contains(StatusStep::Actor::Receptionist) || next.step.actors.contains(StatusStep::Actor::Cashier));
    };
    const auto first = std::find_if(offered.cbegin(), offered.cend(), isOurs);
    const bool isOnly = first != offered.cend() && std::none_of(std::next(first), offered.cend(), isOurs);
    return isOnly ? static_cast<int>(first - offered.cbegin()) : -1;
}

} // namespace

DossierDesk::DossierDesk(MainWindow *window, SlipDesk *slips, SignIn *door, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_slips(slips)
    , m_door(door)
    , m_questions(new StripQuestion(window, this))
{
    joinSlips();
    m_register = new RegisterDesk(window, this);
    m_signing = new SigningDesk(window, this);
}

DossierDesk::~DossierDesk() = default;

void DossierDesk::needPages()
{
    if (m_page) {
        return;
    }
    m_page = new DossierPage(m_window);
    m_stepPage = new StepPage(m_window);
    m_notePage = new NotePage(m_window);
    for (Page *page : std::initializer_list<Page *>{m_page, m_stepPage, m_notePage}) {
        page->hide(); // until it is first shown it must not lie in the corner of the window
    }
    connect(m_page, &DossierPage::stepChosen, this, &DossierDesk::beginStep);
    connect(m_page, &DossierPage::printAsked, this, [this] { printAgain(SlipKind::Receipt); });
    connect(m_page, &DossierPage::slipAsked, this, [this](int index) { printAgain(issuedSlips().at(index)); });
    connect(m_page, &DossierPage::conflictAsked, this, [this] { Q_EMIT conflictAsked(m_dossier->id); });
    connect(m_page, &DossierPage::noteAsked, this, [this] {
        m_done = false;
        m_notePage->begin(m_page->heading());
        m_window->show(m_notePage);
    });
    connect(m_notePage, &NotePage::written, this, [this](const QString &text) {
        m_done ? read(m_dossier->id, Opens::Page, {}) : m_steps->note(m_dossier->id, text, m_visit);
    });
    connect(m_stepPage, &StepPage::decided, this, &DossierDesk::decide);
    connect(m_page, &DossierPage::filesAsked, this, &DossierDesk::showPapers);
    joinFiles();
    joinCorrections();
    joinCertifications();
}

bool DossierDesk::takePostNumber(const QString &text)
{
    return m_stepPage && m_window->page() == m_stepPage && m_stepPage->takeTracking(text);
}

void DossierDesk::begin(const SignedInPerson &person)
{
    end();
    m_person = person;
    m_steps = std::make_unique<TakeStep>(person.place, m_slips);
    beginFiles();
    beginCorrections();
    beginCertifications();
    connect(m_steps.get(), &TakeStep::taken, this, [this](const Dossier &dossier, const StatusStep &step) {
        Q_EMIT stepTaken(dossier, step.event);
        if (const Id again = step.event == event::CancelAcceptance ? std::exchange(m_again, {}) : Id(); !again.isNull()) {
            goOnAgain(dossier, again);
            return;
        }
        refresh(dossier.id, {Notice::Kind::Done, tr("Recorded: %1.").arg(stepTitle(step.event)), {}});
    });
    connect(m_steps.get(), &TakeStep::noted, this, [this](const Id &dossier) { refresh(dossier, {Notice::Kind::Done, tr("The note is kept."), {}}); });
    connect(m_steps.get(), &TakeStep::refused, this, [this](const Error &error) {
        if (const Id again = std::exchange(m_again, {}); !again.isNull()) {
            (void)m_person->place.store.dropDraft(again);
        }
        m_stepPage->setRefused();
        m_notePage->setBusy(false);
        m_window->tell(notice(error));
    });
}

void DossierDesk::end()
{
    if (!m_again.isNull() && m_steps && !m_steps->isBusy()) {
        (void)m_person->place.store.dropDraft(m_again); // nothing was cancelled for it
    }
    m_steps.reset();
    m_files.reset();
    m_corrections.reset();
    m_certify.reset();
    m_register->end();
    m_signing->end();
    m_certified.reset();
    m_begun.clear();
    m_corrected = {};
    m_onlyCorrects = false;
    if (m_correctPage) {
        m_correctPage->forget();
        m_certifyPage->forget();
    }
    m_person.reset();
    m_visit = {};
    m_slipsOf = {};
    m_dossier.reset();
    m_offered.clear();
    m_step.reset();
    m_again = {};
    ++m_round;
    m_done = false;
}

void DossierDesk::hide()
{
    if (m_stepPage) {
        m_stepPage->setRefused();
        m_correctPage->setRefused();
        m_certifyPage->setRefused();
    }
}

// Something was done to the dossier: whoever is still with it sees it as it is now, and nobody who went on is called back.
void DossierDesk::refresh(const Id &dossier, const Notice &told)
{
    if (isOnScreen(dossier)) {
        read(dossier, Opens::No, told);
        return;
    }
    m_done = m_done || (m_dossier && m_dossier->id == dossier); // whoever comes back to it does not do it again
    m_stepPage->setRefused();
    if (!m_corrections->isBusy()) {
        m_correctPage->setRefused();
    }
    m_certifyPage->setRefused();
    m_notePage->setBusy(false);
    if (!told.text.isEmpty() && !m_window->isLocked()) {
        m_window->tell(told);
    }
}

/** And not another one, which was opened meanwhile. */
bool DossierDesk::isOnScreen(const Id &dossier) const
{
    return isOwn(m_window->page()) && m_dossier && m_dossier->id == dossier;
}

void DossierDesk::read(const Id &dossier, Opens opens, const Notice &told)
{
    needPages();
    const storage::Store &store = m_person->place.store;
    await(m_steps.get(), store.ask(storage::StaffList{}), [this, dossier, opens, told](const Result<QList<StaffMember>> &staff) {
        const QList<StaffMember> members = staff ? *staff : QList<StaffMember>();
        await(m_steps.get(), m_person->place.store.ask(storage::DossierPage{.id = dossier}),
            [this, dossier, members, opens, told](const Result<storage::DossierPage::Answer> &page) {
                if (opens == Opens::No && !isOnScreen(dossier)) {
                    refresh(dossier, told); // they went on meanwhile
                    return;
                }
                if (!page || !*page) {
                    m_window->tell(notice(page ? Error{ErrorCode::NotFound, {}} : page.error()));
                    return;
                }
                ++m_round;
                hold(**page, members);
                draw(opens, told);
            });
    });
}

void DossierDesk::hold(const storage::DossierPage::Page &page, const QList<StaffMember> &members)
{
    QMap<Id, QString> names;
    for (const StaffMember &member : members) {
        names.insert(member.id(), member.name());
    }
    if (!m_corrected.isNull() && m_corrected != page.dossier.id) {
        keepCorrection();
    }
    m_dossier = page.dossier;
    const CorrectAnswers::Leave leave = CorrectAnswers::leave(m_person->place, *m_dossier, members);
    m_mayCorrect = leave != CorrectAnswers::Leave::No;
    m_besideCorrects = leave == CorrectAnswers::Leave::Beside;
    m_page->setCorrectable(m_mayCorrect);
    m_page->setCertifiable(CertifyCopies::mayEnter(m_person->place, *m_dossier, members));
    m_besideVoids = !CertifyCopies::mayVoidAlone(m_person->place, members);
    m_page->setInConflict(m_dossier->hasConflict());
    m_offered = TakeStep::offered(m_person->place, *m_dossier, members);
    const std::optional<Procedure> edition = procedure();
    DossierSheet sheet = dossierSheet(*m_dossier, edition ? &edition->form() : nullptr, now());
    sheet.history = historyLines(page.history, names, edition ? &edition->form() : nullptr);
    m_page->setSheet(sheet);
    learnReplacement(sheet);
    m_takesUp = mayTakeUp(members);
    QStringList steps;
    if (m_takesUp) {
        steps.append(tr("Look through and receive"));
    }
    for (const NextStep &next : std::as_const(m_offered)) {
        steps.append(stepTitle(next.step.event));
    }
    QStringList slips;
    for (const SlipKind kind : issuedSlips()) {
        slips.append(tr("Print again: %1").arg(slipName(slipKindName(kind))));
    }
    m_page->setNext(steps, m_takesUp ? 0 : mainStep(m_offered), slips);
    m_papersPage->setPapers(m_page->heading(), dossierPapers(*m_dossier));
}

// The code of what was received in place of one that was a mistake: its entry names only the dossier.
void DossierDesk::learnReplacement(const DossierSheet &sheet)
{
    const auto cancelled = std::find_if(m_dossier->events.cbegin(), m_dossier->events.cend(),
        [](const DossierEvent &one) { return one.event == event::CancelAcceptance && one.what.contains(u"replacedBy"); });
    if (cancelled == m_dossier->events.cend()) {
        return;
    }
    const Id other = Id::fromString(cancelled->what.value(u"replacedBy").toString());
    await(m_steps.get(), m_person->place.store.ask(storage::DossierById{other}), [this, sheet, round = m_round](const Result<std::optional<Dossier>> &found) {
        if (round == m_round && found && *found && !(*found)->code.isEmpty()) {
            DossierSheet whole = sheet;
            whole.warnings.append(tr("The papers were received again as %1.").arg((*found)->code));
            m_page->setSheet(whole);
        }
    });
}

void DossierDesk::draw(Opens opens, const Notice &told)
{
    if (opens == Opens::Correction && m_mayCorrect) {
        Q_EMIT opening();
        beginCorrection();
        m_onlyCorrects = m_window->page() == m_correctPage;
        return;
    }
    if (m_window->page() != m_page && m_window->page() != m_papersPage) {
        Q_EMIT opening();
        m_window->show(m_page);
    }
    if (!told.text.isEmpty()) {
        m_window->tell(told);
    } else if (opens == Opens::Correction) {
        tellWhyNot();
    }
}

std::optional<Procedure> DossierDesk::procedure() const
{
    const Result<Procedure> edition = m_person->place.law.catalogue.edition(m_dossier->procedureCode(), m_dossier->edition());
    return edition ? std::optional(*edition) : std::nullopt;
}

/** Besides the receipt, which has a key of its own. */
QList<SlipKind> DossierDesk::issuedSlips() const
{
    QList<SlipKind> kinds;
    const StatusTable &table = m_person->place.store.rules().table;
    for (const DossierLine &line : m_dossier->slips) {
        const std::optional<SlipKind> kind = table.slipKind(line.what.value(u"slip").toString());
        if (kind && *kind != SlipKind::Receipt && m_slips->canIssue(*kind) && !kinds.contains(*kind)) {
            kinds.append(*kind);
        }
    }
    return kinds;
}

void DossierDesk::beginStep(int index)
{
    if (m_takesUp && index == 0) {
        takeUp();
        return;
    }
    m_step = m_offered.at(m_takesUp ? index - 1 : index);
    ++m_round;
    m_done = false;
    const std::optional<Procedure> edition = procedure();
    StepSheet sheet = stepSheet(*m_step, *m_dossier, edition ? &*edition : nullptr, m_steps->slipsOf(m_step->step), m_slips->prints(), now());
    sheet.handOver = m_person->place.law.catalogue.form(handover::Form);
    const QList<SlipKind> ifLost = m_steps->slipsOf(m_step->step, LostSlip{LostSlip::Signs::Sheet});
    sheet.hasLostSheet = ifLost.size() > m_steps->slipsOf(m_step->step).size();
    sheet.followsLost = sheet.hasLostSheet ? stepFollows(*m_step, ifLost, m_slips->prints(), now()) : QStringList();
    m_stepPage->setSheet(sheet, now().date());
    m_window->show(m_stepPage);
}

void DossierDesk::decide()
{
    if (m_done) {
        read(m_dossier->id, Opens::Page, {});
        return;
    }
    m_step->step.event == event::CancelAcceptance ? askWhetherAgain() : settle();
}

// Asked before it is written: the entry that cancels one dossier names the other.
void DossierDesk::askWhetherAgain()
{
    const auto go = [this, round = m_round](const Id &again) {
        if (round == m_round && m_window->page() == m_stepPage) {
            m_again = again;
            settle();
        }
    };
    m_questions->ask(tr("Are the papers received again at once, with another procedure?"),
        {{tr("Yes, choose it next"), [go] { go(security::random::id(QDateTime::currentMSecsSinceEpoch())); }}, {tr("No, only cancel"), [go] { go({}); }}});
}

void DossierDesk::settle()
{
    const StepAnswer answer = m_stepPage->answer();
    m_stepPage->setBusy(true);
    if (!m_step->needsApprover) {
        take(*m_step, answer, {});
        return;
    }
    await(m_steps.get(), m_door->vouch(*m_person, answer.approver, answer.password), [this, answer, next = *m_step, round = m_round](const Result<Id> &approver) {
        if (round != m_round || m_window->page() != m_stepPage) {
            m_stepPage->setRefused();
            return; // the officer left the step meanwhile: then it is not taken, and no other one is
        }
        if (!approver) {
            m_stepPage->setRefused();
            m_window->tell(vouchNotice(approver.error()));
            return;
        }
        take(next, answer, *approver);
    });
}

void DossierDesk::take(const NextStep &next, const StepAnswer &answer, const Id &approver)
{
    m_slipsOf = m_dossier->id;
    StepDossier said = answer.said;
    said.event = next.step.event;
    std::optional<TakeFee> fee;
    if (answer.paidBy) {
        fee = TakeFee{.amount = feeDue(*m_dossier), .means = meansName(*answer.paidBy), .series = {}, .number = {}, .text = {}};
    }
    if (next.step.event == event::CancelAcceptance && !m_again.isNull() && !m_steps->isBusy()) {
        keepForAgain([this, step = next.step, said, fee, approver] { m_steps->take(*m_dossier, step, said, fee, approver, m_visit, m_again); });
    } else {
        m_steps->take(*m_dossier, next.step, said, fee, approver, m_visit);
    }
}

// Before the entry that names it: whoever signs out or loses power between the two finds it among the drafts.
void DossierDesk::keepForAgain(const std::function<void()> &then)
{
    const storage::Store &store = m_person->place.store;
    const storage::Draft draft = FileDossier::draftAgain(m_person->place, *m_dossier, m_again, m_visit);
    await(m_steps.get(), store.keepDraft(draft), [this, then, again = m_again, round = m_round](const Result<> &kept) {
        if (kept && again == m_again && round == m_round && m_window->page() == m_stepPage) {
            then();
            return;
        }
        m_stepPage->setRefused(); // the officer left it meanwhile, or the disk took nothing: then nothing is cancelled
        (void)m_person->place.store.dropDraft(again);
        if (!kept) {
            m_window->tell(notice(kept.error()));
        }
    });
}

void DossierDesk::goOnAgain(const Dossier &cancelled, const Id &again)
{
    const bool stayed = isOnScreen(cancelled.id);
    if (stayed) {
        m_stepPage->setRefused(); // it is not waited for any more
        Q_EMIT againWanted(cancelled, again);
    }
    // Who went on is not called back, and where no form can be opened now the dossier is seen as it is.
    if (!stayed || isOnScreen(cancelled.id)) {
        refresh(cancelled.id, {Notice::Kind::Warning, cancelledWords(cancelled) + u' ' + tr("What was said and seen waits under \"My drafts\", to be received again."), {}});
    }
}

void DossierDesk::printAgain(SlipKind kind)
{
    m_slipsOf = m_dossier->id;
    m_steps->printAgain(*m_dossier, kind);
}

void DossierDesk::joinSlips()
{
    const auto isShown = [this](const Id &dossier) { return m_dossier && m_dossier->id == dossier && m_page && m_window->page() == m_page; };
    connect(m_slips, &SlipDesk::issued, this, [this, isShown](const IssuedSlip &slip) {
        if (m_dossier && m_dossier->id == slip.dossier.id) {
            m_dossier = slip.dossier; // what the next step is taken from; a sheet changes nothing the officer has seen
            renewFacts();
        }
        if (!isShown(slip.dossier.id)) {
            return;
        }
        // With the new sheet in its history, and as what the next step is taken from.
        refresh(slip.dossier.id, m_slips->prints() || m_slipsOf != slip.dossier.id ? Notice() : Notice{Notice::Kind::Done, tr("The slip is kept with the dossier; there is no printer here."), {}});
    });
    connect(m_slips, &SlipDesk::handed, this, [this, isShown](const Id &dossier) {
        if (isShown(dossier) && m_slipsOf == dossier) {
            m_window->tell({Notice::Kind::Done, tr("The slip was sent to the printer."), {}});
        }
    });
}

bool DossierDesk::isOwn(const Page *page) const
{
    return page && (page == m_page || page == m_stepPage || page == m_notePage || page == m_papersPage || page == m_correctPage || page == m_certifyPage || m_register->isOwn(page) || m_signing->isOwn(page) || (m_chooser && m_chooser->isOwn(page)));
}

bool DossierDesk::goBack(const Page *page)
{
    if (page == m_page || !m_dossier) {
        return false;
    }
    const bool left = page == m_correctPage;
    if (left && m_onlyCorrects && !m_done) {
        ++m_round;
        tellKept();
        return false;
    }
    if (m_register->isOwn(page) || m_signing->isOwn(page)) {
        m_window->show(m_certifyPage);
        return true;
    }
    if (m_chooser->isOwn(page)) {
        m_window->show(m_papersPage);
        return true;
    }
    ++m_round;
    if (m_done) {
        read(m_dossier->id, Opens::Page, {}); // as it is now
    }
    m_window->show(m_page);
    if (left) {
        tellKept();
    }
    return true;
}

} // namespace motcua
