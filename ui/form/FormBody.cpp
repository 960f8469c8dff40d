// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/FormBody.h"

#include "ui/form/FieldRow.h"
#include "ui/messages/Language.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int LeastRow = 36; // px that a question takes at least, with what is between two

} // namespace

FormBody::FormBody(const FormSchema &form, QDate today, AddressBook *addresses, QWidget *parent)
    : QWidget(parent)
    , m_today(today)
    , m_addresses(addresses)
    , m_pending(form.sections)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(18);
    for (const FormSection &section : form.sections) {
        for (const Field &field : section.fields) {
            ++m_asked[Language::label(field.label, field.labelEn)];
        }
    }
    m_turns.setInterval(0);
    connect(&m_turns, &QTimer::timeout, this, &FormBody::makeNext);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && isAncestorOf(now)) {
            m_caret = now;
        }
    });
}

/** The next one that is still to be made; null when there is none. */
SectionView *FormBody::makeNext()
{
    if (m_pending.isEmpty()) {
        m_turns.stop();
        return nullptr;
    }
    auto *made = new SectionView(m_pending.takeFirst(), m_today, m_addresses, this);
    connect(made, &SectionView::changed, this, &FormBody::changed);
    connect(made, &SectionView::offerTaken, this, &FormBody::offerTaken);
    connect(made, &SectionView::offerRefused, this, &FormBody::offerRefused);
    connect(made, &SectionView::rowAsked, this, &FormBody::rowAsked);
    tellApart(made);
    made->setKeys(m_keys);
    made->begin(m_draft);
    const QList<FieldRow *> questions = made->fields();
    for (FieldRow *question : questions) {
        offer(question);
    }
    // What stands under the last question by now may have come after it was linked.
    const QList<QWidget *> above = m_views.isEmpty() ? QList<QWidget *>() : m_views.constLast()->stops();
    m_lastStop = above.isEmpty() ? m_lastStop : above.constLast();
    m_views.append(made);
    link(made);
    layout()->addWidget(made);
    made->judge(m_findings);
    if (m_pending.isEmpty()) {
        m_turns.stop();
        Q_EMIT completed();
    }
    return made;
}

void FormBody::makeAll()
{
    while (makeNext()) {
    }
}

/** What several sections ask alike is heard with the section; in one that repeats, with the row. */
void FormBody::tellApart(const SectionView *view) const
{
    const FormSection &section = view->section();
    for (FieldRow *question : section.repeats ? QList<FieldRow *>() : view->fields()) {
        if (m_asked.value(Language::label(question->field().label, question->field().labelEn)) > 1) {
            question->setPlace(Language::label(section.title, section.titleEn));
        }
    }
}

void FormBody::setKeys(const KeyMap &keys)
{
    m_keys = keys;
    for (SectionView *one : std::as_const(m_views)) {
        one->setKeys(keys);
    }
}

void FormBody::begin(const FormDraft &draft)
{
    m_draft = draft;
    m_caret.clear();
    for (SectionView *one : std::as_const(m_views)) {
        one->begin(draft);
    }
    link();
}

/** Finds everything again by its path and its place after rows came or went. */
void FormBody::link()
{
    m_rows.clear();
    m_order.clear();
    m_lastStop = nullptr;
    for (const SectionView *one : std::as_const(m_views)) {
        link(one);
    }
}

void FormBody::link(const SectionView *view)
{
    m_order.append(view->section().id);
    for (FieldRow *question : view->fields()) {
        m_rows.insert(question->path(), question);
        m_order.append(question->path());
    }
    for (QWidget *stop : view->stops()) {
        if (m_lastStop) {
            setTabOrder(m_lastStop, stop);
        }
        m_lastStop = stop;
    }
}

void FormBody::follow(const FormDraft &draft)
{
    m_draft = draft;
    for (FieldRow *question : std::as_const(m_rows)) {
        if (const FieldValue value = draft.value(question->path()); question->field().computed && question->value() != value) {
            question->setValue(value);
        }
    }
}

void FormBody::judge(const FormFindings &findings)
{
    m_findings = findings;
    for (SectionView *one : std::as_const(m_views)) {
        one->judge(findings);
    }
    if (std::exchange(m_isJudged, true)) {
        return;
    }
    int room = window()->height() / LeastRow + 1;
    while (room > 0) {
        const SectionView *made = makeNext();
        if (!made) {
            break;
        }
        const QList<FieldRow *> questions = made->fields();
        room -= made->isHidden() ? 0 : static_cast<int>(std::count_if(questions.cbegin(), questions.cend(), [](const FieldRow *one) { return one->isVisible(); }));
    }
}

