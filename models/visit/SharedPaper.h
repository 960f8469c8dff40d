// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"
#include "models/base/Result.h"
#include "models/catalogue/RequiredPaper.h"
#include "models/visit/PaperFile.h"
#include "models/visit/PaperPage.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace motcua {

/** A paper that was seen once in a visit and serves one or several of its dossiers. */
struct SharedPaper
{
    QString paper = {}; ///< of the procedures' lists, which name a paper of one meaning alike
    QString name = {}; ///< as the first procedure names it
    PaperKind kind = PaperKind::OriginalSeen;
    QList<PaperFile> files = {}; ///< of it; none while there are none
    Id seenFor = {}; ///< the dossier it lies with; every other one it serves says so
    QList<Id> serves = {}; ///< the dossiers, that one first
    QList<PaperPage> pages = {}; ///< that were scanned of it

    /** Without files and pages: their references hold keys, which stand in the dossier's own papers. */
    [[nodiscard]] QJsonObject use() const;

    [[nodiscard]] QJsonObject toJson() const;
    /** EntryMalformed when it is not what toJson() writes. */
    [[nodiscard]] static Result<SharedPaper> fromJson(const QJsonObject &json);

    friend bool operator==(const SharedPaper &, const SharedPaper &) = default;
};

} // namespace motcua
