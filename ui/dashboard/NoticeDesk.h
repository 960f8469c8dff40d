// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"
#include "models/ticket/HallNotice.h"
#include "ui/shell/StripQuestion.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace motcua {

class MainWindow;
class NoticePage;
class Page;

/** Notices to everybody in the hall, for whoever leads it: reads what stands when it is opened and when something happened, and keeps what is said. */
class NoticeDesk : public QObject
{
    Q_OBJECT

public:
    /** `window` outlives this object. */
    explicit NoticeDesk(MainWindow *window, QObject *parent = nullptr);
    ~NoticeDesk() override;

    void begin(const Workplace &place);
    void end();
    void open();
    [[nodiscard]] NoticePage *page() const { return m_page; } ///< null until it was first opened

Q_SIGNALS:
    void looked(); ///< what is shown is what stood a moment ago

private:
    void look();
    void post(const PostNotice &notice);
    void withdraw(const HallNotice &notice);
    void record(const Id &notice, const ActKind &what, const QString &told);

    MainWindow *m_window = nullptr;
    StripQuestion *m_questions = nullptr;
    NoticePage *m_page = nullptr;
    std::optional<Workplace> m_place;
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in: answers that come later are nobody's
    QTimer m_looks; ///< a notice ends without anything happening
};

} // namespace motcua
