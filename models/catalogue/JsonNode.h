// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"
#include "models/catalogue/JsonScan.h"
#include "models/catalogue/SourceFile.h"

#include <QJsonValue>
#include <QList>
#include <QMultiMap>

namespace motcua {

/** A file of the catalogue, parsed, with the complaints about it. */
class JsonFile
{
public:
    /** Parses; a text that is no JSON leaves a null root and one CatalogueSyntax complaint. */
    explicit JsonFile(const SourceFile &file);

    [[nodiscard]] const QString &name() const { return m_file.name; }
    [[nodiscard]] const QJsonValue &root() const { return m_root; }
    [[nodiscard]] bool isGood() const { return m_complaints.isEmpty(); }

    /** The complaints in the order of the text. */
    [[nodiscard]] QList<Error> errors() const;

    /** Adds a CatalogueSchema error "file:line:column: what" at the value (or its key) at `path`. */
    void complain(const JsonPath &path, bool atKey, const QString &what);

private:
    void add(ErrorCode code, qsizetype offset, const QString &what);

    SourceFile m_file;
    QJsonValue m_root;
    QMultiMap<qsizetype, Error> m_complaints; ///< by offset
};

/** A value in a file that knows where it stands. It points at its parent, which must outlive it; the path is built only for a complaint. */
class JsonNode
{
public:
    explicit JsonNode(JsonFile &file)
        : m_file(&file)
        , m_value(file.root())
    {
    }
    JsonNode(const JsonNode &parent, const JsonStep &step, const QJsonValue &value)
        : m_file(parent.m_file)
        , m_parent(&parent)
        , m_step(step)
        , m_value(value)
    {
    }
    JsonNode(const JsonNode &&, const JsonStep &, const QJsonValue &) = delete;

    [[nodiscard]] const QJsonValue &value() const { return m_value; }

    void complain(const QString &what) const { m_file->complain(path(), false, what); }
    /** About the member `key` of this object: its value, or its key when `atKey`. */
    void complain(const QString &key, const QString &what, bool atKey = false) const;

private:
    [[nodiscard]] JsonPath path() const;

    JsonFile *m_file;
    const JsonNode *m_parent = nullptr;
    JsonStep m_step;
    QJsonValue m_value;
};

} // namespace motcua
