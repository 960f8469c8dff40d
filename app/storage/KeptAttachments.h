// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Connection.h"

#include "app/storage/Attachments.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QSet>

namespace motcua::storage {

/**
 * The names of all attachments that somebody still counts on: entries name them, or drafts and what is open at the desk, whose files are
 * taken in before there is a dossier. Reads every draft.
 */
[[nodiscard]] QSet<QByteArray> keptAttachments(Connection &connection);

/** Wherever a text in it is a reference: what drafts and the payloads of later programs are made of is not the store's to know. */
[[nodiscard]] QList<AttachmentReference> attachmentsIn(const QJsonValue &value);

} // namespace motcua::storage
