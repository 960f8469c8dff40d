// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Catalogue.h"
#include "models/catalogue/FormParts.h"
#include "models/catalogue/JsonNode.h"
#include "models/catalogue/ProcedureReader.h"

#include <memory>
#include <vector>

namespace motcua {

/**
 * One reading of the files of a catalogue, each kind after the kinds it is made of. Internal to models/catalogue.
 *
 * A country has thousands of procedures and little else, and nothing is made of procedures. So each is parsed, read and let go in
 * one piece: that can be shared out, and what was parsed stays in the processor's cache and does not fill the memory.
 */
class CatalogueReading
{
public:
    /** What of the files is parsed before the procedures. */
    enum class First {
        Parts, ///< those whose words do not look like a procedure's
        All,
    };

    /** `files` and `share` must outlive it. */
    CatalogueReading(const QList<SourceFile> &files, const SharedWork &share, First first = First::Parts);

    /** The catalogue, or every mistake in the order of the files and of their text. To be called once. */
    [[nodiscard]] Result<Catalogue, QList<Error>> read();

private:
    /** What a file says it is. Each kind needs only kinds before it, so they are read in this order. */
    enum class Kind { Unknown, Rules, Category, Blocks, Calendar, Form, Codes, Banks, Notes, Files, Fees, Declaration, Procedure };

    struct Source
    {
        const SourceFile *text = nullptr;
        std::unique_ptr<JsonFile> file = {}; ///< null before it is parsed, and again once a procedure was read without a mistake
        Kind kind = Kind::Unknown;
        bool wasLeft = false; ///< to be parsed after the parts were read
        QList<Procedure> edition = {}; ///< the one of a procedure; a list, so that a code with one edition takes it over as it stands
    };

    static void parse(Source &source);
    static void complain(Source &source, const QString &key, const QString &what);
    /** Puts `value` into `map`; complains at `key` when there is a `what` of this id already. */
    template <typename T>
    static void add(QMap<QString, T> &map, const QString &id, const T &value, Source &source, const QString &key, const QString &what);
    /** Editions of one code, in order of the day they begin, must meet: a day without or with two of them has no law. */
    static void checkSequence(const Source &earlier, Source &later);

    void readParts();
    void readRules(Source &source);
    void readBankList(Source &source);
    void readNoteList(Source &source);
    void readFileRules(Source &source);
    void readForms();
    void readProcedures();
    void orderEditions();

    const QList<SourceFile> &m_files;
    const SharedWork &m_share;
    std::vector<Source> m_sources;
    FormParts m_forms;
    CatalogueParts m_parts;
    Catalogue m_made;
};

} // namespace motcua
