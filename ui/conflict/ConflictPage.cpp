// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflict/ConflictPage.h"

#include "models/base/Text.h"
#include "ui/conflict/ConflictItem.h"
#include "ui/form/FieldRow.h"
#include "ui/messages/FormWords.h"
#include "ui/messages/Sentence.h"
#include "ui/widgets/CategoryBox.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/WrapLabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int MostReason = 200;
constexpr int WidestLine = 800; // px; a reason is read better in lines that end

ConflictItem::Kind kindOf(const ConflictDecision::Question &question)
{
    return question.follows ? ConflictItem::Kind::Follows : question.isTypeable() ? ConflictItem::Kind::Typeable : ConflictItem::Kind::Plain;
}

} // namespace

ConflictPage::ConflictPage(QWidget *parent)
    : Page(parent)
    , m_column(new QVBoxLayout(this))
{
    setFocusPolicy(Qt::StrongFocus);
    m_column->setContentsMargins(16, 12, 16, 16);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, const QWidget *now) {
        if (now && isAncestorOf(now) && focused() != m_drawnFor) {
            m_drawnFor = focused();
            Q_EMIT actsChanged();
        }
    });
}

void ConflictPage::setAddresses(AddressBook *addresses)
{
    m_addresses = addresses;
}

void ConflictPage::setKeys(const KeyMap &keys)
{
    m_keys = keys;
}

void ConflictPage::begin(const ConflictView &view, const ConflictDecision &decision, const QString &reason)
{
    m_view = view;
    m_decision = decision;
    m_busy = false;
    build();
    m_reason->setText(reason);
    draw();
    Q_EMIT headingChanged();
}

void ConflictPage::rebase(const ConflictView &view, const ConflictDecision &decision)
{
    const int at = focused();
    const QString name = at >= 0 ? m_decision.questions().at(at).about.name() : QString();
    const bool hadFocus = isAncestorOf(QApplication::focusWidget()) || QApplication::focusWidget() == this;
    const bool wasInReason = m_reason && m_reason->hasFocus();
    begin(view, decision, reason());
    if (!hadFocus) {
        return;
    }
    const QList<ConflictDecision::Question> &questions = m_decision.questions();
    const auto same = std::find_if(questions.cbegin(), questions.cend(), [&name](const ConflictDecision::Question &one) { return one.about.name() == name; });
    m_content->layout()->activate();
    QWidget *where = wasInReason ? m_reason : same != questions.cend() ? m_items.at(static_cast<int>(same - questions.cbegin()))->stop() : firstField();
    where->setFocus(Qt::OtherFocusReason);
}

void ConflictPage::forget()
{
    delete std::exchange(m_content, nullptr);
    m_items.clear();
    m_reason = nullptr;
    m_view = {};
    m_decision = {};
    m_busy = false;
    m_drawnFor = -1;
}

QString ConflictPage::reason() const
{
    return m_reason ? m_reason->text().trimmed() : QString();
}

void ConflictPage::build()
{
    delete m_content;
    m_items.clear();
    m_drawnFor = -1;
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_column->addWidget(m_content, 0, Qt::AlignTop);
    auto *top = new QHBoxLayout;
    top->addWidget(new WrapLabel(m_view.about, m_content, "secondary"), 1);
    auto *open = new KeyButton(tr("Open the dossier"), QStringLiteral("O"), KeyButton::Role::Plain, m_content);
    connect(open, &KeyButton::clicked, this, &ConflictPage::dossierAsked);
    top->addWidget(open, 0, Qt::AlignTop);
    column->addLayout(top);
    column->addWidget(new WrapLabel(tr("These were written apart, while neither had seen the other. Choose what stands from now on; everything that was written stays in the history."), m_content));
    column->addWidget(new WrapLabel(tr("↑ ↓ what is decided · ← → or 1…9 whose word is kept · E something else · Del takes the choice back"), m_content, "secondary"));
    for (int index = 0; index < m_view.lines.size(); ++index) {
        addItem(index);
        column->addWidget(m_items.constLast());
    }
    addReason(column);
    m_content->show();
}

void ConflictPage::addItem(int index)
{
    const ConflictDecision::Question &question = m_decision.questions().at(index);
    auto *item = new ConflictItem(m_view.lines.at(index), kindOf(question), m_content);
    item->setObjectName(question.about.name());
    connect(item, &ConflictItem::chosen, this, [this, index](int place) { choose(index, place); });
    for (QWidget *stop : item->stops()) {
        stop->setAttribute(Qt::WA_InputMethodEnabled, false); // letters act here, they are not typed
        stop->installEventFilter(this);
    }
    item->installEventFilter(this);
    m_items.append(item);
    if (const auto said = m_decision.said(index)) {
        type(index);
    }
}

