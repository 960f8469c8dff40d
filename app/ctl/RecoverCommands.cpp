// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/BroughtKeys.h"
#include "app/ctl/Command.h"
#include "app/ctl/DatabaseCommands.h"

#include "app/security/KeySlots.h"
#include "app/security/SignInGate.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"
#include "app/workflows/JournalLaw.h"
#include "app/workflows/ResumeDesk.h"
#include "app/workflows/RotateKeys.h"
#include "app/workflows/SignInNames.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace motcua::ctl {

namespace {

/** Who opens a store that cannot let anybody in by itself yet: the keys, and what to sign in with afterwards. */
struct Opened
{
    security::OpenedKeys keys;
    QString name = {}; ///< empty: by the recovery key, so nobody in particular
    QString typed = {};
};

storage::StoreOptions optionsFor(const Lawbook &law)
{
    storage::StoreOptions options;
    options.rules = journalRules(law);
    return options;
}

/**
 * How far the numbers of today are used up: --numbers-used, else asked at the terminal; the last digits of the code on the latest slip.
 *
 * There is no default: what was given out after the back-up, or on a page that is lost, only the slips know.
 */
Result<int> numbersUsed(Context &context)
{
    const QString option = QStringLiteral("numbers-used");
    Result<QString> said = context.options().value(option);
    if (!context.options().isSet(option)) {
        said = askLine(-1, QStringLiteral("Highest number of today on a slip of this desk (last digits of the code), 0 if there is none"));
    }
    bool isNumber = false;
    const int number = said ? said->trimmed().toInt(&isNumber) : 0;
    if (!said) {
        context.terminal().explain(QStringLiteral(
            "--numbers-used N is needed: the last digits of the code on the latest slip of today, 0 if there is none. No code is given twice then."));
    }
    return isNumber && number >= 0 ? Result<int>(number) : Result<int>(Error{ErrorCode::Invalid, option});
}

/** Tells with which number the desk goes on. */
Result<> resumeNumbers(Context &context, const storage::Store &store, int used)
{
    const Result<int> last = ResumeDesk::skipNumbers(store, used);
    if (!last && last.error().code == ErrorCode::UnitMissing) {
        context.terminal().explain(QStringLiteral("Unit and desk are not known any more: motcua-ctl unit configure, then motcua-ctl unit numbers."));
        return {};
    }
    if (!last) {
        return last.error();
    }
    context.terminal().say(*last == 0 ? QStringLiteral("Numbers of today: none is taken.")
                                      : QStringLiteral("Numbers of today: taken up to %1; the next dossier gets a higher one.").arg(*last));
    return {};
}

/** The keys of a back-up: with --person by that person's password, else by the recovery key typed like one. */
Result<Opened> keysOfBackup(Context &context, const QString &folder)
{
    const QString name = context.options().value(QStringLiteral("person"));
    const Result<QString> typed = context.password(name.isEmpty() ? QStringLiteral("Recovery key") : QStringLiteral("Password"));
    if (!typed) {
        return typed.error();
    }
    // A back-up holds no names to sign in with; the name is looked at once the journal is open.
    Result<security::OpenedKeys> keys = openedBy(security::KeySlots(folder + QStringLiteral("/store")), *typed, name.isEmpty());
    if (!keys) {
        return keys.error();
    }
    return name.isEmpty() ? Opened{.keys = *std::move(keys)} : Opened{.keys = *std::move(keys), .name = name, .typed = *typed};
}

/** The names people sign in with are not in a back-up; the journal knows who works here. */
Result<> nameEverybody(const storage::Store &store)
{
    const Result<QList<StaffMember>> staff = store.ask(storage::StaffList{}).result();
    if (!staff) {
        return staff.error();
    }
    for (const StaffMember &member : *staff) {
        if (!member.isActive()) {
            continue;
        }
        if (const Result<QString> name = SignInNames(store.path()).add(member.id(), member.name()); !name) {
            return name.error();
        }
    }
    return {};
}

/** What else has to come before anybody is known who works here. */
using Fetch = std::function<Result<>(const storage::Store &store)>;

/** The restored store at the context's own place, journalled; the id of its new log. `used`: numbers given out since; none where the desk gives none. */
Result<Id> restored(Context &context, const QString &source, const Lawbook &law, const Opened &by, std::optional<int> used, const Fetch &fetch = {})
{
    const storage::StoreOptions options = optionsFor(law);
    const QString file = context.folder().file();
    const security::DataKeys &keys = by.keys.dataKeys;
    Result<Id> origin = storage::restoreBackup(source, file, keys.current, options);
    if (!origin && origin.error().code == ErrorCode::StoreWrongKey && keys.rotating()) {
        // The back-up was made while the key was being changed, after the pages had the new one.
        origin = storage::restoreBackup(source, file, keys.next, options);
    }
    if (!origin) {
        return origin;
    }
    {
        const Result<OpenedStore> opened = RotateKeys::opened(file, keys, options);
        if (!opened) {
            return opened.error();
        }
        Result<> done = fetch ? fetch(opened->store) : Result<>();
        if (done) {
            done = nameEverybody(opened->store);
        }
        if (done && used) {
            done = resumeNumbers(context, opened->store, *used);
        }
        opened->store.close();
        if (!done) {
            return done.error();
        }
    }
    if (by.name.isEmpty()) {
        return origin;
    }
    const Result<Workplace> place = context.enterAs(by.name, by.typed);
    return place ? origin : Result<Id>(place.error());
}

/** A new machine takes the place of a gateway, from what is on PostgreSQL. */
int restoreFromDatabase(Context &context)
{
    const StoreFolder target = context.folder();
    if (target.exists()) {
        return context.terminal().fail({ErrorCode::StoreExists, target.path()});
    }
    const Result<Lawbook> law = context.law();
    const Result<centre::DatabaseAccess> access = law ? databaseOf(context) : law.error();
    if (!access) {
        return context.terminal().fail(access.error());
    }
    const bool wasThere = QFileInfo::exists(target.path());
    if (!target.create()) {
        return context.terminal().fail({ErrorCode::FileUnwritable, target.path()});
    }
    const auto temporary = std::make_unique<QTemporaryDir>(target.path() + QStringLiteral("/base-XXXXXX"));
    const QString base = temporary->filePath(QStringLiteral("base"));
    quint64 entries = 0;
    const auto all = [&]() -> Result<Id> {
        if (const Result<> fetched = fetchBase(*access, base); !fetched) {
            return fetched.error();
        }
        const Result<Opened> by = keysOfBackup(context, base);
        return by ? restored(context, base, *law, *by, std::nullopt,
                        [&](const storage::Store &store) -> Result<> {
                            const Result<quint64> came = fetchJournal(*access, store);
                            entries = came ? *came : 0;
                            return came ? Result<>() : came.error();
                        })
                  : by.error();
    };
    const Result<Id> origin = all();
    temporary->remove();
    if (!origin) {
        target.discard();
        if (!wasThere) {
            QDir(target.path()).removeRecursively(); // with the law and the issuers that came along
        }
        return context.terminal().fail(origin.error());
    }
    context.terminal().say(QStringLiteral("%1 is this portal too, with %2 entries, as a new origin %3. Files come as they are asked for.").arg(target.path()).arg(entries).arg(origin->toString()));
    context.terminal().say(QStringLiteral("Next: motcua-ctl keys machine add, motcua-ctl portal certificate, and start motcua-portal; while another gateway writes, it stands by."));
    context.terminal().answer({{QStringLiteral("origin"), origin->toString()}, {QStringLiteral("entries"), static_cast<qint64>(entries)}});
    return Done;
}

int restore(Context &context)
{
    if (context.words().isEmpty() && context.options().isSet(QStringLiteral("database"))) {
        return restoreFromDatabase(context);
    }
    if (context.words().isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl restore FOLDER --store NEW-FOLDER --numbers-used N [--person NAME]; without a person the "
                                                  "recovery key is asked like a password"));
        context.terminal().explain(QStringLiteral("motcua-ctl restore --database postgresql://USER@HOST/DATABASE [--ca FILE] --store NEW-FOLDER [--person NAME]: a portal from its database"));
        return Usage;
    }
    const Result<Lawbook> law = context.law();
    if (!law) {
        return context.terminal().fail(law.error());
    }
    const StoreFolder target = context.folder();
    if (target.exists()) {
        return context.terminal().fail({ErrorCode::StoreExists, target.path()});
    }
    const Result<int> used = numbersUsed(context);
    if (!used) {
        return context.terminal().fail(used.error());
    }
    const Result<Opened> by = keysOfBackup(context, context.words().constFirst());
    if (!by) {
        return context.terminal().fail(by.error());
    }
    if (!target.create()) {
        return context.terminal().fail({ErrorCode::FileUnwritable, target.path()});
    }
    const Result<Id> origin = restored(context, context.words().constFirst(), *law, *by, *used);
    if (!origin) {
        target.discard();
        return context.terminal().fail(origin.error());
    }
    context.terminal().say(QStringLiteral("Restored into %1 as a new origin %2.").arg(target.path(), origin->toString()));
    context.terminal().answer({{QStringLiteral("origin"), origin->toString()}});
    return Done;
}

