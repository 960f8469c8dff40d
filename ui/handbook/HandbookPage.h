// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/handbook/Handbook.h"
#include "ui/shell/Page.h"

#include <QFuture>

#include <functional>
#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;

namespace motcua {

class HandbookView;
class KeyButton;

/** The handbook over the page one came from: contents at the left, one task at a time, opened where it belongs to what is being done. */
class HandbookPage : public Page
{
    Q_OBJECT

public:
    /** Reads it on another thread, as HandbookFile::ask() does. */
    using Reading = std::function<QFuture<Result<Handbook>>()>;

    explicit HandbookPage(Reading reading, QWidget *parent = nullptr);
    ~HandbookPage() override;

    /** Opens what belongs to `screen`, as Page::screen() names it; `alone` as in KeysPage::draw(). It is read when it is first wanted. */
    void open(const QString &screen, bool alone);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool enter(QWidget *focused) override;
    [[nodiscard]] bool closeInner() override;
    [[nodiscard]] bool standsAlone() const override { return m_alone; }
    [[nodiscard]] bool scrolls() const override { return false; }
    void setKeys(const KeyMap &keys) override;

Q_SIGNALS:
    void keysAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrive(const Result<Handbook> &book);
    void turnTo(qsizetype index);
    void follow(const QUrl &link);
    void find(bool fromHere);
    void layOutContents();

    Reading m_reading;
    std::optional<Handbook> m_book;
    bool m_asked = false;
    bool m_alone = false;
    QString m_screen;
    qsizetype m_at = -1;
    KeyMap m_keys;
    QLabel *m_note = nullptr;
    QListWidget *m_contents = nullptr;
    QWidget *m_findRow = nullptr;
    QLineEdit *m_find = nullptr;
    QLabel *m_found = nullptr;
    HandbookView *m_view = nullptr;
    KeyButton *m_before = nullptr;
    KeyButton *m_after = nullptr;
};

} // namespace motcua
