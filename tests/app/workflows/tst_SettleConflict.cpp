// SPDX-License-Identifier: GPL-3.0-or-later
#include "TrainingDesk.h"

#include "app/storage/DossierQueries.h"
#include "app/training/OtherDesk.h"
#include "app/workflows/SettleConflict.h"

#include <QSignalSpy>

using namespace motcua;

/** What two desks wrote differently, read and decided at a real desk. */
class tst_SettleConflict : public QObject
{
    Q_OBJECT

    std::unique_ptr<TrainingDesk> m_desk;
    std::optional<Workplace> m_place;
    Id m_dossier;

    [[nodiscard]] ConflictCase found() const
    {
        const Result<ConflictCase> found = ConflictCase::of(*m_place, m_dossier);
        return found ? *found : ConflictCase();
    }
    static int indexOf(const ConflictCase &found, const QString &name)
    {
        for (int index = 0; index < found.decision.questions().size(); ++index) {
            if (found.decision.questions().at(index).about.name() == name) {
                return index;
            }
        }
        return -1;
    }
    void record(const ActKind &what) const { QVERIFY(m_place->store.record(m_place->act(m_dossier, what)).result()); }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TrainingDesk>();
        const Result<Workplace> made = m_desk->setUp();
        QVERIFY(made);
        m_place = *made;
        FileDossier filing(*made, nullptr);
        QVERIFY(filing.choose(QStringLiteral("2.000635")));
        TrainingDesk::fill(filing);
        QSignalSpy accepted(&filing, &FileDossier::dossierAccepted);
        filing.accept();
        QVERIFY(!accepted.isEmpty() || accepted.wait());
        m_dossier = filing.accepted()->id;
        QVERIFY(training::contradict(*m_place));
    }
    void cleanup()
    {
        m_place.reset();
        m_desk.reset();
    }

    void everythingIsToldOfWhoWroteWhatAndWhoMayDecide()
    {
        const ConflictCase found = this->found();
        const int status = indexOf(found, QStringLiteral("status"));
        const int home = indexOf(found, QStringLiteral("requester.residence"));
        QCOMPARE(status, 0);
        QVERIFY(home > 0);
        const ConflictDecision::Question &asked = found.decision.questions().at(home);
        QCOMPARE(found.sideOf(asked.about.voices.at(0)), ConflictCase::Side::Here);
        QCOMPARE(found.personOf(asked.about.voices.at(0)), TrainingDesk::administrator());
        QCOMPARE(found.sideOf(asked.about.voices.at(1)), ConflictCase::Side::Elsewhere);
        QCOMPARE(found.personOf(asked.about.voices.at(1)), QStringLiteral("Đỗ Thị Hạnh"));
        QVERIFY(asked.about.voices.at(1).desk.endsWith("/9"));
        QVERIFY(found.mayDecide(asked));
        QVERIFY(!found.mayDecide(found.decision.questions().at(status)));
        QVERIFY(!ConflictCase::of(*m_place, Id::fromBytes(QByteArray(16, 'x'))));
    }

    void whatWasWrittenBesideIsLookedPast()
    {
        ConflictDecision said = found().decision;
        const int home = indexOf(found(), QStringLiteral("requester.residence"));
        said.keep(home, 1);
        record(AddNote{QStringLiteral("gọi lại sau")});
        SettleConflict settle(*m_place);
        QSignalSpy settled(&settle, &SettleConflict::settled);
        QVERIFY(settle.settle(said, QStringLiteral("người dân báo")));
        QVERIFY(!settle.settle(said, {})); // one at a time
        QVERIFY(settled.wait());
        QCOMPARE(settled.constFirst().at(1).toInt(), 1);
        QCOMPARE(indexOf(found(), QStringLiteral("requester.residence")), -1);
        QVERIFY(found().dossier().field(QStringLiteral("requester.residence")).text.startsWith(QStringLiteral("Tổ 14")));
    }

    void whatSomebodyDecidedMeanwhileIsToldAndNothingRecorded()
    {
        ConflictDecision said = found().decision;
        const int home = indexOf(found(), QStringLiteral("requester.residence"));
        const int phone = indexOf(found(), QStringLiteral("requester.phone"));
        said.keep(home, 1);
        said.keep(phone, 1);
        record(ResolveConflict{.fields = {{QStringLiteral("requester.residence"), FieldValue::given(QStringLiteral("Tổ 1"))}}});
        SettleConflict settle(*m_place);
        QSignalSpy settled(&settle, &SettleConflict::settled);
        QSignalSpy overtaken(&settle, &SettleConflict::overtaken);
        QVERIFY(settle.settle(said, {}));
        QVERIFY(overtaken.wait());
        QCOMPARE(overtaken.constFirst().at(1).toStringList(), QStringList{QStringLiteral("requester.residence")});
        QVERIFY(settled.isEmpty());
        QVERIFY(indexOf(found(), QStringLiteral("requester.phone")) >= 0); // the rest is not recorded behind one's back either
        QVERIFY(!settle.isBusy());
    }

    void whatIsNotAllowedIsRefused()
    {
        ConflictDecision said = found().decision;
        said.keep(0, 0); // the status
        SettleConflict settle(*m_place);
        QSignalSpy refused(&settle, &SettleConflict::refused);
        QVERIFY(settle.settle(said, {}));
        QVERIFY(refused.wait());
        QCOMPARE(refused.constFirst().at(0).value<Error>().code, ErrorCode::NotAllowed);
    }
};

QTEST_GUILESS_MAIN(tst_SettleConflict)
#include "tst_SettleConflict.moc"
