// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/token/module/TokenVerb.h"

#include "app/token/module/TokenSession.h"

#include <unistd.h>

#include <cerrno>

namespace motcua::token {

namespace {

constexpr qsizetype MostOfAQuestion = 4096;

Answer refused(const Refusal &refusal)
{
    return {.outcome = refusal.outcome, .detail = refusal.detail};
}

} // namespace

Answer answered(const Question &question)
{
    const Result<TokenUri> uri = TokenUri::fromString(question.uri);
    if (!uri) {
        return refused({Outcome::Failed, uri.error().detail});
    }
    const bool mayMake = question.verb == Verb::FindOrMake;
    const auto session = TokenSession::open(*uri, question.pin, question.isAttended, mayMake);
    if (!session) {
        return refused(session.error());
    }
    if (question.verb == Verb::Sign || question.verb == Verb::SignDocument) {
        const auto signature = session->sign(question.digest, question.pin, question.verb == Verb::SignDocument);
        return signature ? Answer{.outcome = Outcome::Done, .bytes = *signature} : refused(signature.error());
    }
    auto point = session->point();
    bool isMade = false;
    if (mayMake && !point && point.error().outcome == Outcome::KeyMissing) {
        if (const auto made = session->make(); !made) {
            return refused(made.error());
        }
        isMade = true;
        point = session->point();
    }
    return point ? Answer{.outcome = Outcome::Done, .isMade = isMade, .bytes = *point} : refused(point.error());
}

bool answerOne(int in, int out)
{
    security::SecretBytes room(MostOfAQuestion);
    qsizetype size = 0;
    ssize_t got = 0;
    while (size < room.size()
        && ((got = ::read(in, room.data() + size, static_cast<std::size_t>(room.size() - size))) > 0 || (got < 0 && errno == EINTR))) {
        size += qMax<ssize_t>(got, 0);
    }
    const std::optional<Question> question = questionOf(security::SecretBytes::copyOf(room.view().first(size)));
    if (got < 0 || !question) {
        return false;
    }
    room.wipe();
    const QByteArray answer = framed(answered(*question));
    return ::write(out, answer.constData(), static_cast<std::size_t>(answer.size())) == answer.size();
}

} // namespace motcua::token
