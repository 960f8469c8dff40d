// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/token/TokenKey.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace motcua::test {

/** A software token (softhsm2) in a folder of its own, which this program and what it starts finds by SOFTHSM2_CONF. It can be pulled out and plugged in. */
class SoftToken
{
public:
    static QByteArray label() { return "Desk 3"; }
    static QByteArray pin() { return "271828"; }

    /** Why there is none; empty where there can be one. */
    [[nodiscard]] static QString whyNot()
    {
        return program().isEmpty() || module().isEmpty() ? QStringLiteral("There is no software token here: ./dev setup installs softhsm2.")
                                                         : QString();
    }

    /** It is plugged in, and has no key. */
    [[nodiscard]] bool begin()
    {
        QFile file(m_folder.filePath(QStringLiteral("softhsm2.conf")));
        if (!m_folder.isValid() || !QDir(m_folder.path()).mkpath(QStringLiteral("tokens")) || !file.open(QIODevice::WriteOnly)) {
            return false;
        }
        file.write("directories.tokendir = " + tokens().toUtf8() + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        file.close();
        qputenv("SOFTHSM2_CONF", file.fileName().toUtf8());
        return softhsm({QStringLiteral("--init-token"), QStringLiteral("--free"), QStringLiteral("--label"), QString::fromUtf8(label()),
            QStringLiteral("--so-pin"), QStringLiteral("31415926"), QStringLiteral("--pin"), QString::fromUtf8(pin())});
    }

    /** A key (PEM, PKCS#8) that was made elsewhere. */
    [[nodiscard]] bool import(const QByteArray &pem, const QString &object, const QString &id) const
    {
        QFile file(m_folder.filePath(QStringLiteral("key.pem")));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
            return false;
        }
        file.write(pem);
        file.close();
        return softhsm({QStringLiteral("--import"), file.fileName(), QStringLiteral("--token"), QString::fromUtf8(label()),
            QStringLiteral("--label"), object, QStringLiteral("--id"), id, QStringLiteral("--pin"), QString::fromUtf8(pin())});
    }

    [[nodiscard]] bool pullOut() const { return QDir().rename(tokens(), away()) && QDir().mkpath(tokens()); }
    [[nodiscard]] bool plugIn() const { return QDir().rmdir(tokens()) && QDir().rename(away(), tokens()); }

    [[nodiscard]] static TokenUri uri(const QByteArray &object = "portal", const QByteArray &token = label())
    {
        return {.token = token, .object = object, .modulePath = module()};
    }
    [[nodiscard]] static std::shared_ptr<const TokenKey> key(const QByteArray &object = "portal", const QByteArray &typed = pin())
    {
        return std::make_shared<const TokenKey>(uri(object), security::SecretBytes::copyOf(typed));
    }

    /** The library's file; empty where there is none. */
    [[nodiscard]] static QString module()
    {
        for (const QString &path :
            {QStringLiteral("/usr/lib/softhsm/libsofthsm2.so"), QStringLiteral("/usr/local/lib/softhsm/libsofthsm2.so")}) {
            if (QFile::exists(path)) {
                return path;
            }
        }
        return {};
    }

private:
    [[nodiscard]] static QString program() { return QStandardPaths::findExecutable(QStringLiteral("softhsm2-util")); }
    [[nodiscard]] QString tokens() const { return m_folder.filePath(QStringLiteral("tokens")); }
    [[nodiscard]] QString away() const { return m_folder.filePath(QStringLiteral("away")); }
    [[nodiscard]] static bool softhsm(const QStringList &words)
    {
        QProcess process;
        process.start(program(), words);
        return process.waitForFinished(30'000) && process.exitCode() == 0;
    }

    QTemporaryDir m_folder;
};

} // namespace motcua::test
