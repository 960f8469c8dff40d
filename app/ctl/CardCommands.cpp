// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"
#include "app/devices/eid/ChipReading.h"
#include "app/devices/eid/IsoTransport.h"
#include "app/devices/eid/StateCodes.h"
#include "app/devices/pcsc/PcscChannel.h"
#include "app/devices/pcsc/PcscContext.h"
#include "models/base/VietnamTime.h"
#include "models/person/Mrz.h"
#include "ui/messages/CardSentence.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QSaveFile>

namespace motcua::ctl {

namespace {

constexpr qsizetype LongestZone = 512; // bytes of a file that holds one

QString sourceName(IdentitySource source)
{
    switch (source) {
    case IdentitySource::Typed: return QStringLiteral("typed");
    case IdentitySource::QrOnPhone: return QStringLiteral("qrOnPhone");
    case IdentitySource::Qr: return QStringLiteral("qr");
    case IdentitySource::Mrz: return QStringLiteral("mrz");
    case IdentitySource::Chip: return QStringLiteral("chip");
    case IdentitySource::ChipVerified: return QStringLiteral("chipVerified");
    }
    return {};
}

QString partName(IdentityPart part)
{
    switch (part) {
    case IdentityPart::Name: return QStringLiteral("name");
    case IdentityPart::OtherNames: return QStringLiteral("otherNames");
    case IdentityPart::PersonalNumber: return QStringLiteral("personalNumber");
    case IdentityPart::OldNumber: return QStringLiteral("oldNumber");
    case IdentityPart::ForeignNumber: return QStringLiteral("foreignNumber");
    case IdentityPart::Birth: return QStringLiteral("birth");
    case IdentityPart::Sex: return QStringLiteral("sex");
    case IdentityPart::Nationality: return QStringLiteral("nationality");
    case IdentityPart::Ethnicity: return QStringLiteral("ethnicity");
    case IdentityPart::Religion: return QStringLiteral("religion");
    case IdentityPart::BirthPlace: return QStringLiteral("birthPlace");
    case IdentityPart::Origin: return QStringLiteral("origin");
    case IdentityPart::Residence: return QStringLiteral("residence");
    case IdentityPart::Features: return QStringLiteral("features");
    case IdentityPart::Father: return QStringLiteral("father");
    case IdentityPart::Mother: return QStringLiteral("mother");
    case IdentityPart::Spouse: return QStringLiteral("spouse");
    case IdentityPart::Telephone: return QStringLiteral("telephone");
    case IdentityPart::Profession: return QStringLiteral("profession");
    case IdentityPart::DocumentNumber: return QStringLiteral("documentNumber");
    case IdentityPart::DocumentIssuer: return QStringLiteral("documentIssuer");
    case IdentityPart::Issued: return QStringLiteral("issued");
    case IdentityPart::Expiry: return QStringLiteral("expiry");
    case IdentityPart::ChipSerial: return QStringLiteral("chipSerial");
    }
    return {};
}

QString stateName(const CheckOutcome &outcome)
{
    switch (outcome.state) {
    case CheckOutcome::State::NotDone: return QStringLiteral("notDone");
    case CheckOutcome::State::Passed: return QStringLiteral("passed");
    case CheckOutcome::State::Failed: return QStringLiteral("failed");
    }
    return {};
}

/** What the command ends with: 0 only for a card that is genuine in every respect. */
int endOf(CardVerdict verdict)
{
    switch (verdict) {
    case CardVerdict::Verified: return Done;
    case CardVerdict::IssuerUnknown: return CardIssuerUnknown;
    case CardVerdict::Unproved: return CardUnproved;
    case CardVerdict::ChipUnproved: return CardChipUnproved;
    case CardVerdict::Expired: return CardExpired;
    case CardVerdict::IssuerRefused: return CardIssuerRefused;
    case CardVerdict::SignatureWrong: return CardSignatureWrong;
    case CardVerdict::Altered: return CardAltered;
    case CardVerdict::ChipCopied: return CardCopied;
    }
    return Failed;
}

/**
 * The key by at most one of --can, --number, --mrz, or --document with --born and --expires; by none of them it is read from --key-fd or asked at the
 * terminal, where no other user of the machine sees it. Nothing when it is none or cannot be one.
 */
std::optional<CardKey> keyOf(const Context &context)
{
    const auto option = [&context](const char *name) { return context.options().value(QString::fromLatin1(name)); };
    const bool byParts = !option("document").isEmpty() || !option("expires").isEmpty();
    const int ways = !option("can").isEmpty() + !option("number").isEmpty() + !option("mrz").isEmpty() + byParts;
    const QDate today = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
    const QString fd = option("key-fd");
    bool isNumber = true;
    const int descriptor = fd.isEmpty() ? -1 : fd.toInt(&isNumber);
    if (!isNumber || (descriptor < 0 && !fd.isEmpty())) {
        return {};
    }
    if (ways == 0) {
        const auto typed = askLine(descriptor, QStringLiteral("Number of the card, its CAN, or number, birth and end of its zone"));
        return typed ? CardKey::typed(*typed, today) : std::nullopt;
    }
    if (ways != 1 || !fd.isEmpty()) {
        return {};
    }
    if (!option("can").isEmpty()) {
        return CardKey::can(option("can"));
    }
    if (!option("number").isEmpty()) {
        return CardKey::number(option("number"));
    }
    if (byParts) {
        return CardKey::mrz(option("document"), option("born"), option("expires"));
    }
    QFile file(option("mrz"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const auto zone = Mrz::fromText(QString::fromUtf8(file.read(LongestZone)), today);
    if (!zone) {
        return {};
    }
    const MrzKey key = zone->key();
    return CardKey::mrz(key.documentNumber, key.birth, key.expiry);
}

Result<QString, CardError> readerOf(const Context &context)
{
    const auto readers = PcscContext::readerNames();
    if (!readers) {
        return readers.error();
    }
    const QString chosen = context.options().value(QStringLiteral("reader"));
    bool isNumber = true;
    const int at = chosen.isEmpty() ? 0 : chosen.toInt(&isNumber);
    if (!isNumber || at < 0 || at >= readers->size()) {
        return CardError{.fault = CardFault::NoReader, .detail = QStringLiteral("%1 readers").arg(readers->size())};
    }
    return readers->at(at);
}

int fail(Context &context, const CardError &error)
{
    const QString status = error.status == 0 ? QString() : QStringLiteral(" %1").arg(error.status, 4, 16, QLatin1Char('0')).toUpper();
    return context.terminal().fail({ErrorCode::Invalid, faultName(error.fault) + status + (error.detail.isEmpty() ? QString() : u": "_qs + error.detail)},
        sentence(error, Reader::Terminal).text());
}

/** The files of the chip as they are, one each: DG1.bin, SOD.bin … Only for whoever asks for them: they hold everything about a person. */
bool writeFiles(const CardRecord &card, const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        return false;
    }
    QMap<QString, QByteArray> files{{QStringLiteral("COM"), card.com}, {QStringLiteral("SOD"), card.sod}};
    for (auto group = card.files.cbegin(); group != card.files.cend(); ++group) {
        files.insert(QStringLiteral("DG%1").arg(group.key()), group.value());
    }
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        QSaveFile out(folder + u'/' + file.key() + u".bin"_qs);
        if (file.value().isEmpty()) {
            continue;
        }
        if (!out.open(QIODevice::WriteOnly)) {
            return false;
        }
        out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        if (out.write(file.value()) != file.value().size() || !out.commit()) {
            return false;
        }
    }
    return true;
}

QJsonObject partsOf(Context &context, const Identity &identity)
{
    QJsonObject parts;
    for (const IdentityPart part : identity.parts()) {
        const std::optional<IdentityValue> value = identity.best(part);
        if (!value || value->text.isEmpty()) {
            continue;
        }
        parts.insert(partName(part), QJsonObject{{QStringLiteral("value"), value->text}, {QStringLiteral("source"), sourceName(value->source)}});
        context.terminal().say(QStringLiteral("%1  %2  (%3)").arg(partName(part), value->text, sourceName(value->source)));
    }
    return parts;
}

QJsonArray contradictionsOf(Context &context, const Identity &identity)
{
    QJsonArray all;
    for (const IdentityContradiction &one : identity.contradictions()) {
        all.append(QJsonObject{{QStringLiteral("part"), partName(one.part)}, {QStringLiteral("shown"), one.shown.text}, {QStringLiteral("other"), one.other.text},
            {QStringLiteral("otherSource"), sourceName(one.other.source)}});
        context.terminal().say(QStringLiteral("! %1  %2 / %3 (%4)").arg(partName(one.part), one.shown.text, one.other.text, sourceName(one.other.source)));
    }
    return all;
}

QJsonObject checksOf(Context &context, const CardProof &proof)
{
    QJsonObject checks;
    for (const CardCheck check : {CardCheck::Signature, CardCheck::Issuer, CardCheck::Groups, CardCheck::ChipAuthentication, CardCheck::ActiveAuthentication, CardCheck::Expiry}) {
        const CheckOutcome outcome = proof.outcome(check);
        checks.insert(checkName(check), stateName(outcome));
        context.terminal().say(QStringLiteral("%1: %2").arg(words(check), words(outcome)));
    }
    return checks;
}

int read(Context &context)
{
    const auto key = keyOf(context);
    if (!context.words().isEmpty() || !key) {
        context.terminal().explain(QStringLiteral(
            "motcua-ctl card read [--key-fd N | --can SIX | --number TWELVE | --mrz FILE | --document NUMBER --born YYMMDD --expires YYMMDD] [--reader N] [--trust DIR] [--raw DIR] [--timing]"));
        return Usage;
    }
    const auto reader = readerOf(context);
    if (!reader) {
        return fail(context, reader.error());
    }
    QElapsedTimer since;
    since.start();
    const auto way = PcscChannel::open(*reader);
    if (!way) {
        return fail(context, way.error());
    }
    const QString resources = context.options().value(QStringLiteral("resources"));
    const QString trust = context.options().value(QStringLiteral("trust"));
    const QString shipped = resources.isEmpty() ? Lawbook::folder() : resources;
    ReadingTerms terms{.trust = TrustStore::load(trust.isEmpty() ? context.trustFolders() : QStringList{trust}), .today = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date(), .countries = stateCodes(shipped)};
    IsoTransport transport(**way);
    SystemEphemeral ephemeral;
    double dataMs = 0;
    int dataCommands = 0;
    ChipReading reading(std::move(terms), {}, [&](const CardRecord &) {
        if (dataCommands == 0) {
            dataMs = static_cast<double>(since.nsecsElapsed()) / 1e6;
            dataCommands = transport.commands();
        }
    });
    const CardRecord card = reading.read(transport, *key, ephemeral);
    const double wholeMs = static_cast<double>(since.nsecsElapsed()) / 1e6;
    if (!card.hasData()) {
        return fail(context, card.broken.value_or(CardError{.fault = CardFault::NotSupported}));
    }
    if (const QString raw = context.options().value(QStringLiteral("raw")); !raw.isEmpty() && !writeFiles(card, raw)) {
        return context.terminal().fail({ErrorCode::FileUnwritable, raw});
    }
    const CardVerdict verdict = card.verdict();
    QJsonObject answer{{QStringLiteral("protocol"), card.protocol == CardRecord::Protocol::Pace ? QStringLiteral("pace") : QStringLiteral("bac")}};
    answer.insert(QStringLiteral("fields"), partsOf(context, card.identity));
    answer.insert(QStringLiteral("contradictions"), contradictionsOf(context, card.identity));
    answer.insert(QStringLiteral("checks"), checksOf(context, card.proof));
    answer.insert(QStringLiteral("photo"), card.face ? card.face->bytes.size() : 0);
    answer.insert(QStringLiteral("verdict"), verdictName(verdict));
    if (card.broken) {
        answer.insert(QStringLiteral("broken"), faultName(card.broken->fault));
        context.terminal().explain(sentence(*card.broken, Reader::Terminal).text());
    }
    context.terminal().say(sentence(verdict).happened + QStringLiteral("  [%1]").arg(verdictName(verdict)));
    if (context.options().isSet(QStringLiteral("timing"))) {
        answer.insert(QStringLiteral("timing"),
            QJsonObject{{QStringLiteral("commands"), transport.commands()}, {QStringLiteral("ms"), wholeMs}, {QStringLiteral("dataCommands"), dataCommands}, {QStringLiteral("dataMs"), dataMs}});
        context.terminal().say(QStringLiteral("%1 commands in %2 ms; the data of a form after %3 in %4 ms").arg(transport.commands()).arg(wholeMs, 0, 'f', 1).arg(dataCommands).arg(dataMs, 0, 'f', 1));
    }
    context.terminal().answer(answer);
    return endOf(verdict);
}

} // namespace

QList<Command> cardCommands()
{
    return {{QStringLiteral("card read"),
        QStringLiteral("[--key-fd N | --can SIX | --number TWELVE | --mrz FILE | --document NUMBER --born YYMMDD --expires YYMMDD] [--reader N] [--trust DIR] [--raw DIR] [--timing]"),
        QStringLiteral("read the chip of the card on a reader, and say what of it is proved; 0 only when it is genuine in every respect"), read}};
}

} // namespace motcua::ctl
