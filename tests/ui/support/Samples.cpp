// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Samples.h"

#include <QDir>
#include <QFile>
#include <QPromise>
#include <QTimer>
#include <QtEndian>

#include <algorithm>
#include <memory>

namespace motcua::test {

namespace {

constexpr qint64 FirstMs = 1'795'000'000'000;

Field field(const QString &id, FieldType type, const QString &label, Field::Need need = Field::Need::Required)
{
    Field made;
    made.id = id;
    made.type = type;
    made.label = label;
    made.need = need;
    return made;
}

Id idOf(qint64 place)
{
    QByteArray bytes(Id::Size, '\0');
    qToBigEndian(place + 1, bytes.data() + 8);
    return Id::fromBytes(bytes);
}

} // namespace

FormSchema everyType()
{
    FormSchema schema;
    schema.id = QStringLiteral("every-type");
    schema.title = QStringLiteral("Tờ khai mẫu");
    FormSection a{QStringLiteral("a"), QStringLiteral("A. NGƯỜI YÊU CẦU"), {}, {}};
    a.fields.append(field(u"name"_qs, FieldType::Name, u"Họ, chữ đệm, tên"_qs));
    a.fields.append(field(u"birth"_qs, FieldType::Date, u"Ngày sinh"_qs));
    a.fields.append(field(u"partial"_qs, FieldType::PartialDate, u"Ngày đăng ký"_qs, Field::Need::Optional));
    a.fields.last().mayBeAbsent = true;
    a.fields.last().mayFollow = true;
    Field relation = field(u"relation"_qs, FieldType::Enumeration, u"Quan hệ"_qs);
    relation.options = {{u"self"_qs, u"Bản thân"_qs, u"Self"_qs}, {u"parent"_qs, u"Cha, mẹ"_qs, u"Parent"_qs},
        {u"sibling"_qs, u"Anh, chị, em ruột"_qs, u"Sibling"_qs}, {u"other"_qs, u"Quan hệ khác"_qs, u"Other"_qs}};
    a.fields.append(relation);
    Field which = field(u"which"_qs, FieldType::Text, u"Nêu rõ"_qs);
    which.visibleIf = Condition{u"relation"_qs, {u"other"_qs}};
    a.fields.append(which);
    FormSection b{QStringLiteral("b"), QStringLiteral("B. ĐỀ NGHỊ"), {}, {}};
    b.fields.append(field(u"number"_qs, FieldType::PersonalNumber, u"Số định danh cá nhân"_qs, Field::Need::Optional));
    b.fields.append(field(u"phone"_qs, FieldType::Phone, u"Điện thoại"_qs, Field::Need::Optional));
    b.fields.append(field(u"email"_qs, FieldType::Email, u"Thư điện tử"_qs, Field::Need::Optional));
    b.fields.append(field(u"address"_qs, FieldType::Address, u"Nơi cư trú"_qs, Field::Need::Optional));
    b.fields.append(field(u"authorised"_qs, FieldType::Tick, u"Theo uỷ quyền"_qs, Field::Need::Optional));
    Field copies = field(u"copies"_qs, FieldType::Integer, u"Số bản"_qs);
    copies.minimum = 1;
    copies.maximum = 99;
    copies.initial = u"1"_qs;
    b.fields.append(copies);
    schema.sections = {a, b};
    return schema;
}

FormSchema longForm(int fields)
{
    FormSchema schema;
    schema.id = QStringLiteral("long");
    for (int index = 0; index < fields; ++index) {
        if (index % 10 == 0) {
            schema.sections.append({QStringLiteral("s%1").arg(index), QStringLiteral("Phần %1").arg(index / 10 + 1), {}, {}});
        }
        schema.sections.last().fields.append(
            field(QStringLiteral("f%1").arg(index), FieldType::Text, QStringLiteral("Ô số %1").arg(index + 1), Field::Need::Required));
    }
    return schema;
}

Catalogue shippedCatalogue()
{
    QList<SourceFile> files;
    for (const QString &folder : {u"catalogue"_qs, u"categories"_qs, u"declarations"_qs, u"forms"_qs, u"calendars"_qs}) {
        const QDir where(QStringLiteral(MOTCUA_RESOURCES_SOURCE "/") + folder);
        for (const QString &name : where.entryList({u"*.json"_qs}, QDir::Files, QDir::Name)) {
            QFile file(where.filePath(name));
            if (file.open(QIODevice::ReadOnly)) {
                files.append({folder + u'/' + name, file.readAll()});
            }
        }
    }
    const auto catalogue = Catalogue::fromFiles(files);
    return catalogue ? *catalogue : Catalogue();
}

WorklistRow InventedList::row(qint64 place)
{
    static const QStringList names = {u"Nguyễn Thị Hoàn"_qs, u"Y Thiêm Êñuôl"_qs, u"Lê Văn Tính"_qs, u"K’Brôi"_qs};
    WorklistRow made;
    made.id = idOf(place);
    made.receivedAtMs = FirstMs - place * 60'000;
    made.dueAtMs = made.receivedAtMs + (place % 3) * 86'400'000;
    made.code = QStringLiteral("H26.31.05-261120-%1").arg(place % 10000, 4, 10, QLatin1Char('0'));
    made.name = names.at(place % names.size());
    made.procedure = QStringLiteral("Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh");
    made.status = place % 4 == 3 ? DossierStatus::HandedOver : DossierStatus::Accepted;
    made.inConflict = place % 50 == 7;
    return made;
}

void InventedList::release()
{
    m_held = false;
    const auto answers = std::exchange(m_answers, {});
    for (const auto &answer : answers) {
        answer();
    }
}

WorklistSource InventedList::source()
{
    const auto later = [this](const std::function<void()> &answer) {
        if (m_held) {
            m_answers.append(answer);
        } else {
            QTimer::singleShot(0, &m_loop, answer);
        }
    };
    WorklistSource made;
    made.count = [this, later] {
        auto promise = std::make_shared<QPromise<Result<qint64>>>();
        promise->start();
        later([this, promise] {
            promise->addResult(m_error ? Result<qint64>(*m_error) : Result<qint64>(m_rows));
            promise->finish();
        });
        return promise->future();
    };
    made.rows = [this, later](const WorklistWindow &window) {
        m_asked.append(window);
        auto promise = std::make_shared<QPromise<Result<QList<WorklistRow>>>>();
        promise->start();
        later([this, promise, window] {
            const qint64 from = window.from ? (FirstMs - window.from->receivedAtMs) / 60'000 : 0;
            QList<WorklistRow> rows;
            for (qint64 place = from + window.skip; place < std::min(m_rows, from + window.skip + window.limit); ++place) {
                rows.append(row(place));
            }
            promise->addResult(m_error ? Result<QList<WorklistRow>>(*m_error) : Result<QList<WorklistRow>>(rows));
            promise->finish();
        });
        return promise->future();
    };
    return made;
}

} // namespace motcua::test
