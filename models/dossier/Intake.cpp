// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/Intake.h"

#include "models/base/VietnamTime.h"
#include "models/calendar/WorkingCalendar.h"
#include "models/dossier/DossierStatus.h"
#include "models/dossier/DossierTerms.h"
#include "models/dossier/IdentityShown.h"
#include "models/form/Typed.h"

#include <algorithm>

namespace motcua {

namespace {

/** Whether somebody's identity is known as well as the procedure wants. */
std::optional<Violation> identityViolation(
    const Procedure &procedure, const FormDraft &filed, const PaperSet &papers, const QList<Violation> &paperFaults)
{
    const auto isWrong = [&](const QString &paper) {
        return std::any_of(paperFaults.cbegin(), paperFaults.cend(), [&](const Violation &one) { return one.field == paper; });
    };
    using Level = IdentityNeed::Level;
    const IdentityNeed &need = procedure.identity;
    const auto answer = [&](const QString &part) { return filed.value(procedure.form().roles.value(need.of + part)); };
    const QMap<QString, QString> params{{QStringLiteral("of"), need.of}};
    const FieldValue number = answer(QStringLiteral(".number"));
    const bool stated = answer(QStringLiteral(".name")).isGiven() && (number.isGiven() || answer(QStringLiteral(".document")).isGiven());
    if (need.level == Level::None) {
        return {};
    }
    if (!stated) {
        return Violation{QString(), ViolationCode::IdentityNotStated, params};
    }
    if (need.level == Level::Stated || number.source == Provenance::ChipVerified) {
        return {};
    }
    if (showsIdentity(procedure.form(), filed, need.of)) {
        return {};
    }
    for (const RequiredPaper &paper : procedure.papers) {
        // A paper that is asked for anyway says by itself that it is missing.
        if (paper.provesIdentityOf == need.of && (isWrong(paper.id) || papers.paper(paper.id).state == Paper::State::Met)) {
            return {};
        }
    }
    return Violation{QString(), ViolationCode::IdentityNotProved, params};
}

/** What is wrong with a longer term than the limit, but for its paper. */
std::optional<Violation> longerTermViolation(const StatedLimit &stated, const SettledTerm &longer)
{
    const LongerTerm *ground = stated.longerTerm(longer.ground);
    if (!ground) {
        return Violation{QString(), ViolationCode::LongerTermUnknown, {}};
    }
    if (!stated.allows(longer.ground, longer.days)) {
        return Violation{QString(), ViolationCode::LongerTermRefused, {{QStringLiteral("maximum"), QString::number(ground->mostDays)}}};
    }
    return {};
}

/** The paper that this term asks for and that nobody has seen. */
std::optional<Violation> agreementMissing(const StatedLimit &stated, const SettledTerm &longer, const PaperSet &papers)
{
    const LongerTerm *ground = stated.longerTerm(longer.ground);
    const bool isThere = !ground || ground->paper.isEmpty() || papers.paper(ground->paper).state == Paper::State::Met;
    return isThere ? std::nullopt : std::optional(Violation{ground->paper, ViolationCode::PaperMissing, {}});
}

QString isoTime(const QDateTime &time)
{
    return time.toString(Qt::ISODate);
}

} // namespace

Result<Intake, QList<Violation>> Intake::from(const Procedure &procedure, const FormDraft &draft, const PaperSet &papers,
    const WorkingCalendar &calendar, const QDateTime &receivedAt, int channel, const std::optional<SettledTerm> &longer,
    const std::optional<Envelope> &post, const std::optional<CardSeen> &card)
{
    if (!receivedAt.isValid()) {
        return QList<Violation>{{QString(), ViolationCode::NoReceiptTime, {}}};
    }
    // Whole seconds, as the dossier keeps them: the promise must follow from what can be read later.
    const QDateTime received = vietnamTime(receivedAt.toSecsSinceEpoch() * 1000);
    const QDate day = received.date();
    const FormDraft normal = procedure.checker.completed(normalised(procedure.form(), draft, day), day);
    const FormDraft filed = procedure.checker.filed(normal, day);

    QList<Violation> wrong;
    if (!procedure.isInForce(day)) {
        wrong.append({QString(), ViolationCode::NoEdition, {{QStringLiteral("day"), day.toString(Qt::ISODate)}}});
    }
    if (!procedure.channels.contains(channel)) {
        wrong.append({QString(), ViolationCode::ChannelRefused, {{QStringLiteral("channel"), QString::number(channel)}}});
    }
    if (post && !post->faults(day).isEmpty()) {
        wrong.append({QString(), ViolationCode::EnvelopeIncomplete, {}});
    }
    const StatedLimit stated = procedure.limitFor(channel);
    const std::optional<Violation> tooLong = longer ? longerTermViolation(stated, *longer) : std::nullopt;
    const Result<Promise> promise = promised(stated.longerBy(longer && !tooLong ? longer->days : 0), received, calendar);
    if (tooLong) {
        wrong.append(*tooLong);
    }
    if (!promise) {
        wrong.append({QString(), ViolationCode::NoCalendar, {{QStringLiteral("day"), day.toString(Qt::ISODate)}}});
    }
    QList<Violation> paperFaults = papers.violations(procedure, filed, day);
    if (const auto agreement = longer ? agreementMissing(stated, *longer, papers) : std::nullopt; agreement && !paperFaults.contains(*agreement)) {
        paperFaults.append(*agreement);
    }
    if (const auto unknown = identityViolation(procedure, filed, papers, paperFaults)) {
        wrong.append(*unknown);
    }
    wrong.append(procedure.checker.judge(normal, day).violations);
    wrong.append(paperFaults);
    if (!wrong.isEmpty()) {
        return wrong;
    }

    Intake intake;
    intake.m_procedureCode = procedure.code;
    intake.m_procedureName = procedure.name;
    intake.m_edition = procedure.edition;
    intake.m_roles = procedure.roles();
    intake.m_fields = filed;
    intake.m_papers = papers.settled(procedure, filed, day);
    intake.m_fee = Assessment::of(procedure.fees, filed, day, channel);
    intake.m_promise = *promise;
    intake.m_receivedAt = received;
    intake.m_json = intake.described(procedure, stated, channel, longer);
    if (post) {
        intake.m_json.insert(QStringLiteral("post"), post->toJson());
    }
    if (card) {
        intake.m_json.insert(QStringLiteral("card"), card->toJson());
    }
    intake.m_parts = journal::PayloadParts(intake.m_json);
    return intake;
}

QString Intake::role(const QString &name) const
{
    const FieldValue value = m_fields.value(m_roles.value(name));
    return value.isGiven() ? value.text : QString();
}

QJsonObject Intake::described(const Procedure &procedure, const StatedLimit &stated, int channel, const std::optional<SettledTerm> &longer) const
{
    QJsonObject roles;
    for (auto it = m_roles.constBegin(); it != m_roles.constEnd(); ++it) {
        roles.insert(it.key(), it.value());
    }
    QJsonObject told{{QStringLiteral("procedure"), m_procedureCode}, {QStringLiteral("procedureName"), m_procedureName},
        {QStringLiteral("edition"), m_edition}, {QStringLiteral("form"), procedure.form().id}, {QStringLiteral("channel"), channel},
        {QStringLiteral("roles"), roles}, {QStringLiteral("fields"), m_fields.toJson()}, {QStringLiteral("papers"), m_papers.toJson()},
        {QStringLiteral("fee"), m_fee.toJson()}, {QStringLiteral("receivedAt"), isoTime(m_receivedAt)},
        {QStringLiteral("dueAt"), isoTime(m_promise.dueAt)},
        {QStringLiteral("promise"),
            QJsonObject{{QStringLiteral("rule"), m_promise.rule}, {QStringLiteral("provisional"), m_promise.provisional}}},
        {QStringLiteral("terms"), DossierTerms{stated.longerBy(longer ? longer->days : 0), procedure.clock}.toJson()},
        {QStringLiteral("limitText"), stated.text}, {QStringLiteral("resultName"), procedure.resultName()},
        {QStringLiteral("status"), static_cast<int>(DossierStatus::Accepted)}};
    if (longer) {
        QJsonObject settled = longer->toJson();
        settled.insert(QStringLiteral("text"), stated.longerTerm(longer->ground)->onSlip.arg(longer->days, 2, 10, QLatin1Char('0')));
        told.insert(QStringLiteral("longer"), settled);
    }
    return told;
}

} // namespace motcua
