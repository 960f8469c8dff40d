// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>

namespace motcua {

/** One page of the handbook: one task. */
struct HandbookPart
{
    QString name = {}; ///< of its file, without folder and ending
    QString title = {}; ///< its first line
    QString markdown = {}; ///< everything below the title

    friend bool operator==(const HandbookPart &, const HandbookPart &) = default;
};

/** The pages in the order they are read, the pictures in them, and which page belongs to which screen. */
class Handbook
{
public:
    Handbook() = default;

    /**
     * `index` is handbook.json, `texts` the pages by name, `pictures` the bytes of each picture by the name of its file.
     *
     * CatalogueSyntax when the index cannot be read; CatalogueSchema when a page, its title or a picture it shows is missing, or a screen
     * is given a page that is not there; `detail` says which.
     */
    [[nodiscard]] static Result<Handbook> read(
        const QByteArray &index, const QMap<QString, QString> &texts, const QHash<QString, QByteArray> &pictures);

    [[nodiscard]] const QList<HandbookPart> &parts() const { return m_parts; }
    [[nodiscard]] const QMap<QString, QString> &screens() const { return m_screens; }

    /** The place of the page called `name`; −1 when there is none. */
    [[nodiscard]] qsizetype indexOf(const QString &name) const;

    /** The place of the page that belongs to `screen`; the first page when none does. */
    [[nodiscard]] qsizetype partFor(const QString &screen) const;

    /** The bytes of the picture called `file`; empty when there is none. */
    [[nodiscard]] QByteArray picture(const QString &file) const { return m_pictures.value(file); }

    /** The pictures `markdown` shows, by the names of their files. */
    [[nodiscard]] static QStringList picturesIn(const QString &markdown);

    /** The names of the keys in `markdown`, each written as {key:name}. */
    [[nodiscard]] static QStringList keysIn(const QString &markdown);

    /** `markdown` with each {key:name} as `shown` says it; a name it has nothing for stays as it was written. */
    [[nodiscard]] static QString withKeys(const QString &markdown, const std::function<QString(const QString &name)> &shown);

private:
    QList<HandbookPart> m_parts;
    QMap<QString, QString> m_screens;
    QHash<QString, QByteArray> m_pictures;
};

} // namespace motcua
