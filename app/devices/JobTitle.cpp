// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/JobTitle.h"

namespace motcua {

JobTitle::JobTitle(const QString &form, const Id &sheet)
{
    for (const QChar c : form) {
        const bool letterOrDigit = c.unicode() < 0x80 && c.isLetterOrNumber();
        if (letterOrDigit || c == u'.' || c == u'-') {
            m_text += c;
        }
    }
    m_text += u' ' + sheet.toString();
}

} // namespace motcua