void ConflictPage::addReason(QVBoxLayout *column)
{
    m_reason = new CategoryBox(
        [](const QString &typed) {
            const QStringList wanted = text::foldedWords(typed);
            QList<CategoryBox::Entry> entries;
            for (const QString &one : {tr("The citizen confirmed it"), tr("By the papers of the dossier"), tr("The deciding office confirmed it"), tr("The other entry was a mistake")}) {
                if (text::fits(wanted, one)) {
                    entries.append({one, one});
                }
            }
            return entries;
        },
        true, m_content);
    m_reason->setMaxLength(MostReason);
    m_reason->setMaximumWidth(WidestLine);
    m_reason->setPlaceholderText(tr("in your own words, or a few letters of a usual one"));
    const QString label = tr("Why (kept in the history; may stay empty)");
    auto *title = new WrapLabel(label, m_content, "secondary");
    title->setBuddy(m_reason);
    m_reason->setAccessibleName(label);
    column->addWidget(title);
    column->addWidget(m_reason);
}

void ConflictPage::draw()
{
    for (int index = 0; index < m_items.size(); ++index) {
        m_items.at(index)->setChoice(m_decision.kept(index), m_decision.said(index).has_value());
        if (m_items.at(index)->kind() == ConflictItem::Kind::Follows) {
            m_items.at(index)->setFollowing(m_decision.isDecided(index));
        }
    }
    follow();
}

void ConflictPage::follow()
{
    judge();
    Q_EMIT tasksChanged();
    Q_EMIT actsChanged();
}

void ConflictPage::judge()
{
    const QList<Violation> wrong = m_decision.violations();
    for (const ConflictItem *item : std::as_const(m_items)) {
        if (FieldRow *row = item->field()) {
            const auto found = std::find_if(wrong.cbegin(), wrong.cend(), [row](const Violation &one) { return one.field == row->path(); });
            row->setProblem(found == wrong.cend() ? std::nullopt : std::optional(*found));
        }
    }
}

int ConflictPage::focused() const
{
    const QWidget *widget = window()->focusWidget();
    const auto found = std::find_if(m_items.cbegin(), m_items.cend(), [widget](const ConflictItem *item) { return item == widget || item->isAncestorOf(widget); });
    return found == m_items.cend() ? -1 : static_cast<int>(found - m_items.cbegin());
}

/** The first that is asked of who is here and not decided; −1 when there is none. */
int ConflictPage::firstMine() const
{
    for (int index = 0; index < m_items.size(); ++index) {
        if (m_items.at(index)->kind() != ConflictItem::Kind::Follows && m_view.lines.at(index).whoMay.isEmpty() && !m_decision.isDecided(index)) {
            return index;
        }
    }
    return -1;
}

void ConflictPage::go(int from, int by)
{
    const int to = from + by;
    if (to >= 0 && to < m_items.size()) {
        m_items.at(to)->stop()->setFocus(Qt::TabFocusReason);
    } else if (to >= m_items.size()) {
        m_reason->setFocus(Qt::TabFocusReason);
    }
}

void ConflictPage::choose(int index, int place)
{
    const ConflictLine &line = m_view.lines.at(index);
    ConflictItem *item = m_items.at(index);
    const auto refuse = [&](const QString &why) {
        item->setChoice(m_decision.kept(index), m_decision.said(index).has_value());
        Q_EMIT said({Notice::Kind::Told, why, {}});
    };
    if (item->kind() == ConflictItem::Kind::Follows) {
        refuse(tr("This follows from other answers. Nothing was changed. Decide those; this one is decided with them."));
    } else if (!line.whoMay.isEmpty()) {
        refuse(tr("Nothing was changed. %1").arg(line.whoMay));
    } else if (place == line.voices.size() && item->kind() == ConflictItem::Kind::Typeable) {
        type(index);
        QWidget *field = item->field()->stop();
        field->setFocus(Qt::TabFocusReason); // selects what is there, to be typed over
        draw();
    } else if (place >= line.voices.size()) {
        refuse(tr("There are %n to choose from here. Nothing was changed.", nullptr, static_cast<int>(line.voices.size())));
    } else if (!line.voices.at(place).isKnown) {
        refuse(tr("What stands on that side is not on this computer yet. Nothing was changed. Keep another one, or wait until it has come."));
    } else {
        item->closeField();
        m_decision.keep(index, place);
        item->point(place);
        draw();
    }
}

