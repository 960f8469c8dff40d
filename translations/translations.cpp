// SPDX-License-Identifier: GPL-3.0-or-later
// Only gives the library of the compiled texts a file to be made of.
