// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/VisitPanel.h"

#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/WrapLabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace motcua {

namespace {

constexpr int PhotoWidth = 84; // px
constexpr int PhotoHeight = 112;

QString orDash(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("—") : text;
}

} // namespace

VisitPanel::VisitPanel(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("visitPanel"));
    m_layout = new QBoxLayout(QBoxLayout::TopToBottom, this);
    m_layout->setContentsMargins(16, 12, 16, 12);
    m_layout->setSpacing(16);
    m_person = block(tr("SUBMITTER"));
    m_picture = new QLabel(m_person.frame);
    m_picture->setObjectName(QStringLiteral("visitPhoto"));
    m_picture->setAccessibleName(tr("Photograph in the chip"));
    m_picture->hide();
    auto *beside = static_cast<QGridLayout *>(m_person.frame->layout());
    beside->setRowStretch(beside->rowCount(), 1); // the lines stay together where the picture is higher ...
    m_person.frame->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // ... and what stands below keeps its place
    beside->addWidget(m_picture, 1, 1, beside->rowCount() - 1, 1, Qt::AlignTop);
    m_dossier = block(tr("DOSSIER OF THIS VISIT"));
    m_lines = new WrapLabel(m_dossier.frame);
    m_lines->setObjectName(QStringLiteral("visitDossiers"));
    auto *below = static_cast<QGridLayout *>(m_dossier.frame->layout());
    below->addWidget(m_lines, below->rowCount(), 0);
    m_now = block(tr("IF ACCEPTED NOW"));
    m_layout->addStretch(); // only what nothing else wants
    draw({});
}

VisitPanel::Block VisitPanel::block(const QString &title)
{
    Block made;
    made.frame = new QFrame(this);
    auto *lines = new QGridLayout(made.frame);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setHorizontalSpacing(8);
    lines->setVerticalSpacing(4);
    lines->setColumnStretch(0, 1);
    const auto line = [&made, lines] {
        auto *label = new WrapLabel(made.frame);
        lines->addWidget(label, lines->rowCount(), 0);
        return label;
    };
    made.title = line();
    made.title->setText(title);
    made.title->setProperty("level", QStringLiteral("section"));
    made.first = line();
    made.first->setProperty("level", QStringLiteral("heading"));
    made.first->installEventFilter(this);
    made.second = line();
    made.third = line();
    made.third->setProperty("tone", QStringLiteral("secondary"));
    m_layout->addWidget(made.frame);
    return made;
}

void VisitPanel::draw(const VisitFacts &facts)
{
    QString proof = facts.proof;
    m_person.second->setText(m_strip ? proof.replace(u'\n', QStringLiteral(" · ")) : proof); // a strip has one line for it
    m_person.third->hide();
    m_dossier.second->setText(facts.missing);
    m_dossier.third->hide();
    m_facts = facts;
    QStringList lines;
    for (const VisitLine &line : facts.dossiers) {
        if (m_strip && !line.isCurrent) {
            continue; // large text has room for one
        }
        lines.append(QStringLiteral("%1 %2  %3 · %4").arg(line.isCurrent ? QStringLiteral("▸") : QStringLiteral("  ")).arg(line.number).arg(line.name, line.state));
    }
    const bool several = facts.dossiers.size() > 1;
    m_dossier.title->setText(several ? tr("DOSSIERS OF THIS VISIT · Ctrl+1…9") : tr("DOSSIER OF THIS VISIT"));
    m_dossier.first->setVisible(!several);
    m_dossier.second->setVisible(!several && !facts.missing.isEmpty());
    m_lines->setText(lines.join(u'\n'));
    m_lines->setVisible(several);
    m_now.title->setText(facts.isAccepted ? tr("PROMISED") : tr("IF ACCEPTED NOW"));
    drawHeads();
    m_now.second->setText(facts.visitFee.isEmpty() ? tr("Fee: %1").arg(orDash(facts.fee))
                                                   : tr("Fee: %1; whole visit: %2").arg(orDash(facts.fee), facts.visitFee));
    m_now.third->setText(facts.promiseNote);
    m_now.third->setVisible(!facts.promiseNote.isEmpty());
}

void VisitPanel::setPhoto(const QImage &photo)
{
    if (photo.cacheKey() != m_photo.cacheKey()) {
        m_photo = photo;
        drawPhoto();
    }
}

/** A strip has no row for it; the page of the card shows it there. */
void VisitPanel::drawPhoto()
{
    m_picture->setVisible(!m_photo.isNull() && !m_strip);
    if (m_photo.isNull()) {
        m_picture->setPixmap({});
        return;
    }
    const qreal scale = devicePixelRatioF();
    QPixmap shown = QPixmap::fromImage(m_photo).scaled(QSize(PhotoWidth, PhotoHeight) * scale, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    shown.setDevicePixelRatio(scale);
    m_picture->setPixmap(shown);
    m_picture->setFixedSize(shown.deviceIndependentSize().toSize());
}

void VisitPanel::drawHeads()
{
    fit(m_person.first, orDash(m_facts.person));
    fit(m_dossier.first, orDash(m_facts.dossier));
    fit(m_now.first, tr("Result: %1").arg(orDash(m_facts.promise)));
}

/** In a strip each takes one line, and what has no room in it is heard and shown by the pointer all the same. */
void VisitPanel::fit(QLabel *label, const QString &text) const
{
    if (m_strip) {
        elideInto(label, text);
        return;
    }
    label->setText(text);
    label->setToolTip({});
    label->setAccessibleName(text);
}

bool VisitPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (m_strip && event->type() == QEvent::Resize) {
        drawHeads();
    }
    return QFrame::eventFilter(watched, event);
}

void VisitPanel::setStrip(bool strip)
{
    m_strip = strip;
    m_layout->setDirection(strip ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_layout->setContentsMargins(16, strip ? 4 : 12, 16, strip ? 4 : 12);
    m_layout->setSpacing(strip ? 32 : 16);
    // Side by side they share the width, which is room for two lines; one below the other they take what they need.
    int share = strip ? 2 : 0;
    for (const Block &one : {m_person, m_dossier, m_now}) {
        one.title->setVisible(!strip);
        one.first->setWordWrap(!strip);
        QSizePolicy policy = one.first->sizePolicy(); // which knows whether its height follows from its width
        policy.setHorizontalPolicy(strip ? QSizePolicy::Ignored : QSizePolicy::Preferred);
        one.first->setSizePolicy(policy);
        m_layout->setStretchFactor(one.frame, share);
        share = strip ? 3 : 0;
    }
    drawPhoto();
    draw(m_facts);
}

void VisitPanel::takeGuide(QWidget *guide)
{
    if (guide->parentWidget() != this) {
        m_layout->insertWidget(m_layout->count() - 1, guide, 1);
    }
}

} // namespace motcua
