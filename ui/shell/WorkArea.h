// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/GuideStrip.h"

#include <QDateTime>
#include <QFrame>
#include <QStringList>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace motcua {

class ElidedLabel;
class KeyButton;
class Page;

/** One step of a visit as the row of steps shows it. */
struct StepMark
{
    enum class State { Open, Current, Done };

    QString label = {};
    State state = State::Open;
    QString missing = {}; ///< "2/3"

    friend bool operator==(const StepMark &, const StepMark &) = default;
};

/** Region W: heading, steps, the page, and the line that says what is saved and what is still to do. */
class WorkArea : public QFrame
{
    Q_OBJECT

public:
    explicit WorkArea(QWidget *parent = nullptr);

    /** Shows `page`, which stays its owner's; a page shown for the first time is adopted into the stack. */
    void show(Page *page);
    [[nodiscard]] Page *page() const { return m_page; }

    void setSteps(const QList<StepMark> &steps);
    [[nodiscard]] int stepCount() const { return m_stepCount; }
    void setSavedAt(const QDateTime &savedAt);
    void setToDoKey(const QString &key);

    /** Whether a page that has something to guide by shows it. */
    void setGuideShown(bool shown);
    [[nodiscard]] GuideStrip *guide() const { return m_guide; }
    /** Takes the guide back over the page, from whoever had it beside. */
    void takeGuide();
    /** It was given another place: its words follow there. */
    void drawGuide();
    /** Goes on in a guide that is longer than its place; false when there is no more of it. */
    [[nodiscard]] bool goOnInGuide();

    /** Who stands at the desk in practice: over the page, and whether or not it is guided. */
    void setPractice(const QList<GuideBlock> &story);
    /** How far the page is scrolled, for coming back to it. */
    [[nodiscard]] int scrolled() const;
    void scrollTo(int place);

    /** Brings a focused widget of the page into view with room around it. */
    void reveal(QWidget *focused);

Q_SIGNALS:
    void nextToDoPressed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int guideRoom() const;
    void drawBeside();
    void drawHeading();
    void drawTasks();
    void drawFoot();

    QVBoxLayout *m_column = nullptr;
    QFrame *m_head = nullptr; ///< heading and steps
    ElidedLabel *m_heading = nullptr;
    QLabel *m_steps = nullptr;
    GuideStrip *m_guide = nullptr;
    GuideStrip *m_practice = nullptr;
    QList<GuideBlock> m_story;
    bool m_guideShown = false;
    QStackedWidget *m_stack = nullptr;
    QStackedWidget *m_beside = nullptr; ///< of pages that have something to be read beside them
    QFrame *m_foot = nullptr;
    QLabel *m_saved = nullptr;
    QLabel *m_tasks = nullptr;
    KeyButton *m_next = nullptr;
    Page *m_page = nullptr;
    int m_stepCount = 0;
};

} // namespace motcua
