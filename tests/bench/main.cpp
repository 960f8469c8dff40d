// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

#include <cstdio>

using namespace motcua::bench;

int main(int argc, char **argv)
{
    // Qt sends its messages to the journal when nobody sits at a terminal; a bench that gives up must say why.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &message) {
        std::fprintf(stderr, "motcua-bench: %s\n", qPrintable(message));
    });
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures ours beside a floor, interleaved in blocks of 25; medians of ratios."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("what"), QStringLiteral("store, search, journal; all without"), QStringLiteral("[store|search|journal …]"));
    parser.addOption({QStringLiteral("dossiers"), QStringLiteral("Size of the filled store"), QStringLiteral("n"), QStringLiteral("100000")});
    parser.addOption({QStringLiteral("large"), QStringLiteral("1,000,000 dossiers")});
    parser.addOption({QStringLiteral("acts"), QStringLiteral("Acts timed one by one"), QStringLiteral("n"), QStringLiteral("1000")});
    parser.addOption({QStringLiteral("folder"), QStringLiteral("Folder on the disk to measure"), QStringLiteral("folder"), QDir::tempPath()});
    parser.addOption({QStringLiteral("keep"), QStringLiteral("Keep the filled store in this folder and use it again"), QStringLiteral("folder")});
    parser.process(application);

    Options options;
    options.dossiers = parser.isSet(QStringLiteral("large")) ? 1'000'000 : parser.value(QStringLiteral("dossiers")).toLongLong();
    options.acts = parser.value(QStringLiteral("acts")).toInt();
    options.folder = parser.value(QStringLiteral("folder"));
    options.keep = parser.value(QStringLiteral("keep"));
    if (options.dossiers < 100 || options.acts < 100 || options.acts > 9000) {
        std::fputs("motcua-bench: at least 100 dossiers, 100 to 9000 acts\n", stderr);
        return 2;
    }
    const QStringList all{QStringLiteral("store"), QStringLiteral("search"), QStringLiteral("journal")};
    const QStringList asked = parser.positionalArguments().isEmpty() ? all : parser.positionalArguments();
    int missed = 0;
    for (const QString &what : asked) {
        if (what == all.at(0)) {
            missed += benchStore(options);
        } else if (what == all.at(1)) {
            missed += benchSearch(options);
        } else if (what == all.at(2)) {
            missed += benchJournal(options);
        } else {
            std::fprintf(stderr, "motcua-bench: nothing is called %s\n", qPrintable(what));
            return 2;
        }
    }
    std::printf("\n%d missed\n", missed);
    return 0;
}
