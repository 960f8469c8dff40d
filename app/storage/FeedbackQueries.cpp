// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/FeedbackQueries.h"

#include "app/storage/Connection.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace motcua::storage {

namespace {

constexpr int MostRows = 1000;

Feedback feedbackAt(const Statement &row)
{
    return Feedback::fromJson(QJsonDocument::fromJson(row.bytes(0)).object());
}

} // namespace

QList<Feedback> FeedbackRows::run(Connection &connection) const
{
    Statement row = onlyOpen ? connection.statement("SELECT fold FROM p_feedback WHERE open = 1 ORDER BY at, no LIMIT ?1 OFFSET ?2")
                             : connection.statement("SELECT fold FROM p_feedback ORDER BY at DESC, no DESC LIMIT ?1 OFFSET ?2");
    row.bind(qint64{std::clamp(limit, 1, MostRows)}).bind(std::max<qint64>(offset, 0));
    QList<Feedback> found;
    while (row.step()) {
        found.append(feedbackAt(row));
    }
    return found;
}

std::optional<Feedback> FeedbackById::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT f.fold FROM j_subject s JOIN p_feedback f ON f.no = s.no WHERE s.subject = ?1");
    return row.bind(id).step() ? std::optional(feedbackAt(row)) : std::nullopt;
}

} // namespace motcua::storage
