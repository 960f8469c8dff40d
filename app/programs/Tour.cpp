// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/Tour.h"

#include "app/workflows/IssuedSlip.h"
#include "ui/citizen/CitizenDesk.h"
#include "ui/citizen/CitizenWindow.h"
#include "ui/form/FormPage.h"
#include "ui/hall/HallDesk.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/machine/MachinePage.h"
#include "ui/shell/LetterRow.h"
#include "ui/visit/CardDesk.h"
#include "ui/visit/PapersPage.h"
#include "ui/visit/VisitDesk.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/worklist/WorklistPage.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>

namespace motcua {

namespace {

constexpr int TurnMs = 60;
constexpr int MostTurns = 500; // half a minute for one step
constexpr int MostAnswers = 60;

/** What the invented citizen answers, by field of the form of 2.000635. */
QString answerTo(const QString &field)
{
    static const QMap<QString, QString> answers{
        {QStringLiteral("requester.name"), QStringLiteral("Nguyễn Thị Hoa")},
        {QStringLiteral("requester.birth"), QStringLiteral("5/3/85")},
        {QStringLiteral("requester.residence"), QStringLiteral("12 Trần Phú, phường Hòa An")},
        {QStringLiteral("requester.personalNumber"), QStringLiteral("000185012345")},
        {QStringLiteral("record.name"), QStringLiteral("Nguyễn Bảo An")},
        {QStringLiteral("record.birth"), QStringLiteral("15/11/2019")},
        {QStringLiteral("record.registeredAt"), QStringLiteral("Ủy ban nhân dân phường Hòa An")},
        {QStringLiteral("copies"), QStringLiteral("2")},
    };
    return answers.value(field);
}

} // namespace

Tour::Tour(Counter *counter, QString folder, const Person &officer, const Person &supervisor, QObject *parent)
    : QObject(parent)
    , m_counter(counter)
    , m_folder(std::move(folder))
{
    connect(&m_timer, &QTimer::timeout, this, &Tour::turn);
    connect(m_counter, &Counter::slipReady, this, [this](const IssuedSlip &slip) {
        QFile file(m_folder + QStringLiteral("/slip-01.pdf"));
        m_slipWritten = file.open(QIODevice::WriteOnly) && file.write(slip.pdf) == slip.pdf.size();
    });
    if (QGuiApplication::screens().size() == 1) {
        m_counter->visit()->citizen()->setFinder([] { return QGuiApplication::primaryScreen(); }); // what stands on it is shown all the same
    }
    writeScript(officer, supervisor);
}

void Tour::setCard(std::function<void()> lay, const QString &digits)
{
    m_layCard = std::move(lay);
    m_cardDigits = digits;
}

void Tour::setContradiction(std::function<void()> make)
{
    m_contradict = std::move(make);
}

void Tour::start()
{
    QDir().mkpath(m_folder);
    m_timer.start(TurnMs);
}

void Tour::writeScript(const Person &officer, const Person &supervisor)
{
    const auto at = [this](const char *page) { return [this, page] { return shows(page); }; };
    m_steps = {
        {QStringLiteral("sign-in"), at("motcua::SignInPage"),
            [this, officer] { signIn(officer); }},
        {QStringLiteral("open-day"), at("motcua::OpenDayPage"),
            [this] {
                type(QStringLiteral("500k"));
                press(Qt::Key_Return, Qt::ControlModifier);
            }},
        {QStringLiteral("worklist"), at("motcua::WorklistPage"), [this] { press(Qt::Key_N, Qt::AltModifier); }},
        {QStringLiteral("draw-ticket"), at("motcua::TicketPage"),
            [this] {
                press(Qt::Key_A);
                press(Qt::Key_Return, Qt::ControlModifier);
            }},
        {QStringLiteral("ticket-drawn"), [this] { return shows("motcua::TicketPage") && m_counter->hall()->waiting() == 1; },
            [this] { press(Qt::Key_Escape); }},
        {QStringLiteral("waiting"), at("motcua::WorklistPage"), [this] { press(Qt::Key_F3); }},
        {QStringLiteral("called"), [this] { return m_counter->hall()->turn()->turn() == ServeVisit::Turn::Called; },
            [this] { press(Qt::Key_F5); }},
        {QStringLiteral("procedure"), at("motcua::ProcedurePage"),
            [this] {
                press(Qt::Key_Down);
                press(Qt::Key_Right);
            }},
        {QStringLiteral("what-to-bring"), at("motcua::NeedsPage"), [this] { leaveFor("motcua::ProcedurePage"); }},
        {QStringLiteral("procedure-again"), at("motcua::ProcedurePage"),
            [this] {
                type(QStringLiteral("trich luc"));
                press(Qt::Key_Return);
            }},
        {QStringLiteral("form-empty"), at("motcua::FormPage"), [this] { m_layCard(); }},
        {QStringLiteral("card-on-reader"), [this] { return shows("motcua::FormPage") && !m_counter->window()->strip()->notice().text.isEmpty(); },
            [this] { press(Qt::Key_F9); }},
        {QStringLiteral("card-key"), at("motcua::CardPage"),
            [this] {
                type(m_cardDigits);
                press(Qt::Key_Return);
            }},
        {QStringLiteral("card-verified"), [this] { return shows("motcua::FormPage") && m_counter->visit()->cards()->isDone(); }, [this] { press(Qt::Key_F9); }},
        {QStringLiteral("card"), at("motcua::CardPage"), [this] { leaveFor("motcua::FormPage"); }},
        {QStringLiteral("form-with-card"), at("motcua::FormPage"), [this] { press(Qt::Key_F1, Qt::ControlModifier); }},
        {QStringLiteral("this-machine"), [this] { return shows("motcua::MachinePage") && static_cast<MachinePage *>(m_counter->window()->page())->view().state != MachineView::State::Waiting; },
            [this] { leaveFor("motcua::FormPage"); }},
        {QStringLiteral("form-as-before"), at("motcua::FormPage"), [this] { answerNext(); }},
        {QStringLiteral("form-filled"),
            [this] {
                if (!shows("motcua::FormPage")) {
                    return false;
                }
                const auto *form = static_cast<const FormPage *>(m_counter->window()->page());
                if (form->problems().isEmpty()) {
                    return true;
                }
                if (m_answers < MostAnswers) {
                    answerNext();
                }
                return false;
            },
            [this] {
                static_cast<FormPage *>(m_counter->window()->page())->focusField(QStringLiteral("requester.name"));
                press(Qt::Key_K, Qt::ControlModifier);
            }},
        {QStringLiteral("letters"), [this] { return m_counter->window()->letters()->isOpen(); },
            [this] {
                press(Qt::Key_Escape);
                press(Qt::Key_Return, Qt::ControlModifier);
            }},
        {QStringLiteral("papers"),
            [this] {
                if (!shows("motcua::PapersPage")) {
                    return false;
                }
                if (m_counter->window()->page()->tasks().isEmpty()) {
                    return true;
                }
                if (m_answers < MostAnswers) {
                    ++m_answers;
                    press(Qt::Key_E, Qt::ControlModifier);
                    press(Qt::Key_Plus);
                }
                return false;
            },
            [this] {
                press(Qt::Key_Plus); // on the identity, which is no task but is to be proved
                press(Qt::Key_O, Qt::ControlModifier);
            }},
        {QStringLiteral("files"), at("motcua::FilesPage"), [this] { leaveFor("motcua::PapersPage"); }},
        {QStringLiteral("papers-met"), at("motcua::PapersPage"), [this] { press(Qt::Key_U, Qt::ControlModifier); }},
        {QStringLiteral("ask-for-what-is-missing"), at("motcua::StepPage"), [this] { press(Qt::Key_U, Qt::ControlModifier); }},
        {QStringLiteral("refuse"), [this] { return shows("motcua::StepPage") && !m_counter->window()->page()->tasks().isEmpty(); },
            [this] { leaveFor("motcua::PapersPage"); }},
        {QStringLiteral("papers-again"), at("motcua::PapersPage"), [this] { press(Qt::Key_F7); }},
        {QStringLiteral("hold"), [this] { return m_counter->window()->strip()->isAsking(); },
            [this] {
                press(Qt::Key_Escape);
                press(Qt::Key_Return, Qt::ControlModifier);
            }},
        {QStringLiteral("fee"), at("motcua::FeePage"), [this] {
                press(Qt::Key_Return); // cash: on to the amount
                type(QStringLiteral("500k"));
            }},
        {QStringLiteral("fee-change"), at("motcua::FeePage"), [this] { press(Qt::Key_Return, Qt::ControlModifier); }},
        {QStringLiteral("summary"), at("motcua::AcceptPage"), [this] { press(Qt::Key_P, Qt::ControlModifier); }},
        {QStringLiteral("preview"), at("motcua::PreviewPage"), [this] { leaveFor("motcua::AcceptPage"); }},
        {QStringLiteral("summary-again"), at("motcua::AcceptPage"), [this] { press(Qt::Key_J, Qt::ControlModifier); }},
        {QStringLiteral("citizen"), [this] { return m_counter->visit()->citizen()->isShowing(); },
            [this] {
                m_counter->window()->activateWindow(); // without a display every window that is shown takes the keyboard
                press(Qt::Key_J, Qt::ControlModifier);
                press(Qt::Key_Return, Qt::ControlModifier);
            }},
        {QStringLiteral("accepted"), [this] { return shows("motcua::AcceptedPage") && m_slipWritten; },
            [this] { press(Qt::Key_Return, Qt::ControlModifier); }},
        {QStringLiteral("worklist-after"),
            [this] { return shows("motcua::WorklistPage") && m_counter->hall()->turn()->turn() == ServeVisit::Turn::None; },
            [this] {
                press(Qt::Key_F2);
                type(QStringLiteral("ng t hoa"));
            }},
        {QStringLiteral("search"), at("motcua::WorklistPage"),
            [this] {
                press(Qt::Key_Return);
                press(Qt::Key_Return);
            }},
        {QStringLiteral("dossier"), at("motcua::DossierPage"), [this] { press(Qt::Key_M, Qt::ControlModifier); }},
        {QStringLiteral("note"), at("motcua::NotePage"), [this] { leaveFor("motcua::DossierPage"); }},
        {QStringLiteral("dossier-and-note"), at("motcua::DossierPage"), [this] { press(Qt::Key_S); }},
        {QStringLiteral("correct"), at("motcua::CorrectPage"), [this] { leaveFor("motcua::DossierPage"); }},
        {QStringLiteral("dossier-uncorrected"), at("motcua::DossierPage"), [this] { press(Qt::Key_F1); }},
        {QStringLiteral("keys"), at("motcua::KeysPage"), [this] { press(Qt::Key_F1); }},
        {QStringLiteral("handbook"), at("motcua::HandbookPage"), [this] { leaveFor("motcua::DossierPage"); }},
        {QStringLiteral("dossier-again"), at("motcua::DossierPage"), [this] { press(Qt::Key_Return, Qt::ControlModifier); }},
        {QStringLiteral("hand-on"), at("motcua::StepPage"), [this] { press(Qt::Key_Return, Qt::ControlModifier); }},
        {QStringLiteral("processing"), [this] { return stands(4); }, [this] { press(Qt::Key_2); }},
        {QStringLiteral("supplement"), at("motcua::StepPage"), [this] { leaveFor("motcua::DossierPage"); }},
        {QStringLiteral("processing-again"), [this] { return stands(4); }, [this] { press(Qt::Key_6); }},
        {QStringLiteral("result-ready"), at("motcua::StepPage"), [this] { press(Qt::Key_Return, Qt::ControlModifier); }},
        {QStringLiteral("result-here"), [this] { return stands(9); }, [this] { press(Qt::Key_Return, Qt::ControlModifier); }},
        {QStringLiteral("hand-over"), at("motcua::StepPage"), [this] { press(Qt::Key_1); }},
        {QStringLiteral("hand-over-said"), at("motcua::StepPage"), [this] { leaveFor("motcua::DossierPage"); }},
        {QStringLiteral("result-kept"), [this] { return stands(9); }, [this] { leaveFor("motcua::WorklistPage"); }},
        {QStringLiteral("lists"), at("motcua::WorklistPage"), [this] { press(Qt::Key_G, Qt::AltModifier); }},
        {QStringLiteral("send-and-receive"), at("motcua::OutboxPage"), [this] { leaveFor("motcua::WorklistPage"); }},
        {QStringLiteral("lists-again"), at("motcua::WorklistPage"), [this] { press(Qt::Key_5, Qt::ControlModifier); }},
        {QStringLiteral("ready"), at("motcua::WorklistPage"), [this] { press(Qt::Key_Space); }},
        {QStringLiteral("quick-view"), at("motcua::WorklistPage"),
            [this] {
                press(Qt::Key_Space);
                press(Qt::Key_F, Qt::ControlModifier);
            }},
        {QStringLiteral("narrowed"), at("motcua::WorklistPage"),
            [this] {
                press(Qt::Key_Escape);
                press(Qt::Key_T, Qt::AltModifier);
            }},
        {QStringLiteral("practice"), at("motcua::PracticePage"), [this] { press(Qt::Key_Return, Qt::ControlModifier); }},
        {QStringLiteral("morning"), [this] { return shows("motcua::WorklistPage") && m_counter->hall()->waiting() > 1; },
            [this] { press(Qt::Key_F3); }},
        {QStringLiteral("practice-called"), [this] { return m_counter->hall()->turn()->turn() == ServeVisit::Turn::Called && !m_counter->hall()->turn()->isBusy(); },
            [this] { press(Qt::Key_F5); }},
        {QStringLiteral("practice-serving"),
            [this] { return shows("motcua::ProcedurePage") && !m_counter->hall()->turn()->isBusy(); }, [this] { press(Qt::Key_G, Qt::ControlModifier); }},
        {QStringLiteral("practice-remarks"), at("motcua::PracticePage"), [this] {
             press(Qt::Key_Escape); // what was said
             press(Qt::Key_Escape);
         }},
        {QStringLiteral("after-practice"), at("motcua::WorklistPage"),
            [this] {
                m_contradict();
                press(Qt::Key_9, Qt::ControlModifier);
            }},
        {QStringLiteral("needs-attention"),
            [this] {
                if (!hasRows() && m_turns % 10 == 9) {
                    press(Qt::Key_9, Qt::ControlModifier); // what came since the list was opened
                }
                return hasRows();
            },
            [this] {
                press(Qt::Key_Down);
                press(Qt::Key_Return);
            }},
        {QStringLiteral("conflict-desk-open"), at("motcua::ConflictPage"), [this] { press(Qt::Key_1); }},
        {QStringLiteral("conflict-desk"), [this] { return shows("motcua::ConflictPage") && m_counter->window()->page()->tasks().size() < 2; },
            [this] { leaveFor("motcua::WorklistPage"); }},
        {QStringLiteral("after-conflict"), at("motcua::WorklistPage"), [this] { press(Qt::Key_B, Qt::ControlModifier); }},
        {QStringLiteral("break"), at("motcua::BreakPage"), [this] { press(Qt::Key_B, Qt::ControlModifier); }},
        {QStringLiteral("hand-over-shift"), at("motcua::ShiftHandOverPage"),
            [this] {
                leaveFor("motcua::WorklistPage");
                press(Qt::Key_F12);
            }},
        {QStringLiteral("locked"), at("motcua::SignInPage"), [this, supervisor] { signIn(supervisor); }},
        {QStringLiteral("supervisor"), [this] { return !shows("motcua::SignInPage") && !m_counter->window()->isLocked(); },
            [this] { press(Qt::Key_D, Qt::AltModifier); }},
        {QStringLiteral("dashboard"), at("motcua::DashboardPage"), [this] { press(Qt::Key_Return); }},
        {QStringLiteral("behind-a-figure"), at("motcua::DashboardListPage"), [] {}},
    };
}

bool Tour::shows(const char *pageClass) const
{
    const Page *page = m_counter->window()->page();
    return page && qstrcmp(page->metaObject()->className(), pageClass) == 0;
}

void Tour::signIn(const Person &person) const
{
    m_counter->window()->page()->firstField()->setFocus();
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    press(Qt::Key_A, Qt::ControlModifier);
    type(person.name);
    press(Qt::Key_Return);
    type(person.password);
    press(Qt::Key_Return);
}

bool Tour::hasRows() const
{
    return shows("motcua::WorklistPage") && static_cast<WorklistPage *>(m_counter->window()->page())->model()->rowCount({}) > 0;
}

/** The dossier that is read has this national status. */
bool Tour::stands(int status) const
{
    const QLabel *label = shows("motcua::DossierPage") ? m_counter->window()->findChild<QLabel *>(QStringLiteral("dossierStatus")) : nullptr;
    return label && label->text().startsWith(QString::number(status) + u' ');
}

/** Esc, as often as it takes: the first may only silence what is said. */
void Tour::leaveFor(const char *pageClass) const
{
    constexpr int Most = 3;
    for (int tries = 0; tries < Most && !shows(pageClass); ++tries) {
        press(Qt::Key_Escape);
    }
}

void Tour::turn()
{
    if (m_current == m_steps.size()) {
        m_timer.stop();
        Q_EMIT finished();
        return;
    }
    const Step &step = m_steps.at(m_current);
    if (!step.ready()) {
        if (++m_turns > MostTurns) {
            m_timer.stop();
            picture(QStringLiteral("not-") + step.name);
            Q_EMIT failed(step.name);
        }
        return;
    }
    // A few turns more, so that lists and counts have arrived in the picture.
    if (++m_turns < 8) {
        return;
    }
    m_turns = 0;
    ++m_current;
    picture(step.name);
    step.play();
}

void Tour::picture(const QString &name)
{
    const QString path = QStringLiteral("%1/%2-%3.png").arg(m_folder).arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name);
    QWidget *citizens = m_counter->visit()->citizen()->isShowing() ? m_counter->visit()->citizen()->window() : nullptr;
    (citizens ? citizens : m_counter->window())->grab().save(path, "PNG", 0); // as small as it goes: the handbook is installed with them
}

