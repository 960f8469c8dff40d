// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/devices/HidBench.h"
#include "tests/app/devices/PtyBench.h"
#include "tests/app/devices/SimulatedReaderBench.h"

#include <QSignalSpy>
#include <QTest>

#include <array>
#include <utility>

using namespace motcua;

using State = CodeReader::State;
using Trouble = CodeReader::Trouble;

namespace {

enum class Kind { Simulated, Line, Hid };

constexpr std::array Kinds{std::pair{Kind::Simulated, "simulated"}, std::pair{Kind::Line, "a serial line"}, std::pair{Kind::Hid, "a HID device"}};

const QByteArray Card = QByteArray("001199140891|012345678|Nguyễn Thị Thử Nghiệm|09021999|Nữ|Số 1, Đường Thử Nghiệm, Hà Nội|24072021");

/** Every byte but those that end a code. */
QByteArray everyByte()
{
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte) {
        if (byte != '\r' && byte != '\n') {
            all.append(static_cast<char>(byte));
        }
    }
    return all;
}

} // namespace

/** The contract of CodeReader, kept by a line of the system, by a HID device and by the simulator. */
class tst_CodeReader : public QObject
{
    Q_OBJECT

    std::unique_ptr<CodeReaderBench> m_bench;
    std::unique_ptr<CodeReader> m_reader;
    std::unique_ptr<QSignalSpy> m_codes;
    std::unique_ptr<QSignalSpy> m_states;
    std::unique_ptr<QSignalSpy> m_drops;

    static void kinds()
    {
        QTest::addColumn<Kind>("kind");
        for (const auto &[kind, name] : Kinds) {
            QTest::addRow("%s", name) << kind;
        }
    }

    void make(Kind kind)
    {
        switch (kind) {
        case Kind::Simulated:
            m_bench = std::make_unique<SimulatedReaderBench>();
            return;
        case Kind::Line:
            m_bench = std::make_unique<PtyBench>();
            return;
        case Kind::Hid:
            m_bench = std::make_unique<HidBench>();
            return;
        }
    }

    void listen()
    {
        m_reader = m_bench->reader();
        m_codes = std::make_unique<QSignalSpy>(m_reader.get(), &CodeReader::scanned);
        m_states = std::make_unique<QSignalSpy>(m_reader.get(), &CodeReader::stateChanged);
        m_drops = std::make_unique<QSignalSpy>(m_reader.get(), &CodeReader::dropped);
        m_reader->start();
    }

    [[nodiscard]] QList<QByteArray> codes() const
    {
        QList<QByteArray> all;
        for (const QList<QVariant> &one : *m_codes) {
            all.append(one.at(0).toByteArray());
        }
        return all;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_drops.reset();
        m_states.reset();
        m_codes.reset();
        m_reader.reset();
        m_bench.reset();
    }

    void tellsNothingFromInsideStart_data() { kinds(); }
    void tellsNothingFromInsideStart()
    {
        QFETCH(Kind, kind);
        make(kind);
        listen();
        QCOMPARE(m_reader->state(), State::Off);
        QCOMPARE(m_states->size(), 0);
        QTRY_COMPARE(m_reader->state(), State::Ready);
        QCOMPARE(m_states->size(), 1);
        m_reader->start();
        m_bench->send("A013\r");
        QTRY_COMPARE(m_codes->size(), 1);
        QCOMPARE(m_states->size(), 1); // started twice is started once
    }

