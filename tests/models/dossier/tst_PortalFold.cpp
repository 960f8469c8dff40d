// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/DossierFold.h"

#include "tests/models/dossier/Bench.h"

#include <QTest>

#include <algorithm>

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id Subject = testId('s');
constexpr qint64 Morning = 1'795'000'000'000;

Dossier folded(const QList<Entry> &entries)
{
    return DossierFold::fold(Subject, entries, shippedTable());
}

QJsonObject fields(const QString &value)
{
    return {{u"fields"_qs, QJsonObject{{u"requesterPhone"_qs, QJsonObject{{u"v"_qs, value}}}}}, {u"reason"_qs, u"thử"_qs}};
}

/** A desk and a portal that judges what the desk wrote, each having seen what stands in `seen`. */
struct Scene
{
    Author desk = Author('d');
    Author portal = Author('p', Actor::Kind::Portal);
    QList<Entry> all = {};
    qint64 ms = Morning;

    Entry write(Author &author, const char *kind, const QJsonObject &payload, const QList<Entry> &seen)
    {
        ms += 1000; // so that ids differ
        all.append(author.write(Subject, kind, payload, keysOf(seen), ms));
        return all.constLast();
    }
    Entry accept(const Entry &what, const QList<Entry> &seen, const QString &number = {})
    {
        QJsonObject payload{{u"entry"_qs, what.header.id.toString()}};
        if (!number.isEmpty()) {
            payload.insert(u"number", number);
        }
        return write(portal, kind::PortalAccepted, payload, seen);
    }
    Entry refuse(const Entry &what, const QList<Entry> &seen, const QString &code = u"missingField"_qs)
    {
        return write(portal, kind::PortalRefused, {{u"entry"_qs, what.header.id.toString()}, {u"code"_qs, code}, {u"fault"_qs, u"data"_qs}}, seen);
    }
    /** In every order, and step by step, the same; the dossier. */
    Dossier agreed() const
    {
        const Dossier expected = folded(all);
        QList<Entry> order = all;
        std::sort(order.begin(), order.end(), [](const Entry &a, const Entry &b) { return a.header.id < b.header.id; });
        Dossier stepped{.id = Subject};
        QList<Entry> known;
        for (const Entry &entry : std::as_const(order)) {
            known.append(entry);
            const auto forward = DossierFold::forward(stepped, entry, shippedTable());
            stepped = forward ? *forward : folded(known);
            if (stepped != folded(known)) {
                qFatal("forward and fold differ");
            }
        }
        std::reverse(order.begin(), order.end());
        if (folded(order) != expected || stepped != expected || Dossier::fromJson(expected.toJson()) != expected) {
            qFatal("the order of arrival is seen");
        }
        return expected;
    }
};

} // namespace

