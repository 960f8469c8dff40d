// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/PinUnlock.h"

#include "app/security/Aead.h"
#include "app/security/DurableFile.h"
#include "app/security/FileLock.h"
#include "app/security/Hkdf.h"
#include "app/security/Random.h"
#include "app/security/X25519.h"
#include "models/base/VietnamTime.h"

#include <openssl/crypto.h>

#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QIODevice>

#include <algorithm>
#include <cstring>
#include <utility>

namespace motcua::security {

struct PinUnlock::Ticket
{
    Id person = {};
    ScryptCost cost = {};
    QByteArray salt = {};
    SecretBytes machineSecret = {};
    qint64 setMs = 0;
    qint64 latestMs = 0; // the latest time anybody asked: a clock before it was set back
    int wrong = 0;
    QByteArray box = {};
};

namespace {

constexpr qsizetype SaltSize = 16;
constexpr qsizetype SecretSize = 32;
constexpr qsizetype KeySize = x25519::KeySize;
constexpr qint64 ClockSlackMs = 2 * 60 * 1000;
constexpr qsizetype FileLimit = 4096;
const QByteArray Magic = QByteArrayLiteral("motcua pin 1");

QDate vietnamDay(qint64 ms)
{
    return vietnamTime(ms).date();
}

bool isTrivial(const QString &pin)
{
    for (qsizetype piece = 1; piece <= pin.size() / 2; ++piece) {
        if (QStringView(pin).sliced(piece) == QStringView(pin).chopped(piece)) {
            return true;
        }
    }
    const QString up = QStringLiteral("01234567890123456789");
    const QString down = QStringLiteral("98765432109876543210");
    return up.contains(pin) || down.contains(pin);
}

QByteArray bound(const Id &person, qint64 setMs)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << Magic << person.bytes() << setMs;
    return bytes;
}

// The PIN alone has a million values; only together with the secret of this machine does it make a key.
Result<SecretBytes> wrappingKey(const QString &pin, const QByteArray &salt, const ScryptCost &cost, const SecretBytes &machineSecret)
{
    QByteArray digits = pin.toLatin1();
    const Result<SecretBytes> stretched = scrypt(digits, salt, cost, SecretSize);
    OPENSSL_cleanse(digits.data(), static_cast<std::size_t>(digits.size()));
    if (!stretched) {
        return stretched.error();
    }
    SecretBytes both(2 * SecretSize);
    std::memcpy(both.data(), stretched->data(), SecretSize);
    std::memcpy(both.data() + SecretSize, machineSecret.data(), SecretSize);
    return hkdf(both.view(), salt, "motcua pin key 1", aead::KeySize);
}

SecretBytes packed(const OpenedKeys &keys)
{
    SecretBytes all(KeySize * (keys.dataKeys.rotating() ? 3 : 2));
    std::memcpy(all.data(), keys.privateKey.data(), KeySize);
    std::memcpy(all.data() + KeySize, keys.dataKeys.current.data(), KeySize);
    if (keys.dataKeys.rotating()) {
        std::memcpy(all.data() + 2 * KeySize, keys.dataKeys.next.data(), KeySize);
    }
    return all;
}

OpenedKeys unpacked(const Id &person, const SecretBytes &all)
{
    OpenedKeys keys;
    keys.by = OpenedBy::Pin;
    keys.slot = person;
    keys.privateKey = SecretBytes::copyOf(all.view().first(KeySize));
    keys.dataKeys.current = SecretBytes::copyOf(all.view().sliced(KeySize, KeySize));
    keys.dataKeys.next = SecretBytes::copyOf(all.view().sliced(2 * KeySize));
    return keys;
}

} // namespace

PinUnlock::PinUnlock(QString runtimeFolder, ScryptCost cost)
    : m_folder(std::move(runtimeFolder))
    , m_cost(cost)
{
}

PinUnlock::~PinUnlock() = default;

PinFlaw PinUnlock::flaw(const QString &pin)
{
    if (!std::all_of(pin.begin(), pin.end(), [](QChar sign) { return sign >= u'0' && sign <= u'9'; })) {
        return PinFlaw::NotDigits;
    }
    if (pin.size() < MinimumDigits) {
        return PinFlaw::TooShort;
    }
    if (pin.size() > MaximumDigits) {
        return PinFlaw::TooLong;
    }
    return isTrivial(pin) ? PinFlaw::Trivial : PinFlaw::None;
}

Result<> PinUnlock::set(const OpenedKeys &keys, const QString &pin, qint64 signedInMs, qint64 nowMs)
{
    if (flaw(pin) != PinFlaw::None) {
        return Error{ErrorCode::Invalid, QStringLiteral("pin")};
    }
    if (keys.by != OpenedBy::Password || keys.slot.isNull() || vietnamDay(signedInMs) != vietnamDay(nowMs)
        || keys.privateKey.size() != KeySize || keys.dataKeys.current.size() != KeySize) {
        return Error{ErrorCode::PinUnavailable};
    }
    auto fresh = std::make_unique<Ticket>();
    fresh->person = keys.slot;
    fresh->cost = m_cost;
    fresh->salt = random::bytes(SaltSize);
    fresh->machineSecret = random::secret(SecretSize);
    fresh->setMs = nowMs;
    fresh->latestMs = nowMs;
    const Result<SecretBytes> wrapping = wrappingKey(pin, fresh->salt, m_cost, fresh->machineSecret);
    if (!wrapping) {
        return wrapping.error();
    }
    fresh->box = aead::sealRandomly(*wrapping, bound(keys.slot, nowMs), packed(keys).view());
    if (!m_folder.isEmpty() && !QDir().exists(m_folder)) {
        QDir().mkpath(m_folder);
        QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }
    const std::unique_ptr<FileLock> lock = m_folder.isEmpty() ? nullptr : std::make_unique<FileLock>(lockPath());
    if (const Result<> kept = keep(*fresh); !kept) {
        return kept;
    }
    m_tickets[keys.slot] = std::move(fresh);
    return {};
}

