// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/FormPage.h"

#include "models/form/FieldPath.h"
#include "ui/form/AddressBook.h"
#include "ui/form/FieldRow.h"
#include "ui/messages/FormWords.h"
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int UndoMs = 10'000;

} // namespace

FormPage::FormPage(QWidget *parent)
    : Page(parent)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(16, 8, 16, 16);
    m_mainLabel = tr("Next: Papers");
    m_undoTimer.setSingleShot(true);
    m_undoTimer.setInterval(UndoMs);
    connect(&m_undoTimer, &QTimer::timeout, this, [this] {
        m_undo.clear();
        Q_EMIT actsChanged();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, const QWidget *now) {
        if (m_body && now && isAncestorOf(now) && m_place != m_body->place()) {
            m_place = m_body->place();
            Q_EMIT actsChanged();
        }
    });
}

void FormPage::setAddresses(AddressBook *addresses)
{
    m_addresses = addresses;
    connect(addresses, &AddressBook::failed, this, [this](const Error &error) {
        Q_EMIT said({Notice::Kind::Told,
            tr("The list of communes could not be read (%1). Nothing was lost; addresses are kept as typed. Please tell the administrator.")
                .arg(sentence(error).code),
            {}});
    });
}

void FormPage::setForm(const FormChecker &form, const FormDraft &draft, QDate today)
{
    const bool same = m_body && form == m_form && today == m_today;
    m_form = form;
    m_today = today;
    const FormDraft before = std::exchange(m_draft, form.completed(draft, today));
    m_undo.clear();
    if (!same || before != m_draft) {
        m_offers.clear(); // they were asked about other answers
        m_raised.clear();
    }
    m_walkedTo.clear();
    if (m_heading.isEmpty()) {
        m_heading = Language::label(form.schema().title, form.schema().titleEn);
    }
    if (!same) {
        if (m_body && m_body->isAncestorOf(window()->focusWidget())) {
            setFocus(); // while the field that loses the keyboard can still be asked who it is
        }
        delete m_body;
        m_place = {};
        m_body = new FormBody(form.schema(), today, m_addresses, this);
        m_body->setKeys(m_keys);
        connect(m_body, &FormBody::changed, this, qOverload<const QString &, const FieldValue &>(&FormPage::take));
        connect(m_body, &FormBody::rowAsked, this, &FormPage::addRow);
        connect(m_body, &FormBody::completed, this, [this] { Q_EMIT actsChanged(); }); // what repeats may have been made only now
        connect(m_body, &FormBody::offerTaken, this, qOverload<const QString &>(&FormPage::take));
        connect(m_body, &FormBody::offerRefused, this, &FormPage::keep);
        m_column->insertWidget(0, m_body, 0, Qt::AlignTop);
    }
    m_body->begin(m_draft);
    drawOffers();
    judge();
    if (m_body->isHidden()) {
        m_body->show(); // a page that is on the screen would else show it a turn later, and it could not be focused yet
    }
    Q_EMIT headingChanged();
    Q_EMIT actsChanged();
}

void FormPage::setKeys(const KeyMap &keys)
{
    m_keys = keys;
    if (m_body) {
        m_body->setKeys(keys);
    }
}

void FormPage::take(const QString &path, const FieldValue &value)
{
    const SectionView *grew = m_body->growing();
    const FormDraft before = m_draft;
    m_draft.set(path, value);
    m_draft = m_form.completed(m_draft, m_today);
    m_body->follow(m_draft);
    dropAnsweredOffer(path);
    judge();
    Q_EMIT fieldChanged(path, value);
    fillSamePerson(before);
    // Letters change no button; the bar is drawn anew only for what does.
    if (m_body->view(path) || m_body->growing() != grew) {
        Q_EMIT actsChanged();
    }
}

void FormPage::setValue(const QString &path, const FieldValue &value)
{
    m_draft.set(path, value);
    m_draft = m_form.completed(m_draft, m_today);
    if (FieldRow *found = m_body->made(path)) {
        found->setValue(value);
    }
    m_body->follow(m_draft);
    dropAnsweredOffer(path);
    judge();
}

void FormPage::judge()
{
    m_judgement = m_form.judge(m_draft, m_today);
    const FormChecker::View shown = m_form.view(m_draft, m_today);
    FormFindings findings{{}, {}, QSet<QString>(shown.fields.begin(), shown.fields.end()), shown.sections};
    for (auto problem = m_judgement.violations.crbegin(); problem != m_judgement.violations.crend(); ++problem) {
        findings.problems.insert(problem->field, *problem);
    }
    for (const Violation &warning : std::as_const(m_judgement.warnings)) {
        findings.warnings[warning.field].append(sentence(warning, {}).section(QStringLiteral(": "), 1));
    }
    m_body->judge(findings);
    Q_EMIT tasksChanged();
}

void FormPage::setOtherTasks(const QStringList &tasks)
{
    m_otherTasks = tasks;
    Q_EMIT tasksChanged();
}

