// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/CertificationQueries.h"
#include "app/workflows/Workplace.h"

#include <QObject>

#include <memory>
#include <optional>

namespace motcua {

class MainWindow;
class Page;
class RegisterPage;

/** The register of certifications of a year in the window: some lines at a time however many there are, looked for by number or paper, with the sums of its months. */
class RegisterDesk : public QObject
{
    Q_OBJECT

public:
    /** `window` outlives this object. */
    explicit RegisterDesk(MainWindow *window, QObject *parent = nullptr);

    void begin(const Workplace &place);
    void end();

    /** This year's, from its first line. */
    void open();
    [[nodiscard]] bool isOwn(const Page *page) const;

private:
    void show(int year, const QString &words);
    void next();
    void sum(int year);
    void draw(const QList<storage::CertificationLine> &lines, bool hasMore);

    MainWindow *m_window = nullptr;
    RegisterPage *m_page = nullptr; ///< made when first shown
    std::optional<Workplace> m_place;
    std::unique_ptr<QObject> m_guest; ///< of who is here: answers that come later are nobody's
    int m_year = 0;
    QString m_words; ///< for which it was looked
    QString m_sums; ///< of the months of m_year: all its lines are added up once for them
    storage::CertificationsOfYear::Behind m_behind; ///< the last line that is shown
    int m_round = 0; ///< of looking: an answer to an earlier look is nobody's
};

} // namespace motcua
