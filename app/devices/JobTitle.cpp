// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/JobTitle.h"

namespace motcua {

namespace {

constexpr qsizetype MostNamed = 6; // RFC 8011 §5.1.3: a name has 255 octets at most, and an id 36

} // namespace

JobTitle::JobTitle(const QString &form, const Id &sheet)
    : JobTitle(form, QList<Id>{sheet})
{
}

JobTitle::JobTitle(const QString &form, const QList<Id> &sheets)
{
    for (const QChar c : form) {
        const bool letterOrDigit = c.unicode() < 0x80 && c.isLetterOrNumber();
        if (letterOrDigit || c == u'.' || c == u'-') {
            m_text += c;
        }
    }
    for (const Id &sheet : sheets.first(qMin(sheets.size(), MostNamed))) {
        m_text += u' ' + sheet.toString();
    }
    if (sheets.size() > MostNamed) {
        m_text += QStringLiteral(" +%1").arg(sheets.size() - MostNamed);
    }
}

} // namespace motcua
