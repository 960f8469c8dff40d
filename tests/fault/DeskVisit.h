// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/LocalHall.h"
#include "app/workflows/FileDossier.h"
#include "app/workflows/ServeVisit.h"
#include "app/workflows/SignIn.h"
#include "tests/fault/QueueSpooler.h"

#include <QCoreApplication>
#include <QFile>

#include <functional>

namespace motcua {
class TakeStep;
}

namespace motcua::testsupport {

/** Where everything of one run lies. */
struct DeskFolders
{
    QString root = {};

    [[nodiscard]] StoreFolder store() const { return StoreFolder(root + QStringLiteral("/centre")); }
    [[nodiscard]] QString printer() const { return root + QStringLiteral("/printer"); }
    [[nodiscard]] QString acknowledged() const { return root + QStringLiteral("/acknowledged"); }
    [[nodiscard]] QString trail() const { return root + QStringLiteral("/trail"); }
};

/**
 * The program that is killed: an officer's day with one citizen, done by the workflows of the window on a real store with a real door.
 *
 * What the officer was told stands in a file before anything else is done, one JSON object a line.
 */
class DeskVisit
{
public:
    DeskVisit(const DeskFolders &folders, KillPoints &points);
    ~DeskVisit();
    Q_DISABLE_COPY_MOVE(DeskVisit)

    /** From the sign-in to the end of the day; 0 when all went well. */
    [[nodiscard]] int play();
    /** The next sign-in after a crash, by an officer who has every sheet in doubt printed anew. */
    [[nodiscard]] int recover();

    /** Acknowledges an acceptance before it is asked for: what a verdict must see. */
    void setLies(bool lies) { m_lies = lies; }
    /** When the dossier is accepted, the printer has no paper left: the job is held, and the visit goes no further. */
    void setPaperEnds(bool ends) { m_paperEnds = ends; }

private:
    void stage(const char *name);
    void until(const char *what, const std::function<bool()> &done);
    void signIn();
    void openDay();
    void comeToTheDesk();
    void type(FileDossier &filing);
    void accept(FileDossier &filing);
    void acceptTwo();
    void takeSteps();
    void take(TakeStep &steps, const QString &event, const StepDossier &said);
    void turnAway(const char *name, bool refused);
    void endDay();
    /** `count` entries of this kind about it are in the journal. */
    void told(const char *kind, const Id &subject);
    void told(const QJsonObject &what, const QByteArray &name);
    void write(const QJsonObject &line);
    void watch(FileDossier &filing);
    [[nodiscard]] bool isQuiet() const;

    DeskFolders m_folders;
    KillPoints &m_points;
    QFile m_acknowledged;
    bool m_lies = false;
    bool m_paperEnds = false;
    Lawbook m_law;
    std::unique_ptr<SignIn> m_door;
    std::optional<SignedInPerson> m_person;
    std::unique_ptr<QueueSlipPrinter> m_printer;
    std::unique_ptr<SlipDesk> m_slips;
    std::unique_ptr<LocalHall> m_hall;
    std::unique_ptr<ServeVisit> m_serve;
    QList<QJsonObject> m_unkept; ///< drafts that were asked to be kept, oldest first
    std::optional<Dossier> m_dossier; ///< the one that was accepted
};

} // namespace motcua::testsupport
