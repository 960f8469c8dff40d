// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/devices/CodeReaderBench.h"
#include "app/training/SimulatedCodeReader.h"

#include <QPointer>

namespace motcua {

/** The simulator. */
class SimulatedReaderBench : public CodeReaderBench
{
public:
    std::unique_ptr<CodeReader> reader() override
    {
        auto made = std::make_unique<SimulatedCodeReader>();
        if (m_isOccupied) {
            made->setTrouble(CodeReader::Trouble::InUse);
        }
        m_reader = made.get();
        return made;
    }
    void send(const QByteArray &bytes) override { m_reader->send(bytes); }
    void pullOut() override { m_reader->pullOut(); }
    void plugIn() override { m_reader->plugIn(); }
    void occupy() override { m_isOccupied = true; }
    void release() override { m_reader->setTrouble(CodeReader::Trouble::Nothing); }

private:
    QPointer<SimulatedCodeReader> m_reader;
    bool m_isOccupied = false;
};

} // namespace motcua
