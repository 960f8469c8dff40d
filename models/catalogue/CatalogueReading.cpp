// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/CatalogueReading.h"

#include "models/catalogue/BanksReader.h"
#include "models/catalogue/BlocksReader.h"
#include "models/catalogue/CalendarReader.h"
#include "models/catalogue/CategoryReader.h"
#include "models/catalogue/CodesReader.h"
#include "models/catalogue/DeclarationReader.h"
#include "models/catalogue/FeesReader.h"
#include "models/catalogue/FormReader.h"
#include "models/catalogue/JsonMembers.h"
#include "models/catalogue/NotesReader.h"
#include "models/catalogue/RulesReader.h"

#include <algorithm>
#include <utility>

namespace motcua {

CatalogueReading::CatalogueReading(const QList<SourceFile> &files, const SharedWork &share, First first)
    : m_files(files)
    , m_share(share)
    , m_sources(static_cast<size_t>(files.size()))
{
    m_share(m_sources.size(), [this, first](size_t index) {
        m_sources[index].text = &m_files.at(static_cast<qsizetype>(index));
        if (first == First::All || !m_sources[index].text->bytes.contains("motcua.procedure/1")) {
            parse(m_sources[index]);
        }
    });
}

Result<Catalogue, QList<Error>> CatalogueReading::read()
{
    readParts();
    readProcedures();
    const auto isLatePart = [](const Source &source) {
        return source.wasLeft && source.kind != Kind::Procedure && source.kind != Kind::Unknown;
    };
    if (std::any_of(m_sources.cbegin(), m_sources.cend(), isLatePart)) {
        // Something else with the words of a procedure in it, which nobody writes, came too late to make anything of it.
        return CatalogueReading(m_files, m_share, First::All).read();
    }
    orderEditions();
    QList<Error> errors;
    for (const Source &source : m_sources) {
        if (source.file) {
            errors.append(source.file->errors());
        }
    }
    if (!errors.isEmpty()) {
        return errors;
    }
    return std::move(m_made);
}

void CatalogueReading::parse(Source &source)
{
    source.file = std::make_unique<JsonFile>(*source.text);
    if (!source.file->isGood()) {
        return;
    }
    const JsonNode root(*source.file);
    source.kind = JsonMembers(root).word<Kind>(QStringLiteral("schema"),
        {{u"motcua.rules/1", Kind::Rules}, {u"motcua.category/1", Kind::Category}, {u"motcua.blocks/1", Kind::Blocks},
            {u"motcua.form/1", Kind::Form}, {u"motcua.codes/1", Kind::Codes}, {u"motcua.banks/1", Kind::Banks},
            {u"motcua.notes/1", Kind::Notes}, {u"motcua.files/1", Kind::Files}, {u"motcua.calendar/1", Kind::Calendar}, {u"motcua.fees/1", Kind::Fees}, {u"motcua.declaration/1", Kind::Declaration},
            {u"motcua.procedure/1", Kind::Procedure}});
}

void CatalogueReading::complain(Source &source, const QString &key, const QString &what)
{
    if (!source.file) {
        source.file = std::make_unique<JsonFile>(*source.text);
    }
    const JsonNode root(*source.file);
    JsonMembers(root).complain(key, what);
}

template <typename T>
void CatalogueReading::add(
    QMap<QString, T> &map, const QString &id, const T &value, Source &source, const QString &key, const QString &what)
{
    if (map.contains(id)) {
        complain(source, key, QStringLiteral("the %1 \"%2\" exists twice").arg(what, id));
    }
    map.insert(id, value);
}

void CatalogueReading::readParts()
{
    const auto forEach = [this](Kind kind, auto read) {
        for (Source &source : m_sources) {
            if (source.kind == kind) {
                read(source);
            }
        }
    };
    forEach(Kind::Rules, [this](Source &source) { readRules(source); });
    forEach(Kind::Category, [this](Source &source) {
        const Category category = readCategory(*source.file);
        add(m_forms.categories, category.id(), category, source, QStringLiteral("id"), QStringLiteral("category"));
    });
    forEach(Kind::Blocks, [this](Source &source) {
        const QMap<QString, FieldBlock> more = readBlocks(*source.file);
        for (const FieldBlock &block : more) {
            add(m_forms.blocks, block.id, block, source, QStringLiteral("blocks"), QStringLiteral("block"));
        }
    });
    forEach(Kind::Calendar, [this, another = false](Source &source) mutable {
        if (std::exchange(another, true)) {
            complain(source, QStringLiteral("id"), QStringLiteral("there is another working calendar already"));
        }
        m_made.m_calendar = readCalendar(*source.file);
    });
    m_forms.days = m_made.m_calendar.days();
    m_made.m_categories = m_forms.categories;
    readForms();
    forEach(Kind::Codes, [this](Source &source) {
        const Codes codes = readCodes(*source.file);
        m_made.m_codeGrammars.append(codes.grammars);
        m_made.m_codePatterns.append(codes.patterns);
    });
    forEach(Kind::Banks, [this](Source &source) { readBankList(source); });
    forEach(Kind::Notes, [this](Source &source) { readNoteList(source); });
    forEach(Kind::Files, [this](Source &source) { readFileRules(source); });
    forEach(Kind::Fees, [this](Source &source) { readLocalFees(*source.file, m_parts.localFees); });
    forEach(Kind::Declaration, [this](Source &source) {
        const DeclarationLayout layout = readDeclaration(*source.file, m_parts.checkers);
        add(m_parts.layouts, layout.id, layout, source, QStringLiteral("id"), QStringLiteral("layout"));
    });
    m_parts.clock = m_made.m_calendar.clock();
    m_parts.codes = m_made.m_codePatterns;
}

void CatalogueReading::readRules(Source &source)
{
    const RuleBook more = readRuleBook(*source.file);
    if (more.personalNumbers) {
        if (m_forms.personalNumbers) {
            complain(source, QStringLiteral("personalNumbers"), QStringLiteral("what personal numbers mean is said twice"));
        }
        m_forms.personalNumbers = more.personalNumbers;
        m_made.m_personalNumbers = *more.personalNumbers;
    }
    for (const TextRule &rule : more.rules) {
        add(m_forms.rules, rule.id, rule, source, QStringLiteral("rules"), QStringLiteral("rule"));
    }
}

void CatalogueReading::readBankList(Source &source)
{
    const QMap<QString, Bank> earlier = m_made.m_banks; // within one file its reader looks
    for (const Bank &bank : readBanks(*source.file)) {
        if (earlier.contains(bank.bin)) {
            complain(source, QStringLiteral("banks"), QStringLiteral("the bank %1 exists twice").arg(bank.bin));
        }
        m_made.m_banks.insert(bank.bin, bank);
    }
}

void CatalogueReading::readNoteList(Source &source)
{
    if (!m_made.m_notes.isEmpty()) {
        complain(source, QStringLiteral("notes"), QStringLiteral("there is another list of notes already"));
    }
    m_made.m_notes = readNotes(*source.file);
}

void CatalogueReading::readFileRules(Source &source)
{
    if (m_made.m_fileRules.largestBytes > 0) {
        complain(source, QStringLiteral("mediaTypes"), QStringLiteral("which files are taken in is said twice"));
    }
    m_made.m_fileRules = readPaperFileRules(*source.file);
}

void CatalogueReading::readForms()
{
    std::vector<Source *> sources;
    for (Source &source : m_sources) {
        if (source.kind == Kind::Form) {
            sources.push_back(&source);
        }
    }
    std::vector<FormChecker> forms(sources.size());
    m_share(sources.size(), [this, &sources, &forms](size_t index) { forms[index] = FormChecker(readForm(*sources[index]->file, m_forms)); });
    for (size_t index = 0; index < sources.size(); ++index) {
        add(m_parts.checkers, forms[index].schema().id, forms[index], *sources[index], QStringLiteral("id"), QStringLiteral("form"));
        m_made.m_forms.insert(forms[index].schema().id, forms[index].schema());
    }
}

void CatalogueReading::readProcedures()
{
    m_share(m_sources.size(), [this](size_t index) {
        Source &source = m_sources[index];
        source.wasLeft = !source.file;
        if (source.wasLeft) {
            parse(source);
        }
        if (source.kind == Kind::Procedure) {
            source.edition.append(readProcedure(*source.file, m_parts));
            if (source.file->isGood()) {
                source.file.reset();
            }
        }
    });
}

void CatalogueReading::checkSequence(const Source &earlier, Source &later)
{
    const Procedure &before = earlier.edition.constFirst();
    const Procedure &after = later.edition.constFirst();
    if (before.edition == after.edition) {
        complain(later, QStringLiteral("edition"), QStringLiteral("the edition \"%1\" exists twice").arg(before.edition));
    } else if (before.validTo.isNull() || before.validTo >= after.validFrom) {
        complain(later, QStringLiteral("validFrom"), QStringLiteral("overlaps with the edition \"%1\"").arg(before.edition));
    } else if (before.validTo.addDays(1) != after.validFrom) {
        complain(later, QStringLiteral("validFrom"),
            QStringLiteral("leaves a gap after the edition \"%1\", which ends on %2").arg(before.edition, before.validTo.toString(Qt::ISODate)));
    }
}

void CatalogueReading::orderEditions()
{
    std::vector<Source *> editions;
    for (Source &source : m_sources) {
        if (source.kind == Kind::Procedure) {
            editions.push_back(&source);
        }
    }
    std::stable_sort(editions.begin(), editions.end(), [](const Source *a, const Source *b) {
        const Procedure &one = a->edition.constFirst();
        const Procedure &other = b->edition.constFirst();
        const int order = one.code.compare(other.code);
        return order != 0 ? order < 0 : one.validFrom < other.validFrom;
    });
    for (auto first = editions.cbegin(); first != editions.cend();) {
        const QString code = (*first)->edition.constFirst().code;
        const auto next = std::find_if(first, editions.cend(), [&code](const Source *one) { return one->edition.constFirst().code != code; });
        for (auto later = first + 1; later != next; ++later) {
            if ((*(later - 1))->edition.constFirst().validFrom.isValid()) {
                checkSequence(**(later - 1), **later);
            }
        }
        QList<Procedure> inOrder = std::move((*first)->edition);
        std::for_each(first + 1, next, [&inOrder](Source *one) { inOrder.append(std::move(one->edition)); });
        m_made.m_editions.insert(m_made.m_editions.cend(), code, std::move(inOrder));
        first = next;
    }
}

} // namespace motcua
