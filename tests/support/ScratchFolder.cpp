// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ScratchFolder.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace motcua::testsupport {

namespace {

const QString memory = QStringLiteral("/dev/shm");

} // namespace

ScratchFolder::ScratchFolder()
{
    const QString base = QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
    QTemporaryDir folder(base + QStringLiteral("/motcua-test-XXXXXX"));
    folder.setAutoRemove(false);
    m_path = folder.path();
}

ScratchFolder::~ScratchFolder()
{
    QDir(m_path).removeRecursively();
}

bool ScratchFolder::isInMemory() const
{
    return m_path.startsWith(memory);
}

void ScratchFolder::clear() const
{
    const QFileInfoList all = QDir(m_path).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : all) {
        if (entry.isDir() && !entry.isSymLink()) {
            QDir(entry.filePath()).removeRecursively();
        } else {
            QFile::remove(entry.filePath());
        }
    }
}

} // namespace motcua::testsupport
