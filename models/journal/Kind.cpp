// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Kind.h"

#include <QJsonDocument>

#include <algorithm>

namespace motcua::journal {

Result<Kinds> Kinds::of(const QList<Kind> &kinds)
{
    Kinds known;
    for (const Kind &kind : kinds) {
        const bool legal = !kind.name.isEmpty() && kind.name.size() <= 64 && std::all_of(kind.name.begin(), kind.name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
        });
        if (!legal || kind.version < 1 || kind.upcasters.size() != kind.version - 1 || known.m_kinds.contains(kind.name)) {
            return Error{ErrorCode::Invalid, QStringLiteral("kind ") + QString::fromLatin1(kind.name)};
        }
        known.m_kinds.insert(kind.name, kind);
    }
    return known;
}

const Kinds &Kinds::known()
{
    static const Kinds kinds = [] {
        Kinds all;
        const auto add = [&all](const char *name, bool purgeable) { all.m_kinds.insert(name, Kind{name, 1, purgeable, {}}); };
        add(kind::OriginStarted, false);
        add(kind::UnitConfigured, false);
        add(kind::StaffAdmitted, true);
        add(kind::StaffChanged, true);
        add(kind::StaffDisabled, true);
        add(kind::StaffSignedIn, false);
        add(kind::StaffSignInFailed, false);
        add(kind::StaffPasswordChanged, false);
        add(kind::DossierAccepted, true);
        add(kind::DossierCorrected, true);
        add(kind::DossierStepped, true);
        add(kind::DossierResolved, true);
        add(kind::DossierNoted, true);
        add(kind::DossierTurnedAway, true);
        add(kind::DossierCancelled, true);
        add(kind::DossierExternal, true);
        add(kind::DossierSubmitted, true);
        add(kind::DossierTold, true);
        add(kind::SlipIssued, true);
        add(kind::PaperAdded, true);
        add(kind::PaperRead, true);
        add(kind::FeeTaken, false);
        add(kind::FeeConfirmed, false);
        add(kind::PayloadPurged, false);
        add(kind::ClockMarked, false);
        add(kind::BackupMade, false);
        add(kind::TrustImported, false);
        add(kind::AttachmentMissing, false);
        add(kind::VisitOpened, false);
        add(kind::VisitClosed, true);
        add(kind::TicketIssued, false);
        add(kind::TicketStepped, false);
        add(kind::ShiftOpened, false);
        add(kind::ShiftStepped, false);
        add(kind::ShiftHandedOver, false);
        add(kind::FeedbackGiven, true);
        add(kind::FeedbackSettled, true);
        add(kind::HelpCalled, false);
        add(kind::HelpAnswered, false);
        add(kind::HelpEnded, false);
        add(kind::NoticePosted, false); // for everybody in the hall to read
        add(kind::NoticeWithdrawn, false);
        add(kind::AppointmentBooked, true);
        add(kind::AppointmentKept, false);
        add(kind::AppointmentCancelled, false);
        add(kind::CertificationEntered, false); // a register is kept, and a number stays used
        add(kind::CertificationVoided, false);
        add(kind::UnitAssigned, false);
        add(kind::PortalAccepted, false);
        add(kind::PortalRefused, true); // what the portal found wrong may quote an answer
        add(kind::DeskInvited, false);
        add(kind::DeskEnrolled, false);
        add(kind::DeskRevoked, false);
        add(kind::SystemAdmitted, false);
        add(kind::SystemRemoved, false);
        add(kind::OfflineDecided, false);
        return all;
    }();
    return kinds;
}

const Kind *Kinds::find(const QByteArray &name) const
{
    const auto it = m_kinds.constFind(name);
    return it == m_kinds.constEnd() ? nullptr : &*it;
}

QList<QByteArray> Kinds::names() const
{
    QList<QByteArray> names = m_kinds.keys();
    std::sort(names.begin(), names.end());
    return names;
}

bool Kinds::isFromNewerProgram(const Header &header) const
{
    const Kind *kind = find(header.kind);
    return kind == nullptr || header.version > kind->version;
}

Reading Kinds::read(const Entry &entry) const
{
    if (isFromNewerProgram(entry.header)) {
        return {Reading::State::FromNewerProgram, {}};
    }
    if (!entry.payload) {
        return {Reading::State::Absent, {}};
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(entry.payload->bytes, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        return {Reading::State::Malformed, {}};
    }
    QJsonObject payload = document.object();
    const Kind *kind = find(entry.header.kind);
    for (quint16 from = entry.header.version; from < kind->version; ++from) {
        payload = kind->upcasters.at(from - 1)(payload);
    }
    return {Reading::State::Read, payload};
}

QByteArray payloadBytes(const QJsonObject &payload)
{
    return QJsonDocument(payload).toJson(QJsonDocument::Compact);
}

} // namespace motcua::journal
