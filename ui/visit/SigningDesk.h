// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/MakeCopies.h"
#include "app/workflows/MediaThreads.h"
#include "ui/visit/CopyWords.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace motcua::evidence {
struct SigningSetup;
}

namespace motcua {

class MainWindow;
class Page;
class SigningPinPage;

/** Who signs the electronic copies at this desk. Where the key lies on a token, its PIN is asked on a page of its own: once for whoever is served. */
class SigningDesk : public QObject
{
    Q_OBJECT

public:
    /** `window` outlives this object. */
    explicit SigningDesk(MainWindow *window, QObject *parent = nullptr);
    ~SigningDesk() override;

    /** Somebody is at the desk: who signs is known a moment later. */
    void begin(const Workplace &place);
    void end();

    /** Nobody while a PIN is wanted, and where it was left out. */
    [[nodiscard]] const CopySigner &signer() const { return m_signer; }
    [[nodiscard]] const SigningStanding &standing() const { return m_standing; }

    /** Before copies are made: whether somebody has to type a PIN first, or to say that nobody signs. */
    [[nodiscard]] bool asks() const { return m_standing.state == SigningStanding::State::PinMissing; }
    /** Asks on its page. `then` when that is settled, and never when it was left or somebody else is served by then. */
    void ask(const std::function<void()> &then);

    /** Whoever was served has left: the PIN is gone, and the next time it is asked anew. */
    void forgetPin();

    [[nodiscard]] bool isOwn(const Page *page) const;

Q_SIGNALS:
    void changed(); ///< standing()

private:
    void prove(const QString &pin);
    void settle(const CopySigner &signer, SigningStanding::State state);

    MainWindow *m_window = nullptr;
    SigningPinPage *m_page = nullptr; ///< made when first shown
    std::optional<Workplace> m_place;
    std::shared_ptr<const evidence::SigningSetup> m_token; ///< null: the key lies on none
    CopySigner m_signer;
    SigningStanding m_standing;
    std::function<void()> m_then;
    int m_round = 0; ///< of whoever is served: what a token says for an earlier one is nobody's
    MediaThreads m_media;
};

} // namespace motcua
