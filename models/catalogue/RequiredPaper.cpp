// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/RequiredPaper.h"

#include "models/form/FieldPath.h"

#include <array>

namespace motcua {

namespace {

constexpr std::array AllKinds = {PaperKind::OriginalSeen, PaperKind::CertifiedCopy, PaperKind::RegisterCopy,
    PaperKind::SignedElectronicCopy, PaperKind::FromDatabase, PaperKind::CitizenScan};

int times(const QString &section, const FormDraft &draft)
{
    return section.isEmpty() ? 1 : rowsIn(draft, section);
}

} // namespace

QString paperKindName(PaperKind kind)
{
    // The words stand in journal payloads for ever: add, never change.
    switch (kind) {
    case PaperKind::OriginalSeen:
        return QStringLiteral("originalSeen");
    case PaperKind::CertifiedCopy:
        return QStringLiteral("certifiedCopy");
    case PaperKind::RegisterCopy:
        return QStringLiteral("registerCopy");
    case PaperKind::SignedElectronicCopy:
        return QStringLiteral("signedElectronicCopy");
    case PaperKind::FromDatabase:
        return QStringLiteral("fromDatabase");
    case PaperKind::CitizenScan:
        return QStringLiteral("citizenScan");
    }
    return {};
}

std::optional<PaperKind> paperKind(const QString &name)
{
    for (const PaperKind kind : AllKinds) {
        if (paperKindName(kind) == name) {
            return kind;
        }
    }
    return {};
}

int RequiredPaper::originalsFor(const FormDraft &draft) const
{
    return originals * times(perRowOf, draft);
}

int RequiredPaper::copiesFor(const FormDraft &draft) const
{
    return copies * times(perRowOf, draft);
}

bool RequiredPaper::isNeeded(const FormDraft &draft, QDate day) const
{
    switch (need) {
    case Need::Always:
        return true;
    case Need::Conditional:
        return requiredIf && requiredIf->isHeld(draft, day);
    case Need::OnRequest:
        return false;
    }
    return true;
}

} // namespace motcua