/** The keys of the machine's own store by its slots alone, counted like any sign-in: who may come in cannot be asked of a damaged journal. */
Result<Opened> keysOfStore(Context &context)
{
    const QString file = context.folder().file();
    const QString name = context.options().value(QStringLiteral("person"));
    const Result<QString> typed = context.password(name.isEmpty() ? QStringLiteral("Recovery key") : QStringLiteral("Password"));
    if (!typed) {
        return typed.error();
    }
    security::KeySlots slots(file);
    security::LockOut lockOut(file);
    security::PinUnlock pins;
    security::SignInGate gate(slots, lockOut, pins);
    const security::Moment now = security::Moment::now();
    if (name.isEmpty()) {
        const Result<security::RecoveryKey> key = security::RecoveryKey::fromTyped(*typed);
        Result<security::OpenedKeys> keys = key ? gate.withRecovery(*key, now) : Result<security::OpenedKeys>(key.error());
        return keys ? Result<Opened>(Opened{.keys = *std::move(keys)}) : Result<Opened>(keys.error());
    }
    const Result<Id> person = SignInNames(file).find(name);
    if (!person) {
        return person.error();
    }
    Result<security::OpenedKeys> keys = gate.withPassword(*person, security::Password::typed(*typed), now);
    return keys ? Result<Opened>(Opened{.keys = *std::move(keys), .name = name, .typed = *typed}) : Result<Opened>(keys.error());
}

