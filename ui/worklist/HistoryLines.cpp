// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/HistoryLines.h"

#include "models/base/Money.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/LostSlip.h"
#include "models/dossier/Receiver.h"
#include "models/dossier/SupplementItem.h"
#include "models/visit/PaperReuse.h"
#include "ui/messages/FormWords.h"
#include "ui/messages/PortalWords.h"
#include "ui/messages/PostWords.h"
#include "ui/messages/TellingWords.h"
#include "ui/messages/Wording.h"
#include "ui/shell/ShownTime.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace motcua {

namespace {

// What the program itself writes; the mark says it already.
const QString SpoiltReason = QStringLiteral("spoilt");
const QString CorrectedReason = QStringLiteral("corrected");

QString words(const char *english)
{
    return QCoreApplication::translate("HistoryLines", english);
}

QString statusOf(const QJsonValue &code)
{
    const std::optional<DossierStatus> status = dossierStatus(code.toInt());
    return status ? statusName(*status, true) : QStringLiteral("—");
}

QString joined(const QString &first, const QString &second)
{
    return first.isEmpty() || second.isEmpty() ? first + second : first + QStringLiteral(" · ") + second;
}

QString slipNote(const QJsonObject &payload)
{
    const QString form = slipName(payload.value(u"slip").toString());
    const QString mark = payload.value(u"mark").toString();
    if (mark == u"copy") {
        return form + QStringLiteral(" · ") + words(QT_TRANSLATE_NOOP("HistoryLines", "copy no. %1")).arg(payload.value(u"copy").toInt());
    }
    if (mark == u"replacement" && payload.value(u"reason").toString() == CorrectedReason) {
        return form + QStringLiteral(" · ") + words(QT_TRANSLATE_NOOP("HistoryLines", "replaces the sheet from before the correction"));
    }
    if (mark == u"replacement") {
        return form + QStringLiteral(" · ") + words(QT_TRANSLATE_NOOP("HistoryLines", "instead of a spoilt sheet"));
    }
    return form + QStringLiteral(" · ") + words(QT_TRANSLATE_NOOP("HistoryLines", "original"));
}

/** "2 Received → 4 Processing" and what led there; what happened without a new status is said alone. */
QString stepNote(const QJsonObject &payload)
{
    const QString event = eventName(payload.value(u"event").toString());
    if (!event.isEmpty() && payload.value(u"from") == payload.value(u"to")) {
        return event;
    }
    const QString to = statusOf(payload.value(u"to"));
    const bool says = !to.endsWith(event, Qt::CaseInsensitive); // else the status has said it
    return joined(statusOf(payload.value(u"from")) + QStringLiteral(" → ") + to, says ? event : QString());
}

/** "Giấy chứng sinh: chưa nộp; …", paper by paper. */
QString itemsNote(const QList<SupplementItem> &items)
{
    QStringList all;
    for (const SupplementItem &item : items) {
        all.append(item.reason.isEmpty() ? item.name : QStringLiteral("%1: %2").arg(item.name, item.reason));
    }
    return all.join(QStringLiteral("; "));
}

/** "Received by: Trần Thử, Thẻ căn cước, 000…, Giấy ủy quyền, số 12": who, how they showed it, and by which authority. */
QString receiverNote(const Receiver &receiver)
{
    QStringList told;
    switch (receiver.who) {
    case Receiver::Who::Applicant:
        told.append(words(QT_TRANSLATE_NOOP("HistoryLines", "Received by: the applicant")));
        break;
    case Receiver::Who::Submitter:
        told.append(words(QT_TRANSLATE_NOOP("HistoryLines", "Received by: who handed the papers in")));
        break;
    case Receiver::Who::Post:
        return words(QT_TRANSLATE_NOOP("HistoryLines", "Sent by post, number %1")).arg(receiver.tracking);
    case Receiver::Who::Delegate:
        told.append(words(QT_TRANSLATE_NOOP("HistoryLines", "Received by: %1")).arg(receiver.name));
        break;
    }
    told << receiver.shown.words() << receiver.document << receiver.authority;
    told.removeAll(QString());
    return told.join(QStringLiteral(", "));
}

QString lostNote(const std::optional<LostSlip> &lost)
{
    if (!lost) {
        return {};
    }
    switch (lost->signs) {
    case LostSlip::Signs::Sheet:
        return words(QT_TRANSLATE_NOOP("HistoryLines", "the slip was lost: a sheet was made to be signed for it"));
    case LostSlip::Signs::Register:
        return words(QT_TRANSLATE_NOOP("HistoryLines", "the slip was lost: the register was signed for it"));
    }
    return {};
}

/** What was said with a step: what was asked for or came, who took something away, why a rule was passed over, and the reason. */
QString saidNote(const QJsonObject &payload)
{
    const QString asked = itemsNote(supplementFromJson(payload.value(u"asked").toArray()));
    const QString arrived = itemsNote(supplementFromJson(payload.value(u"arrived").toArray()));
    const QString reason = payload.value(u"reason").toString();
    const QString overridden = payload.value(u"overrideReason").toString();
    const std::optional<Receiver> receiver = Receiver::fromJson(payload.value(u"receiver").toObject());
    QString said = asked.isEmpty() ? QString() : words(QT_TRANSLATE_NOOP("HistoryLines", "Asked for: %1")).arg(asked);
    said = joined(said, arrived.isEmpty() ? QString() : words(QT_TRANSLATE_NOOP("HistoryLines", "Came: %1")).arg(arrived));
    said = joined(said, receiver ? receiverNote(*receiver) : QString());
    said = joined(said, lostNote(LostSlip::fromJson(payload.value(u"slipLost").toObject())));
    said = joined(said, reason == asked ? QString() : reason); // made of what is asked where nothing else was said
    return joined(said, overridden.isEmpty() ? QString() : words(QT_TRANSLATE_NOOP("HistoryLines", "all the same, because: %1")).arg(overridden));
}

/** In which envelope the papers came; empty where somebody brought them. */
QString postNote(const QJsonObject &payload)
{
    const std::optional<Envelope> post = Envelope::fromJson(payload.value(u"post").toObject());
    return post ? words(QT_TRANSLATE_NOOP("HistoryLines", "By post: %1")).arg(envelopeWords(*post)) : QString();
}

/** Which other body was asked, or has answered. */
QString bodyNote(const QJsonObject &payload)
{
    const bool answered = payload.value(u"what").toString() == u"answered";
    const char *said = answered ? QT_TRANSLATE_NOOP("HistoryLines", "%1 has answered") : QT_TRANSLATE_NOOP("HistoryLines", "%1 was asked");
    return words(said).arg(payload.value(u"body").toString());
}

/** "content no. 2" as the acceptance slip itself says it; empty for the first, and for a slip whose entry does not tell. */
QString revisionNote(const QJsonObject &payload)
{
    // The other forms tell of a step, and count from it.
    const int revision = payload.value(u"slip").toString() == u"01" ? payload.value(u"revision").toInt() : 0;
    return revision > 1 ? words(QT_TRANSLATE_NOOP("HistoryLines", "content no. %1")).arg(revision) : QString();
}

QString answerText(const FormSchema *form, const QString &path, const FormDraft &draft)
{
    const FieldValue value = draft.value(path);
    if (value.state == FieldValue::State::ToFollow) {
        return words(QT_TRANSLATE_NOOP("HistoryLines", "to follow"));
    }
    if (value.state == FieldValue::State::DeclaredAbsent) {
        return words(QT_TRANSLATE_NOOP("HistoryLines", "left blank on request"));
    }
    const QString text = form && form->field(path) ? form->shown(path, draft) : value.text;
    return text.isEmpty() ? QStringLiteral("—") : text;
}

/** "Address: 12 Trần Phú → 21 Trần Phú", answer by answer; what follows from others is left out. */
QString correctionNote(const QJsonObject &fields, const FormDraft &before, const FormDraft &after, const FormSchema *form)
{
    QStringList all;
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        const Field *field = form ? form->field(it.key()) : nullptr;
        if (field && field->computed) {
            continue;
        }
        const QString name = form ? answerName(*form, it.key()) : it.key();
        all.append(QStringLiteral("%1: %2 → %3").arg(name, answerText(form, it.key(), before), answerText(form, it.key(), after)));
    }
    return all.join(QStringLiteral("; "));
}

