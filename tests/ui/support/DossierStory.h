// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/CounterStory.h"
#include "ui/dossier/StepPage.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/worklist/DossierPage.h"

#include <QPushButton>

namespace motcua::test {

/** The same, for what is done with dossiers that exist. */
class DossierStory : public CounterStory
{

protected:
    void openDossier(const QString &code)
    {
        press(Qt::Key_F2);
        type(code);
        QTRY_COMPARE(shown<WorklistPage>()->model()->rowCount({}), 1);
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<DossierPage>());
    }
    /** The digit that stands on the button of this step of the dossier shown. */
    void chooseStep(const QString &step)
    {
        const QList<QPushButton *> buttons = window()->findChild<QWidget *>(QStringLiteral("nextSteps"))->findChildren<QPushButton *>();
        const auto found = std::find_if(buttons.cbegin(), buttons.cend(), [&step](const QPushButton *one) { return one->text().contains(step); });
        QVERIFY2(found != buttons.cend(), qPrintable(step));
        press(Qt::Key_1 + static_cast<int>(found - buttons.cbegin()));
        QVERIFY(shown<StepPage>());
    }
    void takeStep(const QString &step)
    {
        chooseStep(step);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<DossierPage>(), qPrintable(said()));
    }
    /** Of the dossier on the screen; empty while another page is. */
    [[nodiscard]] QString status() const
    {
        const QLabel *label = shown<DossierPage>() ? shown<DossierPage>()->findChild<QLabel *>(QStringLiteral("dossierStatus")) : nullptr;
        return label ? label->text() : QString();
    }
    /** Somebody who may answer for others stands beside: TrainingDesk::officer() with their password. */
    void admitSupervisor() const
    {
        const std::unique_ptr<SignIn> door = m_desk->door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head && TrainingDesk::admitOfficer(*head, QStringLiteral("supervisor")));
    }
};

} // namespace motcua::test
