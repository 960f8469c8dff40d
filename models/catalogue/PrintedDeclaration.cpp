// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/PrintedDeclaration.h"

#include "models/form/FieldPath.h"

namespace motcua {

namespace {

using Kind = DeclarationBlock::Kind;

/** Fills one layout with one draft. */
class Filling
{
public:
    Filling(const FormChecker &form, const FormDraft &filed, const DeclarationScene &scene)
        : m_form(form.schema())
        , m_filed(filed)
        , m_scene(scene)
    {
    }

    void add(const DeclarationBlock &block, int row, QList<PrintedBlock> &into) const
    {
        PrintedBlock made;
        made.kind = block.kind;
        made.text = filled(block.text, row);
        switch (block.kind) {
        case Kind::Line:
            for (const DeclarationColumn &part : block.columns) {
                const QString value = filled(part.value, row);
                made.parts.append({part.title, block.capitals ? value.toUpper() : value});
            }
            break;
        case Kind::Table:
            for (const DeclarationColumn &column : block.columns) {
                made.header.append(column.title);
                made.widths.append(column.width);
            }
            for (int each = 1; each <= rowsIn(m_filed, block.section); ++each) {
                QStringList cells;
                for (const DeclarationColumn &column : block.columns) {
                    cells.append(filled(column.value, each));
                }
                made.rows.append(cells);
            }
            break;
        case Kind::Each:
            for (int each = 1; each <= rowsIn(m_filed, block.section); ++each) {
                for (const DeclarationBlock &inner : block.blocks) {
                    add(inner, each, into);
                }
            }
            return;
        case Kind::Signatures:
            for (const QStringList &column : block.signatures) {
                QStringList lines;
                for (const QString &line : column) {
                    lines.append(filled(line, row));
                }
                made.rows.append(lines);
            }
            break;
        case Kind::State:
        case Kind::Title:
        case Kind::Addressee:
        case Kind::Paragraph:
            break;
        }
        into.append(made);
    }

private:
    [[nodiscard]] QString value(const QString &name, int row) const
    {
        if (name == u"unit.name") {
            return m_scene.unitName;
        }
        if (name == u"unit.governingBody") {
            return m_scene.governingBody;
        }
        if (name == u"unit.place") {
            return m_scene.place;
        }
        if (name == u"receipt.day") {
            return m_scene.day.toString(QStringLiteral("dd"));
        }
        if (name == u"receipt.month") {
            return m_scene.day.toString(QStringLiteral("MM"));
        }
        if (name == u"receipt.year") {
            return QString::number(m_scene.day.year());
        }
        if (name == u"row") {
            return QString::number(row);
        }
        if (const qsizetype choice = name.indexOf(u'='); choice >= 0) {
            const bool chosen = m_filed.text(path(name.left(choice), row)) == QStringView(name).sliced(choice + 1);
            return chosen ? QStringLiteral("☒") : QStringLiteral("☐");
        }
        return m_form.shown(path(name, row), m_filed);
    }

    [[nodiscard]] QString path(const QString &name, int row) const
    {
        for (const FormSection &section : m_form.sections) {
            if (section.repeats && name.startsWith(section.id + u'.')) {
                return FieldPath::inRow(section.id, row, name);
            }
        }
        return name;
    }

    /** Values are put in once and never read again, so a brace a citizen typed stays a brace. */
    [[nodiscard]] QString filled(const QString &pattern, int row) const
    {
        QString made;
        qsizetype at = 0;
        for (qsizetype open = pattern.indexOf(u'{'); open >= 0; open = pattern.indexOf(u'{', at)) {
            const qsizetype close = pattern.indexOf(u'}', open);
            made += QStringView(pattern).sliced(at, open - at);
            made += value(pattern.mid(open + 1, close - open - 1), row);
            at = close + 1;
        }
        made += QStringView(pattern).sliced(at);
        return made;
    }

    const FormSchema &m_form;
    const FormDraft &m_filed;
    const DeclarationScene &m_scene;
};

} // namespace

QList<PrintedBlock> printed(const DeclarationLayout &layout, const FormChecker &form, const FormDraft &draft, const DeclarationScene &scene)
{
    const FormDraft filed = form.filed(draft, scene.day);
    const Filling filling(form, filed, scene);
    QList<PrintedBlock> blocks;
    for (const DeclarationBlock &block : layout.blocks) {
        filling.add(block, 0, blocks);
    }
    return blocks;
}

} // namespace motcua
