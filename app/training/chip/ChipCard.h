// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "app/training/chip/ActiveKey.h"

#include <QByteArray>
#include <QDate>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>

namespace motcua::training {

/** What is printed on a card, for whoever holds it in their hand. */
struct CardFace
{
    QString number = {}; ///< twelve digits
    QString document = {}; ///< of the zone: the last nine of them
    QString born = {}; ///< YYMMDD, as in the zone
    QString expires = {}; ///< likewise
    QStringList zone = {}; ///< the three lines of its machine readable zone
    QString code = {}; ///< the text of its QR code

    /** The six digits that open the chip: the last of the number. */
    [[nodiscard]] QString can() const { return number.right(6); }
};

/** Everything a chip holds: files, passwords and keys. The private keys leave it with nobody. */
struct ChipCard
{
    CardFace face = {};
    QDate issued = {};

    QByteArray cardAccess = {}; ///< outside the application; empty on a chip without PACE
    QMap<quint16, QByteArray> files = {}; ///< of the application, by identifier
    QSet<quint16> withheld = {}; ///< those it gives to nobody who does not prove more: finger prints

    security::SecretBytes can = {}; ///< as PACE takes it
    security::SecretBytes mrz = {}; ///< SHA-1 of the MRZ information, for PACE and BAC
    int chipKeyParameters = -1; ///< the group of the key in DG14 by its number; -1: there is none
    security::SecretBytes chipKey = {}; ///< its private half
    std::unique_ptr<ActiveKey> activeKey = {}; ///< that of DG15; null where there is none
};

} // namespace motcua::training
