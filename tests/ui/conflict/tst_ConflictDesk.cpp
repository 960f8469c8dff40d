// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sync/SyncScene.h"
#include "tests/app/workflows/PortalScene.h"
#include "tests/ui/support/DossierStory.h"
#include "ui/conflict/ConflictDesk.h"
#include "ui/conflict/ConflictItem.h"
#include "ui/conflict/ConflictPage.h"
#include "ui/itemmodels/OutboxItemModel.h"
#include "ui/messages/Language.h"
#include "ui/outbox/OutboxPage.h"
#include "ui/shell/SignInPage.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QRadioButton>

using namespace motcua;
using journal::PeerRole;
using storage::Desk;
using storage::Store;
using sync::StorePeer;
using sync::SyncScene;

namespace {

const QString Phone = QStringLiteral("requester.phone");
const QString Residence = QStringLiteral("requester.residence");
const QString Copies = QStringLiteral("copies");

} // namespace

/** Two real stores write apart, the real engine brings it together, and at the desk it is decided by keys alone. */
class tst_ConflictDesk : public test::DossierStory
{
    Q_OBJECT

private:
    using Answers = QMap<QString, QString>;

    /** A desk with a dossier that the other store has too; signed in as `name`. */
    void sit(const QString &supervisor = {})
    {
        openDesk([&](const Workplace &made) {
            m_code = file(made, [](FileDossier &filing) {
                filing.answer(Residence, FieldValue::given(QStringLiteral("12 Trần Phú, phường Hòa An")));
                filing.answer(Phone, FieldValue::given(QStringLiteral("02000000000")));
            });
            m_dossier = made.store.ask(storage::DossierByCode{m_code}).result()->value().id;
            PortalAccess access = test::inventedAccess(QDateTime::currentMSecsSinceEpoch() + 200 * PortalAccess::DayMs);
            if (m_isPortal) {
                access.portal = m_far->origin();
            }
            test::keepAccess(made.store, access);
        });
        if (!supervisor.isEmpty()) {
            admitSupervisor();
            skipDayFor(supervisor);
        }
        m_link = std::make_unique<PortalLink>(test::linkTo(m_peer, {}));
        m_counter->deliver(m_link.get());
        if (!supervisor.isEmpty()) {
            m_counter->expect(supervisor);
            type(TrainingDesk::officerPassword());
            press(Qt::Key_Return);
            QTRY_VERIFY2(shown<WorklistPage>(), qPrintable(said()));
        } else {
            signIn();
        }
        QTRY_VERIFY2(foot().startsWith(QStringLiteral("⇅ All sent ")), qPrintable(foot()));
    }
    /** The first page of the day does not come for them. */
    void skipDayFor(const QString &name) const
    {
        const std::unique_ptr<SignIn> door = m_desk->door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head);
        Workplace theirs = head->place;
        const QList<StaffMember> staff = *theirs.store.ask(storage::StaffList{}).result();
        for (const StaffMember &member : staff) {
            theirs.person = member.name() == name ? member.id() : theirs.person;
        }
        TrainingDesk::skipDay(theirs);
    }
    [[nodiscard]] QString foot() const { return window()->findChild<QPushButton *>(QStringLiteral("statusDelivery"))->text(); }
    [[nodiscard]] ConflictPage *page() const { return shown<ConflictPage>(); }
    [[nodiscard]] ConflictItem *item(const QString &name) const { return page()->findChild<ConflictItem *>(name); }
    [[nodiscard]] QString focusedItem() const
    {
        for (const QWidget *widget = window()->focusWidget(); widget; widget = widget->parentWidget()) {
            if (qobject_cast<const ConflictItem *>(widget)) {
                return widget->objectName();
            }
        }
        return {};
    }
    static ActKind corrected(const Answers &answers)
    {
        CorrectDossier what{.fields = {}, .reason = QStringLiteral("r")};
        for (auto one = answers.cbegin(); one != answers.cend(); ++one) {
            what.fields.insert(one.key(), FieldValue::given(*one));
        }
        return what;
    }
    /** In another program of the desk's store. */
    void writeHere(const ActKind &what)
    {
        const std::unique_ptr<SignIn> door = m_desk->door();
        const Result<SignedInPerson> person = TrainingDesk::headIn(*door);
        QVERIFY(person);
        const auto recorded = person->place.store.record(person->place.act(m_dossier, what)).result();
        QVERIFY2(recorded, recorded ? "" : qPrintable(recorded.error().detail));
    }
    void writeThere(const ActKind &what)
    {
        Desk desk(5, 'f');
        Act act = desk.about(m_dossier, what);
        act.desk = "H26.31.05/5";
        const auto recorded = m_far->record(act).result();
        QVERIFY2(recorded, recorded ? "" : qPrintable(recorded.error().detail));
    }
    void cutTheLine()
    {
        m_peer->broken = {{ErrorCode::NetUnreachable, {}}};
        m_peer->isDown = true;
    }
    void mendTheLine()
    {
        m_peer->isDown = false;
        m_link->tryNow();
    }
    /** Both write while the line is cut, and then it is not any more. */
    void contradict(const Answers &here, const Answers &there)
    {
        cutTheLine();
        writeHere(corrected(here));
        writeThere(corrected(there));
        mendTheLine();
        QTRY_VERIFY2(foot().contains(QStringLiteral("! 1 to compare")), qPrintable(foot()));
    }
    void openFromTheList()
    {
        press(Qt::Key_9, Qt::ControlModifier);
        QTRY_VERIFY(shown<WorklistPage>() && shown<WorklistPage>()->model()->row(0));
        press(Qt::Key_Return);
        QTRY_VERIFY2(page(), qPrintable(said()));
    }
    [[nodiscard]] Dossier here() const
    {
        const std::unique_ptr<SignIn> door = m_desk->door();
        const Result<SignedInPerson> person = TrainingDesk::headIn(*door);
        return person ? person->place.store.ask(storage::DossierById{m_dossier}).result()->value_or(Dossier()) : Dossier();
    }
    [[nodiscard]] Dossier there() const { return m_far->ask(storage::DossierById{m_dossier}).result()->value_or(Dossier()); }

    QTemporaryDir m_folder;
    std::optional<Store> m_far;
    std::shared_ptr<StorePeer> m_peer;
    std::unique_ptr<PortalLink> m_link;
    std::unique_ptr<Language> m_language;
    bool m_isPortal = false;
    QString m_code;
    Id m_dossier;
    int m_stores = 0;

