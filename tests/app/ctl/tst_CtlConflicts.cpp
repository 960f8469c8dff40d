// SPDX-License-Identifier: GPL-3.0-or-later
#include "CtlBench.h"

#include "app/security/KeySlots.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/Store.h"
#include "app/workflows/JournalLaw.h"
#include "app/workflows/Lawbook.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <memory>

using namespace motcua;
using Ended = CtlBench::Outcome;

/** What a script sees of what two desks wrote differently, and decides of it. */
class tst_CtlConflicts : public QObject
{
    Q_OBJECT

    std::unique_ptr<CtlBench> m_here;
    std::unique_ptr<CtlBench> m_there;
    QString m_code;

    static const inline QString Residence = QStringLiteral("requester.residence");
    static const inline QString Phone = QStringLiteral("requester.phone");
    static const inline QString Copies = QStringLiteral("copies");

    static storage::Store opened(const CtlBench &desk)
    {
        const Result<security::RecoveryKey> key = security::RecoveryKey::fromTyped(desk.recoveryKey());
        const Result<security::OpenedKeys> keys = security::KeySlots(desk.storeFile()).openWithRecovery(*key);
        const auto law = Lawbook::load(QStringLiteral(MOTCUA_RESOURCES_SOURCE), Lawbook::Prices::Invented);
        storage::StoreOptions options;
        options.rules = journalRules(*law);
        return *storage::Store::open(desk.storeFile(), keys->dataKeys.current, options);
    }
    static void correct(const CtlBench &desk, const QByteArray &at, const QMap<QString, QString> &answers)
    {
        const storage::Store store = opened(desk);
        const Id dossier = store.ask(storage::WorklistPage{.list = storage::WorklistPage::List::All}).result()->rows.constFirst().id;
        Id officer;
        const QList<StaffMember> staff = *store.ask(storage::StaffList{}).result();
        for (const StaffMember &member : staff) {
            officer = member.roles().contains(QStringLiteral("officer")) ? member.id() : officer;
        }
        CorrectDossier what{.fields = {}, .reason = QStringLiteral("r")};
        for (auto one = answers.cbegin(); one != answers.cend(); ++one) {
            what.fields.insert(one.key(), FieldValue::given(*one));
        }
        const auto recorded = store.record({.actor = {journal::Actor::Kind::Person, officer}, .desk = at, .subject = dossier, .what = what}).result();
        QVERIFY2(recorded, recorded ? "" : qPrintable(recorded.error().detail));
    }
    static void pass(const CtlBench &from, const CtlBench &to)
    {
        const QString file = from.path(QStringLiteral("journal.mcj"));
        QFile::remove(file);
        QCOMPARE(from.asHead({QStringLiteral("journal"), QStringLiteral("export"), file, QStringLiteral("--payloads")}).code, 0);
        const Ended imported = to.asHead({QStringLiteral("journal"), QStringLiteral("import"), file});
        QVERIFY2(imported.code == 0, imported.errors.constData());
    }
    /** Both desks put the same answers right, each in its way, before the one hears of the other. */
    void contradict(const QMap<QString, QString> &here, const QMap<QString, QString> &there)
    {
        correct(*m_here, "H26.31.05/3", here);
        correct(*m_there, "H26.31.05/4", there);
        pass(*m_there, *m_here);
    }
    [[nodiscard]] QJsonArray conflicts() const
    {
        return m_here->asOfficer({QStringLiteral("conflicts"), QStringLiteral("list")}).json.value(u"dossiers").toArray().at(0)[u"conflicts"].toArray();
    }
    [[nodiscard]] Ended resolved(const QStringList &options) const { return m_here->asOfficer(QStringList{QStringLiteral("conflicts"), QStringLiteral("resolve"), m_code} + options); }
    [[nodiscard]] static QString answer(const CtlBench &desk, const QString &path)
    {
        const storage::Store store = opened(desk);
        const Id dossier = store.ask(storage::WorklistPage{.list = storage::WorklistPage::List::All}).result()->rows.constFirst().id;
        return store.ask(storage::DossierById{dossier}).result()->value().field(path).text;
    }

private Q_SLOTS:
    void init()
    {
        m_here = std::make_unique<CtlBench>();
        m_there = std::make_unique<CtlBench>();
        QVERIFY(m_here->prepare(3) && m_there->prepare(4));
        const QJsonObject fields{{u"requester.name"_qs, u"Hoàng Thị Mai"_qs}, {u"requester.birth"_qs, u"5/3/85"_qs}, {Residence, u"12 Trần Phú, phường Hòa An"_qs},
            {u"requester.personalNumber"_qs, u"000185012345"_qs}, {u"requester.relation"_qs, u"self"_qs}, {u"record.kind"_qs, u"birth"_qs},
            {u"record.name"_qs, u"Nguyễn Bảo An"_qs}, {u"record.birth"_qs, u"15/11/2019"_qs}, {u"record.sex"_qs, u"male"_qs},
            {u"record.registeredAt"_qs, u"Ủy ban nhân dân phường Hòa An"_qs}, {Copies, u"2"_qs}};
        const QJsonObject papers{{u"declaration"_qs, u"met"_qs}, {u"identity"_qs, u"met"_qs}};
        QFile file(m_here->path(u"filled.json"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(QJsonObject{{u"fields"_qs, fields}, {u"papers"_qs, papers}}).toJson()) > 0);
        file.close();
        m_code = m_here->asHead({u"file"_qs, u"--procedure"_qs, u"2.000635"_qs, file.fileName()}).json.value(u"code").toString();
        QVERIFY(!m_code.isEmpty());
        pass(*m_here, *m_there);
    }

