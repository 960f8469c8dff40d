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

namespace {

Category peoples()
{
    QList<FieldOption> items;
    const QStringList names = {u"Kinh"_qs, u"Tày"_qs, u"Thái"_qs, u"Hoa"_qs, u"Khmer"_qs, u"Mường"_qs, u"Nùng"_qs, u"Hmông"_qs, u"Dao"_qs, u"Gia Rai"_qs,
        u"Ngái"_qs, u"Ê Đê"_qs, u"Ba Na"_qs, u"Xơ Đăng"_qs, u"Sán Chay"_qs, u"Cơ Ho"_qs, u"Tà Ôi"_qs};
    for (const QString &name : names) {
        items.append({QString::number(items.size() + 1), name, {}});
    }
    return Category(u"ethnicity"_qs, u"Dân tộc"_qs, true, items);
}

QList<Field> parent(const QString &id, const QString &of)
{
    Field ethnicity = field(id + u".ethnicity"_qs, FieldType::Category, u"Dân tộc "_qs + of, Field::Need::Soft);
    ethnicity.category = peoples();
    Field number = field(id + u".number"_qs, FieldType::PersonalNumber, u"Số định danh cá nhân "_qs + of, Field::Need::Optional);
    number.help = u"Ghi đủ 12 số; chưa có thì để trống"_qs;
    Field married = field(id + u".married"_qs, FieldType::Date, u"Ngày đăng ký kết hôn"_qs, Field::Need::Optional);
    married.mayBeAbsent = true;
    married.absenceReasons = {{u"single"_qs, u"Chưa đăng ký kết hôn"_qs, {}}, {u"lost"_qs, u"Không còn giấy tờ"_qs, {}}};
    return {field(id + u".name"_qs, FieldType::Name, u"Họ, chữ đệm, tên "_qs + of), field(id + u".birth"_qs, FieldType::PartialDate, u"Ngày, tháng, năm sinh "_qs + of),
        ethnicity, number, married};
}

FormSection children()
{
    FormSection made{u"child"_qs, u"C. NGƯỜI ĐƯỢC KHAI SINH"_qs, {}, {}, {}, {}, Repetition{1, 5, u"trẻ"_qs, u"child"_qs}};
    Field sex = field(u"child.sex"_qs, FieldType::Enumeration, u"Giới tính"_qs);
    sex.options = {{u"male"_qs, u"Nam"_qs, u"Male"_qs}, {u"female"_qs, u"Nữ"_qs, u"Female"_qs}};
    Field weight = field(u"child.weight"_qs, FieldType::Integer, u"Cân nặng khi sinh"_qs, Field::Need::Optional);
    weight.minimum = 300;
    weight.maximum = 9000;
    weight.unit = u"gam"_qs;
    Field printed = field(u"child.printed"_qs, FieldType::Name, u"In trên giấy khai sinh"_qs, Field::Need::Optional);
    printed.computed = Computation{Computation::Kind::Upper, {u"child.name"_qs}, {}};
    made.fields = {field(u"child.name"_qs, FieldType::Name, u"Họ, chữ đệm, tên"_qs), field(u"child.birth"_qs, FieldType::Date, u"Ngày, tháng, năm sinh"_qs), sex, weight, printed};
    return made;
}

QList<FeeRule> familyFees()
{
    FeeRule copy;
    copy.id = u"copy"_qs;
    copy.text = u"Chứng thực bản sao"_qs;
    copy.quantityField = u"order.copies"_qs;
    copy.unit = u"bản"_qs;
    copy.tieredBy = u"order.pages"_qs;
    copy.tierUnit = u"trang"_qs;
    copy.tiers = {{2, Money{2000}}, {0, Money{1000}}};
    copy.cap = Money{200000};
    FeeRule late;
    late.id = u"late"_qs;
    late.text = u"Lệ phí đăng ký quá hạn"_qs;
    late.unitPrice = Money{50000};
    late.reductions = {{u"poor"_qs, u"hộ cận nghèo"_qs, {}, {}, {}, 50, {}, {}}};
    FeeRule local;
    local.id = u"local"_qs;
    local.text = u"Phí do Hội đồng nhân dân tỉnh quy định"_qs;
    local.setLocally = true;
    return {copy, late, local};
}

} // namespace

