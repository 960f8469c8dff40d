// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/citizen/CitizenReview.h"

#include <QFrame>

#include <optional>

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace motcua {

class CodeView;
class SignaturePad;
class SignatureStrokes;

/**
 * The second screen, turned to the citizen: what was written about them, to be checked before it is signed.
 *
 * Its title says nothing; without a review it shows the centre and the desk and nothing of anybody. Everything on it is large, and what can be
 * pressed is at least 64 px high.
 */
class CitizenWindow : public QFrame
{
    Q_OBJECT

public:
    explicit CitizenWindow(QWidget *parent = nullptr);

    /** What stands there while nobody is shown anything: the centre, and the desk with who serves there. */
    void setPlace(const QString &unit, const QString &desk);

    /** Shows this, from its beginning when it is another procedure; nothing: goes blank at once. */
    void setReview(const std::optional<CitizenReview> &review);
    [[nodiscard]] bool isBlank() const { return !m_review; }

    /** Larger still, for who asked for it; until the review ends. */
    void setLarge(bool large);

Q_SIGNALS:
    void signedByHand(const motcua::SignatureStrokes &strokes); ///< the citizen signed; here nothing of it is left
    void wrongTold(); ///< the citizen pressed "something is wrong"

private:
    void draw();
    void makePad();
    void setSigning(bool isSigning);
    void finishSigning();
    void scrollBy(int pages);
    void drawScrollers();

    std::optional<CitizenReview> m_review;
    bool m_large = false;
    QLabel *m_unit = nullptr;
    QLabel *m_desk = nullptr;
    QLabel *m_ask = nullptr;
    QWidget *m_body = nullptr; ///< everything of a review
    QScrollArea *m_scroll = nullptr;
    QWidget *m_lines = nullptr;
    QLabel *m_promise = nullptr;
    QLabel *m_due = nullptr;
    CodeView *m_code = nullptr;
    QPushButton *m_sign = nullptr; ///< once the end was read
    bool m_wasRead = false;
    QWidget *m_signing = nullptr; ///< the pad and its buttons, in place of the review
    SignaturePad *m_pad = nullptr;
    QLabel *m_padTold = nullptr;
    QList<QPushButton *> m_padButtons;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_larger = nullptr;
    QPushButton *m_wrong = nullptr;
};

} // namespace motcua
