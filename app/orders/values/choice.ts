import { fieldOf, type FieldName } from '../fields';
import { fold, nearest, plainText } from '../fold';
import { means, unreadable, type Reading } from './reading';

/** Yes and no in the languages of order sheets, and the signs of check boxes. ☒ is either, so it is asked. */
const ON = words(`
  enabled enable yes y on true 1 active x ok √ ✓ ✔ ☑ ✅ 是 启用 开 开启 已启用 真 有 啟用 開 開啟 已啟用 有効 はい 예 사용
  ja j an wahr aktiv aktiviert ein eingeschaltet si sí s activado habilitado verdadero encendido oui o vrai activé actif
  sim ligado ativado verdadeiro vero attivo attivato tak włączone evet açık да вкл включено так ano igen kyllä نعم`);
const OFF = words(`
  disabled disable no n off false 0 inactive none × ✗ ✘ ☐ ❌ 否 禁用 关 关闭 已禁用 假 无 停用 關 關閉 已停用 無 無効 いいえ 아니오 미사용
  nein aus falsch inaktiv deaktiviert ausgeschaltet desactivado deshabilitado falso apagado non faux désactivé inactif
  não nao desligado desativado disattivato nie wyłączone hayır kapalı нет выкл выключено ні nej nee nem لا`);

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

const WORDS: Partial<Record<FieldName, Record<string, readonly string[]>>> = {
  plan: {
    'Enterprise Plan': [
      'Enterprise',
      'EP',
      'Ent',
      '企业版',
      '企业',
      '企业版套餐',
      '企業版',
      '企業',
      'Plan Enterprise',
      'Enterprise-Plan',
      'Enterprise-Tarif',
    ],
    'Ultimate Plan': [
      'Ultimate',
      'UP',
      'Ult',
      '旗舰版',
      '旗舰',
      '旗舰版套餐',
      '旗艦版',
      '旗艦',
      'Plan Ultimate',
      'Ultimate-Plan',
      'Ultimate-Tarif',
    ],
  },
  type: {
    Trial: [
      'Test',
      'Testversion',
      'Demo',
      'Evaluation',
      'Testphase',
      'Probe',
      '试用',
      '试用版',
      '試用',
      '試用版',
      'Prueba',
      'Essai',
      'Teste',
      'Avaliação',
    ],
    Commercial: [
      'Paid',
      'Kommerziell',
      'Kauf',
      'Produktiv',
      '商用',
      '商用版',
      '正式',
      'Comercial',
      'Commerciale',
    ],
  },
};

const symbolic = (text: string): string => fold(text) || plainText(text);
const table = (entries: Iterable<readonly [string, string]>): Map<string, string> =>
  new Map([...entries].map(([word, value]) => [symbolic(word), value]));

const SWITCH_WORDS = table([
  ...ON.map((word) => [word, 'Enabled'] as const),
  ...OFF.map((word) => [word, 'Disabled'] as const),
]);
const TABLES = new Map<FieldName, Map<string, string>>();

function wordsOf(field: FieldName): Map<string, string> {
  let words = TABLES.get(field);
  if (!words) {
    const own = WORDS[field];
    words = own
      ? table(
          Object.entries(own).flatMap(([value, others]) =>
            [value, ...others].map((word) => [word, value] as const),
          ),
        )
      : SWITCH_WORDS;
    TABLES.set(field, words);
  }
  return words;
}

/** Yes or no in many languages; undefined for anything else. */
export function readSwitch(text: string): boolean | undefined {
  const value = SWITCH_WORDS.get(symbolic(text));
  return value === undefined ? undefined : value === 'Enabled';
}

/** Whether a text is one of a choice field's values, however written. Used to recognise a column by its content. */
export const isChoice = (field: FieldName, text: string): boolean => wordsOf(field).has(symbolic(text));

/** A cross alone: a yes where it is the only mark, often a no beside ticks. */
const CROSS = /^x$/i;

/**
 * One of the field's choices, in any spelling people use. A misspelt or doubted one is an error with the likely value to
 * click on. `others` yields what else the column says, to tell what a cross in it means.
 */
export function readChoice(field: FieldName, text: string, others?: () => Iterable<string>): Reading<string> {
  const words = wordsOf(field);
  const { choices = [], kind } = fieldOf(field);
  const value = /[?？]/.test(text) ? undefined : words.get(symbolic(text));
  if (value !== undefined && others && CROSS.test(plainText(text))) {
    const tick = [...others()].find(
      (other) => words.get(symbolic(other)) === value && !CROSS.test(plainText(other)),
    );
    if (tick !== undefined)
      return unreadable({
        code: 'ambiguous-choice',
        params: { value: text, other: tick, choices: choices.join(', ') },
      });
  }
  if (value !== undefined) return means(value);
  const likely = nearest(text, [...words.keys()]);
  const meant = likely === null ? undefined : words.get(likely);
  // Neither what is bought nor a yes or no is changed without the user's click.
  return unreadable({
    code: 'unknown-choice',
    params: { value: text, choices: choices.join(', ') },
    ...(meant !== undefined && {
      repair: { value: kind === 'boolean' ? (meant === 'Enabled' ? 'Yes' : 'No') : meant, safe: false },
    }),
  });
}

/** True or false, for a boolean field. */
export function readBoolean(
  field: FieldName,
  text: string,
  others?: () => Iterable<string>,
): Reading<boolean> {
  const reading = readChoice(field, text, others);
  return {
    value: reading.value === undefined ? undefined : reading.value === 'Enabled',
    findings: reading.findings,
  };
}
