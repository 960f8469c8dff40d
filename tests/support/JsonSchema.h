// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace valijson {
class Schema;
}

namespace motcua::testsupport {

/** One JSON Schema (draft 7), ready to judge. */
class JsonSchema
{
public:
    /** `document` is what "#" in it refers to; `others` gives whatever it names by file. A schema that is none stops the test, which hears `name`. */
    JsonSchema(const QString &name, const QJsonValue &document, const std::function<QJsonValue(const QString &uri)> &others = {});
    ~JsonSchema();
    JsonSchema(JsonSchema &&) noexcept;
    JsonSchema &operator=(JsonSchema &&) noexcept;

    /** What it has against a value: "place: what"; empty when it takes it. */
    [[nodiscard]] QStringList faults(const QJsonValue &value) const;

private:
    std::unique_ptr<valijson::Schema> m_schema;
};

} // namespace motcua::testsupport
