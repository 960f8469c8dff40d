// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/Sentence.h"

#include "ui/messages/Language.h"

#include <QCoreApplication>
#include <QLocale>

namespace motcua {

namespace {

QString translated(const char *english)
{
    return QCoreApplication::translate("Violation", english);
}

/** A number as amounts are written, "1.000.000": nobody counts twelve noughts. What is no number stays as it is. */
QString number(const QMap<QString, QString> &params, const QString &name)
{
    const QString digits = params.value(name);
    bool whole = false;
    const qlonglong value = digits.toLongLong(&whole);
    return whole ? QLocale(QLocale::Vietnamese).toString(value) : digits;
}

QString range(const QMap<QString, QString> &params)
{
    const QString minimum = number(params, QStringLiteral("minimum"));
    const QString maximum = number(params, QStringLiteral("maximum"));
    if (maximum.isEmpty()) {
        return translated(QT_TRANSLATE_NOOP("Violation", "it must be at least %1.")).arg(minimum);
    }
    if (minimum.isEmpty()) {
        return translated(QT_TRANSLATE_NOOP("Violation", "it must be at most %1.")).arg(maximum);
    }
    return translated(QT_TRANSLATE_NOOP("Violation", "it must be from %1 to %2.")).arg(minimum, maximum);
}

QString malformed(const QMap<QString, QString> &params)
{
    if (params.contains(QStringLiteral("old"))) {
        return translated(QT_TRANSLATE_NOOP("Violation",
            "nine digits are the number of an old identity card, which proves nothing any more. It only helps to find the personal number; type its twelve digits, or choose another proof (F9)."));
    }
    const QString example = params.value(QStringLiteral("example"));
    return example.isEmpty() ? translated(QT_TRANSLATE_NOOP("Violation", "check how it is written."))
                             : translated(QT_TRANSLATE_NOOP("Violation", "check how it is written, for example %1.")).arg(example);
}

QString unwanted(const QMap<QString, QString> &params)
{
    return translated(QT_TRANSLATE_NOOP("Violation", "an invisible character stands at place %1; delete it and type it again."))
        .arg(params.value(QStringLiteral("position")));
}

QString notMet(const QMap<QString, QString> &params)
{
    const QString reason = params.value(QStringLiteral("reason"));
    return reason.isEmpty() ? translated(QT_TRANSLATE_NOOP("Violation", "not met; ask for a better one."))
                            : translated(QT_TRANSLATE_NOOP("Violation", "not met (%1); ask for a better one.")).arg(reason);
}

QString wanted(const Violation &violation)
{
    switch (violation.code) {
    case ViolationCode::Missing:
        return translated(QT_TRANSLATE_NOOP("Violation", "not yet given."));
    case ViolationCode::MayNotFollow:
        return translated(QT_TRANSLATE_NOOP("Violation", "this is needed now and cannot follow later."));
    case ViolationCode::MayNotBeAbsent:
        return translated(QT_TRANSLATE_NOOP("Violation", "this cannot be left blank."));
    case ViolationCode::Malformed:
        return malformed(violation.params);
    case ViolationCode::WrongCheckDigit:
        return translated(QT_TRANSLATE_NOOP("Violation", "one digit is wrong; compare with the paper."));
    case ViolationCode::TooLong:
        return translated(QT_TRANSLATE_NOOP("Violation", "%1 characters, the form takes at most %2."))
            .arg(number(violation.params, QStringLiteral("length")), number(violation.params, QStringLiteral("maximum")));
    case ViolationCode::OutOfRange:
        return range(violation.params);
    case ViolationCode::NotANumber:
        return translated(QT_TRANSLATE_NOOP("Violation", "only digits can stand here."));
    case ViolationCode::NotAnOption:
        return translated(QT_TRANSLATE_NOOP("Violation", "choose one from the list."));
    case ViolationCode::NotADate:
        return translated(QT_TRANSLATE_NOOP("Violation", "the calendar has no such day; write for example 5/3/1941."));
    case ViolationCode::InFuture:
        return translated(QT_TRANSLATE_NOOP("Violation", "this day is in the future."));
    case ViolationCode::UnwantedCharacter:
        return unwanted(violation.params);
    case ViolationCode::NameSuspicious:
        return translated(QT_TRANSLATE_NOOP("Violation", "character %1 (%2) only looks like the letter that is meant; type it anew, or it is printed so."))
            .arg(violation.params.value(QStringLiteral("position")), violation.params.value(QStringLiteral("character")));
    case ViolationCode::UnknownField:
        return translated(QT_TRANSLATE_NOOP("Violation", "the form has no such field; open the dossier again."));
    case ViolationCode::AbsenceReasonMissing:
        return translated(QT_TRANSLATE_NOOP("Violation", "say why it is left blank."));
    case ViolationCode::TooManyRows:
        return translated(QT_TRANSLATE_NOOP("Violation", "the form takes at most %1; remove the others."))
            .arg(number(violation.params, QStringLiteral("maximum")));
    case ViolationCode::RuleBroken:
        return Language::label(violation.params.value(QStringLiteral("message")), violation.params.value(QStringLiteral("messageEn")));
    case ViolationCode::PaperMissing:
        return translated(QT_TRANSLATE_NOOP("Violation", "not seen yet."));
    case ViolationCode::PaperNotMet:
        return notMet(violation.params);
    case ViolationCode::PaperMayNotFollow:
        return translated(QT_TRANSLATE_NOOP("Violation", "this paper is needed now and cannot follow later."));
    case ViolationCode::PaperSourceMissing:
        return translated(QT_TRANSLATE_NOOP("Violation", "say which database it was taken from."));
    case ViolationCode::PaperNotWaivable:
        return translated(QT_TRANSLATE_NOOP("Violation", "this paper cannot be set aside as not applicable."));
    case ViolationCode::PaperReasonMissing:
        return translated(QT_TRANSLATE_NOOP("Violation", "write the reason."));
    case ViolationCode::PaperKindRefused:
        return translated(QT_TRANSLATE_NOOP("Violation", "this kind of copy does not do; ask for another."));
    case ViolationCode::UnknownPaper:
        return translated(QT_TRANSLATE_NOOP("Violation", "the procedure has no such paper; open the dossier again."));
    case ViolationCode::NoEdition:
        return translated(QT_TRANSLATE_NOOP("Violation", "no edition is in force on the day of receipt."));
    case ViolationCode::NoCalendar:
        return translated(QT_TRANSLATE_NOOP("Violation", "the working calendar does not reach to the promised day."));
    case ViolationCode::NoReceiptTime:
        return translated(QT_TRANSLATE_NOOP("Violation", "the time of receipt is not known."));
    case ViolationCode::ChannelRefused:
        return translated(QT_TRANSLATE_NOOP("Violation", "this procedure is not received in this way."));
    case ViolationCode::EnvelopeIncomplete:
        return translated(QT_TRANSLATE_NOOP("Violation", "of the envelope it came in something is missing; say it under Procedure, or that it did not come by post."));
    case ViolationCode::IdentityNotStated:
        return translated(QT_TRANSLATE_NOOP("Violation", "name and number of an identity paper are needed; fill them in."));
    case ViolationCode::IdentityNotProved:
        return translated(QT_TRANSLATE_NOOP("Violation", "nobody has seen who this is; read the card or look at an identity paper."));
    case ViolationCode::LongerTermUnknown:
        return translated(QT_TRANSLATE_NOOP("Violation", "the limit cannot be made longer for this reason; choose another."));
    case ViolationCode::LongerTermRefused:
        return translated(QT_TRANSLATE_NOOP("Violation", "the limit can be made longer by 1 to %1 working days."))
            .arg(number(violation.params, QStringLiteral("maximum")));
    }
    return translated(QT_TRANSLATE_NOOP("Violation", "check how it is written."));
}

} // namespace

QString sentence(const Violation &violation, const QString &label)
{
    const QString subject = label.isEmpty() ? translated(QT_TRANSLATE_NOOP("Violation", "Procedure")) : label;
    return translated(QT_TRANSLATE_NOOP("Violation", "%1: %2")).arg(subject, wanted(violation));
}

} // namespace motcua
