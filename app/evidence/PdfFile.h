// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QMap>

#include <functional>
#include <optional>
#include <utility>

/** PDF as we write it ourselves: objects one by one, and a table of them in clear (ISO 32000-1, 7.5). PDFs of others are looked at by PdfLook. */
namespace motcua::evidence {

/** Names without the slash, and values as they are written. */
using PdfDictionary = QList<std::pair<QByteArray, QByteArray>>;

/** Empty when `value` is no dictionary. */
[[nodiscard]] std::optional<PdfDictionary> dictionaryOf(QByteArrayView value);
/** The values of an array; nothing when it is none. */
[[nodiscard]] std::optional<QList<QByteArray>> arrayOf(QByteArrayView value);
/** The number of the object that is referred to; 0 for anything else. */
[[nodiscard]] int referenceOf(QByteArrayView value);
/** Empty when there is none. */
[[nodiscard]] QByteArray valueIn(const PdfDictionary &dictionary, QByteArrayView name);
/** Puts it in place of what had that name, or at the end. */
void setValue(PdfDictionary &dictionary, const QByteArray &name, const QByteArray &value);
[[nodiscard]] QByteArray written(const PdfDictionary &dictionary);
/** `object` with these values in its dictionary; what is in its stream stays. Empty when it has none. */
[[nodiscard]] QByteArray withValues(const QByteArray &object, const PdfDictionary &values);
/** `object` with other numbers in its references; what is in its stream stays. */
[[nodiscard]] QByteArray renumbered(QByteArrayView object, const std::function<int(int)> &numberOf);

class PdfFile
{
public:
    static constexpr int MostRevisions = 64;

    /** Errors: RenderFailed (it is none of our own). */
    [[nodiscard]] static Result<PdfFile> of(const QByteArray &pdf);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    /** Of the last revision. */
    [[nodiscard]] const PdfDictionary &trailer() const { return m_trailer; }
    /** Where the last table begins. */
    [[nodiscard]] qsizetype tableAt() const { return m_tableAt; }
    /** The least number no object has. */
    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] int generation(int number) const { return m_entries.value(number).generation; }

    /** What stands between "obj" and "endobj"; empty when there is no such object. */
    [[nodiscard]] QByteArray object(int number) const;
    /** What is referred to, or the value itself. */
    [[nodiscard]] QByteArray resolved(const QByteArray &value) const;

private:
    struct Entry
    {
        qsizetype at = 0; ///< 0: it was taken away
        int generation = 0;
    };

    [[nodiscard]] bool read();
    /** The value of an object, without its stream; where it ends is put into `end`. */
    [[nodiscard]] QByteArrayView valueOf(int number, qsizetype &end) const;
    [[nodiscard]] bool readTable(qsizetype at, PdfDictionary &trailer);

    QByteArray m_bytes;
    QHash<int, Entry> m_entries;
    PdfDictionary m_trailer;
    qsizetype m_tableAt = 0;
    int m_size = 0;
};

/** What is written after a file: new objects, and others in the place of some. What was there stays as it is. */
class PdfRevision
{
public:
    explicit PdfRevision(const PdfFile &file)
        : m_file(file)
        , m_next(file.size())
    {
    }

    /** A number nobody has. */
    [[nodiscard]] int number() { return m_next++; }
    void set(int number, const QByteArray &object) { m_objects.insert(number, object); }
    [[nodiscard]] int add(const QByteArray &object);
    /** `value` of another file, with everything it refers to taken over. */
    [[nodiscard]] QByteArray takenOver(const PdfFile &from, QByteArrayView value);

    struct Whole
    {
        QByteArray pdf = {};
        QHash<int, qsizetype> at = {}; ///< where each object of the revision begins
    };
    /** `id`: 16 bytes that no other revision has. */
    [[nodiscard]] Whole whole(const QByteArray &id) const;

private:
    const PdfFile &m_file;
    int m_next;
    QMap<int, QByteArray> m_objects;
};

} // namespace motcua::evidence
