// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/FieldPath.h"

#include <algorithm>

namespace motcua {

namespace {

/** The row number in `digits`; 0 when it is none from 1 to MostRows, or has a leading zero. */
int rowNumber(QStringView digits)
{
    if (digits.isEmpty() || digits.size() > 3 || digits[0] == u'0') {
        return 0;
    }
    int row = 0;
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9') {
            return 0;
        }
        row = row * 10 + (c.unicode() - u'0');
    }
    return row;
}

} // namespace

FieldPath FieldPath::parse(const QString &path)
{
    const qsizetype open = path.indexOf(u'[');
    const qsizetype close = path.indexOf(u']', open + 1);
    if (open < 1 || close < 0 || close + 2 >= path.size() || path[close + 1] != u'.') {
        return {{}, 0, path};
    }
    const int row = rowNumber(QStringView(path).sliced(open + 1, close - open - 1));
    if (row == 0) {
        return {{}, 0, path};
    }
    const QString section = path.left(open);
    return {section, row, section + path.sliced(close + 1)};
}

QString FieldPath::inRow(const QString &section, int row, const QString &id)
{
    return section + u'[' + QString::number(row) + u']' + id.sliced(section.size());
}

int rowsIn(const FormDraft &draft, const QString &section)
{
    int rows = 0;
    const FieldValue given = draft.value(section);
    if (given.isGiven()) {
        rows = rowNumber(given.text);
    }
    const QString opening = section + u'[';
    for (auto it = draft.values().lowerBound(opening); it != draft.values().constEnd() && it.key().startsWith(opening); ++it) {
        rows = std::max(rows, FieldPath::parse(it.key()).row);
    }
    return rows;
}

FormDraft withoutRow(const FormDraft &draft, const QString &section, int row)
{
    FormDraft rest;
    for (auto it = draft.values().constBegin(); it != draft.values().constEnd(); ++it) {
        const FieldPath path = FieldPath::parse(it.key());
        if (path.section != section || path.row < row) {
            rest.set(it.key(), *it);
        } else if (path.row > row) {
            rest.set(FieldPath::inRow(section, path.row - 1, path.field), *it);
        }
    }
    const int rows = rowsIn(draft, section);
    return rows >= row && rows > 0 ? withRows(rest, section, rows - 1) : rest;
}

FormDraft withRowOf(const FormDraft &draft, const QString &section, int row, const FormDraft &from)
{
    FormDraft made;
    for (auto it = draft.values().constBegin(); it != draft.values().constEnd(); ++it) {
        const FieldPath path = FieldPath::parse(it.key());
        made.set(path.section == section && path.row >= row ? FieldPath::inRow(section, path.row + 1, path.field) : it.key(), *it);
    }
    for (auto it = from.values().constBegin(); it != from.values().constEnd(); ++it) {
        const FieldPath path = FieldPath::parse(it.key());
        if (path.section == section && path.row == row) {
            made.set(it.key(), *it);
        }
    }
    return withRows(made, section, std::max(rowsIn(draft, section) + 1, row));
}

FormDraft withRows(const FormDraft &draft, const QString &section, int count)
{
    FormDraft made;
    for (auto it = draft.values().constBegin(); it != draft.values().constEnd(); ++it) {
        const FieldPath path = FieldPath::parse(it.key());
        if (path.section != section || path.row <= count) {
            made.set(it.key(), *it);
        }
    }
    if (count > 0) {
        made.set(section, FieldValue::given(QString::number(std::min(count, MostRows))));
    } else {
        made.set(section, {});
    }
    return made;
}

} // namespace motcua
