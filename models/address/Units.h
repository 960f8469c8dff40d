// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace motcua {

/** A province or a city of that rank, of today. */
struct Province
{
    QString code = {}; ///< two digits of the General Statistics Office; before 1/7/2025 the same code may have named another one
    QString kind = {}; ///< "Tỉnh", "Thành phố"
    QString name = {};
    QString mark = {}; ///< what is uncertain about it; usually nothing

    [[nodiscard]] QString fullName() const { return kind + u' ' + name; }
    friend bool operator==(const Province &, const Province &) = default;
};

/** A commune of today, of any kind: the unit below a province. There are no districts since 1/7/2025. */
struct Commune
{
    QString code = {}; ///< five digits of the General Statistics Office
    QString kind = {}; ///< "Phường", "Xã", "Đặc khu"
    QString name = {};
    Province province = {};

    /** "Phường Hòa An". */
    [[nodiscard]] QString fullName() const { return kind + u' ' + name; }
    /** "Phường Hòa An, Tỉnh Cao Bằng". */
    [[nodiscard]] QString display() const { return fullName() + QStringLiteral(", ") + province.fullName(); }
    friend bool operator==(const Commune &, const Commune &) = default;
};

/** A province of before 1/7/2025, and the one it belongs to now. */
struct FormerProvince
{
    QString code = {}; ///< two digits; empty when the list does not know it
    QString name = {}; ///< with its kind
    Province now = {};

    friend bool operator==(const FormerProvince &, const FormerProvince &) = default;
};

/** A commune of before 1/7/2025 under the names it had, and what it became. */
struct FormerUnit
{
    QString code = {}; ///< five digits; empty when the list does not know it. A code of today may be another unit's former one
    QString name = {}; ///< with its kind, like the two names after it
    QString district = {};
    QString province = {};
    QList<Commune> now = {}; ///< one; several when it was split over them

    /** "Xã Hòa An, Huyện Krông Pắc, Tỉnh Đắk Lắk". */
    [[nodiscard]] QString display() const
    {
        // A district without communes stands for itself.
        return name == district ? name + QStringLiteral(", ") + province
                                : name + QStringLiteral(", ") + district + QStringLiteral(", ") + province;
    }
    [[nodiscard]] bool isSplit() const { return now.size() > 1; }
    friend bool operator==(const FormerUnit &, const FormerUnit &) = default;
};

} // namespace motcua
