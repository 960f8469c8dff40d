// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"
#include "tests/fault/DeskVisit.h"

namespace motcua::testsupport {

/**
 * The next sign-in after a crash, and whether everything the officer was told before it is true.
 *
 * Plays the officer too: each sheet in doubt is said to be out when it lies in the tray and printed anew when not, or, by a careless
 * officer, printed anew whatever lies there.
 */
class DeskVerdict
{
public:
    DeskVerdict(const DeskFolders &folders, const Lawbook &law);

    void setCareless(bool careless) { m_careless = careless; }
    /** Paper is put in before anybody answers a question. */
    void setFillsPaper(bool fills) { m_fillsPaper = fills; }

    /** Empty when all is well, else what is not. */
    [[nodiscard]] QString judge();

    /** How many sheets the officer was asked about. */
    [[nodiscard]] qsizetype asked() const { return m_asked; }

private:
    [[nodiscard]] QString judgeJournal(const Workplace &place);
    [[nodiscard]] QString judgeDrafts(const Workplace &place);
    [[nodiscard]] QString judgeDossier(const Workplace &place, const Dossier &dossier);
    [[nodiscard]] QString judgeTurn(const Workplace &place);
    [[nodiscard]] QString judgeSheets(const Workplace &place);
    [[nodiscard]] QString judgeTray(const Workplace &place);
    [[nodiscard]] qsizetype count(const QString &kind, const Id &subject) const;
    [[nodiscard]] QList<Dossier> dossiers(const Workplace &place) const;
    [[nodiscard]] static QStringList openSheets(const Workplace &place);

    DeskFolders m_folders;
    Lawbook m_law;
    bool m_careless = false;
    bool m_fillsPaper = false;
    qsizetype m_asked = 0;
    QList<QJsonObject> m_told;
    QList<journal::Entry> m_entries; ///< newest first
};

} // namespace motcua::testsupport
