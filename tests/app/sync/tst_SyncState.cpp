// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/SyncState.h"

#include <QTest>

using namespace motcua;
using namespace motcua::sync;

class tst_SyncState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWithWhomItLies_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("no line") << ErrorCode::NetUnreachable << Fault::Network;
        QTest::newRow("an answer that cannot be") << ErrorCode::PeerNonsense << Fault::Portal;
        QTest::newRow("a newer language") << ErrorCode::PeerNewer << Fault::Portal;
        QTest::newRow("a chain that does not fit") << ErrorCode::ChainBroken << Fault::Data;
        QTest::newRow("a signature of somebody else") << ErrorCode::SignatureWrong << Fault::Data;
        QTest::newRow("our disk") << ErrorCode::DiskFull << Fault::Desk;
        QTest::newRow("a copy of our disk") << ErrorCode::OriginForked << Fault::Desk;
    }

    void saysWithWhomItLies()
    {
        QFETCH(ErrorCode, code);
        SyncState state;
        state.failure = Error{code, {}};
        QTEST(state.fault(), "fault");
    }
};

QTEST_APPLESS_MAIN(tst_SyncState)
#include "tst_SyncState.moc"
