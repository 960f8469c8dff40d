// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/KioskFiles.h"
#include "app/workflows/Workplace.h"

#include <QObject>

#include <memory>
#include <optional>

namespace motcua {

class FeedbackPage;
class MainWindow;
class Page;

/** What citizens said, for whoever leads the centre: reads it when it is opened and when something happened, and keeps the answers. */
class FeedbackDesk : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostRows = 100; ///< of each kind

    /** `window` outlives this object. */
    explicit FeedbackDesk(MainWindow *window, QObject *parent = nullptr);
    ~FeedbackDesk() override;

    void begin(const Workplace &place);
    void end();
    /** Shows it; whoever may not answer may read. */
    void open(bool mayAnswer);
    [[nodiscard]] FeedbackPage *page() const { return m_page; } ///< null until it was first opened

Q_SIGNALS:
    void looked(); ///< the rows are those of the store as it stood a moment ago

private:
    void look();
    void settle(const Id &feedback, const QString &answer);

    MainWindow *m_window = nullptr;
    FeedbackPage *m_page = nullptr;
    std::optional<Workplace> m_place;
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in: answers that come later are nobody's
};

} // namespace motcua
