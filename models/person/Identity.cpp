// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/Identity.h"

#include "models/base/Text.h"
#include "models/person/PersonName.h"

#include <algorithm>
#include <tuple>

namespace motcua {

namespace {

using Presence = IdentityValue::Presence;

bool isName(IdentityPart part)
{
    return part == IdentityPart::Name || part == IdentityPart::OtherNames || part == IdentityPart::Father || part == IdentityPart::Mother
        || part == IdentityPart::Spouse;
}

bool isDate(IdentityPart part)
{
    return part == IdentityPart::Birth || part == IdentityPart::Issued || part == IdentityPart::Expiry;
}

/** More is better. */
auto rank(IdentityPart part, const IdentityValue &value)
{
    // That a card never expires is said in words; its zone, which has none, then names some day.
    const bool isSaid = part == IdentityPart::Expiry ? value.presence != Presence::Empty : value.presence == Presence::Given;
    const int whole = isName(part) ? (value.isPlain ? 0 : 2) + (value.isShortened ? 0 : 1) : 3;
    return std::tuple(isSaid, value.presence != Presence::Empty, whole, static_cast<int>(value.source), value.presence == Presence::None);
}

bool isCode(const QString &text)
{
    return !text.isEmpty() && text.size() <= 3 && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

/** Whether the words of `cut`, each perhaps cut too, stand in `whole` in this order. */
bool standsIn(const QStringList &cut, const QStringList &whole)
{
    qsizetype at = 0;
    for (const QString &word : cut) {
        while (at < whole.size() && !whole[at].startsWith(word)) {
            ++at;
        }
        if (at == whole.size()) {
            return false;
        }
        ++at;
    }
    return true;
}

bool areOneName(const IdentityValue &one, const IdentityValue &other)
{
    if (!one.isPlain && !other.isPlain && !one.isShortened && !other.isShortened) {
        return sameName(one.text, other.text);
    }
    const QStringList words = text::foldedWords(one.text);
    const QStringList others = text::foldedWords(other.text);
    // A zone has no place for apostrophes and hyphens: H’Lan is HLAN there, or H LAN.
    const QString run = words.join(QString());
    const QString otherRun = others.join(QString());
    if (run == otherRun) {
        return true;
    }
    return (one.isShortened && (otherRun.startsWith(run) || standsIn(words, others)))
        || (other.isShortened && (run.startsWith(otherRun) || standsIn(others, words)));
}

bool mayBeOneDay(const QString &one, const QString &other)
{
    const auto first = PartialDate::fromIso(one);
    const auto second = PartialDate::fromIso(other);
    return one == other || (first && second && first->to(*second) == PartialDate::Relation::Overlaps);
}

QString iso(QDate date)
{
    return date.toString(Qt::ISODate);
}

QString sexWord(Sex sex)
{
    return sex == Sex::Male ? QStringLiteral("male") : QStringLiteral("female");
}

} // namespace

Identity Identity::ofMrz(const Mrz &mrz, IdentitySource source, int group)
{
    Identity identity;
    const auto tell = [&](IdentityPart part, const QString &text) {
        if (!text.isEmpty()) {
            identity.add(part, text, source, group);
        }
    };
    identity.add(IdentityPart::Name,
        IdentityValue{.source = source, .text = mrz.name(), .group = group, .isPlain = true, .isShortened = mrz.isNameShortened()});
    tell(IdentityPart::PersonalNumber, mrz.personalNumber());
    tell(IdentityPart::Birth, mrz.birth() ? mrz.birth()->iso() : QString());
    tell(IdentityPart::Sex, mrz.sex() ? sexWord(*mrz.sex()) : QString());
    tell(IdentityPart::Nationality, mrz.nationality());
    tell(IdentityPart::DocumentNumber, mrz.documentNumber());
    tell(IdentityPart::DocumentIssuer, mrz.issuer());
    tell(IdentityPart::Expiry, iso(mrz.expiry()));
    return identity;
}

Identity Identity::ofQr(const CardQr &card, IdentitySource source)
{
    Identity identity;
    identity.add(IdentityPart::Name, text::tidy(card.name), source);
    identity.add(IdentityPart::PersonalNumber, card.number, source);
    identity.add(IdentityPart::OldNumber, card.oldNumber, source);
    identity.add(IdentityPart::Birth, iso(card.birth), source);
    identity.add(IdentityPart::Sex, sexWord(card.sex), source);
    identity.add(IdentityPart::Residence, text::tidy(card.address), source);
    identity.add(IdentityPart::Issued, iso(card.issued), source);
    return identity;
}

void Identity::add(IdentityPart part, const IdentityValue &value)
{
    QList<IdentityValue> &values = m_values[part];
    if (values.contains(value)) {
        return;
    }
    // Behind those that are as good: who spoke first is shown.
    const auto place = std::find_if(values.cbegin(), values.cend(), [&](const IdentityValue &other) { return rank(part, other) < rank(part, value); });
    values.insert(place, value);
}

void Identity::add(IdentityPart part, const QString &text, IdentitySource source, int group)
{
    add(part, IdentityValue{.source = source, .presence = text.isEmpty() ? Presence::Empty : Presence::Given, .text = text, .group = group});
}

Identity Identity::merged(const Identity &other) const
{
    Identity both = *this;
    for (auto it = other.m_values.cbegin(); it != other.m_values.cend(); ++it) {
        for (const IdentityValue &value : it.value()) {
            both.add(it.key(), value);
        }
    }
    return both;
}

Identity Identity::withVerified(const QList<int> &groups) const
{
    Identity made;
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it) {
        for (IdentityValue value : it.value()) {
            if (value.source == IdentitySource::Chip || value.source == IdentitySource::ChipVerified) {
                value.source = value.group > 0 && groups.contains(value.group) ? IdentitySource::ChipVerified : IdentitySource::Chip;
            }
            made.add(it.key(), value);
        }
    }
    return made;
}

std::optional<IdentityValue> Identity::best(IdentityPart part) const
{
    const auto found = m_values.constFind(part);
    return found == m_values.cend() ? std::nullopt : std::optional(found->constFirst());
}

QString Identity::text(IdentityPart part) const
{
    const auto value = best(part);
    return value && value->presence == Presence::Given ? value->text : QString();
}

QList<IdentityContradiction> Identity::contradictions() const
{
    QList<IdentityContradiction> found;
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it) {
        const IdentityValue &shown = it.value().constFirst();
        for (const IdentityValue &other : it.value()) {
            if (!goTogether(it.key(), shown, other)) {
                found.append({it.key(), shown, other});
            }
        }
    }
    return found;
}

bool goTogether(IdentityPart part, const IdentityValue &one, const IdentityValue &other)
{
    if (one.presence == Presence::Empty || other.presence == Presence::Empty) {
        return true;
    }
    if (one.presence != other.presence) {
        return part == IdentityPart::Expiry;
    }
    if (one.presence == Presence::None) {
        return true;
    }
    if (isName(part)) {
        return areOneName(one, other);
    }
    if (isDate(part)) {
        return mayBeOneDay(one.text, other.text);
    }
    const bool byCode = part == IdentityPart::Nationality || part == IdentityPart::DocumentIssuer;
    if (byCode && isCode(one.text) != isCode(other.text)) {
        return true;
    }
    return text::toneKey(text::tidy(one.text)).compare(text::toneKey(text::tidy(other.text)), Qt::CaseInsensitive) == 0;
}

} // namespace motcua
