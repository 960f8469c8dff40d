// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/portal/national/NationalScene.h"

#include "app/storage/Connection.h"
#include "app/storage/JournalQueries.h"

#include <QJsonDocument>
#include <QSignalSpy>

using namespace motcua;
using namespace motcua::national;
using namespace motcua::storage;

using Outcome = NationalReply::Outcome;

namespace {

/** A line to the system in the same process, which can be told what becomes of each saying. */
class SpokenLine : public QObject
{
public:
    enum class Fate {
        Heard,
        LostBefore, ///< it never arrived, and nobody knows
        LostAfter, ///< it was taken, and the answer never came
        Busy, ///< come back later
        Down, ///< no way there
        OwnCodeLater, ///< taken by nobody, for a reason of the system's own
        Never, ///< no answer for as long as anybody waits
    };
    using Choice = std::function<Fate(const QJsonObject &body)>;

    SpokenLine(NationalSystem &system, NationalProfile profile)
        : m_system(system)
        , m_profile(std::move(profile))
    {
    }

    Choice choice = [](const QJsonObject &) { return Fate::Heard; };
    int sayings = 0;
    QStringList services = {};

    [[nodiscard]] NationalQueue::Say say()
    {
        return [this](const QJsonObject &body) {
            ++sayings;
            services.append(body.value(m_profile.serviceMember).toString());
            auto promise = std::make_shared<QPromise<NationalReply>>();
            promise->start();
            const Fate fate = choice(body);
            if (fate == Fate::Never) {
                m_never.append(promise);
                return promise->future();
            }
            QMetaObject::invokeMethod(
                this,
                [this, promise, body, fate] {
                    promise->addResult(reply(body, fate));
                    promise->finish();
                },
                Qt::QueuedConnection);
            return promise->future();
        };
    }

private:
    [[nodiscard]] NationalReply reply(const QJsonObject &body, Fate fate)
    {
        HttpAnswer answer;
        answer.status = 200;
        switch (fate) {
        case Fate::LostBefore:
            return NationalReply::of(Error{ErrorCode::NetTimedOut, {}}, m_profile);
        case Fate::LostAfter:
            (void)m_system.heard(body);
            return NationalReply::of(Error{ErrorCode::NetCut, {}}, m_profile);
        case Fate::Busy:
            answer.status = 503;
            return NationalReply::of(answer, m_profile);
        case Fate::Down:
            return NationalReply::of(Error{ErrorCode::NetRefused, {}}, m_profile);
        case Fate::OwnCodeLater:
            return {.outcome = Outcome::Later, .code = u"99"_qs};
        case Fate::Heard:
        case Fate::Never:
            break;
        }
        answer.body = QJsonDocument(m_system.heard(body)).toJson();
        return NationalReply::of(answer, m_profile);
    }

    NationalSystem &m_system;
    NationalProfile m_profile;
    QList<std::shared_ptr<QPromise<NationalReply>>> m_never;
};

using Fate = SpokenLine::Fate;

} // namespace

/** Everything is told once and in its order, whatever becomes of line, system and program. */
class tst_NationalQueue : public QObject
{
    Q_OBJECT

private:
    const NationalProfile m_profile = shippedProfile();
    std::unique_ptr<NationalScene> m_scene;
    std::unique_ptr<NationalSystem> m_system;
    std::unique_ptr<SpokenLine> m_line;
    std::unique_ptr<NationalQueue> m_queue;

    void start(NationalOptions options)
    {
        m_queue = std::make_unique<NationalQueue>(m_scene->store(), m_profile, m_line->say(), std::move(options));
        m_queue->begin();
    }
    void start() { start(quickOptions()); }
    [[nodiscard]] NationalCount::Count count() const { return Desk::done(m_scene->store().ask(NationalCount{})); }
    /** What another program does to the store while this one is away. */
    void change(const char *sql)
    {
        m_scene->store().close();
        {
            Connection connection(m_scene->path(), Desk::key(), {.access = ConnectionOptions::Access::Writer});
            connection.execute(sql);
        }
        m_scene->reopen();
    }
    [[nodiscard]] QList<NationalAside> aside() const { return Desk::done(m_scene->store().ask(NationalAsidePage{})); }

private Q_SLOTS:
    void init()
    {
        m_scene = std::make_unique<NationalScene>();
        m_system = std::make_unique<NationalSystem>(m_profile);
        m_line = std::make_unique<SpokenLine>(*m_system, m_profile);
        QTRY_VERIFY(m_scene->store().holdsEngine());
    }
    void cleanup()
    {
        m_queue.reset();
        m_line.reset();
        m_scene.reset();
    }

