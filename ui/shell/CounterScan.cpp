// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Counter.h"

#include "ui/scan/BatchScanDesk.h"
#include "ui/shell/CounterTabs.h"
#include "ui/shell/Entrance.h"
#include "ui/worklist/WorklistPage.h"

// Counter where stacks of many dossiers are scanned, and back to the list of what is not scanned yet.
namespace motcua {

void Counter::joinBatch()
{
    m_batch = new BatchScanDesk(m_window.get(), m_printer, this);
    connect(m_batch, &BatchScanDesk::left, this, [this] { showList(countertabs::Unscanned); });
    // Coming back after a lock, the stack is as it was.
    connect(this, &Counter::signedIn, this, [this] {
        if (!m_batch->isOf(place().person)) {
            m_batch->begin(place());
        }
    });
}

void Counter::joinStacks()
{
    connect(m_worklist, &WorklistPage::stackAsked, m_batch, &BatchScanDesk::scan);
    connect(m_worklist, &WorklistPage::separatorsAsked, m_batch, &BatchScanDesk::printSeparators);
}

} // namespace motcua
