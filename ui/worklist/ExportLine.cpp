// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/ExportLine.h"

#include "ui/widgets/KeyButton.h"
#include "ui/widgets/OptionBox.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStandardPaths>

namespace motcua {

namespace {

const QString Csv = QStringLiteral("csv");

} // namespace

ExportLine::ExportLine(QWidget *parent)
    : QWidget(parent)
{
    m_form = new OptionBox(this);
    m_form->clear(); // there is no "not asked yet" here
    m_form->addOption(QStringLiteral("xlsx"), tr("Workbook (.xlsx)"));
    m_form->addOption(Csv, tr("Text (.csv)"));
    m_form->setCurrentIndex(0);
    m_form->setAccessibleName(tr("Kind of file"));
    m_form->setAccessibleDescription(m_form->accessibleName()); // the name of a list is heard as its value
    auto *folderLabel = new QLabel(tr("into the folder"), this);
    m_folders = new QComboBox(this);
    m_folders->setEditable(true);
    m_folders->setInsertPolicy(QComboBox::NoInsert);
    m_folders->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_folders->setMinimumContentsLength(16);
    m_folders->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_folders->setAccessibleName(tr("Folder"));
    m_folders->lineEdit()->setAccessibleName(tr("Folder"));
    folderLabel->setBuddy(m_folders);
    m_write = new KeyButton(tr("Write the file"), QStringLiteral("Enter"), KeyButton::Role::Plain, this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_form);
    row->addWidget(folderLabel);
    row->addWidget(m_folders, 1);
    row->addWidget(m_write);
    connect(m_write, &KeyButton::clicked, this, &ExportLine::ask);
}

QStringList ExportLine::usualFolders()
{
    QStringList folders;
    for (const auto kind : {QStandardPaths::DocumentsLocation, QStandardPaths::DesktopLocation, QStandardPaths::DownloadLocation, QStandardPaths::HomeLocation}) {
        const QString folder = QStandardPaths::writableLocation(kind);
        if (QFileInfo(folder).isDir() && !folders.contains(folder)) {
            folders.append(folder);
        }
    }
    return folders;
}

void ExportLine::setFolders(const QStringList &folders)
{
    const QString typed = folder();
    m_folders->clear();
    m_folders->addItems(folders);
    m_folders->setEditText(typed.isEmpty() ? folders.value(0) : typed);
}

void ExportLine::setBusy(bool busy)
{
    m_isBusy = busy;
    m_write->setRefused(busy);
}

ExportLine::Form ExportLine::form() const
{
    return m_form->code() == Csv ? Form::Csv : Form::Workbook;
}

QString ExportLine::folder() const
{
    return m_folders->currentText().trimmed();
}

void ExportLine::ask()
{
    if (!m_isBusy) {
        Q_EMIT asked(form(), folder());
    }
}

} // namespace motcua
