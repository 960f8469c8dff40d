// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"
#include "models/catalogue/JsonTree.h"
#include "models/catalogue/SourceFile.h"

#include <QList>
#include <QMultiMap>

namespace motcua {

/** A file of the catalogue, parsed, with the complaints about it. Nodes point into it: it stays where it is once there are any. */
class JsonFile
{
public:
    /** Parses; a text that is no JSON leaves no root and one CatalogueSyntax complaint. */
    explicit JsonFile(const SourceFile &file);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] JsonValue root() const { return m_tree.root(); }
    [[nodiscard]] bool isGood() const { return m_complaints.isEmpty(); }

    /** The complaints in the order of the text. */
    [[nodiscard]] QList<Error> errors() const;

    /** Adds a CatalogueSchema error "file:line:column: what" about the byte at `offset`. */
    void complain(qsizetype offset, const QString &what);

private:
    void add(ErrorCode code, qsizetype offset, const QString &what);

    QString m_name;
    JsonTree m_tree;
    QMultiMap<qsizetype, Error> m_complaints; ///< by offset
};

/** A value in a file, and the file to complain to. */
class JsonNode
{
public:
    explicit JsonNode(JsonFile &file)
        : m_file(&file)
        , m_value(file.root())
    {
    }
    JsonNode(const JsonNode &whole, const JsonValue &value)
        : m_file(whole.m_file)
        , m_value(value)
    {
    }

    [[nodiscard]] const JsonValue &value() const { return m_value; }

    void complain(const QString &what) const;
    /** About the member `key` of this object: its value, or its key when `atKey`; about the object when it has none. */
    void complain(const QString &key, const QString &what, bool atKey = false) const;

private:
    JsonFile *m_file;
    JsonValue m_value;
};

} // namespace motcua
