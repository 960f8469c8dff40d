// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/BroughtKeys.h"
#include "app/ctl/Command.h"

#include "app/sync/AttachmentCourier.h"
#include "app/workflows/JournalImport.h"
#include "app/workflows/JournalLaw.h"
#include "app/workflows/RotateKeys.h"
#include "ui/messages/Sentence.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>

namespace motcua::ctl {

namespace {

/** What a command took from all that was named, and why not more. */
struct Taken
{
    QList<ImportedLog> logs = {};
    ImportedFiles files = {};
};

/** What to say of an error, where more is known than its code tells. */
QString told(const Error &error)
{
    switch (error.code) {
    case ErrorCode::OriginForeign:
        return QStringLiteral("One of the two is for training and the other works: they are never mixed, and nothing was taken.");
    case ErrorCode::OriginForked:
        return QStringLiteral("Two machines wrote this log with a copy of the same disk, and here stands what the other one wrote. Of this branch nothing is taken.");
    case ErrorCode::SignatureWrong:
        return QStringLiteral("Its owner did not sign for it, so nothing of it is believed (%1). Import it from a file of the desk that wrote it, or from its folder.").arg(error.detail);
    default:
        return sentence(error).textWithCode();
    }
}

/**
 * The store of another desk as a copy beside ours, gone afterwards: in the folder itself nothing is written, so that it may be on a disk that is only
 * read, and it stays as it was when something goes wrong. The copy is as encrypted as the store.
 */
class DeadDesk
{
public:
    DeadDesk(const StoreFolder &theirs, const StoreFolder &ours)
        : m_theirs(theirs)
        , m_copy(ours.path() + QStringLiteral("/import-XXXXXX"))
    {
    }
    ~DeadDesk()
    {
        if (m_store) {
            m_store->close();
        }
    }
    Q_DISABLE_COPY_MOVE(DeadDesk)

