// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/LockOut.h"

#include "app/security/FileLock.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace motcua::security {

namespace {

constexpr qsizetype FileLimit = 16 * 1024 * 1024;
constexpr qsizetype LongestList = 10000;
const QByteArray FirstLine = QByteArrayLiteral("motcua-failures 1\n");

QByteArray sum(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex() + '\n';
}

QString meansName(SignInFailure::Means means)
{
    switch (means) {
    case SignInFailure::Means::Password:
        return QStringLiteral("password");
    case SignInFailure::Means::Pin:
        return QStringLiteral("pin");
    case SignInFailure::Means::Recovery:
        return QStringLiteral("recovery");
    }
    return {};
}

SignInFailure::Means meansOf(const QString &name)
{
    if (name == u"pin") {
        return SignInFailure::Means::Pin;
    }
    return name == u"recovery" ? SignInFailure::Means::Recovery : SignInFailure::Means::Password;
}

// Within one start of the machine only the clock that nobody can set counts. Across starts there is only the wall clock, and one
// that stands before the failure has measured nothing.
qint64 elapsedMs(const Moment &since, const Moment &now)
{
    const bool sameStart = !now.boot.isEmpty() && since.boot == now.boot;
    return std::max<qint64>(0, sameStart ? now.bootMs - since.bootMs : now.wallMs - since.wallMs);
}

} // namespace

LockOut::LockOut(const QString &storePath, FileProbe probe)
    : m_path(storePath + QStringLiteral(".failures"))
    , m_probe(std::move(probe))
{
}

QString LockOut::lockPath() const
{
    return m_path + QStringLiteral(".lock");
}

int LockOut::delaySeconds(int failures)
{
    if (failures < 1) {
        return 0;
    }
    // 2^10 s is already past the longest pause.
    return failures > 10 ? LongestSeconds : std::min(LongestSeconds, 1 << (failures - 1));
}

int LockOut::wait(const Id &person, const Moment &now)
{
    const FileLock lock(lockPath());
    load();
    const auto count = m_counts.find(person);
    if (count == m_counts.end()) {
        return 0;
    }
    const qint64 elapsed = elapsedMs(count->last, now);
    if (count->last.boot != now.boot || now.boot.isEmpty()) {
        // From here on the clock of this start measures, so a later change of the wall clock finds nothing to shorten; and one that
        // was set back years ago makes nobody wait for years.
        const Moment carried = {now.wallMs - elapsed, now.bootMs - elapsed, now.boot};
        if (carried.wallMs != count->last.wallMs || carried.boot != count->last.boot) {
            count->last = carried;
            static_cast<void>(save());
        }
    }
    const qint64 left = qint64(delaySeconds(count->failures)) * 1000 - elapsed;
    return left <= 0 ? 0 : static_cast<int>((left + 999) / 1000);
}

int LockOut::failed(const Id &person, SignInFailure::Means means, const Moment &now)
{
    const FileLock lock(lockPath());
    load();
    Count &count = m_counts[person];
    count.failures = std::min(count.failures + 1, 1000000);
    count.last = now;
    listed(person, means, now);
    const int pause = delaySeconds(count.failures);
    static_cast<void>(save());
    return pause;
}

void LockOut::noted(const Id &person, SignInFailure::Means means, const Moment &now)
{
    const FileLock lock(lockPath());
    load();
    listed(person, means, now);
    static_cast<void>(save());
}

void LockOut::succeeded(const Id &person)
{
    const FileLock lock(lockPath());
    load();
    if (m_counts.remove(person) > 0) {
        static_cast<void>(save());
    }
}

QList<SignInFailure> LockOut::failures()
{
    const FileLock lock(lockPath());
    load();
    return m_failures;
}

Result<> LockOut::journalled(qint64 serial)
{
    const FileLock lock(lockPath());
    load();
    const qsizetype removed = m_failures.removeIf([serial](const SignInFailure &failure) { return failure.serial <= serial; });
    return removed == 0 ? Result<>() : save();
}

void LockOut::listed(const Id &person, SignInFailure::Means means, const Moment &now)
{
    m_failures.append({++m_lastSerial, person, now.wallMs, means});
    if (m_failures.size() > LongestList) {
        m_failures.removeFirst();
    }
}

// A file that is gone or damaged teaches nothing: what this process remembers stays.
void LockOut::load()
{
    if (m_aheadOfFile) {
        return;
    }
    const Result<QByteArray> file = readWhole(m_path, FileLimit);
    if (!file || !file->startsWith(FirstLine)) {
        return;
    }
    const QByteArray rest = file->sliced(FirstLine.size());
    const qsizetype bodyAt = rest.indexOf('\n') + 1;
    const QByteArray body = rest.sliced(bodyAt);
    if (rest.first(bodyAt) != sum(body)) {
        return;
    }
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    m_lastSerial = object.value(u"lastSerial").toInteger();
    m_counts.clear();
    const QJsonArray counts = object.value(u"counts").toArray();
    for (const QJsonValue &value : counts) {
        const Moment last = {value[u"wallMs"].toInteger(), value[u"bootMs"].toInteger(), value[u"boot"].toString().toLatin1()};
        m_counts.insert(Id::fromString(value[u"person"].toString()), {value[u"failures"].toInt(), last});
    }
    m_failures.clear();
    const QJsonArray failures = object.value(u"failures").toArray();
    for (const QJsonValue &value : failures) {
        m_failures.append({value[u"serial"].toInteger(), Id::fromString(value[u"person"].toString()), value[u"wallMs"].toInteger(),
                           meansOf(value[u"means"].toString())});
    }
}

Result<> LockOut::save()
{
    QJsonArray counts;
    for (auto count = m_counts.cbegin(); count != m_counts.cend(); ++count) {
        counts.append(QJsonObject{{QStringLiteral("person"), count.key().toString()},
                                  {QStringLiteral("failures"), count->failures},
                                  {QStringLiteral("wallMs"), count->last.wallMs},
                                  {QStringLiteral("bootMs"), count->last.bootMs},
                                  {QStringLiteral("boot"), QString::fromLatin1(count->last.boot)}});
    }
    QJsonArray failures;
    for (const SignInFailure &failure : std::as_const(m_failures)) {
        failures.append(QJsonObject{{QStringLiteral("serial"), failure.serial},
                                    {QStringLiteral("person"), failure.person.toString()},
                                    {QStringLiteral("wallMs"), failure.wallMs},
                                    {QStringLiteral("means"), meansName(failure.means)}});
    }
    const QJsonObject object = {{QStringLiteral("lastSerial"), m_lastSerial},
                                {QStringLiteral("counts"), counts},
                                {QStringLiteral("failures"), failures}};
    const QByteArray body = QJsonDocument(object).toJson(QJsonDocument::Indented);
    const Result<> saved = replaceDurably({{m_path, FirstLine + sum(body) + body}}, m_probe);
    m_aheadOfFile = !saved;
    return saved;
}

} // namespace motcua::security
