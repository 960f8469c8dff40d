// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/FormPage.h"

#include "ui/form/FieldRow.h"
#include "ui/messages/Language.h"

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int MostRounds = 3; // of questions that answers bring up

/** They come from the lines of a document, and no chip or code was read. */
bool areOfZone(const QList<OfferedAnswer> &answers)
{
    return std::any_of(answers.cbegin(), answers.cend(), [](const OfferedAnswer &one) { return one.value.source == Provenance::Mrz; });
}

} // namespace

QString FormPage::offer(const OfferedAnswers &offered)
{
    if (!m_body) {
        return {};
    }
    m_offers.clear(); // of another card
    OfferedAnswers::Sorted sorted = offered.against(m_form.schema(), m_draft, m_form.view(m_draft, m_today).fields);
    raise(sorted.toRaise);
    int filled = 0;
    // What is filled in may bring up further questions that the card answers as well.
    for (int round = 0; round < MostRounds && !sorted.toFill.isEmpty(); ++round) {
        filled += static_cast<int>(sorted.toFill.size());
        put(sorted.toFill);
        fillSamePerson(m_draft, true);
        sorted = offered.against(m_form.schema(), m_draft, m_form.view(m_draft, m_today).fields);
    }
    for (const OfferedAnswer &one : std::as_const(sorted.toAsk)) {
        m_offers.insert(one.path, one);
    }
    drawOffers();
    QStringList words;
    if (filled > 0) {
        words.append((areOfZone(offered.answers) ? tr("%n field(s) were filled from the machine-readable lines.", nullptr, filled)
                                                 : tr("%n field(s) were filled from the card.", nullptr, filled)) + u' '
            + tr("%1 takes it back for 10 seconds.").arg(m_keys.shown(KeyAct::Undo)));
    }
    if (!sorted.toAsk.isEmpty()) {
        const int count = static_cast<int>(sorted.toAsk.size());
        words.append((areOfZone(sorted.toAsk) ? tr("For %n field(s) the machine-readable lines are to be compared, and nothing was changed there.", nullptr, count)
                                              : tr("For %n field(s) the card says something else, and nothing was changed there.", nullptr, count))
            + u' '
            + (areOfZone(sorted.toAsk) ? tr("%1 goes there and takes what may be taken, %2 leaves it as it is.") : tr("%1 goes there and takes it, %2 leaves it as it is."))
                  .arg(m_keys.shown(KeyAct::TakeOffer), m_keys.shown(KeyAct::KeepMine)));
    }
    if (words.isEmpty()) {
        words.append(offered.answers.isEmpty() ? tr("This form asks for nothing that the card says. Nothing was changed.")
                                               : tr("What the card says stands in the form already. Nothing was changed."));
    }
    const QString told = words.join(u' ');
    Q_EMIT said({sorted.toAsk.isEmpty() ? Notice::Kind::Done : Notice::Kind::Warning, told, {}});
    Q_EMIT actsChanged();
    return told;
}

/**
 * What another section says of the same person stands where nobody has answered yet, at the moment they turn out to be the same, or when a card
 * says more of them. Nothing that was typed is asked about: it is the officer's.
 */
void FormPage::fillSamePerson(const FormDraft &before, bool afterCard)
{
    emptyOtherPerson(before);
    for (const FormSection &section : m_form.schema().sections) {
        const OfferedAnswers now = OfferedAnswers::ofSamePerson(m_form.schema(), section, m_draft, m_today);
        if (now.answers.isEmpty() || (!afterCard && section.sameAs->when.isHeld(before, m_today))) {
            continue;
        }
        const QList<OfferedAnswer> toFill = now.against(m_form.schema(), m_draft, m_form.view(m_draft, m_today).fields).toFill;
        if (toFill.isEmpty()) {
            continue;
        }
        put(toFill);
        const FormSection *from = m_form.schema().section(section.sameAs->section);
        Q_EMIT said({Notice::Kind::Done,
            tr("%n field(s) of \"%1\" were filled from \"%2\".", nullptr, static_cast<int>(toFill.size()))
                    .arg(Language::label(section.title, section.titleEn), Language::label(from->title, from->titleEn))
                + u' ' + tr("%1 takes it back for 10 seconds.").arg(m_keys.shown(KeyAct::Undo)),
            {}});
    }
}

