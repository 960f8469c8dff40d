// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/CorrectWords.h"

#include "models/base/VietnamTime.h"
#include "models/catalogue/PrintedDeclaration.h"
#include "models/dossier/PaperSet.h"
#include "models/fee/Assessment.h"
#include "models/form/Typed.h"
#include "ui/messages/FormWords.h"
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"
#include "ui/messages/Wording.h"
#include "ui/shell/ShownTime.h"

#include <QCoreApplication>

namespace motcua {

namespace {

QString words(const char *english)
{
    return QCoreApplication::translate("CorrectWords", english);
}

/** The declaration among the papers that were handed in; null when there is none. */
std::optional<Paper> declarationOf(const CorrectFacts &facts)
{
    const Result<PaperSet> papers = PaperSet::fromJson(facts.dossier.acceptance.value(u"papers").toArray());
    for (const RequiredPaper &required : facts.procedure.papers) {
        if (papers && required.declaration && papers->paper(required.id).state == Paper::State::Met) {
            return papers->paper(required.id);
        }
    }
    return {};
}

/** Whether the printed declaration shows something of what changes. */
bool isOnDeclaration(const CorrectFacts &facts, const Correction &said)
{
    const DeclarationScene scene{.day = said.day()};
    const auto shown = [&](const FormDraft &draft) { return printedAnswers(facts.procedure.declaration, said.form(), draft, scene); };
    return shown(said.filedBefore()) != shown(said.filed());
}

QString declarationLine(const CorrectFacts &facts, const Correction &said)
{
    const std::optional<Paper> declaration = declarationOf(facts);
    if (!declaration || !isOnDeclaration(facts, said)) {
        return {};
    }
    if (declaration->sheet) {
        return words(QT_TRANSLATE_NOOP("CorrectWords",
            "The signed declaration (sheet %1) still says what stood before. Let the citizen write the change on it and sign beside it.")).arg(declaration->sheet->mark);
    }
    return words(QT_TRANSLATE_NOOP("CorrectWords",
        "If the declaration the citizen signed has the same mistake, let them write the change on it and sign beside it."));
}

QString feeLine(const CorrectFacts &facts, const Correction &said)
{
    const int channel = facts.dossier.acceptance.value(u"channel").toInt(1);
    const auto total = [&](const FormDraft &draft) { return Assessment::of(facts.procedure.fees, draft, said.day(), channel).total(); };
    const Money before = total(said.filedBefore());
    const Money after = total(said.filed());
    return before == after ? QString()
                           : words(QT_TRANSLATE_NOOP("CorrectWords",
                                 "With these answers the fee would be %1 instead of %2. The fee of the dossier stays as it is; ask who is in charge."))
                                 .arg(after.toString(), before.toString());
}

QStringList newPapers(const CorrectFacts &facts, const Correction &said)
{
    const Result<PaperSet> papers = PaperSet::fromJson(facts.dossier.acceptance.value(u"papers").toArray());
    QStringList names;
    if (!papers) {
        return names;
    }
    const QList<Violation> before = papers->violations(facts.procedure, said.filedBefore(), said.day());
    for (const Violation &one : papers->violations(facts.procedure, said.filed(), said.day())) {
        if (!before.contains(one)) {
            names.append(papers->paper(one.field).name.isEmpty() ? one.field : papers->paper(one.field).name);
        }
    }
    names.removeDuplicates();
    return names;
}

} // namespace

QString questionName(const FormSchema &form, const Correction::Question &question)
{
    const FormSection *section = form.section(question.section);
    const QString where = !section ? QString() : question.row > 0 ? rowName(*section, question.row) : Language::label(section->title, section->titleEn);
    const QString label = Language::label(question.field.label, question.field.labelEn);
    return where.isEmpty() ? label : label + QStringLiteral(" · ") + where;
}

QString shownAnswer(const Field &field, const FieldValue &value)
{
    switch (value.state) {
    case FieldValue::State::NotAsked:
        return QStringLiteral("—");
    case FieldValue::State::ToFollow:
        return words(QT_TRANSLATE_NOOP("CorrectWords", "to follow"));
    case FieldValue::State::DeclaredAbsent:
        return words(QT_TRANSLATE_NOOP("CorrectWords", "left blank on request"));
    case FieldValue::State::Given:
        break;
    }
    return field.type == FieldType::Tick ? (value.text == u"1" ? QStringLiteral("✔") : QStringLiteral("—")) : shown(field, value.text);
}

QStringList correctionFollows(const CorrectFacts &facts, const Correction &)
{
    QStringList lines;
    if (!facts.dossier.code.isEmpty()) {
        lines.append(words(QT_TRANSLATE_NOOP("CorrectWords", "The code stays: %1")).arg(facts.dossier.code));
    }
    if (facts.dossier.dueAtMs() > 0) {
        lines.append(words(QT_TRANSLATE_NOOP("CorrectWords", "The promise stays: %1")).arg(shownPromise(vietnamTime(facts.dossier.dueAtMs()), facts.now)));
    }
    for (const SlipKind kind : facts.slips) {
        const QString slip = slipName(slipKindName(kind));
        if (!facts.held.contains(kind)) {
            lines.append((facts.prints ? words(QT_TRANSLATE_NOOP("CorrectWords", "Prints: %1"))
                                       : words(QT_TRANSLATE_NOOP("CorrectWords", "Keeps as a file, without a printer: %1"))).arg(slip));
            continue;
        }
        lines.append((facts.prints ? words(QT_TRANSLATE_NOOP("CorrectWords", "Prints as a replacement: %1"))
                                   : words(QT_TRANSLATE_NOOP("CorrectWords", "Keeps as a replacement, without a printer: %1"))).arg(slip));
        lines.append(words(QT_TRANSLATE_NOOP("CorrectWords", "The old sheet is withdrawn. Take it back from the citizen.")));
    }
    if (facts.slips.isEmpty()) {
        lines.append(words(QT_TRANSLATE_NOOP("CorrectWords", "No slip is printed anew.")));
    }
    lines.append(words(QT_TRANSLATE_NOOP("CorrectWords", "The old answer, the new one and the reason stay in the history.")));
    return lines;
}

QStringList correctionWarnings(const CorrectFacts &facts, const Correction &said)
{
    QStringList lines;
    if (said.changes().isEmpty()) {
        return lines;
    }
    lines.append({declarationLine(facts, said), feeLine(facts, said)});
    if (const QStringList papers = newPapers(facts, said); !papers.isEmpty()) {
        lines.append(words(QT_TRANSLATE_NOOP("CorrectWords", "With these answers these papers are wanted too: %1. Ask for them as a supplement.")).arg(papers.join(QStringLiteral("; "))));
    }
    for (const Violation &warning : said.warnings()) {
        lines.append(sentence(warning, answerName(said.form().schema(), warning.field)));
    }
    lines.removeAll(QString());
    return lines;
}

} // namespace motcua
