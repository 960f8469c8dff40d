// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/Board.h"
#include "models/ticket/KioskPlan.h"
#include "ui/kiosk/KioskTicketPage.h"

#include <QPointer>
#include <QTimer>

#include <functional>

class QVBoxLayout;

namespace motcua {

class KioskCardPage;
class KioskDossierPage;
class KioskFeedbackPage;
class KioskProcedurePage;
struct GiveFeedback;
struct KioskCardView;
struct TrackedDossier;

/**
 * The kiosk of the hall: a whole screen for whoever comes in, with keys for fingers and for a keyboard alike.
 *
 * Untouched for a while, or left, it is back at its start page in Vietnamese and knows nothing of who was there. It cannot be closed or left by whoever stands
 * there: staffAsked() tells that somebody wants to, and asking them who they are is not its business.
 */
class KioskWindow : public QWidget
{
    Q_OBJECT

public:
    /** Whether a number can be taken just now, and why not. */
    enum class Giving { Yes, NotKnownYet, Closed, Over, OutOfReach, Stopped };

    explicit KioskWindow(QWidget *parent = nullptr);
    ~KioskWindow() override;

    void setTheme(Theme::Name theme);
    void setPlace(const BoardPlace &place);
    void setPlan(const KioskPlan &plan);
    /** `why` is told where giving is Stopped. */
    void setGroups(const QList<KioskGroup> &groups, Giving giving, const BoardNotice &why = {});
    void setProcedures(const QList<Procedure> &procedures, QDate today, bool prints);
    /** Whether whoever takes a number may give a telephone to be told by. */
    void setAsksPhone(bool asks) { m_asksPhone = asks; }
    /** Tickets do not come out of the printer: said on the start page until one does. */
    void setPaperFails(bool fails);

    /** Back to the beginning; whatever was typed is gone. */
    void startAgain();
    void showDrawn(const KioskNumberPage::Drawn &drawn, KioskNumberPage::Paper paper);
    void showPaper(const QString &number, KioskNumberPage::Paper paper);
    void showTracked(const TrackedDossier &found);
    /** How it goes with the card of who asked for that; its page comes up where it is not shown. */
    void showCard(const KioskCardView &view);
    /** A card lies on the reader: said on the start page, so that none is forgotten and whoever laid it there knows how to go on. */
    void setCardLies(bool lies);
    /** What was asked for did not come to be, in words of QT_TRANSLATE_NOOP("Kiosk", …). */
    void showRefused(const char *told);
    /** The same with a moment or a number in it. */
    void showRefused(const char *told, const QString &what);
    void showPrinted(const char *told);
    void showThanks();

    /** A code was scanned: the page shown takes it, or the page that is for it comes up. */
    void takeDossier(const QString &code);
    void takeTicket(const QString &number);
    void takeAppointment(const QString &code);
    /** Somebody uses their card: its page comes up, and cardAsked() follows. */
    void openCard();
    [[nodiscard]] bool showsCard() const;

    /** For tests a shorter time; 0 as the plan says. */
    void setIdleMs(int idleMs);
    [[nodiscard]] int idleLeftMs() const { return m_idle.remainingTime(); } ///< −1 while nobody is there
    [[nodiscard]] KioskPage *page() const { return m_page; } ///< null: the start page
    [[nodiscard]] const KioskWords &words() const { return m_words; }

Q_SIGNALS:
    void looked(); ///< somebody wants to take a number: how many wait is to be known
    void wished(const motcua::TicketWish &wish);
    void tracked(const QString &code, const QString &digits);
    void came(const QString &code); ///< somebody who has an appointment
    void cardAsked(); ///< somebody wants to use their card
    void digitsTyped(const QString &digits); ///< of the card
    void cardLeft(); ///< the page of the card is shown no more
    void printAsked(const motcua::Procedure &procedure);
    void given(const motcua::GiveFeedback &feedback);
    void staffAsked();
    void startedAgain();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void draw();
    void drawHead();
    [[nodiscard]] QWidget *startPage();
    void open(KioskPlan::Offer offer);
    void openTicket(const KioskPresets &presets);
    void put(KioskPage *page);
    void tellDone(const char *title, const char *told);
    void back();
    void touch();
    void drawAgain();
    void turnLanguage();
    void turnLarge();
    void turnLow();
    [[nodiscard]] const char *whyNoNumber() const;
    [[nodiscard]] bool gives(KioskPlan::Offer offer) const;

    KioskWords m_words;
    KioskLook m_look;
    Theme::Name m_theme = Theme::Name::Light;
    bool m_isLarge = false;
    bool m_isLow = false; ///< what is pressed stands in the lower half, for whoever sits
    BoardPlace m_place;
    KioskPlan m_plan;
    bool m_asksPhone = false;
    QList<KioskGroup> m_groups;
    Giving m_giving = Giving::NotKnownYet;
    BoardNotice m_why; ///< numbers are not given for now
    QList<Procedure> m_procedures;
    QDate m_today;
    bool m_prints = false;
    bool m_paperFails = false;
    bool m_cardLies = false;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_frame = nullptr; ///< all there is to see; made anew when language, size or page change
    QVBoxLayout *m_body = nullptr; ///< of the frame
    QPointer<QWidget> m_start;
    QPointer<KioskPage> m_page;
    QTimer m_idle;
    int m_idleMs = 0;
    std::function<void()> m_again; ///< brings what is shown, in another language or size; none on the start page
    bool m_isRedrawn = false; ///< the same page follows, in another language or size
    bool m_isDone = false; ///< what is shown was the last: it goes sooner
};

} // namespace motcua
