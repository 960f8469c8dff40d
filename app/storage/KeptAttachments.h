// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Connection.h"

#include <QByteArray>
#include <QSet>

namespace motcua::storage {

/**
 * The names of all attachments that somebody still counts on: entries name them, or drafts and what is open at the desk, whose files are
 * taken in before there is a dossier. Reads every draft.
 */
[[nodiscard]] QSet<QByteArray> keptAttachments(Connection &connection);

} // namespace motcua::storage
