// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Password.h"

#include "models/base/Text.h"

#include <openssl/crypto.h>

#include <QStringList>
#include <QTextBoundaryFinder>

#include <utility>

namespace motcua::security {

namespace {

int readersLength(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    int length = 0;
    while (finder.toNextBoundary() != -1) {
        ++length;
    }
    return length;
}

QString joined(const QString &text)
{
    return text::folded(text).remove(u' ');
}

// "1212121212", "motcuamotcua", "aaaaaaaaaa": a short piece said again and again.
bool repeatsItself(const QString &text)
{
    for (qsizetype piece = 1; piece <= text.size() / 2; ++piece) {
        if (QStringView(text).sliced(piece) == QStringView(text).chopped(piece)) {
            return true;
        }
    }
    return false;
}

bool isRun(const QString &text)
{
    static const QStringList rows = QStringLiteral("01234567890123456789 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm"
                                                   " 1qaz2wsx3edc4rfv5tgb6yhn7ujm 1q2w3e4r5t6y7u8i9o0p").split(u' ');
    for (const QString &row : rows) {
        QString back;
        for (const QChar letter : row) {
            back.prepend(letter);
        }
        if (row.contains(text) || back.contains(text)) {
            return true;
        }
    }
    return false;
}

// What remains once the words everybody tries first are taken out must still be something.
bool isCommonWordAndLittleElse(QString text)
{
    static const QStringList words = QStringLiteral("matkhau password motcua vietnam admin quantri hanhchinh congchuc ubnd trungtam phucvu"
                                                    " 123456789 123456 qwerty").split(u' ');
    bool found = false;
    for (const QString &word : words) {
        found = found || text.contains(word);
        text.remove(word);
    }
    return found && text.size() < 4;
}

bool isNameAndLittleElse(const QString &text, const QString &personName)
{
    const QString name = joined(personName);
    if (name.isEmpty()) {
        return false;
    }
    QString rest = text;
    rest.remove(name);
    if (rest.size() != text.size()) {
        return rest.size() < 4;
    }
    const QStringList words = text::foldedWords(personName);
    int found = 0;
    for (const QString &word : words) {
        const qsizetype at = rest.indexOf(word);
        if (at >= 0) {
            rest.remove(at, word.size());
            ++found;
        }
    }
    return found == words.size() && rest.size() < 4;
}

} // namespace

Password::Password(SecretBytes bytes, int length)
    : m_bytes(std::move(bytes))
    , m_length(length)
{
}

Password Password::typed(const QString &text)
{
    // NFC: one keyboard sends "ế" as one character, another as e and two marks.
    QByteArray utf8 = text.normalized(QString::NormalizationForm_C).toUtf8();
    SecretBytes bytes = SecretBytes::copyOf(utf8);
    OPENSSL_cleanse(utf8.data(), static_cast<std::size_t>(utf8.size()));
    return {std::move(bytes), readersLength(text)};
}

Result<Password> Password::chosen(const QString &text, const QString &personName)
{
    switch (flaw(text, personName)) {
    case PasswordFlaw::None:
        return typed(text);
    case PasswordFlaw::TooShort:
        return Error{ErrorCode::PasswordTooShort, QString::number(MinimumLength)};
    case PasswordFlaw::IsName:
        return Error{ErrorCode::Invalid, QStringLiteral("password-is-name")};
    case PasswordFlaw::Trivial:
        return Error{ErrorCode::Invalid, QStringLiteral("password-trivial")};
    }
    return Error{ErrorCode::Internal};
}

PasswordFlaw Password::flaw(const QString &text, const QString &personName)
{
    if (readersLength(text) < MinimumLength) {
        return PasswordFlaw::TooShort;
    }
    const QString lower = text.normalized(QString::NormalizationForm_C).toLower();
    const QString folded = joined(text);
    if (isNameAndLittleElse(folded, personName)) {
        return PasswordFlaw::IsName;
    }
    const bool trivial = repeatsItself(lower) || (!folded.isEmpty() && (isRun(folded) || isCommonWordAndLittleElse(folded)));
    return trivial ? PasswordFlaw::Trivial : PasswordFlaw::None;
}

Password Password::clone() const
{
    return {m_bytes.clone(), m_length};
}

} // namespace motcua::security
