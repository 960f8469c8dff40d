// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Text.h"

namespace motcua::text {

QString tidy(const QString &typed)
{
    return typed.normalized(QString::NormalizationForm_C).simplified();
}

QString folded(const QString &any)
{
    const QString apart = any.normalized(QString::NormalizationForm_D);
    QString key;
    key.reserve(apart.size());
    bool gap = false;
    for (const QChar c : apart) {
        const QChar::Category category = c.category();
        if (category == QChar::Mark_NonSpacing) {
            continue;
        }
        if (!c.isLetterOrNumber() && !c.isSurrogate()) {
            gap = true;
            continue;
        }
        if (gap && !key.isEmpty()) {
            key.append(u' ');
        }
        gap = false;
        switch (c.unicode()) {
        case u'đ':
        case u'Đ':
        case u'ð':
        case u'Ð':
            key.append(u'd');
            break;
        default:
            key.append(c.toLower());
        }
    }
    return key;
}

QStringList foldedWords(const QString &any)
{
    return folded(any).split(u' ', Qt::SkipEmptyParts);
}

} // namespace motcua::text
