// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/pdf/PdfLook.h"
#include "app/documents/SheetPdf.h"
#include "app/evidence/SignatureVerdicts.h"
#include "app/evidence/Signers.h"
#include "tests/support/IssuedCertificate.h"

#include <QDir>
#include <QFile>
#include <QFont>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace motcua::test {

using testsupport::IssuedCertificate;

/** A paper, an authority, and who it lets sign. */
struct SignatureBench
{
    IssuedCertificate root{IssuedCertificate::authority("Gốc thử")};

    [[nodiscard]] static IssuedCertificate::Wish wish(IssuedCertificate::Key key = IssuedCertificate::Key::P256)
    {
        IssuedCertificate::Wish wish;
        wish.name = "Ksor H’Lan";
        wish.key = key;
        wish.keyUsage = "critical,digitalSignature,nonRepudiation";
        wish.extendedUsage.clear();
        wish.names.clear();
        return wish;
    }

    [[nodiscard]] std::shared_ptr<evidence::Signer> signer(const IssuedCertificate &one) const
    {
        Result<evidence::BroughtKey> brought = evidence::BroughtKey::fromPem(one.secretKeyPem(), {one.der(), root.der()});
        const auto made = brought ? evidence::SealedSigner::of(std::move(brought->key), brought->certificates) : brought.error();
        return made ? *made : nullptr;
    }
    [[nodiscard]] std::shared_ptr<evidence::Signer> signer() const { return signer(IssuedCertificate(wish(), &root)); }

    [[nodiscard]] evidence::SignatureTrust trust() const
    {
        evidence::SignatureTrust trust;
        trust.add(root.der());
        return trust;
    }

    [[nodiscard]] static QDateTime now() { return QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), Qt::UTC); }

    [[nodiscard]] static evidence::SignatureLook look(const QDateTime &at = now())
    {
        return {.agency = QStringLiteral("Ủy ban nhân dân phường Hòa An"), .mark = QStringLiteral("Sao từ bản chính"), .at = at};
    }

    /** A page as our own documents have it. */
    [[nodiscard]] static QByteArray paper(const QPageSize &size = QPageSize(QPageSize::A4))
    {
        const auto made = SheetPdf::drawn(size, QStringLiteral("paper"), [](QPainter &painter) {
            painter.setFont(QFont(QStringLiteral("Noto Serif"), 12));
            painter.drawText(1'000, 3'000, QStringLiteral("Giấy khai sinh"));
        });
        return made ? *made : QByteArray();
    }

    /** Any kind of signature there, as a reader of PDF would find them. */
    [[nodiscard]] static QList<PdfSignature> signaturesIn(const QByteArray &pdf)
    {
        static const QRegularExpression One(QStringLiteral("/SubFilter /([A-Za-z.0-9]+) /M \\((D:[0-9+']+)\\) /ByteRange \\[([0-9 -]+)\\] /Contents <([0-9a-fA-F]*)>"));
        QList<PdfSignature> found;
        auto all = One.globalMatch(QString::fromLatin1(pdf));
        while (all.hasNext()) {
            const QRegularExpressionMatch one = all.next();
            PdfSignature signature{.subFilter = one.captured(1).toLatin1(), .time = one.captured(2).toLatin1()};
            for (const QString &number : one.captured(3).split(u' ', Qt::SkipEmptyParts)) {
                signature.byteRange.append(number.toLongLong());
            }
            signature.contents = QByteArray::fromHex(one.captured(4).toLatin1());
            while (signature.contents.endsWith('\0')) {
                signature.contents.chop(1);
            }
            found.append(signature);
        }
        return found;
    }

    [[nodiscard]] QList<evidence::SignatureVerdict> judged(const QByteArray &pdf) const { return evidence::verdicts(pdf, signaturesIn(pdf), trust(), now()); }

    struct Ran
    {
        int code = -1;
        QByteArray said = {};
    };

    /** `pdf` given to another program as a file, in the place of "%1". */
    [[nodiscard]] static Ran ran(const QString &program, QStringList words, const QByteArray &pdf)
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("paper.pdf")));
        if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size()) {
            return {};
        }
        file.close();
        words.replaceInStrings(QStringLiteral("%1"), file.fileName());
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), folder.path()); // nobody's own certificates
        process.setProcessEnvironment(environment);
        process.start(program, words);
        return process.waitForFinished(60'000) ? Ran{process.exitCode(), process.readAll()} : Ran{};
    }
    [[nodiscard]] static QByteArray pdfsig(const QByteArray &pdf)
    {
        return ran(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), QStringLiteral("%1")}, pdf).said;
    }

    /** Why the programs that judge beside us are not there; empty where they are. */
    [[nodiscard]] static QString whyNot()
    {
        for (const QString &one : {QStringLiteral("pdfsig"), QStringLiteral("pdftotext"), QStringLiteral("pdffonts"), QStringLiteral("qpdf")}) {
            if (QStandardPaths::findExecutable(one).isEmpty()) {
                return one + QStringLiteral(" is missing: ./dev setup installs poppler-utils and qpdf.");
            }
        }
        return {};
    }
};

} // namespace motcua::test
