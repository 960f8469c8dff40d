// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipTemplate.h"
#include "models/catalogue/JsonMembers.h"

namespace motcua {

/** Reads one slip template and notes every fault with the line and column that it stands at. */
class SlipTemplateReader
{
public:
    explicit SlipTemplateReader(const SourceFile &file);

    /** The template as far as it could be read; whole only when faults() is empty. */
    [[nodiscard]] SlipTemplate read();

    /** In the order of the text. */
    [[nodiscard]] QList<Error> faults() const { return m_file.errors(); }

private:
    void readHeader(JsonMembers &root);
    void readSheets(JsonMembers &root);
    void readWording(JsonMembers &root);
    SlipBlock readBlock(const JsonNode &node);
    void readHead(JsonMembers &members, SlipBlock &block);
    void readFields(JsonMembers &members, SlipBlock &block);
    void readTable(JsonMembers &members, SlipBlock &block);
    void readSignatures(JsonMembers &members, SlipBlock &block);
    SlipField readField(const JsonNode &node, bool needsLabel);
    SlipColumn readColumn(const JsonNode &node);

    /** A text in normal form C whose placeholders are among `known`. */
    QString text(JsonMembers &members, const QString &key, const QStringList &known, bool isRequired = true);
    /** A list of such texts, which may be empty. */
    QStringList lines(JsonMembers &members, const QString &key, const QStringList &known, bool isRequired = true);
    QString checked(const JsonNode &node, const QString &written, const QStringList &known);
    QString mark(JsonMembers &marks, const QString &key, const QString &needed);

    JsonFile m_file;
    SlipTemplate m_template;
};

} // namespace motcua
