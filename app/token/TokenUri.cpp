// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/token/TokenUri.h"

#include <QSet>
#include <QStringList>

#include <utility>

namespace motcua {

namespace {

constexpr QLatin1StringView Scheme("pkcs11:");

Error invalid(const QString &what)
{
    return {ErrorCode::Invalid, QStringLiteral("token: ") + what};
}

/** Nothing where a per cent sign is followed by something else than two hexadecimal digits. */
std::optional<QByteArray> decoded(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    QByteArray plain;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        if (bytes.at(at) != '%') {
            plain += bytes.at(at);
            continue;
        }
        const QByteArray pair = bytes.mid(at + 1, 2);
        const QByteArray byte = QByteArray::fromHex(pair);
        if (byte.size() != 1 || byte.toHex() != pair.toLower()) {
            return std::nullopt;
        }
        plain += byte;
        at += 2;
    }
    return plain;
}

QByteArray encoded(const QByteArray &value)
{
    return value.toPercentEncoding("/");
}

} // namespace

Result<TokenUri> TokenUri::fromString(const QString &text)
{
    if (text.size() > MostCharacters || !text.startsWith(Scheme, Qt::CaseInsensitive)) {
        return invalid(QStringLiteral("pkcs11:token=…;object=…"));
    }
    TokenUri uri;
    QByteArray type;
    QByteArray module;
    const std::pair<QString, QByteArray *> inPath[] = {{QStringLiteral("token"), &uri.token},
        {QStringLiteral("manufacturer"), &uri.manufacturer}, {QStringLiteral("model"), &uri.model}, {QStringLiteral("serial"), &uri.serial},
        {QStringLiteral("object"), &uri.object}, {QStringLiteral("id"), &uri.id}, {QStringLiteral("type"), &type}};
    const QString body = text.sliced(Scheme.size());
    const qsizetype mark = body.indexOf(u'?');
    QSet<QString> seen;
    const auto take = [&](const QString &attribute, bool isQuery) -> Result<> {
        const qsizetype equals = attribute.indexOf(u'=');
        const QString name = attribute.left(qMax<qsizetype>(equals, 0));
        if (name == u"pin-value" || name == u"pin-source") {
            return invalid(QStringLiteral("the PIN does not belong in it"));
        }
        const std::optional<QByteArray> value = decoded(attribute.mid(equals + 1));
        if (name.isEmpty() || !value || value->isEmpty() || seen.contains(name)) {
            return invalid(QStringLiteral("an attribute without a value, or twice"));
        }
        seen.insert(name);
        if (isQuery && name == u"module-path") {
            module = *value;
            return {};
        }
        for (const auto &[known, into] : inPath) {
            if (!isQuery && name == known) {
                *into = *value;
                return {};
            }
        }
        return invalid(QStringLiteral("unknown attribute"));
    };
    const QStringList path = body.left(mark < 0 ? body.size() : mark).split(u';', Qt::SkipEmptyParts);
    const QStringList query = mark < 0 ? QStringList() : body.sliced(mark + 1).split(u'&', Qt::SkipEmptyParts);
    for (const bool isQuery : {false, true}) {
        for (const QString &attribute : isQuery ? query : path) {
            if (const Result<> taken = take(attribute, isQuery); !taken) {
                return taken.error();
            }
        }
    }
    if (!type.isEmpty() && type != "private") {
        return invalid(QStringLiteral("not a private key"));
    }
    if ((uri.token.isEmpty() && uri.serial.isEmpty()) || (uri.object.isEmpty() && uri.id.isEmpty())) {
        return invalid(QStringLiteral("it names a token (token or serial) and a key (object or id)"));
    }
    uri.modulePath = QString::fromUtf8(module);
    if (!module.isEmpty() && (!uri.modulePath.startsWith(u'/') || uri.modulePath.contains(QChar(0)))) {
        return invalid(QStringLiteral("module-path is an absolute path"));
    }
    return uri;
}

QString TokenUri::toString() const
{
    QByteArray text = "pkcs11:";
    const std::pair<QByteArray, QByteArray> parts[] = {
        {"token", token}, {"manufacturer", manufacturer}, {"model", model}, {"serial", serial}, {"object", object}, {"id", id}};
    for (const auto &[name, value] : parts) {
        if (!value.isEmpty()) {
            text += (text.endsWith(':') ? "" : ";") + name + '=' + encoded(value);
        }
    }
    if (!modulePath.isEmpty()) {
        text += "?module-path=" + encoded(modulePath.toUtf8());
    }
    return QString::fromLatin1(text);
}

} // namespace motcua
