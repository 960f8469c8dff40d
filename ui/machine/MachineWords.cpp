// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/MachineWords.h"

#include "models/base/VietnamTime.h"
#include "ui/messages/CardSentence.h"
#include "ui/messages/Diagnosis.h"
#include "ui/messages/Sentence.h"
#include "ui/messages/StalledSentence.h"
#include "ui/messages/TicketSentence.h"
#include "ui/shell/ShownTime.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMetaEnum>

#include <algorithm>

namespace motcua {

namespace {

using MachineLine = MachineView::Line;
using State = MachineView::State;

constexpr qint64 ClockToleranceMs = 2 * 60 * 1000;

QString words(const char *english)
{
    return QCoreApplication::translate("MachineWords", english);
}

/** What a terminal tells in the middle of a line, as a sentence of its own. */
QString asSentence(QString told)
{
    if (!told.isEmpty()) {
        told[0] = told.at(0).toUpper();
    }
    return told.endsWith(u'.') ? told : told + u'.';
}

MachineLine waiting(const char *thing)
{
    return {State::Waiting, {}, words(thing), words(QT_TRANSLATE_NOOP("MachineWords", "It is being looked at."))};
}

constexpr const char *Service = QT_TRANSLATE_NOOP("MachineWords", "Smart card service");
constexpr const char *Reader = QT_TRANSLATE_NOOP("MachineWords", "Card reader");
constexpr const char *Trust = QT_TRANSLATE_NOOP("MachineWords", "Who signs chips");
constexpr const char *Photographs = QT_TRANSLATE_NOOP("MachineWords", "Photographs of cards");
constexpr const char *PrinterThing = QT_TRANSLATE_NOOP("MachineWords", "Printer");
constexpr const char *TicketThing = QT_TRANSLATE_NOOP("MachineWords", "Ticket printer");
constexpr const char *Spooler = QT_TRANSLATE_NOOP("MachineWords", "Printing system");
constexpr const char *Codes = QT_TRANSLATE_NOOP("MachineWords", "Code reader");
constexpr const char *StoreThing = QT_TRANSLATE_NOOP("MachineWords", "Data of this desk");
constexpr const char *Clock = QT_TRANSLATE_NOOP("MachineWords", "Clock");
constexpr const char *Disk = QT_TRANSLATE_NOOP("MachineWords", "Disk");
constexpr const char *Swap = QT_TRANSLATE_NOOP("MachineWords", "Swap space");
constexpr const char *Program = QT_TRANSLATE_NOOP("MachineWords", "Program");

MachineLine readerLine(const PcscFacts::OfReader &reader, bool isOneOfSeveral, bool isUsed)
{
    const Diagnosis told = diagnosis(reader);
    const bool isGone = reader.reader.state == PcscReader::State::Unavailable;
    QString text = asSentence(told.text);
    if (isOneOfSeveral && isUsed) {
        text += u' ' + words(QT_TRANSLATE_NOOP("MachineWords", "This desk reads with it."));
    } else if (isOneOfSeveral) {
        text += u' ' + words(QT_TRANSLATE_NOOP("MachineWords", "This desk reads with another one: with that on which a card lies."));
    }
    return {told.isFine ? State::Fine : isGone ? State::Bad : State::Look, {}, words(Reader), text};
}

QList<MachineLine> cardLines(const LookAtMachine &look, const QDateTime &now)
{
    if (!look.sources().cards) {
        return {};
    }
    if (!look.facts().cards) {
        return {waiting(Service), waiting(Trust)};
    }
    const LookAtMachine::OfCards &found = *look.facts().cards;
    const Diagnosis service = diagnosis(found.pcsc);
    const bool hasService = !found.pcsc.fault;
    QList<MachineLine> lines{{service.isFine ? State::Fine : State::Bad, {}, hasService && !service.isFine ? words(Reader) : words(Service), asSentence(service.text)}};
    const QString used = look.cardReader() ? look.cardReader()->name() : QString();
    bool wasUsed = false; // two of one name are one as far as anybody can tell
    for (const PcscFacts::OfReader &reader : found.pcsc.readers) {
        const bool isUsed = !wasUsed && reader.reader.name == used;
        wasUsed = wasUsed || isUsed;
        lines.append(readerLine(reader, found.pcsc.readers.size() > 1, isUsed));
    }
    const Diagnosis trust = diagnosis(found.trust, found.leftOut, now.toUTC());
    lines.append({trust.isFine ? State::Fine : State::Look, {}, words(Trust), asSentence(trust.text)});
    return lines;
}

QList<MachineLine> photoLines(const LookAtMachine &look)
{
    if (!look.sources().photos) {
        return {};
    }
    if (!look.facts().photos) {
        return {waiting(Photographs)};
    }
    const LookAtMachine::OfPhotos &fault = *look.facts().photos;
    if (!fault) {
        return {{State::Fine, {}, words(Photographs), words(QT_TRANSLATE_NOOP("MachineWords", "The program motcua-worker shows them."))}};
    }
    if (*fault == PhotoFault::NotInstalled) {
        return {{State::Bad, {}, words(Photographs),
            words(QT_TRANSLATE_NOOP("MachineWords", "The program motcua-worker is missing beside this one, so no photograph is shown: compare the one on the card, and have the "
                                                    "package motcua installed again."))}};
    }
    return {{State::Bad, {}, words(Photographs),
        words(QT_TRANSLATE_NOOP("MachineWords", "The program motcua-worker does not answer as it should, so no photograph is shown: compare the one on the card; have the computer "
                                                "started anew, and the package motcua installed again if it stays so."))}};
}

MachineLine printerLine(const Printer &printer, bool isOnly)
{
    const QString name = printer.description.isEmpty() ? printer.name : printer.description;
    const auto has = [&printer](const QString &word) {
        return std::any_of(printer.reasons.cbegin(), printer.reasons.cend(), [&word](const QString &reason) { return reason.startsWith(word); });
    };
    const auto line = [&name](State state, const char *english) { return MachineLine{state, {}, words(PrinterThing), words(english).arg(name)}; };
    if (has(QStringLiteral("media-empty")) || has(QStringLiteral("media-needed"))) {
        return line(State::Look, QT_TRANSLATE_NOOP("MachineWords", "%1 is out of paper: put paper in, what waits there comes out by itself."));
    }
    if (!printer.accepting || has(QStringLiteral("paused"))) {
        return line(State::Look, QT_TRANSLATE_NOOP("MachineWords", "%1 was stopped and takes nothing: have it let go on in the printing system."));
    }
    if (!printer.reasons.isEmpty()) {
        MachineLine told = line(State::Look, QT_TRANSLATE_NOOP("MachineWords", "%1 wants somebody to look at it: a door, a jam, toner?"));
        told.text += QStringLiteral(" (%1)").arg(printer.reasons.join(QStringLiteral(", ")));
        return told;
    }
    return isOnly || printer.isDefault ? line(State::Fine, QT_TRANSLATE_NOOP("MachineWords", "%1 is ready."))
                                       : line(State::Fine, QT_TRANSLATE_NOOP("MachineWords", "%1 is ready; another one is used."));
}

QList<MachineLine> printerLines(const LookAtMachine &look)
{
    if (!look.hasPrinter()) {
        return {};
    }
    if (!look.facts().printers) {
        return {waiting(PrinterThing)};
    }
    const Result<QList<Printer>> &found = *look.facts().printers;
    if (!found || found->isEmpty()) {
        return {{State::Look, {}, words(PrinterThing),
            found ? words(QT_TRANSLATE_NOOP("MachineWords", "There is none: slips are kept with the dossier and can be printed later. Have one set up in the printing system."))
                  : words(QT_TRANSLATE_NOOP("MachineWords", "The printing system does not answer: slips are kept with the dossier and can be printed later. Have the service cups started."))}};
    }
    QList<MachineLine> lines;
    for (const Printer &printer : *found) {
        lines.append(printerLine(printer, found->size() == 1));
    }
    return lines;
}

QList<MachineLine> ticketLines(const LookAtMachine &look)
{
    if (!look.sources().tickets) {
        return {};
    }
    if (!look.facts().tickets) {
        return {waiting(TicketThing)};
    }
    const TicketPrinter::Told &found = *look.facts().tickets;
    if (!found) {
        const Sentence told = sentence(found.error(), QString());
        return {{State::Look, {}, words(TicketThing), told.textWithCode()}};
    }
    if (const QString told = sentence(*found); !told.isEmpty()) {
        return {{State::Look, {}, words(TicketThing), told}};
    }
    return {{State::Fine, {}, words(TicketThing),
        *found == TicketPaper::Unknown ? words(QT_TRANSLATE_NOOP("MachineWords", "It is there, and says nothing of its paper."))
                                       : words(QT_TRANSLATE_NOOP("MachineWords", "It is ready and has paper."))}};
}

/** What is wrong with a reader of codes, and what to do; Nothing: it is not there. */
QString codeTrouble(CodeReader::Trouble trouble)
{
    switch (trouble) {
    case CodeReader::Trouble::Nothing:
        return words(QT_TRANSLATE_NOOP("MachineWords", "It is not there: plug it in; until then what stands on a card or a paper is typed."));
    case CodeReader::Trouble::InUse:
        return words(QT_TRANSLATE_NOOP("MachineWords", "Another program uses it: close that one."));
    case CodeReader::Trouble::NotAllowed:
        return words(QT_TRANSLATE_NOOP("MachineWords", "This account may not use it: have the package motcua installed again, then plug the reader in anew."));
    case CodeReader::Trouble::NotAReader:
        return words(QT_TRANSLATE_NOOP("MachineWords", "What desk.ini names is another device: have the part [codeReader] put right there."));
    case CodeReader::Trouble::Broken:
        return words(QT_TRANSLATE_NOOP("MachineWords", "It does not answer: pull it out and plug it in again; try another socket."));
    }
    return {};
}

QList<MachineLine> codeLines(const LookAtMachine &look, bool typesCodes)
{
    QList<MachineLine> lines;
    const QList<const CodeReader *> readers = look.codeReaders();
    for (const CodeReader *reader : readers) {
        switch (reader->state()) {
        case CodeReader::State::Off:
            break;
        case CodeReader::State::Ready:
            lines.append({State::Fine, {}, words(Codes), words(QT_TRANSLATE_NOOP("MachineWords", "It is ready, and sends every letter."))});
            break;
        case CodeReader::State::None:
            lines.append({typesCodes ? State::Look : State::Bad, {}, words(Codes), codeTrouble(CodeReader::Trouble::Nothing)});
            break;
        case CodeReader::State::Failed:
            lines.append({State::Bad, {}, words(Codes), codeTrouble(reader->trouble())});
            break;
        }
    }
    if (typesCodes) {
        lines.append({State::Look, {}, words(Codes),
            words(QT_TRANSLATE_NOOP("MachineWords", "One types like a keyboard, which cannot carry Vietnamese letters: switch it to serial mode (\"USB-COM\") with the setting code in its manual."))});
    }
    if (lines.isEmpty()) {
        lines.append({State::None, {}, words(Codes), words(QT_TRANSLATE_NOOP("MachineWords", "None was seen yet: plug one in, or type what stands on a card or a paper."))});
    }
    return lines;
}

QList<MachineLine> storeLines(const LookAtMachine &look)
{
    if (!look.facts().store) {
        return {waiting(StoreThing)};
    }
    if (!*look.facts().store) {
        const Sentence told = sentence(look.facts().store->error());
        return {{State::Bad, {}, words(StoreThing), told.textWithCode()}};
    }
    const LookAtMachine::OfStore &found = **look.facts().store;
    QList<MachineLine> lines;
    if (found.isForked) {
        lines.append({State::Bad, {}, words(StoreThing), sentence({ErrorCode::OriginForked, {}}).textWithCode()});
    } else if (found.clockBehindMs <= ClockToleranceMs) {
        lines.append({State::Fine, {}, words(StoreThing), words(QT_TRANSLATE_NOOP("MachineWords", "They are open and answer, and the clock is not behind them. \"motcua-ctl doctor\" looks through every page."))});
    }
    if (found.clockBehindMs > ClockToleranceMs) {
        lines.append({State::Bad, {}, words(Clock), sentence({ErrorCode::ClockBack, {}}).textWithCode()});
    }
    return lines;
}

QList<MachineLine> machineLines(const LookAtMachine &look)
{
    QList<MachineLine> lines;
    if (look.sources().machine && !look.facts().machine) {
        lines = {waiting(Disk), waiting(Swap)};
    } else if (look.facts().machine) {
        const MachineFacts &machine = *look.facts().machine;
        const QString room = QLocale(QLocale::Vietnamese).formattedDataSize(machine.freeBytes, 0, QLocale::DataSizeTraditionalFormat);
        lines.append(machine.freeBytes >= MachineFacts::LeastFreeBytes
                ? MachineLine{State::Fine, {}, words(Disk), words(QT_TRANSLATE_NOOP("MachineWords", "%1 are free.")).arg(room)}
                : MachineLine{State::Look, {}, words(Disk), words(QT_TRANSLATE_NOOP("MachineWords", "Only %1 are free: have room made before nothing can be saved any more.")).arg(room)});
        lines.append(machine.clearSwap.isEmpty()
                ? MachineLine{State::Fine, {}, words(Swap), words(QT_TRANSLATE_NOOP("MachineWords", "There is none in clear."))}
                : MachineLine{State::Look, {}, words(Swap),
                    words(QT_TRANSLATE_NOOP("MachineWords", "%1: not encrypted, and what is in memory may come to lie on it. Have it switched off or encrypted."))
                        .arg(machine.clearSwap.join(QStringLiteral(", ")))});
    }
    lines.append({State::Fine, {}, words(Program), QStringLiteral("motcua " MOTCUA_VERSION ", Qt %1, %2.").arg(QString::fromLatin1(qVersion()), QSysInfo::prettyProductName())});
    return lines;
}

QList<MachineLine> spoolerLines(const LookAtMachine &look)
{
    if (look.facts().machine && look.facts().machine->spooler == MachineFacts::Spooler::KeepsFiles) {
        return {{State::Look, {}, words(Spooler),
            words(QT_TRANSLATE_NOOP("MachineWords", "It keeps printed slips for a day: have \"PreserveJobFiles No\" written into /etc/cups/cupsd.conf, and cups started anew."))}};
    }
    return {};
}

QString troubleCode(CodeReader::Trouble trouble)
{
    return trouble == CodeReader::Trouble::Nothing ? QStringLiteral("NotThere")
                                                   : QString::fromLatin1(QMetaEnum::fromType<CodeReader::Trouble>().valueToKey(static_cast<int>(trouble)));
}

/** What happened and what to do; that nothing typed was lost was said when it happened. */
QString told(const Sentence &sentence, const QString &detail = {})
{
    const QString code = detail.isEmpty() ? sentence.code : sentence.code + QStringLiteral(", ") + detail;
    return sentence.happened + u' ' + sentence.next + QStringLiteral(" (%1)").arg(code);
}

struct ErrorWords
{
    [[nodiscard]] MachineLine operator()(const CardError &error) const { return {State::Look, {}, words(Reader), told(sentence(error), error.detail)}; }
    [[nodiscard]] MachineLine operator()(const DeviceError::NotPrinted &error) const { return {State::Look, {}, words(PrinterThing), told(sentence({error.code, {}}))}; }
    [[nodiscard]] MachineLine operator()(const DeviceError::Stalled &error) const
    {
        return {State::Look, {}, words(PrinterThing), stalledSentence(error.reasons) + QStringLiteral(" (%1)").arg(error.reasons.join(QStringLiteral(", ")))};
    }
    [[nodiscard]] MachineLine operator()(const DeviceError::CodesUnread &error) const
    {
        return {State::Look, {}, words(Codes), codeTrouble(error.trouble) + QStringLiteral(" (%1)").arg(troubleCode(error.trouble))};
    }
};

} // namespace

MachineLine errorLine(const DeviceError &error, const QDateTime &now)
{
    MachineLine line = std::visit(ErrorWords{}, error.what);
    const QDateTime at = vietnamTime(error.atMs);
    line.word = at.date() == now.date() ? at.toString(QStringLiteral("HH:mm:ss")) : shownMoment(at);
    if (error.times > 1) {
        line.word += QStringLiteral(" ×%1").arg(error.times);
    }
    return line;
}

QList<MachineView::Part> machineParts(const LookAtMachine &look, bool typesCodes, const QDateTime &now)
{
    QList<MachineLine> errors;
    for (const DeviceError &error : look.errors()) {
        errors.append(errorLine(error, now));
    }
    if (errors.isEmpty()) {
        errors.append({State::Fine, {}, words(QT_TRANSLATE_NOOP("MachineWords", "Errors")), words(QT_TRANSLATE_NOOP("MachineWords", "There was none since the program was started."))});
    }
    return {{words(QT_TRANSLATE_NOOP("MachineWords", "CARDS")), cardLines(look, now) + photoLines(look)},
        {words(QT_TRANSLATE_NOOP("MachineWords", "OTHER DEVICES")), printerLines(look) + ticketLines(look) + spoolerLines(look) + codeLines(look, typesCodes)},
        {words(QT_TRANSLATE_NOOP("MachineWords", "DATA AND COMPUTER")), storeLines(look) + machineLines(look)},
        {words(QT_TRANSLATE_NOOP("MachineWords", "LAST ERRORS")), errors}};
}

void summarise(MachineView &view, bool isLooking)
{
    int count = 0;
    State worst = State::Fine;
    for (qsizetype part = 0; part + 1 < view.parts.size(); ++part) {
        for (const MachineLine &line : view.parts.at(part).lines) {
            if (line.state == State::Look || line.state == State::Bad) {
                ++count;
                worst = std::max(worst, line.state);
            }
        }
    }
    if (isLooking) {
        view.state = State::Waiting;
        view.summary = words(QT_TRANSLATE_NOOP("MachineWords", "The machine is being looked at."));
    } else if (count == 0) {
        view.state = State::Fine;
        view.summary = words(QT_TRANSLATE_NOOP("MachineWords", "Everything here is in order."));
    } else {
        view.state = worst;
        view.summary = QCoreApplication::translate("MachineWords", "%n thing(s) to see to; the rest is in order.", nullptr, count);
    }
}

} // namespace motcua
