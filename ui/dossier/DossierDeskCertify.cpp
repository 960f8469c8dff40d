// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/DossierDesk.h"

#include "app/storage/Await.h"
#include "app/workflows/CertifyCopies.h"
#include "app/workflows/GuidanceDesk.h"
#include "app/workflows/SlipDesk.h"
#include "ui/certification/CertifyPage.h"
#include "ui/certification/RegisterDesk.h"
#include "ui/shell/ErrorNotice.h"
#include "ui/visit/SigningDesk.h"
#include "ui/worklist/DossierPage.h"

// DossierDesk where a dossier is entered in the register of certifications.
namespace motcua {

void DossierDesk::joinCertifications()
{
    m_certifyPage = new CertifyPage(m_window);
    m_certifyPage->hide();
    m_statements = new GuidanceDesk(m_slips->printer(), this);
    connect(m_page, &DossierPage::certifyAsked, this, [this] { m_certify->look(m_dossier->id); });
    connect(m_certifyPage, &CertifyPage::enterAsked, this, &DossierDesk::enterInRegister);
    connect(m_certifyPage, &CertifyPage::voidAsked, this, &DossierDesk::voidInRegister);
    connect(m_certifyPage, &CertifyPage::signAsked, this, &DossierDesk::signCertified);
    connect(m_certifyPage, &CertifyPage::registerAsked, m_register, &RegisterDesk::open);
    connect(m_certifyPage, &CertifyPage::printAsked, this, [this] {
        if (m_certified) {
            m_statements->printStatement(m_person->place, *m_certified);
        }
    });
    connect(m_statements, &GuidanceDesk::statementHanded, this, [this](const storage::CertificationLine &line) {
        if (m_person && !m_window->isLocked()) {
            const CertificationRules &rules = m_person->place.law.certification;
            m_window->tell({Notice::Kind::Done,
                tr("Book %1, number %2: the statement was sent to the printer.").arg(rules.bookOf(line.certification), rules.numberOf(line.certification)), {}});
        }
    });
    connect(m_statements, &GuidanceDesk::failed, this, [this](const Error &error) {
        if (m_person && !m_window->isLocked()) {
            m_window->tell(notice(error));
        }
    });
}

void DossierDesk::beginCertifications()
{
    m_certify = std::make_unique<CertifyCopies>(m_person->place);
    m_register->begin(m_person->place);
    m_signing->begin(m_person->place);
    connect(m_certify.get(), &CertifyCopies::signedCopy, this, [this](const Id &dossier) {
        m_signing->forgetPin(); // the next one is another person's
        refresh(dossier, {Notice::Kind::Done, tr("The electronic certified copy is signed and kept with the dossier as its result."), {}});
    });
    connect(m_certify.get(), &CertifyCopies::looked, this, [this](const CertifyCopies::Case &found) {
        if (m_dossier && m_dossier->id == found.dossier.id && m_window->page() == m_page) {
            ++m_round;
            m_done = false;
            showCertification(found);
        }
    });
    connect(m_certify.get(), &CertifyCopies::failed, this, [this](const Error &error) { m_window->tell(notice(error)); });
    connect(m_certify.get(), &CertifyCopies::done, this, &DossierDesk::tellCertified);
    connect(m_certify.get(), &CertifyCopies::refused, this, [this](const Error &error) {
        m_certifyPage->setRefused();
        m_window->tell(notice(error));
    });
}

void DossierDesk::showCertification(const CertifyCopies::Case &found)
{
    const storage::CertificationLine *held = found.held();
    m_certified = held ? std::optional(*held) : std::nullopt;
    m_certifyKind = found.kind.id;
    const EnterCertification &wanted = found.proposal;
    CertifyView view{.code = found.dossier.code,
        .procedure = found.dossier.procedureName(),
        .line = {.paper = wanted.paper, .pages = wanted.pages, .copies = wanted.copies, .fee = wanted.fee, .signer = wanted.signer, .title = wanted.title},
        .fee = [found](const CertifyView::Line &line) { return found.fee(line.paper, line.pages, line.copies); },
        .book = {},
        .number = {},
        .mostPages = Certification::MostPages,
        .mostCopies = Certification::MostCopies,
        .needsApprover = m_besideVoids,
        .prints = m_statements->prints(),
        .unsignable = whyUnsignable()};
    if (held) {
        const Certification &one = held->certification;
        view.line = {.paper = one.paper, .pages = one.pages, .copies = one.copies, .fee = one.fee, .signer = one.signer, .title = one.title};
        view.book = m_person->place.law.certification.bookOf(one);
        view.number = m_person->place.law.certification.numberOf(one);
    }
    m_certifyPage->begin(view);
    m_window->show(m_certifyPage);
}

void DossierDesk::enterInRegister()
{
    if (m_done) {
        read(m_dossier->id, Opens::Page, {});
        return;
    }
    const CertifyView::Line line = m_certifyPage->line();
    m_certifyPage->setBusy(true);
    if (!m_certify->enter({.kind = m_certifyKind,
                              .dossier = m_dossier->id,
                              .paper = line.paper,
                              .pages = line.pages,
                              .copies = line.copies,
                              .fee = line.fee,
                              .signer = line.signer,
                              .title = line.title},
            m_visit)) {
        tellRegisterBusy();
    }
}

void DossierDesk::voidInRegister()
{
    if (m_done || !m_certified) {
        read(m_dossier->id, Opens::Page, {});
        return;
    }
    const auto record = [this, line = m_certified->certification.id](const Id &approver) {
        if (!m_certify->takeBack(line, m_certifyPage->reason(), approver, m_visit)) {
            tellRegisterBusy();
        }
    };
    m_certifyPage->setBusy(true);
    if (!m_besideVoids) {
        record({});
        return;
    }
    await(m_certify.get(), m_door->vouch(*m_person, m_certifyPage->approver(), m_certifyPage->password()), [this, record, round = m_round](const Result<Id> &approver) {
        if (round != m_round || m_window->page() != m_certifyPage) {
            m_certifyPage->setRefused();
            return; // the officer left it meanwhile: then it is not recorded
        }
        if (!approver) {
            m_certifyPage->setRefused();
            m_window->tell(vouchNotice(approver.error()));
            return;
        }
        record(*approver);
    });
}

QString DossierDesk::whyUnsignable() const
{
    if (!CertifyCopies::hasCopy(*m_dossier)) {
        return tr("No page of the original was scanned for this dossier, so there is nothing to certify electronically. Nothing was changed. Scan it into the dossier first.");
    }
    return m_signing->standing().state == SigningStanding::State::Nobody
        ? tr("Nobody is set up to sign at this desk, so there is no electronic certified copy. Nothing was changed. Ask the administrator.")
        : QString();
}

void DossierDesk::signCertified()
{
    if (m_done || !m_certified) {
        read(m_dossier->id, Opens::Page, {});
        return;
    }
    if (m_signing->asks()) {
        m_signing->ask([this] {
            m_window->show(m_certifyPage);
            signCertified();
        });
        return;
    }
    m_certifyPage->setBusy(true);
    if (!m_certify->sign(*m_dossier, *m_certified, m_signing->signer(), m_visit)) {
        tellRegisterBusy();
    }
}

void DossierDesk::tellRegisterBusy()
{
    m_certifyPage->setRefused();
    m_window->tell({Notice::Kind::Told, tr("Another line of the register is being recorded. This one is not recorded yet, and nothing of it is lost. Try again in a moment."), {}});
}

// The statement follows the line, so no paper tells of a number that the journal does not know.
void DossierDesk::tellCertified(const storage::CertificationLine &line)
{
    const CertificationRules &rules = m_person->place.law.certification;
    const QString book = rules.bookOf(line.certification);
    const QString number = rules.numberOf(line.certification);
    const bool isVoid = line.certification.isVoid();
    if (!isVoid) {
        m_statements->printStatement(m_person->place, line);
    }
    refresh(line.certification.dossier,
        {Notice::Kind::Done,
            isVoid ? tr("Number %1 of book %2 does not hold any more. It stays used.").arg(number, book)
                   : tr("Entered in book %1 under number %2.").arg(book, number),
            {}});
}

} // namespace motcua