    [[nodiscard]] Result<> open(Context &context, const Lawbook &law)
    {
        if (!m_theirs.exists()) {
            return Error{ErrorCode::StoreMissing, m_theirs.path()};
        }
        const QString file = m_copy.filePath(QStringLiteral("centre.db"));
        for (const char *part : {"", "-wal", ".keys", ".keys.bak"}) {
            const QString source = m_theirs.file() + QLatin1String(part);
            if (QFileInfo::exists(source) && !QFile::copy(source, file + QLatin1String(part))) {
                return Error{m_copy.isValid() ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, source};
            }
            QFile::setPermissions(file + QLatin1String(part), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        }
        const bool isRecovery = context.options().value(QStringLiteral("from-person")).isEmpty();
        const QString fd = context.options().value(QStringLiteral("from-password-fd"));
        const Result<QString> typed = askPassword(fd.isEmpty() ? -1 : fd.toInt(),
            isRecovery ? QStringLiteral("Recovery key of the other desk") : QStringLiteral("Password at the other desk"), "MOTCUA_FROM_PASSWORD");
        if (!typed) {
            return typed.error();
        }
        const Result<security::OpenedKeys> keys = openedBy(security::KeySlots(file), *typed, isRecovery);
        if (!keys) {
            return keys.error();
        }
        storage::StoreOptions options;
        options.rules = journalRules(law);
        const Result<OpenedStore> opened = RotateKeys::opened(file, keys->dataKeys, options);
        if (!opened) {
            return opened.error();
        }
        m_store = opened->store;
        return {};
    }

    [[nodiscard]] const storage::Store &store() const { return *m_store; }
    [[nodiscard]] storage::Attachments attachments() const
    {
        return {m_theirs.file() + QStringLiteral(".attachments"), {}, storage::FileOperations::ofSystem()};
    }

private:
    StoreFolder m_theirs;
    QTemporaryDir m_copy;
    std::optional<storage::Store> m_store;
};

Result<Taken> takenFromFolder(Context &context, const Workplace &place, const QString &path)
{
    const StoreFolder theirs(path);
    if (QFileInfo(theirs.file()).canonicalFilePath() == QFileInfo(context.folder().file()).canonicalFilePath()) {
        return Error{ErrorCode::Invalid, QStringLiteral("this store's own folder")};
    }
    DeadDesk dead(theirs, context.folder());
    if (const Result<> opened = dead.open(context, place.law); !opened) {
        return opened.error();
    }
    const JournalImport import(place.store);
    StoreSource source(dead.store());
    const Result<QList<ImportedLog>> logs = import.logs(source);
    if (!logs) {
        return logs.error();
    }
    const Result<ImportedFiles> files = import.files(dead.attachments(), *logs);
    QList<Id> origins;
    for (const ImportedLog &log : *logs) {
        origins.append(log.origin);
    }
    for (const QString &peer : {QStringLiteral("portal"), QStringLiteral("centre")}) {
        if (const Result<> noted = sync::AttachmentCourier::willPassOn(place.store, peer, origins); files && !noted) {
            return noted.error();
        }
    }
    return files ? Result<Taken>(Taken{*logs, *files}) : files.error();
}

Result<Taken> takenFromFile(const Workplace &place, const QString &path)
{
    const auto source = ExportSource::opened(path);
    if (!source) {
        return source.error();
    }
    const Result<QList<ImportedLog>> logs = JournalImport(place.store).logs(**source);
    return logs ? Result<Taken>(Taken{*logs, {}}) : logs.error();
}

QJsonObject jsonOf(const ImportedLog &log)
{
    QJsonObject json{{QStringLiteral("origin"), log.origin.toString()}, {QStringLiteral("new"), log.fresh}, {QStringLiteral("held"), log.held},
        {QStringLiteral("refused"), log.refused}};
    if (log.why) {
        json.insert(QStringLiteral("why"), errorName(log.why->code));
    }
    return json;
}

void sayTaken(Context &context, const QString &source, const Taken &taken)
{
    for (const ImportedLog &log : taken.logs) {
        context.terminal().say(
            QStringLiteral("%1: log %2: %3 entries new, %4 here already, %5 refused").arg(source, log.origin.toString()).arg(log.fresh).arg(log.held).arg(log.refused));
        if (log.why) {
            context.terminal().explain(QStringLiteral("Log %1: %2").arg(log.origin.toString(), told(*log.why)));
        }
    }
    const ImportedFiles &files = taken.files;
    if (files.fresh + files.held + files.missing + files.damaged > 0) {
        context.terminal().say(QStringLiteral("%1: %2 files new, %3 here already, %4 not there, %5 damaged and not taken")
                                   .arg(source).arg(files.fresh).arg(files.held).arg(files.missing).arg(files.damaged));
    }
}

int importAll(Context &context)
{
    if (context.words().isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl journal import FILE.mcj|FOLDER … [--from-person NAME]; of a folder the recovery key is asked, "
                                                  "or with --from-person the password of somebody it lets in"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Right::Restore);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    QJsonArray sources;
    ImportedLog all;
    ImportedFiles files;
    for (const QString &word : context.words()) {
        const Result<Taken> taken = QFileInfo(word).isDir() ? takenFromFolder(context, *place, word) : takenFromFile(*place, word);
        if (!taken) {
            return taken.error().code == ErrorCode::OriginForeign ? context.terminal().fail(taken.error(), told(taken.error()))
                                                                  : context.terminal().fail(taken.error());
        }
        sayTaken(context, word, *taken);
        QJsonArray logs;
        for (const ImportedLog &log : taken->logs) {
            logs.append(jsonOf(log));
            all.fresh += log.fresh;
            all.held += log.held;
            all.refused += log.refused;
            all.why = all.why ? all.why : log.why;
        }
        files.fresh += taken->files.fresh;
        files.held += taken->files.held;
        files.missing += taken->files.missing;
        files.damaged += taken->files.damaged;
        sources.append(QJsonObject{{QStringLiteral("source"), word}, {QStringLiteral("logs"), logs}});
    }
    context.terminal().say(QStringLiteral("%1 entries are new. What this desk exchanges with others passes them on.").arg(all.fresh));
    context.terminal().answer({{QStringLiteral("new"), all.fresh}, {QStringLiteral("held"), all.held}, {QStringLiteral("refused"), all.refused},
        {QStringLiteral("sources"), sources},
        {QStringLiteral("files"), QJsonObject{{QStringLiteral("new"), files.fresh}, {QStringLiteral("held"), files.held}, {QStringLiteral("missing"), files.missing},
             {QStringLiteral("damaged"), files.damaged}}}});
    if (files.damaged > 0 && !all.why) {
        return Damaged;
    }
    return all.why ? exitCode(*all.why) : Done;
}

} // namespace

QList<Command> importCommands()
{
    return {{QStringLiteral("journal import"), QStringLiteral("FILE.mcj|FOLDER … [--from-person NAME]"),
        QStringLiteral("take over what another desk wrote, from its export or from the folder of a desk that is gone, with its files"), importAll}};
}

} // namespace motcua::ctl
