// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/CardTerms.h"
#include "app/storage/JournalQueries.h"
#include "app/training/chip/SimulatedCardReader.h"
#include "app/workflows/Lawbook.h"
#include "models/base/VietnamTime.h"
#include "models/journal/Kind.h"
#include "tests/app/devices/ChipGate.h"
#include "tests/app/training/chip/TrainingCards.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/kiosk/KioskCards.h"
#include "ui/kiosk/KioskDesk.h"
#include "ui/visit/CardDesk.h"
#include "ui/visit/CardPage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>

using namespace motcua;
using namespace motcua::test;

Q_DECLARE_METATYPE(motcua::training::ChipFaults)

/** A citizen with their card at the kiosk of a real desk, which reads the cards of the officer behind it by the same reader. */
class tst_KioskCards : public CounterStory
{
    Q_OBJECT

    static constexpr int AtItsPhoto = 17;
    static QStringList &logged()
    {
        static QStringList lines;
        return lines;
    }

    [[nodiscard]] KioskDesk *kiosk() const { return m_counter->kiosk(); }
    [[nodiscard]] KioskWindow *screen() const { return kiosk()->window(); }
    [[nodiscard]] IdentifyCitizen *citizen() const { return kiosk()->cards()->citizen(); }
    [[nodiscard]] QString shownThere() const
    {
        QStringList all;
        for (const QLabel *label : screen()->findChildren<QLabel *>()) {
            if (label->isVisibleTo(screen())) {
                all.append(label->text());
            }
        }
        return all.join(u'\n');
    }
    [[nodiscard]] QPushButton *offers(const QString &words) const
    {
        for (QPushButton *one : screen()->findChildren<QPushButton *>()) {
            if (one->isVisibleTo(screen()) && one->isEnabled() && QString(one->text()).replace(u'\n', u' ').contains(words)) {
                return one;
            }
        }
        return nullptr;
    }
    void touch(const QString &words) const
    {
        QTRY_VERIFY2(offers(words), qPrintable(words));
        QTest::mouseClick(offers(words), Qt::LeftButton);
        QCoreApplication::sendPostedEvents();
    }
    void goTo(const QString &words) const
    {
        for (int tabs = 0; tabs < 80; ++tabs) {
            const auto *at = qobject_cast<QPushButton *>(screen()->focusWidget());
            if (at && QString(at->text()).replace(u'\n', u' ').contains(words)) {
                return;
            }
            QTest::keyClick(screen(), Qt::Key_Tab);
        }
        QFAIL(qPrintable(words + u'\n' + shownThere()));
    }
    void enter() const
    {
        QTest::keyClick(screen()->focusWidget(), Qt::Key_Return);
        QCoreApplication::sendPostedEvents();
    }
    [[nodiscard]] QLineEdit *digits() const { return screen()->findChild<QLineEdit *>(); }
    void typeDigits(const QString &text) const
    {
        QTRY_VERIFY2(digits() && digits()->isEnabled(), qPrintable(shownThere()));
        digits()->clear();
        QTest::keyClicks(digits(), text);
        QTest::keyClick(digits(), Qt::Key_Return);
        QCoreApplication::sendPostedEvents();
    }
    void open()
    {
        press(Qt::Key_I, Qt::AltModifier);
        QTRY_VERIFY(screen() && screen()->isVisible());
        touch(u"English"_qs);
        QTRY_VERIFY(offers(u"Use my identity card"_qs));
    }
    void useCard()
    {
        open();
        touch(u"Use my identity card"_qs);
    }
    void lay(const training::ChipOptions &options = {}, const training::CardChoices &choices = {})
    {
        m_reader->lay(m_cards->card(choices), options);
        QTRY_COMPARE(m_reader->state(), CardReader::State::Card);
    }
    void takeAway()
    {
        m_reader->takeAway();
        QTRY_COMPARE(m_reader->state(), CardReader::State::Empty);
    }
    void tells(const QString &words) const { QTRY_VERIFY2(shownThere().contains(words), qPrintable(shownThere())); }
    [[nodiscard]] ScannedCode code() const { return ScannedCode::of(m_face.code.toUtf8(), ScannedCode::Way::Device, kiosk()->place()->law.catalogue); }
    /** The clock of the kiosk stands so many years after the birth of who holds the card. */
    void setAge(int years)
    {
        const qint64 now = vietnamTime(code().digits.birth.addYears(years), QTime(9, 0)).toMSecsSinceEpoch();
        kiosk()->setClock([now] { return now; });
    }
    [[nodiscard]] QList<journal::Entry> entries() const
    {
        const storage::Store &store = kiosk()->place()->store;
        const auto all = store.ask(storage::JournalRange{store.origin(), 1, 1000}).result();
        return all ? *all : QList<journal::Entry>();
    }

private Q_SLOTS:
    void initTestCase() { m_cards = std::make_unique<training::TrainingCards>(); }

