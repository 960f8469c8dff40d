// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/token/TokenFrame.h"

#include <QtEndian>

#include <array>
#include <cstring>

namespace motcua::token {

namespace {

constexpr quint8 Version = 1;
constexpr qsizetype Head = 3;
constexpr qsizetype MostOfAQuestion = 4096;
constexpr qsizetype MostOfADetail = 200;

/** Reads the head and then parts, each behind its length of 16 bits. */
class Parts
{
public:
    explicit Parts(QByteArrayView frame)
        : m_frame(frame)
    {
    }

    [[nodiscard]] quint8 head(qsizetype at) const { return static_cast<quint8>(m_frame.at(at)); }
    [[nodiscard]] bool isOurs() const { return m_frame.size() >= Head && head(0) == Version; }
    [[nodiscard]] bool isAtEnd() const { return m_isWhole && m_at == m_frame.size(); }
    [[nodiscard]] QByteArrayView next()
    {
        if (!m_isWhole || m_frame.size() - m_at < 2) {
            m_isWhole = false;
            return {};
        }
        const qsizetype size = qFromBigEndian<quint16>(m_frame.data() + m_at);
        if (m_frame.size() - m_at - 2 < size) {
            m_isWhole = false;
            return {};
        }
        const QByteArrayView part = m_frame.sliced(m_at + 2, size);
        m_at += 2 + size;
        return part;
    }

private:
    QByteArrayView m_frame;
    qsizetype m_at = Head;
    bool m_isWhole = true;
};

unsigned char *put(unsigned char *at, QByteArrayView part)
{
    qToBigEndian(static_cast<quint16>(part.size()), at);
    if (!part.isEmpty()) {
        std::memcpy(at + 2, part.data(), static_cast<std::size_t>(part.size()));
    }
    return at + 2 + part.size();
}

} // namespace

security::SecretBytes framed(const Question &question)
{
    const QByteArray uri = question.uri.toUtf8();
    const qsizetype size = Head + 6 + uri.size() + question.pin.size() + question.digest.size();
    if (size > MostOfAQuestion) {
        return {};
    }
    security::SecretBytes frame(size);
    const std::array<quint8, Head> head{Version, static_cast<quint8>(question.verb), static_cast<quint8>(question.isAttended)};
    std::memcpy(frame.data(), head.data(), head.size());
    put(put(put(frame.data() + Head, uri), question.pin.view()), question.digest);
    return frame;
}

QByteArray framed(const Answer &answer)
{
    const QByteArray detail = answer.detail.toUtf8().left(MostOfADetail);
    QByteArray frame(Head + 4 + answer.bytes.size() + detail.size(), '\0');
    auto *at = reinterpret_cast<unsigned char *>(frame.data());
    at[0] = Version;
    at[1] = static_cast<quint8>(answer.outcome);
    at[2] = static_cast<quint8>(answer.isMade);
    put(put(at + Head, answer.bytes), detail);
    return frame;
}

std::optional<Question> questionOf(const security::SecretBytes &frame)
{
    Parts parts(frame.view());
    if (!parts.isOurs() || parts.head(1) < static_cast<quint8>(Verb::Find) || parts.head(1) > static_cast<quint8>(Verb::SignDocument)) {
        return std::nullopt;
    }
    Question question{.verb = static_cast<Verb>(parts.head(1)), .isAttended = parts.head(2) == 1};
    question.uri = QString::fromUtf8(parts.next());
    question.pin = security::SecretBytes::copyOf(parts.next());
    question.digest = parts.next().toByteArray();
    return parts.isAtEnd() ? std::optional(std::move(question)) : std::nullopt;
}

std::optional<Answer> answerOf(const QByteArray &frame)
{
    Parts parts(frame);
    if (!parts.isOurs() || parts.head(1) > static_cast<quint8>(Outcome::Failed)) {
        return std::nullopt;
    }
    Answer answer{.outcome = static_cast<Outcome>(parts.head(1)), .isMade = parts.head(2) == 1};
    answer.bytes = parts.next().toByteArray();
    answer.detail = QString::fromUtf8(parts.next());
    return parts.isAtEnd() ? std::optional(answer) : std::nullopt;
}

} // namespace motcua::token