void Tour::press(int key, Qt::KeyboardModifiers modifiers) const
{
    QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_counter->window();
    const QString text = key == Qt::Key_Plus ? QStringLiteral("+") : QString();
    QKeyEvent down(QEvent::KeyPress, key, modifiers, text);
    QApplication::sendEvent(target, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers, text);
    QApplication::sendEvent(target, &up);
}

// As an input method commits it: keys alone cannot carry Vietnamese letters.
void Tour::type(const QString &text) const
{
    QWidget *target = QApplication::focusWidget();
    if (!target) {
        return;
    }
    if (!target->testAttribute(Qt::WA_InputMethodEnabled)) {
        for (const QChar c : text) {
            QKeyEvent down(QEvent::KeyPress, c.toUpper().unicode(), Qt::NoModifier, QString(c));
            QApplication::sendEvent(target, &down);
        }
        return;
    }
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(target, &event);
}

void Tour::answerNext()
{
    ++m_answers;
    auto *form = static_cast<FormPage *>(m_counter->window()->page());
    if (form->problems().isEmpty()) {
        return;
    }
    const QString field = form->problems().constFirst().field;
    form->focusField(field);
    const QString answer = answerTo(field);
    if (answer.isEmpty()) {
        press(Qt::Key_Down); // a choice: the first one
        return;
    }
    press(Qt::Key_A, Qt::ControlModifier);
    type(answer);
    press(Qt::Key_Return);
}

} // namespace motcua
