// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/storage/Desk.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"
#include "app/storage/Projection.h"
#include "tests/models/journal/Author.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace motcua;
using namespace motcua::storage;
using journal::Author;
using journal::Entry;
using journal::Header;

class tst_StoreJournal : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    static QList<Entry> logOf(const Store &store)
    {
        return Desk::done(store.ask(JournalRange{.origin = store.origin(), .limit = 100'000}));
    }

    /** Three desks that served the same dossiers without hearing of each other, then shared all they wrote but for the last acts. */
    QList<Entry> threeOrigins()
    {
        QList<Entry> all;
        QList<Store> stores;
        QList<Desk> desks{Desk(1, 'x'), Desk(2, 'y'), Desk(3, 'z')};
        for (int i = 0; i < 3; ++i) {
            desks[i].clock = desks[0].clock;
            stores.append(desks[i].founded(path(qPrintable(QStringLiteral("o%1").arg(i)))));
        }
        for (int n = 0; n < 6; ++n) {
            Desk::done(stores[n % 3].record(desks[n % 3].accepting(n, n % 2 ? QStringLiteral("Trần Văn Đạt") : QStringLiteral("Lê Thị Hoà"))));
            *desks[0].clock += 1000;
        }
        for (int i = 0; i < 3; ++i) {
            for (int j = 0; j < 3; ++j) {
                if (i != j) {
                    Desk::done(stores[i].ingest(logOf(stores[j])));
                }
            }
        }
        for (int i = 0; i < 3; ++i) {
            for (int n = 0; n < 6; ++n) {
                // Each desk says something else of the purpose: a conflict on every dossier.
                (void)Desk::refused(stores[i].record(desks[i].about(Desk::dossier(n),
                    CorrectDossier{{{QStringLiteral("purpose"), FieldValue::given(QString::number(i))}}, QStringLiteral("lý do")})));
                // The last two are one desk's alone and are finished, others are by some desks and not by others.
                if (n < 4 || i == 0) {
                    (void)Desk::refused(stores[i].record(desks[i].stepping(n, DossierStatus::Processing)));
                }
                if (n < 4 ? (n + i) % 3 != 0 : i == 0) {
                    *desks[0].clock += 9 * 60 * 60 * 1000;
                    Desk::done(stores[i].record(desks[i].stepping(n, DossierStatus::Processed)));
                }
                *desks[0].clock += 500;
            }
            all += logOf(stores[i]);
        }
        return all + answers(all);
    }

    /** What a portal said of every entry about a dossier: each third one refused, the receipts with a number. */
    static QList<Entry> answers(const QList<Entry> &entries)
    {
        Author portal('P', journal::Actor::Kind::Portal);
        for (const Entry &entry : entries) {
            const QByteArray &kind = entry.header.kind;
            if (!kind.startsWith("dossier.")) {
                continue;
            }
            QJsonObject payload{{QStringLiteral("entry"), entry.header.id.toString()}, {QStringLiteral("fault"), QStringLiteral("data")}};
            const bool refuses = portal.log.size() % 3 == 0;
            if (!refuses && kind == "dossier.accepted") {
                payload.insert(QStringLiteral("number"), QStringLiteral("26.11.%1").arg(portal.log.size()));
            }
            portal.write(entry.header.subject, refuses ? journal::kind::PortalRefused : journal::kind::PortalAccepted, payload, {entry.header.key},
                entry.header.time.unixMs + 5);
        }
        return portal.log;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void anyOrderAndRepetitionGivesTheSameTables()
    {
        QList<Entry> entries = threeOrigins();
        QVERIFY(entries.size() > 30);
        QByteArray expected;
        QRandomGenerator random(7);
        for (int round = 0; round < 6; ++round) {
            const Desk desk(9, 'q');
            const Result<Store> store = Store::create(path(qPrintable(QStringLiteral("r%1").arg(round))), Desk::key(), {}, desk.options());
            QVERIFY(store);
            QList<Entry> order = entries;
            if (round > 0) {
                order += entries.mid(0, entries.size() / 2);
                std::shuffle(order.begin(), order.end(), random);
            }
            qsizetype stored = 0;
            for (qsizetype at = 0; at < order.size();) {
                const qsizetype size = 1 + random.bounded(7);
                const Ingested ingested = Desk::done(store->ingest(order.mid(at, size)));
                QVERIFY(ingested.refused.isEmpty());
                stored += ingested.stored;
                at += size;
            }
            QCOMPARE(stored, entries.size());
            // Its own origin is the only difference: leave it out by comparing what the others' entries gave.
            const auto conflicts = Desk::done(store->ask(WorklistPage{.list = WorklistPage::List::InConflict}));
            QCOMPARE(conflicts.rows.size(), 6);
            QCOMPARE(Desk::done(store->ask(Outcomes{QDate(2026, 11, 1), QDate(2026, 12, 31)})).size(), 2);
            int standing = 0;
            for (int n = 0; n < 6; ++n) {
                standing += static_cast<int>(Desk::done(store->ask(DossierById{Desk::dossier(n)}))->portal.standing().size());
            }
            QVERIFY(standing > 3);
            const QByteArray whole = Desk::done(store->digest());
            Desk::done(store->rebuild());
            QCOMPARE(Desk::done(store->digest()), whole);
            QVERIFY(!Desk::done(store->ask(VerifyJournal{})).firstBreak);
            const QByteArray digest = digestWithoutOwn(*store);
            expected = expected.isEmpty() ? digest : expected;
            QCOMPARE(digest, expected);
        }
    }

    // Closes the store.
    static QByteArray digestWithoutOwn(const Store &store)
    {
        store.close();
        Connection connection(store.path(), Desk::key(), {.access = ConnectionOptions::Access::Writer});
        connection.execute("BEGIN; DELETE FROM p_origin WHERE no IN (SELECT s.no FROM j_subject s JOIN j_origin o ON o.origin = s.subject AND o.own = 1)");
        JournalTables journal(connection);
        const JournalRules rules;
        const QByteArray digest = Projection(connection, journal, rules).digest();
        connection.execute("ROLLBACK");
        return digest;
    }

    void refusesWhatDoesNotFit_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("another entry in a place that is taken") << QStringLiteral("fork") << ErrorCode::OriginForked;
        QTest::newRow("a training entry") << QStringLiteral("training") << ErrorCode::OriginForeign;
        QTest::newRow("a payload its header does not mean") << QStringLiteral("payload") << ErrorCode::PayloadMismatch;
        QTest::newRow("an entry that was not written after the one before it") << QStringLiteral("chain") << ErrorCode::ChainBroken;
        QTest::newRow("bytes that are no header") << QStringLiteral("bytes") << ErrorCode::EntryMalformed;
        QTest::newRow("an entry of our own log that we never wrote") << QStringLiteral("clone") << ErrorCode::OriginForked;
    }

    void refusesWhatDoesNotFit()
    {
        QFETCH(QString, what);
        QFETCH(ErrorCode, code);
        const Desk desk;
        const Store store = desk.founded(path("store"));
        Author author('A');
        const Entry first = author.write(Desk::dossier(1), "dossier.noted", {{QStringLiteral("text"), QStringLiteral("a")}});
        Entry second = author.write(Desk::dossier(1), "dossier.noted", {{QStringLiteral("text"), QStringLiteral("b")}}, {first.header.key});
        QCOMPARE(Desk::done(store.ingest({first})).stored, 1);
        Header header = second.header;
        if (what == u"fork") {
            header = first.header;
            header.receiptMs += 1;
            second.payload = first.payload;
        } else if (what == u"training") {
            header.flags = Header::TrainingFlag;
        } else if (what == u"payload") {
            second.payload->bytes += ' ';
        } else if (what == u"chain") {
            header.previous = QByteArray(32, 'x');
        } else if (what == u"clone") {
            header.key = {store.origin(), 999};
        }
        second.headerBytes = what == u"bytes" ? QByteArray("nonsense") : header.encoded();
        const QByteArray before = Desk::done(store.digest());
        const Ingested ingested = Desk::done(store.ingest({second}));
        QCOMPARE(ingested.refused.size(), 1);
        QCOMPARE(ingested.refused.first().error.code, code);
        QCOMPARE(ingested.stored, 0);
        QCOMPARE(Desk::done(store.digest()), before);
        // A fork stops the log for good: ours too.
        QCOMPARE(Desk::refused(store.record(desk.accepting(3))), what == u"clone" ? ErrorCode::OriginForked : ErrorCode::Cancelled);
    }

    void takesALogOutOfOrderAndKnowsItsGaps()
    {
        const Desk desk;
        const Store store = desk.founded(path("store"));
        Author author('A');
        QList<Entry> log;
        for (int i = 0; i < 5; ++i) {
            log.append(author.write(Desk::dossier(1), "dossier.noted", {{QStringLiteral("text"), QString::number(i)}}));
        }
        const auto contiguous = [&] { return Desk::done(store.ask(VersionVectorNow{})).highest(author.origin()); };
        Desk::done(store.ingest({log[4], log[1]}));
        QCOMPARE(contiguous(), 0U);
        QCOMPARE(Desk::done(store.ask(VerifyJournal{})).missing, 3U);
        Desk::done(store.ingest({log[0]}));
        QCOMPARE(contiguous(), 2U);
        Desk::done(store.ingest({log[3], log[2]}));
        QCOMPARE(contiguous(), 5U);
        const auto verified = Desk::done(store.ask(VerifyJournal{}));
        QVERIFY(!verified.firstBreak);
        QCOMPARE(verified.missing, 0U);
        QCOMPARE(Desk::done(store.ask(JournalRange{author.origin(), 2, 4})).size(), 3);
        QCOMPARE(Desk::done(store.ask(JournalPage{author.origin(), ~quint64{0}, 2})).first().header.key.seq, 5U);
    }

    void payloadMayFollowItsHeader()
    {
        const Desk writer(1, 'x');
        const Store source = writer.founded(path("source"));
        Desk::done(source.record(writer.accepting(1)));
        QList<Entry> headersOnly = logOf(source);
        const QList<Entry> whole = headersOnly;
        for (Entry &entry : headersOnly) {
            entry.payload.reset();
        }
        const Desk desk;
        const Store early = desk.founded(path("early"));
        Desk::done(early.ingest(headersOnly));
        QVERIFY(!Desk::done(early.ask(DossierById{Desk::dossier(1)}))); // only that it exists is known
        QCOMPARE(Desk::done(early.ingest(whole)).stored, whole.size());
        QCOMPARE(Desk::done(early.ask(DossierById{Desk::dossier(1)}))->code, QStringLiteral("H26.15-261123-1000"));
    }

    void unknownKindIsKeptAndRelayedButNotFolded()
    {
        const Desk desk;
        const Store store = desk.founded(path("store"));
        Author author('A');
        Desk::done(store.ingest({author.write(Desk::dossier(1), "hologram.made", {{QStringLiteral("x"), 1}})}));
        QCOMPARE(logOf(store).size(), 3);
        QCOMPARE(Desk::done(store.ask(JournalRange{author.origin()})).size(), 1);
        QVERIFY(!Desk::done(store.ask(DossierById{Desk::dossier(1)})));
        Desk::done(store.record(desk.accepting(2)));
        const Entry late = author.write(Desk::dossier(2), "hologram.made", {{QStringLiteral("x"), 1}}, {logOf(store).last().header.key});
        Desk::done(store.ingest({late}));
        QVERIFY(Desk::done(store.ask(DossierById{Desk::dossier(2)}))->fromNewerProgram);
    }

    void purgeTakesTheContentsAndKeepsTheChain()
    {
        const Desk desk;
        const Store store = desk.founded(path("store"));
        Desk::done(store.record(desk.accepting(1)));
        for (const DossierStatus to : {DossierStatus::Processing, DossierStatus::Processed, DossierStatus::HandedOver}) {
            Desk::done(store.record(desk.stepping(1, to)));
        }
        const QList<Entry> before = logOf(store);
        Desk::done(store.record(desk.about(Desk::dossier(1), PurgePayloads{QStringLiteral("hết hạn lưu")})));
        const QList<Entry> log = logOf(store);
        QCOMPARE(log.size(), before.size() + 1);
        QVERIFY(!log[3].payload); // the acceptance
        QVERIFY(!Desk::done(store.ask(VerifyJournal{})).firstBreak);
        const auto dossier = Desk::done(store.ask(DossierById{Desk::dossier(1)}));
        QVERIFY(dossier->purged);
        QCOMPARE(dossier->code, QStringLiteral("H26.15-261123-3000"));
        QVERIFY(dossier->fields.isEmpty());
        QVERIFY(Desk::done(store.ask(FindDossiers{QStringLiteral("nguyen thi hoa")})).isEmpty());
        QVERIFY(Desk::done(store.ask(FindDossiers{QStringLiteral("000190000001")})).isEmpty());
        QCOMPARE(Desk::done(store.ask(FindDossiers{QStringLiteral("H26.15-261123-3000")})).size(), 1);
        // What a peer still has of it does not come back.
        QCOMPARE(Desk::done(store.ingest(before)).refused.size(), 0);
        QVERIFY(!logOf(store)[3].payload);
        const QByteArray digest = Desk::done(store.digest());
        Desk::done(store.rebuild());
        QCOMPARE(Desk::done(store.digest()), digest);
    }

    void aPurgeChangesNoFigure()
    {
        const Desk desk;
        const Store store = desk.founded(path("store"));
        const auto figures = [&store] {
            QStringList rows;
            for (const Figures::Row &row : Desk::done(store.ask(Figures{QDate(2026, 1, 1), QDate(2026, 12, 31)}))) {
                rows.append(QStringLiteral("%1 %2 desk %3 %4 status %5: %6")
                                .arg(row.day.toString(Qt::ISODate), row.unit).arg(row.desk).arg(row.procedure).arg(row.status).arg(row.dossiers));
            }
            return rows;
        };
        Desk::done(store.record(desk.accepting(1)));
        Desk::done(store.record(desk.accepting(2)));
        for (const DossierStatus to : {DossierStatus::Processing, DossierStatus::Processed, DossierStatus::HandedOver}) {
            Desk::done(store.record(desk.stepping(1, to)));
        }
        const QStringList before = figures();
        QVERIFY2(before.size() == 2 && before.first().contains(QStringLiteral("desk 3")), qPrintable(before.join(u'\n')));
        Desk::done(store.record(desk.about(Desk::dossier(1), PurgePayloads{QStringLiteral("hết hạn lưu")})));
        QCOMPARE(figures(), before);
        Desk::done(store.rebuild());
        QCOMPARE(figures(), before);
    }

    void theHeadOfTheSlipsIsReadBack()
    {
        const Desk desk;
        const Store store = desk.founded(path("store"));
        UnitSettings unit = Desk::done(store.ask(UnitNow{}));
        QVERIFY(unit.governingBody.isEmpty() && unit.place.isEmpty());
        const QByteArray bare = Desk::done(store.digest());
        Desk::done(store.rebuild());
        QCOMPARE(Desk::done(store.digest()), bare);
        Desk::done(store.record(desk.about(store.origin(),
            ConfigureUnit{unit.unitName, unit.organisationCode, unit.deskNumber, unit.rangeFirst, unit.rangeLast,
                QStringLiteral("Ủy ban nhân dân phường Hòa An"), QStringLiteral("Hòa An")})));
        unit = Desk::done(store.ask(UnitNow{}));
        QCOMPARE(unit.governingBody, QStringLiteral("Ủy ban nhân dân phường Hòa An"));
        QCOMPARE(unit.place, QStringLiteral("Hòa An"));
        QCOMPARE(unit.rangeFirst, 3000);
    }
};

QTEST_GUILESS_MAIN(tst_StoreJournal)
#include "tst_StoreJournal.moc"
