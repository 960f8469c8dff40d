// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feed/BoardInvitation.h"

#include "app/security/DurableFile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace motcua::feed {

namespace {

const QByteArray InvitationKind = "motcua-board-1:";
constexpr QByteArray::Base64Options InvitationUrl = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray BoardInvitation::toText() const
{
    const QJsonObject json{{QStringLiteral("name"), name}, {QStringLiteral("host"), host}, {QStringLiteral("port"), port},
        {QStringLiteral("authority"), QString::fromLatin1(authority)}, {QStringLiteral("token"), QString::fromLatin1(token)}, {QStringLiteral("made"), madeMs}};
    return InvitationKind + QJsonDocument(json).toJson(QJsonDocument::Compact).toBase64(InvitationUrl) + '\n';
}

Result<BoardInvitation> BoardInvitation::fromText(const QByteArray &text)
{
    const Error unreadable{ErrorCode::InvitationUnreadable, QStringLiteral("motcua-board-1")};
    const QByteArray line = text.trimmed();
    if (line.size() > MostBytes || !line.startsWith(InvitationKind)) {
        return unreadable;
    }
    const auto decoded = QByteArray::fromBase64Encoding(line.sliced(InvitationKind.size()), InvitationUrl | QByteArray::AbortOnBase64DecodingErrors);
    const QJsonObject json = QJsonDocument::fromJson(decoded ? *decoded : QByteArray()).object();
    const BoardInvitation read{json[u"name"].toString(), json[u"host"].toString(), static_cast<quint16>(json[u"port"].toInt()),
        json[u"authority"].toString().toLatin1(), json[u"token"].toString().toLatin1(), json[u"made"].toInteger()};
    // It becomes a line of a request: nothing but what we write there.
    static const QRegularExpression token(QStringLiteral("^[A-Za-z0-9_-]{43}$"));
    static const QRegularExpression host(QStringLiteral("^[A-Za-z0-9.:-]{1,253}$"));
    const bool isPort = json[u"port"].toInt() >= 1 && json[u"port"].toInt() <= 65'535;
    const bool isWhole = isPort && host.match(read.host).hasMatch() && token.match(QString::fromLatin1(read.token)).hasMatch() && !read.authority.isEmpty();
    return isWhole ? Result<BoardInvitation>(read) : unreadable;
}

Result<BoardInvitation> BoardInvitation::fromFile(const QString &path)
{
    const Result<QByteArray> bytes = security::readWhole(path, MostBytes);
    return bytes ? fromText(*bytes) : bytes.error();
}

} // namespace motcua::feed
