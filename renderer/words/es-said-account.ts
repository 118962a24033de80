import type { SaidAccountWords } from './en';

export const saidAccountEs: SaidAccountWords = {
  said_ycmOffline: 'No se puede acceder a {host}: este equipo está sin conexión.',
  said_ycmNoName:
    'No se puede acceder a {host}: aquí no se conoce ese nombre. Compruebe la URL base y la red.',
  said_ycmNobody: 'No se puede acceder a {host}: nada responde allí. Compruebe la URL base.',
  said_ycmCertificate: 'No se puede acceder a {host}: su certificado no es de confianza ({code}).',
  said_ycmUnreachableCode: 'No se puede acceder a {host} ({code}). Compruebe la red.',
  said_ycmUnreachable: 'No se puede acceder a {host}. Compruebe la red.',
  said_ycmTimeout: '{host} no respondió a tiempo.',
  said_ycmStopped: 'La solicitud a {host} se detuvo antes de recibir respuesta.',
  said_ycmBroke: 'La conexión con {host} se cortó antes de recibir la respuesta completa.',
  said_ycmBrokeCode: 'La conexión con {host} se cortó antes de recibir la respuesta completa ({code}).',
  said_ycmRedirect: '{host} desvió la solicitud, y eso nunca se sigue. Compruebe la URL base.',
  said_ycmRedirectCode: '{host} desvió la solicitud ({code}), y eso nunca se sigue. Compruebe la URL base.',
  said_ycmUnreadable: '{host} respondió con algo que no es una respuesta de YCM. Compruebe la URL base.',
  said_ycmUnreadableCode:
    '{host} respondió con algo que no es una respuesta de YCM ({code}). Compruebe la URL base.',
  said_ycmCredentials:
    '{host} no acepta este id. de cliente y este secreto{saying}. Están en la página de API de YCM; un secreto regenerado sustituye al anterior.',
  said_ycmToken:
    '{host} no acepta ni el token de acceso ni uno nuevo{saying}. Compruebe el secreto de cliente.',
  said_ycmDenied: 'Este cliente no puede hacer eso en {host}{saying}. Sus permisos se configuran en YCM.',
  said_ycmRate: '{host} pide menos solicitudes{saying}. Inténtelo de nuevo {what}.',
  said_whatSoon: 'dentro de un momento',
  said_whatSeconds: 'en {count} segundos',
  said_ycmRefused: '{host} lo rechazó{saying}.',
  said_ycmServer: '{host} tuvo un error propio{saying}.',
  said_ycmNoId: '{host} dice que creó el PBX, pero no da ningún cloudPbxId.',
  said_ycmBadId: '{host} respondió con un cloudPbxId que no es válido.',
  said_ycmAnother: '{host} respondió con otro PBX.',
  said_ycmError: 'Error de YCM {code}',
  said_ycmNoToken: 'El pedido no se envió: no se pudo obtener un token de acceso.',
  said_ycmStoppedBefore: 'El pedido no se envió: se detuvo antes.',
  said_ycmNotAnId: '«{id}» no es un cloudPbxId.',
  said_connectionUrlNone: 'Escriba la URL base, por ejemplo {example}.',
  said_connectionUrlBad: 'Eso no es una dirección web. Tiene este aspecto: {example}.',
  said_connectionUrlUser: 'La URL base no debe contener nombre de usuario ni contraseña.',
  said_connectionUrlQuery: 'La URL base no debe tener nada después de ? o #.',
  said_connectionUrlHttps:
    'La URL base debe empezar por https://, para que el secreto de cliente viaje cifrado.',
  said_connectionName: '«{name}» no puede ser el nombre de una conexión. Elija otro.',
  said_connectionClient: 'Escriba el id. de cliente. Está en la página de API de YCM.',
  said_connectionSecretAgain: 'La dirección ha cambiado: escriba de nuevo el secreto de cliente.',
  said_connectionSandbox: 'La cuenta de pruebas siempre está ahí.',
  said_connectionUnknown: 'No hay ninguna conexión llamada «{name}». Conocidas: {names}.',
  said_connectionNoSecret:
    'La conexión «{name}» no tiene secreto de cliente. Escríbalo en Conexiones, o defina PBX_ORDERS_CLIENT_SECRET para la línea de comandos.',
  said_connectionWorks:
    'Funciona. A la cuenta le quedan {extensions} extensiones y {calls} llamadas simultáneas.',
  said_connectionSignedIn:
    'El inicio de sesión funciona. No se pudo consultar lo que le queda a la cuenta ({more}).',
  said_connectionSignedInOnly:
    'El inicio de sesión funciona. No se pudo consultar lo que le queda a la cuenta.',
  said_ledgerLocked:
    'Otro PBX Orders está trabajando con el libro de registro en {file}. Solo uno puede crear PBX a la vez; ciérrelo o espere a que termine. Los procesos anteriores se pueden consultar.',
  said_ledgerDamaged: 'El libro de registro {file} está dañado.',
  said_ledgerAside: 'Se apartó como {file} y no se envió nada.',
  said_ledgerMissing:
    'El libro de registro {file} ha desaparecido, aunque con él se pidieron PBX; no se envió nada. Devuélvalo a su sitio si lo movió.',
  said_ledgerBackup:
    'La copia correcta más reciente es {file}: cópiela en {place} para continuar. Si no, el próximo inicio empieza un libro nuevo.',
  said_ledgerNoBackup:
    'No hay copia de seguridad: el próximo inicio empieza un libro nuevo. Compare antes sus hojas con la cuenta, porque los PBX anteriores no constan en él.',
  said_ledgerFull:
    'El disco de {file} está lleno: no se puede registrar nada más y no se envía nada más. Libere espacio y continúe el proceso.',
  said_ledgerReadOnly:
    'El libro de registro en {file} no se puede escribir (carpeta de solo lectura o falta de permiso), así que no se envía nada.',
  said_ledgerNewer:
    'El libro de registro en {file} lo escribió una versión más nueva de PBX Orders. Instale esa versión o una posterior.',
  said_ledgerRemoved:
    'El libro de registro {file} se quitó, sustituyó o recortó mientras se usaba, así que no se envía nada más. Reinicie PBX Orders.',
  said_ledgerRemovedSaved:
    'El libro de registro {file} se quitó, sustituyó o recortó mientras se usaba, así que no se envía nada más. Su contenido se guardó como {other}. Reinicie PBX Orders.',
  said_ledgerNotSaved:
    'No se pudo escribir {file}: el disco está lleno, no se puede escribir en la carpeta o el archivo está abierto en otro programa. Elija otro lugar.',
  said_ledgerThere: '{file} ya existe y no se sobrescribe. Elija otro nombre.',
  said_ledgerReading: 'El libro de registro se abrió solo para lectura.',
  said_ledgerNoOrder: 'El proceso {run}, fila {row}, no está en el libro de registro.',
  said_ledgerNoRun: 'El proceso {run} no está en el libro de registro.',
  said_ledgerFailed: 'El libro de registro en {file} no se pudo leer o escribir.',
  said_ledgerKept: 'La última respuesta se conserva y se recupera en el próximo inicio.',
  said_ledgerNote: 'La fila {row} ({url}) se creó como PBX {id}: anótelo.',
  said_ledgerDailyBackup: 'No se pudo escribir la copia diaria del libro de registro. ¿Está lleno el disco?',
  said_ledgerStray:
    'YCM creó la PBX {id} para la ejecución {run} fila {row}, que este libro no tiene: anótela. Queda en el registro de auditoría.',
  said_settingsAside:
    'Los ajustes no se pudieron leer y se apartaron como {file}. Faltan las conexiones y no hay límite de lo que una ejecución puede crear: revise ambos antes de crear PBX.',
  said_ledgerReadBack: 'Respuestas recuperadas que antes no se pudieron registrar: {count}.',
  said_ledgerInterrupted:
    'Pedidos que se estaban enviando cuando PBX Orders terminó por última vez: {count}. Aclárelos.',
  said_ledgerBegun:
    'Se ha empezado un libro de registro nuevo porque el anterior se perdió. Los PBX creados antes no constan aquí: compare sus hojas con la cuenta antes de crear PBX.',
  said_ledgerOlder:
    'El libro de registro es más antiguo que el último usado. Los PBX creados entretanto no constan aquí: compare sus hojas con la cuenta antes de crear PBX.',
  said_ledgerDoubted:
    '{count} pedidos que pueden haberse enviado desde entonces están sin confirmar; aclárelos.',
  said_auditOne: 'El único evento está como se escribió.',
  said_auditAll: 'Los {count} eventos están como se escribieron.',
  said_auditNot: 'El registro no está como se escribió.',
  said_auditMore: 'Y {count} más.',
  said_auditOneOf: 'Se cambió uno de los eventos {from} a {to}.',
  said_auditChanged: 'Se cambió el evento {seq}, o se cambió el {before} y se rehízo su hash.',
  said_auditMissingMany: 'Faltan los eventos {from} a {to}.',
  said_auditMissing: 'Falta el evento {seq}.',
  said_auditOrder: 'El evento {seq} está fuera de orden.',
  said_auditRepeated: 'El evento {seq} aparece más de una vez: se insertó uno.',
  said_auditCut: 'El registro está cortado: el evento {seq} consta en {what}, pero no está.',
  said_auditRewritten: 'El registro se reescribió: el evento {seq} no es el que consta en {what}.',
  said_auditRecord: 'Proceso {run}: {what} no es lo que registró el evento {seq}.',
  said_auditRecordRow: 'Proceso {run}, fila {row}: {what} no es lo que registró el evento {seq}.',
  said_auditRun: 'el proceso',
  said_auditWho: 'quién lo empezó',
  said_auditWhen: 'cuándo empezó',
  said_auditBefore: 'el estado anterior',
  said_auditOrdered: 'lo que se pidió',
  said_auditUrl: 'el nombre o la dirección',
  said_auditCorrections: 'el conjunto de correcciones',
  said_auditState: 'el estado',
  said_auditId: 'el cloudPbxId',
  said_auditAttempts: 'el número de intentos',
  said_auditSent: 'cuándo se envió el intento {attempt}',
  said_auditAnswer: 'la respuesta al intento {attempt}',
  said_auditDecisions: 'el número de decisiones',
  said_auditDecision: 'la decisión',
  said_auditNoteBeside: 'la nota junto al libro de registro',
  said_auditBackup: 'la copia {file}',
};