    void nothingInConflictIsSaidSo()
    {
        const Ended list = m_here->asOfficer({u"conflicts"_qs, u"list"_qs});
        QCOMPARE(list.code, 0);
        QCOMPARE(list.json.value(u"count").toInt(-1), 0);
        const Ended refused = resolved({u"--keep"_qs, u"mine"_qs});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.errors.contains("Nothing is in conflict"), refused.errors.constData());
        QCOMPARE(m_here->asOfficer({u"conflicts"_qs, u"resolve"_qs, u"H26.31.05-000000-0000"_qs, u"--keep"_qs, u"mine"_qs}).code, 5);
    }

    void eachSideIsToldAndOneIsKept()
    {
        contradict({{Residence, u"14 Trần Phú"_qs}, {Phone, u"02001234567"_qs}}, {{Residence, u"21 Trần Phú"_qs}, {Phone, u"02007654321"_qs}});
        const QJsonArray all = conflicts();
        QCOMPARE(all.size(), 2);
        const QJsonObject first = all.at(0).toObject();
        QCOMPARE(first[u"id"].toString(), Residence);
        QCOMPARE(first[u"common"].toString(), u"12 Trần Phú, phường Hòa An"_qs);
        QCOMPARE(first[u"voices"][0][u"side"].toString(), u"mine"_qs);
        QCOMPARE(first[u"voices"][0][u"value"].toString(), u"14 Trần Phú"_qs);
        QCOMPARE(first[u"voices"][1][u"side"].toString(), u"desk"_qs);
        QCOMPARE(first[u"voices"][1][u"desk"].toString(), u"H26.31.05/4"_qs);
        QVERIFY(first[u"mayDecide"].toBool() && !first[u"needsSupervisor"].toBool());
        const Ended done = resolved({u"--field"_qs, Phone + QStringLiteral("=0200 999 9999"), u"--keep"_qs, u"theirs"_qs, u"--reason"_qs, u"người dân báo"_qs});
        QVERIFY2(done.code == 0, done.errors.constData());
        QCOMPARE(done.json.value(u"left").toInt(-1), 0);
        QCOMPARE(answer(*m_here, Residence), u"21 Trần Phú"_qs);
        QCOMPARE(answer(*m_here, Phone), u"02009999999"_qs);
        pass(*m_here, *m_there);
        QCOMPARE(answer(*m_there, Phone), u"02009999999"_qs);
        QCOMPARE(m_there->asOfficer({u"conflicts"_qs, u"list"_qs}).json.value(u"count").toInt(-1), 0);
    }

    void whatIsWrongIsRefusedAndChangesNothing_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("nothing") << QStringList{} << 2 << QByteArray("conflicts resolve");
        QTest::newRow("no such side") << QStringList{u"--keep"_qs, u"ours"_qs} << 2 << QByteArray("mine|theirs");
        QTest::newRow("no value") << QStringList{u"--field"_qs, u"copies"_qs} << 2 << QByteArray("ID=VALUE");
        QTest::newRow("not in conflict") << QStringList{u"--field"_qs, u"requester.name=Ai"_qs} << 6 << QByteArray("is not in conflict");
        QTest::newRow("no number") << QStringList{u"--field"_qs, u"copies=nhiều"_qs} << 6 << QByteArray("Nothing was recorded");
        QTest::newRow("money, by an officer") << QStringList{u"--keep"_qs, u"mine"_qs} << 3 << QByteArray("decided by a supervisor");
    }
    void whatIsWrongIsRefusedAndChangesNothing()
    {
        QFETCH(const QStringList, options);
        QFETCH(const int, code);
        QFETCH(const QByteArray, said);
        contradict({{Copies, u"3"_qs}, {Phone, u"02001234567"_qs}}, {{Copies, u"4"_qs}, {Phone, u"02007654321"_qs}});
        const Ended refused = resolved(options);
        QCOMPARE(refused.code, code);
        QVERIFY2(refused.errors.contains(said), refused.errors.constData());
        QCOMPARE(conflicts().size(), 2);
    }

    void aSupervisorDecidesMoneyAndAnOfficerTheRest()
    {
        contradict({{Copies, u"3"_qs}, {Phone, u"02001234567"_qs}}, {{Copies, u"4"_qs}, {Phone, u"02007654321"_qs}});
        Ended done = resolved({u"--field"_qs, Phone + QStringLiteral("=02001234567")});
        QVERIFY2(done.code == 0, done.errors.constData());
        QCOMPARE(done.json.value(u"left").toInt(), 1);
        const QJsonObject left = conflicts().at(0).toObject();
        QVERIFY(left[u"needsSupervisor"].toBool() && !left[u"mayDecide"].toBool());
        const Ended added = m_here->asHead({u"person"_qs, u"add"_qs, u"Lê Thị Trưởng"_qs, u"--roles"_qs, u"supervisor"_qs}, u"mat khau cua truong ca"_qs);
        QVERIFY2(added.code == 0, added.errors.constData());
        done = m_here->run({u"conflicts"_qs, u"resolve"_qs, m_code, u"--keep"_qs, u"theirs"_qs}, u"le thi truong"_qs, u"mat khau cua truong ca"_qs);
        QVERIFY2(done.code == 0, done.errors.constData());
        QCOMPARE(answer(*m_here, Copies), u"4"_qs);
    }

    void practiceMakesOne()
    {
        const Ended made = m_here->asOfficer({u"training"_qs, u"contradiction"_qs});
        QVERIFY2(made.code == 0, made.errors.constData());
        QCOMPARE(made.json.value(u"code").toString(), m_code);
        QVERIFY(made.json.value(u"conflicts").toInt() >= 3); // status, an address, money
        QCOMPARE(conflicts().size(), made.json.value(u"conflicts").toInt());
        QCOMPARE(conflicts().at(0)[u"id"].toString(), u"status"_qs);
        QCOMPARE(m_here->asOfficer({u"training"_qs, u"contradiction"_qs}).code, 5); // no other dossier is open
        QCOMPARE(m_here->asHead({u"journal"_qs, u"verify"_qs}).code, 0);
    }
};

QTEST_GUILESS_MAIN(tst_CtlConflicts)
#include "tst_CtlConflicts.moc"
