// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/SigningDesk.h"

#include "app/evidence/SigningSetup.h"
#include "app/storage/Await.h"
#include "ui/messages/SignatureWords.h"
#include "ui/shell/MainWindow.h"
#include "ui/visit/SigningPinPage.h"

#include <utility>

namespace motcua {

namespace {

/** As it lies in the store. */
struct FoundSigner
{
    CopySigner signer = {};
    SigningStanding standing = {.state = SigningStanding::State::Nobody};
    std::shared_ptr<const evidence::SigningSetup> token = {};
};

FoundSigner signerIn(const storage::Store &store)
{
    Result<std::optional<evidence::SigningSetup>> setup = evidence::SigningSetup::of(store);
    if (!setup || !*setup) {
        return {};
    }
    const std::optional<evidence::CertificateFacts> facts = evidence::CertificateFacts::of((*setup)->certificates.value(0));
    const QString name = facts ? facts->name : QString();
    if ((*setup)->needsPin()) {
        return {{}, {SigningStanding::State::PinMissing, name}, std::make_shared<const evidence::SigningSetup>(*std::move(*setup))};
    }
    const auto signer = (*setup)->signer();
    return signer ? FoundSigner{{*signer, (*setup)->timestamper(), name}, {SigningStanding::State::Ready, name}, {}} : FoundSigner();
}

} // namespace

SigningDesk::SigningDesk(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
}

SigningDesk::~SigningDesk() = default;

void SigningDesk::begin(const Workplace &place)
{
    end();
    m_place = place;
    await(this, m_media.run([store = place.store] { return signerIn(store); }), [this, round = m_round](const FoundSigner &found) {
        if (round != m_round) {
            return; // another one is here
        }
        m_token = found.token;
        m_signer = found.signer;
        m_standing = found.standing;
        Q_EMIT changed();
    });
}

void SigningDesk::end()
{
    ++m_round;
    m_then = {};
    m_place.reset();
    m_token.reset();
    m_signer = {};
    m_standing = {};
    if (m_page) {
        m_page->forget();
    }
}

void SigningDesk::ask(const std::function<void()> &then)
{
    if (!m_page) {
        m_page = new SigningPinPage(m_window);
        m_page->hide(); // until it is first shown it must not lie in the corner of the window
        connect(m_page, &SigningPinPage::typed, this, &SigningDesk::prove);
        connect(m_page, &SigningPinPage::unsignedWanted, this, [this] { settle({}, SigningStanding::State::LeftOut); });
    }
    m_then = then;
    m_page->setSigner(m_standing.name);
    m_window->show(m_page);
}

// A token may think for seconds.
void SigningDesk::prove(const QString &pin)
{
    if (!m_token) {
        return;
    }
    const auto proven = m_media.run([token = m_token, typed = pin.toUtf8()] { return token->provenSigner(security::SecretBytes::copyOf(typed)); });
    await(this, proven, [this, round = m_round](const Result<std::shared_ptr<evidence::Signer>> &signer) {
        if (round != m_round) {
            return;
        }
        if (signer) {
            settle({*signer, m_token->timestamper(), m_standing.name}, SigningStanding::State::Ready);
            return;
        }
        m_page->refuse(signingFailure(signer.error()));
    });
}

void SigningDesk::settle(const CopySigner &signer, SigningStanding::State state)
{
    m_signer = signer;
    m_standing.state = state;
    m_page->forget();
    Q_EMIT changed();
    const bool isShown = m_window->page() == m_page;
    if (const auto then = std::exchange(m_then, {}); then && isShown) {
        then();
    }
}

void SigningDesk::forgetPin()
{
    if (!m_token) {
        return;
    }
    ++m_round;
    m_then = {};
    m_signer = {};
    m_standing.state = SigningStanding::State::PinMissing;
    if (m_page) {
        m_page->forget();
    }
    Q_EMIT changed();
}

bool SigningDesk::isOwn(const Page *page) const
{
    return page && page == m_page;
}

} // namespace motcua
