// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/Sentence.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace motcua {

namespace {

/** The three parts in English. lupdate finds them by the QT_TRANSLATE_NOOP around each. */
struct Source
{
    const char *happened = nullptr;
    const char *kept = nullptr;
    const char *next = nullptr;
};

constexpr const char *NothingLost = QT_TRANSLATE_NOOP("Sentence", "Nothing was lost.");
constexpr const char *NothingChanged = QT_TRANSLATE_NOOP("Sentence", "Nothing was changed.");
constexpr const char *NothingRecorded = QT_TRANSLATE_NOOP("Sentence", "Nothing was recorded; what you typed is still there.");
constexpr const char *DossierSaved = QT_TRANSLATE_NOOP("Sentence", "The dossier is saved.");
constexpr const char *RestIntact = QT_TRANSLATE_NOOP("Sentence", "All that was recorded before is still there.");
constexpr const char *NotMixed = QT_TRANSLATE_NOOP("Sentence", "It was not taken over, so your data are as they were.");
constexpr const char *LawStands = QT_TRANSLATE_NOOP("Sentence", "The catalogue used until now stays in force.");
constexpr const char *AskIt = QT_TRANSLATE_NOOP("Sentence", "Ask the IT person to look at this computer.");
constexpr const char *TryAgain = QT_TRANSLATE_NOOP("Sentence", "Try again; if it stays so, call the IT person.");
constexpr const char *RunDoctor = QT_TRANSLATE_NOOP(
    "Sentence", "Stop working at this desk and have the IT person run \"motcua-ctl doctor\".");
constexpr const char *NewerProgram = QT_TRANSLATE_NOOP("Sentence", "Have the program on this computer updated.");
constexpr const char *TypeAgain = QT_TRANSLATE_NOOP("Sentence", "Type it again; mind Caps Lock.");
constexpr const char *FreeSpace = QT_TRANSLATE_NOOP("Sentence", "Have the IT person free some space, then do it once more.");
constexpr const char *NewCatalogue = QT_TRANSLATE_NOOP("Sentence", "Ask for a mended catalogue package.");
constexpr const char *PrintAgain = QT_TRANSLATE_NOOP("Sentence", "Look at the printer, then print again with Ctrl+P.");
constexpr const char *WillBeSent = QT_TRANSLATE_NOOP("Sentence", "Nothing was lost; what is waiting to be sent stays here.");
constexpr const char *SentByItself = QT_TRANSLATE_NOOP("Sentence", "Go on working: it is tried again by itself.");
constexpr const char *LookAtNetwork = QT_TRANSLATE_NOOP(
    "Sentence", "Go on working; if it lasts, ask the IT person to look at the network.");
constexpr const char *AskProxy = QT_TRANSLATE_NOOP("Sentence", "Ask the IT person to look at the proxy settings of this computer.");
constexpr const char *TellPortal = QT_TRANSLATE_NOOP("Sentence", "Go on working, and have the IT person tell whoever runs the server.");
constexpr const char *RenewOwn = QT_TRANSLATE_NOOP("Sentence", "Have the IT person fetch a new certificate for this desk.");
constexpr const char *NewInvitation = QT_TRANSLATE_NOOP("Sentence", "Ask whoever runs the portal for a new invitation.");
constexpr const char *SetClock = QT_TRANSLATE_NOOP("Sentence", "Have the clock of this computer put right; it is tried again by itself.");
constexpr const char *NotSent = QT_TRANSLATE_NOOP("Sentence", "Nothing was sent to it; what is waiting stays here.");
constexpr const char *NotTaken = QT_TRANSLATE_NOOP("Sentence", "It was not taken over; what is waiting to be sent stays here.");
constexpr const char *CheckAddress = QT_TRANSLATE_NOOP("Sentence", "Have the IT person check the address of the server in the settings.");

Source source(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Invalid:
        return {QT_TRANSLATE_NOOP("Sentence", "Something that was entered cannot stand like this."), NothingRecorded,
            QT_TRANSLATE_NOOP("Sentence", "Go through what is still to do with Ctrl+E.")};
    case ErrorCode::NotFound:
        return {QT_TRANSLATE_NOOP("Sentence", "What you looked for is not on this computer."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Check how it is written, or search with F2.")};
    case ErrorCode::NotAllowed:
        return {QT_TRANSLATE_NOOP("Sentence", "Your role does not include this."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Ask a supervisor to do it.")};
    case ErrorCode::Refused:
        return {QT_TRANSLATE_NOOP("Sentence", "Somebody changed this at the same time, so your step no longer fits."), NothingRecorded,
            QT_TRANSLATE_NOOP("Sentence", "Look at how it stands now, then decide again.")};
    case ErrorCode::Cancelled:
        return {QT_TRANSLATE_NOOP("Sentence", "The work was stopped before it was done."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Start it again when you like.")};
    case ErrorCode::Closed:
        return {QT_TRANSLATE_NOOP("Sentence", "The data were closed while this was waiting."), NothingRecorded,
            QT_TRANSLATE_NOOP("Sentence", "Sign in again and do it once more.")};
    case ErrorCode::Internal:
        return {QT_TRANSLATE_NOOP("Sentence", "The program met something it did not expect."), RestIntact, TryAgain};
    case ErrorCode::FileUnreadable:
        return {QT_TRANSLATE_NOOP("Sentence", "A file could not be read."), NothingChanged, TryAgain};
    case ErrorCode::FileUnwritable:
        return {QT_TRANSLATE_NOOP("Sentence", "A file could not be written."), NothingRecorded, TryAgain};
    case ErrorCode::FileTruncated:
        return {QT_TRANSLATE_NOOP("Sentence", "The file ends too early: a part of it is missing."), NotMixed,
            QT_TRANSLATE_NOOP("Sentence", "Copy it again from where it came.")};
    case ErrorCode::FileNewer:
        return {QT_TRANSLATE_NOOP("Sentence", "The file was written by a newer version of the program."), NotMixed, NewerProgram};
    case ErrorCode::FileTooLarge:
        return {QT_TRANSLATE_NOOP("Sentence", "The file is larger than what is taken in here."), NotMixed,
            QT_TRANSLATE_NOOP("Sentence", "Have it made smaller, or split, and take it in again.")};
    case ErrorCode::FileKindUnknown:
        return {QT_TRANSLATE_NOOP("Sentence", "The file is of a kind that is not taken in here."), NotMixed,
            QT_TRANSLATE_NOOP("Sentence", "Ask for it as PDF or as a photograph.")};
    case ErrorCode::FileLocked:
        return {QT_TRANSLATE_NOOP("Sentence", "The PDF is locked with a password."), NotMixed,
            QT_TRANSLATE_NOOP("Sentence", "Ask for it without a password, or print it and scan it.")};
    case ErrorCode::FileDamaged:
        return {QT_TRANSLATE_NOOP("Sentence", "The PDF is damaged, and its pages cannot all be found."), NotMixed,
            QT_TRANSLATE_NOOP("Sentence", "Ask for it once more, or print it and scan it.")};
    case ErrorCode::FileTooManyPages:
        return {QT_TRANSLATE_NOOP("Sentence", "The PDF has more pages than are taken in here."), NotMixed,
            QT_TRANSLATE_NOOP("Sentence", "Ask for the pages that are needed, and take them in.")};
    case ErrorCode::FileUnsafe:
        return {QT_TRANSLATE_NOOP("Sentence", "The PDF holds something that could act by itself or is hidden, and it cannot be taken out without changing the PDF."), NotMixed,
            QT_TRANSLATE_NOOP("Sentence", "Print it and scan it, or ask for one with nothing but its pages.")};
    case ErrorCode::FileUnchecked:
        return {QT_TRANSLATE_NOOP("Sentence", "The program could not look into the PDF, so nobody knows what is in it."), NotMixed,
            QT_TRANSLATE_NOOP("Sentence", "Print it and scan it; if it is so with every PDF, call the IT person.")};
    case ErrorCode::DiskFull:
        return {QT_TRANSLATE_NOOP("Sentence", "The disk is full, so this could not be saved."), RestIntact, FreeSpace};
    case ErrorCode::StoreMissing:
        return {QT_TRANSLATE_NOOP("Sentence", "There are no data of the centre at this place."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Check that the right disk is connected, or set up a new desk with \"motcua --new\".")};
    case ErrorCode::StoreExists:
        return {QT_TRANSLATE_NOOP("Sentence", "There already are data of a centre at this place."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Sign in to them, or choose another place for the new ones.")};
    case ErrorCode::StoreClear:
        return {QT_TRANSLATE_NOOP("Sentence", "The data would not be encrypted here, so the program does not open them."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Have the program installed again from its package.")};
    case ErrorCode::StoreWrongKey:
        return {QT_TRANSLATE_NOOP("Sentence", "The key does not open these data."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Check that the file of keys belongs to them, or restore both from one back-up.")};
    case ErrorCode::StoreDamaged:
        return {QT_TRANSLATE_NOOP("Sentence", "A part of the data on the disk is damaged."),
            QT_TRANSLATE_NOOP("Sentence", "What can still be read of it can be saved."), RunDoctor};
    case ErrorCode::StoreNewer:
        return {
            QT_TRANSLATE_NOOP("Sentence", "A newer version of the program has already worked with these data."), NothingLost, NewerProgram};
    case ErrorCode::StoreNotForTraining:
        return {QT_TRANSLATE_NOOP(
                    "Sentence", "These are the data of a centre that works, and the program is in training, with invented prices."),
            NothingChanged, QT_TRANSLATE_NOOP("Sentence", "Start it without \"--training\", or train without \"--store\".")};
    case ErrorCode::StoreBusy:
        return {QT_TRANSLATE_NOOP("Sentence", "Another program keeps the data busy."), NothingRecorded,
            QT_TRANSLATE_NOOP("Sentence", "Wait a moment and do it once more.")};
    case ErrorCode::StoreFailed:
        return {QT_TRANSLATE_NOOP("Sentence", "The data could not be saved or read."), RestIntact, TryAgain};
    case ErrorCode::AttachmentMissing:
        return {QT_TRANSLATE_NOOP("Sentence", "A paper of this dossier is not on this computer."), DossierSaved,
            QT_TRANSLATE_NOOP("Sentence", "Scan the paper again, or fetch it from the desk that received it.")};
    case ErrorCode::AttachmentDamaged:
        return {QT_TRANSLATE_NOOP("Sentence", "A stored paper of this dossier is damaged and is not shown."), DossierSaved,
            QT_TRANSLATE_NOOP("Sentence", "Scan the paper again, or restore it from a back-up.")};
    case ErrorCode::BackupDamaged:
        return {QT_TRANSLATE_NOOP("Sentence", "The back-up is damaged or not complete."), NotMixed,
            QT_TRANSLATE_NOOP("Sentence", "Use another back-up and keep this one for the IT person.")};
    case ErrorCode::EntryMalformed:
        return {QT_TRANSLATE_NOOP("Sentence", "An entry of the journal is not written as it should be."), NotMixed, RunDoctor};
    case ErrorCode::PayloadMismatch:
        return {QT_TRANSLATE_NOOP("Sentence", "The content of an entry is not what its seal says."), NotMixed, RunDoctor};
    case ErrorCode::ChainBroken:
        return {QT_TRANSLATE_NOOP("Sentence", "The chain of the journal is broken at one place."), RestIntact, RunDoctor};
    case ErrorCode::OriginForked:
        return {QT_TRANSLATE_NOOP("Sentence", "Two computers write under the same identity: one of them is a copy of the other's disk."),
            QT_TRANSLATE_NOOP("Sentence", "Both keep what they have and can be read, but nothing more is recorded."), RunDoctor};
    case ErrorCode::OriginForeign:
        return {QT_TRANSLATE_NOOP("Sentence", "Training data and real data cannot be mixed."), NotMixed,
            QT_TRANSLATE_NOOP("Sentence", "Choose data of the same kind.")};
    case ErrorCode::SignatureWrong:
        return {QT_TRANSLATE_NOOP("Sentence", "The signature does not fit the file."), NotMixed,
            QT_TRANSLATE_NOOP("Sentence", "Fetch the file again from its source and do not use this one.")};
    case ErrorCode::PeerNonsense:
        return {QT_TRANSLATE_NOOP("Sentence", "The other side answered with something that cannot be."), NotMixed,
            QT_TRANSLATE_NOOP("Sentence", "Go on working; the IT person should look at the gateway.")};
    case ErrorCode::PeerNewer:
        return {QT_TRANSLATE_NOOP("Sentence", "The other side speaks a newer language than this program."),
            QT_TRANSLATE_NOOP("Sentence", "Nothing was lost; what waits is sent as soon as both understand each other."), NewerProgram};
    case ErrorCode::DatabaseUnreachable:
        return {QT_TRANSLATE_NOOP("Sentence", "The database server does not answer."), NothingLost,
            QT_TRANSLATE_NOOP("Sentence", "It is tried again by itself. Check that PostgreSQL runs and that the network to it works.")};
    case ErrorCode::DatabaseRefused:
        return {QT_TRANSLATE_NOOP("Sentence", "The database server does not let this user in, or not do this."), NothingLost,
            QT_TRANSLATE_NOOP("Sentence", "Have the IT person check user, password, certificate and rights there.")};
    case ErrorCode::DatabaseForeign:
        return {QT_TRANSLATE_NOOP("Sentence", "This database belongs to another centre or portal, or is not one of ours."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Have the IT person check the address; a new centre or portal needs an empty database.")};
    case ErrorCode::DatabaseHeld:
        return {QT_TRANSLATE_NOOP("Sentence", "Another gateway writes this database."), NothingLost,
            QT_TRANSLATE_NOOP("Sentence", "Leave this one running: it takes over by itself when the other one ends.")};
    case ErrorCode::DatabaseFailed:
        return {QT_TRANSLATE_NOOP("Sentence", "The database server did not do what was asked of it."), NothingLost,
            QT_TRANSLATE_NOOP("Sentence", "It is tried again by itself. Have the IT person look into the log of PostgreSQL.")};
    case ErrorCode::PortalMissing:
        return {QT_TRANSLATE_NOOP("Sentence", "This desk has not been enrolled with a portal."),
            QT_TRANSLATE_NOOP("Sentence", "Nothing was lost; everything stays in this store."),
            QT_TRANSLATE_NOOP("Sentence", "Have the IT person enrol it with \"motcua-ctl enrol FILE\".")};
    case ErrorCode::InvitationUnreadable:
        return {QT_TRANSLATE_NOOP("Sentence", "This file is no invitation of a portal, or a part of it is missing."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Fetch the file again from whoever runs the portal.")};
    case ErrorCode::InvitationUnknown:
        return {QT_TRANSLATE_NOOP("Sentence", "The portal does not know this invitation, or it has been used already."), NothingChanged,
            NewInvitation};
    case ErrorCode::InvitationExpired:
        return {QT_TRANSLATE_NOOP("Sentence", "This invitation was not used in time."), NothingChanged, NewInvitation};
    case ErrorCode::DeskUnknown:
        return {QT_TRANSLATE_NOOP("Sentence", "The portal does not know this desk."), WillBeSent,
            QT_TRANSLATE_NOOP("Sentence", "Have the IT person enrol this desk.")};
    case ErrorCode::DeskRevoked:
        return {QT_TRANSLATE_NOOP("Sentence", "The portal has shut this desk out."), WillBeSent,
            QT_TRANSLATE_NOOP("Sentence", "Go on working, and have the IT person ask whoever runs the portal why.")};
    case ErrorCode::WrongPassword:
        return {QT_TRANSLATE_NOOP("Sentence", "The name and the password do not belong together."), NothingChanged, TypeAgain};
    case ErrorCode::WrongPin:
        return {QT_TRANSLATE_NOOP("Sentence", "The PIN is not right."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Type it again, or sign in with the password.")};
    case ErrorCode::WrongRecoveryKey:
        return {QT_TRANSLATE_NOOP("Sentence", "The recovery key does not match."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Compare it with the paper group by group and type it again.")};
    case ErrorCode::LockedOut:
        return {QT_TRANSLATE_NOOP("Sentence", "After several wrong tries the next one is possible in %1 seconds."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Wait until then, or let another person sign in.")};
    case ErrorCode::PersonUnknown:
        return {QT_TRANSLATE_NOOP("Sentence", "Nobody of this name works at this desk."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Check how the name is written, or ask the administrator to admit you.")};
    case ErrorCode::PersonDisabled:
        return {QT_TRANSLATE_NOOP("Sentence", "This person's access has been closed."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Ask the administrator whether it should be opened again.")};
    case ErrorCode::PinUnavailable:
        return {QT_TRANSLATE_NOOP("Sentence", "The PIN needs a sign-in by password at this computer today."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Sign in with the password.")};
    case ErrorCode::PasswordTooShort:
        return {QT_TRANSLATE_NOOP("Sentence", "The new password is too short."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Choose at least 10 characters; a few words are easy to remember.")};
    case ErrorCode::SlotsDamaged:
        return {QT_TRANSLATE_NOOP("Sentence", "The file of keys beside the data is damaged, and so is its copy."),
            QT_TRANSLATE_NOOP("Sentence", "The dossiers are still there but cannot be opened without it."),
            QT_TRANSLATE_NOOP("Sentence", "Have the IT person restore the file of keys from a back-up.")};
    case ErrorCode::CatalogueSyntax:
        return {QT_TRANSLATE_NOOP("Sentence", "The catalogue cannot be read at %1."), LawStands, NewCatalogue};
    case ErrorCode::CatalogueSchema:
        return {QT_TRANSLATE_NOOP("Sentence", "The catalogue contradicts its own rules at %1."), LawStands, NewCatalogue};
    case ErrorCode::EditionMissing:
        return {QT_TRANSLATE_NOOP("Sentence", "No edition of this procedure is in force on that day."), NothingRecorded,
            QT_TRANSLATE_NOOP("Sentence", "Choose another procedure, or ask for the catalogue that contains it.")};
    case ErrorCode::CalendarMissing:
        return {QT_TRANSLATE_NOOP("Sentence", "The working calendar does not reach to the promised day."), NothingRecorded,
            QT_TRANSLATE_NOOP("Sentence", "Ask for a catalogue with the calendar of that year.")};
    case ErrorCode::UnitMissing:
        return {QT_TRANSLATE_NOOP("Sentence", "This desk has no unit and no number yet, so it cannot receive dossiers."), NothingRecorded,
            QT_TRANSLATE_NOOP("Sentence", "Have the administrator run \"motcua-ctl unit configure\".")};
    case ErrorCode::NumbersExhausted:
        return {QT_TRANSLATE_NOOP("Sentence", "This desk has used all its dossier numbers of the day."), NothingRecorded,
            QT_TRANSLATE_NOOP("Sentence", "Receive the dossier at another desk, or ask the administrator for a wider range.")};
    case ErrorCode::RangeOverlap:
        return {QT_TRANSLATE_NOOP("Sentence", "These numbers already belong to another desk."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Choose another desk number.")};
    case ErrorCode::ClockBack:
        return {QT_TRANSLATE_NOOP("Sentence", "The clock of this computer is behind the last entry."), NothingLost,
            QT_TRANSLATE_NOOP("Sentence", "Have the clock put right; until then no dossier can be received here.")};
    case ErrorCode::StepTakenBefore:
        return {QT_TRANSLATE_NOOP("Sentence", "This was done for the dossier once already, and the law allows it only once."),
            NothingRecorded, QT_TRANSLATE_NOOP("Sentence", "Look at the history of the dossier.")};
    case ErrorCode::StepTooLate:
        return {QT_TRANSLATE_NOOP("Sentence", "The time in which this is possible is over."), NothingRecorded,
            QT_TRANSLATE_NOOP("Sentence", "Look at the dates of the dossier, and ask a supervisor how to go on.")};
    case ErrorCode::PromiseWrong:
        return {QT_TRANSLATE_NOOP("Sentence", "The new return date is missing, is not later than the one before, or does not belong here."),
            NothingRecorded, QT_TRANSLATE_NOOP("Sentence", "Put the date right, then do it once more.")};
    case ErrorCode::SecondPersonMissing:
        return {QT_TRANSLATE_NOOP("Sentence", "A second person has to answer for this."), NothingRecorded,
            QT_TRANSLATE_NOOP("Sentence", "Call the supervisor to your desk.")};
    case ErrorCode::NothingAskedFor:
        return {QT_TRANSLATE_NOOP("Sentence", "It does not say yet what the citizen is asked to bring."), NothingRecorded,
            QT_TRANSLATE_NOOP("Sentence", "List everything that is missing at once, each with its reason.")};
    case ErrorCode::NotConfirmed:
        return {QT_TRANSLATE_NOOP("Sentence", "Something that must be seen to first has not been confirmed."), NothingRecorded,
            QT_TRANSLATE_NOOP("Sentence", "Go through what is still to do with Ctrl+E.")};
    case ErrorCode::HeldPaperGone:
        return {QT_TRANSLATE_NOOP("Sentence", "A paper that was to be used again is not held for this person any more."), NothingRecorded,
            QT_TRANSLATE_NOOP("Sentence", "Look through the papers: ask for that one, or choose another that was filed before.")};
    case ErrorCode::RuleNeedsReason:
        return {QT_TRANSLATE_NOOP("Sentence", "A rule speaks against this, but does not forbid it."), NothingRecorded,
            QT_TRANSLATE_NOOP("Sentence", "Write down the reason to go on, or leave it with Esc.")};
    case ErrorCode::TicketTaken:
        return {QT_TRANSLATE_NOOP("Sentence", "Ticket %1 has just been taken by another desk, or its turn is over."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Call the next ticket.")};
    case ErrorCode::TicketInHand:
        return {QT_TRANSLATE_NOOP("Sentence", "Ticket %1 is still at this desk."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Finish it or put it on hold, then call another one.")};
    case ErrorCode::NobodyWaits:
        return {QT_TRANSLATE_NOOP("Sentence", "Nobody is waiting for this desk."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Wait for the next ticket, or serve somebody without one.")};
    case ErrorCode::HallClosed:
        return {QT_TRANSLATE_NOOP("Sentence", "The hall is closed for now: nobody is called and no number is given."), NothingChanged,
            QT_TRANSLATE_NOOP("Sentence", "Who waits keeps their place. A supervisor opens it again on the dashboard.")};
    case ErrorCode::NetUnreachable:
        return {QT_TRANSLATE_NOOP("Sentence", "There is no network, or no way from it to the server."), WillBeSent, LookAtNetwork};
    case ErrorCode::NetNameUnknown:
        return {QT_TRANSLATE_NOOP("Sentence", "The network does not know the name of the server."), WillBeSent, LookAtNetwork};
    case ErrorCode::NetRefused:
        return {QT_TRANSLATE_NOOP("Sentence", "The server is there, but nothing answers on it at present."), WillBeSent, SentByItself};
    case ErrorCode::NetTimedOut:
        return {QT_TRANSLATE_NOOP("Sentence", "The server did not answer in time."), WillBeSent, SentByItself};
    case ErrorCode::NetCut:
        return {QT_TRANSLATE_NOOP("Sentence", "The connection was lost before the server answered."), WillBeSent, SentByItself};
    case ErrorCode::CaptivePortal:
        return {QT_TRANSLATE_NOOP("Sentence", "This network wants somebody to sign in before it lets anything through."), WillBeSent,
            QT_TRANSLATE_NOOP("Sentence", "Open a browser and sign in to the network, or ask the IT person.")};
    case ErrorCode::ProxyRefused:
        return {QT_TRANSLATE_NOOP("Sentence", "The proxy of this network is not there, or does not let the connection through."),
            WillBeSent, AskProxy};
    case ErrorCode::ProxyPassword:
        return {QT_TRANSLATE_NOOP("Sentence", "The proxy of this network wants a name and a password."), WillBeSent, AskProxy};
    case ErrorCode::ServerUntrusted:
        return {QT_TRANSLATE_NOOP("Sentence", "The server that answered cannot be trusted: its certificate is not from whom it has to be."),
            NotSent, QT_TRANSLATE_NOOP("Sentence", "Have the IT person look at it before anything else: somebody may be in between.")};
    case ErrorCode::ServerOtherHost:
        return {QT_TRANSLATE_NOOP("Sentence", "The server that answered is another one than was asked."), NotSent, CheckAddress};
    case ErrorCode::ServerExpired:
        return {QT_TRANSLATE_NOOP("Sentence", "The certificate of the server has expired."), NotSent, TellPortal};
    case ErrorCode::ServerNotYetValid:
        return {QT_TRANSLATE_NOOP("Sentence", "The certificate of the server is not valid yet."), NotSent,
            QT_TRANSLATE_NOOP(
                "Sentence", "Compare the clock of this computer; if it is right, have the IT person tell whoever runs the server.")};
    case ErrorCode::ClockWrong:
        return {QT_TRANSLATE_NOOP("Sentence", "The clock of this computer is wrong, so that certificates seem to be of another time."),
            NotSent, SetClock};
    case ErrorCode::TlsTooOld:
        return {QT_TRANSLATE_NOOP("Sentence", "The server does not speak TLS 1.3, which is needed to send anything safely."), NotSent,
            TellPortal};
    case ErrorCode::TlsFailed:
        return {QT_TRANSLATE_NOOP("Sentence", "No safe connection with the server came about."), NotSent, LookAtNetwork};
    case ErrorCode::OwnCertificateUnreadable:
        return {QT_TRANSLATE_NOOP("Sentence", "The certificate of this desk, or its key, cannot be read."), WillBeSent, RenewOwn};
    case ErrorCode::OwnKeyOther:
        return {QT_TRANSLATE_NOOP("Sentence", "The key of this desk does not belong to its certificate."), WillBeSent, RenewOwn};
    case ErrorCode::OwnCertificateExpired:
        return {QT_TRANSLATE_NOOP("Sentence", "The certificate of this desk has expired."), WillBeSent, RenewOwn};
    case ErrorCode::OwnCertificateMissing:
        return {QT_TRANSLATE_NOOP("Sentence", "The server wants a certificate, and this desk has none."), WillBeSent,
            QT_TRANSLATE_NOOP("Sentence", "Have the IT person enrol this desk.")};
    case ErrorCode::OwnCertificateRefused:
        return {QT_TRANSLATE_NOOP("Sentence", "The server does not accept the certificate of this desk."), WillBeSent, RenewOwn};
    case ErrorCode::TokenModuleMissing:
        return {QT_TRANSLATE_NOOP("Sentence", "This computer lacks the program that speaks to the token with the key of this desk."), WillBeSent,
            QT_TRANSLATE_NOOP("Sentence", "Have the IT person install the package that came with the token.")};
    case ErrorCode::TokenMissing:
        return {QT_TRANSLATE_NOOP("Sentence", "The token with the key of this desk is not plugged in."), WillBeSent,
            QT_TRANSLATE_NOOP("Sentence", "Plug it in and go on working: it is tried again by itself.")};
    case ErrorCode::TokenPinWrong:
        return {QT_TRANSLATE_NOOP("Sentence", "The token with the key of this desk does not take the PIN that is kept for it."), WillBeSent,
            QT_TRANSLATE_NOOP("Sentence", "Have the IT person enter its PIN anew with \"motcua-ctl token pin\"; until then it is not tried again, so that the token does not lock itself.")};
    case ErrorCode::TokenPinLocked:
        return {QT_TRANSLATE_NOOP("Sentence", "The token with the key of this desk has locked itself after too many wrong PINs."), WillBeSent,
            QT_TRANSLATE_NOOP("Sentence", "Have the IT person unlock it, then run \"motcua-ctl token pin\".")};
    case ErrorCode::TokenKeyMissing:
        return {QT_TRANSLATE_NOOP("Sentence", "The token that is plugged in does not have the key of this desk."), WillBeSent,
            QT_TRANSLATE_NOOP("Sentence", "Plug in the token of this desk, or ask the IT person.")};
    case ErrorCode::TokenKeyUnfit:
        return {QT_TRANSLATE_NOOP("Sentence", "The key on the token is of a kind that cannot be used here."), WillBeSent,
            QT_TRANSLATE_NOOP("Sentence", "Have the IT person enrol this desk with a key on the curve P-256.")};
    case ErrorCode::TokenFailed:
        return {QT_TRANSLATE_NOOP("Sentence", "The token with the key of this desk did not do what it was asked."), WillBeSent,
            QT_TRANSLATE_NOOP("Sentence", "Pull it out and plug it in again; if it stays so, call the IT person.")};
    case ErrorCode::AnswerTooLarge:
        return {QT_TRANSLATE_NOOP("Sentence", "The answer of the server is larger than what is taken in."), NotTaken, TellPortal};
    case ErrorCode::AnswerMalformed:
        return {QT_TRANSLATE_NOOP("Sentence", "The answer of the server cannot be understood."), NotTaken, TellPortal};
    case ErrorCode::AnswerCutOff:
        return {QT_TRANSLATE_NOOP("Sentence", "The connection was lost in the middle of the answer."), NotTaken, SentByItself};
    case ErrorCode::AnswerForeign:
        return {QT_TRANSLATE_NOOP("Sentence", "The server answered, but not the service that was asked."), NotTaken, CheckAddress};
    case ErrorCode::ServerBusy:
        return {QT_TRANSLATE_NOOP("Sentence", "The server is busy and asks to come back later."), WillBeSent, SentByItself};
    case ErrorCode::ServerFailed:
        return {QT_TRANSLATE_NOOP("Sentence", "The server met a fault of its own."), WillBeSent, SentByItself};
    case ErrorCode::ServerRefused:
        return {QT_TRANSLATE_NOOP("Sentence", "The server did not accept what was sent."),
            QT_TRANSLATE_NOOP("Sentence", "Nothing was lost; it stays here as it was."),
            QT_TRANSLATE_NOOP("Sentence", "Ask the IT person to look at the reason the server gave.")};
    case ErrorCode::RenderFailed:
        return {QT_TRANSLATE_NOOP("Sentence", "The sheet could not be drawn."), DossierSaved, TryAgain};
    case ErrorCode::TimestampFailed:
        return {QT_TRANSLATE_NOOP("Sentence", "The authority that vouches for the time of signatures gave none."), RestIntact,
            QT_TRANSLATE_NOOP("Sentence", "Go on working: a copy counts without it too. If it stays so, tell the IT person.")};
    case ErrorCode::PrinterMissing:
        return {QT_TRANSLATE_NOOP("Sentence", "No printer was found."), DossierSaved,
            QT_TRANSLATE_NOOP("Sentence", "Switch the printer on, then print again with Ctrl+P.")};
    case ErrorCode::PrintFailed:
        return {QT_TRANSLATE_NOOP("Sentence", "The sheet was not printed."), DossierSaved, PrintAgain};
    }
    return {QT_TRANSLATE_NOOP("Sentence", "The program met something it did not expect."), RestIntact, TryAgain};
}

/** The same for who has no window, where the sentence speaks of one. */
Source atTerminal(ErrorCode code)
{
    Source told = source(code);
    if (told.kept == NothingRecorded) {
        told.kept = QT_TRANSLATE_NOOP("Sentence", "Nothing was recorded.");
    }
    switch (code) {
    case ErrorCode::Invalid:
        told.next = QT_TRANSLATE_NOOP("Sentence", "Put it right, then run the command again; \"motcua-ctl help\" shows what it takes.");
        break;
    case ErrorCode::NotFound:
        told.next = QT_TRANSLATE_NOOP("Sentence", "Check how it is written, then run the command again.");
        break;
    case ErrorCode::NotConfirmed:
        told.next = QT_TRANSLATE_NOOP("Sentence", "See to it first, then run the command again.");
        break;
    case ErrorCode::RuleNeedsReason:
        told.next = QT_TRANSLATE_NOOP("Sentence", "Give the reason to go on, or leave it.");
        break;
    case ErrorCode::PrinterMissing:
        told.next = QT_TRANSLATE_NOOP("Sentence", "Switch the printer on, then print again.");
        break;
    case ErrorCode::PrintFailed:
        told.next = QT_TRANSLATE_NOOP("Sentence", "Look at the printer, then print again.");
        break;
    default: // tst_Sentence looks for a key in the others
        break;
    }
    return told;
}

/** What of `detail` may stand in a sentence: seconds, or "file:line:column". The rest is for the log. */
QString parameter(const Error &error)
{
    static const QRegularExpression place(QStringLiteral("^[^:\\s]+:\\d+:\\d+"));
    static const QRegularExpression number(QStringLiteral("^\\d+$"));
    if (error.code == ErrorCode::LockedOut) {
        return number.match(error.detail).hasMatch() ? error.detail : QStringLiteral("…");
    }
    if (error.code == ErrorCode::TicketTaken || error.code == ErrorCode::TicketInHand) {
        static const QRegularExpression ticket(QStringLiteral("^[A-Z]\\d{3,6}$"));
        return ticket.match(error.detail).hasMatch() ? error.detail : QStringLiteral("…");
    }
    const auto found = place.match(error.detail);
    return found.hasMatch() ? found.captured() : QStringLiteral("…");
}

QString translated(const char *english)
{
    return QCoreApplication::translate("Sentence", english);
}

} // namespace

QString Sentence::text() const
{
    return QStringList{happened, kept, next}.join(u' ');
}

QString Sentence::textWithCode() const
{
    return code.isEmpty() ? text() : QStringLiteral("%1 (%2)").arg(text(), code);
}

Sentence sentence(const Error &error, Reader reader)
{
    const Source english = reader == Reader::Terminal ? atTerminal(error.code) : source(error.code);
    QString happened = translated(english.happened);
    if (happened.contains(u"%1")) {
        happened = happened.arg(parameter(error));
    }
    return {happened, translated(english.kept), translated(english.next), errorName(error.code)};
}

} // namespace motcua
