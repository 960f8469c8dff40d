// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/SlipTemplateReader.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace motcua {

namespace {

const QStringList MomentNames = {u"hour"_qs, u"minute"_qs, u"day"_qs, u"month"_qs, u"year"_qs};
const QStringList DayNames = {u"day"_qs, u"month"_qs, u"year"_qs};
const QStringList FootNames = {u"code"_qs, u"page"_qs, u"pages"_qs};

QString inPath(const QString &path, const QString &key)
{
    return path.isEmpty() ? key : path + u'.' + key;
}

} // namespace

SlipTemplateReader::SlipTemplateReader(const QByteArray &json, const QString &fileName)
    : m_json(json)
    , m_fileName(fileName)
{
}

SlipTemplate SlipTemplateReader::read()
{
    m_faults.clear();
    SlipTemplate result;
    QJsonParseError failure;
    const QJsonDocument document = QJsonDocument::fromJson(m_json, &failure);
    if (failure.error != QJsonParseError::NoError) {
        fault(ErrorCode::CatalogueSyntax, failure.offset, failure.errorString());
        return result;
    }
    if (!document.isObject()) {
        fault(ErrorCode::CatalogueSchema, 0, u"a slip template is an object"_qs);
        return result;
    }
    const QJsonObject root = document.object();
    refuseOtherKeys(root,
        {u"form"_qs, u"edition"_qs, u"name"_qs, u"validFrom"_qs, u"validUntil"_qs, u"source"_qs, u"unverified"_qs, u"paper"_qs, u"textPoints"_qs,
            u"marginMillimetres"_qs, u"dates"_qs, u"marks"_qs, u"foot"_qs, u"blocks"_qs},
        {});
    readHeader(root, result);
    readSheet(root, result);
    readWording(root, result.m_wording);

    const QJsonArray blocks = root.value(u"blocks").toArray();
    if (blocks.isEmpty()) {
        fault(ErrorCode::CatalogueSchema, offsetOf(u"\"blocks\""_qs), u"blocks: a slip has at least one"_qs);
    }
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        result.m_blocks.append(readBlock(blocks.at(i).toObject(), QStringLiteral("blocks[%1]").arg(i)));
    }
    return result;
}

void SlipTemplateReader::readHeader(const QJsonObject &root, SlipTemplate &result)
{
    result.m_form = text(root, u"form"_qs, {});
    result.m_edition = text(root, u"edition"_qs, {});
    result.m_name = text(root, u"name"_qs, {});
    text(root, u"source"_qs, {});
    result.m_validFrom = date(root, u"validFrom"_qs, true);
    result.m_validUntil = date(root, u"validUntil"_qs, false);
    if (result.m_validUntil.isValid() && result.m_validUntil < result.m_validFrom) {
        fault(ErrorCode::CatalogueSchema, offsetOf(u"\"validUntil\""_qs), u"validUntil: before validFrom"_qs);
    }
    result.m_unverified = lines(root, u"unverified"_qs, {});
    // The name becomes the title in the file's metadata, where nothing about a person may stand.
    refuseOtherPlaceholders(result.m_name, {}, u"name"_qs);
}

void SlipTemplateReader::readSheet(const QJsonObject &root, SlipTemplate &result)
{
    const QString paper = text(root, u"paper"_qs, {});
    if (paper == u"A4") {
        result.m_paper = PaperSize::A4;
    } else if (paper == u"A5") {
        result.m_paper = PaperSize::A5;
    } else if (!paper.isEmpty()) {
        fault(ErrorCode::CatalogueSchema, offsetOf(u"\"paper\""_qs), QStringLiteral("paper: A4 or A5, not %1").arg(paper));
    }
    result.m_textPoints = number(root, u"textPoints"_qs, 7, 20);
    result.m_marginMillimetres = number(root, u"marginMillimetres"_qs, 5, 30);
}