private Q_SLOTS:
    void init()
    {
        Theme::named(Theme::Name::Light).wear(*qApp);
        m_language = std::make_unique<Language>(Language::Code::English);
        m_isPortal = false;
        Desk desk(5, 'f');
        *desk.clock = QDateTime::currentMSecsSinceEpoch();
        m_far = desk.founded(m_folder.filePath(QStringLiteral("far%1").arg(++m_stores)), {.training = true});
        m_peer = std::make_shared<StorePeer>(*m_far, SyncScene::policy(), PeerRole::Portal, [] { return QDateTime::currentMSecsSinceEpoch(); });
    }
    void cleanup()
    {
        closeDesk();
        m_link.reset();
        m_peer.reset();
        m_far.reset();
        m_language.reset();
    }

    void oneFieldWrittenApartIsDecidedByKeysAndBothStoresAgree()
    {
        sit();
        contradict({{Phone, QStringLiteral("02001234567")}}, {{Phone, QStringLiteral("02007654321")}});
        QTRY_VERIFY(there().hasConflict());
        openFromTheList();
        QVERIFY2(page()->heading().contains(m_code), qPrintable(page()->heading()));
        QCOMPARE(focusedItem(), Phone);
        const ConflictLine line = item(Phone)->line();
        QCOMPARE(line.voices.size(), 2);
        QCOMPARE(line.voices.at(0).side, QStringLiteral("At this desk"));
        QCOMPARE(line.voices.at(1).side, QStringLiteral("Desk 05"));
        QVERIFY2(line.voices.at(0).wrote.startsWith(TrainingDesk::administrator()), qPrintable(line.voices.at(0).wrote));
        QVERIFY2(line.common.contains(QStringLiteral("02000000000")), qPrintable(line.common));
        // Nothing is decided before something is chosen.
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(QStringLiteral("Nothing is chosen yet")), qPrintable(said()));
        press(Qt::Key_Escape);
        QVERIFY(page());
        press(Qt::Key_Right);
        QCOMPARE(page()->decision().kept(0), std::optional(1));
        test::screenshot(window(), QStringLiteral("conflict-one"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<WorklistPage>());
        QTRY_VERIFY2(said().contains(QStringLiteral("1 decision")), qPrintable(said()));
        QTRY_VERIFY(!there().hasConflict());
        QCOMPARE(here(), there());
        QCOMPARE(here().field(Phone).text, QStringLiteral("02007654321"));
        QTRY_VERIFY2(!foot().contains(QStringLiteral("to compare")), qPrintable(foot()));
        // What was written before is all in the history, and so is what was decided.
        openDossier(m_code);
        QVERIFY2(written().contains(QStringLiteral("02001234567")) && written().contains(QStringLiteral("Contradiction decided")), qPrintable(written()));
    }

    void theDecisionMayTravelBeforeAndTwice()
    {
        sit();
        contradict({{Phone, QStringLiteral("02001234567")}}, {{Phone, QStringLiteral("02007654321")}});
        openFromTheList();
        press(Qt::Key_1);
        // A third store is given the decision before what it decides, and the lot twice.
        Desk desk(6, 'g');
        const Store late = desk.founded(m_folder.filePath(QStringLiteral("late%1").arg(m_stores)), {.training = true});
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!there().hasConflict());
        const QList<Id> origins = Desk::done(m_far->ask(storage::VersionVectorNow{})).origins().keys();
        QList<journal::Entry> all;
        for (const Id &origin : origins) {
            all += SyncScene::log(*m_far, origin);
        }
        std::reverse(all.begin(), all.end());
        QVERIFY(Desk::done(late.ingest(all)).refused.size() < all.size());
        std::reverse(all.begin(), all.end());
        (void)Desk::done(late.ingest(all));
        (void)Desk::done(late.ingest(all));
        QCOMPARE(Desk::done(late.ask(storage::DossierById{m_dossier})).value_or(Dossier()), there());
        QCOMPARE(here(), there());
    }

    void decidedApartDifferentlyItIsInConflictAgainAndShownSo()
    {
        sit();
        contradict({{Phone, QStringLiteral("02001234567")}}, {{Phone, QStringLiteral("02007654321")}});
        QTRY_VERIFY(there().hasConflict());
        cutTheLine();
        writeThere(ResolveConflict{.fields = {{Phone, FieldValue::given(QStringLiteral("02007654321"))}}});
        openFromTheList();
        press(Qt::Key_1);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<WorklistPage>());
        QTRY_VERIFY2(!foot().contains(QStringLiteral("to compare")), qPrintable(foot()));
        mendTheLine();
        QTRY_VERIFY2(foot().contains(QStringLiteral("! 1 to compare")), qPrintable(foot()));
        QTRY_COMPARE(here(), there());
        openFromTheList();
        QCOMPARE(item(Phone)->line().voices.size(), 2);
        press(Qt::Key_2);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!there().hasConflict());
        QCOMPARE(here(), there());
    }

    void whatSomebodyElseDecidedMeanwhileIsNotDecidedAgain()
    {
        sit();
        contradict({{Phone, QStringLiteral("02001234567")}, {Residence, QStringLiteral("14 Trần Phú, phường Hòa An")}},
            {{Phone, QStringLiteral("02007654321")}, {Residence, QStringLiteral("21 Trần Phú, phường Hòa An")}});
        QTRY_VERIFY(there().hasConflict());
        openFromTheList();
        QCOMPARE(page()->decision().questions().size(), 2);
        const int phone = page()->decision().questions().constFirst().about.path == Phone ? 0 : 1;
        page()->findChild<ConflictItem *>(Phone)->stop()->setFocus();
        press(Qt::Key_1);
        page()->findChild<ConflictItem *>(Residence)->stop()->setFocus();
        press(Qt::Key_2);
        QCOMPARE(page()->decision().kept(phone), std::optional(0));
        writeThere(ResolveConflict{.fields = {{Phone, FieldValue::given(QStringLiteral("02007654321"))}}});
        mendTheLine();
        QTRY_COMPARE(page()->decision().questions().size(), 1); // it is told while one looks
        QVERIFY2(said().contains(QStringLiteral("meanwhile")), qPrintable(said()));
        QCOMPARE(page()->decision().kept(0), std::optional(1)); // the other choice stays
        QCOMPARE(focusedItem(), Residence);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!there().hasConflict());
        QCOMPARE(here().field(Phone).text, QStringLiteral("02007654321"));
        QCOMPARE(here().field(Residence).text, QStringLiteral("21 Trần Phú, phường Hòa An"));
        QCOMPARE(here(), there());
    }

    void aVoiceThatCameUnseenIsNeverDecidedOver()
    {
        sit();
        contradict({{Phone, QStringLiteral("02001234567")}}, {{Phone, QStringLiteral("02007654321")}});
        openFromTheList();
        press(Qt::Key_1);
        // Decided in the very moment in which another program decides: the page has not heard of it yet.
        writeHere(ResolveConflict{.fields = {{Phone, FieldValue::given(QStringLiteral("02007654321"))}}});
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<WorklistPage>());
        QTRY_VERIFY2(said().contains(QStringLiteral("Somebody else decided all of it")), qPrintable(said()));
        QCOMPARE(here().field(Phone).text, QStringLiteral("02007654321"));
    }

    void somethingElseIsSaidAndJudgedAsTheFormDoes()
    {
        sit();
        contradict({{QStringLiteral("requester.birth"), QStringLiteral("1985-03-06")}}, {{QStringLiteral("requester.birth"), QStringLiteral("1985-03-07")}});
        openFromTheList();
        press(Qt::Key_E);
        press(Qt::Key_A, Qt::ControlModifier);
        type(QStringLiteral("31/02/1985"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(page());
        QVERIFY2(said().contains(QStringLiteral("Not recorded yet")), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier);
        press(Qt::Key_A, Qt::ControlModifier);
        type(QStringLiteral("8/3/85"));
        press(Qt::Key_Return); // to the reason
        type(QStringLiteral("theo giay khai sinh"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<WorklistPage>(), qPrintable(said()));
        QCOMPARE(here().field(QStringLiteral("requester.birth")).text, QStringLiteral("1985-03-08"));
        QVERIFY(!here().hasConflict());
    }

    void moneyIsNotAnOfficersToDecide()
    {
        sit();
        admitSupervisor();
        contradict({{Copies, QStringLiteral("2")}, {Phone, QStringLiteral("02001234567")}}, {{Copies, QStringLiteral("3")}, {Phone, QStringLiteral("02007654321")}});
        openFromTheList();
        QCOMPARE(focusedItem(), Phone); // the first that is asked of who is here
        press(Qt::Key_2);
        press(Qt::Key_Down);
        QCOMPARE(focusedItem(), Copies);
        press(Qt::Key_1);
        QVERIFY2(said().contains(QStringLiteral("leads the centre")) || said().contains(QStringLiteral("counted by this")), qPrintable(said()));
        QVERIFY2(said().contains(TrainingDesk::officer()), qPrintable(said())); // who may
        QCOMPARE(page()->decision().open(), 1);
        test::screenshot(window(), QStringLiteral("conflict-money"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<WorklistPage>());
        QTRY_VERIFY2(said().contains(QStringLiteral("1 more")), qPrintable(said()));
        QVERIFY(here().hasConflict());
        QVERIFY(!here().fields.value(Phone).isInConflict());
    }

    void whoeverLeadsTheCentreDecidesStatusAndMoney()
    {
        m_isPortal = true;
        sit(TrainingDesk::officer());
        writeHere(StepDossier{.event = QStringLiteral("transfer")});
        QTRY_COMPARE(there().status.status, DossierStatus::Processing);
        cutTheLine();
        writeHere(StepDossier{.event = QStringLiteral("result_ready")});
        writeHere(corrected({{Copies, QStringLiteral("2")}}));
        writeThere(StepDossier{.reason = QStringLiteral("r"), .event = QStringLiteral("request_supplement"), .asked = {{.name = QStringLiteral("Giấy chứng sinh")}}, .overrideReason = QStringLiteral("r")});
        writeThere(corrected({{Copies, QStringLiteral("3")}}));
        mendTheLine();
        QTRY_VERIFY2(foot().contains(QStringLiteral("! 1 to compare")), qPrintable(foot()));
        openFromTheList();
        QCOMPARE(focusedItem(), QStringLiteral("status"));
        QCOMPARE(item(QStringLiteral("status"))->line().voices.at(1).side, QStringLiteral("At the portal"));
        press(Qt::Key_E);
        QVERIFY2(said().contains(QStringLiteral("Nothing else can be said here")), qPrintable(said()));
        press(Qt::Key_Escape);
        press(Qt::Key_Left);
        press(Qt::Key_Return);
        QCOMPARE(focusedItem(), Copies);
        press(Qt::Key_2);
        test::screenshot(window(), QStringLiteral("conflict-status"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<WorklistPage>(), qPrintable(said()));
        QTRY_VERIFY(!there().hasConflict());
        QCOMPARE(here().status.status, DossierStatus::Processed);
        QCOMPARE(here().field(Copies).text, QStringLiteral("3"));
        QCOMPARE(here(), there());
    }

    void fromTheDossierAndBackThereWithNothingLost()
    {
        sit();
        contradict({{Phone, QStringLiteral("02001234567")}}, {{Phone, QStringLiteral("02007654321")}});
        openDossier(m_code);
        QVERIFY(written(window()->page()).contains(QStringLiteral("≠")));
        press(Qt::Key_D);
        QTRY_VERIFY(page());
        press(Qt::Key_2);
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<DossierPage>());
        QTRY_VERIFY2(said().contains(QStringLiteral("kept until you sign out")), qPrintable(said()));
        QVERIFY(here().hasConflict());
        press(Qt::Key_D);
        QTRY_VERIFY(page());
        QCOMPARE(page()->decision().kept(0), std::optional(1));
        press(Qt::Key_Delete);
        QVERIFY(page()->decision().isEmpty());
        press(Qt::Key_2);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<DossierPage>());
        QTRY_VERIFY2(written().contains(QStringLiteral("Contradiction decided")), qPrintable(written())); // as it is now
        QTRY_VERIFY2(said().contains(QStringLiteral("1 decision")), qPrintable(said()));
        press(Qt::Key_D); // there is nothing to decide any more
        QVERIFY(shown<DossierPage>());
    }

    void fromWhatIsSentAndBackThere()
    {
        sit();
        contradict({{Phone, QStringLiteral("02001234567")}}, {{Phone, QStringLiteral("02007654321")}});
        press(Qt::Key_G, Qt::AltModifier);
        QTRY_VERIFY(shown<OutboxPage>() && shown<OutboxPage>()->model()->rowCount() > 0);
        const auto isConflict = [this] {
            const OutboxLine *line = shown<OutboxPage>()->model()->row(0);
            return line && line->isInConflict;
        };
        QTRY_VERIFY(isConflict());
        press(Qt::Key_Home, Qt::ControlModifier);
        press(Qt::Key_Return);
        QTRY_VERIFY(page());
        press(Qt::Key_O); // the dossier as a whole, and back
        QTRY_VERIFY(shown<DossierPage>());
        press(Qt::Key_Escape);
        QTRY_VERIFY(page());
        press(Qt::Key_1);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<OutboxPage>());
        QTRY_VERIFY(!there().hasConflict());
    }

    void anotherPersonFindsNothingOfWhatWasChosen()
    {
        sit();
        contradict({{Phone, QStringLiteral("02001234567")}}, {{Phone, QStringLiteral("02007654321")}});
        openFromTheList();
        press(Qt::Key_2);
        press(Qt::Key_F12);
        QTRY_VERIFY(shown<SignInPage>());
        type(TrainingDesk::password());
        press(Qt::Key_Return);
        QTRY_VERIFY(page()); // as it was
        QCOMPARE(page()->decision().kept(0), std::optional(1));
        m_counter->conflicts()->end();
        QVERIFY(page()->decision().questions().isEmpty());
    }
};

QTEST_MAIN(tst_ConflictDesk)
#include "tst_ConflictDesk.moc"
