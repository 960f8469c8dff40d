// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/JobFollower.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;

namespace {

using Progress = PrintState::Progress;

/** Answers state() from a list, the last one for ever. */
class ScriptedSpooler : public Spooler
{
public:
    QList<Result<PrintState>> states = {};
    int cancelled = 0;
    int asked = 0;

    Result<QList<Printer>> printers() override { return QList<Printer>(); }
    Result<PrintJob> print(const QByteArray &, const QString &, const QString &, PaperSize) override { return PrintJob(); }
    Result<PrintState> state(const PrintJob &) override
    {
        ++asked;
        return states.size() > 1 ? states.takeFirst() : states.constFirst();
    }
    Result<> cancel(const PrintJob &) override
    {
        ++cancelled;
        return {};
    }
};

const PrintJob Job = {u"Quay-3"_qs, 7, PaperSize::A5};
const Error Unreachable = {ErrorCode::PrinterMissing, {}};

} // namespace

class tst_JobFollower : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysEachStallOnceAndNoPassingOne()
    {
        const PrintState connecting = {Progress::Stalled, {u"connecting-to-device"_qs}};
        const PrintState empty = {Progress::Stalled, {u"media-empty-error"_qs}};
        ScriptedSpooler spooler;
        spooler.states = {PrintState{}, connecting, PrintState{Progress::Printing, {}}, empty, empty, empty, empty, Unreachable, Unreachable,
            Unreachable, empty, empty, PrintState{Progress::Printed, {}}};
        JobFollower follower(spooler);
        QSignalSpy stalled(&follower, &JobFollower::stalled);
        QSignalSpy printed(&follower, &JobFollower::printed);
        QSignalSpy failed(&follower, &JobFollower::failed);
        follower.follow(Job);
        QTRY_COMPARE_WITH_TIMEOUT(printed.size(), 1, 15000);
        QStringList said;
        for (const QList<QVariant> &each : stalled) {
            said += each.at(1).toStringList();
        }
        QCOMPARE(said, (QStringList{u"media-empty-error"_qs, u"spooler-unreachable"_qs, u"media-empty-error"_qs}));
        QCOMPARE(failed.size(), 0);
        QCOMPARE(spooler.cancelled, 0);
    }

    void endsWithOneSignal_data()
    {
        QTest::addColumn<int>("progress");
        QTest::addColumn<bool>("printed");
        QTest::addColumn<QString>("detail");
        QTest::addRow("printed") << int(Progress::Printed) << true << QString();
        QTest::addRow("aborted") << int(Progress::Failed) << false << u"aborted: "_qs;
        QTest::addRow("cancelled") << int(Progress::Cancelled) << false << u"cancelled: "_qs;
        QTest::addRow("forgotten: nobody knows whether a sheet came out") << int(Progress::Unknown) << false << u"unknown: "_qs;
    }
    void endsWithOneSignal()
    {
        QFETCH(int, progress);
        QFETCH(bool, printed);
        QFETCH(QString, detail);
        ScriptedSpooler spooler;
        spooler.states = {PrintState{Progress(progress), {u"reason"_qs}}};
        JobFollower follower(spooler);
        QSignalSpy good(&follower, &JobFollower::printed);
        QSignalSpy bad(&follower, &JobFollower::failed);
        follower.follow(Job);
        follower.follow(Job);
        QTRY_COMPARE(good.size() + bad.size(), 1);
        QCOMPARE(good.size(), printed ? 1 : 0);
        if (!printed) {
            QCOMPARE(bad.constFirst().constFirst().value<PrintJob>(), Job);
            QVERIFY(bad.constFirst().at(1).value<Error>().detail.startsWith(detail));
        }
        // What we gave up on must not come out later.
        QCOMPARE(spooler.cancelled, printed ? 0 : 1);
        QCOMPARE(spooler.asked, 1);
    }
};

QTEST_GUILESS_MAIN(tst_JobFollower)
#include "tst_JobFollower.moc"
