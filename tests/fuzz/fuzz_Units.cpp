// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/address/AdministrativeUnits.h"
#include "models/address/OldAddress.h"
#include "models/address/UnitsWriter.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

namespace {

/** A small country, made once: something to search in. */
AdministrativeUnits country()
{
    const UnitsTables tables{.placePattern = QStringLiteral("[0-9]{12}"),
        .kinds = {{QStringLiteral("province"), QStringLiteral("Tỉnh"), {QStringLiteral("T")}, UnitsTables::ProvinceLevel},
            {QStringLiteral("district"), QStringLiteral("Huyện"), {QStringLiteral("H")}, UnitsTables::DistrictLevel},
            {QStringLiteral("commune"), QStringLiteral("Xã"), {QStringLiteral("X")}, UnitsTables::CommuneLevel}},
        .provinces = {{7, 0, QStringLiteral("Đắk Lắk"), {}}},
        .communes = {{701, 2, 0, QStringLiteral("Krông Pắc")}},
        .formerProvinces = {{9, 0, QStringLiteral("Đắk Lắk"), 0}},
        .formerDistricts = {{1, 0, QStringLiteral("Krông Pắc")}, {1, 0, QStringLiteral("3")}},
        .formerUnits = {{302, 2, 0, QStringLiteral("Hòa An"), {0}}, {0, 2, 1, QStringLiteral("12"), {0}}},
        .aliases = {{UnitsTables::Alias::Of::Country, QStringLiteral("Việt Nam"), -1, 0}}};
    const auto units = AdministrativeUnits::fromBytes(unitsFile(tables));
    if (!units) {
        std::abort();
    }
    return *units;
}

} // namespace

/** The bytes as a units file whose seal is right, and as text typed into a search: neither may fall over. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const AdministrativeUnits small = country();
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto units = AdministrativeUnits::fromBytes(UnitsImage::sealed(bytes))) {
        (void)units->find(QStringLiteral("hoa an"));
        (void)OldAddress::read(*units, QStringLiteral("xã Hòa An, huyện Krông Pắc, tỉnh Đắk Lắk"));
        for (qsizetype i = 0; i < units->formerUnitCount() && i < 10; ++i) {
            (void)units->formerUnitAt(i);
        }
    }
    const QString text = QString::fromUtf8(bytes);
    (void)small.find(text);
    const auto address = OldAddress::read(small, text);
    if (address && address->candidates.isEmpty() != (address->verdict() == OldAddress::Verdict::NotFound)) {
        std::abort();
    }
    return 0;
}
