// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/DeskLines.h"

#include "ui/shell/ShownTime.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace motcua {

namespace {

QString words(const char *english)
{
    return QCoreApplication::translate("DeskLines", english);
}

QString well(const QString &text)
{
    return QStringLiteral("✔ ") + text;
}

QString look(const QString &text)
{
    return QStringLiteral("! ") + text;
}

QString printerLine(const Result<QList<Printer>> &printers)
{
    if (!printers || printers->isEmpty()) {
        return look(words(QT_TRANSLATE_NOOP("DeskLines", "No printer: slips are kept with the dossier and can be printed later")));
    }
    const Printer &first = printers->constFirst();
    if (!first.accepting || !first.reasons.isEmpty()) {
        const bool paper = std::any_of(first.reasons.cbegin(), first.reasons.cend(),
            [](const QString &reason) { return reason.startsWith(QStringLiteral("media-empty")) || reason.startsWith(QStringLiteral("media-needed")); });
        return look((paper ? words(QT_TRANSLATE_NOOP("DeskLines", "Printer %1: out of paper"))
                           : words(QT_TRANSLATE_NOOP("DeskLines", "Printer %1 wants somebody to look at it")))
                        .arg(first.name));
    }
    return well(words(QT_TRANSLATE_NOOP("DeskLines", "Printer %1 is ready")).arg(first.name));
}

} // namespace

QStringList deskLines(const MachineFacts &machine, const Result<QList<Printer>> &printers, QDate catalogueFrom)
{
    QStringList lines;
    lines.append(machine.storeThere ? well(words(QT_TRANSLATE_NOOP("DeskLines", "The data of this desk are here")))
                                    : look(words(QT_TRANSLATE_NOOP("DeskLines", "There are no data of a desk at this place"))));
    const QString room = QLocale(QLocale::Vietnamese).formattedDataSize(machine.freeBytes, 0, QLocale::DataSizeTraditionalFormat);
    lines.append(machine.freeBytes >= MachineFacts::LeastFreeBytes
            ? well(words(QT_TRANSLATE_NOOP("DeskLines", "%1 free on the disk")).arg(room))
            : look(words(QT_TRANSLATE_NOOP("DeskLines", "Only %1 free on the disk: have the IT person make room")).arg(room)));
    lines.append(printerLine(printers));
    if (machine.spooler == MachineFacts::Spooler::KeepsFiles) {
        lines.append(look(words(QT_TRANSLATE_NOOP("DeskLines", "The printing system keeps printed slips for a day: tell the IT person"))));
    }
    if (!machine.clearSwap.isEmpty()) {
        lines.append(look(words(QT_TRANSLATE_NOOP("DeskLines", "The swap space is not encrypted: tell the IT person"))));
    }
    if (catalogueFrom.isValid()) {
        lines.append(well(words(QT_TRANSLATE_NOOP("DeskLines", "Catalogue: rules in force since %1")).arg(shownDate(catalogueFrom))));
    }
    return lines;
}

} // namespace motcua
