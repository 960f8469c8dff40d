// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/catalogue/PrintedDeclaration.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/citizen/CitizenReview.h"
#include "ui/visit/PapersPage.h"
#include "ui/widgets/GuideStrip.h"

using namespace motcua;

/** A mother registers the birth of her twins and does not name their father. */
class tst_WorkingDayTwins : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDesk();
        signIn();
        beginForm(u"1.001193"_qs);
        m_first = filing()->dossier();
        answerAll();
    }
    void cleanup() { closeDesk(); }

    void theFatherIsDeclaredAbsentAndNothingIsAskedAboutHim()
    {
        const Procedure procedure = filing()->procedure();
        QCOMPARE(filing()->form().value(u"father"_qs).state, FieldValue::State::DeclaredAbsent);
        QVERIFY(!procedure.paper(u"marriage"_qs)->isNeeded(filing()->filed(), today()));
        QVERIFY(!procedure.paper(u"recognition"_qs)->isNeeded(filing()->filed(), today()));
        // His block prints blank: no gap that anybody is to fill in.
        QStringList blank;
        for (const PrintedBlock &block : printed(procedure.declaration, procedure.checker, filing()->form(), {.unitName = {}, .governingBody = {}, .place = {}, .day = today(), .dated = {}})) {
            for (const auto &[label, value] : block.parts) {
                if (label.contains(u"người cha")) {
                    blank.append(value);
                }
            }
        }
        QVERIFY(!blank.isEmpty());
        QVERIFY2(std::all_of(blank.cbegin(), blank.cend(), [](const QString &value) { return value.isEmpty(); }), qPrintable(blank.join(u'|')));
        // Nor does the citizen's screen speak of him.
        for (const ReviewLine &line : reviewLines(procedure.checker, filing()->filed(), today())) {
            QVERIFY2(!(line.label + line.value).contains(u"father", Qt::CaseInsensitive), qPrintable(line.label + line.value));
        }
    }

    void theOtherWayIsToldWhereTheOfficerLooks()
    {
        const QStringList asked = filing()->procedure().guidance.ask;
        QVERIFY2(asked.join(u'|').contains(u"1.000689"), qPrintable(asked.join(u'|')));
        press(Qt::Key_F1, Qt::ShiftModifier);
        QTRY_VERIFY(window()->findChild<GuideStrip *>(u"guideStrip"_qs)->isVisible());
        QVERIFY2(written(window()->findChild<QWidget *>(u"guideStrip"_qs)).contains(u"1.000689"), "the guide tells of it");
    }

    void theSecondChildTakesItsOwnNameAndSexAndNothingElse()
    {
        seePapers();
        press(Qt::Key_6, Qt::AltModifier);
        QVERIFY2(shown<AcceptPage>(), qPrintable(said()));
        const QList<PageAct> acts = shown<AcceptPage>()->acts();
        QVERIFY(std::any_of(acts.cbegin(), acts.cend(), [](const PageAct &act) { return act.label == u"Accept, add child of the same birth"; }));
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), u"twins-accept"_qs);
        const FormDraft first = filing()->filed();
        press(Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY2(shown<FormPage>() && filing()->dossier() != m_first, qPrintable(said()));
        QVERIFY2(said().contains(u"Everything but what is their own"), qPrintable(said()));
        QCOMPARE(shown<FormPage>()->focusedField(), u"child[1].name"_qs);
        test::screenshot(window(), u"twins-second"_qs);
        const FormDraft second = filing()->filed();
        for (auto it = first.values().cbegin(); it != first.values().cend(); ++it) {
            const bool isOwn = it.key() == u"child[1].name" || it.key() == u"child[1].sex";
            QVERIFY2(isOwn != (second.value(it.key()) == it.value()), qPrintable(it.key()));
        }
        // The mother was seen once; what there is of each child was not seen of this one.
        QCOMPARE(filing()->form().text(u"requester.shown"_qs), u"vneid"_qs);
        QCOMPARE(filing()->papers().paper(u"birthNotice"_qs).state, Paper::State::NotSeen);
        QCOMPARE(filing()->papers().paper(u"declaration"_qs).state, Paper::State::NotSeen);
        type(u"Nguyễn Bảo Bình"_qs);
        QVERIFY(shown<FormPage>()->focusField(u"child[1].sex"_qs));
        press(Qt::Key_Down);
        QVERIFY2(filing()->judgement().violations.isEmpty(), qPrintable(filing()->judgement().violations.isEmpty() ? QString() : filing()->judgement().violations.constFirst().field));
        seePapers();
        accept();
        QCOMPARE(TrainingDesk::told(store(), "dossier.accepted"), 2);
        QCOMPARE(stored(m_first).role(u"subject.name"_qs).text, u"Nguyễn Bảo An"_qs);
        QCOMPARE(filing()->accepted()->role(u"subject.name"_qs).text, u"Nguyễn Bảo Bình"_qs);
        QCOMPARE(filing()->accepted()->field(u"child[1].birthplace"_qs).text, u"Bệnh viện Hòa An"_qs);
    }

private:
    /** All there is of the mother and the first child; the father is not named. */
    void answerAll()
    {
        const QMap<QString, QString> typed{{u"requester.birth"_qs, u"5/3/1985"_qs},
            {u"requester.residence"_qs, u"12 Trần Phú, phường Hòa An"_qs}, {u"requester.personalNumber"_qs, u"000185012345"_qs},
            {u"requester.relation"_qs, u"me"_qs}, {u"child[1].name"_qs, u"Nguyễn Bảo An"_qs},
            {u"child[1].birth"_qs, today().addDays(-8).toString(u"dd/MM/yyyy")}, {u"child[1].ethnicity"_qs, u"k"_qs},
            {u"child[1].birthplace"_qs, u"Bệnh viện Hòa An"_qs}, {u"child[1].hometown"_qs, u"Hòa An"_qs}, {u"mother.ethnicity"_qs, u"k"_qs}};
        retype(u"requester.name"_qs, u"Nguyễn Thị Thử"_qs);
        answerWhatIsMissing(typed, {u"father.name"_qs});
        press(Qt::Key_F9);
        press(Qt::Key_1); // VNeID
    }
    void seePapers()
    {
        press(Qt::Key_4, Qt::AltModifier);
        QVERIFY(shown<PapersPage>());
        press(Qt::Key_Home, Qt::ControlModifier);
        press(Qt::Key_Plus);
        press(Qt::Key_Plus);
        QVERIFY2(filing()->missing().isEmpty(), qPrintable(filing()->missing().isEmpty() ? QString() : filing()->missing().constFirst().field));
    }
    [[nodiscard]] static QDate today() { return vietnamTime(QDateTime::currentMSecsSinceEpoch()).date(); }

    Id m_first;
};

QTEST_MAIN(tst_WorkingDayTwins)
#include "tst_WorkingDayTwins.moc"
