// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/JsonNode.h"
#include "models/fee/Note.h"

namespace motcua {

/** The notes of a motcua.notes/1 file, from the largest down; what is wrong with them is in the file's errors. */
[[nodiscard]] QList<Note> readNotes(JsonFile &file);

} // namespace motcua
