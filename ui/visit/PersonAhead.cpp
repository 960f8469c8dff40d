// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/PersonAhead.h"

#include "ui/messages/CardSentence.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/MainWindow.h"
#include "ui/visit/CardDesk.h"

namespace motcua {

PersonAhead::PersonAhead(MainWindow *window, CardDesk *cards, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_cards(cards)
{
}

/** By which the chip opens, where it is known. */
QString PersonAhead::number() const
{
    return m_cards->code() ? m_cards->code()->digits.number : QString();
}

void PersonAhead::read()
{
    if (!m_cards->hasReader()) {
        m_window->tell({Notice::Kind::Told, tr("No card reader is connected here. Scan the code of the card, or choose the procedure: its form asks who this is."), {}});
    } else if (const auto obstacle = m_cards->obstacle()) {
        m_window->tell({Notice::Kind::Warning, sentence(*obstacle).happened + u' ' + tr("Choose the procedure: its form asks who this is."), {}});
    } else {
        m_cards->read(number());
    }
}

void PersonAhead::take(const ScannedCode &code)
{
    if (code.isZone) {
        if (const QString fault = m_cards->learnZone(code.text); !fault.isEmpty()) {
            m_window->tell({Notice::Kind::Warning, fault, {}});
        }
        return;
    }
    if (m_cards->card() && m_cards->card()->identity.text(IdentityPart::PersonalNumber) != code.digits.number) {
        m_window->tell({Notice::Kind::Warning, tr("Another card than this one was read already, and its data wait for the form. Nothing was taken of this code. %1 shows that card; there another one can be read.").arg(m_window->keys().shown(KeyAct::ReadCard)), {}});
        return;
    }
    m_cards->hold(code);
    m_cards->readWith(code.digits.number); // which opens the chip, where the card lies on the reader already
    if (!m_cards->isUnderWay()) {
        m_window->tell({Notice::Kind::Done, tr("The code of the card was read. Choose the procedure: its form is filled with it."), {}});
    }
}

void PersonAhead::laid()
{
    m_cards->readWith(number());
    if (!m_cards->isUnderWay()) {
        m_window->tell({Notice::Kind::Told, tr("A card lies on the reader. %1 reads it.").arg(m_window->keys().shown(KeyAct::ReadCard)), {}});
    }
}

void PersonAhead::tellVerdict()
{
    const CardVerdict verdict = m_cards->card()->verdict();
    if (isRefused(verdict)) {
        m_window->tell({Notice::Kind::Danger, sentence(verdict).textWithCode() + u' ' + tr("Nothing of it goes into a form."), {}});
        return;
    }
    const QString next = tr("Choose the procedure: its form is filled with what the card says.");
    m_window->tell({verdict == CardVerdict::Verified ? Notice::Kind::Done : Notice::Kind::Warning, sentence(verdict).text() + u' ' + next, {}});
}

void PersonAhead::tellUnread(const QString &why)
{
    const bool isKnown = m_cards->code() || m_cards->zone();
    m_window->tell({Notice::Kind::Warning, isKnown ? why + u' ' + tr("Choose the procedure: its form is filled with what was scanned.") : why, {}});
}

void PersonAhead::tellZone()
{
    m_window->tell({Notice::Kind::Done, tr("The lines of the document were read. Choose the procedure: its form is filled with them."), {}});
}

VisitFacts PersonAhead::facts() const
{
    VisitFacts facts;
    const bool isRead = m_cards->card() && !m_cards->isRefused();
    const Identity identity = m_cards->identity();
    const std::optional<ScannedCode> &code = m_cards->code();
    const bool isCode = !isRead && code;
    facts.person = (isCode ? (code->card ? code->card->name : QString()) : identity.text(IdentityPart::Name)).toUpper();
    const CardMark mark = !m_cards->readingMark().words.isEmpty() ? m_cards->readingMark()
        : m_cards->isDone()                                       ? motcua::mark(m_cards->card()->verdict())
                                                                  : CardMark();
    QStringList proof{isCode ? code->digits.number : identity.text(IdentityPart::PersonalNumber), mark.words.isEmpty() ? QString() : mark.text()};
    proof.removeAll(QString());
    facts.proof = proof.join(u'\n');
    return facts;
}

} // namespace motcua
