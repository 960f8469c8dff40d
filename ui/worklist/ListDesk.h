// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"
#include "ui/widgets/Notice.h"
#include "ui/worklist/ExportLine.h"

#include <QObject>

#include <memory>
#include <optional>

namespace motcua {

class ListExport;
class WorklistPage;

/** Joins the page of lists to the store of who is signed in: which lists there are, what is in them, how long they are, and taking one along. */
class ListDesk : public QObject
{
    Q_OBJECT

public:
    /** `page` outlives this object or goes with it. */
    explicit ListDesk(WorklistPage *page, QObject *parent = nullptr);
    ~ListDesk() override;

    void begin(const Workplace &place);
    /** Nobody is signed in: answers that come later are nobody's. */
    void end();

    /** Opens a list by its name of CounterTabs.h. */
    void show(const QString &tab);
    void search(const QString &text);

    /** Something changed in the store: counts anew and looks for what came. */
    void lookAgain();

Q_SIGNALS:
    void said(const motcua::Notice &notice);

private:
    void count();
    void showQuick(const Id &dossier);
    void offerExport();
    void exportTo(ExportLine::Form form, const QString &folder);

    WorklistPage *m_page = nullptr;
    std::optional<Workplace> m_place;
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in
    ListExport *m_export = nullptr; ///< of the guest
    QString m_tab;
    QString m_title; ///< of what is shown
    QString m_fileName;
};

} // namespace motcua
