// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipWording.h"
#include "models/base/Result.h"
#include "models/catalogue/PrintedDeclaration.h"
#include "models/visit/SignatureStrokes.h"

#include <QByteArray>
#include <QImage>

namespace motcua {

/** What a declaration says of itself besides its form. */
struct DeclarationMarks
{
    QString sheet = {}; ///< DeclarationSheet::mark()
    bool training = false; ///< made under a training origin: no legal effect
    SlipWording wording = {}; ///< of band, watermark and page numbers, as the slips have them
    SignatureStrokes strokes = {}; ///< drawn where the one who signs signs; empty: signed on paper
    QString strokesAt = {}; ///< when, in words, under them
};

/** A declaration as a file for the printer. */
struct DeclarationPdf
{
    QByteArray bytes = {};
    int pages = 0;
};

/** A filled declaration on its official layout, to be checked and signed. */
class DeclarationDocument
{
public:
    /**
     * The sheet as PDF/A-1b: fonts embedded, text extractable, nothing personal in its metadata; everything wraps.
     *
     * May be called on any thread while a QGuiApplication exists. RenderFailed: a font is not installed, no font has a letter of an
     * answer, a row of a table is higher than a page.
     */
    [[nodiscard]] static Result<DeclarationPdf> render(
        const QList<PrintedBlock> &blocks, const DeclarationLayout &layout, const DeclarationMarks &marks);

    /** The same pages as pictures of so many dots an inch, to be looked at; lines break where they do on paper. Errors as above. */
    [[nodiscard]] static Result<QList<QImage>> pictures(
        const QList<PrintedBlock> &blocks, const DeclarationLayout &layout, const DeclarationMarks &marks, int dotsPerInch);
};

} // namespace motcua
