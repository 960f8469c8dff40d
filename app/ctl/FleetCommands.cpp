// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/CentreAccess.h"

#include "app/centre/CentreInvitation.h"
#include "app/centre/CentreJournal.h"
#include "app/centre/FleetTable.h"
#include "app/portal/NewFile.h"
#include "app/security/DurableFile.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/PortalQueries.h"
#include "app/sync/Invitation.h"
#include "app/workflows/CentreLink.h"
#include "app/workflows/DeskFile.h"
#include "app/workflows/Enrolment.h"
#include "app/workflows/KeptPortal.h"
#include "app/workflows/StoreFolder.h"
#include "models/staff/Staff.h"
#include "ui/messages/Sentence.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace motcua::ctl {

using centre::CentreInvitation;
using centre::CentreJournal;
using centre::CentreKeeper;
using centre::DatabaseAccess;

namespace {

QString ownIni()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/motcua/desk.ini");
}

QString loginIn(const DatabaseAccess &access)
{
    return access.address.section(u'/', 2, 2).section(u'@', 0, 0);
}

// ── The machines of the desks ─────────────────────────────────────────────────────────────────────────────────────────

QJsonObject healthJson(const FleetDesk &desk)
{
    const DeskHealth &health = *desk.health;
    QJsonArray devices;
    for (const DeskHealth::Device &device : health.devices) {
        devices.append(QJsonObject{{QStringLiteral("kind"), deviceKindName(device.kind)}, {QStringLiteral("state"), deviceStateName(device.state)}});
    }
    return {{QStringLiteral("program"), health.program}, {QStringLiteral("build"), health.build}, {QStringLiteral("schema"), health.schema}, {QStringLiteral("startedMs"), health.startedMs},
        {QStringLiteral("catalogue"), health.catalogue}, {QStringLiteral("catalogueUntilMs"), health.catalogueUntilMs}, {QStringLiteral("clockOffMs"), desk.clockOffMs}, {QStringLiteral("freeBytes"), health.freeBytes},
        {QStringLiteral("allBytes"), health.allBytes}, {QStringLiteral("portal"), health.hasPortal}, {QStringLiteral("portalWaiting"), health.portalWaiting}, {QStringLiteral("portalOldestMs"), health.portalOldestMs},
        {QStringLiteral("centreWaiting"), health.centreWaiting}, {QStringLiteral("centreOldestMs"), health.centreOldestMs}, {QStringLiteral("backupMs"), health.backupMs}, {QStringLiteral("devices"), devices}};
}

QJsonObject lineJson(const FleetLine &line, bool isConnected)
{
    QJsonArray findings;
    for (const FleetFinding &finding : line.findings) {
        findings.append(QJsonObject{{QStringLiteral("what"), fleetFindingName(finding.what)}, {QStringLiteral("level"), fleetLevelName(finding.level)}, {QStringLiteral("amount"), finding.amount}});
    }
    return {{QStringLiteral("login"), line.desk.login}, {QStringLiteral("name"), line.desk.name}, {QStringLiteral("connected"), isConnected}, {QStringLiteral("desk"), line.desk.desk},
        {QStringLiteral("level"), fleetLevelName(line.level())}, {QStringLiteral("closed"), line.isClosed()}, {QStringLiteral("agoMs"), line.desk.agoMs < 0 ? QJsonValue() : QJsonValue(line.desk.agoMs)},
        {QStringLiteral("health"), line.desk.health ? QJsonValue(healthJson(line.desk)) : QJsonValue()}, {QStringLiteral("findings"), findings}};
}

QString lineWords(const FleetLine &line, bool isConnected)
{
    QStringList told;
    for (const FleetFinding &finding : line.findings) {
        told.append(fleetFindingName(finding.what));
    }
    return QStringLiteral("%1  %2  %3%4%5%6")
        .arg(fleetLevelName(line.level()).leftJustified(4), line.desk.login, line.desk.name, isConnected ? QStringLiteral("  connected") : QString(), line.isClosed() ? QStringLiteral("  closed") : QString(),
            told.isEmpty() ? QString() : QStringLiteral("  ") + told.join(u' '));
}

