// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/GatewaySettings.h"

#include "app/storage/HouseQueries.h"
#include "app/storage/PortalQueries.h"

namespace motcua::portal {

namespace {

const QString Address = QStringLiteral("gateway.address");
const QString Certificate = QStringLiteral("gateway.authority");
const QString Key = QStringLiteral("gateway.authorityKey");
const QString Contact = QStringLiteral("gateway.contact.");

Result<QByteArray> kept(const storage::Store &store, const QString &name)
{
    const auto found = store.ask(storage::Setting{name}).result();
    return found ? Result<QByteArray>(found->value_or(QByteArray())) : found.error();
}

} // namespace

bool GatewaySettings::isAddress(const QUrl &url)
{
    return url.isValid() && url.scheme() == u"https" && !url.host().isEmpty() && url.userInfo().isEmpty() && url.path().isEmpty()
        && !url.hasQuery() && !url.hasFragment();
}

Result<GatewaySettings> GatewaySettings::made(const QUrl &address, qint64 nowMs)
{
    Result<CertificateAuthority> authority
        = CertificateAuthority::make(QStringLiteral("motcua %1").arg(address.host()).left(64), {nowMs - ClockGrace, nowMs + AuthorityTerm});
    return authority ? Result<GatewaySettings>(GatewaySettings{address, *std::move(authority)}) : authority.error();
}

Result<GatewaySettings> GatewaySettings::of(const storage::Store &store)
{
    const Result<QByteArray> address = kept(store, Address);
    const Result<QByteArray> certificate = address ? kept(store, Certificate) : address;
    Result<QByteArray> key = certificate ? kept(store, Key) : certificate;
    if (!key) {
        return key.error();
    }
    if (address->isEmpty() || certificate->isEmpty()) {
        return Error{ErrorCode::PortalMissing, QStringLiteral("this store was not set up as a portal")};
    }
    Result<CertificateAuthority> authority = CertificateAuthority::fromPem(*certificate, security::SecretBytes::copyOf(*key));
    key->fill('\0');
    if (!authority) {
        return Error{ErrorCode::StoreDamaged, QStringLiteral("authority: ") + errorName(authority.error().code)};
    }
    return GatewaySettings{QUrl(QString::fromUtf8(*address)), *std::move(authority)};
}

Result<> GatewaySettings::keepIn(const storage::Store &store) const
{
    // The address last: until it is there, nothing is.
    for (const auto &[name, value] : {std::pair(Key, authority.keyPem().view().toByteArray()), std::pair(Certificate, authority.pem()),
             std::pair(Address, address.toString(QUrl::FullyEncoded).toUtf8())}) {
        if (const Result<> done = store.keepSetting(name, value).result(); !done) {
            return done;
        }
    }
    return {};
}

QStringList GatewaySettings::lastingNames()
{
    return {Address, Certificate, Key, editionName()};
}

Result<QMap<Id, qint64>> lastContacts(const storage::Store &store)
{
    const auto found = store.ask(storage::SettingsUnder{Contact}).result();
    if (!found) {
        return found.error();
    }
    QMap<Id, qint64> contacts;
    for (auto it = found->cbegin(); it != found->cend(); ++it) {
        contacts.insert(Id::fromString(it.key()), it.value().toLongLong());
    }
    return contacts;
}

QFuture<Result<>> keepContact(const storage::Store &store, const Id &desk, qint64 atMs)
{
    return store.keepSetting(Contact + desk.toString(), QByteArray::number(atMs));
}

} // namespace motcua::portal