/** Whether the store has to be salvaged. An error is about something else that salvage does not mend. */
Result<bool> isDamaged(const QString &file, const security::DataKeys &keys, const storage::StoreOptions &options)
{
    const Result<OpenedStore> opened = RotateKeys::opened(file, keys, options);
    if (!opened) {
        // Missing beside its slots it may be after a salvage that was cut off in its last step, which the next one ends.
        const ErrorCode code = opened.error().code;
        return code == ErrorCode::StoreDamaged || code == ErrorCode::StoreMissing ? Result<bool>(true) : Result<bool>(opened.error());
    }
    const Result<QStringList> pages = opened->store.ask(storage::CheckFile{}).result();
    const Result<storage::VerifyJournal::Report> journal = opened->store.ask(storage::VerifyJournal{}).result();
    opened->store.close();
    for (const Error &error : {pages ? Error{ErrorCode::StoreDamaged, {}} : pages.error(), journal ? Error{ErrorCode::StoreDamaged, {}} : journal.error()}) {
        if (error.code != ErrorCode::StoreDamaged) {
            return error;
        }
    }
    return !pages || !pages->isEmpty() || !journal || journal->firstBreak.has_value();
}

void tellSalvaged(Context &context, const storage::SalvageReport &report)
{
    Terminal &terminal = context.terminal();
    terminal.say(QStringLiteral("%1 entries were saved into a new store; %2 could not be read, and of %3 only the header could.")
                     .arg(report.entries)
                     .arg(report.lost)
                     .arg(report.payloadsLost));
    terminal.say(QStringLiteral("The damaged file lies in %1. Keep it, look at the disk, and make a back-up now.").arg(report.quarantined));
    if (report.lost > 0 || report.payloadsLost > 0) {
        terminal.say(QStringLiteral("What is lost may be in the latest back-up: restore it into another folder and compare."));
    }
    terminal.answer({{QStringLiteral("salvaged"), true}, {QStringLiteral("entries"), report.entries}, {QStringLiteral("lost"), report.lost},
        {QStringLiteral("payloadsLost"), report.payloadsLost}, {QStringLiteral("damagedFile"), report.quarantined}});
}

