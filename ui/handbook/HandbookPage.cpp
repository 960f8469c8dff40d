// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handbook/HandbookPage.h"

#include "app/storage/Await.h"
#include "ui/handbook/HandbookView.h"
#include "ui/messages/Sentence.h"
#include "ui/widgets/KeyButton.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua {

namespace {

constexpr int Padding = 40; // px beside the words of a line of the contents
constexpr int Share = 3; // the contents have at most one of so many parts of the width

QString shownKey(const KeyMap &keys, const QString &name)
{
    const QList<KeyBinding> &all = keys.bindings();
    const auto found = std::find_if(all.begin(), all.end(), [&name](const KeyBinding &one) { return one.id == name; });
    return found == all.end() ? QString() : found->shown();
}

} // namespace

HandbookPage::HandbookPage(Reading reading, QWidget *parent)
    : Page(parent)
    , m_reading(std::move(reading))
{
    m_contents = new QListWidget(this);
    m_contents->setAccessibleName(tr("Pages of the handbook"));
    m_contents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_contents->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_note = new QLabel(this);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setProperty("tone", QStringLiteral("secondary"));
    m_view = new HandbookView(this);
    m_view->setAccessibleName(tr("Handbook"));
    m_findRow = new QWidget(this);
    auto *label = new QLabel(tr("Find on this page"), m_findRow);
    m_find = new QLineEdit(m_findRow);
    m_find->setAccessibleName(label->text());
    label->setBuddy(m_find);
    m_found = new QLabel(m_findRow);
    m_found->setProperty("tone", QStringLiteral("secondary"));
    auto *findLine = new QHBoxLayout(m_findRow);
    findLine->setContentsMargins(0, 0, 0, 0);
    findLine->setSpacing(8);
    findLine->addWidget(label);
    findLine->addWidget(m_find, 1);
    findLine->addWidget(m_found);
    m_findRow->hide();
    m_before = new KeyButton(tr("Previous page"), QStringLiteral("←"), KeyButton::Role::Plain, this);
    m_after = new KeyButton(tr("Next page"), QStringLiteral("→"), KeyButton::Role::Plain, this);
    auto *turn = new QHBoxLayout;
    turn->setSpacing(8);
    turn->addWidget(m_before);
    turn->addWidget(m_after);
    turn->addStretch(1);

    auto *text = new QVBoxLayout;
    text->setSpacing(8);
    text->addWidget(m_note);
    text->addWidget(m_findRow);
    text->addWidget(m_view, 1);
    text->addLayout(turn);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(12);
    row->addWidget(m_contents);
    row->addLayout(text, 1);

    for (QWidget *one : {static_cast<QWidget *>(m_contents), static_cast<QWidget *>(m_view)}) {
        one->installEventFilter(this);
    }
    connect(m_contents, &QListWidget::currentRowChanged, this, &HandbookPage::turnTo);
    connect(m_view, &QTextBrowser::anchorClicked, this, &HandbookPage::follow);
    connect(m_before, &KeyButton::clicked, this, [this] { turnTo(m_at - 1); });
    connect(m_after, &KeyButton::clicked, this, [this] { turnTo(m_at + 1); });
    connect(m_find, &QLineEdit::textChanged, this, [this] { find(false); });
}

HandbookPage::~HandbookPage() = default;

void HandbookPage::open(const QString &screen, bool alone)
{
    m_screen = screen;
    m_alone = alone;
    (void)closeInner();
    if (m_book) {
        m_at = -1;
        turnTo(m_book->partFor(m_screen));
        return;
    }
    m_note->setText(tr("The handbook is being opened …"));
    if (!m_asked) {
        m_asked = true;
        await(this, m_reading(), [this](const Result<Handbook> &book) { arrive(book); });
    }
}