// What was kept, or stood there before, is what is put right.
void ConflictPage::type(int index)
{
    const ConflictDecision::Question &question = m_decision.questions().at(index);
    ConflictItem *item = m_items.at(index);
    if (!question.isTypeable() || item->field()) {
        return;
    }
    const std::optional<int> kept = m_decision.kept(index);
    const QJsonValue standing = kept ? question.about.voices.at(*kept).value : question.about.common;
    FieldValue value = m_decision.said(index).value_or(question.about.answer(standing));
    value.source = m_decision.said(index) ? value.source : Provenance::Typed;
    FieldRow *row = item->openField(*question.field, question.about.path, m_decision.day(), m_addresses, value);
    row->setOfferKey(m_keys.shown(KeyAct::TakeOffer));
    if (value.isGiven()) { // an empty field that was only opened says nothing yet
        m_decision.say(index, value);
    }
    connect(row, &FieldRow::changed, this, [this, index](const QString &, const FieldValue &typed) {
        m_decision.say(index, typed);
        draw();
    });
}

void ConflictPage::takeBack(int index)
{
    ConflictItem *item = m_items.at(index);
    const bool wasTyping = item->field() && item->field()->owns(window()->focusWidget());
    m_decision.leave(index);
    draw();
    if (wasTyping) {
        item->stop()->setFocus(Qt::TabFocusReason); // before its field goes
    }
    item->closeField();
    draw();
}

QString ConflictPage::refusal() const
{
    if (m_busy) {
        return tr("The decision is being recorded. Please wait a moment.");
    }
    const QList<Violation> wrong = m_decision.violations();
    if (!wrong.isEmpty()) {
        return tr("Not recorded yet: %1 Nothing was lost. Ctrl+E goes there.")
            .arg(sentence(wrong.constFirst(), answerName(m_decision.form().schema(), wrong.constFirst().field)));
    }
    if (m_decision.isEmpty()) {
        const bool isAnyMine = std::any_of(m_view.lines.cbegin(), m_view.lines.cend(), [](const ConflictLine &line) { return line.whoMay.isEmpty(); });
        return isAnyMine ? tr("Nothing is chosen yet. Nothing was changed. Choose with ← → or a number whose word is kept.")
                         : tr("Nothing was changed. %1").arg(m_view.lines.isEmpty() ? QString() : m_view.lines.constFirst().whoMay);
    }
    return {};
}

void ConflictPage::goToWant()
{
    const QList<Violation> wrong = m_decision.violations();
    for (const ConflictItem *item : std::as_const(m_items)) {
        FieldRow *row = item->field();
        const auto found = std::find_if(wrong.cbegin(), wrong.cend(), [row](const Violation &one) { return row && one.field == row->path(); });
        if (found != wrong.cend()) {
            row->point();
            (row->target() ? row->target() : row->stop())->setFocus(Qt::TabFocusReason);
            judge();
            Q_EMIT said({Notice::Kind::Told, sentence(*found, answerName(m_decision.form().schema(), found->field)), {}});
            return;
        }
    }
    if (const int next = firstMine(); next >= 0) {
        m_items.at(next)->stop()->setFocus(Qt::TabFocusReason);
        Q_EMIT said({Notice::Kind::Told, tr("Not decided yet: %1").arg(m_view.lines.at(next).label), {}});
    }
}

QString ConflictPage::heading() const
{
    return m_view.code.isEmpty() ? tr("Conflict desk") : tr("Conflict desk · %1").arg(m_view.code);
}

QList<PageAct> ConflictPage::acts() const
{
    QList<PageAct> acts;
    if (!tasks().isEmpty()) {
        acts.append({KeyAct::NextToDo, {}, {}, false});
    }
    const int at = focused();
    if (at >= 0 && (m_decision.kept(at) || m_decision.said(at))) {
        acts.append({KeyAct::Drop, tr("Take the choice back"), {}, true, QStringLiteral("Del")});
    }
    if (const FieldRow *row = at >= 0 ? m_items.at(at)->field() : nullptr) {
        if (row->field().mayBeAbsent || row->field().mayFollow) {
            acts.append({KeyAct::EmptyKind, {}, {}, true});
        }
        if (row->isOffering()) {
            acts.append({KeyAct::TakeOffer, {}, {}, false});
        }
    }
    acts.append({KeyAct::Main, tr("Record the decision"), refusal(), true});
    return acts;
}

