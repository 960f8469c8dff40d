// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/VisitDesk.h"

#include "app/workflows/DraftPages.h"
#include "app/workflows/SignOnScreen.h"
#include "app/workflows/SlipDesk.h"
#include "models/base/VietnamTime.h"
#include "models/form/FieldPath.h"
#include "ui/dossier/StepWords.h"
#include "ui/form/FormPage.h"
#include "ui/messages/SignatureWords.h"
#include "ui/shell/ShownTime.h"
#include "ui/visit/AcceptPage.h"
#include "ui/visit/AcceptedPage.h"
#include "ui/visit/CardDesk.h"
#include "ui/visit/CopyWords.h"
#include "ui/visit/PaperDesk.h"
#include "ui/visit/SigningDesk.h"

#include <algorithm>
#include <utility>

// VisitDesk where a dossier is accepted, with those beside it, and where another one begins with the same answers.
namespace motcua {

namespace {

QDateTime now()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch());
}

bool makeCopies(const QList<storage::Draft> &drafts)
{
    return std::any_of(drafts.cbegin(), drafts.cend(), [](const storage::Draft &draft) {
        const Result<PaperSet> papers = papersOf(draft);
        return papers && makesCopies(*papers);
    });
}

} // namespace

void VisitDesk::accept(bool duplicates)
{
    m_duplicates = false;
    if (m_filing->isTakingIn()) {
        m_accept->setBusy(false);
        m_window->tell({Notice::Kind::Told, tr("A file is still being taken in. Nothing was accepted yet. Press again in a moment."), {}});
        return;
    }
    if (m_paperDesk->isBusy()) {
        m_accept->setBusy(false);
        m_window->tell({Notice::Kind::Told, tr("Pages are still being scanned. Nothing was accepted yet. Press again when the stack is done."), {}});
        return;
    }
    if (m_paperDesk->onScreen()->isBusy()) {
        m_accept->setBusy(false);
        m_window->tell({Notice::Kind::Told, tr("The signature is still being put onto the declaration. Nothing was accepted yet. Press again in a moment."), {}});
        return;
    }
    // What a chip said goes with its verdict, and with it goes what a false one had filled in.
    if (m_cards->isReading()) {
        m_accept->setBusy(false);
        m_window->tell({Notice::Kind::Told,
            tr("The card is still being read. Nothing was accepted yet. Press again when it has been read, or take it off the reader to accept without its verdict."), {}});
        return;
    }
    // Of the same visit, nobody else says that it is a second time: dossiers that were begun side by side are no likely mistake.
    if (m_filing->dossier() == m_copy.id && m_filing->filed() == m_copy.answers) {
        const QString code = std::exchange(m_copy, {}).code;
        m_accept->setBusy(false);
        m_window->tell({Notice::Kind::Warning,
            tr("This form says exactly what %1 says, which was accepted before it. Nothing was accepted yet. Change what differs, or press again to accept it all the same.").arg(code), {}});
        return;
    }
    // Asked last: whoever types a PIN wants it to be the end of it.
    if (m_paperDesk->signing()->asks() && (makesCopies(m_filing->papers()) || makeCopies(m_beside))) {
        m_accept->setBusy(false);
        m_paperDesk->signing()->ask([this, duplicates] {
            m_window->show(m_accept);
            draw();
            m_accept->setBusy(true);
            accept(duplicates);
        });
        draw();
        return;
    }
    m_duplicates = duplicates;
    m_filing->accept(m_filing->payment().state(due(m_filing->fee())) == Payment::State::Enough, m_beside);
}

void VisitDesk::joinAcceptance()
{
    FileDossier *filing = m_filing.get();
    connect(filing, &FileDossier::besideAccepted, this, [this](const Dossier &dossier) {
        m_acceptedBeside.append(dossier.code + QStringLiteral(" · ") + dossier.procedureName());
        learn(dossier.id, dossier.procedureName(), m_known.value(dossier.id).fee, QStringLiteral("✔ ") + dossier.code);
        ++m_used[dossier.procedureCode()];
        Q_EMIT filed(dossier.id);
    });
    connect(filing, &FileDossier::besideWanting, this, [this](const QList<Id> &drafts) {
        QStringList names;
        for (const Id &draft : drafts) {
            names.append(m_known.value(draft).name);
        }
        m_duplicates = false;
        m_accept->setBusy(false);
        showAccept(); // with what is complete now
        m_window->tell({Notice::Kind::Warning,
            tr("Nothing was accepted yet: something is missing by now in %1. Press again to accept the others without it, or complete it first.").arg(names.join(QStringLiteral(", "))), {}});
    });
    connect(filing, &FileDossier::copiesUnsigned, this, [this](int copies, const Error &error) {
        m_window->tell({Notice::Kind::Warning,
            tr("%n electronic copy(ies) could not be signed. The dossier is accepted all the same, and the copies are kept.", nullptr, copies) + u' ' + signingFailure(error), {}});
    });
    connect(filing, &FileDossier::dossierAccepted, this, [this](const Dossier &dossier) {
        ++m_used[dossier.procedureCode()];
        AcceptedFacts facts;
        facts.code = dossier.code;
        facts.person = dossier.role(QStringLiteral("applicant.name")).text;
        facts.procedure = dossier.procedureName();
        facts.promise = shownPromise(vietnamTime(dossier.dueAtMs()), vietnamTime(QDateTime::currentMSecsSinceEpoch()));
        facts.fee = due(m_filing->fee()).toString();
        facts.beside = std::exchange(m_acceptedBeside, {});
        facts.copies = copyLines(dossier);
        m_accepted->setFacts(facts);
        m_accepted->setFormsLeft(false);
        m_accepted->setSlip(AcceptedPage::Slip::Making);
        m_window->show(m_accepted);
        Q_EMIT filed(dossier.id);
        if (std::exchange(m_duplicates, false)) {
            // After everybody heard of the acceptance: the next one takes its place.
            QTimer::singleShot(0, m_filing.get(), [this, code = dossier.code] { duplicate(code); });
        }
    });
}

