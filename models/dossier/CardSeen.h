// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/person/CardProof.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace motcua {

/**
 * What the desk saw of the chip of a card, as it is kept with the dossier: what it proved, by whose signature, and when; or why no chip was read, and what
 * was taken instead.
 *
 * What the card said stands in the answers, each with its source; nothing of it stands here.
 */
struct CardSeen
{
    QString person = {}; ///< whose it is by the roles of the form: "applicant", "submitter"
    QString verdict = {}; ///< verdictName(); empty where none was read
    QString passed = {}; ///< checkName() of those that passed, with spaces between, in the order of the enumeration
    QString failed = {}; ///< likewise
    QString signer = {}; ///< SHA-256 of the signer's certificate in hexadecimal digits; empty where there was none
    qint64 readAtMs = 0; ///< since 1970 UTC
    QString notRead = {}; ///< code of the category "cardNotRead": why no chip was read at this desk; or of "zoneAlone": why not that of this document ...
    QString notReadText = {}; ///< ... and its name on that day
    QString instead = {}; ///< Zone where the printed machine-readable zone was taken in its place; `failed` then names the expiry of what has expired

    [[nodiscard]] static CardSeen of(const QString &person, const CardProof &proof, CardVerdict verdict, const QByteArray &signer, qint64 readAtMs);
    [[nodiscard]] static CardSeen unread(const QString &person, const QString &reason, const QString &text);
    /** No chip was read, and what the document says in its zone was taken. */
    [[nodiscard]] static CardSeen ofZone(const QString &person, const QString &reason, const QString &text, bool isExpired);

    static const QString Zone; ///< "zone"

    [[nodiscard]] bool isZone() const { return instead == Zone; }
    /** It tells of one person; why a desk reads no cards holds for anybody. */
    [[nodiscard]] bool isOfOnePerson() const { return !verdict.isEmpty() || isZone(); }

    /** Members that are empty are left out. */
    [[nodiscard]] QJsonObject toJson() const;
    /** Nothing when it says neither what a chip proved nor why none was read. */
    [[nodiscard]] static std::optional<CardSeen> fromJson(const QJsonObject &json);

    friend bool operator==(const CardSeen &, const CardSeen &) = default;
};

} // namespace motcua
