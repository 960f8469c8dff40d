// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RecordingProbe.h"

#include <QFile>
#include <QFileInfo>

namespace motcua::testsupport {

namespace {

QByteArray content(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s cannot be read", qPrintable(path));
    }
    return file.readAll();
}

} // namespace

security::FileProbe recordingProbe(IoLog &log)
{
    return [&log](const QString &step) -> Result<> {
        const QString call = step.section(u' ', 0, 0);
        const QString path = step.section(u' ', 1);
        const QByteArray name = QFile::encodeName(path);
        if (call == QStringLiteral("open")) {
            log.create(name);
        } else if (call == QStringLiteral("fsync") && QFileInfo(path).isDir()) {
            log.syncFolder(name);
        } else if (call == QStringLiteral("fsync")) {
            // The probe is asked before each call, so what was written in the one before lies there now.
            const QByteArray bytes = content(path);
            log.write(name, 0, bytes.constData(), bytes.size());
            log.sync(name);
        } else if (call == QStringLiteral("rename")) {
            log.rename(name + ".new", name);
        }
        return {};
    };
}

void recordAsFlushed(IoLog &log, const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const QByteArray bytes = content(path);
    log.create(name);
    log.write(name, 0, bytes.constData(), bytes.size());
    log.sync(name);
}

} // namespace motcua::testsupport
