// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/CentreAccess.h"

#include "app/centre/FleetTable.h"
#include "app/centre/ReleaseTable.h"
#include "app/portal/NewFile.h"
#include "app/security/DurableFile.h"
#include "app/security/KeySlots.h"
#include "app/security/Random.h"
#include "app/storage/Migrations.h"
#include "app/storage/Store.h"
#include "app/workflows/JournalLaw.h"
#include "app/workflows/UpdateFolder.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

namespace motcua::ctl {

using centre::DatabaseAccess;
using centre::Postgres;
using sync::ReleaseOffer;
using sync::SignedRelease;
namespace releasetable = centre::releasetable;

namespace {

constexpr qsizetype MostOfAKey = 4096;
constexpr int PackageToolMs = 60'000;

int explainRelease(Context &context, const QString &line)
{
    context.terminal().explain(QStringLiteral("motcua-ctl release ") + line);
    return Usage;
}

// ── The file ──────────────────────────────────────────────────────────────────────────────────────────────────────────

int makeKey(Context &context)
{
    if (context.words().size() != 1) {
        return explainRelease(context, QStringLiteral("key NEW-FILE"));
    }
    const QString path = context.words().constFirst();
    const security::SigningKey key = security::SigningKey::generate();
    const QString open = path + QStringLiteral(".pem");
    const Result<> secret = portal::writeNewFile(path, SignedRelease::secretFile(key).view(), 0600);
    const Result<> written = secret ? security::replaceDurably({{open, SignedRelease::publicFile(key.publicKey())}}) : secret;
    if (!written) {
        return context.terminal().fail(written.error());
    }
    context.terminal().say(QStringLiteral("%1: whoever has it may have every desk of the house run anything. Keep it on a stick in the safe, and never on a desk.").arg(path));
    context.terminal().say(QStringLiteral("%1: no secret. On each desk, as root: install -D -m 644 %1 /etc/motcua/release.pem").arg(open));
    context.terminal().answer({{QStringLiteral("secret"), path}, {QStringLiteral("public"), open}});
    return Done;
}

/** A field of the control file of a Debian package. Errors: NotFound (dpkg-deb is not there), Invalid. */
Result<QString> fieldOf(const QString &package, const QString &field)
{
    QProcess tool;
    tool.start(QStringLiteral("dpkg-deb"), {QStringLiteral("--field"), package, field});
    if (!tool.waitForStarted()) {
        return Error{ErrorCode::NotFound, QStringLiteral("dpkg-deb")};
    }
    if (!tool.waitForFinished(PackageToolMs) || tool.exitStatus() != QProcess::NormalExit || tool.exitCode() != 0) {
        return Error{ErrorCode::Invalid, package};
    }
    return QString::fromUtf8(tool.readAllStandardOutput()).trimmed();
}

Result<QStringList> notesOf(const Context &context)
{
    const QString path = context.options().value(QStringLiteral("notes"));
    if (path.isEmpty()) {
        return QStringList();
    }
    const Result<QByteArray> text = security::readWhole(path, ReleaseHead::MostBytes);
    if (!text) {
        return text.error();
    }
    QStringList notes;
    for (const QString &line : QString::fromUtf8(*text).split(u'\n')) {
        if (const QString note = line.simplified(); !note.isEmpty()) {
            notes.append(note);
        }
    }
    return notes;
}

Result<ReleaseHead> headOf(const Context &context, QFile &package)
{
    const QString path = package.fileName();
    const Result<QString> name = fieldOf(path, QStringLiteral("Package"));
    const Result<QString> version = name ? fieldOf(path, QStringLiteral("Version")) : name;
    const Result<QStringList> notes = version ? notesOf(context) : Result<QStringList>(version.error());
    if (!notes) {
        return notes.error();
    }
    if (*name != u"motcua") {
        return Error{ErrorCode::Invalid, QStringLiteral("%1: a package of %2").arg(path, *name)};
    }
    // What a package makes of a store only its own program knows.
    if (*version != QStringLiteral(MOTCUA_VERSION)) {
        return Error{ErrorCode::Invalid, QStringLiteral("%1: version %2, and this is motcua-ctl " MOTCUA_VERSION ": use the one of that package").arg(path, *version)};
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!package.open(QIODevice::ReadOnly) || !hash.addData(&package)) {
        return Error{ErrorCode::FileUnreadable, path};
    }
    const QString follows = context.options().value(QStringLiteral("follows"));
    const ReleaseHead head{.version = *version, .follows = follows.isEmpty() ? QStringLiteral("0.0") : follows, .schema = storage::Migrations::newest(), .schemaFrom = 1, .bytes = package.size(),
        .sha256 = hash.result(), .madeMs = QDateTime::currentMSecsSinceEpoch(), .notes = *notes};
    return ReleaseHead::fromText(head.text()); // too long a note, or no version
}

int makeRelease(Context &context)
{
    const QString keyFile = context.options().value(QStringLiteral("key"));
    if (context.words().size() != 2 || keyFile.isEmpty()) {
        return explainRelease(context, QStringLiteral("make DEB NEW-FILE --key SECRET-FILE [--notes FILE] [--follows VERSION]"));
    }
    const Result<QByteArray> secret = security::readWhole(keyFile, MostOfAKey);
    const Result<security::SigningKey> key = secret ? SignedRelease::secretOf(*secret) : Result<security::SigningKey>(secret.error());
    if (!key) {
        return context.terminal().fail(key.error());
    }
    QFile package(context.words().constFirst());
    const Result<ReleaseHead> head = headOf(context, package);
    if (!head) {
        return context.terminal().fail(head.error());
    }
    const QString path = context.words().constLast();
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly) || !package.seek(0)) {
        return context.terminal().fail({ErrorCode::FileUnwritable, path});
    }
    const SignedRelease release = SignedRelease::of(*head, *key);
    bool isWritten = out.write(release.begin()) > 0;
    while (isWritten && !package.atEnd()) {
        const QByteArray bytes = package.read(SignedRelease::ChunkBytes);
        isWritten = !bytes.isEmpty() && out.write(bytes) == bytes.size();
    }
    if (!isWritten || !out.flush() || out.size() != release.begin().size() + head->bytes) {
        out.remove();
        return context.terminal().fail({ErrorCode::DiskFull, path});
    }
    context.terminal().say(QStringLiteral("%1: version %2, %3 bytes, signed.").arg(path, head->version).arg(head->bytes));
    context.terminal().answer({{QStringLiteral("file"), path}, {QStringLiteral("version"), head->version}, {QStringLiteral("schema"), head->schema}, {QStringLiteral("bytes"), head->bytes}});
    return Done;
}