bool PinUnlock::available(const Id &person, qint64 nowMs)
{
    const std::unique_ptr<FileLock> lock = m_folder.isEmpty() ? nullptr : std::make_unique<FileLock>(lockPath());
    return ticket(person, nowMs) != nullptr;
}

Result<OpenedKeys> PinUnlock::unlock(const Id &person, const QString &pin, qint64 nowMs)
{
    const std::unique_ptr<FileLock> lock = m_folder.isEmpty() ? nullptr : std::make_unique<FileLock>(lockPath());
    Ticket *known = ticket(person, nowMs);
    if (known == nullptr) {
        return Error{ErrorCode::PinUnavailable};
    }
    // Counted before it is looked at, so that a kill in between gives no free try.
    ++known->wrong;
    if (const Result<> kept = keep(*known); !kept) {
        return kept.error();
    }
    const Result<SecretBytes> wrapping = wrappingKey(pin, known->salt, known->cost, known->machineSecret);
    if (!wrapping) {
        return wrapping.error();
    }
    const std::optional<SecretBytes> all = aead::openRandomly(*wrapping, bound(person, known->setMs), known->box);
    if (!all || (all->size() != 2 * KeySize && all->size() != 3 * KeySize)) {
        const int left = Tries - known->wrong;
        if (left <= 0) {
            forget(person);
        }
        return Error{ErrorCode::WrongPin, QString::number(std::max(0, left))};
    }
    known->wrong = 0;
    static_cast<void>(keep(*known));
    return unpacked(person, *all);
}

void PinUnlock::forget(const Id &person)
{
    m_tickets.erase(person);
    if (!m_folder.isEmpty()) {
        QFile::remove(filePath(person));
    }
}

void PinUnlock::forgetAll()
{
    m_tickets.clear();
    if (!m_folder.isEmpty()) {
        QDir folder(m_folder);
        const QStringList files = folder.entryList({QStringLiteral("*.pin")}, QDir::Files);
        for (const QString &file : files) {
            folder.remove(file);
        }
    }
}

PinUnlock::Ticket *PinUnlock::ticket(const Id &person, qint64 nowMs)
{
    if (!m_folder.isEmpty()) {
        recall(person);
    }
    const auto found = m_tickets.find(person);
    if (found == m_tickets.end()) {
        return nullptr;
    }
    Ticket &known = *found->second;
    if (vietnamDay(known.setMs) != vietnamDay(nowMs) || nowMs < known.latestMs - ClockSlackMs || known.wrong >= Tries) {
        forget(person);
        return nullptr;
    }
    known.latestMs = std::max(known.latestMs, nowMs);
    return &known;
}

Result<> PinUnlock::keep(const Ticket &ticket) const
{
    if (m_folder.isEmpty()) {
        return {};
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    QByteArray secret = ticket.machineSecret.view().toByteArray();
    stream << Magic << ticket.person.bytes() << ticket.cost.n << ticket.cost.r << ticket.cost.p << ticket.salt << secret << ticket.setMs
           << ticket.latestMs << qint32(ticket.wrong) << ticket.box;
    const Result<> kept = replaceDurably({{filePath(ticket.person), bytes}});
    OPENSSL_cleanse(secret.data(), static_cast<std::size_t>(secret.size()));
    OPENSSL_cleanse(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return kept;
}

// Another program at this desk may have counted a try, or removed it.
void PinUnlock::recall(const Id &person)
{
    m_tickets.erase(person);
    Result<QByteArray> file = readWhole(filePath(person), FileLimit);
    if (!file) {
        return;
    }
    auto known = std::make_unique<Ticket>();
    QByteArray magic;
    QByteArray id;
    QByteArray secret;
    qint32 wrong = 0;
    QDataStream stream(&*file, QIODevice::ReadOnly);
    stream >> magic >> id >> known->cost.n >> known->cost.r >> known->cost.p >> known->salt >> secret >> known->setMs >> known->latestMs
        >> wrong >> known->box;
    known->person = Id::fromBytes(id);
    known->machineSecret = SecretBytes::copyOf(secret);
    known->wrong = wrong;
    const bool whole = stream.status() == QDataStream::Ok && stream.atEnd() && magic == Magic && known->person == person
        && secret.size() == SecretSize && known->cost.isSane() && wrong >= 0;
    OPENSSL_cleanse(secret.data(), static_cast<std::size_t>(secret.size()));
    OPENSSL_cleanse(file->data(), static_cast<std::size_t>(file->size()));
    if (whole) {
        m_tickets[person] = std::move(known);
    }
}

QString PinUnlock::filePath(const Id &person) const
{
    return m_folder + u'/' + person.toString() + QStringLiteral(".pin");
}

QString PinUnlock::lockPath() const
{
    return m_folder + QStringLiteral("/pin.lock");
}

} // namespace motcua::security
