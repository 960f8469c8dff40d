// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/Catalogue.h"

#include "models/catalogue/BanksReader.h"
#include "models/catalogue/BlocksReader.h"
#include "models/catalogue/CalendarReader.h"
#include "models/catalogue/CategoryReader.h"
#include "models/catalogue/CodesReader.h"
#include "models/catalogue/DeclarationReader.h"
#include "models/catalogue/FeesReader.h"
#include "models/catalogue/FormReader.h"
#include "models/catalogue/JsonMembers.h"
#include "models/catalogue/ProcedureReader.h"
#include "models/catalogue/RulesReader.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace motcua {

namespace {

/** What a file says it is. Each kind needs only kinds before it, so they are read in this order. */
enum class Kind { Unknown, Rules, Category, Blocks, Form, Codes, Banks, Calendar, Fees, Declaration, Procedure };

/** A file, what it is, and for a procedure what was read from it. */
struct Source
{
    explicit Source(const SourceFile &text)
        : file(text)
    {
    }

    JsonFile file;
    Kind kind = Kind::Unknown;
    Procedure edition = {};
};

Kind kindOf(JsonFile &file)
{
    if (!file.isGood()) {
        return Kind::Unknown;
    }
    const JsonNode root(file);
    JsonMembers members(root);
    return members.word<Kind>(QStringLiteral("schema"),
        {{QStringLiteral("motcua.rules/1"), Kind::Rules}, {QStringLiteral("motcua.category/1"), Kind::Category},
            {QStringLiteral("motcua.blocks/1"), Kind::Blocks}, {QStringLiteral("motcua.form/1"), Kind::Form},
            {QStringLiteral("motcua.codes/1"), Kind::Codes}, {QStringLiteral("motcua.banks/1"), Kind::Banks},
            {QStringLiteral("motcua.calendar/1"), Kind::Calendar}, {QStringLiteral("motcua.fees/1"), Kind::Fees},
            {QStringLiteral("motcua.declaration/1"), Kind::Declaration}, {QStringLiteral("motcua.procedure/1"), Kind::Procedure}});
}

void complainAt(Source &source, const QString &key, const QString &what)
{
    const JsonNode root(source.file);
    JsonMembers(root).complain(key, what);
}

/** Editions of one code, in order of the day they begin, must meet: a day without or with two of them has no law. */
void checkSequence(const Source &earlier, Source &later)
{
    const QString name = earlier.edition.edition;
    const QDate end = earlier.edition.validTo;
    if (earlier.edition.edition == later.edition.edition) {
        complainAt(later, QStringLiteral("edition"), QStringLiteral("the edition \"%1\" exists twice").arg(name));
    } else if (end.isNull() || end >= later.edition.validFrom) {
        complainAt(later, QStringLiteral("validFrom"), QStringLiteral("overlaps with the edition \"%1\"").arg(name));
    } else if (end.addDays(1) != later.edition.validFrom) {
        complainAt(later, QStringLiteral("validFrom"),
            QStringLiteral("leaves a gap after the edition \"%1\", which ends on %2").arg(name, end.toString(Qt::ISODate)));
    }
}

} // namespace

