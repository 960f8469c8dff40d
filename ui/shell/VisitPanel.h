// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>
#include <QFrame>
#include <QImage>
#include <QString>

class QLabel;

namespace motcua {

/** One dossier of a visit that has several. */
struct VisitLine
{
    int number = 0; ///< of its key, from 1
    QString name = {};
    QString state = {}; ///< "thiếu 2", "✔", a code
    bool isCurrent = false;

    friend bool operator==(const VisitLine &, const VisitLine &) = default;
};

/** What the panel beside the work tells about this visit; an empty text shows "—". */
struct VisitFacts
{
    QString person = {};
    QString proof = {}; ///< how the person was proved, with its mark
    QString dossier = {}; ///< procedure
    QString missing = {}; ///< "thiếu 2" or "✔"
    QList<VisitLine> dossiers = {}; ///< all of the visit, where there are several
    QString visitFee = {}; ///< of all of them, where there are several
    QString promise = {}; ///< if accepted now
    QString promiseNote = {}; ///< provisional, after the mark
    QString fee = {};
    bool isAccepted = false; ///< the promise was made: it no longer depends on when

    friend bool operator==(const VisitFacts &, const VisitFacts &) = default;
};

/** Region V: person, dossiers of this visit, and what would be promised and charged if accepted now. */
class VisitPanel : public QFrame
{
    Q_OBJECT

public:
    explicit VisitPanel(QWidget *parent = nullptr);

    void draw(const VisitFacts &facts);
    /** Of who is here; null: none. */
    void setPhoto(const QImage &photo);

    /** One row of two lines instead of a column, for large text. */
    void setStrip(bool strip);

    /** Below what it tells, `guide` has the rest of the column; not in a strip. */
    void takeGuide(QWidget *guide);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Block
    {
        QFrame *frame = nullptr;
        QLabel *title = nullptr;
        QLabel *first = nullptr;
        QLabel *second = nullptr;
        QLabel *third = nullptr;
    };
    Block block(const QString &title);
    void drawHeads();
    void fit(QLabel *label, const QString &text) const;

    void drawPhoto();

    VisitFacts m_facts;
    QImage m_photo;
    QLabel *m_picture = nullptr;
    bool m_strip = false;
    QBoxLayout *m_layout = nullptr;
    Block m_person;
    Block m_dossier;
    QLabel *m_lines = nullptr; ///< the dossiers of the visit, where there are several
    Block m_now;
};

} // namespace motcua
