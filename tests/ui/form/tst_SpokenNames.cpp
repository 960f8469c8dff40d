// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Samples.h"
#include "ui/form/FormBody.h"
#include "ui/widgets/Spoken.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QSet>
#include <QTest>

using namespace motcua;

namespace {

const QDate Today(2026, 11, 23);

QString nameOf(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
}

/** What a box with a list is about stands in its description or its label; its name is its value. */
QString heard(QWidget *stop)
{
    return stop->accessibleName().isEmpty() ? nameOf(stop) : stop->accessibleName();
}

} // namespace

/** What a screen reader calls things. */
class tst_SpokenNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noTwoQuestionsOfAFormAreHeardAlike_data();
    void noTwoQuestionsOfAFormAreHeardAlike();
    void aHeadingIsCalledByItsWords();
    void aDocumentWithTheFocusIsReadOut();
};

void tst_SpokenNames::noTwoQuestionsOfAFormAreHeardAlike_data()
{
    QTest::addColumn<FormSchema>("form");
    QTest::newRow("everything a form can do") << test::family().form();
    const QList<Procedure> editions = test::shippedCatalogue().editions();
    for (const Procedure &edition : editions) {
        QTest::addRow("%s from %s", qPrintable(edition.code), qPrintable(edition.validFrom.toString(Qt::ISODate))) << edition.form();
    }
}

void tst_SpokenNames::noTwoQuestionsOfAFormAreHeardAlike()
{
    QFETCH(FormSchema, form);
    FormBody body(form, Today, nullptr, nullptr);
    body.begin(form.blank());
    QSet<QString> seen;
    for (const FormSection &section : form.sections) {
        SectionView *view = body.view(section.id);
        if (section.repeats) {
            body.insertRow(view, view->rows() + 1, form.blank());
            body.insertRow(view, view->rows() + 1, form.blank());
        }
        const QList<QWidget *> stops = view->stops();
        for (QWidget *stop : stops) {
            if (qobject_cast<QAbstractButton *>(stop) && heard(stop).isEmpty()) {
                continue; // a button that gets its words with the keys
            }
            QVERIFY2(!heard(stop).isEmpty(), qPrintable(section.id));
            QVERIFY2(!seen.contains(heard(stop)), qPrintable(heard(stop)));
            seen.insert(heard(stop));
        }
    }
    QVERIFY(!seen.isEmpty());
}

void tst_SpokenNames::aHeadingIsCalledByItsWords()
{
    QLabel label;
    speakAs(&label, QAccessible::Heading);
    label.setText(QStringLiteral("Papers"));
    QCOMPARE(nameOf(&label), QStringLiteral("Papers"));
    QCOMPARE(QAccessible::queryAccessibleInterface(&label)->role(), QAccessible::Heading);
    label.setText(QStringLiteral("Fee"));
    QCOMPARE(nameOf(&label), QStringLiteral("Fee"));
}

void tst_SpokenNames::aDocumentWithTheFocusIsReadOut()
{
    QWidget page;
    auto *first = new QLabel(QStringLiteral("Result: 16:30"), &page);
    auto *hidden = new QLabel(QStringLiteral("nothing"), &page);
    hidden->hide();
    auto *second = new QLabel(QStringLiteral("✔"), &page);
    second->setAccessibleName(QStringLiteral("printed"));
    speakAs(&page, QAccessible::Document);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&page);
    QCOMPARE(spoken->text(QAccessible::Description), QString()); // who reads its fields hears them one by one
    page.setFocusPolicy(Qt::StrongFocus);
    QCOMPARE(spoken->text(QAccessible::Description), QStringLiteral("Result: 16:30\nprinted"));
    first->setText(QStringLiteral("Result: 17:00"));
    QVERIFY(spoken->text(QAccessible::Description).startsWith(QStringLiteral("Result: 17:00")));
    page.setAccessibleDescription(QStringLiteral("One page"));
    QCOMPARE(spoken->text(QAccessible::Description), QStringLiteral("One page"));
}

QTEST_MAIN(tst_SpokenNames)
#include "tst_SpokenNames.moc"