Procedure family()
{
    Procedure made;
    made.code = u"1.001193"_qs;
    made.edition = u"mẫu"_qs;
    made.name = u"Đăng ký khai sinh"_qs;
    FormSchema form;
    form.id = u"family"_qs;
    form.title = u"Tờ khai đăng ký khai sinh"_qs;
    form.roles = {{u"applicant.name"_qs, u"mother.name"_qs}, {u"applicant.number"_qs, u"mother.number"_qs}, {u"subject.name"_qs, u"child[1].name"_qs},
        {u"subject.birth"_qs, u"child[1].birth"_qs}};
    const FormSection mother{u"mother"_qs, u"A. NGƯỜI MẸ, ĐỒNG THỜI LÀ NGƯỜI YÊU CẦU"_qs, {}, parent(u"mother"_qs, u"người mẹ"_qs), {}, {}, {}};
    const Absence noFather{u"Không khai người cha"_qs, {}, {{u"unknown"_qs, u"Chưa xác định được cha"_qs, {}}, {u"wish"_qs, u"Theo yêu cầu của người mẹ"_qs, {}}}};
    const FormSection father{u"father"_qs, u"B. NGƯỜI CHA"_qs, {}, parent(u"father"_qs, u"người cha"_qs), {}, noFather, {}};
    FormSection order{u"order"_qs, u"D. ĐỀ NGHỊ CẤP BẢN SAO"_qs, {}, {}, {}, {}, {}};
    Field pages = field(u"order.pages"_qs, FieldType::Integer, u"Số trang"_qs, Field::Need::Soft);
    pages.unit = u"trang"_qs;
    Field copies = field(u"order.copies"_qs, FieldType::Integer, u"Số bản"_qs, Field::Need::Soft);
    copies.unit = u"bản"_qs;
    Field paid = field(u"order.paid"_qs, FieldType::Money, u"Đã nộp trước"_qs, Field::Need::Optional);
    Field children_ = field(u"order.children"_qs, FieldType::Integer, u"Số trẻ khai trong tờ này"_qs, Field::Need::Optional);
    children_.computed = Computation{Computation::Kind::Count, {u"child"_qs}, {}};
    children_.unit = u"trẻ"_qs;
    order.fields = {pages, copies, paid, children_};
    form.sections = {mother, father, children(), order};
    FormRule old;
    old.id = u"motherAge"_qs;
    old.kind = FormRule::Kind::Age;
    old.fields = {u"mother.birth"_qs, ReceiptDay};
    old.at = u"mother.birth"_qs;
    old.least = 14;
    old.most = 60;
    old.warns = true;
    old.message = u"Tuổi người mẹ khác thường; hỏi lại ngày sinh rồi đi tiếp."_qs;
    FormRule before;
    before.id = u"motherFirst"_qs;
    before.kind = FormRule::Kind::Order;
    before.fields = {u"mother.birth"_qs, u"child.birth"_qs};
    before.at = u"child.birth"_qs;
    before.message = u"Con không thể sinh trước mẹ; xem lại một trong hai ngày sinh."_qs;
    form.rules = {old, before};
    made.checker = FormChecker(form);
    RequiredPaper declaration;
    declaration.id = u"declaration"_qs;
    declaration.name = u"Tờ khai đã ký"_qs;
    declaration.originals = 1;
    declaration.declaration = true;
    RequiredPaper certificate;
    certificate.id = u"certificate"_qs;
    certificate.name = u"Giấy chứng sinh"_qs;
    certificate.originals = 1;
    certificate.copies = 2;
    certificate.perRowOf = u"child"_qs;
    RequiredPaper marriage;
    marriage.id = u"marriage"_qs;
    marriage.name = u"Giấy chứng nhận kết hôn"_qs;
    marriage.help = u"Bản chính để đối chiếu"_qs;
    marriage.need = RequiredPaper::Need::Conditional;
    marriage.requiredIf = Condition::negated(Condition::absent(u"father"_qs));
    marriage.originals = 1;
    made.papers = {declaration, certificate, marriage};
    made.fees = familyFees();
    made.guidance.ask = {u"Đã thống nhất họ và chữ đệm của con chưa?"_qs, u"Sinh đôi trở lên thì khai chung một tờ, mỗi trẻ một dòng."_qs,
        u"Không khai người cha thì giải thích hậu quả và hỏi lý do."_qs};
    made.guidance.lookAt = {u"Giấy chứng sinh: tên mẹ và giờ sinh khớp với tờ khai."_qs, u"Căn cước của người mẹ còn hạn."_qs};
    made.guidance.mistakes = {u"Quê quán ghi theo nơi sinh thay vì theo cha hoặc mẹ."_qs, u"Thiếu dấu ở tên con, ví dụ Hòa và Hoà viết lẫn trong cùng hồ sơ."_qs};
    return made;
}

