// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Dispute.h"
#include "models/form/FormChecker.h"

#include <QDate>

#include <optional>

namespace motcua {

/**
 * What is decided of a dossier's contradictions while somebody goes through them: of each which voice is kept, or what is said instead.
 *
 * Nothing of the dossier is changed by it. Answers are judged by the form of the edition the dossier pins, as of the day of its receipt.
 */
class ConflictDecision
{
public:
    /** One contradiction as it is asked. */
    struct Question
    {
        Dispute about = {};
        std::optional<Field> field = {}; ///< of an answer; nothing where the form asks no such thing (any more), or it is a section
        bool follows = false; ///< its answer follows from others, and is decided with them
        bool isMoney = false;

        [[nodiscard]] bool needsSupervisor() const { return about.about != Dispute::About::Answer || isMoney; }
        /** Something else than what the voices say may be said. */
        [[nodiscard]] bool isTypeable() const { return field && !follows; }

        friend bool operator==(const Question &, const Question &) = default;
    };

    ConflictDecision() = default;
    /** What the form of a dossier says of it, and for whom it is decided. */
    struct Scene
    {
        FormChecker form = {}; ///< null: it is not here
        QStringList money = {}; ///< moneyAnswers() of it
        QDate today = {}; ///< by which answers are judged where the dossier was never received
        Id own = {}; ///< whose log is this store's: its voice is the first of each question
    };
    ConflictDecision(const Dossier &dossier, const QList<journal::Entry> &history, const Scene &scene);

    [[nodiscard]] const Dossier &dossier() const { return m_dossier; }
    [[nodiscard]] const FormChecker &form() const { return m_scene.form; }
    [[nodiscard]] QDate day() const { return m_day; }
    [[nodiscard]] const QList<Question> &questions() const { return m_questions; }

    /** Of question `index`, from 0. A voice whose status is unknown cannot be kept. */
    void keep(int index, int voice);
    void say(int index, const FieldValue &value);
    void leave(int index);

    [[nodiscard]] std::optional<int> kept(int index) const { return m_choices.value(name(index)).voice; }
    [[nodiscard]] std::optional<FieldValue> said(int index) const { return m_choices.value(name(index)).said; }
    [[nodiscard]] bool isDecided(int index) const;
    [[nodiscard]] bool isEmpty() const { return m_choices.isEmpty(); }
    /** How many of the questions that are asked of somebody have no decision yet. */
    [[nodiscard]] int open() const;

    /** Everything chosen and what follows from it, as one act. */
    [[nodiscard]] ResolveConflict act(const QString &reason) const;

    /** What is wrong with what was said, and not with what is kept: that was written already. */
    [[nodiscard]] QList<Violation> violations() const;

    /** The answers as they would stand: decided ones as decided, the others as all had last seen them. */
    [[nodiscard]] FormDraft answers() const;

    /** The same choices for the dossier as it is `now`: of every question that is the same still. */
    [[nodiscard]] ConflictDecision onto(const Dossier &now, const QList<journal::Entry> &history) const;
    /** The names of questions chosen here that are not asked so in `now` any more: somebody decided, or wrote something else, meanwhile. */
    [[nodiscard]] QStringList overtaken(const ConflictDecision &now) const;

private:
    struct Choice
    {
        std::optional<int> voice = {};
        std::optional<FieldValue> said = {};

        friend bool operator==(const Choice &, const Choice &) = default;
    };
    [[nodiscard]] QString name(int index) const;
    [[nodiscard]] const Question *find(const QString &name) const;
    [[nodiscard]] std::optional<FieldValue> chosen(const Question &question) const;
    [[nodiscard]] bool followsNow(const Question &question) const;

    Dossier m_dossier;
    Scene m_scene;
    QDate m_day;
    QList<Question> m_questions;
    QMap<QString, Choice> m_choices; ///< by name
};

} // namespace motcua
