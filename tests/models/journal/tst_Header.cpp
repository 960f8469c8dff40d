// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Entry.h"

#include <QTest>

#include <functional>

using namespace motcua;
using namespace motcua::journal;

namespace {

Id id(char c)
{
    return Id::fromBytes(QByteArray(16, c));
}

Header sample()
{
    return {.flags = Header::TrainingFlag,
        .key = {id('o'), 7},
        .previous = QByteArray(32, 'p'),
        .id = Id::v7(1'795'000'000'000, QByteArray(10, '\x5a')),
        .time = {1'795'000'000'000, 3},
        .receiptMs = 1'795'000'000'123,
        .actor = {Actor::Kind::Person, id('a')},
        .desk = "H26.1.13/3",
        .visit = id('v'),
        .subject = id('s'),
        .kind = "dossier.corrected",
        .version = 1,
        .basis = {{id('b'), 2}, {id('o'), 6}},
        .payloadHash = QByteArray(32, 'h')};
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(Header &)>)
using Change = std::function<void(Header &)>;

class tst_Header : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAreFixedForEver()
    {
        // Written out by hand from the format's table: whoever changes this breaks every journal in the field.
        const QByteArray hex = "4d434a31"
                               "0002"
                               "0001"
                               "0010"
                               "6f6f6f6f6f6f6f6f6f6f6f6f6f6f6f6f"
                               "0008"
                               "0000000000000007"
                               "0020"
                               "7070707070707070707070707070707070707070707070707070707070707070"
                               "0010"
                               "01a1ee565e00"
                               "7a5a9a5a5a5a5a5a5a5a"
                               "0008"
                               "01a1ee565e000003"
                               "0008"
                               "000001a1ee565e7b"
                               "0011"
                               "0161616161616161616161616161616161"
                               "000a"
                               "4832362e312e31332f33"
                               "0010"
                               "76767676767676767676767676767676"
                               "0010"
                               "73737373737373737373737373737373"
                               "0011"
                               "646f73736965722e636f72726563746564"
                               "0002"
                               "0001"
                               "0030"
                               "62626262626262626262626262626262"
                               "0000000000000002"
                               "6f6f6f6f6f6f6f6f6f6f6f6f6f6f6f6f"
                               "0000000000000006"
                               "0020"
                               "6868686868686868686868686868686868686868686868686868686868686868";
        QByteArray expected = QByteArray::fromHex(hex);
        QCOMPARE(sample().encoded().toHex(), expected.toHex());
    }

    void readsWhatItWrites()
    {
        const Result<Header> again = Header::decoded(sample().encoded());
        QVERIFY(again);
        QCOMPARE(*again, sample());
        Header first = sample();
        first.key.seq = 1;
        first.previous = QByteArray(32, '\0');
        first.basis = {};
        first.desk = {};
        first.visit = {};
        first.flags = 0;
        QCOMPARE(*Header::decoded(first.encoded()), first);
    }

