// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/CardFacts.h"

#include "ui/messages/CardSentence.h"
#include "ui/messages/IdentityWords.h"

#include <QCoreApplication>

namespace motcua {

namespace {

QString translated(const char *english)
{
    return QCoreApplication::translate("CardFacts", english);
}

/** The issuer of a document is told by its chip's serial and number; what stands on the card in print is enough to compare. */
bool isShown(IdentityPart part)
{
    return part != IdentityPart::ChipSerial;
}

} // namespace

QList<CardLine> cardLines(const Identity &identity, const std::function<QString(const QString &)> &country)
{
    QMap<IdentityPart, QStringList> against;
    const auto said = [&country](IdentityPart part, const IdentityValue &value) {
        const bool isCode = part == IdentityPart::Nationality || part == IdentityPart::DocumentIssuer;
        const QString name = isCode && country ? country(value.text) : QString();
        return name.isEmpty() ? shown(part, value) : name;
    };
    const QList<IdentityContradiction> contradictions = identity.contradictions();
    for (const IdentityContradiction &one : contradictions) {
        const QString other = said(one.part, one.other);
        const QString told = one.other.group == 1 ? translated(QT_TRANSLATE_NOOP("CardFacts", "the zone in the chip says %1")).arg(other)
                                                   : translated(QT_TRANSLATE_NOOP("CardFacts", "another place says %1 (%2)")).arg(other, mark(one.other.source).words);
        against[one.part].append(told);
    }
    QList<CardLine> lines;
    for (const IdentityPart part : identity.parts()) {
        const std::optional<IdentityValue> value = identity.best(part);
        if (!value || !isShown(part) || (value->text.isEmpty() && !against.contains(part))) {
            continue;
        }
        const SourceMark source = mark(value->source);
        lines.append({words(part), said(part, *value), source.shape, source.words, against.value(part).join(QStringLiteral("; "))});
    }
    return lines;
}

QList<CheckLine> checkLines(const CardProof &proof)
{
    QList<CheckLine> lines;
    const CheckOutcome active = proof.outcome(CardCheck::ActiveAuthentication);
    const CheckOutcome chip = proof.outcome(CardCheck::ChipAuthentication);
    for (const CardCheck check : {CardCheck::Signature, CardCheck::Issuer, CardCheck::Groups, CardCheck::ChipAuthentication, CardCheck::ActiveAuthentication,
             CardCheck::Expiry}) {
        const CheckOutcome outcome = proof.outcome(check);
        // One proof of the chip is enough: the other that was not needed is no news.
        const bool isSpare = outcome.state == CheckOutcome::State::NotDone
            && ((check == CardCheck::ChipAuthentication && active.isPassed()) || (check == CardCheck::ActiveAuthentication && chip.isPassed()));
        if (isSpare) {
            continue;
        }
        const QString told = translated(QT_TRANSLATE_NOOP("CardFacts", "%1: %2")).arg(words(check), words(outcome));
        if (outcome.isPassed()) {
            lines.append({QStringLiteral("✔"), told, QStringLiteral("done")});
        } else if (outcome.isFailed()) {
            lines.append({QStringLiteral("✖"), told, QStringLiteral("danger")});
        } else {
            lines.append({QStringLiteral("–"), told, QStringLiteral("secondary")});
        }
    }
    return lines;
}

} // namespace motcua