/** Whose signature counts: --key FILE.pem, else what root keeps on this machine. */
Result<QByteArray> trustedKey(const Context &context)
{
    const QString chosen = context.options().value(QStringLiteral("key"));
    const Result<QByteArray> file = chosen.isEmpty() ? UpdateFolder::usual().key() : security::readWhole(chosen, MostOfAKey);
    return file ? SignedRelease::publicOf(*file) : file.error();
}

/** What `file` says of itself, signed by whom it should be; it stands before the package then. */
Result<SignedRelease> trusted(const Context &context, QFile &file)
{
    const Result<QByteArray> key = trustedKey(context);
    if (!key) {
        return key.error();
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::FileUnreadable, file.fileName()};
    }
    Result<SignedRelease> release = SignedRelease::readFrom(file);
    return !release || release->isSignedBy(*key) ? release : Error{ErrorCode::SignatureWrong, file.fileName()};
}

QJsonObject releaseJson(const ReleaseHead &head)
{
    return {{QStringLiteral("version"), head.version}, {QStringLiteral("follows"), head.follows}, {QStringLiteral("schema"), head.schema}, {QStringLiteral("schemaFrom"), head.schemaFrom},
        {QStringLiteral("bytes"), head.bytes}, {QStringLiteral("sha256"), QString::fromLatin1(head.sha256.toHex())}, {QStringLiteral("madeMs"), head.madeMs},
        {QStringLiteral("notes"), QJsonArray::fromStringList(head.notes)}};
}

