// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/ClockEffect.h"

namespace motcua {

QString clockEffectName(ClockEffect effect)
{
    switch (effect) {
    case ClockEffect::None:
        return QStringLiteral("none");
    case ClockEffect::Start:
        return QStringLiteral("start");
    case ClockEffect::Stop:
        return QStringLiteral("stop");
    case ClockEffect::CompetentReceived:
        return QStringLiteral("competentReceived");
    case ClockEffect::SupplementRequested:
        return QStringLiteral("supplementRequested");
    case ClockEffect::SupplementReceived:
        return QStringLiteral("supplementReceived");
    case ClockEffect::ExternalAsked:
        return QStringLiteral("externalAsked");
    case ClockEffect::ExternalAnswered:
        return QStringLiteral("externalAnswered");
    case ClockEffect::Extended:
        return QStringLiteral("extended");
    case ClockEffect::PaymentRequested:
        return QStringLiteral("paymentRequested");
    case ClockEffect::PaymentReceived:
        return QStringLiteral("paymentReceived");
    case ClockEffect::Finished:
        return QStringLiteral("finished");
    }
    return {};
}

QList<ClockEffect> allClockEffects()
{
    return {ClockEffect::None, ClockEffect::Start, ClockEffect::CompetentReceived, ClockEffect::Stop, ClockEffect::SupplementRequested, ClockEffect::SupplementReceived,
        ClockEffect::ExternalAsked, ClockEffect::ExternalAnswered, ClockEffect::Extended, ClockEffect::PaymentRequested,
        ClockEffect::PaymentReceived, ClockEffect::Finished};
}

std::optional<ClockEffect> clockEffectNamed(const QString &name)
{
    const QList<ClockEffect> all = allClockEffects();
    for (const ClockEffect effect : all) {
        if (clockEffectName(effect) == name) {
            return effect;
        }
    }
    return {};
}

} // namespace motcua
