// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/JournalImport.h"

#include "app/storage/AttachmentParts.h"
#include "app/storage/AttachmentQueries.h"
#include "app/storage/JournalQueries.h"

#include <algorithm>

namespace motcua {

using journal::Entry;
using journal::LogHead;
using journal::Run;
using storage::AttachmentParts;
using storage::Attachments;

namespace {

/** What is said of this log alone; the others can be taken all the same. */
bool isOfOneLog(ErrorCode code)
{
    return code == ErrorCode::SignatureWrong || code == ErrorCode::EntryMalformed || code == ErrorCode::PayloadMismatch
        || code == ErrorCode::ChainBroken || code == ErrorCode::OriginForked;
}

} // namespace

Result<QList<ImportedLog>> JournalImport::logs(LogSource &source) const
{
    const Result<QList<HeldLog>> theirs = source.logs();
    const Result<journal::VersionVector> ours = m_store.ask(storage::VersionVectorNow{}).result();
    if (!theirs || !ours) {
        return theirs ? ours.error() : theirs.error();
    }
    if (!theirs->isEmpty() && source.isTraining() != m_store.isTraining()) {
        return Error{ErrorCode::OriginForeign, {}};
    }
    QList<ImportedLog> imported;
    for (const HeldLog &held : *theirs) {
        const Id origin = held.head.last.origin;
        if (origin == m_store.origin()) {
            // Nobody is given their own log. More of it than was written here somebody else wrote, with a copy of this store.
            const quint64 written = ours->highest(origin);
            ImportedLog own{.origin = origin, .held = static_cast<qint64>(std::min(written, held.last))};
            if (held.last > written) {
                own.refused = static_cast<qint64>(held.last - written);
                own.why = Error{ErrorCode::OriginForked, origin.toString()};
            }
            imported.append(own);
            continue;
        }
        const Result<ImportedLog> one = log(source, held);
        if (!one) {
            return one.error();
        }
        imported.append(*one);
    }
    return imported;
}

Result<ImportedLog> JournalImport::log(LogSource &source, const HeldLog &held) const
{
    const Id origin = held.head.last.origin;
    const quint64 top = held.head.last.seq;
    ImportedLog imported{.origin = origin};
    const auto refuse = [&imported](quint64 entries, const Error &why) {
        imported.refused += static_cast<qint64>(entries);
        if (entries > 0 && !imported.why) {
            imported.why = why;
        }
    };
    refuse(held.last - top, {ErrorCode::SignatureWrong, QStringLiteral("nobody signed for what follows entry %1").arg(top)});
    QByteArray key = held.head.publicKey;
    if (key.isEmpty()) {
        const Result<QList<storage::OriginRow>> origins = m_store.ask(storage::Origins{}).result();
        if (!origins) {
            return origins.error();
        }
        const auto known = std::find_if(origins->cbegin(), origins->cend(), [&](const storage::OriginRow &row) { return row.id == origin; });
        key = known != origins->cend() ? known->publicKey : QByteArray();
    }
    if (key.isEmpty()) {
        refuse(top, {ErrorCode::SignatureWrong, QStringLiteral("nobody knows by which key it is signed")});
        return imported;
    }
    // From its end backwards: each stretch is vouched for by the one after it, the last one by the signature.
    for (quint64 last = top; last > 0;) {
        const quint64 first = (last - 1) / Run::MaxEntries * Run::MaxEntries + 1;
        const Result<QList<Entry>> entries = source.stretch(origin, first, last);
        if (!entries) {
            return entries.error();
        }
        if (entries->isEmpty()) {
            refuse(last, {ErrorCode::ChainBroken, QStringLiteral("an entry is missing")});
            return imported;
        }
        const Entry &end = entries->constLast();
        const LogHead head{end.header.key, end.hash(), key, last == top ? held.head.signature : QByteArray()};
        const Result<storage::Ingested> ingested = m_store.ingest(Run{*entries, head}).result();
        if (!ingested && !isOfOneLog(ingested.error().code)) {
            return ingested.error();
        }
        if (!ingested) {
            refuse(last, ingested.error());
            return imported;
        }
        imported.fresh += ingested->stored;
        imported.held += ingested->duplicates;
        if (!ingested->refused.isEmpty()) {
            // What comes before hangs on what is not taken.
            refuse(static_cast<quint64>(ingested->refused.size()) + first - 1, ingested->refused.constFirst().error);
            return imported;
        }
        last = first - 1;
    }
    return imported;
}

Result<ImportedFiles> JournalImport::files(const Attachments &theirs, const QList<ImportedLog> &logs) const
{
    ImportedFiles files;
    for (const ImportedLog &log : logs) {
        storage::LogAttachments stretch{.origin = log.origin};
        for (;;) {
            const Result<storage::LogAttachments::Step> step = m_store.ask(stretch).result();
            if (!step) {
                return step.error();
            }
            for (const storage::EntryAttachment &one : step->attachments) {
                if (const Result<> taken = file(one.reference, theirs, files); !taken) {
                    return taken.error();
                }
            }
            if (step->seenTo <= stretch.after) {
                break;
            }
            stretch.after = step->seenTo;
        }
    }
    return files;
}

Result<> JournalImport::file(const storage::AttachmentReference &reference, const Attachments &theirs, ImportedFiles &files) const
{
    const AttachmentParts from(theirs);
    const AttachmentParts to(m_store.attachments());
    const qint64 whole = AttachmentParts::sealedSize(reference);
    qint64 at = to.held(reference);
    if (at >= whole) {
        ++files.held;
        return {};
    }
    while (at < whole) {
        const Result<QByteArray> chunk = from.chunk(reference, at);
        const Result<qint64> held = chunk ? to.take(reference, at, *chunk) : Result<qint64>(chunk.error());
        if (!held) {
            switch (held.error().code) {
            case ErrorCode::AttachmentMissing:
                ++files.missing;
                return {};
            case ErrorCode::AttachmentDamaged:
            case ErrorCode::Invalid: // it ends elsewhere than its entry says
            case ErrorCode::FileUnreadable:
                ++files.damaged;
                return {};
            default:
                return held.error();
            }
        }
        at = *held;
    }
    ++files.fresh;
    return {};
}

} // namespace motcua
