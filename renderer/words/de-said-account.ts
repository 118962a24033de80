import type { SaidAccountWords } from './en';

export const saidAccountDe: SaidAccountWords = {
  said_ycmOffline: '{host} ist nicht erreichbar: dieser Rechner ist offline.',
  said_ycmNoName:
    '{host} ist nicht erreichbar: der Name ist hier nicht bekannt. Prüfen Sie Basis-URL und Netz.',
  said_ycmNobody: '{host} ist nicht erreichbar: dort antwortet nichts. Prüfen Sie die Basis-URL.',
  said_ycmCertificate: '{host} ist nicht erreichbar: dem Zertifikat wird nicht vertraut ({code}).',
  said_ycmUnreachableCode: '{host} ist nicht erreichbar ({code}). Prüfen Sie das Netz.',
  said_ycmUnreachable: '{host} ist nicht erreichbar. Prüfen Sie das Netz.',
  said_ycmTimeout: '{host} hat nicht rechtzeitig geantwortet.',
  said_ycmStopped: 'Die Anfrage an {host} wurde beendet, bevor eine Antwort kam.',
  said_ycmBroke: 'Die Verbindung zu {host} brach ab, bevor die ganze Antwort kam.',
  said_ycmBrokeCode: 'Die Verbindung zu {host} brach ab, bevor die ganze Antwort kam ({code}).',
  said_ycmRedirect: '{host} leitet die Anfrage weiter; dem wird nie gefolgt. Prüfen Sie die Basis-URL.',
  said_ycmRedirectCode:
    '{host} leitet die Anfrage weiter ({code}); dem wird nie gefolgt. Prüfen Sie die Basis-URL.',
  said_ycmUnreadable:
    '{host} hat mit etwas geantwortet, das keine YCM-Antwort ist. Prüfen Sie die Basis-URL.',
  said_ycmUnreadableCode:
    '{host} hat mit etwas geantwortet, das keine YCM-Antwort ist ({code}). Prüfen Sie die Basis-URL.',
  said_ycmCredentials:
    '{host} akzeptiert diese Client-ID und dieses Client-Secret nicht{saying}. Sie stehen auf der API-Seite von YCM; ein neu erzeugtes Secret ersetzt das alte.',
  said_ycmToken:
    '{host} akzeptiert weder das Zugriffstoken noch ein neues{saying}. Prüfen Sie das Client-Secret.',
  said_ycmDenied: 'Dieser Client darf das auf {host} nicht{saying}. Seine Rechte werden in YCM vergeben.',
  said_ycmRate: '{host} bittet um weniger Anfragen{saying}. Versuchen Sie es {what} erneut.',
  said_whatSoon: 'in Kürze',
  said_whatSeconds: 'in {count} Sekunden',
  said_ycmRefused: '{host} hat abgelehnt{saying}.',
  said_ycmServer: '{host} hatte selbst einen Fehler{saying}.',
  said_ycmNoId: '{host} meldet die PBX als angelegt, nennt aber keine cloudPbxId.',
  said_ycmBadId: '{host} hat mit einer cloudPbxId geantwortet, die keine ist.',
  said_ycmAnother: '{host} hat mit einer anderen PBX geantwortet.',
  said_ycmError: 'YCM-Fehler {code}',
  said_ycmNoToken: 'Der Auftrag wurde nicht gesendet: es gab kein Zugriffstoken.',
  said_ycmStoppedBefore: 'Der Auftrag wurde nicht gesendet: vorher wurde beendet.',
  said_ycmNotAnId: '„{id}“ ist keine cloudPbxId.',
  said_connectionUrlNone: 'Geben Sie die Basis-URL ein, zum Beispiel {example}.',
  said_connectionUrlBad: 'Das ist keine Webadresse. Sie sieht so aus: {example}.',
  said_connectionUrlUser: 'Die Basis-URL darf weder Benutzernamen noch Passwort enthalten.',
  said_connectionUrlQuery: 'Die Basis-URL darf nach ? oder # nichts enthalten.',
  said_connectionUrlHttps:
    'Die Basis-URL muss mit https:// beginnen, damit das Client-Secret verschlüsselt übertragen wird.',
  said_connectionName: '„{name}“ kann keine Verbindung heißen. Wählen Sie einen anderen Namen.',
  said_connectionClient: 'Geben Sie die Client-ID ein. Sie steht auf der API-Seite von YCM.',
  said_connectionSecretAgain: 'Die Adresse hat sich geändert: geben Sie das Client-Secret erneut ein.',
  said_connectionSandbox: 'Die Sandbox ist immer da.',
  said_connectionUnknown: 'Es gibt keine Verbindung namens „{name}“. Bekannt: {names}.',
  said_connectionNoSecret:
    'Die Verbindung „{name}“ hat kein Client-Secret. Geben Sie es unter „Verbindungen“ ein, oder setzen Sie PBX_ORDERS_CLIENT_SECRET für die Befehlszeile.',
  said_connectionWorks:
    'Es funktioniert. Das Konto hat noch {extensions} Nebenstellen und {calls} gleichzeitige Gespräche.',
  said_connectionSignedIn:
    'Die Anmeldung funktioniert. Was das Konto noch hat, war nicht zu erfahren ({more}).',
  said_connectionSignedInOnly: 'Die Anmeldung funktioniert. Was das Konto noch hat, war nicht zu erfahren.',
  said_ledgerLocked:
    'Ein anderes PBX Orders arbeitet mit dem Auftragsbuch in {file}. Nur eines darf zur selben Zeit PBX anlegen; schließen Sie es, oder warten Sie. Frühere Läufe können Sie ansehen.',
  said_ledgerDamaged: 'Das Auftragsbuch {file} ist beschädigt.',
  said_ledgerAside: 'Es wurde als {file} beiseitegelegt, und nichts wurde gesendet.',
  said_ledgerMissing:
    'Das Auftragsbuch {file} ist fort, obwohl damit PBX bestellt wurden; nichts wurde gesendet. Legen Sie es zurück, wenn Sie es verschoben haben.',
  said_ledgerBackup:
    'Die neueste gute Sicherung ist {file}: kopieren Sie sie nach {place}, um weiterzumachen. Sonst beginnt der nächste Start ein neues Auftragsbuch.',
  said_ledgerNoBackup:
    'Es gibt keine Sicherung: der nächste Start beginnt ein neues Auftragsbuch. Vergleichen Sie vorher Ihre Tabellen mit dem Konto; früher angelegte PBX sind dort nicht bekannt.',
  said_ledgerFull:
    'Der Datenträger mit {file} ist voll; nichts kann mehr aufgezeichnet werden, und nichts wird mehr gesendet. Schaffen Sie Platz, und setzen Sie den Lauf fort.',
  said_ledgerReadOnly:
    'Das Auftragsbuch in {file} kann nicht geschrieben werden (nur Lesezugriff oder fehlende Rechte); es wird nichts gesendet.',
  said_ledgerNewer:
    'Das Auftragsbuch in {file} stammt von einer neueren Version von PBX Orders. Installieren Sie diese oder eine spätere.',
  said_ledgerRemoved:
    'Das Auftragsbuch {file} wurde während der Benutzung entfernt, ersetzt oder gekürzt; es wird nichts mehr gesendet. Starten Sie PBX Orders neu.',
  said_ledgerRemovedSaved:
    'Das Auftragsbuch {file} wurde während der Benutzung entfernt, ersetzt oder gekürzt; es wird nichts mehr gesendet. Sein Inhalt wurde als {other} gesichert. Starten Sie PBX Orders neu.',
  said_ledgerNotSaved:
    '{file} konnte nicht geschrieben werden: der Datenträger ist voll, der Ordner schreibgeschützt oder die Datei in einem anderen Programm geöffnet. Wählen Sie einen anderen Ort.',
  said_ledgerThere: '{file} gibt es bereits und wird nicht überschrieben. Wählen Sie einen anderen Namen.',
  said_ledgerReading: 'Das Auftragsbuch ist nur zum Lesen geöffnet.',
  said_ledgerNoOrder: 'Lauf {run}, Zeile {row}, steht nicht im Auftragsbuch.',
  said_ledgerNoRun: 'Lauf {run} steht nicht im Auftragsbuch.',
  said_ledgerFailed: 'Das Auftragsbuch in {file} konnte nicht gelesen oder geschrieben werden.',
  said_ledgerKept: 'Die letzte Antwort ist aufbewahrt und wird beim nächsten Start eingelesen.',
  said_ledgerNote: 'Zeile {row} ({url}) wurde als PBX {id} angelegt: bitte notieren.',
  said_ledgerDailyBackup:
    'Die tägliche Sicherung des Auftragsbuchs konnte nicht geschrieben werden. Ist der Datenträger voll?',
  said_ledgerStray:
    'YCM hat PBX {id} für Lauf {run} Zeile {row} angelegt, die diesem Auftragsbuch fehlt: notieren Sie sie. Im Protokoll steht sie.',
  said_settingsAside:
    'Die Einstellungen waren nicht lesbar und wurden als {file} beiseitegelegt. Die Verbindungen fehlen, und keine Grenze gilt dafür, wie viel ein Lauf anlegen darf: sehen Sie beides an, bevor Sie PBXs anlegen.',
  said_ledgerReadBack: 'Eingelesene Antworten, die vorher nicht aufgezeichnet werden konnten: {count}.',
  said_ledgerInterrupted:
    'Aufträge, die gerade gesendet wurden, als PBX Orders zuletzt endete: {count}. Klären Sie sie.',
  said_ledgerBegun:
    'Ein neues Auftragsbuch wurde begonnen, weil das frühere verloren ist. Früher angelegte PBX sind hier nicht bekannt: vergleichen Sie vor dem Anlegen Ihre Tabellen mit dem Konto.',
  said_ledgerOlder:
    'Das Auftragsbuch ist älter als das zuletzt benutzte. Dazwischen angelegte PBX sind hier nicht bekannt: vergleichen Sie vor dem Anlegen Ihre Tabellen mit dem Konto.',
  said_ledgerDoubted:
    '{count} Aufträge, die seither gesendet worden sein können, sind unbestätigt; klären Sie sie.',
  said_auditOne: 'Das eine Ereignis ist, wie es geschrieben wurde.',
  said_auditAll: 'Alle {count} Ereignisse sind, wie sie geschrieben wurden.',
  said_auditNot: 'Das Protokoll ist nicht, wie es geschrieben wurde.',
  said_auditMore: 'Und {count} weitere.',
  said_auditOneOf: 'Eines der Ereignisse {from} bis {to} wurde geändert.',
  said_auditChanged:
    'Ereignis {seq} wurde geändert, oder Ereignis {before} wurde es und sein Hash neu gebildet.',
  said_auditMissingMany: 'Die Ereignisse {from} bis {to} fehlen.',
  said_auditMissing: 'Ereignis {seq} fehlt.',
  said_auditOrder: 'Ereignis {seq} steht nicht an seiner Stelle.',
  said_auditRepeated: 'Ereignis {seq} gibt es mehrfach: eines wurde eingefügt.',
  said_auditCut: 'Das Protokoll ist abgeschnitten: Ereignis {seq} ist bekannt ({what}), aber nicht da.',
  said_auditRewritten: 'Das Protokoll wurde umgeschrieben: Ereignis {seq} ist nicht das bekannte ({what}).',
  said_auditRecord: 'Lauf {run}: {what} entspricht nicht dem, was Ereignis {seq} festhielt.',
  said_auditRecordRow: 'Lauf {run}, Zeile {row}: {what} entspricht nicht dem, was Ereignis {seq} festhielt.',
  said_auditRun: 'der Lauf',
  said_auditWho: 'wer ihn begann',
  said_auditWhen: 'wann er begann',
  said_auditBefore: 'der vorige Status',
  said_auditOrdered: 'das Bestellte',
  said_auditUrl: 'der Name oder die Adresse',
  said_auditCorrections: 'der Stand der Korrekturen',
  said_auditState: 'der Status',
  said_auditId: 'die cloudPbxId',
  said_auditAttempts: 'die Zahl der Versuche',
  said_auditSent: 'der Sendezeitpunkt von Versuch {attempt}',
  said_auditAnswer: 'die Antwort auf Versuch {attempt}',
  said_auditDecisions: 'die Zahl der Entscheidungen',
  said_auditDecision: 'die Entscheidung',
  said_auditNoteBeside: 'Notiz neben dem Auftragsbuch',
  said_auditBackup: 'Sicherung {file}',
};
