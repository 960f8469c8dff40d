// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"
#include "models/base/VietnamTime.h"
#include "models/form/Typed.h"
#include "models/person/CardQr.h"
#include "models/person/PersonalNumberScheme.h"
#include "ui/messages/ReadingSentence.h"

#include <QJsonArray>

namespace motcua::ctl {

namespace {

QString faultName(PersonalNumberFault fault)
{
    switch (fault) {
    case PersonalNumberFault::Empty:
        return QStringLiteral("empty");
    case PersonalNumberFault::NotDigits:
        return QStringLiteral("notDigits");
    case PersonalNumberFault::WrongLength:
        return QStringLiteral("wrongLength");
    }
    return {};
}

QString contradictionName(Contradiction one)
{
    switch (one) {
    case Contradiction::SexDiffers:
        return QStringLiteral("sexDiffers");
    case Contradiction::BirthYearDiffers:
        return QStringLiteral("birthYearDiffers");
    case Contradiction::BornLater:
        return QStringLiteral("bornLater");
    case Contradiction::PlaceUnknown:
        return QStringLiteral("placeUnknown");
    case Contradiction::DigitUnknown:
        return QStringLiteral("digitUnknown");
    }
    return {};
}

QString sexName(Sex sex)
{
    return sex == Sex::Male ? QStringLiteral("male") : QStringLiteral("female");
}

int check(Context &context)
{
    const QString sex = context.options().value(QStringLiteral("sex"));
    if (context.words().isEmpty() || !QStringList({QString(), QStringLiteral("male"), QStringLiteral("female")}).contains(sex)) {
        context.terminal().explain(QStringLiteral("motcua-ctl person check NUMBER [--born DATE] [--sex male|female]"));
        return Usage;
    }
    const auto number = PersonalNumber::fromText(context.words().join(u' '));
    if (!number) {
        return context.terminal().fail({ErrorCode::Invalid, faultName(number.error())}, sentence(number.error()));
    }
    const Result<Lawbook> law = context.law();
    if (!law) {
        return context.terminal().fail(law.error());
    }
    const PersonalNumberScheme &scheme = law->catalogue.personalNumbers();
    KnownOfPerson known;
    known.day = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
    if (!sex.isEmpty()) {
        known.sex = sex == QStringLiteral("male") ? Sex::Male : Sex::Female;
    }
    if (const QString born = context.options().value(QStringLiteral("born")); !born.isEmpty()) {
        Field field;
        field.type = FieldType::PartialDate;
        known.birth = PartialDate::fromIso(normalised(field, born, known.day));
        if (!known.birth) {
            return context.terminal().fail({ErrorCode::Invalid, QStringLiteral("--born is no date")});
        }
    }
    QJsonObject answer{{QStringLiteral("number"), number->digits()}, {QStringLiteral("mark"), scheme.mark}};
    if (const auto place = scheme.place(*number)) {
        answer.insert(QStringLiteral("place"), place->name);
        answer.insert(QStringLiteral("placeNow"), place->now);
        context.terminal().say(QStringLiteral("registered in %1 (now %2)").arg(place->name, place->now));
    }
    if (const auto said = scheme.sex(*number)) {
        answer.insert(QStringLiteral("sex"), sexName(*said));
        context.terminal().say(sexName(*said));
    }
    if (const auto year = scheme.birthYear(*number)) {
        answer.insert(QStringLiteral("birthYear"), *year);
        context.terminal().say(QStringLiteral("born %1").arg(*year));
    }
    QJsonArray contradictions;
    const QList<Contradiction> found = scheme.contradictions(*number, known);
    for (const Contradiction one : found) {
        contradictions.append(contradictionName(one));
        context.terminal().say(QStringLiteral("! ") + sentence(one));
    }
    answer.insert(QStringLiteral("contradictions"), contradictions);
    context.terminal().answer(answer);
    return Done; // a contradiction is a reason to look again, never to refuse
}

QString contradictionName(CardContradiction one)
{
    switch (one) {
    case CardContradiction::IssuedBeforeBirth:
        return QStringLiteral("issuedBeforeBirth");
    case CardContradiction::IssuedLater:
        return QStringLiteral("issuedLater");
    }
    return {};
}

QString reasonName(CardQrFault::Reason reason)
{
    using Reason = CardQrFault::Reason;
    switch (reason) {
    case Reason::NotACard:
        return QStringLiteral("notACard");
    case Reason::FieldCount:
        return QStringLiteral("fieldCount");
    case Reason::NotUtf8:
        return QStringLiteral("notUtf8");
    case Reason::TooLong:
        return QStringLiteral("tooLong");
    case Reason::Missing:
        return QStringLiteral("missing");
    case Reason::BadNumber:
        return QStringLiteral("badNumber");
    case Reason::BadDate:
        return QStringLiteral("badDate");
    case Reason::UnknownSex:
        return QStringLiteral("unknownSex");
    case Reason::Mangled:
        return QStringLiteral("mangled");
    case Reason::UnwantedCharacter:
        return QStringLiteral("unwantedCharacter");
    case Reason::WithoutMarks:
        return QStringLiteral("withoutMarks");
    }
    return {};
}

QString suspicionName(NameSuspicion::Kind kind)
{
    using Kind = NameSuspicion::Kind;
    switch (kind) {
    case Kind::LookAlikeD:
        return QStringLiteral("lookAlikeD");
    case Kind::Digit:
        return QStringLiteral("digit");
    case Kind::MixedScripts:
        return QStringLiteral("mixedScripts");
    case Kind::Invisible:
        return QStringLiteral("invisible");
    case Kind::FullWidth:
        return QStringLiteral("fullWidth");
    }
    return {};
}

int qr(Context &context)
{
    if (context.words().isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl card qr 'TEXT OF THE CODE'"));
        return Usage;
    }
    const auto card = CardQr::fromText(context.words().join(u' '));
    if (!card) {
        const QString where = card.error().field == 0 ? QString() : QStringLiteral(" at field %1").arg(card.error().field);
        return context.terminal().fail({ErrorCode::Invalid, reasonName(card.error().reason) + where}, sentence(card.error()));
    }
    const QString format = card->format == CardQr::Format::Card2021 ? QStringLiteral("2021") : QStringLiteral("2024");
    context.terminal().say(QStringLiteral("%1  %2  %3  %4").arg(card->number, card->name, card->birth.toString(Qt::ISODate), sexName(card->sex)));
    context.terminal().say(card->address);
    QJsonArray contradictions;
    const QList<CardContradiction> found = card->contradictions(vietnamTime(QDateTime::currentMSecsSinceEpoch()).date());
    for (const CardContradiction one : found) {
        contradictions.append(contradictionName(one));
        context.terminal().say(QStringLiteral("! ") + sentence(one));
    }
    QJsonArray suspicious;
    const QList<NameSuspicion> looked = suspicions(card->name);
    for (const NameSuspicion &one : looked) {
        suspicious.append(QJsonObject{{QStringLiteral("kind"), suspicionName(one.kind)}, {QStringLiteral("position"), one.position}});
        context.terminal().say(QStringLiteral("! ") + sentence(one));
    }
    context.terminal().answer({{QStringLiteral("format"), format}, {QStringLiteral("number"), card->number},
        {QStringLiteral("oldNumber"), card->oldNumber}, {QStringLiteral("name"), card->name},
        {QStringLiteral("birth"), card->birth.toString(Qt::ISODate)}, {QStringLiteral("sex"), sexName(card->sex)},
        {QStringLiteral("address"), card->address}, {QStringLiteral("issued"), card->issued.toString(Qt::ISODate)},
        {QStringLiteral("further"), QJsonArray::fromStringList(card->further)}, {QStringLiteral("contradictions"), contradictions},
        {QStringLiteral("suspicions"), suspicious}});
    return Done;
}

} // namespace

QList<Command> personCommands()
{
    return {
        {QStringLiteral("person check"), QStringLiteral("NUMBER [--born DATE] [--sex male|female]"),
            QStringLiteral("what the digits of a personal number say, and what they contradict"), check},
        {QStringLiteral("card qr"), QStringLiteral("TEXT"), QStringLiteral("read the text of the code on a chip card; 6 when it is none"), qr},
    };
}

} // namespace motcua::ctl