/** "Address: 12 Trần Phú; Status: 4 Processing": what stands from then on. */
QString decisionNote(const QJsonObject &payload, const FormDraft &after, const FormSchema *form)
{
    QStringList all;
    if (const std::optional<DossierStatus> status = dossierStatus(payload.value(u"status").toInt())) {
        all.append(words(QT_TRANSLATE_NOOP("HistoryLines", "Status: %1")).arg(statusName(*status, true)));
    }
    if (const QDateTime dueAt = QDateTime::fromString(payload.value(u"dueAt").toString(), Qt::ISODate); dueAt.isValid()) {
        all.append(words(QT_TRANSLATE_NOOP("HistoryLines", "Result promised: %1")).arg(shownMoment(vietnamTime(dueAt.toMSecsSinceEpoch()))));
    }
    const QJsonObject fields = payload.value(u"fields").toObject();
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        const Field *field = form ? form->field(it.key()) : nullptr;
        if (!field || !field->computed) {
            all.append(QStringLiteral("%1: %2").arg(form ? answerName(*form, it.key()) : it.key(), answerText(form, it.key(), after)));
        }
    }
    return all.join(QStringLiteral("; "));
}

/** "By telephone: another promised date". */
QString toldNote(const QJsonObject &payload)
{
    const std::optional<TellCitizen::Means> means = tellingNamed(payload.value(u"means").toString());
    const std::optional<TellCitizen::About> about = aboutNamed(payload.value(u"about").toString());
    return means && about ? meansWords(*means) + QStringLiteral(": ") + aboutWords(*about) : QString();
}

