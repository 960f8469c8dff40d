// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/SlipTemplateReader.h"

#include <algorithm>

namespace motcua {

namespace {

using Kind = SlipBlock::Kind;

const QStringList MomentNames = {u"hour"_qs, u"minute"_qs, u"day"_qs, u"month"_qs, u"year"_qs};
const QStringList DayNames = {u"day"_qs, u"month"_qs, u"year"_qs};
const QStringList PostNames = {u"number"_qs, u"day"_qs, u"month"_qs, u"year"_qs, u"sheets"_qs};
const QStringList FootNames = {u"code"_qs, u"page"_qs, u"pages"_qs};

} // namespace

SlipTemplateReader::SlipTemplateReader(const SourceFile &file)
    : m_file(file)
{
}

SlipTemplate SlipTemplateReader::read()
{
    if (!m_file.isGood()) {
        return m_template;
    }
    const JsonNode node(m_file);
    JsonMembers root(node);
    readHeader(root);
    readSheets(root);
    readWording(root);
    root.each(u"blocks"_qs, true, [this](const JsonNode &block) { m_template.m_blocks.append(readBlock(block)); });
    const QList<SlipBlock> &blocks = m_template.m_blocks;
    if (blocks.isEmpty()) {
        root.complain(u"blocks"_qs, u"a slip has at least one block"_qs);
    }
    // NĐ 118/2025 Đ.17.3: one dossier, one code, printed on the receipt.
    const bool hasCode = std::any_of(blocks.cbegin(), blocks.cend(), [](const SlipBlock &block) { return block.kind == Kind::Code; });
    if (m_template.m_form == u"01" && m_file.isGood() && (!hasCode || m_template.mayLackCode())) {
        root.complain(u"blocks"_qs, u"the acceptance slip always shows its code: a block \"code\" whose field is not omitted"_qs);
    }
    root.done();
    return m_template;
}

void SlipTemplateReader::readHeader(JsonMembers &root)
{
    m_template.m_form = root.text(u"form"_qs);
    m_template.m_edition = root.text(u"edition"_qs);
    // The name becomes the title in the file's metadata, where nothing about a person may stand.
    m_template.m_name = text(root, u"name"_qs, {});
    (void)root.text(u"source"_qs);
    m_template.m_validFrom = root.date(u"validFrom"_qs);
    m_template.m_validUntil = root.dateIf(u"validUntil"_qs);
    if (m_template.m_validUntil.isValid() && m_template.m_validUntil < m_template.m_validFrom) {
        root.complain(u"validUntil"_qs, u"\"validUntil\" lies before \"validFrom\""_qs);
    }
    root.each(u"unverified"_qs, true, [this](const JsonNode &one) { m_template.m_unverified.append(elementText(one)); });
}

void SlipTemplateReader::readSheets(JsonMembers &root)
{
    m_template.m_paper = root.word<PaperSize>(u"paper"_qs, {{u"A4", PaperSize::A4}, {u"A5", PaperSize::A5}});
    root.object(u"papers"_qs, true, [this](const JsonNode &node) {
        JsonMembers papers(node);
        for (const auto &[name, paper] : {std::pair(u"A5"_qs, PaperSize::A5), std::pair(u"A4"_qs, PaperSize::A4)}) {
            papers.object(name, false, [this, size = paper](const JsonNode &one) {
                JsonMembers sheet(one);
                m_template.m_sheets.insert(size, {sheet.decimal(u"textPoints"_qs, 7, 20), sheet.decimal(u"marginMillimetres"_qs, 5, 30)});
                sheet.done();
            });
        }
        papers.done();
    });
    if (root.has(u"papers"_qs) && !m_template.m_sheets.contains(m_template.m_paper)) {
        root.complain(u"papers"_qs, u"\"papers\" says nothing of the size that \"paper\" names"_qs);
    }
}

void SlipTemplateReader::readWording(JsonMembers &root)
{
    SlipWording &wording = m_template.m_wording;
    root.object(u"dates"_qs, true, [&](const JsonNode &node) {
        JsonMembers dates(node);
        wording.moment = text(dates, u"moment"_qs, MomentNames);
        wording.day = text(dates, u"day"_qs, DayNames);
        wording.monthsWithZero = static_cast<int>(dates.integer(u"monthsWithZero"_qs, 0, 12));
        dates.done();
    });
    root.object(u"marks"_qs, true, [&](const JsonNode &node) {
        JsonMembers marks(node);
        wording.copy = mark(marks, u"copy"_qs, u"copy"_qs);
        wording.replacement = mark(marks, u"replacement"_qs, {});
        wording.revision = mark(marks, u"revision"_qs, u"revision"_qs);
        wording.draft = mark(marks, u"draft"_qs, {});
        wording.training = mark(marks, u"training"_qs, {});
        wording.trainingWatermark = mark(marks, u"trainingWatermark"_qs, {});
        marks.done();
    });
    root.object(u"foot"_qs, true, [&](const JsonNode &node) {
        JsonMembers foot(node);
        wording.footLeft = text(foot, u"left"_qs, FootNames);
        wording.footRight = text(foot, u"right"_qs, FootNames);
        foot.done();
    });
    root.object(u"post"_qs, false, [&](const JsonNode &node) {
        JsonMembers post(node);
        wording.postCame = text(post, u"came"_qs, PostNames);
        wording.postLetter = text(post, u"letter"_qs, PostNames);
        wording.postResult = text(post, u"result"_qs, {});
        wording.postSigned = text(post, u"signed"_qs, {});
        post.done();
    });
    root.object(u"portal"_qs, false, [&](const JsonNode &node) {
        JsonMembers portal(node);
        wording.portalAwaited = text(portal, u"awaited"_qs, {});
        wording.portalNumber = mark(portal, u"number"_qs, u"number"_qs);
        portal.done();
    });
    root.object(u"reasons"_qs, false, [&](const JsonNode &node) {
        JsonMembers reasons(node);
        const QStringList events = reasons.allKeys();
        for (const QString &event : events) {
            wording.reasons.insert(event, text(reasons, event, {}));
        }
    });
}

QString SlipTemplateReader::mark(JsonMembers &marks, const QString &key, const QString &needed)
{
    const QString words = text(marks, key, needed.isEmpty() ? QStringList() : QStringList{needed});
    if (!needed.isEmpty() && !words.isEmpty() && SlipWording::placeholdersIn(words).isEmpty()) {
        marks.complain(key, QStringLiteral("\"%1\" says which one with {%2}").arg(key, needed));
    }
    return words;
}

SlipBlock SlipTemplateReader::readBlock(const JsonNode &node)
{
    JsonMembers members(node);
    SlipBlock block;
    const auto kind = members.word<std::optional<Kind>>(u"kind"_qs,
        {{u"head", Kind::Head}, {u"code", Kind::Code}, {u"title", Kind::Title}, {u"fields", Kind::Fields}, {u"papers", Kind::Papers},
            {u"text", Kind::Text}, {u"table", Kind::Table}, {u"paragraph", Kind::Paragraph}, {u"signatures", Kind::Signatures}});
    if (!kind) {
        return block; // what may stand in it depends on it
    }
    block.kind = *kind;
    switch (block.kind) {
    case Kind::Head:
        readHead(members, block);
        break;
    case Kind::Signatures:
        readSignatures(members, block);
        break;
    case Kind::Title:
    case Kind::Paragraph:
        block.text = text(members, u"text"_qs, SlipWording::placeholders());
        break;
    case Kind::Table:
        readTable(members, block);
        break;
    case Kind::Code:
    case Kind::Fields:
    case Kind::Papers:
    case Kind::Text:
        readFields(members, block);
        break;
    }
    members.done();
    return block;
}

void SlipTemplateReader::readHead(JsonMembers &members, SlipBlock &block)
{
    block.left = lines(members, u"left"_qs, SlipWording::placeholders());
    block.right = lines(members, u"right"_qs, SlipWording::placeholders());
    block.number = text(members, u"number"_qs, SlipWording::placeholders(), false);
}

void SlipTemplateReader::readSignatures(JsonMembers &members, SlipBlock &block)
{
    block.recipients = lines(members, u"recipients"_qs, SlipWording::placeholders(), false);
    block.left = lines(members, u"left"_qs, SlipWording::placeholders(), block.recipients.isEmpty());
    block.right = lines(members, u"right"_qs, SlipWording::placeholders());
    if (!block.left.isEmpty() && !block.recipients.isEmpty()) {
        members.complain(u"recipients"_qs, u"\"recipients\" stand in place of \"left\""_qs);
    }
}

void SlipTemplateReader::readFields(JsonMembers &members, SlipBlock &block)
{
    members.each(u"fields"_qs, true, [&](const JsonNode &node) { block.fields.append(readField(node, block.kind != Kind::Text)); });
    if (members.has(u"fields"_qs) && (block.fields.isEmpty() || (block.kind != Kind::Fields && block.fields.size() != 1))) {
        members.complain(u"fields"_qs, block.fields.isEmpty() ? u"at least one field stands here"_qs : u"exactly one field stands here"_qs);
    }
    if (block.kind == Kind::Papers && !block.fields.isEmpty()) {
        const QStringList names = SlipWording::placeholdersIn(block.fields.constFirst().value);
        const auto lists = std::count_if(names.cbegin(), names.cend(), [](const QString &name) { return SlipWording::lists().contains(name); });
        if (lists != 1) {
            members.complain(u"fields"_qs, QStringLiteral("the value names one list: {%1}").arg(SlipWording::lists().join(u"} or {"_qs)));
        }
    }
}

void SlipTemplateReader::readTable(JsonMembers &members, SlipBlock &block)
{
    int width = 0;
    members.each(u"columns"_qs, true, [&](const JsonNode &node) {
        block.columns.append(readColumn(node));
        width += block.columns.constLast().width;
    });
    if (members.has(u"columns"_qs) && width != 100) {
        members.complain(u"columns"_qs, QStringLiteral("the columns are %1 percent wide together, not 100").arg(width));
    }
}

SlipColumn SlipTemplateReader::readColumn(const JsonNode &node)
{
    JsonMembers members(node);
    const QStringList known = SlipWording::placeholders() + SlipWording::rowPlaceholders();
    SlipColumn column;
    column.title = text(members, u"title"_qs, {});
    column.width = static_cast<int>(members.integer(u"width"_qs, 4, 92));
    column.lines = lines(members, u"lines"_qs, known);
    column.note = text(members, u"note"_qs, known, false);
    column.isCentred = members.flag(u"centred"_qs);
    members.done();
    return column;
}

SlipField SlipTemplateReader::readField(const JsonNode &node, bool needsLabel)
{
    using Empty = SlipField::Empty;
    JsonMembers members(node);
    SlipField field;
    field.label = text(members, u"label"_qs, {}, needsLabel);
    field.value = text(members, u"value"_qs, SlipWording::placeholders());
    field.empty = members.word<Empty>(
        u"empty"_qs, {{u"blank", Empty::Blank}, {u"dots", Empty::Dots}, {u"omit", Empty::Omit}}, Empty::Blank);
    field.strong = members.flag(u"strong"_qs);
    members.done();
    return field;
}

QString SlipTemplateReader::text(JsonMembers &members, const QString &key, const QStringList &known, bool isRequired)
{
    if (!isRequired && !members.has(key)) {
        return {};
    }
    const QString written = members.text(key);
    const JsonValue value = members.node().value().member(key);
    return written.isEmpty() ? written : checked(JsonNode(members.node(), value), written, known);
}

QStringList SlipTemplateReader::lines(JsonMembers &members, const QString &key, const QStringList &known, bool isRequired)
{
    QStringList result;
    members.each(key, isRequired, [&](const JsonNode &node) { result.append(checked(node, elementText(node), known)); });
    return result;
}

QString SlipTemplateReader::checked(const JsonNode &node, const QString &written, const QStringList &known)
{
    const QStringList names = SlipWording::placeholdersIn(written);
    for (const QString &name : names) {
        if (!known.contains(name)) {
            node.complain(QStringLiteral("no value is called {%1} here").arg(name));
        }
    }
    if (written.count(u'{') != names.size() || written.count(u'}') != names.size()) {
        node.complain(u"a brace has no partner"_qs);
    }
    m_template.m_placeholders += names;
    return written.normalized(QString::NormalizationForm_C);
}

} // namespace motcua
