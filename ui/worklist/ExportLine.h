// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;

namespace motcua {

class KeyButton;
class OptionBox;

/** One line under a list that takes it along: in which form, and into which folder. */
class ExportLine : public QWidget
{
    Q_OBJECT

public:
    enum class Form { Workbook, Csv };

    explicit ExportLine(QWidget *parent = nullptr);

    /** Where a person looks for what they took along, the place of documents first; only what is there. Looks at the disk. */
    [[nodiscard]] static QStringList usualFolders();

    /** Offers folders, the first of them unless another one stands there; anything else may be typed. */
    void setFolders(const QStringList &folders);

    /** While a file is written nothing more is asked for. */
    void setBusy(bool busy);

    [[nodiscard]] Form form() const;
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QComboBox *folders() const { return m_folders; }
    /** As the button does. */
    void ask();

Q_SIGNALS:
    void asked(motcua::ExportLine::Form form, const QString &folder);

private:
    OptionBox *m_form = nullptr;
    QComboBox *m_folders = nullptr;
    KeyButton *m_write = nullptr;
    bool m_isBusy = false;
};

} // namespace motcua
