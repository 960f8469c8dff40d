// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/PaperFileRules.h"
#include "models/visit/FolderView.h"
#include "models/visit/PaperFile.h"
#include "ui/widgets/Notice.h"

#include <QList>
#include <QString>

namespace motcua {

/** "1,2 MB", in units of 1024. */
[[nodiscard]] QString sizeWords(qint64 bytes);

[[nodiscard]] QString folderKindWords(FolderEntry::Kind kind);

/** "PDF, JPEG, PNG; at most 20,0 MB a file" */
[[nodiscard]] QString fileRuleWords(const PaperFileRules &rules);

/** What became of files brought for a paper: how many are there now, and of each other one why not. */
[[nodiscard]] Notice filesTold(const QString &paper, const QList<FileOutcome> &outcomes);

} // namespace motcua
