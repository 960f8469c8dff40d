// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/Catalogue.h"

#include "models/catalogue/BanksReader.h"
#include "models/catalogue/CalendarReader.h"
#include "models/catalogue/CodesReader.h"
#include "models/catalogue/FormReader.h"
#include "models/catalogue/JsonMembers.h"
#include "models/catalogue/ProcedureReader.h"
#include "models/catalogue/RulesReader.h"

#include <QJsonObject>

#include <algorithm>
#include <list>

namespace motcua {

namespace {

/** What a file says it is. Each kind needs only kinds before it, so they are read in this order. */
enum class Kind { Unknown, Rules, Form, Codes, Banks, Calendar, Procedure };

/** A file, what it is, and for a procedure what was read from it. */
struct Source
{
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
        {{QStringLiteral("motcua.rules/1"), Kind::Rules}, {QStringLiteral("motcua.form/1"), Kind::Form},
            {QStringLiteral("motcua.codes/1"), Kind::Codes}, {QStringLiteral("motcua.banks/1"), Kind::Banks},
            {QStringLiteral("motcua.calendar/1"), Kind::Calendar}, {QStringLiteral("motcua.procedure/1"), Kind::Procedure}});
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

Result<Catalogue, QList<Error>> Catalogue::fromFiles(const QList<SourceFile> &files)
{
    std::list<Source> sources;
    QMap<QString, TextRule> rules;
    QMap<QString, FormSchema> forms;
    QMap<QString, QList<Source *>> editions;
    Catalogue catalogue;
    bool haveCalendar = false;

    for (const SourceFile &file : files) {
        sources.push_back({JsonFile(file)});
        sources.back().kind = kindOf(sources.back().file);
    }
    const auto forEach = [&sources](Kind kind, auto read) {
        for (Source &source : sources) {
            if (source.kind == kind) {
                read(source);
            }
        }
    };
    forEach(Kind::Rules, [&](Source &source) {
        const QMap<QString, TextRule> more = readRules(source.file);
        for (const TextRule &rule : more) {
            if (rules.contains(rule.id)) {
                complainAt(source, QStringLiteral("rules"), QStringLiteral("the rule \"%1\" exists twice").arg(rule.id));
            }
            rules.insert(rule.id, rule);
        }
    });
    forEach(Kind::Form, [&](Source &source) {
        const FormSchema form = readForm(source.file, rules);
        if (forms.contains(form.id)) {
            complainAt(source, QStringLiteral("id"), QStringLiteral("the form \"%1\" exists twice").arg(form.id));
        }
        forms.insert(form.id, form);
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
    forEach(Kind::Procedure, [&](Source &source) {
        source.edition = readProcedure(source.file, forms, catalogue.m_codePatterns);
        editions[source.edition.code].append(&source);
    });
    for (QList<Source *> &sequence : editions) {
        std::stable_sort(
            sequence.begin(), sequence.end(), [](const Source *a, const Source *b) { return a->edition.validFrom < b->edition.validFrom; });
        for (qsizetype i = 1; i < sequence.size(); ++i) {
            if (sequence[i - 1]->edition.validFrom.isValid()) {
                checkSequence(*sequence[i - 1], *sequence[i]);
            }
        }
        for (const Source *source : std::as_const(sequence)) {
            catalogue.m_editions[source->edition.code].append(source->edition);
        }
    }
    QList<Error> errors;
    for (const Source &source : sources) {
        errors.append(source.file.errors());
    }
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