QString note(const journal::Entry &entry)
{
    const QByteArray &kind = entry.header.kind;
    if (!entry.payload) {
        return kind == "payload.purged" ? QString() : words(QT_TRANSLATE_NOOP("HistoryLines", "the content is not on this computer"));
    }
    const QJsonObject payload = QJsonDocument::fromJson(entry.payload->bytes).object();
    const QString reason = payload.value(u"reason").toString();
    if (kind == "slip.issued") {
        return joined(joined(slipNote(payload), revisionNote(payload)), reason == SpoiltReason || reason == CorrectedReason ? QString() : reason);
    }
    if (kind == "dossier.stepped") {
        return joined(stepNote(payload), saidNote(payload));
    }
    if (kind == "dossier.turnedAway" || kind == "dossier.cancelled") {
        return joined(joined(eventName(payload.value(u"event").toString()), postNote(payload)), saidNote(payload));
    }
    if (kind == "dossier.external") {
        return joined(bodyNote(payload), reason);
    }
    if (kind == "dossier.told") {
        return joined(toldNote(payload), payload.value(u"text").toString());
    }
    if (kind == "dossier.noted") {
        return payload.value(u"text").toString();
    }
    if (kind == "paper.read") {
        return payload.value(u"purpose").toString();
    }
    if (kind == "paper.added") {
        const Result<PaperReuse> reuse = PaperReuse::fromJson(payload.value(u"details")[u"reused"].toObject());
        return reuse ? words(QT_TRANSLATE_NOOP("HistoryLines", "filed before with %1")).arg(reuse->code) : QString();
    }
    if (kind == "fee.taken") {
        return joined(Money{payload.value(u"amount").toInteger()}.toString(), payload.value(u"number").toString());
    }
    if (kind == "fee.confirmed") {
        return joined(joined(Money{payload.value(u"amount").toInteger()}.toString(), payload.value(u"reference").toString()), payload.value(u"source").toString());
    }
    if (kind == "dossier.submitted") {
        return payload.value(u"number").toString();
    }
    return kind == "dossier.accepted" ? joined(postNote(payload), reason) : reason;
}

/** "Received · 26.11.23.88121": of what the portal speaks, and its number or what it found wrong. */
QString portalNote(const journal::Entry &entry, const QJsonObject &payload, const QList<journal::Entry> &entries, const FormSchema *form)
{
    const std::optional<PortalVerdict> verdict = PortalVerdict::of(entry.header, payload);
    if (!verdict) {
        return words(QT_TRANSLATE_NOOP("HistoryLines", "does not count: no portal wrote it"));
    }
    const auto judged = std::find_if(entries.cbegin(), entries.cend(), [&](const journal::Entry &one) { return one.header.id == verdict->judged; });
    const QString of = judged == entries.cend() ? QString() : happenedName(judged->header.kind);
    return joined(of, verdict->isStanding() ? refusalWords(*verdict, form) : verdict->number);
}

} // namespace

QString shownDesk(const QByteArray &desk)
{
    const QString text = QString::fromUtf8(desk);
    bool isNumber = false;
    const int number = text.section(u'/', -1).toInt(&isNumber);
    return isNumber && text.contains(u'/') ? words(QT_TRANSLATE_NOOP("HistoryLines", "Desk %1")).arg(number, 2, 10, QLatin1Char('0')) : text;
}

QList<HistoryLine> historyLines(const QList<journal::Entry> &entries, const QMap<Id, QString> &names, const FormSchema *form)
{
    QList<HistoryLine> lines;
    FormDraft answers; // as they stood before each entry
    for (const journal::Entry &entry : entries) {
        const QJsonObject payload = entry.payload ? QJsonDocument::fromJson(entry.payload->bytes).object() : QJsonObject();
        const QJsonObject fields = payload.value(u"fields").toObject();
        const FormDraft before = answers;
        const FormDraft written = FormDraft::fromJson(fields);
        for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
            answers.set(it.key(), written.value(it.key()));
        }
        QString said = isPortalAnswer(entry.header) && entry.payload ? portalNote(entry, payload, entries, form) : note(entry);
        if (entry.header.kind == "dossier.corrected" && !fields.isEmpty()) {
            said = joined(correctionNote(fields, before, answers, form), said);
        }
        if (entry.header.kind == "dossier.resolved") {
            said = joined(decisionNote(payload, answers, form), said);
        }
        if (const QString beside = names.value(Id::fromString(payload.value(u"approvedBy").toString())); entry.header.kind == "dossier.corrected" && !beside.isEmpty()) {
            said = joined(said, words(QT_TRANSLATE_NOOP("HistoryLines", "answered for by %1")).arg(beside));
        }
        lines.append({.at = vietnamTime(entry.header.receiptMs),
            .kind = entry.header.kind,
            .person = names.value(entry.header.actor.id),
            .desk = shownDesk(entry.header.desk),
            .note = said});
    }
    return lines;
}

} // namespace motcua
