// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/KeyMap.h"
#include "ui/widgets/GuideStrip.h"
#include "ui/widgets/Notice.h"

#include <QPointer>
#include <QStringList>
#include <QWidget>

namespace motcua {

/** One act a page offers: a button in the action bar, and its key. */
struct PageAct
{
    KeyAct act = KeyAct::Main;
    QString label = {}; ///< empty: the key table's own
    QString refusal = {}; ///< why it cannot act now, a whole sentence; empty when it can
    bool onBar = true; ///< false: key only
    QString key = {}; ///< printed instead of the table's, where another key does the same here
};

/** What the work area shows: it draws values and tells what the officer did. The window draws heading, acts, tasks and messages for it. */
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(QWidget *parent = nullptr);

    [[nodiscard]] virtual QString heading() const = 0;

    /** At most seven on the bar, KeyAct::Main the last of them. */
    [[nodiscard]] virtual QList<PageAct> acts() const = 0;

    /** Does one of acts(); the window has checked that it is not refused. */
    virtual void perform(KeyAct act, int number) = 0;

    /** Where the officer starts typing. */
    [[nodiscard]] virtual QWidget *firstField() const = 0;

    /** Enter in `focused`: true when the page did something, false to go to the next field. */
    virtual bool enter(QWidget *focused);

    /** Esc: true when the page closed something of its own, false to leave it. */
    virtual bool closeInner();

    /** What is still to be put right, one short sentence each. */
    [[nodiscard]] virtual QStringList tasks() const;

    /** True for a page that numbers its own choices: a digit is the page's, unless the keyboard is in the strip. */
    [[nodiscard]] virtual bool numbers() const;

    /** True for a page that stands without a visit around it, such as the sign-in. */
    [[nodiscard]] virtual bool standsAlone() const;

    /** What the handbook calls this screen: the name of its class, and after a slash what it is used for where that differs. */
    [[nodiscard]] virtual QString screen() const;

    /** False for a page that scrolls its own list. */
    [[nodiscard]] virtual bool scrolls() const;

    /** The key table the window obeys, for keys that a page prints on buttons of its own; told before it is shown. */
    virtual void setKeys(const KeyMap &keys);

    /** What somebody new to it should know here; the window shows it when KeyAct::Guide asks for it, which acts() then offers. */
    [[nodiscard]] const QList<GuideBlock> &guide() const { return m_guide; }
    void setGuide(const QList<GuideBlock> &guide);

    /** What is read beside this page where the window has the width for it, and takes no focus; the window shows it. Null: nothing. */
    [[nodiscard]] QWidget *beside() const { return m_beside; }
    void setBeside(QWidget *beside) { m_beside = beside; }

Q_SIGNALS:
    void headingChanged();
    void actsChanged();
    void tasksChanged();
    void guideChanged();
    void said(const motcua::Notice &notice);
    void fellSilent(); ///< what was said no longer holds
    void left(); ///< Esc: one level back; nothing was discarded

private:
    QList<GuideBlock> m_guide;
    QPointer<QWidget> m_beside;
};

} // namespace motcua
