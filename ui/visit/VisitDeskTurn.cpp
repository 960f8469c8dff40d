// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/VisitDesk.h"

#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/SignOnScreen.h"
#include "models/base/VietnamTime.h"
#include "models/form/OfferedAnswers.h"
#include "models/form/Provenance.h"
#include "ui/citizen/CitizenReview.h"
#include "ui/form/FormPage.h"
#include "ui/messages/FormWords.h"
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/ShownTime.h"
#include "ui/visit/AcceptPage.h"
#include "ui/visit/CardDesk.h"
#include "ui/visit/FeePage.h"
#include "ui/visit/PaperDesk.h"
#include "ui/visit/PapersPage.h"
#include "ui/visit/SigningDesk.h"
#include "ui/visit/TransferBox.h"

#include <algorithm>

// VisitDesk between the dossiers of one visit: its panel, its one payment, and what a card says of who is here.
namespace motcua {

void VisitDesk::setTurn(const Visit &turn)
{
    if (!m_filing) {
        return;
    }
    if (turn.id() != m_filing->turn().id()) {
        m_known.clear();
        m_payment = {};
        if (turn.id() != m_cardVisit) {
            m_cards->forget(); // whose card it was has left
        }
        m_paperDesk->signing()->forgetPin();
    }
    if (turn.envelope().has_value() != m_filing->turn().envelope().has_value()) {
        m_known.clear(); // what came by post may cost otherwise
    }
    m_filing->setTurn(turn);
    learnTurn();
    redraw();
}

bool VisitDesk::isOfTurn(const Id &dossier) const
{
    const QList<VisitDossier> &all = m_filing->turn().dossiers();
    return std::any_of(all.cbegin(), all.cend(), [&dossier](const VisitDossier &one) { return one.id == dossier; });
}

// After a crash, or when another officer began them: what is not on the screen is looked up once.
void VisitDesk::learnTurn()
{
    for (const VisitDossier &one : m_filing->turn().dossiers()) {
        if (m_known.contains(one.id) || one.id == m_filing->dossier()) {
            continue;
        }
        learn(one.id, one.procedure, {}, {});
        if (one.state == VisitDossier::State::UnderWay) {
            await(m_filing.get(), m_place->store.ask(storage::DraftById{one.id}), [this, id = one.id](const Result<std::optional<storage::Draft>> &draft) {
                const Result<Assessment> fee = draft && *draft ? FileDossier::assessed(*m_place, **draft, m_filing->turn()) : Error{ErrorCode::NotFound, {}};
                const Result<Procedure> procedure
                    = fee ? m_place->law.catalogue.edition((*draft)->procedure, (*draft)->edition) : Error{ErrorCode::NotFound, {}};
                if (fee && procedure && m_filing->dossier() != id) {
                    learn(id, Language::label(procedure->name, procedure->nameEn), *fee, tr("begun"));
                    redraw();
                }
            });
        } else {
            await(m_filing.get(), m_place->store.ask(storage::DossierById{one.id}), [this, id = one.id](const Result<std::optional<Dossier>> &dossier) {
                if (dossier && *dossier) {
                    const Result<Assessment> fee = Assessment::fromJson((*dossier)->acceptance.value(u"fee").toObject());
                    learn(id, (*dossier)->procedureName(), fee ? *fee : Assessment(), QStringLiteral("✔ ") + (*dossier)->code);
                    redraw();
                }
            });
        }
    }
}

void VisitDesk::learnUse()
{
    m_used.clear();
    const QDate today = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
    await(m_filing.get(), m_place->store.ask(storage::Figures{.first = today, .last = today}), [this](const Result<QList<storage::Figures::Row>> &rows) {
        for (const storage::Figures::Row &row : rows ? *rows : QList<storage::Figures::Row>()) {
            if (row.unit == m_place->unit.organisationCode && row.desk == m_place->unit.deskNumber) {
                m_used[row.procedure] += static_cast<int>(row.dossiers);
            }
        }
    });
}

// One review, one payment, one acceptance: what is complete of the other dossiers goes with the one on the screen.
void VisitDesk::lookBeside()
{
    const int round = ++m_besideRound;
    m_beside.clear();
    m_besideLeft.clear();
    m_acceptedBeside.clear();
    for (const VisitDossier &one : isOfTurn(m_filing->dossier()) ? m_filing->turn().dossiers() : QList<VisitDossier>()) {
        if (one.id == m_filing->dossier() || one.state != VisitDossier::State::UnderWay) {
            continue;
        }
        await(m_filing.get(), m_place->store.ask(storage::DraftById{one.id}),
            [this, round, id = one.id, own = m_filing->dossier()](const Result<std::optional<storage::Draft>> &draft) {
                if (round != m_besideRound || m_filing->dossier() != own || m_filing->step() != FileDossier::Step::Filling) {
                    return; // another one is on the screen by now
                }
                const std::optional<storage::Draft> newest = m_filing->drafts().newest(id);
                const std::optional<storage::Draft> known = newest ? newest : draft ? *draft : std::nullopt;
                // What a chip had filled in before it was refused goes when its form is opened: until then it is not accepted.
                const bool isOfRefused = known && m_cards->isRefused() && known->form.contains(provenanceName(Provenance::ChipRead).toUtf8());
                if (known && !isOfRefused && FileDossier::intakeOf(*m_place, *known, m_filing->turn())) {
                    m_beside.append(*known);
                } else {
                    m_besideLeft.append(m_known.value(id).name);
                }
                draw();
            });
    }
}

void VisitDesk::learn(const Id &dossier, const QString &name, const Assessment &fee, const QString &state)
{
    m_known.insert(dossier, {name, fee, state});
}

void VisitDesk::remember(const AcceptFacts &facts, const QString &missing)
{
    const std::optional<Dossier> &accepted = m_filing->accepted();
    learn(m_filing->dossier(), Language::label(facts.procedure.name, facts.procedure.nameEn), facts.fee,
        accepted ? QStringLiteral("✔ ") + accepted->code : missing);
}

void VisitDesk::addTurn(VisitFacts &shown, Money due) const
{
    if (!isOfTurn(m_filing->dossier()) || m_filing->turn().dossiers().size() < 2) {
        return;
    }
    int number = 0;
    for (const VisitDossier &one : m_filing->turn().dossiers()) {
        const Known known = m_known.value(one.id);
        shown.dossiers.append({++number, known.name, known.state.isEmpty() ? QStringLiteral("—") : known.state, one.id == m_filing->dossier()});
    }
    shown.visitFee = due.toString();
}

namespace {

/** What was turned away costs nothing, and a result that was handed over was paid for with it. */
bool isPaidHere(const VisitDossier &dossier)
{
    return dossier.state == VisitDossier::State::UnderWay || dossier.state == VisitDossier::State::Filed;
}

} // namespace

Money VisitDesk::due(const Assessment &own) const
{
    Money sum = DossierFee{{}, own, m_filing->paidOnline()}.due();
    for (const VisitDossier &one : isOfTurn(m_filing->dossier()) ? m_filing->turn().dossiers() : QList<VisitDossier>()) {
        if (one.id != m_filing->dossier() && isPaidHere(one)) {
            sum = sum + m_known.value(one.id).fee.total();
        }
    }
    return sum;
}

FeeFacts VisitDesk::feeFacts() const
{
    FeeFacts facts;
    const bool isOfTurn = this->isOfTurn(m_filing->dossier());
    facts.ticket = isOfTurn ? m_filing->turn().ticket() : QString();
    for (const VisitDossier &one : isOfTurn ? m_filing->turn().dossiers() : QList<VisitDossier>()) {
        if (one.id != m_filing->dossier() && isPaidHere(one)) {
            const Known known = m_known.value(one.id);
            facts.dossiers.append({known.name, known.fee});
        } else if (one.id == m_filing->dossier()) {
            facts.dossiers.append({Language::label(m_filing->procedure().name, m_filing->procedure().nameEn), m_filing->fee(), m_filing->paidOnline()});
        }
    }
    if (!isOfTurn) {
        facts.dossiers.append({Language::label(m_filing->procedure().name, m_filing->procedure().nameEn), m_filing->fee(), m_filing->paidOnline()});
    }
    facts.payment = m_filing->payment();
    facts.notes = m_place->law.catalogue.notes();
    facts.account = m_place->unit.account;
    if (facts.account) {
        const Result<Bank> bank = m_place->law.catalogue.bank(facts.account->bin);
        facts.bank = bank ? bank->name : QString();
    }
    facts.purpose = Payment::purpose(facts.ticket, m_filing->visit());
    return facts;
}

// Wrong procedure, midway: nothing is asked twice, and nothing that was said is lost.
void VisitDesk::changeProcedure(const QString &code)
{
    const QString before = m_filing->procedure().code;
    const FormSchema asked = m_filing->procedure().form();
    m_drawn = {};
    const Result<CarriedForm> carried = m_filing->change(code);
    if (!carried) {
        m_window->tell({Notice::Kind::Danger, sentence(carried.error()).textWithCode(), {}});
        return;
    }
    QStringList waiting;
    for (auto it = carried->rest.values().cbegin(); it != carried->rest.values().cend(); ++it) {
        if (asked.field(it.key())) {
            waiting.append(answerName(asked, it.key()));
        }
    }
    QString told = tr("%n answer(s) moved along.", nullptr, carried->moved);
    if (!waiting.isEmpty()) {
        told += u' ' + tr("Not asked here and kept: %1. They stand there again when you change back to %2.").arg(waiting.join(QStringLiteral(", ")), before);
    }
    m_window->tell({Notice::Kind::Done, told, {}});
}

CitizenReview VisitDesk::review() const
{
    const QDateTime now = vietnamTime(QDateTime::currentMSecsSinceEpoch());
    const Procedure &procedure = m_filing->procedure();
    CitizenReview review;
    review.procedure = Language::label(procedure.name, procedure.nameEn);
    review.lines = reviewLines(procedure.checker, m_filing->filed(), now.date());
    if (const Result<Promise> promise = m_filing->promise()) {
        review.promise = shownPromise(promise->dueAt, now);
    }
    review.signs = (m_window->page() == m_papers || m_window->page() == m_accept) && m_paperDesk->onScreen()->canSign();
    const FeeFacts fee = feeFacts();
    review.due = fee.due() > Money{} ? fee.due().toString() : QString();
    if (fee.payment.means == PaymentMeans::VietQr && fee.due() > Money{}) {
        review.payment = transferOrder(fee);
    }
    return review;
}

void VisitDesk::showFee()
{
    m_fee->setFacts(feeFacts());
    m_window->show(m_fee);
    draw();
}

void VisitDesk::beginAgain(const QString &procedure)
{
    if (const Result<> chosen = m_filing->choose(procedure); !chosen) {
        m_window->tell({Notice::Kind::Danger, sentence(chosen.error()).textWithCode(), {}});
    }
}

} // namespace motcua
