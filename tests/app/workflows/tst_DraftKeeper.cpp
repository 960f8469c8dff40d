// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/DraftKeeper.h"
#include "tests/app/workflows/TrainingDesk.h"

#include <QSignalSpy>

using namespace motcua;

/** Drafts on their way to the disk: the newest of each is known until it is there. */
class tst_DraftKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Result<Workplace> made = m_desk.setUp();
        QVERIFY(made);
        m_place = std::make_unique<Workplace>(*made);
    }

    void theNewestIsKnownUntilItIsOnTheDisk()
    {
        DraftKeeper keeper(m_place->store);
        QSignalSpy kept(&keeper, &DraftKeeper::kept);
        storage::Draft draft{.id = Id::fromString(u"018f5e66-0000-7000-8000-000000000001"_qs), .person = m_place->person, .form = "{\"fields\":{}}"};
        (void)keeper.keep(draft);
        draft.form = "{\"fields\":{\"a\":1}}";
        (void)keeper.keep(draft);
        QVERIFY(keeper.newest(draft.id));
        QCOMPARE(keeper.newest(draft.id)->form, draft.form);
        QTRY_COMPARE(kept.size(), 2);
        QVERIFY(!keeper.newest(draft.id)); // what the store has is the newest now
        QVERIFY(!keeper.hasUnkept());
    }

    void whatIsGivenUpIsNotKeptAgain()
    {
        DraftKeeper keeper(m_place->store);
        const storage::Draft draft{.id = Id::fromString(u"018f5e66-0000-7000-8000-000000000002"_qs), .person = m_place->person, .form = "{}"};
        (void)keeper.keep(draft);
        keeper.forget(draft.id);
        QVERIFY(!keeper.newest(draft.id));
    }

    void whatIsRefusedIsKnownAndTriedAgain()
    {
        TrainingDesk other;
        const Result<Workplace> made = other.setUp();
        QVERIFY(made);
        DraftKeeper keeper(made->store);
        QSignalSpy failed(&keeper, &DraftKeeper::failed);
        made->store.close(); // it takes nothing any more
        const storage::Draft draft{.id = Id::fromString(u"018f5e66-0000-7000-8000-000000000003"_qs), .person = made->person, .form = "{}"};
        (void)keeper.keep(draft);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(keeper.hasUnkept());
        QCOMPARE(keeper.newest(draft.id)->form, draft.form);
        bool busy = true;
        keeper.setBusy([&busy] { return std::exchange(busy, false); });
        QTRY_VERIFY(failed.size() >= 2);
    }

    void aRefusalIsKnownWhileWhatWasTypedSinceIsUnderWay()
    {
        TrainingDesk other;
        const Result<Workplace> made = other.setUp();
        QVERIFY(made);
        DraftKeeper keeper(made->store);
        QList<bool> unkept; // at each refusal
        connect(&keeper, &DraftKeeper::failed, this, [&] { unkept.append(keeper.hasUnkept()); });
        made->store.close();
        storage::Draft draft{.id = Id::fromString(u"018f5e66-0000-7000-8000-000000000004"_qs), .person = made->person, .form = "{}"};
        (void)keeper.keep(draft);
        draft.form = "{\"fields\":{}}";
        (void)keeper.keep(draft);
        QTRY_VERIFY(unkept.size() >= 2);
        QCOMPARE(unkept.mid(0, 2), QList<bool>({true, true})); // who signs out between the two is asked
        keeper.forget(draft.id);
        QVERIFY(!keeper.hasUnkept());
    }

private:
    TrainingDesk m_desk;
    std::unique_ptr<Workplace> m_place;
};

QTEST_GUILESS_MAIN(tst_DraftKeeper)
#include "tst_DraftKeeper.moc"
