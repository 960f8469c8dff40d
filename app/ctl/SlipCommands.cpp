// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/documents/SlipDocument.h"
#include "app/workflows/SlipPaper.h"
#include "models/base/VietnamTime.h"

#include <QFile>
#include <QJsonArray>

namespace motcua::ctl {

namespace {

/** A dossier of an invented person in which every value a template can name is there, and some are long. */
SlipValues invented()
{
    SlipValues values;
    values.governingBody = QStringLiteral("Ủy ban nhân dân phường Hòa An");
    values.unitName = QStringLiteral("Trung tâm Phục vụ hành chính công phường Hòa An");
    values.place = QStringLiteral("Hòa An");
    values.code = QStringLiteral("H26.31.05-261123-0301");
    values.procedureCode = QStringLiteral("2.000635");
    values.applicantName = QStringLiteral("H’Lan Êñuôl");
    values.applicantAddress = QStringLiteral("Số 12, tổ dân phố 3, phường Hòa An");
    values.applicantPhone = QStringLiteral("0912 345 678");
    values.applicantEmail = QStringLiteral("hlan@example.vn");
    values.request = QStringLiteral("Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh");
    values.papers = {QStringLiteral("Tờ khai cấp bản sao trích lục hộ tịch"), QStringLiteral("Giấy tờ tùy thân của người yêu cầu (xuất trình)"),
        QStringLiteral("Văn bản ủy quyền đã được chứng thực theo quy định của pháp luật, trong trường hợp ủy quyền thực hiện việc yêu cầu")};
    values.limit = QStringLiteral("Trong ngày làm việc");
    values.receivedAt = vietnamTime({2026, 11, 23}, {8, 15});
    values.dueBefore = vietnamTime({2026, 11, 27}, {16, 30});
    values.dueAt = vietnamTime({2026, 12, 3}, {16, 30});
    values.decidedAt = vietnamTime({2026, 11, 25}, {9, 40});
    values.answerBy = vietnamTime({2026, 12, 9}, {17, 0});
    values.reason = QStringLiteral("Hồ sơ còn thiếu giấy tờ chứng minh quan hệ với người được cấp trích lục.\nThông tin nơi sinh trong tờ khai "
                                   "không khớp với giấy tờ đã xuất trình.");
    values.items = {{.name = QStringLiteral("Giấy tờ chứng minh quan hệ với người có tên trong trích lục"),
                        .reason = QStringLiteral("Chưa có trong hồ sơ"), .originals = 1, .copies = 2},
        {.name = QStringLiteral("Tờ khai: mục Nơi sinh"), .reason = QStringLiteral("Không khớp với Giấy khai sinh đã xuất trình"), .certified = 1}};
    values.returned = {QStringLiteral("Giấy khai sinh (bản chính)")};
    values.result = QStringLiteral("Bản sao Trích lục hộ tịch, bản sao giấy khai sinh");
    values.receiverName = QStringLiteral("Trần Văn Mẫu");
    values.receiverIdentity = QStringLiteral("Thẻ căn cước, số 000085012345");
    values.receiverAuthority = QStringLiteral("Văn bản ủy quyền có chứng thực, số 12, ngày 20/11/2026");
    values.resultPlace = values.unitName;
    values.portalNumber = QStringLiteral("26.11.23.88121");
    values.officerName = QStringLiteral("Phạm Thu Hà");
    values.submitterName = values.applicantName;
    values.training = true; // whoever finds the file takes it for nothing else
    return values;
}

int check(Context &context)
{
    if (context.words().isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl slip check FILE…"));
        return Usage;
    }
    QJsonArray files;
    bool isGood = true;
    for (const QString &path : context.words()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return context.terminal().fail({ErrorCode::FileUnreadable, path});
        }
        QJsonArray faults;
        const QList<Error> found = SlipTemplate::check(file.readAll(), path);
        for (const Error &error : found) {
            context.terminal().explain(error.detail);
            faults.append(error.detail);
        }
        files.append(QJsonObject{{QStringLiteral("file"), path}, {QStringLiteral("faults"), faults}});
        isGood = isGood && found.isEmpty();
        if (found.isEmpty()) {
            context.terminal().say(QStringLiteral("%1: no fault.").arg(path));
        }
    }
    context.terminal().answer({{QStringLiteral("files"), files}});
    return isGood ? Done : BadInput;
}

int preview(Context &context)
{
    const QString chosen = context.options().value(QStringLiteral("paper"));
    const std::optional<PaperSize> paper = paperNamed(chosen);
    if (context.words().size() != 2 || (!chosen.isEmpty() && !paper)) {
        context.terminal().explain(QStringLiteral("motcua-ctl slip preview FILE OUT.pdf [--paper A4|A5]"));
        return Usage;
    }
    const Result<SlipTemplate> read = SlipTemplate::load(context.words().constFirst());
    if (!read) {
        return context.terminal().fail(read.error());
    }
    if (paper && !read->papers().contains(*paper)) {
        return context.terminal().fail({ErrorCode::Invalid, QStringLiteral("the template has no sheet of this size: \"papers\"")});
    }
    const SlipTemplate form = read->on(paper.value_or(read->paper()));
    const Result<QByteArray> pdf = SlipDocument::render(form, invented());
    if (!pdf) {
        return context.terminal().fail(pdf.error());
    }
    QFile out(context.words().at(1));
    if (!out.open(QIODevice::WriteOnly) || out.write(*pdf) != pdf->size()) {
        return context.terminal().fail({ErrorCode::FileUnwritable, out.fileName()});
    }
    context.terminal().say(QStringLiteral("%1: form %2 on %3, with invented values.").arg(out.fileName(), form.form(), paperName(form.paper())));
    for (const QString &unverified : form.unverified()) {
        context.terminal().say(QStringLiteral("  not verified: %1").arg(unverified));
    }
    context.terminal().answer({{QStringLiteral("file"), out.fileName()}, {QStringLiteral("form"), form.form()}, {QStringLiteral("paper"), paperName(form.paper())},
        {QStringLiteral("unverified"), QJsonArray::fromStringList(form.unverified())}});
    return Done;
}

int paper(Context &context)
{
    const QString wanted = context.words().isEmpty() ? QString() : context.words().constFirst();
    const bool isDefault = wanted == QStringLiteral("default");
    if (context.words().size() > 1 || (!wanted.isEmpty() && !isDefault && !paperNamed(wanted))) {
        context.terminal().explain(QStringLiteral("motcua-ctl slip paper [A4|A5|default] --person ADMINISTRATOR"));
        return Usage;
    }
    const Result<Workplace> place = wanted.isEmpty() ? context.enter() : context.enterWith(Right::ManageUnit);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    if (!wanted.isEmpty()) {
        if (const Result<> kept = keepSlipPaper(place->store, paperNamed(wanted)); !kept) {
            return context.terminal().fail(kept.error());
        }
    }
    const std::optional<PaperSize> now = slipPaper(place->store);
    context.terminal().say(now ? QStringLiteral("Slips are printed on %1.").arg(paperName(*now))
                               : QStringLiteral("Each slip is printed on the paper its form names."));
    context.terminal().answer({{QStringLiteral("paper"), now ? paperName(*now) : QStringLiteral("default")}});
    return Done;
}

} // namespace

QList<Command> slipCommands()
{
    return {
        {QStringLiteral("slip check"), QStringLiteral("FILE…"), QStringLiteral("every mistake in slip templates, with file:line:column"), check},
        {QStringLiteral("slip preview"), QStringLiteral("FILE OUT.pdf [--paper A4|A5]"), QStringLiteral("a slip template as it prints, with invented values"), preview},
        {QStringLiteral("slip paper"), QStringLiteral("[A4|A5|default]"),
            QStringLiteral("on which paper the slips of this store are printed; without a word: as it is"), paper},
    };
}

} // namespace motcua::ctl
