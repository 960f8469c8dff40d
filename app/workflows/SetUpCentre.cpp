// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/SetUpCentre.h"

#include "app/security/KeySlots.h"
#include "app/security/Random.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/JournalLaw.h"
#include "app/workflows/SignInNames.h"
#include "models/base/Text.h"

#include <QDateTime>

namespace motcua {

namespace {

constexpr auto AdministratorRole = "administrator";

Id newId()
{
    return security::random::id(QDateTime::currentMSecsSinceEpoch());
}

bool isName(const QString &text)
{
    return !text.isEmpty() && text.size() <= UnitSettings::LongestName;
}

ConfigureUnit configuring(const CentreFacts &facts, const StandingRange &range)
{
    return {.unitName = text::tidy(facts.unitName),
        .organisationCode = facts.organisationCode,
        .deskNumber = facts.deskNumber,
        .rangeFirst = range.first,
        .rangeLast = range.last,
        .governingBody = text::tidy(facts.governingBody),
        .place = text::tidy(facts.place),
        .account = facts.account};
}

} // namespace

std::optional<Error> SetUpCentre::flaw(const CentreFacts &facts, const Lawbook &law)
{
    if (!isName(text::tidy(facts.unitName))) {
        return Error{ErrorCode::Invalid, QStringLiteral("unit-name")};
    }
    if (!isName(text::tidy(facts.governingBody))) {
        return Error{ErrorCode::Invalid, QStringLiteral("governing-body")};
    }
    if (!UnitSettings::isPlace(text::tidy(facts.place))) {
        return Error{ErrorCode::Invalid, QStringLiteral("place")};
    }
    if (!law.catalogue.codeGrammar(facts.organisationCode)) {
        return Error{ErrorCode::Invalid, QStringLiteral("organisation-code")};
    }
    if (!range(facts, law)) {
        return Error{ErrorCode::Invalid, QStringLiteral("desk-number")};
    }
    // An account in a bank nobody knows is a slip of the hand, and money follows it.
    if (facts.account && !(facts.account->isGood() && law.catalogue.bank(facts.account->bin))) {
        return Error{ErrorCode::Invalid, QStringLiteral("account")};
    }
    return std::nullopt;
}

Result<StandingRange> SetUpCentre::range(const CentreFacts &facts, const Lawbook &law)
{
    const Result<CodeGrammar> grammar = law.catalogue.codeGrammar(facts.organisationCode);
    if (!grammar) {
        return grammar.error();
    }
    constexpr int Width = 100;
    return facts.onlyDesk ? Result<StandingRange>(StandingRange::whole(grammar->maxSequence()))
                          : StandingRange::ofDesk(facts.deskNumber, Width, grammar->maxSequence());
}

Result<Workplace> SetUpCentre::run(const StoreFolder &folder, const Lawbook &law, const CentreFacts &facts, const QString &administrator,
    const security::Password &password, const security::RecoveryKey &recovery, const security::ScryptCost &cost)
{
    if (const std::optional<Error> wrong = flaw(facts, law)) {
        return *wrong;
    }
    if (folder.exists()) {
        return Error{ErrorCode::StoreExists, folder.path()};
    }
    if (!folder.create()) {
        return Error{ErrorCode::FileUnwritable, folder.path()};
    }
    const auto failed = [&folder](const Error &error) {
        folder.discard();
        return error;
    };

    const Id person = newId();
    security::KeySlots slots(folder.file(), cost);
    const Result<security::OpenedKeys> keys = slots.create(newId(), person, password, recovery);
    if (!keys) {
        return failed(keys.error());
    }
    storage::StoreOptions options;
    options.rules = journalRules(law);
    Result<storage::Store> store = storage::Store::create(
        folder.file(), keys->dataKeys.current, storage::StoreProfile{.training = facts.training}, options);
    if (!store) {
        return failed(store.error());
    }

    Workplace place{.store = *store, .law = law, .person = person, .personName = text::tidy(administrator), .unit = {}};
    const Result<security::PersonKey> pair = slots.personKey(person);
    if (!pair) {
        store->close();
        return failed(pair.error());
    }
    // The desk stands in the header of every entry, so it is known before the entry that tells of it.
    place.unit.organisationCode = facts.organisationCode;
    place.unit.deskNumber = facts.deskNumber;
    // The first person is admitted before the unit is configured: a right to configure it must belong to somebody.
    const QList<Act> acts{
        place.act(person,
            AdmitStaff{.name = place.personName,
                .title = {},
                .roles = {QString::fromLatin1(AdministratorRole), QStringLiteral("officer")},
                .publicKey = pair->publicKey,
                .wrappedKey = pair->toBytes()}),
        place.act(store->origin(), configuring(facts, *range(facts, law))),
        place.act(person, SignedIn{.by = QStringLiteral("password")}),
    };
    for (const Act &act : acts) {
        const Result<storage::Recorded> recorded = store->record(act).result();
        if (!recorded) {
            store->close();
            return failed(recorded.error());
        }
    }
    const Result<UnitSettings> unit = store->ask(storage::UnitNow{}).result();
    if (!unit) {
        store->close();
        return failed(unit.error());
    }
    place.unit = *unit;
    if (const Result<QString> name = SignInNames(folder.file()).add(person, place.personName); !name) {
        store->close();
        return failed(name.error());
    }
    return place;
}

CentreFacts SetUpCentre::facts(const Workplace &place)
{
    const UnitSettings &unit = place.unit;
    const Result<CodeGrammar> grammar = place.law.catalogue.codeGrammar(unit.organisationCode);
    return {.unitName = unit.unitName,
        .governingBody = unit.governingBody,
        .place = unit.place,
        .organisationCode = unit.organisationCode,
        .deskNumber = unit.deskNumber,
        .onlyDesk = grammar && unit.rangeFirst == 1 && unit.rangeLast == grammar->maxSequence(),
        .training = place.isTraining(),
        .account = unit.account};
}

Result<UnitSettings> SetUpCentre::change(const Workplace &place, const CentreFacts &facts)
{
    if (const std::optional<Error> wrong = flaw(facts, place.law)) {
        return *wrong;
    }
    const CentreFacts before = SetUpCentre::facts(place);
    const bool sameNumbers = facts.organisationCode == before.organisationCode && facts.deskNumber == before.deskNumber
        && facts.onlyDesk == before.onlyDesk;
    const StandingRange owned = sameNumbers ? StandingRange{place.unit.rangeFirst, place.unit.rangeLast} : *range(facts, place.law);
    const Result<storage::Recorded> recorded
        = place.store.record(place.act(place.store.origin(), configuring(facts, owned))).result();
    if (!recorded) {
        return recorded.error();
    }
    return place.store.ask(storage::UnitNow{}).result();
}

Result<QString> SetUpCentre::admit(const Workplace &place, const security::DataKeys &keys, const QString &name, const QString &title,
    const QStringList &roles, const security::Password &password, const security::ScryptCost &cost)
{
    security::KeySlots slots(place.store.path(), cost);
    const Id person = newId();
    const Result<security::PersonKey> pair = slots.addPerson(keys, person, password);
    if (!pair) {
        return pair.error();
    }
    const Result<storage::Recorded> recorded = place.store
                                                   .record(place.act(person,
                                                       AdmitStaff{.name = text::tidy(name),
                                                           .title = text::tidy(title),
                                                           .roles = roles,
                                                           .publicKey = pair->publicKey,
                                                           .wrappedKey = pair->toBytes()}))
                                                   .result();
    if (!recorded) {
        // The journal refused, so the slot must not open the store either.
        (void)slots.disable(keys, person);
        return recorded.error();
    }
    return SignInNames(place.store.path()).add(person, name);
}

} // namespace motcua
