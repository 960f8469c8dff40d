// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/SignOnScreen.h"
#include "tests/app/workflows/TrainingDesk.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace motcua;

/** A declaration that is signed on the citizen's screen: a file of its paper, for the answers it was given for and no others. */
class tst_SignOnScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TrainingDesk>();
        Result<Workplace> made = m_desk->setUp();
        QVERIFY(made);
        m_place = std::make_unique<Workplace>(*made);
        m_filing = std::make_unique<FileDossier>(*m_place, nullptr);
        QVERIFY(m_filing->choose(u"2.000635"_qs));
        TrainingDesk::fill(*m_filing);
        m_signing = std::make_unique<SignOnScreen>();
        m_signing->join(m_filing.get());
    }
    void cleanup()
    {
        m_signing.reset();
        m_filing.reset();
        m_place.reset();
        m_desk.reset();
    }

    void isAFileOfTheDeclaration()
    {
        sign();
        const Paper paper = m_filing->papers().paper(u"declaration"_qs);
        QCOMPARE(paper.state, Paper::State::Met);
        QCOMPARE(paper.files.size(), 1);
        const PaperFile file = paper.files.constFirst();
        QCOMPARE(file.source, u"citizenScreen"_qs);
        QCOMPARE(file.mediaType, u"application/pdf"_qs);
        QVERIFY(file.drawn);
        const Result<QByteArray> bytes = m_place->store.attachments().read(file.attachment);
        QVERIFY(bytes && bytes->startsWith("%PDF"));
        QVERIFY(!m_signing->canSign()); // once
    }

    void anotherAnswerTakesItAway()
    {
        sign();
        QSignalSpy voided(m_signing.get(), &SignOnScreen::voided);
        m_filing->answer(u"requester.name"_qs, FieldValue::given(u"Lò Thị Khác"_qs));
        QCOMPARE(voided.size(), 1);
        const Paper paper = m_filing->papers().paper(u"declaration"_qs);
        QVERIFY(paper.files.isEmpty());
        QCOMPARE(paper.state, Paper::State::NotSeen);
        QVERIFY(m_signing->canSign());
    }

    void anAnswerThatChangesMeanwhileLeavesNothing()
    {
        QSignalSpy voided(m_signing.get(), &SignOnScreen::voided);
        m_signing->sign(drawn());
        m_filing->answer(u"requester.name"_qs, FieldValue::given(u"Lò Thị Khác"_qs));
        QTRY_COMPARE(voided.size(), 1);
        QVERIFY(m_filing->papers().paper(u"declaration"_qs).files.isEmpty());
    }

    void tooLittleIsRefused()
    {
        const QSignalSpy failed(m_signing.get(), &SignOnScreen::failed);
        m_signing->sign({});
        QCOMPARE(failed.size(), 1);
        QVERIFY(m_signing->canSign());
    }

private:
    static SignatureStrokes drawn()
    {
        SignatureStrokes strokes;
        strokes.begin({0.3, 0.6});
        strokes.go({0.8, 0.2});
        strokes.go({1.4, 0.7});
        return strokes;
    }
    void sign()
    {
        QVERIFY(m_signing->canSign());
        QSignalSpy signedNow(m_signing.get(), &SignOnScreen::signedNow);
        m_signing->sign(drawn());
        QTRY_COMPARE(signedNow.size(), 1);
    }

    std::unique_ptr<TrainingDesk> m_desk;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<FileDossier> m_filing;
    std::unique_ptr<SignOnScreen> m_signing;
};

QTEST_MAIN(tst_SignOnScreen)
#include "tst_SignOnScreen.moc"