void FormPage::setHeading(const QString &heading)
{
    m_heading = heading;
    Q_EMIT headingChanged();
}

void FormPage::setMainLabel(const QString &label)
{
    m_mainLabel = label;
    Q_EMIT actsChanged();
}

QList<PageAct> FormPage::rowActs() const
{
    QList<PageAct> acts;
    if (const SectionView *view = m_body->growing()) {
        const Repetition &rows = *view->section().repeats;
        const QString refusal = view->rows() < rows.most
            ? QString()
            : tr("The form takes at most %1 (%2). Nothing was changed.").arg(rows.most).arg(rowWords(view->section()));
        acts.append({KeyAct::AddRow, tr("Add %1").arg(rowWords(view->section())), refusal, true});
    }
    if (const FormBody::Place here = m_body->place(); here.row > 0) {
        const FormSection &section = here.view->section();
        const QString refusal = here.view->rows() > section.repeats->least
            ? QString()
            : tr("The form wants at least %1 (%2). Nothing was changed.").arg(section.repeats->least).arg(rowWords(section));
        acts.append({KeyAct::Drop, tr("Remove %1").arg(rowWords(section, here.row)), refusal, true});
    }
    if (!m_undo.isEmpty()) {
        acts.append({KeyAct::Undo, m_undo.constLast().section.isEmpty() ? tr("Take it back") : tr("Bring it back"), {}, true});
    }
    return acts;
}

QList<PageAct> FormPage::acts() const
{
    if (!m_body) {
        return {{KeyAct::Main, m_mainLabel, {}, true}};
    }
    QList<PageAct> acts = {{KeyAct::EmptyKind, {}, {}, true}};
    if (const FormBody::Place here = m_body->place(); here.view && here.view->section().absence) {
        const Absence &absence = *here.view->section().absence;
        const bool isAbsent = m_draft.value(here.view->section().id).state == FieldValue::State::DeclaredAbsent;
        acts.append({KeyAct::Absent, isAbsent ? tr("Declare it after all") : Language::label(absence.label, absence.labelEn), {}, true});
    }
    acts += rowActs();
    if (!guide().isEmpty()) {
        acts.append({KeyAct::Guide, {}, {}, true});
    }
    if (!m_judgement.violations.isEmpty()) {
        acts.append({KeyAct::NextToDo, {}, {}, false});
    }
    if (!m_offers.isEmpty()) { // their keys are printed beside the fields
        acts.append({KeyAct::TakeOffer, {}, {}, false});
        acts.append({KeyAct::KeepMine, {}, offerHere().isEmpty() ? tr("Nothing is offered for this field. Nothing was changed.") : QString(), false});
    }
    if (openList()) {
        acts.append({KeyAct::Back, tr("Close the list"), {}, false});
    }
    if (m_offers.isEmpty() && m_body->offering()) {
        acts.append({KeyAct::TakeOffer, {}, {}, false});
    }
    acts.append({KeyAct::ShowToCitizen, {}, {}, false});
    acts.append({KeyAct::Supplement, tr("Ask for what is missing"), {}, false});
    acts.append({KeyAct::Main, m_mainLabel, {}, true});
    return acts;
}

void FormPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        Q_EMIT advanced();
    } else if (act == KeyAct::ShowToCitizen) {
        Q_EMIT reviewAsked();
    } else if (act == KeyAct::Supplement) {
        Q_EMIT awayAsked();
    } else if (act == KeyAct::NextToDo) {
        walk();
    } else if (act == KeyAct::EmptyKind) {
        nextEmptyKind();
    } else if (act == KeyAct::Absent) {
        turnAbsent();
    } else if (act == KeyAct::AddRow) {
        addRow();
    } else if (act == KeyAct::Drop) {
        removeRow();
    } else if (act == KeyAct::Undo) {
        bringBack();
    } else if (FieldRow *offering = act == KeyAct::TakeOffer && offerHere().isEmpty() ? m_body->offering() : nullptr) {
        offering->takeOffer();
    } else if (act == KeyAct::TakeOffer) {
        takeOffer();
    } else if (act == KeyAct::KeepMine) {
        keep(offerHere());
    } else if (FieldRow *open = act == KeyAct::Back ? openList() : nullptr) {
        open->closeList();
    }
}

void FormPage::nextEmptyKind()
{
    FieldRow *row = m_body->focusedRow();
    if (!row) {
        Q_EMIT said({Notice::Kind::Told, tr("No field has the caret. Nothing was changed. Go into a field first."), {}});
    } else if (!row->nextEmptyKind()) {
        const QString why = row->value().isGiven()
            ? tr("This field holds an answer. Nothing was changed. Delete it first to say why it stays empty.")
            : tr("The form does not allow this field to follow later or to be left blank. Nothing was changed.");
        Q_EMIT said({Notice::Kind::Told, why, {}});
    }
}

