// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Dg12.h"

#include "app/devices/eid/DgFields.h"

namespace motcua {

Result<Dg12, CardError> Dg12::fromBytes(QByteArrayView file)
{
    Result<DgFields, CardError> fields = DgFields::of(file, 12);
    if (!fields) {
        return fields.error();
    }
    Dg12 group;
    group.authority = fields->text(0x5F19);
    group.issued = fields->date(0x5F26);
    group.otherPersons = fields->texts(0x5F1A);
    group.endorsements = fields->text(0x5F1B);
    group.exitRequirements = fields->text(0x5F1C);
    group.serialNumber = fields->text(0x5F56);
    group.unreadable = fields->unreadable();
    group.further = fields->unasked();
    return group;
}

} // namespace motcua
