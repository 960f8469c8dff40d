// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace motcua::training {

/** Somebody who does not exist. */
struct InventedPerson
{
    QString name = {}; ///< whole name as it is written, family name first
    bool female = false;
    QDate birth = {};
    QString number = {}; ///< 12 digits beginning 000, a province code that was never given out (real ones begin at 001)
    QString phone = {}; ///< 11 digits beginning 0200, an area code that was never given out
    QString address = {};

    friend bool operator==(const InventedPerson &, const InventedPerson &) = default;
};

/**
 * Invented people for training, seeding and measuring: the same seed and place always give the same person.
 *
 * Family names are weighted as they are met in Vietnam, so that searches are as hard as on real data. Nobody's number or
 * telephone can be a real person's. Pure; any place may be asked for in any order.
 */
class People
{
public:
    explicit People(quint64 seed)
        : m_seed(seed)
    {
    }

    /** The person at `place`. Any million places in a row have a million different numbers. */
    [[nodiscard]] InventedPerson at(quint64 place) const;

private:
    quint64 m_seed = 0;
};

} // namespace motcua::training
