// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/address/Units.h"
#include "models/address/UnitsImage.h"
#include "models/base/Result.h"

#include <memory>

namespace motcua {

/**
 * The provinces and communes of today, and the names and codes of before 1/7/2025 for look-up: NQ 202/2025/QH15, QĐ 19/2025/QĐ-TTg.
 *
 * Nothing is kept but the units file, which is searched where it lies; a copy is cheap.
 */
class AdministrativeUnits
{
public:
    /** No units at all. */
    AdministrativeUnits();

    [[nodiscard]] static Result<AdministrativeUnits, UnitsFault> fromBytes(const QByteArray &bytes);

    /** In order of their codes. */
    [[nodiscard]] QList<Province> provinces() const;

    /** The province of today with this code of two digits; NotFound. */
    [[nodiscard]] Result<Province> province(const QString &code) const;

    /** The commune of today with this code of five digits; NotFound. */
    [[nodiscard]] Result<Commune> commune(const QString &code) const;

    /** The communes of a province, in order of their codes; none for a code nobody has. */
    [[nodiscard]] QList<Commune> communes(const QString &provinceCode) const;

    /**
     * The communes whose names the typed words begin: "hoa an", "Hòa A", "xã hòa an", "hoa an, cao bang".
     *
     * Marks may be left out; a kind before the name and, after a comma, the beginning of a province narrow it down. First names with
     * the typed marks, and among them names that are what was typed, then names that begin with it, then names with a later word that
     * does; then by name and province. At most `limit`; none for nothing or more than 100 characters.
     */
    [[nodiscard]] QList<Commune> find(const QString &typed, qsizetype limit = 20) const;

    /** The province that had this code before 1/7/2025; NotFound. */
    [[nodiscard]] Result<FormerProvince> formerProvince(const QString &code) const;

    /** The commune that had this code before 1/7/2025; NotFound. */
    [[nodiscard]] Result<FormerUnit> formerUnit(const QString &code) const;

    /** Every commune of before 1/7/2025, in no order that means anything. */
    [[nodiscard]] qsizetype formerUnitCount() const;
    [[nodiscard]] FormerUnit formerUnitAt(qsizetype index) const;

    /** Whether `text` is written as a place identifier (NĐ 326/2026/NĐ-CP Đ.5). There is no list to look it up in. */
    [[nodiscard]] bool isPlaceIdentifier(const QString &text) const;

    /** Which list this is and how certain. */
    [[nodiscard]] const QString &source() const { return m_image->source(); }
    [[nodiscard]] const QString &mark() const { return m_image->mark(); }

    [[nodiscard]] const UnitsImage &image() const { return *m_image; }

private:
    explicit AdministrativeUnits(UnitsImage image);
    [[nodiscard]] Province provinceAt(int row) const;
    [[nodiscard]] Commune communeAt(int row) const;
    [[nodiscard]] QString kindName(int kind) const;

    std::shared_ptr<const UnitsImage> m_image;
};

} // namespace motcua
