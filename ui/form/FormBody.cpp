// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/FormBody.h"

#include "ui/form/FieldRow.h"
#include "ui/messages/Language.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace motcua {

FormBody::FormBody(const FormSchema &form, QDate today, AddressBook *addresses, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(18);
    for (const FormSection &section : form.sections) {
        auto *made = new SectionView(section, today, addresses, this);
        connect(made, &SectionView::changed, this, &FormBody::changed);
        connect(made, &SectionView::offerTaken, this, &FormBody::offerTaken);
        connect(made, &SectionView::offerRefused, this, &FormBody::offerRefused);
        connect(made, &SectionView::rowAsked, this, &FormBody::rowAsked);
        column->addWidget(made);
        m_views.append(made);
    }
    tellApart();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && isAncestorOf(now)) {
            m_caret = now;
        }
    });
}

/** What several sections ask alike is heard with the section; in one that repeats, with the row. */
void FormBody::tellApart()
{
    QHash<QString, int> asked;
    for (const SectionView *one : std::as_const(m_views)) {
        for (const Field &field : one->section().fields) {
            ++asked[Language::label(field.label, field.labelEn)];
        }
    }
    for (const SectionView *one : std::as_const(m_views)) {
        const FormSection &section = one->section();
        for (FieldRow *question : section.repeats ? QList<FieldRow *>() : one->fields()) {
            if (asked.value(Language::label(question->field().label, question->field().labelEn)) > 1) {
                question->setPlace(Language::label(section.title, section.titleEn));
            }
        }
    }
}

void FormBody::setKeys(const KeyMap &keys)
{
    for (SectionView *one : std::as_const(m_views)) {
        one->setKeys(keys);
    }
}

void FormBody::begin(const FormDraft &draft)
{
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
    QWidget *before = nullptr;
    for (SectionView *one : std::as_const(m_views)) {
        m_order.append(one->section().id);
        for (FieldRow *question : one->fields()) {
            m_rows.insert(question->path(), question);
            m_order.append(question->path());
        }
        for (QWidget *stop : one->stops()) {
            if (before) {
                setTabOrder(before, stop);
            }
            before = stop;
        }
    }
}

void FormBody::follow(const FormDraft &draft)
{
    for (FieldRow *question : std::as_const(m_rows)) {
        if (const FieldValue value = draft.value(question->path()); question->field().computed && question->value() != value) {
            question->setValue(value);
        }
    }
}

void FormBody::judge(const FormFindings &findings)
{
    for (SectionView *one : std::as_const(m_views)) {
        one->judge(findings);
    }
}

void FormBody::setOffers(const QMap<QString, OfferedAnswer> &offers, const KeyMap &keys)
{
    for (FieldRow *question : std::as_const(m_rows)) {
        const auto offered = offers.constFind(question->path());
        if (const bool isOffered = offered != offers.cend(); isOffered || question->hasOffer()) {
            question->setOffer(isOffered ? std::optional(*offered) : std::nullopt, keys);
        }
    }
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

SectionView *FormBody::view(const QString &section) const
{
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
    for (qsizetype at = here ? depth(here->path()) : -1; at >= 0; --at) {
        FieldRow *found = row(m_order.at(at));
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

QWidget *FormBody::target(const QString &path) const
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

QWidget *FormBody::first(const SectionView *view, int row) const
{
    const QList<FieldRow *> fields = row > 0 ? view->fieldsOf(row) : view->fields();
    const auto found = std::find_if(fields.cbegin(), fields.cend(), [](const FieldRow *one) { return one->target() != nullptr; });
    return found == fields.cend() ? view->target() : (*found)->target();
}

QWidget *FormBody::first() const
{
    for (const QString &path : m_order) {
        if (const FieldRow *found = row(path); found && found->target()) {
            return found->target();
        }
    }
    return nullptr;
}

} // namespace motcua
