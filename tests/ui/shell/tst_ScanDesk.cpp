// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/SimulatedCodeReader.h"
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/messages/Language.h"
#include "ui/shell/ScanDesk.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;

namespace {

const QByteArray Card = QByteArray("001199140891|012345678|Nguyễn Thị Thử Nghiệm|09021999|Nữ|Số 1, Đường Thử Nghiệm, Phường Mẫu, Hà Nội|24072021");
const QByteArray TypedCard = QByteArray("001199140891|012345678|Nguyeenx Thij|09021999|Nuwx|Soos 1|24072021");

} // namespace

/** A code acts by its content wherever it comes from, and behind a locked window not at all. */
class tst_ScanDesk : public QObject
{
    Q_OBJECT

    Language m_vietnamese;
    std::unique_ptr<SimulatedCodeReader> m_reader;
    std::unique_ptr<ScanDesk> m_desk;
    std::unique_ptr<QLineEdit> m_field;
    std::unique_ptr<QSignalSpy> m_persons;
    std::unique_ptr<QSignalSpy> m_tickets;
    std::unique_ptr<QSignalSpy> m_dossiers;
    std::unique_ptr<QSignalSpy> m_unknown;
    std::unique_ptr<QSignalSpy> m_said;
    std::unique_ptr<QSignalSpy> m_beside;
    bool m_isLocked = false;
    const Catalogue m_catalogue = test::shippedCatalogue();

    void scan(const QByteArray &bytes)
    {
        const int before = done();
        m_reader->send(bytes + "\r\n");
        QTRY_VERIFY(done() > before);
    }
    /** By a reader that passes for a keyboard. */
    void type(const QByteArray &bytes)
    {
        for (const char c : bytes) {
            QTest::keyClick(m_field->windowHandle(), c);
        }
        QTest::keyClick(m_field->windowHandle(), Qt::Key_Return);
    }
    [[nodiscard]] int done() const
    {
        return static_cast<int>(m_persons->size() + m_tickets->size() + m_dossiers->size() + m_unknown->size() + m_said->size() + m_beside->size());
    }
    [[nodiscard]] static ScannedCode code(const QSignalSpy &spy) { return spy.constLast().at(0).value<ScannedCode>(); }
    [[nodiscard]] static QString words(const QSignalSpy &spy) { return spy.isEmpty() ? QString() : spy.constLast().at(0).value<Notice>().text; }
    [[nodiscard]] QString words() const { return words(*m_said); }

private Q_SLOTS:
    void init()
    {
        m_isLocked = false;
        m_field = std::make_unique<QLineEdit>();
        test::present(m_field.get(), {400, 40});
        m_reader = std::make_unique<SimulatedCodeReader>();
        m_desk = std::make_unique<ScanDesk>();
        m_desk->setLocked([this] { return m_isLocked; });
        m_persons = std::make_unique<QSignalSpy>(m_desk.get(), &ScanDesk::personScanned);
        m_tickets = std::make_unique<QSignalSpy>(m_desk.get(), &ScanDesk::ticketScanned);
        m_dossiers = std::make_unique<QSignalSpy>(m_desk.get(), &ScanDesk::dossierScanned);
        m_unknown = std::make_unique<QSignalSpy>(m_desk.get(), &ScanDesk::unknownScanned);
        m_said = std::make_unique<QSignalSpy>(m_desk.get(), &ScanDesk::said);
        m_beside = std::make_unique<QSignalSpy>(m_desk.get(), &ScanDesk::saidBeside);
        m_desk->listen(m_reader.get());
        m_desk->begin(m_catalogue);
        QTRY_COMPARE(m_reader->state(), CodeReader::State::Ready);
    }
    void cleanup()
    {
        m_persons.reset();
        m_tickets.reset();
        m_dossiers.reset();
        m_unknown.reset();
        m_said.reset();
        m_beside.reset();
        m_desk.reset();
        m_reader.reset();
        m_field.reset();
    }

    void aCardIsAPerson()
    {
        scan(Card);
        QCOMPARE(m_persons->size(), 1);
        QVERIFY(!code(*m_persons).isOnlyDigits());
        QCOMPARE(code(*m_persons).card->name, u"Nguyễn Thị Thử Nghiệm"_qs);
        QCOMPARE(done(), 1);
    }
    void aTicketIsAVisit()
    {
        scan("A013");
        QCOMPARE(m_tickets->size(), 1);
        QCOMPARE(m_tickets->constFirst().at(0).toString(), u"A013"_qs);
        QCOMPARE(done(), 1);
    }
    void whatTheSlipSaysIsADossier()
    {
        scan("H26.31.05-261123-0301");
        QCOMPARE(m_dossiers->size(), 1);
        QCOMPARE(m_dossiers->constFirst().at(0).toString(), u"H26.31.05-261123-0301"_qs);
        QCOMPARE(done(), 1);
    }
    void anythingElseIsToldAndSaid()
    {
        m_reader->send("KQ.G15.000342\r");
        QTRY_COMPARE(m_unknown->size(), 1);
        QCOMPARE(code(*m_unknown).code->kind, RecognisedCode::Kind::Result);
        QVERIFY2(words().contains(u"KQ.G15.000342"_qs), qPrintable(words()));
    }
    void aLongTextIsNotShownWhole()
    {
        m_reader->send(QByteArray(300, 'x') + '\r');
        QTRY_COMPARE(m_unknown->size(), 1);
        QVERIFY2(words().size() < 200, qPrintable(words()));
    }
    void anOldCardProvesNothing()
    {
        scan("012345678");
        QCOMPARE(m_said->size(), 1);
        QVERIFY2(words().contains(u"9 số"_qs), qPrintable(words()));
        QCOMPARE(done(), 1);
    }

