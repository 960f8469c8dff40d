// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/citizen/CitizenReview.h"
#include "ui/widgets/Notice.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

class QScreen;
class QWidget;

namespace motcua {

class CitizenWindow;
class SignatureStrokes;

/**
 * Shows the citizen what is written about them, on the screen that is turned to them.
 *
 * Only when the officer asks for it, and until the form is done with, the desk is locked, or that screen is unplugged; then it is blank.
 */
class CitizenDesk : public QObject
{
    Q_OBJECT

public:
    /** `officers` is the officer's own window, which outlives this object. */
    explicit CitizenDesk(QWidget *officers, QObject *parent = nullptr);
    ~CitizenDesk() override;

    void setPlace(const QString &unit, const QString &desk);

    /** A screen besides the officer's; null when there is none. For tests another way of finding one. */
    void setFinder(std::function<QScreen *()> finder) { m_finder = std::move(finder); }
    /** Whether something else is shown on a screen. */
    void setTaken(std::function<bool(const QScreen *)> taken) { m_taken = std::move(taken); }
    /** Where it is shown; null while nothing is. */
    [[nodiscard]] QScreen *screen() const;
    [[nodiscard]] bool hasScreen() const { return m_finder() != nullptr; }

    /** Shows it, or puts an end to it when it is shown. */
    void turn(const std::function<CitizenReview()> &review);

    /** What is shown has changed: the same again, as it is now. Nothing while nothing is shown. */
    void follow();

    /** Blank at once. */
    void blank();
    [[nodiscard]] bool isShowing() const { return bool(m_review); }
    [[nodiscard]] CitizenWindow *window() const { return m_window.get(); }

Q_SIGNALS:
    void signedByHand(const motcua::SignatureStrokes &strokes); ///< by the citizen, below what is shown
    void said(const motcua::Notice &notice);

private:
    [[nodiscard]] QScreen *otherScreen() const;

    QWidget *m_officers = nullptr;
    std::function<QScreen *()> m_finder;
    std::unique_ptr<CitizenWindow> m_window; ///< made when first asked for
    std::function<CitizenReview()> m_review; ///< empty while nothing is shown
    QPointer<QScreen> m_screen;
    QString m_unit;
    QString m_desk;
    std::function<bool(const QScreen *)> m_taken;
};

} // namespace motcua