namespace {

const QString OwnRoles = QStringLiteral("own."); // roles of what no other of the same birth has

/** `answers` without what is one's own, where the form says what that is; of several who stood in one form only the first has a row here. */
FormDraft withoutOwn(const FormDraft &answers, const QMap<QString, QString> &roles)
{
    FormDraft shared = answers;
    for (auto role = roles.cbegin(); role != roles.cend(); ++role) {
        if (!role.key().startsWith(OwnRoles)) {
            continue;
        }
        const QString section = FieldPath::parse(role.value()).section;
        for (int row = section.isEmpty() ? 0 : rowsIn(shared, section); row > 1; --row) {
            shared = withoutRow(shared, section, row);
        }
        shared.set(role.value(), {});
    }
    return shared;
}

} // namespace

// Answers of one form serve the next; what was signed, paid and settled for one does not.
void VisitDesk::duplicate(const QString &code)
{
    if (!isServing() || m_filing->step() != FileDossier::Step::Accepted) {
        return; // the officer was quicker
    }
    const FormDraft answers = m_filing->form();
    const QString procedure = m_filing->procedure().code;
    if (const Result<> chosen = m_filing->choose(procedure); !chosen) {
        return; // the acceptance is told on the page, and a new form can be begun there
    }
    const QMap<QString, QString> &roles = m_filing->procedure().roles();
    m_filing->setForm(withoutOwn(answers, roles));
    m_copy = {m_filing->dossier(), m_filing->filed(), code};
    const QString own = roles.value(OwnRoles + QStringLiteral("name"));
    forgetOwnPapers(own.section(u'[', 0, 0));
    showForm();
    if (!own.isEmpty()) {
        (void)m_form->focusField(own);
        m_window->tell({Notice::Kind::Done, tr("%1 was accepted; its slip follows. Everything but what is their own stands in this form: fill that in.").arg(code), {}});
        return;
    }
    m_window->tell({Notice::Kind::Done, tr("%1 was accepted; its slip follows. This is another form with the same answers: change what differs.").arg(code), {}});
}

AcceptFacts VisitDesk::facts() const
{
    AcceptFacts facts;
    facts.procedure = m_filing->procedure();
    facts.form = m_filing->filed();
    facts.papers = m_filing->papers();
    facts.missing = m_filing->missing();
    if (m_filing->printsDeclaration()) {
        facts.declaration = {.isPrintedHere = true, .standing = m_filing->declaration(), .form = m_filing->procedure().form(), .now = now()};
    }
    Judgement judgement = m_filing->judgement();
    facts.warnings = std::move(judgement.warnings);
    facts.unanswered = std::move(judgement.unanswered);
    for (const storage::DossierSummary &one : m_filing->similar()) {
        facts.similar.append(similarWords(one.code, vietnamTime(one.receivedAt).date()));
    }
    if (const Result<Promise> promise = m_filing->promise()) {
        facts.promise = *promise;
    }
    facts.limit = m_filing->limit();
    facts.longer = m_filing->longer();
    facts.fee = m_filing->fee();
    facts.payment = m_filing->payment();
    facts.paidOnline = m_filing->paidOnline();
    facts.due = due(facts.fee);
    for (const storage::Draft &draft : m_beside) {
        facts.beside.append(m_known.value(draft.id).name);
    }
    facts.besideLeft = m_besideLeft;
    facts.envelope = m_filing->envelope();
    facts.paper = m_filing->paperReceipt();
    facts.card = cardOfWhoIsHere();
    facts.now = now();
    facts.printer = m_slips->prints() ? tr("default printer") : QString();
    return facts;
}

// A paper of which there is one for each of them was seen for the first alone.
void VisitDesk::forgetOwnPapers(const QString &section)
{
    for (const RequiredPaper &required : m_filing->procedure().papers) {
        if (!section.isEmpty() && required.perRowOf == section && m_filing->papers().paper(required.id).state != Paper::State::NotSeen) {
            const Paper unseen{.id = required.id, .name = required.name};
            m_filing->look(unseen);
            Q_EMIT paperLookedAt(m_filing->dossier(), unseen);
        }
    }
}

void VisitDesk::receiveAgain(const Dossier &cancelled, const Id &id)
{
    needPages();
    if (!m_filing->receiveAgain(cancelled, id)) {
        return; // it waits among the drafts, and who asked says so
    }
    showProcedures(true);
    m_window->tell({Notice::Kind::Done,
        cancelledWords(cancelled) + u' ' + tr("Choose the right procedure: what was said and seen moves along."), {}});
}

} // namespace motcua
