// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/KioskLook.h"

#include <QStringList>

#include <algorithm>

namespace motcua {

namespace {

constexpr double LargeText = 1.35;

} // namespace

KioskLook::KioskLook(Theme::Name theme, QSize screen, bool isLarge)
    : m_theme(theme)
    , m_screen(screen)
    , m_isLarge(isLarge)
{
}

int KioskLook::px(int pixels) const
{
    const double wide = std::max(m_screen.width(), m_screen.height());
    const double high = std::min(m_screen.width(), m_screen.height());
    return qRound(pixels * std::clamp(std::min(wide / 1366, high / 768), 0.75, 4.0));
}

int KioskLook::textPx(int pixels) const
{
    return qRound(px(pixels) * (m_isLarge ? LargeText : 1.0));
}

int KioskLook::columns() const
{
    return m_screen.width() < m_screen.height() ? 1 : 2;
}

QFontMetrics KioskLook::metrics(int pixels, bool isBold) const
{
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(textPx(pixels));
    font.setBold(isBold);
    return QFontMetrics(font);
}

int KioskLook::heightOf(const QString &lines, int pixels, bool isBold) const
{
    constexpr int Least = 56;
    return std::max(px(Least), metrics(pixels, isBold).lineSpacing() * static_cast<int>(lines.count(u'\n') + 1) + px(6));
}

QString KioskLook::wrapped(const QString &text, int pixels, bool isBold, int columns) const
{
    const QFontMetrics metrics = this->metrics(pixels, isBold);
    constexpr int Around = 200; // margins of the page, of the button, and what scrolls
    const int room = (m_screen.width() - px(Around)) / std::max(columns, 1) - (columns > 1 ? px(40) : 0);
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        QString filled;
        for (const QString &word : line.split(u' ')) {
            const QString longer = filled.isEmpty() ? word : filled + u' ' + word;
            if (!filled.isEmpty() && metrics.horizontalAdvance(longer) > room) {
                lines.append(filled);
                filled = word;
            } else {
                filled = longer;
            }
        }
        lines.append(filled);
    }
    return lines.join(u'\n');
}

QString KioskLook::sheet() const
{
    QString sheet = QStringLiteral(R"(
        * { font-size: #22t; }
        QWidget#kiosk { background: @page@; }
        QWidget#kioskHead { background: @accent@; }
        QWidget#kioskHead QLabel { color: @onAccent@; font-size: #24t; font-weight: bold; }
        QLabel { color: @text@; }
        QLabel[kiosk="training"] { background: @training@; color: @onTraining@; font-weight: bold; padding: #4p; }
        QLabel[kiosk="title"] { font-size: #34t; font-weight: bold; }
        QLabel[kiosk="number"] { font-size: #100t; font-weight: bold; color: @accent@; }
        QLabel[kiosk="big"] { font-size: #28t; }
        QLabel[kiosk="bold"] { font-weight: bold; }
        QLabel[kiosk="told"] { background: @warningSurface@; color: @text@; padding: #10p #16p; border-left: #6p solid @warning@; }
        QPushButton { min-height: #52p; padding: #4p #20p; border: 2px solid @border@; border-radius: #8p; background: @page@; color: @text@; }
        QPushButton:focus { border: #3p solid @accent@; padding: #4p #19p; }
        QPushButton:pressed { background: @accentSurface@; }
        QPushButton:disabled { color: @secondary@; background: @surface@; }
        QPushButton[kiosk="tile"] { font-size: #27t; font-weight: bold; text-align: left; padding: #10p #24p; background: @accentSurface@; border: 2px solid @accent@; }
        QPushButton[kiosk="tile"]:focus { border: #4p solid @accent@; padding: #8p #22p; }
        QPushButton[kiosk="tile"]:disabled { background: @surface@; border: 2px solid @border@; color: @secondary@; }
        QPushButton[kiosk="mark"] { font-size: #27t; font-weight: bold; text-align: left; padding: #2p #24p; background: @accentSurface@; border: 2px solid @accent@; }
        QPushButton[kiosk="mark"]:focus { border: #4p solid @accent@; padding: 0 #22p; }
        QPushButton[kiosk="row"] { text-align: left; }
        QPushButton[kiosk="main"] { background: @accent@; color: @onAccent@; border: 2px solid @accent@; font-size: #27t; font-weight: bold; min-height: #68p; padding: #4p #36p; }
        QPushButton[kiosk="main"]:focus { border: #4p solid @text@; padding: #2p #33p; }
        QPushButton[kiosk="main"]:disabled { background: @surface@; color: @secondary@; border: 2px solid @border@; }
        QPushButton[kiosk="head"] { background: @accent@; color: @onAccent@; border: 2px solid @onAccent@; min-height: #54p; }
        QPushButton[kiosk="head"]:focus { border: #4p solid @onAccent@; text-decoration: underline; }
        QPushButton[kiosk="key"] { min-height: #42p; min-width: #34p; padding: 0; font-size: #25p; }
        QPushButton:checked { background: @accentSurface@; border: #4p solid @accent@; font-weight: bold; }
        QLineEdit, QPlainTextEdit { background: @page@; color: @text@; font-size: #27t; min-height: #52p; border: 2px solid @border@; border-radius: #6p; padding: #4p #12p; }
        QLineEdit:focus, QPlainTextEdit:focus { border: #3p solid @accent@; }
        QScrollArea { border: none; background: @page@; }
        QWidget#kioskInner { background: @page@; }
        QScrollBar:vertical { width: #36p; background: @surface@; }
        QScrollBar::handle:vertical { background: @border@; min-height: #64p; border-radius: #8p; margin: #4p; }
        QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
    )");
    QString sized;
    for (qsizetype at = 0; at < sheet.size(); ++at) {
        // "#27t" is text of 27 px, "#27p" a length, both as large as this screen wants them.
        qsizetype end = at + 1;
        while (sheet.at(at) == u'#' && end < sheet.size() && sheet.at(end).isDigit()) {
            ++end;
        }
        if (end > at + 1 && end < sheet.size() && (sheet.at(end) == u't' || sheet.at(end) == u'p')) {
            const int told = QStringView(sheet).sliced(at + 1, end - at - 1).toInt();
            sized += QString::number(sheet.at(end) == u't' ? textPx(told) : px(told)) + QStringLiteral("px");
            at = end;
        } else {
            sized += sheet.at(at);
        }
    }
    return Theme::named(m_theme).dressed(sized);
}

} // namespace motcua
