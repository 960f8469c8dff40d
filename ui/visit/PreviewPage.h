// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"

#include <QImage>
#include <QList>

class QLabel;
class QScrollArea;

namespace motcua {

class SheetView;

/** A sheet as it would be printed, to be looked at: nothing is recorded and nothing printed. */
class PreviewPage : public Page
{
    Q_OBJECT

public:
    explicit PreviewPage(QWidget *parent = nullptr);

    /** The sheet called `form` is being drawn; what stood here before is gone. */
    void setDrawing(const QString &form);

    /** Its pages, and in words what stands on them, for who cannot see them. */
    void setSheet(const QList<QImage> &pages, const QString &description);

    /** Somebody else must not find it here. */
    void forget();

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool scrolls() const override { return false; }

Q_SIGNALS:
    void closed(); ///< Ctrl+Enter; Esc is left(), as everywhere

private:
    QString m_form;
    QScrollArea *m_scroll = nullptr;
    QLabel *m_note = nullptr;
    SheetView *m_sheet = nullptr;
};

} // namespace motcua