    void whatCannotBeReadIsExplained_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("another table of letters") << QByteArray("Nguy\xEA\xDEn");
        QTest::addRow("a damaged card") << QByteArray(Card).replace("09021999", "31021999");
        QTest::addRow("two parts") << QByteArray("0123\x1D" "456");
        QTest::addRow("too long") << QByteArray(CodeReader::LongestReading + 1, '7');
    }
    void whatCannotBeReadIsExplained()
    {
        QFETCH(QByteArray, bytes);
        scan(bytes);
        QCOMPARE(m_said->size(), 1);
        QCOMPARE(done(), 1);
        QVERIFY(!words().isEmpty());
    }

    void aDeviceWithOtherLettersGivesDigitsAndSaysSo()
    {
        m_reader->send(QByteArray(Card).replace("ễ", "?") + '\r');
        QTRY_COMPARE(m_persons->size(), 1);
        QVERIFY(code(*m_persons).isOnlyDigits());
        QVERIFY2(words(*m_beside).contains(u"UTF-8"_qs), qPrintable(words(*m_beside)));
        QCOMPARE(m_said->size(), 0); // which would take the place of what the card brought up
    }

    void aReaderThatTypesIsHintedAtOncePerPerson()
    {
        type(TypedCard);
        QCOMPARE(m_persons->size(), 1);
        QVERIFY(code(*m_persons).isOnlyDigits());
        QCOMPARE(code(*m_persons).digits.number, u"001199140891"_qs);
        QCOMPARE(m_beside->size(), 1);
        QVERIFY2(words(*m_beside).contains(u"bàn phím"_qs), qPrintable(words(*m_beside)));
        QCOMPARE(m_field->text(), QString());
        type(TypedCard);
        QCOMPARE(m_persons->size(), 2);
        QCOMPARE(m_beside->size(), 1);
        m_desk->begin(m_catalogue, false); // back from a lock
        type(TypedCard);
        QCOMPARE(m_beside->size(), 1);
        m_desk->begin(m_catalogue); // somebody else
        type("H26.31.05-261123-0301");
        QCOMPARE(m_dossiers->size(), 1);
        QCOMPARE(m_beside->size(), 2);
    }

    void aReaderThatTypesIsToldWhetherItsCodeWasTaken_data()
    {
        QTest::addColumn<bool>("takes");
        QTest::addColumn<QString>("told");
        QTest::newRow("into a field") << true << u"đã vào ô"_qs;
        QTest::newRow("nowhere") << false << u"không lọt vào ô nào"_qs;
    }
    void aReaderThatTypesIsToldWhetherItsCodeWasTaken()
    {
        QFETCH(bool, takes);
        QFETCH(QString, told);
        connect(m_desk.get(), &ScanDesk::unknownScanned, m_desk.get(), [this, takes] {
            if (takes) {
                m_desk->setTaken();
            }
        });
        type("RN123456785VN");
        QCOMPARE(m_unknown->size(), 1);
        QVERIFY2(words(*m_beside).contains(told), qPrintable(words(*m_beside)));
        QCOMPARE(m_said->size(), takes ? 0 : 1); // that it is neither a card nor a dossier is no news to who took it
        type("RN987654327VN");
        QCOMPARE(m_said->size(), takes ? 0 : 2);
    }

    void behindTheLockNothingIsReadOut()
    {
        m_isLocked = true;
        m_reader->send(Card + '\r');
        type("H26.31.05-261123-0301");
        QSignalSpy taken(m_reader.get(), &CodeReader::scanned);
        m_reader->send("A013\r");
        QTRY_COMPARE(taken.size(), 1);
        QCOMPARE(done(), 0);
        QCOMPARE(m_field->text(), QString()); // nor does it get into a password
        m_isLocked = false;
        m_desk->begin(m_catalogue, false);
        QCOMPARE(m_said->size(), 1); // that there was something is said once
        m_desk->begin(m_catalogue, false);
        QCOMPARE(m_said->size(), 1);
        scan("A013");
        QCOMPARE(m_tickets->size(), 1);
    }

    void withoutAnybodyNothingIsReadOutNorSaid()
    {
        m_desk->end();
        QSignalSpy taken(m_reader.get(), &CodeReader::scanned);
        m_reader->send(Card + '\r');
        QTRY_COMPARE(taken.size(), 1);
        m_desk->begin(m_catalogue);
        QCOMPARE(done(), 0);
    }

    void theStatusLineTellsTheDevice()
    {
        QSignalSpy changes(m_desk.get(), &ScanDesk::devicesChanged);
        QCOMPARE(m_desk->deviceWords(), u"Mã ✔"_qs);
        m_reader->pullOut();
        QTRY_COMPARE(changes.size(), 1);
        QVERIFY2(m_desk->deviceWords().startsWith(u"Mã ✖"_qs), qPrintable(m_desk->deviceWords()));
        type("H26.31.05-261123-0301");
        QCOMPARE(changes.size(), 2);
        QVERIFY2(m_desk->deviceWords().startsWith(u"Mã !"_qs), qPrintable(m_desk->deviceWords()));
        m_reader->setTrouble(CodeReader::Trouble::InUse);
        m_reader->plugIn();
        QTRY_COMPARE(changes.size(), 3);
        QVERIFY2(m_desk->deviceWords().startsWith(u"Mã ✖"_qs), qPrintable(m_desk->deviceWords()));
        QCOMPARE(ScanDesk().deviceWords(), QString());
    }
};

QTEST_MAIN(tst_ScanDesk)
#include "tst_ScanDesk.moc"
