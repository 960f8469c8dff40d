// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/FolderLook.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

/** A folder as somebody sees it who looks for the file of a paper. */
class tst_FolderLook : public QObject
{
    Q_OBJECT

    static inline const QStringList Types{QStringLiteral("application/pdf"), QStringLiteral("image/jpeg")};

    void put(const QString &name, qint64 secondsAgo = 0)
    {
        QFile file(m_dir.filePath(name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write("x");
        file.flush();
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-secondsAgo), QFileDevice::FileModificationTime));
    }

    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        const QList<FolderEntry> entries = lookIntoFolder(m_dir.path(), Types).entries;
        for (const FolderEntry &entry : entries) {
            names.append(entry.name);
        }
        return names;
    }

private Q_SLOTS:
    void foldersStandFirstThenTheNewestFile()
    {
        put(u"cu.pdf"_qs, 3600);
        put(u"MOI.JPEG"_qs, 10);
        put(u"giua.jpg"_qs, 60);
        QVERIFY(QDir(m_dir.path()).mkdir(u"Đơn"_qs));
        QVERIFY(QDir(m_dir.path()).mkdir(u"anh"_qs));
        QCOMPARE(names(), QStringList({u"anh"_qs, u"Đơn"_qs, u"MOI.JPEG"_qs, u"giua.jpg"_qs, u"cu.pdf"_qs}));
    }

    void countsWhatIsNotTakenIn()
    {
        put(u"a.docx"_qs);
        put(u"b"_qs);
        put(u"c.pdf.exe"_qs);
        QCOMPARE(lookIntoFolder(m_dir.path(), Types).ofOtherKinds, 3);
        QVERIFY(!names().contains(u"a.docx"_qs));
    }

    void ofACamerasCardTheNewestAreListed()
    {
        QTemporaryDir card;
        for (int at = 0; at < FolderView::MostFiles + 7; ++at) {
            QFile file(card.filePath(QStringLiteral("IMG_%1.JPG").arg(at, 4, 10, QLatin1Char('0'))));
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(1'700'000'000 + at), QFileDevice::FileModificationTime));
        }
        const FolderView view = lookIntoFolder(card.path(), Types);
        QCOMPARE(view.entries.size(), FolderView::MostFiles);
        QCOMPARE(view.older, 7);
        QCOMPARE(view.entries.constFirst().name, u"IMG_0506.JPG"_qs);
        QCOMPARE(view.entries.constLast().name, u"IMG_0007.JPG"_qs);
    }

    void leadsBackUp()
    {
        QVERIFY(QDir(m_dir.path()).mkpath(u"a/b"_qs));
        const FolderView view = lookIntoFolder(m_dir.filePath(u"a/b"_qs), Types);
        QCOMPARE(view.parent, QDir(m_dir.path()).absoluteFilePath(u"a"_qs));
        QCOMPARE(lookIntoFolder(u"/"_qs, Types).parent, QString());
    }

    void aFolderThatWentAwaySaysSo()
    {
        const FolderView view = lookIntoFolder(m_dir.filePath(u"gone"_qs), Types);
        QVERIFY(view.error);
        QCOMPARE(view.error->code, ErrorCode::FileUnreadable);
        QCOMPARE(view.parent, QDir(m_dir.path()).absolutePath());
    }

    void beginsWhereItWasLeft()
    {
        QCOMPARE(firstFolder(m_dir.path()), m_dir.path());
        QVERIFY(firstFolder(m_dir.filePath(u"gone"_qs)) != m_dir.filePath(u"gone"_qs));
    }

    void thePlacesAreFoldersThatAreThere()
    {
        const FolderView view = lookIntoFolder({}, Types);
        QVERIFY(view.folder.isEmpty());
        QVERIFY(!view.error);
        QVERIFY(!view.entries.isEmpty()); // the home at least
        for (const FolderEntry &entry : view.entries) {
            QVERIFY2(QFileInfo(entry.path).isDir(), qPrintable(entry.path));
            QVERIFY(entry.kind != FolderEntry::Kind::File);
        }
    }

private:
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(tst_FolderLook)
#include "tst_FolderLook.moc"