/** As the owner of the database where one is named, else as this desk, which reads as much. */
Result<DatabaseAccess> readerOf(Context &context, const Workplace &place)
{
    if (context.options().isSet(QStringLiteral("database"))) {
        return ownerOf(context, place);
    }
    Result<std::optional<DatabaseAccess>> access = centreOf(place.store);
    if (!access || !*access) {
        return access ? Error{ErrorCode::DatabaseForeign, QStringLiteral("this desk is alone: motcua-ctl centre init")} : access.error();
    }
    return std::move(**access);
}

int desks(Context &context)
{
    if (!context.words().isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl centre desks [--database postgresql://OWNER@HOST/DATABASE [--ca FILE]] --person SUPERVISOR|ADMINISTRATOR"));
        context.terminal().explain(QStringLiteral("  Ends with 1 where a machine has to be seen to (level \"act\"), else with 0."));
        return Usage;
    }
    Result<Workplace> place = context.enter();
    if (place) {
        const Result<QList<StaffMember>> members = place->store.ask(storage::StaffList{}).result();
        const Staff staff = members ? Staff(place->law.roles, *members) : Staff();
        if (!staff.may(place->person, Right::ManageUnit) && !staff.may(place->person, Right::ViewDashboard)) {
            place = Error{ErrorCode::NotAllowed, rightName(Right::ManageUnit)};
        }
    }
    const Result<DatabaseAccess> access = place ? readerOf(context, *place) : place.error();
    const Result<QList<CentreKeeper::Desk>> logins = access ? CentreKeeper(access->clone()).desks() : access.error();
    const auto database = logins ? centre::Postgres::open(*access) : Result<std::unique_ptr<centre::Postgres>>(logins.error());
    const Result<QList<FleetDesk>> known = database ? centre::fleettable::desks(**database, access->house) : database.error();
    if (!known) {
        return context.terminal().fail(known.error());
    }
    const FleetView view = FleetView::of(place->law.fleet, *known);
    QJsonArray rows;
    for (const FleetLine &line : view.lines) {
        const bool isConnected = std::any_of(logins->cbegin(), logins->cend(), [&line](const CentreKeeper::Desk &desk) { return desk.login == line.desk.login && desk.isConnected; });
        context.terminal().say(lineWords(line, isConnected));
        rows.append(lineJson(line, isConnected));
    }
    context.terminal().say(QStringLiteral("%1 desks, %2 to see to, %3 to look at").arg(view.lines.size()).arg(view.count(FleetLevel::Act)).arg(view.count(FleetLevel::Look)));
    context.terminal().answer({{QStringLiteral("desks"), rows}, {QStringLiteral("level"), fleetLevelName(view.level())}, {QStringLiteral("program"), view.program}});
    return view.level() == FleetLevel::Act ? Failed : Done;
}

// ── One file makes a new desk ─────────────────────────────────────────────────────────────────────────────────────────

int explainProvision(Context &context)
{
    context.terminal().explain(QStringLiteral("motcua-ctl centre provision --desk N [--name NAME] --database postgresql://OWNER@HOST/DATABASE [--ca FILE] [--portal-invitation FILE] NEW-FILE --person ADMINISTRATOR"));
    context.terminal().explain(QStringLiteral("  Writes one file with which a new machine becomes desk N of this centre: motcua-ctl provision FILE. Its code is told once, here or on --code-fd:"));
    context.terminal().explain(QStringLiteral("  tell it by another way than the file goes."));
    return Usage;
}

/** The name of a desk that is provisioned ends so: until it speaks, nothing else tells its number. */
QString numbered(int number)
{
    return QStringLiteral(" · %1").arg(number);
}

/**
 * Nothing where that number is free; else who has it: this desk, one that told of itself, one whose file was written and not used yet, or a log of that number
 * whose machine never told. (Two desks of one number would give out the same dossier numbers.) A machine that was shut out makes its number free.
 */
Result<> isFree(const DatabaseAccess &owner, const Workplace &place, int number)
{
    if (place.unit.deskNumber == number) {
        return Error{ErrorCode::RangeOverlap, QStringLiteral("this is desk %1").arg(number)};
    }
    if (SetUpCentre::facts(place).onlyDesk) {
        return Error{ErrorCode::RangeOverlap, QStringLiteral("this desk has all numbers of the day: motcua-ctl unit configure --desk %1 first").arg(place.unit.deskNumber)};
    }
    const auto database = centre::Postgres::open(owner);
    const Result<QList<FleetDesk>> known = database ? centre::fleettable::desks(**database, owner.house) : database.error();
    if (!known) {
        return known.error();
    }
    const QString wanted = place.unit.organisationCode + u'/' + QString::number(number);
    const auto taken = std::find_if(known->cbegin(), known->cend(), [&wanted](const FleetDesk &desk) { return desk.desk == wanted; });
    if (taken != known->cend()) {
        return Error{ErrorCode::RangeOverlap, taken->name};
    }
    const auto invited = std::find_if(known->cbegin(), known->cend(), [number](const FleetDesk &desk) { return desk.agoMs < 0 && desk.name.endsWith(numbered(number)); });
    if (invited != known->cend()) {
        return Error{ErrorCode::RangeOverlap, QStringLiteral("%1: its file was written, and it has not spoken yet").arg(invited->name)};
    }
    const auto logs = place.store.ask(storage::LogsOfDesk{place.unit.organisationCode, number}).result();
    const Result<int> told = logs ? centre::fleettable::everOf(**database, wanted) : logs.error();
    if (!told) {
        return told.error();
    }
    return *logs > 0 && *told == 0 ? Error{ErrorCode::RangeOverlap, QStringLiteral("a desk %1 has written and never told of its machine: open its program once, or give the new one another number").arg(number)}
                                   : Result<>();
}

Result<QByteArray> portalInvitation(const Context &context, bool isTraining)
{
    const QString path = context.options().value(QStringLiteral("portal-invitation"));
    if (path.isEmpty()) {
        return QByteArray();
    }
    const Result<sync::Invitation> invitation = Enrolment::invitation(path);
    if (!invitation) {
        return invitation.error();
    }
    return invitation->training == isTraining ? Result<QByteArray>(invitation->toJson()) : Error{ErrorCode::OriginForeign, {}};
}

/** On --code-fd, so that a script need not read what a person does; true when it is there. */
bool tellCode(const Context &context, const QString &code)
{
    const QString fd = context.options().value(QStringLiteral("code-fd"));
    QFile file;
    return fd.isEmpty() || (file.open(fd.toInt(), QIODevice::WriteOnly, QFile::DontCloseHandle) && file.write(code.toLatin1() + '\n') > 0 && file.flush());
}

int writeProvision(Context &context)
{
    const int number = context.options().value(QStringLiteral("desk")).toInt();
    if (context.words().size() != 1 || number < 1 || !context.options().isSet(QStringLiteral("database"))) {
        return explainProvision(context);
    }
    const QString path = context.words().constFirst();
    const Result<Workplace> place = context.enterWith(Right::ManageUnit);
    Result<DatabaseAccess> owner = place ? ownerOf(context, *place) : place.error();
    if (!owner) {
        return context.terminal().fail(owner.error());
    }
    if (QFile::exists(path)) {
        return context.terminal().fail({ErrorCode::FileUnwritable, path + QStringLiteral(": it is there already")});
    }
    DeskFile file{.facts = SetUpCentre::facts(*place), .name = context.options().value(QStringLiteral("name")).simplified().left(200)};
    file.facts.deskNumber = number;
    file.facts.onlyDesk = false;
    if (file.name.isEmpty()) {
        file.name = place->unit.unitName;
    }
    if (!file.name.endsWith(numbered(number))) {
        file.name += numbered(number);
    }
    if (const std::optional<Error> flaw = SetUpCentre::flaw(file.facts, place->law)) {
        return context.terminal().fail(*flaw);
    }
    const Result<> free = isFree(*owner, *place, number);
    const Result<QByteArray> portal = free ? portalInvitation(context, place->store.isTraining()) : free.error();
    const Result<QByteArray> authority = portal ? authorityOf(*owner) : portal.error();
    const Result<> gathered = authority ? file.gather(context.folder(), ownIni()) : authority.error();
    if (!gathered) {
        return context.terminal().fail(gathered.error());
    }
    file.portal = *portal;
    CentreKeeper keeper(*std::move(owner));
    Result<DatabaseAccess> access = keeper.admit(file.name);
    if (!access) {
        return context.terminal().fail(access.error());
    }
    // From here on a login exists, and goes again where nobody gets it.
    const QString login = loginIn(*access);
    access->authority.clear();
    file.centre = CentreInvitation{*std::move(access), *authority, file.name, place->store.isTraining()}.toText();
    const QString code = DeskFile::newCode();
    const Result<QByteArray> bytes = file.sealed(code);
    const Result<> written = bytes ? portal::writeNewFile(path, *bytes, 0600) : bytes.error();
    if (!written || !tellCode(context, code)) {
        (void)keeper.shutOut(login);
        if (written) {
            QFile::remove(path);
        }
        return context.terminal().fail(written ? Error{ErrorCode::FileUnwritable, QStringLiteral("--code-fd")} : written.error());
    }
    tellRoom(context, keeper);
    context.terminal().say(QStringLiteral("%1: with this file and its code a new machine becomes desk %2, \"%3\": motcua-ctl provision FILE. It opens the whole centre: delete it then.").arg(path).arg(number).arg(file.name));
    const bool isTold = !context.options().isSet(QStringLiteral("code-fd"));
    if (isTold) {
        context.terminal().say(QStringLiteral("Code, shown this once; tell it by another way than the file goes: %1").arg(code));
    }
    context.terminal().answer({{QStringLiteral("file"), path}, {QStringLiteral("name"), file.name}, {QStringLiteral("desk"), number}, {QStringLiteral("login"), login}, {QStringLiteral("code"), isTold ? QJsonValue(code) : QJsonValue()},
        {QStringLiteral("files"), file.files.size()}, {QStringLiteral("catalogue"), file.catalogue ? QJsonValue(file.catalogue->edition) : QJsonValue()}, {QStringLiteral("portal"), !file.portal.isEmpty()}});
    return Done;
}

int wrongCode(Context &context, const Error &error)
{
    return error.code == ErrorCode::WrongPassword
        ? context.terminal().fail(error, QStringLiteral("This is not the code of that file. Nothing was changed. Type it again as whoever wrote the file told it: sixteen letters and digits."))
        : error.code == ErrorCode::InvitationUnreadable
        ? context.terminal().fail(error, QStringLiteral("This is no file of \"motcua-ctl centre provision\", or a part of it is missing. Nothing was changed. Copy it again, or have another one written."))
        : context.terminal().fail(error);
}

/** Where the store shall be: as the file says, whether it is for training. Whole and without a slash at its end, since it is made beside itself. */
StoreFolder folderFor(const Context &context, bool isTraining)
{
    const StoreFolder given = context.options().isSet(QStringLiteral("store")) ? context.folder() : StoreFolder::usual(isTraining);
    return StoreFolder(QDir::cleanPath(QFileInfo(given.path()).absoluteFilePath()));
}

/** Whether the centre of the file takes this login, before anything is made. */
Result<> knock(const CentreInvitation &invitation)
{
    DatabaseAccess access = invitation.access.clone();
    const QTemporaryDir folder;
    if (!invitation.authority.isEmpty()) {
        access.authority = folder.filePath(QStringLiteral("ca.pem"));
        if (const Result<> written = security::replaceDurably({{access.authority, invitation.authority}}); !written) {
            return written;
        }
    }
    const Result<CentreJournal::House> there = CentreJournal(std::move(access)).house();
    return there ? Result<>() : there.error();
}

/** The law the new desk begins with: that of the program, and over it the package of the file. */
Result<Lawbook> lawOf(Context &context, const DeskFile &file)
{
    const auto prices = file.facts.training ? Lawbook::Prices::Invented : Lawbook::Prices::Real;
    const QString chosen = context.options().value(QStringLiteral("resources"));
    const Result<CataloguePackage> package = file.catalogue ? CataloguePackage::fromJson(file.package) : CataloguePackage();
    if (!package) {
        return package.error();
    }
    const Result<Lawbook, QList<Error>> law = Lawbook::loadWith(chosen.isEmpty() ? Lawbook::folder() : chosen, prices, *package);
    return law ? Result<Lawbook>(*law) : law.error().constFirst();
}

struct MadeDesk
{
    QString origin = {};
    QString recovery = {};
};

/**
 * The whole desk in a folder beside the one it shall have, into whose place it goes when it is whole: a crash leaves nothing that could be taken for a
 * store, and the next try takes away what is left.
 */
Result<MadeDesk> makeDesk(const StoreFolder &folder, const DeskFile &file, const CentreInvitation &invitation, const Lawbook &law, const QString &administrator, const security::Password &password)
{
    const QFileInfo final(folder.path());
    if (final.exists() && !(final.isDir() && QDir(folder.path()).isEmpty())) {
        return Error{ErrorCode::FileUnwritable, folder.path() + QStringLiteral(": it is not empty")};
    }
    const StoreFolder staged(folder.path() + QStringLiteral(".new"));
    const auto failed = [&staged](const Error &error) {
        QDir(staged.path()).removeRecursively();
        return error;
    };
    if (!QDir(staged.path()).removeRecursively()) {
        return Error{ErrorCode::FileUnwritable, staged.path()};
    }
    const security::RecoveryKey recovery = security::RecoveryKey::generate();
    Result<Workplace> place = SetUpCentre::run(staged, law, file.facts, administrator, password, recovery);
    if (!place) {
        return failed(place.error());
    }
    DatabaseAccess access = invitation.access.clone();
    Result<> done;
    if (!invitation.authority.isEmpty()) {
        access.authority = folder.path() + QStringLiteral("/centre-ca.pem"); // where it will be
        done = security::replaceDurably({{staged.path() + QStringLiteral("/centre-ca.pem"), invitation.authority}});
    }
    done = done ? file.layOut(staged.path()) : done;
    done = done ? place->store.keepSetting(CentreLink::setting(), access.toJson()).result() : done;
    const MadeDesk made{place->store.origin().toString(), recovery.toText()};
    place->store.close();
    if (!done) {
        return failed(done.error());
    }
    if ((final.exists() && !QDir().rmdir(folder.path())) || !QDir().rename(staged.path(), folder.path())) {
        return failed({ErrorCode::FileUnwritable, folder.path()});
    }
    return made;
}

/** Whether the store that is there came of this file: then what is left of it is done, and nothing twice. */
Result<bool> isOfFile(const Workplace &place, const CentreInvitation &invitation)
{
    const Result<std::optional<DatabaseAccess>> access = centreOf(place.store);
    return access ? Result<bool>(access->has_value() && (*access)->house == invitation.access.house && loginIn(**access) == loginIn(invitation.access)) : access.error();
}

/** Empty where there is nothing to enrol with, or it is done; a portal that is away is told, and the desk is whole without it. */
Result<QString> enrolBy(const Workplace &place, const DeskFile &file)
{
    const Result<KeptPortal> kept = KeptPortal::of(place.store);
    if (!kept || file.portal.isEmpty() || kept->access) {
        return kept ? Result<QString>(kept->access ? kept->access->name : QString()) : kept.error();
    }
    const Result<sync::Invitation> invitation = sync::Invitation::fromJson(file.portal);
    if (!invitation) {
        return invitation.error();
    }
    Enrolment enrolment(place.store);
    const Result<PortalAccess> access = enrolment.enrol(*invitation).result();
    return access ? Result<QString>(access->name) : access.error();
}

Result<Workplace> enterAt(const StoreFolder &folder, const Lawbook &law, const QString &name, const QString &typed)
{
    SignIn door(folder, law);
    const Result<SignedInPerson> person = door.withPassword(name, typed).result();
    return person ? Result<Workplace>(person->place) : person.error();
}

int provision(Context &context)
{
    const QString name = context.options().value(QStringLiteral("person"));
    if (context.words().size() != 1 || name.isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl provision FILE --person ADMINISTRATOR: makes this machine a desk of a centre, by what \"motcua-ctl centre provision\" wrote there"));
        context.terminal().explain(QStringLiteral("  ADMINISTRATOR is whoever looks after this desk from now on. The code of the file is read from --code-fd, else MOTCUA_DESK_CODE, else it is asked."));
        return Usage;
    }
    const Result<QByteArray> bytes = security::readWhole(context.words().constFirst(), DeskFile::MostBytes);
    if (!bytes) {
        return context.terminal().fail(bytes.error());
    }
    const QString fd = context.options().value(QStringLiteral("code-fd"));
    const Result<QString> code = askPassword(fd.isEmpty() ? -1 : fd.toInt(), QStringLiteral("Code of the file"), "MOTCUA_DESK_CODE");
    const Result<DeskFile> file = code ? DeskFile::opened(*bytes, *code) : code.error();
    const Result<CentreInvitation> invitation = file ? CentreInvitation::fromText(file->centre) : file.error();
    if (!invitation) {
        return wrongCode(context, invitation.error());
    }
    const StoreFolder folder = folderFor(context, file->facts.training);
    const Result<Lawbook> law = lawOf(context, *file);
    if (!law) {
        return context.terminal().fail(law.error());
    }
    const Result<QString> typed = context.password(folder.exists() ? QStringLiteral("Password") : QStringLiteral("Password of the administrator"));
    if (!typed) {
        return context.terminal().fail(typed.error());
    }
    MadeDesk made;
    const bool isNew = !folder.exists();
    if (isNew) {
        const Result<security::Password> password = security::Password::chosen(*typed, name);
        const Result<> there = password ? knock(*invitation) : password.error();
        const Result<MadeDesk> done = there ? makeDesk(folder, *file, *invitation, *law, name, *password) : there.error();
        if (!done) {
            return context.terminal().fail(done.error());
        }
        made = *done;
        context.terminal().say(QStringLiteral("%1: desk %2 is set up, and one of the centre.").arg(folder.path()).arg(file->facts.deskNumber));
        context.terminal().say(QStringLiteral("Recovery key, shown this once; put it on paper in the safe: %1").arg(made.recovery));
    }
    const Result<Workplace> place = enterAt(folder, *law, name, *typed);
    const Result<bool> isOurs = place ? isOfFile(*place, *invitation) : place.error();
    if (!isOurs || !*isOurs) {
        return context.terminal().fail(isOurs ? Error{ErrorCode::StoreExists, folder.path()} : isOurs.error());
    }
    // Also where it was made before: it may have ended in between, and what the machine says itself stays.
    if (const Result<> kept = file->keepSettings(ownIni()); !kept) {
        context.terminal().explain(QStringLiteral("What the office shares of printers could not be written into %1; the desk is whole without it.").arg(ownIni()));
    }
    const Result<QString> enrolled = enrolBy(*place, *file);
    QJsonObject answer{{QStringLiteral("store"), folder.path()}, {QStringLiteral("origin"), place->store.origin().toString()}, {QStringLiteral("desk"), file->facts.deskNumber}, {QStringLiteral("name"), file->name},
        {QStringLiteral("centre"), invitation->access.house.toString()}, {QStringLiteral("new"), isNew}, {QStringLiteral("recoveryKey"), isNew ? QJsonValue(made.recovery) : QJsonValue()},
        {QStringLiteral("catalogue"), file->catalogue ? QJsonValue(file->catalogue->edition) : QJsonValue()}, {QStringLiteral("portal"), enrolled && !enrolled->isEmpty() ? QJsonValue(*enrolled) : QJsonValue()}};
    if (!enrolled) {
        context.terminal().explain(QStringLiteral("The desk is whole and works without the portal. Once that can be reached, run the same command again: it enrols then, and does nothing twice."));
        context.terminal().explain(sentence(enrolled.error()).textWithCode());
        answer.insert(QStringLiteral("error"), errorName(enrolled.error().code));
        answer.insert(QStringLiteral("detail"), enrolled.error().detail);
        context.terminal().answer(answer);
        return exitCode(enrolled.error());
    }
    context.terminal().say(QStringLiteral("%1Delete the file.").arg(enrolled->isEmpty() ? QString() : QStringLiteral("It is enrolled at the portal as \"%1\". ").arg(*enrolled)));
    context.terminal().answer(answer);
    return Done;
}

} // namespace

QList<Command> fleetCommands()
{
    const QString owner = QStringLiteral("--database postgresql://OWNER@HOST/DATABASE [--ca FILE]");
    return {
        {QStringLiteral("centre desks"), u'[' + owner + u']', QStringLiteral("the desks of the centre, how their machines are, and what has to be seen to; ends with 1 where something has"), desks},
        {QStringLiteral("centre provision"), QStringLiteral("--desk N [--name NAME] ") + owner + QStringLiteral(" [--portal-invitation FILE] NEW-FILE"), QStringLiteral("one file, and its code, with which a new machine becomes a desk"), writeProvision},
        {QStringLiteral("provision"), QStringLiteral("FILE"), QStringLiteral("make this machine a desk by such a file: its store, the centre, the portal, procedures and what the office shares"), provision},
    };
}

} // namespace motcua::ctl
