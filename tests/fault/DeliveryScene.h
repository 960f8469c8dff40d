// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/VerdictRules.h"
#include "app/portal/Verdicts.h"
#include "app/security/DurableFile.h"
#include "app/storage/DossierQueries.h"
#include "app/sync/SyncEngine.h"
#include "app/workflows/JournalExport.h"
#include "tests/app/portal/GatewayBench.h"

#include <QProcess>
#include <QStandardPaths>

namespace motcua::testsupport {

/** A desk that works and a portal that judges, whose journals a script of another language holds against each other. */
class DeliveryScene
{
public:
    using Desk = storage::Desk;

    DeliveryScene()
        : portal(alike())
        , bench(portal)
        , desk(portal.sync.desk(Number))
    {
    }

    /** What a visit leaves to be delivered: entries, and a file none before it was like. */
    void work(bool withFile = true)
    {
        portal.sync.accept(desk, Number, m_accepted, Dossiers);
        portal.sync.note(desk, Number, m_accepted, Notes, Dossiers);
        if (withFile) {
            m_papers.append(portal.sync.addPaper(desk, Number, m_accepted, scanOf(m_papers.size())));
        }
        if (m_accepted / NumbersADay != (m_accepted + Dossiers) / NumbersADay) {
            portal.sync.pass(portal::GatewaySettings::Day);
        }
        m_accepted += Dossiers;
    }

    /** The portal says what it makes of what came. */
    void judge() const
    {
        while (m_verdicts.step()->isMore) {
        }
    }

    /** Entries of the desk's own log the portal has not. */
    [[nodiscard]] quint64 lacked() const
    {
        const quint64 own = sync::SyncScene::held(desk, desk.origin());
        const quint64 there = sync::SyncScene::held(bench.portal, desk.origin());
        return own - qMin(own, there);
    }
    /** Entries of the portal's log the desk has not. */
    [[nodiscard]] quint64 unheard() const
    {
        return sync::SyncScene::held(bench.portal, bench.portal.origin()) - sync::SyncScene::held(desk, bench.portal.origin());
    }
    /** Whether the portal has the file of the last visit, and can read it. */
    [[nodiscard]] bool hasLastFile() const
    {
        const auto read = bench.portal.attachments().read(m_papers.constLast());
        return read && *read == scanOf(m_papers.size() - 1);
    }

    [[nodiscard]] int accepted() const { return m_accepted - 1; }
    [[nodiscard]] qsizetype papers() const { return m_papers.size(); }
    /** Dossiers of the portal, each with its number, none of them twice. */
    [[nodiscard]] int numbered() const
    {
        QSet<QString> numbers;
        for (int n = 1; n < m_accepted; ++n) {
            const auto dossier = Desk::done(bench.portal.ask(storage::DossierById{Desk::dossier(n)}));
            if (dossier && !dossier->portal.number.isEmpty()) {
                numbers.insert(dossier->portal.number);
            }
        }
        return static_cast<int>(numbers.size());
    }

    /** What the script says of the two journals; nothing when it found them alike. */
    [[nodiscard]] QByteArray compared() const
    {
        QTemporaryDir folder;
        const QString ours = written(desk, folder.filePath(QStringLiteral("desk.mcj")));
        const QString theirs = written(bench.portal, folder.filePath(QStringLiteral("portal.mcj")));
        return compared(ours, theirs);
    }
    [[nodiscard]] static QByteArray compared(const QString &ours, const QString &theirs)
    {
        QProcess script;
        script.setProcessChannelMode(QProcess::MergedChannels);
        script.start(QStringLiteral("python3"),
            {QStringLiteral(MOTCUA_TEST_DATA "/../fault/compare_journals.py"), ours, theirs, QStringLiteral("--judged"),
                QStringLiteral(MOTCUA_TEST_DATA "/../../resources/portal/verdicts.json")});
        if (!script.waitForFinished(60'000)) {
            return "the script did not end: " + script.errorString().toUtf8();
        }
        const QByteArray said = script.readAll();
        return script.exitStatus() == QProcess::NormalExit && script.exitCode() == 0 && said.contains("alike: ") ? QByteArray() : said + '.';
    }
    static QString written(const storage::Store &store, const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || !JournalExport(store, true).to(file)) {
            qFatal("export");
        }
        return path;
    }

    portal::PortalScene portal;
    portal::GatewayBench bench;
    storage::Store desk;

private:
    static constexpr int Number = 3;
    static constexpr int Dossiers = 3;
    static constexpr int Notes = 12;
    static constexpr int NumbersADay = 900; ///< a desk has a thousand

    /** By one clock: what the portal says comes to a desk that goes on to receive people. */
    static portal::PortalScene alike()
    {
        portal::PortalScene scene;
        scene.setClock(scene.sync.clock());
        return scene;
    }
    static QByteArray scanOf(qsizetype paper) { return sync::SyncScene::scan(30'000 + paper); }
    static std::shared_ptr<const portal::VerdictRules> rules()
    {
        return *portal::VerdictRules::fromJson(*security::readWhole(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/portal/verdicts.json"), 1024 * 1024));
    }

    std::shared_ptr<const portal::VerdictRules> m_rules = rules();
    portal::Verdicts m_verdicts{bench.portal, m_rules, m_rules->number(), portal.sync.clock()};
    int m_accepted = 1;
    QStringList m_papers;
};

} // namespace motcua::testsupport
