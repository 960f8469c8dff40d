// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/CardSentence.h"
#include "ui/shell/Page.h"
#include "ui/visit/CardFacts.h"

#include <QImage>

class QGridLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QVBoxLayout;

namespace motcua {

class WrapLabel;

/** What the page of a card shows: what is waited for, or what was read. */
struct CardView
{
    enum class Wants {
        Nothing, ///< it was read, or cannot be
        Key,
        Zone, ///< the lines of the document alone, for no chip can be read
        Card,
        Time, ///< it is being read
    };

    Wants wants = Wants::Nothing;
    CardMark mark = {}; ///< no words: there is none
    QString sentence = {}; ///< what that means and what to do
    QString fault = {}; ///< why something is wanted again, or cannot be had
    QList<CardLine> lines = {};
    QList<CheckLine> checks = {};
    QImage photo = {}; ///< null: none was read, or it cannot be shown
    QString noPhoto = {}; ///< why not; empty where there is one, or may still come
    bool canReadAgain = false; ///< the main act is to read it again; else to go on with the form
    bool mayReadAnother = false; ///< one was read to its end
    bool mayTakeZone = false; ///< without the chip, what the lines of the document say

    friend bool operator==(const CardView &, const CardView &) = default;
};

/** The card of who is here: what opens its chip, what it says, field by field with where that stands, and what of it is proved. */
class CardPage : public Page
{
    Q_OBJECT

public:
    explicit CardPage(QWidget *parent = nullptr);

    void setView(const CardView &view);
    [[nodiscard]] const CardView &view() const { return m_view; }
    /** How far the reading has come, 0 to 100. */
    void setProgress(int percent);
    /** What was typed last opened nothing: it is typed anew. */
    void emptyKey();

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    bool enter(QWidget *focused) override;

Q_SIGNALS:
    void keyTyped(const QString &text); ///< CAN, number or zone, as it stands there
    void zoneAsked(
        const QString &text); ///< on without the chip, by the lines that stand there; empty: by those that are known, or still to be typed
    void readAgain();
    void stopAsked(); ///< nobody waits for the card any more
    void anotherAsked(); ///< somebody else's, too
    void otherWaysAsked(); ///< in which way it is known who this is without the chip
    void taken(); ///< on with the form

private:
    void drawKey();
    void drawMark();
    void drawLines();
    void drawChecks();
    void drawPhoto();
    void speak();

    CardView m_view;
    QWidget *m_keyBox = nullptr;
    WrapLabel *m_keyTitle = nullptr;
    QLineEdit *m_key = nullptr;
    WrapLabel *m_keyHint = nullptr;
    WrapLabel *m_fault = nullptr;
    QLabel *m_shape = nullptr;
    WrapLabel *m_mark = nullptr;
    WrapLabel *m_sentence = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_photo = nullptr;
    QWidget *m_read = nullptr;
    QGridLayout *m_lines = nullptr;
    QVBoxLayout *m_checks = nullptr;
    QList<QWidget *> m_drawn;
    QList<QWidget *> m_drawnChecks;
};

} // namespace motcua
