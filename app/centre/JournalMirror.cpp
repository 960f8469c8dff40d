// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/JournalMirror.h"

#include "app/security/DurableFile.h"
#include "app/security/Sha256.h"
#include "app/storage/AttachmentParts.h"
#include "app/storage/AttachmentQueries.h"
#include "app/storage/BackupManifest.h"
#include "app/storage/BaseCopy.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"
#include "app/storage/SyncQueries.h"
#include "models/journal/Kind.h"

#include <QCborMap>
#include <QCborValue>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTemporaryDir>

namespace motcua::centre {

using journal::Run;
using journal::SeqRange;
using journal::VersionVector;
using storage::AttachmentReference;

namespace {

constexpr qint64 MostBase = 64 * 1024 * 1024;
constexpr qsizetype MostKnownFiles = 50'000;

bool isOfTheFile(const Error &error)
{
    return error.code == ErrorCode::AttachmentDamaged || error.code == ErrorCode::AttachmentMissing || error.code == ErrorCode::FileUnreadable;
}

bool isWithin(const QString &path)
{
    return !path.isEmpty() && !QDir::isAbsolutePath(path) && QDir::cleanPath(path) == path && !path.startsWith(u"..");
}

} // namespace

JournalMirror::JournalMirror(storage::Store store, DatabaseAccess access, MirrorOptions options)
    : m_store(std::move(store))
    , m_journal(std::move(access))
    , m_options(std::move(options))
{
}

template <typename T>
Result<T> JournalMirror::onThread(std::function<Result<T>()> work)
{
    return m_thread.run(std::move(work)).result();
}

Result<> JournalMirror::take()
{
    return onThread<std::monostate>([this] { return taken(); });
}

void JournalMirror::release()
{
    (void)onThread<std::monostate>([this] {
        m_hold.reset();
        m_epoch = 0;
        return Result<>();
    });
}

bool JournalMirror::holds()
{
    return *onThread<bool>([this] { return Result<bool>(m_hold && m_hold->lasts()); });
}

Result<quint64> JournalMirror::pull()
{
    return onThread<quint64>([this] { return pulled(); });
}

Result<bool> JournalMirror::adopt()
{
    return onThread<bool>([this] { return adopted(); });
}

Result<> JournalMirror::keepBase()
{
    return onThread<std::monostate>([this] { return baseKept(); });
}

Result<> JournalMirror::settle()
{
    return onThread<std::monostate>([this] { return settled(); });
}

Result<> JournalMirror::settleFile(const AttachmentReference &reference)
{
    return onThread<std::monostate>([this, reference] { return fileSettled(reference); });
}

Result<bool> JournalMirror::fetchFile(const AttachmentReference &reference)
{
    return onThread<bool>([this, reference] { return fileFetched(reference); });
}

Result<> JournalMirror::taken()
{
    Result<std::unique_ptr<CentreJournal::Hold>> hold = m_journal.hold(m_hold ? m_hold->session() : 0, m_epoch);
    if (!hold) {
        return hold.error();
    }
    m_epoch = (*hold)->epoch(); // also where the rest fails: the one before counts no more
    // By nobody else from now on, so what is known of it stays true.
    const Result<VersionVector> there = m_journal.vector();
    if (!there) {
        return there.error();
    }
    m_known = *there;
    m_files.clear();
    m_hold = *std::move(hold);
    return {};
}

Result<quint64> JournalMirror::pulled()
{
    const auto ours = m_store.ask(storage::VersionVectorNow{}).result();
    const Result<VersionVector> theirs = ours ? m_journal.vector() : ours.error();
    if (!theirs) {
        return theirs.error();
    }
    quint64 all = 0;
    for (const SeqRange &range : ours->missingFrom(*theirs)) {
        const Result<quint64> came = pullLog(range);
        if (!came) {
            return came;
        }
        all += *came;
    }
    const auto now = m_store.ask(storage::VersionVectorNow{}).result();
    if (!now) {
        return now.error();
    }
    for (const SeqRange &range : now->missingFrom(*theirs)) {
        // Nobody may begin from a part and take it for the whole.
        return Error{ErrorCode::ChainBroken, QStringLiteral("%1: from %2 on nothing that is there can be taken").arg(range.origin.toString()).arg(range.first)};
    }
    return all;
}

Result<quint64> JournalMirror::pullLog(const SeqRange &range)
{
    quint64 all = 0;
    quint64 first = range.first;
    while (first <= range.last) {
        const auto heldFrom = m_store.ask(storage::HeldAbove{range.origin, first - 1}).result();
        if (!heldFrom) {
            return heldFrom.error();
        }
        const Result<std::optional<Run>> run = m_journal.stretch(range.origin, first, range.last, *heldFrom);
        if (!run || !*run) {
            return run ? Result<quint64>(all) : run.error();
        }
        const auto taken = m_store.ingest(**run).result();
        if (!taken) {
            return taken.error();
        }
        if (!taken->refused.isEmpty()) {
            return taken->refused.constFirst().error;
        }
        if (taken->stored == 0) {
            return all; // what is held already does not get one further
        }
        all += static_cast<quint64>(taken->stored);
        const auto now = m_store.ask(storage::VersionVectorNow{}).result();
        if (!now) {
            return now.error();
        }
        first = now->highest(range.origin) + 1;
    }
    return all;
}

Result<bool> JournalMirror::adopted()
{
    const Result<QByteArray> base = m_journal.base();
    const Result<QByteArray> own = base ? fingerprint() : base;
    if (!own) {
        return own.error();
    }
    if (base->isEmpty()) {
        return false;
    }
    const QTemporaryDir temporary(m_store.path() + QStringLiteral(".base-XXXXXX"));
    const QString folder = temporary.filePath(QStringLiteral("base"));
    if (const Result<> unpacked = unpack(*base, folder); !unpacked) {
        return unpacked.error();
    }
    const Result<storage::BackupManifest> manifest = storage::BackupManifest::checked(folder);
    if (!manifest) {
        return manifest.error();
    }
    if (manifest->facts.origin == m_store.origin()) {
        return false; // its own: what is in the store is newer, and perhaps under another key
    }
    const auto taken = m_store.keep(storage::AdoptBase{folder, m_options.storeKey, m_options.settings, manifest->facts}).result();
    const Result<> law = taken ? adoptLaw(folder + u'/' + storage::BackupManifest::LawFolder) : taken.error();
    if (!law) {
        return law.error();
    }
    const Result<QByteArray> since = fingerprint();
    return since ? Result<bool>(*since != *own) : since.error();
}

storage::CatalogueShelf JournalMirror::shelf() const
{
    return storage::CatalogueShelf(QFileInfo(m_store.path()).absolutePath() + u'/' + storage::BackupManifest::LawFolder);
}

Result<> JournalMirror::adoptLaw(const QString &folder) const
{
    const storage::CatalogueShelf there(folder);
    const auto theirs = there.head();
    const auto ours = shelf().head();
    if (!theirs || !*theirs || (ours && *ours && (*ours)->edition >= (*theirs)->edition)) {
        return {}; // what is not what was signed is not gone by, there or here
    }
    const Result<QByteArray> package = there.package(**theirs);
    return package ? shelf().keep(**theirs, *package) : package.error();
}

Result<QByteArray> JournalMirror::fingerprint() const
{
    QByteArray all = m_store.origin().bytes();
    for (const QString &name : m_options.settings) {
        const auto value = m_store.ask(storage::Setting{name}).result();
        if (!value) {
            return value.error();
        }
        all += security::sha256(value->value_or(QByteArray()));
    }
    if (const auto law = shelf().head(); law && *law) {
        all += QByteArray::number((*law)->edition);
    }
    const QString slots = m_store.path() + QStringLiteral(".keys");
    if (QFile::exists(slots)) {
        const Result<QByteArray> bytes = security::readWhole(slots, MostBase);
        if (!bytes) {
            return bytes.error();
        }
        all += security::sha256(*bytes);
    }
    return security::sha256(all);
}

Result<> JournalMirror::baseKept()
{
    const Result<QByteArray> now = fingerprint();
    if (!now) {
        return now.error();
    }
    for (const AttachmentReference &reference : QList<AttachmentReference>(m_later.values())) {
        if (m_store.attachments().exists(reference)) {
            if (const Result<> kept = fileSettled(reference); !kept && !isOfTheFile(kept.error())) {
                return kept;
            }
            m_later.remove(reference.name);
        }
    }
    if (*now == m_base) {
        return {};
    }
    const QTemporaryDir temporary(m_store.path() + QStringLiteral(".base-XXXXXX"));
    const QString folder = temporary.filePath(QStringLiteral("base"));
    const auto written = m_store.ask(storage::WriteBase{folder, m_options.storeKey, m_options.store}).result();
    const Result<QByteArray> bytes = written ? packed(folder) : written.error();
    const Result<> kept = bytes ? m_journal.keepBase(*bytes, m_epoch) : bytes.error();
    if (kept) {
        m_base = *now;
    }
    return kept;
}

Result<> JournalMirror::settled()
{
    const auto ours = m_store.ask(storage::VersionVectorNow{}).result();
    if (!ours) {
        return ours.error();
    }
    for (const SeqRange &range : m_known.missingFrom(*ours)) {
        if (const Result<> pushed = pushLog(range); !pushed) {
            return pushed;
        }
    }
    return {};
}

Result<> JournalMirror::pushLog(const SeqRange &range)
{
    quint64 first = range.first;
    std::optional<quint64> heldFrom;
    while (first <= range.last) {
        const auto run = m_store.ask(storage::OutgoingRun{.origin = range.origin, .first = first, .last = range.last, .heldFrom = heldFrom}).result();
        if (!run) {
            return run.error();
        }
        if (!*run) {
            return {}; // what nobody signed yet goes when its owner has
        }
        if (const Result<> pushed = push(**run); !pushed) {
            return pushed;
        }
        const quint64 held = m_known.highest(range.origin);
        const std::optional<quint64> before = std::exchange(heldFrom, held < (*run)->last() ? std::optional((*run)->first()) : std::nullopt);
        if (held + 1 == first && heldFrom == before) {
            return Error{ErrorCode::DatabaseFailed, QStringLiteral("it does not take what follows %1 of %2").arg(held).arg(range.origin.toString())};
        }
        first = held + 1;
    }
    return {};
}

Result<> JournalMirror::settle(const Run &run)
{
    return onThread<std::monostate>([this, run]() -> Result<> {
        // As it stands here and not as it came: what was purged meanwhile is not brought back.
        const auto entries = m_store.ask(storage::JournalRange{run.origin(), run.first(), run.last(), Run::MaxEntries}).result();
        if (!entries) {
            return entries.error();
        }
        Run here = run;
        here.entries = *entries;
        const Result<> checked = here.checked();
        return checked ? push(here) : checked;
    });
}

Result<> JournalMirror::push(const Run &run)
{
    if (const Result<> files = pushFiles(run.origin(), run.first(), run.last()); !files) {
        return files;
    }
    QList<journal::EntryKey> gone;
    for (const journal::Entry &entry : run.entries) {
        if (entry.header.kind == journal::kind::PayloadPurged) {
            const auto erased = m_store.ask(storage::WithoutPayload{entry.header.subject}).result();
            if (!erased) {
                return erased.error();
            }
            gone += *erased;
        }
    }
    const Result<CentreJournal::Kept> kept = m_journal.keep(run, m_epoch, gone);
    if (!kept) {
        return kept.error();
    }
    m_known.set(run.origin(), kept->contiguous); // also where that is less: a server that came back older is filled again
    return {};
}

// Before the entries that name them, so that whoever finds the one finds the other. What has not come whole follows when it has.
Result<> JournalMirror::pushFiles(const Id &origin, quint64 first, quint64 last)
{
    for (quint64 after = first - 1; after < last;) {
        const auto step = m_store.ask(storage::LogAttachments{.origin = origin, .after = after, .last = last}).result();
        if (!step) {
            return step.error();
        }
        for (const storage::EntryAttachment &one : step->attachments) {
            if (!m_store.attachments().exists(one.reference)) {
                if (m_later.size() < MostKnownFiles) {
                    m_later.insert(one.reference.name, one.reference);
                }
                continue;
            }
            // One that cannot be read is lost here, and keeps nothing else back.
            if (const Result<> kept = fileSettled(one.reference); !kept && !isOfTheFile(kept.error())) {
                return kept;
            }
        }
        if (step->seenTo <= after) {
            break;
        }
        after = step->seenTo;
    }
    return {};
}

Result<> JournalMirror::fileSettled(const AttachmentReference &reference)
{
    if (m_files.contains(reference.name)) {
        return {};
    }
    const qint64 size = storage::AttachmentParts::sealedSize(reference);
    const Result<qint64> there = m_journal.held(reference.name);
    if (!there) {
        return there.error();
    }
    if (*there < size) {
        const storage::AttachmentParts parts(m_store.attachments());
        const Result<> kept = m_journal.keepFile(reference.name, size, [&](qint64 at) { return parts.chunk(reference, at); }, m_epoch);
        if (!kept) {
            return kept;
        }
    }
    if (m_files.size() >= MostKnownFiles) {
        m_files.clear(); // they are asked for again
    }
    m_files.insert(reference.name);
    return {};
}

Result<bool> JournalMirror::fileFetched(const AttachmentReference &reference)
{
    const storage::AttachmentParts parts(m_store.attachments());
    const qint64 size = storage::AttachmentParts::sealedSize(reference);
    for (qint64 at = parts.held(reference); at < size;) {
        const Result<QByteArray> chunk = m_journal.chunk(reference.name, at);
        if (!chunk) {
            return chunk.error();
        }
        if (chunk->isEmpty()) {
            return false;
        }
        const Result<qint64> held = parts.take(reference, at, *chunk);
        if (!held) {
            return held.error();
        }
        if (*held <= at) {
            return false;
        }
        at = *held;
    }
    return true;
}

Result<QByteArray> JournalMirror::packed(const QString &folder)
{
    QCborMap files;
    const QDir root(folder);
    for (QDirIterator at(folder, QDir::Files, QDirIterator::Subdirectories); at.hasNext();) {
        const QString path = at.next();
        const Result<QByteArray> bytes = security::readWhole(path, MostBase);
        if (!bytes) {
            return bytes.error();
        }
        files.insert(root.relativeFilePath(path), *bytes);
    }
    return files.toCborValue().toCbor();
}

Result<> JournalMirror::unpack(const QByteArray &packed, const QString &folder)
{
    const QCborMap files = QCborValue::fromCbor(packed).toMap();
    if (files.isEmpty()) {
        return Error{ErrorCode::BackupDamaged, QStringLiteral("the base in the database")};
    }
    const QDir root(folder);
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        const QString path = it.key().toString();
        if (!isWithin(path) || !it.value().isByteArray()) {
            return Error{ErrorCode::BackupDamaged, QStringLiteral("the base in the database")};
        }
        const QString target = root.filePath(path);
        QFile file(target);
        if (!QDir().mkpath(QFileInfo(target).absolutePath()) || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
            || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) || file.write(it.value().toByteArray()) < 0 || !file.flush()) {
            return Error{ErrorCode::FileUnwritable, folder};
        }
    }
    return {};
}

} // namespace motcua::centre
