// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/national/NationalMessage.h"

#include "models/base/Channel.h"
#include "models/base/Text.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/Outcome.h"
#include "models/journal/Json.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace motcua::national {

namespace {

using Type = NationalField::Type;

/** What of a dossier a field is taken from: all of it, and beside it the step or record the field is about. */
struct Subject
{
    const NationalCase &one;
    const DossierEvent *step = nullptr;
    QJsonObject line = {}; ///< a paper or a fee line of the acceptance
    const SupplementRound *round = nullptr;
};

/** What there is to tell: a text, a moment or an amount; nothing where the text is empty and the number is none. */
struct Told
{
    QString text = {};
    std::optional<qint64> number = {};

    [[nodiscard]] bool isThere() const { return number || !text.isEmpty(); }
};

Told moment(qint64 ms)
{
    return ms == 0 ? Told() : Told{{}, ms};
}

QString roleText(const Dossier &dossier, const QString &role)
{
    const FieldValue value = dossier.role(role);
    return value.isGiven() ? value.text : QString();
}

bool isOfOrganisation(const Dossier &dossier)
{
    return !roleText(dossier, u"applicant.organisation"_qs).trimmed().isEmpty();
}

QString unitName(const Dossier &dossier)
{
    return dossier.acceptance.value(u"unitName").toString();
}

QString channelWord(const Dossier &dossier)
{
    switch (dossier.acceptance.value(u"channel").toInt()) {
    case channel::Direct:
        return u"direct"_qs;
    case channel::Online:
        return u"online"_qs;
    case channel::Post:
        return u"post"_qs;
    default:
        return {};
    }
}

QSet<QString> digitisedPapers(const Dossier &dossier)
{
    QSet<QString> papers;
    for (const DossierLine &line : dossier.papers) {
        if (!line.what.value(u"attachment").toString().isEmpty()) {
            papers.insert(line.what.value(u"paper").toString());
        }
    }
    return papers;
}

/**
 * A line {"id", "name"} for each paper that was seen: those of the acceptance, then those whose scan was brought later, with the name the
 * acceptance gives them or else the catalogue. One that nobody can name is left out.
 */
QList<QJsonObject> seenPapers(const NationalCase &one)
{
    QList<QJsonObject> seen;
    QSet<QString> ids;
    QHash<QString, QString> names;
    const QJsonArray listed = one.dossier.acceptance.value(u"papers").toArray();
    for (const QJsonValue &paper : listed) {
        names.insert(paper[u"id"].toString(), paper[u"name"].toString());
        if (paper[u"state"].toString() == u"met") {
            seen.append(paper.toObject());
            ids.insert(paper[u"id"].toString());
        }
    }
    for (const DossierLine &line : one.dossier.papers) {
        const QString id = line.what.value(u"paper").toString();
        if (line.what.value(u"attachment").toString().isEmpty() || ids.contains(id)) {
            continue;
        }
        ids.insert(id);
        QString name = names.value(id);
        if (name.isEmpty() && one.paperName) {
            name = one.paperName(id);
        }
        if (!name.isEmpty()) {
            seen.append({{u"id"_qs, id}, {u"name"_qs, name}});
        }
    }
    return seen;
}

qint64 handedOverAt(const Dossier &dossier)
{
    const auto last = std::find_if(dossier.events.crbegin(), dossier.events.crend(),
        [](const DossierEvent &event) { return dossierStatus(event.what.value(u"to").toInt()) == DossierStatus::HandedOver; });
    return last == dossier.events.crend() ? 0 : last->atMs;
}

QString itemsText(const QList<SupplementItem> &items)
{
    QStringList names;
    for (const SupplementItem &item : items) {
        names.append(item.reason.isEmpty() ? item.name : item.name + u" ("_qs + item.reason + u')');
    }
    return names.join(u"; "_qs);
}

qint64 promisedBy(const Dossier &dossier, const journal::EntryKey &entry)
{
    const auto event = std::find_if(
        dossier.events.cbegin(), dossier.events.cend(), [&entry](const DossierEvent &one) { return one.entry == entry; });
    return event == dossier.events.cend() ? 0 : event->dueAtMs();
}

/** Fills records field by field and notes what keeps them from being told. */
class Writing
{
public:
    explicit Writing(const NationalProfile &profile)
        : m_profile(profile)
    {
    }

    QJsonObject record(const QList<NationalField> &fields, const Subject &subject, const QString &prefix = {})
    {
        QJsonObject json;
        for (const NationalField &field : fields) {
            const QJsonValue value = field.type == Type::List ? records(field, subject) : single(field, subject, prefix);
            if (!value.isUndefined()) {
                json.insert(field.name, value);
            }
        }
        return json;
    }