    void codesComeWhole_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QList<QByteArray>>("codes");
        for (const auto &[kind, name] : Kinds) {
            QTest::addRow("%s: carriage return", name) << kind << QByteArray("A013\r") << QList<QByteArray>{"A013"};
            QTest::addRow("%s: line feed", name) << kind << QByteArray("A013\n") << QList<QByteArray>{"A013"};
            QTest::addRow("%s: both are one end", name) << kind << QByteArray("A013\r\n") << QList<QByteArray>{"A013"};
            QTest::addRow("%s: silence is an end", name) << kind << QByteArray("A013") << QList<QByteArray>{"A013"};
            QTest::addRow("%s: two at once", name) << kind << QByteArray("A013\r\nB007\r\n") << QList<QByteArray>{"A013", "B007"};
            QTest::addRow("%s: the last without an end", name) << kind << QByteArray("A013\rB007") << QList<QByteArray>{"A013", "B007"};
            QTest::addRow("%s: letters of a card", name) << kind << QByteArray(Card + '\r') << QList<QByteArray>{Card};
            QTest::addRow("%s: every byte as it is", name) << kind << QByteArray(everyByte() + '\r') << QList<QByteArray>{everyByte()};
            const QByteArray longest(CodeReader::LongestReading, '7');
            QTest::addRow("%s: the longest", name) << kind << QByteArray(longest + '\r') << QList<QByteArray>{longest};
        }
    }
    void codesComeWhole()
    {
        QFETCH(Kind, kind);
        QFETCH(QByteArray, sent);
        make(kind);
        listen();
        QTRY_COMPARE(m_reader->state(), State::Ready);
        m_bench->send(sent);
        m_bench->send("END\r");
        QTRY_VERIFY(!m_codes->isEmpty() && m_codes->constLast().at(0).toByteArray().endsWith("END"));
        // What ends in silence may run into what follows at once; then the two are one line.
        QByteArray all = codes().join(' ');
        QFETCH(QList<QByteArray>, codes);
        QCOMPARE(all.replace(" END", "END"), codes.join(' ') + "END");
    }

    void silenceEndsACode_data() { kinds(); }
    void silenceEndsACode()
    {
        QFETCH(Kind, kind);
        make(kind);
        listen();
        QTRY_COMPARE(m_reader->state(), State::Ready);
        m_bench->send("A013");
        QTRY_COMPARE(codes(), QList<QByteArray>{"A013"});
        m_bench->send("B007");
        QTRY_COMPARE(codes(), (QList<QByteArray>{"A013", "B007"}));
    }

    void whatIsTooLongIsDroppedAndToldOnce_data() { kinds(); }
    void whatIsTooLongIsDroppedAndToldOnce()
    {
        QFETCH(Kind, kind);
        make(kind);
        listen();
        QTRY_COMPARE(m_reader->state(), State::Ready);
        m_bench->send(QByteArray(CodeReader::LongestReading + 1, '7') + "\rA013\r");
        QTRY_COMPARE(codes(), QList<QByteArray>{"A013"});
        QTRY_COMPARE(m_drops->size(), 1);
    }

    void pulledOutItIsLookedFor_data() { kinds(); }
    void pulledOutItIsLookedFor()
    {
        QFETCH(Kind, kind);
        make(kind);
        listen();
        QTRY_COMPARE(m_reader->state(), State::Ready);
        m_bench->pullOut();
        QTRY_COMPARE(m_reader->state(), State::None);
        QCOMPARE(m_states->size(), 2);
        QCOMPARE(m_reader->trouble(), Trouble::Nothing);
        m_bench->plugIn();
        QTRY_COMPARE(m_reader->state(), State::Ready);
        QCOMPARE(m_states->size(), 3);
        m_bench->send("A013\r");
        QTRY_COMPARE(codes(), QList<QByteArray>{"A013"});
    }

    void takenByAnotherItSaysSo_data() { kinds(); }
    void takenByAnotherItSaysSo()
    {
        QFETCH(Kind, kind);
        make(kind);
        m_bench->occupy();
        listen();
        QTRY_COMPARE(m_reader->state(), State::Failed);
        QCOMPARE(m_reader->trouble(), Trouble::InUse);
        QCOMPARE(m_states->size(), 1);
        m_bench->release();
        QTRY_COMPARE(m_reader->state(), State::Ready);
        QCOMPARE(m_reader->trouble(), Trouble::Nothing);
    }

    void stoppedItTellsNothing_data() { kinds(); }
    void stoppedItTellsNothing()
    {
        QFETCH(Kind, kind);
        make(kind);
        listen();
        QTRY_COMPARE(m_reader->state(), State::Ready);
        m_bench->send("A013\r");
        m_reader->stop();
        QCOMPARE(m_reader->state(), State::Off);
        m_reader->start();
        QTRY_COMPARE(m_reader->state(), State::Ready);
        m_bench->send("B007\r");
        QTRY_COMPARE(codes(), QList<QByteArray>{"B007"});
    }

    void mayBeStoppedByWhoIsTold_data() { kinds(); }
    void mayBeStoppedByWhoIsTold()
    {
        QFETCH(Kind, kind);
        make(kind);
        listen();
        connect(m_reader.get(), &CodeReader::scanned, m_reader.get(), [this] { m_reader->stop(); });
        QTRY_COMPARE(m_reader->state(), State::Ready);
        m_bench->send("A013\rB007\r");
        QTRY_COMPARE(m_reader->state(), State::Off);
        QCOMPARE(codes(), QList<QByteArray>{"A013"});
        m_reader->start();
        QTRY_COMPARE(m_reader->state(), State::Ready);
        m_bench->send("C100\r");
        QTRY_COMPARE(codes(), (QList<QByteArray>{"A013", "C100"}));
    }
};

QTEST_GUILESS_MAIN(tst_CodeReader)
#include "tst_CodeReader.moc"
