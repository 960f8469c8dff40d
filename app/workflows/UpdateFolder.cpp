// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/UpdateFolder.h"

#include "app/security/DurableFile.h"
#include "models/fleet/ReleaseHead.h"

#include <QFile>
#include <QFileInfo>

#include <unistd.h>
#include <utility>

namespace motcua {

namespace {

constexpr qsizetype MostOfAWord = 64 * 1024;

QStringList linesInFile(const QString &path)
{
    const Result<QByteArray> bytes = security::readWhole(path, MostOfAWord);
    return bytes ? QString::fromUtf8(*bytes).split(u'\n', Qt::SkipEmptyParts) : QStringList();
}

QString realFolder(const QString &store)
{
    const QString real = QFileInfo(store).canonicalFilePath();
    return real.isEmpty() ? store : real;
}

} // namespace

UpdateFolder::UpdateFolder(QString path, QString keyFile, QString program)
    : m_path(std::move(path))
    , m_keyFile(keyFile.isEmpty() ? m_path + QStringLiteral("/release.pem") : std::move(keyFile))
    , m_program(std::move(program))
{
}

UpdateFolder UpdateFolder::usual()
{
    const QString chosen = qEnvironmentVariable("MOTCUA_UPDATES");
    return chosen.isEmpty() ? UpdateFolder(QStringLiteral("/var/lib/motcua-update"), QStringLiteral("/etc/motcua/release.pem")) : UpdateFolder(chosen);
}

Result<QByteArray> UpdateFolder::key() const
{
    return security::readWhole(m_keyFile, 4096);
}

bool UpdateFolder::isBusy() const
{
    return QFile::exists(m_path + QStringLiteral("/busy"));
}

QStringList UpdateFolder::rolledBack() const
{
    QStringList versions;
    for (const QString &line : linesInFile(m_path + QStringLiteral("/rolled-back"))) {
        if (const QString version = line.section(u' ', 0, 0); ReleaseHead::isVersion(version)) {
            versions.append(version);
        }
    }
    return versions;
}

QString UpdateFolder::inbox(const char *what) const
{
    return m_path + QStringLiteral("/inbox/") + QLatin1StringView(what) + u'-' + QString::number(::getuid());
}

// A plain file in its place at once: whoever reads it sees all of it or the one before.
Result<> UpdateFolder::leave(const char *what, const QStringList &lines) const
{
    return security::replaceDurably({{inbox(what), (lines.join(u'\n') + u'\n').toUtf8()}});
}

Result<> UpdateFolder::ask(const QString &version, const QString &release, const QString &store) const
{
    if (release.contains(u'\n') || store.contains(u'\n')) {
        return Error{ErrorCode::FileUnwritable, QStringLiteral("a line end in the name of a folder")};
    }
    return leave("request", {version, release, realFolder(store)});
}

QString UpdateFolder::asked() const
{
    const QString version = linesInFile(inbox("request")).value(0);
    return ReleaseHead::isVersion(version) ? version : QString();
}

QString UpdateFolder::onTrial(const QString &store) const
{
    const QStringList lines = linesInFile(m_path + QStringLiteral("/trial"));
    const QString version = lines.value(0).section(u' ', 1);
    if (!ReleaseHead::isVersion(version) || !lines.contains(QStringLiteral("store %1 %2").arg(::getuid()).arg(realFolder(store)))) {
        return {};
    }
    return linesInFile(inbox("confirm")).value(0) == version ? QString() : version;
}

Result<> UpdateFolder::begin(const QString &store) const
{
    if (isBusy()) {
        return Error{ErrorCode::StoreBusy, QStringLiteral("update")};
    }
    const QString version = onTrial(store);
    // What another program wrote now would be taken back with the release.
    if (!version.isEmpty() && version != m_program) {
        return Error{ErrorCode::StoreNewer, version};
    }
    return version.isEmpty() ? Result<>() : leave("begun", {version, realFolder(store)});
}

Result<> UpdateFolder::confirm(const QString &store) const
{
    const QString version = onTrial(store);
    return version != m_program ? Result<>() : leave("confirm", {version, realFolder(store)});
}

void UpdateFolder::fail(const QString &store, const QString &why) const
{
    if (const QString version = onTrial(store); version == m_program) {
        (void)leave("failed", {version, realFolder(store), why});
    }
}

} // namespace motcua
