// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/DeclarationWords.h"

#include "ui/messages/FormWords.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/ShownTime.h"

#include <QCoreApplication>

#include <algorithm>

namespace motcua {

namespace {

using State = DeclarationStanding::State;

constexpr qsizetype MostNamed = 3;

/** Gives the words below their context for translation. */
struct DeclarationWords
{
    Q_DECLARE_TR_FUNCTIONS(DeclarationWords)
};

/** "14:52" of today, else with its day. */
QString at(const DeclarationFacts &facts)
{
    const QDateTime printed = facts.standing.sheet->printedAt;
    return printed.date() == facts.now.date() ? printed.toString(QStringLiteral("HH:mm")) : shownMoment(printed);
}

/** "Full name; Date, month, year of birth; Sex and 2 more": labels have commas of their own. */
QString changedWords(const DeclarationFacts &facts)
{
    QStringList names;
    for (const QString &path : facts.standing.changed.first(std::min(MostNamed, facts.standing.changed.size()))) {
        names.append(answerName(facts.form, path));
    }
    const QString named = names.join(QStringLiteral("; "));
    const int more = static_cast<int>(facts.standing.changed.size() - names.size());
    return more > 0 ? DeclarationWords::tr("%1 and %n more", nullptr, more).arg(named) : named;
}

/** What of an older sheet does not hold any more. */
QString outOfDateWords(const DeclarationFacts &facts)
{
    if (facts.standing.changed.isEmpty()) {
        return DeclarationWords::tr("what stands around the answers changed since");
    }
    return DeclarationWords::tr("%n answer(s) changed since: %1", nullptr, static_cast<int>(facts.standing.changed.size())).arg(changedWords(facts));
}

} // namespace

QString sheetWords(const DeclarationFacts &facts)
{
    if (facts.standing.state != State::Printed && facts.standing.state != State::OutOfDate) {
        return {};
    }
    const DeclarationSheet &sheet = *facts.standing.sheet;
    const QString words = DeclarationWords::tr("printed at %1, sheet %2").arg(at(facts), sheet.mark());
    return sheet.pages > 1 ? DeclarationWords::tr("%1, %n page(s)", nullptr, sheet.pages).arg(words) : words;
}

DeclarationLook declarationLook(const DeclarationFacts &facts)
{
    switch (facts.standing.state) {
    case State::NotPrinted:
        return {QStringLiteral("○"), DeclarationWords::tr("Declaration: not printed yet. Print it to be checked and signed."), QStringLiteral("secondary")};
    case State::Printing:
        return {QStringLiteral("…"), DeclarationWords::tr("Declaration: sheet %1 is being printed").arg(facts.standing.sheet->mark()), QStringLiteral("secondary")};
    case State::MayBeOut:
        return {QStringLiteral("▲"),
            DeclarationWords::tr("Declaration: sheet %1 was sent to the printer at %2 and nobody knows how that ended. It may have come out; if it is "
                                 "not there, print it again. Two alike do no harm: one is signed.")
                .arg(facts.standing.sheet->mark(), at(facts)),
            QStringLiteral("warning")};
    case State::Kept:
        return {QStringLiteral("▲"),
            DeclarationWords::tr("Declaration: sheet %1 was made at %2 and is kept sealed, not printed: there is no printer here. Print it again when "
                                 "there is one, or have a form filled in by hand signed.")
                .arg(facts.standing.sheet->mark(), at(facts)),
            QStringLiteral("warning")};
    case State::Printed:
        return {QStringLiteral("✔"), DeclarationWords::tr("Declaration: %1").arg(sheetWords(facts)), QStringLiteral("done")};
    case State::OutOfDate:
        return {QStringLiteral("▲"), DeclarationWords::tr("Declaration: %1, but %2. Print it again to be signed.").arg(sheetWords(facts), outOfDateWords(facts)),
            QStringLiteral("warning")};
    }
    return {};
}

QString declarationWarning(const DeclarationFacts &facts)
{
    if (!facts.isPrintedHere || facts.standing.state != State::OutOfDate) {
        return {};
    }
    return DeclarationWords::tr("The declaration was %1, but %2. Print it again in the step Papers and have it signed, or see that the change is written on "
                                "the sheet by hand.")
        .arg(sheetWords(facts), outOfDateWords(facts));
}

QString declarationFailure(const Error &error)
{
    Sentence told = sentence(error); // speaks of a dossier that is there already
    told.kept = DeclarationWords::tr("Nothing typed was lost.");
    return told.textWithCode();
}

} // namespace motcua
