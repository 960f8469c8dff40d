// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Dg11.h"

#include "app/devices/eid/DgFields.h"

namespace motcua {

Result<Dg11, CardError> Dg11::fromBytes(QByteArrayView file)
{
    Result<DgFields, CardError> fields = DgFields::of(file, 11);
    if (!fields) {
        return fields.error();
    }
    const QString comma = QStringLiteral(", ");
    Dg11 group;
    group.fullName = fields->text(0x5F0E);
    group.otherNames = fields->texts(0x5F0F);
    group.personalNumber = fields->text(0x5F10, QString());
    group.birth = fields->date(0x5F2B);
    group.birthPlace = fields->text(0x5F11, comma);
    group.address = fields->text(0x5F42, comma);
    group.telephone = fields->text(0x5F12);
    group.profession = fields->text(0x5F13);
    group.title = fields->text(0x5F14);
    group.summary = fields->text(0x5F15);
    group.otherDocuments = fields->text(0x5F17, comma);
    group.custody = fields->text(0x5F18);
    group.unreadable = fields->unreadable();
    group.further = fields->unasked();
    return group;
}

} // namespace motcua
