// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

/** What the portal says of one entry of a dossier: an entry in its own log, which blocks nothing and drops nothing. */
struct PortalVerdict
{
    /** The numbers stand in files. */
    enum class State {
        Accepted = 1,
        Refused = 2,
        Settled = 3, ///< refused, and put right since by something the portal accepted
    };
    /** Whose fault a refusal is. */
    enum class Fault { Unknown, Network, Portal, Data, Desk };

    Id judged = {}; ///< id of the entry it is about
    journal::EntryKey entry = {}; ///< of the verdict itself
    qint64 atMs = 0; ///< when the portal judged, milliseconds since 1970-01-01 UTC
    State state = State::Accepted;
    QString number = {}; ///< of an acceptance: the portal's own number of the dossier; may be empty
    QString code = {}; ///< of a refusal: such as "missingField"
    Fault fault = Fault::Unknown;
    QStringList fields = {}; ///< ids of answers, or what the portal calls them
    QString text = {}; ///< as the portal puts it

    [[nodiscard]] bool isStanding() const { return state == State::Refused; }

    /** What an entry says as a verdict, with its payload as read; none of another kind, of any author but a portal, or where it judges nothing. */
    [[nodiscard]] static std::optional<PortalVerdict> of(const journal::Header &header, const QJsonObject &payload);

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static PortalVerdict fromJson(const QJsonObject &json);

    friend bool operator==(const PortalVerdict &, const PortalVerdict &) = default;
};

/** "network", "portal", "data", "desk"; empty for Unknown. Any other word reads as Unknown. */
[[nodiscard]] QString faultName(PortalVerdict::Fault fault);
[[nodiscard]] PortalVerdict::Fault faultNamed(const QString &name);

/** The entry is of a kind by which a portal answers, whoever wrote it: what the counter wrote stands as it stood before. */
[[nodiscard]] bool isPortalAnswer(const journal::Header &header);

/** All a portal has said of one dossier. The dossier itself is no other for it: what was received at the counter stays received. */
struct PortalAnswers
{
    QString number = {}; ///< its own number of the dossier, the last it gave
    qint64 acceptedAtMs = 0; ///< when it first had the dossier, ms since 1970-01-01 UTC; 0 while it has not. Once there it stays, as on paper
    QMap<Id, PortalVerdict> verdicts = {}; ///< by the entry judged: the last one

    [[nodiscard]] bool isAccepted() const { return acceptedAtMs != 0; }
    [[nodiscard]] bool isEmpty() const { return verdicts.isEmpty(); }
    /** The refusals that still stand, the oldest first. */
    [[nodiscard]] QList<PortalVerdict> standing() const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static PortalAnswers fromJson(const QJsonObject &json);

    friend bool operator==(const PortalAnswers &, const PortalAnswers &) = default;
};

} // namespace motcua