void SlipTemplateReader::readWording(const QJsonObject &root, SlipWording &wording)
{
    const QJsonObject dates = root.value(u"dates").toObject();
    refuseOtherKeys(dates, {u"moment"_qs, u"day"_qs, u"monthsWithZero"_qs}, u"dates"_qs);
    wording.moment = text(dates, u"moment"_qs, u"dates"_qs);
    wording.day = text(dates, u"day"_qs, u"dates"_qs);
    refuseOtherPlaceholders(wording.moment, MomentNames, u"dates.moment"_qs);
    refuseOtherPlaceholders(wording.day, DayNames, u"dates.day"_qs);
    wording.monthsWithZero = static_cast<int>(number(dates, u"monthsWithZero"_qs, 0, 12));

    const QJsonObject marks = root.value(u"marks").toObject();
    refuseOtherKeys(marks, {u"copy"_qs, u"replacement"_qs, u"revision"_qs, u"draft"_qs, u"training"_qs, u"trainingWatermark"_qs}, u"marks"_qs);
    wording.copy = text(marks, u"copy"_qs, u"marks"_qs);
    wording.replacement = text(marks, u"replacement"_qs, u"marks"_qs);
    wording.revision = text(marks, u"revision"_qs, u"marks"_qs);
    wording.draft = text(marks, u"draft"_qs, u"marks"_qs);
    wording.training = text(marks, u"training"_qs, u"marks"_qs);
    wording.trainingWatermark = text(marks, u"trainingWatermark"_qs, u"marks"_qs);
    refuseOtherPlaceholders(wording.copy, {u"copy"_qs}, u"marks.copy"_qs);
    if (!wording.copy.isEmpty() && SlipWording::placeholdersIn(wording.copy).isEmpty()) {
        fault(ErrorCode::CatalogueSchema, offsetOf(u"\"copy\""_qs), u"marks.copy: says which copy with {copy}"_qs);
    }
    refuseOtherPlaceholders(wording.revision, {u"revision"_qs}, u"marks.revision"_qs);
    if (!wording.revision.isEmpty() && SlipWording::placeholdersIn(wording.revision).isEmpty()) {
        fault(ErrorCode::CatalogueSchema, offsetOf(u"\"revision\""_qs), u"marks.revision: says which revision with {revision}"_qs);
    }
    for (const auto &[mark, key] : {std::pair(wording.replacement, u"marks.replacement"_qs), std::pair(wording.draft, u"marks.draft"_qs),
             std::pair(wording.training, u"marks.training"_qs), std::pair(wording.trainingWatermark, u"marks.trainingWatermark"_qs)}) {
        refuseOtherPlaceholders(mark, {}, key);
    }

    const QJsonObject foot = root.value(u"foot").toObject();
    refuseOtherKeys(foot, {u"left"_qs, u"right"_qs}, u"foot"_qs);
    wording.footLeft = text(foot, u"left"_qs, u"foot"_qs);
    wording.footRight = text(foot, u"right"_qs, u"foot"_qs);
    refuseOtherPlaceholders(wording.footLeft, FootNames, u"foot.left"_qs);
    refuseOtherPlaceholders(wording.footRight, FootNames, u"foot.right"_qs);
}

SlipBlock SlipTemplateReader::readBlock(const QJsonObject &object, const QString &path)
{
    SlipBlock block;
    const QString kind = text(object, u"kind"_qs, path);
    const bool head = kind == u"head";
    if (head || kind == u"signatures") {
        block.kind = head ? SlipBlock::Kind::Head : SlipBlock::Kind::Signatures;
        refuseOtherKeys(object, {u"kind"_qs, u"left"_qs, u"right"_qs}, path);
        block.left = lines(object, u"left"_qs, path);
        block.right = lines(object, u"right"_qs, path);
        const QStringList both = block.left + block.right;
        for (const QString &line : both) {
            refuseOtherPlaceholders(line, SlipWording::placeholders(), path);
        }
    } else if (kind == u"title" || kind == u"paragraph") {
        block.kind = kind == u"title" ? SlipBlock::Kind::Title : SlipBlock::Kind::Paragraph;
        refuseOtherKeys(object, {u"kind"_qs, u"text"_qs}, path);
        block.text = text(object, u"text"_qs, path);
        refuseOtherPlaceholders(block.text, SlipWording::placeholders(), path + u".text"_qs);
    } else if (kind == u"fields" || kind == u"code" || kind == u"papers") {
        block.kind = kind == u"fields" ? SlipBlock::Kind::Fields : kind == u"code" ? SlipBlock::Kind::Code : SlipBlock::Kind::Papers;
        refuseOtherKeys(object, {u"kind"_qs, u"fields"_qs}, path);
        const QJsonArray fields = object.value(u"fields").toArray();
        for (qsizetype i = 0; i < fields.size(); ++i) {
            block.fields.append(readField(fields.at(i).toObject(), QStringLiteral("%1.fields[%2]").arg(path).arg(i)));
        }
        if (fields.isEmpty() || (kind != u"fields" && fields.size() != 1)) {
            fault(ErrorCode::CatalogueSchema, -1, path + (fields.isEmpty() ? u".fields: at least one"_qs : u".fields: exactly one"_qs));
        }
    } else if (!kind.isEmpty()) {
        fault(ErrorCode::CatalogueSchema, offsetOf(u'"' + kind + u'"'), QStringLiteral("%1.kind: no kind of block is called %2").arg(path, kind));
    }
    return block;
}

