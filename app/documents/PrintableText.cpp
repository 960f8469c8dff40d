// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/PrintableText.h"

namespace motcua {

// A tab or a direction mark typed or pasted into a name would shift or turn the line it stands in.
QString printableText(const QString &value)
{
    QString result;
    result.reserve(value.size());
    const QString composed = value.normalized(QString::NormalizationForm_C);
    for (const QChar c : composed) {
        if (c.category() == QChar::Other_Format || c == QChar::SoftHyphen) {
            continue;
        }
        result += c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator ? QChar(u' ') : c;
    }
    return result.simplified();
}

} // namespace motcua
