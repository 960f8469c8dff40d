// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/CardPage.h"

#include "ui/widgets/Restyle.h"
#include "ui/widgets/WrapLabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QVBoxLayout>

#include <utility>

namespace motcua {

namespace {

constexpr int PhotoWidth = 168; // px, as wide as 3 to 4 asks for
constexpr int PhotoHeight = 224;
constexpr int KeyWidth = 360;
constexpr int LabelLetters = 24; // of average width, which grow with the text
constexpr int ChecksLetters = 33;
constexpr int LongestKey = 200; // characters: three lines of a zone and what stands between them

} // namespace

CardPage::CardPage(QWidget *parent)
    : Page(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(12);

    m_keyBox = new QFrame(this);
    m_keyBox->setProperty("card", true);
    auto *keyColumn = new QVBoxLayout(m_keyBox);
    keyColumn->setContentsMargins(16, 12, 16, 12);
    keyColumn->setSpacing(8);
    m_keyTitle = new WrapLabel(m_keyBox);
    m_keyTitle->setProperty("level", QStringLiteral("heading"));
    m_key = new QLineEdit(m_keyBox);
    m_key->setObjectName(QStringLiteral("cardKey"));
    m_key->setMaxLength(LongestKey);
    m_key->setMaximumWidth(KeyWidth);
    m_key->setInputMethodHints(Qt::ImhPreferUppercase | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    m_keyTitle->setBuddy(m_key);
    m_keyHint = new WrapLabel(m_keyBox);
    m_keyHint->setProperty("tone", QStringLiteral("secondary"));
    keyColumn->addWidget(m_keyTitle);
    keyColumn->addWidget(m_key);
    keyColumn->addWidget(m_keyHint);
    column->addWidget(m_keyBox);

    m_fault = new WrapLabel(this);
    m_fault->setProperty("tone", QStringLiteral("danger"));
    column->addWidget(m_fault);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_shape = new QLabel(this);
    m_shape->setProperty("level", QStringLiteral("heading"));
    m_mark = new WrapLabel(this);
    m_mark->setProperty("level", QStringLiteral("heading"));
    head->addWidget(m_shape, 0, Qt::AlignTop);
    head->addWidget(m_mark, 1);
    column->addLayout(head);
    m_sentence = new WrapLabel(this);
    column->addWidget(m_sentence);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 100);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Reading of the card"));
    column->addWidget(m_progress);

    m_read = new QWidget(this);
    auto *body = new QHBoxLayout(m_read);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(20);
    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    m_photo = new QLabel(m_read);
    m_photo->setObjectName(QStringLiteral("cardPhoto"));
    m_photo->setFixedSize(PhotoWidth, PhotoHeight);
    m_photo->setAlignment(Qt::AlignCenter);
    m_photo->setWordWrap(true);
    left->addWidget(m_photo);
    m_checks = new QVBoxLayout;
    m_checks->setSpacing(6);
    left->addLayout(m_checks);
    left->addStretch(1);
    body->addLayout(left);
    auto *right = new QVBoxLayout;
    m_lines = new QGridLayout;
    m_lines->setHorizontalSpacing(12);
    m_lines->setVerticalSpacing(2);
    m_lines->setColumnStretch(2, 1);
    right->addLayout(m_lines);
    right->addStretch(1);
    body->addLayout(right, 1);
    column->addWidget(m_read);
    column->addStretch(1);
    connect(m_key, &QLineEdit::textChanged, this, &CardPage::actsChanged);
    setView({});
}

void CardPage::setView(const CardView &view)
{
    const auto wants = [](const CardView &one) { return one.wants == CardView::Wants::Key || one.wants == CardView::Wants::Zone; };
    const bool wanted = wants(view);
    const bool wasWanted = wants(m_view) && !m_keyBox->isHidden();
    const bool samePhoto = view.photo.cacheKey() == m_view.photo.cacheKey() && view.noPhoto == m_view.noPhoto;
    m_view = view;
    if (wasWanted && !wanted && m_key->hasFocus()) {
        setFocus(); // what had the keyboard is about to go
    }
    drawKey();
    m_keyBox->setVisible(wanted);
    m_fault->setText(view.fault);
    m_fault->setVisible(!view.fault.isEmpty());
    m_progress->setVisible(view.wants == CardView::Wants::Time);
    if (view.wants != CardView::Wants::Time) {
        m_progress->setValue(0);
    }
    drawMark();
    drawLines();
    drawChecks();
    if (!samePhoto || m_photo->text().isEmpty()) {
        drawPhoto();
    }
    m_read->setVisible(!view.lines.isEmpty());
    speak();
    if (wanted && !wasWanted && isVisible()) {
        m_key->setFocus();
    }
    Q_EMIT actsChanged();
}

void CardPage::drawKey()
{
    const bool isZone = m_view.wants == CardView::Wants::Zone;
    m_keyTitle->setText(isZone ? tr("The machine-readable lines") : tr("What opens the chip"));
    m_keyHint->setText(isZone
            ? tr("The lines of letters and arrows, at the foot of the passport's page or on the back of the card, one behind the other with a space between. They "
                 "prove nobody: compare document and person.")
            : tr("The 12 digits of the number or its last 6, or scan the QR code of the card. Passport: the lines of letters and arrows at the foot of the page, "
                 "or its number, date of birth and last day as YYMMDD with spaces between."));
    m_key->setMaximumWidth(isZone ? QWIDGETSIZE_MAX : KeyWidth);
    m_key->setAccessibleDescription(m_keyHint->text());
}

void CardPage::drawMark()
{
    m_shape->setText(m_view.mark.shape);
    m_mark->setText(m_view.mark.words);
    m_shape->setVisible(!m_view.mark.words.isEmpty());
    m_mark->setVisible(!m_view.mark.words.isEmpty());
    restyle(m_shape, "tone", m_view.mark.tone);
    restyle(m_mark, "tone", m_view.mark.tone);
    m_sentence->setText(m_view.sentence);
    m_sentence->setVisible(!m_view.sentence.isEmpty());
}

void CardPage::drawLines()
{
    qDeleteAll(std::exchange(m_drawn, {}));
    int row = 0;
    const auto put = [this](const QString &text, const QString &tone, int at, int column) {
        auto *label = new WrapLabel(m_read);
        label->setText(text);
        if (!tone.isEmpty()) {
            label->setProperty("tone", tone);
        }
        m_lines->addWidget(label, at, column, Qt::AlignTop);
        m_drawn.append(label);
        return label;
    };
    for (const CardLine &line : std::as_const(m_view.lines)) {
        put(line.label, QStringLiteral("secondary"), row, 0)->setFixedWidth(LabelLetters * fontMetrics().averageCharWidth());
        put(line.value, {}, row, 2);
        WrapLabel *mark = put(line.shape, QStringLiteral("secondary"), row, 1);
        mark->setToolTip(line.source);
        mark->setAccessibleName(line.source);
        ++row;
        if (!line.contradiction.isEmpty()) {
            put(QStringLiteral("!"), QStringLiteral("warning"), row, 1);
            put(line.contradiction, QStringLiteral("warning"), row++, 2);
        }
    }
}

void CardPage::drawChecks()
{
    qDeleteAll(std::exchange(m_drawnChecks, {}));
    for (const CheckLine &check : std::as_const(m_view.checks)) {
        auto *label = new WrapLabel(m_read);
        label->setText(check.shape + QStringLiteral("  ") + check.words);
        label->setProperty("tone", check.tone);
        const int width = ChecksLetters * fontMetrics().averageCharWidth();
        label->setFixedWidth(width);
        label->setMinimumHeight(label->heightForWidth(width)); // what stands above it has a height of its own
        m_checks->addWidget(label);
        m_drawnChecks.append(label);
    }
}

void CardPage::drawPhoto()
{
    if (m_view.photo.isNull()) {
        m_photo->setPixmap({});
        m_photo->setText(m_view.noPhoto.isEmpty() ? QStringLiteral("…") : m_view.noPhoto);
        m_photo->setAccessibleName(m_view.noPhoto);
        return;
    }
    const qreal scale = devicePixelRatioF();
    QPixmap shown = QPixmap::fromImage(m_view.photo)
                        .scaled(QSize(PhotoWidth - 2, PhotoHeight - 2) * scale, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    shown.setDevicePixelRatio(scale);
    m_photo->setPixmap(shown);
    m_photo->setAccessibleName(tr("Photograph in the chip"));
}

// The page has the keyboard once the key is known, so it says what stands on it.
void CardPage::speak()
{
    QStringList spoken{m_view.fault, m_view.mark.words, m_view.sentence};
    for (const CardLine &line : std::as_const(m_view.lines)) {
        spoken.append(line.label + QStringLiteral(": ") + line.value + QStringLiteral(", ") + line.source
            + (line.contradiction.isEmpty() ? QString() : QStringLiteral("; ") + line.contradiction));
    }
    for (const CheckLine &check : std::as_const(m_view.checks)) {
        spoken.append(check.words);
    }
    spoken.removeAll(QString());
    setAccessibleName(heading());
    setAccessibleDescription(spoken.join(u'\n'));
}

void CardPage::setProgress(int percent)
{
    m_progress->setValue(percent);
}

void CardPage::emptyKey()
{
    m_key->clear();
}

QString CardPage::heading() const
{
    return tr("Who is here");
}

QList<PageAct> CardPage::acts() const
{
    QList<PageAct> acts{{KeyAct::ReadCard, tr("Without the chip…"), {}, true}};
    if (m_view.mayReadAnother) {
        acts.prepend({KeyAct::AddRow, tr("Another card"), {}, true});
    }
    if (m_view.wants == CardView::Wants::Card || m_view.wants == CardView::Wants::Time) {
        acts.prepend({KeyAct::Drop, tr("Stop reading"), {}, true});
    }
    if (m_view.mayTakeZone) {
        acts.append({KeyAct::TakeOffer, tr("The lines alone"), {}, true});
    }
    switch (m_view.wants) {
    case CardView::Wants::Zone:
        acts.append({KeyAct::Main, tr("Take what the lines say"),
            m_key->text().trimmed().isEmpty() ? tr("Nothing is typed yet. Type the lines of the document, or scan them.") : QString(), true});
        break;
    case CardView::Wants::Key:
        acts.append({KeyAct::Main, tr("Open the chip"),
            m_key->text().trimmed().isEmpty() ? tr("Nothing is typed yet. Type the last 6 digits of the number, or scan the QR code of the card.") : QString(), true});
        break;
    case CardView::Wants::Card:
        acts.append({KeyAct::Main, tr("Read the card"), tr("No card lies on the reader. Lay it there; it is read by itself, and nothing has to be typed twice."), true});
        break;
    case CardView::Wants::Time:
        acts.append({KeyAct::Main, tr("Into the form"), tr("The card is still being read. Leave it where it is for a moment."), true});
        break;
    case CardView::Wants::Nothing:
        acts.append({KeyAct::Main, m_view.canReadAgain ? (m_view.mark.words.isEmpty() && m_view.fault.isEmpty() ? tr("Read the card") : tr("Read again")) : tr("Go on"), {}, true});
        break;
    }
    return acts;
}

void CardPage::perform(KeyAct act, int)
{
    if (act == KeyAct::ReadCard) {
        Q_EMIT otherWaysAsked();
    } else if (act == KeyAct::Drop) {
        Q_EMIT stopAsked();
    } else if (act == KeyAct::AddRow) {
        Q_EMIT anotherAsked();
    } else if ((act == KeyAct::TakeOffer && m_view.mayTakeZone) || (act == KeyAct::Main && m_view.wants == CardView::Wants::Zone)) {
        Q_EMIT zoneAsked(m_keyBox->isHidden() ? QString() : m_key->text());
    } else if (act == KeyAct::Main && m_view.wants == CardView::Wants::Key) {
        Q_EMIT keyTyped(m_key->text());
    } else if (act == KeyAct::Main && m_view.canReadAgain) {
        Q_EMIT readAgain();
    } else if (act == KeyAct::Main) {
        Q_EMIT taken();
    }
}

bool CardPage::enter(QWidget *focused)
{
    if (focused == m_key && !m_key->text().trimmed().isEmpty()) {
        if (m_view.wants == CardView::Wants::Zone) {
            Q_EMIT zoneAsked(m_key->text());
        } else {
            Q_EMIT keyTyped(m_key->text());
        }
        return true;
    }
    return focused == m_key;
}

QWidget *CardPage::firstField() const
{
    const bool isTyped = m_view.wants == CardView::Wants::Key || m_view.wants == CardView::Wants::Zone;
    return isTyped ? static_cast<QWidget *>(m_key) : const_cast<CardPage *>(this);
}

} // namespace motcua
