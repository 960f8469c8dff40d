// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/CentreInvitation.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace motcua::centre {

namespace {

const QByteArray Kind = "motcua-centre-1:";
constexpr auto Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray CentreInvitation::toText() const
{
    const QJsonObject json{{QStringLiteral("access"), QString::fromUtf8(access.toJson())}, {QStringLiteral("authority"), QString::fromLatin1(authority)},
        {QStringLiteral("name"), name}, {QStringLiteral("training"), training}};
    return Kind + QJsonDocument(json).toJson(QJsonDocument::Compact).toBase64(Url) + '\n';
}

Result<CentreInvitation> CentreInvitation::fromText(const QByteArray &text)
{
    const Error unreadable{ErrorCode::InvitationUnreadable, QStringLiteral("motcua-centre-1")};
    const QByteArray line = text.trimmed();
    if (line.size() > MostBytes || !line.startsWith(Kind)) {
        return unreadable;
    }
    const auto decoded = QByteArray::fromBase64Encoding(line.sliced(Kind.size()), Url | QByteArray::AbortOnBase64DecodingErrors);
    const QJsonObject json = QJsonDocument::fromJson(decoded ? *decoded : QByteArray()).object();
    Result<DatabaseAccess> access = DatabaseAccess::fromJson(json[u"access"].toString().toUtf8());
    if (!access || !json[u"training"].isBool()) {
        return unreadable;
    }
    return CentreInvitation{*std::move(access), json[u"authority"].toString().toLatin1(), json[u"name"].toString(), json[u"training"].toBool()};
}

} // namespace motcua::centre
