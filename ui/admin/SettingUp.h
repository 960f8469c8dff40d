// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/RecoveryKey.h"
#include "app/workflows/SetUpCentre.h"
#include "ui/admin/FirstRunPage.h"
#include "ui/shell/MainWindow.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace motcua {

/** The first run of a desk: the page of questions joined to the workflow that makes keys and store. */
class SettingUp : public QObject
{
    Q_OBJECT

public:
    SettingUp(StoreFolder folder, Lawbook law, security::ScryptCost cost = security::ScryptCost::shipped(), QObject *parent = nullptr);
    ~SettingUp() override;

    [[nodiscard]] MainWindow *window() const { return m_window.get(); }

Q_SIGNALS:
    /** The desk is set up; `administrator` can sign in. */
    void done(const QString &administrator);

private:
    [[nodiscard]] std::optional<Error> judged(FirstRunPage::Step step, const FirstRunAnswers &answers) const;
    void setUp(const FirstRunAnswers &answers);

    StoreFolder m_folder;
    Lawbook m_law;
    security::ScryptCost m_cost;
    std::shared_ptr<const security::RecoveryKey> m_recovery;
    std::unique_ptr<MainWindow> m_window;
    FirstRunPage *m_page = nullptr;
    QTimer m_clock;
};

} // namespace motcua
