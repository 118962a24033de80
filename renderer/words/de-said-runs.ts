import type { SaidRunsWords } from './en';

export const saidRunsDe: SaidRunsWords = {
  saidJoined: (sentences) => sentences.join(' '),
  saidQuoted: (name) => `„${name}“`,
  said_planNoRow:
    'Zeile {row} soll als {id} angelegt sein, aber das Konto hat keine solche PBX. Sie wird dennoch übersprungen; leeren Sie Status und cloudPbxId in der Tabelle, wenn sie angelegt werden soll.',
  said_planElsewhere:
    'Zeile {row} soll als {id} angelegt sein, aber PBX {id} ist an {found}, nicht an {url}. Sie wird übersprungen; prüfen Sie die ID.',
  said_planNotAsked: 'Ob das Konto einige dieser PBX schon hat, war nicht zu erfahren.',
  said_planSecond: 'Zeile {row} {what}. An {other} wäre es eine zweite PBX.',
  said_whatMadeBefore: 'wurde früher als {url} angelegt (cloudPbxId {id})',
  said_whatSentBefore:
    'wurde früher als {url} gesendet, und ob sie angelegt wurde, ist nicht bekannt (Lauf {run})',
  said_planNoCapacity: 'Was das Konto noch hat, war nicht zu erfahren und wurde daher nicht verglichen.',
  said_planLacking: '{label}: {needed} nötig, {left} übrig.',
  said_planNoneFits: 'Keiner der Aufträge passt.',
  said_planSomeFit: '{fit} von {all} würden passen: {what}.',
  said_whatRows: 'Zeilen {rows}',
  said_whatManyRows: 'Zeilen {rows} und {count} weitere Bereiche',
  said_planHasId: 'Die Tabelle hat schon die cloudPbxId {id}.',
  said_region: 'Region Nr. {id}',
  said_planMade: 'Wurde schon angelegt.',
  said_planFirst: 'Für diese Verbindung gibt es noch keinen Plan. Sehen Sie sich zuerst den Plan an.',
  said_planCount:
    'Der Plan legt {planned} PBX an, bestätigt wurden aber {confirmed}. Sehen Sie sich den Plan erneut an.',
  said_runRowEdited:
    'Zeile {row} ist nicht mehr, wie sie bei Beginn dieses Laufs war, und der Lauf würde sie senden, wie sie damals war. Sehen Sie den Plan an und legen Sie von dort aus an, oder nehmen Sie die Änderung zurück.',
  said_planChanged: 'Die Tabelle wurde seit dem Plan geändert. Sehen Sie sich den Plan erneut an.',
  said_planAccount:
    '„{name}“ ist ein anderes Konto als beim Erstellen des Plans. Sehen Sie sich den Plan erneut an.',
  said_planNoLists:
    'Regionen, Domänen und Firmware von „{name}“ wurden nie abgerufen; dort kann noch nichts angelegt werden. Rufen Sie zuerst den Katalog ab.',
  said_runBegun: 'Lauf {run} in „{connection}“ hat begonnen.',
  said_runPaused: 'Angehalten. Der gesendete Auftrag ist beantwortet; der nächste wartet.',
  said_runResumed: 'Es geht weiter.',
  said_runLeft: 'Beendet; einige Aufträge sind noch offen.',
  said_runFinished: 'Fertig.',
  said_runBusy:
    'An einem anderen Lauf wird noch gearbeitet. Warten Sie sein Ende ab, oder beenden Sie ihn zuerst.',
  said_runThisBusy:
    'An diesem Lauf wird noch gearbeitet. Warten Sie sein Ende ab, oder beenden Sie ihn zuerst.',
  said_runSending: 'Lauf {run} wird bereits gesendet.',
  said_runIdle: 'An diesem Lauf wird gerade nicht gearbeitet.',
  said_runUnknown: 'In diesem Datenordner gibt es keinen Lauf {run}.',
  said_runArchived:
    'Was Lauf {run} sendete, liegt im Archiv {file}. Stellen Sie zuerst dieses Archiv wieder her.',
  said_runNoRepairs: 'Lauf {run} hat keine Zeilen zu korrigieren.',
  said_runSheetGone:
    'Seine Tabelle ist nicht mehr an ihrem Ort; ungültige Zeilen können nicht gezeigt werden.',
  said_runFromLedger:
    '{more} Das Ergebnis wurde daher allein aus dem Auftragsbuch erstellt, mit jeder ID: {file}.',
  said_runResult: 'Die Ergebnisdatei konnte nicht geschrieben werden. {more}',
  said_runResultSafe:
    'Die Ergebnisdatei konnte nicht geschrieben werden. {more} Keine ID ist verloren: das Auftragsbuch hat sie, und das Ergebnis kann jederzeit geschrieben werden.',
  said_stopOperator:
    'Vom Bearbeiter beendet. Der Rest wurde nicht gesendet; setzen Sie fort, wann Sie möchten.',
  said_stopUnconfirmed:
    'Von {count} Aufträgen nacheinander ist das Ergebnis unbekannt, daher wurden keine weiteren gesendet. Klären Sie sie, und setzen Sie dann fort.',
  said_stopRejected:
    'YCM hat {count} Aufträge nacheinander aus demselben Grund abgelehnt, daher wurden keine weiteren gesendet: {more}',
  said_stopDenied: 'YCM hat dieses Konto abgewiesen: {more} Der Rest wurde nicht gesendet.',
  said_stopUnreachable:
    'YCM war nach {count} Versuchen nicht erreichbar: {more} Der Rest wurde nicht gesendet; setzen Sie später fort.',
  said_stopCanary:
    'Der Versuch mit dem ersten Auftrag ist nicht gelungen, daher wurde der Rest nicht gesendet: {more}',
  said_stopLimit: 'Die Grenze von {count} {what} für einen Lauf ist erreicht. Der Rest wurde nicht gesendet.',
  said_whatExtensions: 'Nebenstellen',
  said_whatPbxs: 'PBX',
  said_stopAccount:
    'Dieser Lauf begann mit „{name}“; „{other}“ ist jetzt ein anderes Konto, daher wurde nichts gesendet. Stellen Sie die Verbindung zurück, oder senden Sie die Tabelle neu.',
  said_canaryNotCreated: 'Zeile {row} wurde nicht angelegt: {more}',
  said_canaryRow: 'Zeile {row}: {more}',
  said_canaryDiffers: 'Zeile {row} (PBX {id}): {differing}',
  said_canaryOne: '{label} ist „{found}“ statt „{ordered}“',
  said_canaryAbsent: 'PBX {id} ist nicht zu finden.',
  said_orderInFile: 'Die Tabelle hatte schon die cloudPbxId.',
  said_orderTwice: 'Eine andere Zeile der Tabelle bestellt dieselbe Adresse.',
  said_orderInAccount: 'Das Konto hat an dieser Adresse schon eine PBX.',
  said_orderNoDomain:
    'Der Name der Domäne ist nicht bekannt; eine PBX wäre an ihrer Adresse nicht wiederzufinden. Rufen Sie den Katalog ab, und senden Sie die Tabelle neu.',
  said_orderUnreadable:
    'Diese Version von PBX Orders kann den Auftrag nicht mehr senden. Senden Sie seine Tabelle neu.',
  said_orderExpired:
    'Das Ablaufdatum war vorbei, bevor der Auftrag gesendet wurde. Reichen Sie die Tabelle mit einem anderen Datum neu ein.',
  said_orderReplaced:
    'Die Tabelle wurde mit Änderungen neu gesendet, daher wurde dieser Auftrag nicht gesendet.',
  said_orderInterrupted: 'Der Lauf endete, bevor die Antwort kam.',
  said_orderAppEnded: 'PBX Orders endete, bevor die Antwort kam.',
  said_orderOlderLedger:
    'Das Auftragsbuch ist eine ältere Kopie; dieser Auftrag kann seither gesendet worden sein.',
  said_orderMade: 'Schon angelegt, aus {sheet}, Zeile {row}, am {time}.',
  said_orderHeld:
    'Wartet auf {sheet}, Zeile {row}, die dieselbe Adresse bestellt ({url}) und deren Ergebnis noch unbekannt ist. Klären Sie diese zuerst.',
  said_orderWaited:
    'Den Auftrag mit derselben Adresse, auf den er wartete, gibt es nicht. Senden Sie die Tabelle neu, um ihn anzulegen.',
  said_orderUnsettled:
    'Diese Zeile wurde als {url} gesendet (Lauf {run}), und ihr Ergebnis ist unbekannt. Klären Sie zuerst jenen Auftrag, und senden Sie die Tabelle dann neu.',
  said_orderTaken: '{more} Die Adresse gehört zu {pbx}.',
  said_orderAdopted:
    'Laut YCM gibt es sie schon: es ist die PBX, die der Versuch vom {time} anlegte, und sie entspricht dem Auftrag.',
  said_orderPerhaps:
    'Laut YCM ist die Adresse vergeben, an {pbx}. Das entspricht einem früheren, unbeantworteten Versuch dieses Auftrags, aber nicht dem Auftrag von heute. Vergleichen und entscheiden Sie.',
  said_orderPerhapsUnknown:
    'Laut YCM ist die Adresse vergeben, vielleicht durch einen früheren, unbeantworteten Versuch dieses Auftrags; nachsehen war nicht möglich. Klären Sie ihn. ({more})',
  said_orderTakenUnknown:
    'Laut YCM ist die Adresse vergeben; an wen, ließ sich nicht nachsehen. Klären Sie den Auftrag. ({more})',
  said_orderNothingShown:
    'Laut YCM ist die Adresse vergeben, an {pbx}; YCM zeigt zu wenig davon, um zu sagen, ob dieser Auftrag sie angelegt hat. Sehen Sie in YCM nach und entscheiden Sie. ({more})',
  said_orderJustLike:
    'Laut YCM ist die Adresse vergeben, an {pbx}, genau wie bestellt: vielleicht hat dieser Auftrag selbst sie angelegt, vielleicht jemand mit derselben Tabelle. Klären Sie ihn. ({more})',
  said_orderOthersId:
    'YCM hat mit PBX {id} geantwortet, die zu {sheet} Zeile {row} gehört ({url}). Klären Sie diesen Auftrag, um seine eigene zu finden.',
  said_orderAnswer: 'Die Antwort konnte nicht aufgenommen werden: {more}',
  said_pbx: 'PBX {id}',
  said_pbxNamed: 'PBX {id} „{name}“',
  said_pbxMade: 'PBX {id} „{name}“ (angelegt am {time})',
  said_pbxMadeBy: 'PBX {id} „{name}“ (angelegt am {time} von {who})',
  said_clearFailed: 'Nachsehen war nicht möglich: {more}',
  said_clearOthers:
    '{pbx} ist dort, gehört aber zu {sheet}, Zeile {row} ({url}). Vergleichen und entscheiden Sie.',
  said_clearDiffers: '{pbx} ist dort und nicht das Bestellte. Vergleichen und entscheiden Sie.',
  said_clearRefused:
    '{pbx} ist dort und genau das Bestellte, aber YCM hat jede beantwortete Anfrage danach abgelehnt. Übernehmen Sie sie, wenn sie Ihnen gehört.',
  said_clearMatches: '{pbx} ist dort und entspricht dem Auftrag.',
  said_clearSoon:
    'Noch ist nichts da, aber der Auftrag ist erst kurz gesendet. Sehen Sie in {count} Sekunden erneut nach.',
  said_clearAbsent: 'YCM hat an dieser Adresse keine PBX; der Auftrag kann erneut gesendet werden.',
  said_clearLeft: 'Bleibt, wie es ist; wird nicht gesendet.',
  said_clearNoPbx: 'Das Konto hat keine PBX mit der ID {id}. Prüfen Sie die Nummer.',
  said_clearNoLook: 'PBX {id} konnte nicht nachgesehen werden; nichts wurde geändert: {more}',
  said_clearOtherUrl: '{pbx} ist an {found}, dieser Auftrag ist für {url}.',
  said_clearTaken: 'PBX {id} gehört schon zu {sheet}, Zeile {row} ({url}).',
  said_clearAdopted: '{pbx} gehört nun zu diesem Auftrag, entschieden von {who}.',
  said_clearAgain: 'Wird beim Fortsetzen erneut gesendet, entschieden von {who}.',
  said_clearAccount:
    'Der Lauf wurde mit einem anderen Konto gesendet (damals „{name}“); dieses kann es nicht sagen.',
  said_clearForeignFound: '{pbx} ist dort, der Auftrag ist also erledigt.',
  said_clearForeignOther: 'Unter {url} ist {pbx}, nicht die PBX {id}.',
  said_clearForeignAbsent:
    'YCM hat an dieser Adresse keine PBX, aber dieser Computer kennt den Lauf nicht, der den Auftrag gesendet hat. Wenn jener Lauf verloren ist oder nicht fortgesetzt wird, entscheiden Sie, dass sie nicht angelegt wurde.',
  said_clearForeignNone: 'YCM hat unter {url} keine PBX, es kann also keine übernommen werden.',
  said_clearForeignAgain:
    'Sie ist nicht dort, und {who} hat entschieden, dass gesendet werden darf: Reichen Sie die Ergebnistabelle ein.',
  said_rowMayBeSent:
    'Sie wurde gesucht und existiert nicht, und jemand hat entschieden, dass gesendet werden darf. Reichen Sie diese Ergebnistabelle ein, um sie anzulegen.',
  said_clearNothing: 'Nichts zu entscheiden: {what}.',
  said_whatNoRow: 'Zeile {row} gibt es nicht',
  said_whatRowWaits: 'Zeile {row} wartet auf einen anderen Auftrag',
  said_whatRowIs: 'Zeile {row}: {state}',
  said_clearRow: 'Zeile {row}: {more}',
  said_readBackSame: 'Wie bestellt.',
  said_readBackDiffers: 'Nicht wie bestellt.',
  said_readBackAbsent: 'Das Konto hat keine PBX mit dieser ID mehr.',
  said_comparedName: 'PBX-Name',
  said_comparedUrl: 'Adresse',
  said_comparedPlan: 'Tarif',
  said_comparedType: 'Art',
  said_comparedExtensions: 'Nebenstellen',
  said_comparedCalls: 'Gleichzeitige Gespräche',
  said_comparedRecording: 'Gesprächsaufzeichnung',
  said_comparedMinutes: 'Aufzeichnungsminuten',
  said_comparedCreated: 'Angelegt',
};
