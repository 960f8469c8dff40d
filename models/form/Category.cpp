// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/Category.h"

#include "models/base/Text.h"

namespace motcua {

Category::Category()
    : m_data(new Data)
{
}

Category::Category(const QString &id, const QString &name, bool open, const QList<FieldOption> &items)
{
    auto *data = new Data;
    data->id = id;
    data->name = name;
    data->open = open;
    data->items = items;
    for (qsizetype i = 0; i < items.size(); ++i) {
        data->byCode.insert(items[i].code, i);
        data->keys.append(text::folded(items[i].label));
    }
    m_data = data;
}

const FieldOption *Category::item(const QString &code) const
{
    const auto found = m_data->byCode.constFind(code);
    return found == m_data->byCode.constEnd() ? nullptr : &m_data->items[*found];
}

QList<FieldOption> Category::startingWith(const QString &typed, int limit) const
{
    const QString key = text::folded(typed);
    const QString inside = u' ' + key;
    QList<FieldOption> found;
    QList<FieldOption> later;
    for (qsizetype i = 0; i < m_data->items.size() && found.size() < limit; ++i) {
        if (m_data->keys[i].startsWith(key)) {
            found.append(m_data->items[i]);
        } else if (m_data->keys[i].contains(inside) || m_data->items[i].code.startsWith(typed)) {
            later.append(m_data->items[i]);
        }
    }
    return (found + later).mid(0, limit);
}

QString Category::codeOf(const QString &typed) const
{
    const QString key = text::folded(typed);
    QString code;
    for (qsizetype i = 0; i < m_data->items.size(); ++i) {
        if (m_data->items[i].label == typed) {
            return m_data->items[i].code;
        }
        if (m_data->keys[i] == key) {
            if (!code.isEmpty()) {
                return {};
            }
            code = m_data->items[i].code;
        }
    }
    return code;
}

} // namespace motcua
