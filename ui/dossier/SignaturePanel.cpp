// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/SignaturePanel.h"

#include "ui/messages/SignatureWords.h"

#include <QLabel>
#include <QVBoxLayout>

namespace motcua {

namespace {

void addLine(QVBoxLayout *column, const QString &words, const char *property = nullptr, const QString &value = {})
{
    auto *label = new QLabel(words, column->parentWidget());
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // what a certificate says is anybody's
    if (property) {
        label->setProperty(property, value);
    }
    column->addWidget(label);
}

} // namespace

SignaturePanel::SignaturePanel(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("signaturePanel"));
    setAccessibleName(tr("Signatures"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    hide();
}

void SignaturePanel::setCopies(const QList<CopySignatures> &copies)
{
    setVisible(!copies.isEmpty());
    if (copies == m_copies) {
        return;
    }
    m_copies = copies;
    m_stops.clear();
    delete m_content;
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (const CopySignatures &copy : copies) {
        addCopy(copy);
    }
    m_column->addWidget(m_content);
    m_content->show(); // at once, so that the keyboard finds it
}

void SignaturePanel::addCopy(const CopySignatures &copy)
{
    if (copy.signatures.isEmpty()) {
        addUnsigned(copy);
    }
    for (const evidence::SignatureVerdict &verdict : copy.signatures) {
        addSignature(copy.name, verdict);
    }
}

void SignaturePanel::addSignature(const QString &name, const evidence::SignatureVerdict &verdict)
{
    const SignatureMark held = mark(verdict.state);
    if (verdict.state == evidence::SignatureVerdict::State::Unreadable) { // of nobody, and of no time
        QVBoxLayout *stop = addStop(QStringList{name, held.words, held.told}.join(QStringLiteral(". ")));
        addLine(stop, held.text() + QStringLiteral(" · ") + name, "tone", held.tone);
        addLine(stop, held.told, "tone", QStringLiteral("secondary"));
        return;
    }
    const QString signer = tr("Signed by: %1").arg(signerWords(verdict));
    const QString at = tr("Time: %1").arg(signedAtWords(verdict));
    QVBoxLayout *stop = addStop(QStringList{name, held.words, signer, at, held.told}.join(QStringLiteral(". ")));
    addLine(stop, held.text() + QStringLiteral(" · ") + name, "tone", held.tone);
    addLine(stop, signer);
    addLine(stop, at);
    addLine(stop, held.told, "tone", QStringLiteral("secondary"));
}

void SignaturePanel::addUnsigned(const CopySignatures &copy)
{
    const QString words = tr("not signed");
    QVBoxLayout *stop = addStop(QStringList{copy.name, words, copy.unsignedBecause}.join(QStringLiteral(". ")));
    addLine(stop, QStringLiteral("– ") + words + QStringLiteral(" · ") + copy.name, "tone", QStringLiteral("secondary"));
    if (!copy.unsignedBecause.isEmpty()) {
        addLine(stop, copy.unsignedBecause);
    }
}

QVBoxLayout *SignaturePanel::addStop(const QString &spoken)
{
    auto *frame = new QFrame(m_content);
    frame->setProperty("machineLine", true); // dressed like the lines of the machine: a ring where the keyboard is
    frame->setFocusPolicy(Qt::TabFocus);
    frame->setAccessibleName(spoken);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(0);
    m_content->layout()->addWidget(frame);
    m_stops.append(frame);
    return column;
}

} // namespace motcua
