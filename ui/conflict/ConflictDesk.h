// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/SettleConflict.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

namespace motcua {

class ConflictPage;
class MainWindow;
class Page;
struct Notice;

/** The conflict desk in the window: opened from wherever a dossier in conflict is met, followed while it is looked at, and left for where one was. */
class ConflictDesk : public QObject
{
    Q_OBJECT

public:
    /** `window` outlives this object. */
    explicit ConflictDesk(MainWindow *window, QObject *parent = nullptr);
    ~ConflictDesk() override;

    void begin(const Workplace &place);
    void end();

    /** Whose turn it is while something is decided; null: nobody's. */
    void setVisit(const Id &visit) { m_visit = visit; }

    /** Reads the dossier and shows what is in conflict; told by agreed() when nothing is any more. */
    void open(const Id &dossier);

    [[nodiscard]] bool isOwn(const Page *page) const;
    /** Esc on its page; what was there before is told by left(). */
    void goBack();
    /** From where it was opened; null when that is nobody's any more. */
    [[nodiscard]] Page *before() const { return m_before; }

    [[nodiscard]] ConflictPage *page() const { return m_page; } ///< null until it was first opened

Q_SIGNALS:
    /** One is to go back to where it was opened from; null when that is nobody's any more. */
    void left(motcua::Page *before, const motcua::Id &dossier);
    void agreed(const motcua::Id &dossier); ///< open() found nothing to decide
    void dossierAsked(const motcua::Id &dossier); ///< it is to be read as a whole

private:
    /** What somebody chose and has not recorded. */
    struct Kept
    {
        ConflictDecision decision = {};
        QString reason = {};
    };
    void needPage();
    void show(const ConflictCase &found);
    void take(const ConflictCase &found);
    void tellChanged(const ConflictCase &found, const QStringList &overtaken);
    void decide();
    void keep();
    void leaveWith(const Notice &told);
    [[nodiscard]] bool isLookedAt() const;

    MainWindow *m_window = nullptr;
    ConflictPage *m_page = nullptr;
    QPointer<Page> m_before;
    std::optional<Workplace> m_place;
    std::unique_ptr<SettleConflict> m_settle; ///< of who is here: answers that come later are nobody's
    Id m_visit;
    Id m_asked; ///< that is being opened
    Id m_dossier; ///< on the page
    QMap<Id, Kept> m_kept; ///< by dossier, until its person signs out
    QTimer m_looks;
};

} // namespace motcua
