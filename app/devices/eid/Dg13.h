// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardError.h"
#include "models/base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QStringList>

#include <optional>

namespace motcua {

/**
 * EF.DG13 of a Vietnamese card. ICAO Doc 9303-10, 4.7.13, leaves the group to the state; what stands in it here is not published. Layout and numbers are
 * those that several public readers found on cards of 2021 (UNVERIFIED by any rule): an application object 13 with a sequence of version, object
 * identifier and a set of fields, each a sequence of its number and its texts. What cards of 2024 add is not known.
 *
 * Fields are found by number, never by place. Missing, empty and unknown ones survive as they are.
 */
struct Dg13
{
    enum Number {
        PersonalNumber = 1,
        Name = 2,
        Birth = 3, ///< dd/MM/yyyy
        Sex = 4, ///< Nam, Nữ
        Nationality = 5,
        Ethnicity = 6,
        Religion = 7,
        Origin = 8, ///< quê quán; nơi đăng ký khai sinh on the face of 2024
        Residence = 9,
        Features = 10,
        Issued = 11, ///< dd/MM/yyyy
        Expiry = 12, ///< dd/MM/yyyy, or words: Không thời hạn
        Parents = 13, ///< father, mother
        Spouse = 14, ///< no text at all of who has none
        OldNumber = 15,
        ChipSerial = 16, ///< believed to be that
    };

    static constexpr qsizetype Most = 100; ///< fields; more are nonsense

    struct Field
    {
        int number = 0;
        QStringList texts = {}; ///< in order, those within inner sequences too; an empty one is an empty text
        bool isUnreadable = false; ///< there is something in it that is no text; what can be read is in `texts`

        friend bool operator==(const Field &, const Field &) = default;
    };

    int version = 0; ///< 0 when it is not given
    QList<Field> fields = {}; ///< as they stand, also those with unknown numbers and with one that was there already

    [[nodiscard]] static Result<Dg13, CardError> fromBytes(QByteArrayView file);

    /** The first field with this number, or null. */
    [[nodiscard]] const Field *field(int number) const;
    /** A text of it: nothing when there is no such field, or it has not so many texts and none that is empty. */
    [[nodiscard]] std::optional<QString> text(int number, qsizetype index = 0) const;

    friend bool operator==(const Dg13 &, const Dg13 &) = default;
};

} // namespace motcua
