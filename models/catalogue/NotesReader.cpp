// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/NotesReader.h"

#include "models/catalogue/JsonMembers.h"

namespace motcua {

QList<Note> readNotes(JsonFile &file)
{
    constexpr qint64 LargestNote = 10'000'000;
    const JsonNode root(file);
    JsonMembers members(root);
    members.text(QStringLiteral("schema"));
    QList<Note> notes;
    members.each(QStringLiteral("notes"), true, [&](const JsonNode &node) {
        JsonMembers one(node);
        const Note note{Money{one.integer(QStringLiteral("value"), 1, LargestNote)}, one.text(QStringLiteral("mark"))};
        if (!notes.isEmpty() && note.value >= notes.constLast().value) {
            one.complain(QStringLiteral("value"), QStringLiteral("notes go from the largest down, none twice"));
        }
        one.done();
        notes.append(note);
    });
    members.done();
    return notes;
}

} // namespace motcua
