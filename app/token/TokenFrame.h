// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"

#include <QByteArray>
#include <QString>

#include <optional>

/** What goes through the two pipes of the helper process: one question, one answer. Integers are big-endian. */
namespace motcua::token {

enum class Verb : quint8 {
    Find = 1, ///< the public half of the key
    FindOrMake = 2, ///< the same; made where there is none
    Sign = 3, ///< the digest
    SignDocument = 4, ///< the digest, also by an RSA key
};

/** How it ended. The numbers stand in the frame. */
enum class Outcome : quint8 {
    Done = 0,
    ModuleMissing = 1,
    TokenMissing = 2,
    PinWrong = 3,
    PinLocked = 4,
    KeyMissing = 5,
    KeyUnfit = 6,
    Failed = 7,
};

/** Why not, and for the log what the library said; never anything of what was asked. */
struct Refusal
{
    Outcome outcome = Outcome::Failed;
    QString detail = {};
};

struct Question
{
    Verb verb = Verb::Find;
    bool isAttended = false; ///< a person has just typed the PIN; else a token that counts wrong ones is left in peace
    QString uri = {};
    security::SecretBytes pin = {};
    QByteArray digest = {}; ///< SHA-256, of Sign and SignDocument
};

struct Answer
{
    static constexpr qsizetype MostBytes = 1024;

    Outcome outcome = Outcome::Failed;
    bool isMade = false;
    QByteArray bytes = {}; ///< 65: the point 04 X Y; 64: the signature r s; 256 to 512: that of an RSA key
    QString detail = {};
};

/** Frames; a question is at most 4 KiB, which a pipe takes in before anybody reads. Empty when a part is too long for one. */
[[nodiscard]] security::SecretBytes framed(const Question &question);
[[nodiscard]] QByteArray framed(const Answer &answer);

/** Nothing when it is no such frame, or something is left over. */
[[nodiscard]] std::optional<Question> questionOf(const security::SecretBytes &frame);
[[nodiscard]] std::optional<Answer> answerOf(const QByteArray &frame);

} // namespace motcua::token
