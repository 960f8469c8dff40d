// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/DeclarationSheet.h"

#include "models/form/FieldPath.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace motcua {

namespace {

constexpr qsizetype MarkSigns = 6;
constexpr qsizetype DigestBytes = 32;

struct StageWord
{
    DeclarationSheet::Stage stage;
    QLatin1String word;
};
constexpr std::array StageWords = {
    StageWord{DeclarationSheet::Stage::Printing, QLatin1String("printing")},
    StageWord{DeclarationSheet::Stage::Kept, QLatin1String("kept")},
    StageWord{DeclarationSheet::Stage::Out, QLatin1String("out")},
};

} // namespace

DeclarationSheet DeclarationSheet::of(
    const Id &id, const QDateTime &at, const DeclarationLayout &layout, const FormChecker &form, const FormDraft &draft, const DeclarationScene &scene)
{
    return {.id = id,
        .stage = Stage::Printing,
        .printedAt = at,
        .digest = digestOf(printed(layout, form, draft, scene)),
        .answers = printedAnswers(layout, form, draft, scene),
        .pages = 0,
        .attachment = {}};
}

QString DeclarationSheet::mark() const
{
    return QString::fromLatin1(digest.toHex().left(MarkSigns)).toUpper();
}

bool DeclarationSheet::shows(
    const DeclarationLayout &layout, const FormChecker &form, const FormDraft &draft, const DeclarationScene &scene) const
{
    DeclarationScene then = scene;
    then.dated = printedAt.date();
    return digestOf(printed(layout, form, draft, then)) == digest;
}

QStringList DeclarationSheet::changed(const FormSchema &form, const QMap<QString, QString> &now) const
{
    QSet<QString> paths(answers.keyBegin(), answers.keyEnd());
    paths.unite(QSet<QString>(now.keyBegin(), now.keyEnd()));
    QStringList other;
    for (const QString &path : std::as_const(paths)) {
        const Field *field = form.field(path);
        if (answers.value(path) != now.value(path) && !(field && field->computed)) {
            other.append(path);
        }
    }
    QMap<QString, int> places;
    for (const FormSection &section : form.sections) {
        for (const Field &field : section.fields) {
            places.insert(field.id, static_cast<int>(places.size()));
        }
    }
    std::sort(other.begin(), other.end(), [&places](const QString &a, const QString &b) {
        const FieldPath left = FieldPath::parse(a);
        const FieldPath right = FieldPath::parse(b);
        const bool sameRows = left.section == right.section && left.row != right.row;
        return sameRows ? left.row < right.row : places.value(left.field) < places.value(right.field);
    });
    return other;
}

QJsonObject DeclarationSheet::toJson() const
{
    QJsonObject shown;
    for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
        shown.insert(it.key(), it.value());
    }
    const auto *const word = std::find_if(StageWords.cbegin(), StageWords.cend(), [this](const StageWord &one) { return one.stage == stage; });
    return {{QStringLiteral("id"), id.toString()}, {QStringLiteral("stage"), word->word},
        {QStringLiteral("printedAt"), printedAt.toString(Qt::ISODate)}, {QStringLiteral("digest"), QString::fromLatin1(digest.toHex())},
        {QStringLiteral("answers"), shown}, {QStringLiteral("pages"), pages},
        {QStringLiteral("attachment"), attachment}};
}

std::optional<DeclarationSheet> DeclarationSheet::fromJson(const QJsonObject &json)
{
    DeclarationSheet sheet;
    sheet.id = Id::fromString(json.value(u"id").toString());
    const QString stage = json.value(u"stage").toString();
    for (const StageWord &one : StageWords) {
        if (stage == one.word) {
            sheet.stage = one.stage;
        }
    }
    sheet.printedAt = QDateTime::fromString(json.value(u"printedAt").toString(), Qt::ISODate);
    sheet.digest = QByteArray::fromHex(json.value(u"digest").toString().toLatin1());
    const QJsonObject shown = json.value(u"answers").toObject();
    for (auto it = shown.begin(); it != shown.end(); ++it) {
        sheet.answers.insert(it.key(), it->toString());
    }
    sheet.pages = json.value(u"pages").toInt();
    sheet.attachment = json.value(u"attachment").toString();
    if (sheet.id.isNull() || !sheet.printedAt.isValid() || sheet.digest.size() != DigestBytes) {
        return {};
    }
    return sheet;
}

} // namespace motcua
