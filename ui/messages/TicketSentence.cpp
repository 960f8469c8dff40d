// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/TicketSentence.h"

#include <QCoreApplication>

namespace motcua {

namespace {

QString words(const char *english)
{
    return QCoreApplication::translate("TicketSentence", english);
}

struct Said
{
    const char *happened = nullptr;
    const char *next = nullptr;
    const char *code = nullptr;
};

/** Told to the telephone by name, as other codes are. */
Said said(TicketFault::What what)
{
    using What = TicketFault::What;
    switch (what) {
    case What::NotThere:
        return {QT_TRANSLATE_NOOP("TicketSentence", "The ticket printer does not answer."),
            QT_TRANSLATE_NOOP("TicketSentence", "Look whether it is switched on and its cable is in."), "TicketPrinterNotThere"};
    case What::NotAllowed:
        return {QT_TRANSLATE_NOOP("TicketSentence", "This account may not use the ticket printer."),
            QT_TRANSLATE_NOOP("TicketSentence", "Have the IT person add this account to the group lp, then sign in to the computer anew."), "TicketPrinterNotAllowed"};
    case What::InUse:
        return {QT_TRANSLATE_NOOP("TicketSentence", "Another program uses the ticket printer."), QT_TRANSLATE_NOOP("TicketSentence", "Close that one."), "TicketPrinterInUse"};
    case What::NoPrinter:
        return {QT_TRANSLATE_NOOP("TicketSentence", "What desk.ini names is no ticket printer."),
            QT_TRANSLATE_NOOP("TicketSentence", "Have the part [ticketPrinter] put right there."), "TicketPrinterIsNone"};
    case What::PaperOut:
        return {QT_TRANSLATE_NOOP("TicketSentence", "The ticket printer is out of paper."), QT_TRANSLATE_NOOP("TicketSentence", "Put a new roll in."), "TicketPaperOut"};
    case What::CoverOpen:
        return {QT_TRANSLATE_NOOP("TicketSentence", "The cover of the ticket printer is open."), QT_TRANSLATE_NOOP("TicketSentence", "Close it until it clicks."), "TicketCoverOpen"};
    case What::Broken:
        return {QT_TRANSLATE_NOOP("TicketSentence", "The ticket printer tells of a fault."),
            QT_TRANSLATE_NOOP("TicketSentence", "Look for paper in its cutter, then switch it off and on."), "TicketPrinterFault"};
    case What::Stuck:
        return {QT_TRANSLATE_NOOP("TicketSentence", "The ticket printer takes nothing."), QT_TRANSLATE_NOOP("TicketSentence", "Look at its lamps and its paper, then switch it off and on."), "TicketPrinterStuck"};
    case What::Unplugged:
        return {QT_TRANSLATE_NOOP("TicketSentence", "The ticket printer went away while it printed."),
            QT_TRANSLATE_NOOP("TicketSentence", "Look whether it is switched on and its cable is in."), "TicketPrinterCutOff"};
    case What::NotDrawn:
        return {QT_TRANSLATE_NOOP("TicketSentence", "The ticket could not be drawn."),
            QT_TRANSLATE_NOOP("TicketSentence", "Have the package motcua installed again, and the fonts with it."), "TicketNotDrawn"};
    case What::Closed:
        return {QT_TRANSLATE_NOOP("TicketSentence", "The ticket printer was let go before it printed."), QT_TRANSLATE_NOOP("TicketSentence", "Nothing is to be done at it."), "TicketPrinterClosed"};
    }
    return {};
}

} // namespace

Sentence sentence(const TicketFault &fault, const QString &number, Reader reader)
{
    const Said found = said(fault.what);
    Sentence told{.happened = words(found.happened), .next = words(found.next), .code = QString::fromLatin1(found.code)};
    if (number.isEmpty()) {
        told.kept = words(QT_TRANSLATE_NOOP("TicketSentence", "Numbers are drawn all the same."));
        return told;
    }
    told.kept = fault.mayBeOut ? words(QT_TRANSLATE_NOOP("TicketSentence", "The number %1 counts; its ticket, or a part of it, may have come out.")).arg(number)
                               : words(QT_TRANSLATE_NOOP("TicketSentence", "The number %1 counts, it only did not come out on paper.")).arg(number);
    const QString again = reader == Reader::Terminal ? words(QT_TRANSLATE_NOOP("TicketSentence", "Then print it again, or write the number down for them."))
                                                     : words(QT_TRANSLATE_NOOP("TicketSentence", "Then print it again with Ctrl+P, or tell them the number."));
    told.next += u' ' + again;
    return told;
}

QString sentence(TicketPaper paper)
{
    switch (paper) {
    case TicketPaper::Unknown:
    case TicketPaper::Enough:
        break;
    case TicketPaper::Low:
        return words(QT_TRANSLATE_NOOP("TicketSentence", "The paper of the ticket printer is about to end: have a new roll at hand."));
    case TicketPaper::Out:
        return words(QT_TRANSLATE_NOOP("TicketSentence", "The paper of the ticket printer has ended with this ticket: put a new roll in."));
    }
    return {};
}

} // namespace motcua