// Who turned out to be somebody else leaves nothing of theirs behind, which would look as if it had been proved.
void FormPage::emptyOtherPerson(const FormDraft &before)
{
    for (const FormSection &section : m_form.schema().sections) {
        const FormSection *from = section.sameAs ? m_form.schema().section(section.sameAs->section) : nullptr;
        if (!from || !section.sameAs->when.isHeld(before, m_today) || section.sameAs->when.isHeld(m_draft, m_today)) {
            continue;
        }
        QList<OfferedAnswer> emptied;
        const QList<std::pair<QString, QString>> parts = sharedParts(*from, section);
        for (const auto &[path, asked] : parts) {
            const FieldValue value = m_draft.value(asked);
            if (value.isGiven() && !value.isBlank() && value == m_draft.value(path) && value.text != m_form.schema().blank().text(asked)) {
                emptied.append({.path = asked, .value = {}});
            }
        }
        if (!emptied.isEmpty()) {
            put(emptied);
            Q_EMIT said({Notice::Kind::Warning,
                tr("%n field(s) of \"%1\" are empty again: they had been filled from \"%2\".", nullptr, static_cast<int>(emptied.size()))
                        .arg(Language::label(section.title, section.titleEn), Language::label(from->title, from->titleEn))
                    + u' ' + tr("%1 takes it back for 10 seconds.").arg(m_keys.shown(KeyAct::Undo)),
                {}});
        }
    }
}

QStringList FormPage::offers() const
{
    QStringList paths = m_offers.keys();
    std::sort(paths.begin(), paths.end(), [this](const QString &a, const QString &b) { return m_body->depth(a) < m_body->depth(b); });
    return paths;
}

/** In one step that can be taken back. */
void FormPage::put(const QList<OfferedAnswer> &answers)
{
    m_undo.append({{}, 0, m_draft, answers});
    m_undoTimer.start();
    for (const OfferedAnswer &one : answers) {
        m_draft.set(one.path, one.value);
    }
    m_draft = m_form.completed(m_draft, m_today);
    for (const OfferedAnswer &one : answers) {
        if (FieldRow *found = row(one.path)) {
            found->begin(one.value);
        }
    }
    m_body->follow(m_draft);
    m_body->forgetTyping(); // Ctrl+Z belongs to this step now
    judge();
    for (const OfferedAnswer &one : answers) {
        Q_EMIT fieldChanged(one.path, one.value);
    }
}

/** The answers stay as they are, and are worth more from now on. */
void FormPage::raise(const QList<OfferedAnswer> &answers)
{
    for (const OfferedAnswer &one : answers) {
        if (!m_raised.contains(one.path)) {
            m_raised.insert(one.path, m_draft.value(one.path));
        }
        m_draft.set(one.path, one.value);
        if (FieldRow *found = row(one.path)) {
            found->setValue(one.value);
        }
    }
    for (const OfferedAnswer &one : answers) {
        Q_EMIT fieldChanged(one.path, one.value);
    }
}

void FormPage::withdraw(const OfferedAnswers &offered)
{
    if (!m_body) {
        return;
    }
    QList<OfferedAnswer> gone;
    for (const OfferedAnswer &one : offered.answers) {
        const FieldValue now = m_draft.value(one.path);
        const auto before = m_raised.constFind(one.path);
        if (before != m_raised.cend() && before->text == now.text) {
            gone.append({.path = one.path, .value = *before}); // it was said before, and is worth what it was
        } else if (now.isGiven() && now.source == Provenance::ChipRead && now.text == one.value.text) {
            gone.append({.path = one.path, .value = m_form.schema().blank().value(one.path)});
        }
    }
    m_offers.clear();
    m_raised.clear();
    if (!gone.isEmpty()) {
        put(gone);
    }
    // Nothing of such a card comes back by a key that takes the last step back.
    m_undo.removeIf([](const Undone &one) { return one.section.isEmpty(); });
    drawOffers();
    Q_EMIT actsChanged();
}

void FormPage::takeBack(const Undone &undone)
{
    QList<OfferedAnswer> back;
    for (const OfferedAnswer &one : undone.put) {
        const FieldValue now = m_draft.value(one.path);
        if (now.state == one.value.state && now.text == one.value.text) { // what was typed since stays
            back.append({.path = one.path, .value = undone.before.value(one.path)});
            m_draft.set(one.path, undone.before.value(one.path));
        }
    }
    m_draft = m_form.completed(m_draft, m_today);
    for (const OfferedAnswer &one : std::as_const(back)) {
        if (FieldRow *found = row(one.path)) {
            found->setValue(one.value);
        }
    }
    m_body->follow(m_draft);
    judge();
    for (const OfferedAnswer &one : std::as_const(back)) {
        Q_EMIT fieldChanged(one.path, one.value);
    }
    Q_EMIT said({Notice::Kind::Done, tr("It stands in the form as before. What you typed since then stays."), {}});
    Q_EMIT actsChanged();
}

QString FormPage::offerHere() const
{
    const QString here = focusedField();
    return m_offers.contains(here) ? here : QString();
}

