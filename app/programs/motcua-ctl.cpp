// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"
#include "app/security/ProcessMemory.h"
#include "ui/messages/Language.h"

#include <QGuiApplication>
#include <QTextStream>

#include <algorithm>

using namespace motcua;
using namespace motcua::ctl;

namespace {

QList<Command> commands()
{
    return cardCommands() + catalogueCommands() + lawCommands() + personCommands() + addressCommands() + vietQrCommands() + hallCommands() + hallMessageCommands() + hallWordCommands() + appointmentCommands() + certificationCommands() + voiceCommands() + boardCommands() + scanCommands() + paperCommands() + signingCommands() + peopleCommands() + keysCommands()
        + unitCommands() + slipCommands() + dossierCommands() + journalCommands() + importCommands() + storeCommands() + conflictCommands() + syncCommands() + recoverCommands() + portalCommands() + databaseCommands() + centreCommands() + fleetCommands() + releaseCommands() + systemCommands() + nationalCommands() + trustCommands() + trainingCommands();
}

void addOptions(QCommandLineParser &parser)
{
    const auto add = [&parser](const char *name, const char *text, const char *value = nullptr) {
        QCommandLineOption option(QString::fromLatin1(name), QString::fromUtf8(text));
        if (value) {
            option.setValueName(QString::fromLatin1(value));
        }
        parser.addOption(option);
    };
    add("json", "one JSON object on standard output");
    add("store", "folder of the store; else MOTCUA_STORE, else this user's own", "folder");
    add("training", "the training store; with init: make one");
    add("resources", "folder of the law's files", "folder");
    add("language", "vi or en", "code");
    add("person", "who acts: the name to sign in with", "name");
    add("password-fd", "read the password from this file descriptor; else MOTCUA_PASSWORD, else it is asked", "n");
    add("new-password-fd", "the same for a password that is set; else MOTCUA_NEW_PASSWORD", "n");
    add("from-person", "journal import: whose password opens the folder of another desk; without, its recovery key is asked", "name");
    add("from-password-fd", "journal import: read that password or recovery key from this file descriptor; else MOTCUA_FROM_PASSWORD", "n");
    add("token", "enrol, signing use: where the key lies, or with enrol shall: pkcs11:token=…;object=…?module-path=… (RFC 7512), without a PIN", "uri");
    add("pin-fd", "enrol, token pin, signing use: read the PIN of the token from this file descriptor; else MOTCUA_TOKEN_PIN, else it is asked", "n");
    add("certificate", "signing use: the certificate of the key, and those between it and its authority (PEM; one alone also in DER)", "file");
    add("key-password-fd", "signing use: read the password of the .p12 from this file descriptor; else MOTCUA_KEY_PASSWORD, else it is asked", "n");
    add("tsa", "signing use: who vouches for the time of signatures (RFC 3161); --ca: who certifies that", "http[s]://HOST/PATH");
    add("unit", "init, unit configure: name of the unit, as on its sign; deadline: minute, hour, working-day, day or month", "name");
    add("governing-body", "init, unit configure: the body above the unit, e.g. Ủy ban nhân dân phường Hòa An", "name");
    add("place", "init, unit configure: before the date of every slip, e.g. Hòa An", "name");
    add("organisation", "init, unit configure: organisation code, e.g. H26.31.05", "code");
    add("desk", "init, unit configure, centre provision: number of this desk, from 1", "n");
    add("only-desk", "init, unit configure: the unit has no other desk");
    add("roles", "person add, change: officer, supervisor, administrator …, separated by commas", "list");
    add("title", "person add, change", "text");
    add("portal-invitation", "centre provision: what \"motcua-ctl portal invite\" wrote for that desk", "file");
    add("code-fd", "centre provision, provision: write the code to, or read it from, this file descriptor; else the terminal, or MOTCUA_DESK_CODE to read it", "n");
    add("name", "person change: another name, also to sign in with; portal invite, centre invite: of the desk; portal admit: of the system; catalogue pack: of the package", "name");
    add("enable", "person change: the person works here again");
    add("typed-fd", "keys recovery: read the key typed back from this file descriptor; else it is asked", "n");
    add("competent", "file: the unit that decides, when it is another", "organisation code");
    add("longer", "deadline: settled on beyond the limit, e.g. manyPages=2", "ground=days");
    add("reason", "why, for the journal", "text");
    add("key", "release make: the secret with which the house signs; release check, publish: the public file of it, else /etc/motcua/release.pem", "file");
    add("notes", "release make: what is new, a line each, in Vietnamese", "file");
    add("follows", "release make: the least version over which it may be put", "version");
    add("force", "release advance: although desks speak against it; with --reason");
    add("field", "conflicts resolve: what stands from now on; may be given several times", "ID=VALUE");
    add("keep", "conflicts resolve: whose word is kept in everything that --field does not name: mine (of this desk) or theirs", "side");
    add("procedure", "file, validate, fee, deadline: code of the procedure", "code");
    add("received", "validate, fee, deadline: when the dossier was complete, e.g. 2026-11-23T08:15", "time");
    add("channel", "validate, fee, deadline: 1 direct, 2 online, 3 post", "n");
    add("born", "person check: day, month or year of birth; card read: YYMMDD", "date");
    add("key-fd", "card read: read what opens the chip (CAN, number or zone) from this file descriptor; without a key it is asked", "n");
    add("can", "card read: the six digits that open the chip; for scripts, as other users see it in the list of processes", "digits");
    add("number", "card read: the twelve digits of the card; likewise", "digits");
    add("mrz", "card read: a file with the lines of the machine readable zone", "file");
    add("document", "card read: the document number of the zone, with --born and --expires; likewise", "number");
    add("expires", "card read: last day of the document", "YYMMDD");
    add("reader", "card read: which reader, from 0", "n");
    add("trust", "card read: whom to trust instead of the centre's own", "folder");
    add("signer", "trust import: the fingerprint (SHA-256) of who signs the master list, or of who gave that one its certificate", "hex");
    add("yes-unknown-signer", "trust import: take a master list whoever signed it");
    add("raw", "card read: write the chip's files here; they hold everything about a person", "folder");
    add("timing", "card read: how many commands and milliseconds");
    add("sex", "person check: male or female", "word");
    add("paper", "slip preview: A4 or A5; paper import: which paper of the dossier, by the id it has in its procedure", "size");
    add("dossier", "paper import: the code of the dossier", "code");
    add("phone", "ticket draw, hall issue, hall messages test: the telephone that is told, or - to read it from standard input; other users see it in the list of processes", "number");
    add("method", "hall messages set: PUT instead of POST", "word");
    add("token-fd", "hall messages set: read the token from this file descriptor; else MOTCUA_MESSAGE_TOKEN, else it is asked", "n");
    add("print", "ticket draw: on paper, with the printer of tickets that desk.ini names");
    add("slip", "file: where the slip goes", "file");
    add("numbers-used", "restore, salvage, unit numbers: the highest number of today that already stands on a slip of this desk; 0 for none", "n");
    add("limit", "search, list, outbox list, conflicts list, address find: at most so many; deadline: so many of --unit", "n");
    add("dossiers", "seed: how many", "n");
    add("tickets", "training morning: how many", "n");
    add("seed", "training morning: the same number gives the same people", "n");
    add("bin", "vietqr encode, unit configure: the bank's number, six digits", "n");
    add("account", "vietqr encode, unit configure: account that is paid", "number");
    add("account-holder", "unit configure: in whose name the account is, as the bank writes it", "name");
    add("no-account", "unit configure: fees are not transferred to this unit any more");
    add("card", "vietqr encode: card that is paid, instead of an account", "number");
    add("amount", "vietqr encode: whole đồng; without it the payer types the amount", "n");
    add("bill", "vietqr encode: bill number", "text");
    add("purpose", "vietqr encode: what for, at most 25 characters; marks are taken off; paper held: what the papers are read for, in words", "text");
    add("english", "hall tell, hall close: the same in English", "text");
    add("minutes", "hall tell, hall close: for so long; without it until the end of the day", "n");
    add("year", "certification list, export: which year; this one unless told", "YYYY");
    add("day", "hall figures, hall expected, hall times, hall book: which day; today unless told", "YYYY-MM-DD");
    add("who-fd", "hall book: read a line with their name and one with their telephone from this file descriptor", "n");
    add("silent", "hall help: an alarm that nobody at the desk is to notice");
    add("into", "hall say: into this sound file instead of the loudspeaker; scan scan: the folder where the pages go", "file");
    add("to", "scan separators: the PDF they are written to", "file");
    add("profile", "scan scan: how, by the id of a profile of the office; the first one unless told", "id");
    add("device", "scan scan: which scanner, by a part of its name", "part");
    add("source", "scan scan: flatbed, feeder or duplex instead of what the profile says", "word");
    add("dpi", "scan scan: another resolution, in dots per inch; the next finer one that the scanner has", "n");
    add("colour", "scan scan: colour, grey or blackAndWhite", "word");
    add("page", "scan scan: A3, A4, A5, A6, card, whole, or millimetres such as 85x54", "size");
    add("voice", "hall say: with this voice pack, or with espeak-ng, instead of what desk.ini says", "folder");
    add("rebuild", "doctor: make every folded table anew from the journal and compare");
    add("whole", "outbox list: what is done with as well");
    add("address", "portal setup: where desks find the portal; portal national: where the national system is, if not where the file says", "https://HOST[:PORT]");
    add("access", "portal national: as whom the national system is told, and who may answer for it", "file");
    add("verdicts", "portal national: whose word a verdict is: own (the portal's rules alone) or national (its answer as well)", "word");
    add("off", "portal national: tell it nothing any more");
    add("status", "portal national: what waits, what was set aside, how it last went");
    add("database", "portal database use, centre, restore: where PostgreSQL is, without a password", "postgresql://USER@HOST[:PORT]/DATABASE");
    add("ca", "portal database use, centre, restore, hall messages set, signing use: who certifies that server, in PEM", "file");
    add("database-password-fd", "portal database use, centre, restore: read the password of the database from this file descriptor; else MOTCUA_DATABASE_PASSWORD, else it is asked", "n");
    add("host", "portal certificate: for which name, or which address; hall feed set: by which name the screens reach this desk", "name");
    add("out", "portal certificate, paper held: where the files go", "folder");
    add("days", "portal invite: how long it counts; 7 unless told", "n");
    add("against-portal", "journal verify: compare with what the portal saw");
    add("payloads", "journal export: with what the entries say, not only their headers");
}

int help(const QCommandLineParser &parser)
{
    QTextStream out(stdout);
    out << QStringLiteral("motcua-ctl COMMAND [words] [options]\n\n");
    for (const Command &command : commands()) {
        out << QStringLiteral("  %1 %2\n      %3\n").arg(command.name, command.usage, command.purpose);
    }
    out << QStringLiteral("\nOptions\n");
    out << parser.helpText().section(QStringLiteral("Options:\n"), 1);
    out << QStringLiteral(
        "\nExit codes: 0 done · 1 refused or failed · 2 wrong usage · 3 not let in · 4 something is damaged · 5 not found · 6 bad input\n");
    return Done;
}

} // namespace

