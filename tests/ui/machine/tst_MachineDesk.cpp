// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/SimulatedCodeReader.h"
#include "tests/app/devices/eid/TestPki.h"
#include "tests/app/workflows/ScriptedCardReader.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/machine/MachinePage.h"
#include "ui/machine/MachineRow.h"
#include "ui/messages/Language.h"
#include "ui/shell/KeysPage.h"
#include "ui/visit/PapersPage.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPromise>
#include <QPushButton>

using namespace motcua;
using State = MachineView::State;
using Cards = LookAtMachine::OfCards;

Q_DECLARE_METATYPE(Cards)
Q_DECLARE_METATYPE(LookAtMachine::OfPhotos)
Q_DECLARE_METATYPE(motcua::MachineView::State)

namespace {

const QString Name = QStringLiteral("Any Reader 00 00");

PcscFacts::OfReader reader(PcscReader::State state, const QString &name = Name)
{
    return {.reader = {name, state, {}}, .vendor = QStringLiteral("Somebody Ltd."), .version = QStringLiteral("1.4.0")};
}

TrustStore trusting(int until)
{
    TrustStore trust;
    (void)trust.add(*TrustCertificate::fromDer(test::TestCertificate{.name = "Any", .to = QDateTime(QDate(until, 1, 1), QTime(0, 0), Qt::UTC)}.der()));
    return trust;
}

Cards cards(const PcscFacts &pcsc, const TrustStore &trust = trusting(2060))
{
    return {.pcsc = pcsc, .trust = trust};
}

PcscFacts wellDone()
{
    return {.isInstalled = true, .readers = {reader(PcscReader::State::Empty)}};
}

} // namespace

