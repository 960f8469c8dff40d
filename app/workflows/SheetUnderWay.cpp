// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/SheetUnderWay.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace motcua {

namespace {

const QString Prefix = QStringLiteral("sheet.");

} // namespace

QString SheetUnderWay::part(const Id &sheet)
{
    return Prefix + sheet.toString();
}

bool SheetUnderWay::isPart(const QString &part)
{
    return part.startsWith(Prefix);
}

QByteArray SheetUnderWay::toBytes() const
{
    QJsonObject json{{u"sheet"_qs, sheet.toString()}, {u"dossier"_qs, dossier.toString()}, {u"form"_qs, form},
        {u"stage"_qs, static_cast<int>(stage)}, {u"paper"_qs, static_cast<int>(paper)}, {u"printer"_qs, job.printer},
        {u"job"_qs, job.number}, {u"jobPaper"_qs, static_cast<int>(job.paper)}, {u"since"_qs, sinceMs}};
    if (!replaces.isNull()) {
        json.insert(u"replaces", replaces.toString());
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<SheetUnderWay> SheetUnderWay::fromBytes(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    SheetUnderWay read;
    read.sheet = Id::fromString(json.value(u"sheet").toString());
    read.dossier = Id::fromString(json.value(u"dossier").toString());
    read.form = json.value(u"form").toString();
    // A stage nobody knows counts as the one in which the least is known.
    const int stage = json.value(u"stage").toInt(static_cast<int>(Stage::Handing));
    read.stage = stage == static_cast<int>(Stage::Wanted) ? Stage::Wanted
        : stage == static_cast<int>(Stage::Handed)        ? Stage::Handed
                                                          : Stage::Handing;
    const auto paperAt = [&json](QStringView key) {
        return json.value(key).toInt() == static_cast<int>(PaperSize::A4) ? PaperSize::A4 : PaperSize::A5;
    };
    read.paper = paperAt(u"paper");
    read.job = {.printer = json.value(u"printer").toString(), .number = json.value(u"job").toInt(), .paper = paperAt(u"jobPaper")};
    read.sinceMs = static_cast<qint64>(json.value(u"since").toDouble());
    read.replaces = Id::fromString(json.value(u"replaces").toString());
    if (read.sheet.isNull() || read.dossier.isNull() || read.form.isEmpty()) {
        return {};
    }
    return read;
}

} // namespace motcua
