// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/TakenFile.h"
#include "tests/app/workflows/TrainingDesk.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>

#include <sys/resource.h>

#include <memory>

using namespace motcua;

/** Every file that nobody should bring is brought: each ends as the generator says, and no other file in the world changed. */
class tst_EvilFiles : public QObject
{
    Q_OBJECT

    struct Row
    {
        QString name = {};
        QString outcome = {};
        QStringList dangers = {};
    };

    /** Every file below `folder` but those of the corpus and the sealed ones, by what is in it. */
    static QMap<QString, QByteArray> world(const QString &folder)
    {
        QMap<QString, QByteArray> files;
        QDirIterator every(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (every.hasNext()) {
            const QString path = every.next();
            QFile file(path);
            const bool isRead = every.fileInfo().isFile() && file.open(QIODevice::ReadOnly);
            files.insert(path, isRead ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256) : QByteArray());
        }
        return files;
    }

    static long peakKiB(int who)
    {
        rusage usage{};
        return ::getrusage(who, &usage) == 0 ? usage.ru_maxrss : 0;
    }

    static QString said(const TakenFile &taken) { return taken.file ? QString(taken.isCleaned ? u"cleaned"_qs : u"kept"_qs) : errorName(taken.file.error().code); }

    [[nodiscard]] static Result<QList<TakenFile>> taken(PdfLook &look, const Workplace &place, const QStringList &paths, int patienceMs)
    {
        MediaThreads media;
        QFutureWatcher<QList<TakenFile>> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
        watcher.setFuture(takeInFiles(media, look, place, paths));
        return finished.wait(patienceMs) ? Result<QList<TakenFile>>(watcher.result()) : Result<QList<TakenFile>>(Error{ErrorCode::Cancelled, {}});
    }

    QTemporaryDir m_dir;
    TrainingDesk m_desk;
    std::unique_ptr<Workplace> m_place;
    QString m_folder;
    QList<Row> m_rows;

private Q_SLOTS:
    void initTestCase()
    {
        Result<Workplace> made = m_desk.setUp();
        QVERIFY(made);
        m_place = std::make_unique<Workplace>(*made);
        m_folder = m_dir.filePath(u"stick"_qs);
        QVERIFY(QDir().mkpath(m_folder) && QDir().mkpath(m_dir.filePath(u"home"_qs)));
        QProcess maker;
        maker.start(u"python3"_qs, {QStringLiteral(MOTCUA_EVIL_FILES), m_folder});
        QVERIFY(maker.waitForFinished(60'000));
        QVERIFY2(maker.exitCode() == 0, maker.readAllStandardError().constData());
        const QList<QByteArray> lines = maker.readAllStandardOutput().trimmed().split('\n');
        for (const QByteArray &line : lines) {
            const QJsonObject row = QJsonDocument::fromJson(line).object();
            m_rows.append({row[u"name"].toString(), row[u"outcome"].toString(), row[u"dangers"].toVariant().toStringList()});
        }
        QVERIFY(m_rows.size() >= 200);
    }

    void eachEndsAsItHasTo()
    {
        // Wherever something might be tempted to write: all of it is looked at afterwards.
        const QString home = m_dir.filePath(u"home"_qs);
        QFile canary(home + u"/canary"_qs);
        QVERIFY(canary.open(QIODevice::WriteOnly) && canary.write("sings") > 0);
        canary.close();
        qputenv("HOME", home.toUtf8());
        qputenv("TMPDIR", home.toUtf8());
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(home));
        const QMap<QString, QByteArray> was = world(home);
        const QString sealedFolder = m_place->store.attachments().folder();
        const QSet<QString> sealedBefore = [&] { const QStringList all = QDir(sealedFolder).entryList(QDir::Files); return QSet<QString>(all.cbegin(), all.cend()); }();
        const long peakBefore = peakKiB(RUSAGE_SELF);

        QStringList paths;
        for (const Row &row : std::as_const(m_rows)) {
            paths.append(m_folder + u'/' + row.name);
        }
        PdfLook look;
        QElapsedTimer timer;
        timer.start();
        const Result<QList<TakenFile>> files = taken(look, *m_place, paths, 240'000);
        qInfo("%lld files in %lld ms", static_cast<long long>(paths.size()), static_cast<long long>(timer.elapsed()));
        QVERIFY(files);
        QCOMPARE(files->size(), m_rows.size());

        QStringList wrong;
        QSet<QString> kept;
        for (qsizetype at = 0; at < m_rows.size(); ++at) {
            const Row &row = m_rows.at(at);
            const TakenFile &file = files->at(at);
            if (row.outcome == u"refused" ? bool(file.file) : said(file) != row.outcome) {
                wrong.append(row.name + u": "_qs + said(file) + u" and not "_qs + row.outcome);
            }
            if (file.file) {
                kept.insert(file.file->attachment);
            }
            for (const QChar c : file.name) {
                if (!c.isPrint() && !c.isSurrogate()) {
                    wrong.append(row.name + u": its name is shown with what moves a cursor"_qs);
                    break;
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));

        QCOMPARE(world(home), was);
        QVERIFY(QDir::setCurrent(before));
        for (const QString &path : std::as_const(paths)) {
            QVERIFY(QFileInfo(path).exists() || QFileInfo(path).isSymLink()); // what was brought is theirs
        }
        const QStringList sealedAfter = QDir(sealedFolder).entryList(QDir::Files);
        QCOMPARE(sealedAfter.size(), sealedBefore.size() + kept.size()); // what was refused left nothing
#if !defined(__SANITIZE_ADDRESS__)
        const long grown = peakKiB(RUSAGE_SELF) - peakBefore;
        QVERIFY2(grown < 160 * 1024, qPrintable(u"the program grew by %1 KiB"_qs.arg(grown)));
        QVERIFY2(peakKiB(RUSAGE_CHILDREN) < 640 * 1024, qPrintable(u"a worker had %1 KiB"_qs.arg(peakKiB(RUSAGE_CHILDREN))));
#endif
    }

    void whatIsInEachIsFound()
    {
        static const QHash<QString, PdfDanger> named{{u"JavaScript"_qs, PdfDanger::JavaScript}, {u"Launch"_qs, PdfDanger::Launch}, {u"EmbeddedFile"_qs, PdfDanger::EmbeddedFile},
            {u"OtherAction"_qs, PdfDanger::OtherAction}, {u"Form"_qs, PdfDanger::Form}, {u"ExternalReference"_qs, PdfDanger::ExternalReference}};
        PdfLook look;
        QStringList wrong;
        for (const Row &row : std::as_const(m_rows)) {
            if (row.dangers.isEmpty()) {
                continue;
            }
            QFile file(m_folder + u'/' + row.name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QFutureWatcher<PdfLook::Looked> watcher;
            QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
            watcher.setFuture(look.look(file.readAll(), true));
            QVERIFY(finished.wait(60'000));
            const PdfLook::Looked looked = watcher.result();
            if (!looked) {
                wrong.append(row.name + u": refused"_qs);
                continue;
            }
            for (const QString &danger : row.dangers) {
                if (!looked->dangers.contains(named.value(danger))) {
                    wrong.append(row.name + u": no "_qs + danger);
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(tst_EvilFiles)
#include "tst_EvilFiles.moc"
