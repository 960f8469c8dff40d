// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"
#include "tests/bench/TimedApplication.h"

#include <QCommandLineParser>
#include <QDir>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>

using namespace motcua::bench;

int main(int argc, char **argv)
{
    // Qt sends its messages to the journal when nobody sits at a terminal; a bench that gives up must say why.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &message) {
        if (!message.startsWith(u"This plugin does not support")) { // of a screen that is none
            std::fprintf(stderr, "motcua-bench: %s\n", qPrintable(message));
        }
    });
    // What a display server does with a frame is not ours to measure.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication application(argc, argv);
    const QList<std::pair<QString, std::function<int(const Options &)>>> benches{
        {QStringLiteral("store"), benchStore},
        {QStringLiteral("search"), benchSearch},
        {QStringLiteral("journal"), benchJournal},
        {QStringLiteral("worklist"), [&](const Options &options) { return benchWorklist(options, application); }},
        {QStringLiteral("stall"), [&](const Options &options) { return benchStall(options, application); }},
        {QStringLiteral("ui"), [&](const Options &) { return benchUi(application); }},
        {QStringLiteral("start"), benchStart},
        {QStringLiteral("seed"), benchSeed},
        {QStringLiteral("law"), benchLaw},
        {QStringLiteral("card"), [](const Options &) { return benchCard(); }},
        {QStringLiteral("sync"), [](const Options &) { return benchSync(); }},
        {QStringLiteral("hall"), [](const Options &) { return benchHall(); }},
        {QStringLiteral("scan"), [&](const Options &options) { return benchScan(options, application); }},
    };
    QStringList names;
    for (const auto &[name, bench] : benches) {
        names.append(name);
    }
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures ours beside a floor, in turn; what is judged is the ratio. Ends with 1 when a row missed its hold."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("what"), names.join(QStringLiteral(", ")) + QStringLiteral("; all without"), QStringLiteral("[what …]"));
    parser.addOption({QStringLiteral("dossiers"), QStringLiteral("Size of the filled stores"), QStringLiteral("n"), QStringLiteral("1000000")});
    parser.addOption({QStringLiteral("acts"), QStringLiteral("Acts timed one by one"), QStringLiteral("n"), QStringLiteral("1000")});
    parser.addOption({QStringLiteral("settle"), QStringLiteral("Seconds before the memory is looked at"), QStringLiteral("n"), QStringLiteral("60")});
    parser.addOption({QStringLiteral("folder"), QStringLiteral("Folder on the disk to measure"), QStringLiteral("folder"), QDir::tempPath()});
    parser.addOption({QStringLiteral("keep"), QStringLiteral("Keep the filled stores in this folder and use them again"), QStringLiteral("folder")});
    parser.process(application);

    Options options;
    options.dossiers = parser.value(QStringLiteral("dossiers")).toLongLong();
    options.acts = parser.value(QStringLiteral("acts")).toInt();
    options.settleSeconds = parser.value(QStringLiteral("settle")).toInt();
    options.folder = parser.value(QStringLiteral("folder"));
    options.keep = parser.value(QStringLiteral("keep"));
    if (options.dossiers < 1000 || options.acts < 100 || options.acts > 9000 || options.settleSeconds < 0) {
        std::fputs("motcua-bench: at least 1000 dossiers, 100 to 9000 acts\n", stderr);
        return 2;
    }
    const QStringList asked = parser.positionalArguments().isEmpty() ? names : parser.positionalArguments();
    for (const QString &what : asked) {
        if (!names.contains(what)) {
            std::fprintf(stderr, "motcua-bench: nothing is called %s\n", qPrintable(what));
            return 2;
        }
    }
    const QTemporaryDir passing(options.folder + QStringLiteral("/motcua-bench-XXXXXX"));
    if (options.keep.isEmpty()) {
        options.keep = passing.path();
    }
    std::printf("%s, %d processors, motcua %s\n", qPrintable(QDateTime::currentDateTime().toString(Qt::ISODate)), QThread::idealThreadCount(), MOTCUA_VERSION);
    int missed = 0;
    for (const auto &[name, bench] : benches) {
        missed += asked.contains(name) ? bench(options) : 0;
    }
    printPeers();
    std::printf("\n%d missed\n", missed);
    return missed == 0 ? 0 : 1;
}
