// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ScratchFolder.h"
#include "tests/support/StoreVerdict.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

#include <cstdio>
#include <random>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

using namespace motcua;
using namespace motcua::testsupport;
using storage::Store;

namespace {

constexpr int Lives = 20; ///< of one store; a new one now and then keeps each look at all of it short

/** MOTCUA_KILLS of the environment; 200 without it. */
int wantedKills()
{
    const int set = qEnvironmentVariableIntValue("MOTCUA_KILLS");
    return set > 0 ? set : 200;
}

/** The program that is killed: works for ever and writes the head of its log to `out` after every acknowledged step. */
int work(const QString &path, int firstStep, int out)
{
    const StoreScene scene;
    scene.passMs(qint64{firstStep} * 20'000);
    storage::StoreOptions options = scene.options();
    options.passiveCheckpointBytes = 400 * 1024;
    const Result<Store> store = Store::open(path, StoreScene::key(), options);
    if (!store) {
        std::fprintf(stderr, "%s %s\n", qPrintable(errorName(store.error().code)), qPrintable(store.error().detail));
        return 2;
    }
    StoreWorkload workload(scene, *store);
    workload.startAt(firstStep);
    for (;;) {
        const Result<> done = workload.step();
        if (!done) {
            std::fprintf(stderr, "%s %s\n", qPrintable(errorName(done.error().code)), qPrintable(done.error().detail));
            return 3;
        }
        const quint64 head = workload.expected().head;
        if (::write(out, &head, sizeof head) != sizeof head) {
            return 0;
        }
    }
}

} // namespace

class tst_KillNine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcknowledgedOutlivesTheKill()
    {
        const StoreScene scene;
        const ScratchFolder scratch;
        const QString path = scratch.file(u"store"_qs);
        std::mt19937_64 random(9);
        quint64 promised = 0;
        qint64 acknowledged = 0;
        qint64 afterPromise = 0;
        const int kills = wantedKills();
        for (int kill = 0; kill < kills; ++kill) {
            if (kill % Lives == 0) {
                scratch.clear();
                const Result<Store> store = scene.founded(path, scene.options());
                QVERIFY(store);
                store->close();
                promised = 3;
            }
            int ends[2] = {-1, -1};
            QCOMPARE(::pipe(ends), 0);
            const QByteArray program = QFile::encodeName(QCoreApplication::applicationFilePath());
            const QByteArray encoded = QFile::encodeName(path);
            const QByteArray first = QByteArray::number(kill % Lives * 1000);
            const QByteArray out = QByteArray::number(ends[1]);
            const pid_t child = ::fork();
            if (child == 0) {
                ::close(ends[0]);
                ::execl(program.constData(), program.constData(), "--work", encoded.constData(), first.constData(), out.constData(), nullptr);
                ::_exit(127);
            }
            ::close(ends[1]);
            quint64 head = 0;
            const auto heard = [&] {
                if (::read(ends[0], &head, sizeof head) != sizeof head) {
                    return false;
                }
                promised = qMax(promised, head);
                ++acknowledged;
                return true;
            };
            bool alive = true;
            for (quint64 acts = random() % 14; acts > 0 && alive; --acts) {
                alive = heard();
            }
            const timespec moment{0, static_cast<long>(random() % 4'000'000)};
            ::nanosleep(&moment, nullptr);
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            while (heard()) { // promised before the kill, not read yet
            }
            ::close(ends[0]);
            QVERIFY2(WIFSIGNALED(status), qPrintable(u"kill %1: the program ended by itself with %2"_qs.arg(kill).arg(WEXITSTATUS(status))));

            quint64 found = 0;
            const QString wrong = StoreVerdict::whole(path, &found);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"kill %1: "_qs.arg(kill) + wrong));
            QVERIFY2(found >= promised, qPrintable(u"kill %1: %2 of %3"_qs.arg(kill).arg(found).arg(promised)));
            afterPromise += found > promised ? 1 : 0;
            if (kill % Lives == Lives - 1) {
                const QList<StoreExpectation> history{{}, StoreExpectation{.head = promised}};
                const StoreScene later; // the killed program's clock ran ahead of this one's
                later.passMs(qint64{Lives} * 1000 * 20'000);
                const QString deeper = StoreVerdict(later, history).thorough(path, 1);
                QVERIFY2(deeper.isEmpty(), qPrintable(deeper));
            }
        }
        qInfo("%d kills, %lld acknowledged steps, %lld kills fell between commit and acknowledgement", kills, acknowledged, afterPromise);
        QVERIFY(acknowledged > kills);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == u"--work") {
        return work(arguments.at(2), arguments.at(3).toInt(), arguments.at(4).toInt());
    }
    tst_KillNine test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_KillNine.moc"