int checkRelease(Context &context)
{
    if (context.words().size() != 1) {
        return explainRelease(context, QStringLiteral("check FILE [--key PUBLIC-FILE]"));
    }
    QFile file(context.words().constFirst());
    const Result<SignedRelease> release = trusted(context, file);
    const Result<> whole = release ? release->covers(file) : Result<>(release.error());
    if (!whole) {
        return context.terminal().fail(whole.error());
    }
    context.terminal().say(QStringLiteral("Version %1 over %2 and later, data of version %3; it is what was signed.").arg(release->head.version, release->head.follows).arg(release->head.schema));
    for (const QString &note : release->head.notes) {
        context.terminal().say(QStringLiteral("  ") + note);
    }
    context.terminal().answer(releaseJson(release->head));
    return Done;
}

/**
 * What the root service asks of a program it has just put in, as whoever works with `--store` and without any key: it starts, reads its law and the package of this
 * desk, makes an encrypted store of its own and opens it, and reads the clear files beside the store that is there. Nothing of that store is changed.
 */
int selfTest(Context &context)
{
    const Result<Lawbook> law = context.law();
    if (!law) {
        return context.terminal().fail(law.error());
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("self.db"));
    const security::SecretBytes key = security::random::secret(32);
    storage::StoreOptions options;
    options.rules = journalRules(*law);
    {
        const Result<storage::Store> made = storage::Store::create(path, key, {}, options);
        if (!made) {
            return context.terminal().fail(made.error());
        }
        made->close();
    }
    if (const Result<storage::Store> opened = storage::Store::open(path, key, options); !opened) {
        return context.terminal().fail(opened.error());
    }
    const security::KeySlots slots(context.folder().file());
    if (context.folder().exists()) {
        if (const auto facts = slots.facts(); !facts) {
            return context.terminal().fail(facts.error());
        }
    }
    context.terminal().say(QStringLiteral("motcua " MOTCUA_VERSION ", data of version %1: works here.").arg(storage::Migrations::newest()));
    context.terminal().answer({{QStringLiteral("version"), QStringLiteral(MOTCUA_VERSION)}, {QStringLiteral("schema"), storage::Migrations::newest()}, {QStringLiteral("store"), context.folder().exists()}});
    return Done;
}

// ── The centre ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Everything about releases and desks as the owner of the centre's database has it. */
struct Centre
{
    std::unique_ptr<Postgres> database;
    releasetable::Word word = {};
    ReleaseOffer offer = {};
    QList<RolloutDesk> desks = {};

    [[nodiscard]] std::optional<Rollout> release(const QString &version) const
    {
        const QList<Rollout> all = offer.rollouts();
        const auto found = std::find_if(all.cbegin(), all.cend(), [&version](const Rollout &one) { return one.head.version == version; });
        return found == all.cend() ? std::nullopt : std::optional(*found);
    }
};

Result<Centre> centreFor(Context &context)
{
    const Result<Workplace> place = context.enterWith(Right::ManageUnit);
    const Result<DatabaseAccess> owner = place ? ownerOf(context, *place) : Result<DatabaseAccess>(place.error());
    if (!owner) {
        return owner.error();
    }
    Result<std::unique_ptr<Postgres>> database = Postgres::open(*owner);
    if (!database) {
        return database.error();
    }
    Centre there{*std::move(database), {place->person, context.options().value(QStringLiteral("reason")).simplified()}};
    const Result<ReleaseOffer> offer = releasetable::offer(*there.database);
    const Result<QMap<QString, FleetRing>> rings = offer ? releasetable::rings(*there.database) : offer.error();
    const Result<QList<FleetDesk>> desks = rings ? centre::fleettable::desks(*there.database, owner->house) : rings.error();
    if (!desks) {
        return desks.error();
    }
    there.offer = *offer;
    for (const FleetLine &line : FleetView::of(place->law.fleet, *desks).lines) {
        there.desks.append({line, rings->value(line.desk.login, FleetRing::All)});
    }
    return there;
}

bool isForOwner(const Context &context, qsizetype least, qsizetype most)
{
    return context.words().size() >= least && context.words().size() <= most && context.options().isSet(QStringLiteral("database"));
}

