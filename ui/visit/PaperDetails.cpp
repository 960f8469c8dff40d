// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/PaperDetails.h"

#include "ui/widgets/KeyButton.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua {

namespace {

// px; both upright A4
constexpr QSize SmallPicture{76, 104};
constexpr QSize LargePicture{124, 172};

} // namespace

PaperDetails::PaperDetails(QWidget *parent)
    : QWidget(parent)
{
    const auto line = [this](const QString &tone) {
        auto *label = new QLabel(this);
        label->setProperty("tone", tone);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        return label;
    };
    m_heading = line({});
    m_heading->setProperty("level", QStringLiteral("heading"));
    m_tray = new PageTray(this);
    m_trayKeys = line(QStringLiteral("secondary"));
    m_side = new QWidget(this);
    m_leftOutLine = new QWidget(m_side);
    m_leftOut = line({});
    m_restore = new KeyButton(tr("Restore"), QStringLiteral("B"), KeyButton::Role::Plain, m_leftOutLine);
    m_restore->setFocusPolicy(Qt::NoFocus); // its key does the same from the pages and from the list
    auto *leftOut = new QHBoxLayout(m_leftOutLine);
    leftOut->setContentsMargins(0, 0, 0, 0);
    leftOut->setSpacing(8);
    leftOut->addWidget(m_leftOut, 1);
    leftOut->addWidget(m_restore);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(4);
    side->addWidget(m_leftOutLine);
    side->addWidget(m_trayKeys);
    side->addStretch();
    m_progress = line(QStringLiteral("accent"));
    m_files = line({});
    m_whyNot = line(QStringLiteral("accent"));
    m_help = line({});
    m_kinds = line({});
    m_offer = line(QStringLiteral("accent"));
    m_ways = line(QStringLiteral("secondary"));
    m_signing = line(QStringLiteral("secondary"));
    m_reasonLabel = line({});
    m_reason = new QLineEdit(this);
    m_reason->setMaxLength(200);

    m_pages = new QGridLayout;
    m_pages->setContentsMargins(0, 0, 0, 0);
    m_pages->setHorizontalSpacing(12);
    m_pages->setVerticalSpacing(4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_heading);
    column->addWidget(m_progress);
    column->addLayout(m_pages, 1);
    for (QWidget *one : std::initializer_list<QWidget *>{m_files, m_whyNot, m_help, m_kinds, m_offer, m_ways, m_signing, m_reasonLabel, m_reason}) {
        column->addWidget(one);
    }
    column->addStretch();
    connect(m_restore, &QPushButton::clicked, this, &PaperDetails::restorePressed);
    setRoom(Room::Line);
}

void PaperDetails::setRoom(Room room)
{
    const bool isColumn = room != Room::Line;
    m_tray->setPictureBox(room == Room::LargeColumn ? LargePicture : SmallPicture);
    m_tray->setMaximumHeight(isColumn ? QWIDGETSIZE_MAX : m_tray->heightOf(1));
    if (m_room && isColumn == (*m_room != Room::Line)) {
        m_room = room;
        return;
    }
    m_room = room;
    m_pages->removeWidget(m_tray);
    m_pages->removeWidget(m_side);
    m_pages->addWidget(m_tray, 0, 0);
    m_pages->addWidget(m_side, isColumn ? 1 : 0, isColumn ? 0 : 1);
    m_pages->setColumnStretch(0, 3);
    m_pages->setColumnStretch(1, isColumn ? 0 : 2);
    m_pages->setRowStretch(0, 1);
    giveRoom();
}

void PaperDetails::setLow(bool low)
{
    m_isLow = low;
    for (QLabel *one : {m_ways, m_signing}) {
        one->setVisible(!low && !one->text().isEmpty());
    }
}

// Beside the list the pages take what room there is; without any, the words stay together at the top.
void PaperDetails::giveRoom()
{
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    const bool hasTray = m_tray->isVisibleTo(this);
    const bool isColumn = m_room != Room::Line;
    column->setStretchFactor(m_pages, isColumn && hasTray ? 1 : 0);
    column->setStretch(column->count() - 1, isColumn && !hasTray ? 1 : 0);
}

void PaperDetails::setView(const PaperDetailsView &view)
{
    const auto say = [](QLabel *label, const QString &words) {
        label->setText(words);
        label->setVisible(!words.isEmpty());
    };
    const bool hasTray = !view.pages.isEmpty() || view.arriving;
    say(m_heading, hasTray || m_room != Room::Line ? view.heading : QString()); // below the list its chosen line says so
    say(m_progress, view.progress);
    m_tray->setPages(view.pages);
    m_tray->setArriving(view.arriving);
    m_tray->setAccessibleName(tr("Pages of %1").arg(view.heading));
    m_tray->setVisible(hasTray);
    m_trayKeys->setText(
        tr("← → choose a page · Enter see it large\nCtrl+← → move · R, Shift+R turn\nInsert scan before it · %1 scan it anew\nDel leave out, put back · S split off from here").arg(view.againKey));
    m_side->setVisible(!view.pages.isEmpty());
    const auto leftOut = static_cast<int>(std::count_if(view.pages.cbegin(), view.pages.cend(), [](const TrayPage &page) { return page.isLeftOut; }));
    m_leftOut->setText(leftOut == 0 ? QString() : tr("%n blank or dropped side(s) left out of the copy", nullptr, leftOut));
    m_leftOutLine->setVisible(leftOut > 0);
    say(m_files, view.files);
    say(m_whyNot, view.whyNot);
    say(m_help, view.help);
    say(m_kinds, view.kinds);
    say(m_offer, view.offer);
    say(m_ways, view.progress.isEmpty() ? view.ways : QString()); // while a stack is on its way, nothing else is begun
    say(m_signing, view.signing);
    setLow(m_isLow);
    say(m_reasonLabel, view.reasonLabel);
    m_reason->setVisible(!view.reasonLabel.isEmpty());
    m_reason->setAccessibleName(view.reasonLabel);
    if (m_reason->text().trimmed() != view.reason) {
        m_reason->setText(view.reason);
    }
    giveRoom();
}

} // namespace motcua
