// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/apart/WorkerQuestion.h"

#include <QList>

#include <chrono>

namespace motcua {

/** A signature as it stands in a PDF; nothing of it was proved. */
struct PdfSignature
{
    QList<qint64> byteRange = {}; ///< as written: pairs of where and how much
    QByteArray contents = {}; ///< DER of the CMS, without the zeros after it
    QByteArray subFilter = {}; ///< e.g. "ETSI.CAdES.detached"
    QByteArray time = {}; ///< /M as written; whoever signed may have written anything

    friend bool operator==(const PdfSignature &, const PdfSignature &) = default;
};

/** What in a PDF could act, or hide something. */
enum class PdfDanger {
    JavaScript,
    Launch, ///< of a program
    EmbeddedFile, ///< a file within, or bytes beside the PDF's own in which other readers may find another file
    OtherAction, ///< sound, film, sending a form away, hiding, PostScript …
    Form, ///< fields that can be filled in, other than those for signatures
    ExternalReference, ///< to another file, or to a page of the web that opens by itself; a link somebody has to press is none
};

/** A PDF somebody brought, as far as it was looked at without trusting it. */
struct PdfFacts
{
    int pages = 0;
    QByteArray version = {}; ///< "1.7"
    QList<PdfDanger> dangers = {}; ///< each once, that were found
    QList<PdfSignature> signatures = {};
    bool isDamaged = false; ///< something in it is not written as it should be, and had to be guessed: another reader may guess otherwise
    /**
     * The same pages written anew, without the dangers and without what tells of its maker. Empty where it has no danger and no damage, where it is signed, and where its
     * pages would not look the same any more (a form whose reader is to draw what was filled in).
     */
    QByteArray cleaned = {};

    friend bool operator==(const PdfFacts &, const PdfFacts &) = default;
};

enum class PdfFault {
    NotPdf,
    Damaged, ///< its pages cannot be found
    Encrypted, ///< a password opens it, or hides what it allows
    TooManyPages,
    TooLarge, ///< bytes, or it unpacks to more than any paper
    TimedOut,
    Crashed,
    NotInstalled,
    Cancelled,
};

/** Looks into PDFs in a process of its own for each (`motcua-worker-pdf`), locked in: no file, no network, and limits of memory and time. */
class PdfLook final : public QObject
{
    Q_OBJECT

public:
    using Looked = Result<PdfFacts, PdfFault>;

    static constexpr qsizetype MostBytes = 64 * 1024 * 1024;
    static constexpr int MostPages = 2'000;

    explicit PdfLook(QString worker = WorkerQuestion::besideThisProgram(QStringLiteral("pdf")), QObject *parent = nullptr);

    /** How long one PDF may take. */
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    /** `cleans`: whether cleaned bytes are wanted too. Never answered inside this call. */
    [[nodiscard]] QFuture<Looked> look(const QByteArray &pdf, bool cleans);

private:
    QString m_worker;
    std::chrono::milliseconds m_patience{20'000}; ///< a scan of a hundred pages takes a tenth of a second
};

} // namespace motcua
