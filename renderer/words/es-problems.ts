import type { ProblemWords } from './en';

export const problemsEs: ProblemWords = {
  problem_required: 'Falta «{field}». Complételo.',
  'problem_missing-column':
    'Ninguna columna contiene «{field}», que todo pedido necesita. Indique qué columna es, o dé un valor para todas las filas.',
  'problem_two-columns':
    'Las columnas {first} y {second} parecen ser «{field}». Se usa {first}; elija la otra si no es correcto.',
  'problem_no-orders':
    'No se han encontrado filas de pedidos en «{sheet}». Elija otra hoja, o compruebe que tiene una fila de encabezados.',
  'problem_unknown-headings':
    'No se conoce ninguno de los encabezados de la fila {row}. Indique qué columna contiene cada campo.',
  'problem_hidden-rows':
    '{count} de las filas de pedidos están ocultas en la hoja de cálculo. Se leen como las demás.',
  'problem_hidden-columns':
    'Estas columnas están ocultas en la hoja de cálculo y se leen como las demás: {columns}.',
  'problem_merged-cells':
    'Las celdas combinadas en varias filas dan a cada uno de esos pedidos el mismo valor: {cells}. Compruebe que vale para cada uno.',
  'problem_error-cell':
    'La celda contiene el error {value}. Corrija la fórmula en la hoja de cálculo, o escriba aquí el valor.',
  problem_uncalculated:
    'La celda tiene una fórmula cuyo resultado no está en el archivo. Ábralo y guárdelo en un programa de hojas de cálculo, o escriba aquí el valor.',
  'problem_unknown-choice': '«{value}» no es un valor posible de «{field}». Puede ser: {choices}.',
  'problem_not-a-number': '«{value}» no es un número. «{field}» necesita un número entero.',
  'problem_not-whole': '«{field}» debe ser un número entero; {value} no lo es.',
  'problem_too-small': '«{field}» debe ser al menos {min}; es {value}.',
  'problem_too-large': '«{field}» puede ser como máximo {max}; es {value}.',
  'problem_digits-lost':
    'Un programa de hojas de cálculo acortó {value} y se han perdido cifras. Escriba de nuevo el número completo.',
  'problem_ambiguous-number': '{value} puede significar {one} u {other}. Escríbalo sin separador.',
  'problem_unknown-id': '«{value}» no existe en esta cuenta ({kind}){hint}.',
  'problem_unknown-customer':
    'El cliente {value} no está en el catálogo del {date}. Compruebe el número, o sincronice el catálogo.',
  'problem_ambiguous-name':
    '«{value}» corresponde a más de un elemento ({kind}): {candidates}. Use el número.',
  'problem_many-customers': 'Se indican {count} clientes. Es posible que YCM acepte 3 como máximo.',
  'problem_repeated-customer': 'El cliente {value} se indica más de una vez; se envía una sola vez.',
  'problem_bad-sub-domain':
    '«{value}» tiene caracteres no admitidos en un subdominio. Use solo letras, cifras y guiones.',
  'problem_sub-domain-shape':
    'Un subdominio de más de 63 caracteres o con un guion en un extremo puede no funcionar como dirección.',
  'problem_name-characters': 'El nombre contiene {characters}, que YCM puede rechazar.',
  'problem_formula-like':
    'El nombre empieza como una fórmula. Se envía como texto sin formato; compruebe que es lo que desea.',
  'problem_not-a-date': '«{value}» no es una fecha. Escríbala como 2027-12-31.',
  'problem_impossible-date': '{value} no existe en el calendario.',
  'problem_ambiguous-date': '{value} puede significar {one} u {other}. Escríbala como 2027-12-31.',
  problem_milliseconds: '{value} está en milisegundos; YCM cuenta en segundos. Sería {date}.',
  problem_expired: 'La fecha de vencimiento {date} ya ha pasado.',
  'problem_after-expiry-missing':
    'Hay una fecha de vencimiento; indique si el PBX sigue funcionando después: Yes o No.',
  'problem_after-expiry-idle':
    '«Seguir funcionando tras el vencimiento» se indica sin fecha de vencimiento; no tiene efecto y no se envía.',
  'problem_recording-zero':
    'La grabación está activada con 0 minutos, lo que la desactiva. Indique los minutos, o desactive la grabación.',
  'problem_recording-minutes':
    'La grabación está desactivada pero se piden {value} minutos. Ponga los minutos a 0, o active la grabación.',
  'problem_superior-without-passwordless':
    'El acceso sin contraseña del superior solo tiene efecto con el acceso sin contraseña activado, y no lo está.',
  'problem_template-missing':
    'El aprovisionamiento por plantilla está activado, pero no se indica ninguna plantilla.',
  'problem_template-unused':
    'Se indica una plantilla, pero el aprovisionamiento por plantilla no está activado; la plantilla no se envía.',
  'problem_domain-region': 'El dominio {domain} no pertenece a la región {region}.',
  'problem_firmware-region': 'El firmware {version} no está disponible en la región {region}.',
  'problem_im-firmware': 'El chat interno necesita el firmware {min} o posterior; {version} es anterior.',
  'problem_transcription-firmware':
    'Los minutos de transcripción necesitan el firmware {min} o posterior; {version} es anterior.',
  'problem_duplicate-url': '{url} se pide también en la fila {rows}. Cada PBX necesita una dirección propia.',
  'problem_already-created':
    '{url} se creó a partir de {sheet}, fila {row}, el {date}: cloudPbxId {id}. Se omite.',
  'problem_already-unconfirmed':
    '{url} se envió a partir de {sheet}, fila {row}, el {date}, y no se sabe si se creó. Aclare primero ese proceso.',
  'problem_unconfirmed-earlier':
    'Según la hoja, este pedido se envió y su respuesta no se conoce ({status}). Aclare primero el proceso al que pertenece.',
  'problem_id-without-status': 'La hoja ya tiene el cloudPbxId {id} para este pedido. Se omite.',
  problem_sideways:
    'Los encabezados de «{sheet}» están uno debajo de otro en la columna {columns}, pero cada pedido necesita su propia fila. Copie las celdas en la hoja de cálculo, péguelas con Transponer y abra el resultado.',
  'problem_one-column':
    'Cada fila de «{sheet}» es una sola celda. En un archivo de texto, indique el carácter que separa las columnas; en la hoja de cálculo, use «Texto en columnas».',
  'problem_other-sheets':
    'Solo se lee la hoja «{sheet}». Parece que también hay pedidos en {others}: elija esas hojas una tras otra.',
  'problem_two-values':
    '{first} dice «{value}» y {second} dice «{other}». Escriba el valor correcto, o indique qué columna contiene «{field}».',
  'problem_struck-through':
    'Esta fila está tachada en la hoja de cálculo, como si se hubiera cancelado. Quítela de la hoja si no debe pedirse.',
  'problem_more-than-one':
    '{column} dice «{value}», pero una fila crea una sola centralita. Añada una fila por cada una más.',
  'problem_term-unused':
    '{column} dice «{value}», pero no hay fecha de vencimiento, así que la centralita no terminaría. Indique la fecha si debe terminar.',
  'problem_says-otherwise':
    '{column} dice «{value}» sobre este pedido. Quite la fila de la hoja si no debe pedirse.',
  'problem_ambiguous-choice':
    '«{value}» puede significar sí o no: otra celda de la columna dice «{other}». Puede ser {choices}.',
  'problem_placeholder-name':
    '«{value}» parece ocupar el lugar de un nombre que aún no se sabe. La centralita se llamaría así.',
  problem_placeholder: '«{value}» ocupa el lugar de algo que aún no se sabe. Rellene «{field}».',
  'problem_far-expiry': 'Faltan más de {years} años para la fecha de vencimiento {date}. Compruebe el año.',
  problemTitle_sideways: 'Encabezados uno debajo de otro',
  'problemTitle_one-column': 'Columnas sin distinguir',
  'problemTitle_other-sheets': 'Pedidos en otras hojas',
  'problemTitle_two-values': 'Dos columnas se contradicen',
  'problemTitle_struck-through': 'Tachada',
  'problemTitle_more-than-one': 'Más de una',
  'problemTitle_term-unused': 'Plazo sin usar',
  'problemTitle_says-otherwise': 'La hoja dice otra cosa',
  'problemTitle_ambiguous-choice': 'Marca ambigua',
  'problemTitle_placeholder-name': 'Nombre pendiente',
  problemTitle_placeholder: 'Valor pendiente',
  'problemTitle_far-expiry': 'Vencimiento lejano',
  problemTitle_required: 'Falta un valor',
  'problemTitle_missing-column': 'Falta una columna',
  'problemTitle_two-columns': 'Dos columnas para un campo',
  'problemTitle_no-orders': 'No hay pedidos',
  'problemTitle_unknown-headings': 'Encabezados desconocidos',
  'problemTitle_hidden-rows': 'Filas ocultas',
  'problemTitle_hidden-columns': 'Columnas ocultas',
  'problemTitle_merged-cells': 'Celdas combinadas',
  'problemTitle_error-cell': 'Error en la celda',
  problemTitle_uncalculated: 'Fórmula sin resultado',
  'problemTitle_unknown-choice': 'Valor desconocido',
  'problemTitle_not-a-number': 'No es un número',
  'problemTitle_not-whole': 'No es un número entero',
  'problemTitle_too-small': 'Número demasiado pequeño',
  'problemTitle_too-large': 'Número demasiado grande',
  'problemTitle_digits-lost': 'Cifras perdidas',
  'problemTitle_ambiguous-number': 'Número ambiguo',
  'problemTitle_unknown-id': 'Nombre o número desconocido',
  'problemTitle_unknown-customer': 'Cliente desconocido',
  'problemTitle_ambiguous-name': 'Varios con este nombre',
  'problemTitle_many-customers': 'Más de tres clientes',
  'problemTitle_repeated-customer': 'Cliente repetido',
  'problemTitle_bad-sub-domain': 'No es un subdominio',
  'problemTitle_sub-domain-shape': 'Subdominio inusual',
  'problemTitle_name-characters': 'Caracteres inusuales en el nombre',
  'problemTitle_formula-like': 'Parece una fórmula',
  'problemTitle_not-a-date': 'No es una fecha',
  'problemTitle_impossible-date': 'Fecha imposible',
  'problemTitle_ambiguous-date': 'Fecha ambigua',
  problemTitle_milliseconds: 'Milisegundos en lugar de segundos',
  problemTitle_expired: 'Vencimiento pasado',
  'problemTitle_after-expiry-missing': 'Falta indicar qué pasa al vencer',
  'problemTitle_after-expiry-idle': 'Sin fecha de vencimiento',
  'problemTitle_recording-zero': 'Grabación contradictoria',
  'problemTitle_recording-minutes': 'Grabación contradictoria',
  'problemTitle_superior-without-passwordless': 'Sin efecto',
  'problemTitle_template-missing': 'Falta la plantilla',
  'problemTitle_template-unused': 'Plantilla sin usar',
  'problemTitle_domain-region': 'Dominio de otra región',
  'problemTitle_firmware-region': 'Firmware de otra región',
  'problemTitle_im-firmware': 'Firmware demasiado antiguo para el chat',
  'problemTitle_transcription-firmware': 'Firmware demasiado antiguo para la transcripción',
  'problemTitle_duplicate-url': 'Dirección repetida',
  'problemTitle_already-created': 'Ya creado',
  'problemTitle_already-unconfirmed': 'Ya enviado, respuesta desconocida',
  'problemTitle_unconfirmed-earlier': 'Ya enviado, respuesta desconocida',
  'problemTitle_id-without-status': 'Ya tiene un id.',
  help_name: 'El nombre con el que se muestra el PBX.',
  help_plan: 'El plan de suscripción: Enterprise Plan o Ultimate Plan.',
  help_extensionCapacity: 'Cuántas extensiones, de 1 a 500.',
  help_concurrentCallCapacity: 'Cuántas llamadas al mismo tiempo.',
  help_recordingStatus: 'Si se pueden grabar las llamadas.',
  help_recordingCapacity:
    'Minutos de grabación que se conservan; 500 son gratis, 0 si la grabación está desactivada. No se pueden reducir después.',
  help_regionId: 'Dónde funciona el PBX: el nombre de una región o su número.',
  help_subDomain: 'La primera parte de la dirección del PBX: letras, cifras y guiones.',
  help_domainId: 'La segunda parte de la dirección: un dominio de la región, por nombre o número.',
  help_type: 'Trial (prueba) o Commercial (comercial).',
  help_expirationDate: 'El día en que termina el plan; sin hora significa el final de ese día.',
  help_allowRunAfterExpirationDate:
    'Necesario si hay fecha de vencimiento: si el PBX sigue funcionando después.',
  help_versionId: 'El firmware, por versión o número; debe estar disponible en la región.',
  help_customerIds:
    'Los clientes a los que pertenece el PBX: id., nombres, empresas o correos, separados por comas.',
  help_upgradeInPbx: 'Si el administrador del PBX puede actualizar el firmware.',
  help_im: 'Mensajería instantánea; necesita el firmware 84.12.0.32 o posterior.',
  help_passwordlessLogin: 'Si se puede abrir el PBX desde YCM sin contraseña.',
  help_allowSuperiorPasswordlessLogin:
    'Lo mismo para la cuenta superior; solo tiene efecto con el acceso sin contraseña activado.',
  help_provisioningViaTemplate: 'Si se aplica una plantilla de aprovisionamiento.',
  help_provisionTemplateId:
    'Qué plantilla, por nombre o número; necesaria con el aprovisionamiento por plantilla.',
  help_transcriptionCapacity:
    'Minutos de transcripción con IA además de los del plan; necesita el firmware 84.19.0.110 o posterior.',
  kind_region: 'región',
  kind_domain: 'dominio',
  kind_firmware: 'firmware',
  kind_customer: 'cliente',
  kind_template: 'plantilla',
  hintNoCatalog: ': su catálogo nunca se obtuvo, así que solo se pueden usar números',
  hintKnown: (names) => `. Conocidos: ${names}`,
};
