// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/PortalService.h"
#include "app/security/ProcessMemory.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace motcua;

int main(int argc, char *argv[])
{
    // Before anything else is in memory: it will hold keys and citizens' data, and a crash must not lay them on the disk.
    security::keepMemoryToOurselves();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("motcua-portal"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MOTCUA_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("The gateway of a province, behind nginx. Set its store up with motcua-ctl portal setup."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("store"), QStringLiteral("folder of the store; else MOTCUA_STORE"), QStringLiteral("folder")},
        {QStringLiteral("machine-key"), QStringLiteral("opens the store; motcua-ctl keys machine add makes it"), QStringLiteral("file")},
        {QStringLiteral("front-secret"), QStringLiteral("what nginx says with each question; motcua-ctl portal certificate makes it"), QStringLiteral("file")},
        {QStringLiteral("listen"), QStringLiteral("127.0.0.1:port; port 0: one that is free"), QStringLiteral("address"), QStringLiteral("127.0.0.1:8470")},
        {QStringLiteral("resources"), QStringLiteral("folder of the law's files"), QStringLiteral("folder")},
        {QStringLiteral("allow-faults"), QStringLiteral("faults on purpose can be asked for on this machine, as in a store for practice")},
        {QStringLiteral("json"), QStringLiteral("tell where it listens as one JSON object on standard output")},
    });
    parser.process(application);

    PortalService service({.store = parser.value(QStringLiteral("store")),
        .machineKey = parser.value(QStringLiteral("machine-key")),
        .frontSecret = parser.value(QStringLiteral("front-secret")),
        .listen = parser.value(QStringLiteral("listen")),
        .resources = parser.value(QStringLiteral("resources")),
        .isJson = parser.isSet(QStringLiteral("json")),
        .allowsFaults = parser.isSet(QStringLiteral("allow-faults"))});
    if (const Result<> begun = service.begin(); !begun) {
        QTextStream(stderr) << PortalService::explained(begun.error()) << Qt::endl;
        return 1;
    }
    return QCoreApplication::exec();
}