    void tellsWhatIsThereAndWhatComes()
    {
        const QString code = m_scene->accept(1);
        start();
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(m_system->known().value(code).news, 1);
        m_scene->step(1, DossierStatus::Processing);
        QTRY_COMPARE(m_system->known().value(code).changes, 1);
        m_scene->step(1, DossierStatus::Processed);
        QTRY_COMPARE(m_system->known().value(code).changes, 2);
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(m_scene->mistakes(*m_system), QStringList());
        QCOMPARE(m_line->services,
            (QStringList{
                u"DongBoHoSoMC"_qs, u"CapNhatTienDoHoSoMC"_qs, u"DongBoHoSoMC"_qs, u"CapNhatTienDoHoSoMC"_qs, u"DongBoHoSoMC"_qs}));
        QVERIFY(m_queue->state().lastToldMs > 0);
        QVERIFY(!m_queue->state().lastError);
    }

    void aStoreForPracticeSaysNothingBeyondThisMachine_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("says");
        QTest::newRow("nobody knows whom") << QString() << false;
        QTest::newRow("elsewhere") << u"https://nation.invalid"_qs << false;
        QTest::newRow("here") << u"https://127.0.0.1:8443"_qs << true;
    }
    void aStoreForPracticeSaysNothingBeyondThisMachine()
    {
        QFETCH(QString, address);
        QFETCH(bool, says);
        cleanup();
        m_scene = std::make_unique<NationalScene>(StoreProfile{.training = true});
        m_line = std::make_unique<SpokenLine>(*m_system, m_profile);
        QTRY_VERIFY(m_scene->store().holdsEngine());
        (void)m_scene->accept(1);
        NationalOptions options = quickOptions();
        options.address = QUrl(address);
        start(options);
        if (says) {
            QTRY_COMPARE(m_system->known().size(), 1);
            return;
        }
        QCOMPARE(m_queue->state().lastError->code, ErrorCode::OriginForeign);
        // Neither by itself, nor when woken, nor for what comes, while another one of the same store tells it all to a stand-in.
        SpokenLine standIn(*m_system, m_profile);
        options.address = QUrl(u"https://localhost"_qs);
        NationalQueue other(m_scene->store(), m_profile, standIn.say(), options);
        (void)m_scene->accept(2);
        m_queue->wake();
        QCOMPARE(count().waiting, 0); // the journal is not even followed
        other.begin();
        QTRY_COMPARE(m_system->known().size(), 2);
        QTRY_VERIFY(other.isIdle());
        QCOMPARE(m_line->sayings, 0);
    }

    void whoDrainsHearsWhatWasSaidAndSaysNothingMore()
    {
        const QString code = m_scene->accept(1);
        m_scene->step(1, DossierStatus::Processing);
        m_line->choice = [this](const QJsonObject &) {
            m_queue->drain();
            return Fate::Heard;
        };
        start();
        const QSignalSpy drained(m_queue.get(), &NationalQueue::drained);
        QTRY_COMPARE(drained.count(), 1);
        QVERIFY(m_queue->isDrained());
        QCOMPARE(m_line->sayings, 1); // the record; the step is for the next time
        const QList<NationalRow> rows = Desk::done(m_scene->store().ask(NationalDue{.nowMs = QDateTime::currentMSecsSinceEpoch()}));
        QVERIFY(rows.size() == 1 && rows.constFirst().doubt.isEmpty());
        m_queue->wake();
        QCOMPARE(m_line->sayings, 1);
        m_line->choice = [](const QJsonObject &) { return Fate::Heard; };
        start();
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(m_scene->mistakes(*m_system), QStringList());
        QCOMPARE(m_system->known().value(code).repetitions, 0);
    }

    void whatWasSetAsideIsToldAgainWhenSomebodyAsks()
    {
        const QString one = m_scene->accept(1);
        const QString other = m_scene->accept(2);
        m_system->refuse({one, other});
        start();
        QTRY_COMPARE(count().aside, 2);
        m_system->refuse({});
        const auto retried = [this](const QString &code) { return Desk::done(m_scene->store().keep(RetryNational{code, *m_scene->desk().clock})); };
        QCOMPARE(retried(u"no such code"_qs), 0);
        QCOMPARE(retried(one), 1);
        m_queue->wake();
        QTRY_COMPARE(m_system->known().size(), 1);
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(retried({}), 1);
        m_queue->wake();
        QTRY_COMPARE(m_system->known().size(), 2);
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(m_scene->mistakes(*m_system), QStringList());
    }

    void tellsTheRecordBeforeTheStepsThatAreThereAlready()
    {
        const QString code = m_scene->accept(1);
        m_scene->step(1, DossierStatus::Processing);
        m_scene->step(1, DossierStatus::Processed);
        start();
        QTRY_VERIFY(m_queue->isIdle());
        // The record says how it stands: nothing has to be told of it again after the steps.
        QCOMPARE(m_line->services, (QStringList{u"DongBoHoSoMC"_qs, u"CapNhatTienDoHoSoMC"_qs, u"CapNhatTienDoHoSoMC"_qs}));
        QCOMPARE(m_scene->mistakes(*m_system), QStringList());
        QCOMPARE(m_system->known().value(code).changes, 0);
    }

    void saysNothingOfWhatSaysNothingNew()
    {
        (void)m_scene->accept(1);
        start();
        QTRY_VERIFY(m_queue->isIdle());
        const int before = m_line->sayings;
        Desk::done(m_scene->store().record(m_scene->desk().about(Desk::dossier(1), AddNote{u"ghi chú"_qs})));
        (void)m_scene->accept(2);
        QTRY_COMPARE(m_system->known().size(), 2);
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(m_line->sayings, before + 1);
    }

    void tellsACorrectionAsAChange()
    {
        const QString code = m_scene->accept(1);
        start();
        QTRY_VERIFY(m_queue->isIdle());
        Desk::done(m_scene->store().record(
            m_scene->desk().about(Desk::dossier(1), CorrectDossier{{{u"phone"_qs, FieldValue::given(u"02009999999"_qs)}}, u"sai số"_qs})));
        QTRY_COMPARE(m_system->known().value(code).changes, 1);
        QCOMPARE(m_system->known().value(code).record.value(u"SoDienThoai"_qs).toString(), u"02009999999"_qs);
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(m_scene->mistakes(*m_system), QStringList());
    }

    void setsAsideWhatLacksSomethingAndNamesIt()
    {
        const QString lacking = m_scene->accept(1, QString());
        const QString whole = m_scene->accept(2);
        const QString tooLong = m_scene->accept(3, QString(51, u'0'));
        start();
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(m_system->known().keys(), QStringList{whole});
        const QList<NationalAside> rows = aside();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.first().id, Desk::dossier(1));
        QCOMPARE(rows.first().dossierCode, lacking);
        QCOMPARE(rows.first().code, u"missingField"_qs);
        QCOMPARE(rows.first().fields, QStringList{u"SoDienThoai"_qs});
        QCOMPARE(rows.last().dossierCode, tooLong);
        QCOMPARE(rows.last().code, u"fieldTooLong"_qs);
        QCOMPARE(rows.last().fields, QStringList{u"SoDienThoai"_qs});
        QCOMPARE(count().aside, 2);
        QCOMPARE(count().waiting, 0);
        // Put right, it goes.
        Desk::done(m_scene->store().record(
            m_scene->desk().about(Desk::dossier(3), CorrectDossier{{{u"phone"_qs, FieldValue::given(u"02009999999"_qs)}}, u"sai số"_qs})));
        QTRY_COMPARE(m_system->known().size(), 2);
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(aside(), QList<NationalAside>{rows.first()});
        // They come page by page, and what stands there is found again.
        QVERIFY(Desk::done(m_scene->store().ask(NationalAsidePage{.after = rows.first().no})).isEmpty());
    }

    void setsAsideWhatIsRefusedAndGoesOnWithTheOthers()
    {
        const QString refused = m_scene->accept(1);
        for (int n = 2; n < 12; ++n) {
            (void)m_scene->accept(n);
        }
        m_system->refuse({refused});
        start();
        QTRY_COMPARE(m_system->known().size(), 10);
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(aside().size(), 1);
        QCOMPARE(aside().first().code, u"12"_qs);
        QCOMPARE(aside().first().text, u"Sai mã thủ tục"_qs);
        QCOMPARE(m_line->sayings, 10 + 2); // and one question whether it is there already
        // A step written about it brings it back, and what was missed is told before it.
        m_system->refuse({});
        m_scene->step(1, DossierStatus::Processing);
        QTRY_VERIFY(m_system->known().value(refused).steps.size() == 1);
        QTRY_VERIFY(m_queue->isIdle());
        QVERIFY(aside().isEmpty());
        QCOMPARE(m_scene->mistakes(*m_system), QStringList());
    }

    void tellsAsAChangeWhatTheSystemHasAlready()
    {
        // From a program before this one: the system refuses it as new, by a code nobody knows.
        const QString code = m_scene->accept(1);
        {
            SpokenLine other(*m_system, m_profile);
            NationalQueue before(m_scene->store(), m_profile, other.say(), quickOptions());
            before.begin();
            QTRY_VERIFY(before.isIdle());
        }
        change("DELETE FROM l_national; DELETE FROM l_national_step; DELETE FROM l_peer_vector");
        m_scene->step(1, DossierStatus::Processing);
        start();
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(m_line->services,
            (QStringList{u"DongBoHoSoMC"_qs, u"TraCuuHoSo"_qs, u"DongBoHoSoMC"_qs, u"TraCuuHoSo"_qs, u"CapNhatTienDoHoSoMC"_qs}));
        QCOMPARE(m_system->known().value(code).news, 1);
        QCOMPARE(m_scene->mistakes(*m_system), QStringList());
    }

    void tellsNothingTwiceThatABackUpDidNotKnowOf()
    {
        (void)m_scene->accept(1);
        m_scene->step(1, DossierStatus::Processing);
        (void)m_scene->accept(2);
        start();
        QTRY_VERIFY(m_queue->isIdle());
        m_queue.reset();
        // Restored: another log is written, and the last steps and one record are not known to have been told.
        change(
            "DELETE FROM l_national_step; DELETE FROM l_national WHERE no = (SELECT max(no) FROM l_national); DELETE FROM l_peer_vector; "
            "UPDATE l_setting SET value = x'00' WHERE name = 'national.origin'");
        m_scene->step(1, DossierStatus::Processed);
        m_scene->step(2, DossierStatus::Processing);
        start();
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(m_scene->mistakes(*m_system), QStringList());
    }

    void looksUpWhatWasLostOnTheWay_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("fate");
        QTest::addColumn<QStringList>("services");
        const QString record = u"DongBoHoSoMC"_qs;
        const QString step = u"CapNhatTienDoHoSoMC"_qs;
        const QString question = u"TraCuuHoSo"_qs;
        QTest::newRow("a record that arrived") << 0 << int(Fate::LostAfter) << QStringList{record, question, step};
        QTest::newRow("a record that did not") << 0 << int(Fate::LostBefore) << QStringList{record, question, record, step};
        QTest::newRow("a step that arrived") << 1 << int(Fate::LostAfter) << QStringList{record, step, question};
        QTest::newRow("a step that did not") << 1 << int(Fate::LostBefore) << QStringList{record, step, question, step};
        QTest::newRow("what was not taken is not looked for") << 1 << int(Fate::Busy) << QStringList{record, step, step};
        QTest::newRow("nor what never left") << 1 << int(Fate::Down) << QStringList{record, step, step};
        QTest::newRow("nor what it will not have now") << 1 << int(Fate::OwnCodeLater) << QStringList{record, step, step};
    }
    void looksUpWhatWasLostOnTheWay()
    {
        QFETCH(int, at);
        QFETCH(int, fate);
        (void)m_scene->accept(1);
        m_scene->step(1, DossierStatus::Processing);
        m_line->choice = [this, at, fate](
                             const QJsonObject &) { return m_line->sayings == at + 1 ? static_cast<Fate>(fate) : Fate::Heard; };
        start();
        QTRY_VERIFY(m_queue->isIdle());
        QTEST(m_line->services, "services");
        QCOMPARE(m_scene->mistakes(*m_system), QStringList());
    }

    void oneDossierTheSystemFailsAtHoldsUpNoOther()
    {
        const QString poison = m_scene->accept(1);
        for (int n = 2; n < 12; ++n) {
            (void)m_scene->accept(n);
        }
        m_line->choice = [poison](const QJsonObject &body) {
            return body.value(u"data"_qs)[0][u"MaHoSo"].toString() == poison ? Fate::LostBefore : Fate::Heard;
        };
        start();
        QTRY_COMPARE(m_system->known().size(), 10);
        QVERIFY(m_queue->state().lastError || m_queue->state().lastToldMs > 0);
        m_line->choice = [](const QJsonObject &) { return Fate::Heard; };
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(m_scene->mistakes(*m_system), QStringList());
    }

    void leavesTheLineAloneForAsLongAsItIsAsked()
    {
        (void)m_scene->accept(1);
        NationalOptions options = quickOptions();
        m_line->choice = [](const QJsonObject &) { return Fate::Busy; };
        options.firstWaitMs = 3'000'000;
        options.longestWaitMs = 3'000'000;
        start(options);
        QTRY_VERIFY(m_queue->state().nextTryMs != 0);
        QCOMPARE(m_line->sayings, 1);
        QCOMPARE(m_queue->state().lastError->code, ErrorCode::ServerBusy);
        const qint64 waitMs = m_queue->state().nextTryMs - QDateTime::currentMSecsSinceEpoch();
        QVERIFY(waitMs > 2'900'000 && waitMs <= 3'000'000);
        // What is written meanwhile does not knock either.
        (void)m_scene->accept(2);
        QSignalSpy spy(m_queue.get(), &NationalQueue::changed);
        m_line->choice = [](const QJsonObject &) { return Fate::Heard; };
        QTRY_COMPARE(count().waiting, 2);
        QCOMPARE(m_line->sayings, 1);
        m_queue->wake();
        QTRY_COMPARE(m_system->known().size(), 2);
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(m_queue->state().nextTryMs, 0);
    }

    void hasFewUnderWay()
    {
        for (int n = 0; n < 20; ++n) {
            (void)m_scene->accept(n);
        }
        m_line->choice = [](const QJsonObject &) { return Fate::Never; };
        start();
        QTRY_COMPARE(m_line->sayings, quickOptions().inFlight);
        (void)m_scene->accept(20);
        QTRY_COMPARE(count().waiting, 21); // the journal is followed, and no more is begun
        QCOMPARE(m_line->sayings, quickOptions().inFlight);
    }

    void waitsUntilDesksAgree()
    {
        // Two desks that did not know of each other took the dossier to different places.
        const QString code = m_scene->accept(1);
        m_scene->step(1, DossierStatus::Processing);
        const Desk other(4, 'x');
        other.clock->store(m_scene->desk().clock->load());
        QTemporaryDir folder;
        const Store second = other.founded(folder.filePath(u"second"_qs));
        const auto entries = Desk::done(m_scene->store().ask(JournalRange{.origin = m_scene->store().origin()}));
        Desk::done(second.ingest(entries));
        m_scene->step(1, DossierStatus::Processed);
        (void)Desk::done(second.record(other.stepping(1, DossierStatus::Stopped)));
        Desk::done(m_scene->store().ingest(Desk::done(second.ask(JournalRange{.origin = second.origin()}))));
        QVERIFY(Desk::done(m_scene->store().ask(DossierById{Desk::dossier(1)}))->status.isInConflict());
        (void)m_scene->accept(2);
        start();
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(m_system->known().size(), 1);
        QVERIFY(!m_system->known().contains(code));
        (void)Desk::done(m_scene->store().record(
            m_scene->desk().about(Desk::dossier(1), ResolveConflict{.status = DossierStatus::Processed, .reason = u"đã có kết quả"_qs})));
        QTRY_VERIFY(m_system->known().contains(code));
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(m_system->known().value(code).record.value(u"TrangThaiHoSo"_qs).toString(), u"9"_qs);
    }

    void tellsWhatItWasGivenTheHeaderOfFirst()
    {
        const Desk other(4, 'x');
        other.clock->store(m_scene->desk().clock->load());
        QTemporaryDir folder;
        const Store second = other.founded(folder.filePath(u"second"_qs));
        (void)Desk::done(second.record(other.accepting(50)));
        const auto whole = Desk::done(second.ask(JournalRange{.origin = second.origin()}));
        auto headers = whole;
        headers.last().payload.reset();
        (void)Desk::done(m_scene->store().ingest(headers));
        start();
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(m_line->sayings, 0);
        (void)Desk::done(m_scene->store().ingest(whole));
        QTRY_COMPARE(m_system->known().size(), 1);
        QTRY_VERIFY(m_queue->isIdle());
        QCOMPARE(m_line->sayings, 1);
    }

    // Whenever the program dies, what is on the disk is all that is left of it.
    void everythingIsToldOnceByProgramsThatDie()
    {
        std::mt19937 chance(20261123);
        m_scene->fill(40, chance);
        bool isDone = false;
        int lives = 0;
        for (; !isDone; ++lives) {
            QVERIFY(lives < 400);
            const int last = m_line->sayings + 1 + static_cast<int>(chance() % 12);
            m_line->choice = [this, last, &chance](const QJsonObject &) {
                if (m_line->sayings >= last) {
                    return chance() % 2 == 0 ? Fate::Never : Fate::LostAfter;
                }
                const auto luck = chance() % 20;
                return luck == 0 ? Fate::LostBefore : luck == 1 ? Fate::LostAfter : luck == 2 ? Fate::Busy : Fate::Heard;
            };
            start();
            QTRY_VERIFY(m_queue->isIdle() || m_line->sayings >= last);
            isDone = m_queue->isIdle();
            m_queue.reset();
            if (lives % 5 == 0) {
                m_scene->reopen();
            }
        }
        QVERIFY(lives > 5);
        QCOMPARE(m_scene->mistakes(*m_system), QStringList());
        QCOMPARE(count().waiting, 0);
        QCOMPARE(count().aside, 0);
    }

    // At a million dossiers nothing may be looked through.
    void everyQuestionIsAnsweredByAnIndex()
    {
        m_scene->store().close();
        Connection connection(m_scene->path(), Desk::key(), {});
        for (const QByteArray &sql : {NationalDue::sql(), NationalNext::sql(), NationalAsidePage::sql(), NationalCount::waitingSql(),
                 NationalCount::asideSql(), FollowJournal::stretchSql(), QByteArray("SELECT entry FROM l_national_step WHERE no = ?1")}) {
            Statement plan = connection.oneOff("EXPLAIN QUERY PLAN " + sql);
            QStringList steps;
            while (plan.step()) {
                steps.append(plan.string(3));
            }
            const QString all = steps.join(u'\n');
            QVERIFY2(!all.contains(u"TEMP B-TREE") && !all.contains(u"AUTOMATIC"), qPrintable(all));
            for (const QString &step : std::as_const(steps)) {
                // A partial index read in its order to the first rows is no look through.
                const bool isScan = step.startsWith(u"SCAN") && !step.contains(u"INDEX l_national_") && !step.contains(u"SUBQUERY")
                    && !step.startsWith(u"SCAN (");
                QVERIFY2(!isScan, qPrintable(step + u'\n' + QString::fromUtf8(sql)));
            }
        }
    }

    void followsTheJournalInSteps()
    {
        for (int n = 0; n < 30; ++n) {
            (void)m_scene->accept(n);
        }
        int steps = 1;
        while (Desk::done(m_scene->store().keep(FollowJournal{.nowMs = 5, .limit = 7}))) {
            ++steps;
        }
        QCOMPARE(steps, 5); // of 33 entries: the start, unit and officer stand before the dossiers
        QCOMPARE(count().waiting, 30);
        QCOMPARE(Desk::done(m_scene->store().ask(NationalNext{})), std::optional<qint64>(5));
        QCOMPARE(Desk::done(m_scene->store().ask(NationalDue{.nowMs = 4})).size(), 0);
        QCOMPARE(Desk::done(m_scene->store().ask(NationalDue{.nowMs = 5, .limit = 3})).size(), 3);
        const qint64 first = Desk::done(m_scene->store().ask(NationalDue{.nowMs = 5, .limit = 1})).first().no;
        QVERIFY(Desk::done(m_scene->store().ask(NationalDue{.nowMs = 5, .aside = {first}, .limit = 1})).first().no != first);
    }

    // What was written after it was looked at is not settled with it.
    void settlesOnlyWhatItHasSeen()
    {
        (void)m_scene->accept(1);
        (void)Desk::done(m_scene->store().keep(FollowJournal{.nowMs = 5}));
        const NationalRow row = Desk::done(m_scene->store().ask(NationalDue{.nowMs = 5})).first();
        m_scene->step(1, DossierStatus::Processing);
        (void)Desk::done(m_scene->store().keep(FollowJournal{.nowMs = 6}));
        Desk::done(m_scene->store().keep(SettleNational{.no = row.no, .version = row.version}));
        QCOMPARE(count().waiting, 1);
        const NationalRow later = Desk::done(m_scene->store().ask(NationalDue{.nowMs = 9})).first();
        Desk::done(m_scene->store().keep(SettleNational{.no = row.no, .version = later.version}));
        QCOMPARE(count().waiting, 0);
    }
};

QTEST_GUILESS_MAIN(tst_NationalQueue)
#include "tst_NationalQueue.moc"
