// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/PaperSet.h"

#include "models/catalogue/Procedure.h"

#include <QJsonObject>

#include <array>

namespace motcua {

namespace {

using State = Paper::State;

// The words stand in journal payloads for ever: add, never change.
struct StateWord
{
    State state;
    QLatin1String word;
};
constexpr std::array StateWords = {
    StateWord{State::NotSeen, QLatin1String("notSeen")},
    StateWord{State::Met, QLatin1String("met")},
    StateWord{State::NotMet, QLatin1String("notMet")},
    StateWord{State::NotApplicable, QLatin1String("notApplicable")},
    StateWord{State::ToFollow, QLatin1String("toFollow")},
};

constexpr int MostOriginalsHeld = 9999;

Error malformed(const QString &what)
{
    return {ErrorCode::EntryMalformed, QStringLiteral("papers: ") + what};
}

std::optional<Violation> notApplicable(const RequiredPaper &required, const Paper &paper, bool needed)
{
    if (!needed) {
        return {};
    }
    if (!required.waivable) {
        return Violation{required.id, ViolationCode::PaperNotWaivable, {}};
    }
    if (paper.reason.trimmed().isEmpty()) {
        return Violation{required.id, ViolationCode::PaperReasonMissing, {}};
    }
    return {};
}

std::optional<Violation> violationOf(const RequiredPaper &required, const Paper &paper, bool needed)
{
    switch (paper.state) {
    case State::NotSeen:
        return needed ? std::optional(Violation{required.id, ViolationCode::PaperMissing, {}}) : std::nullopt;
    case State::Met:
        if (!required.kinds.isEmpty() && !required.kinds.contains(paper.kind)) {
            return Violation{required.id, ViolationCode::PaperKindRefused, {{QStringLiteral("kind"), paperKindName(paper.kind)}}};
        }
        if (paper.kind == PaperKind::FromDatabase && required.database.isEmpty() && paper.reason.trimmed().isEmpty()) {
            return Violation{required.id, ViolationCode::PaperSourceMissing, {}};
        }
        return {};
    case State::NotMet:
        // A paper nobody had to bring cannot keep the dossier out by being bad.
        return needed ? std::optional(Violation{required.id, ViolationCode::PaperNotMet, {{QStringLiteral("reason"), paper.reason}}})
                      : std::nullopt;
    case State::NotApplicable:
        return notApplicable(required, paper, needed);
    case State::ToFollow:
        return needed && !required.mayFollow ? std::optional(Violation{required.id, ViolationCode::PaperMayNotFollow, {}}) : std::nullopt;
    }
    return {};
}

Result<Paper> paperFrom(const QJsonObject &json)
{
    Paper paper;
    paper.id = json.value(QStringLiteral("id")).toString();
    paper.name = json.value(QStringLiteral("name")).toString();
    paper.reason = json.value(QStringLiteral("reason")).toString();
    if (paper.id.isEmpty()) {
        return malformed(QStringLiteral("a paper without id"));
    }
    bool known = false;
    for (const StateWord &word : StateWords) {
        if (json.value(QStringLiteral("state")).toString() == word.word) {
            paper.state = word.state;
            known = true;
        }
    }
    if (!known) {
        return malformed(QStringLiteral("unknown state"));
    }
    if (json.contains(QStringLiteral("kind"))) {
        const auto kind = paperKind(json.value(QStringLiteral("kind")).toString());
        if (!kind) {
            return malformed(QStringLiteral("unknown kind"));
        }
        paper.kind = *kind;
    }
    const qint64 held = json.value(QStringLiteral("held")).toInteger(0);
    if (held < 0 || held > MostOriginalsHeld) {
        return malformed(QStringLiteral("originals held"));
    }
    paper.originalsHeld = static_cast<int>(held);
    if (json.contains(QStringLiteral("sheet"))) {
        const QJsonObject sheet = json.value(QStringLiteral("sheet")).toObject();
        paper.sheet = PrintedSheet{sheet.value(QStringLiteral("mark")).toString(),
            QDateTime::fromString(sheet.value(QStringLiteral("printedAt")).toString(), Qt::ISODate)};
        if (paper.sheet->mark.isEmpty() || !paper.sheet->printedAt.isValid()) {
            return malformed(QStringLiteral("a sheet without mark or time"));
        }
    }
    const Result<QList<PaperFile>> files = paperFiles(json.value(QStringLiteral("files")).toArray());
    if (!files) {
        return files.error();
    }
    paper.files = *files;
    const Result<QList<PaperPage>> pages = paperPages(json.value(QStringLiteral("pages")).toArray());
    if (!pages) {
        return pages.error();
    }
    paper.pages = *pages;
    return paper;
}

} // namespace

PaperSet PaperSet::of(const Procedure &procedure)
{
    PaperSet set;
    for (const RequiredPaper &required : procedure.papers) {
        Paper paper;
        paper.id = required.id;
        paper.name = required.name;
        set.m_papers.append(paper);
    }
    return set;
}

void PaperSet::set(const Paper &paper)
{
    for (Paper &one : m_papers) {
        if (one.id == paper.id) {
            const QString name = paper.name.isEmpty() ? one.name : paper.name;
            one = paper;
            one.name = name;
            return;
        }
    }
    m_papers.append(paper);
}

Paper PaperSet::paper(const QString &id) const
{
    for (const Paper &one : m_papers) {
        if (one.id == id) {
            return one;
        }
    }
    Paper none;
    none.id = id;
    return none;
}

int PaperSet::originalsHeld() const
{
    int held = 0;
    for (const Paper &one : m_papers) {
        held += one.originalsHeld;
    }
    return held;
}

int PaperSet::files() const
{
    qsizetype count = 0;
    for (const Paper &one : m_papers) {
        count += one.files.size();
    }
    return static_cast<int>(count);
}

QList<Violation> PaperSet::violations(const Procedure &procedure, const FormDraft &draft, QDate day) const
{
    QList<Violation> all;
    for (const RequiredPaper &required : procedure.papers) {
        if (const auto one = violationOf(required, paper(required.id), required.isNeeded(draft, day))) {
            all.append(*one);
        }
    }
    for (const Paper &one : m_papers) {
        if (!procedure.paper(one.id)) {
            all.append({one.id, ViolationCode::UnknownPaper, {}});
        }
    }
    return all;
}

PaperSet PaperSet::settled(const Procedure &procedure, const FormDraft &draft, QDate day) const
{
    PaperSet set;
    for (const RequiredPaper &required : procedure.papers) {
        Paper one = paper(required.id);
        one.name = required.name;
        one.files.clear();
        one.pages.clear();
        if (one.state == State::NotSeen && !required.isNeeded(draft, day)) {
            one.state = State::NotApplicable;
        }
        if (one.state == State::Met && one.kind == PaperKind::FromDatabase && one.reason.trimmed().isEmpty()) {
            one.reason = required.database;
        }
        set.m_papers.append(one);
    }
    return set;
}

QJsonArray PaperSet::toJson() const
{
    QJsonArray array;
    for (const Paper &paper : m_papers) {
        QJsonObject one{{QStringLiteral("id"), paper.id}, {QStringLiteral("name"), paper.name}};
        for (const StateWord &word : StateWords) {
            if (word.state == paper.state) {
                one.insert(QStringLiteral("state"), word.word);
            }
        }
        if (!paper.reason.isEmpty()) {
            one.insert(QStringLiteral("reason"), paper.reason);
        }
        if (paper.state == State::Met || paper.kind != PaperKind::OriginalSeen) {
            one.insert(QStringLiteral("kind"), paperKindName(paper.kind));
        }
        if (paper.originalsHeld != 0) {
            one.insert(QStringLiteral("held"), paper.originalsHeld);
        }
        if (paper.sheet) {
            one.insert(QStringLiteral("sheet"),
                QJsonObject{{QStringLiteral("mark"), paper.sheet->mark}, {QStringLiteral("printedAt"), paper.sheet->printedAt.toString(Qt::ISODate)}});
        }
        if (!paper.files.isEmpty()) {
            one.insert(QStringLiteral("files"), motcua::toJson(paper.files));
        }
        if (!paper.pages.isEmpty()) {
            one.insert(QStringLiteral("pages"), motcua::toJson(paper.pages));
        }
        array.append(one);
    }
    return array;
}

Result<PaperSet> PaperSet::fromJson(const QJsonArray &json)
{
    PaperSet set;
    QSet<QString> ids;
    for (const QJsonValue &value : json) {
        const Result<Paper> paper = paperFrom(value.toObject());
        if (!paper) {
            return paper.error();
        }
        if (ids.contains(paper->id)) {
            return malformed(QStringLiteral("a paper stands there twice"));
        }
        ids.insert(paper->id);
        set.m_papers.append(*paper);
    }
    return set;
}

} // namespace motcua
