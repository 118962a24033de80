import type { ProblemWords } from './en';

export const problemsDe: ProblemWords = {
  problem_required: '„{field}“ fehlt. Bitte ausfüllen.',
  'problem_missing-column':
    'Keine Spalte enthält „{field}“, das jeder Auftrag braucht. Geben Sie die Spalte an oder einen Wert für alle Zeilen.',
  'problem_two-columns':
    'Die Spalten {first} und {second} sehen beide nach „{field}“ aus. Verwendet wird {first}; wählen Sie die andere, wenn das falsch ist.',
  'problem_no-orders':
    'In „{sheet}“ wurde keine Auftragszeile gefunden. Wählen Sie ein anderes Blatt, oder prüfen Sie, ob es eine Kopfzeile hat.',
  'problem_unknown-headings':
    'Keine der Überschriften in Zeile {row} ist bekannt. Geben Sie an, welche Spalte welches Feld enthält.',
  'problem_hidden-rows':
    '{count} der Auftragszeilen sind in der Tabelle ausgeblendet. Sie werden wie die anderen gelesen.',
  'problem_hidden-columns':
    'Diese Spalten sind in der Tabelle ausgeblendet und werden wie die anderen gelesen: {columns}.',
  'problem_merged-cells':
    'Über mehrere Zeilen verbundene Zellen geben jedem dieser Aufträge denselben Wert: {cells}. Prüfen Sie, ob das für jeden gemeint ist.',
  'problem_error-cell':
    'Die Zelle enthält den Fehler {value}. Korrigieren Sie die Formel in der Tabelle, oder geben Sie den Wert hier ein.',
  problem_uncalculated:
    'Die Zelle hat eine Formel, deren Ergebnis nicht in der Datei steht. Öffnen und speichern Sie die Datei in einem Tabellenprogramm, oder geben Sie den Wert hier ein.',
  'problem_unknown-choice': '„{value}“ ist kein möglicher Wert für „{field}“. Möglich sind: {choices}.',
  'problem_not-a-number': '„{value}“ ist keine Zahl. „{field}“ braucht eine ganze Zahl.',
  'problem_not-whole': '„{field}“ muss eine ganze Zahl sein; {value} ist keine.',
  'problem_too-small': '„{field}“ muss mindestens {min} sein; der Wert ist {value}.',
  'problem_too-large': '„{field}“ darf höchstens {max} sein; der Wert ist {value}.',
  'problem_digits-lost':
    '{value} wurde von einem Tabellenprogramm gekürzt, und Ziffern sind verloren. Geben Sie die vollständige Zahl neu ein.',
  'problem_ambiguous-number':
    '{value} kann {one} oder {other} bedeuten. Geben Sie die Zahl ohne Trennzeichen ein.',
  'problem_unknown-id': '„{value}“ gibt es in diesem Konto nicht ({kind}){hint}.',
  'problem_unknown-customer':
    'Der Kunde {value} steht nicht im Katalog vom {date}. Prüfen Sie die Nummer, oder rufen Sie den Katalog ab.',
  'problem_ambiguous-name': '„{value}“ ist nicht eindeutig ({kind}): {candidates}. Verwenden Sie die Nummer.',
  'problem_many-customers': '{count} Kunden sind angegeben. YCM akzeptiert möglicherweise höchstens 3.',
  'problem_repeated-customer': 'Der Kunde {value} ist mehrfach angegeben; er wird einmal gesendet.',
  'problem_bad-sub-domain':
    '„{value}“ enthält Zeichen, die eine Subdomäne nicht haben darf. Nur Buchstaben, Ziffern und Bindestriche.',
  'problem_sub-domain-shape':
    'Eine Subdomäne mit mehr als 63 Zeichen oder einem Bindestrich am Rand funktioniert als Adresse möglicherweise nicht.',
  'problem_name-characters': 'Der Name enthält {characters}; das lehnt YCM möglicherweise ab.',
  'problem_formula-like':
    'Der Name beginnt wie eine Tabellenformel. Er wird als reiner Text gesendet; prüfen Sie, ob er so gemeint ist.',
  'problem_not-a-date': '„{value}“ ist kein Datum. Schreiben Sie es als 2027-12-31.',
  'problem_impossible-date': '{value} gibt es im Kalender nicht.',
  'problem_ambiguous-date': '{value} kann {one} oder {other} bedeuten. Schreiben Sie es als 2027-12-31.',
  problem_milliseconds: '{value} ist in Millisekunden; YCM zählt in Sekunden. Es wäre der {date}.',
  problem_expired: 'Das Ablaufdatum {date} ist vorbei.',
  'problem_after-expiry-missing':
    'Es gibt ein Ablaufdatum; geben Sie an, ob die PBX danach weiterläuft: Yes oder No.',
  'problem_after-expiry-idle':
    '„Weiterbetrieb nach Ablauf“ ist ohne Ablaufdatum angegeben; es hat keine Wirkung und wird nicht gesendet.',
  'problem_recording-zero':
    'Die Gesprächsaufzeichnung ist mit 0 Minuten eingeschaltet, was sie ausschaltet. Geben Sie Minuten an, oder schalten Sie sie aus.',
  'problem_recording-minutes':
    'Die Gesprächsaufzeichnung ist aus, aber {value} Minuten sind bestellt. Setzen Sie die Minuten auf 0, oder schalten Sie sie ein.',
  'problem_superior-without-passwordless':
    'Die passwortlose Anmeldung für das übergeordnete Konto wirkt nur, wenn die passwortlose Anmeldung eingeschaltet ist; das ist sie nicht.',
  'problem_template-missing':
    'Die Bereitstellung per Vorlage ist eingeschaltet, aber keine Vorlage ist angegeben.',
  'problem_template-unused':
    'Eine Vorlage ist angegeben, aber die Bereitstellung per Vorlage ist nicht eingeschaltet; die Vorlage wird nicht gesendet.',
  'problem_domain-region': 'Die Domäne {domain} gehört nicht zur Region {region}.',
  'problem_firmware-region': 'Die Firmware {version} gibt es in der Region {region} nicht.',
  'problem_im-firmware': 'Der interne Chat braucht Firmware {min} oder neuer; {version} ist älter.',
  'problem_transcription-firmware':
    'Transkriptionsminuten brauchen Firmware {min} oder neuer; {version} ist älter.',
  'problem_duplicate-url': '{url} ist auch in Zeile {rows} bestellt. Jede PBX braucht eine eigene Adresse.',
  'problem_already-created':
    '{url} wurde am {date} aus {sheet}, Zeile {row}, angelegt: cloudPbxId {id}. Die Zeile wird übersprungen.',
  'problem_already-unconfirmed':
    '{url} wurde am {date} aus {sheet}, Zeile {row}, gesendet, und ob sie angelegt wurde, ist nicht bekannt. Klären Sie zuerst diesen Lauf.',
  'problem_unconfirmed-earlier':
    'Laut Tabelle wurde dieser Auftrag gesendet, und die Antwort ist nicht bekannt ({status}). Klären Sie zuerst den zugehörigen Lauf.',
  'problem_id-without-status':
    'Die Tabelle hat für diesen Auftrag bereits die cloudPbxId {id}. Die Zeile wird übersprungen.',
  problem_sideways:
    'Die Überschriften von „{sheet}“ stehen untereinander in Spalte {columns}, aber jeder Auftrag braucht eine eigene Zeile. Kopieren Sie die Zellen im Tabellenprogramm, fügen Sie sie mit „Transponieren“ ein, und öffnen Sie das.',
  'problem_one-column':
    'Jede Zeile von „{sheet}“ ist eine einzige Zelle. Geben Sie bei einer Textdatei das Zeichen an, das die Spalten trennt; im Tabellenprogramm verwenden Sie „Text in Spalten“.',
  'problem_other-sheets':
    'Nur das Blatt „{sheet}“ wird gelesen. Auch auf {others} stehen wohl Aufträge: Wählen Sie diese Blätter nacheinander.',
  'problem_two-values':
    '{first} sagt „{value}“ und {second} sagt „{other}“. Geben Sie den richtigen Wert ein, oder geben Sie an, welche Spalte „{field}“ enthält.',
  'problem_struck-through':
    'Diese Zeile ist in der Tabelle durchgestrichen, als wäre sie storniert. Nehmen Sie sie aus dem Blatt, wenn sie nicht bestellt werden soll.',
  'problem_more-than-one':
    '{column} sagt „{value}“, aber eine Zeile legt eine Anlage an. Fügen Sie für jede weitere eine Zeile hinzu.',
  'problem_term-unused':
    '{column} sagt „{value}“, aber es gibt kein Ablaufdatum, die Anlage würde also nicht enden. Geben Sie das Datum an, wenn sie enden soll.',
  'problem_says-otherwise':
    '{column} sagt „{value}“ zu diesem Auftrag. Nehmen Sie die Zeile aus dem Blatt, wenn sie nicht bestellt werden soll.',
  'problem_ambiguous-choice':
    '„{value}“ kann Ja oder Nein bedeuten: In einer anderen Zelle der Spalte steht „{other}“. Möglich sind: {choices}.',
  'problem_placeholder-name':
    '„{value}“ steht wohl für einen Namen, der noch nicht bekannt ist. Die Anlage würde so heißen.',
  problem_placeholder: '„{value}“ steht für etwas, das noch nicht bekannt ist. Füllen Sie „{field}“ aus.',
  'problem_far-expiry':
    'Das Ablaufdatum {date} liegt mehr als {years} Jahre in der Zukunft. Prüfen Sie das Jahr.',
  problemTitle_sideways: 'Überschriften untereinander',
  'problemTitle_one-column': 'Spalten nicht erkennbar',
  'problemTitle_other-sheets': 'Aufträge auf anderen Blättern',
  'problemTitle_two-values': 'Zwei Spalten widersprechen sich',
  'problemTitle_struck-through': 'Durchgestrichen',
  'problemTitle_more-than-one': 'Mehr als eine',
  'problemTitle_term-unused': 'Laufzeit nicht verwendet',
  'problemTitle_says-otherwise': 'Das Blatt sagt etwas anderes',
  'problemTitle_ambiguous-choice': 'Mehrdeutiges Zeichen',
  'problemTitle_placeholder-name': 'Name noch offen',
  problemTitle_placeholder: 'Wert noch offen',
  'problemTitle_far-expiry': 'Ablauf in ferner Zukunft',
  problemTitle_required: 'Wert fehlt',
  'problemTitle_missing-column': 'Spalte fehlt',
  'problemTitle_two-columns': 'Zwei Spalten für ein Feld',
  'problemTitle_no-orders': 'Keine Aufträge gefunden',
  'problemTitle_unknown-headings': 'Unbekannte Überschriften',
  'problemTitle_hidden-rows': 'Ausgeblendete Zeilen',
  'problemTitle_hidden-columns': 'Ausgeblendete Spalten',
  'problemTitle_merged-cells': 'Verbundene Zellen',
  'problemTitle_error-cell': 'Fehler in der Zelle',
  problemTitle_uncalculated: 'Formel ohne Ergebnis',
  'problemTitle_unknown-choice': 'Unbekannter Wert',
  'problemTitle_not-a-number': 'Keine Zahl',
  'problemTitle_not-whole': 'Keine ganze Zahl',
  'problemTitle_too-small': 'Zahl zu klein',
  'problemTitle_too-large': 'Zahl zu groß',
  'problemTitle_digits-lost': 'Ziffern verloren',
  'problemTitle_ambiguous-number': 'Mehrdeutige Zahl',
  'problemTitle_unknown-id': 'Unbekannter Name oder Nummer',
  'problemTitle_unknown-customer': 'Unbekannter Kunde',
  'problemTitle_ambiguous-name': 'Name nicht eindeutig',
  'problemTitle_many-customers': 'Mehr als drei Kunden',
  'problemTitle_repeated-customer': 'Kunde doppelt angegeben',
  'problemTitle_bad-sub-domain': 'Keine Subdomäne',
  'problemTitle_sub-domain-shape': 'Ungewöhnliche Subdomäne',
  'problemTitle_name-characters': 'Ungewöhnliche Zeichen im Namen',
  'problemTitle_formula-like': 'Sieht aus wie eine Formel',
  'problemTitle_not-a-date': 'Kein Datum',
  'problemTitle_impossible-date': 'Unmögliches Datum',
  'problemTitle_ambiguous-date': 'Mehrdeutiges Datum',
  problemTitle_milliseconds: 'Millisekunden statt Sekunden',
  problemTitle_expired: 'Ablaufdatum vorbei',
  'problemTitle_after-expiry-missing': 'Angabe zum Weiterbetrieb fehlt',
  'problemTitle_after-expiry-idle': 'Kein Ablaufdatum',
  'problemTitle_recording-zero': 'Aufzeichnung widersprüchlich',
  'problemTitle_recording-minutes': 'Aufzeichnung widersprüchlich',
  'problemTitle_superior-without-passwordless': 'Ohne Wirkung',
  'problemTitle_template-missing': 'Vorlage fehlt',
  'problemTitle_template-unused': 'Vorlage ungenutzt',
  'problemTitle_domain-region': 'Domäne einer anderen Region',
  'problemTitle_firmware-region': 'Firmware einer anderen Region',
  'problemTitle_im-firmware': 'Firmware zu alt für Chat',
  'problemTitle_transcription-firmware': 'Firmware zu alt für Transkription',
  'problemTitle_duplicate-url': 'Adresse doppelt',
  'problemTitle_already-created': 'Bereits angelegt',
  'problemTitle_already-unconfirmed': 'Bereits gesendet, Antwort unbekannt',
  'problemTitle_unconfirmed-earlier': 'Bereits gesendet, Antwort unbekannt',
  'problemTitle_id-without-status': 'Hat bereits eine ID',
  help_name: 'Der Name, unter dem die PBX angezeigt wird.',
  help_plan: 'Der Tarif: Enterprise Plan oder Ultimate Plan.',
  help_extensionCapacity: 'Wie viele Nebenstellen, 1 bis 500.',
  help_concurrentCallCapacity: 'Wie viele Gespräche zur selben Zeit.',
  help_recordingStatus: 'Ob Gespräche aufgezeichnet werden können.',
  help_recordingCapacity:
    'Wie viele Minuten aufbewahrt werden; 500 sind frei, 0 bei ausgeschalteter Aufzeichnung. Später nicht zu verringern.',
  help_regionId: 'Wo die PBX läuft: Name oder Nummer einer Region.',
  help_subDomain: 'Der erste Teil der Adresse der PBX: Buchstaben, Ziffern und Bindestriche.',
  help_domainId: 'Der zweite Teil der Adresse: eine Domäne der Region, mit Name oder Nummer.',
  help_type: 'Trial (Test) oder Commercial (kommerziell).',
  help_expirationDate: 'Der Tag, an dem der Tarif endet; ohne Uhrzeit gilt das Ende des Tages.',
  help_allowRunAfterExpirationDate: 'Nötig bei einem Ablaufdatum: ob die PBX danach weiterläuft.',
  help_versionId: 'Die Firmware, mit Version oder Nummer; sie muss in der Region verfügbar sein.',
  help_customerIds:
    'Die Kunden, zu denen die PBX gehört: IDs, Namen, Firmen oder E-Mail-Adressen, durch Kommas getrennt.',
  help_upgradeInPbx: 'Ob der Administrator der PBX die Firmware aktualisieren darf.',
  help_im: 'Sofortnachrichten; braucht Firmware 84.12.0.32 oder neuer.',
  help_passwordlessLogin: 'Ob die PBX aus YCM ohne Passwort geöffnet werden kann.',
  help_allowSuperiorPasswordlessLogin:
    'Dasselbe für das übergeordnete Konto; wirkt nur bei eingeschalteter passwortloser Anmeldung.',
  help_provisioningViaTemplate: 'Ob eine Bereitstellungsvorlage angewendet wird.',
  help_provisionTemplateId: 'Welche Vorlage, mit Name oder Nummer; nötig bei Bereitstellung per Vorlage.',
  help_transcriptionCapacity:
    'KI-Transkriptionsminuten zusätzlich zu denen des Tarifs; braucht Firmware 84.19.0.110 oder neuer.',
  kind_region: 'Region',
  kind_domain: 'Domäne',
  kind_firmware: 'Firmware',
  kind_customer: 'Kunde',
  kind_template: 'Bereitstellungsvorlage',
  hintNoCatalog: ': der Katalog wurde nie abgerufen, daher gehen nur Nummern',
  hintKnown: (names) => `. Bekannt: ${names}`,
};
