// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/PrintedDeclaration.h"

#include "models/form/FieldPath.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace motcua {

namespace {

using Kind = DeclarationBlock::Kind;

const QString DeclaredAbsent = QStringLiteral(" "); // in printedAnswers()

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

    void add(const DeclarationBlock &block, int row, QList<PrintedBlock> &into)
    {
        PrintedBlock made;
        made.kind = block.kind;
        switch (block.kind) {
        case Kind::Line:
            for (const DeclarationColumn &part : block.columns) {
                const QString value = filled(part.value, row, Empty::Gap);
                made.parts.append({part.title, block.capitals ? value.toUpper() : value});
                made.widths.append(part.width);
            }
            break;
        case Kind::Table:
            addRows(block, made);
            break;
        case Kind::Each:
            // The sheet has room for one, whether anybody began it or not.
            for (int each = 1; each <= std::max(1, rowsIn(m_filed, block.section)); ++each) {
                for (const DeclarationBlock &inner : block.blocks) {
                    add(inner, each, into);
                }
            }
            return;
        case Kind::Signatures:
            for (const QStringList &column : block.signatures) {
                made.rows.append(signature(column, row));
            }
            if (isAnswered(block.witness, row)) {
                made.rows.insert(std::max<qsizetype>(0, made.rows.size() - 1), signature(block.witness, row));
            }
            break;
        case Kind::State:
        case Kind::Title:
        case Kind::Addressee:
        case Kind::Dated:
            made.text = filled(block.text, row, Empty::Gap);
            break;
        case Kind::Paragraph:
            made.text = filled(block.text, row, isNothingBut(block.text) ? Empty::Nothing : Empty::Gap);
            break;
        }
        into.append(made);
    }

    [[nodiscard]] const QMap<QString, QString> &answers() const { return m_answers; }

private:
    /** What stands in the place of an answer that nobody gave. */
    enum class Empty {
        Gap,
        Nothing, ///< nor the brackets around it
        AsOnTheBlank, ///< what the form begins with, if it is a choice; else nothing
    };

    struct Answer
    {
        QString text = {};
        bool isAbsent = false; ///< on request: nobody is to fill it in
    };

    void addRows(const DeclarationBlock &block, PrintedBlock &made)
    {
        for (const DeclarationColumn &column : block.columns) {
            made.header.append(column.title);
            made.widths.append(column.width);
        }
        for (int each = 1; each <= rowsIn(m_filed, block.section); ++each) {
            QStringList cells;
            for (const DeclarationColumn &column : block.columns) {
                cells.append(filled(column.value, each, Empty::Nothing));
            }
            made.rows.append(cells);
        }
    }

    [[nodiscard]] QStringList signature(const QStringList &column, int row)
    {
        QStringList lines;
        for (const QString &line : column) {
            lines.append(filled(line, row, Empty::AsOnTheBlank));
        }
        return lines;
    }

    /** Whether one of the answers in `lines` was given. */
    [[nodiscard]] bool isAnswered(const QStringList &lines, int row)
    {
        return std::any_of(lines.cbegin(), lines.cend(), [&](const QString &line) {
            const qsizetype open = line.indexOf(u'{');
            return open >= 0 && !value(line.mid(open + 1, line.indexOf(u'}', open) - open - 1), row).text.isEmpty();
        });
    }

    [[nodiscard]] static bool isNothingBut(const QString &placeholder)
    {
        return placeholder.startsWith(u'{') && placeholder.indexOf(u'}') == placeholder.size() - 1;
    }

    [[nodiscard]] Answer value(const QString &name, int row)
    {
        const QDate dated = m_scene.dated.isValid() ? m_scene.dated : m_scene.day;
        if (name == u"unit.name") {
            return {m_scene.unitName};
        }
        if (name == u"unit.governingBody") {
            return {m_scene.governingBody};
        }
        if (name == u"unit.place") {
            return {m_scene.place};
        }
        if (name == u"receipt.day") {
            return {dated.toString(QStringLiteral("dd"))};
        }
        if (name == u"receipt.month") {
            return {dated.toString(QStringLiteral("MM"))};
        }
        if (name == u"receipt.year") {
            return {QString::number(dated.year())};
        }
        if (name == u"row") {
            return {QString::number(row)};
        }
        if (const qsizetype choice = name.indexOf(u'='); choice >= 0) {
            const QString where = path(name.left(choice), row);
            const bool chosen = m_filed.text(where) == QStringView(name).sliced(choice + 1);
            m_answers.insert(where, m_filed.text(where));
            return {chosen ? QStringLiteral("☒") : QStringLiteral("☐")};
        }
        const QString where = path(name, row);
        Answer answer{m_form.shown(where, m_filed).remove(DeclarationGap), false};
        answer.isAbsent = answer.text.isEmpty() && isDeclaredAbsent(where, name);
        m_answers.insert(where, answer.isAbsent ? DeclaredAbsent : answer.text);
        return answer;
    }

