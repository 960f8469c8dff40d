// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/citizen/CitizenWindow.h"

#include "ui/citizen/SignaturePad.h"
#include "ui/widgets/CodeView.h"
#include "ui/widgets/WrapLabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QScroller>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int Margin = 24; // px
constexpr int TouchHeight = 64; // px, for a finger
constexpr int ButtonFrame = 8; // px of border and padding that a style sheet adds to a button's height
constexpr double Normal = 1.5; // of the officer's text
constexpr double Large = 2.2;
constexpr double Title = 1.25; // of the lines

QLabel *words(QWidget *parent, const char *tone = "")
{
    auto *label = new WrapLabel(parent);
    label->setProperty("tone", QLatin1String(tone));
    return label;
}

QPushButton *button(const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setMinimumHeight(TouchHeight);
    made->setMinimumWidth(TouchHeight);
    made->setFocusPolicy(Qt::NoFocus); // a finger presses it; the keyboard stays with the officer
    return made;
}

} // namespace

CitizenWindow::CitizenWindow(QWidget *parent)
    : QFrame(parent, Qt::Window | Qt::FramelessWindowHint)
{
    setAttribute(Qt::WA_ShowWithoutActivating); // the caret stays where the officer types ...
    setWindowFlag(Qt::WindowDoesNotAcceptFocus); // ... also when a finger presses here
    setProperty("ground", QStringLiteral("page"));
    setMinimumSize(800, 480);
    m_unit = words(this);
    m_desk = words(this, "secondary");
    m_ask = words(this);
    m_body = new QWidget(this);
    m_scroll = new QScrollArea(m_body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    QScroller::grabGesture(m_scroll->viewport(), QScroller::TouchGesture);
    m_promise = words(m_body);
    m_due = words(m_body);
    m_code = new CodeView(m_body);
    m_up = button(QStringLiteral("▲"), m_body);
    m_down = button(QStringLiteral("▼"), m_body);
    m_up->setAccessibleName(tr("Up"));
    m_down->setAccessibleName(tr("Down"));
    m_larger = button({}, m_body);
    m_wrong = button(tr("Something is wrong"), m_body);
    m_sign = button(tr("Sign here"), m_body);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(m_scroll, 1);
    middle->addWidget(m_code, 0, Qt::AlignTop); // beside what is read, so that it takes no line from it
    auto *foot = new QHBoxLayout;
    foot->setSpacing(24);
    foot->addWidget(m_promise, 3);
    foot->addWidget(m_due, 2);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(16);
    buttons->addWidget(m_larger);
    buttons->addStretch(1);
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addStretch(1);
    buttons->addWidget(m_wrong);
    buttons->addWidget(m_sign);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(12);
    body->addLayout(middle, 1);
    body->addLayout(foot);
    body->addLayout(buttons);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->setSpacing(8);
    column->addWidget(m_ask);
    column->addWidget(m_unit);
    column->addWidget(m_desk);
    column->addWidget(m_body, 1);
    makePad();
    column->addWidget(m_signing, 1);
    connect(m_up, &QPushButton::clicked, this, [this] { scrollBy(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { scrollBy(1); });
    connect(m_larger, &QPushButton::clicked, this, [this] { setLarge(!m_large); });
    connect(m_wrong, &QPushButton::clicked, this, &CitizenWindow::wrongTold);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &CitizenWindow::drawScrollers);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &CitizenWindow::drawScrollers);
    draw();
}

void CitizenWindow::makePad()
{
    m_signing = new QWidget(this);
    m_pad = new SignaturePad(m_signing);
    m_padTold = words(m_signing);
    QPushButton *back = button(tr("Back"), m_signing);
    QPushButton *clear = button(tr("Clear"), m_signing);
    QPushButton *done = button(tr("Done"), m_signing);
    m_padButtons = {back, clear, done};
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(16);
    buttons->addWidget(back);
    buttons->addStretch(1);
    buttons->addWidget(clear);
    buttons->addWidget(done);
    auto *column = new QVBoxLayout(m_signing);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_pad, 1);
    column->addWidget(m_padTold);
    column->addLayout(buttons);
    m_signing->hide();
    connect(m_sign, &QPushButton::clicked, this, [this] { setSigning(true); });
    connect(back, &QPushButton::clicked, this, [this] { setSigning(false); });
    connect(clear, &QPushButton::clicked, m_pad, &SignaturePad::clear);
    connect(done, &QPushButton::clicked, this, &CitizenWindow::finishSigning);
    connect(m_pad, &SignaturePad::drawn, m_padTold, &QLabel::clear);
}

void CitizenWindow::setSigning(bool isSigning)
{
    m_pad->clear();
    m_padTold->clear();
    // The one that goes is hidden first: for a moment both would share the room.
    if (isSigning) {
        m_body->hide();
    }
    m_signing->setVisible(isSigning);
    m_body->setVisible(m_review && !isSigning);
    m_ask->setText(isSigning ? tr("Sign below with a finger or a pen.") : tr("Please read: what is wrong is put right before you sign."));
}