void FormPage::turnAbsent()
{
    SectionView *view = m_body->place().view;
    if (QWidget *head = view->target()) {
        head->setFocus(); // before its fields go out of sight
    }
    view->turnAbsent();
    const bool isAbsent = m_draft.value(view->section().id).state == FieldValue::State::DeclaredAbsent;
    if (QWidget *next = isAbsent ? view->target() : m_body->first(view)) {
        next->setFocus(Qt::TabFocusReason);
    }
}

void FormPage::addRow()
{
    SectionView *view = m_body->growing();
    const FormDraft longer = view ? m_form.completed(m_form.schema().withNewRow(m_draft, view->section().id), m_today) : m_draft;
    if (longer == m_draft) {
        return;
    }
    forgetOffersInRows();
    m_draft = longer;
    m_body->insertRow(view, view->rows() + 1, m_draft);
    tellRows(m_body->first(view, view->rows()));
}

void FormPage::removeRow()
{
    const FormBody::Place here = m_body->place();
    const QString section = here.view->section().id;
    forgetOffersInRows();
    m_undo.append({section, here.row, m_draft});
    m_draft = m_form.completed(withoutRow(m_draft, section, here.row), m_today);
    m_body->removeRow(here.view, here.row, m_draft);
    m_body->forgetTyping(); // Ctrl+Z belongs to the row now
    m_undoTimer.start();
    tellRows(m_body->first(here.view, std::min(here.row, here.view->rows())));
    Q_EMIT said({Notice::Kind::Done,
        tr("%1 is removed. %2 brings it back for 10 seconds.").arg(rowName(here.view->section(), here.row), m_keys.shown(KeyAct::Undo)), {}});
}

void FormPage::bringBack()
{
    const Undone undone = m_undo.takeLast();
    if (undone.section.isEmpty()) {
        takeBack(undone);
    } else {
        bringBackRow(undone);
    }
}

void FormPage::bringBackRow(const Undone &undone)
{
    SectionView *view = m_body->view(undone.section);
    m_draft = m_form.completed(withRowOf(m_draft, undone.section, undone.row, undone.before), m_today);
    m_body->insertRow(view, undone.row, m_draft);
    tellRows(m_body->first(view, undone.row));
    Q_EMIT said({Notice::Kind::Done, tr("%1 is back as it was.").arg(rowName(view->section(), undone.row)), {}});
}

void FormPage::tellRows(QWidget *caret)
{
    judge();
    if (caret) {
        caret->setFocus(Qt::TabFocusReason);
    }
    Q_EMIT formChanged(m_draft);
    Q_EMIT actsChanged();
}

FieldRow *FormPage::openList() const
{
    FieldRow *focused = m_body->focusedRow();
    return focused && focused->isListOpen() ? focused : nullptr;
}

bool FormPage::enter(QWidget *)
{
    if (FieldRow *open = m_body ? openList() : nullptr) {
        open->takeListed();
    }
    return false;
}

QString FormPage::focusedField() const
{
    const FieldRow *row = m_body ? m_body->focusedRow() : nullptr;
    return row ? row->path() : QString();
}

void FormPage::walk()
{
    // From where one stands to the next fault below, then round to the top. What has no caret of its own is passed by its place.
    const FieldRow *from = m_body->focusedRow();
    const SectionView *head = m_body->place().view;
    const QWidget *focused = window()->focusWidget();
    const qsizetype start = m_walkedTo && m_walkedTo == focused ? m_body->depth(m_walked)
        : from                                                  ? m_body->depth(from->path())
        : head                                                  ? m_body->depth(head->section().id)
                                                                : -1;
    const Violation *next = nullptr;
    for (const Violation &problem : std::as_const(m_judgement.violations)) {
        const qsizetype at = m_body->depth(problem.field);
        if (at > start && (!next || at < m_body->depth(next->field))) {
            next = &problem;
        }
    }
    const Violation target = next ? *next : m_judgement.violations.constFirst();
    if (FieldRow *found = row(target.field)) {
        found->point();
    }
    (void)focusField(target.field);
    m_walked = target.field;
    m_walkedTo = window()->focusWidget();
    Q_EMIT said({Notice::Kind::Told, sentence(target, answerName(m_form.schema(), target.field)), {}});
}

bool FormPage::focusField(const QString &path)
{
    QWidget *stop = m_body ? m_body->target(path) : nullptr;
    if (stop) {
        stop->setFocus(Qt::TabFocusReason); // selects what is there, to be typed over
    }
    return stop != nullptr;
}

QWidget *FormPage::firstField() const
{
    return m_body ? m_body->first() : nullptr;
}

QStringList FormPage::tasks() const
{
    QStringList tasks;
    for (const Violation &problem : m_judgement.violations) {
        tasks.append(answerName(m_form.schema(), problem.field));
    }
    return tasks + m_otherTasks;
}

} // namespace motcua