int publishRelease(Context &context)
{
    if (!isForOwner(context, 1, 1)) {
        return explainRelease(context, QStringLiteral("publish FILE --database … [--key PUBLIC-FILE] --person ADMINISTRATOR"));
    }
    QFile file(context.words().constFirst());
    const Result<SignedRelease> release = trusted(context, file);
    const Result<Centre> there = release ? centreFor(context) : Result<Centre>(release.error());
    const Result<> done = there ? releasetable::publish(*there->database, *release, file, there->word) : Result<>(there.error());
    if (!done) {
        return context.terminal().fail(done.error());
    }
    context.terminal().say(QStringLiteral("Version %1 lies at the centre. No desk gets it yet: motcua-ctl release start %1").arg(release->head.version));
    context.terminal().answer(releaseJson(release->head));
    return Done;
}

QJsonObject deskJson(const RolloutDesk &desk)
{
    return {{QStringLiteral("login"), desk.line.desk.login}, {QStringLiteral("name"), desk.line.desk.name}, {QStringLiteral("desk"), desk.line.desk.desk}, {QStringLiteral("ring"), fleetRingName(desk.ring)},
        {QStringLiteral("level"), fleetLevelName(desk.line.level())}, {QStringLiteral("program"), desk.line.desk.health ? QJsonValue(desk.line.desk.health->program) : QJsonValue()}};
}

/** By its login, the number of the desk or its name. */
const RolloutDesk *deskNamed(const QList<RolloutDesk> &desks, const QString &name)
{
    const auto found = std::find_if(desks.cbegin(), desks.cend(),
        [&name](const RolloutDesk &one) { return one.line.desk.login == name || one.line.desk.desk.section(u'/', -1) == name || one.line.desk.name == name; });
    return found == desks.cend() ? nullptr : &*found;
}

int setRings(Context &context)
{
    if (!isForOwner(context, 0, 1000)) {
        return explainRelease(context, QStringLiteral("rings [DESK=pilot|first|all …] --database … --person ADMINISTRATOR"));
    }
    Result<Centre> there = centreFor(context);
    if (!there) {
        return context.terminal().fail(there.error());
    }
    // All of them are looked at before the first is set.
    QList<std::pair<QString, FleetRing>> wanted;
    for (const QString &word : context.words()) {
        const std::optional<FleetRing> ring = fleetRingOf(word.section(u'=', -1));
        const RolloutDesk *desk = deskNamed(there->desks, word.section(u'=', 0, -2));
        if (!ring || !desk) {
            return context.terminal().fail({ring ? ErrorCode::NotFound : ErrorCode::Invalid, word});
        }
        wanted.append({desk->line.desk.login, *ring});
    }
    for (const auto &[login, ring] : wanted) {
        if (const Result<> done = releasetable::setRing(*there->database, login, ring); !done) {
            return context.terminal().fail(done.error());
        }
        for (RolloutDesk &desk : there->desks) {
            desk.ring = desk.line.desk.login == login ? ring : desk.ring;
        }
    }
    QJsonArray rows;
    for (const RolloutDesk &desk : there->desks) {
        context.terminal().say(QStringLiteral("%1  %2  %3").arg(fleetRingName(desk.ring).leftJustified(5), desk.line.desk.login, desk.line.desk.name));
        rows.append(deskJson(desk));
    }
    context.terminal().answer({{QStringLiteral("desks"), rows}});
    return Done;
}

/** On to `to`, and told. */
int lettingGo(Context &context, const Centre &there, const Rollout &release, FleetRing to)
{
    if (const Result<> done = releasetable::letGo(*there.database, release.head.version, release.ring, to, there.word); !done) {
        return context.terminal().fail(done.error());
    }
    const auto count = std::count_if(there.desks.cbegin(), there.desks.cend(), [to](const RolloutDesk &desk) { return desk.ring <= to; });
    context.terminal().say(QStringLiteral("Version %1 goes to ring \"%2\" now, %3 desks in all.").arg(release.head.version, fleetRingName(to)).arg(count));
    context.terminal().answer({{QStringLiteral("version"), release.head.version}, {QStringLiteral("ring"), fleetRingName(to)}, {QStringLiteral("desks"), static_cast<qint64>(count)}});
    return Done;
}

