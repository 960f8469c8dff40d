// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/JournalQueries.h"
#include "app/workflows/FileDossier.h"
#include "app/workflows/SetUpCentre.h"
#include "app/workflows/SignIn.h"
#include "models/base/VietnamTime.h"

#include <QTemporaryDir>
#include <QTest>

namespace motcua {

/** A desk set up in a temporary folder, with one administrator who may also receive dossiers. */
class TrainingDesk
{
public:
    static QString administrator() { return QStringLiteral("Phạm Thu Hà"); }
    static QString password() { return QStringLiteral("con meo den tren mai"); }

    static CentreFacts facts()
    {
        return {.unitName = QStringLiteral("Trung tâm Phục vụ hành chính công phường Hòa An"),
            .governingBody = QStringLiteral("Ủy ban nhân dân phường Hòa An"),
            .place = QStringLiteral("Hòa An"),
            .organisationCode = QStringLiteral("H26.31.05"),
            .deskNumber = 3,
            .onlyDesk = false,
            .training = true,
            .account = UnitAccount{QStringLiteral("970405"), QStringLiteral("1500201000001"), QStringLiteral("UBND PHUONG HOA AN")}};
    }

    static Lawbook law()
    {
        Result<Lawbook, QList<Error>> book = Lawbook::load(Lawbook::folder());
        if (!book) {
            for (const Error &error : book.error()) {
                qWarning() << error.detail;
            }
            return {};
        }
        return *book;
    }

    [[nodiscard]] StoreFolder folder() const { return StoreFolder(m_dir.filePath(QStringLiteral("centre"))); }

    Result<Workplace> setUp() const
    {
        const Result<security::Password> chosen = security::Password::chosen(password(), administrator());
        return SetUpCentre::run(
            folder(), law(), facts(), administrator(), *chosen, security::RecoveryKey::generate(), security::ScryptCost::forTests());
    }

    /** The first page of the day does not come for this person today. */
    static void skipDay(const Workplace &place)
    {
        const QByteArray today = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date().toString(Qt::ISODate).toLatin1();
        QVERIFY(place.store.keepSetting(QStringLiteral("day.skipped.") + place.person.toString(), today).result());
    }

    [[nodiscard]] std::unique_ptr<SignIn> door() const
    {
        return std::make_unique<SignIn>(folder(), law(), security::ScryptCost::forTests());
    }

    /** The administrator, let in by `door`. */
    static Result<SignedInPerson> headIn(SignIn &door) { return door.withPassword(administrator(), password()).result(); }

    static QString officer() { return QStringLiteral("Ksor H’Lan"); }
    static QString officerPassword() { return QStringLiteral("mot mat khau that dai"); }

    /** Admits the officer, or somebody of that name with another role; the name to sign in with. */
    static Result<QString> admitOfficer(const SignedInPerson &head, const QString &role = QStringLiteral("officer"))
    {
        const Result<security::Password> first = security::Password::chosen(officerPassword(), officer());
        return SetUpCentre::admit(head.place, head.session->keys()->dataKeys, officer(), {}, {role}, *first,
            security::ScryptCost::forTests());
    }

    /** How many entries of this kind the journal has. */
    static qsizetype told(const storage::Store &store, const char *kind)
    {
        const Result<QList<journal::Entry>> entries = store.ask(storage::JournalPage{}).result();
        if (!entries) {
            return -1;
        }
        return std::count_if(entries->cbegin(), entries->cend(), [kind](const journal::Entry &one) { return one.header.kind == kind; });
    }

    /** Answers and papers with which 2.000635 can be accepted. */
    static void fill(FileDossier &filing)
    {
        const QMap<QString, QString> answers{
            {QStringLiteral("applicant.name"), QStringLiteral("Nguyễn Thị Hoa")},
            {QStringLiteral("subject.name"), QStringLiteral("Nguyễn Bảo An")},
        };
        for (const FormSection &section : filing.procedure().form().sections) {
            for (const Field &field : section.fields) {
                if (field.need == Field::Need::Required && !filing.form().value(field.id).isGiven()) {
                    filing.answer(field.id, FieldValue::given(sample(field)));
                }
            }
        }
        const QMap<QString, QString> &roles = filing.procedure().roles();
        for (auto it = answers.begin(); it != answers.end(); ++it) {
            if (roles.contains(it.key())) {
                filing.answer(roles.value(it.key()), FieldValue::given(it.value()));
            }
        }
        seePapers(filing);
    }

    /** Every paper that is needed with what was answered so far is there. */
    static void seePapers(FileDossier &filing)
    {
        for (const RequiredPaper &required : filing.procedure().papers) {
            if (required.isNeeded(filing.form()) || !required.provesIdentityOf.isEmpty()) {
                Paper paper = filing.papers().paper(required.id);
                paper.state = Paper::State::Met;
                paper.kind = required.kinds.isEmpty() ? PaperKind::OriginalSeen : required.kinds.constFirst();
                filing.look(paper);
            }
        }
    }

private:
    static QString sample(const Field &field)
    {
        switch (field.type) {
        case FieldType::Date:
        case FieldType::PartialDate:
            return QStringLiteral("1985-03-05");
        case FieldType::Enumeration:
            return field.options.constFirst().code;
        case FieldType::Category:
            return field.category.items().constFirst().code;
        case FieldType::Money:
        case FieldType::Integer:
        case FieldType::Tick:
            return QStringLiteral("1");
        case FieldType::PersonalNumber:
            return QStringLiteral("000185012345");
        case FieldType::Phone:
            return QStringLiteral("0912345678");
        case FieldType::Email:
            return QStringLiteral("hoa@example.vn");
        case FieldType::Text:
        case FieldType::Name:
        case FieldType::Address:
            return QStringLiteral("Nguyễn Thị Hoa");
        }
        return {};
    }

    QTemporaryDir m_dir;
};

} // namespace motcua