void CitizenWindow::finishSigning()
{
    const SignatureStrokes strokes = m_pad->strokes();
    if (!strokes.isSignature()) {
        m_pad->clear();
        m_padTold->setText(tr("This is too little for a signature. Please sign again, larger."));
        return;
    }
    setSigning(false);
    Q_EMIT signedByHand(strokes);
}

void CitizenWindow::setPlace(const QString &unit, const QString &desk)
{
    m_unit->setText(unit);
    m_desk->setText(desk);
}

void CitizenWindow::setReview(const std::optional<CitizenReview> &review)
{
    if (review == m_review) {
        return;
    }
    const bool isOther = !review || !m_review || review->procedure != m_review->procedure;
    const int place = isOther ? 0 : m_scroll->verticalScrollBar()->value();
    m_review = review;
    m_wasRead = m_wasRead && !isOther;
    setSigning(false); // what was drawn was drawn under something else
    if (!m_review) {
        m_large = false; // the next person has their own eyes
    }
    draw();
    m_scroll->verticalScrollBar()->setValue(place);
}

void CitizenWindow::setLarge(bool large)
{
    m_large = large;
    draw();
}

void CitizenWindow::draw()
{
    const double scale = m_large ? Large : Normal;
    const auto sized = [this](double times, bool bold = false) {
        QFont scaled = font();
        scaled.setPixelSize(qRound(fontInfo().pixelSize() * times));
        scaled.setBold(bold);
        return scaled;
    };
    // A style sheet that names a size wins over a font: the size is said the same way.
    const auto wear = [&sized](QWidget *widget, double times, bool bold = false) {
        widget->setStyleSheet(QStringLiteral("font-size: %1px; font-weight: %2;")
                                  .arg(QString::number(sized(times).pixelSize()), bold ? QStringLiteral("bold") : QStringLiteral("normal")));
    };
    m_body->setVisible(m_review.has_value());
    m_ask->setVisible(m_review.has_value());
    m_unit->setVisible(!m_review); // who sits there knows where they are, and every line is one less to read in
    m_desk->setVisible(!m_review);
    wear(m_unit, Large, true);
    wear(m_desk, Large);
    delete m_scroll->takeWidget();
    m_lines = nullptr;
    if (!m_review) {
        return; // no letter of it is left on the screen
    }
    m_ask->setText(tr("Please read: what is wrong is put right before you sign."));
    wear(m_ask, Normal, true);
    wear(m_padTold, Normal, true);
    const QList<QPushButton *> pressed = QList<QPushButton *>{m_up, m_down, m_larger, m_wrong, m_sign} + m_padButtons;
    for (QPushButton *one : pressed) {
        wear(one, Normal);
        // The style sheet of the windows says how high a button is; said here, it is a finger's.
        one->setStyleSheet(one->styleSheet() + QStringLiteral(" min-height: %1px; min-width: %1px;").arg(TouchHeight - ButtonFrame));
    }
    m_larger->setText(m_large ? tr("Smaller letters") : tr("Larger letters"));
    m_lines = new QWidget;
    m_lines->setProperty("ground", QStringLiteral("page"));
    m_lines->setAttribute(Qt::WA_StyledBackground);
    auto *grid = new QGridLayout(m_lines);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    int row = 0;
    const auto title = [&](const QString &text, double times) {
        QLabel *label = words(m_lines);
        label->setText(text);
        wear(label, times, true);
        grid->addWidget(label, row++, 0, 1, 2);
    };
    title(m_review->procedure, scale * Title);
    for (const ReviewLine &line : std::as_const(m_review->lines)) {
        if (line.value.isEmpty()) {
            title(line.label, scale);
            continue;
        }
        QLabel *label = words(m_lines, "secondary");
        label->setText(line.label);
        wear(label, scale);
        QLabel *value = words(m_lines);
        value->setText(line.value);
        wear(value, scale, true);
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(value, row++, 1, Qt::AlignTop);
    }
    grid->setRowStretch(row, 1);
    m_scroll->setWidget(m_lines);
    m_promise->setText(m_review->promise.isEmpty() ? QString() : tr("Result: %1").arg(m_review->promise));
    m_promise->setVisible(!m_review->promise.isEmpty());
    m_due->setText(tr("To pay: %1").arg(m_review->due));
    m_due->setVisible(!m_review->due.isEmpty());
    wear(m_promise, Normal, true);
    wear(m_due, Normal, true);
    m_code->setSymbol(m_review->payment);
    drawScrollers();
}

void CitizenWindow::scrollBy(int pages)
{
    QScrollBar *bar = m_scroll->verticalScrollBar();
    bar->setValue(bar->value() + pages * bar->pageStep() * 9 / 10); // a line of the last page stays to go on from
}

void CitizenWindow::drawScrollers()
{
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    const bool scrolls = bar->maximum() > 0;
    m_up->setVisible(scrolls);
    m_down->setVisible(scrolls);
    m_up->setEnabled(bar->value() > 0);
    m_down->setEnabled(bar->value() < bar->maximum());
    m_wasRead = m_wasRead || (scrolls && bar->value() == bar->maximum());
    m_sign->setVisible(m_review && m_review->signs);
    m_sign->setEnabled(m_wasRead || !scrolls);
}

} // namespace motcua
