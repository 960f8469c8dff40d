// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Submissions.h"

#include "app/net/BoundedJson.h"
#include "app/security/Sha256.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/PortalQueries.h"
#include "app/storage/TakenBytes.h"
#include "models/base/Channel.h"
#include "models/base/VietnamTime.h"
#include "models/form/Typed.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace motcua::portal {

namespace {

constexpr qsizetype LongestNumber = 64;

/** Where a file waits to be named, in this store's own settings. */
QString waitingUnder(const AdmittedSystem &system)
{
    return QStringLiteral("portal.file.%1.").arg(system.id.toString());
}

Answer wrong(const QString &code, const QStringList &fields, const QString &detail)
{
    Answer answer = Answer::refused(422, code, Fault::Data, detail);
    if (!fields.isEmpty()) {
        QJsonObject problem = QJsonDocument::fromJson(answer.body).object();
        problem.insert(QStringLiteral("fields"), QJsonArray::fromStringList(fields));
        answer.body = QJsonDocument(problem).toJson(QJsonDocument::Compact);
    }
    return answer;
}

Answer invalid(const QString &detail)
{
    return wrong(errorName(ErrorCode::Invalid), {}, detail);
}

/** What is missing may be asked of the citizen by the desk; what is wrong is sent back to the system at once. */
bool isWrong(const Violation &violation)
{
    return violation.code != ViolationCode::Missing && violation.code != ViolationCode::AbsenceReasonMissing
        && violation.code != ViolationCode::RuleBroken && violation.code != ViolationCode::NameSuspicious;
}

QString moment(qint64 ms)
{
    return vietnamTime(ms).toString(Qt::ISODate);
}

QJsonObject sentBack(const Dossier &dossier)
{
    const auto last = std::find_if(dossier.events.crbegin(), dossier.events.crend(),
        [](const DossierEvent &one) { return one.event == event::ReturnIncomplete || one.event == event::Refuse || one.event == event::Submit; });
    if (last == dossier.events.crend() || last->event == event::Submit) {
        return {};
    }
    QJsonArray asked;
    const QJsonArray items = last->what.value(u"asked").toArray();
    for (const QJsonValue &item : items) {
        asked.append(QJsonObject{{QStringLiteral("name"), item[u"name"].toString()}, {QStringLiteral("reason"), item[u"reason"].toString()}});
    }
    return {{QStringLiteral("reason"), last->reason()}, {QStringLiteral("asked"), asked}};
}

/** When it was last filed, ms since 1970-01-01 UTC. */
qint64 lastFiledMs(const Dossier &dossier)
{
    const auto last = std::find_if(dossier.events.crbegin(), dossier.events.crend(), [](const DossierEvent &one) { return one.event == event::Submit; });
    return last == dossier.events.crend() ? 0 : QDateTime::fromString(last->what.value(u"receivedAt").toString(), Qt::ISODate).toMSecsSinceEpoch();
}

} // namespace

Submissions::Submissions(const storage::Store &store, const Catalogue &law, std::function<qint64()> now)
    : m_store(store)
    , m_law(law)
    , m_now(std::move(now))
{
}

Id Submissions::dossierOf(const Id &system, const QString &number)
{
    QByteArray bytes = security::sha256(QByteArray("motcua submission v1", 21) + system.bytes() + number.toUtf8()).first(16);
    bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x80);
    bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);
    return Id::fromBytes(bytes);
}

