// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/DeclarationReader.h"

#include "models/catalogue/ConditionReader.h"
#include "models/catalogue/JsonMembers.h"

#include <QSet>

namespace motcua {

namespace {

using Kind = DeclarationBlock::Kind;

/** A layout being read against its form. */
class Reading
{
public:
    Reading(JsonFile &file, const QMap<QString, FormChecker> &forms)
        : m_root(file)
        , m_members(m_root)
        , m_forms(forms)
    {
    }

    DeclarationLayout layout()
    {
        m_members.text(QStringLiteral("schema"));
        DeclarationLayout made;
        made.id = m_members.text(QStringLiteral("id"));
        made.form = m_members.text(QStringLiteral("form"));
        made.name = m_members.text(QStringLiteral("name"));
        made.basis = m_members.text(QStringLiteral("basis"));
        made.mark = m_members.text(QStringLiteral("mark"));
        made.paper = m_members.word<PaperSize>(
            QStringLiteral("paper"), {{u"A4", PaperSize::A4}, {u"A5", PaperSize::A5}});
        if (!made.form.isEmpty() && !m_forms.contains(made.form)) {
            m_members.complain(QStringLiteral("form"), QStringLiteral("there is no form \"%1\"").arg(made.form));
        }
        m_form = m_forms.value(made.form).schema();
        m_members.each(QStringLiteral("blocks"), true, [&](const JsonNode &node) { made.blocks.append(block(node, QString())); });
        readNotPrinted(made);
        m_members.done();
        return made;
    }

private:
    DeclarationBlock block(const JsonNode &node, const QString &inside)
    {
        JsonMembers members(node);
        DeclarationBlock made;
        made.kind = members.word<Kind>(QStringLiteral("kind"),
            {{u"state", Kind::State}, {u"title", Kind::Title}, {u"addressee", Kind::Addressee},
                {u"dated", Kind::Dated}, {u"line", Kind::Line}, {u"paragraph", Kind::Paragraph}, {u"table", Kind::Table},
                {u"each", Kind::Each}, {u"signatures", Kind::Signatures}});
        switch (made.kind) {
        case Kind::State:
            break;
        case Kind::Title:
        case Kind::Addressee:
        case Kind::Dated:
        case Kind::Paragraph:
            made.text = members.text(QStringLiteral("text"));
            check(members, QStringLiteral("text"), made.text, inside);
            break;
        case Kind::Line:
            made.capitals = members.flag(QStringLiteral("capitals"));
            made.columns = columns(members, QStringLiteral("parts"), QStringLiteral("label"), inside);
            break;
        case Kind::Table:
            made.section = section(members);
            made.columns = columns(members, QStringLiteral("columns"), QStringLiteral("title"), made.section);
            break;
        case Kind::Each:
            made.section = section(members);
            members.each(QStringLiteral("blocks"), true, [&](const JsonNode &one) {
                if (!inside.isEmpty()) {
                    one.complain(QStringLiteral("rows do not stand in rows"));
                    return;
                }
                made.blocks.append(block(one, made.section));
            });
            break;
        case Kind::Signatures:
            members.each(QStringLiteral("columns"), true, [&](const JsonNode &column) {
                QStringList lines;
                JsonMembers::forEach(column, [&](const JsonNode &line) { lines.append(signatureLine(line, inside)); });
                made.signatures.append(lines);
            });
            members.each(QStringLiteral("witness"), false, [&](const JsonNode &line) { made.witness.append(signatureLine(line, inside)); });
            break;
        }
        members.done();
        return made;
    }

    QList<DeclarationColumn> columns(JsonMembers &members, const QString &key, const QString &title, const QString &inside)
    {
        QList<DeclarationColumn> all;
        members.each(key, true, [&](const JsonNode &node) {
            JsonMembers one(node);
            DeclarationColumn column;
            column.title = one.textOr(title);
            column.value = one.text(QStringLiteral("value"));
            column.width = static_cast<int>(one.integerIf(QStringLiteral("width"), 1, 100).value_or(1));
            check(one, QStringLiteral("value"), column.value, inside);
            one.done();
            all.append(column);
        });
        return all;
    }