    void everyLengthButTheRightOneIsRefused()
    {
        const QByteArray bytes = sample().encoded();
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            QCOMPARE(Header::decoded(bytes.first(size)).error().code, ErrorCode::EntryMalformed);
        }
        QVERIFY(!Header::decoded(bytes + '\0'));
    }

    void whateverIsReadIsWrittenBackByteForByte()
    {
        // One byte string per header: a changed byte is refused or is another header, never the same one spelled otherwise.
        const QByteArray bytes = sample().encoded();
        int accepted = 0;
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray changed = bytes;
                changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
                const Result<Header> header = Header::decoded(changed);
                if (header) {
                    ++accepted;
                    QCOMPARE(header->encoded(), changed);
                    QVERIFY(*header != sample());
                }
            }
        }
        QVERIFY(accepted > 1000);
    }

    void refusesWhatIsNotCanonical_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, const Change &change) { QTest::addRow("%s", name) << change; };
        row("an unknown flag", [](Header &h) { h.flags = 2; });
        row("no origin", [](Header &h) {
            h.key.origin = {};
            h.basis = {};
        });
        row("place 0", [](Header &h) {
            h.key.seq = 0;
            h.basis = {};
        });
        row("a place beyond 63 bits", [](Header &h) { h.key.seq = quint64{1} << 63; });
        row("the first entry following something", [](Header &h) {
            h.key.seq = 1;
            h.basis = {};
        });
        row("a later entry following nothing", [](Header &h) { h.previous = QByteArray(32, '\0'); });
        row("a previous hash of 31 bytes", [](Header &h) { h.previous.chop(1); });
        row("no id", [](Header &h) { h.id = {}; });
        row("no subject", [](Header &h) { h.subject = {}; });
        row("an actor of kind 0", [](Header &h) { h.actor.kind = static_cast<Actor::Kind>(0); });
        row("an actor of kind 4", [](Header &h) { h.actor.kind = static_cast<Actor::Kind>(4); });
        row("a desk of 65 bytes", [](Header &h) { h.desk = QByteArray(65, 'd'); });
        row("a desk that is not UTF-8", [](Header &h) { h.desk = "\xc3\x28"; });
        row("an empty kind", [](Header &h) { h.kind = {}; });
        row("a kind of 65 bytes", [](Header &h) { h.kind = QByteArray(65, 'k'); });
        row("a kind with a space", [](Header &h) { h.kind = "dossier accepted"; });
        row("version 0", [](Header &h) { h.version = 0; });
        row("a basis that does not ascend", [](Header &h) { std::swap(h.basis[0], h.basis[1]); });
        row("a basis naming a key twice", [](Header &h) { h.basis = {{id('b'), 2}, {id('b'), 2}}; });
        row("a basis naming place 0", [](Header &h) { h.basis[0].seq = 0; });
        row("a basis naming itself", [](Header &h) { h.basis[1].seq = 7; });
        row("a basis naming a later entry of its own log", [](Header &h) { h.basis[1].seq = 8; });
        row("a basis of 65 keys", [](Header &h) {
            h.basis.clear();
            for (quint64 seq = 1; seq <= 65; ++seq) {
                h.basis.append({id('b'), seq});
            }
        });
        row("a payload hash of 33 bytes", [](Header &h) { h.payloadHash.append('h'); });
    }
    void refusesWhatIsNotCanonical()
    {
        QFETCH(Change, change);
        Header header = sample();
        change(header);
        const Result<Header> read = Header::decoded(header.encoded());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::EntryMalformed);
    }

    void anEntryIsBoundToItsPayload()
    {
        Header header = sample();
        const Payload payload{QByteArray(16, 's'), R"({"reason":"x"})"};
        header.payloadHash = payloadHash(payload.salt, payload.bytes);
        const QByteArray bytes = header.encoded();
        const Result<Entry> entry = Entry::from(bytes, payload);
        QVERIFY(entry);
        QCOMPARE(entry->hash(), sha256(bytes));
        QVERIFY(Entry::from(bytes, std::nullopt));
        QCOMPARE(Entry::from(bytes, Payload{QByteArray(16, 't'), payload.bytes}).error().code, ErrorCode::PayloadMismatch);
        QCOMPARE(Entry::from(bytes, Payload{payload.salt, payload.bytes + ' '}).error().code, ErrorCode::PayloadMismatch);
        // Moving the border between salt and payload keeps the hash; the sizes refuse it.
        QCOMPARE(Entry::from(bytes, Payload{payload.salt + payload.bytes.first(1), payload.bytes.sliced(1)}).error().code,
            ErrorCode::EntryMalformed);
        QCOMPARE(Entry::from(bytes.first(50), payload).error().code, ErrorCode::EntryMalformed);
    }

    void aPayloadOverOneMebibyteIsRefused()
    {
        Header header = sample();
        Payload payload{QByteArray(16, 's'), QByteArray(Entry::MaxPayload, 'x')};
        header.payloadHash = payloadHash(payload.salt, payload.bytes);
        QVERIFY(Entry::from(header.encoded(), payload));
        payload.bytes.append('x');
        header.payloadHash = payloadHash(payload.salt, payload.bytes);
        QCOMPARE(Entry::from(header.encoded(), payload).error().code, ErrorCode::EntryMalformed);
    }

    void hybridTimeNeverRunsBack()
    {
        HybridTime time{1000, 0};
        QCOMPARE(time.next(1001), (HybridTime{1001, 0}));
        QCOMPARE(time.next(1000), (HybridTime{1000, 1}));
        QCOMPARE(time.next(5), (HybridTime{1000, 1}));
        QCOMPARE((HybridTime{1000, 0xFFFF}).next(5), (HybridTime{1001, 0}));
        QCOMPARE(HybridTime::fromPacked(HybridTime{1'795'000'000'000, 0xABCD}.packed()), (HybridTime{1'795'000'000'000, 0xABCD}));
    }
};

QTEST_APPLESS_MAIN(tst_Header)
#include "tst_Header.moc"
