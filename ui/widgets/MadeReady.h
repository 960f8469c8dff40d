// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace motcua {

/**
 * Does for a page that nobody sees yet what showing it for the first time takes most time for: the style dresses it and everything in it. For the moments
 * in which the window waits for somebody's hands.
 */
void makeReady(QWidget &page);

} // namespace motcua
