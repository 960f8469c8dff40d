// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Password.h"

#include <QTest>

using namespace motcua;
using namespace motcua::security;

Q_DECLARE_METATYPE(motcua::security::PasswordFlaw)

class tst_Password : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsGuessedFirst_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<PasswordFlaw>("flaw");
        QTest::addRow("a sentence") << u"mưa rơi trên mái nhà"_qs << PasswordFlaw::None;
        QTest::addRow("ten characters") << u"hạt-gạo-7k"_qs << PasswordFlaw::None;
        QTest::addRow("only signs") << u"!?#%&/()=+"_qs << PasswordFlaw::None;
        QTest::addRow("other scripts") << u"お茶を飲みますか今日も"_qs << PasswordFlaw::None;
        QTest::addRow("digits that say nothing") << u"4071936528"_qs << PasswordFlaw::None;
        QTest::addRow("a common word and enough else") << u"motcua cây bàng"_qs << PasswordFlaw::None;
        QTest::addRow("nothing") << u""_qs << PasswordFlaw::TooShort;
        QTest::addRow("nine characters") << u"hạt-gạo-7"_qs << PasswordFlaw::TooShort;
        QTest::addRow("nine characters typed as many more code points")
            << u"hạt-gạo-ế"_qs.normalized(QString::NormalizationForm_D) << PasswordFlaw::TooShort;
        QTest::addRow("one letter ten times") << u"aaaaaaaaaa"_qs << PasswordFlaw::Trivial;
        QTest::addRow("a pair five times") << u"1212121212"_qs << PasswordFlaw::Trivial;
        QTest::addRow("a word twice") << u"hoasenhoasen"_qs << PasswordFlaw::Trivial;
        QTest::addRow("a date twice, capitals aside") << u"Sen2020sEN2020"_qs << PasswordFlaw::Trivial;
        QTest::addRow("counting") << u"1234567890"_qs << PasswordFlaw::Trivial;
        QTest::addRow("counting down") << u"9876543210"_qs << PasswordFlaw::Trivial;
        QTest::addRow("the alphabet") << u"abcdefghijk"_qs << PasswordFlaw::Trivial;
        QTest::addRow("a row of keys") << u"qwertyuiop"_qs << PasswordFlaw::Trivial;
        QTest::addRow("columns of keys") << u"1qaz2wsx3edc"_qs << PasswordFlaw::Trivial;
        QTest::addRow("mật khẩu") << u"Mật khẩu 1!"_qs << PasswordFlaw::Trivial;
        QTest::addRow("password") << u"Password@123"_qs << PasswordFlaw::Trivial;
        QTest::addRow("admin and counting") << u"admin123456"_qs << PasswordFlaw::Trivial;
        QTest::addRow("the name") << u"Nguyễn Thị Hoa"_qs << PasswordFlaw::IsName;
        QTest::addRow("the name without marks") << u"nguyenthihoa"_qs << PasswordFlaw::IsName;
        QTest::addRow("the name and a little") << u"NguyenThiHoa12!"_qs << PasswordFlaw::IsName;
        QTest::addRow("the name turned round") << u"hoa.nguyen.thi"_qs << PasswordFlaw::IsName;
        QTest::addRow("the name inside a sentence") << u"nguyễn thị hoa thích chè sen"_qs << PasswordFlaw::None;
    }
    void refusesWhatIsGuessedFirst()
    {
        QFETCH(QString, text);
        QFETCH(PasswordFlaw, flaw);
        const QString name = u"Nguyễn Thị Hoa"_qs;
        QCOMPARE(Password::flaw(text, name), flaw);
        QCOMPARE(static_cast<bool>(Password::chosen(text, name)), flaw == PasswordFlaw::None);
    }

    void saysWhy()
    {
        QCOMPARE(Password::chosen(u"ngắn"_qs, {}).error().code, ErrorCode::PasswordTooShort);
        QCOMPARE(Password::chosen(u"aaaaaaaaaa"_qs, {}).error(), (Error{ErrorCode::Invalid, u"password-trivial"_qs}));
        QCOMPARE(Password::chosen(u"nguyenthihoa"_qs, u"Nguyễn Thị Hoa"_qs).error(), (Error{ErrorCode::Invalid, u"password-is-name"_qs}));
    }

    void aPersonWithoutANameStillChooses()
    {
        QCOMPARE(Password::flaw(u"mưa rơi trên mái"_qs, u""_qs), PasswordFlaw::None);
    }

    void anyKeyboardGivesTheSameBytes()
    {
        const QString typed = u"Nước chảy đá mòn ệ"_qs;
        const Password composed = Password::typed(typed.normalized(QString::NormalizationForm_C));
        const Password decomposed = Password::typed(typed.normalized(QString::NormalizationForm_D));
        QVERIFY(composed.bytes().equals(decomposed.bytes()));
        QCOMPARE(composed.length(), 18);
        QCOMPARE(decomposed.length(), 18);
        QVERIFY(!composed.bytes().equals(Password::typed(u"Nước chảy đá mòn ê"_qs).bytes()));
        QVERIFY(composed.clone().bytes().equals(composed.bytes()));
    }

    void spacesAndCapitalsCount()
    {
        QVERIFY(!Password::typed(u"mưa rơi"_qs).bytes().equals(Password::typed(u"mưarơi"_qs).bytes()));
        QVERIFY(!Password::typed(u"mưa rơi"_qs).bytes().equals(Password::typed(u"Mưa rơi"_qs).bytes()));
        QVERIFY(!Password::typed(u"mưa rơi"_qs).bytes().equals(Password::typed(u"mưa rơi "_qs).bytes()));
    }
};

QTEST_APPLESS_MAIN(tst_Password)
#include "tst_Password.moc"
