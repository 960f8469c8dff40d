// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/Wording.h"

#include <QCoreApplication>

#include <array>

namespace motcua {

namespace {

struct Happened
{
    const char *kind;
    const char *words;
};

constexpr std::array Kinds = {
    Happened{"dossier.accepted", QT_TRANSLATE_NOOP("Happened", "Received")},
    Happened{"dossier.corrected", QT_TRANSLATE_NOOP("Happened", "Corrected")},
    Happened{"dossier.stepped", QT_TRANSLATE_NOOP("Happened", "Next status")},
    Happened{"dossier.resolved", QT_TRANSLATE_NOOP("Happened", "Contradiction decided")},
    Happened{"dossier.noted", QT_TRANSLATE_NOOP("Happened", "Note")},
    Happened{"dossier.turnedAway", QT_TRANSLATE_NOOP("Happened", "Turned away at the desk")},
    Happened{"dossier.cancelled", QT_TRANSLATE_NOOP("Happened", "Mistaken acceptance cancelled")},
    Happened{"dossier.external", QT_TRANSLATE_NOOP("Happened", "Another body consulted")},
    Happened{"slip.issued", QT_TRANSLATE_NOOP("Happened", "Slip issued")},
    Happened{"paper.added", QT_TRANSLATE_NOOP("Happened", "Paper added")},
    Happened{"fee.taken", QT_TRANSLATE_NOOP("Happened", "Fee taken")},
    Happened{"payload.purged", QT_TRANSLATE_NOOP("Happened", "Content deleted at the end of its term")},
    Happened{"attachment.missing", QT_TRANSLATE_NOOP("Happened", "A paper is missing")},
    Happened{"visit.opened", QT_TRANSLATE_NOOP("Happened", "Visit begun")},
    Happened{"visit.closed", QT_TRANSLATE_NOOP("Happened", "Visit ended")},
    Happened{"origin.started", QT_TRANSLATE_NOOP("Happened", "Journal begun")},
    Happened{"unit.configured", QT_TRANSLATE_NOOP("Happened", "Desk set up")},
    Happened{"staff.admitted", QT_TRANSLATE_NOOP("Happened", "Person admitted")},
    Happened{"staff.changed", QT_TRANSLATE_NOOP("Happened", "Person changed")},
    Happened{"staff.disabled", QT_TRANSLATE_NOOP("Happened", "Access closed")},
    Happened{"staff.signedIn", QT_TRANSLATE_NOOP("Happened", "Signed in")},
    Happened{"staff.signInFailed", QT_TRANSLATE_NOOP("Happened", "Sign-in failed")},
    Happened{"staff.passwordChanged", QT_TRANSLATE_NOOP("Happened", "Password changed")},
    Happened{"clock.marked", QT_TRANSLATE_NOOP("Happened", "Clock found off")},
    Happened{"backup.made", QT_TRANSLATE_NOOP("Happened", "Back-up made")},
};

const char *english(DossierStatus status)
{
    switch (status) {
    case DossierStatus::Registered:
        return QT_TRANSLATE_NOOP("Status", "Registered");
    case DossierStatus::Accepted:
        return QT_TRANSLATE_NOOP("Status", "Received");
    case DossierStatus::Refused:
        return QT_TRANSLATE_NOOP("Status", "Not received");
    case DossierStatus::Processing:
        return QT_TRANSLATE_NOOP("Status", "Processing");
    case DossierStatus::SupplementRequested:
        return QT_TRANSLATE_NOOP("Status", "Supplement requested");
    case DossierStatus::PaymentRequested:
        return QT_TRANSLATE_NOOP("Status", "Payment requested");
    case DossierStatus::WithdrawalRequested:
        return QT_TRANSLATE_NOOP("Status", "Withdrawal requested");
    case DossierStatus::Stopped:
        return QT_TRANSLATE_NOOP("Status", "Stopped");
    case DossierStatus::Processed:
        return QT_TRANSLATE_NOOP("Status", "Processed");
    case DossierStatus::HandedOver:
        return QT_TRANSLATE_NOOP("Status", "Handed over");
    }
    return "";
}

} // namespace

QString statusName(DossierStatus status, bool numbered)
{
    const QString name = QCoreApplication::translate("Status", english(status));
    return numbered ? QString::number(statusCode(status)) + u' ' + name : name;
}

QString happenedName(QByteArrayView kind)
{
    for (const Happened &one : Kinds) {
        if (kind == one.kind) {
            return QCoreApplication::translate("Happened", one.words);
        }
    }
    return QString::fromUtf8(kind);
}

} // namespace motcua