    [[nodiscard]] const NationalGaps &gaps() const { return m_gaps; }

private:
    QJsonValue records(const NationalField &field, const Subject &subject)
    {
        QJsonArray all;
        const auto add = [&](const Subject &line) { all.append(record(field.fields, line, field.name + u'.')); };
        const Dossier &dossier = subject.one.dossier;
        switch (field.records) {
        case Records::None:
            break;
        case Records::Papers:
            for (const QJsonObject &paper : seenPapers(subject.one)) {
                add({subject.one, nullptr, paper});
            }
            break;
        case Records::Fees:
            for (const QJsonValue &line : dossier.acceptance.value(u"fee")[u"lines"].toArray()) {
                if (!line[u"unknown"].toBool() && !line[u"uncounted"].toBool()) {
                    add({subject.one, nullptr, line.toObject()});
                }
            }
            break;
        case Records::Supplements: {
            const QList<SupplementRound> rounds = dossier.supplementRounds();
            for (const SupplementRound &round : rounds) {
                add({subject.one, nullptr, {}, &round});
            }
            break;
        }
        case Records::Results:
            if (dossier.status.status == DossierStatus::Processed || dossier.status.status == DossierStatus::HandedOver) {
                add({subject.one});
            }
            break;
        }
        return all.isEmpty() && m_profile.leavesOutMissing ? QJsonValue(QJsonValue::Undefined) : QJsonValue(all);
    }

    QJsonValue single(const NationalField &field, const Subject &subject, const QString &prefix)
    {
        for (const NationalSource &source : field.from) {
            Told told = this->told(source, subject);
            told.text = text::tidy(told.text);
            if (source.isTranslated) {
                told.text = source.values.value(told.text);
            }
            if (told.isThere()) {
                return written(field, told, prefix);
            }
        }
        if (field.isRequired) {
            m_gaps.missing.append(prefix + field.name);
        }
        const bool isNumber = field.type == Type::Integer || field.type == Type::Money;
        return m_profile.leavesOutMissing || (isNumber && !field.isAsText) ? QJsonValue(QJsonValue::Undefined) : QJsonValue(QString());
    }

    QJsonValue written(const NationalField &field, const Told &told, const QString &prefix)
    {
        switch (field.type) {
        case Type::Date:
            return vietnamTime(told.number.value_or(0)).toString(u"yyyyMMddHHmmss"_qs);
        case Type::Money:
            return field.isAsText ? QJsonValue(QString::number(told.number.value_or(0))) : QJsonValue(told.number.value_or(0));
        case Type::Integer: {
            bool isNumber = false;
            const qint64 number = told.text.toLongLong(&isNumber);
            if (!isNumber) {
                m_gaps.missing.append(prefix + field.name);
                return QJsonValue(QJsonValue::Undefined);
            }
            return field.isAsText ? QJsonValue(told.text) : QJsonValue(number);
        }
        case Type::Text:
        case Type::List:
            break;
        }
        if (field.maxLength == 0 || text::characters(told.text) <= field.maxLength) {
            return told.text;
        }
        if (!field.isCut) {
            m_gaps.tooLong.append(prefix + field.name);
        }
        return cut(told.text, field.maxLength);
    }

    /** At most so many characters, the last of them a sign that more follows; a letter and its marks stay together. */
    static QString cut(const QString &text, qsizetype most)
    {
        const QList<uint> letters = text.toUcs4();
        qsizetype kept = most - 1;
        while (kept > 0 && QChar::isMark(letters.at(kept))) {
            --kept;
        }
        QString shorter;
        for (const uint letter : letters.first(kept)) {
            shorter += QChar::fromUcs4(letter);
        }
        return shorter.trimmed() + u'…';
    }

    [[nodiscard]] QString status(std::optional<DossierStatus> status) const
    {
        return status ? m_profile.statuses.value(*status) : QString();
    }

    [[nodiscard]] Told told(const NationalSource &source, const Subject &subject) const
    {
        switch (scopeOf(source.place)) {
        case Scope::Anywhere:
            return ofDossier(source, subject.one);
        case Scope::Step:
            return subject.step ? ofStep(source.place, *subject.step) : Told();
        case Scope::Supplement:
            return subject.round ? ofRound(source.place, *subject.round, subject.one.dossier) : Told();
        case Scope::Paper:
            if (source.place == Place::PaperDigitised) {
                return yesOrNo(digitisedPapers(subject.one.dossier).contains(subject.line.value(u"id").toString()));
            }
            return {subject.line.value(u"name").toString(), {}};
        case Scope::Fee:
            if (source.place == Place::FeeAmount) {
                return {{}, subject.line.value(u"amount").toInteger()};
            }
            return {subject.line.value(u"text").toString(), {}};
        case Scope::Outcome:
            break;
        }
        return {subject.one.dossier.acceptance.value(u"resultName").toString(), {}};
    }

    static Told yesOrNo(bool yes) { return {yes ? u"yes"_qs : u"no"_qs, {}}; }

