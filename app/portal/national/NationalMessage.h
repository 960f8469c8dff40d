// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/national/NationalProfile.h"
#include "models/dossier/Dossier.h"

#include <QJsonObject>

#include <functional>

namespace motcua::national {

/** A dossier, and what of it only the catalogue says. */
struct NationalCase
{
    Dossier dossier = {};
    QString procedureField = {}; ///< lĩnh vực, by name; empty when the catalogue does not have the procedure
    std::function<QString(const QString &paper)> paperName = {}; ///< in its edition, of one the acceptance did not list; empty: nobody knows it
};

/** Why a message cannot be sent: fields by their national names, of a list as "list.field". */
struct NationalGaps
{
    QStringList missing = {};
    QStringList tooLong = {};

    [[nodiscard]] bool isEmpty() const { return missing.isEmpty() && tooLong.isEmpty(); }
    /** "missingField", or "fieldTooLong" where nothing is missing. */
    [[nodiscard]] QString code() const { return missing.isEmpty() ? QStringLiteral("fieldTooLong") : QStringLiteral("missingField"); }
    [[nodiscard]] QStringList fields() const { return missing.isEmpty() ? tooLong : missing; }

    friend bool operator==(const NationalGaps &, const NationalGaps &) = default;
};

/**
 * What is told of a dossier, as the profile has it. Texts go in Unicode normal form C, moments by the clock of Vietnam.
 *
 * Bodies lack only what the session adds: itself and the unit that speaks.
 */
class NationalMessage
{
public:
    /** `profile` must outlive this. */
    explicit NationalMessage(const NationalProfile &profile)
        : m_profile(profile)
    {
    }

    /** The whole record as things stand, or everything that keeps it from being told. */
    [[nodiscard]] Result<QJsonObject, NationalGaps> record(const NationalCase &one) const;
    /** The same of one step. */
    [[nodiscard]] Result<QJsonObject, NationalGaps> step(const NationalCase &one, const DossierEvent &event) const;

    [[nodiscard]] QJsonObject recordBody(const QJsonObject &record, bool isKnown) const;
    [[nodiscard]] QJsonObject stepBody(const QJsonObject &step) const;
    [[nodiscard]] QJsonObject lookUpBody(const QString &code) const;

    /** SHA-256 of a record: another one has to be told. */
    [[nodiscard]] static QByteArray digest(const QJsonObject &record);

    /** It led from one status to another, or within one. */
    [[nodiscard]] static bool isStep(const DossierEvent &event);

private:
    const NationalProfile &m_profile;
};

} // namespace motcua::national
