// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scan/StackSort.h"

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

const QString SeparatorPrefix = QStringLiteral("motcua:paper:");

/** The part of the same dossier and paper, made at the end of its dossier's where there is none yet. */
StackPart &partIn(QList<StackPart> &parts, const QString &dossier, const SeparatorCode &separator)
{
    const auto same = [&](const StackPart &part) { return part.dossier == dossier && part.separator == separator; };
    if (const auto found = std::find_if(parts.begin(), parts.end(), same); found != parts.end()) {
        return *found;
    }
    const auto last = std::find_if(parts.rbegin(), parts.rend(), [&dossier](const StackPart &part) { return part.dossier == dossier; });
    const auto place = last == parts.rend() ? parts.end() : last.base();
    return *parts.insert(place, {dossier, separator, {}});
}

/** Walks the stack from its first page to its last. */
class Walk
{
public:
    void take(int page, const StackPage &what)
    {
        QStringList dossiers;
        SeparatorCode separator;
        bool isStrange = false;
        for (const StackCode &code : what.codes) {
            if (code.kind == StackCode::Kind::Dossier && !dossiers.contains(code.text)) {
                dossiers.append(code.text);
            } else if (code.kind == StackCode::Kind::Separator) {
                separator = code.separator;
            } else if (code.kind == StackCode::Kind::Stranger) {
                isStrange = true;
                if (!m_sorted.strangers.contains(code.text)) {
                    m_sorted.strangers.append(code.text);
                }
            }
        }
        const bool wasSheet = std::exchange(m_isBehindSheet, false);
        if (dossiers.size() > 1 || (dossiers.isEmpty() && !separator.isValid() && isStrange)) {
            // Rather nobody's than the wrong one's, until somebody has looked.
            m_dossier.clear();
            m_separator = {};
            partIn(m_sorted.unsorted, {}, {}).pages.append(page);
        } else if (dossiers.size() == 1) {
            m_dossier = dossiers.constFirst();
            m_separator = {};
            m_isBehindSheet = true;
            partIn(m_sorted.covers, m_dossier, {}).pages.append(page);
        } else if (separator.isValid()) {
            m_separator = separator;
            m_isBehindSheet = true;
            m_sorted.dropped.append(page);
        } else if (what.isBlank && wasSheet) {
            m_sorted.dropped.append(page);
        } else {
            partIn(m_dossier.isEmpty() ? m_sorted.unsorted : m_sorted.parts, m_dossier, m_separator).pages.append(page);
        }
    }

    [[nodiscard]] const SortedStack &sorted() const { return m_sorted; }

private:
    SortedStack m_sorted;
    QString m_dossier;
    SeparatorCode m_separator;
    bool m_isBehindSheet = false; ///< the page before was a slip or a separator, whose back comes next when both sides are scanned
};

} // namespace

QString SeparatorCode::text() const
{
    return SeparatorPrefix + procedure + u':' + paper;
}

SeparatorCode SeparatorCode::of(const QString &text)
{
    const QString trimmed = text.trimmed();
    const qsizetype colon = trimmed.indexOf(u':', SeparatorPrefix.size());
    if (!trimmed.startsWith(SeparatorPrefix) || colon < 0) {
        return {};
    }
    const SeparatorCode code{trimmed.mid(SeparatorPrefix.size(), colon - SeparatorPrefix.size()), trimmed.mid(colon + 1)};
    return code.isValid() ? code : SeparatorCode();
}

SortedStack sortStack(const QList<StackPage> &pages)
{
    Walk walk;
    for (int page = 0; page < pages.size(); ++page) {
        walk.take(page, pages.at(page));
    }
    return walk.sorted();
}

} // namespace motcua
