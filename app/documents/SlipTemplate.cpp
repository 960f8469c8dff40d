// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/SlipTemplate.h"

#include "app/documents/SlipTemplateReader.h"

#include <QFile>

#include <algorithm>

namespace motcua {

Result<SlipTemplate> SlipTemplate::fromJson(const QByteArray &json, const QString &fileName)
{
    SlipTemplateReader reader({fileName, json});
    SlipTemplate result = reader.read();
    if (const QList<Error> faults = reader.faults(); !faults.isEmpty()) {
        return faults.constFirst();
    }
    return result;
}

Result<SlipTemplate> SlipTemplate::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::FileUnreadable, path};
    }
    return fromJson(file.readAll(), path);
}

QList<Error> SlipTemplate::check(const QByteArray &json, const QString &fileName)
{
    SlipTemplateReader reader({fileName, json});
    static_cast<void>(reader.read());
    return reader.faults();
}

Result<SlipTemplate> SlipTemplate::inForce(const QList<SlipTemplate> &editions, const QString &form, QDate day)
{
    const SlipTemplate *found = nullptr;
    for (const SlipTemplate &edition : editions) {
        const bool applies = edition.form() == form && edition.validFrom() <= day
            && (!edition.validUntil().isValid() || day <= edition.validUntil());
        if (applies && (!found || found->validFrom() < edition.validFrom())) {
            found = &edition;
        }
    }
    if (!found) {
        return Error{ErrorCode::EditionMissing, QStringLiteral("slip %1 on %2").arg(form, day.toString(Qt::ISODate))};
    }
    return *found;
}

SlipTemplate SlipTemplate::on(PaperSize paper) const
{
    SlipTemplate other = *this;
    if (m_sheets.contains(paper)) {
        other.m_paper = paper;
    }
    return other;
}

bool SlipTemplate::writes(const QString &placeholder) const
{
    return m_placeholders.contains(placeholder) || m_placeholders.contains(placeholder + QStringLiteral(".day"));
}

bool SlipTemplate::mayLackCode() const
{
    return std::any_of(m_blocks.cbegin(), m_blocks.cend(), [](const SlipBlock &block) {
        return block.kind == SlipBlock::Kind::Code && block.fields.constFirst().empty == SlipField::Empty::Omit;
    });
}

} // namespace motcua
