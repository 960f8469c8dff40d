// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Chain.h"

#include "tests/models/journal/Author.h"

#include <QTest>

#include <functional>

using namespace motcua;
using namespace motcua::journal;

using Damage = std::function<void(QList<Entry> &)>;
Q_DECLARE_METATYPE(Damage)
Q_DECLARE_METATYPE(motcua::journal::ChainBreak::Reason)
using Reason = ChainBreak::Reason;

namespace {

QList<Entry> fiveEntries(char origin, const QString &text = u"x"_qs)
{
    Author author(origin);
    for (int i = 0; i < 5; ++i) {
        author.write(testId('s'), "dossier.noted", {{u"text"_qs, text}, {u"i"_qs, i}}, {}, 1000 + i);
    }
    return author.log;
}

} // namespace

class tst_Chain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWhenNothingIsMissing()
    {
        const QList<Entry> log = fiveEntries('o');
        QVERIFY(!Chain::firstBreak(testId('o'), log));
        Chain chain(testId('o'));
        for (const Entry &entry : log) {
            QVERIFY(!chain.append(entry));
        }
        QCOMPARE(chain.head(), (EntryKey{testId('o'), 5}));
        QCOMPARE(chain.headHash(), log.constLast().hash());
    }

    void holdsAlthoughPayloadsArePurged()
    {
        QList<Entry> log = fiveEntries('o');
        log[1] = withoutPayload(log.at(1));
        Chain chain(testId('o'));
        for (const Entry &entry : std::as_const(log)) {
            QVERIFY(!chain.append(entry));
        }
        QCOMPARE(chain.withoutPayload(), 1u);
    }

    void goesOnFromAVerifiedEntry()
    {
        const QList<Entry> log = fiveEntries('o');
        Chain chain(log.at(2).header.key, log.at(2).hash());
        QVERIFY(!chain.append(log.at(3)));
        QCOMPARE(chain.head().seq, 4u);
    }

    void namesTheFirstBreak_data()
    {
        QTest::addColumn<Damage>("damage");
        QTest::addColumn<quint64>("at");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, quint64 at, Reason reason, ErrorCode code, const Damage &damage) {
            QTest::addRow("%s", name) << damage << at << reason << code;
        };
        row("an entry taken out", 4, Reason::Gap, ErrorCode::ChainBroken, [](QList<Entry> &log) { log.removeAt(2); });
        row("the first entry taken out", 2, Reason::Gap, ErrorCode::ChainBroken, [](QList<Entry> &log) { log.removeFirst(); });
        row("an entry twice", 3, Reason::Repeated, ErrorCode::ChainBroken, [](QList<Entry> &log) { log.insert(3, log.at(2)); });
        row("two entries for one place", 3, Reason::Forked, ErrorCode::OriginForked,
            [](QList<Entry> &log) { log.insert(3, fiveEntries('o', u"y"_qs).at(2)); });
        row("two entries swapped", 3, Reason::Gap, ErrorCode::ChainBroken, [](QList<Entry> &log) { log.swapItemsAt(1, 2); });
        row("an entry of another log", 1, Reason::OtherOrigin, ErrorCode::ChainBroken,
            [](QList<Entry> &log) { log.insert(2, fiveEntries('p').constFirst()); });
        row("an entry from another history", 3, Reason::PreviousHash, ErrorCode::ChainBroken,
            [](QList<Entry> &log) { log[2] = fiveEntries('o', u"y"_qs).at(2); });
        row("a changed payload", 3, Reason::PayloadHash, ErrorCode::PayloadMismatch,
            [](QList<Entry> &log) { log[2].payload->bytes.append(' '); });
        row("a changed salt", 3, Reason::PayloadHash, ErrorCode::PayloadMismatch, [](QList<Entry> &log) { log[2].payload->salt[0] = 'S'; });
        row("a cut header", 3, Reason::Malformed, ErrorCode::EntryMalformed, [](QList<Entry> &log) { log[2].headerBytes.chop(1); });
    }
    void namesTheFirstBreak()
    {
        QFETCH(Damage, damage);
        QFETCH(quint64, at);
        QFETCH(Reason, reason);
        QFETCH(ErrorCode, code);
        QList<Entry> log = fiveEntries('o');
        damage(log);
        const auto broken = Chain::firstBreak(testId('o'), log);
        QVERIFY(broken);
        QCOMPARE(broken->reason, reason);
        QCOMPARE(broken->at.seq, at);
        QCOMPARE(broken->error().code, code);
    }

    void takesNothingAfterABreak()
    {
        const QList<Entry> log = fiveEntries('o');
        Chain chain(testId('o'));
        QVERIFY(chain.append(log.at(1)));
        QVERIFY(chain.append(log.at(0)));
        QCOMPARE(chain.head().seq, 0u);
    }
};

QTEST_APPLESS_MAIN(tst_Chain)
#include "tst_Chain.moc"