void ConflictPage::perform(KeyAct act, int)
{
    const int at = focused();
    if (act == KeyAct::Main) {
        Q_EMIT decided();
    } else if (act == KeyAct::NextToDo) {
        goToWant();
    } else if (act == KeyAct::Drop && at >= 0) {
        takeBack(at);
    } else if (FieldRow *row = at >= 0 ? m_items.at(at)->field() : nullptr) {
        if (act == KeyAct::TakeOffer) {
            row->takeOffer();
        } else if (act == KeyAct::EmptyKind && !row->nextEmptyKind()) {
            Q_EMIT said({Notice::Kind::Told, tr("This field holds an answer. Nothing was changed. Delete it first to say why it stays empty."), {}});
        }
    }
}

QWidget *ConflictPage::firstField() const
{
    if (m_items.isEmpty()) {
        return const_cast<ConflictPage *>(this);
    }
    const int first = firstMine();
    return m_items.at(first >= 0 ? first : 0)->stop();
}

QStringList ConflictPage::tasks() const
{
    QStringList tasks;
    for (const Violation &one : m_decision.violations()) {
        const QString told = sentence(one, answerName(m_decision.form().schema(), one.field));
        tasks.append(told.chopped(told.endsWith(u'.') ? 1 : 0));
    }
    for (int index = 0; index < m_items.size(); ++index) {
        if (m_items.at(index)->kind() != ConflictItem::Kind::Follows && m_view.lines.at(index).whoMay.isEmpty() && !m_decision.isDecided(index)) {
            tasks.append(tr("Not decided yet: %1").arg(m_view.lines.at(index).label));
        }
    }
    return tasks;
}

bool ConflictPage::enter(QWidget *focusedWidget)
{
    if (focusedWidget && focusedWidget == m_reason) {
        if (m_reason->isListOpen()) {
            m_reason->takeListed();
        }
        return false;
    }
    const int at = focused();
    if (at < 0) {
        return false;
    }
    if (FieldRow *row = m_items.at(at)->field(); row && row->isListOpen()) {
        row->takeListed();
    }
    go(at, 1);
    return true;
}

bool ConflictPage::closeInner()
{
    if (m_reason && m_reason->isListOpen()) {
        m_reason->closeList();
        return true;
    }
    const int at = focused();
    if (FieldRow *row = at >= 0 ? m_items.at(at)->field() : nullptr; row && row->isListOpen()) {
        row->closeList();
        return true;
    }
    return false;
}

void ConflictPage::setBusy(bool busy)
{
    m_busy = busy;
    if (m_content && m_content->isEnabled() == busy) {
        m_caret = busy ? window()->focusWidget() : m_caret.data();
        m_content->setEnabled(!busy);
        if (!busy && m_caret && isVisible() && m_content->isAncestorOf(m_caret)) {
            m_caret->setFocus(Qt::OtherFocusReason);
        }
    }
    Q_EMIT actsChanged();
}

bool ConflictPage::act(const QKeyEvent *event)
{
    const int at = focused();
    if ((event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier || m_items.isEmpty() || m_busy) {
        return false;
    }
    const int place = event->key() - Qt::Key_1;
    if (event->key() == Qt::Key_O) {
        Q_EMIT dossierAsked();
    } else if (at < 0) {
        return false;
    } else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        go(at, event->key() == Qt::Key_Up ? -1 : 1);
    } else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        const int beside = m_items.at(at)->beside(event->key() == Qt::Key_Left ? -1 : 1);
        if (beside >= 0) {
            choose(at, beside);
        }
    } else if (place >= 0 && place < 9) {
        place < m_view.lines.at(at).voices.size() ? choose(at, place) : choose(at, static_cast<int>(m_view.lines.at(at).voices.size()) + 1);
    } else if (event->key() == Qt::Key_E) {
        m_items.at(at)->kind() == ConflictItem::Kind::Typeable || !m_view.lines.at(at).whoMay.isEmpty()
            ? choose(at, static_cast<int>(m_view.lines.at(at).voices.size()))
            : Q_EMIT said({Notice::Kind::Told, tr("Nothing else can be said here. Nothing was changed. Keep one of those that were written."), {}});
    } else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        takeBack(at);
    } else {
        return false;
    }
    return true;
}

void ConflictPage::keyPressEvent(QKeyEvent *event)
{
    // What climbs here from a field it did not want is nobody's.
    if (!hasFocus() || !act(event)) {
        Page::keyPressEvent(event);
    }
}

void ConflictPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    Q_EMIT appeared();
}

bool ConflictPage::eventFilter(QObject *watched, QEvent *event)
{
    // Of the choices; what is typed into a field is the field's.
    const auto *widget = qobject_cast<QWidget *>(watched);
    const bool isOurs = event->type() == QEvent::KeyPress && widget && widget->hasFocus();
    return (isOurs && act(static_cast<const QKeyEvent *>(event))) || Page::eventFilter(watched, event);
}

} // namespace motcua