/** An officer looks what is wrong with the devices of their desk, by keys alone, and is back in the very field. */
class tst_MachineDesk : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_english = std::make_unique<Language>(Language::Code::English);
        sit();
    }
    void cleanup()
    {
        closeDesk();
        m_reader.reset();
        m_english.reset();
    }

    void eachStateIsToldWithWhatToDo_data()
    {
        QTest::addColumn<Cards>("found");
        QTest::addColumn<LookAtMachine::OfPhotos>("photos");
        QTest::addColumn<QString>("thing");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("told");
        const LookAtMachine::OfPhotos shown;
        const CardError silent{.fault = CardFault::ServiceNotRunning};
        QTest::newRow("service missing") << cards({.fault = silent}) << shown << u"Smart card service"_qs << State::Bad << u"install the package pcscd."_qs;
        QTest::newRow("service stopped") << cards({.isInstalled = true, .fault = silent}) << shown << u"Smart card service"_qs << State::Bad
                                         << u"\"systemctl enable --now pcscd.socket\" starts it."_qs;
        QTest::newRow("no reader") << cards({.isInstalled = true}) << shown << u"Card reader"_qs << State::Bad << u"there is no reader: plug one in"_qs;
        PcscFacts held = wellDone();
        held.readers.first() = reader(PcscReader::State::Card);
        held.readers.first().isHeld = true;
        QTest::newRow("reader held") << cards(held) << shown << u"Card reader"_qs << State::Look << u"held by another program: close that one"_qs;
        QTest::newRow("card unknown") << cards({.isInstalled = true, .readers = {reader(PcscReader::State::Mute)}}) << shown << u"Card reader"_qs << State::Look
                                      << u"it may be of another kind"_qs;
        QTest::newRow("reader silent") << cards({.isInstalled = true, .readers = {reader(PcscReader::State::Unavailable)}}) << shown << u"Card reader"_qs << State::Bad
                                       << u"pull it out and plug it in again"_qs;
        QTest::newRow("trust expired") << cards(wellDone(), trusting(2020)) << shown << u"Who signs chips"_qs << State::Look << u"of them over: 1"_qs;
        QTest::newRow("nobody trusted") << cards(wellDone(), {}) << shown << u"Who signs chips"_qs << State::Look << u"motcua-ctl trust import FILE"_qs;
        QTest::newRow("worker missing") << cards(wellDone()) << LookAtMachine::OfPhotos(PhotoFault::NotInstalled) << u"Photographs of cards"_qs << State::Bad
                                        << u"motcua-worker is missing"_qs;
        QTest::newRow("worker broken") << cards(wellDone()) << LookAtMachine::OfPhotos(PhotoFault::Crashed) << u"Photographs of cards"_qs << State::Bad
                                       << u"does not answer as it should"_qs;
        QTest::newRow("all well") << cards(wellDone()) << shown << u"Card reader"_qs << State::Fine << u"made by Somebody Ltd.; version 1.4.0."_qs;
    }
    void eachStateIsToldWithWhatToDo()
    {
        QFETCH(Cards, found);
        QFETCH(LookAtMachine::OfPhotos, photos);
        QFETCH(QString, thing);
        QFETCH(State, state);
        QFETCH(QString, told);
        m_cards = found;
        m_photos = photos;
        open();
        const MachineView::Line line = lineOf(thing);
        QCOMPARE(line.state, state);
        QVERIFY2(line.text.contains(told), qPrintable(line.text));
        const bool isFine = state == State::Fine;
        QCOMPARE(page()->view().state, state);
        QVERIFY2(page()->view().summary == (isFine ? u"Everything here is in order."_qs : u"1 thing to see to; the rest is in order."_qs), qPrintable(page()->view().summary));
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
    }

    void ofTwoReadersTheOneInUseIsNamed()
    {
        m_cards = cards({.isInstalled = true, .readers = {reader(PcscReader::State::Empty, u"First"_qs), reader(PcscReader::State::Card, u"Second"_qs)}});
        m_reader->named = u"Second"_qs;
        open();
        QStringList told;
        for (const MachineView::Part &part : page()->view().parts) {
            for (const MachineView::Line &line : part.lines) {
                if (line.thing == u"Card reader") {
                    told.append(line.text);
                }
            }
        }
        QCOMPARE(told.size(), 2);
        QVERIFY2(told.at(0).startsWith(u"First") && told.at(0).contains(u"with another one"), qPrintable(told.at(0)));
        QVERIFY2(told.at(1).startsWith(u"Second") && told.at(1).endsWith(u"This desk reads with it."), qPrintable(told.at(1)));
    }

    void whatIsNotKnownYetSaysSo()
    {
        QPromise<Cards> slow;
        slow.start();
        m_counter->lookWith({.cards = [&slow] { return slow.future(); }, .photos = {}, .machine = machine()});
        press(Qt::Key_F1, Qt::ControlModifier);
        QVERIFY(page());
        QCOMPARE(lineOf(u"Smart card service"_qs).state, State::Waiting);
        QCOMPARE(page()->view().summary, u"The machine is being looked at."_qs);
        slow.addResult(cards(wellDone()));
        slow.finish();
        QTRY_COMPARE(lineOf(u"Smart card service"_qs).state, State::Fine);
        QTRY_COMPARE(page()->view().summary, u"Everything here is in order."_qs);
    }

    void thePrinterOfTicketsSaysHowItIs_data()
    {
        QTest::addColumn<int>("paper"); // Unknown and up; below, a fault
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, std::optional<TicketPaper> paper, State state, const QString &text) {
            QTest::newRow(name) << (paper ? static_cast<int>(*paper) : -1) << static_cast<int>(state) << text;
        };
        row("ready", TicketPaper::Enough, State::Fine, u"It is ready and has paper."_qs);
        row("one that says nothing", TicketPaper::Unknown, State::Fine, u"It is there, and says nothing of its paper."_qs);
        row("nearly at its end", TicketPaper::Low, State::Look, u"The paper of the ticket printer is about to end: have a new roll at hand."_qs);
        row("no paper", std::nullopt, State::Look,
            u"The ticket printer is out of paper. Numbers are drawn all the same. Put a new roll in. (TicketPaperOut)"_qs);
    }
    void thePrinterOfTicketsSaysHowItIs()
    {
        QFETCH(int, paper);
        QFETCH(int, state);
        QFETCH(QString, text);
        const TicketPrinter::Told told = paper < 0 ? TicketPrinter::Told(TicketFault{.what = TicketFault::What::PaperOut}) : static_cast<TicketPaper>(paper);
        m_counter->lookWith({.machine = machine(), .tickets = [told] { return QtFuture::makeReadyFuture(told); }});
        open();
        QTRY_COMPARE(static_cast<int>(lineOf(u"Ticket printer"_qs).state), state);
        QCOMPARE(lineOf(u"Ticket printer"_qs).text, text);
    }

    void escapeComesBackToTheVeryField()
    {
        beginForm();
        press(Qt::Key_Tab);
        press(Qt::Key_Tab);
        press(Qt::Key_Tab);
        auto *field = qobject_cast<QLineEdit *>(window()->focusWidget());
        QVERIFY(field);
        type(u"1985"_qs);
        field->setCursorPosition(2);
        Page *form = window()->page();
        open();
        press(Qt::Key_Down);
        press(Qt::Key_Escape);
        QCOMPARE(window()->page(), form);
        QCOMPARE(window()->focusWidget(), field);
        QCOMPARE(field->text(), u"1985"_qs);
        QCOMPARE(field->cursorPosition(), 2);
        open(); // from the keys and the handbook it leads back to the form, not to them
        press(Qt::Key_F1);
        QVERIFY(shown<KeysPage>());
        press(Qt::Key_Escape);
        QVERIFY(page());
        press(Qt::Key_F1);
        press(Qt::Key_F1, Qt::ControlModifier);
        QVERIFY(page());
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(window()->page(), form);
        QCOMPARE(window()->focusWidget(), field);
    }

    void noFormOfWhoHasLeftComesBack()
    {
        beginForm();
        open();
        press(Qt::Key_F8);
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::None);
        QVERIFY(page()); // nobody is called away from it
        press(Qt::Key_Escape); // what was said
        press(Qt::Key_Escape);
        QVERIFY(shown<WorklistPage>());
    }

    void behindTheLockItIsTheSame()
    {
        open();
        press(Qt::Key_F12);
        QVERIFY(!page());
        press(Qt::Key_F1, Qt::ControlModifier);
        QVERIFY(!page()); // nobody is at the desk
        type(TrainingDesk::password());
        press(Qt::Key_Return);
        QTRY_VERIFY(page());
        press(Qt::Key_Escape);
        QVERIFY(shown<WorklistPage>());
    }

    void aVisitBehindItGoesOnAfterALock()
    {
        beginForm();
        open();
        press(Qt::Key_F12);
        type(TrainingDesk::password());
        press(Qt::Key_Return);
        QTRY_VERIFY(page());
        press(Qt::Key_Escape);
        QVERIFY(shown<FormPage>());
        QVERIFY2(written(window()->findChild<QWidget *>(u"visitPanel"_qs)).contains(u"still missing"), qPrintable(written(window()->findChild<QWidget *>(u"visitPanel"_qs))));
        press(Qt::Key_4, Qt::AltModifier); // the steps are there
        QVERIFY2(shown<PapersPage>(), qPrintable(said()));
    }

    void itIsWalkedAndHeard()
    {
        open();
        QStringList heard;
        QWidget *before = nullptr;
        while (window()->focusWidget() != before) {
            before = window()->focusWidget();
            QVERIFY(qobject_cast<MachineRow *>(before));
            QVERIFY(!heard.contains(before->accessibleName()));
            heard.append(before->accessibleName());
            press(Qt::Key_Down);
        }
        QCOMPARE(heard.constFirst(), u"✔ Everything here is in order."_qs);
        QVERIFY2(heard.contains(u"✔ fine · Smart card service · The smart card service runs."_qs), qPrintable(heard.join(u'|')));
        QVERIFY2(heard.constLast().contains(u"There was none since"), qPrintable(heard.constLast()));
        press(Qt::Key_Home);
        QCOMPARE(window()->focusWidget()->accessibleName(), heard.constFirst());
        press(Qt::Key_End);
        QCOMPARE(window()->focusWidget()->accessibleName(), heard.constLast());
    }

    void itIsLookedAtAgainByAKeyAndByItself()
    {
        m_cards = cards({.isInstalled = true});
        open();
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        QCOMPARE(rowAt(), u"Who signs chips"_qs);
        m_cards = cards(wellDone());
        press(Qt::Key_R);
        QTRY_COMPARE(lineOf(u"Card reader"_qs).state, State::Fine);
        QCOMPARE(rowAt(), u"Who signs chips"_qs); // though a line came in above it
        m_cards = cards({.isInstalled = true});
        m_reader->become(CardReader::State::None);
        QTRY_COMPARE(lineOf(u"Card reader"_qs).state, State::Bad);
        press(Qt::Key_Escape);
        const int asked = m_asked;
        m_reader->become(CardReader::State::Empty);
        beginForm();
        QCOMPARE(m_asked, asked); // nobody looks
    }

    void lastErrorsAreKeptWithMomentCodeAndRemedy()
    {
        m_reader->become(CardReader::State::Empty);
        m_reader->end(CardError{.fault = CardFault::Protocol, .status = 0x6982, .detail = u"READ BINARY"_qs});
        m_reader->end(CardError{.fault = CardFault::TimedOut});
        m_reader->end(CardError{.fault = CardFault::TimedOut});
        m_scanner.start();
        m_scanner.setTrouble(CodeReader::Trouble::InUse);
        QTRY_COMPARE(m_scanner.state(), CodeReader::State::Failed);
        open();
        const QList<MachineView::Line> errors = page()->view().parts.constLast().lines;
        QCOMPARE(errors.size(), 3);
        QCOMPARE(errors.at(0).thing, u"Code reader"_qs);
        QCOMPARE(errors.at(0).text, u"Another program uses it: close that one. (InUse)"_qs);
        QVERIFY2(errors.at(1).word.endsWith(u" ×2"), qPrintable(errors.at(1).word));
        QCOMPARE(errors.at(1).text, u"The card did not answer in time. Lay the card on the reader again; nothing has to be typed twice. (TimedOut)"_qs);
        QVERIFY2(errors.at(2).text.endsWith(u"(Protocol 6982, READ BINARY)"), qPrintable(errors.at(2).text));
        QCOMPARE(errors.at(2).state, State::Look);
        QCOMPARE(lineOf(u"Code reader"_qs).state, State::Bad);
    }

    void oneKeyTakesItAlongAndNobodysData()
    {
        beginForm();
        retype(u"requester.name"_qs, u"Nguyen Thi Mau"_qs);
        m_reader->end(CardError{.fault = CardFault::WrongKey});
        open();
        press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(said().startsWith(u"Copied."), qPrintable(said()));
        const QString text = QGuiApplication::clipboard()->text();
        QCOMPARE(text, page()->asText());
        QVERIFY2(text.startsWith(u"This machine · "), qPrintable(text));
        QVERIFY2(text.contains(u"\nCARDS\n✔ fine · Smart card service · The smart card service runs.\n"), qPrintable(text));
        QVERIFY2(text.contains(u"(WrongKey)\n"), qPrintable(text));
        QVERIFY(!text.contains(u"Mau"));
        QVERIFY(!text.contains(filing()->place().personName));
        QVERIFY(!text.contains(m_desk->folder().path()));
    }

    void theMouseOpensItToo()
    {
        auto *devices = window()->findChild<QPushButton *>(u"statusDevices"_qs);
        QVERIFY(devices && devices->isVisible());
        QVERIFY2(devices->toolTip().contains(u"(Ctrl+F1)"), qPrintable(devices->toolTip()));
        QTest::mouseClick(devices, Qt::LeftButton);
        QVERIFY(page());
        press(Qt::Key_F12);
        QVERIFY(!devices->isEnabled()); // behind the lock there is nothing to open
    }

    void whereNoCardCanBeReadTheKeyIsNamed()
    {
        m_reader->become(CardReader::State::None);
        beginForm();
        press(Qt::Key_F9);
        QTRY_VERIFY2(said().contains(u"Ctrl+F1 opens the page \"This machine\""), qPrintable(said()));
    }

    void looksRight_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<int>("scale");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Language::Code>("language");
        QTest::newRow("vi-light") << int(Theme::Name::Light) << 100 << QSize(1366, 698) << Language::Code::Vietnamese;
        QTest::newRow("vi-dark-150") << int(Theme::Name::Dark) << 150 << QSize(1366, 698) << Language::Code::Vietnamese;
        QTest::newRow("vi-contrast-125") << int(Theme::Name::HighContrast) << 125 << QSize(1920, 1080) << Language::Code::Vietnamese;
        QTest::newRow("en-light") << int(Theme::Name::Light) << 100 << QSize(1366, 698) << Language::Code::English;
    }
    void looksRight()
    {
        QFETCH(int, theme);
        QFETCH(int, scale);
        QFETCH(QSize, size);
        QFETCH(Language::Code, language);
        cleanup();
        m_english = std::make_unique<Language>(language);
        Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp, scale);
        sit();
        Appearance look;
        look.textScale = scale;
        look.theme = static_cast<Theme::Name>(theme);
        m_counter->setAppearance(look);
        test::present(window(), size);
        m_cards = cards(wellDone());
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        beginForm();
        open();
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), u"machine-fine-"_qs + tag);
        PcscFacts held = wellDone();
        held.readers = {reader(PcscReader::State::Card, u"Identiv uTrust 3700 F CL Reader [uTrust 3700 F CL Reader] 00 00"_qs), reader(PcscReader::State::Empty)};
        held.readers.first().isHeld = true;
        m_cards = cards(held, trusting(2020));
        m_photos = PhotoFault::NotInstalled;
        m_reader->become(CardReader::State::Empty);
        m_reader->end(CardError{.fault = CardFault::Protocol, .status = 0x6982, .detail = u"READ BINARY"_qs});
        m_reader->end(CardError{.fault = CardFault::ReaderBusy});
        m_reader->become(CardReader::State::None);
        press(Qt::Key_R);
        QTRY_COMPARE(page()->view().parts.constLast().lines.size(), 3);
        QTRY_VERIFY(page()->view().state == State::Bad);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), u"machine-trouble-"_qs + tag);
        press(Qt::Key_End);
        QTRY_VERIFY(window()->focusWidget()->visibleRegion().boundingRect().size() == window()->focusWidget()->size());
        test::screenshot(window(), u"machine-errors-"_qs + tag);
        Theme::named(Theme::Name::Light).wear(*qApp, 100);
    }

