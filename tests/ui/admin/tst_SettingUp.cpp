// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Screenshot.h"
#include "ui/admin/SettingUp.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/Counter.h"
#include "ui/shell/TopBar.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/hall/OpenDayPage.h"
#include "ui/worklist/WorklistPage.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using Step = FirstRunPage::Step;

namespace {

const QString Unit = QStringLiteral("Trung tâm Phục vụ hành chính công phường Hòa An");
const QString Body = QStringLiteral("Ủy ban nhân dân phường Hòa An");
const QString Administrator = QStringLiteral("Phan Thị Quản");
const QString Secret = QStringLiteral("ca phe sang som");

} // namespace

/** The first day of a computer, from an empty folder to the empty worklist, by keyboard alone. */
class tst_SettingUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void fromAnEmptyFolderToTheEmptyWorklist();
    void everyFieldIsReachedInTheOrderItIsRead();
    void aMissingAnswerIsPointedAt_data();
    void aMissingAnswerIsPointedAt();
    void backAndForthLosesNothing();
    void aWrongKeySetsNothingUp();
    void aFolderThatCannotBeIsToldFirst();
    void aDiskThatFailsIsToldAndTriedAgain();

private:
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(window()->focusWidget(), static_cast<Qt::Key>(key), with); }
    void type(const QString &text) { test::commit(window(), text); }
    void keys(const QString &text) { QTest::keyClicks(window()->focusWidget(), text); }
    void next() { press(Qt::Key_Return, Qt::ControlModifier); }
    void begin(const QString &folder);
    void answerUnit();
    void answerAdministrator();

    [[nodiscard]] MainWindow *window() const { return m_settingUp->window(); }
    [[nodiscard]] Step step() const { return static_cast<FirstRunPage *>(window()->page())->step(); }
    [[nodiscard]] QString named() const { return window()->focusWidget()->accessibleName(); }
    [[nodiscard]] QString said() const { return window()->strip()->isVisible() ? window()->strip()->notice().text : QString(); }
    [[nodiscard]] QString shownKey() const;

    Lawbook m_law;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<StoreFolder> m_folder;
    std::unique_ptr<SettingUp> m_settingUp;
    std::unique_ptr<QSignalSpy> m_done;
};

void tst_SettingUp::initTestCase()
{
    const auto law = Lawbook::load(Lawbook::folder());
    QVERIFY(law);
    m_law = *law;
}

void tst_SettingUp::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    begin(m_dir->filePath(QStringLiteral("not/yet/centre")));
}

void tst_SettingUp::cleanup()
{
    m_done.reset();
    m_settingUp.reset();
    m_dir.reset();
}

void tst_SettingUp::begin(const QString &folder)
{
    m_folder = std::make_unique<StoreFolder>(folder);
    m_settingUp = std::make_unique<SettingUp>(*m_folder, m_law, security::ScryptCost::forTests());
    m_done = std::make_unique<QSignalSpy>(m_settingUp.get(), &SettingUp::done);
    test::present(window(), {1366, 698});
}

QString tst_SettingUp::shownKey() const
{
    for (const QLabel *label : window()->findChildren<QLabel *>()) {
        if (label->property("level") == QStringLiteral("key")) {
            return label->text().simplified();
        }
    }
    return {};
}

void tst_SettingUp::answerUnit()
{
    for (const QString &answer : {Unit, Body, QStringLiteral("Hòa An"), QStringLiteral("H26.31.05")}) {
        type(answer);
        press(Qt::Key_Return);
    }
    press(Qt::Key_Plus);
    press(Qt::Key_Plus);
    next();
}

void tst_SettingUp::answerAdministrator()
{
    type(Administrator);
    press(Qt::Key_Return);
    keys(Secret);
    press(Qt::Key_Return);
    keys(Secret);
    next();
}

