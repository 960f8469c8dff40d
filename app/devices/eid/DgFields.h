// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardError.h"
#include "app/devices/eid/Tlv.h"
#include "models/base/Result.h"
#include "models/person/PartialDate.h"

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

/**
 * The fields of a data group that is a list of tagged texts (DG11, DG12), taken out one by one in any order; of a tag that stands twice the first counts.
 * Names in the group A0 are taken as if they stood beside it. It looks into the bytes it was made of.
 */
class DgFields
{
public:
    static constexpr qsizetype Most = 100; ///< fields; more are nonsense

    [[nodiscard]] static Result<DgFields, CardError> of(QByteArrayView file, int group);

    /** The text with this tag, fillers of 9303 made `filler`; nothing when there is none or it cannot be read. */
    std::optional<QString> text(quint32 tag, const QString &filler = QStringLiteral(" "));
    /** All texts with this tag that can be read and say something. */
    QStringList texts(quint32 tag);
    std::optional<PartialDate> date(quint32 tag);

    /** Tags of what was asked for and could not be read, in the order it was asked for. */
    [[nodiscard]] const QList<quint32> &unreadable() const { return m_unreadable; }
    /** Tags nobody asked for, each once, in the order of the file. */
    [[nodiscard]] QList<quint32> unasked() const;

private:
    void complain(quint32 tag);

    QList<Tlv> m_fields;
    QList<quint32> m_asked;
    QList<quint32> m_unreadable;
};

} // namespace motcua
