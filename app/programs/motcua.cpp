// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/BoardProgram.h"
#include "app/programs/Composition.h"
#include "app/programs/Tour.h"
#include "app/security/ProcessMemory.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTextStream>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

using namespace motcua;

namespace {

/** The store the command line means, before Qt has read it: what its portal gave of the law lies beside it. */
StoreFolder storeIn(int argc, char **argv, bool training)
{
    const QByteArrayView option("--store");
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView word(argv[i]);
        if (word == option && i + 1 < argc) {
            return StoreFolder(QString::fromLocal8Bit(argv[i + 1]));
        }
        if (word.startsWith(option) && word.size() > option.size() && word[option.size()] == '=') {
            return StoreFolder(QString::fromLocal8Bit(word.sliced(option.size() + 1)));
        }
    }
    return StoreFolder::usual(training);
}

} // namespace

int main(int argc, char *argv[])
{
    // Before anything else is in memory: it will hold keys and citizens' data, and a crash must not lay them on the disk.
    security::keepMemoryToOurselves();
    // Read by another processor while Qt finds its screen and its fonts, and so before anything can parse the command line.
    const bool training = std::any_of(argv + std::min(argc, 1), argv + argc, [](const char *word) {
        const QByteArrayView option(word);
        return option == "--training" || option == "--tour" || option.startsWith("--tour=");
    });
    // A tour shows what the program came with, so its pictures are the same everywhere.
    const bool isTour = std::any_of(argv + std::min(argc, 1), argv + argc, [](const char *word) { return QByteArrayView(word).startsWith("--tour"); });
    const bool isBoard = std::any_of(argv + std::min(argc, 1), argv + argc, [](const char *word) { return QByteArrayView(word).startsWith("--board-from"); });
    const LawInReading law = isBoard ? LawInReading() : QtConcurrent::run(&Lawbook::loadFor, Lawbook::folder(),
        training ? Lawbook::Prices::Invented : Lawbook::Prices::Real, isTour ? QString() : storeIn(argc, argv, training).law());
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("motcua"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MOTCUA_VERSION));

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("training"), QStringLiteral("the prepared training centre; nothing has legal effect")},
        {QStringLiteral("new"), QStringLiteral("set this desk up")},
        {QStringLiteral("tour"), QStringLiteral("play a visit in training and leave pictures and slip in the folder"),
            QStringLiteral("folder")},
        {QStringLiteral("board"), QStringLiteral("show the board of the hall as soon as somebody has signed in")},
        {QStringLiteral("board-from"), QStringLiteral("be nothing but a board, fed by the desk that made this file; nobody signs in"), QStringLiteral("file")},
        {QStringLiteral("kiosk"), QStringLiteral("be the kiosk of the hall as soon as somebody has signed in")},
        {QStringLiteral("store"), QStringLiteral("folder of the store"), QStringLiteral("folder")},
        {QStringLiteral("language"), QStringLiteral("vi or en"), QStringLiteral("code")},
        {QStringLiteral("theme"), QStringLiteral("light, dark or contrast"), QStringLiteral("name")},
        {QStringLiteral("scale"), QStringLiteral("of the text in percent: 100, 125 or 150"), QStringLiteral("percent")},
        {QStringLiteral("size"), QStringLiteral("of the window, e.g. 1366x768"), QStringLiteral("WxH")},
    });
    QCommandLineOption moments(QStringLiteral("moments"));
    moments.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(moments);
    parser.process(application);

    Composition::Options options;
    options.tourFolder = parser.value(QStringLiteral("tour"));
    options.training = parser.isSet(QStringLiteral("training")) || !options.tourFolder.isEmpty();
    options.isNew = parser.isSet(QStringLiteral("new"));
    options.storeFolder = parser.value(QStringLiteral("store"));
    options.language = parser.value(QStringLiteral("language"));
    options.theme = parser.value(QStringLiteral("theme"));
    options.textScale = parser.value(QStringLiteral("scale")).toInt();
    options.size = parser.value(QStringLiteral("size"));
    options.board = parser.isSet(QStringLiteral("board"));
    options.kiosk = parser.isSet(QStringLiteral("kiosk"));
    options.moments = parser.isSet(moments);

    if (parser.isSet(QStringLiteral("board-from"))) {
        BoardProgram board;
        if (const Result<> ready = board.prepare(parser.value(QStringLiteral("board-from")), options.language, options.theme); !ready) {
            QTextStream(stderr) << Composition::explained(ready.error()) << QLatin1Char('\n');
            return 1;
        }
        return QApplication::exec();
    }

    Composition composition(options);
    if (const Result<> ready = composition.prepare(law); !ready) {
        QTextStream(stderr) << Composition::explained(ready.error()) << QLatin1Char('\n');
        return 1;
    }
    composition.show();
    return QApplication::exec();
}
