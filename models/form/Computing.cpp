// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/Computing.h"

#include "models/base/VietnameseWords.h"
#include "models/form/Typed.h"
#include "models/person/PartialDate.h"

namespace motcua {

namespace {

// What a JSON number holds exactly, and far above any count or amount of a form.
constexpr qint64 LargestNumber = 1'000'000'000'000'000;

/** One computed field being worked out. */
class Working
{
public:
    Working(const FormPlan &plan, const FormSheet &sheet, int place, int row, QDate today)
        : m_plan(plan)
        , m_sheet(sheet)
        , m_question(plan.questions[static_cast<size_t>(place)])
        , m_row(row)
        , m_today(today)
    {
    }

    [[nodiscard]] QString text() const
    {
        switch (m_question.field->computed->kind) {
        case Computation::Kind::Copy:
            return given(0);
        case Computation::Kind::Upper:
            return given(0).toUpper();
        case Computation::Kind::Sum:
            return sum();
        case Computation::Kind::Product:
            return product();
        case Computation::Kind::Count:
            return count();
        case Computation::Kind::Join:
            return joined();
        case Computation::Kind::NumberWords:
        case Computation::Kind::MoneyWords:
        case Computation::Kind::DateWords:
            return inWords();
        case Computation::Kind::YearsOn:
            return years();
        }
        return {};
    }

private:
    [[nodiscard]] QString given(int index) const
    {
        const FieldValue *value = m_sheet.answer(m_question.of.value(index, -1), m_question.section, m_row);
        return value && value->isGiven() ? value->text : QString();
    }

    [[nodiscard]] QString sum() const
    {
        qint64 total = 0;
        bool any = false;
        for (const int place : m_question.of) {
            if (place < 0) {
                continue;
            }
            const int block = m_plan.blockOf(place);
            const bool own = block == m_question.section && m_plan.isRepeated(block);
            for (int row = own ? m_row : 0; row < (own ? m_row + 1 : m_sheet.rows(block)); ++row) {
                const FieldValue *value = m_sheet.answer(place, block, row);
                bool number = false;
                const qint64 one = value && value->isGiven() ? value->text.toLongLong(&number) : 0;
                if (number && (one < 0 || one > LargestNumber || total > LargestNumber - one)) {
                    return {};
                }
                total += number ? one : 0;
                any = any || number;
            }
        }
        return any ? QString::number(total) : QString();
    }

    [[nodiscard]] QString product() const
    {
        qint64 total = 1;
        for (int i = 0; i < m_question.of.size(); ++i) {
            bool number = false;
            const qint64 one = given(i).toLongLong(&number);
            if (!number || one < 0 || (one > 0 && total > LargestNumber / one)) {
                return {};
            }
            total *= one;
        }
        return QString::number(total);
    }

    [[nodiscard]] QString count() const
    {
        const int place = m_question.of.value(0, -1);
        const int block = place < 0 ? -1 : m_plan.blockOf(place);
        return block >= 0 && m_sheet.isShown(block) && !m_sheet.isAbsent(block) ? QString::number(m_sheet.rows(block)) : QString();
    }

    [[nodiscard]] QString joined() const
    {
        QStringList parts;
        for (int i = 0; i < m_question.of.size(); ++i) {
            const QString text = given(i);
            const int place = m_question.of.at(i);
            if (!text.isEmpty() && place >= 0 && place < static_cast<int>(m_plan.questions.size())) {
                parts.append(shown(*m_plan.questions[static_cast<size_t>(place)].field, text));
            }
        }
        return parts.join(m_question.field->computed->between);
    }

    [[nodiscard]] QString inWords() const;

    [[nodiscard]] QString years() const
    {
        const auto date = [this](int index) {
            return m_question.field->computed->of.value(index) == ReceiptDay ? PartialDate::of(m_today) : PartialDate::fromIso(given(index));
        };
        const auto from = date(0);
        const auto to = date(1);
        if (!from || !to || to->precision() != PartialDate::Precision::Day) {
            return {};
        }
        const auto age = from->ageOn(to->first());
        return age && age->least == age->most ? QString::number(age->least) : QString();
    }

    const FormPlan &m_plan;
    const FormSheet &m_sheet;
    const FormPlan::Question &m_question;
    int m_row;
    QDate m_today;
};

QString Working::inWords() const
{
    const QString text = given(0);
    if (m_question.field->computed->kind == Computation::Kind::DateWords) {
        return VietnameseWords().date(QDate::fromString(text, Qt::ISODate)); // a date told in part has no words
    }
    bool number = false;
    const qint64 value = text.toLongLong(&number);
    if (!number) {
        return {};
    }
    return m_question.field->computed->kind == Computation::Kind::MoneyWords ? VietnameseWords().amount(Money{value}) : VietnameseWords().number(value);
}

} // namespace

QString computedText(const FormPlan &plan, const FormSheet &sheet, int place, int row, QDate today)
{
    return Working(plan, sheet, place, row, today).text();
}

} // namespace motcua
