// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace motcua::storage {

/** A file open for writing, one call of the system each. */
class OutputFile
{
public:
    virtual ~OutputFile() = default;

    /** All of `bytes`, or DiskFull or FileUnwritable. */
    virtual Result<> write(QByteArrayView bytes) = 0;
    /** The bytes are on the disk when this returns well. */
    virtual Result<> sync() = 0;
    virtual Result<> close() = 0;
};

/** The steps that put a file on the disk for good; an interface so that tests can make each of them fail once. */
class FileOperations
{
public:
    virtual ~FileOperations() = default;

    /** A new file only its owner may read; an existing one is refused with FileUnwritable. */
    virtual Result<std::unique_ptr<OutputFile>> create(const QString &path) = 0;
    /** Replaces `to`. */
    virtual Result<> rename(const QString &from, const QString &to) = 0;
    /** What was renamed into or removed from `folder` stays so after a power cut. */
    virtual Result<> syncFolder(const QString &folder) = 0;
    virtual Result<> remove(const QString &path) = 0;

    /** Those of the machine. */
    [[nodiscard]] static std::shared_ptr<FileOperations> ofSystem();
};

/** Copies, syncs and renames into place; the target folder must exist. Errors: FileUnreadable, FileUnwritable, DiskFull. */
[[nodiscard]] Result<> copyDurably(FileOperations &files, const QString &from, const QString &to);

/**
 * Fills a temporary beside `path`, syncs it and renames it into place; a failure leaves `path` as it was and no temporary. Errors: those of `fill`,
 * FileUnwritable, DiskFull.
 */
[[nodiscard]] Result<> fillDurably(FileOperations &files, const QString &path, const std::function<Result<>(OutputFile &)> &fill);

/** Writes, syncs and renames into place. Errors: FileUnwritable, DiskFull. */
[[nodiscard]] Result<> writeDurably(FileOperations &files, const QString &path, const QByteArray &bytes);

} // namespace motcua::storage
