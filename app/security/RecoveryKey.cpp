// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/RecoveryKey.h"

#include "app/security/Hkdf.h"
#include "app/security/Random.h"
#include "app/security/X25519.h"

#include <QRegularExpression>
#include <QStringList>

#include <cstring>
#include <utility>

namespace motcua::security {

namespace {

// Without 0 O D Q-like rounds, 1 I L, 2 Z, 5 S, 6 G-like C, 8 B, U; and without A E Y W D, which Telex turns into marked letters.
// Seventeen is prime, so the weighted sum below sees every single wrong character and every swap of two.
constexpr char Alphabet[] = "FGHJKMNPQRTVX3479";
constexpr int Base = 17;
constexpr int Data = RecoveryKey::GroupSize - 1;
constexpr qsizetype Symbols = qsizetype(RecoveryKey::Groups) * RecoveryKey::GroupSize;

int valueOf(char symbol)
{
    const char *at = symbol == '\0' ? nullptr : std::strchr(Alphabet, symbol);
    return at == nullptr ? -1 : static_cast<int>(at - Alphabet);
}

// The number of the group takes part, so two groups that changed places are both wrong.
char checkOf(const char *group, int index)
{
    int sum = 5 * (index + 1);
    for (int position = 0; position < Data; ++position) {
        sum += (position + 1) * valueOf(group[position]);
    }
    return Alphabet[sum % Base];
}

bool isRight(const QByteArray &group, int index)
{
    if (group.size() != RecoveryKey::GroupSize) {
        return false;
    }
    for (const char symbol : group) {
        if (valueOf(symbol) < 0) {
            return false;
        }
    }
    return group.back() == checkOf(group.constData(), index);
}

// Typed with its gaps, a lost character spoils one group; typed without, everything after it shifts.
QList<QByteArray> groupsOf(const QString &typed)
{
    static const QRegularExpression gap(QStringLiteral("[^\\p{L}\\p{N}]+"));
    const QStringList parts = typed.toUpper().split(gap, Qt::SkipEmptyParts);
    QList<QByteArray> groups;
    if (parts.size() == RecoveryKey::Groups) {
        for (const QString &part : parts) {
            groups.append(part.toLatin1());
        }
        return groups;
    }
    const QByteArray all = parts.join(QString()).toLatin1();
    for (int index = 0; index < RecoveryKey::Groups; ++index) {
        groups.append(all.mid(qsizetype(index) * RecoveryKey::GroupSize, RecoveryKey::GroupSize));
    }
    if (all.size() > Symbols) {
        groups.last() += all.mid(Symbols);
    }
    return groups;
}

} // namespace

RecoveryKey::RecoveryKey(SecretBytes symbols)
    : m_symbols(std::move(symbols))
{
}

RecoveryKey RecoveryKey::generate()
{
    SecretBytes symbols(Symbols);
    char *out = reinterpret_cast<char *>(symbols.data());
    for (int index = 0; index < Groups; ++index) {
        char *group = out + index * GroupSize;
        for (int position = 0; position < Data; ++position) {
            group[position] = Alphabet[random::below(Base)];
        }
        group[Data] = checkOf(group, index);
    }
    return RecoveryKey(std::move(symbols));
}

QList<int> RecoveryKey::wrongGroups(const QString &typed)
{
    const QList<QByteArray> groups = groupsOf(typed);
    QList<int> wrong;
    for (int index = 0; index < Groups; ++index) {
        if (!isRight(groups[index], index)) {
            wrong.append(index + 1);
        }
    }
    return wrong;
}

Result<RecoveryKey> RecoveryKey::fromTyped(const QString &typed)
{
    const QList<int> wrong = wrongGroups(typed);
    if (!wrong.isEmpty()) {
        return Error{ErrorCode::WrongRecoveryKey, QString::number(wrong.first())};
    }
    return RecoveryKey(SecretBytes::copyOf(groupsOf(typed).join()));
}

QList<int> RecoveryKey::differingGroups(const QString &typed) const
{
    const QList<QByteArray> groups = groupsOf(typed);
    QList<int> differing;
    for (int index = 0; index < Groups; ++index) {
        if (m_symbols.view().sliced(qsizetype(index) * GroupSize, GroupSize) != QByteArrayView(groups[index])) {
            differing.append(index + 1);
        }
    }
    return differing;
}

QString RecoveryKey::toText() const
{
    QStringList groups;
    for (int index = 0; index < Groups; ++index) {
        groups.append(QString::fromLatin1(m_symbols.view().sliced(qsizetype(index) * GroupSize, GroupSize)));
    }
    return groups.join(u'-');
}

SecretBytes RecoveryKey::privateKey(QByteArrayView salt) const
{
    // Drawn at random with 130 bits, it needs no slow derivation.
    return hkdf(m_symbols.view(), salt, "motcua recovery key 1", x25519::KeySize);
}

RecoveryKey RecoveryKey::clone() const
{
    return RecoveryKey(m_symbols.clone());
}

} // namespace motcua::security
