// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/VietnamTime.h"
#include "models/catalogue/PrintedDeclaration.h"
#include "models/dossier/Intake.h"
#include "models/form/Typed.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace motcua::test {

/** The shipped law with the prices of the training centre's province. */
inline const Catalogue &trainingCatalogue()
{
    static const Catalogue catalogue = [] {
        QList<SourceFile> files = shippedFiles();
        QFile prices(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/training/fees/hoa-an.json"));
        if (prices.open(QIODevice::ReadOnly)) {
            files.append({QStringLiteral("hoa-an.json"), prices.readAll()});
        }
        const auto read = Catalogue::fromFiles(files);
        if (!read) {
            qWarning("%s", qPrintable(read.error().constFirst().detail));
        }
        return read ? *read : Catalogue();
    }();
    return catalogue;
}

/** A dossier of an invented person as an officer would have filled it in: tests/data/samples/<procedure>/<name>.json. */
class Sample
{
public:
    Sample(const QString &code, const QString &name)
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/samples/%1/%2.json").arg(code, name));
        const QJsonObject json = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
        if (json.isEmpty()) {
            qFatal("no sample %s", qPrintable(file.fileName()));
        }
        m_received = QDateTime::fromString(json.value(u"receivedAt"_qs).toString(), Qt::ISODate);
        m_channel = json.value(u"channel"_qs).toInt();
        const auto found = trainingCatalogue().procedure(json.value(u"procedure"_qs).toString(), day());
        if (!found) {
            qFatal("%s", qPrintable(found.error().detail));
        }
        m_procedure = *found;
        m_form = m_procedure.form().blank();
        const QJsonObject fields = json.value(u"fields"_qs).toObject();
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            const FieldValue value = it->isString() ? FieldValue::given(it->toString())
                                                    : FormDraft::fromJson({{it.key(), *it}}).value(it.key());
            m_form.set(it.key(), value);
        }
        m_papers = PaperSet::of(m_procedure);
        const QJsonObject papers = json.value(u"papers"_qs).toObject();
        for (auto it = papers.begin(); it != papers.end(); ++it) {
            m_papers.set({it.key(), {}, Paper::State::Met, {}, paperKind(it->toString()).value_or(PaperKind::OriginalSeen), 0});
        }
    }

    /** Answers typed over those of the sample: "pages=2; copies=1"; "=" with nothing behind it takes an answer away. */
    void change(const QString &changes)
    {
        const QStringList all = changes.split(u';', Qt::SkipEmptyParts);
        for (const QString &one : all) {
            const QString path = one.section(u'=', 0, 0).trimmed();
            const QString text = one.section(u'=', 1).trimmed();
            m_form.set(path, text.isEmpty() ? FieldValue() : FieldValue::given(text));
        }
    }

    /** Nothing was asked yet. */
    void clear() { m_form = m_procedure.form().blank(); }
    void declareAbsent(const QString &section, const QString &reason) { m_form.set(section, FieldValue::absent(reason)); }
    void seen(const QString &paper, PaperKind kind = PaperKind::OriginalSeen) { m_papers.set({paper, {}, Paper::State::Met, {}, kind, 0}); }
    void setChannel(int channel) { m_channel = channel; }
    void settle(const SettledTerm &longer) { m_longer = longer; }

    [[nodiscard]] QDate day() const { return m_received.date(); }
    [[nodiscard]] const Procedure &procedure() const { return m_procedure; }
    [[nodiscard]] const FormDraft &form() const { return m_form; }
    [[nodiscard]] const PaperSet &papers() const { return m_papers; }

    [[nodiscard]] Result<Intake, QList<Violation>> intake() const
    {
        return Intake::from(m_procedure, m_form, m_papers, trainingCatalogue().calendar(), m_received, m_channel, m_longer);
    }

    /** "field Code" in the order an officer reads them; a broken rule with its id, a paper of the wrong kind with that. */
    [[nodiscard]] QStringList violations() const
    {
        const auto intake = this->intake();
        return intake ? QStringList() : told(intake.error());
    }

    [[nodiscard]] QStringList warnings() const { return told(m_procedure.checker.judge(completed(), day()).warnings); }

    /** The papers the answers call for: "birthNotice 2+0" is two originals and no copy. */
    [[nodiscard]] QStringList neededPapers() const
    {
        const FormDraft draft = filed();
        QStringList needed;
        for (const RequiredPaper &paper : m_procedure.papers) {
            if (paper.isNeeded(draft, day())) {
                needed.append(u"%1 %2+%3"_qs.arg(paper.id).arg(paper.originalsFor(draft)).arg(paper.copiesFor(draft)));
            }
        }
        return needed;
    }

    /** "copy 8000×2=16000"; "registration ?" where nobody has told the price. */
    [[nodiscard]] QStringList fees() const
    {
        QStringList lines;
        const Assessment assessment = Assessment::of(m_procedure.fees, filed(), day(), m_channel);
        for (const FeeLine &line : assessment.lines) {
            lines.append(line.isKnown ? u"%1 %2×%3=%4"_qs.arg(line.id).arg(line.unitPrice.dong).arg(line.quantity).arg(line.amount.dong)
                                      : line.id + u" ?"_qs);
        }
        return lines;
    }

    /** The unit and the day that print it. */
    [[nodiscard]] DeclarationScene scene() const
    {
        DeclarationScene scene;
        scene.governingBody = u"Ủy ban nhân dân phường Hòa An"_qs;
        scene.place = u"Hòa An"_qs;
        scene.day = day();
        return scene;
    }

    [[nodiscard]] QList<PrintedBlock> printedBlocks() const
    {
        return printed(m_procedure.declaration, m_procedure.checker, normal(), scene());
    }

    /** The declaration line by line: "label: answer | label: answer", cells parted by " | ", a gap as "…". */
    [[nodiscard]] QStringList printedLines() const
    {
        QStringList lines;
        const QList<PrintedBlock> blocks = printedBlocks();
        for (const PrintedBlock &block : blocks) {
            if (block.kind == DeclarationBlock::Kind::Line) {
                QStringList parts;
                for (const auto &[label, answer] : block.parts) {
                    parts.append(label + u": "_qs + answer);
                }
                lines.append(parts.join(u" | "_qs));
            } else if (block.kind == DeclarationBlock::Kind::Table || block.kind == DeclarationBlock::Kind::Signatures) {
                for (const QStringList &row : block.rows) {
                    lines.append(row.join(u" | "_qs));
                }
            } else {
                lines.append(block.text);
            }
        }
        lines.replaceInStrings(QString(DeclarationGap), u"…"_qs);
        return lines;
    }

private:
    static QStringList told(const QList<Violation> &all)
    {
        QStringList lines;
        for (const Violation &one : all) {
            QString line = one.field + u' ' + violationName(one.code);
            for (const QString &key : {u"rule"_qs, u"kind"_qs}) {
                if (one.params.contains(key)) {
                    line += u' ' + one.params.value(key);
                }
            }
            lines.append(line.trimmed());
        }
        return lines;
    }

    [[nodiscard]] FormDraft normal() const { return normalised(m_procedure.form(), m_form, day()); }
    [[nodiscard]] FormDraft completed() const { return m_procedure.checker.completed(normal(), day()); }
    [[nodiscard]] FormDraft filed() const { return m_procedure.checker.filed(normal(), day()); }

    Procedure m_procedure;
    QDateTime m_received;
    int m_channel = 1;
    FormDraft m_form;
    PaperSet m_papers;
    std::optional<SettledTerm> m_longer;
};

} // namespace motcua::test
