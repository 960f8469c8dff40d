// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipTemplate.h"

#include <QJsonObject>
#include <QJsonValue>

namespace motcua {

/** Reads one slip template and notes every fault with the line and column that it stands at. */
class SlipTemplateReader
{
public:
    SlipTemplateReader(const QByteArray &json, const QString &fileName);

    /** The template as far as it could be read; whole only when faults() is empty. */
    [[nodiscard]] SlipTemplate read();

    [[nodiscard]] const QList<Error> &faults() const { return m_faults; }

private:
    void readHeader(const QJsonObject &root, SlipTemplate &result);
    void readSheet(const QJsonObject &root, SlipTemplate &result);
    void readWording(const QJsonObject &root, SlipWording &wording);
    SlipBlock readBlock(const QJsonObject &object, const QString &path);
    SlipField readField(const QJsonObject &object, const QString &path);

    QString text(const QJsonObject &object, const QString &key, const QString &path, bool required = true);
    QStringList lines(const QJsonObject &object, const QString &key, const QString &path);
    double number(const QJsonObject &object, const QString &key, double least, double most);
    QDate date(const QJsonObject &object, const QString &key, bool required);
    void refuseOtherKeys(const QJsonObject &object, const QStringList &known, const QString &path);
    void refuseOtherPlaceholders(const QString &pattern, const QStringList &known, const QString &path);
    void fault(ErrorCode code, qsizetype offset, const QString &what);
    qsizetype offsetOf(const QString &needle) const;

    QByteArray m_json;
    QString m_fileName;
    QList<Error> m_faults;
};

} // namespace motcua
