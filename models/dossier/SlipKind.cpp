// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/SlipKind.h"

namespace motcua {

QString slipKindName(SlipKind kind)
{
    switch (kind) {
    case SlipKind::Receipt:
        return QStringLiteral("receipt");
    case SlipKind::SupplementRequest:
        return QStringLiteral("supplementRequest");
    case SlipKind::Refusal:
        return QStringLiteral("refusal");
    case SlipKind::Apology:
        return QStringLiteral("apology");
    case SlipKind::StopNotice:
        return QStringLiteral("stopNotice");
    case SlipKind::ControlSheet:
        return QStringLiteral("controlSheet");
    case SlipKind::Register:
        return QStringLiteral("register");
    case SlipKind::LostSlip:
        return QStringLiteral("lostSlip");
    }
    return {};
}

QList<SlipKind> allSlipKinds()
{
    return {SlipKind::Receipt, SlipKind::SupplementRequest, SlipKind::Refusal, SlipKind::Apology, SlipKind::StopNotice,
        SlipKind::ControlSheet, SlipKind::Register, SlipKind::LostSlip};
}

std::optional<SlipKind> slipKindNamed(const QString &name)
{
    const QList<SlipKind> all = allSlipKinds();
    for (const SlipKind kind : all) {
        if (slipKindName(kind) == name) {
            return kind;
        }
    }
    return {};
}

} // namespace motcua