private:
    void sit()
    {
        m_cards = cards(wellDone());
        m_photos = {};
        m_asked = 0;
        m_reader = std::make_unique<ScriptedCardReader>();
        m_reader->named = Name;
        openDesk();
        m_counter->read(m_reader.get());
        m_counter->listen(&m_scanner);
        m_counter->lookWith({.cards =
                                 [this] {
                                     ++m_asked;
                                     return QtFuture::makeReadyFuture(m_cards);
                                 },
            .photos = [this] { return QtFuture::makeReadyFuture(m_photos); },
            .machine = machine()});
        signIn();
    }
    static std::function<QFuture<MachineFacts>()> machine()
    {
        return [] {
            return QtFuture::makeReadyFuture(MachineFacts{.storeThere = true, .freeBytes = MachineFacts::LeastFreeBytes * 40, .clearSwap = {}, .spooler = MachineFacts::Spooler::KeepsNone});
        };
    }
    void open()
    {
        press(Qt::Key_F1, Qt::ControlModifier);
        QVERIFY(page());
        QTRY_VERIFY(page()->view().state != State::Waiting);
    }
    [[nodiscard]] MachinePage *page() const { return shown<MachinePage>(); }
    /** The first with this name. */
    [[nodiscard]] MachineView::Line lineOf(const QString &thing) const
    {
        for (const MachineView::Part &part : page()->view().parts) {
            for (const MachineView::Line &line : part.lines) {
                if (line.thing == thing) {
                    return line;
                }
            }
        }
        return {};
    }
    /** At which the keyboard is. */
    [[nodiscard]] QString rowAt() const
    {
        const auto *row = qobject_cast<const MachineRow *>(window()->focusWidget());
        return row ? row->line().thing : QString();
    }

    Cards m_cards;
    LookAtMachine::OfPhotos m_photos;
    int m_asked = 0;
    std::unique_ptr<ScriptedCardReader> m_reader;
    SimulatedCodeReader m_scanner;
    std::unique_ptr<Language> m_english;
};

QTEST_MAIN(tst_MachineDesk)
#include "tst_MachineDesk.moc"
