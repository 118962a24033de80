import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText, detectEncoding } from '../../../app/sheets/text/encoding';
import { failure, openBytes } from '../made-workbook';
import { shownRows } from '../shown';

/** Short sheets, as resellers send them: few words beyond ASCII, which statistics over bytes can't tell apart. */
const SHEETS: readonly (readonly [string, string, string])[] = [
  [
    'German',
    'windows-1252',
    'Kunde;Tarif;Gespräche\r\nMüller & Söhne GmbH;Enterprise;10\r\nBäckerei Groß;Ultimate;6\r\n',
  ],
  ['one German name', 'windows-1252', 'name;plan\r\nBäckerei Huber;Enterprise Plan\r\n'],
  [
    'French',
    'windows-1252',
    'Nom du PBX;Postes;Région;Période d’essai\r\nHôtel de la Gare;12;Europe;oui\r\nBoulangerie Lefèvre;5;Europe;non\r\n',
  ],
  [
    'Spanish',
    'windows-1252',
    'Nombre;Grabación;Región\r\nPanadería Núñez;Sí;España\r\nCompañía Ibérica;No;España\r\n',
  ],
  [
    'Portuguese',
    'windows-1252',
    'Nome;Gravação;Região\r\nPadaria São João;Não;Brasil\r\nCâmara de Comércio;Sim;Brasil\r\n',
  ],
  ['Italian', 'windows-1252', 'Nome;Città\r\nCaffè Università;Forlì\r\nPerché No;Cefalù\r\n'],
  ['Swedish', 'windows-1252', 'Namn;Plan\r\nÅkes Smörgåsar;Företag\r\nÖrebro Kök;Företag\r\n'],
  ['an amount in euros', 'windows-1252', 'name;plan;price\r\nCafe Rouge;Enterprise Plan;12,50 €\r\n'],
  ['German of an old Mac', 'macintosh', 'Kunde;Gespräche\rMüller & Söhne GmbH;10\rBäckerei Groß;5\r'],
  [
    'Polish',
    'windows-1250',
    'Nazwa;Numery wewnętrzne\r\nŻabka Gdańsk;10\r\nSpółdzielnia Mleczna Łódź;12\r\nPiekarnia Świętokrzyska;5\r\n',
  ],
  ['Czech', 'windows-1250', 'Název;Nahrávání\r\nPekařství Dvořák;Ano\r\nČeská pošta Žižkov;Ne\r\n'],
  ['Hungarian', 'windows-1250', 'Név;Rögzítés\r\nSütőipari Kft. Győr;Igen\r\nSzőlőskert Étterem;Nem\r\n'],
  ['Russian', 'windows-1251', 'Название;Номера;Запись\r\nБулочная Иванова;10;Да\r\nОтель Москва;5;Нет\r\n'],
  ['Russian in capitals', 'windows-1251', 'НАЗВАНИЕ;ТАРИФ\r\nОТЕЛЬ МОСКВА;ДА\r\n'],
  ['Ukrainian', 'windows-1251', 'Назва;Номери\r\nПекарня Київ;10\r\nГотель Львів;7\r\n'],
  ['Russian of DOS', 'ibm866', 'Название;Номера;Запись\r\nБулочная Иванова;10;Да\r\nОтель Москва;5;Нет\r\n'],
  ['Russian of Unix', 'koi8-r', 'Название;Номера;Запись\r\nБулочная Иванова;10;Да\r\nОтель Москва;5;Нет\r\n'],
  ['Greek', 'windows-1253', 'Όνομα;Εσωτερικά\r\nΞενοδοχείο Αθήνα;10\r\nΑρτοποιείο Παπαδόπουλος;5\r\n'],
  [
    'Turkish',
    'windows-1254',
    'Ad;Kayıt\r\nÇalışkan Fırın;Evet\r\nİstanbul Oteli Şişli;Hayır\r\nGüneş Eczanesi Beyoğlu;Evet\r\n',
  ],
  ['one Turkish name', 'windows-1254', 'name;plan\r\nİstanbul Şubesi;Enterprise\r\n'],
  ['Icelandic', 'windows-1252', 'Nafn;Áskrift\r\nÞorláksbúð;Já\r\nHótel Búðir;Já\r\n'],
  ['a Café with the euro of Latin 9', 'windows-1252', 'name;plan\r\nCafé ¤;Enterprise\r\n'],
  ['Hebrew', 'windows-1255', 'שם;תוכנית\r\nמאפיית ירושלים;Enterprise\r\nמלון תל אביב;Enterprise\r\n'],
  ['Arabic', 'windows-1256', 'الاسم;الخطة\r\nفندق القاهرة;Enterprise\r\nمخبز الرياض;Enterprise\r\n'],
  [
    'Lithuanian',
    'windows-1257',
    'Pavadinimas;Planas\r\nŠiaulių kepykla;Enterprise\r\nVilniaus viešbutis Žvaigždė;Enterprise\r\n',
  ],
  ['Thai', 'windows-874', 'ชื่อ;แผน\r\nโรงแรมกรุงเทพ;Enterprise\r\nร้านขนมปัง;Enterprise\r\n'],
  ['Chinese', 'gb18030', 'PBX 名称,订阅服务,分机数\r\n厦门测试一号,企业版,20\r\n厦门测试二号,旗舰版,50\r\n'],
  ['one Chinese name', 'gb18030', 'name,plan\r\n厦门测试,Enterprise Plan\r\n'],
  [
    'Chinese names',
    'gb18030',
    'name,plan,remark\r\n北京饭店,Enterprise Plan,加急\r\n上海银行,Enterprise Plan,\r\n',
  ],
  ['traditional Chinese', 'big5', 'PBX 名稱,方案,分機數\r\n台北測試一號,企業版,20\r\n高雄飯店,旗艦版,50\r\n'],
  ['one traditional Chinese name', 'big5', 'name,plan\r\n台北飯店,Enterprise Plan\r\n'],
  [
    'Japanese',
    'shift_jis',
    'PBX名,プラン,内線数\r\n東京支店,エンタープライズ,20\r\n大阪営業所,アルティメット,50\r\n',
  ],
  ['one word in katakana', 'shift_jis', 'name,plan\r\nテスト,Enterprise Plan\r\n'],
  ['half-width katakana', 'shift_jis', 'name,plan,kana\r\n株式会社山田,Enterprise Plan,ﾔﾏﾀﾞ\r\n'],
  [
    'Japanese of Unix',
    'euc-jp',
    'PBX名,プラン,内線数\r\n東京支店,エンタープライズ,20\r\n大阪営業所,アルティメット,50\r\n',
  ],
  ['Korean', 'euc-kr', 'PBX 이름,요금제,내선 수\r\n서울 지점,엔터프라이즈,20\r\n부산 호텔,얼티밋,50\r\n'],
  ['one Korean name', 'euc-kr', 'name,plan\r\n서울호텔,Enterprise Plan\r\n'],
  ['ASCII', 'utf-8', 'name,plan\r\nAcme,Enterprise Plan\r\n'],
  ['UTF-8', 'utf-8', 'name,plan\r\n厦门测试 Zürich Київ 😀,Enterprise\r\n'],
  ['UTF-16 without a mark', 'utf-16le', 'name\tplan\r\nAcme\tEnterprise Plan\r\n'],
  [
    'Chinese in UTF-16 without a mark',
    'utf-16le',
    '名称\t订阅服务\r\n厦门测试一号\t企业版\r\n厦门测试二号\t旗舰版\r\n',
  ],
  ['big-endian UTF-16 without a mark', 'utf-16be', 'name\tplan\r\n厦门测试一号\tEnterprise Plan\r\n'],
];

