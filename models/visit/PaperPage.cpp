// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/PaperPage.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype DigestDigits = 64;

bool isDigest(const QString &text)
{
    return text.size() == DigestDigits && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

} // namespace

QJsonObject PaperPage::toJson() const
{
    QJsonObject json{{u"attachment"_qs, attachment}, {u"sha256"_qs, digest}, {u"width"_qs, pixels.width()}, {u"height"_qs, pixels.height()}, {u"source"_qs, source}};
    if (!thumbnail.isEmpty()) {
        json.insert(u"thumbnail", thumbnail);
    }
    if (dpi != 0) {
        json.insert(u"dpi", dpi);
    }
    if (isColour) {
        json.insert(u"colour", true);
    }
    if (isBlank) {
        json.insert(u"blank", true);
    }
    return json;
}

Result<PaperPage> PaperPage::fromJson(const QJsonObject &json)
{
    const PaperPage page{json.value(u"attachment").toString(), json.value(u"thumbnail").toString(), json.value(u"sha256").toString(),
        QSize(json.value(u"width").toInt(-1), json.value(u"height").toInt(-1)), json.value(u"dpi").toInt(), json.value(u"colour").toBool(),
        json.value(u"blank").toBool(), json.value(u"source").toString()};
    const bool isFrom = page.source == u"scan" || page.source == u"file";
    if (page.attachment.isEmpty() || !isDigest(page.digest) || !page.pixels.isValid() || page.dpi < 0 || !isFrom) {
        return Error{ErrorCode::EntryMalformed, QStringLiteral("a page of a paper")};
    }
    return page;
}

QJsonArray toJson(const QList<PaperPage> &pages)
{
    QJsonArray array;
    for (const PaperPage &page : pages) {
        array.append(page.toJson());
    }
    return array;
}

Result<QList<PaperPage>> paperPages(const QJsonArray &json)
{
    QList<PaperPage> pages;
    for (const QJsonValue &value : json) {
        const Result<PaperPage> page = PaperPage::fromJson(value.toObject());
        if (!page) {
            return page.error();
        }
        pages.append(*page);
    }
    return pages;
}

} // namespace motcua