FormDraft familyAnswers()
{
    FormDraft draft = family().form().blank();
    const QList<std::pair<QString, QString>> answers = {{u"mother.name"_qs, u"H’Yăm Êñuôl"_qs}, {u"mother.birth"_qs, u"1999"_qs}, {u"mother.ethnicity"_qs, u"12"_qs},
        {u"mother.number"_qs, u"066199012345"_qs}, {u"father.name"_qs, u"Y Thiêm Êñuôl"_qs}, {u"father.birth"_qs, u"1997-03-05"_qs},
        {u"child[1].name"_qs, u"Êñuôl Bảo An"_qs}, {u"child[1].birth"_qs, u"2026-11-15"_qs}, {u"child[1].sex"_qs, u"female"_qs}, {u"child[1].weight"_qs, u"2850"_qs},
        {u"child[2].name"_qs, u"Êñuôl Bảo Ân"_qs}, {u"child[2].birth"_qs, u"2026-11-15"_qs}, {u"order.pages"_qs, u"10"_qs}, {u"order.copies"_qs, u"3"_qs},
        {u"order.paid"_qs, u"1500000"_qs}};
    for (const auto &[id, text] : answers) {
        draft.set(id, FieldValue::given(text, id == u"mother.number" ? Provenance::ChipVerified : Provenance::Typed));
    }
    return draft;
}

DeclarationFacts declaration(const FormSchema &form, const QDateTime &now, DeclarationStanding::State state, const QStringList &changed, int pages)
{
    DeclarationSheet sheet;
    sheet.printedAt = now.addSecs(-600);
    sheet.digest = QByteArray::fromHex("3f9a2c") + QByteArray(29, '\0');
    sheet.pages = pages;
    const std::optional<DeclarationSheet> printed = state == DeclarationStanding::State::NotPrinted ? std::nullopt : std::optional(sheet);
    return {.isPrintedHere = true, .standing = {state, printed, changed}, .form = form, .now = now};
}

Catalogue shippedCatalogue()
{
    QList<SourceFile> files;
    for (const QString &folder : {u"catalogue"_qs, u"categories"_qs, u"declarations"_qs, u"forms"_qs, u"calendars"_qs, u"fees"_qs}) {
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
    made.at = made.receivedAtMs;
    made.dueAtMs = made.receivedAtMs + (place % 3) * 86'400'000;
    made.code = QStringLiteral("H26.31.05-261120-%1").arg(place % 10000, 4, 10, QLatin1Char('0'));
    made.name = names.at(place % names.size());
    static const QStringList procedures = {u"Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh"_qs, u"Đăng ký tạm trú"_qs, u"Chứng thực bản sao từ bản chính"_qs};
    static const QList<DossierStatus> statuses = {DossierStatus::Accepted, DossierStatus::Processing, DossierStatus::SupplementRequested,
        DossierStatus::HandedOver, DossierStatus::Accepted, DossierStatus::Processing, DossierStatus::PaymentRequested, DossierStatus::HandedOver};
    made.procedure = procedures.at(place % procedures.size());
    made.status = statuses.at(place % statuses.size());
    made.inConflict = place % 50 == 7;
    made.desk = static_cast<int>(place % 3) + 1;
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
            const qint64 from = window.from ? (FirstMs - window.from->at) / 60'000 : 0;
            QList<WorklistRow> rows;
            for (qint64 place = from + window.skip; place < std::min(m_rows, from + window.skip + window.limit); ++place) {
                rows.append(row(place));
                if (m_isOfDrafts) {
                    rows.last().isDraft = true;
                    rows.last().dueAtMs = 0;
                    rows.last().status = {};
                }
            }
            promise->addResult(m_error ? Result<QList<WorklistRow>>(*m_error) : Result<QList<WorklistRow>>(rows));
            promise->finish();
        });
        return promise->future();
    };
    return made;
}

} // namespace motcua::test