void FormBody::setOffers(const QMap<QString, OfferedAnswer> &offers, const KeyMap &keys)
{
    m_offers = offers;
    m_keys = keys;
    for (FieldRow *question : std::as_const(m_rows)) {
        offer(question);
    }
}

void FormBody::offer(FieldRow *question)
{
    const auto offered = m_offers.constFind(question->path());
    if (const bool isOffered = offered != m_offers.cend(); isOffered || question->hasOffer()) {
        question->setOffer(isOffered ? std::optional(*offered) : std::nullopt, m_keys);
    }
}

void FormBody::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (m_isJudged && !m_pending.isEmpty() && !m_turns.isActive()) {
        m_turns.start();
    }
}

bool FormBody::focusNextPrevChild(bool next)
{
    makeAll(); // Tab leaves nothing out
    return QWidget::focusNextPrevChild(next);
}

void FormBody::insertRow(SectionView *view, int row, const FormDraft &draft)
{
    view->insertRow(row);
    showRows(view, draft);
}

void FormBody::removeRow(SectionView *view, int row, const FormDraft &draft)
{
    view->removeRow(row);
    showRows(view, draft);
}

void FormBody::showRows(const SectionView *view, const FormDraft &draft)
{
    link();
    for (FieldRow *question : view->fields()) {
        if (const FieldValue value = draft.value(question->path()); question->value() != value) {
            question->begin(value);
        }
    }
    follow(draft);
}

void FormBody::forgetTyping()
{
    for (FieldRow *question : std::as_const(m_rows)) {
        question->forgetTyping();
    }
}

FieldRow *FormBody::row(const QString &path)
{
    if (!m_rows.contains(path)) {
        makeAll();
    }
    return m_rows.value(path);
}

qsizetype FormBody::depth(const QString &path)
{
    makeAll();
    return m_order.indexOf(path);
}

SectionView *FormBody::view(const QString &section)
{
    makeAll();
    const auto found = std::find_if(m_views.cbegin(), m_views.cend(), [&](const SectionView *one) { return one->section().id == section; });
    return found == m_views.cend() ? nullptr : *found;
}

const QWidget *FormBody::caret() const
{
    const QWidget *focused = window()->focusWidget();
    return focused && isAncestorOf(focused) ? focused : m_caret.data();
}

FormBody::Place FormBody::place() const
{
    const QWidget *focused = caret();
    for (SectionView *one : m_views) {
        if (focused && one->isAncestorOf(focused)) {
            return {one, one->rowOf(focused)};
        }
    }
    return {};
}

FieldRow *FormBody::focusedRow() const
{
    const QWidget *focused = caret();
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [focused](const FieldRow *row) { return row->owns(focused); });
    return found == m_rows.end() ? nullptr : *found;
}

FieldRow *FormBody::offering() const
{
    const FieldRow *here = focusedRow();
    for (qsizetype at = here ? m_order.indexOf(here->path()) : -1; at >= 0; --at) {
        FieldRow *found = made(m_order.at(at));
        if (found && found->isOffering()) {
            return found;
        }
        if (found && found != here && found->target()) {
            return nullptr; // what is further up may be out of sight
        }
    }
    return nullptr;
}

SectionView *FormBody::growing() const
{
    if (SectionView *here = place().view; here && here->section().repeats) {
        return here;
    }
    const auto found = std::find_if(m_views.cbegin(), m_views.cend(), [](const SectionView *one) { return one->section().repeats && !one->isHidden(); });
    return found == m_views.cend() ? nullptr : *found;
}

QWidget *FormBody::target(const QString &path)
{
    if (const SectionView *section = view(path)) {
        return section->isHidden() ? nullptr : section->target();
    }
    const FieldRow *found = row(path);
    QWidget *stop = nullptr;
    for (qsizetype at = depth(path); found && found->isVisible() && at >= 0 && !stop; --at) {
        const FieldRow *above = row(m_order.at(at));
        stop = above ? above->target() : nullptr;
    }
    return stop;
}

QWidget *FormBody::first(const SectionView *view, int row)
{
    const QList<FieldRow *> fields = row > 0 ? view->fieldsOf(row) : view->fields();
    const auto found = std::find_if(fields.cbegin(), fields.cend(), [](const FieldRow *one) { return one->target() != nullptr; });
    return found == fields.cend() ? view->target() : (*found)->target();
}

QWidget *FormBody::first() const
{
    for (const QString &path : m_order) {
        if (const FieldRow *found = made(path); found && found->target()) {
            return found->target();
        }
    }
    return nullptr;
}

} // namespace motcua
