<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AcceptSummary</name>
    <message numerus="yes">
        <source>%n still missing</source>
        <translation>
            <numerusform>%n still missing</numerusform>
            <numerusform>%n still missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) more · %1</source>
        <translation>
            <numerusform>%n working day more · %1</numerusform>
            <numerusform>%n working days more · %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message numerus="yes">
        <source>%n try(tries) left.</source>
        <translation>
            <numerusform>%n try left.</numerusform>
            <numerusform>%n tries left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyWords</name>
    <message numerus="yes">
        <source>%1: electronic copy, %n page(s)</source>
        <translation>
            <numerusform>%1: electronic copy, %n page</numerusform>
            <numerusform>%1: electronic copy, %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DashboardWords</name>
    <message numerus="yes">
        <source>%n more than an hour ago</source>
        <translation>
            <numerusform>%n more than an hour ago</numerusform>
            <numerusform>%n more than an hour ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer than an hour ago</source>
        <translation>
            <numerusform>%n fewer than an hour ago</numerusform>
            <numerusform>%n fewer than an hour ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message numerus="yes">
        <source>The rules of %n procedure(s) change today: %1</source>
        <translation>
            <numerusform>The rules of %n procedure change today: %1</numerusform>
            <numerusform>The rules of %n procedures change today: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier number(s) of this desk are left for today</source>
        <translation>
            <numerusform>%n dossier number of this desk is left for today</numerusform>
            <numerusform>%n dossier numbers of this desk are left for today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of earlier days were ended</source>
        <translation>
            <numerusform>%n ticket of earlier days was ended</numerusform>
            <numerusform>%n tickets of earlier days were ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) promised for today</source>
        <translation>
            <numerusform>%n result promised for today</numerusform>
            <numerusform>%n results promised for today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for %1</source>
        <translation>
            <numerusform>%n for %1</numerusform>
            <numerusform>%n for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) of yours wait (Ctrl+7)</source>
        <translation>
            <numerusform>%n draft of yours waits (Ctrl+7)</numerusform>
            <numerusform>%n drafts of yours wait (Ctrl+7)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeclarationWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) changed since: %1</source>
        <translation>
            <numerusform>%n answer changed since: %1</numerusform>
            <numerusform>%n answers changed since: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n page(s)</source>
        <translation>
            <numerusform>%1, %n page</numerusform>
            <numerusform>%1, %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryWords</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to put right</source>
        <translation>
            <numerusform>%n to put right</numerusform>
            <numerusform>%n to put right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The portal sent %n item(s) back. The dossiers stay valid, and no citizen need come again.</source>
        <translation>
            <numerusform>The portal sent %n item back. The dossier stays valid, and no citizen need come again.</numerusform>
            <numerusform>The portal sent %n items back. The dossiers stay valid, and no citizen need come again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is lost; %n item(s) go by themselves when there is a way. Please work on.</source>
        <translation>
            <numerusform>Nothing is lost; %n item goes by itself when there is a way. Please work on.</numerusform>
            <numerusform>Nothing is lost; %n items go by themselves when there is a way. Please work on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) waiting</source>
        <translation>
            <numerusform>%n item waiting</numerusform>
            <numerusform>%n items waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) on their way, %1 left</source>
        <translation>
            <numerusform>%n file on its way, %1 left</numerusform>
            <numerusform>%n files on their way, %1 left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to compare</source>
        <translation>
            <numerusform>%n to compare</numerusform>
            <numerusform>%n to compare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Desks contradict each other about %n dossier(s); both are kept until somebody decides, in the list &quot;Needs attention&quot;.</source>
        <translation>
            <numerusform>Desks contradict each other about %n dossier; both are kept until somebody decides, in the list &quot;Needs attention&quot;.</numerusform>
            <numerusform>Desks contradict each other about %n dossiers; both are kept until somebody decides, in the list &quot;Needs attention&quot;.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message numerus="yes">
        <source>%n more file(s) were not taken in either.</source>
        <translation>
            <numerusform>%n more file was not taken in either.</numerusform>
            <numerusform>%n more files were not taken in either.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) taken in for: %1. Where they came from they still lie.</source>
        <translation>
            <numerusform>%n file taken in for: %1. Where it came from it still lies.</numerusform>
            <numerusform>%n files taken in for: %1. Where they came from they still lie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n of them a copy with nothing but its pages is kept, since it was damaged, hid something or could have acted by itself. Look at the pages once.</source>
        <translation>
            <numerusform>Of %n of them a copy with nothing but its pages is kept, since it was damaged, hid something or could have acted by itself. Look at the pages once.</numerusform>
            <numerusform>Of %n of them a copy with nothing but its pages is kept, since it was damaged, hid something or could have acted by itself. Look at the pages once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HallTime</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldPaperWords</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MachineWords</name>
    <message numerus="yes">
        <source>%n thing(s) to see to; the rest is in order.</source>
        <translation>
            <numerusform>%n thing to see to; the rest is in order.</numerusform>
            <numerusform>%n things to see to; the rest is in order.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message numerus="yes">
        <source>%n original(s)</source>
        <translation>
            <numerusform>%n original</numerusform>
            <numerusform>%n originals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies)</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PostWords</name>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n sheet</numerusform>
            <numerusform>%n sheets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message numerus="yes">
        <source>More than %n working day(s) have passed since the receipt.</source>
        <translation>
            <numerusform>More than %n working day has passed since the receipt.</numerusform>
            <numerusform>More than %n working days have passed since the receipt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitSteps</name>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorklistWords</name>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>%n day over</numerusform>
            <numerusform>%n days over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) over</source>
        <translation>
            <numerusform>%n working day over</numerusform>
            <numerusform>%n working days over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::AcceptPage</name>
    <message numerus="yes">
        <source>ACCEPT %n DOSSIER(S)</source>
        <translation>
            <numerusform>ACCEPT %n DOSSIER</numerusform>
            <numerusform>ACCEPT %n DOSSIERS</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::AftermathPage</name>
    <message numerus="yes">
        <source>%n thing(s) left. Each goes from here when it is done.</source>
        <translation>
            <numerusform>%n thing left. It goes from here when it is done.</numerusform>
            <numerusform>%n things left. Each goes from here when it is done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::BatchScanDesk</name>
    <message numerus="yes">
        <source>%n separator(s) are being printed. They can be used again.</source>
        <translation>
            <numerusform>%n separator is being printed. It can be used again.</numerusform>
            <numerusform>%n separators are being printed. They can be used again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are not recorded yet. They are kept here until they are.</source>
        <translation>
            <numerusform>%n page is not recorded yet. It is kept here until it is.</numerusform>
            <numerusform>%n pages are not recorded yet. They are kept here until they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were recorded</source>
        <translation>
            <numerusform>%n page was recorded</numerusform>
            <numerusform>%n pages were recorded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n paper(s).</source>
        <translation>
            <numerusform>with %n paper.</numerusform>
            <numerusform>with %n papers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) could not be, and their pages are kept:</source>
        <translation>
            <numerusform>%n paper could not be, and its pages are kept:</numerusform>
            <numerusform>%n papers could not be, and their pages are kept:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Throw away %n page(s) for good? What was recorded stays.</source>
        <translation>
            <numerusform>Throw away %n page for good? What was recorded stays.</numerusform>
            <numerusform>Throw away %n pages for good? What was recorded stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n electronic copy(ies) could not be signed and are kept unsigned.</source>
        <translation>
            <numerusform>%n electronic copy could not be signed and is kept unsigned.</numerusform>
            <numerusform>%n electronic copies could not be signed and are kept unsigned.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::BatchScanPage</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scanning: %n page(s) so far</source>
        <translation>
            <numerusform>Scanning: %n page so far</numerusform>
            <numerusform>Scanning: %n pages so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) with a paper</source>
        <translation>
            <numerusform>%n page with a paper</numerusform>
            <numerusform>%n pages with a paper</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) to be placed</source>
        <translation>
            <numerusform>%n page to be placed</numerusform>
            <numerusform>%n pages to be placed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) left out</source>
        <translation>
            <numerusform>%n page left out</numerusform>
            <numerusform>%n pages left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record %n paper(s)</source>
        <translation>
            <numerusform>Record %n paper</numerusform>
            <numerusform>Record %n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where do these %n page(s) belong?</source>
        <translation>
            <numerusform>Where does this page belong?</numerusform>
            <numerusform>Where do these %n pages belong?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::BookingPage</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Appointments on %1 · %n expected</source>
        <translation>
            <numerusform>Appointments on %1 · %n expected</numerusform>
            <numerusform>Appointments on %1 · %n expected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::BreakDesk</name>
    <message numerus="yes">
        <source>%n ticket(s) on hold are yours.</source>
        <translation>
            <numerusform>%n ticket on hold is yours.</numerusform>
            <numerusform>%n tickets on hold are yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) wait under &quot;My drafts&quot;.</source>
        <translation>
            <numerusform>%n form waits under &quot;My drafts&quot;.</numerusform>
            <numerusform>%n forms wait under &quot;My drafts&quot;.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::CertifyPage</name>
    <message numerus="yes">
        <source>%1 · %n page(s) of the original</source>
        <translation>
            <numerusform>%1 · %n page of the original</numerusform>
            <numerusform>%1 · %n pages of the original</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certified copy(s) · %1</source>
        <translation>
            <numerusform>%n certified copy · %1</numerusform>
            <numerusform>%n certified copies · %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ConflictDesk</name>
    <message numerus="yes">
        <source>%n decision(s) recorded: they hold at every desk. What was written before stays in the history.</source>
        <translation>
            <numerusform>%n decision recorded: it holds at every desk. What was written before stays in the history.</numerusform>
            <numerusform>%n decisions recorded: they hold at every desk. What was written before stays in the history.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more to be decided.</source>
        <translation>
            <numerusform>%n more to be decided.</numerusform>
            <numerusform>%n more to be decided.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ConflictPage</name>
    <message numerus="yes">
        <source>There are %n to choose from here. Nothing was changed.</source>
        <translation>
            <numerusform>There is %n to choose from here. Nothing was changed.</numerusform>
            <numerusform>There are %n to choose from here. Nothing was changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::Counter</name>
    <message numerus="yes">
        <source>This visit has %n dossier(s). Nothing was changed.</source>
        <translation>
            <numerusform>This visit has %n dossier. Nothing was changed.</numerusform>
            <numerusform>This visit has %n dossiers. Nothing was changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody has touched this desk for a while. It hides in %n second(s); any key keeps it open. Nothing typed is lost.</source>
        <translation>
            <numerusform>Nobody has touched this desk for a while. It hides in %n second; any key keeps it open. Nothing typed is lost.</numerusform>
            <numerusform>Nobody has touched this desk for a while. It hides in %n seconds; any key keeps it open. Nothing typed is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>! messages to telephones fail since %1 (%2); %n not sent today</source>
        <translation>
            <numerusform>! messages to telephones fail since %1 (%2); %n not sent today</numerusform>
            <numerusform>! messages to telephones fail since %1 (%2); %n not sent today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::DashboardDesk</name>
    <message numerus="yes">
        <source>%n row(s) were written to %1</source>
        <translation>
            <numerusform>%n row was written to %1</numerusform>
            <numerusform>%n rows were written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s) were written to %1. The list is longer; open a smaller number to take the others along.</source>
        <translation>
            <numerusform>The first row was written to %1. The list is longer; open a smaller number to take the others along.</numerusform>
            <numerusform>The first %n rows were written to %1. The list is longer; open a smaller number to take the others along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::DashboardPage</name>
    <message numerus="yes">
        <source>Feedback: %n not answered</source>
        <translation>
            <numerusform>Feedback: %n not answered</numerusform>
            <numerusform>Feedback: %n not answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::DayDesk</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::DossierPapersPage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::EarlyCall</name>
    <message numerus="yes">
        <source>Calling starts at %1. %n ticket(s) wait and keep their waiting time. Nobody was called yet.</source>
        <translation>
            <numerusform>Calling starts at %1. %n ticket waits and keeps its waiting time. Nobody was called yet.</numerusform>
            <numerusform>Calling starts at %1. %n tickets wait and keep their waiting time. Nobody was called yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::FeePage</name>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::FeedbackPage</name>
    <message numerus="yes">
        <source>Feedback · %n not answered</source>
        <translation>
            <numerusform>Feedback · %n not answered</numerusform>
            <numerusform>Feedback · %n not answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::FilesPage</name>
    <message numerus="yes">
        <source>%n other file(s) not shown</source>
        <translation>
            <numerusform>%n other file not shown</numerusform>
            <numerusform>%n other files not shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older file(s) not shown</source>
        <translation>
            <numerusform>%n older file not shown</numerusform>
            <numerusform>%n older files not shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take in %n marked file(s)</source>
        <translation>
            <numerusform>Take in %n marked file</numerusform>
            <numerusform>Take in %n marked files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::FormPage</name>
    <message numerus="yes">
        <source>%n field(s) were filled from the card.</source>
        <translation>
            <numerusform>%n field was filled from the card.</numerusform>
            <numerusform>%n fields were filled from the card.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n field(s) the card says something else, and nothing was changed there.</source>
        <translation>
            <numerusform>For %n field the card says something else, and nothing was changed there.</numerusform>
            <numerusform>For %n fields the card says something else, and nothing was changed there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of &quot;%1&quot; were filled from &quot;%2&quot;.</source>
        <translation>
            <numerusform>%n field of &quot;%1&quot; was filled from &quot;%2&quot;.</numerusform>
            <numerusform>%n fields of &quot;%1&quot; were filled from &quot;%2&quot;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of &quot;%1&quot; are empty again: they had been filled from &quot;%2&quot;.</source>
        <translation>
            <numerusform>%n field of &quot;%1&quot; is empty again: it had been filled from &quot;%2&quot;.</numerusform>
            <numerusform>%n fields of &quot;%1&quot; are empty again: they had been filled from &quot;%2&quot;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) were filled from the machine-readable lines.</source>
        <translation>
            <numerusform>%n field was filled from the machine-readable lines.</numerusform>
            <numerusform>%n fields were filled from the machine-readable lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n field(s) the machine-readable lines are to be compared, and nothing was changed there.</source>
        <translation>
            <numerusform>For %n field the machine-readable lines are to be compared, and nothing was changed there.</numerusform>
            <numerusform>For %n fields the machine-readable lines are to be compared, and nothing was changed there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::HallDesk</name>
    <message numerus="yes">
        <source>%n form(s) not filed are kept under &quot;My drafts&quot;.</source>
        <translation>
            <numerusform>%n form not filed is kept under &quot;My drafts&quot;.</numerusform>
            <numerusform>%n forms not filed are kept under &quot;My drafts&quot;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was called %n time(s). Did nobody come?</source>
        <translation>
            <numerusform>%1 was called %n time. Did nobody come?</numerusform>
            <numerusform>%1 was called %n times. Did nobody come?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was done for %1 for %n minute(s). Is the visit over?</source>
        <translation>
            <numerusform>Nothing was done for %1 for %n minute. Is the visit over?</numerusform>
            <numerusform>Nothing was done for %1 for %n minutes. Is the visit over?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Time enough for about %n until %1</source>
        <translation>
            <numerusform>Time enough for about %n until %1</numerusform>
            <numerusform>Time enough for about %n until %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ListDesk</name>
    <message numerus="yes">
        <source>%n row(s) were written to %1</source>
        <translation>
            <numerusform>%n row was written to %1</numerusform>
            <numerusform>%n rows were written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s) were written to %1. The list is longer; narrow it to take the others along.</source>
        <translation>
            <numerusform>The first row was written to %1. The list is longer; narrow it to take the others along.</numerusform>
            <numerusform>The first %n rows were written to %1. The list is longer; narrow it to take the others along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::NeedsPage</name>
    <message numerus="yes">
        <source>%n original(s)</source>
        <translation>
            <numerusform>%n original</numerusform>
            <numerusform>%n originals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photocopy(ies)</source>
        <translation>
            <numerusform>%n photocopy</numerusform>
            <numerusform>%n photocopies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::OfflinePage</name>
    <message numerus="yes">
        <source>about %n day(s) left</source>
        <translation>
            <numerusform>about %n day left</numerusform>
            <numerusform>about %n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The oldest waits for %n day(s)</source>
        <translation>
            <numerusform>The oldest waits for %n day</numerusform>
            <numerusform>The oldest waits for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The procedures are %n day(s) old</source>
        <translation>
            <numerusform>The procedures are %n day old</numerusform>
            <numerusform>The procedures are %n days old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier number(s) of this desk are left for today</source>
        <translation>
            <numerusform>%n dossier number of this desk is left for today</numerusform>
            <numerusform>%n dossier numbers of this desk are left for today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::OutboxPage</name>
    <message numerus="yes">
        <source>%n new ▴</source>
        <translation>
            <numerusform>%n new ▴</numerusform>
            <numerusform>%n new ▴</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::PaperDesk</name>
    <message numerus="yes">
        <source>%n page(s) came too late for the dossier they were for, so they are not in it. Open that dossier and scan them again.</source>
        <translation>
            <numerusform>%n page came too late for the dossier it was for, so it is not in it. Open that dossier and scan it again.</numerusform>
            <numerusform>%n pages came too late for the dossier they were for, so they are not in it. Open that dossier and scan them again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) scanned into &quot;%1&quot;.</source>
        <translation>
            <numerusform>%n page scanned into &quot;%1&quot;.</numerusform>
            <numerusform>%n pages scanned into &quot;%1&quot;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank side(s) of them are left out of the copy; B restores one.</source>
        <translation>
            <numerusform>%n blank side of them is left out of the copy; B restores it.</numerusform>
            <numerusform>%n blank sides of them are left out of the copy; B restores one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) taken into &quot;%1&quot; as pages.</source>
        <translation>
            <numerusform>%n picture taken into &quot;%1&quot; as a page.</numerusform>
            <numerusform>%n pictures taken into &quot;%1&quot; as pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::PaperDetails</name>
    <message numerus="yes">
        <source>%n blank or dropped side(s) left out of the copy</source>
        <translation>
            <numerusform>%n blank or dropped side left out of the copy</numerusform>
            <numerusform>%n blank or dropped sides left out of the copy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::PapersPage</name>
    <message numerus="yes">
        <source>%n p.</source>
        <translation>
            <numerusform>%n p.</numerusform>
            <numerusform>%n p.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) went to &quot;%1&quot;. %2 takes them back.</source>
        <translation>
            <numerusform>%n page went to &quot;%1&quot;. %2 takes it back.</numerusform>
            <numerusform>%n pages went to &quot;%1&quot;. %2 takes them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>(%n more)</numerusform>
            <numerusform>(%n more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filed before</source>
        <translation>
            <numerusform>%n filed before</numerusform>
            <numerusform>%n filed before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::PracticeDesk</name>
    <message numerus="yes">
        <source>Practice: %n thing(s) to remark on %1. %2 shows them.</source>
        <translation>
            <numerusform>Practice: %n thing to remark on %1. %2 shows it.</numerusform>
            <numerusform>Practice: %n things to remark on %1. %2 shows them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::PreviewPage</name>
    <message numerus="yes">
        <source>A draft of %n page(s). Nothing is recorded and nothing was printed; Page Up and Page Down move it.</source>
        <translation>
            <numerusform>A draft of %n page. Nothing is recorded and nothing was printed; Page Up and Page Down move it.</numerusform>
            <numerusform>A draft of %n pages. Nothing is recorded and nothing was printed; Page Up and Page Down move it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ShiftHandOverPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::SignInPage</name>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>Next try in %n second.</numerusform>
            <numerusform>Next try in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next try is possible in %n second(s).</source>
        <translation>
            <numerusform>The next try is possible in %n second.</numerusform>
            <numerusform>The next try is possible in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more tries with the PIN.</source>
        <translation>
            <numerusform>%n more try with the PIN.</numerusform>
            <numerusform>%n more tries with the PIN.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::TicketPage</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::VisitDesk</name>
    <message numerus="yes">
        <source>%n answer(s) moved along.</source>
        <translation>
            <numerusform>%n answer moved along.</numerusform>
            <numerusform>%n answers moved along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, draft, %n page(s). For: %2. Asked for: %3. Result: %4.</source>
        <translation>
            <numerusform>%1, draft, %n page. For: %2. Asked for: %3. Result: %4.</numerusform>
            <numerusform>%1, draft, %n pages. For: %2. Asked for: %3. Result: %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) came too late for the dossier they were for, so they were not taken in. Open that dossier and take them in again.</source>
        <translation>
            <numerusform>%n file came too late for the dossier it was for, so it was not taken in. Open that dossier and take it in again.</numerusform>
            <numerusform>%n files came too late for the dossier they were for, so they were not taken in. Open that dossier and take them in again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n field(s) the card says something else: %1 goes there.</source>
        <translation>
            <numerusform>For %n field the card says something else: %1 goes there.</numerusform>
            <numerusform>For %n fields the card says something else: %1 goes there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n electronic copy(ies) could not be signed. The dossier is accepted all the same, and the copies are kept.</source>
        <translation>
            <numerusform>%n electronic copy could not be signed. The dossier is accepted all the same, and the copy is kept.</numerusform>
            <numerusform>%n electronic copies could not be signed. The dossier is accepted all the same, and the copies are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::WorkArea</name>
    <message numerus="yes">
        <source>%n thing(s) to do</source>
        <translation>
            <numerusform>%n thing to do</numerusform>
            <numerusform>%n things to do</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::WorklistPage</name>
    <message numerus="yes">
        <source>%n new ▴</source>
        <translation>
            <numerusform>%n new ▴</numerusform>
            <numerusform>%n new ▴</numerusform>
        </translation>
    </message>
</context>
</TS>
