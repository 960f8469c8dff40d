// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fee/EmvElement.h"

#include <algorithm>

namespace motcua {

namespace {

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

Result<QList<EmvElement>, VietQrError> EmvElement::read(QStringView text, const QString &parent, qsizetype base)
{
    QList<EmvElement> all;
    for (qsizetype at = 0; at < text.size();) {
        const QStringView rest = text.sliced(at);
        if (rest.size() < HeadLength) {
            return VietQrError{VietQrFault::LengthMismatch, all.isEmpty() ? parent : path(parent, all.constLast().tag), base + at};
        }
        const QString tag = rest.first(2).toString();
        const QStringView length = rest.sliced(2, 2);
        if (!isDigits(tag)) {
            return VietQrError{VietQrFault::TagMalformed, parent, base + at};
        }
        const QString here = path(parent, tag);
        const qsizetype size = isDigits(length) ? length.toInt() : 0;
        if (size == 0) {
            return VietQrError{VietQrFault::LengthMalformed, here, base + at + 2};
        }
        if (size > rest.size() - HeadLength) {
            return VietQrError{VietQrFault::LengthTooLarge, here, base + at + 2};
        }
        const auto same = [&tag](const EmvElement &one) { return one.tag == tag; };
        if (std::any_of(all.cbegin(), all.cend(), same)) {
            return VietQrError{VietQrFault::DuplicateTag, here, base + at};
        }
        all.append({tag, rest.sliced(HeadLength, size).toString(), base + at});
        at += HeadLength + size;
    }
    return all;
}

QString EmvElement::written(const QString &tag, const QString &value)
{
    return tag + QString::number(value.size()).rightJustified(2, u'0') + value;
}

QString EmvElement::path(const QString &parent, const QString &tag)
{
    return parent.isEmpty() ? tag : parent + u'/' + tag;
}

} // namespace motcua
