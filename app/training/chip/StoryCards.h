// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/chip/ChipCard.h"
#include "models/story/Story.h"

#include <QByteArray>
#include <QDate>
#include <QFuture>

#include <memory>

namespace motcua::training {

/**
 * The chip cards of those who come for practice: the same person has the same card again. Signed by an authority that training mode alone trusts.
 */
class StoryCards
{
public:
    /** The authority's certificate in DER, for the terms of the reader of training. Takes some milliseconds. */
    [[nodiscard]] static QByteArray authority();

    /** The card of this story's person; null when they have none with a chip. On another thread: a face is drawn and much is signed. */
    [[nodiscard]] static QFuture<std::shared_ptr<ChipCard>> cardOf(const Story &story, QDate today);
};

} // namespace motcua::training
