// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/Catalogue.h"

#include "models/catalogue/CatalogueReading.h"

namespace motcua {

Result<Catalogue, QList<Error>> Catalogue::fromFiles(const QList<SourceFile> &files, const SharedWork &share)
{
    return CatalogueReading(files, share).read();
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