SlipField SlipTemplateReader::readField(const QJsonObject &object, const QString &path)
{
    refuseOtherKeys(object, {u"label"_qs, u"value"_qs, u"empty"_qs, u"strong"_qs}, path);
    SlipField field;
    field.label = text(object, u"label"_qs, path);
    field.value = text(object, u"value"_qs, path);
    refuseOtherPlaceholders(field.label, {}, path + u".label"_qs);
    refuseOtherPlaceholders(field.value, SlipWording::placeholders(), path + u".value"_qs);
    const QString empty = text(object, u"empty"_qs, path, false);
    if (empty == u"dots") {
        field.empty = SlipField::Empty::Dots;
    } else if (empty == u"omit") {
        field.empty = SlipField::Empty::Omit;
    } else if (!empty.isEmpty() && empty != u"blank") {
        fault(ErrorCode::CatalogueSchema, offsetOf(u'"' + empty + u'"'), QStringLiteral("%1.empty: blank, dots or omit, not %2").arg(path, empty));
    }
    const QJsonValue strong = object.value(u"strong");
    if (!strong.isUndefined() && !strong.isBool()) {
        fault(ErrorCode::CatalogueSchema, offsetOf(u"\"strong\""_qs), path + u".strong: true or false"_qs);
    }
    field.strong = strong.toBool();
    return field;
}

QString SlipTemplateReader::text(const QJsonObject &object, const QString &key, const QString &path, bool required)
{
    const QJsonValue value = object.value(key);
    if (value.isString() && !value.toString().trimmed().isEmpty()) {
        return value.toString().normalized(QString::NormalizationForm_C);
    }
    if (required || !value.isUndefined()) {
        const bool there = object.contains(key);
        fault(ErrorCode::CatalogueSchema, there ? offsetOf(u'"' + key + u'"') : -1, inPath(path, key) + (there ? u": a text"_qs : u": missing"_qs));
    }
    return {};
}

QStringList SlipTemplateReader::lines(const QJsonObject &object, const QString &key, const QString &path)
{
    const QJsonValue value = object.value(key);
    QStringList result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &line : array) {
        result.append(line.toString().normalized(QString::NormalizationForm_C));
    }
    if (!value.isArray() || result.contains(QString())) {
        fault(ErrorCode::CatalogueSchema, object.contains(key) ? offsetOf(u'"' + key + u'"') : -1, inPath(path, key) + u": a list of texts"_qs);
    }
    return result;
}

double SlipTemplateReader::number(const QJsonObject &object, const QString &key, double least, double most)
{
    const QJsonValue value = object.value(key);
    if (!value.isDouble() || value.toDouble() < least || value.toDouble() > most) {
        fault(ErrorCode::CatalogueSchema, object.contains(key) ? offsetOf(u'"' + key + u'"') : -1,
            QStringLiteral("%1: a number from %2 to %3").arg(key).arg(least).arg(most));
        return least;
    }
    return value.toDouble();
}

QDate SlipTemplateReader::date(const QJsonObject &object, const QString &key, bool required)
{
    const QJsonValue value = object.value(key);
    if (!required && (value.isNull() || value.isUndefined())) {
        return {};
    }
    const QDate result = QDate::fromString(value.toString(), Qt::ISODate);
    if (!result.isValid()) {
        fault(ErrorCode::CatalogueSchema, object.contains(key) ? offsetOf(u'"' + key + u'"') : -1, key + u": a date as 2026-11-23"_qs);
    }
    return result;
}

void SlipTemplateReader::refuseOtherKeys(const QJsonObject &object, const QStringList &known, const QString &path)
{
    const QStringList keys = object.keys();
    for (const QString &key : keys) {
        if (!known.contains(key)) {
            fault(ErrorCode::CatalogueSchema, offsetOf(u'"' + key + u'"'), inPath(path, key) + u": unknown key"_qs);
        }
    }
}

void SlipTemplateReader::refuseOtherPlaceholders(const QString &pattern, const QStringList &known, const QString &path)
{
    const QStringList names = SlipWording::placeholdersIn(pattern);
    for (const QString &name : names) {
        if (!known.contains(name)) {
            fault(ErrorCode::CatalogueSchema, offsetOf(u'{' + name + u'}'), QStringLiteral("%1: no value is called {%2}").arg(path, name));
        }
    }
    if (pattern.count(u'{') != names.size() || pattern.count(u'}') != names.size()) {
        fault(ErrorCode::CatalogueSchema, offsetOf(pattern), path + u": a brace has no partner"_qs);
    }
}

// QJsonDocument keeps no positions, so a fault is placed at the first occurrence of the text that caused it.
qsizetype SlipTemplateReader::offsetOf(const QString &needle) const
{
    return m_json.indexOf(needle.toUtf8());
}

void SlipTemplateReader::fault(ErrorCode code, qsizetype offset, const QString &what)
{
    if (offset < 0) {
        m_faults.append({code, QStringLiteral("%1: %2").arg(m_fileName, what)});
        return;
    }
    const QByteArray before = m_json.left(offset);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size() + 1;
    m_faults.append({code, QStringLiteral("%1:%2:%3: %4").arg(m_fileName).arg(line).arg(column).arg(what)});
}

} // namespace motcua
