// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/token/TokenKey.h"

#include "app/token/TokenHelper.h"

#include <QCoreApplication>

namespace motcua {

namespace {

ErrorCode codeOf(token::Outcome outcome)
{
    switch (outcome) {
    case token::Outcome::ModuleMissing:
        return ErrorCode::TokenModuleMissing;
    case token::Outcome::TokenMissing:
        return ErrorCode::TokenMissing;
    case token::Outcome::PinWrong:
        return ErrorCode::TokenPinWrong;
    case token::Outcome::PinLocked:
        return ErrorCode::TokenPinLocked;
    case token::Outcome::KeyMissing:
        return ErrorCode::TokenKeyMissing;
    case token::Outcome::KeyUnfit:
        return ErrorCode::TokenKeyUnfit;
    case token::Outcome::Done:
    case token::Outcome::Failed:
        break;
    }
    return ErrorCode::TokenFailed;
}

bool isAnswerOf(token::Verb verb, qsizetype size)
{
    switch (verb) {
    case token::Verb::Find:
    case token::Verb::FindOrMake:
        return size == TokenKey::PointBytes;
    case token::Verb::Sign:
        return size == TokenKey::SignatureBytes;
    case token::Verb::SignDocument:
        return size == TokenKey::SignatureBytes || (size >= TokenKey::LeastRsaBytes && size <= TokenKey::MostRsaBytes);
    }
    return false;
}

} // namespace

TokenKey::TokenKey(TokenUri uri, security::SecretBytes pin, QString helper)
    : m_uri(std::move(uri))
    , m_pin(std::move(pin))
    , m_helper(std::move(helper))
    , m_refused(std::make_shared<const Refused>())
{
}

Error TokenKey::refuse(const Error &error) const
{
    std::shared_ptr<const Refused> before = m_refused.load();
    while (!m_refused.compare_exchange_weak(before, std::make_shared<const Refused>(Refused{before->times + 1, error}))) { }
    return error;
}

void TokenKey::refuseAsOther() const
{
    (void)refuse({ErrorCode::OwnKeyOther, QStringLiteral("token: what it signs is not of the certificate's key")});
}

Result<token::Answer> TokenKey::ask(token::Verb verb, bool isAttended, const QByteArray &digest, std::chrono::milliseconds patience) const
{
    if (!isAttended && m_isPinWrong) {
        return refuse({ErrorCode::TokenPinWrong, QStringLiteral("token: not tried again")});
    }
    const security::SecretBytes question = token::framed(
        token::Question{.verb = verb, .isAttended = isAttended, .uri = m_uri.toString(), .pin = m_pin.clone(), .digest = digest});
    if (question.isEmpty()) {
        return refuse({ErrorCode::Invalid, QStringLiteral("token: URI or PIN too long")});
    }
    const Result<token::Answer> answer = token::asked(m_helper, question, patience);
    if (!answer) {
        return refuse(answer.error());
    }
    if (answer->outcome == token::Outcome::PinWrong || answer->outcome == token::Outcome::Done) {
        m_isPinWrong = answer->outcome == token::Outcome::PinWrong;
    }
    if (answer->outcome != token::Outcome::Done) {
        return refuse({codeOf(answer->outcome), QStringLiteral("token: ") + answer->detail});
    }
    if (!isAnswerOf(verb, answer->bytes.size())) {
        return refuse({ErrorCode::TokenFailed, QStringLiteral("token helper: size")});
    }
    return *answer;
}

Result<TokenKey::Found> TokenKey::found(token::Verb verb) const
{
    const Result<token::Answer> answer = ask(verb, true, {}, MakingPatience);
    return answer ? Result<Found>(Found{answer->bytes, answer->isMade}) : answer.error();
}

Result<TokenKey::Found> TokenKey::find() const
{
    return found(token::Verb::Find);
}

Result<TokenKey::Found> TokenKey::findOrMake() const
{
    return found(token::Verb::FindOrMake);
}

Result<QByteArray> TokenKey::sign(const QByteArray &digest) const
{
    if (digest.size() != DigestBytes) {
        return Error{ErrorCode::Invalid, QStringLiteral("token: digest")};
    }
    const Result<token::Answer> answer = ask(token::Verb::Sign, false, digest, SigningPatience);
    return answer ? Result<QByteArray>(answer->bytes) : answer.error();
}

Result<QByteArray> TokenKey::signDocument(const QByteArray &digest, bool isAttended) const
{
    if (digest.size() != DigestBytes) {
        return Error{ErrorCode::Invalid, QStringLiteral("token: digest")};
    }
    const Result<token::Answer> answer = ask(token::Verb::SignDocument, isAttended, digest, SigningPatience);
    return answer ? Result<QByteArray>(answer->bytes) : answer.error();
}

TokenKey::Refused TokenKey::refused() const
{
    return *m_refused.load();
}

QString TokenKey::besideThisProgram()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/motcua-token");
}

} // namespace motcua
