// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/OnePagePdf.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/dossier/DossierPapersPage.h"
#include "ui/files/FilesPage.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/worklist/DossierPage.h"

#include <QDir>
#include <QFile>
#include <QTableWidget>

using namespace motcua;

/** A dossier that was accepted with its papers on paper is digitised later, by keys alone. */
class tst_DossierPapers : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_wasHome = qgetenv("HOME"); // whose home it is decides which places are offered
        qputenv("HOME", m_home.path().toUtf8());
        qunsetenv("XDG_CONFIG_HOME");
        QVERIFY(QDir(m_home.path()).mkpath(u"Downloads"_qs));
        for (int number = 1; number <= 3; ++number) {
            QFile file(m_home.filePath(QStringLiteral("Downloads/trang %1.pdf").arg(number)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.write(testsupport::onePagePdf(QByteArray::number(number))) > 0);
        }
    }
    void cleanupTestCase() { qputenv("HOME", m_wasHome); }

    void init()
    {
        openDesk([this](const Workplace &place) { m_code = file(place); });
        QVERIFY(!m_code.isEmpty());
        signIn();
        QTRY_VERIFY(shown<WorklistPage>());
        press(Qt::Key_F2);
        type(m_code);
        QTRY_COMPARE(rows(), 1);
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<DossierPage>());
        press(Qt::Key_O, Qt::ControlModifier);
        QVERIFY(shown<DossierPapersPage>());
    }
    void cleanup() { closeDesk(); }

    void eachPaperGetsItsFileAndTheDossierLeavesTheList()
    {
        const qsizetype wanted = shown<DossierPapersPage>()->tasks().size();
        QVERIFY(wanted > 0);
        test::screenshot(window(), u"dossier-papers"_qs);
        for (int number = 1; number <= wanted; ++number) {
            takeIn(QStringLiteral("trang %1").arg(number));
            QTRY_COMPARE(shown<DossierPapersPage>()->tasks().size(), wanted - number);
            press(Qt::Key_E, Qt::ControlModifier);
        }
        test::screenshot(window(), u"dossier-papers-done"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_Escape); // what was said
        press(Qt::Key_Escape);
        QVERIFY(shown<DossierPage>());
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
        press(Qt::Key_6, Qt::ControlModifier); // not digitised yet
        QTRY_COMPARE(rows(), 0);
    }

    void theSameFileIsTakenOnce()
    {
        takeIn(u"trang 1"_qs);
        QTRY_VERIFY2(said().contains(u"taken in for"), qPrintable(said()));
        takeIn(u"trang 1"_qs);
        QTRY_VERIFY2(said().contains(u"already here"), qPrintable(said()));
        QCOMPARE(TrainingDesk::told(m_counter->visit()->filing()->place().store, "paper.added"), 1);
    }

    void escapeTakesNothingIn()
    {
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<FilesPage>());
        press(Qt::Key_Escape);
        QVERIFY(shown<DossierPapersPage>());
        press(Qt::Key_Escape);
        QVERIFY(shown<DossierPage>());
        QCOMPARE(TrainingDesk::told(m_counter->visit()->filing()->place().store, "paper.added"), 0);
    }

private:
    void takeIn(const QString &letters)
    {
        press(Qt::Key_O, Qt::ControlModifier);
        QTRY_VERIFY(shown<FilesPage>() && table()->model()->rowCount() > 0);
        if (table()->model()->index(0, 1).data().toString() == u"Downloads") {
            press(Qt::Key_Return);
        }
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        type(letters);
        press(Qt::Key_Return);
        QVERIFY(shown<DossierPapersPage>());
    }

    [[nodiscard]] QTableView *table() const { return window()->page()->findChild<QTableView *>(); }
    [[nodiscard]] int rows() const
    {
        const auto *page = shown<WorklistPage>();
        return page ? table()->model()->rowCount() : -1;
    }

    QTemporaryDir m_home;
    QByteArray m_wasHome;
    QString m_code;
};

QTEST_MAIN(tst_DossierPapers)
#include "tst_DossierPapers.moc"
