// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

/** A desk in a temporary folder and motcua-ctl as a script starts it, once for each command. */
class CtlBench
{
public:
    struct Outcome
    {
        int code = -1;
        QJsonObject json = {}; ///< the last object on standard output
        QByteArray errors = {};
    };

    static QString head() { return QStringLiteral("pham thu ha"); }
    static QString headPassword() { return QStringLiteral("con meo den tren mai"); }
    static QString officer() { return QStringLiteral("ksor h lan"); }
    static QString officerPassword() { return QStringLiteral("mot mat khau that dai"); }

    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] QString storeFile() const { return path(QStringLiteral("centre/centre.db")); }
    [[nodiscard]] QString recoveryKey() const { return m_recovery; }

    /** `words` as `person`; `chosen` is the password to be set, where one is. */
    Outcome run(QStringList words, const QString &person = {}, const QString &password = {}, const QString &chosen = {}) const
    {
        QProcess process;
        start(process, words, person, password, chosen);
        return ended(process);
    }
    Outcome asHead(const QStringList &words, const QString &chosen = {}) const { return run(words, head(), headPassword(), chosen); }
    Outcome asOfficer(const QStringList &words, const QString &chosen = {}) const
    {
        return run(words, officer(), officerPassword(), chosen);
    }

    /** Somebody who leads the hall, besides the two of prepare(). */
    [[nodiscard]] bool admitSupervisor() const
    {
        return asHead({QStringLiteral("person"), QStringLiteral("add"), QStringLiteral("Đỗ Hạnh"), QStringLiteral("--roles"), QStringLiteral("supervisor")}, supervisorPassword()).code == 0;
    }
    Outcome asSupervisor(const QStringList &words) const { return run(words, QStringLiteral("do hanh"), supervisorPassword()); }
    static QString supervisorPassword() { return QStringLiteral("ba cay tre sau nha"); }

    /** Whether this password lets this person in: the code of a harmless command. */
    [[nodiscard]] int entering(const QString &person, const QString &password) const
    {
        return run({QStringLiteral("list")}, person, password).code;
    }

    void start(QProcess &process, QStringList words, const QString &person, const QString &password, const QString &chosen = {}) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("MOTCUA_PASSWORD"), password);
        environment.insert(QStringLiteral("MOTCUA_NEW_PASSWORD"), chosen);
        process.setProcessEnvironment(environment);
        if (!person.isEmpty()) {
            words << QStringLiteral("--person") << person;
        }
        if (!words.contains(QStringLiteral("--store"))) {
            words << QStringLiteral("--store") << path(QStringLiteral("centre"));
        }
        words << QStringLiteral("--json");
        process.start(QStringLiteral(MOTCUA_CTL), words);
    }
    static Outcome ended(QProcess &process)
    {
        if (!process.waitForFinished(180'000)) {
            return {};
        }
        const QList<QByteArray> lines = process.readAllStandardOutput().trimmed().split('\n');
        return {process.exitCode(), QJsonDocument::fromJson(lines.constLast()).object(), process.readAllStandardError()};
    }

    /** The desk with its administrator and an officer; it works for real only when told. */
    [[nodiscard]] bool prepare(int number = 3, bool isTraining = true)
    {
        QProcess process;
        QStringList words{QStringLiteral("init"), QStringLiteral("--unit"), QStringLiteral("TTPVHCC phường Hòa An"),
            QStringLiteral("--governing-body"), QStringLiteral("Ủy ban nhân dân phường Hòa An"), QStringLiteral("--place"),
            QStringLiteral("Hòa An"), QStringLiteral("--organisation"), QStringLiteral("H26.31.05"), QStringLiteral("--desk"), QString::number(number)};
        if (isTraining) {
            words << QStringLiteral("--training");
        }
        start(process, words, QStringLiteral("Phạm Thu Hà"), headPassword());
        m_recovery = ended(process).json.value(QStringLiteral("recoveryKey")).toString();
        return !m_recovery.isEmpty()
            && asHead({QStringLiteral("person"), QStringLiteral("add"), QStringLiteral("Ksor H’Lan"), QStringLiteral("--roles"),
                          QStringLiteral("officer")},
                   officerPassword())
                   .code
            == 0;
    }

private:
    QTemporaryDir m_dir;
    QString m_recovery;
};
