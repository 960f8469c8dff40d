// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/GuideWords.h"

#include <QCoreApplication>

namespace motcua {

namespace {

/** Gives the words below their context for translation. */
struct GuideWords
{
    Q_DECLARE_TR_FUNCTIONS(GuideWords)
};

} // namespace

QList<GuideBlock> guideWords(const Guidance &guidance, GuideStep step)
{
    QList<GuideBlock> blocks{{GuideWords::tr("ASK"), guidance.ask}, {GuideWords::tr("LOOK AT"), guidance.lookAt},
        {GuideWords::tr("COMMON MISTAKES"), guidance.mistakes}};
    if (step == GuideStep::Papers) {
        blocks.move(1, 0);
    }
    blocks.removeIf([](const GuideBlock &block) { return block.lines.isEmpty(); });
    return blocks;
}

} // namespace motcua
