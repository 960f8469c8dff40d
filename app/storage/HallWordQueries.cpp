// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HallWordQueries.h"

#include "app/storage/Connection.h"
#include "models/base/VietnamTime.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace motcua::storage {

namespace {

constexpr qint64 MostRows = 100; // of a hall in which everything happens at once

QJsonObject foldAt(const Statement &row)
{
    return QJsonDocument::fromJson(row.bytes(0)).object();
}

} // namespace

HallWord HallWordAt::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    HallWord said;
    const qint64 midnight = nowMs - vietnamTime(nowMs).time().msecsSinceStartOfDay();
    Statement calls = connection.statement("SELECT fold FROM p_help WHERE open = 1 AND at >= ?1 ORDER BY at, no LIMIT ?2");
    calls.bind(midnight).bind(MostRows);
    while (calls.step()) {
        said.calls.append(HelpCall::fromJson(foldAt(calls)));
    }
    Statement notices = connection.statement("SELECT fold FROM p_notice WHERE until > ?1 ORDER BY at, no LIMIT ?2");
    notices.bind(nowMs).bind(MostRows);
    while (notices.step()) {
        if (HallNotice notice = HallNotice::fromJson(foldAt(notices)); notice.stands(nowMs)) {
            said.notices.append(std::move(notice));
        }
    }
    return said;
}

} // namespace motcua::storage
