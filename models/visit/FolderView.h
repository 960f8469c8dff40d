// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

/** One line of a folder. */
struct FolderEntry
{
    enum class Kind {
        Medium, ///< a stick or a disk that somebody plugged in
        Folder,
        File,
    };

    Kind kind = Kind::File;
    QString path = {};
    QString name = {};
    qint64 bytes = 0; ///< of a file
    QDateTime changed = {}; ///< of a file

    friend bool operator==(const FolderEntry &, const FolderEntry &) = default;
};

/** What a folder shows to somebody who looks for the file of a paper. */
struct FolderView
{
    static constexpr int MostFiles = 500; ///< listed; of a camera's card the newest

    QString folder = {}; ///< empty: the places where files usually are
    QString parent = {}; ///< empty: the places
    QList<FolderEntry> entries = {}; ///< media and folders by name, then files, the newest first: it was put there for this
    qsizetype ofOtherKinds = 0; ///< files that are not taken in, by their names, and so not listed
    qsizetype older = 0; ///< files that are not listed because there are so many
    std::optional<Error> error = {}; ///< FileUnreadable: the folder is gone, or not for this user

    friend bool operator==(const FolderView &, const FolderView &) = default;
};

} // namespace motcua
