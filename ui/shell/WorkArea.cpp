// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/WorkArea.h"

#include "models/base/VietnamTime.h"
#include "ui/shell/Page.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/GuideStrip.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Restyle.h"
#include "ui/widgets/Spoken.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

namespace motcua {

namespace {

constexpr int RevealMargin = 72;
constexpr int GuideShare = 45; // percent of the height at most: the work stays in sight
constexpr int PracticeShare = 30;
constexpr int WorkLines = 11; // of text, what five rows of a form or of papers take with what belongs to them
constexpr int BesideFrom = 1200; // px at 100 %: from here on a page has its own beside it
constexpr int BesideWidth = 400; // px at 100 %
constexpr int BasePixels = 14; // the text for which both are given
constexpr int GuideLines = 3; // at least, its margins counted as one

QScrollArea *scrollArea(QWidget *widget)
{
    for (QWidget *up = widget ? widget->parentWidget() : nullptr; up; up = up->parentWidget()) {
        if (auto *found = qobject_cast<QScrollArea *>(up)) {
            return found;
        }
    }
    return nullptr;
}

QString shownStep(int number, const StepMark &step)
{
    const QString head = QStringLiteral("%1 %2").arg(number).arg(step.label);
    switch (step.state) {
    case StepMark::State::Open:
        return step.missing.isEmpty() ? head : head + u' ' + step.missing;
    case StepMark::State::Current:
        return (step.missing.isEmpty() ? head : head + u' ' + step.missing) + QStringLiteral(" ●");
    case StepMark::State::Done:
        return head + QStringLiteral(" ✔");
    }
    return head;
}

} // namespace

WorkArea::WorkArea(QWidget *parent)
    : QFrame(parent)
{
    setProperty("ground", QStringLiteral("page"));
    m_head = new QFrame(this);
    m_head->setObjectName(QStringLiteral("workHead"));
    m_heading = new ElidedLabel(m_head); // the name of a procedure may be longer than any window
    speakAs(m_heading, QAccessible::Heading);
    m_heading->setProperty("level", QStringLiteral("heading"));
    m_heading->setMinimumHeight(28); // 36 px with its margins; said here, so that the head never is lower than what it holds
    m_steps = new QLabel(m_head);
    m_steps->setProperty("tone", QStringLiteral("secondary"));
    m_steps->setTextFormat(Qt::PlainText);
    m_steps->setMinimumHeight(28);
    m_steps->hide();
    auto *titles = new QVBoxLayout(m_head);
    titles->setContentsMargins(16, 4, 16, 4);
    titles->setSpacing(0);
    titles->addWidget(m_heading);
    titles->addWidget(m_steps);

    m_guide = new GuideStrip(this);
    m_guide->hide();
    m_practice = new GuideStrip(this);
    m_practice->setObjectName(QStringLiteral("practiceStrip"));
    restyle(m_practice->widget(), "ground", QStringLiteral("practice")); // it was dressed when it was put into its frame
    m_practice->hide();
    m_stack = new QStackedWidget(this);
    m_stack->setObjectName(QStringLiteral("workContent"));
    // A stack asks for the height of its tallest page, shown or not; heading and steps give nothing of theirs away for it.
    m_stack->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    m_head->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    m_beside = new QStackedWidget(this);
    m_beside->setObjectName(QStringLiteral("workBeside"));
    m_beside->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored);
    m_beside->hide();

    m_foot = new QFrame(this);
    m_foot->setObjectName(QStringLiteral("workFoot"));
    m_foot->setMinimumHeight(36);
    m_saved = new QLabel(m_foot);
    m_saved->setProperty("tone", QStringLiteral("secondary"));
    m_tasks = new QLabel(m_foot);
    m_tasks->setTextFormat(Qt::PlainText);
    m_tasks->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_next = new KeyButton({}, {}, KeyButton::Role::Plain, m_foot);
    m_next->setFocusPolicy(Qt::NoFocus);
    connect(m_next, &KeyButton::clicked, this, &WorkArea::nextToDoPressed);
    auto *line = new QHBoxLayout(m_foot);
    line->setContentsMargins(16, 0, 16, 0);
    line->setSpacing(12);
    line->addWidget(m_saved);
    line->addWidget(m_tasks, 1);
    line->addWidget(m_next);

    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_head);
    m_column->addWidget(m_practice);
    m_column->addWidget(m_guide);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_stack, 1);
    middle->addWidget(m_beside);
    m_column->addLayout(middle, 1);
    m_column->addWidget(m_foot);
    drawFoot();
}

void WorkArea::show(Page *page)
{
    if (m_page) {
        m_page->disconnect(this);
    }
    m_page = page;
    QWidget *shown = page->scrolls() ? static_cast<QWidget *>(scrollArea(page)) : page;
    if (!shown) {
        auto *scroll = new QScrollArea(m_stack);
        scroll->setObjectName(QStringLiteral("workScroll"));
        scroll->setWidgetResizable(true);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setWidget(page);
        connect(page, &QObject::destroyed, scroll, &QObject::deleteLater);
        shown = scroll;
    }
    if (m_stack->indexOf(shown) < 0) {
        m_stack->addWidget(shown);
    }
    m_stack->setCurrentWidget(shown);
    page->show();
    if (QScrollArea *scroll = scrollArea(page)) {
        scroll->verticalScrollBar()->setValue(0);
    }
    connect(page, &Page::headingChanged, this, &WorkArea::drawHeading);
    connect(page, &Page::tasksChanged, this, &WorkArea::drawTasks);
    connect(page, &Page::guideChanged, this, &WorkArea::drawGuide);
    connect(page, &QObject::destroyed, this, [this, page] {
        if (m_page == page) {
            m_page = nullptr;
        }
    });
    drawHeading();
    drawTasks();
    drawGuide();
    drawBeside();
}