Answer Submissions::takeFile(const Question &question, const AdmittedSystem &system) const
{
    const auto waiting = m_store.ask(storage::SettingsUnder{waitingUnder(system)}).result();
    if (!waiting) {
        return Answer::failed(waiting.error());
    }
    storage::ForgottenSettings late; // nobody named them; their bytes are swept away when the store is opened next
    for (auto it = waiting->cbegin(); it != waiting->cend(); ++it) {
        if (QJsonDocument::fromJson(it.value()).object().value(u"at").toInteger() + FileWaitsMs < m_now()) {
            late.names.append(waitingUnder(system) + it.key());
        }
    }
    if (!late.names.isEmpty()) {
        (void)m_store.keep(late);
    }
    const Result<PaperFile> file = storage::takenBytes(question.body, m_law.fileRules(), m_store.attachments());
    if (!file) {
        switch (file.error().code) {
        case ErrorCode::FileTooLarge:
            return Answer::refused(413, ErrorCode::FileTooLarge, Fault::Data, file.error().detail);
        case ErrorCode::FileKindUnknown:
            return Answer::refused(415, ErrorCode::FileKindUnknown, Fault::Data, file.error().detail);
        case ErrorCode::FileTruncated:
            return wrong(errorName(ErrorCode::FileTruncated), {}, {});
        default:
            return Answer::failed(file.error());
        }
    }
    const QJsonObject kept{{QStringLiteral("file"), file->toJson()}, {QStringLiteral("at"), m_now()}};
    if (const auto done = m_store.keepSetting(waitingUnder(system) + file->digest, QJsonDocument(kept).toJson(QJsonDocument::Compact)).result(); !done) {
        return Answer::failed(done.error());
    }
    return Answer::json({{QStringLiteral("file"), file->digest}, {QStringLiteral("mediaType"), file->mediaType}, {QStringLiteral("bytes"), file->bytes}}, 201).notStored();
}

Result<QList<BroughtFile>, Answer> Submissions::filesIn(const QJsonObject &said, const Procedure &procedure, const AdmittedSystem &system) const
{
    const QJsonArray named = said.value(u"files").toArray();
    if (named.size() > MostFiles) {
        return invalid(QStringLiteral("at most %1 files").arg(MostFiles));
    }
    const auto waiting = m_store.ask(storage::SettingsUnder{waitingUnder(system)}).result();
    if (!waiting) {
        return Answer::failed(waiting.error());
    }
    QList<BroughtFile> files;
    QStringList unknown;
    for (const QJsonValue &one : named) {
        const QString digest = one[u"file"].toString();
        const QString paper = one[u"paper"].toString();
        const RequiredPaper *required = procedure.paper(paper);
        const Result<PaperFile> file = PaperFile::fromJson(QJsonDocument::fromJson(waiting->value(digest)).object().value(u"file").toObject());
        if (!required) {
            return wrong(QStringLiteral("PaperUnknown"), {paper.left(LongestNumber)}, QStringLiteral("the procedure has no such paper"));
        }
        if (!file || digest.isEmpty()) {
            unknown.append(digest.left(LongestNumber));
            continue;
        }
        files.append({paper, required->name, *file});
    }
    if (!unknown.isEmpty()) {
        return wrong(QStringLiteral("FileUnknown"), unknown, QStringLiteral("to be sent again before the submission that names them"));
    }
    return files;
}

Result<SubmitDossier, Answer> Submissions::read(const QJsonObject &said, const AdmittedSystem &system) const
{
    const QDateTime submitted = QDateTime::fromString(said.value(u"submittedAt").toString(), Qt::ISODate);
    const QString number = said.value(u"number").toString().trimmed();
    if (number.isEmpty() || number.size() > LongestNumber || !submitted.isValid() || submitted.timeSpec() == Qt::LocalTime
        || !said.value(u"answers").isObject()) {
        return invalid(QStringLiteral("number, submittedAt with its offset, and answers"));
    }
    const QDate today = vietnamTime(m_now()).date();
    const Result<Procedure> procedure = m_law.procedure(said.value(u"procedure").toString(), today);
    if (!procedure) {
        return wrong(QStringLiteral("ProcedureUnknown"), {}, QStringLiteral("no such procedure is in force"));
    }
    if (!procedure->channels.contains(channel::Online)) {
        return wrong(QStringLiteral("ChannelRefused"), {}, QStringLiteral("it is not received online"));
    }
    const QString unit = said.value(u"unit").toString();
    const auto units = m_store.ask(storage::UnitsOfDesks{}).result();
    if (!units) {
        return Answer::failed(units.error());
    }
    if (!units->contains(unit)) {
        return wrong(QStringLiteral("UnitUnknown"), {}, QStringLiteral("no desk of this portal stands there"));
    }
    FormDraft answers;
    const QJsonObject given = said.value(u"answers").toObject();
    for (auto it = given.constBegin(); it != given.constEnd(); ++it) {
        if (!it->isString()) {
            return wrong(errorName(ErrorCode::Invalid), {it.key()}, QStringLiteral("an answer is a text"));
        }
        answers.set(it.key(), FieldValue::given(it->toString()));
    }
    answers = normalised(procedure->form(), answers, today);
    QStringList fields;
    const Judgement judgement = procedure->checker.judge(answers, today);
    for (const Violation &violation : judgement.violations) {
        if (isWrong(violation)) {
            fields.append(violation.field);
        }
    }
    if (!fields.isEmpty()) {
        return wrong(QStringLiteral("AnswersWrong"), fields, QStringLiteral("answers the form does not take"));
    }
    Result<QList<BroughtFile>, Answer> files = filesIn(said, *procedure, system);
    if (!files) {
        return files.error();
    }
    SubmitDossier filed;
    filed.procedure = procedure->code;
    filed.procedureName = procedure->name;
    filed.edition = procedure->edition;
    filed.unit = unit;
    filed.unitName = units->value(unit);
    filed.number = number;
    filed.source = system.name;
    filed.submittedMs = submitted.toMSecsSinceEpoch();
    filed.roles = procedure->roles();
    filed.fields = procedure->checker.filed(answers, today);
    filed.files = *std::move(files);
    return filed;
}

