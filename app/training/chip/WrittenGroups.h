// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/People.h"
#include "app/training/chip/ChipCard.h"

#include <QList>
#include <QMap>

namespace motcua::training {

/** Somebody who does not exist, as their card knows them. */
struct CardHolder
{
    InventedPerson person = {};
    QString ethnicity = {};
    QString religion = {};
    QString origin = {};
    QString marks = {};
    QString father = {};
    QString mother = {};
    QString spouse = {}; ///< empty: none
    QString oldNumber = {}; ///< nine digits; empty: none
    QString serial = {}; ///< 16 hexadecimal digits
    QDate issued = {};
    QDate expires = {}; ///< null: never
    bool of2024 = false; ///< the newer card, whose QR code has four more fields
};

/** What is printed: the zone with its Vietnamese habits (the whole number in line 1 with a check digit behind it, a name without marks). */
[[nodiscard]] CardFace faceOf(const CardHolder &holder);

/** The files of ICAO Doc 9303-10 as Vietnamese cards have them. */
[[nodiscard]] QByteArray writtenGroup1(const CardFace &face);
[[nodiscard]] QByteArray writtenGroup2(const QByteArray &jpeg, int width, int height);
[[nodiscard]] QByteArray writtenGroup13(const CardHolder &holder);
[[nodiscard]] QByteArray writtenCom(const QList<int> &groups);
/** The LDS security object, which EF.SOD signs: a hash of every data group. */
[[nodiscard]] QByteArray writtenSecurityObject(
    const QMap<int, QByteArray> &groups, const QByteArray &digest, const QByteArray &digestIdentifier);

} // namespace motcua::training
