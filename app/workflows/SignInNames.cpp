// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/SignInNames.h"

#include "app/security/DurableFile.h"
#include "app/security/Random.h"
#include "models/base/Text.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <array>

namespace motcua {

namespace {

constexpr qsizetype SaltSize = 32;
constexpr qsizetype LargestFile = 1024 * 1024;

QByteArray markOf(const QByteArray &salt, const QString &foldedName)
{
    return QMessageAuthenticationCode::hash(foldedName.toUtf8(), salt, QCryptographicHash::Sha256);
}

/**
 * The key of a name as it was until ƀ was found as b and a letter apostrophe as none, while its mark stands beside the store: whoever was
 * admitted by it still comes in.
 */
QString formerKey(const QString &name)
{
    static constexpr std::array<std::array<char16_t, 3>, 3> Kept{{{u'ƀ', u'ɓ', u'ƀ'}, {u'Ƀ', u'ɓ', u'ƀ'}, {u'ʼ', u'ɖ', u'ʼ'}}};
    QString replaced = name;
    for (const auto &[letter, standIn, kept] : Kept) {
        replaced.replace(QChar(letter), QChar(standIn));
    }
    QString key = text::folded(replaced);
    for (const auto &[letter, standIn, kept] : Kept) {
        key.replace(QChar(standIn), QChar(kept));
    }
    return key;
}

} // namespace

SignInNames::SignInNames(QString storePath)
    : m_path(std::move(storePath) + QStringLiteral(".names"))
{
}

Result<SignInNames::Rows> SignInNames::load() const
{
    const Result<QByteArray> bytes = security::readWhole(m_path, LargestFile);
    if (!bytes) {
        return bytes.error().code == ErrorCode::NotFound ? Result<Rows>(Rows{}) : Result<Rows>(bytes.error());
    }
    const QJsonObject json = QJsonDocument::fromJson(*bytes).object();
    Rows rows{QByteArray::fromBase64(json.value(QStringLiteral("salt")).toString().toLatin1()), {}};
    if (rows.salt.size() != SaltSize) {
        return Error{ErrorCode::SlotsDamaged, QStringLiteral("sign-in names")};
    }
    const QJsonArray people = json.value(QStringLiteral("people")).toArray();
    for (const QJsonValue &value : people) {
        rows.rows.append({Id::fromString(value[QStringLiteral("id")].toString()),
            QByteArray::fromBase64(value[QStringLiteral("mark")].toString().toLatin1())});
    }
    return rows;
}

Result<> SignInNames::save(const Rows &rows) const
{
    QJsonArray people;
    for (const Row &row : rows.rows) {
        people.append(
            QJsonObject{{QStringLiteral("id"), row.person.toString()}, {QStringLiteral("mark"), QString::fromLatin1(row.mark.toBase64())}});
    }
    const QJsonObject json{{QStringLiteral("salt"), QString::fromLatin1(rows.salt.toBase64())}, {QStringLiteral("people"), people}};
    return security::replaceDurably({{m_path, QJsonDocument(json).toJson(QJsonDocument::Indented)}});
}

Result<Id> SignInNames::find(const QString &typed) const
{
    const Result<Rows> rows = load();
    if (!rows) {
        return rows.error();
    }
    for (const QString &key : {formerKey(typed), text::folded(typed)}) {
        const QByteArray mark = markOf(rows->salt, key);
        for (const Row &row : rows->rows) {
            if (row.mark == mark) {
                return row.person;
            }
        }
    }
    return Error{ErrorCode::PersonUnknown, {}};
}

Result<bool> SignInNames::knows(const Id &person) const
{
    const Result<Rows> rows = load();
    if (!rows) {
        return rows.error();
    }
    return std::any_of(rows->rows.cbegin(), rows->rows.cend(), [&person](const Row &row) { return row.person == person; });
}

Result<QString> SignInNames::add(const Id &person, const QString &name) const
{
    Result<Rows> rows = load();
    if (!rows) {
        return rows.error();
    }
    if (rows->salt.isEmpty()) {
        rows->salt = security::random::bytes(SaltSize);
    }
    // In one step with the new row: a crash must not leave a person without a name.
    rows->rows.removeIf([&person](const Row &row) { return row.person == person; });
    const QString folded = text::folded(name);
    QString free = folded;
    const auto taken = [&rows](const QString &candidate) {
        const QByteArray mark = markOf(rows->salt, candidate);
        return std::any_of(rows->rows.cbegin(), rows->rows.cend(), [&mark](const Row &row) { return row.mark == mark; });
    };
    for (int n = 2; taken(free); ++n) {
        free = folded + u' ' + QString::number(n);
    }
    rows->rows.append({person, markOf(rows->salt, free)});
    if (const Result<> saved = save(*rows); !saved) {
        return saved.error();
    }
    return free;
}

Result<> SignInNames::remove(const Id &person) const
{
    Result<Rows> rows = load();
    if (!rows) {
        return rows.error();
    }
    rows->rows.removeIf([&person](const Row &row) { return row.person == person; });
    return save(*rows);
}

} // namespace motcua
