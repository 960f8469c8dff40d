// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Await.h"
#include "app/workflows/FileDossier.h"
#include "models/base/VietnamTime.h"
#include "models/form/OfferedAnswers.h"

#include <algorithm>

// FileDossier about who is here: what was seen of their card, and what they have here already.
namespace motcua {

namespace {

constexpr qsizetype ShortestNumber = 9; // digits, of an identity card of before
constexpr int SimilarDays = 30;

} // namespace

void FileDossier::showCard(const std::optional<CardSeen> &card)
{
    if (m_step != Step::Filling || card == m_card) {
        return;
    }
    m_card = card;
    keepDraft();
    Q_EMIT changed();
}

/** A card is one person's: with another number, document or name another person stands there. */
void FileDossier::forgetCardOfAnother(const FormDraft &before)
{
    if (!m_card || !m_card->isOfOnePerson()) {
        return;
    }
    for (const QString &part : {QStringLiteral(".number"), QStringLiteral(".document"), QStringLiteral(".name")}) {
        const QString path = m_procedure->roles().value(m_card->person + part);
        const Field *field = m_procedure->form().field(path);
        const FieldValue was = before.value(path);
        if (field && was.isGiven() && !was.isBlank() && !saysTheSame(*field, was, m_form.value(path))) {
            m_card.reset();
            return;
        }
    }
}

// Whoever comes a second time for the same may not know that it is on its way; the officer should, before it is taken twice.
void FileDossier::lookForSimilar()
{
    const QString number = m_form.text(m_procedure->roles().value(QStringLiteral("applicant.number")));
    const QString asked = m_procedure->code + u' ' + number;
    if (asked == m_similarTo) {
        return;
    }
    m_similarTo = asked;
    m_similar.clear();
    if (number.size() < ShortestNumber) {
        return;
    }
    const storage::SimilarDossiers wanted{
        .procedure = m_procedure->code, .personalNumber = number, .since = vietnamTime(QDateTime::currentMSecsSinceEpoch()).addDays(-SimilarDays).toMSecsSinceEpoch()};
    await(this, m_place.store.ask(wanted), [this, asked](const Result<QList<storage::DossierSummary>> &found) {
        if (!found || asked != m_similarTo || m_step != Step::Filling) {
            return;
        }
        for (const storage::DossierSummary &one : *found) {
            const QList<VisitDossier> &beside = m_turn.dossiers();
            const bool isBeside = std::any_of(beside.cbegin(), beside.cend(), [&one](const VisitDossier &each) { return each.id == one.id; });
            if (one.id != m_id && !isBeside) {
                m_similar.append(one);
            }
        }
        if (!m_similar.isEmpty()) {
            Q_EMIT similarFound();
            Q_EMIT changed();
        }
    });
}

} // namespace motcua
