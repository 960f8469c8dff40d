// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/BackupWriter.h"

#include "app/security/Random.h"
#include "app/security/SigningKey.h"
#include "app/storage/BackupManifest.h"
#include "app/storage/CatalogueShelf.h"
#include "app/storage/Connection.h"
#include "app/storage/JournalTables.h"
#include "app/storage/KeptAttachments.h"
#include "app/storage/StoreFault.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

namespace motcua::storage {

namespace {

void orThrow(const Result<> &result)
{
    if (!result) {
        throw StoreFault(result.error());
    }
}

} // namespace

BackupWriter::BackupWriter(Connection &connection, Attachments attachments, const StoreOptions &options, const QString &beside)
    : m_connection(connection)
    , m_attachments(std::move(attachments))
    , m_options(options)
    , m_beside(beside.isEmpty() ? connection.path() : beside)
{
}

BackupReport BackupWriter::write(const QString &folder)
{
    if (QFileInfo::exists(folder)) {
        throw StoreFault(ErrorCode::StoreExists, QStringLiteral("the back-up folder exists"));
    }
    BackupReport report;
    report.backup = security::random::id(m_options.now());
    report.folder = folder;
    const QString temporary = folder + QStringLiteral(".part");
    QDir(temporary).removeRecursively();
    if (!QDir().mkpath(temporary)) {
        throw StoreFault(ErrorCode::FileUnwritable, QStringLiteral("back-up folder"));
    }
    QFile::setPermissions(temporary, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    try {
        fill(temporary, report);
        orThrow(m_options.files->syncFolder(temporary));
        orThrow(m_options.files->rename(temporary, folder));
        orThrow(m_options.files->syncFolder(QFileInfo(folder).absolutePath()));
    } catch (...) {
        QDir(temporary).removeRecursively();
        throw;
    }
    return report;
}

void BackupWriter::fill(const QString &folder, BackupReport &report)
{
    const QString target = folder + u'/' + BackupManifest::StoreFile;
    m_connection.statement("VACUUM INTO ?1").text(target).run();
    QFile copy(target);
    if (!copy.open(QIODevice::ReadWrite) || copy.read(16).startsWith("SQLite format 3")) {
        throw StoreFault(ErrorCode::StoreClear, QStringLiteral("the copy is not encrypted"));
    }
    QFile::setPermissions(target, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (::fsync(copy.handle()) != 0) {
        throw StoreFault(ErrorCode::FileUnwritable, QStringLiteral("back-up could not be flushed"));
    }
    const QString keys = m_beside + QStringLiteral(".keys");
    if (QFile::exists(keys)) {
        orThrow(copyDurably(*m_options.files, keys, folder + u'/' + BackupManifest::KeysFile));
    }
    copyAttachments(folder, report);
    copyCertificates(folder, BackupManifest::TrustFolder);
    copyCertificates(folder, BackupManifest::SignersFolder);
    copyLaw(folder);
    sign(folder, report);
}

void BackupWriter::copyAttachments(const QString &folder, BackupReport &report)
{
    // Named by the store after the copy was made: at least every blob the copy names.
    const QString target = folder + u'/' + BackupManifest::AttachmentsFolder;
    if (!QDir().mkpath(target)) {
        throw StoreFault(ErrorCode::FileUnwritable, QStringLiteral("back-up folder"));
    }
    const QSet<QByteArray> names = keptAttachments(m_connection);
    for (const QByteArray &name : names) {
        const QString source = m_attachments.pathOf(name);
        if (!QFile::exists(source)) {
            ++report.missingAttachments;
            continue;
        }
        orThrow(copyDurably(*m_options.files, source, target + u'/' + QFileInfo(source).fileName()));
    }
}

// Without them another machine would believe no issuer and no signer. By their content they have a name that every manifest may hold.
void BackupWriter::copyCertificates(const QString &folder, const QString &part)
{
    const QDir source(QFileInfo(m_beside).absolutePath() + u'/' + part);
    const QFileInfoList found = source.entryInfoList(
        {QStringLiteral("*.der"), QStringLiteral("*.cer"), QStringLiteral("*.crt"), QStringLiteral("*.pem"), QStringLiteral("*.crl")}, QDir::Files, QDir::Name);
    if (found.isEmpty()) {
        return;
    }
    const QString target = folder + u'/' + part;
    if (!QDir().mkpath(target)) {
        throw StoreFault(ErrorCode::FileUnwritable, QStringLiteral("back-up folder"));
    }
    for (const QFileInfo &one : found) {
        QFile file(one.filePath());
        if (!file.open(QIODevice::ReadOnly)) {
            throw StoreFault(ErrorCode::FileUnreadable, QStringLiteral("folder of trusted certificates"));
        }
        const QByteArray bytes = file.readAll();
        const QString name = QString::fromLatin1(journal::sha256(bytes).toHex()) + u'.' + one.suffix().toLower();
        orThrow(writeDurably(*m_options.files, target + u'/' + name, bytes));
    }
    orThrow(m_options.files->syncFolder(target));
}

// Without it another machine would go by the forms and prices that came with the program until it hears of the portal again.
void BackupWriter::copyLaw(const QString &folder)
{
    const CatalogueShelf shelf(QFileInfo(m_beside).absolutePath() + u'/' + BackupManifest::LawFolder);
    const auto head = shelf.head();
    if (!head || !*head) {
        return; // there is none, or not the one that was signed, which a program does not go by either
    }
    if (const Result<QByteArray> package = shelf.package(**head)) {
        orThrow(CatalogueShelf(folder + u'/' + BackupManifest::LawFolder).keep(**head, *package));
    }
}

void BackupWriter::sign(const QString &folder, BackupReport &report)
{
    Statement row = m_connection.statement("SELECT o.origin, k.seed FROM l_origin_key k JOIN j_origin o ON o.origin = k.origin WHERE o.own = 1");
    const auto key = row.step() ? security::SigningKey::fromSeed(security::SecretBytes::copyOf(row.view(1))) : std::nullopt;
    if (!key) {
        throw StoreFault(ErrorCode::StoreDamaged, QStringLiteral("the key of this store's log"));
    }
    BackupManifest manifest;
    manifest.facts.backup = report.backup;
    manifest.facts.origin = row.id(0);
    manifest.facts.madeMs = m_options.now();
    manifest.facts.publicKey = key->publicKey();
    orThrow(manifest.addFiles(folder));
    const QByteArray bytes = manifest.toBytes();
    // Told now, while the store is whole, and not on the day the back-up is needed.
    if (const auto readable = BackupManifest::fromBytes(bytes); !readable) {
        throw StoreFault(ErrorCode::Internal, QStringLiteral("this back-up could not be restored"));
    }
    orThrow(writeDurably(*m_options.files, folder + u'/' + BackupManifest::ManifestFile, bytes));
    orThrow(writeDurably(*m_options.files, folder + u'/' + BackupManifest::SignatureFile, key->sign(bytes)));
    report.files = manifest.files.size();
    report.bytes = manifest.totalBytes();
    report.manifestHash = journal::sha256(bytes);
}

} // namespace motcua::storage
