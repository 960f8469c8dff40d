// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/ScanSentence.h"

#include <QCoreApplication>

namespace motcua {

namespace {

struct ScanWords
{
    const char *happened = nullptr;
    const char *next = nullptr;
    const char *code = nullptr; ///< told to the telephone by name, as other codes are
};

ScanWords scanWords(ScanFault::What what)
{
    using What = ScanFault::What;
    switch (what) {
    case What::FeederEmpty:
        return {QT_TRANSLATE_NOOP("ScanSentence", "No paper lies in the feeder."),
            QT_TRANSLATE_NOOP("ScanSentence", "Lay the stack in until it is felt, then scan again."), "ScannerFeederEmpty"};
    case What::Jam:
        return {QT_TRANSLATE_NOOP("ScanSentence", "Paper is jammed in the scanner."),
            QT_TRANSLATE_NOOP("ScanSentence", "Open the scanner, take the sheet out, and scan again from that sheet on."), "ScannerJam"};
    case What::DoubleFeed:
        return {QT_TRANSLATE_NOOP("ScanSentence", "The scanner drew in two sheets at once."),
            QT_TRANSLATE_NOOP("ScanSentence", "Part the sheets, look for staples, and scan again from the upper one on."), "ScannerDoubleFeed"};
    case What::CoverOpen:
        return {QT_TRANSLATE_NOOP("ScanSentence", "The cover of the scanner is open."),
            QT_TRANSLATE_NOOP("ScanSentence", "Close it until it clicks, then scan again."), "ScannerCoverOpen"};
    case What::Busy:
        return {QT_TRANSLATE_NOOP("ScanSentence", "The scanner is in use by another program, or is still warming up."),
            QT_TRANSLATE_NOOP("ScanSentence", "Wait a moment, close the other program, then scan again."), "ScannerBusy"};
    case What::Gone:
        return {QT_TRANSLATE_NOOP("ScanSentence", "The scanner is not there."),
            QT_TRANSLATE_NOOP("ScanSentence", "Look whether it is switched on and its cable is in, then scan again."), "ScannerGone"};
    case What::NotAllowed:
        return {QT_TRANSLATE_NOOP("ScanSentence", "This account may not use the scanner."),
            QT_TRANSLATE_NOOP("ScanSentence", "Have the IT person add this account to the group scanner, then sign in to the computer anew."), "ScannerNotAllowed"};
    case What::Unsupported:
        return {QT_TRANSLATE_NOOP("ScanSentence", "The scanner cannot do what the profile asks."),
            QT_TRANSLATE_NOOP("ScanSentence", "Choose another profile, or another scanner."), "ScannerCannot"};
    case What::Broken:
        return {QT_TRANSLATE_NOOP("ScanSentence", "The scanner tells of a fault, or went away while it scanned."),
            QT_TRANSLATE_NOOP("ScanSentence", "Look at its display and its cable, switch it off and on, then scan again."), "ScannerFault"};
    case What::TimedOut:
        return {QT_TRANSLATE_NOOP("ScanSentence", "The scanner did not answer for too long, and was let go."),
            QT_TRANSLATE_NOOP("ScanSentence", "Switch it off and on, then scan again."), "ScannerSilent"};
    case What::Crashed:
        return {QT_TRANSLATE_NOOP("ScanSentence", "The driver of the scanner broke; the program itself goes on."),
            QT_TRANSLATE_NOOP("ScanSentence", "Scan again; if it stays so, have the IT person look at the driver."), "ScannerDriverCrashed"};
    case What::NotInstalled:
        return {QT_TRANSLATE_NOOP("ScanSentence", "What speaks to scanners is not installed."),
            QT_TRANSLATE_NOOP("ScanSentence", "Have the IT person install the packages libsane1 and motcua again."), "ScannerNotInstalled"};
    case What::Cancelled:
        return {QT_TRANSLATE_NOOP("ScanSentence", "Scanning was stopped."),
            QT_TRANSLATE_NOOP("ScanSentence", "Scan again when you like, from the sheet on that is in the scanner."), "ScanCancelled"};
    case What::TooLarge:
        return {QT_TRANSLATE_NOOP("ScanSentence", "A page has more picture points than can be taken."),
            QT_TRANSLATE_NOOP("ScanSentence", "Choose a profile with a smaller page or a lower resolution."), "ScanTooLarge"};
    case What::TooMany:
        return {QT_TRANSLATE_NOOP("ScanSentence", "The stack has more than 999 pages."),
            QT_TRANSLATE_NOOP("ScanSentence", "Scan what is left as a stack of its own."), "ScanTooMany"};
    }
    return {};
}

} // namespace

Sentence sentence(const ScanFault &fault, int pages)
{
    const auto words = [](const char *english) { return QCoreApplication::translate("ScanSentence", english); };
    const ScanWords said = scanWords(fault.what);
    const QString kept = pages == 0 ? words(QT_TRANSLATE_NOOP("ScanSentence", "Nothing was scanned."))
                                    : words(QT_TRANSLATE_NOOP("ScanSentence", "Pages that came before: %1. They are kept.")).arg(pages);
    return {.happened = words(said.happened), .kept = kept, .next = words(said.next), .code = QString::fromLatin1(said.code)};
}

} // namespace motcua
