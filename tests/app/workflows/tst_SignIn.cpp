// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClonedLog.h"
#include "TrainingDesk.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "models/journal/Kind.h"

#include <QFile>
#include <QPromise>

using namespace motcua;

class tst_SignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewDeskLetsItsAdministratorIn()
    {
        const TrainingDesk desk;
        {
            const Result<Workplace> made = desk.setUp();
            QVERIFY2(made, qPrintable(made ? QString() : errorName(made.error().code) + made.error().detail));
            QCOMPARE(made->unit.rangeFirst, 301);
            QCOMPARE(made->unit.rangeLast, 399);
        }
        SignIn door(desk.folder(), TrainingDesk::law(), security::ScryptCost::forTests());
        const Result<SignedInPerson> person = door.withPassword(u"pham thu ha"_qs, TrainingDesk::password()).result();
        QVERIFY(person);
        QCOMPARE(person->place.personName, TrainingDesk::administrator());
        QCOMPARE(person->place.unit.organisationCode, u"H26.31.05"_qs);
        QVERIFY(person->place.isTraining());
        QCOMPARE(person->session->state(), security::Session::State::Open);
    }

    void whoComesBeforeTheLawIsReadWaitsForIt_data()
    {
        QTest::addColumn<bool>("good");
        QTest::newRow("it is in order") << true;
        QTest::newRow("there is a mistake in it") << false;
    }

    void whoComesBeforeTheLawIsReadWaitsForIt()
    {
        QFETCH(bool, good);
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        QPromise<Result<Lawbook, QList<Error>>> reading;
        reading.start();
        {
            SignIn door(desk.folder(), reading.future(), security::ScryptCost::forTests());
            const QFuture<Result<SignedInPerson>> person = door.withPassword(TrainingDesk::administrator(), TrainingDesk::password());
            QVERIFY(!QTest::qWaitFor([&person] { return person.isFinished(); }, 50));
            const Error mistake{ErrorCode::CatalogueSchema, u"forms/x.json:3:1: a comma"_qs};
            reading.addResult(good ? Result<Lawbook, QList<Error>>(TrainingDesk::law()) : QList<Error>{mistake, Error{}});
            reading.finish();
            QCOMPARE(bool(person.result()), good);
            if (good) {
                QVERIFY(!person.result()->place.law.catalogue.editions().isEmpty());
            } else {
                QCOMPARE(person.result().error(), mistake);
            }
        }
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> person = TrainingDesk::headIn(*door);
        QVERIFY(person);
        QCOMPARE(TrainingDesk::told(person->place.store, journal::kind::StaffSignedIn), good ? 3 : 2); // with the setting up
    }

    void aSecondPersonAnswersWithTheirOwnPassword_data()
    {
        QTest::addColumn<QString>("role"); // of the one beside
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("password");
        QTest::addColumn<ErrorCode>("code"); // Internal: they answered
        const QString beside = TrainingDesk::officer();
        const QString theirs = TrainingDesk::officerPassword();
        QTest::newRow("a supervisor beside the officer") << u"supervisor"_qs << beside << theirs << ErrorCode::Internal;
        QTest::newRow("with a wrong password") << u"supervisor"_qs << beside << u"sai roi nhe ban oi"_qs << ErrorCode::WrongPassword;
        QTest::newRow("somebody nobody knows") << u"supervisor"_qs << u"Không Ai Cả"_qs << theirs << ErrorCode::PersonUnknown;
        QTest::newRow("nobody answers for themselves")
            << u"supervisor"_qs << TrainingDesk::administrator() << TrainingDesk::password() << ErrorCode::SecondPersonMissing;
        QTest::newRow("who may not answer for others") << u"officer"_qs << beside << theirs << ErrorCode::NotAllowed;
    }
    void aSecondPersonAnswersWithTheirOwnPassword()
    {
        QFETCH(QString, role);
        QFETCH(QString, name);
        QFETCH(QString, password);
        QFETCH(ErrorCode, code);
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> person = TrainingDesk::headIn(*door);
        QVERIFY(person);
        QVERIFY(TrainingDesk::admitOfficer(*person, role));
        const Result<Id> approver = door->vouch(*person, name, password).result();
        QCOMPARE(approver ? ErrorCode::Internal : approver.error().code, code);
        QVERIFY(!approver || *approver != person->place.person);
        QVERIFY(person->session->readable()); // nobody's session changes
        if (code == ErrorCode::WrongPassword) {
            QCOMPARE(TrainingDesk::told(person->place.store, journal::kind::StaffSignInFailed), 1); // counts like a try at the door
        }
        person->session->shut();
        QCOMPARE(door->vouch(*person, name, password).result().error().code, ErrorCode::Closed);
    }

    void inventedPricesStayOutOfACentreThatWorks_data()
    {
        QTest::addColumn<bool>("training"); // the store
        QTest::addColumn<bool>("invented"); // the prices
        QTest::addColumn<bool>("opened");
        QTest::newRow("a centre in training, invented prices") << true << true << true;
        QTest::newRow("a centre in training, real prices") << true << false << true;
        QTest::newRow("a centre that works, real prices") << false << false << true;
        QTest::newRow("a centre that works, invented prices") << false << true << false;
    }

    void inventedPricesStayOutOfACentreThatWorks()
    {
        QFETCH(bool, training);
        QFETCH(bool, invented);
        QFETCH(bool, opened);
        const TrainingDesk desk;
        CentreFacts facts = TrainingDesk::facts();
        facts.training = training;
        const Result<security::Password> chosen = security::Password::chosen(TrainingDesk::password(), TrainingDesk::administrator());
        const auto cost = security::ScryptCost::forTests();
        qsizetype before = 0;
        {
            const Result<Workplace> made
                = SetUpCentre::run(desk.folder(), TrainingDesk::law(), facts, TrainingDesk::administrator(), *chosen, security::RecoveryKey::generate(), cost);
            QVERIFY(made);
            before = TrainingDesk::told(made->store, journal::kind::StaffSignedIn);
            made->store.close();
        }
        const auto law = Lawbook::load(Lawbook::folder(), invented ? Lawbook::Prices::Invented : Lawbook::Prices::Real);
        QVERIFY(law);
        for (int turn = 0; turn < 2; ++turn) {
            SignIn door(desk.folder(), *law, cost);
            const Result<SignedInPerson> person = TrainingDesk::headIn(door);
            QCOMPARE(bool(person), opened);
            QCOMPARE(opened ? ErrorCode::StoreNotForTraining : person.error().code, ErrorCode::StoreNotForTraining);
        }
        // Who was turned away is not in the journal, and the centre is as it was.
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> person = TrainingDesk::headIn(*door);
        QVERIFY(person);
        QCOMPARE(TrainingDesk::told(person->place.store, journal::kind::StaffSignedIn), before + (opened ? 3 : 1));
    }

    void whoIsNotLetInIsToldWhyAndTheJournalToo()
    {
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        SignIn door(desk.folder(), TrainingDesk::law(), security::ScryptCost::forTests());
        const Result<SignedInPerson> wrong = door.withPassword(TrainingDesk::administrator(), u"con meo trang"_qs).result();
        QCOMPARE(wrong.error().code, ErrorCode::WrongPassword);
        const Result<SignedInPerson> tooSoon = door.withPassword(TrainingDesk::administrator(), TrainingDesk::password()).result();
        QCOMPARE(tooSoon.error().code, ErrorCode::LockedOut);
        QVERIFY(tooSoon.error().detail.toInt() >= 1);
        const Result<SignedInPerson> nobody = door.withPassword(u"Nguyễn Văn Không"_qs, u"bat ky cai gi"_qs).result();
        QCOMPARE(nobody.error().code, ErrorCode::PersonUnknown);

        Result<SignedInPerson> person = Error{};
        QTRY_VERIFY(static_cast<bool>(person = door.withPassword(TrainingDesk::administrator(), TrainingDesk::password()).result()));
        const Result<QList<StaffMember>> staff = person->place.store.ask(storage::StaffList{}).result();
        QVERIFY(staff);
        QCOMPARE(staff->size(), 1);
        QCOMPARE(staff->constFirst().failedSignIns(), 1);
    }

    void whoComesFirstToARestoredStoreTakesItsDeskOver()
    {
        const TrainingDesk desk;
        const StoreFolder other(desk.folder().path() + u"-restored"_qs);
        UnitSettings was;
        {
            const std::unique_ptr<SignIn> door = desk.setUp() ? desk.door() : nullptr;
            const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
            QVERIFY(head);
            QVERIFY(TrainingDesk::admitOfficer(*head));
            was = head->place.unit;
            QVERIFY(head->place.store.backUp(desk.folder().path() + u"-backup"_qs).result());
            storage::StoreOptions options;
            options.rules = head->place.store.rules();
            QVERIFY(other.create());
            QVERIFY(storage::restoreBackup(desk.folder().path() + u"-backup"_qs, other.file(), head->session->keys()->dataKeys.current, options));
            QVERIFY(QFile::copy(desk.folder().file() + u".names"_qs, other.file() + u".names"_qs));
        }
        SignIn door(other, TrainingDesk::law(), security::ScryptCost::forTests());
        const Result<SignedInPerson> officer = door.withPassword(TrainingDesk::officer(), TrainingDesk::officerPassword()).result();
        QVERIFY(officer);
        UnitSettings is = officer->place.unit;
        QVERIFY(!is.heads.isEmpty() && is.heads != was.heads);
        is.heads = was.heads;
        QCOMPARE(is, was);
        const Result<QList<journal::Entry>> log
            = officer->place.store.ask(storage::JournalRange{.origin = officer->place.store.origin()}).result();
        QVERIFY(log);
        QCOMPARE(log->size(), 3); // origin.started, the desk, the sign-in
        QCOMPARE(log->at(1).header.kind, QByteArray(journal::kind::UnitConfigured));
        QCOMPARE(log->at(1).header.actor.id, officer->place.person);
        QCOMPARE(log->at(1).header.desk, was.desk());
        QCOMPARE(log->at(2).header.desk, was.desk());
        QVERIFY(TrainingDesk::headIn(door));
        QCOMPARE(TrainingDesk::told(officer->place.store, journal::kind::UnitConfigured), 1);
    }

    void aClonedStoreIsReadByThoseWhoWorkThere()
    {
        const TrainingDesk desk;
        {
            const Result<Workplace> made = desk.setUp();
            QVERIFY(made);
            QVERIFY(learnOfAClone(made->store));
            made->store.close();
        }
        SignIn door(desk.folder(), TrainingDesk::law(), security::ScryptCost::forTests());
        QCOMPARE(door.withPassword(TrainingDesk::administrator(), u"con meo trang"_qs).result().error().code, ErrorCode::WrongPassword);
        Result<SignedInPerson> person = Error{};
        QTRY_VERIFY(static_cast<bool>(person = TrainingDesk::headIn(door)));
        QVERIFY(person->forked);
        QCOMPARE(person->place.unit.deskNumber, 3);
        QVERIFY(person->place.store.ask(storage::WorklistPage{}).result());
        const Act note = person->place.act(person->place.person, SignedIn{.by = u"password"_qs});
        QCOMPARE(person->place.store.record(note).result().error().code, ErrorCode::OriginForked);
        QVERIFY(door.choosePin(*person, u"271828"_qs).result());
        const Result<SignedInPerson> again = door.withPin(TrainingDesk::administrator(), u"271828"_qs).result();
        QVERIFY(again);
        QVERIFY(again->forked);
    }

    void aPinOfTheDayOpensAgain()
    {
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        SignIn door(desk.folder(), TrainingDesk::law(), security::ScryptCost::forTests());
        QCOMPARE(door.withPin(TrainingDesk::administrator(), u"271828"_qs).result().error().code, ErrorCode::PinUnavailable);
        const Result<SignedInPerson> person = door.withPassword(TrainingDesk::administrator(), TrainingDesk::password()).result();
        QVERIFY(person);
        QVERIFY(door.choosePin(*person, u"271828"_qs).result());
        QCOMPARE(door.withPin(TrainingDesk::administrator(), u"271829"_qs).result().error().code, ErrorCode::WrongPin);
        QVERIFY(door.withPin(TrainingDesk::administrator(), u"271828"_qs).result());
    }

    void aSetUpThatCannotBeLeavesNothing_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("organisation");
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("flaw");
        QTest::addRow("no name") << u"  "_qs << u"UBND"_qs << u"Hòa An"_qs << u"H26.31.05"_qs << 3 << u"unit-name"_qs;
        QTest::addRow("a name longer than a head") << QString(201, u'a') << u"UBND"_qs << u"Hòa An"_qs << u"H26.31.05"_qs << 3 << u"unit-name"_qs;
        QTest::addRow("no governing body") << u"TTPVHCC"_qs << u" "_qs << u"Hòa An"_qs << u"H26.31.05"_qs << 3 << u"governing-body"_qs;
        QTest::addRow("no place") << u"TTPVHCC"_qs << u"UBND"_qs << QString() << u"H26.31.05"_qs << 3 << u"place"_qs;
        QTest::addRow("a place with its date") << u"TTPVHCC"_qs << u"UBND"_qs << u"Hòa An, ngày"_qs << u"H26.31.05"_qs << 3 << u"place"_qs;
        QTest::addRow("no such organisation code") << u"TTPVHCC"_qs << u"UBND"_qs << u"Hòa An"_qs << u"h26"_qs << 3 << u"organisation-code"_qs;
        QTest::addRow("desk 0") << u"TTPVHCC"_qs << u"UBND"_qs << u"Hòa An"_qs << u"H26.31.05"_qs << 0 << u"desk-number"_qs;
        QTest::addRow("more desks than numbers") << u"TTPVHCC"_qs << u"UBND"_qs << u"Hòa An"_qs << u"H26.31.05"_qs << 100 << u"desk-number"_qs;
    }
    void aSetUpThatCannotBeLeavesNothing()
    {
        QFETCH(QString, unit);
        QFETCH(QString, body);
        QFETCH(QString, place);
        QFETCH(QString, organisation);
        QFETCH(int, number);
        QFETCH(QString, flaw);
        const TrainingDesk desk;
        const Result<security::Password> password = security::Password::chosen(TrainingDesk::password(), TrainingDesk::administrator());
        const Result<Workplace> made = SetUpCentre::run(desk.folder(), TrainingDesk::law(), {unit, body, place, organisation, number, false, true},
            TrainingDesk::administrator(), *password, security::RecoveryKey::generate(), security::ScryptCost::forTests());
        QCOMPARE(made.error().code, ErrorCode::Invalid);
        QCOMPARE(made.error().detail, flaw);
        QVERIFY(!desk.folder().exists());
    }

    void whatADeskIsChangedToIsThereAtTheNextSignIn()
    {
        const TrainingDesk desk;
        const Result<Workplace> made = desk.setUp();
        QVERIFY(made);
        CentreFacts facts = SetUpCentre::facts(*made);
        QCOMPARE(facts.place, u"Hòa An"_qs);
        QVERIFY(!facts.onlyDesk);
        QCOMPARE(SetUpCentre::change(*made, facts).error().code, ErrorCode::Refused);
        facts.governingBody = u" Ủy ban  nhân dân tỉnh Gia Lai"_qs;
        facts.place = u"Gia Lai"_qs;
        const Result<UnitSettings> moved = SetUpCentre::change(*made, facts);
        QVERIFY(moved);
        QCOMPARE(moved->governingBody, u"Ủy ban nhân dân tỉnh Gia Lai"_qs);
        QCOMPARE(moved->rangeFirst, 301);
        QCOMPARE(moved->rangeLast, 399);
        facts.place = u"Gia Lai, ngày"_qs;
        QCOMPARE(SetUpCentre::change(*made, facts).error().detail, u"place"_qs);
        facts.place = u"Gia Lai"_qs;
        facts.account->bin = u"970499"_qs;
        QCOMPARE(SetUpCentre::change(*made, facts).error().detail, u"account"_qs); // no bank of that number
        facts.account = UnitAccount{u"970436"_qs, u"0011000000001"_qs, u"UBND TINH GIA LAI"_qs};
        const Result<UnitSettings> paid = SetUpCentre::change(*made, facts);
        QVERIFY(paid);
        QCOMPARE(paid->account, facts.account);
        made->store.close();
        SignIn door(desk.folder(), TrainingDesk::law(), security::ScryptCost::forTests());
        const Result<SignedInPerson> person = door.withPassword(TrainingDesk::administrator(), TrainingDesk::password()).result();
        QVERIFY(person);
        QCOMPARE(person->place.unit, *paid);
        facts = SetUpCentre::facts(person->place);
        facts.deskNumber = 4;
        QCOMPARE(SetUpCentre::change(person->place, facts)->rangeFirst, 401);
        facts.onlyDesk = true;
        QCOMPARE(SetUpCentre::change(person->place, facts)->rangeFirst, 1);
    }

    void aDeskIsNeverSetUpOverAnother()
    {
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        QCOMPARE(desk.setUp().error().code, ErrorCode::StoreExists);
        SignIn door(desk.folder(), TrainingDesk::law(), security::ScryptCost::forTests());
        QVERIFY(door.withPassword(TrainingDesk::administrator(), TrainingDesk::password()).result());
    }

    void whereNothingCanBeWrittenIsSeenBefore()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"file"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(StoreFolder(dir.path()).canBeMade());
        QVERIFY(StoreFolder(dir.filePath(u"not/yet/there"_qs)).canBeMade());
        QVERIFY(!StoreFolder(file.fileName()).canBeMade());
        QVERIFY(!StoreFolder(dir.filePath(u"file/centre"_qs)).canBeMade());
    }

    void aSecondPersonIsAdmitted()
    {
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        SignIn door(desk.folder(), TrainingDesk::law(), security::ScryptCost::forTests());
        const Result<SignedInPerson> head = door.withPassword(TrainingDesk::administrator(), TrainingDesk::password()).result();
        QVERIFY(head);
        const QString secret = u"mot mat khau that dai"_qs;
        const Result<security::Password> first = security::Password::chosen(secret, u"Ksor H’Lan"_qs);
        QVERIFY(first);
        const Result<QString> name = SetUpCentre::admit(head->place, head->session->keys()->dataKeys, u"Ksor H’Lan"_qs, u"Trưởng ca"_qs,
            {u"officer"_qs}, *first, security::ScryptCost::forTests());
        QVERIFY(name);
        QCOMPARE(*name, u"ksor h lan"_qs);
        const Result<SignedInPerson> second = door.withPassword(u"Ksor H'Lan"_qs, secret).result();
        QVERIFY(second);
        QVERIFY(second->place.person != head->place.person);
    }
};

QTEST_GUILESS_MAIN(tst_SignIn)
#include "tst_SignIn.moc"
