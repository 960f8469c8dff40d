// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/CentreLink.h"
#include "tests/app/sync/SyncScene.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QPushButton>

using namespace motcua;
using journal::PeerRole;
using storage::Desk;
using storage::Store;
using sync::StorePeer;
using sync::SyncScene;

/** A desk of a centre: silence while all is well, a line at the foot while the centre is away, and the work that goes on. */
class tst_CentreLine : public test::CounterStory
{
    Q_OBJECT

private:
    void sit()
    {
        openDesk([](const Workplace &made) { Desk::done(made.store.keepSetting(CentreLink::setting(), "kept")); });
        m_link = std::make_unique<CentreLink>(CentreLink::Setup{.resources = QStringLiteral(MOTCUA_TEST_DATA "/../../resources"),
            .peer = [peer = m_peer](const Store &, const QByteArray &) { return Result<std::shared_ptr<sync::Peer>>(peer); },
            .restMs = 100, .firstWaitMs = 50, .longestWaitMs = 100, .settlesMs = 20});
        m_counter->share(m_link.get());
        signIn();
    }
    [[nodiscard]] QString foot() const { return window()->findChild<QPushButton *>(QStringLiteral("statusDevices"))->text(); }

    QTemporaryDir m_folder;
    std::optional<Store> m_centre;
    std::shared_ptr<StorePeer> m_peer;
    std::unique_ptr<CentreLink> m_link;
    std::unique_ptr<Language> m_language;
    int m_stores = 0;

private Q_SLOTS:
    void init()
    {
        Theme::named(Theme::Name::Light).wear(*qApp);
        storage::StoreOptions options = Desk().options();
        options.now = [] { return QDateTime::currentMSecsSinceEpoch(); };
        const Result<Store> made = Store::create(m_folder.filePath(QStringLiteral("centre%1").arg(++m_stores)), Desk::key(), {.training = true}, options);
        QVERIFY(made);
        m_centre = *made;
        m_peer = std::make_shared<StorePeer>(*m_centre, SyncScene::policy(), PeerRole::Centre, [] { return QDateTime::currentMSecsSinceEpoch(); });
    }
    void cleanup()
    {
        closeDesk();
        m_link.reset();
        m_peer.reset();
        m_centre.reset();
        m_language.reset();
    }

    void looksAsItShould_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("theme");
        QTest::addColumn<int>("scale");
        QTest::newRow("dark") << QStringLiteral("dark") << QSize(1366, 698) << static_cast<int>(Theme::Name::Dark) << 100;
        QTest::newRow("high contrast") << QStringLiteral("contrast") << QSize(1920, 1080) << static_cast<int>(Theme::Name::HighContrast) << 100;
        QTest::newRow("large letters on little room") << QStringLiteral("1366-150") << QSize(1366, 698) << static_cast<int>(Theme::Name::Light) << 150;
    }
    void looksAsItShould()
    {
        QFETCH(QString, name);
        QFETCH(QSize, size);
        QFETCH(int, theme);
        QFETCH(int, scale);
        m_language = std::make_unique<Language>(Language::Code::Vietnamese);
        Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp, scale);
        sit();
        window()->setTextScale(scale);
        test::present(window(), size);
        m_peer->broken = {{ErrorCode::DatabaseUnreachable, {}}};
        m_peer->isDown = true;
        QTRY_VERIFY2(foot().contains(u'!'), qPrintable(foot()));
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), QStringLiteral("centre-") + name);
        Theme::named(Theme::Name::Light).wear(*qApp, 100);
    }

    void theCentreGoesAndComes_data()
    {
        QTest::addColumn<Language::Code>("language");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("away") << Language::Code::English << ErrorCode::DatabaseUnreachable << QStringLiteral("! centre not reached since ");
        QTest::newRow("shut out") << Language::Code::English << ErrorCode::DatabaseRefused << QStringLiteral("! centre shares nothing since ");
        QTest::newRow("away, in Vietnamese") << Language::Code::Vietnamese << ErrorCode::DatabaseUnreachable << QStringLiteral("! mất liên lạc với trung tâm từ ");
        QTest::newRow("shut out, in Vietnamese") << Language::Code::Vietnamese << ErrorCode::DatabaseRefused << QStringLiteral("! không trao đổi được với trung tâm từ ");
    }
    void theCentreGoesAndComes()
    {
        QFETCH(Language::Code, language);
        QFETCH(ErrorCode, code);
        QFETCH(QString, words);
        m_language = std::make_unique<Language>(language);
        sit();
        test::present(window(), QSize(1366, 698));
        QTRY_VERIFY(m_link->standing().contactMs > 0 && !m_link->standing().failure);
        QVERIFY2(!foot().contains(u'!'), qPrintable(foot()));
        m_peer->broken = {{code, {}}};
        m_peer->isDown = true;
        QTRY_VERIFY2(foot().contains(words), qPrintable(foot()));
        QCOMPARE(foot().contains(errorName(code)), code != ErrorCode::DatabaseUnreachable);
        QVERIFY(!window()->strip()->isVisible()); // nobody is told of it
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), QStringLiteral("centre-%1-%2").arg(QLatin1StringView(language == Language::Code::English ? "en" : "vi"), errorName(code)));
        // One works on all the while.
        beginForm();
        m_peer->isDown = false;
        QTRY_VERIFY2(!foot().contains(u'!'), qPrintable(foot()));
        QVERIFY(shown<FormPage>());
        const Id origin = m_link->standing().isThere ? m_centre->origin() : Id();
        QVERIFY(!origin.isNull());
        QTRY_VERIFY(m_link->standing().waiting == 0);
    }
};

QTEST_MAIN(tst_CentreLine)
#include "tst_CentreLine.moc"