Result<Catalogue, QList<Error>> Catalogue::fromFiles(const QList<SourceFile> &files, const SharedWork &share)
{
    FormParts parts;
    CatalogueParts made;
    QMap<QString, QList<Source *>> editions;
    Catalogue catalogue;
    bool haveCalendar = false;

    std::vector<std::unique_ptr<Source>> sources(static_cast<size_t>(files.size()));
    share(sources.size(), [&](size_t index) {
        sources[index] = std::make_unique<Source>(files.at(static_cast<qsizetype>(index)));
        sources[index]->kind = kindOf(sources[index]->file);
    });
    const auto forEach = [&sources](Kind kind, auto read) {
        for (const std::unique_ptr<Source> &source : sources) {
            if (source->kind == kind) {
                read(*source);
            }
        }
    };
    forEach(Kind::Rules, [&](Source &source) {
        const RuleBook more = readRuleBook(source.file);
        if (more.personalNumbers) {
            if (parts.personalNumbers) {
                complainAt(source, QStringLiteral("personalNumbers"), QStringLiteral("what personal numbers mean is said twice"));
            }
            parts.personalNumbers = more.personalNumbers;
            catalogue.m_personalNumbers = *more.personalNumbers;
        }
        for (const TextRule &rule : more.rules) {
            if (parts.rules.contains(rule.id)) {
                complainAt(source, QStringLiteral("rules"), QStringLiteral("the rule \"%1\" exists twice").arg(rule.id));
            }
            parts.rules.insert(rule.id, rule);
        }
    });
    forEach(Kind::Category, [&](Source &source) {
        const Category category = readCategory(source.file);
        if (parts.categories.contains(category.id())) {
            complainAt(source, QStringLiteral("id"), QStringLiteral("the category \"%1\" exists twice").arg(category.id()));
        }
        parts.categories.insert(category.id(), category);
    });
    forEach(Kind::Blocks, [&](Source &source) {
        const QMap<QString, FieldBlock> more = readBlocks(source.file);
        for (const FieldBlock &block : more) {
            if (parts.blocks.contains(block.id)) {
                complainAt(source, QStringLiteral("blocks"), QStringLiteral("the block \"%1\" exists twice").arg(block.id));
            }
            parts.blocks.insert(block.id, block);
        }
    });
    forEach(Kind::Form, [&](Source &source) {
        const FormSchema form = readForm(source.file, parts);
        if (made.checkers.contains(form.id)) {
            complainAt(source, QStringLiteral("id"), QStringLiteral("the form \"%1\" exists twice").arg(form.id));
        }
        made.checkers.insert(form.id, FormChecker(form));
    });
    forEach(Kind::Codes, [&](Source &source) {
        const Codes codes = readCodes(source.file);
        catalogue.m_codeGrammars.append(codes.grammars);
        catalogue.m_codePatterns.append(codes.patterns);
    });
    forEach(Kind::Banks, [&](Source &source) {
        const QMap<QString, Bank> earlier = catalogue.m_banks;
        for (const Bank &bank : readBanks(source.file)) {
            if (earlier.contains(bank.bin)) {
                complainAt(source, QStringLiteral("banks"), QStringLiteral("the bank %1 exists twice").arg(bank.bin));
            }
            catalogue.m_banks.insert(bank.bin, bank);
        }
    });
    forEach(Kind::Calendar, [&](Source &source) {
        if (haveCalendar) {
            complainAt(source, QStringLiteral("id"), QStringLiteral("there is another working calendar already"));
        }
        haveCalendar = true;
        catalogue.m_calendar = readCalendar(source.file);
    });
    forEach(Kind::Fees, [&](Source &source) { readLocalFees(source.file, made.localFees); });
    forEach(Kind::Declaration, [&](Source &source) {
        const DeclarationLayout layout = readDeclaration(source.file, made.checkers);
        if (made.layouts.contains(layout.id)) {
            complainAt(source, QStringLiteral("id"), QStringLiteral("the layout \"%1\" exists twice").arg(layout.id));
        }
        made.layouts.insert(layout.id, layout);
    });
    made.clock = catalogue.m_calendar.clock();
    made.codes = catalogue.m_codePatterns;
    share(sources.size(), [&sources, &parts = std::as_const(made)](size_t index) {
        if (sources[index]->kind == Kind::Procedure) {
            sources[index]->edition = readProcedure(sources[index]->file, parts);
        }
    });
    forEach(Kind::Procedure, [&](Source &source) { editions[source.edition.code].append(&source); });
    for (QList<Source *> &sequence : editions) {
        std::stable_sort(
            sequence.begin(), sequence.end(), [](const Source *a, const Source *b) { return a->edition.validFrom < b->edition.validFrom; });
        for (qsizetype i = 1; i < sequence.size(); ++i) {
            if (sequence[i - 1]->edition.validFrom.isValid()) {
                checkSequence(*sequence[i - 1], *sequence[i]);
            }
        }
        QList<Procedure> &inOrder = catalogue.m_editions[sequence.constFirst()->edition.code];
        inOrder.reserve(sequence.size());
        for (Source *source : std::as_const(sequence)) {
            inOrder.append(std::move(source->edition));
        }
    }
    QList<Error> errors;
    for (const std::unique_ptr<Source> &source : sources) {
        errors.append(source->file.errors());
    }
    share(sources.size(), [&sources](size_t index) { sources[index].reset(); });
    if (!errors.isEmpty()) {
        return errors;
    }
    return catalogue;
}

Result<Procedure> Catalogue::procedure(const QString &code, QDate day) const
{
    const auto found = m_editions.constFind(code);
    if (found == m_editions.constEnd()) {
        return Error{ErrorCode::NotFound, QStringLiteral("procedure ") + code};
    }
    for (const Procedure &edition : *found) {
        if (edition.isInForce(day)) {
            return edition;
        }
    }
    return Error{ErrorCode::EditionMissing, code + QStringLiteral(" on ") + day.toString(Qt::ISODate)};
}

Result<Procedure> Catalogue::edition(const QString &code, const QString &edition) const
{
    const auto found = m_editions.constFind(code);
    if (found == m_editions.constEnd()) {
        return Error{ErrorCode::NotFound, QStringLiteral("procedure ") + code};
    }
    for (const Procedure &one : *found) {
        if (one.edition == edition) {
            return one;
        }
    }
    return Error{ErrorCode::EditionMissing, code + u' ' + edition};
}

QList<Procedure> Catalogue::procedures(QDate day) const
{
    QList<Procedure> all;
    for (const QList<Procedure> &sequence : m_editions) {
        for (const Procedure &edition : sequence) {
            if (edition.isInForce(day)) {
                all.append(edition);
            }
        }
    }
    return all;
}

QList<Procedure> Catalogue::editions() const
{
    QList<Procedure> all;
    for (const QList<Procedure> &sequence : m_editions) {
        all.append(sequence);
    }
    return all;
}

QDate Catalogue::lastChange(QDate day) const
{
    QDate last;
    for (const QList<Procedure> &sequence : m_editions) {
        for (const Procedure &edition : sequence) {
            if (edition.validFrom <= day && (last.isNull() || edition.validFrom > last)) {
                last = edition.validFrom;
            }
        }
    }
    return last;
}

Result<CodeGrammar> Catalogue::codeGrammar(const QString &unitCode) const
{
    for (const CodeGrammar &grammar : m_codeGrammars) {
        if (grammar.takes(unitCode)) {
            return grammar;
        }
    }
    return Error{ErrorCode::NotFound, QStringLiteral("no dossier code grammar takes the unit ") + unitCode};
}

Result<Bank> Catalogue::bank(const QString &bin) const
{
    const auto found = m_banks.constFind(bin);
    return found == m_banks.constEnd() ? Result<Bank>(Error{ErrorCode::NotFound, QStringLiteral("bank ") + bin}) : *found;
}

} // namespace motcua