Answer Submissions::submit(const Question &question, const AdmittedSystem &system) const
{
    const Result<QJsonObject> said = jsonObjectIn(question.body, {MostBytes, 6}, QLatin1StringView("submission"));
    if (!said) {
        return Answer::failed(said.error());
    }
    const Id id = dossierOf(system.id, said->value(u"number").toString().trimmed());
    const auto held = m_store.ask(storage::DossierById{id}).result();
    if (!held) {
        return Answer::failed(held.error());
    }
    const QDateTime submitted = QDateTime::fromString(said->value(u"submittedAt").toString(), Qt::ISODate);
    // First of all: its files are named already, and an answer that was lost must not make it look wrong. One from before the last is late.
    if (*held && submitted.isValid() && submitted.toMSecsSinceEpoch() <= lastFiledMs(**held)) {
        return told(id, (*held)->onlineNumber(), 200);
    }
    const Result<SubmitDossier, Answer> filed = read(*said, system);
    if (!filed) {
        return filed.error();
    }
    const auto recorded
        = m_store.record(Act{.actor = {journal::Actor::Kind::Portal, m_store.origin()}, .subject = id, .receiptMs = {}, .what = *filed}).result();
    if (!recorded) {
        switch (recorded.error().code) {
        case ErrorCode::Refused:
            return Answer::refused(409, QStringLiteral("AlreadyAccepted"), Fault::Data, QStringLiteral("a desk has accepted it"));
        case ErrorCode::Invalid:
            return invalid(recorded.error().detail);
        default:
            return Answer::failed(recorded.error());
        }
    }
    storage::ForgottenSettings named; // they stand in the journal now
    for (const BroughtFile &file : filed->files) {
        named.names.append(waitingUnder(system) + file.file.digest);
    }
    (void)m_store.keep(named);
    return told(id, filed->number, 201);
}

Answer Submissions::standing(const Question &question, const AdmittedSystem &system) const
{
    const QString number = QUrl::fromPercentEncoding(question.path.value(2).toUtf8());
    return told(dossierOf(system.id, number), number, 200);
}

Answer Submissions::told(const Id &id, const QString &number, int status) const
{
    const auto found = m_store.ask(storage::DossierById{id}).result();
    if (!found) {
        return Answer::failed(found.error());
    }
    if (!*found || !(*found)->status.status) {
        return Answer::refused(404, ErrorCode::NotFound, Fault::Data);
    }
    const Dossier &dossier = **found;
    QJsonObject json{{QStringLiteral("number"), number}, {QStringLiteral("status"), statusCode(*dossier.status.status)}};
    if (dossier.code.isEmpty()) {
        json.insert(QStringLiteral("submittedAt"), moment(dossier.receivedAtMs));
    } else {
        json.insert(QStringLiteral("code"), dossier.code);
        json.insert(QStringLiteral("receivedAt"), moment(dossier.receivedAtMs));
    }
    if (dossier.dueAtMs() > 0) {
        json.insert(QStringLiteral("dueAt"), moment(dossier.dueAtMs()));
    }
    if (const QJsonObject back = sentBack(dossier); !back.isEmpty() && dossier.code.isEmpty()) {
        json.insert(QStringLiteral("sentBack"), back);
    }
    return Answer::json(json, status).notStored();
}

} // namespace motcua::portal