void tst_SettingUp::fromAnEmptyFolderToTheEmptyWorklist()
{
    answerUnit();
    QCOMPARE(step(), Step::Administrator);
    type(Administrator);
    press(Qt::Key_Return);
    keys(Secret);
    press(Qt::Key_Return);
    keys(Secret + u'1');
    next();
    QCOMPARE(step(), Step::Administrator);
    QVERIFY(said().contains(QStringLiteral("differ")));
    QCOMPARE(named(), QStringLiteral("Password once more"));
    keys(Secret);
    next();
    QCOMPARE(step(), Step::KeyShown);
    const QString key = shownKey();
    QCOMPARE(key.split(u' ').size(), 8);
    next();
    keys(key.toLower());
    QVERIFY(!m_folder->exists());
    next();
    QVERIFY(m_done->wait(60'000));
    QCOMPARE(m_done->constFirst().constFirst().toString(), Administrator);

    SignIn door(*m_folder, m_law, security::ScryptCost::forTests());
    Counter counter(&door, nullptr);
    counter.start();
    counter.expect(Administrator);
    window()->hide();
    test::present(counter.window(), {1366, 698});
    const QSignalSpy signedIn(&counter, &Counter::signedIn);
    QTest::keyClicks(counter.window()->focusWidget(), Secret);
    QTest::keyClick(counter.window()->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(signedIn.size(), 1);
    QTRY_VERIFY(qobject_cast<OpenDayPage *>(counter.window()->page())); // a desk begins with its first day
    QTest::keyClick(counter.window()->focusWidget(), Qt::Key_Escape);
    auto *note = counter.window()->findChild<EmptyNote *>();
    QTRY_VERIFY(note && note->isVisible());
    QCOMPARE(note->title(), QStringLiteral("Nothing is due today"));
    QVERIFY(qobject_cast<WorklistPage *>(counter.window()->page()));
    const QList<QLabel *> words = counter.window()->topBar()->findChildren<QLabel *>();
    QVERIFY(std::any_of(words.cbegin(), words.cend(), [](const QLabel *label) { return label->text().contains(QStringLiteral("Hòa An")); }));
}

void tst_SettingUp::everyFieldIsReachedInTheOrderItIsRead()
{
    for (const char *field : {"Name of the centre", "Governing body", "Place", "Organisation code", "Desk number"}) {
        QCOMPARE(named(), QString::fromLatin1(field));
        press(Qt::Key_Tab);
    }
    QCOMPARE(window()->focusWidget()->metaObject()->className(), "QCheckBox");
    for (const char *field : {"Desk number", "Organisation code", "Place", "Governing body", "Name of the centre"}) {
        press(Qt::Key_Backtab);
        QCOMPARE(named(), QString::fromLatin1(field));
    }
}

void tst_SettingUp::aMissingAnswerIsPointedAt_data()
{
    QTest::addColumn<QStringList>("answers");
    QTest::addColumn<QString>("field");
    const QString code = QStringLiteral("H26.31.05");
    const QString place = QStringLiteral("Hòa An");
    QTest::addRow("no name") << QStringList{QString(), Body, place, code} << QStringLiteral("Name of the centre");
    QTest::addRow("no body") << QStringList{Unit, QStringLiteral("  "), place, code} << QStringLiteral("Governing body");
    QTest::addRow("no place") << QStringList{Unit, Body, QString(), code} << QStringLiteral("Place");
    QTest::addRow("a place with its date") << QStringList{Unit, Body, QStringLiteral("Hòa An, ngày"), code} << QStringLiteral("Place");
    QTest::addRow("no code") << QStringList{Unit, Body, place, QString()} << QStringLiteral("Organisation code");
    QTest::addRow("no such code") << QStringList{Unit, Body, place, QStringLiteral("Hòa An")} << QStringLiteral("Organisation code");
}

void tst_SettingUp::aMissingAnswerIsPointedAt()
{
    QFETCH(QStringList, answers);
    QFETCH(QString, field);
    for (const QString &answer : answers) {
        type(answer);
        press(Qt::Key_Return);
    }
    next();
    QCOMPARE(step(), Step::Unit);
    QCOMPARE(named(), field);
    QVERIFY2(said().contains(QStringLiteral("Nothing was set up")), qPrintable(said()));
}

void tst_SettingUp::backAndForthLosesNothing()
{
    press(Qt::Key_Escape); // there is nothing before the first step
    QCOMPARE(step(), Step::Unit);
    answerUnit();
    answerAdministrator();
    const QString key = shownKey();
    next();
    keys(key.left(12));
    for (const Step back : {Step::KeyShown, Step::Administrator, Step::Unit, Step::Unit}) {
        press(Qt::Key_Escape);
        QCOMPARE(step(), back);
    }
    QStringList kept;
    for (const QLineEdit *edit : window()->page()->findChildren<QLineEdit *>()) {
        kept.append(edit->text());
    }
    QStringList given{Unit, Body, QStringLiteral("Hòa An"), QStringLiteral("H26.31.05"), QStringLiteral("3"), Administrator, Secret, Secret, key.left(12)};
    kept.sort();
    given.sort();
    QCOMPARE(kept, given);
    next();
    next();
    QCOMPARE(shownKey(), key);
    next();
    press(Qt::Key_End);
    keys(key.mid(12));
    next();
    QVERIFY(m_done->wait(60'000));
}

void tst_SettingUp::aWrongKeySetsNothingUp()
{
    answerUnit();
    answerAdministrator();
    const QString key = shownKey();
    next();
    const QChar wrong = key.at(0) == u'7' ? u'8' : u'7';
    keys(wrong + key.mid(1));
    next();
    QCOMPARE(step(), Step::KeyTyped);
    QVERIFY(said().contains(QStringLiteral("Nothing was set up")));
    QVERIFY(!m_folder->exists());
    press(Qt::Key_Escape);
    QVERIFY2(said().isEmpty(), "Esc closes what was said first");
    QCOMPARE(step(), Step::KeyTyped);
    press(Qt::Key_Home);
    press(Qt::Key_Delete);
    keys(key.left(1));
    next();
    QVERIFY(m_done->wait(60'000));
}

void tst_SettingUp::aFolderThatCannotBeIsToldFirst()
{
    QFile file(m_dir->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    begin(file.fileName() + QStringLiteral("/centre"));
    answerUnit();
    QCOMPARE(step(), Step::Unit);
    QCOMPARE(said(), sentence(Error{ErrorCode::FileUnwritable, {}}).textWithCode());
}

void tst_SettingUp::aDiskThatFailsIsToldAndTriedAgain()
{
    answerUnit();
    answerAdministrator();
    const QString key = shownKey();
    next();
    keys(key);
    // Between the first step and the last somebody put a file where the folder was to be.
    QFile file(m_dir->filePath(QStringLiteral("not")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    next();
    QTRY_COMPARE(said(), sentence(Error{ErrorCode::FileUnwritable, {}}).textWithCode());
    QCOMPARE(m_done->size(), 0);
    QCOMPARE(step(), Step::KeyTyped);
    QVERIFY(file.remove());
    next();
    QVERIFY(m_done->wait(60'000));
    QVERIFY(m_folder->exists());
}

QTEST_MAIN(tst_SettingUp)
#include "tst_SettingUp.moc"
