import type { SaidRunsWords } from './en';

export const saidRunsEs: SaidRunsWords = {
  saidJoined: (sentences) => sentences.join(' '),
  saidQuoted: (name) => `«${name}»`,
  said_planNoRow:
    'Según la fila {row}, se creó como {id}, pero la cuenta no tiene ese PBX. Se omite de todos modos; borre su estado y su cloudPbxId en la hoja si hay que crearlo.',
  said_planElsewhere:
    'Según la fila {row}, se creó como {id}, pero el PBX {id} está en {found}, no en {url}. Se omite; compruebe el id.',
  said_planNotAsked: 'No se pudo consultar si la cuenta ya tiene algunos de estos PBX.',
  said_planSecond: 'La fila {row} {what}. En {other} sería un segundo PBX.',
  said_whatMadeBefore: 'se creó antes como {url} (cloudPbxId {id})',
  said_whatSentBefore: 'se envió antes como {url}, y no se sabe si se creó (proceso {run})',
  said_planNoCapacity: 'No se pudo consultar lo que le queda a la cuenta, así que no se ha comparado.',
  said_planLacking: '{label}: se necesitan {needed}, quedan {left}.',
  said_planNoneFits: 'No cabe ninguno de los pedidos.',
  said_planSomeFit: '{fit} de {all} cabrían: {what}.',
  said_whatRows: 'filas {rows}',
  said_whatManyRows: 'filas {rows} y {count} tramos más',
  said_planHasId: 'La hoja ya tiene su cloudPbxId {id}.',
  said_region: 'Región {id}',
  said_planMade: 'Ya se creó antes.',
  said_planFirst: 'Aún no hay plan para esta conexión. Vea primero el plan.',
  said_planCount: 'El plan crea {planned} PBX, pero se confirmaron {confirmed}. Vuelva a ver el plan.',
  said_runRowEdited:
    'La fila {row} no está como al empezar esta ejecución, que la enviaría como estaba entonces. Mire el plan y cree desde allí, o deshaga el cambio.',
  said_planChanged: 'La hoja ha cambiado desde que se hizo el plan. Vuelva a ver el plan.',
  said_planAccount: '«{name}» es otra cuenta que cuando se hizo el plan. Vuelva a ver el plan.',
  said_planNoLists:
    'Las regiones, los dominios y los firmwares de «{name}» nunca se obtuvieron, así que todavía no se puede crear nada allí. Sincronice primero el catálogo.',
  said_runBegun: 'El proceso {run} en «{connection}» ha empezado.',
  said_runPaused: 'En pausa. El pedido que se enviaba ya tiene respuesta; el siguiente espera.',
  said_runResumed: 'Continúa.',
  said_runLeft: 'Terminado; quedan algunos pedidos.',
  said_runFinished: 'Terminado.',
  said_runBusy: 'Todavía se trabaja en otro proceso. Espere a que termine, o deténgalo primero.',
  said_runThisBusy: 'Todavía se trabaja en este proceso. Espere a que termine, o deténgalo primero.',
  said_runSending: 'El proceso {run} ya se está enviando.',
  said_runIdle: 'Ahora no se trabaja en este proceso.',
  said_runUnknown: 'No hay ningún proceso {run} en esta carpeta de datos.',
  said_runArchived: 'Lo que envió el proceso {run} se movió al archivo {file}. Restaure primero ese archivo.',
  said_runNoRepairs: 'El proceso {run} no tiene filas por corregir.',
  said_runSheetGone: 'Su hoja ya no está donde estaba, así que no se pueden mostrar las filas no válidas.',
  said_runFromLedger:
    '{more} Por eso el resultado se hizo solo a partir del libro de registro, con todos los id.: {file}.',
  said_runResult: 'No se pudo escribir el archivo de resultados. {more}',
  said_runResultSafe:
    'No se pudo escribir el archivo de resultados. {more} No se ha perdido ningún id.: están en el libro de registro, y el resultado se puede escribir en cualquier momento.',
  said_stopOperator: 'Detenido por el operador. El resto no se envió; continúe cuando quiera.',
  said_stopUnconfirmed:
    'No se conoce el resultado de {count} pedidos seguidos, así que no se enviaron más. Aclárelos y continúe después.',
  said_stopRejected:
    'YCM rechazó {count} pedidos seguidos por el mismo motivo, así que no se enviaron más: {more}',
  said_stopDenied: 'YCM rechazó esta cuenta: {more} El resto no se envió.',
  said_stopUnreachable:
    'No se pudo acceder a YCM tras {count} intentos: {more} El resto no se envió; continúe más tarde.',
  said_stopCanary: 'La prueba con el primer pedido no tuvo éxito, así que el resto no se envió: {more}',
  said_stopLimit: 'Se alcanzó el límite de {count} {what} por proceso. El resto no se envió.',
  said_whatExtensions: 'extensiones',
  said_whatPbxs: 'PBX',
  said_stopAccount:
    'Este proceso empezó con «{name}»; «{other}» es ahora otra cuenta, así que no se envió nada. Restablezca la conexión, o envíe la hoja de nuevo.',
  said_canaryNotCreated: 'la fila {row} no se creó: {more}',
  said_canaryRow: 'fila {row}: {more}',
  said_canaryDiffers: 'fila {row} (PBX {id}): {differing}',
  said_canaryOne: '{label} es «{found}» en lugar de «{ordered}»',
  said_canaryAbsent: 'No se encuentra el PBX {id}.',
  said_orderInFile: 'La hoja ya tenía su cloudPbxId.',
  said_orderTwice: 'Otra fila de la hoja pide la misma dirección.',
  said_orderInAccount: 'La cuenta ya tiene un PBX en esta dirección.',
  said_orderNoDomain:
    'No se conoce el nombre del dominio, así que un PBX no se podría volver a encontrar por su dirección. Obtenga el catálogo y envíe la hoja de nuevo.',
  said_orderUnreadable: 'Esta versión de PBX Orders ya no puede enviar este pedido. Envíe su hoja de nuevo.',
  said_orderExpired: 'La fecha de vencimiento pasó antes de enviarlo. Envíe la hoja de nuevo con otra fecha.',
  said_orderReplaced: 'La hoja se envió de nuevo con cambios, así que este pedido no se envió.',
  said_orderInterrupted: 'El proceso terminó antes de llegar la respuesta.',
  said_orderAppEnded: 'PBX Orders terminó antes de llegar la respuesta.',
  said_orderOlderLedger:
    'El libro de registro es una copia más antigua; este pedido puede haberse enviado desde entonces.',
  said_orderMade: 'Ya creado, de {sheet}, fila {row}, el {time}.',
  said_orderHeld:
    'Espera a {sheet}, fila {row}, que pide la misma dirección ({url}) y cuyo resultado aún no se conoce. Aclare primero esa.',
  said_orderWaited:
    'El pedido de esta dirección al que esperaba no existe. Envíe la hoja de nuevo para crearlo.',
  said_orderUnsettled:
    'Esta fila se envió antes como {url} (proceso {run}) y su resultado no se conoce. Aclare primero ese pedido y envíe después la hoja de nuevo.',
  said_orderTaken: '{more} La dirección pertenece a {pbx}.',
  said_orderAdopted:
    'YCM dijo que ya existe: es el PBX que creó el intento del {time}, y coincide con el pedido.',
  said_orderPerhaps:
    'YCM dice que la dirección está ocupada, por {pbx}. Coincide con un intento anterior sin respuesta de este pedido, pero no con el pedido actual. Compárelos y decida.',
  said_orderPerhapsUnknown:
    'YCM dice que la dirección está ocupada, quizá por un intento anterior sin respuesta de este pedido; no se pudo comprobar. Aclárelo. ({more})',
  said_orderTakenUnknown:
    'YCM dice que la dirección está ocupada; no se pudo comprobar por quién. Aclare el pedido. ({more})',
  said_orderNothingShown:
    'YCM dice que la dirección está ocupada, por {pbx}, de la que muestra demasiado poco para saber si la creó este pedido. Mírela en YCM y decida. ({more})',
  said_orderJustLike:
    'YCM dice que la dirección está ocupada, por {pbx}, que es justo lo pedido: puede haberla creado este mismo pedido o alguien con la misma hoja. Aclárelo. ({more})',
  said_orderOthersId:
    'YCM respondió con la PBX {id}, que es la de {sheet} fila {row} ({url}). Aclare este pedido para encontrar la suya.',
  said_orderAnswer: 'No se pudo recibir la respuesta: {more}',
  said_pbx: 'PBX {id}',
  said_pbxNamed: 'PBX {id} «{name}»',
  said_pbxMade: 'PBX {id} «{name}» (creado el {time})',
  said_pbxMadeBy: 'PBX {id} «{name}» (creado el {time} por {who})',
  said_clearFailed: 'No se pudo comprobar: {more}',
  said_clearOthers: '{pbx} está ahí, pero pertenece a {sheet}, fila {row} ({url}). Compárelos y decida.',
  said_clearDiffers: '{pbx} está ahí y no es lo que se pidió. Compárelos y decida.',
  said_clearRefused:
    '{pbx} está ahí y es justo lo que se pidió, pero YCM rechazó cada solicitud que obtuvo respuesta. Asúmalo si es suyo.',
  said_clearMatches: '{pbx} está ahí y coincide con el pedido.',
  said_clearSoon: 'Aún no está, pero se envió hace solo un momento. Vuelva a mirar en {count} segundos.',
  said_clearAbsent: 'YCM no tiene ningún PBX en esta dirección, así que el pedido se puede enviar de nuevo.',
  said_clearLeft: 'Se deja como está; no se enviará.',
  said_clearNoPbx: 'La cuenta no tiene ningún PBX con el id. {id}. Compruebe el número.',
  said_clearNoLook: 'No se pudo consultar el PBX {id}, así que no se cambió nada: {more}',
  said_clearOtherUrl: '{pbx} está en {found}, y este pedido es para {url}.',
  said_clearTaken: 'El PBX {id} ya pertenece a {sheet}, fila {row} ({url}).',
  said_clearAdopted: '{pbx} es ahora de este pedido, por decisión de {who}.',
  said_clearAgain: 'Se enviará de nuevo cuando continúe el proceso, por decisión de {who}.',
  said_clearAccount:
    'El proceso se envió con otra cuenta («{name}» entonces), así que esta no puede saberlo.',
  said_clearForeignFound: '{pbx} está ahí, así que el pedido está hecho.',
  said_clearForeignOther: 'En {url} está {pbx}, no el PBX {id}.',
  said_clearForeignAbsent:
    'YCM no tiene ningún PBX en esta dirección, pero este ordenador no conoce el proceso que lo envió. Si ese proceso se ha perdido o no va a continuar, decida que no se creó.',
  said_clearForeignNone: 'YCM no tiene ningún PBX en {url}, así que no se puede adoptar ninguno.',
  said_clearForeignAgain:
    'No está ahí, y {who} ha decidido que se puede enviar: envíe la hoja de resultados.',
  said_rowMayBeSent:
    'Se ha consultado y no existe, y una persona ha decidido que se puede enviar. Envíe esta hoja de resultados para crearlo.',
  said_clearNothing: 'Nada que decidir: {what}.',
  said_whatNoRow: 'no existe la fila {row}',
  said_whatRowWaits: 'la fila {row} espera a otro pedido',
  said_whatRowIs: 'fila {row}: {state}',
  said_clearRow: 'Fila {row}: {more}',
  said_readBackSame: 'Como se pidió.',
  said_readBackDiffers: 'No es como se pidió.',
  said_readBackAbsent: 'La cuenta ya no tiene ningún PBX con este id.',
  said_comparedName: 'Nombre del PBX',
  said_comparedUrl: 'Dirección',
  said_comparedPlan: 'Plan',
  said_comparedType: 'Tipo',
  said_comparedExtensions: 'Extensiones',
  said_comparedCalls: 'Llamadas simultáneas',
  said_comparedRecording: 'Grabación de llamadas',
  said_comparedMinutes: 'Minutos de grabación',
  said_comparedCreated: 'Creado',
};