void WorkArea::drawBeside()
{
    QWidget *beside = m_page ? m_page->beside() : nullptr;
    const int pixels = font().pixelSize() > 0 ? font().pixelSize() : BasePixels;
    const bool shown = beside && width() >= BesideFrom * pixels / BasePixels;
    if (shown) {
        if (m_beside->indexOf(beside) < 0) {
            m_beside->addWidget(beside);
        }
        m_beside->setCurrentWidget(beside);
        m_beside->setFixedWidth(BesideWidth * pixels / BasePixels);
    }
    m_beside->setVisible(shown);
}

void WorkArea::setGuideShown(bool shown)
{
    m_guideShown = shown;
    drawGuide();
}

void WorkArea::takeGuide()
{
    if (m_guide->parentWidget() != this) {
        m_column->insertWidget(m_column->indexOf(m_practice) + 1, m_guide);
        m_guide->setUpright(false);
        drawGuide();
    }
}

bool WorkArea::goOnInGuide()
{
    return m_guide->isVisible() && m_guide->goOn();
}

void WorkArea::setPractice(const QList<GuideBlock> &story)
{
    m_story = story;
    drawGuide();
}

void WorkArea::drawGuide()
{
    const bool practises = !m_story.isEmpty() && m_page && !m_page->standsAlone();
    m_practice->setVisible(practises);
    if (practises) {
        m_practice->setBlocks(m_story);
        m_practice->fit(width(), height() * PracticeShare / 100);
    }
    const bool shown = m_guideShown && m_page && !m_page->guide().isEmpty();
    m_guide->setVisible(shown);
    if (shown) {
        m_guide->setBlocks(m_page->guide());
        if (m_guide->parentWidget() == this) {
            m_guide->fit(width(), guideRoom());
        }
    }
}

/** What the guide may take: its share, but in large letters no more than leaves rows of the work in sight. */
int WorkArea::guideRoom() const
{
    const int line = fontMetrics().lineSpacing();
    int left = height() - m_head->sizeHint().height() - m_foot->sizeHint().height() - WorkLines * line;
    if (m_practice->isVisibleTo(this)) {
        left -= m_practice->height();
    }
    return std::max(GuideLines * line, std::min(height() * GuideShare / 100, left));
}

void WorkArea::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    drawGuide();
    drawBeside();
}

void WorkArea::setSteps(const QList<StepMark> &steps)
{
    m_stepCount = static_cast<int>(steps.size());
    QStringList shown;
    for (int index = 0; index < steps.size(); ++index) {
        shown.append(shownStep(index + 1, steps.at(index)));
    }
    m_steps->setText(shown.join(QStringLiteral("    ")));
    m_steps->setVisible(!steps.isEmpty());
}

void WorkArea::setSavedAt(const QDateTime &savedAt)
{
    m_saved->setText(savedAt.isValid() ? tr("Saved at %1").arg(vietnamTime(savedAt.toMSecsSinceEpoch()).toString(u"HH:mm:ss")) : QString());
    drawFoot();
}

void WorkArea::setToDoKey(const QString &key)
{
    m_next->setWords(tr("Go there"), key);
}

void WorkArea::reveal(QWidget *focused)
{
    // A page that takes the focus as a whole stays where it was scrolled to.
    if (QScrollArea *scroll = scrollArea(focused); scroll && m_page && focused != m_page && m_page->isAncestorOf(focused)) {
        scroll->ensureWidgetVisible(focused, 0, RevealMargin);
        // What was made a moment ago gets its place when the layout has settled.
        QTimer::singleShot(0, focused, [focused, scroll] {
            if (focused->hasFocus() && scroll->isAncestorOf(focused)) {
                scroll->ensureWidgetVisible(focused, 0, RevealMargin);
            }
        });
    }
}

int WorkArea::scrolled() const
{
    const QScrollArea *scroll = scrollArea(m_page);
    return scroll ? scroll->verticalScrollBar()->value() : 0;
}

void WorkArea::scrollTo(int place)
{
    if (const QScrollArea *scroll = scrollArea(m_page)) {
        scroll->verticalScrollBar()->setValue(place);
    }
}

void WorkArea::drawHeading()
{
    m_heading->setWords(m_page->heading());
    m_page->setAccessibleName(m_page->heading());
}

void WorkArea::drawTasks()
{
    const QStringList tasks = m_page->tasks();
    m_tasks->setText(tasks.isEmpty() ? QString() : tr("%n thing(s) to do", nullptr, static_cast<int>(tasks.size())) + QStringLiteral(": ")
                + tasks.join(QStringLiteral(" · ")));
    m_tasks->setToolTip(tasks.join(u'\n'));
    m_next->setVisible(!tasks.isEmpty());
    drawFoot();
}

void WorkArea::drawFoot()
{
    m_foot->setVisible(!m_saved->text().isEmpty() || !m_tasks->text().isEmpty());
}

} // namespace motcua
