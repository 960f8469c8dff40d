// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/KioskWindow.h"

#include "ui/kiosk/KioskAppointmentPage.h"
#include "ui/kiosk/KioskDossierPage.h"
#include "ui/kiosk/KioskFeedbackPage.h"
#include "ui/kiosk/KioskProcedurePage.h"

#include <QApplication>
#include <QCloseEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace motcua {

namespace {

const char *titleOf(KioskPlan::Offer offer)
{
    switch (offer) {
    case KioskPlan::Offer::Ticket:
        return QT_TRANSLATE_NOOP("Kiosk", "Take a number");
    case KioskPlan::Offer::Identify:
        return QT_TRANSLATE_NOOP("Kiosk", "Use my identity card");
    case KioskPlan::Offer::Appointment:
        return QT_TRANSLATE_NOOP("Kiosk", "I have an appointment");
    case KioskPlan::Offer::Dossier:
        return QT_TRANSLATE_NOOP("Kiosk", "Where does my dossier stand?");
    case KioskPlan::Offer::Procedures:
        return QT_TRANSLATE_NOOP("Kiosk", "Procedures: papers, time, fee");
    case KioskPlan::Offer::Feedback:
        return QT_TRANSLATE_NOOP("Kiosk", "How were you served?");
    }
    return "";
}

/** A page that says one thing, large. */
class TellingPage : public KioskPage
{
public:
    TellingPage(const QString &title, const QString &told, const KioskLook &look, const KioskWords &words, QWidget *parent)
        : KioskPage(look, words, parent)
    {
        column()->addStretch(1);
        QLabel *heading = label(title, "title");
        heading->setAlignment(Qt::AlignCenter);
        column()->addWidget(heading);
        QLabel *line = label(told, "big");
        line->setAlignment(Qt::AlignCenter);
        column()->addWidget(line);
        column()->addStretch(1);
    }
};

} // namespace

