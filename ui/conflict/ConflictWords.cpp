// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflict/ConflictWords.h"

#include "models/base/VietnamTime.h"
#include "ui/dossier/CorrectWords.h"
#include "ui/messages/FormWords.h"
#include "ui/messages/Language.h"
#include "ui/messages/Wording.h"
#include "ui/outbox/DeliveryWords.h"
#include "ui/shell/ShownTime.h"
#include "ui/worklist/HistoryLines.h"

#include <QCoreApplication>

#include <algorithm>

namespace motcua::conflictwords {

namespace {

const QString Between = QStringLiteral(" · ");
const QString Nothing = QStringLiteral("—");

QString words(const char *english)
{
    return QCoreApplication::translate("ConflictWords", english);
}

/** An answer of a question the form asks, of a part of it, or of one it does not know. */
QString answerWords(const ConflictCase &found, const ConflictDecision::Question &question, const FieldValue &value)
{
    if (question.field) {
        return shownAnswer(*question.field, value);
    }
    const FormSection *section = found.decision.form().isNull() ? nullptr : found.decision.form().schema().section(question.about.path);
    switch (value.state) {
    case FieldValue::State::NotAsked:
        return Nothing;
    case FieldValue::State::ToFollow:
        return words(QT_TRANSLATE_NOOP("ConflictWords", "to follow"));
    case FieldValue::State::DeclaredAbsent: {
        const QString label = section && section->absence ? Language::label(section->absence->label, section->absence->labelEn)
                                                          : words(QT_TRANSLATE_NOOP("ConflictWords", "left blank on request"));
        const QString reason = section && section->absence ? optionName(section->absence->reasons, value.text) : QString();
        return reason.isEmpty() ? label : QStringLiteral("%1: %2").arg(label, reason);
    }
    case FieldValue::State::Given:
        break;
    }
    return section && section->repeats ? words(QT_TRANSLATE_NOOP("ConflictWords", "%1 rows")).arg(value.text) : value.text;
}

QString valueWords(const ConflictCase &found, const ConflictDecision::Question &question, const QJsonValue &value, const QDateTime &now)
{
    switch (question.about.about) {
    case Dispute::About::Status: {
        const std::optional<DossierStatus> status = dossierStatus(value.toInt());
        return status ? statusName(*status, true) : words(QT_TRANSLATE_NOOP("ConflictWords", "not known here"));
    }
    case Dispute::About::Promise: {
        const QDateTime dueAt = QDateTime::fromString(value.toString(), Qt::ISODate);
        return dueAt.isValid() ? shownPromise(vietnamTime(dueAt.toMSecsSinceEpoch()), now) : Nothing;
    }
    case Dispute::About::Answer:
        break;
    }
    return answerWords(found, question, question.about.answer(value));
}

QString sideWords(const ConflictCase &found, const Voice &voice)
{
    switch (found.sideOf(voice)) {
    case ConflictCase::Side::Here:
        return words(QT_TRANSLATE_NOOP("ConflictWords", "At this desk"));
    case ConflictCase::Side::Portal:
        return words(QT_TRANSLATE_NOOP("ConflictWords", "At the portal"));
    case ConflictCase::Side::Elsewhere:
        break;
    }
    const QString desk = shownDesk(voice.desk);
    // A desk of another unit may have the number of one of ours.
    const QString unit = QString::fromUtf8(voice.desk).section(u'/', 0, 0);
    const bool isOurs = unit == QString::fromUtf8(found.desk).section(u'/', 0, 0);
    return desk.isEmpty() ? words(QT_TRANSLATE_NOOP("ConflictWords", "Another desk")) : isOurs ? desk : QStringLiteral("%1 (%2)").arg(desk, unit);
}

/** "Đỗ Hạnh · 09:20", of another day "Đỗ Hạnh · 22/11 09:20". */
QString wroteWords(const ConflictCase &found, const Voice &voice, const QDateTime &now)
{
    const QString person = found.personOf(voice);
    const QString who = !person.isEmpty() ? person
        : voice.actor.kind == journal::Actor::Kind::Person ? words(QT_TRANSLATE_NOOP("ConflictWords", "somebody who is not known here"))
                                                           : QString();
    const QString when = deliverywords::moment(voice.writtenMs, now);
    return who.isEmpty() ? when : who + Between + when;
}

QString whoMay(const ConflictCase &found, const ConflictDecision::Question &question)
{
    if (found.mayDecide(question)) {
        return {};
    }
    if (!question.needsSupervisor()) {
        return words(QT_TRANSLATE_NOOP("ConflictWords", "Decided by whoever may put answers right after acceptance, at their own sign-in."));
    }
    const QString all = found.supervisors.join(QStringLiteral(", "));
    const QString rule = question.isMoney ? words(QT_TRANSLATE_NOOP("ConflictWords", "The fee is counted by this, so whoever leads the centre decides it, at their own sign-in"))
                                          : words(QT_TRANSLATE_NOOP("ConflictWords", "Whoever leads the centre decides this, at their own sign-in"));
    return all.isEmpty() ? rule + u'.' : QStringLiteral("%1: %2.").arg(rule, all);
}

/** Where each differs: two from each other, more from what all had seen last, or else from the first. */
void mark(ConflictLine &line)
{
    QList<ConflictVoice> &voices = line.voices;
    for (qsizetype i = 0; i < voices.size(); ++i) {
        const QString other = voices.size() == 2 ? voices.at(1 - i).value : !line.common.isEmpty() ? line.common : voices.at(i == 0 ? 1 : 0).value;
        voices[i].marked = differingWords(voices.at(i).value, other);
    }
}

} // namespace

QString label(const ConflictCase &found, const ConflictDecision::Question &question)
{
    switch (question.about.about) {
    case Dispute::About::Status:
        return words(QT_TRANSLATE_NOOP("ConflictWords", "Status"));
    case Dispute::About::Promise:
        return words(QT_TRANSLATE_NOOP("ConflictWords", "Result promised"));
    case Dispute::About::Answer:
        break;
    }
    const QString &path = question.about.path;
    return found.decision.form().isNull() ? path : answerName(found.decision.form().schema(), path);
}

QString labels(const ConflictCase &found, const QStringList &names)
{
    QStringList all;
    for (const ConflictDecision::Question &question : found.decision.questions()) {
        if (names.contains(question.about.name())) {
            all.append(label(found, question));
        }
    }
    return all.join(QStringLiteral("; "));
}

ConflictView view(const ConflictCase &found, const QDateTime &now)
{
    const Dossier &dossier = found.dossier();
    ConflictView view;
    view.code = dossier.code;
    view.about = dossier.procedureName();
    if (const QString person = dossier.role(QStringLiteral("applicant.name")).text; !person.isEmpty()) {
        view.about += Between + person;
    }
    for (const ConflictDecision::Question &question : found.decision.questions()) {
        ConflictLine line;
        line.label = label(found, question);
        line.common = question.about.common.isUndefined() ? QString() : valueWords(found, question, question.about.common, now);
        for (const Voice &voice : question.about.voices) {
            line.voices.append({.side = sideWords(found, voice),
                .value = valueWords(found, question, voice.value, now),
                .marked = {},
                .wrote = wroteWords(found, voice, now),
                .isKnown = !voice.value.isNull()});
        }
        mark(line);
        line.whoMay = whoMay(found, question);
        view.lines.append(line);
    }
    return view;
}

} // namespace motcua::conflictwords