int startRelease(Context &context)
{
    if (!isForOwner(context, 1, 1)) {
        return explainRelease(context, QStringLiteral("start VERSION --database … --person ADMINISTRATOR"));
    }
    const Result<Centre> there = centreFor(context);
    if (!there) {
        return context.terminal().fail(there.error());
    }
    const std::optional<Rollout> release = there->release(context.words().constFirst());
    if (!release) {
        return context.terminal().fail({ErrorCode::NotFound, context.words().constFirst()});
    }
    if (release->ring && !release->isHalted) {
        return context.terminal().fail({ErrorCode::Refused, release->head.version}, QStringLiteral("It has been started already. Nothing was changed. The next ring gets it by: motcua-ctl release advance %1").arg(release->head.version));
    }
    return lettingGo(context, *there, *release, release->ring.value_or(FleetRing::Pilot));
}

int advanceRelease(Context &context)
{
    if (!isForOwner(context, 1, 1)) {
        return explainRelease(context, QStringLiteral("advance VERSION --database … [--force --reason WHY] --person ADMINISTRATOR"));
    }
    const Result<Centre> there = centreFor(context);
    if (!there) {
        return context.terminal().fail(there.error());
    }
    const std::optional<Rollout> release = there->release(context.words().constFirst());
    const std::optional<FleetRing> to = release ? rollout::next(*release) : std::nullopt;
    if (!release || !release->ring || release->isHalted || !to) {
        if (!release) {
            return context.terminal().fail({ErrorCode::NotFound, context.words().constFirst()});
        }
        const bool isOver = release->ring && !release->isHalted;
        return context.terminal().fail({ErrorCode::Refused, release->head.version},
            isOver ? QStringLiteral("Every ring has it already. Nothing was changed.")
                   : QStringLiteral("No desk is to get it now. Nothing was changed. motcua-ctl release start %1 lets it go.").arg(release->head.version));
    }
    const QList<RolloutObstacle> obstacles = rollout::obstacles(*release, there->desks);
    const bool isForced = context.options().isSet(QStringLiteral("force"));
    for (const RolloutObstacle &one : obstacles) {
        context.terminal().explain(QStringLiteral("%1  %2  %3").arg(rolloutObstacleName(one.what), one.login, one.name));
    }
    if (!obstacles.isEmpty() && (!isForced || there->word.reason.isEmpty())) {
        return context.terminal().fail({isForced ? ErrorCode::RuleNeedsReason : ErrorCode::Refused, rolloutObstacleName(obstacles.constFirst().what)},
            QStringLiteral("Desks of the rings before speak against it, as above. Nothing was changed. See to them, or let it go all the same: --force --reason WHY"));
    }
    return lettingGo(context, *there, *release, *to);
}

int haltRelease(Context &context)
{
    if (!isForOwner(context, 1, 1) || context.options().value(QStringLiteral("reason")).simplified().isEmpty()) {
        return explainRelease(context, QStringLiteral("halt VERSION --reason WHY --database … --person ADMINISTRATOR"));
    }
    const QString version = context.words().constFirst();
    const Result<Centre> there = centreFor(context);
    const Result<> done = there ? releasetable::halt(*there->database, version, there->word) : Result<>(there.error());
    if (!done) {
        return context.terminal().fail(done.error());
    }
    context.terminal().say(QStringLiteral("No other desk gets version %1. Desks that have it keep it: they go on by a later version alone.").arg(version));
    context.terminal().answer({{QStringLiteral("version"), version}, {QStringLiteral("halted"), true}});
    return Done;
}

int forgetRelease(Context &context)
{
    if (!isForOwner(context, 1, 1)) {
        return explainRelease(context, QStringLiteral("forget VERSION --database … [--reason WHY] --person ADMINISTRATOR"));
    }
    const QString version = context.words().constFirst();
    const Result<Centre> there = centreFor(context);
    const Result<> done = there ? releasetable::forget(*there->database, version, there->word) : Result<>(there.error());
    if (!done) {
        return context.terminal().fail(done.error());
    }
    context.terminal().say(QStringLiteral("Version %1 does not lie at the centre any more.").arg(version));
    context.terminal().answer({{QStringLiteral("version"), version}});
    return Done;
}

