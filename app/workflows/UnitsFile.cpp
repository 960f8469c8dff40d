// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/UnitsFile.h"

#include <QFile>
#include <QtConcurrent/QtConcurrentRun>

namespace motcua {

namespace {

constexpr qint64 LargestFile = 16 * 1024 * 1024;

ErrorCode codeOf(UnitsFault fault)
{
    switch (fault) {
    case UnitsFault::Truncated:
        return ErrorCode::FileTruncated;
    case UnitsFault::Newer:
        return ErrorCode::FileNewer;
    case UnitsFault::Foreign:
    case UnitsFault::Damaged:
        break;
    }
    return ErrorCode::FileUnreadable;
}

} // namespace

UnitsFile::UnitsFile(const QString &folder)
    : m_path(folder + QStringLiteral("/units/vietnam.units"))
{
}

Result<AdministrativeUnits> UnitsFile::read() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::FileUnreadable, m_path + QStringLiteral(": ") + file.errorString()};
    }
    Result<AdministrativeUnits, UnitsFault> units = AdministrativeUnits::fromBytes(file.read(LargestFile));
    if (!units) {
        return Error{codeOf(units.error()), m_path + QStringLiteral(": ") + faultName(units.error())};
    }
    return *std::move(units);
}

QFuture<Result<AdministrativeUnits>> UnitsFile::ask() const
{
    return QtConcurrent::run([file = *this] { return file.read(); });
}

} // namespace motcua
