// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/ConflictDecision.h"

#include "models/base/VietnamTime.h"
#include "models/form/FieldPath.h"

#include <algorithm>

namespace motcua {

ConflictDecision::ConflictDecision(const Dossier &dossier, const QList<journal::Entry> &history, const Scene &scene)
    : m_dossier(dossier)
    , m_scene(scene)
    , m_day(dossier.receivedAtMs > 0 ? vietnamTime(dossier.receivedAtMs).date() : scene.today)
{
    const FormSchema *schema = scene.form.isNull() ? nullptr : &scene.form.schema();
    for (const Dispute &one : disputes(dossier, history, schema)) {
        Question question{.about = one};
        std::stable_partition(question.about.voices.begin(), question.about.voices.end(), [&](const Voice &voice) { return voice.entry.origin == scene.own; });
        const Field *field = schema && one.about == Dispute::About::Answer ? schema->field(one.path) : nullptr;
        if (field) {
            question.field = *field;
            question.follows = field->computed.has_value();
        }
        question.isMoney = one.about == Dispute::About::Answer && scene.money.contains(FieldPath::parse(one.path).field);
        m_questions.append(question);
    }
}

QString ConflictDecision::name(int index) const
{
    return m_questions.at(index).about.name();
}

const ConflictDecision::Question *ConflictDecision::find(const QString &name) const
{
    const auto found = std::find_if(m_questions.cbegin(), m_questions.cend(), [&name](const Question &one) { return one.about.name() == name; });
    return found == m_questions.cend() ? nullptr : &*found;
}

void ConflictDecision::keep(int index, int voice)
{
    const Question &question = m_questions.at(index);
    const bool isThere = voice >= 0 && voice < question.about.voices.size();
    const bool isKnown = isThere && !question.about.voices.at(voice).value.isNull();
    if (isKnown && !question.follows) {
        m_choices.insert(name(index), {voice, {}});
    }
}

void ConflictDecision::say(int index, const FieldValue &value)
{
    if (m_questions.at(index).isTypeable()) {
        m_choices.insert(name(index), {{}, value});
    }
}

void ConflictDecision::leave(int index)
{
    m_choices.remove(name(index));
}

std::optional<FieldValue> ConflictDecision::chosen(const Question &question) const
{
    const Choice choice = m_choices.value(question.about.name());
    return choice.voice ? std::optional(question.about.answer(question.about.voices.at(*choice.voice).value)) : choice.said;
}

// What it is made of is decided, as far as that was in conflict; where the form does not tell, with the last of all.
bool ConflictDecision::followsNow(const Question &question) const
{
    const auto isOpen = [&](const Question &one) {
        if (one.follows || one.about.about != Dispute::About::Answer) {
            return false;
        }
        const FieldPath path = FieldPath::parse(one.about.path);
        const bool isSource = question.field->computed->of.contains(path.field) || question.field->computed->of.contains(path.section);
        return isSource && !m_choices.contains(one.about.name());
    };
    const bool isAnyDecided = std::any_of(m_questions.cbegin(), m_questions.cend(), [&](const Question &one) {
        return one.about.about == Dispute::About::Answer && m_choices.contains(one.about.name());
    });
    const bool isAlone = std::all_of(m_questions.cbegin(), m_questions.cend(), [](const Question &one) { return one.follows || one.about.about != Dispute::About::Answer; });
    return std::none_of(m_questions.cbegin(), m_questions.cend(), isOpen) && (isAnyDecided || isAlone);
}

bool ConflictDecision::isDecided(int index) const
{
    const Question &question = m_questions.at(index);
    return m_choices.contains(question.about.name()) || (question.follows && followsNow(question));
}

int ConflictDecision::open() const
{
    return static_cast<int>(std::count_if(m_questions.cbegin(), m_questions.cend(),
        [&](const Question &one) { return !one.follows && !m_choices.contains(one.about.name()); }));
}

FormDraft ConflictDecision::answers() const
{
    FormDraft draft;
    for (auto field = m_dossier.fields.cbegin(); field != m_dossier.fields.cend(); ++field) {
        draft.set(field.key(), m_dossier.field(field.key()));
    }
    for (const Question &question : m_questions) {
        if (const auto value = question.about.about == Dispute::About::Answer ? chosen(question) : std::nullopt) {
            draft.set(question.about.path, *value);
        }
    }
    return m_scene.form.isNull() ? draft : m_scene.form.completed(draft, m_day);
}

ResolveConflict ConflictDecision::act(const QString &reason) const
{
    ResolveConflict act{.fields = {}, .status = {}, .dueAtMs = 0, .reason = reason};
    const FormDraft answers = this->answers();
    for (const Question &question : m_questions) {
        const Choice choice = m_choices.value(question.about.name());
        switch (question.about.about) {
        case Dispute::About::Status:
            act.status = choice.voice ? dossierStatus(question.about.voices.at(*choice.voice).value.toInt()) : std::nullopt;
            break;
        case Dispute::About::Promise:
            if (choice.voice) {
                act.dueAtMs = QDateTime::fromString(question.about.voices.at(*choice.voice).value.toString(), Qt::ISODate).toMSecsSinceEpoch();
            }
            break;
        case Dispute::About::Answer:
            if (const auto value = chosen(question)) {
                act.fields.insert(question.about.path, *value);
            } else if (question.follows && followsNow(question)) {
                act.fields.insert(question.about.path, answers.value(question.about.path));
            }
            break;
        }
    }
    return act;
}

QList<Violation> ConflictDecision::violations() const
{
    QList<Violation> wrong;
    if (m_scene.form.isNull()) {
        return wrong;
    }
    const auto isSaid = [this](const QString &path) { return m_choices.value(path).said.has_value(); };
    if (std::none_of(m_choices.keyBegin(), m_choices.keyEnd(), isSaid)) {
        return wrong;
    }
    FormDraft stands;
    for (auto field = m_dossier.fields.cbegin(); field != m_dossier.fields.cend(); ++field) {
        stands.set(field.key(), m_dossier.field(field.key()));
    }
    const QList<Violation> before = m_scene.form.judge(m_scene.form.completed(stands, m_day), m_day).violations;
    for (const Violation &one : m_scene.form.judge(answers(), m_day).violations) {
        // A rule across answers is broken somewhere; it counts when it was not before.
        if (isSaid(one.field) || (one.code == ViolationCode::RuleBroken && !before.contains(one))) {
            wrong.append(one);
        }
    }
    // A typed answer that the form does not ask for as things stand is judged by its field all the same.
    for (const Question &question : m_questions) {
        const auto said = m_choices.value(question.about.name()).said;
        const auto fault = said && question.field ? violation(*question.field, *said, m_day, false) : std::nullopt;
        const bool isTold = std::any_of(wrong.cbegin(), wrong.cend(), [&](const Violation &one) { return one.field == question.about.path; });
        if (fault && !isTold) {
            Violation here = *fault;
            here.field = question.about.path;
            wrong.append(here);
        }
    }
    return wrong;
}

ConflictDecision ConflictDecision::onto(const Dossier &now, const QList<journal::Entry> &history) const
{
    ConflictDecision same(now, history, m_scene);
    for (auto choice = m_choices.cbegin(); choice != m_choices.cend(); ++choice) {
        const Question *before = find(choice.key());
        const Question *after = same.find(choice.key());
        if (before && after && before->about == after->about) {
            same.m_choices.insert(choice.key(), *choice);
        }
    }
    return same;
}

QStringList ConflictDecision::overtaken(const ConflictDecision &now) const
{
    QStringList names;
    for (auto choice = m_choices.cbegin(); choice != m_choices.cend(); ++choice) {
        const Question *before = find(choice.key());
        const Question *after = now.find(choice.key());
        if (before && !(after && before->about == after->about)) {
            names.append(choice.key());
        }
    }
    return names;
}

} // namespace motcua
