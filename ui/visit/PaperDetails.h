// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/PageTray.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace motcua {

class KeyButton;

/** How it stands with the scanner, as the papers see it. */
struct ScanStanding
{
    bool isThere = false; ///< this desk can scan; else nothing is said of it
    QString profile = {}; ///< by which the next stack is scanned; empty: the office has none
    bool isLocked = false; ///< it is as the administrator settled it
    QString into = {}; ///< the paper a stack is being scanned into; empty: none is
    int page = 0; ///< that is on its way, counted from 1 in this stack
    std::optional<ArrivingPage> arriving = {}; ///< where it will lie among the pages of that paper

    friend bool operator==(const ScanStanding &, const ScanStanding &) = default;
};

/** What was read on a page and would answer a field of the form: offered, and never put there by itself. */
struct ReadAnswer
{
    QString field = {}; ///< its path
    QString label = {};
    QString value = {}; ///< as the field takes it
    QString shown = {}; ///< as people read it
    int page = 0; ///< of those that count, from 1

    friend bool operator==(const ReadAnswer &, const ReadAnswer &) = default;
};

/** What is shown of the chosen paper; an empty line is left out. */
struct PaperDetailsView
{
    QString heading = {}; ///< its name, its pages and how they were scanned
    QList<TrayPage> pages = {};
    QString files = {};
    QString whyNot = {}; ///< it is not needed, or needs no second look
    QString help = {};
    QString kinds = {};
    QString ways = {}; ///< to scan, take in or put off, with their keys
    QString progress = {}; ///< of a scan into it
    QString offer = {}; ///< what was read on it and answers a field
    QString signing = {}; ///< who will sign its copy
    std::optional<ArrivingPage> arriving = {};
    QString againKey = {}; ///< scans the chosen page anew
    QString reasonLabel = {}; ///< what is to be said of it, before a line to write; empty: nothing
    QString reason = {};
};

/** The chosen paper: its pages, what it is for, how it may be shown, and the reason where one is due. */
class PaperDetails : public QWidget
{
    Q_OBJECT

public:
    explicit PaperDetails(QWidget *parent = nullptr);

    void setView(const PaperDetailsView &view);
    /** How it stands: below the list there is room for one line of pages, beside it for several, and in a high window for larger ones. */
    enum class Room { Line, Column, LargeColumn };
    void setRoom(Room room);
    /** In a low window what stands on the bar of keys too gives way to the list: the ways to scan or take in, and who signs. */
    void setLow(bool low);

    [[nodiscard]] PageTray *tray() const { return m_tray; }
    [[nodiscard]] QLineEdit *reason() const { return m_reason; }

Q_SIGNALS:
    void restorePressed();

private:
    void giveRoom();

    PageTray *m_tray = nullptr;
    QGridLayout *m_pages = nullptr;
    QLabel *m_heading = nullptr;
    QLabel *m_trayKeys = nullptr;
    QWidget *m_side = nullptr; ///< of the pages: what is left out, and their keys
    QWidget *m_leftOutLine = nullptr;
    QLabel *m_leftOut = nullptr;
    KeyButton *m_restore = nullptr;
    QLabel *m_progress = nullptr;
    QLabel *m_files = nullptr;
    QLabel *m_whyNot = nullptr;
    QLabel *m_help = nullptr;
    QLabel *m_kinds = nullptr;
    QLabel *m_offer = nullptr;
    QLabel *m_ways = nullptr;
    QLabel *m_signing = nullptr;
    QLabel *m_reasonLabel = nullptr;
    QLineEdit *m_reason = nullptr;
    std::optional<Room> m_room;
    bool m_isLow = false;
};

} // namespace motcua
