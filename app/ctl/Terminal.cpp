// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Terminal.h"

#include "ui/messages/Sentence.h"

#include <QJsonDocument>

#include <termios.h>
#include <unistd.h>

namespace motcua::ctl {

namespace {

/** Turns the terminal's echo off for as long as it lives. */
class Unechoed
{
public:
    Unechoed()
    {
        m_terminal = isatty(STDIN_FILENO) != 0 && tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (m_terminal) {
            termios silent = m_before;
            silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        }
    }
    ~Unechoed()
    {
        if (m_terminal) {
            (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        }
    }
    Unechoed(const Unechoed &) = delete;
    Unechoed &operator=(const Unechoed &) = delete;

    [[nodiscard]] bool isTerminal() const { return m_terminal; }

private:
    termios m_before = {};
    bool m_terminal = false;
};

Result<QString> lineFrom(int fd)
{
    QByteArray line;
    char c = 0;
    ssize_t got = 0;
    while ((got = ::read(fd, &c, 1)) == 1 && c != '\n' && line.size() < 4096) {
        line.append(c);
    }
    if (got < 0 || (got == 0 && line.isEmpty())) {
        return Error{ErrorCode::FileUnreadable, QStringLiteral("nothing was typed")};
    }
    return QString::fromUtf8(line);
}

} // namespace

ExitCode exitCode(const Error &error)
{
    switch (error.code) {
    case ErrorCode::WrongPassword:
    case ErrorCode::WrongPin:
    case ErrorCode::WrongRecoveryKey:
    case ErrorCode::LockedOut:
    case ErrorCode::PersonUnknown:
    case ErrorCode::PersonDisabled:
    case ErrorCode::PinUnavailable:
    case ErrorCode::NotAllowed:
    case ErrorCode::StoreWrongKey:
    case ErrorCode::SecondPersonMissing:
    case ErrorCode::TokenPinWrong:
    case ErrorCode::TokenPinLocked:
        return NotLetIn;
    case ErrorCode::StoreDamaged:
    case ErrorCode::StoreClear:
    case ErrorCode::AttachmentMissing:
    case ErrorCode::AttachmentDamaged:
    case ErrorCode::BackupDamaged:
    case ErrorCode::EntryMalformed:
    case ErrorCode::PayloadMismatch:
    case ErrorCode::ChainBroken:
    case ErrorCode::OriginForked:
    case ErrorCode::SignatureWrong:
    case ErrorCode::SlotsDamaged:
        return Damaged;
    case ErrorCode::NotFound:
    case ErrorCode::StoreMissing:
    case ErrorCode::EditionMissing:
    case ErrorCode::NobodyWaits:
        return NotFoundCode;
    case ErrorCode::Invalid:
    case ErrorCode::CatalogueSyntax:
    case ErrorCode::CatalogueSchema:
    case ErrorCode::PasswordTooShort:
    case ErrorCode::PromiseWrong:
    case ErrorCode::NothingAskedFor:
    case ErrorCode::NotConfirmed:
    case ErrorCode::RuleNeedsReason:
        return BadInput;
    case ErrorCode::Refused:
    case ErrorCode::HeldPaperGone:
    case ErrorCode::TicketTaken:
    case ErrorCode::TicketInHand:
    case ErrorCode::HallClosed:
    case ErrorCode::Cancelled:
    case ErrorCode::Closed:
    case ErrorCode::Internal:
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileUnwritable:
    case ErrorCode::FileTruncated:
    case ErrorCode::FileNewer:
    case ErrorCode::FileTooLarge:
    case ErrorCode::FileKindUnknown:
    case ErrorCode::FileLocked:
    case ErrorCode::FileDamaged:
    case ErrorCode::FileTooManyPages:
    case ErrorCode::FileUnsafe:
    case ErrorCode::FileUnchecked:
    case ErrorCode::DiskFull:
    case ErrorCode::StoreExists:
    case ErrorCode::StoreNewer:
    case ErrorCode::StoreNotForTraining:
    case ErrorCode::StoreBusy:
    case ErrorCode::StoreFailed:
    case ErrorCode::OriginForeign:
    case ErrorCode::PeerNonsense:
    case ErrorCode::PeerNewer:
    case ErrorCode::PortalMissing:
    case ErrorCode::InvitationUnreadable:
    case ErrorCode::InvitationUnknown:
    case ErrorCode::InvitationExpired:
    case ErrorCode::DeskUnknown:
    case ErrorCode::DeskRevoked:
    case ErrorCode::DatabaseUnreachable:
    case ErrorCode::DatabaseRefused:
    case ErrorCode::DatabaseForeign:
    case ErrorCode::DatabaseHeld:
    case ErrorCode::DatabaseFailed:
    case ErrorCode::CalendarMissing:
    case ErrorCode::UnitMissing:
    case ErrorCode::NumbersExhausted:
    case ErrorCode::RangeOverlap:
    case ErrorCode::ClockBack:
    case ErrorCode::StepTakenBefore:
    case ErrorCode::StepTooLate:
    case ErrorCode::NetUnreachable:
    case ErrorCode::NetNameUnknown:
    case ErrorCode::NetRefused:
    case ErrorCode::NetTimedOut:
    case ErrorCode::NetCut:
    case ErrorCode::CaptivePortal:
    case ErrorCode::ProxyRefused:
    case ErrorCode::ProxyPassword:
    case ErrorCode::ServerUntrusted:
    case ErrorCode::ServerOtherHost:
    case ErrorCode::ServerExpired:
    case ErrorCode::ServerNotYetValid:
    case ErrorCode::ClockWrong:
    case ErrorCode::TlsTooOld:
    case ErrorCode::TlsFailed:
    case ErrorCode::OwnCertificateUnreadable:
    case ErrorCode::OwnKeyOther:
    case ErrorCode::OwnCertificateExpired:
    case ErrorCode::OwnCertificateMissing:
    case ErrorCode::OwnCertificateRefused:
    case ErrorCode::TokenModuleMissing:
    case ErrorCode::TokenMissing:
    case ErrorCode::TokenKeyMissing:
    case ErrorCode::TokenKeyUnfit:
    case ErrorCode::TokenFailed:
    case ErrorCode::AnswerTooLarge:
    case ErrorCode::AnswerMalformed:
    case ErrorCode::AnswerCutOff:
    case ErrorCode::AnswerForeign:
    case ErrorCode::ServerBusy:
    case ErrorCode::ServerFailed:
    case ErrorCode::ServerRefused:
    case ErrorCode::RenderFailed:
    case ErrorCode::TimestampFailed:
    case ErrorCode::PrinterMissing:
    case ErrorCode::PrintFailed:
        return Failed;
    }
    return Failed;
}

Terminal::Terminal(bool json)
    : m_json(json)
    , m_out(stdout)
    , m_err(stderr)
{
}

void Terminal::say(const QString &line)
{
    if (!m_json) {
        m_out << line << Qt::endl;
    }
}

void Terminal::answer(const QJsonObject &object)
{
    if (m_json) {
        m_answered = true;
        m_out << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << Qt::endl;
    }
}

int Terminal::fail(const Error &error)
{
    const QString told = sentence(error, Reader::Terminal).text();
    return fail(error, error.detail.isEmpty() || m_json ? told : QStringLiteral("%1 [%2]").arg(told, error.detail));
}

int Terminal::fail(const Error &error, const QString &told)
{
    const int code = exitCode(error);
    answer({{QStringLiteral("error"), errorName(error.code)}, {QStringLiteral("detail"), error.detail}, {QStringLiteral("sentence"), told},
        {QStringLiteral("exit"), code}});
    m_err << told << QStringLiteral(" (") << errorName(error.code) << u')' << Qt::endl;
    return code;
}

void Terminal::explain(const QString &line)
{
    m_explained.append(line);
    m_err << line << Qt::endl;
}

int Terminal::end(int code)
{
    if (code == Usage && !m_answered) {
        const QString said = m_explained.join(u'\n');
        answer({{QStringLiteral("error"), QStringLiteral("Usage")}, {QStringLiteral("detail"), said}, {QStringLiteral("sentence"), said},
            {QStringLiteral("exit"), code}});
    }
    return code;
}

Result<QString> askPassword(int fd, const QString &prompt, const char *variable)
{
    if (fd >= 0) {
        return lineFrom(fd);
    }
    if (qEnvironmentVariableIsSet(variable)) {
        return qEnvironmentVariable(variable);
    }
    const Unechoed unechoed;
    if (!unechoed.isTerminal()) {
        return Error{ErrorCode::FileUnreadable, QStringLiteral("password")};
    }
    QTextStream err(stderr);
    err << prompt << QStringLiteral(": ") << Qt::flush;
    Result<QString> typed = lineFrom(STDIN_FILENO);
    err << Qt::endl;
    return typed;
}

Result<QString> askLine(int fd, const QString &prompt)
{
    if (fd >= 0) {
        return lineFrom(fd);
    }
    if (isatty(STDIN_FILENO) == 0) {
        return Error{ErrorCode::FileUnreadable, QStringLiteral("terminal")};
    }
    QTextStream(stderr) << prompt << QStringLiteral(": ") << Qt::flush;
    return lineFrom(STDIN_FILENO);
}

} // namespace motcua::ctl