void HandbookPage::arrive(const Result<Handbook> &book)
{
    if (!book) {
        m_asked = false; // opened again, it is read again
        m_note->setText(tr("The handbook could not be read (%1). Nothing was lost. Please tell the administrator.").arg(sentence(book.error()).code));
        return;
    }
    m_book = *book;
    const bool inVietnamese = QCoreApplication::translate("Language", "en") == u"vi";
    m_note->setText(inVietnamese ? QString() : tr("The handbook is written in Vietnamese only."));
    m_note->setVisible(!inVietnamese);
    const QSignalBlocker quiet(m_contents);
    for (qsizetype index = 0; index < m_book->parts().size(); ++index) {
        m_contents->addItem(QStringLiteral("%1  %2").arg(index + 1).arg(m_book->parts().at(index).title));
    }
    layOutContents();
    turnTo(m_book->partFor(m_screen));
}

void HandbookPage::turnTo(qsizetype index)
{
    if (!m_book || index < 0 || index >= m_book->parts().size() || index == m_at) {
        return;
    }
    m_at = index;
    const QSignalBlocker quiet(m_contents);
    m_contents->setCurrentRow(static_cast<int>(index));
    m_view->setAccessibleDescription(m_book->parts().at(index).title);
    m_view->showText(&*m_book, Handbook::withKeys(m_book->parts().at(index).markdown, [this](const QString &name) { return shownKey(m_keys, name); }));
    m_before->setRefused(index == 0);
    m_after->setRefused(index + 1 == m_book->parts().size());
    Q_EMIT headingChanged();
}

void HandbookPage::follow(const QUrl &link)
{
    if (m_book && link.isRelative()) {
        turnTo(m_book->indexOf(link.fileName().section(u'.', 0, -2)));
    }
}

void HandbookPage::find(bool fromHere)
{
    const bool found = m_view->findNext(m_find->text(), fromHere);
    m_found->setText(found || m_find->text().isEmpty() ? QString() : tr("not on this page"));
}

void HandbookPage::setKeys(const KeyMap &keys)
{
    m_keys = keys;
    if (const qsizetype at = m_at; at >= 0 && isVisible()) {
        m_at = -1;
        turnTo(at);
    }
}

QString HandbookPage::heading() const
{
    return m_book && m_at >= 0 ? tr("Handbook · %1").arg(m_book->parts().at(m_at).title) : tr("Handbook");
}

QList<PageAct> HandbookPage::acts() const
{
    return {{KeyAct::Help, tr("Keys"), {}, true}, {KeyAct::Filter, tr("Find on this page"), {}, true}, {KeyAct::Main, tr("Back to work"), {}, true}};
}

void HandbookPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Help) {
        Q_EMIT keysAsked();
    } else if (act == KeyAct::Filter) {
        m_findRow->show();
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    } else if (act == KeyAct::Main) {
        Q_EMIT left();
    }
}

QWidget *HandbookPage::firstField() const
{
    return m_view;
}

bool HandbookPage::enter(QWidget *focused)
{
    if (focused == m_find) {
        find(true);
        return true;
    }
    if (focused == m_contents) {
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (focused == m_view && !m_view->currentLink().isEmpty()) {
        follow(m_view->currentLink());
        return true;
    }
    return false;
}

bool HandbookPage::closeInner()
{
    if (m_findRow->isHidden()) {
        return false;
    }
    m_findRow->hide();
    m_find->clear();
    m_view->setFocus(Qt::OtherFocusReason);
    return true;
}

bool HandbookPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool isPlain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (isPlain && (key.key() == Qt::Key_Left || key.key() == Qt::Key_Right)) {
            turnTo(m_at + (key.key() == Qt::Key_Right ? 1 : -1));
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void HandbookPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    layOutContents();
}

void HandbookPage::layOutContents()
{
    int widest = 0;
    for (int row = 0; row < m_contents->count(); ++row) {
        widest = std::max(widest, m_contents->fontMetrics().horizontalAdvance(m_contents->item(row)->text()));
    }
    m_contents->setFixedWidth(std::min(widest + Padding, std::max(1, width() / Share)));
    layout()->activate(); // what stands beside it moves in the same picture
}

} // namespace motcua
