// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/JsonSchema.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <map>

namespace motcua::test {

/** The JSON Schemas that are shipped for editors, ready to judge files. */
class SchemaBook
{
public:
    /** Reads every schema in `folder`; a schema that is none stops the test. */
    explicit SchemaBook(const QString &folder);
    ~SchemaBook();

    [[nodiscard]] QStringList kinds() const;

    /** What the schema of this kind has against a value: "place: what"; empty when it takes it. */
    [[nodiscard]] QStringList faults(const QString &kind, const QJsonValue &value) const;

private:
    std::map<QString, testsupport::JsonSchema> m_schemas;
};

} // namespace motcua::test