KioskWindow::KioskWindow(QWidget *parent)
    : QWidget(parent, Qt::Window | Qt::FramelessWindowHint)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("kiosk"));
    setAttribute(Qt::WA_StyledBackground);
    setAttribute(Qt::WA_QuitOnClose, false); // the program ends with the officer's window
    setMinimumSize(800, 600);
    setWindowTitle(tr("Kiosk"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_idle.setSingleShot(true);
    m_idle.setTimerType(Qt::PreciseTimer);
    connect(&m_idle, &QTimer::timeout, this, &KioskWindow::startAgain);
    qApp->installEventFilter(this);
    draw();
}

KioskWindow::~KioskWindow() = default;

void KioskWindow::setTheme(Theme::Name theme)
{
    m_theme = theme;
    draw();
}

void KioskWindow::setPlace(const BoardPlace &place)
{
    m_place = place;
    draw();
}

void KioskWindow::setPlan(const KioskPlan &plan)
{
    if (plan != m_plan) {
        m_plan = plan;
        draw();
    }
}

void KioskWindow::setGroups(const QList<KioskGroup> &groups, Giving giving, const BoardNotice &why)
{
    const bool isOther = giving != m_giving || why != m_why;
    m_groups = groups;
    m_giving = giving;
    m_why = why;
    if (isOther && m_start) {
        draw();
    }
}

void KioskWindow::setProcedures(const QList<Procedure> &procedures, QDate today, bool prints)
{
    m_procedures = procedures;
    m_today = today;
    m_prints = prints;
}

void KioskWindow::setPaperFails(bool fails)
{
    if (m_paperFails != fails) {
        m_paperFails = fails;
        if (m_start) {
            draw();
        }
    }
}

void KioskWindow::setIdleMs(int idleMs)
{
    m_idleMs = idleMs;
}

// Everything is made anew: so nothing of who was here can be left in a field, and language and size need no second way of being changed.
void KioskWindow::draw()
{
    const bool leavesCard = !m_isRedrawn && showsCard();
    delete m_frame;
    m_look = KioskLook(m_theme, size(), m_isLarge);
    setStyleSheet(m_look.sheet());
    m_frame = new QWidget(this);
    m_column->addWidget(m_frame);
    m_body = new QVBoxLayout(m_frame);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    if (m_isLow) {
        m_body->addSpacing(height() / 4); // keys are within reach of who sits
    }
    drawHead();
    m_start = startPage();
    m_body->addWidget(m_start, 1);
    m_again = {};
    m_isDone = false;
    m_frame->show(); // at once: else there is a moment in which the window is empty
    touch();
    if (leavesCard) {
        Q_EMIT cardLeft();
    }
}

void KioskWindow::drawHead()
{
    auto *head = new QWidget(m_frame);
    head->setObjectName(QStringLiteral("kioskHead"));
    head->setAttribute(Qt::WA_StyledBackground);
    auto *lines = new QVBoxLayout(head);
    lines->setContentsMargins(m_look.px(40), m_look.px(10), m_look.px(40), m_look.px(10));
    lines->setSpacing(m_look.px(8));
    auto *row = new QHBoxLayout;
    row->setSpacing(m_look.px(12));
    auto *unit = new QLabel(m_place.unitName, head);
    unit->setTextFormat(Qt::PlainText);
    unit->setWordWrap(true);
    if (m_look.columns() == 1) { // upright, they stand under one another
        lines->addWidget(unit);
        row->addStretch(1);
    } else {
        row->addWidget(unit, 1);
    }
    lines->addLayout(row);
    const auto button = [this, head, row](const QString &text, void (KioskWindow::*act)()) {
        auto *made = new QPushButton(text, head);
        made->setProperty("kiosk", QStringLiteral("head"));
        connect(made, &QPushButton::clicked, this, act, Qt::QueuedConnection); // it is gone when this is done
        row->addWidget(made);
    };
    // Each language is offered in its own words, for whoever reads no other.
    button(m_words.language() == Language::Code::Vietnamese ? QStringLiteral("English") : QStringLiteral("Tiếng Việt"), &KioskWindow::turnLanguage);
    button(m_words(m_isLarge ? QT_TRANSLATE_NOOP("Kiosk", "A− Smaller") : QT_TRANSLATE_NOOP("Kiosk", "A+ Larger")), &KioskWindow::turnLarge);
    button(m_words(m_isLow ? QT_TRANSLATE_NOOP("Kiosk", "↑ Higher") : QT_TRANSLATE_NOOP("Kiosk", "↓ Lower")), &KioskWindow::turnLow);
    m_body->addWidget(head);
    if (m_place.isTraining) {
        auto *training = new QLabel(m_words(QT_TRANSLATE_NOOP("Kiosk", "TRAINING, NO LEGAL EFFECT")), m_frame);
        training->setProperty("kiosk", QStringLiteral("training"));
        training->setAlignment(Qt::AlignCenter);
        m_body->addWidget(training);
    }
}

const char *KioskWindow::whyNoNumber() const
{
    switch (m_giving) {
    case Giving::Yes:
        return m_paperFails ? QT_TRANSLATE_NOOP("Kiosk", "Tickets are not printed just now. You get a number all the same, and it is shown here.") : nullptr;
    case Giving::NotKnownYet:
        return nullptr;
    case Giving::Closed:
        return QT_TRANSLATE_NOOP("Kiosk", "The centre is closed today, so no numbers are given.");
    case Giving::Over:
        return m_plan.offers.contains(KioskPlan::Offer::Appointment)
            ? QT_TRANSLATE_NOOP("Kiosk", "The last number of today has been given. Who has an appointment gets theirs; others please come again on the next working day.")
            : QT_TRANSLATE_NOOP("Kiosk", "The last number of today has been given. Please come again on the next working day.");
    case Giving::OutOfReach:
        return QT_TRANSLATE_NOOP("Kiosk", "Numbers cannot be given here just now. Please ask the guide.");
    case Giving::Stopped:
        return QT_TRANSLATE_NOOP("Kiosk", "The centre is closed for now. Whoever has a number keeps their place.");
    }
    return nullptr;
}

/** Whoever is expected gets a number also when no more are drawn. */
bool KioskWindow::gives(KioskPlan::Offer offer) const
{
    const bool isOpen = m_giving == Giving::Yes || m_giving == Giving::NotKnownYet;
    return offer == KioskPlan::Offer::Appointment ? isOpen || m_giving == Giving::Over : offer != KioskPlan::Offer::Ticket || isOpen;
}

QWidget *KioskWindow::startPage()
{
    auto *page = new QWidget(m_frame);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(m_look.px(40), m_look.px(24), m_look.px(40), m_look.px(16));
    column->setSpacing(m_look.px(16));
    auto *welcome = new QLabel(m_words(QT_TRANSLATE_NOOP("Kiosk", "Welcome. What can we do for you?")), page);
    welcome->setProperty("kiosk", QStringLiteral("title"));
    welcome->setWordWrap(true);
    column->addWidget(welcome);
    if (const char *told = whyNoNumber()) {
        const QString why = m_giving == Giving::Stopped ? m_words.label(m_why.text, m_why.textEn) : QString();
        auto *line = new QLabel(why.isEmpty() ? m_words(told) : why + u'\n' + m_words(told), page);
        line->setTextFormat(Qt::PlainText);
        line->setProperty("kiosk", QStringLiteral("told"));
        line->setWordWrap(true);
        column->addWidget(line);
    }
    if (m_cardLies) {
        auto *line = new QLabel(m_words(QT_TRANSLATE_NOOP("Kiosk", "A card lies on the reader. If it is yours, use it here or take it with you. If not, please give it to the guide.")), page);
        line->setProperty("kiosk", QStringLiteral("told"));
        line->setWordWrap(true);
        column->addWidget(line);
    }
    auto *tiles = new QGridLayout;
    tiles->setSpacing(m_look.px(16));
    const int columns = m_look.columns();
    for (qsizetype at = 0; at < m_plan.offers.size(); ++at) {
        const KioskPlan::Offer offer = m_plan.offers.at(at);
        auto *tile = new QPushButton(m_look.wrapped(m_words(titleOf(offer)), 27, true, columns), page);
        tile->setProperty("kiosk", QStringLiteral("tile"));
        tile->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        tile->setMaximumHeight(m_look.px(220));
        tile->setEnabled(gives(offer));
        connect(tile, &QPushButton::clicked, this, [this, offer] { open(offer); }, Qt::QueuedConnection);
        tiles->addWidget(tile, static_cast<int>(at) / columns, static_cast<int>(at) % columns);
        if (at == 0 && isVisible()) {
            tile->setFocus(Qt::OtherFocusReason);
        }
    }
    column->addLayout(tiles, 1);
    auto *staff = new QPushButton(m_words(QT_TRANSLATE_NOOP("Kiosk", "Staff")), page);
    staff->setProperty("kiosk", QStringLiteral("row"));
    connect(staff, &QPushButton::clicked, this, &KioskWindow::staffAsked, Qt::QueuedConnection);
    column->addWidget(staff, 0, Qt::AlignRight);
    return page;
}

void KioskWindow::open(KioskPlan::Offer offer)
{
    switch (offer) {
    case KioskPlan::Offer::Ticket:
        openTicket({});
        break;
    case KioskPlan::Offer::Identify:
        openCard();
        return; // what is shown of it, its own way brings again
    case KioskPlan::Offer::Appointment: {
        auto *page = new KioskAppointmentPage(m_look, m_words, this);
        connect(page, &KioskAppointmentPage::came, this, &KioskWindow::came);
        put(page);
        break;
    }
    case KioskPlan::Offer::Dossier: {
        auto *page = new KioskDossierPage(m_look, m_words, this);
        connect(page, &KioskDossierPage::asked, this, &KioskWindow::tracked);
        put(page);
        break;
    }
    case KioskPlan::Offer::Procedures: {
        auto *page = new KioskProcedurePage(m_procedures, m_today, m_prints, m_look, m_words, this);
        connect(page, &KioskProcedurePage::printAsked, this, &KioskWindow::printAsked);
        put(page);
        break;
    }
    case KioskPlan::Offer::Feedback: {
        auto *page = new KioskFeedbackPage(m_plan.reasons, m_look, m_words, this);
        connect(page, &KioskFeedbackPage::given, this, &KioskWindow::given);
        put(page);
        break;
    }
    }
    if (offer != KioskPlan::Offer::Ticket) {
        m_again = [this, offer] { open(offer); };
    }
}

void KioskWindow::put(KioskPage *page)
{
    draw();
    delete m_start;
    m_page = page;
    page->setParent(m_frame);
    m_body->addWidget(page, 1);
    auto *foot = new QWidget(m_frame);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(m_look.px(40), 0, m_look.px(40), m_look.px(20));
    row->setSpacing(m_look.px(16));
    auto *before = new QPushButton(m_words(QT_TRANSLATE_NOOP("Kiosk", "← Back")), foot);
    auto *begin = new QPushButton(m_words(QT_TRANSLATE_NOOP("Kiosk", "Start page")), foot);
    connect(before, &QPushButton::clicked, this, &KioskWindow::back, Qt::QueuedConnection);
    connect(begin, &QPushButton::clicked, this, &KioskWindow::startAgain, Qt::QueuedConnection);
    row->addWidget(before);
    row->addWidget(begin);
    row->addStretch(1);
    m_body->addWidget(foot);
    page->show();
    foot->show();
    if (QWidget *first = page->firstField()) {
        first->setFocus(Qt::OtherFocusReason);
    } else {
        begin->setFocus(Qt::OtherFocusReason);
    }
    touch();
}

void KioskWindow::startAgain()
{
    const bool wasElsewhere = m_page || m_isDone || m_isLarge || m_isLow || m_words.language() != Language::Code::Vietnamese;
    m_isLarge = false;
    m_isLow = false;
    m_words = KioskWords();
    if (wasElsewhere || !m_start) {
        draw();
    }
    m_idle.stop(); // nobody is here
    Q_EMIT startedAgain();
}

void KioskWindow::back()
{
    if (!m_page) {
        return;
    }
    if (!m_isDone && m_page->back()) {
        touch();
        return;
    }
    draw();
}

void KioskWindow::showDrawn(const KioskNumberPage::Drawn &drawn, KioskNumberPage::Paper paper)
{
    put(new KioskNumberPage(drawn, paper, m_look, m_words, this));
    m_again = [this, drawn, paper] { showDrawn(drawn, paper); };
    m_isDone = true;
    touch();
}

void KioskWindow::showPaper(const QString &number, KioskNumberPage::Paper paper)
{
    auto *page = qobject_cast<KioskNumberPage *>(m_page);
    if (page && page->number() == number) {
        page->setPaper(paper);
        m_again = [this, drawn = page->drawn(), paper] { showDrawn(drawn, paper); };
    }
}

void KioskWindow::showTracked(const TrackedDossier &found)
{
    if (auto *page = qobject_cast<KioskDossierPage *>(m_page)) {
        page->showFound(found);
    }
}

void KioskWindow::showRefused(const char *told)
{
    if (auto *dossier = qobject_cast<KioskDossierPage *>(m_page)) {
        dossier->showRefused(m_words(told));
    } else if (auto *feedback = qobject_cast<KioskFeedbackPage *>(m_page)) {
        feedback->showRefused(m_words(told));
    } else if (auto *appointment = qobject_cast<KioskAppointmentPage *>(m_page)) {
        appointment->showRefused(m_words(told));
    } else if (m_page) {
        tellDone(QT_TRANSLATE_NOOP("Kiosk", "Sorry"), told);
    }
}

void KioskWindow::showRefused(const char *told, const QString &what)
{
    if (auto *appointment = qobject_cast<KioskAppointmentPage *>(m_page)) {
        appointment->showRefused(m_words(told).arg(what));
    }
}

void KioskWindow::showPrinted(const char *told)
{
    if (auto *page = qobject_cast<KioskProcedurePage *>(m_page)) {
        page->showPrinted(m_words(told));
    }
}

void KioskWindow::showThanks()
{
    if (!m_page) {
        return;
    }
    tellDone(QT_TRANSLATE_NOOP("Kiosk", "Thank you"), QT_TRANSLATE_NOOP("Kiosk", "What you said is kept, without your name."));
}

void KioskWindow::tellDone(const char *title, const char *told)
{
    put(new TellingPage(m_words(title), m_words(told), m_look, m_words, this));
    m_again = [this, title, told] { tellDone(title, told); };
    m_isDone = true;
    touch();
}

void KioskWindow::takeDossier(const QString &code)
{
    if (!m_plan.offers.contains(KioskPlan::Offer::Dossier)) {
        return;
    }
    if (!qobject_cast<KioskDossierPage *>(m_page)) {
        open(KioskPlan::Offer::Dossier);
    }
    static_cast<KioskDossierPage *>(m_page.data())->setCode(code);
    touch();
}

void KioskWindow::takeTicket(const QString &number)
{
    if (auto *page = qobject_cast<KioskFeedbackPage *>(m_page)) {
        page->setTicket(number);
        touch();
    }
}

void KioskWindow::takeAppointment(const QString &code)
{
    if (!gives(KioskPlan::Offer::Appointment) || !m_plan.offers.contains(KioskPlan::Offer::Appointment)) {
        return; // the start page says why
    }
    if (!qobject_cast<KioskAppointmentPage *>(m_page)) {
        open(KioskPlan::Offer::Appointment);
    }
    static_cast<KioskAppointmentPage *>(m_page.data())->takeCode(code);
    touch();
}

// A page that asks begins anew: nobody has typed much before they see that it is too small.
void KioskWindow::drawAgain()
{
    const std::function<void()> again = m_again;
    m_isRedrawn = true;
    draw();
    if (again) {
        again();
    }
    m_isRedrawn = false;
}

void KioskWindow::turnLanguage()
{
    m_words = KioskWords(m_words.language() == Language::Code::Vietnamese ? Language::Code::English : Language::Code::Vietnamese);
    drawAgain();
}

void KioskWindow::turnLarge()
{
    m_isLarge = !m_isLarge;
    drawAgain();
}

void KioskWindow::turnLow()
{
    m_isLow = !m_isLow;
    drawAgain();
}

void KioskWindow::touch()
{
    const int told = m_isDone ? m_plan.doneSeconds : m_plan.idleSeconds;
    m_idle.start(m_idleMs > 0 ? m_idleMs : told * 1000);
}

bool KioskWindow::eventFilter(QObject *watched, QEvent *event)
{
    const bool isTouch = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseMove || event->type() == QEvent::KeyPress
        || event->type() == QEvent::TouchBegin || event->type() == QEvent::Wheel;
    if (isTouch && isVisible()) {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && widget->window() == this) {
            touch();
        }
    }
    return QWidget::eventFilter(watched, event);
}

void KioskWindow::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Escape) {
        back();
    } else if (key == Qt::Key_F12) {
        Q_EMIT staffAsked();
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (auto *button = qobject_cast<QPushButton *>(focusWidget())) {
            button->click();
        }
    } else {
        QWidget::keyPressEvent(event);
    }
}

void KioskWindow::closeEvent(QCloseEvent *event)
{
    event->ignore(); // nobody who stands here may
}

void KioskWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_start) {
        draw();
    }
}

} // namespace motcua
