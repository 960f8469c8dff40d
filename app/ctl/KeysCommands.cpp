// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/workflows/RotateKeys.h"

#include <QJsonArray>

namespace motcua::ctl {

namespace {

// Who may open the store is a matter of staff, also where a machine or a sheet of paper opens it.
constexpr Right Keeper = Right::ManageStaff;

int rotate(Context &context)
{
    const Result<Workplace> place = context.enterWith(Keeper);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    storage::StoreOptions options;
    options.rules = place->store.rules();
    const QString path = place->store.path();
    place->store.close();
    security::KeySlots slots(path);
    const Result<security::DataKeys> rotated = RotateKeys::run(path, slots, context.keys(), options);
    if (!rotated) {
        if (rotated.error().code == ErrorCode::StoreBusy) {
            context.terminal().explain(QStringLiteral("Close motcua and every other program at this store, then do it once more."));
        }
        return context.terminal().fail(rotated.error());
    }
    context.terminal().say(QStringLiteral("Every page is under a new key; passwords, machine keys and the recovery key stay as they are."));
    context.terminal().say(QStringLiteral("PINs are forgotten. Back-ups made before still open with the old key: make a new one."));
    context.terminal().answer({{QStringLiteral("rotated"), true}});
    return Done;
}

int recovery(Context &context)
{
    const Result<Workplace> place = context.enterWith(Keeper);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const security::RecoveryKey key = security::RecoveryKey::generate();
    context.terminal().say(QStringLiteral("New recovery key, shown this once; put it on paper in the safe:\n\n  %1\n").arg(key.toText()));
    context.terminal().answer({{QStringLiteral("recoveryKey"), key.toText()}});
    const QString fd = context.options().value(QStringLiteral("typed-fd"));
    // A sheet nobody can read back is no key: until it was typed from the paper, the old one stays the one that opens.
    QList<int> wrong;
    for (int tries = 0; tries < 3; ++tries) {
        const Result<QString> typed = askLine(fd.isEmpty() ? -1 : fd.toInt(), QStringLiteral("Type it back from the paper"));
        if (!typed) {
            return context.terminal().fail(typed.error());
        }
        wrong = key.differingGroups(*typed);
        if (wrong.isEmpty()) {
            security::KeySlots slots(place->store.path());
            if (const Result<> replaced = slots.replaceRecovery(context.keys().dataKeys, key); !replaced) {
                return context.terminal().fail(replaced.error());
            }
            context.terminal().say(QStringLiteral("It counts from now on; the old one opens nothing here any more."));
            context.terminal().answer({{QStringLiteral("replaced"), true}});
            return Done;
        }
        if (!fd.isEmpty()) {
            break;
        }
        context.terminal().explain(QStringLiteral("Group %1 is different. Look at the paper.").arg(wrong.constFirst()));
    }
    return context.terminal().fail({ErrorCode::Invalid, QStringLiteral("typed differently in group %1").arg(wrong.constFirst())});
}

int addMachine(Context &context)
{
    if (context.words().size() != 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl keys machine add NEW-FILE"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Keeper);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    security::KeySlots slots(place->store.path());
    const QString file = context.words().constFirst();
    const Result<Id> machine = slots.addMachine(context.keys().dataKeys, file);
    if (!machine) {
        return context.terminal().fail(machine.error());
    }
    context.terminal().say(QStringLiteral("%1: whoever can read this file can open the store. Id: %2").arg(file, machine->toString()));
    context.terminal().answer({{QStringLiteral("machine"), machine->toString()}, {QStringLiteral("file"), file}});
    return Done;
}

int removeMachine(Context &context)
{
    const Id machine = context.words().size() == 1 ? Id::fromString(context.words().constFirst()) : Id();
    if (machine.isNull()) {
        context.terminal().explain(QStringLiteral("motcua-ctl keys machine remove ID"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Keeper);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    security::KeySlots slots(place->store.path());
    if (const Result<> removed = slots.removeMachine(context.keys().dataKeys, machine); !removed) {
        return context.terminal().fail(removed.error());
    }
    context.terminal().say(QStringLiteral("Its file opens nothing any more. If somebody may have copied it: motcua-ctl keys rotate"));
    context.terminal().answer({{QStringLiteral("removed"), machine.toString()}});
    return Done;
}

int listMachines(Context &context)
{
    const Result<Workplace> place = context.enterWith(Keeper);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<QList<security::SlotFact>> facts = security::KeySlots(place->store.path()).facts();
    if (!facts) {
        return context.terminal().fail(facts.error());
    }
    QJsonArray machines;
    for (const security::SlotFact &fact : *facts) {
        if (fact.kind == security::SlotFact::Kind::Machine) {
            context.terminal().say(fact.id.toString());
            machines.append(fact.id.toString());
        }
    }
    context.terminal().answer({{QStringLiteral("machines"), machines}});
    return Done;
}

} // namespace

QList<Command> keysCommands()
{
    return {
        {QStringLiteral("keys rotate"), {},
            QStringLiteral("put the whole store under a new key; motcua must be closed. Takes about 13 s a gigabyte and as much free disk as the store has"), rotate},
        {QStringLiteral("keys recovery"), QStringLiteral("[--typed-fd N]"),
            QStringLiteral("a new recovery key, which counts once it was typed back; with --json first the key, then the outcome"), recovery},
        {QStringLiteral("keys machine add"), QStringLiteral("NEW-FILE"),
            QStringLiteral("a key file with which this machine opens the store unattended"), addMachine},
        {QStringLiteral("keys machine remove"), QStringLiteral("ID"), QStringLiteral("make a machine's key file worthless"), removeMachine},
        {QStringLiteral("keys machine list"), {}, QStringLiteral("the machines that have a key"), listMachines},
    };
}

} // namespace motcua::ctl