class tst_PortalFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenAnswersFold()
    {
        Scene scene;
        const Entry base = scene.write(scene.desk, kind::DossierAccepted, golden(kind::DossierAccepted), {});
        const Entry refused = scene.write(scene.portal, kind::PortalRefused, golden(kind::PortalRefused), {base});
        const Dossier before = scene.agreed();
        const QList<PortalVerdict> standing = before.portal.standing();
        QCOMPARE(standing.size(), 1);
        QCOMPARE(standing.constFirst().code, u"missingField"_qs);
        QCOMPARE(standing.constFirst().fault, PortalVerdict::Fault::Data);
        QCOMPARE(standing.constFirst().fields, QStringList{u"requesterPhone"_qs});
        QCOMPARE(standing.constFirst().text, u"Thiếu số điện thoại"_qs);
        QCOMPARE(standing.constFirst().entry, refused.header.key);
        QCOMPARE(standing.constFirst().atMs, refused.header.receiptMs); // it names no moment of its own
        QVERIFY(!before.portal.isAccepted());
        const Entry accepted = scene.write(scene.portal, kind::PortalAccepted, golden(kind::PortalAccepted), {refused});
        const Dossier after = scene.agreed();
        QCOMPARE(after.portal.number, u"26.11.23.88121"_qs);
        QCOMPARE(vietnamTime(after.portal.acceptedAtMs), vietnamTime(QDate(2026, 11, 23), QTime(8, 31, 5)));
        QVERIFY(after.portal.standing().isEmpty());
        QCOMPARE(after.portal.verdicts.size(), 1);
    }

    void whoeverIsNoPortalSaysNothing_data()
    {
        QTest::addColumn<int>("actor");
        QTest::addColumn<bool>("counts");
        QTest::newRow("a person") << int(Actor::Kind::Person) << false;
        QTest::newRow("a device") << int(Actor::Kind::Device) << false;
        QTest::newRow("the portal") << int(Actor::Kind::Portal) << true;
    }
    void whoeverIsNoPortalSaysNothing()
    {
        QFETCH(int, actor);
        QFETCH(bool, counts);
        Scene scene;
        scene.portal = Author('p', Actor::Kind(actor));
        const Entry base = scene.write(scene.desk, kind::DossierAccepted, golden(kind::DossierAccepted), {});
        scene.accept(base, {base}, u"1"_qs);
        QCOMPARE(scene.agreed().portal.isAccepted(), counts);
        QCOMPARE(scene.agreed().portal.number.isEmpty(), !counts);
        scene.refuse(base, {scene.all.constLast()});
        QCOMPARE(scene.agreed().portal.standing().size(), counts ? 1 : 0);
    }

    void aRefusalDecidesNothingAtTheCentre()
    {
        Scene scene;
        const Entry base = scene.write(scene.desk, kind::DossierAccepted, golden(kind::DossierAccepted), {});
        const Dossier before = scene.agreed();
        const Entry refused = scene.refuse(base, {base});
        Dossier after = scene.agreed();
        QCOMPARE(after.status, before.status);
        QCOMPARE(after.revision, before.revision);
        QCOMPARE(after.events, before.events);
        QCOMPARE(after.ownHeads, before.heads);
        QCOMPARE(after.heads, keysOf({refused}));
        after.portal = {};
        after.heads = before.heads;
        after.horizon = before.horizon;
        QCOMPARE(after, before);
    }

    void aLaterAnswerOnTheSameEntryCounts()
    {
        Scene scene;
        const Entry base = scene.write(scene.desk, kind::DossierAccepted, golden(kind::DossierAccepted), {});
        const Entry refused = scene.refuse(base, {base});
        const Entry accepted = scene.accept(base, {refused}, u"7"_qs);
        QVERIFY(scene.agreed().portal.standing().isEmpty());
        scene.refuse(base, {accepted}, u"later"_qs);
        const Dossier dossier = scene.agreed();
        QCOMPARE(dossier.portal.standing().size(), 1);
        QVERIFY2(dossier.portal.isAccepted() && dossier.portal.number == u"7", "what stands on a slip already stays");
    }

    void itHasTheDossierWhenItTookTheReceiptOrGaveANumber()
    {
        Scene scene;
        const Entry base = scene.write(scene.desk, kind::DossierAccepted, golden(kind::DossierAccepted), {});
        const Entry note = scene.write(scene.desk, kind::DossierNoted, golden(kind::DossierNoted), {base});
        const Entry ofNote = scene.accept(note, {note});
        QVERIFY(!scene.agreed().portal.isAccepted());
        const Entry ofBase = scene.accept(base, {ofNote});
        QCOMPARE(scene.agreed().portal.acceptedAtMs, ofBase.header.receiptMs);
        scene.accept(base, {ofBase}, u"12"_qs);
        QCOMPARE(scene.agreed().portal.acceptedAtMs, ofBase.header.receiptMs);
        QCOMPARE(scene.agreed().portal.number, u"12"_qs);
    }

    void whatSettlesARefusal_data()
    {
        QTest::addColumn<QByteArray>("refusedKind"); // what was refused, after the acceptance; empty: the acceptance
        QTest::addColumn<QByteArray>("kind"); // what was written after the refusal
        QTest::addColumn<bool>("knew"); // of the refusal
        QTest::addColumn<bool>("taken"); // by the portal
        QTest::addColumn<bool>("settled");
        const QByteArray receipt;
        QTest::newRow("a correction the portal took") << receipt << QByteArray(kind::DossierCorrected) << true << true << true;
        QTest::newRow("a correction not answered yet") << receipt << QByteArray(kind::DossierCorrected) << true << false << false;
        QTest::newRow("a correction of something else, made beside it") << receipt << QByteArray(kind::DossierCorrected) << false << true << false;
        QTest::newRow("a contradiction decided") << receipt << QByteArray(kind::DossierResolved) << true << true << true;
        QTest::newRow("the acceptance taken back") << receipt << QByteArray(kind::DossierCancelled) << true << true << true;
        QTest::newRow("a note") << receipt << QByteArray(kind::DossierNoted) << true << true << false;
        QTest::newRow("a slip") << receipt << QByteArray(kind::SlipIssued) << true << true << false;
        QTest::newRow("a step") << receipt << QByteArray(kind::DossierStepped) << true << true << false;
        QTest::newRow("the paper sent anew") << QByteArray(kind::PaperAdded) << QByteArray(kind::PaperAdded) << true << true << true;
        QTest::newRow("another thing than the paper") << QByteArray(kind::PaperAdded) << QByteArray(kind::FeeTaken) << true << true << false;
    }
    void whatSettlesARefusal()
    {
        QFETCH(QByteArray, refusedKind);
        QFETCH(QByteArray, kind);
        QFETCH(bool, knew);
        QFETCH(bool, taken);
        QFETCH(bool, settled);
        Scene scene;
        const Entry base = scene.write(scene.desk, kind::DossierAccepted, golden(kind::DossierAccepted), {});
        const Entry what = refusedKind.isEmpty() ? base : scene.write(scene.desk, refusedKind.constData(), golden(refusedKind.constData()), {base});
        const Entry refused = scene.refuse(what, {what});
        const Entry later = scene.write(scene.desk, kind.constData(), kind == kind::DossierCorrected ? fields(u"0200"_qs) : golden(kind.constData()),
            {knew ? refused : what});
        if (taken) {
            scene.accept(later, {refused, later});
        }
        const Dossier dossier = scene.agreed();
        QCOMPARE(dossier.portal.standing().isEmpty(), settled);
        QCOMPARE(dossier.portal.verdicts.value(what.header.id).state, settled ? PortalVerdict::State::Settled : PortalVerdict::State::Refused);
    }

    void whatASettledRefusalRestsOnMayBeTakenBack()
    {
        Scene scene;
        const Entry base = scene.write(scene.desk, kind::DossierAccepted, golden(kind::DossierAccepted), {});
        const Entry refused = scene.refuse(base, {base});
        const Entry right = scene.write(scene.desk, kind::DossierCorrected, fields(u"0200"_qs), {refused});
        const Entry taken = scene.accept(right, {right}, u"5"_qs);
        QVERIFY(scene.agreed().portal.standing().isEmpty());
        QVERIFY2(scene.agreed().portal.isAccepted(), "it gave the dossier its number with the correction");
        scene.refuse(right, {taken});
        QCOMPARE(scene.agreed().portal.standing().size(), 2);
    }

    void anAnswerMayArriveBeforeWhatItIsAbout()
    {
        Scene scene;
        const Entry base = scene.write(scene.desk, kind::DossierAccepted, golden(kind::DossierAccepted), {});
        const Entry refused = scene.refuse(base, {base});
        const Entry right = scene.write(scene.desk, kind::DossierCorrected, fields(u"0200"_qs), {refused});
        const Entry taken = scene.accept(right, {}); // a portal that names no basis
        QCOMPARE(folded({base, refused, taken}).portal.standing().size(), 1);
        const Dossier before = folded({base, refused, taken});
        const auto forward = DossierFold::forward(before, right, shippedTable());
        QVERIFY(!forward || *forward == folded({base, refused, taken, right}));
        QVERIFY(scene.agreed().portal.standing().isEmpty());
    }

    void malformedAnswersSayNothing_data()
    {
        QTest::addColumn<QByteArray>("payload");
        for (const char *bytes : {"{}", R"({"entry":7})", R"({"entry":"x"})", R"({"entry":"00000000-0000-0000-0000-000000000000"})", "[]"}) {
            QTest::newRow(bytes) << QByteArray(bytes);
        }
    }
    void malformedAnswersSayNothing()
    {
        QFETCH(QByteArray, payload);
        Scene scene;
        const Entry base = scene.write(scene.desk, kind::DossierAccepted, golden(kind::DossierAccepted), {});
        for (const char *name : {kind::PortalAccepted, kind::PortalRefused}) {
            scene.all.append(scene.portal.writeBytes(Subject, name, payload, keysOf({base}), scene.ms += 1000));
        }
        QVERIFY(scene.agreed().portal.isEmpty());
    }

    void aPurgeTakesWhatWasSaidAndLeavesTheNumber()
    {
        Scene scene;
        const Entry base = scene.write(scene.desk, kind::DossierAccepted, golden(kind::DossierAccepted), {});
        const Entry taken = scene.accept(base, {base}, u"26.11"_qs);
        const Entry refused = scene.write(scene.portal, kind::PortalRefused, golden(kind::PortalRefused), {taken});
        scene.write(scene.desk, kind::PayloadPurged, golden(kind::PayloadPurged), {refused});
        const Dossier dossier = scene.agreed();
        QCOMPARE(dossier.portal.number, u"26.11"_qs);
        QVERIFY(dossier.portal.standing().isEmpty());
        QVERIFY(!QJsonDocument(dossier.toJson()).toJson().contains("điện thoại"));
    }
};

QTEST_APPLESS_MAIN(tst_PortalFold)
#include "tst_PortalFold.moc"
