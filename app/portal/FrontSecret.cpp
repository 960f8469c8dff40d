// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/FrontSecret.h"

#include "app/portal/NewFile.h"
#include "app/security/Random.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace motcua::portal {

Result<QByteArray> FrontSecret::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::FileUnreadable, path};
    }
    if (file.permissions() & (QFile::ReadOther | QFile::WriteOther | QFile::WriteGroup)) {
        return Error{ErrorCode::FileUnreadable, path + QStringLiteral(": everybody may read it, or others may write it: chmod 0640")};
    }
    static const QRegularExpression line(QStringLiteral(R"re(^\s*set\s+\$motcua_front\s+"?([A-Za-z0-9_-]{32,256})"?\s*;\s*$)re"),
        QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = line.match(QString::fromLatin1(file.read(4'096)));
    if (!match.hasMatch()) {
        return Error{ErrorCode::Invalid, path + QStringLiteral(": set $motcua_front \"32 characters or more\";")};
    }
    return match.captured(1).toLatin1();
}

Result<> FrontSecret::write(const QString &path)
{
    const QByteArray secret = security::random::bytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return writeNewFile(path, "set $motcua_front \"" + secret + "\";\n", 0640);
}

} // namespace motcua::portal
