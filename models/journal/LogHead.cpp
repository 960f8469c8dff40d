// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/LogHead.h"

#include <QtEndian>

namespace motcua::journal {

QByteArray LogHead::signedBytes(const EntryKey &last, const QByteArray &hash)
{
    // The text names what is signed, so that no signature made for anything else can pass for this one.
    QByteArray bytes("motcua head v1\0\0", 16);
    QByteArray seq(8, Qt::Uninitialized);
    qToBigEndian(last.seq, seq.data());
    return bytes + last.origin.bytes() + seq + hash;
}

} // namespace motcua::journal
