// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/SortStack.h"

#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "models/dossier/RecognisedCode.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QSet>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

const QString OpenStack = QStringLiteral("stack"); // of what is open at the desk

QString dossierCodeIn(const PageCode &code, const Catalogue &catalogue)
{
    if (code.kind == PageCode::Kind::Pdf417) {
        return {}; // no slip of ours has one
    }
    const auto known = RecognisedCode::of(catalogue, code.text);
    return known && known->kind == RecognisedCode::Kind::Dossier ? known->code : QString();
}

StackCode meaningOf(const PageCode &code, const Catalogue &catalogue, const QSet<QString> &dossiers)
{
    if (const SeparatorCode separator = SeparatorCode::of(code.text); separator.isValid()) {
        return {StackCode::Kind::Separator, code.text, separator};
    }
    if (const QString dossier = dossierCodeIn(code, catalogue); !dossier.isEmpty()) {
        return {dossiers.contains(dossier) ? StackCode::Kind::Dossier : StackCode::Kind::Stranger, dossier, {}};
    }
    return {StackCode::Kind::Other, code.text, {}};
}

} // namespace

struct SortStack::Round
{
    QList<StackLine> left = {};
    int papers = 0;
    int pages = 0;
    QList<StackFailure> failures = {};
};

SortStack::SortStack(Workplace place, Recorder recorder, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
    , m_recorder(std::move(recorder))
{
}

void SortStack::restore()
{
    await(this, m_place.store.ask(storage::OpenParts{}), [this](const Result<QMap<QString, QByteArray>> &parts) {
        const QJsonArray kept = parts ? QJsonDocument::fromJson(parts->value(OpenStack)).array() : QJsonArray();
        QList<StackSheet> sheets;
        for (const QJsonValue &one : kept) {
            const Result<PaperPage> page = PaperPage::fromJson(one[u"page"].toObject());
            if (!page) {
                continue;
            }
            StackSheet sheet{*page, {}};
            const QJsonArray codes = one[u"codes"].toArray();
            for (const QJsonValue &code : codes) {
                sheet.codes.append({.text = code.toString()});
            }
            sheets.append(sheet);
        }
        if (!sheets.isEmpty()) {
            add(sheets);
        }
    });
}

void SortStack::ask(const QStringList &codes, const std::function<void(const QList<Dossier> &)> &then)
{
    struct Answers
    {
        QList<std::optional<Dossier>> found;
        qsizetype open = 0;
        std::optional<Error> error;
    };
    const auto answers = std::make_shared<Answers>(Answers{QList<std::optional<Dossier>>(codes.size()), codes.size(), {}});
    ++m_asking;
    const auto tell = [this, answers, then] {
        --m_asking;
        QList<Dossier> dossiers;
        for (const std::optional<Dossier> &one : std::as_const(answers->found)) {
            if (one && !one->isCancelled()) { // what was taken back takes no papers any more
                dossiers.append(*one);
            }
        }
        then(dossiers);
        if (answers->error) {
            Q_EMIT refused(*answers->error);
        }
    };
    if (codes.isEmpty()) {
        tell();
    }
    for (qsizetype place = 0; place < codes.size(); ++place) {
        await(this, m_place.store.ask(storage::DossierByCode{codes.at(place)}), [answers, place, tell](const Result<std::optional<Dossier>> &found) {
            if (found) {
                answers->found[place] = *found;
            } else {
                answers->error = found.error();
            }
            if (--answers->open == 0) {
                tell();
            }
        });
    }
}

void SortStack::add(const QList<StackSheet> &sheets)
{
    if (sheets.isEmpty()) {
        return;
    }
    QStringList codes;
    for (const StackSheet &sheet : sheets) {
        for (const PageCode &code : sheet.codes) {
            if (const QString dossier = dossierCodeIn(code, m_place.law.catalogue); !dossier.isEmpty() && !codes.contains(dossier)) {
                codes.append(dossier);
            }
        }
    }
    ask(codes, [this, sheets](const QList<Dossier> &dossiers) {
        QSet<QString> known;
        QList<StackCase> cases;
        for (const Dossier &dossier : dossiers) {
            known.insert(dossier.code);
            cases.append(StackCase::of(dossier));
        }
        QList<StackPage> stack;
        QList<PaperPage> pages;
        for (const StackSheet &sheet : sheets) {
            StackPage page{{}, sheet.page.isBlank};
            for (const PageCode &code : sheet.codes) {
                page.codes.append(meaningOf(code, m_place.law.catalogue, known));
            }
            stack.append(page);
            pages.append(sheet.page);
        }
        m_sheets += sheets;
        m_proposal.add(pages, sortStack(stack), cases);
        keep();
        Q_EMIT changed();
    });
}

void SortStack::find(const QString &code)
{
    const QString typed = typedCode(code);
    ask({typed}, [this, typed](const QList<Dossier> &dossiers) {
        if (dossiers.isEmpty()) {
            Q_EMIT unknown(typed);
            return;
        }
        m_proposal.add(StackCase::of(dossiers.constFirst()));
        Q_EMIT changed();
    });
}

void SortStack::give(const QList<int> &pages, const Id &dossier, const QString &paper)
{
    if (m_isRecording) {
        return;
    }
    m_proposal.give(pages, dossier, paper);
    Q_EMIT changed();
}

void SortStack::leaveOut(const QList<int> &pages)
{
    if (m_isRecording) {
        return;
    }
    m_proposal.leaveOut(pages);
    keep();
    Q_EMIT changed();
}

void SortStack::record()
{
    if (isBusy()) {
        return;
    }
    m_isRecording = true;
    const auto round = std::make_shared<Round>();
    round->left = m_proposal.ready();
    recordNext(round);
}

void SortStack::recordNext(const std::shared_ptr<Round> &round)
{
    if (round->left.isEmpty()) {
        m_isRecording = false;
        settle();
        Q_EMIT changed();
        Q_EMIT ended(round->papers, round->pages, round->failures);
        return;
    }
    const StackLine line = round->left.takeFirst();
    const StackCase one = *m_proposal.caseOf(line.dossier);
    StackRecord record{one.dossier, line.paper, {}};
    for (const int page : line.pages) {
        record.pages.append(m_proposal.pages().at(page));
    }
    const auto done = [self = QPointer<SortStack>(this), round, line, one, count = static_cast<int>(record.pages.size())](const Result<> &recorded) {
        if (!self) {
            return;
        }
        if (recorded) {
            ++round->papers;
            round->pages += count;
            self->m_proposal.takeOut(line.pages);
            self->keep(); // what is on record must not come back after a crash
        } else {
            round->failures.append({one.dossier.code, one.paper(line.paper)->name, recorded.error()});
        }
        self->recordNext(round);
    };
    if (m_recorder) {
        m_recorder(record, done);
    } else {
        done(Error{ErrorCode::NotAllowed, QStringLiteral("nobody records stacks here")});
    }
}

void SortStack::throwAway()
{
    if (m_isRecording) {
        return;
    }
    m_proposal.throwAway();
    settle();
    Q_EMIT changed();
}

/** Slips and separators alone are no stack: the next one begins afresh. */
void SortStack::settle()
{
    if (m_proposal.isSettled()) {
        m_sheets.clear();
        m_proposal = {};
    }
    keep();
}

/** With what stands in it the sealed pages are counted on when a store is opened, and not swept away. */
void SortStack::keep()
{
    QJsonArray kept;
    if (!m_proposal.isSettled()) {
        QSet<int> places;
        for (const StackLine &line : m_proposal.lines()) {
            places.unite(QSet<int>(line.pages.begin(), line.pages.end()));
        }
        QList<int> inOrder(places.begin(), places.end());
        std::sort(inOrder.begin(), inOrder.end());
        for (const int place : std::as_const(inOrder)) {
            QJsonArray codes;
            for (const PageCode &code : m_sheets.at(place).codes) {
                codes.append(code.text);
            }
            kept.append(QJsonObject{{QStringLiteral("page"), m_sheets.at(place).page.toJson()}, {QStringLiteral("codes"), codes}});
        }
    }
    (void)m_place.store.keepOpen(OpenStack, kept.isEmpty() ? QByteArray() : QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

} // namespace motcua