int salvage(Context &context)
{
    const Result<Lawbook> law = context.law();
    if (!law) {
        return context.terminal().fail(law.error());
    }
    const StoreFolder folder = context.folder();
    if (!folder.exists()) {
        return context.terminal().fail({ErrorCode::StoreMissing, folder.path()});
    }
    const Result<int> used = numbersUsed(context);
    if (!used) {
        return context.terminal().fail(used.error());
    }
    const Result<Opened> by = keysOfStore(context);
    if (!by) {
        return context.terminal().fail(by.error());
    }
    const storage::StoreOptions options = optionsFor(*law);
    const security::DataKeys &keys = by->keys.dataKeys;
    const Result<bool> damaged = isDamaged(folder.file(), keys, options);
    if (!damaged) {
        return context.terminal().fail(damaged.error());
    }
    if (!*damaged) {
        context.terminal().say(QStringLiteral("Every page reads and the journal holds: there is nothing to salvage, and nothing was done."));
        context.terminal().answer({{QStringLiteral("salvaged"), false}});
        return Done;
    }
    Result<storage::SalvageReport> report = storage::salvage(folder.file(), keys.current, options);
    if (!report && report.error().code == ErrorCode::StoreWrongKey && keys.rotating()) {
        report = storage::salvage(folder.file(), keys.next, options);
    }
    if (!report) {
        if (report.error().code == ErrorCode::StoreBusy) {
            context.terminal().explain(QStringLiteral("Close motcua and every other program at this store, then do it once more."));
        }
        return context.terminal().fail(report.error());
    }
    tellSalvaged(context, *report);
    Result<> resumed = [&]() -> Result<> {
        const Result<OpenedStore> opened = RotateKeys::opened(folder.file(), keys, options);
        if (!opened) {
            return opened.error();
        }
        const Result<> skipped = resumeNumbers(context, opened->store, *used);
        opened->store.close();
        return skipped;
    }();
    if (!resumed) {
        context.terminal().explain(QStringLiteral("Before anybody receives a dossier: motcua-ctl unit numbers --numbers-used N"));
        return context.terminal().fail(resumed.error());
    }
    if (!by->name.isEmpty()) {
        if (const Result<Workplace> place = context.enterAs(by->name, by->typed); !place) {
            if (place.error().code == ErrorCode::PersonDisabled) {
                context.terminal().explain(QStringLiteral("If who works here was lost with the damaged pages: restore the latest back-up."));
            }
            return context.terminal().fail(place.error());
        }
    }
    return Done;
}

} // namespace

QList<Command> recoverCommands()
{
    return {
        {QStringLiteral("restore"), QStringLiteral("FOLDER --store NEW-FOLDER --numbers-used N [--person NAME]"),
            QStringLiteral("a back-up as a new store on this machine, which stays the desk it was; by the person's password, else by the recovery key"),
            restore},
        {QStringLiteral("salvage"), QStringLiteral("--numbers-used N [--person NAME]"),
            QStringLiteral("save what can be read of a damaged store into a new one in its place; whoever has a key slot may, else the recovery key; "
                           "motcua must be closed. Needs as much free disk as the store has"),
            salvage},
    };
}

} // namespace motcua::ctl
