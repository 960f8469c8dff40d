// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardError.h"
#include "models/base/Result.h"
#include "models/person/PartialDate.h"

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

/**
 * EF.DG11: more about the holder (ICAO Doc 9303-10, 4.7.11). A text is nothing when the group does not have it, and empty when it is there and says
 * nothing. What is there and cannot be read is named in `unreadable`, and the rest is read all the same.
 */
struct Dg11
{
    std::optional<QString> fullName = {}; ///< words, as the issuer writes them; fillers are spaces
    QStringList otherNames = {};
    std::optional<QString> personalNumber = {};
    std::optional<PartialDate> birth = {};
    std::optional<QString> birthPlace = {}; ///< its parts with commas between them, as below
    std::optional<QString> address = {};
    std::optional<QString> telephone = {};
    std::optional<QString> profession = {};
    std::optional<QString> title = {};
    std::optional<QString> summary = {};
    std::optional<QString> otherDocuments = {}; ///< numbers of other valid travel documents
    std::optional<QString> custody = {};
    QList<quint32> unreadable = {}; ///< tags
    QList<quint32> further = {}; ///< tags that are not read: the proof of citizenship, which is a picture, and what 9303 does not know

    [[nodiscard]] static Result<Dg11, CardError> fromBytes(QByteArrayView file);

    friend bool operator==(const Dg11 &, const Dg11 &) = default;
};

} // namespace motcua
