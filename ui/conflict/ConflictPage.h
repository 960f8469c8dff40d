// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/ConflictDecision.h"
#include "ui/conflict/ConflictView.h"
#include "ui/shell/Page.h"

#include <QPointer>

class QVBoxLayout;

namespace motcua {

class AddressBook;
class CategoryBox;
class ConflictItem;
class KeyButton;

/**
 * What desks wrote differently about one dossier, side by side and decided one by one with the keyboard alone; everything that was chosen is
 * recorded at once. It knows what is chosen and judges what is typed, and decides nothing that was not looked at.
 */
class ConflictPage : public Page
{
    Q_OBJECT

public:
    explicit ConflictPage(QWidget *parent = nullptr);

    /** What address fields know the communes from; before the first begin(). */
    void setAddresses(AddressBook *addresses);

    /** Another dossier, or the same one where it was left. `view` has a line for each of the questions. */
    void begin(const ConflictView &view, const ConflictDecision &decision, const QString &reason);
    /** Something was written meanwhile: how it stands now, with what is chosen still; the keyboard stays where it was, as far as that is there. */
    void rebase(const ConflictView &view, const ConflictDecision &decision);
    /** Nothing of it stands there for whoever comes next. */
    void forget();

    [[nodiscard]] const ConflictDecision &decision() const { return m_decision; }
    [[nodiscard]] QString reason() const;

    /** While it is being recorded nothing can be changed. */
    void setBusy(bool busy);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] QStringList tasks() const override;
    [[nodiscard]] bool numbers() const override { return true; }
    bool enter(QWidget *focused) override;
    bool closeInner() override;
    void setKeys(const KeyMap &keys) override;

Q_SIGNALS:
    void decided(); ///< the officer pressed the main key and nothing is wanted any more
    void dossierAsked();
    void appeared();

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void addItem(int index);
    void addReason(QVBoxLayout *column);
    void draw();
    void follow();
    void judge();
    [[nodiscard]] bool act(const QKeyEvent *event);
    void go(int from, int by);
    void choose(int index, int place);
    void type(int index);
    void takeBack(int index);
    void goToWant();
    [[nodiscard]] int focused() const; ///< the item with the keyboard, or −1
    [[nodiscard]] int firstMine() const;
    [[nodiscard]] QString refusal() const;

    AddressBook *m_addresses = nullptr;
    KeyMap m_keys;
    ConflictView m_view;
    ConflictDecision m_decision;
    bool m_busy = false;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_content = nullptr; ///< everything of one dossier
    QList<ConflictItem *> m_items;
    CategoryBox *m_reason = nullptr;
    QPointer<QWidget> m_caret; ///< where it stood when it was given to be recorded
    int m_drawnFor = -1; ///< the item that had the keyboard when the acts were last drawn
};

} // namespace motcua