    void init()
    {
        m_trusts = true;
        m_reader = std::make_unique<training::SimulatedCardReader>([this] {
            const auto authority = certificateIn(m_cards->authority().authority());
            return CardTerms({}, Lawbook::folder(), m_trusts ? QList{*authority} : QList<TrustCertificate>()).on(QDate(2026, 11, 23));
        });
        openDesk([this](const Workplace &place) {
            m_own = file(place, [this](FileDossier &filing) {
                filing.answer(filing.procedure().roles().value(u"applicant.number"_qs), FieldValue::given(m_face.number));
            });
            m_others = file(place);
        });
        QVERIFY(!m_own.isEmpty() && !m_others.isEmpty());
        m_counter->read(m_reader.get());
        signIn();
    }
    void cleanup()
    {
        if (m_gate) {
            m_gate->open();
        }
        closeDesk();
        m_reader.reset();
        m_gate.reset();
    }

    void keysAloneShowOnesOwnAndDrawANumber()
    {
        logged().clear();
        const QtMessageHandler before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &line) { logged().append(line); });
        const auto restored = qScopeGuard([before] { qInstallMessageHandler(before); });
        open();
        setAge(61);
        const qsizetype written = entries().size();
        goTo(u"Use my identity card"_qs);
        enter();
        QCOMPARE(screen()->focusWidget(), digits());
        lay();
        QTest::keyClicks(screen()->focusWidget(), m_face.can());
        enter();
        tells(m_own);
        QVERIFY2(!shownThere().contains(m_others), qPrintable(shownThere()));
        QVERIFY2(shownThere().contains(u"It is received, and will be dealt with. Promised for:"_qs), qPrintable(shownThere()));
        // Of the person themselves nothing, on a screen that a hall can see.
        const QString name = m_cards->card().face.code.split(u'|').value(2);
        QVERIFY(!name.isEmpty());
        QVERIFY2(!shownThere().contains(name, Qt::CaseInsensitive) && !shownThere().contains(m_face.number), qPrintable(shownThere()));
        QVERIFY2(!screen()->windowTitle().contains(name, Qt::CaseInsensitive), qPrintable(screen()->windowTitle()));
        screenshot(screen(), u"kiosk-card-own"_qs);
        goTo(u"Take a number"_qs);
        enter();
        // With the next page nothing of them is left in this program.
        QCOMPARE(citizen()->step(), IdentifyCitizen::Step::Idle);
        QVERIFY(citizen()->dossiers().isEmpty());
        goTo(u"Civil status"_qs);
        enter();
        tells(u"Chosen by the birth date on your card: Elderly person."_qs);
        screenshot(screen(), u"kiosk-card-ticket"_qs);
        enter(); // the caret stands on what takes the number
        tells(u"A001"_qs);
        const auto hall = m_counter->hall()->hall()->look().result();
        QVERIFY(hall);
        QCOMPARE(hall->next.size(), 1);
        QCOMPARE(hall->next.constFirst().aheadMinutes, 30);
        // What was written since: the ticket, by the machine, and nobody's name or number.
        const QList<journal::Entry> after = entries().mid(written);
        QVERIFY(!after.isEmpty());
        for (const journal::Entry &one : after) {
            QVERIFY(one.payload);
            const QString text = QString::fromUtf8(one.payload->bytes);
            QVERIFY2(!text.contains(m_face.number) && !text.contains(name, Qt::CaseInsensitive), qPrintable(text));
        }
        for (const QString &line : logged()) {
            QVERIFY2(!line.contains(m_face.number) && !line.contains(name, Qt::CaseInsensitive), qPrintable(line));
        }
    }

    void whatACardIsWorthIsToldInASentence_data()
    {
        QTest::addColumn<training::ChipFaults>("faults");
        QTest::addColumn<bool>("trusts");
        QTest::addColumn<QDate>("expires");
        QTest::addColumn<QString>("told");
        QTest::addColumn<bool>("prefers");
        training::ChipFaults altered;
        altered.tamperedGroup = 13;
        training::ChipFaults copied;
        copied.copied = true;
        const QDate good(2039, 2, 9);
        QTest::newRow("over") << training::ChipFaults() << true << QDate(2024, 2, 9) << u"This card has expired"_qs << true;
        QTest::newRow("of an issuer nobody brought") << training::ChipFaults() << false << good << u"cannot tell who issued the card"_qs << true;
        QTest::newRow("altered") << altered << true << good << u"What this card says does not hold"_qs << false;
        QTest::newRow("copied") << copied << true << good << u"What this card says does not hold"_qs << false;
    }
    void whatACardIsWorthIsToldInASentence()
    {
        QFETCH(training::ChipFaults, faults);
        QFETCH(QDate, expires);
        QFETCH(QString, told);
        QFETCH(bool, prefers);
        QFETCH(bool, trusts);
        m_trusts = trusts;
        useCard();
        setAge(61);
        touch(u"Start page"_qs);
        touch(u"English"_qs);
        touch(u"Use my identity card"_qs);
        training::ChipOptions options;
        options.faults = faults;
        training::CardChoices choices;
        choices.expires = expires;
        lay(options, choices);
        typeDigits(m_face.can());
        tells(told);
        QVERIFY2(!shownThere().contains(m_own), qPrintable(shownThere()));
        touch(u"Take a number"_qs); // the way on without a card
        touch(u"Civil status"_qs);
        QCOMPARE(offers(u"Elderly person"_qs)->isChecked(), prefers);
    }

    void wrongDigitsAreCounted()
    {
        useCard();
        lay();
        typeDigits(u"000000"_qs);
        tells(u"Tries left: 2."_qs);
        typeDigits(u"000000"_qs);
        tells(u"Tries left: 1."_qs);
        typeDigits(u"000000"_qs);
        tells(u"The digits were wrong too often. Nothing of the card was changed."_qs);
        QVERIFY(!digits()->isEnabled());
        QVERIFY(offers(u"Take a number without the card"_qs));
        takeAway();
        lay();
        typeDigits(m_face.can());
        tells(m_own);
    }

    void whatIsMissingIsTold()
    {
        useCard();
        m_reader->pullOut();
        QTRY_COMPARE(m_reader->state(), CardReader::State::None);
        tells(u"Cards cannot be read here just now."_qs);
        touch(u"Start page"_qs);
        touch(u"English"_qs);
        touch(u"Use my identity card"_qs); // still offered: it was there
        tells(u"Cards cannot be read here just now."_qs);
        QVERIFY(offers(u"Take a number without the card"_qs));
        m_reader->plugIn();
        QTRY_VERIFY(digits());
        // Taken away in the middle: laid there again it is read on, and nothing is typed twice.
        training::ChipOptions torn;
        torn.faults.removedAfter = 9;
        lay(torn);
        typeDigits(m_face.can());
        tells(u"The card was taken away too soon."_qs);
        takeAway();
        lay();
        tells(m_own);
    }

    void theCodeAloneShowsNoDossiers()
    {
        open();
        setAge(61);
        QVERIFY(kiosk()->take(code())); // on the start page
        tells(u"By itself it shows no dossiers"_qs);
        QVERIFY2(!shownThere().contains(m_own), qPrintable(shownThere()));
        touch(u"Take a number without the card"_qs);
        touch(u"Civil status"_qs);
        QVERIFY(offers(u"Elderly person"_qs)->isChecked());
        touch(u"Start page"_qs);
        // With the card it opens the chip.
        QVERIFY(kiosk()->take(code()));
        lay();
        QTRY_VERIFY2(shownThere().contains(m_own), qPrintable(shownThere()));
    }

    void whoTakesTheCardAwayIsGoneSoon()
    {
        useCard();
        citizen()->setGoneMs(200);
        lay();
        typeDigits(m_face.can());
        tells(m_own);
        takeAway();
        QTRY_VERIFY(!screen()->page());
        QVERIFY2(!shownThere().contains(m_own), qPrintable(shownThere()));
        QVERIFY(citizen()->dossiers().isEmpty());
    }

    void whatIsAnsweredLateIsNotShownToTheNext()
    {
        useCard();
        m_gate = ChipGate::before(AtItsPhoto);
        lay(ChipGate::held(m_gate));
        typeDigits(m_face.can());
        QVERIFY(m_gate->isReached());
        screen()->startAgain(); // untouched, it does so by itself
        touch(u"English"_qs);
        tells(u"A card lies on the reader."_qs); // nobody forgets theirs
        touch(u"Use my identity card"_qs);
        m_gate->open();
        QTRY_VERIFY(!m_reader->isReading());
        QCoreApplication::sendPostedEvents();
        QVERIFY2(!shownThere().contains(m_own), qPrintable(shownThere()));
        QTRY_VERIFY(digits()); // whoever stands there now must know what opens it
        QVERIFY(digits()->text().isEmpty());
    }

    void theOfficersReadingWaitsUntilTheKioskIsLeft()
    {
        CardDesk *officers = m_counter->visit()->cards();
        beginForm();
        press(Qt::Key_F9);
        QTRY_VERIFY2(shown<CardPage>(), qPrintable(said()));
        type(m_face.can());
        press(Qt::Key_Return);
        QTRY_VERIFY(officers->isUnderWay() && !officers->isReading()); // it waits for a card
        useCard();
        m_gate = ChipGate::before(0);
        lay(ChipGate::held(m_gate)); // the citizen's, who has not said yet what opens it
        QTRY_VERIFY(screen()->page());
        QCoreApplication::sendPostedEvents();
        QVERIFY(!officers->isReading());
        QCOMPARE(m_gate->commands(), 0);
        typeDigits(m_face.can());
        tells(m_own);
        QVERIFY(!officers->isReading());
        QVERIFY(!officers->card());
        takeAway();
        // Whoever signs in has ended the kiosk, and the reader is the desk's again.
        QTest::keyClick(screen(), Qt::Key_F12);
        QTRY_VERIFY(!screen()->isVisible());
        window()->activateWindow();
        type(TrainingDesk::password());
        press(Qt::Key_Return);
        QTRY_VERIFY(!window()->isLocked());
        QVERIFY(!kiosk()->isOpen());
        lay();
        QTRY_VERIFY2(officers->isDone(), qPrintable(said()));
        QCOMPARE(citizen()->step(), IdentifyCitizen::Step::Idle);
    }

    void withoutAReaderNobodyIsOfferedIt()
    {
        closeDesk();
        m_reader = std::make_unique<training::SimulatedCardReader>([] { return ReadingTerms(); });
        m_reader->pullOut();
        openDesk();
        m_counter->read(m_reader.get());
        signIn();
        press(Qt::Key_I, Qt::AltModifier);
        QTRY_VERIFY(screen() && screen()->isVisible());
        QTRY_VERIFY(offers(u"Lấy số"_qs));
        touch(u"English"_qs);
        QVERIFY(!offers(u"Use my identity card"_qs));
        screen()->startAgain();
        m_reader->plugIn();
        QTRY_VERIFY(kiosk()->cards()->wasMet());
        touch(u"English"_qs);
        QTRY_VERIFY(offers(u"Use my identity card"_qs));
    }

private:
    std::unique_ptr<training::TrainingCards> m_cards;
    training::CardFace m_face = training::TrainingCards().card().face;
    std::unique_ptr<training::SimulatedCardReader> m_reader;
    std::shared_ptr<ChipGate> m_gate;
    bool m_trusts = true;
    QString m_own; ///< the code of the dossier of who holds the card
    QString m_others;
};

QTEST_MAIN(tst_KioskCards)
#include "tst_KioskCards.moc"
