// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/PostWords.h"

#include <QCoreApplication>
#include <QLocale>

namespace motcua {

namespace {

QString words(const char *english)
{
    return QCoreApplication::translate("PostWords", english);
}

} // namespace

QString envelopeNumber(const Envelope &envelope)
{
    return envelope.isOrdinary ? words(QT_TRANSLATE_NOOP("PostWords", "ordinary letter"))
        : envelope.number.isEmpty() ? QStringLiteral("—")
                                    : envelope.number;
}

QString answerWords(Envelope::Answer answer)
{
    switch (answer) {
    case Envelope::Answer::ByPost:
        return words(QT_TRANSLATE_NOOP("PostWords", "the answer goes back by post"));
    case Envelope::Answer::AtCounter:
        return words(QT_TRANSLATE_NOOP("PostWords", "the answer is fetched at the counter"));
    }
    return {};
}

QString envelopeWords(const Envelope &envelope)
{
    const QString sheets = QCoreApplication::translate("PostWords", "%n sheet(s)", nullptr, envelope.sheets);
    return QStringList{envelopeNumber(envelope),
        words(QT_TRANSLATE_NOOP("PostWords", "arrived %1")).arg(envelope.arrivedOn.toString(QStringLiteral("dd/MM/yyyy"))), sheets,
        answerWords(envelope.answer)}.join(QStringLiteral(" · "));
}

QString envelopeWanted(Envelope::Fault fault)
{
    switch (fault) {
    case Envelope::Fault::NumberMissing:
        return words(QT_TRANSLATE_NOOP("PostWords", "The number of the envelope is missing. Type or scan it, or tick that it is an ordinary letter."));
    case Envelope::Fault::NumberUnreadable:
        return words(QT_TRANSLATE_NOOP("PostWords", "The number of the envelope has 5 to 35 letters and digits. Compare it with the envelope."));
    case Envelope::Fault::DayMissing:
        return words(QT_TRANSLATE_NOOP("PostWords", "The day the envelope arrived is missing."));
    case Envelope::Fault::DayAhead:
        return words(QT_TRANSLATE_NOOP("PostWords", "The day the envelope arrived still lies ahead. Compare it with the postmark."));
    case Envelope::Fault::NothingInside:
        return words(QT_TRANSLATE_NOOP("PostWords", "How many sheets the envelope held is missing."));
    case Envelope::Fault::TooMuchInside:
        return words(QT_TRANSLATE_NOOP("PostWords", "An envelope holds at most %1 sheets. Count again, or write down a part of them in another envelope."))
            .arg(QLocale(QLocale::Vietnamese).toString(Envelope::MostSheets));
    }
    return {};
}

} // namespace motcua