    [[nodiscard]] Told ofDossier(const NationalSource &source, const NationalCase &one) const
    {
        const Dossier &dossier = one.dossier;
        switch (source.place) {
        case Place::Constant:
            return {source.detail, {}};
        case Place::Role:
            return {roleText(dossier, source.detail), {}};
        case Place::ApplicantKind:
            return {isOfOrganisation(dossier) ? u"organisation"_qs : u"person"_qs, {}};
        case Place::ApplicantNumber:
            return {isOfOrganisation(dossier) ? QString() : roleText(dossier, u"applicant.number"_qs), {}};
        case Place::Channel:
            return {channelWord(dossier), {}};
        case Place::CompetentUnitCode:
            return {dossier.competentUnit, {}};
        case Place::CompetentUnitName:
            return {dossier.crossesBoundary() ? QString() : unitName(dossier), {}};
        case Place::DossierCode:
            return {dossier.code, {}};
        case Place::DossierDueAt:
            return moment(dossier.dueAtMs());
        case Place::DossierFinishedAt:
            return moment(finishedAtMs(dossier));
        case Place::DossierHandedOverAt:
            return moment(handedOverAt(dossier));
        case Place::DossierReceivedAt:
            return moment(dossier.receivedAtMs);
        case Place::FeesMeans:
            return {dossier.fees.isEmpty() ? u"none"_qs : dossier.fees.constLast().what.value(u"means").toString(), {}};
        case Place::PapersDigitised:
            return yesOrNo(!digitisedPapers(dossier).isEmpty());
        case Place::ProcedureCode:
            return {dossier.procedureCode(), {}};
        case Place::ProcedureField:
            return {one.procedureField, {}};
        case Place::ProcedureName:
            return {dossier.procedureName(), {}};
        case Place::Status:
            return {status(dossier.status.status), {}};
        case Place::UnitCode:
            return {dossier.unit, {}};
        case Place::UnitName:
            return {unitName(dossier), {}};
        default:
            return {}; // of another scope
        }
    }

    [[nodiscard]] Told ofStep(Place place, const DossierEvent &step) const
    {
        switch (place) {
        case Place::StepAt:
            return moment(step.atMs);
        case Place::StepEvent:
            return {step.event, {}};
        case Place::StepReason:
            return {step.reason(), {}};
        case Place::StepStatus:
            return {status(dossierStatus(step.what.value(u"to").toInt())), {}};
        default:
            return {};
        }
    }

    [[nodiscard]] static Told ofRound(Place place, const SupplementRound &round, const Dossier &dossier)
    {
        switch (place) {
        case Place::SupplementAnsweredAt:
            return moment(round.answeredAtMs);
        case Place::SupplementArrived:
            return {itemsText(round.arrived), {}};
        case Place::SupplementAsked:
            return {round.asked.isEmpty() ? round.reason : itemsText(round.asked), {}};
        case Place::SupplementAskedAt:
            return moment(round.askedAtMs);
        case Place::SupplementDueAt:
            return round.isOpen() ? Told() : moment(promisedBy(dossier, round.answeredBy));
        case Place::SupplementId:
            return {journal::keyText(round.askedBy), {}};
        case Place::SupplementReceivedBy:
            return {round.isOpen() ? QString() : unitName(dossier), {}};
        default:
            return {};
        }
    }

    const NationalProfile &m_profile;
    NationalGaps m_gaps;
};

} // namespace

Result<QJsonObject, NationalGaps> NationalMessage::record(const NationalCase &one) const
{
    Writing writing(m_profile);
    const QJsonObject json = writing.record(m_profile.dossier.fields, {one});
    return writing.gaps().isEmpty() ? Result<QJsonObject, NationalGaps>(json) : writing.gaps();
}

Result<QJsonObject, NationalGaps> NationalMessage::step(const NationalCase &one, const DossierEvent &event) const
{
    Writing writing(m_profile);
    const QJsonObject json = writing.record(m_profile.progress.fields, {one, &event});
    return writing.gaps().isEmpty() ? Result<QJsonObject, NationalGaps>(json) : writing.gaps();
}

QJsonObject NationalMessage::recordBody(const QJsonObject &record, bool isKnown) const
{
    return {{m_profile.serviceMember, m_profile.dossier.service},
        {m_profile.updatingMember, isKnown ? m_profile.againWord : m_profile.firstWord}, {m_profile.dataMember, QJsonArray{record}}};
}

QJsonObject NationalMessage::stepBody(const QJsonObject &step) const
{
    return {{m_profile.serviceMember, m_profile.progress.service}, {m_profile.dataMember, QJsonArray{step}}};
}

QJsonObject NationalMessage::lookUpBody(const QString &code) const
{
    return {{m_profile.serviceMember, m_profile.lookUpService}, {m_profile.lookUpCode, code}};
}

QByteArray NationalMessage::digest(const QJsonObject &record)
{
    return QCryptographicHash::hash(QJsonDocument(record).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
}

bool NationalMessage::isStep(const DossierEvent &event)
{
    return dossierStatus(event.what.value(u"to").toInt()).has_value();
}

} // namespace motcua::national