int releaseStatus(Context &context)
{
    if (!isForOwner(context, 0, 1)) {
        return explainRelease(context, QStringLiteral("status [VERSION] --database … --person ADMINISTRATOR"));
    }
    const Result<Centre> there = centreFor(context);
    if (!there) {
        return context.terminal().fail(there.error());
    }
    QJsonArray releases;
    for (const Rollout &release : there->offer.rollouts()) {
        if (!context.words().isEmpty() && context.words().constFirst() != release.head.version) {
            continue;
        }
        const QString reached = !release.ring ? QStringLiteral("none") : fleetRingName(*release.ring);
        context.terminal().say(QStringLiteral("%1  ring %2%3").arg(release.head.version, reached, release.isHalted ? QStringLiteral("  halted") : QString()));
        QJsonArray desks;
        for (const RolloutDesk &desk : there->desks) {
            const QString state = rolloutStateName(rollout::stateOf(release, desk));
            QJsonObject row = deskJson(desk);
            row.insert(QStringLiteral("state"), state);
            desks.append(row);
            context.terminal().say(QStringLiteral("  %1  %2  %3  %4").arg(state.leftJustified(10), fleetRingName(desk.ring).leftJustified(5), desk.line.desk.login, desk.line.desk.name));
        }
        QJsonArray against;
        for (const RolloutObstacle &one : rollout::obstacles(release, there->desks)) {
            against.append(QJsonObject{{QStringLiteral("what"), rolloutObstacleName(one.what)}, {QStringLiteral("login"), one.login}, {QStringLiteral("name"), one.name}});
        }
        QJsonObject json = releaseJson(release.head);
        json.insert(QStringLiteral("ring"), release.ring ? QJsonValue(fleetRingName(*release.ring)) : QJsonValue());
        json.insert(QStringLiteral("halted"), release.isHalted);
        json.insert(QStringLiteral("desks"), desks);
        json.insert(QStringLiteral("against"), against);
        releases.append(json);
    }
    if (releases.isEmpty() && !context.words().isEmpty()) {
        return context.terminal().fail({ErrorCode::NotFound, context.words().constFirst()});
    }
    context.terminal().answer({{QStringLiteral("releases"), releases}});
    return Done;
}

} // namespace

QList<Command> releaseCommands()
{
    const QString owner = QStringLiteral(" --database postgresql://OWNER@HOST/DATABASE [--ca FILE]");
    return {
        {QStringLiteral("release key"), QStringLiteral("NEW-FILE"), QStringLiteral("the key with which the house signs releases of the program, and NEW-FILE.pem for its desks"), makeKey},
        {QStringLiteral("release make"), QStringLiteral("DEB NEW-FILE --key SECRET-FILE [--notes FILE] [--follows VERSION]"), QStringLiteral("sign a package of this very version as a release"), makeRelease},
        {QStringLiteral("release check"), QStringLiteral("FILE [--key PUBLIC-FILE]"), QStringLiteral("whether a release is what the house signed"), checkRelease},
        {QStringLiteral("release self-test"), {}, QStringLiteral("whether this program works on this machine, without opening the store; the update service asks it"), selfTest},
        {QStringLiteral("release publish"), QStringLiteral("FILE [--key PUBLIC-FILE]") + owner, QStringLiteral("lay a release at the centre; no desk gets it yet"), publishRelease},
        {QStringLiteral("release rings"), QStringLiteral("[DESK=pilot|first|all …]") + owner, QStringLiteral("in which order desks get a release"), setRings},
        {QStringLiteral("release start"), QStringLiteral("VERSION") + owner, QStringLiteral("let it go to the pilots; a halted one goes on"), startRelease},
        {QStringLiteral("release advance"), QStringLiteral("VERSION [--force --reason WHY]") + owner, QStringLiteral("let it go to the next ring, unless desks of those before speak against it"), advanceRelease},
        {QStringLiteral("release halt"), QStringLiteral("VERSION --reason WHY") + owner, QStringLiteral("no other desk gets it"), haltRelease},
        {QStringLiteral("release forget"), QStringLiteral("VERSION") + owner, QStringLiteral("take one that no desk gets away from the centre"), forgetRelease},
        {QStringLiteral("release status"), QStringLiteral("[VERSION]") + owner, QStringLiteral("which desk has what"), releaseStatus},
    };
}

} // namespace motcua::ctl
