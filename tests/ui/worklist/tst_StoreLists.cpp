// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/storage/Desk.h"

#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/worklist/StoreLists.h"

#include <QSignalSpy>

using namespace motcua;
using storage::Desk;
using storage::Store;

class tst_StoreLists : public QObject
{
    Q_OBJECT

private:
    static constexpr int Many = storelists::MostFound + 20;

    QTemporaryDir m_folder;
    Desk m_desk;
    std::optional<Store> m_store;

    [[nodiscard]] static bool arrives(WorklistItemModel &model, int row)
    {
        (void)model.data(model.index(row, WorklistItemModel::Code));
        return QTest::qWaitFor([&] { return model.row(row) != nullptr; });
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_store = m_desk.founded(m_folder.filePath(QStringLiteral("store.db")));
        QList<Act> acts;
        for (int n = 0; n < Many; ++n) {
            acts.append(m_desk.accepting(n));
            *m_desk.clock += 1000;
        }
        acts.append(m_desk.accepting(Many, QStringLiteral("Đặng Văn Ước")));
        Desk::done(m_store->recordAll(acts));
    }

    void aListRunsFromTheNewestToTheOldest()
    {
        WorklistItemModel model;
        const QSignalSpy opened(&model, &WorklistItemModel::opened);
        model.open(storelists::all(*m_store));
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(model.rowCount(), Many + 1);
        for (int row = 0; row <= Many; ++row) {
            QVERIFY(arrives(model, row));
            QCOMPARE(model.row(row)->id, Desk::dossier(Many - row));
        }
    }

    void aSearchIsCountedAndReadFromOneAnswer()
    {
        WorklistItemModel model;
        const QSignalSpy opened(&model, &WorklistItemModel::opened);
        model.open(storelists::found(*m_store, QStringLiteral("nguyen")));
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(model.rowCount(), storelists::MostFound);
        for (int row = 0; row < storelists::MostFound; ++row) {
            QVERIFY(arrives(model, row));
            QCOMPARE(model.row(row)->id, Desk::dossier(Many - 1 - row));
        }
    }

    void theNextLetterTakesTheFirstOnesPlace()
    {
        WorklistItemModel model;
        const QSignalSpy failed(&model, &WorklistItemModel::failed);
        for (const QString &typed : {QStringLiteral("d"), QStringLiteral("da"), QStringLiteral("dang"), QStringLiteral("dang uoc")}) {
            model.open(storelists::found(*m_store, typed));
        }
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(arrives(model, 0));
        QCOMPARE(model.row(0)->name, QStringLiteral("Đặng Văn Ước"));
        QCOMPARE(failed.size(), 0);
    }

    void aClosedStoreIsTold()
    {
        const Store store = m_desk.founded(m_folder.filePath(QStringLiteral("closed.db")));
        store.close();
        WorklistItemModel model;
        const QSignalSpy failed(&model, &WorklistItemModel::failed);
        model.open(storelists::found(store, QStringLiteral("a")));
        QTRY_VERIFY(!failed.isEmpty());
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Closed);
    }
};

QTEST_MAIN(tst_StoreLists)
#include "tst_StoreLists.moc"
