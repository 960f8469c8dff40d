// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/DossierCode.h"
#include "models/dossier/Judge.h"
#include "models/journal/Kind.h"

#include <QJsonArray>

namespace motcua {

using namespace journal;

namespace {

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QJsonArray sortedNames(QStringList names)
{
    names.sort();
    names.removeDuplicates();
    return QJsonArray::fromStringList(names);
}

} // namespace

Judge::Drafts Judge::operator()(const AdmitStaff &what) const
{
    const bool grantsManagement = m_now.staff.roles().grants(what.roles, Right::ManageStaff);
    if (m_now.staff.isEmpty() && !grantsManagement) {
        return refused("the first person must be able to admit others");
    }
    if (!m_now.staff.isEmpty() && !may({Right::ManageStaff})) {
        return notAllowed();
    }
    if (m_now.staff.find(m_act.subject) != nullptr) {
        return refused("this person was admitted already");
    }
    if (isBlank(what.name) || !areRoles(what.roles) || what.publicKey.size() != 32) {
        return invalid("a person has a name, known roles and a public key of 32 bytes");
    }
    return draft(kind::StaffAdmitted,
        {{u"name"_qs, what.name}, {u"title"_qs, what.title}, {u"roles"_qs, sortedNames(what.roles)},
            {u"publicKey"_qs, base64(what.publicKey)}, {u"wrappedKey"_qs, base64(what.wrappedKey)}});
}

Judge::Drafts Judge::operator()(const ChangeStaff &what) const
{
    const StaffMember *person = m_now.staff.find(m_act.subject);
    if (!may({Right::ManageStaff})) {
        return notAllowed();
    }
    if (person == nullptr) {
        return Error{ErrorCode::PersonUnknown, {}};
    }
    if ((what.name && isBlank(*what.name)) || (what.roles && !areRoles(*what.roles))) {
        return invalid("a person has a name and known roles");
    }
    if (what.roles && !m_now.staff.roles().grants(*what.roles, Right::ManageStaff) && isLastAdministrator()) {
        return refused("the last administrator");
    }
    QJsonObject payload;
    // Writing a field that is in conflict settles it, even with the value that stands.
    const auto put = [&](const QString &field, const QJsonValue &value) {
        const Register standing = person->registers().value(field);
        if (standing.isInConflict() || standing.value != value) {
            payload.insert(field, value);
        }
    };
    if (what.name) {
        put(QStringLiteral("name"), *what.name);
    }
    if (what.title) {
        put(QStringLiteral("title"), *what.title);
    }
    if (what.roles) {
        put(QStringLiteral("roles"), sortedNames(*what.roles));
    }
    if (what.enable && person->isDisabled()) {
        payload.insert(u"disabled", false);
    }
    if (payload.isEmpty()) {
        return refused("the change changes nothing");
    }
    if (!isBlank(what.reason)) {
        payload.insert(u"reason", what.reason);
    }
    return draft(kind::StaffChanged, payload);
}

Judge::Drafts Judge::operator()(const DisableStaff &what) const
{
    const StaffMember *person = m_now.staff.find(m_act.subject);
    if (!may({Right::ManageStaff})) {
        return notAllowed();
    }
    if (person == nullptr) {
        return Error{ErrorCode::PersonUnknown, {}};
    }
    if (person->isDisabled() && !person->registers().value(QStringLiteral("disabled")).isInConflict()) {
        return refused("this person is disabled already");
    }
    if (isLastAdministrator()) {
        return refused("the last administrator");
    }
    return draft(kind::StaffDisabled, {{u"reason"_qs, what.reason}});
}

Judge::Drafts Judge::operator()(const SignedIn &what) const
{
    const StaffMember *person = m_now.staff.find(m_act.subject);
    if (person == nullptr) {
        return Error{ErrorCode::PersonUnknown, {}};
    }
    if (person->isDisabled()) {
        return Error{ErrorCode::PersonDisabled, {}};
    }
    if (m_act.actor != Actor{Actor::Kind::Person, m_act.subject}) {
        return notAllowed();
    }
    return draft(kind::StaffSignedIn, {{u"by"_qs, what.by}});
}

Judge::Drafts Judge::operator()(const SignInFailed &what) const
{
    if (m_now.staff.find(m_act.subject) == nullptr) {
        return Error{ErrorCode::PersonUnknown, {}};
    }
    if (what.count < 1) {
        return invalid("no failure to tell of");
    }
    return draft(kind::StaffSignInFailed, {{u"count"_qs, what.count}, {u"since"_qs, isoTime(what.sinceMs)}});
}

Judge::Drafts Judge::operator()(const PasswordChanged &what) const
{
    const StaffMember *person = m_now.staff.find(m_act.subject);
    if (person == nullptr) {
        return Error{ErrorCode::PersonUnknown, {}};
    }
    const bool own = m_act.actor == Actor{Actor::Kind::Person, m_act.subject} && person->isActive();
    if (!own && !may({Right::ManageStaff})) {
        return notAllowed();
    }
    if (what.wrappedKey.isEmpty() || (!what.publicKey.isEmpty() && what.publicKey.size() != 32)) {
        return invalid("a password change brings the key wrapped anew");
    }
    QJsonObject payload{{u"wrappedKey"_qs, base64(what.wrappedKey)}};
    if (!what.publicKey.isEmpty()) {
        payload.insert(u"publicKey", base64(what.publicKey));
    }
    return draft(kind::StaffPasswordChanged, payload);
}

// A store that was restored or salvaged is the same desk under a new log: whoever comes first may say so, and nothing else.
bool Judge::staysTheDeskBefore(const ConfigureUnit &what) const
{
    const UnitSettings &before = m_now.unitBefore;
    const StaffMember *person = m_act.actor.kind == Actor::Kind::Person ? m_now.staff.find(m_act.actor.id) : nullptr;
    return person != nullptr && person->isActive() && !m_now.unit.isConfigured() && before.isConfigured()
        && UnitSettings{what.unitName, what.organisationCode, what.deskNumber, what.rangeFirst, what.rangeLast, what.governingBody, what.place,
               what.account, before.heads, before.serves}
        == before;
}

Judge::Drafts Judge::operator()(const ConfigureUnit &what) const
{
    const bool firstRun = m_now.staff.isEmpty() && !m_now.unit.isConfigured();
    if (!firstRun && !staysTheDeskBefore(what) && !may({Right::ManageUnit})) {
        return notAllowed();
    }
    if (m_act.subject != m_now.origin) {
        return invalid("an origin configures only itself");
    }
    const CodeGrammar *grammar = grammarOf(what.organisationCode);
    if (isBlank(what.unitName) || !grammar || what.deskNumber < 1) {
        return invalid("a unit has a name, an organisation code of the known pattern and desks from 1");
    }
    if (what.unitName.size() > UnitSettings::LongestName || what.governingBody.size() > UnitSettings::LongestName
        || !(what.place.isEmpty() || UnitSettings::isPlace(what.place))) {
        return invalid("the head of a slip has room for names of a few lines and one place before the date");
    }
    if (what.account && !what.account->isGood()) {
        return invalid("money goes to an account with a bank, a number and a holder");
    }
    const Result<> range = StandingRange::disjoint({{what.rangeFirst, what.rangeLast}});
    if (!range || what.rangeLast > grammar->maxSequence()) {
        return invalid("a range of numbers runs from 1 at least to the last number of the day at most");
    }
    const UnitSettings configured{what.unitName, what.organisationCode, what.deskNumber, what.rangeFirst, what.rangeLast,
        what.governingBody, what.place, what.account, m_now.unit.heads, m_now.unit.serves};
    if (configured == m_now.unit) {
        return refused("the change changes nothing");
    }
    QJsonObject payload{{u"unitName"_qs, what.unitName}, {u"organisationCode"_qs, what.organisationCode},
        {u"deskNumber"_qs, what.deskNumber}, {u"rangeFirst"_qs, what.rangeFirst}, {u"rangeLast"_qs, what.rangeLast},
        {u"governingBody"_qs, what.governingBody}, {u"place"_qs, what.place}};
    if (what.account) {
        payload.insert(u"account", what.account->toJson());
    }
    return draft(kind::UnitConfigured, payload);
}

Judge::Drafts Judge::operator()(const StartOrigin &what) const
{
    if (m_act.subject != m_now.origin || !m_now.heads.isEmpty()) {
        return refused("an origin starts once, with itself");
    }
    if (what.publicKey.size() != 32) {
        return invalid("an origin has a public key of 32 bytes");
    }
    return draft(kind::OriginStarted,
        {{u"reason"_qs, what.reason}, {u"previous"_qs, what.previous.isNull() ? QString() : what.previous.toString()},
            {u"publicKey"_qs, base64(what.publicKey)}, {u"program"_qs, what.program}});
}

Judge::Drafts Judge::operator()(const MarkClock &what) const
{
    if (m_act.subject != m_now.origin) {
        return invalid("an origin marks only its own clock");
    }
    return draft(kind::ClockMarked, {{u"offsetMs"_qs, what.offsetMs}, {u"against"_qs, what.against}});
}

Judge::Drafts Judge::operator()(const BackupMade &what) const
{
    if (m_act.actor.kind != Actor::Kind::Device && !may({Right::MakeBackup})) {
        return notAllowed();
    }
    return draft(kind::BackupMade,
        {{u"backup"_qs, what.backup.toString()}, {u"bytes"_qs, what.bytes},
            {u"manifestHash"_qs, QString::fromLatin1(what.manifestHash.toHex())}});
}

Judge::Drafts Judge::operator()(const ImportTrust &what) const
{
    if (!may({Right::ManageUnit})) {
        return notAllowed();
    }
    if (m_act.subject != m_now.origin) {
        return invalid("an origin trusts for itself");
    }
    constexpr qsizetype Sha256 = 32;
    QJsonArray certificates;
    for (const ImportTrust::Certificate &one : what.certificates) {
        if (one.fingerprint.size() != Sha256) {
            return invalid("a certificate is known by its SHA-256");
        }
        certificates.append(QJsonObject{{u"sha256"_qs, QString::fromLatin1(one.fingerprint.toHex())}, {u"country"_qs, one.country}});
    }
    if (certificates.isEmpty() && what.revocations.size() != Sha256) {
        return invalid("nobody is trusted by nothing");
    }
    return draft(kind::TrustImported,
        {{u"certificates"_qs, certificates}, {u"count"_qs, certificates.size()}, {u"signer"_qs, QString::fromLatin1(what.signer.toHex())},
            {u"revocations"_qs, QString::fromLatin1(what.revocations.toHex())}});
}

} // namespace motcua