describe('how a text is encoded', () => {
  test.each(SHEETS)('%s (%s)', (_what, encoding, text) => {
    const bytes = iconv.encode(text, encoding);
    expect(detectEncoding(bytes)).toEqual({ encoding, byteOrderMark: false });
    expect(decodeText(bytes, encoding, 'a.csv')).toBe(text);
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be'])(
    'a byte-order mark of %s, and no mark in the first cell',
    async (encoding) => {
      const text = '名称\tplan\r\n厦门\tA\r\n';
      const bytes = iconv.encode(text, encoding, { addBOM: true });
      const file = await openBytes(bytes, 'a.txt');
      expect(file.dialect).toMatchObject({ encoding, byteOrderMark: true, delimiter: '\t' });
      expect(shownRows(file.sheets[0])).toEqual(['1 名称|plan', '2 厦门|A']);
    },
  );

  test('is found in the whole of a long file when its start is ASCII', () => {
    const text = `${'Acme,Enterprise Plan\r\n'.repeat(20_000)}Müller,Enterprise Plan\r\n`;
    expect(detectEncoding(Buffer.from(text)).encoding).toBe('utf-8');
    expect(detectEncoding(iconv.encode(text, 'windows-1252')).encoding).toBe('windows-1252');
    const chinese = `${'Acme,Enterprise Plan\r\n'.repeat(20_000)}厦门测试一号,企业版\r\n`;
    expect(detectEncoding(iconv.encode(chinese, 'gb18030')).encoding).toBe('gb18030');
  });

  test('can be chosen, by any of its names', async () => {
    const bytes = iconv.encode('name,plan\n厦门,A\n', 'gb18030');
    for (const encoding of ['GBK', 'gb2312', 'gb18030', ' CSGB2312 ']) {
      expect(shownRows((await openBytes(bytes, 'a.csv', { encoding })).sheets[0])).toEqual([
        '1 name|plan',
        '2 厦门|A',
      ]);
    }
    const latin = await openBytes(Buffer.from('M\xfcller,\x80\n', 'latin1'), 'a.csv', { encoding: 'latin1' });
    expect(latin.dialect?.encoding).toBe('windows-1252');
    expect(shownRows(latin.sheets[0])).toEqual(['1 Müller|€']);
  });

  test('is asked for again when nobody knows it', async () => {
    expect((await failure(openBytes('a,b\n', 'a.csv', { encoding: 'klingon' }))).message).toBe(
      '"klingon" is not an encoding this program knows. Use, for example, utf-8, windows-1252 or gb18030.',
    );
  });
});

describe('what can’t be decoded is said with its line', () => {
  test('a broken character in UTF-8 doesn’t make a file of another encoding of it', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => `Müller ${at};Zürich\n`).join('');
    const bytes = Buffer.concat([
      Buffer.from(rows),
      Buffer.from('M\xfcller;Köln\n', 'latin1'),
      Buffer.from(rows),
    ]);
    expect((await failure(openBytes(bytes, 'a.csv'))).message).toContain(
      'Line 10 of "a.csv" can\'t be read as utf-8.',
    );
    const cut = Buffer.from(`${rows}厦门`).subarray(0, -1);
    expect((await failure(openBytes(cut, 'a.csv'))).message).toContain('Line 10 of');
  });

  test.each([
    ['utf-8', Buffer.from('name\r\nAcme\r\nM\xfcller\r\nBeta\r\n', 'latin1'), 3],
    ['utf-8', Buffer.from('name\rAcme\rM\xfcller\r', 'latin1'), 3],
    ['utf-8', Buffer.concat([Buffer.from('\uFFFD name\n厦门\n'), Buffer.from([0xe5, 0x8e])]), 3],
    ['gb18030', Buffer.from('name\nAcme\n\xff\xff\n', 'latin1'), 3],
    ['big5', Buffer.from('name\n\xa1\n', 'latin1'), 2],
    ['shift_jis', Buffer.from('name\nA\nB\n\x81\n', 'latin1'), 4],
    ['windows-1252', Buffer.from('name\nA\x81\n', 'latin1'), 2],
    [
      'utf-16le',
      Buffer.concat([Buffer.from('name\nAcme\n', 'utf16le'), Buffer.from([0x00, 0xdc, 0x41, 0x00])]),
      3,
    ],
  ])('%s', async (encoding, bytes, line) => {
    expect((await failure(openBytes(bytes, 'a.csv', { encoding }))).message).toBe(
      `Line ${line} of "a.csv" can't be read as ${encoding}. Choose another encoding.`,
    );
  });
});
