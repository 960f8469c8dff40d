// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/ChipFiles.h"
#include "app/devices/eid/Tlv.h"
#include "app/training/chip/ChipCard.h"
#include "app/training/chip/TrainingAuthority.h"
#include "app/training/chip/WrittenGroups.h"

#include <QDateTime>
#include <QMap>

/** What a forger, or an issuer that makes mistakes, does to the files of a card. */
namespace motcua::test {

inline quint16 idOf(int group)
{
    return ChipFile::dataGroup(group).id;
}

/** The groups on a chip, by number. */
inline QMap<int, QByteArray> groupsOn(const training::ChipCard &card)
{
    QMap<int, QByteArray> groups;
    for (int group = 1; group <= 16; ++group) {
        if (const auto file = card.files.constFind(idOf(group)); file != card.files.cend()) {
            groups.insert(group, *file);
        }
    }
    return groups;
}

/** Signs these groups, whatever lies on the chip. */
inline void signGroups(training::ChipCard &card, const QMap<int, QByteArray> &groups, const training::TrainingAuthority &by)
{
    const QByteArray object = training::writtenSecurityObject(groups, by.digest(), by.digestIdentifier());
    card.files[ChipFile::sod().id] = tlv(0x77, by.signedObject(object, QDateTime(card.issued, QTime(9, 0), Qt::UTC)));
}

/** Puts this file onto the chip and signs all anew. */
inline void exchange(training::ChipCard &card, int group, const QByteArray &file, const training::TrainingAuthority &by)
{
    card.files[idOf(group)] = file;
    signGroups(card, groupsOn(card), by);
}

/** EF.COM that tells of these groups. */
inline void tellOf(training::ChipCard &card, const QList<int> &groups)
{
    card.files[ChipFile::com().id] = training::writtenCom(groups);
}

} // namespace motcua::test