    QString signatureLine(const JsonNode &line, const QString &inside)
    {
        const QString text = elementText(line);
        checkAt(line, text, inside);
        return text;
    }

    QString section(JsonMembers &members)
    {
        const QString id = members.text(QStringLiteral("section"));
        const FormSection *found = m_form.section(id);
        if (!id.isEmpty() && !m_form.id.isEmpty() && (!found || !found->repeats)) {
            members.complain(QStringLiteral("section"), QStringLiteral("there is no section \"%1\" with rows").arg(id));
        }
        return id;
    }

    void check(const JsonMembers &members, const QString &key, const QString &text, const QString &inside)
    {
        const QStringList faults = faultsOf(text, inside);
        for (const QString &fault : faults) {
            members.complain(key, fault);
        }
    }

    void checkAt(const JsonNode &node, const QString &text, const QString &inside)
    {
        const QStringList faults = faultsOf(text, inside);
        for (const QString &fault : faults) {
            node.complain(fault);
        }
    }

    QStringList faultsOf(const QString &text, const QString &inside)
    {
        QStringList faults;
        const QStringList names = placeholders(text);
        if (text.count(u'{') != names.size() || text.count(u'}') != names.size()) {
            faults.append(QStringLiteral("a brace has no partner"));
        }
        for (const QString &written : names) {
            if (declarationNames().contains(written)) {
                continue;
            }
            const QString name = written.section(u'=', 0, 0);
            const Field *choice = written == name ? nullptr : fieldById(m_form, name);
            if (choice && violation(*choice, FieldValue::given(written.section(u'=', 1)), QDate(2199, 12, 31))) {
                faults.append(QStringLiteral("\"%1\" never answers \"%2\"").arg(name, written.section(u'=', 1)));
            }
            const FormSection *own = sectionOfField(m_form, name);
            if (!own && !m_form.id.isEmpty()) {
                faults.append(QStringLiteral("no answer is called {%1}").arg(name));
            } else if (own && own->repeats && own->id != inside) {
                faults.append(QStringLiteral("{%1} stands in rows, and here is no row").arg(name));
            }
            m_printed.insert(name);
        }
        return faults;
    }

    void readNotPrinted(DeclarationLayout &made)
    {
        m_members.each(QStringLiteral("notPrinted"), false, [&](const JsonNode &element) {
            const QString id = elementText(element);
            made.notPrinted.append(id);
            if (!fieldById(m_form, id) && !m_form.id.isEmpty()) {
                element.complain(QStringLiteral("there is no field \"%1\"").arg(id));
            } else if (m_printed.contains(id)) {
                element.complain(QStringLiteral("\"%1\" is printed").arg(id));
            }
        });
        for (const FormSection &section : m_form.sections) {
            for (const Field &field : section.fields) {
                if (!m_printed.contains(field.id) && !made.notPrinted.contains(field.id)) {
                    m_members.complain(QStringLiteral("blocks"), QStringLiteral("the answer \"%1\" has no place on the sheet").arg(field.id));
                }
            }
        }
    }

    JsonNode m_root;
    JsonMembers m_members;
    const QMap<QString, FormChecker> &m_forms;
    FormSchema m_form;
    QSet<QString> m_printed;
};

} // namespace

DeclarationLayout readDeclaration(JsonFile &file, const QMap<QString, FormChecker> &forms)
{
    return Reading(file, forms).layout();
}

const QStringList &declarationNames()
{
    static const QStringList names = {QStringLiteral("unit.name"), QStringLiteral("unit.governingBody"), QStringLiteral("unit.place"),
        QStringLiteral("receipt.day"), QStringLiteral("receipt.month"), QStringLiteral("receipt.year"), QStringLiteral("row")};
    return names;
}

QStringList placeholders(const QString &text)
{
    QStringList names;
    qsizetype open = text.indexOf(u'{');
    while (open >= 0) {
        const qsizetype close = text.indexOf(u'}', open);
        if (close < 0) {
            break;
        }
        names.append(text.mid(open + 1, close - open - 1));
        open = text.indexOf(u'{', close);
    }
    return names;
}

} // namespace motcua
