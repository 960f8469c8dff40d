// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/HandbookFile.h"

#include <QDir>
#include <QFile>
#include <QtConcurrent/QtConcurrentRun>

namespace motcua {

namespace {

constexpr qint64 LargestFile = 4 * 1024 * 1024;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(LargestFile) : QByteArray();
}

} // namespace

HandbookFile::HandbookFile(const QString &folder)
    : m_folder(folder + QStringLiteral("/handbook"))
{
}

Result<Handbook> HandbookFile::read() const
{
    const QString path = m_folder + QStringLiteral("/handbook.json");
    const QByteArray index = contents(path);
    if (index.isEmpty()) {
        return Error{ErrorCode::FileUnreadable, path};
    }
    QMap<QString, QString> texts;
    const QFileInfoList pages = QDir(m_folder + QStringLiteral("/vi")).entryInfoList({QStringLiteral("*.md")}, QDir::Files);
    for (const QFileInfo &page : pages) {
        texts.insert(page.completeBaseName(), QString::fromUtf8(contents(page.filePath())));
    }
    QHash<QString, QByteArray> pictures;
    const QFileInfoList files = QDir(m_folder + QStringLiteral("/pictures")).entryInfoList({QStringLiteral("*.png")}, QDir::Files);
    for (const QFileInfo &file : files) {
        pictures.insert(file.fileName(), contents(file.filePath()));
    }
    return Handbook::read(index, texts, pictures);
}

QFuture<Result<Handbook>> HandbookFile::ask() const
{
    return QtConcurrent::run([file = *this] { return file.read(); });
}

} // namespace motcua
