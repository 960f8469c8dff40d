// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/form/FormPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/visit/PapersGlance.h"
#include "ui/visit/PapersPage.h"

#include <QLabel>
#include <QTest>

using namespace motcua;

namespace {

const QDate Today(2026, 11, 23);

QStringList words(const QWidget *of)
{
    QStringList all;
    for (const QLabel *label : of->findChildren<QLabel *>()) {
        all.append(label->text());
    }
    return all;
}

} // namespace

/** In a wide window the papers are read beside the form, as the answers stand. */
class tst_PapersGlance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<MainWindow>();
        m_form = new FormPage(m_window.get());
        m_form->setForm(test::family().checker, test::familyAnswers(), Today);
        m_glance = new PapersGlance(m_window.get());
        m_glance->hide();
        m_form->setBeside(m_glance);
        m_window->setVisit({});
        m_window->show(m_form);
    }
    void cleanup() { m_window.reset(); }

    void itIsThereWhereTheWindowIsWide_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("the small screen") << QSize(1366, 698) << false;
        QTest::newRow("between them") << QSize(1440, 900) << false;
        QTest::newRow("the large screen") << QSize(1920, 1080) << true;
    }
    void itIsThereWhereTheWindowIsWide()
    {
        QFETCH(QSize, size);
        QFETCH(bool, isThere);
        test::present(m_window.get(), size);
        m_glance->setPapers(test::family(), PaperSet::of(test::family()), test::familyAnswers(), Today, u"Alt+4"_qs);
        QCOMPARE(m_glance->isVisible(), isThere);
        if (isThere) {
            const QRect form(m_form->mapTo(m_window.get(), QPoint()), m_form->size());
            const QRect papers(m_glance->mapTo(m_window.get(), QPoint()), m_glance->size());
            QVERIFY(papers.left() >= form.right());
            QVERIFY(test::clipped(m_window.get()).isEmpty());
            test::screenshot(m_window.get(), u"papers-beside"_qs);
            auto *papersPage = new PapersPage(m_window.get());
            m_window->show(papersPage); // which tells of them itself
            QVERIFY(!m_glance->isVisible());
            m_window->show(m_form);
            QVERIFY(m_glance->isVisible());
            m_window->resize(1366, 698);
            QVERIFY(!m_glance->isVisible());
        }
    }

    void itFollowsWhatIsAnsweredAndSeen()
    {
        test::present(m_window.get(), {1920, 1080});
        const Procedure procedure = test::family();
        PaperSet papers = PaperSet::of(procedure);
        m_glance->setPapers(procedure, papers, test::familyAnswers(), Today, u"Alt+4"_qs);
        QStringList before = words(m_glance);
        for (const RequiredPaper &paper : procedure.papers) {
            QVERIFY2(before.contains(paper.name), qPrintable(paper.name));
        }
        QVERIFY(before.constFirst().contains(u"Alt+4"));
        QVERIFY(!before.contains(u"✔"_qs));
        Paper seen = papers.paper(procedure.papers.constFirst().id);
        seen.state = Paper::State::Met;
        papers.set(seen);
        m_glance->setPapers(procedure, papers, test::familyAnswers(), Today, u"Alt+4"_qs);
        QVERIFY(words(m_glance).contains(u"✔"_qs));
        m_glance->setPapers(procedure, papers, {}, Today, u"Alt+4"_qs); // what hangs on an answer is not asked for without it
        QVERIFY(words(m_glance) != before);
    }

    void theCaretNeverComesThere()
    {
        test::present(m_window.get(), {1920, 1080});
        m_glance->setPapers(test::family(), PaperSet::of(test::family()), test::familyAnswers(), Today, u"Alt+4"_qs);
        QVERIFY(m_glance->isVisible());
        for (int tabs = 0; tabs < 60; ++tabs) {
            QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
            QVERIFY(!m_glance->isAncestorOf(m_window->focusWidget()));
        }
    }

private:
    std::unique_ptr<MainWindow> m_window;
    FormPage *m_form = nullptr;
    PapersGlance *m_glance = nullptr;
};

QTEST_MAIN(tst_PapersGlance)
#include "tst_PapersGlance.moc"
