// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/TakenFile.h"

#include "app/storage/Await.h"
#include "app/storage/TakenBytes.h"
#include "models/base/Text.h"

#include <QFile>
#include <QFileInfo>
#include <QPromise>

#include <algorithm>

namespace motcua {

namespace {

Result<QByteArray> contents(const QString &path, qint64 largest)
{
    QFile file(path);
    if (!QFileInfo(path).isFile()) {
        return Error{ErrorCode::NotFound, {}};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::FileUnreadable, file.errorString()};
    }
    if (file.size() > largest) {
        return Error{ErrorCode::FileTooLarge, QString::number(largest)};
    }
    // One byte more than may be: it could grow while it is read.
    QByteArray bytes = file.read(largest + 1);
    if (file.error() != QFileDevice::NoError || bytes.size() < file.size()) {
        return Error{ErrorCode::FileUnreadable, file.errorString()};
    }
    if (bytes.size() > largest) {
        return Error{ErrorCode::FileTooLarge, QString::number(largest)};
    }
    if (bytes.isEmpty()) {
        return Error{ErrorCode::FileTruncated, {}};
    }
    return bytes;
}

/** What was read of one file, and what it is. */
struct ReadFile
{
    QByteArray bytes = {};
    QString mediaType = {};
};

Result<ReadFile> readFile(const PaperFileRules &rules, const QString &path)
{
    const Result<QByteArray> bytes = contents(path, rules.largestBytes);
    if (!bytes) {
        return bytes.error();
    }
    const Result<QString> mediaType = storage::kindOfTaken(*bytes, rules);
    if (!mediaType) {
        return mediaType.error();
    }
    return ReadFile{*bytes, *mediaType};
}

/** A name may hold anything but a slash: lines, marks that turn the direction, commands for a terminal. */
QString shownName(const QString &path)
{
    constexpr qsizetype Longest = 120;
    QString name = text::tidy(text::withoutInvisible(QFileInfo(path).fileName()));
    for (QChar &c : name) {
        if (!c.isPrint() && !c.isSurrogate()) {
            c = u'?';
        }
    }
    return name.size() > Longest ? name.left(Longest) + u'…' : name;
}

/** The bytes that may be kept of a PDF. */
Result<QByteArray> harmless(const QByteArray &pdf, const PdfFacts &facts)
{
    const bool isSigned = !facts.signatures.isEmpty();
    const bool mayAct = std::any_of(facts.dangers.cbegin(), facts.dangers.cend(), [isSigned](PdfDanger danger) {
        return danger != PdfDanger::Form || !isSigned; // who fills in a form and signs it signed that too
    });
    if (!mayAct && !facts.isDamaged) {
        return pdf;
    }
    if (!facts.cleaned.isEmpty()) {
        return facts.cleaned;
    }
    return Error{mayAct ? ErrorCode::FileUnsafe : ErrorCode::FileDamaged, {}};
}

/** Files on their way, one at a time; goes by itself when the last is in. */
class FilesUnderWay final : public QObject
{
public:
    FilesUnderWay(MediaThreads &threads, PdfLook &look, Workplace place, QStringList paths)
        : QObject(&look)
        , m_threads(threads)
        , m_look(look)
        , m_place(std::move(place))
        , m_paths(std::move(paths))
    {
        m_promise.start();
    }

    [[nodiscard]] QFuture<QList<TakenFile>> begin()
    {
        const QFuture<QList<TakenFile>> future = m_promise.future();
        readNext();
        return future;
    }

private:
    void readNext()
    {
        if (m_files.size() == m_paths.size()) {
            deleteLater();
            m_promise.addResult(m_files);
            m_promise.finish();
            return;
        }
        const auto read = m_threads.run([rules = m_place.law.catalogue.fileRules(), path = m_paths.at(m_files.size())] { return readFile(rules, path); });
        await(this, read, [this](const Result<ReadFile> &file) {
            if (!file) {
                end(file.error(), false);
            } else if (file->mediaType == u"application/pdf") {
                lookAt(file->bytes);
            } else {
                seal(file->bytes, false);
            }
        });
    }

    void lookAt(const QByteArray &pdf)
    {
        await(this, m_look.look(pdf, true), [this, pdf](const PdfLook::Looked &looked) {
            const Result<QByteArray> bytes = looked ? harmless(pdf, *looked) : Result<QByteArray>(pdfError(looked.error()));
            if (bytes) {
                seal(*bytes, *bytes != pdf);
            } else {
                end(bytes.error(), false);
            }
        });
    }

    void seal(const QByteArray &bytes, bool isCleaned)
    {
        const auto sealed = m_threads.run([place = m_place, bytes] { return storage::takenBytes(bytes, place.law.catalogue.fileRules(), place.store.attachments()); });
        await(this, sealed, [this, isCleaned](const Result<PaperFile> &file) { end(file, isCleaned && file); });
    }

    void end(Result<PaperFile> file, bool isCleaned)
    {
        const QString name = shownName(m_paths.at(m_files.size()));
        if (file) {
            file->name = name;
        }
        m_files.append({name, std::move(file), isCleaned});
        readNext();
    }

    MediaThreads &m_threads;
    PdfLook &m_look;
    Workplace m_place;
    QStringList m_paths;
    QList<TakenFile> m_files;
    QPromise<QList<TakenFile>> m_promise;
};

} // namespace

BroughtFiles broughtFiles(const PaperFileRules &rules, const QStringList &paths, qint64 mostBytes)
{
    BroughtFiles brought;
    qint64 bytes = 0;
    for (qsizetype place = 0; place < paths.size(); ++place) {
        if (bytes >= mostBytes) {
            brought.waiting = paths.sliced(place);
            break;
        }
        const Result<ReadFile> file = readFile(rules, paths.at(place));
        if (file && (file->mediaType == u"image/jpeg" || file->mediaType == u"image/png")) {
            bytes += file->bytes.size();
            brought.pictures.append(file->bytes);
        } else {
            brought.others.append(paths.at(place));
        }
    }
    return brought;
}

Error pdfError(PdfFault fault)
{
    switch (fault) {
    case PdfFault::NotPdf:
        return {ErrorCode::FileKindUnknown, QStringLiteral("application/octet-stream")};
    case PdfFault::Damaged:
        return {ErrorCode::FileDamaged, {}};
    case PdfFault::Encrypted:
        return {ErrorCode::FileLocked, {}};
    case PdfFault::TooManyPages:
        return {ErrorCode::FileTooManyPages, QString::number(PdfLook::MostPages)};
    case PdfFault::TooLarge:
        return {ErrorCode::FileUnsafe, QStringLiteral("too large")};
    case PdfFault::TimedOut:
        return {ErrorCode::FileUnchecked, QStringLiteral("the worker took too long")};
    case PdfFault::Crashed:
        return {ErrorCode::FileUnchecked, QStringLiteral("the worker crashed")};
    case PdfFault::NotInstalled:
        return {ErrorCode::FileUnchecked, QStringLiteral("motcua-worker-pdf is missing")};
    case PdfFault::Cancelled:
        return {ErrorCode::Cancelled, {}};
    }
    return {ErrorCode::FileUnchecked, {}};
}

QFuture<QList<TakenFile>> takeInFiles(MediaThreads &threads, PdfLook &look, const Workplace &place, const QStringList &paths)
{
    return (new FilesUnderWay(threads, look, place, paths))->begin();
}

} // namespace motcua