/** Leads to what is offered first; there it is taken. */
void FormPage::takeOffer()
{
    if (const QString here = offerHere(); !here.isEmpty()) {
        take(here);
        return;
    }
    const QStringList open = offers();
    const auto reachable = std::find_if(open.cbegin(), open.cend(), [this](const QString &path) { return focusField(path); });
    if (reachable != open.cend() && !mayReplace(m_offers.value(*reachable), m_draft.value(*reachable))) {
        tellOnlyShown(*reachable);
        return;
    }
    const QString said = reachable == open.cend() ? tr("What the card says belongs to a part of the form that is not shown. Nothing was changed.")
                                                  : tr("Compare both. %1 takes what the card says, %2 leaves it as it is.")
                                                        .arg(m_keys.shown(KeyAct::TakeOffer), m_keys.shown(KeyAct::KeepMine));
    Q_EMIT this->said({Notice::Kind::Told, said, {}});
    Q_EMIT actsChanged();
}

void FormPage::take(const QString &path)
{
    const OfferedAnswer taken = m_offers.value(path);
    if (!mayReplace(taken, m_draft.value(path))) {
        tellOnlyShown(path);
        return;
    }
    (void)focusField(path); // before the buttons go out of sight
    put({taken});
    fillSamePerson(m_draft, true);
    dropOffer(path);
    const QString told = taken.value.source == Provenance::Mrz ? tr("Taken over from the machine-readable lines.") : tr("Taken over from the card.");
    Q_EMIT said({Notice::Kind::Done, told + u' ' + tr("%1 takes it back for 10 seconds.").arg(m_keys.shown(KeyAct::Undo)), {}});
    Q_EMIT actsChanged();
}

/** It is there to be compared. */
void FormPage::tellOnlyShown(const QString &path)
{
    if (!m_offers.value(path).isPlain) {
        Q_EMIT said({Notice::Kind::Warning, tr("The document knows only a part of the day, and this field wants all of it. Nothing was changed. Ask for the day and type it."), {}});
        Q_EMIT actsChanged();
        return;
    }
    Q_EMIT said({Notice::Kind::Warning,
        tr("A name in the letters of a zone never takes the place of the printed one. Nothing was changed. Compare both with the document, put the name right "
           "by hand if it is wrong, and %1 puts the zone away.")
            .arg(m_keys.shown(KeyAct::KeepMine)),
        {}});
    Q_EMIT actsChanged();
}

void FormPage::reattribute(const OfferedAnswers &offered, Provenance from)
{
    if (!m_body) {
        return;
    }
    QList<OfferedAnswer> changed;
    for (auto it = m_draft.values().cbegin(); it != m_draft.values().cend(); ++it) {
        const auto same = std::find_if(offered.answers.cbegin(), offered.answers.cend(), [&it, this](const OfferedAnswer &one) {
            const Field *field = m_form.schema().field(it.key());
            return field && saysTheSame(*field, *it, one.value);
        });
        if (it->source == from && same != offered.answers.cend()) {
            changed.append({.path = it.key(), .value = FieldValue::given(it->text, same->value.source)});
        }
    }
    for (const OfferedAnswer &one : std::as_const(changed)) {
        m_draft.set(one.path, one.value);
        if (FieldRow *found = row(one.path)) {
            found->setValue(one.value);
        }
    }
    for (const OfferedAnswer &one : offered.answers) {
        const auto open = m_offers.find(one.path);
        if (open != m_offers.end() && open->value.source == from) {
            open->value.source = one.value.source;
        }
    }
    judge();
    drawOffers();
    for (const OfferedAnswer &one : std::as_const(changed)) {
        Q_EMIT fieldChanged(one.path, one.value);
    }
    Q_EMIT actsChanged();
}

void FormPage::keep(const QString &path)
{
    (void)focusField(path);
    dropOffer(path);
    Q_EMIT said({Notice::Kind::Told, tr("The field stays as it is."), {}});
    Q_EMIT actsChanged();
}

void FormPage::dropOffer(const QString &path)
{
    m_offers.remove(path);
    drawOffers();
}

/** What stands there says by now what was offered. */
void FormPage::dropAnsweredOffer(const QString &path)
{
    const auto offered = m_offers.constFind(path);
    if (offered == m_offers.cend()) {
        return;
    }
    if (saysAllOf(*m_form.schema().field(path), m_draft.value(path), *offered)) {
        dropOffer(path);
        Q_EMIT actsChanged();
    } else if (offered->isPlain) {
        drawOffers(); // what may be taken into an empty field is only shown beside a name
    }
}

void FormPage::drawOffers()
{
    m_body->setOffers(m_offers, m_keys);
}

/** Every path after a row that comes or goes means another answer. */
void FormPage::forgetOffersInRows()
{
    const auto isInRow = [](const OfferedAnswer &one) { return one.path.contains(u'['); };
    m_offers.removeIf([&isInRow](std::pair<const QString &, OfferedAnswer &> one) { return isInRow(one.second); });
    m_undo.removeIf([&isInRow](const Undone &one) { return std::any_of(one.put.cbegin(), one.put.cend(), isInRow); });
    drawOffers();
}

} // namespace motcua
