// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/CodeGrammar.h"

namespace motcua {

int CodeGrammar::maxSequence() const
{
    int bound = 1;
    for (int digit = 0; digit < sequenceDigits; ++digit) {
        bound *= 10;
    }
    return bound - 1;
}

bool CodeGrammar::takes(const QString &unitCode) const
{
    return unitCode.size() <= maxUnitLength && unit.match(unitCode).hasMatch();
}

QString typedCode(const QString &text)
{
    const auto isAround = [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Format; };
    qsizetype first = 0;
    qsizetype end = text.size();
    while (first < end && isAround(text[first])) {
        ++first;
    }
    while (end > first && isAround(text[end - 1])) {
        --end;
    }
    QString code = text.mid(first, end - first);
    // QString::toUpper() would make an S of ſ and an SS of ß.
    for (QChar &c : code) {
        if (c >= u'a' && c <= u'z') {
            c = c.toUpper();
        }
    }
    return code;
}

} // namespace motcua
