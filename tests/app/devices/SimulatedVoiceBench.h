// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/SimulatedAnnouncer.h"
#include "tests/app/devices/AnnouncerBench.h"

#include <QFile>
#include <QTemporaryDir>

/** The voice of training, with its lines in a temporary folder. */
class SimulatedVoiceBench final : public AnnouncerBench
{
public:
    std::unique_ptr<motcua::Announcer> announcer(const Setup &setup) override
    {
        auto made = std::make_unique<motcua::SimulatedAnnouncer>(motcua::SimulatedAnnouncer::Settings{.folder = m_folder.path(),
            .words = QStringLiteral(MOTCUA_TEST_DATA "/../../resources/hall/voice.json"),
            .limits = setup.limits,
            .aPiece = std::chrono::milliseconds(setup.isSlow ? 70 : 5),
            .clock = [now = setup.now] { return now; }});
        m_made = made.get();
        return made;
    }
    void setHeard(bool heard) override { m_made->setHeard(heard); }
    void hold() override { }
    void release() override { }
    QStringList said() const override
    {
        QFile file(motcua::SimulatedAnnouncer::lines(m_folder.path()));
        QStringList lines;
        if (file.open(QIODevice::ReadOnly | QIODevice::Text)) {
            const QStringList all = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
            for (const QString &line : all) {
                lines.append(line.section(u' ', 1).replace(QStringLiteral(". "), QStringLiteral(".\n")).split(u'\n'));
            }
        }
        return lines;
    }

private:
    QTemporaryDir m_folder;
    motcua::SimulatedAnnouncer *m_made = nullptr;
};
