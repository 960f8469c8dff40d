// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace motcua {

/**
 * Why something did not happen, named once for the whole program.
 *
 * The code decides what the program does and which sentence `ui/messages` shows; every code has one.
 * Codes are never renumbered in meaning: support staff quote their names over the telephone.
 */
enum class ErrorCode {
    // anything
    Invalid, ///< the input breaks a rule that `detail` names
    NotFound,
    NotAllowed, ///< the actor lacks the right
    Refused, ///< a guard of the journal refused the act: the state it relied on has changed
    Cancelled,
    Closed, ///< the store or device was shut while the question waited
    Internal,
    // files and disks
    FileUnreadable,
    FileUnwritable,
    FileTruncated,
    FileNewer, ///< written by a newer program
    FileTooLarge, ///< `detail` is the most bytes it may have
    FileKindUnknown, ///< its content is none of what is taken in; `detail` is its media type
    FileLocked, ///< a PDF that a password opens, or that hides what it allows
    FileDamaged, ///< a PDF whose pages cannot be found
    FileTooManyPages, ///< `detail` is the most pages it may have
    FileUnsafe, ///< a PDF that could act or hides something, and cannot be made harmless without becoming another
    FileUnchecked, ///< nobody could look into it; `detail` is for the log
    DiskFull,
    // the store
    StoreMissing,
    StoreExists,
    StoreClear, ///< the file, or the SQLite beneath us, is not encrypted: refuse to run
    StoreWrongKey,
    StoreDamaged,
    StoreNewer, ///< a migration this program does not know has been applied
    StoreNotForTraining, ///< a centre that works, asked for by a program in training
    StoreBusy, ///< another program holds the file longer than we wait
    StoreFailed,
    AttachmentMissing,
    AttachmentDamaged,
    BackupDamaged,
    // the journal
    EntryMalformed,
    PayloadMismatch, ///< the payload does not hash to what the header says
    ChainBroken,
    OriginForked, ///< two different entries claim one (origin, seq): a cloned disk
    OriginForeign, ///< a training origin offered to a real store, or the reverse
    SignatureWrong,
    // the exchange with centre and portal
    PeerNonsense, ///< the other side says what cannot be
    PeerNewer, ///< it speaks a later language than this program
    PortalMissing, ///< nobody has enrolled this store with a portal
    InvitationUnreadable, ///< the file is no invitation, or only a part of one
    InvitationUnknown, ///< the portal never gave it, took it back, or has seen it used
    InvitationExpired,
    DeskUnknown, ///< no desk of this portal
    DeskRevoked, ///< it was one
    // PostgreSQL, of a portal or a centre; `detail` is for the log
    DatabaseUnreachable, ///< it does not answer, is starting, or takes nothing for now
    DatabaseRefused, ///< it lets this user not in, or not do it
    DatabaseForeign, ///< it is another centre's, or none of ours
    DatabaseHeld, ///< another program writes it, or has taken over
    DatabaseFailed,
    // keys and people
    WrongPassword,
    WrongPin,
    WrongRecoveryKey,
    LockedOut, ///< too many failures; `detail` holds the seconds left
    PersonUnknown,
    PersonDisabled,
    PinUnavailable, ///< no password sign-in on this machine today, or five wrong PINs
    PasswordTooShort,
    SlotsDamaged,
    // law as data
    CatalogueSyntax, ///< `detail` is file:line:column: what
    CatalogueSchema,
    EditionMissing, ///< no edition of this procedure is in force on that day
    CalendarMissing, ///< the working calendar does not cover that day
    UnitMissing, ///< nobody has said which unit and desk this store stands at
    // numbers and time
    NumbersExhausted,
    RangeOverlap,
    ClockBack, ///< the clock stands before the last entry, and no supervisor answers for the time of receipt
    // what the law asks of a step; `detail` names the guards of resources/journal/transitions.json
    StepTakenBefore, ///< once for each dossier
    StepTooLate,
    PromiseWrong, ///< a new return date is missing, is not later, or does not belong to the step
    SecondPersonMissing, ///< nobody else who may answers for it
    NothingAskedFor, ///< a supplement request without what is asked
    NotConfirmed, ///< something must be seen to first
    HeldPaperGone, ///< a paper to be used again is not held for this person any more; `detail` is "dossier/paper"
    RuleNeedsReason, ///< a soft rule speaks against it; with a reason it may be done all the same
    // the hall; `detail` is a ticket's number
    TicketTaken, ///< it is at another desk, or somewhere from where the step does not lead
    TicketInHand, ///< the officer has another citizen at the desk
    NobodyWaits, ///< for this desk; without a number
    HallClosed, ///< a notice closes it for now; without a number
    // the network; each is of one peer, and `detail` is for the log
    NetUnreachable, ///< no network, or no way from it to the server
    NetNameUnknown, ///< the name of the server has no address
    NetRefused, ///< the machine is there, and nothing of ours listens on it
    NetTimedOut,
    NetCut, ///< closed or reset before an answer began
    CaptivePortal, ///< the network itself answers in place of the server, and wants a sign-in
    ProxyRefused, ///< the proxy is not there, or lets nobody through
    ProxyPassword,
    ServerUntrusted, ///< its certificate is of nobody whom the configuration names, or breaks a rule of certificates
    ServerOtherHost,
    ServerExpired, ///< its certificate is
    ServerNotYetValid,
    ClockWrong, ///< what certainly is valid already is not yet by the clock of this computer
    TlsTooOld, ///< it does not speak TLS 1.3
    TlsFailed, ///< no TLS at all, or nothing in common
    OwnCertificateUnreadable, ///< the certificate or the key of this desk
    OwnKeyOther, ///< the key is not that of the certificate
    OwnCertificateExpired,
    OwnCertificateMissing, ///< the server wants one
    OwnCertificateRefused,
    TokenModuleMissing, ///< what speaks to tokens is not installed: the library of the token, or our own helper
    TokenMissing, ///< the token with the key of this desk is not plugged in
    TokenPinWrong, ///< or a wrong one was entered before, and nobody tries again unasked
    TokenPinLocked,
    TokenKeyMissing, ///< the token has no such key, or several
    TokenKeyUnfit, ///< it is not of the one kind we use (P-256), or may not sign
    TokenFailed, ///< it is there and did not do it; `detail` is for the log
    AnswerTooLarge,
    AnswerMalformed,
    AnswerCutOff,
    AnswerForeign, ///< from the right server, but not of the service that was asked
    ServerBusy, ///< come back later; the answer says when
    ServerFailed,
    ServerRefused,
    // paper
    RenderFailed,
    TimestampFailed, ///< no authority gave the time of a signature; `detail` is for the log
    PrinterMissing,
    PrintFailed,
};

/** Why something did not happen. `code` decides what we do; `detail` is for the log and never holds personal data. */
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail = {};

    friend bool operator==(const Error &, const Error &) = default;
};

/** The name of a code as written in the source, e.g. "StoreDamaged": shown small at the end of a sentence. */
[[nodiscard]] QString errorName(ErrorCode code);

} // namespace motcua