    [[nodiscard]] bool isDeclaredAbsent(const QString &where, const QString &field) const
    {
        if (m_filed.value(where).state == FieldValue::State::DeclaredAbsent) {
            return true;
        }
        return std::any_of(m_form.sections.cbegin(), m_form.sections.cend(), [&](const FormSection &section) {
            return m_filed.value(section.id).state == FieldValue::State::DeclaredAbsent
                && std::any_of(section.fields.cbegin(), section.fields.cend(), [&](const Field &one) { return one.id == field; });
        });
    }

    /** Of a choice nobody made, what the form begins with; a blank sheet says the same there. */
    [[nodiscard]] QString onTheBlank(const QString &name) const
    {
        const Field *field = m_form.field(name);
        const FieldOption *option = field ? field->option(field->initial) : nullptr;
        return option ? option->label : QString();
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
    [[nodiscard]] QString filled(const QString &pattern, int row, Empty empty)
    {
        QString made;
        qsizetype at = 0;
        for (qsizetype open = pattern.indexOf(u'{'); open >= 0; open = pattern.indexOf(u'{', at)) {
            made += QStringView(pattern).sliced(at, open - at);
            QString answer;
            bool isAbsent = false;
            for (QString between; open >= 0;) {
                at = pattern.indexOf(u'}', open) + 1;
                const QString name = pattern.mid(open + 1, at - open - 2);
                Answer one = value(name, row);
                if (one.text.isEmpty() && empty == Empty::AsOnTheBlank) {
                    one.text = onTheBlank(name);
                }
                isAbsent = isAbsent || one.isAbsent;
                answer += (answer.isEmpty() || one.text.isEmpty() ? QString() : between) + one.text;
                const qsizetype next = pattern.indexOf(u'{', at);
                between = next < 0 ? QString() : pattern.mid(at, next - at);
                open = next >= 0 && between.trimmed().isEmpty() ? next : -1;
            }
            if (!answer.isEmpty() || isAbsent) {
                made += answer;
            } else if (empty == Empty::Gap) {
                made += DeclarationGap;
            } else if (made.endsWith(u'(') && QStringView(pattern).sliced(at).startsWith(u')')) {
                made.chop(1);
                ++at;
            }
        }
        made += QStringView(pattern).sliced(at);
        return made;
    }

    const FormSchema &m_form;
    const FormDraft &m_filed;
    const DeclarationScene &m_scene;
    QMap<QString, QString> m_answers;
};

struct Filled
{
    QList<PrintedBlock> blocks = {};
    QMap<QString, QString> answers = {};
};

Filled filledWith(const DeclarationLayout &layout, const FormChecker &form, const FormDraft &draft, const DeclarationScene &scene)
{
    const FormDraft filed = form.filed(draft, scene.day);
    Filling filling(form, filed, scene);
    Filled made;
    for (const DeclarationBlock &block : layout.blocks) {
        filling.add(block, 0, made.blocks);
    }
    made.answers = filling.answers();
    return made;
}

} // namespace

QList<PrintedBlock> printed(const DeclarationLayout &layout, const FormChecker &form, const FormDraft &draft, const DeclarationScene &scene)
{
    return filledWith(layout, form, draft, scene).blocks;
}

QMap<QString, QString> printedAnswers(
    const DeclarationLayout &layout, const FormChecker &form, const FormDraft &draft, const DeclarationScene &scene)
{
    return filledWith(layout, form, draft, scene).answers;
}

QByteArray digestOf(const QList<PrintedBlock> &blocks)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    for (const PrintedBlock &block : blocks) {
        stream << static_cast<qint32>(block.kind) << block.text << block.parts << block.header << block.widths << block.rows;
    }
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace motcua
