// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/PapersPage.h"

#include "ui/visit/HeldPaperWords.h"

#include <algorithm>
#include <utility>

// PapersPage where a paper was filed before and is used again.
namespace motcua {

void PapersPage::setHeld(const QList<HeldPaper> &held)
{
    if (held != m_held) {
        m_held = held;
        draw();
        drawCurrent();
    }
}

QList<HeldPaper> PapersPage::heldFor(const QString &paper) const
{
    const RequiredPaper *required = m_procedure.paper(paper);
    QList<HeldPaper> fitting;
    std::copy_if(m_held.cbegin(), m_held.cend(), std::back_inserter(fitting), [required](const HeldPaper &one) { return required && fits(one, *required); });
    return fitting;
}

/** Behind the state of a paper: how many were filed before that would do, while nobody has decided on it. */
QString PapersPage::heldMark(const RequiredPaper &required) const
{
    const qsizetype count = m_papers.paper(required.id).state == Paper::State::NotSeen ? heldFor(required.id).size() : 0;
    return count == 0 ? QString() : QStringLiteral("   ↺ ") + tr("%n filed before", nullptr, static_cast<int>(count));
}

PageAct PapersPage::heldAct() const
{
    const auto count = static_cast<int>(heldFor(chosenPaper().id).size());
    const QString refusal = count > 0 ? QString()
                                      : tr("Of what was filed before for the number in the declaration, nothing fits this paper. Nothing was changed. Ask for the paper.");
    return {KeyAct::Reuse, tr("Use a paper filed before: %1").arg(count), refusal, count > 0};
}

void PapersPage::useHeld(const QString &id, const HeldPaper &held, const QString &note)
{
    const RequiredPaper *required = m_procedure.paper(id);
    if (!required || !fits(held, *required)) {
        return; // another procedure was chosen meanwhile
    }
    const Paper before = m_papers.paper(id);
    for (const Paper &other : m_papers.papers()) {
        const bool isSame = other.id != id && std::any_of(other.files.cbegin(), other.files.cend(), [&held](const PaperFile &file) {
            return std::any_of(held.files.cbegin(), held.files.cend(), [&file](const PaperFile &one) { return one.digest == file.digest; });
        });
        if (isSame) {
            Q_EMIT said({Notice::Kind::Told, tr("The same file is with \"%1\" already, so it was not taken a second time. Nothing was changed.").arg(other.name), {}});
            return;
        }
    }
    Paper after = usedAgain(givenBack(before), held, note);
    after.name = required->name;
    changeHeld(before, after);
    Q_EMIT said({Notice::Kind::Done, tr("\"%1\" is %2. %3 takes it back.").arg(required->name, reuseWords(*after.files.constLast().reuse), m_keyMap.shown(KeyAct::Undo)), {}});
}

/** Del on a paper that was filed before: it is to be brought after all. */
bool PapersPage::giveBackHeld(const Paper &paper)
{
    if (paper.files.isEmpty() || !paper.files.constLast().reuse) {
        return false;
    }
    changeHeld(paper, givenBack(paper));
    Q_EMIT said({Notice::Kind::Told, tr("The paper filed before is not used. %1 uses it again.").arg(m_keyMap.shown(KeyAct::Undo)), {}});
    return true;
}

void PapersPage::changeHeld(const Paper &before, const Paper &after)
{
    m_heldChange = {before, after};
    m_undo = Undo::Held;
    store(after);
}

void PapersPage::takeBackHeld()
{
    const auto [before, after] = std::exchange(m_heldChange, {});
    m_undo = Undo::Nothing;
    if (m_papers.paper(after.id) == after) {
        store(before);
        return;
    }
    Q_EMIT actsChanged();
    Q_EMIT said({Notice::Kind::Told, tr("That paper was changed since, so it stays as it is. Del gives back what was filed before."), {}});
}

} // namespace motcua
