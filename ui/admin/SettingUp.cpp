// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/SettingUp.h"

#include "app/storage/Await.h"
#include "app/workflows/HandbookFile.h"
#include "app/workflows/Lawbook.h"
#include "models/base/VietnamTime.h"
#include "ui/shell/TopBar.h"

#include <QtConcurrent/QtConcurrentRun>

namespace motcua {

namespace {

CentreFacts facts(const FirstRunAnswers &answers)
{
    return {.unitName = answers.unitName,
        .governingBody = answers.governingBody,
        .place = answers.place,
        .organisationCode = answers.organisationCode,
        .deskNumber = answers.deskNumber,
        .onlyDesk = answers.onlyDesk,
        .training = false};
}

} // namespace

SettingUp::SettingUp(StoreFolder folder, Lawbook law, security::ScryptCost cost, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_law(std::move(law))
    , m_cost(cost)
    , m_recovery(std::make_shared<security::RecoveryKey>(security::RecoveryKey::generate()))
    , m_window(std::make_unique<MainWindow>())
    , m_page(new FirstRunPage(m_window.get()))
{
    m_page->setJudge([this](FirstRunPage::Step step, const FirstRunAnswers &answers) { return judged(step, answers); });
    m_page->setRecoveryKey(m_recovery->toText(), [key = m_recovery](const QString &typed) { return key->differingGroups(typed); });
    connect(m_page, &FirstRunPage::answered, this, &SettingUp::setUp);
    m_window->setLetters(m_law.letters);
    m_window->setHandbook([] { return HandbookFile(Lawbook::folder()).ask(); });
    m_window->show(m_page);
    m_window->setStatus({.delivery = {}, .devices = {}, .catalogue = {}, .version = QStringLiteral(MOTCUA_VERSION)});
    // The first entries of a journal get their time from this clock; whoever sets up the desk sees what it says.
    const auto tick = [this] { m_window->topBar()->setNow(vietnamTime(QDateTime::currentMSecsSinceEpoch())); };
    connect(&m_clock, &QTimer::timeout, this, tick);
    m_clock.start(1000);
    tick();
}

SettingUp::~SettingUp() = default;

std::optional<Error> SettingUp::judged(FirstRunPage::Step step, const FirstRunAnswers &answers) const
{
    switch (step) {
    case FirstRunPage::Step::Unit:
        // Told before the questions are answered and a key is on paper, not after.
        if (!m_folder.canBeMade()) {
            return Error{ErrorCode::FileUnwritable, m_folder.path()};
        }
        return SetUpCentre::flaw(facts(answers), m_law);
    case FirstRunPage::Step::Administrator: {
        const Result<security::Password> chosen = security::Password::chosen(answers.password, answers.administrator);
        return chosen ? std::nullopt : std::optional(chosen.error());
    }
    case FirstRunPage::Step::KeyShown:
    case FirstRunPage::Step::KeyTyped:
        return std::nullopt;
    }
    return std::nullopt;
}

void SettingUp::setUp(const FirstRunAnswers &answers)
{
    m_page->setBusy(true);
    const QFuture<Result<>> made = QtConcurrent::run([folder = m_folder, law = m_law, cost = m_cost, answers, key = m_recovery]() -> Result<> {
        const Result<security::Password> password = security::Password::chosen(answers.password, answers.administrator);
        if (!password) {
            return password.error();
        }
        const Result<Workplace> place = SetUpCentre::run(folder, law, facts(answers), answers.administrator, *password, *key, cost);
        if (!place) {
            return place.error();
        }
        place->store.close();
        return {};
    });
    await(this, made, [this, name = answers.administrator](const Result<> &result) {
        m_page->setBusy(false);
        if (result) {
            Q_EMIT done(name);
        } else {
            m_page->refuse(result.error());
        }
    });
}

} // namespace motcua
