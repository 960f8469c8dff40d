// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/catalogue/SourceFile.h"

#include <QList>

namespace motcua {

/**
 * Files of the law that take the place of those a program came with, in one piece: {"schema": "motcua.catalogue-package/1", "name", "files":
 * {"catalogue/1.001193.json": text, …}}.
 *
 * A folder of which there is a file here is replaced whole: whoever publishes a package puts every file of it in, since a dossier is read by the
 * edition it was received under. Rules that decide how a journal is folded are no part of it, for all holders of a journal must fold alike.
 */
struct CataloguePackage
{
    static constexpr qsizetype MostBytes = 32 * 1024 * 1024;
    static constexpr qsizetype MostFiles = 20'000;

    QString name = {}; ///< for people, such as "2026-12-01"
    QList<SourceFile> files = {}; ///< by their paths, "folder/name.json"

    /** The folders a package may replace. */
    [[nodiscard]] static QStringList folders();
    [[nodiscard]] bool replaces(const QString &folder) const;
    /** In order of their names; none where `folder` is not replaced. */
    [[nodiscard]] QList<SourceFile> filesIn(const QString &folder) const;

    /** Errors: FileTooLarge, CatalogueSyntax, CatalogueSchema. Nothing of what the files say is looked at. */
    [[nodiscard]] static Result<CataloguePackage> fromJson(const QByteArray &bytes);
    [[nodiscard]] QByteArray toJson() const;
};

} // namespace motcua
