// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/StackProposal.h"

#include "models/dossier/Digitised.h"
#include "models/dossier/PaperSet.h"

#include <QSet>

#include <algorithm>

namespace motcua {

namespace {

using Way = StackLine::Way;

/** Papers the citizen is still asked for. */
QList<SupplementItem> askedOf(const Dossier &dossier)
{
    QList<SupplementItem> asked;
    for (const SupplementRound &round : dossier.supplementRounds()) {
        if (round.isOpen()) {
            asked += round.asked;
        }
    }
    return asked;
}

} // namespace

StackCase StackCase::of(const Dossier &dossier)
{
    StackCase made{dossier, {}};
    QSet<QString> filed;
    for (const DossierLine &line : dossier.papers) {
        if (!line.what.value(u"attachment").toString().isEmpty()) {
            filed.insert(line.what.value(u"paper").toString());
        }
    }
    const auto add = [&made](const QString &id, const QString &name, bool isWanted) {
        const auto known = std::find_if(made.papers.begin(), made.papers.end(), [&id](const StackPaper &paper) { return paper.id == id; });
        if (known == made.papers.end()) {
            made.papers.append({id, name, isWanted});
        } else {
            known->isWanted |= isWanted;
        }
    };
    const Result<PaperSet> accepted = PaperSet::fromJson(dossier.acceptance.value(u"papers").toArray());
    for (const Paper &paper : accepted ? accepted->papers() : QList<Paper>()) {
        add(paper.id, paper.name, false);
    }
    for (const UnscannedPaper &paper : unscannedPapers(dossier)) {
        add(paper.id, paper.name, true);
    }
    for (const SupplementItem &item : askedOf(dossier)) {
        if (!item.paper.isEmpty()) {
            add(item.paper, item.name, !filed.contains(item.paper));
        }
    }
    if (const QString result = dossier.acceptance.value(u"resultName").toString(); !result.isEmpty()) {
        const bool isThere = dossier.status.status == DossierStatus::Processed || dossier.status.status == DossierStatus::HandedOver;
        add(ResultPaper, result, isThere && wantsResultFile(dossier));
    }
    return made;
}

const StackPaper *StackCase::paper(const QString &id) const
{
    const auto found = std::find_if(papers.cbegin(), papers.cend(), [&id](const StackPaper &paper) { return paper.id == id; });
    return found == papers.cend() ? nullptr : &*found;
}

QString StackCase::onlyWanted() const
{
    QStringList wanted;
    for (const StackPaper &paper : papers) {
        if (paper.isWanted && paper.id != ResultPaper) {
            wanted.append(paper.id);
        }
    }
    return wanted.size() == 1 ? wanted.constFirst() : QString();
}

void StackProposal::add(const QList<PaperPage> &pages, const SortedStack &sorted, const QList<StackCase> &cases)
{
    const int first = static_cast<int>(m_pages.size());
    m_pages += pages;
    for (const StackCase &one : cases) {
        add(one);
    }
    const auto placed = [first](QList<int> places) {
        for (int &place : places) {
            place += first;
        }
        return places;
    };
    const auto known = [this](const QString &code) -> const StackCase * {
        const auto found = std::find_if(m_cases.cbegin(), m_cases.cend(), [&code](const StackCase &one) { return one.dossier.code == code; });
        return found == m_cases.cend() ? nullptr : &*found;
    };
    for (const StackPart &part : sorted.parts) {
        const StackCase *const one = known(part.dossier);
        const QString said = part.separator.paper;
        const bool isOfItsProcedure = one && part.separator.procedure == one->dossier.procedureCode() && one->paper(said);
        const QString paper = isOfItsProcedure ? said : one && said.isEmpty() ? one->onlyWanted() : QString();
        put({paper.isEmpty() ? Way::Open : Way::Paper, one ? one->dossier.id : Id(), paper.isEmpty() ? said : paper, placed(part.pages)});
    }
    for (const StackPart &part : sorted.unsorted) {
        put({Way::Open, {}, part.separator.paper, placed(part.pages)});
    }
    for (const StackPart &part : sorted.covers) {
        const StackCase *const one = known(part.dossier);
        put({Way::Sheet, one ? one->dossier.id : Id(), {}, placed(part.pages)});
    }
    put({Way::Sheet, {}, {}, placed(sorted.dropped)});
    for (const QString &stranger : sorted.strangers) {
        if (!m_strangers.contains(stranger)) {
            m_strangers.append(stranger);
        }
    }
}

void StackProposal::add(const StackCase &known)
{
    if (!caseOf(known.dossier.id)) {
        m_cases.append(known);
    }
}

void StackProposal::give(const QList<int> &pages, const Id &dossier, const QString &paper)
{
    const StackCase *const one = caseOf(dossier);
    if (one && one->paper(paper)) {
        take(pages);
        put({Way::Paper, dossier, paper, pages});
    }
}

void StackProposal::leaveOut(const QList<int> &pages)
{
    take(pages);
    put({Way::LeftOut, {}, {}, pages});
}

void StackProposal::throwAway()
{
    m_lines.removeIf([](const StackLine &line) { return line.way == Way::LeftOut; });
}

const StackCase *StackProposal::caseOf(const Id &dossier) const
{
    const auto found = std::find_if(m_cases.cbegin(), m_cases.cend(), [&dossier](const StackCase &one) { return one.dossier.id == dossier; });
    return found == m_cases.cend() ? nullptr : &*found;
}

QList<StackLine> StackProposal::lines() const
{
    QList<StackLine> lines = m_lines;
    const auto place = [this](const StackLine &line) {
        const auto isIts = [&line](const StackCase &one) { return one.dossier.id == line.dossier; };
        return std::pair(std::find_if(m_cases.cbegin(), m_cases.cend(), isIts) - m_cases.cbegin(), static_cast<int>(line.way)); // not known: the last
    };
    std::stable_sort(lines.begin(), lines.end(), [&place](const StackLine &a, const StackLine &b) { return place(a) < place(b); });
    return lines;
}

QList<StackLine> StackProposal::ready() const
{
    QList<StackLine> ready = lines();
    ready.removeIf([](const StackLine &line) { return line.way != Way::Paper; });
    return ready;
}

bool StackProposal::isSettled() const
{
    return std::all_of(m_lines.cbegin(), m_lines.cend(), [](const StackLine &line) { return line.way == Way::Sheet; });
}

int StackProposal::count(Way way) const
{
    int pages = 0;
    for (const StackLine &line : m_lines) {
        pages += line.way == way ? static_cast<int>(line.pages.size()) : 0;
    }
    return pages;
}

/** Into the line that goes the same way, in the order of the stack. */
void StackProposal::put(const StackLine &line)
{
    if (line.pages.isEmpty()) {
        return;
    }
    const auto same = [&line](const StackLine &one) { return one.way == line.way && one.dossier == line.dossier && one.paper == line.paper; };
    auto into = std::find_if(m_lines.begin(), m_lines.end(), same);
    if (into == m_lines.end()) {
        into = m_lines.insert(m_lines.end(), line);
    } else {
        into->pages += line.pages;
    }
    std::sort(into->pages.begin(), into->pages.end());
    into->pages.erase(std::unique(into->pages.begin(), into->pages.end()), into->pages.end());
}

void StackProposal::take(const QList<int> &pages)
{
    for (StackLine &line : m_lines) {
        line.pages.removeIf([&pages](int page) { return pages.contains(page); });
    }
    m_lines.removeIf([](const StackLine &line) { return line.pages.isEmpty(); });
}

} // namespace motcua
