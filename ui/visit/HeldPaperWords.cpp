// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/HeldPaperWords.h"

#include "models/base/VietnamTime.h"
#include "models/dossier/DossierStatus.h"

#include <QCoreApplication>

namespace motcua {

namespace {

struct HeldPaperWords
{
    Q_DECLARE_TR_FUNCTIONS(HeldPaperWords)
};

} // namespace

QString heldSince(qint64 receivedAtMs)
{
    return vietnamTime(receivedAtMs).toString(u"dd/MM/yyyy");
}

QString heldAmount(const HeldPaper &held)
{
    const int pages = held.pages();
    return pages > 0 ? HeldPaperWords::tr("%n page(s)", nullptr, pages) : HeldPaperWords::tr("%n file(s)", nullptr, static_cast<int>(held.files.size()));
}

QString heldBy(const HeldPaper &held)
{
    return held.unitName.isEmpty() ? held.unit : held.unitName;
}

QString heldCaution(const HeldPaper &held)
{
    if (held.status == statusCode(DossierStatus::Refused)) {
        return HeldPaperWords::tr("Its dossier was refused. Look whether the paper was the reason.");
    }
    if (held.status == statusCode(DossierStatus::Stopped) || held.status == statusCode(DossierStatus::WithdrawalRequested)) {
        return HeldPaperWords::tr("Its dossier was withdrawn or stopped. Look whether the paper was the reason.");
    }
    return {};
}

QString reuseWords(const PaperReuse &reuse)
{
    return HeldPaperWords::tr("taken from what was filed before: %1, %2").arg(reuse.code, heldSince(reuse.receivedAtMs));
}

} // namespace motcua
