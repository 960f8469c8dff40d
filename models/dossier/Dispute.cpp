// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/Dispute.h"

#include "models/form/FieldPath.h"

#include <algorithm>
#include <tuple>

namespace motcua {

using journal::Candidate;
using journal::Entry;
using journal::Register;

namespace {

QList<Voice> voicesOf(const QList<Candidate> &candidates, const QList<Entry> &history)
{
    QList<Voice> voices;
    for (const Candidate &candidate : candidates) {
        Voice voice{.value = candidate.value, .entry = candidate.entry, .actor = {}, .desk = {}, .writtenMs = candidate.time.unixMs};
        const auto wrote = std::find_if(history.cbegin(), history.cend(), [&](const Entry &one) { return one.header.key == candidate.entry; });
        if (wrote != history.cend()) {
            voice.actor = wrote->header.actor;
            voice.desk = wrote->header.desk;
        }
        voices.append(voice);
    }
    return voices;
}

/** Where an answer stands in a form: its section or itself, the row, itself. */
using Place = std::tuple<qsizetype, int, qsizetype>;

/** The paths of `open`, in the order in which the form asks them; what it does not ask comes last. */
QStringList inOrder(QStringList open, const FormSchema *form)
{
    if (!form) {
        return open;
    }
    QStringList ids;
    for (const FormSection &section : form->sections) {
        ids.append(section.id);
        for (const Field &field : section.fields) {
            ids.append(field.id);
        }
    }
    const auto placeOf = [&](const QString &path) {
        const FieldPath parsed = FieldPath::parse(path);
        const qsizetype field = ids.indexOf(parsed.field);
        if (field < 0) {
            return Place{ids.size(), 0, 0};
        }
        // Row by row within a section that repeats: the rows of one stand together.
        return parsed.row > 0 ? Place{ids.indexOf(parsed.section), parsed.row, field} : Place{field, 0, field};
    };
    std::stable_sort(open.begin(), open.end(), [&](const QString &a, const QString &b) { return placeOf(a) < placeOf(b); });
    return open;
}

} // namespace

QString Dispute::name() const
{
    switch (about) {
    case About::Status:
        return QStringLiteral("status");
    case About::Promise:
        return QStringLiteral("dueAt");
    case About::Answer:
        break;
    }
    return path;
}

FieldValue Dispute::answer(const QJsonValue &value) const
{
    return FormDraft::fromJson({{path, value}}).value(path);
}

QList<Dispute> disputes(const Dossier &dossier, const QList<Entry> &history, const FormSchema *form)
{
    QList<Dispute> found;
    if (dossier.status.isInConflict()) {
        const QJsonValue common = dossier.status.status ? QJsonValue(statusCode(*dossier.status.status)) : QJsonValue(QJsonValue::Undefined);
        found.append({Dispute::About::Status, {}, common, voicesOf(dossier.status.conflict, history)});
    }
    if (dossier.due.isInConflict()) {
        found.append({Dispute::About::Promise, {}, dossier.due.value, voicesOf(dossier.due.conflict, history)});
    }
    QStringList open;
    for (auto field = dossier.fields.cbegin(); field != dossier.fields.cend(); ++field) {
        if (field->isInConflict()) {
            open.append(field.key());
        }
    }
    for (const QString &path : inOrder(open, form)) {
        const Register field = dossier.fields.value(path);
        found.append({Dispute::About::Answer, path, field.value, voicesOf(field.conflict, history)});
    }
    return found;
}

QStringList moneyAnswers(const FormSchema &form, const QList<FeeRule> &fees)
{
    QStringList ids;
    for (const FormSection &section : form.sections) {
        for (const Field &field : section.fields) {
            if (field.type == FieldType::Money) {
                ids.append(field.id);
            }
        }
    }
    for (const FeeRule &fee : fees) {
        ids << fee.quantityField << fee.tieredBy;
        ids += fee.when ? fee.when->asks() : QStringList();
        for (const FeeReduction &reduction : fee.reductions) {
            ids += reduction.when ? reduction.when->asks() : QStringList();
        }
    }
    ids.removeAll(QString());
    ids.removeDuplicates();
    return ids;
}

bool needsSupervisor(const ResolveConflict &what, const QStringList &moneyAnswers)
{
    return what.status || what.dueAtMs != 0 || std::any_of(what.fields.keyBegin(), what.fields.keyEnd(), [&](const QString &path) {
        return moneyAnswers.contains(FieldPath::parse(path).field);
    });
}

} // namespace motcua
