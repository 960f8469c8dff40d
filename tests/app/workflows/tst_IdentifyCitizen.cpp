// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/CardTerms.h"
#include "app/training/chip/SimulatedCardReader.h"
#include "app/workflows/IdentifyCitizen.h"
#include "tests/app/training/chip/TrainingCards.h"
#include "tests/app/workflows/TrainingDesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using Step = IdentifyCitizen::Step;
using Weakness = IdentifyCitizen::Weakness;

Q_DECLARE_METATYPE(motcua::training::ChipFaults)
Q_DECLARE_METATYPE(motcua::IdentifyCitizen::Step)
Q_DECLARE_METATYPE(motcua::IdentifyCitizen::Weakness)

/** A card of an invented person at a kiosk: what follows from it, and that nothing of it stays. */
class tst_IdentifyCitizen : public QObject
{
    Q_OBJECT

    static constexpr qint64 DayMs = 24LL * 3'600'000;

    void lay(const training::ChipOptions &options = {}, const training::CardChoices &choices = {})
    {
        m_reader->lay(m_cards.card(choices), options);
        QTRY_COMPARE(m_reader->state(), CardReader::State::Card);
    }
    void takeAway()
    {
        m_reader->takeAway();
        QTRY_COMPARE(m_reader->state(), CardReader::State::Empty);
    }
    [[nodiscard]] ScannedCode code() const { return ScannedCode::of(m_face.code.toUtf8(), ScannedCode::Way::Device, m_place->law.catalogue); }
    /** The kiosk's clock stands so many years after the birth of who holds the card. */
    void setAge(int years)
    {
        const qint64 now = vietnamTime(code().digits.birth.addYears(years), QTime(9, 0)).toMSecsSinceEpoch();
        m_citizen->setClock([now] { return now; });
    }
    /** A dossier of this applicant; its code. */
    QString file(const QString &number)
    {
        FileDossier filing(*m_place, nullptr);
        if (!filing.choose(u"2.000635"_qs)) {
            return {};
        }
        TrainingDesk::fill(filing);
        filing.answer(filing.procedure().roles().value(u"applicant.number"_qs), FieldValue::given(number));
        QSignalSpy accepted(&filing, &FileDossier::dossierAccepted);
        filing.accept();
        return !accepted.isEmpty() || accepted.wait(30'000) ? filing.accepted()->code : QString();
    }
    [[nodiscard]] QStringList codes() const
    {
        QStringList all;
        for (const OwnDossier &one : m_citizen->dossiers()) {
            all.append(one.tracked.code);
        }
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_trusts = true;
        m_reader = std::make_unique<training::SimulatedCardReader>([this] {
            const auto authority = certificateIn(m_cards.authority().authority());
            return CardTerms({}, Lawbook::folder(), m_trusts ? QList{*authority} : QList<TrustCertificate>()).on(QDate(2026, 11, 23));
        });
        m_desk = std::make_unique<TrainingDesk>();
        const Result<Workplace> made = m_desk->setUp();
        QVERIFY(made);
        m_place = *made;
        m_citizen = std::make_unique<IdentifyCitizen>();
        m_citizen->use(m_reader.get());
        QTRY_COMPARE(m_reader->state(), CardReader::State::Empty);
    }
    void cleanup()
    {
        m_citizen.reset();
        m_reader.reset();
        m_place->store.close();
        m_place.reset();
        m_desk.reset();
    }

    void onlyAProvedCardShowsDossiers_data()
    {
        QTest::addColumn<training::ChipFaults>("faults");
        QTest::addColumn<bool>("trusts");
        QTest::addColumn<QDate>("expires");
        QTest::addColumn<bool>("hasKey");
        QTest::addColumn<Step>("step");
        QTest::addColumn<Weakness>("weakness");
        QTest::addColumn<bool>("prefers");
        const training::ChipFaults none;
        training::ChipFaults altered;
        altered.tamperedGroup = 13;
        training::ChipFaults copied;
        copied.copied = true;
        training::ChipFaults wrongSod;
        wrongSod.wrongSod = true;
        const QDate good(2039, 2, 9);
        QTest::newRow("genuine") << none << true << good << true << Step::Known << Weakness::None << true;
        QTest::newRow("over") << none << true << QDate(2024, 2, 9) << true << Step::Weak << Weakness::Expired << true;
        QTest::newRow("of an issuer nobody brought") << none << false << good << true << Step::Weak << Weakness::IssuerUnknown << true;
        QTest::newRow("of a chip that may be a copy") << none << true << good << false << Step::Weak << Weakness::NotProved << true;
        QTest::newRow("altered") << altered << true << good << true << Step::Refused << Weakness::None << false;
        QTest::newRow("copied") << copied << true << good << true << Step::Refused << Weakness::None << false;
        QTest::newRow("signed wrongly") << wrongSod << true << good << true << Step::Refused << Weakness::None << false;
    }
    void onlyAProvedCardShowsDossiers()
    {
        QFETCH(training::ChipFaults, faults);
        QFETCH(bool, trusts);
        QFETCH(QDate, expires);
        QFETCH(bool, hasKey);
        QFETCH(Step, step);
        const QString own = file(m_face.number);
        QVERIFY(!own.isEmpty());
        QVERIFY(!file(u"000185099999"_qs).isEmpty());
        setAge(61);
        m_trusts = trusts;
        training::ChipOptions options;
        options.faults = faults;
        training::CardChoices choices;
        choices.expires = expires;
        if (!hasKey) {
            choices.chipAuthentication = {};
            choices.active = {};
        }
        lay(options, choices);
        m_citizen->begin(*m_place);
        QCOMPARE(m_citizen->step(), Step::DigitsWanted);
        m_citizen->tryDigits(m_face.can());
        QTRY_COMPARE(m_citizen->step(), step);
        QTEST(m_citizen->weakness(), "weakness");
        QCOMPARE(codes(), step == Step::Known ? QStringList{own} : QStringList());
        QFETCH(bool, prefers);
        QCOMPARE(m_citizen->priorities(), prefers ? QStringList{u"elderly"_qs} : QStringList());
    }

    void whoIsYoungIsPreferredInNothing()
    {
        setAge(40);
        lay();
        m_citizen->begin(*m_place);
        m_citizen->tryDigits(m_face.can());
        QTRY_COMPARE(m_citizen->step(), Step::Known);
        QVERIFY(m_citizen->priorities().isEmpty());
        QVERIFY(m_citizen->dossiers().isEmpty());
    }

    void theCodeAloneShowsNothingAndOpensTheChip()
    {
        const QString own = file(m_face.number);
        setAge(61);
        m_citizen->begin(*m_place);
        m_citizen->takeCode(code());
        QCOMPARE(m_citizen->step(), Step::CardWanted);
        QVERIFY(m_citizen->hasCode());
        QCOMPARE(m_citizen->priorities(), QStringList{u"elderly"_qs}); // which anybody may say of themselves
        QVERIFY(m_citizen->dossiers().isEmpty());
        lay(); // nothing has to be typed
        QTRY_COMPARE(m_citizen->step(), Step::Known);
        QCOMPARE(codes(), QStringList{own});
        QVERIFY(!m_citizen->hasCode());
    }

    void withoutAReaderTheCodeIsTakenAllTheSame()
    {
        m_reader->pullOut();
        QTRY_COMPARE(m_reader->state(), CardReader::State::None);
        setAge(61);
        m_citizen->begin(*m_place);
        QCOMPARE(m_citizen->step(), Step::Failed);
        QCOMPARE(m_citizen->fault()->fault, CardFault::NoReader);
        QSignalSpy changed(m_citizen.get(), &IdentifyCitizen::changed);
        m_citizen->takeCode(code());
        QVERIFY(!changed.isEmpty());
        QVERIFY(m_citizen->hasCode());
        QCOMPARE(m_citizen->priorities(), QStringList{u"elderly"_qs});
        m_reader->plugIn();
        QTRY_COMPARE(m_citizen->step(), Step::CardWanted); // and by itself it goes on
    }

    void whatIsNoCodeOfACardIsTold()
    {
        m_citizen->begin(*m_place);
        m_citizen->takeCode({.kind = ScannedCode::Kind::Unreadable, .fault = ScannedCode::Fault::DamagedCard});
        QCOMPARE(m_citizen->codeFault(), IdentifyCitizen::CodeFault::Damaged);
        m_citizen->takeCode({.kind = ScannedCode::Kind::OldNumber, .text = u"123456789"_qs});
        QCOMPARE(m_citizen->codeFault(), IdentifyCitizen::CodeFault::OldNumber);
        m_citizen->takeCode({.kind = ScannedCode::Kind::Card, .text = u"IDVNM1234567890\nnot a zone\nat all"_qs, .isZone = true});
        QCOMPARE(m_citizen->codeFault(), IdentifyCitizen::CodeFault::Damaged);
        QVERIFY(!m_citizen->hasCode());
        m_citizen->takeCode(code());
        QCOMPARE(m_citizen->codeFault(), IdentifyCitizen::CodeFault::None);
    }

    void wrongDigitsAreTriedThreeTimes()
    {
        lay();
        m_citizen->begin(*m_place);
        for (int left = IdentifyCitizen::MostTries - 1; left >= 0; --left) {
            m_citizen->tryDigits(u"000000"_qs);
            QCOMPARE(m_citizen->step(), Step::Reading);
            QTRY_COMPARE(m_citizen->step(), Step::DigitsWanted);
            QCOMPARE(m_citizen->fault()->fault, CardFault::WrongKey);
            QCOMPARE(m_citizen->triesLeft(), left);
        }
        m_citizen->tryDigits(m_face.can()); // right, and too late
        m_citizen->takeCode(code());
        QCOMPARE(m_citizen->step(), Step::DigitsWanted);
        takeAway();
        QTRY_COMPARE(m_citizen->triesLeft(), IdentifyCitizen::MostTries);
        QVERIFY(!m_citizen->fault());
        lay();
        m_citizen->tryDigits(m_face.can());
        QTRY_COMPARE(m_citizen->step(), Step::Known);
    }

    void whatTheCardSaysOfItsTriesIsTold()
    {
        training::ChipOptions strict;
        strict.tries = 2;
        lay(strict);
        m_citizen->begin(*m_place);
        m_citizen->tryDigits(u"000000"_qs);
        QTRY_COMPARE(m_citizen->step(), Step::DigitsWanted);
        QVERIFY2(m_citizen->triesLeft() <= 1, qPrintable(QString::number(m_citizen->triesLeft())));
    }

    void aCardThatFailedIsReadOnWhenItIsLaidThereAgain()
    {
        training::ChipOptions mad;
        mad.faults.wrongMacAfter = 9;
        lay(mad);
        m_citizen->begin(*m_place);
        m_citizen->tryDigits(m_face.can());
        QTRY_VERIFY(m_citizen->step() == Step::Failed || m_citizen->step() == Step::Weak);
        QVERIFY(m_citizen->dossiers().isEmpty());
        if (m_citizen->step() == Step::Failed) {
            takeAway();
            lay();
            QTRY_COMPARE(m_citizen->step(), Step::Known);
        }
    }

    void whoTakesTheCardAwayHasEndedIt()
    {
        m_citizen->setGoneMs(50);
        lay();
        m_citizen->begin(*m_place);
        m_citizen->tryDigits(m_face.can());
        QTRY_COMPARE(m_citizen->step(), Step::Known);
        QVERIFY(!m_citizen->isCardGone());
        QSignalSpy gone(m_citizen.get(), &IdentifyCitizen::gone);
        m_reader->takeAway();
        QTRY_VERIFY(m_citizen->isCardGone());
        QTRY_COMPARE(gone.size(), 1);
    }

    void nothingStaysOfWhoLeft()
    {
        QVERIFY(!file(m_face.number).isEmpty());
        setAge(61);
        lay();
        m_citizen->begin(*m_place);
        m_citizen->tryDigits(m_face.can());
        QTRY_COMPARE(m_citizen->step(), Step::Known);
        QCOMPARE(m_citizen->dossiers().size(), 1);
        m_citizen->end();
        QCOMPARE(m_citizen->step(), Step::Idle);
        QVERIFY(m_citizen->dossiers().isEmpty());
        QVERIFY(m_citizen->priorities().isEmpty());
        QVERIFY(!m_citizen->hasCode());
        // Whoever comes next must know what opens the card that still lies there.
        m_citizen->begin(*m_place);
        QCOMPARE(m_citizen->step(), Step::DigitsWanted);
    }

    void whatIsAnsweredAfterwardsIsNobodys_data()
    {
        QTest::addColumn<Step>("leftAt");
        QTest::newRow("while it was read") << Step::Reading;
        QTest::newRow("while it was looked up") << Step::LookingUp;
    }
    void whatIsAnsweredAfterwardsIsNobodys()
    {
        QFETCH(Step, leftAt);
        QVERIFY(!file(m_face.number).isEmpty());
        setAge(61);
        lay();
        m_citizen->begin(*m_place);
        bool hasLeft = false;
        connect(m_citizen.get(), &IdentifyCitizen::changed, this, [&] {
            if (m_citizen->step() == leftAt && !std::exchange(hasLeft, true)) {
                m_citizen->end(); // before anything can be answered
            }
        });
        m_citizen->tryDigits(m_face.can());
        QTRY_VERIFY(hasLeft);
        QTRY_VERIFY(!m_reader->isReading());
        QVERIFY(m_place->store.ask(storage::JournalPage{}).result()); // which is answered after what was asked before it
        QCoreApplication::sendPostedEvents();
        QCOMPARE(m_citizen->step(), Step::Idle);
        QVERIFY(m_citizen->dossiers().isEmpty());
        QVERIFY(m_citizen->priorities().isEmpty());
        m_citizen->begin(*m_place);
        QCOMPARE(m_citizen->step(), Step::DigitsWanted);
        QVERIFY(m_citizen->dossiers().isEmpty());
        QVERIFY(m_citizen->priorities().isEmpty());
    }

private:
    training::TrainingCards m_cards;
    training::CardFace m_face = training::TrainingCards().card().face;
    bool m_trusts = true;
    std::unique_ptr<training::SimulatedCardReader> m_reader;
    std::unique_ptr<TrainingDesk> m_desk;
    std::optional<Workplace> m_place;
    std::unique_ptr<IdentifyCitizen> m_citizen;
};

QTEST_GUILESS_MAIN(tst_IdentifyCitizen)
#include "tst_IdentifyCitizen.moc"