int main(int argc, char *argv[])
{
    // Before anything else is in memory: it will hold keys and citizens' data, and a crash must not lay them on the disk.
    security::keepMemoryToOurselves();
    // Slips need fonts, fonts need a QGuiApplication; it needs no screen.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("motcua-ctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MOTCUA_VERSION));

    QCommandLineParser parser;
    const QCommandLineOption helpOption = parser.addHelpOption();
    parser.addVersionOption();
    addOptions(parser);
    const bool understood = parser.parse(QCoreApplication::arguments());
    if (parser.isSet(QStringLiteral("version"))) {
        QTextStream(stdout) << QStringLiteral("motcua " MOTCUA_VERSION) << Qt::endl;
        return Done;
    }
    // A mistake further on in the words may keep the parser from seeing it.
    Terminal terminal(parser.isSet(QStringLiteral("json")) || QCoreApplication::arguments().contains(QStringLiteral("--json")));
    if (!understood) {
        terminal.explain(parser.errorText());
        return terminal.end(Usage);
    }
    QStringList words = parser.positionalArguments();
    if (parser.isSet(helpOption) || words.isEmpty() || words.constFirst() == QStringLiteral("help")) {
        return help(parser);
    }
    const Language language(
        parser.value(QStringLiteral("language")) == QStringLiteral("en") ? Language::Code::English : Language::Code::Vietnamese);

    const QList<Command> all = commands();
    for (const qsizetype length : {qsizetype{3}, qsizetype{2}, qsizetype{1}}) {
        const QString name = words.mid(0, length).join(u' ');
        const auto found = std::find_if(all.cbegin(), all.cend(), [&name](const Command &command) { return command.name == name; });
        if (found != all.cend() && words.size() >= length) {
            Context context(parser, words.mid(length), terminal);
            return terminal.end(found->run(context));
        }
    }
    terminal.explain(QStringLiteral("There is no command \"%1\". motcua-ctl help lists them.").arg(words.join(u' ')));
    return terminal.end(Usage);
}
