// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/HeldPaperLook.h"

#include "app/storage/Await.h"

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr qsizetype LeastSigns = 9; // of a number, as an identity card of before had; one that is being typed is no number yet

} // namespace

HeldPaperLook::HeldPaperLook(FileDossier *filing, QObject *parent)
    : QObject(parent)
    , m_filing(filing)
{
    connect(filing, &FileDossier::changed, this, &HeldPaperLook::follow);
    connect(filing, &FileDossier::stepChanged, this, &HeldPaperLook::follow);
}

void HeldPaperLook::follow()
{
    QStringList numbers;
    QString asked;
    if (m_filing->step() == FileDossier::Step::Filling) {
        numbers = numbersFor(m_filing->procedure().roles(), m_filing->filed());
        numbers.removeIf([](const QString &number) { return number.size() < LeastSigns; });
        asked = m_filing->dossier().toString() + u' ' + numbers.join(u' ');
    }
    if (asked == m_asked) {
        return;
    }
    m_asked = asked;
    ++m_round;
    m_awaited = 0;
    if (!std::exchange(m_papers, {}).isEmpty()) {
        Q_EMIT found();
    }
    if (!numbers.isEmpty()) {
        ask(numbers, m_round);
    }
}

void HeldPaperLook::ask(const QStringList &numbers, int round)
{
    ++m_awaited;
    await(this, m_filing->place().store.ask(storage::HeldPapers{.number = numbers.constFirst()}), [this, numbers, round](const Result<storage::HeldPapers::Found> &found) {
        if (round != m_round) {
            return;
        }
        --m_awaited;
        if (!found) { // a store that cannot be read says so wherever it is needed; here nothing is offered
            return;
        }
        keepThoseHere(found->papers, round);
        if (numbers.size() > 1) {
            ask(numbers.mid(1), round);
        }
    });
}

void HeldPaperLook::keepThoseHere(const QList<HeldPaper> &papers, int round)
{
    if (papers.isEmpty()) {
        return;
    }
    const auto here = [attachments = m_filing->place().store.attachments(), papers] {
        QList<HeldPaper> kept = papers;
        kept.removeIf([&attachments](const HeldPaper &paper) {
            return !std::all_of(paper.files.cbegin(), paper.files.cend(), [&attachments](const PaperFile &file) {
                const auto reference = storage::AttachmentReference::fromString(file.attachment);
                return reference && attachments.exists(*reference);
            });
        });
        return kept;
    };
    ++m_awaited;
    await(this, m_media.run(here), [this, round](const QList<HeldPaper> &kept) {
        if (round != m_round) {
            return;
        }
        --m_awaited;
        if (!kept.isEmpty()) {
            m_papers += kept;
            Q_EMIT found();
        }
    });
}

} // namespace motcua
